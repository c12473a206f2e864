//! Asking elsewhere, against servers on this machine.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use model::Lang;
use site::links::{Answer, Manners, Silence, USER_AGENT, check};

/// What a server has been asked, and the most of it at once.
#[derive(Default)]
struct Log {
    requests: Mutex<Vec<String>>,
    agents: Mutex<Vec<String>>,
    now: AtomicUsize,
    most: AtomicUsize,
}

/// A server that answers by the path: `/404` with that status, `/head` with 405
/// to HEAD, `/to` with a redirect, `/round` with one to itself, `/hang` never.
fn server() -> (String, Arc<Log>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let log = Arc::new(Log::default());
    let shared = Arc::clone(&log);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let log = Arc::clone(&shared);
            thread::spawn(move || answer(stream.unwrap(), &log));
        }
    });
    (address, log)
}

fn answer(stream: TcpStream, log: &Log) {
    let now = log.now.fetch_add(1, Ordering::SeqCst) + 1;
    log.most.fetch_max(now, Ordering::SeqCst);
    let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
    let request = lines.next().unwrap_or_default();
    for line in lines.take_while(|line| !line.is_empty()) {
        if let Some(agent) = line.to_ascii_lowercase().strip_prefix("user-agent: ") {
            log.agents.lock().unwrap().push(agent.to_owned());
        }
    }
    let mut words = request.split(' ');
    let (method, path) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    log.requests
        .lock()
        .unwrap()
        .push(format!("{method} {path}"));
    let reply = match (method, path) {
        (_, "/hang") => {
            thread::sleep(Duration::from_secs(30));
            return;
        }
        ("HEAD", "/head") => "405 Method Not Allowed",
        (_, "/round") => "302 Found\r\nLocation: /round",
        (_, "/to") => "302 Found\r\nLocation: /page",
        (_, "/404") => "404 Not Found",
        (_, "/403") => "403 Forbidden",
        _ => "200 OK",
    };
    log.now.fetch_sub(1, Ordering::SeqCst);
    let _ = write!(
        &stream,
        "HTTP/1.1 {reply}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
}

fn quick() -> Manners {
    Manners {
        pause: Duration::ZERO,
        patience: Duration::from_secs(10),
        ..Manners::default()
    }
}

fn by_path(answers: Vec<Answer>, host: &str) -> BTreeMap<String, Answer> {
    answers
        .into_iter()
        .map(|answer| (answer.url.replace(host, ""), answer))
        .collect()
}

#[test]
fn tell_living_addresses_from_dead_ones() {
    let (host, log) = server();
    let paths = ["/page", "/head", "/to", "/404", "/403", "/page"];
    let answers = check(paths.map(|path| format!("{host}{path}")), quick());
    let answers = by_path(answers, &host);
    assert_eq!(answers.len(), 5, "each is asked for once");
    for (path, status, dead) in [
        ("/page", 200, false),
        ("/head", 200, false),
        ("/to", 200, false),
        ("/404", 404, true),
        ("/403", 403, false),
    ] {
        assert_eq!(answers[path].status, Some(status), "{path}");
        assert_eq!(answers[path].is_dead(), dead, "{path}");
    }
    let requests = log.requests.lock().unwrap();
    let asked = |request: &str| requests.iter().filter(|asked| *asked == request).count();
    assert_eq!(asked("GET /page"), 0, "HEAD will do");
    assert_eq!(asked("GET /head"), 1, "GET where HEAD will not do");
    assert!(
        log.agents
            .lock()
            .unwrap()
            .iter()
            .all(|agent| agent == USER_AGENT)
    );
    assert_eq!(
        log.most.load(Ordering::SeqCst),
        1,
        "a host is asked one thing at a time"
    );
}

#[test]
fn lose_patience() {
    let (host, _) = server();
    let manners = Manners {
        patience: Duration::from_millis(300),
        ..quick()
    };
    let answers = check([format!("{host}/hang")], manners);
    assert_eq!(answers[0].status, None);
    assert!(answers[0].is_dead());
    assert_eq!(answers[0].error, Some(Silence::Late));
}

#[test]
fn call_a_host_that_is_not_there_dead() {
    let gone = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let answers = check([format!("http://{gone}/")], quick());
    assert!(answers[0].is_dead());
    assert_eq!(answers[0].error, Some(Silence::NoConnection));
}

#[test]
fn say_why_nothing_came() {
    let (host, _) = server();
    // It speaks first, and no TLS.
    let plain = TcpListener::bind("127.0.0.1:0").unwrap();
    let safe = format!("https://{}/", plain.local_addr().unwrap());
    thread::spawn(move || {
        for stream in plain.incoming() {
            let _ = write!(stream.unwrap(), "HTTP/1.1 400 Bad Request\r\n\r\n");
        }
    });
    let errors = [format!("{host}/round"), safe].map(|url| check([url], quick())[0].error);
    assert_eq!(errors, [Some(Silence::Astray), Some(Silence::NotTrusted)]);
    for silence in errors.into_iter().flatten() {
        let words = [Lang::ZhHans, Lang::En].map(|lang| silence.describe(lang));
        assert!(!words[0].is_ascii() && words[1].is_ascii(), "{words:?}");
    }
}
