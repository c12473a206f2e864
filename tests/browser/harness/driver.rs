//! The driver's process.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use super::Engine;

/// How often a driver is started before that counts as a failure. Chromedriver
/// takes a free port of one family of addresses and ends when the same number
/// is taken in the other, as happens when many servers run beside it.
const ATTEMPTS: usize = 5;

/// A running WebDriver server; it ends with the value.
#[derive(Debug)]
pub struct Driver {
    pub url: String,
    child: Child,
}

impl Driver {
    /// # Panics
    /// When no attempt says its port: with what the last one said instead.
    pub fn start(engine: Engine) -> Self {
        Self::start_by(|| engine.driver(), |line| engine.port(line))
    }

    fn start_by(command: impl Fn() -> Command, port: impl Fn(&str) -> Option<u16>) -> Self {
        let mut said = String::new();
        for _ in 0..ATTEMPTS {
            match Self::attempt(command(), &port) {
                Ok(driver) => return driver,
                Err(instead) => said = instead,
            }
        }
        panic!(
            "{:?} ended {ATTEMPTS} times before it said its port:\n{said}",
            command()
        )
    }

    /// Starts it once; the error is all it said.
    fn attempt(mut command: Command, port: impl Fn(&str) -> Option<u16>) -> Result<Self, String> {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{command:?} does not start ({error}): `make test` installs it")
            });
        let mut output = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut said = String::new();
        let port = loop {
            let before = said.len();
            if output.read_line(&mut said).unwrap_or_default() == 0 {
                let _ = child.kill();
                let _ = child.wait();
                return Err(said);
            }
            if let Some(port) = port(&said[before..]) {
                break port;
            }
        };
        // A full pipe would stop it.
        std::thread::spawn(move || {
            let _ = output.read_to_end(&mut Vec::new());
        });
        Ok(Self {
            url: format!("http://127.0.0.1:{port}"),
            child,
        })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ends, as chromedriver does where its port is taken, unless it has been
    /// started so often before.
    fn busy(counter: &std::path::Path, times: usize) -> Command {
        let mut command = Command::new("sh");
        command.arg("-c").arg(format!(
            "echo once >> '{0}'
            if [ $(wc -l < '{0}') -le {times} ]; then
                echo 'IPv4 port not available. Exiting...'; exit 1
            fi
            echo port 4444; exec sleep 60",
            counter.display(),
        ));
        command
    }

    fn port(line: &str) -> Option<u16> {
        line.strip_prefix("port ")?.trim_end().parse().ok()
    }

    #[test]
    fn a_driver_whose_port_is_taken_is_started_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let counter = folder.path().join("started");
        let driver = Driver::start_by(|| busy(&counter, 2), port);
        assert_eq!(driver.url, "http://127.0.0.1:4444");
    }

    #[test]
    #[should_panic(expected = "IPv4 port not available")]
    fn a_driver_that_never_starts_says_why() {
        let folder = tempfile::tempdir().expect("a folder");
        let counter = folder.path().join("started");
        Driver::start_by(|| busy(&counter, ATTEMPTS), port);
    }
}
