//! Somebody else's site: one page on an origin of its own.

use std::io::{Read, Write};
use std::net::TcpListener;

/// A server that answers everything with one page, as long as the tests run.
pub struct Host {
    /// `http://127.0.0.1:41234`
    pub origin: String,
}

impl Host {
    /// Serves a page, on a port that the system gives.
    pub fn start(html: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let origin = format!("http://{}", listener.local_addr().expect("it is bound"));
        let answer = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{html}",
            html.len()
        );
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { continue };
                // Whatever is asked for: a browser that goes away is no fault.
                let _ = stream.read(&mut [0; 4096]);
                let _ = stream.write_all(answer.as_bytes());
            }
        });
        Self { origin }
    }
}
