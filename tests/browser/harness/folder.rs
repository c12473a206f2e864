//! A host that does nothing but serve files, as many do for little money.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// A server of files and nothing else, as long as the tests run: what is not there is
/// answered by `404.html`.
pub struct Folder {
    /// `http://127.0.0.1:41234`
    pub origin: String,
}

impl Folder {
    /// Serves a folder, on a port that the system gives.
    pub fn serve(folder: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let origin = format!("http://{}", listener.local_addr().expect("it is bound"));
        let folder = folder.to_owned();
        std::thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                let folder = folder.clone();
                // A browser that goes away is no fault.
                std::thread::spawn(move || drop(answer(stream, &folder)));
            }
        });
        Self { origin }
    }
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    let mut head = [0; 8192];
    let length = stream.read(&mut head)?;
    let head = String::from_utf8_lossy(&head[..length]);
    let target = head.split(' ').nth(1).unwrap_or("/");
    let path = target.split('?').next().unwrap_or("/");
    let path = percent_decode_str(path).decode_utf8_lossy();
    let (status, file) = match file(folder, &path) {
        Some(file) => ("200 OK", file),
        None => ("404 Not Found", folder.join("404.html")),
    };
    let content = fs::read(&file)?;
    let kind = publish::mime::of(&file.to_string_lossy());
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        content.len()
    )?;
    stream.write_all(&content)
}

/// The file at exactly this path; of a folder its own page.
fn file(folder: &Path, path: &str) -> Option<PathBuf> {
    let name = path.strip_prefix('/')?;
    let name = match name.is_empty() || name.ends_with('/') {
        true => format!("{name}index.html"),
        false => name.to_owned(),
    };
    let doubled = path.contains("//");
    let file = folder.join(name);
    (!doubled && file.is_file()).then_some(file)
}
