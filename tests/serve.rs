//! The embedded server, asked over real connections.

#![allow(clippy::unwrap_used)]

mod serving;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::symlink;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use publish::headers::{Framing, HSTS};
use server::{Background, Limits, Options, ServeError};
use serving::client::raw;
use serving::{Answer, Published, SECRET, TRAVERSALS, ask, check_security, expectations};

fn start(published: &Published) -> Background {
    Background::start(Options::new(published.dir())).unwrap()
}

fn connect(server: &Background) -> TcpStream {
    TcpStream::connect(server.address()).unwrap()
}

fn get(server: &Background, path: &str, lines: &[&str]) -> Answer {
    ask(connect(server), "GET", path, lines)
}

#[test]
fn answers_as_expected() {
    let published = Published::new();
    let server = start(&published);
    for expectation in expectations() {
        let answer = ask(
            connect(&server),
            expectation.method,
            expectation.path,
            expectation.lines,
        );
        expectation.check(&answer);
    }
}

#[test]
fn leads_on_with_a_query_that_came_in_full_width() {
    let published = Published::new();
    let server = start(&published);
    for (path, expected) in [
        (
            "/embed/chain/%EF%BC%9Fproduct%EF%BC%9D1",
            "/embed/chain/?product%EF%BC%9D1",
        ),
        (
            "/embed/chain%3Fproduct=1?from=chat",
            "/embed/chain/?product=1&from=chat",
        ),
    ] {
        let answer = get(&server, path, &[]);
        assert_eq!(answer.status, 308, "{path}");
        assert_eq!(answer.header("location"), Some(expected), "{path}");
    }
}

#[test]
fn prefers_brotli_and_never_forces_it() {
    let published = Published::new();
    let server = start(&published);
    for (accept, coding, body) in [
        ("gzip, deflate, br", Some("br"), "br of home"),
        ("br;q=0.1", Some("br"), "br of home"),
        ("*", Some("br"), "br of home"),
        ("gzip, br;q=0", Some("gzip"), "gz of home"),
        ("gzip;q=0.9, br;q=0.8", Some("gzip"), "gz of home"),
        ("br;q=0, *;q=0.5", Some("gzip"), "gz of home"),
        ("br;q=0", None, "<p>home"),
        ("*;q=0", None, "<p>home"),
        ("br;q=oops", None, "<p>home"),
    ] {
        let answer = get(&server, "/", &[&format!("Accept-Encoding: {accept}")]);
        assert_eq!(answer.header("content-encoding"), coding, "{accept}");
        assert_eq!(answer.text(), body, "{accept}");
        assert_eq!(answer.header("vary"), Some("accept-encoding"));
    }
    // Only a form that is there.
    let answer = get(&server, "/news/", &["Accept-Encoding: br, gzip;q=0.1"]);
    assert_eq!(answer.text(), "gz of news");
    let answer = get(&server, "/robots.txt", &["Accept-Encoding: br, gzip"]);
    assert_eq!(answer.text(), "User-agent: *");
    assert_eq!(answer.header("vary"), None);
}

#[test]
fn gives_every_form_a_tag_of_its_own() {
    let published = Published::new();
    let server = start(&published);
    let mut tags: Vec<String> = ["identity", "gzip", "br"]
        .iter()
        .map(|coding| {
            let line = format!("Accept-Encoding: {coding}");
            let answer = get(&server, "/", &[&line]);
            let tag = answer.header("etag").unwrap().to_owned();
            assert!(tag.starts_with('"') && tag.ends_with('"'), "strong: {tag}");

            let known = format!("If-None-Match: {tag}");
            let again = get(&server, "/", &[&line, &known]);
            assert_eq!(again.status, 304, "{coding}");
            assert_eq!(again.header("etag"), Some(tag.as_str()));
            assert_eq!(again.header("vary"), Some("accept-encoding"));
            assert_eq!(again.header("cache-control"), Some("no-cache"));
            assert!(again.body.is_empty());
            check_security(&again, Framing::Nobody);
            tag
        })
        .collect();

    let line = format!("If-None-Match: {}", tags[1]);
    let other_form = get(&server, "/", &[&line, "Accept-Encoding: br"]);
    assert_eq!(other_form.status, 200);

    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), 3);
}

#[test]
fn sends_again_only_what_changed() {
    let published = Published::new();
    let server = start(&published);
    let answer = get(&server, "/robots.txt", &[]);
    let tag = answer.header("etag").unwrap();
    let date = answer.header("last-modified").unwrap();
    let old = "Sun, 06 Nov 1994 08:49:37 GMT";
    for (lines, status) in [
        (vec![format!("If-None-Match: {tag}")], 304),
        (vec![format!("If-None-Match: W/{tag}")], 304),
        (vec![format!("If-None-Match: \"a\", {tag}")], 304),
        (vec!["If-None-Match: *".to_owned()], 304),
        (vec!["If-None-Match: \"a\"".to_owned()], 200),
        (vec![format!("If-Modified-Since: {date}")], 304),
        (vec![format!("If-Modified-Since: {old}")], 200),
        (vec!["If-Modified-Since: yesterday".to_owned()], 200),
        // The tag knows better than the date.
        (
            vec![
                "If-None-Match: \"a\"".to_owned(),
                format!("If-Modified-Since: {date}"),
            ],
            200,
        ),
        (vec![format!("If-Match: {tag}")], 200),
        (vec!["If-Match: *".to_owned()], 200),
        (vec!["If-Match: \"a\"".to_owned()], 412),
        (vec![format!("If-Unmodified-Since: {date}")], 200),
        (vec![format!("If-Unmodified-Since: {old}")], 412),
    ] {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        for method in ["GET", "HEAD"] {
            let answer = ask(connect(&server), method, "/robots.txt", &lines);
            assert_eq!(answer.status, status, "{method} {lines:?}");
        }
    }
    // What is not there is never "as you know it".
    let missing = get(&server, "/nowhere/", &["If-None-Match: *"]);
    assert_eq!(missing.status, 404);
    assert_eq!(missing.header("etag"), None);
}

#[test]
fn sends_parts_of_the_file_itself_only() {
    let published = Published::new();
    let server = start(&published);
    let packed = ["Accept-Encoding: br, gzip", "Range: bytes=3-"];
    let answer = get(&server, "/", &packed);
    assert_eq!(answer.status, 206);
    assert_eq!(answer.text(), "home");
    assert_eq!(answer.header("content-encoding"), None);

    let br = get(&server, "/", &["Accept-Encoding: br"]);
    assert_eq!(br.header("accept-ranges"), None);
    let line = format!("If-Range: {}", br.header("etag").unwrap());
    let answer = get(&server, "/", &["Range: bytes=3-", &line]);
    assert_eq!((answer.status, answer.text().as_str()), (200, "<p>home"));

    let whole = get(&server, "/", &[]);
    assert_eq!(whole.header("accept-ranges"), Some("bytes"));
    for validator in ["etag", "last-modified"] {
        let line = format!("If-Range: {}", whole.header(validator).unwrap());
        let answer = get(&server, "/", &["Range: bytes=3-", &line]);
        assert_eq!((answer.status, answer.text().as_str()), (206, "home"));
    }

    // Several parts, or none that can be read: the whole.
    for range in ["bytes=0-1,3-4", "lines=1-2", "bytes=4-2", "bytes=x-"] {
        let answer = get(&server, "/", &[&format!("Range: {range}")]);
        assert_eq!(
            (answer.status, answer.text().as_str()),
            (200, "<p>home"),
            "{range}"
        );
    }
    for range in ["bytes=7-", "bytes=-0", "bytes=99999999999999999999-"] {
        let answer = get(&server, "/", &[&format!("Range: {range}")]);
        assert_eq!(answer.status, 416, "{range}");
        assert_eq!(answer.header("content-range"), Some("bytes */7"));
        check_security(&answer, Framing::Nobody);
    }
    let head = ask(connect(&server), "HEAD", "/", &["Range: bytes=3-"]);
    assert_eq!(head.status, 200);
    assert_eq!(head.header("content-length"), Some("7"));
}

#[test]
fn sends_large_files_whole_and_in_part() {
    let published = Published::new();
    let text: String = (0..200_000).map(|n| format!("{n} ")).collect();
    published.write("large.txt", &text);
    let server = start(&published);

    let answer = get(&server, "/large.txt", &[]);
    let length = text.len().to_string();
    assert_eq!(answer.header("content-length"), Some(length.as_str()));
    assert!(answer.text() == text);

    let answer = get(&server, "/large.txt", &["Range: bytes=100000-399999"]);
    assert_eq!(answer.status, 206);
    assert!(answer.text() == text[100_000..400_000]);
}

#[test]
fn keeps_a_connection_for_the_next_request() {
    let published = Published::new();
    let server = start(&published);
    let mut stream = connect(&server);
    let request = "GET /robots.txt HTTP/1.1\r\nHost: test\r\n";
    let two = format!("{request}\r\n{request}Connection: close\r\n\r\n");
    stream.write_all(two.as_bytes()).unwrap();
    let mut answers = String::new();
    stream.read_to_string(&mut answers).unwrap();
    assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 2);
    assert_eq!(answers.matches("User-agent: *").count(), 2);
}

#[test]
fn lets_no_path_out_of_the_folder() {
    let published = Published::new();
    fs::create_dir(published.around("site-other")).unwrap();
    fs::copy(
        published.around("secret.txt"),
        published.around("site-other/secret.txt"),
    )
    .unwrap();
    let server = start(&published);
    for path in TRAVERSALS {
        for (method, lines) in [
            ("GET", &["Accept: */*"]),
            ("GET", &["Range: bytes=0-"]),
            ("HEAD", &["Accept: */*"]),
        ] {
            let answer = ask(connect(&server), method, path, lines);
            assert!(!answer.text().contains(SECRET), "{path}");
            assert!(!answer.text().contains("root:"), "{path}");
            assert_eq!(answer.header("x-injected"), None, "{path}");
            if *path == "/?../secret.txt" {
                assert!(matches!(answer.status, 200 | 206), "{path}");
            } else {
                assert!(matches!(answer.status, 400 | 404), "{path}: {answer:?}");
            }
        }
    }
}

#[test]
fn follows_links_inside_the_folder_only() {
    let published = Published::new();
    let dir = published.dir();
    symlink("robots.txt", dir.join("alias.txt")).unwrap();
    symlink("../secret.txt", dir.join("relative.txt")).unwrap();
    symlink(published.around("secret.txt"), dir.join("absolute.txt")).unwrap();
    symlink("..", dir.join("up")).unwrap();
    symlink("/etc", dir.join("etc")).unwrap();
    symlink("news/../../secret.txt", dir.join("winding.txt")).unwrap();
    symlink("../secret.txt", dir.join("members/index.html.br")).unwrap();
    let server = start(&published);

    assert_eq!(get(&server, "/alias.txt", &[]).text(), "User-agent: *");
    for path in [
        "/relative.txt",
        "/absolute.txt",
        "/winding.txt",
        "/up/secret.txt",
        "/up/",
        "/up",
        "/etc/passwd",
        "/etc/hostname",
    ] {
        let answer = get(&server, path, &[]);
        assert_eq!(answer.status, 404, "{path}: {answer:?}");
        assert!(!answer.text().contains(SECRET), "{path}");
    }
    let answer = get(&server, "/members/", &["Accept-Encoding: br"]);
    assert_eq!(answer.text(), "<p>members");
}

#[test]
fn serves_what_was_published_while_it_ran() {
    let published = Published::new();
    let dir = published.dir();
    let server = start(&published);
    let before = get(&server, "/robots.txt", &[]);
    let tag = before.header("etag").unwrap().to_owned();
    let known = format!("If-None-Match: {tag}");

    // Another folder takes the name, with a file of the same length and date.
    let next = published.around("next");
    fs::create_dir(&next).unwrap();
    fs::write(next.join("robots.txt"), "User-agent: x").unwrap();
    let date = fs::metadata(dir.join("robots.txt"))
        .unwrap()
        .modified()
        .unwrap();
    fs::File::options()
        .write(true)
        .open(next.join("robots.txt"))
        .unwrap()
        .set_modified(date)
        .unwrap();
    fs::rename(&dir, published.around("old")).unwrap();

    // No folder has the name for a moment: the last one still answers.
    assert_eq!(get(&server, "/robots.txt", &[]).text(), "User-agent: *");

    fs::rename(&next, &dir).unwrap();
    let after = get(&server, "/robots.txt", &[&known]);
    assert_eq!(
        (after.status, after.text().as_str()),
        (200, "User-agent: x")
    );
    assert_eq!(get(&server, "/", &[]).status, 404);

    // And back again.
    fs::rename(&dir, published.around("bad")).unwrap();
    fs::rename(published.around("old"), &dir).unwrap();
    assert_eq!(get(&server, "/robots.txt", &[&known]).status, 304);
}

#[test]
fn misses_nothing_while_folders_are_swapped() {
    let published = Published::new();
    let server = start(&published);
    let done = Arc::new(AtomicBool::new(false));
    let asked = Arc::new(AtomicUsize::new(0));
    let reading = std::thread::spawn({
        let (done, asked) = (Arc::clone(&done), Arc::clone(&asked));
        let address = server.address();
        move || {
            while !done.load(Ordering::Relaxed) {
                let stream = TcpStream::connect(address).unwrap();
                let answer = ask(stream, "GET", "/robots.txt", &[]);
                assert_eq!(answer.status, 200, "after {asked:?} requests");
                asked.fetch_add(1, Ordering::Relaxed);
            }
        }
    });
    for text in ["one", "two"].iter().cycle().take(300) {
        // As publishing does it: aside, in place, away.
        let (dir, old) = (published.dir(), published.around("old"));
        let next = published.around("next");
        fs::create_dir(&next).unwrap();
        fs::write(next.join("robots.txt"), text).unwrap();
        fs::rename(&dir, &old).unwrap();
        fs::rename(&next, &dir).unwrap();
        fs::remove_dir_all(&old).unwrap();
        // A request meets a swap or two, never swaps without end.
        let before = asked.load(Ordering::Relaxed);
        while asked.load(Ordering::Relaxed) == before && !reading.is_finished() {
            std::thread::yield_now();
        }
    }
    done.store(true, Ordering::Relaxed);
    reading.join().unwrap();
    assert_eq!(get(&server, "/robots.txt", &[]).text(), "two");
}

#[test]
fn serves_where_a_link_points_now() {
    let published = Published::new();
    let link = published.around("current");
    symlink("site", &link).unwrap();
    let server = Background::start(Options::new(&link)).unwrap();
    assert_eq!(get(&server, "/robots.txt", &[]).text(), "User-agent: *");

    fs::create_dir(published.around("next")).unwrap();
    fs::write(published.around("next/robots.txt"), "User-agent: x").unwrap();
    symlink("next", published.around("switch")).unwrap();
    fs::rename(published.around("switch"), &link).unwrap();
    assert_eq!(get(&server, "/robots.txt", &[]).text(), "User-agent: x");
}

#[test]
fn notices_a_file_that_is_written_in_place() {
    let published = Published::new();
    let server = start(&published);
    let known = format!(
        "If-None-Match: {}",
        get(&server, "/robots.txt", &[]).header("etag").unwrap()
    );
    published.write("robots.txt", "User-agent: y");
    let answer = get(&server, "/robots.txt", &[&known]);
    assert_eq!(
        (answer.status, answer.text().as_str()),
        (200, "User-agent: y")
    );
}

#[test]
fn what_was_sent_before_is_not_sent_once_it_is_gone() {
    let published = Published::new();
    let server = start(&published);
    let page = "/news/";
    // Three times: read, kept, and from memory.
    for _ in 0..3 {
        assert_eq!(get(&server, page, &[]).status, 200);
    }
    let file = published.dir().join("news/index.html");
    let away = published.around("away");
    fs::rename(&file, &away).unwrap();
    assert_eq!(get(&server, page, &[]).status, 404);
    // A link that leads out of the folder is no file of it, though the same stands there.
    symlink(&away, &file).unwrap();
    assert_eq!(get(&server, page, &[]).status, 404);
    fs::remove_file(&file).unwrap();
    fs::rename(&away, &file).unwrap();
    assert_eq!(get(&server, page, &[]).status, 200);
}

#[test]
fn says_in_words_what_it_has_no_page_for() {
    let published = Published::new();
    let server = start(&published);
    fs::remove_file(published.dir().join("en/404.html")).unwrap();
    assert_eq!(get(&server, "/en/x/", &[]).text(), "<p>没有这一页");
    fs::remove_file(published.dir().join("404.html")).unwrap();
    let answer = get(&server, "/en/x/", &[]);
    assert_eq!(
        (answer.status, answer.text().as_str()),
        (404, "404 Not Found\n")
    );
    check_security(&answer, Framing::Nobody);
}

#[test]
fn promises_https_only_when_told() {
    let published = Published::new();
    let options = Options {
        https: true,
        ..Options::new(published.dir())
    };
    let server = Background::start(options).unwrap();
    for path in ["/", "/nowhere/", "/news"] {
        assert_eq!(get(&server, path, &[]).header(HSTS.0), Some(HSTS.1));
    }
}

#[test]
fn refuses_what_is_no_request() {
    let published = Published::new();
    let server = start(&published);
    for (request, status) in [
        ("GET / HTTP/1.1 x\r\n\r\n".to_owned(), 400),
        ("GET /a b HTTP/1.1\r\nHost: test\r\n\r\n".to_owned(), 400),
        ("\0\0\0\0\r\n\r\n".to_owned(), 400),
        (
            format!("GET /{} HTTP/1.1\r\nHost: test\r\n\r\n", "a".repeat(70_000)),
            414,
        ),
        (
            format!(
                "GET / HTTP/1.1\r\nHost: test\r\nX-Large: {}\r\n\r\n",
                "a".repeat(70_000)
            ),
            431,
        ),
        (
            format!(
                "GET / HTTP/1.1\r\nHost: test\r\n{}\r\n",
                "A: b\r\n".repeat(200)
            ),
            431,
        ),
    ] {
        let answer = raw(connect(&server), request.as_bytes());
        let line: String = request.chars().take(40).collect();
        // A connection that is cut without a word refuses as well.
        if let Some(answer) = answer {
            let refusals = [status, 400, 414, 431];
            assert!(refusals.contains(&answer.status), "{line}: {answer:?}");
        }
    }
    // And still stands.
    assert_eq!(get(&server, "/", &[]).status, 200);
}

#[test]
fn waits_for_no_client_for_ever() {
    let published = Published::new();
    let options = Options {
        limits: Limits {
            head: Duration::from_millis(50),
            ..Limits::default()
        },
        ..Options::new(published.dir())
    };
    let server = Background::start(options).unwrap();
    for begun in ["", "GET / HTTP/1.1\r\nHost: te"] {
        let mut slow = connect(&server);
        slow.write_all(begun.as_bytes()).unwrap();
        // Ends only when the server hangs up.
        let mut rest = Vec::new();
        let _ = slow.read_to_end(&mut rest);
        assert!(!String::from_utf8_lossy(&rest).contains("200 OK"));
    }
}

#[test]
fn gives_up_on_a_client_that_takes_nothing() {
    let published = Published::new();
    let large = "0123456789".repeat(3_000_000);
    published.write("large.txt", &large);
    let options = Options {
        limits: Limits {
            stall: Duration::from_millis(50),
            connections: 1,
            ..Limits::default()
        },
        ..Options::new(published.dir())
    };
    let server = Background::start(options).unwrap();
    let mut idle = connect(&server);
    idle.write_all(b"GET /large.txt HTTP/1.1\r\nHost: test\r\n\r\n")
        .unwrap();
    // There is one place: the next client gets it once the first has lost it.
    assert_eq!(get(&server, "/robots.txt", &[]).status, 200);
    let mut taken = Vec::new();
    let _ = idle.read_to_end(&mut taken);
    assert!(taken.len() < large.len());
}

#[test]
fn says_why_it_does_not_start() {
    let published = Published::new();
    let nowhere = published.around("nowhere");
    let error = Background::start(Options::new(&nowhere)).unwrap_err();
    assert!(matches!(error, ServeError::Folder { .. }));
    assert!(error.to_string().contains("nowhere"), "{error}");
}

/// `site serve` as a process; killed when the test ends before it does.
struct Process(Child);

impl Process {
    fn start(published: &Published, args: &[&str], port: Option<&str>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
        command
            .args(["serve", "--dir"])
            .arg(published.dir())
            .args(args)
            .env_remove("PORT")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        if let Some(port) = port {
            command.env("PORT", port);
        }
        Self(command.spawn().unwrap())
    }

    /// What it prints when it is up: where.
    fn address(&mut self) -> String {
        let mut line = String::new();
        BufReader::new(self.0.stdout.as_mut().unwrap())
            .read_line(&mut line)
            .unwrap();
        line.trim_end()
            .strip_prefix("http://")
            .unwrap_or_else(|| panic!("not an address: {line}"))
            .to_owned()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_command_prints_where_it_listens_and_stops_when_told() {
    let published = Published::new();
    for (args, port) in [(vec!["--port", "0"], None), (vec![], Some("0"))] {
        for signal in ["-INT", "-TERM"] {
            let mut process = Process::start(&published, &args, port);
            let address = process.address();
            assert!(address.starts_with("127.0.0.1:"), "{address}");
            let stream = TcpStream::connect(&address).unwrap();
            assert_eq!(ask(stream, "GET", "/", &[]).text(), "<p>home");

            let id = process.0.id().to_string();
            let sent = Command::new("kill").args([signal, &id]).status().unwrap();
            assert!(sent.success());
            assert!(process.0.wait().unwrap().success(), "{signal}");
            assert!(TcpStream::connect(&address).is_err());
        }
    }
}

#[test]
fn the_command_says_why_it_does_not_start() {
    let published = Published::new();
    let server = start(&published);
    let port = server.address().port().to_string();
    let mut process = Process::start(&published, &["--port", &port], None);
    assert_eq!(process.0.wait().unwrap().code(), Some(1));
    let mut words = String::new();
    process
        .0
        .stderr
        .as_mut()
        .unwrap()
        .read_to_string(&mut words)
        .unwrap();
    let expected = format!("site serve: 端口 {port} 已经有程序在用");
    assert!(words.starts_with(&expected), "{words}");
}

#[test]
fn a_response_under_way_ends_before_the_server_does() {
    let published = Published::new();
    let large = "0123456789".repeat(3_000_000);
    published.write("large.txt", &large);
    let server = start(&published);
    let mut stream = connect(&server);
    stream
        .write_all(b"GET /large.txt HTTP/1.1\r\nHost: test\r\n\r\n")
        .unwrap();
    let mut first = [0; 1];
    stream.read_exact(&mut first).unwrap();
    let stopping = std::thread::spawn(move || drop(server));
    let mut rest = Vec::new();
    stream.read_to_end(&mut rest).unwrap();
    assert!(rest.len() > large.len());
    stopping.join().unwrap();
}
