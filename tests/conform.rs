//! `site conform`: two servers that serve the documents as they must be, and many that do not.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;
use std::{fs, thread};

use common::{Published, Server};

fn conform(url: &str, site: &Published) -> Output {
    Command::new(env!("CARGO_BIN_EXE_site"))
        .args(["conform", url, "--lang", "en", "--dir"])
        .arg(&site.folder)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn our_own_server_conforms() {
    let site = Published::shared();
    let server = Server::start(&site.folder);
    let output = conform(&server.url(""), site);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("; 0 of what was asked"));
}

/// An nginx with the sample's configuration; it ends when dropped.
struct Nginx {
    process: Child,
    address: SocketAddr,
}

impl Nginx {
    fn start(site: &Published, around: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        let sample = include_str!("../deploy/nginx.conf")
            .replace("listen 80;", &format!("listen {address};"))
            .replace("    listen [::]:80;\n", "")
            .replace("/srv/alliance/current", &site.folder.display().to_string());
        fs::write(around.join("site.conf"), sample).unwrap();
        let around = around.display();
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let temporary = temporary.map(|name| format!("{name}_temp_path {around}/{name};"));
        let main = format!(
            "daemon off; master_process off; pid {around}/pid; error_log {around}/errors; \
             events {{}} http {{ access_log off; {} include {around}/site.conf; }}",
            temporary.join(" ")
        );
        let configuration = format!("{around}/nginx.conf");
        fs::write(&configuration, main).unwrap();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let program = std::env::split_paths(&path)
            .chain(["/usr/sbin".into()])
            .map(|folder| folder.join("nginx"))
            .find(|program| program.is_file())
            .expect("nginx is not installed: apt-get install nginx-light");
        let mut process = Command::new(program)
            .args(["-p", &around.to_string(), "-c", &configuration])
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while TcpStream::connect(address).is_err() {
            let ended = process.try_wait().unwrap();
            assert!(ended.is_none(), "nginx does not take the sample");
            thread::sleep(Duration::from_millis(10));
        }
        Self { process, address }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn nginx_with_the_folder_conforms() {
    let site = Published::shared();
    let around = tempfile::tempdir().unwrap();
    let nginx = Nginx::start(site, around.path());
    let output = conform(&format!("http://{}", nginx.address), site);
    assert!(output.status.success(), "{}", said(&output));
}

/// What stands between a client and a good server, and makes it a bad one.
type Spoil = fn(&str, Vec<u8>, Vec<u8>) -> (Vec<u8>, Vec<u8>);

fn replaced(head: &[u8], from: &str, to: &str) -> Vec<u8> {
    String::from_utf8_lossy(head).replace(from, to).into_bytes()
}

/// Lines of a head that begin so are taken out.
fn without(head: &[u8], begin: &str) -> Vec<u8> {
    let head = String::from_utf8_lossy(head);
    let lines = head
        .split("\r\n")
        .filter(|line| !line.to_lowercase().starts_with(begin));
    lines.collect::<Vec<_>>().join("\r\n").into_bytes()
}

/// Serves what a good server serves, spoilt.
fn spoilt(good: SocketAddr, spoil: Spoil) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || pass_on(stream, good, spoil));
        }
    });
    address
}

fn pass_on(mut client: TcpStream, good: SocketAddr, spoil: Spoil) -> Option<()> {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") {
        client.read_exact(&mut byte).ok()?;
        request.push(byte[0]);
    }
    let text = String::from_utf8_lossy(&request).into_owned();
    let asked = text.lines().next()?.to_owned();
    let text = text.replacen("\r\n", "\r\nconnection: close\r\n", 1);
    let mut server = TcpStream::connect(good).ok()?;
    server.write_all(text.as_bytes()).ok()?;
    let mut answer = Vec::new();
    server.read_to_end(&mut answer).ok()?;
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let (head, body) = answer.split_at(end);
    let (head, body) = spoil(&asked, head.to_vec(), body[4..].to_vec());
    client.write_all(&head).ok()?;
    client.write_all(b"\r\n\r\n").ok()?;
    client.write_all(&body).ok()
}

#[test]
fn a_server_that_is_wrong_in_any_way_is_found_out() {
    // A few documents do: each is asked for in the same ways.
    let site = &Published::shared().copy("conform-few");
    for folder in ["en", "zh-Hant", "revisions", "search", "zh-Hans/news"] {
        let folder = site.folder.join("content/v1").join(folder);
        fs::remove_dir_all(folder).unwrap();
    }
    let server = Server::start(&site.folder);
    let good: SocketAddr = server
        .url("")
        .trim_start_matches("http://")
        .parse()
        .unwrap();
    let cases: [(&str, Spoil); 8] = [
        ("200 was expected, and 500 came", |_, head, body| {
            (replaced(&head, "200 OK", "500 Internal Server Error"), body)
        }),
        ("other from byte", |asked, head, mut body| {
            if asked.contains("home.json") && body.len() > 200 {
                body[100] ^= 1;
            }
            (head, body)
        }),
        (
            "content-type: application/json was expected",
            |_, head, body| (replaced(&head, "application/json", "text/html"), body),
        ),
        (
            "etag: a tag of the content was expected",
            |_, head, body| (without(&head, "etag:"), body),
        ),
        ("cache-control: no-cache", |_, head, body| {
            (
                replaced(
                    &head,
                    "cache-control: no-cache",
                    "cache-control: max-age=86400",
                ),
                body,
            )
        }),
        ("304 was expected, and 200 came", |_, head, body| {
            (replaced(&head, "304 Not Modified", "200 OK"), body)
        }),
        ("set-cookie: no cookie was expected", |_, head, body| {
            ([head, b"\r\nset-cookie: a=b".to_vec()].concat(), body)
        }),
        (
            "404 was expected, and 200 came",
            |asked, head, body| match asked.contains("no-such-page") {
                true => (replaced(&head, "404 Not Found", "200 OK"), body),
                false => (head, body),
            },
        ),
    ];
    for (expected, spoil) in cases {
        let bad = spoilt(good, spoil);
        let output = conform(&format!("http://{bad}"), site);
        assert_eq!(
            output.status.code(),
            Some(1),
            "{expected}: {}",
            said(&output)
        );
        assert!(
            said(&output).contains(expected),
            "{expected}: {}",
            said(&output)
        );
    }
    let unspoilt = spoilt(good, |_, head, body| (head, body));
    let output = conform(&format!("http://{unspoilt}"), site);
    assert!(output.status.success(), "{}", said(&output));
    let nobody = conform("http://127.0.0.1:1", site);
    assert_eq!(nobody.status.code(), Some(1));
    assert!(said(&nobody).contains("no answer"));
}

#[test]
fn another_state_of_the_site_does_not_conform() {
    let site = Published::shared();
    let server = Server::start(&site.folder);
    let newer = site.copy("conform-newer");
    let home = newer.folder.join("content/v1/zh-Hans/home.json");
    let text = fs::read_to_string(&home).unwrap();
    fs::write(&home, text + " ").unwrap();
    let output = conform(&server.url(""), &newer);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("content/v1/zh-Hans/home.json: GET:"),
        "{}",
        said(&output)
    );
    let nothing = Command::new(env!("CARGO_BIN_EXE_site"))
        .args(["conform", "http://127.0.0.1:1", "--dir", "/nowhere"])
        .output()
        .unwrap();
    assert_eq!(nothing.status.code(), Some(2));
}
