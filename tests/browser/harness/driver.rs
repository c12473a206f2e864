//! The driver's process.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Stdio};

use super::Engine;

/// A running WebDriver server; it ends with the value.
#[derive(Debug)]
pub struct Driver {
    pub url: String,
    child: Child,
}

impl Driver {
    pub fn start(engine: Engine) -> Self {
        let mut command = engine.driver();
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{command:?} does not start ({error}): `make test` installs it")
            });
        let mut output = BufReader::new(child.stdout.take().expect("it is piped"));
        let port = loop {
            let mut line = String::new();
            if output.read_line(&mut line).unwrap_or_default() == 0 {
                let _ = child.kill();
                panic!("{command:?} ended before it said its port");
            }
            if let Some(port) = engine.port(&line) {
                break port;
            }
        };
        // A full pipe would stop it.
        std::thread::spawn(move || {
            let _ = output.read_to_end(&mut Vec::new());
        });
        Self {
            url: format!("http://127.0.0.1:{port}"),
            child,
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
