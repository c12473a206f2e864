//! The sample for nginx, in a real nginx, held to what the embedded server does.

#![allow(clippy::unwrap_used)]

mod serving;

use std::fs;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use publish::headers::{BOOT, Framing, HSTS, IMMUTABLE, REVALIDATE, script_hash, security};
use serving::{Answer, Published, SECRET, TRAVERSALS, ask, check_security, expectations};

const SAMPLE: &str = include_str!("../deploy/nginx.conf");

/// An nginx on a socket beside the published folder; it ends when dropped.
struct Nginx {
    process: Child,
    socket: PathBuf,
}

impl Nginx {
    fn start(published: &Published) -> Self {
        let around = published.around("nginx");
        fs::create_dir(&around).unwrap();
        let socket = around.join("socket");
        let site = SAMPLE
            .replacing("listen 80;", &format!("listen unix:{};", socket.display()))
            .replacing("    listen [::]:80;\n", "")
            .replacing(
                "root /srv/alliance/current;",
                &format!("root {};", published.dir().display()),
            );
        fs::write(around.join("site.conf"), site).unwrap();
        fs::write(around.join("nginx.conf"), main_configuration(&around)).unwrap();

        let log = fs::File::create(around.join("errors")).unwrap();
        let process = Command::new(program())
            .arg("-p")
            .arg(&around)
            .arg("-c")
            .arg(around.join("nginx.conf"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut nginx = Self { process, socket };
        while UnixStream::connect(&nginx.socket).is_err() {
            let ended = nginx.process.try_wait().unwrap();
            let words = fs::read_to_string(around.join("errors")).unwrap();
            assert!(ended.is_none(), "nginx does not take the sample: {words}");
            std::thread::sleep(Duration::from_millis(10));
        }
        nginx
    }

    fn ask(&self, method: &str, path: &str, lines: &[&str]) -> Answer {
        let stream = UnixStream::connect(&self.socket).unwrap();
        ask(stream, method, path, lines)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One process, which is easy to end, and no file outside the folder.
fn main_configuration(around: &Path) -> String {
    let around = around.display();
    format!(
        "daemon off;
         master_process off;
         pid {around}/pid;
         error_log {around}/errors;
         events {{}}
         http {{
             access_log off;
             client_body_temp_path {around}/body;
             proxy_temp_path {around}/proxy;
             fastcgi_temp_path {around}/fastcgi;
             uwsgi_temp_path {around}/uwsgi;
             scgi_temp_path {around}/scgi;
             include {around}/site.conf;
         }}"
    )
}

/// Debian keeps it where only root's PATH leads.
fn program() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain([PathBuf::from("/usr/sbin")])
        .map(|folder| folder.join("nginx"))
        .find(|program| program.is_file())
        .expect("nginx is not installed: apt-get install nginx-light")
}

trait Replacing {
    /// Replaces what stands once in it as a line of its own.
    fn replacing(&self, from: &str, to: &str) -> String;
}

impl Replacing for str {
    fn replacing(&self, from: &str, to: &str) -> String {
        assert!(self.contains(from), "the sample has no more {from:?}");
        self.replacen(from, to, 1)
    }
}

#[test]
fn the_sample_spells_the_headers_as_the_site_does() {
    let hash = script_hash(&BOOT);
    assert!(
        SAMPLE.contains(&hash),
        "boot.js has changed: in deploy/nginx.conf its hash must be {hash}"
    );
    for (name, value) in security(&hash, Framing::Nobody) {
        // These depend on the page.
        let value = match name {
            "cross-origin-resource-policy" => "$alliance_given_to".to_owned(),
            _ => format!(
                "\"{}\"",
                value.replace(
                    "frame-ancestors 'none'",
                    "frame-ancestors $alliance_framed_by"
                )
            ),
        };
        let stands = SAMPLE.lines().any(|line| {
            let line = line.trim();
            line.to_ascii_lowercase()
                .starts_with(&format!("add_header {name} "))
                && line.ends_with(&format!(" {value} always;"))
        });
        assert!(
            stands,
            "deploy/nginx.conf must have: add_header {name} {value} always;"
        );
    }
    for value in [HSTS.1, IMMUTABLE, REVALIDATE] {
        let quoted = format!("\"{value}\";");
        assert!(
            SAMPLE.contains(&quoted),
            "deploy/nginx.conf must have {quoted}"
        );
    }
}

#[test]
fn answers_as_the_embedded_server_does() {
    let published = Published::new();
    let nginx = Nginx::start(&published);
    for expectation in expectations() {
        let answer = nginx.ask(expectation.method, expectation.path, expectation.lines);
        expectation.check(&answer);
    }
}

#[test]
fn sends_again_only_what_changed() {
    let published = Published::new();
    let nginx = Nginx::start(&published);
    for accept in ["Accept-Encoding: identity", "Accept-Encoding: gzip"] {
        let answer = nginx.ask("GET", "/", &[accept]);
        let known = format!("If-None-Match: {}", answer.header("etag").unwrap());
        let again = nginx.ask("GET", "/", &[accept, &known]);
        assert_eq!(again.status, 304, "{accept}");
        assert_eq!(again.header("cache-control"), Some(REVALIDATE));
        check_security(&again, Framing::Nobody);
    }
}

#[test]
fn lets_no_path_out_of_the_folder() {
    let published = Published::new();
    let secret = published.around("secret.txt");
    std::os::unix::fs::symlink(secret, published.dir().join("absolute.txt")).unwrap();
    let nginx = Nginx::start(&published);
    for path in TRAVERSALS.iter().chain(&["/absolute.txt"]) {
        let answer = nginx.ask("GET", path, &[]);
        assert!(!answer.text().contains(SECRET), "{path}");
        assert!(!answer.text().contains("root:"), "{path}");
        assert_eq!(answer.header("x-injected"), None, "{path}");
        if *path != "/?../secret.txt" {
            assert!(matches!(answer.status, 400 | 404), "{path}: {answer:?}");
        }
    }
}

#[test]
fn falls_back_to_the_one_page_for_what_is_not_there() {
    let published = Published::new();
    fs::remove_file(published.dir().join("en/404.html")).unwrap();
    let nginx = Nginx::start(&published);
    let answer = nginx.ask("GET", "/en/nowhere/", &[]);
    assert_eq!(
        (answer.status, answer.text().as_str()),
        (404, "<p>没有这一页")
    );
}

#[test]
fn serves_what_was_published_while_it_ran() {
    let published = Published::new();
    let nginx = Nginx::start(&published);
    assert_eq!(nginx.ask("GET", "/robots.txt", &[]).text(), "User-agent: *");
    fs::create_dir(published.around("next")).unwrap();
    fs::write(published.around("next/robots.txt"), "another").unwrap();
    fs::rename(published.dir(), published.around("old")).unwrap();
    fs::rename(published.around("next"), published.dir()).unwrap();
    assert_eq!(nginx.ask("GET", "/robots.txt", &[]).text(), "another");
}
