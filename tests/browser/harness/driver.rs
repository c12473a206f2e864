//! The driver's process.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::Engine;
use super::display::Display;

/// How often a driver is started before that counts as a failure. Chromedriver
/// takes a free port of one family of addresses and ends when the same number
/// is taken in the other, as happens when many servers run beside it.
const ATTEMPTS: usize = 5;

/// How long a driver that does not say its port may take until it answers there.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running WebDriver server; it ends with the value.
#[derive(Debug)]
pub struct Driver {
    pub url: String,
    /// The lines that driver and browser have said since it was ready.
    pub said: Arc<Mutex<Vec<String>>>,
    child: Child,
    display: Option<Display>,
}

impl Driver {
    /// # Panics
    /// When no attempt says its port: with what the last one said instead.
    pub fn start(engine: Engine) -> Self {
        let display = engine.needs_display().then(Display::open);
        let mut driver = match engine.says_port() {
            true => Self::start_by(
                || engine.driver(0, display.as_ref()),
                |line| engine.port(line),
            ),
            false => Self::start_silent(|port| engine.driver(port, display.as_ref())),
        };
        driver.display = display;
        driver
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
            "{:?} ended {ATTEMPTS} times before it said its port \
             (`.ci/tools test` or `.ci/tools engines` installs it):\n{said}",
            command()
        )
    }

    /// Starts one that gets its port as an argument and prints none.
    fn start_silent(command: impl Fn(u16) -> Command) -> Self {
        for _ in 0..ATTEMPTS {
            let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
            let port = free.local_addr().expect("it is bound").port();
            drop(free);
            let mut child = spawn(&command(port));
            let begun = Instant::now();
            while begun.elapsed() < PATIENCE && matches!(child.try_wait(), Ok(None)) {
                if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                    let output = BufReader::new(child.stdout.take().expect("it is piped"));
                    return Self::running(child, output, port);
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            let _ = child.kill();
            let _ = child.wait();
        }
        panic!("{:?} answered {ATTEMPTS} times at no port", command(0))
    }

    /// Starts it once; the error is all it said.
    fn attempt(command: Command, port: impl Fn(&str) -> Option<u16>) -> Result<Self, String> {
        let mut child = spawn(&command);
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
        Ok(Self::running(child, output, port))
    }

    /// Goes on reading what it says: a full pipe would stop it.
    fn running(mut child: Child, output: impl BufRead + Send + 'static, port: u16) -> Self {
        let said = Arc::default();
        keep(output, Arc::clone(&said));
        if let Some(errors) = child.stderr.take() {
            keep(BufReader::new(errors), Arc::clone(&said));
        }
        Self {
            url: format!("http://127.0.0.1:{port}"),
            said,
            child,
            display: None,
        }
    }
}

/// Ends a command's group, with the browser in it, when nothing can be written to its
/// input any more: when the tests have ended, however they did.
const NO_LONGER_THAN_THE_TESTS: &str = r#"
    exec 3<&0
    { read -r _ <&3; kill -s KILL 0; } >/dev/null 2>&1 &
    exec "$@" 3<&- </dev/null
"#;

/// With its outputs in pipes, and its browser's, which inherits them.
fn spawn(command: &Command) -> Child {
    let mut bound = Command::new("sh");
    bound
        .args(["-c", NO_LONGER_THAN_THE_TESTS, "sh"])
        .arg(command.get_program())
        .args(command.get_args());
    for (name, value) in command.get_envs() {
        bound.env(name, value.unwrap_or_default());
    }
    bound
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?} does not start: {error}"))
}

/// Keeps each line until the pipe ends. What is no text is kept as it can be read.
fn keep(mut output: impl BufRead + Send + 'static, said: Arc<Mutex<Vec<String>>>) {
    std::thread::spawn(move || {
        let mut line = Vec::new();
        while matches!(output.read_until(b'\n', &mut line), Ok(read) if read > 0) {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            if let Ok(mut said) = said.lock() {
                said.push(text);
            }
            line.clear();
        }
    });
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        // Not before the one that draws there.
        drop(self.display.take());
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
