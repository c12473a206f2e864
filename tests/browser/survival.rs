//! The page outlives its backend: whatever becomes of what is behind it, what is on screen
//! stays, and the next page says that it did not come.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

use model::Lang;

use crate::common::{Published, Server};
use crate::harness::Browser;

/// What has become of the backend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Mood {
    /// Nothing: it answers.
    Well,
    /// It takes every question, and never answers.
    Silent,
    /// It says that it is broken.
    Broken,
    /// A page of some proxy comes in place of every document.
    Garbage,
    /// What comes breaks off half-way.
    CutShort,
    /// It speaks of a schema that nobody knows yet.
    OtherSchema,
    /// Nobody is there.
    Gone,
}

/// A backend whose mood can change, before a good server. Only documents are in its hands:
/// pages and files come from elsewhere.
struct Backend {
    address: SocketAddr,
    mood: Arc<AtomicU8>,
}

impl Backend {
    fn before(server: &Server) -> Self {
        let good: SocketAddr = server.origin.trim_start_matches("http://").parse().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let mood = Arc::new(AtomicU8::new(Mood::Well as u8));
        let now = Arc::clone(&mood);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let now = Arc::clone(&now);
                thread::spawn(move || answer(client, good, &now));
            }
        });
        Self { address, mood }
    }

    fn becomes(&self, mood: Mood) {
        self.mood.store(mood as u8, Ordering::Relaxed);
    }

    fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

fn answer(mut client: TcpStream, good: SocketAddr, mood: &AtomicU8) -> Option<()> {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") {
        client.read_exact(&mut byte).ok()?;
        request.push(byte[0]);
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let is = |other: Mood| mood.load(Ordering::Relaxed) == other as u8;
    let of_documents = request.lines().next()?.contains(" /content/");
    let plain = |status: &str, kind: &str, body: &str| {
        format!(
            "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncache-control: no-store\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        )
    };
    let bad = match of_documents {
        false => None,
        true if is(Mood::Silent) => {
            // Until the client gives up.
            let _ = client.read_exact(&mut byte);
            return None;
        }
        true if is(Mood::Broken) => {
            Some(plain("500 Internal Server Error", "text/plain", "broken"))
        }
        true if is(Mood::Garbage) => Some(plain(
            "200 OK",
            "application/octet-stream",
            "what nobody can read",
        )),
        true if is(Mood::CutShort) => {
            Some(plain("200 OK", "application/json", "{\"schema\":1,\"revis"))
        }
        true if is(Mood::OtherSchema) => Some(plain(
            "200 OK",
            "application/json",
            "{\"schema\":9999,\"revision\":\"of the future\",\"what\":\"nobody knows\"}",
        )),
        true if is(Mood::Gone) => return None,
        true => None,
    };
    if let Some(bad) = bad {
        return client.write_all(bad.as_bytes()).ok();
    }
    let request = request.replacen("\r\n", "\r\nconnection: close\r\n", 1);
    let mut server = TcpStream::connect(good).ok()?;
    server.write_all(request.as_bytes()).ok()?;
    let mut whole = Vec::new();
    server.read_to_end(&mut whole).ok()?;
    client.write_all(&whole).ok()
}

#[test]
fn what_is_on_screen_stays_and_the_next_page_says_that_it_did_not_come() {
    let server = Server::start(&Published::shared().folder);
    let backend = Backend::before(&server);
    let browser = Browser::open(&backend.origin());
    let words = Lang::ZhHans.words();
    for mood in [
        Mood::Broken,
        Mood::Garbage,
        Mood::CutShort,
        Mood::OtherSchema,
        Mood::Gone,
    ] {
        backend.becomes(Mood::Well);
        browser.visit("/about/");
        let heading = browser.heading();
        backend.becomes(mood);
        // The tab asks whether there is something new, and gets that.
        browser.run::<()>(
            "document.dispatchEvent(new Event('visibilitychange'));
             window.dispatchEvent(new Event('focus'));",
            &[],
        );
        browser.follow_link(words.shell.news);
        browser.see(words.states.failed_title);
        assert_eq!(browser.path(), "/about/", "{mood:?}");
        assert_eq!(browser.heading(), heading, "{mood:?}");
        // A page that is loaded whole has its documents within it.
        browser.visit_plainly("/figures/");
        assert_eq!(browser.heading(), words.figures.title, "{mood:?}");
        backend.becomes(Mood::Well);
        browser.visit("/about/");
        browser.follow_link(words.shell.news);
        browser.see_heading(words.news.title);
    }
}

#[test]
fn a_backend_that_never_answers_keeps_no_one_from_the_page_that_is_there() {
    let server = Server::start(&Published::shared().folder);
    let backend = Backend::before(&server);
    let browser = Browser::open(&backend.origin());
    let words = Lang::ZhHans.words();
    browser.visit("/about/");
    let heading = browser.heading();
    backend.becomes(Mood::Silent);
    browser.follow_link(words.shell.news);
    browser.see(words.states.loading);
    assert_eq!(browser.heading(), heading);
    assert_eq!(browser.path(), "/about/");
    backend.becomes(Mood::Well);
    browser.follow_link(words.shell.figures);
    browser.see_heading(words.figures.title);
}
