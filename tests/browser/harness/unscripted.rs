//! A site whose pages run no scripts, for engines that have no switch for them: Firefox
//! does not listen to its own preference while it is driven.

use std::io::{Read, Result, Write};
use std::net::{TcpListener, TcpStream};

/// A sandbox that lets pages do all but run scripts. `noscript` shows, too.
const SANDBOX: &str = "content-security-policy: \
    sandbox allow-same-origin allow-forms allow-popups allow-top-navigation\r\n";

/// Passes on what another origin serves, as long as the tests run, and says to every answer
/// that it runs no scripts. The new origin.
pub fn unscripted(origin: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("it is bound");
    let site = origin.trim_start_matches("http://").to_owned();
    std::thread::spawn(move || {
        for stream in listener.incoming().filter_map(std::result::Result::ok) {
            let site = site.clone();
            // A browser that goes away is no fault.
            std::thread::spawn(move || drop(pass_on(stream, &site)));
        }
    });
    format!("http://{address}")
}

/// One question, which has no body, and its answer.
fn pass_on(mut browser: TcpStream, site: &str) -> Result<()> {
    let mut question = Vec::new();
    let mut piece = [0; 4096];
    while !question.ends_with(b"\r\n\r\n") {
        match browser.read(&mut piece)? {
            0 => return Ok(()),
            read => question.extend_from_slice(&piece[..read]),
        }
    }
    let question = String::from_utf8_lossy(&question);
    let mut site = TcpStream::connect(site)?;
    for line in question.lines().filter(|line| !line.is_empty()) {
        if !line.to_ascii_lowercase().starts_with("connection:") {
            write!(site, "{line}\r\n")?;
        }
    }
    site.write_all(b"connection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    site.read_to_end(&mut answer)?;
    let status = answer.iter().position(|byte| *byte == b'\n');
    let (status, rest) = answer.split_at(status.map_or(0, |end| end + 1));
    browser.write_all(&[status, SANDBOX.as_bytes(), rest].concat())
}
