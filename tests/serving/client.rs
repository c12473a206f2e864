//! An HTTP client that mends nothing: no path is tidied, no redirect followed,
//! nothing unpacked.

use std::io::{Read, Write};

/// A connection of any kind.
pub trait Stream: Read + Write {}
impl<T: Read + Write> Stream for T {}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header that may come once.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self
            .headers
            .iter()
            .filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let value = values.next().map(|(_, value)| value.as_str());
        assert!(values.next().is_none(), "{name} came twice: {self:?}");
        value
    }

    /// What the answer depends on; a header that may come several times. Names
    /// are as good in one case as in another.
    pub fn varies(&self) -> String {
        let lines = (self.headers.iter())
            .filter(|(known, _)| known.eq_ignore_ascii_case("vary"))
            .map(|(_, value)| value.to_ascii_lowercase());
        lines.collect::<Vec<_>>().join(", ")
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Asks for a path as it stands, with more lines for the request's head.
pub fn ask(stream: impl Stream, method: &str, path: &str, lines: &[&str]) -> Answer {
    let mut request = format!("{method} {path} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n");
    for line in lines {
        request.push_str(line);
        request.push_str("\r\n");
    }
    request.push_str("\r\n");
    raw(stream, request.as_bytes())
        .unwrap_or_else(|| panic!("no answer to {method} {path} {lines:?}"))
}

/// Sends bytes and reads until the other end closes. `None` when nothing came.
pub fn raw(mut stream: impl Stream, request: &[u8]) -> Option<Answer> {
    // A server may answer and close before it has read everything.
    let _ = stream.write_all(request);
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    Some(Answer {
        status,
        headers,
        body: bytes[end + 4..].to_vec(),
    })
}
