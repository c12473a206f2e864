//! The page outlives its backend: whatever becomes of what is behind it, what is on screen
//! stays; the next page is asked for again, comes from the site itself where that is said,
//! or says that it did not come.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use model::Lang;
use model::routes::CONTENT_BASE;

use crate::common::{Published, Server, bundle};
use crate::harness::Browser;

/// Where a backend is that is not in the place of the site's own documents.
const BESIDE: &str = "/backend/content/v1/";

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
    /// It is busy, and asks to be asked again in some seconds.
    Busy,
    /// It is busy for the rest of the day.
    Closed,
    /// It knows nothing of what it is asked for.
    Forgetful,
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
    state: Arc<State>,
}

/// How the backend is, and what it has been asked.
struct State {
    good: SocketAddr,
    /// What the paths of its documents begin with.
    base: &'static str,
    mood: AtomicU8,
    /// How many more questions it answers in this mood; then it is well again.
    left: AtomicUsize,
    /// The documents that it has been asked for.
    asked: Mutex<Vec<String>>,
}

impl Backend {
    /// In the place of the server's own documents.
    fn before(server: &Server) -> Self {
        Self::at(CONTENT_BASE, server)
    }

    /// At a path of its own: the server's documents are there as well.
    fn beside(server: &Server) -> Self {
        Self::at(BESIDE, server)
    }

    fn at(base: &'static str, server: &Server) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(State {
            good: server.origin.trim_start_matches("http://").parse().unwrap(),
            base,
            mood: AtomicU8::new(Mood::Well as u8),
            left: AtomicUsize::new(usize::MAX),
            asked: Mutex::default(),
        });
        let now = Arc::clone(&state);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let now = Arc::clone(&now);
                thread::spawn(move || answer(client, &now));
            }
        });
        Self { address, state }
    }

    fn becomes(&self, mood: Mood) {
        self.becomes_for(mood, usize::MAX);
    }

    /// For so many questions.
    fn becomes_for(&self, mood: Mood, questions: usize) {
        self.state.left.store(questions, Ordering::SeqCst);
        self.state.mood.store(mood as u8, Ordering::SeqCst);
        self.state.asked.lock().unwrap().clear();
    }

    /// How often it has been asked for a document since its mood has changed.
    fn asked(&self, document: &str) -> usize {
        let asked = self.state.asked.lock().unwrap();
        asked.iter().filter(|path| path.ends_with(document)).count()
    }

    fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

fn answer(mut client: TcpStream, state: &State) -> Option<()> {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") {
        client.read_exact(&mut byte).ok()?;
        request.push(byte[0]);
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let path = request.split(' ').nth(1)?;
    let of_documents = path.starts_with(state.base);
    // Whether there is something new, a tab asks by itself.
    if of_documents && !path.contains("revisions/") && !path.ends_with("manifest.json") {
        state.asked.lock().unwrap().push(path.to_owned());
        let spend = |left: usize| left.checked_sub(1);
        let spent = state
            .left
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, spend);
        if spent.is_err() {
            state.mood.store(Mood::Well as u8, Ordering::SeqCst);
        }
    }
    let is = |other: Mood| state.mood.load(Ordering::SeqCst) == other as u8;
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
        true if is(Mood::Busy) => Some(plain(
            "503 Service Unavailable\r\nretry-after: 5",
            "text/plain",
            "busy",
        )),
        true if is(Mood::Closed) => Some(plain(
            "503 Service Unavailable\r\nretry-after: 3600",
            "text/plain",
            "closed",
        )),
        true if is(Mood::Forgetful) => Some(plain("404 Not Found", "text/plain", "what?")),
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
    let request =
        request
            .replacen(BESIDE, CONTENT_BASE, 1)
            .replacen("\r\n", "\r\nconnection: close\r\n", 1);
    let mut server = TcpStream::connect(state.good).ok()?;
    server.write_all(request.as_bytes()).ok()?;
    let mut whole = Vec::new();
    server.read_to_end(&mut whole).ok()?;
    client.write_all(&whole).ok()
}

/// A reader of a site whose backend does as it is bid.
fn open() -> (Server, Backend, Browser) {
    let server = Server::start(&Published::shared().folder);
    let backend = Backend::before(&server);
    let browser = Browser::open(&backend.origin());
    (server, backend, browser)
}

#[test]
fn what_is_on_screen_stays_and_the_next_page_says_that_it_did_not_come() {
    let (_server, backend, browser) = open();
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
    let (_server, backend, browser) = open();
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

/// On a page, about to want the news.
fn on_about(browser: &Browser) -> String {
    browser.visit("/about/");
    browser.heading()
}

#[test]
fn what_may_pass_is_tried_again_before_it_is_spoken_of() {
    let (_server, backend, browser) = open();
    let words = Lang::ZhHans.words();
    for failures in [1, 2] {
        on_about(&browser);
        let _: () = browser.run(
            "window.failed = 0;
             new MutationObserver(() => {
                 window.failed += document.querySelectorAll('.load-failed').length;
             }).observe(document.querySelector('main'), { childList: true, subtree: true })",
            &[],
        );
        backend.becomes_for(Mood::Broken, failures);
        browser.follow_link(words.shell.news);
        browser.see_heading(words.news.title);
        assert_eq!(backend.asked("/news.json"), failures + 1);
        assert_eq!(browser.run::<usize>("return window.failed", &[]), 0);
    }
}

#[test]
fn it_is_tried_three_times_and_then_by_the_reader() {
    let (_server, backend, browser) = open();
    let words = Lang::ZhHans.words();
    let heading = on_about(&browser);
    backend.becomes(Mood::Broken);
    browser.follow_link(words.shell.news);
    browser.see(words.states.failed_title);
    assert_eq!(backend.asked("/news.json"), 3);
    assert_eq!(browser.heading(), heading);
    // Who presses has all three again.
    browser.press_button(words.states.retry);
    browser.wait_until("it is tried three times more", |_| {
        backend.asked("/news.json") == 6
    });
    browser.see(words.states.failed_title);
    backend.becomes(Mood::Gone);
    browser.press_button(words.states.retry);
    browser.wait_until("who does not answer is asked again, too", |_| {
        backend.asked("/news.json") >= 3
    });
    browser.see(words.states.failed_title);
    backend.becomes(Mood::Well);
    browser.press_button(words.states.retry);
    browser.see_heading(words.news.title);
}

#[test]
fn what_is_an_answer_is_not_asked_for_again() {
    let (_server, backend, browser) = open();
    let words = Lang::ZhHans.words();
    for mood in [
        Mood::Garbage,
        Mood::CutShort,
        Mood::OtherSchema,
        // Nobody waits for an hour.
        Mood::Closed,
    ] {
        backend.becomes(Mood::Well);
        on_about(&browser);
        backend.becomes(mood);
        browser.follow_link(words.shell.news);
        browser.see(words.states.failed_title);
        assert_eq!(backend.asked("/news.json"), 1, "{mood:?}");
    }
    backend.becomes(Mood::Well);
    on_about(&browser);
    backend.becomes(Mood::Forgetful);
    browser.follow_link(words.shell.news);
    browser.see_heading(words.states.not_found_title);
    assert_eq!(backend.asked("/news.json"), 1);
}

#[test]
fn nobody_asks_again_for_what_nobody_waits_for() {
    let (_server, backend, browser) = open();
    let words = Lang::ZhHans.words();
    // The reader wants something else meanwhile, which takes longer.
    on_about(&browser);
    backend.becomes(Mood::Busy);
    browser.follow_link(words.shell.news);
    browser.wait_until("it has been asked", |_| backend.asked("/news.json") == 1);
    browser.follow_link(words.shell.figures);
    browser.see(words.states.failed_title);
    assert_eq!(backend.asked("/figures.json"), 3);
    assert_eq!(backend.asked("/news.json"), 1);
    // The reader looks at something else.
    backend.becomes(Mood::Well);
    on_about(&browser);
    backend.becomes(Mood::Broken);
    browser.run::<()>(
        "Object.defineProperty(document, 'hidden', { get: () => true })",
        &[],
    );
    browser.follow_link(words.shell.news);
    browser.see(words.states.failed_title);
    assert_eq!(backend.asked("/news.json"), 1);
}

/// A site that is published with a backend, and falls back on itself.
fn with_backend(name: &str) -> Published {
    let site = Published::shared().copy(name);
    Published::publish_with(&bundle(), &site.folder, &["--content-base", BESIDE])
}

#[test]
fn where_a_backend_fails_the_site_itself_is_asked() {
    let site = with_backend("fallback-on-itself");
    let server = Server::start(&site.folder);
    let backend = Backend::beside(&server);
    let browser = Browser::open(&backend.origin());
    let words = Lang::ZhHans.words();
    on_about(&browser);
    browser.follow_link(words.shell.figures);
    browser.see_heading(words.figures.title);
    assert_eq!(backend.asked("/figures.json"), 1, "the backend goes first");
    for mood in [
        Mood::Broken,
        Mood::Closed,
        Mood::Garbage,
        Mood::CutShort,
        Mood::OtherSchema,
        Mood::Gone,
        Mood::Silent,
    ] {
        backend.becomes(Mood::Well);
        on_about(&browser);
        backend.becomes(mood);
        browser.follow_link(words.shell.news);
        browser.see_heading(words.news.title);
        assert!(backend.asked("/news.json") >= 1, "{mood:?}");
    }
    // Once the backend is back it is asked for what is on screen: that may be newer.
    backend.becomes(Mood::Well);
    browser.wait_until("it is asked again", |browser| {
        browser.run::<()>("document.dispatchEvent(new Event('visibilitychange'))", &[]);
        backend.asked("/news.json") > 0
    });
    browser.see_heading(words.news.title);
    // That there is no such page, only the backend can say.
    backend.becomes(Mood::Forgetful);
    on_about(&browser);
    browser.follow_link(words.shell.news);
    browser.see_heading(words.states.not_found_title);
}

#[test]
fn what_the_site_itself_has_not_is_no_answer_in_the_backends_place() {
    let site = with_backend("fallback-without");
    for file in site.files(".json") {
        if file.ends_with("content/v1/zh-Hans/news.json") {
            for ending in ["", ".br", ".gz"] {
                let _ = fs::remove_file(site.folder.join([&file, ending].concat()));
            }
        }
    }
    let server = Server::start(&site.folder);
    let backend = Backend::beside(&server);
    let browser = Browser::open(&backend.origin());
    let words = Lang::ZhHans.words();
    let heading = on_about(&browser);
    backend.becomes(Mood::Broken);
    browser.follow_link(words.shell.news);
    browser.see(words.states.failed_title);
    assert_eq!(browser.heading(), heading);
    assert_eq!(backend.asked("/news.json"), 3);
}
