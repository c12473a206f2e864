//! A screen that nobody sees, for an engine that does not draw without one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A running X server with nothing on it; it ends with the value. Each browser has its
/// own: on a common one only one window has the focus.
#[derive(Debug)]
pub struct Display {
    /// `:99`
    pub name: String,
    child: Child,
}

impl Display {
    /// # Panics
    /// When there is no X server, or it says no number.
    pub fn open() -> Self {
        let mut child = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24"])
            .args(["-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("Xvfb does not start ({error}): `.ci/tools engines` installs it")
            });
        let mut number = String::new();
        let output = child.stdout.take().expect("it is piped");
        let _ = BufReader::new(output).read_line(&mut number);
        let number: u16 = number.trim().parse().expect("Xvfb says its number");
        Self {
            name: format!(":{number}"),
            child,
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // So that it takes its lock file along.
        let _ = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        let _ = self.child.wait();
    }
}
