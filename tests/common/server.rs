//! The real server, on a port that the system gives.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running `site serve`; it ends with the value.
#[derive(Debug)]
pub struct Server {
    /// `http://127.0.0.1:41234`
    pub origin: String,
    child: Child,
}

impl Server {
    /// Serves a folder.
    ///
    /// # Panics
    /// When the server says no address.
    pub fn start(folder: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_site"))
            .args(["serve", "--port", "0", "--dir"])
            .arg(folder)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the site command runs");
        let mut output = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut said = String::new();
        let origin = loop {
            let mut line = String::new();
            if output.read_line(&mut line).unwrap_or_default() == 0 {
                let _ = child.kill();
                panic!("`site serve` ended before it said its address:\n{said}");
            }
            if let Some(start) = line.find("http://") {
                let rest = &line[start..];
                let end = rest
                    .find(|sign: char| sign.is_whitespace() || "，。,)".contains(sign))
                    .unwrap_or(rest.len());
                break rest[..end].trim_end_matches('/').to_owned();
            }
            said.push_str(&line);
        };
        // A full pipe would stop the server.
        std::thread::spawn(move || {
            let _ = output.read_to_end(&mut Vec::new());
        });
        Self { origin, child }
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
