//! `site serve --backend`, `site backend` and `site audit`, by the program itself: also when
//! it is killed at any moment.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use tempfile::TempDir;
use walkdir::WalkDir;

fn site() -> Command {
    Command::new(env!("CARGO_BIN_EXE_site"))
}

fn app() -> PathBuf {
    match std::env::var_os("SITE_APP") {
        Some(app) => app.into(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/app"),
    }
}

/// A copy of the editors' bundle, and room beside it.
fn bundle() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let bundle = folder.path().join("内容");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content");
    for entry in WalkDir::new(&from) {
        let entry = entry.unwrap();
        let to = bundle.join(entry.path().strip_prefix(&from).unwrap());
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(to).unwrap(),
            false => drop(fs::copy(entry.path(), to).unwrap()),
        }
    }
    (folder, bundle)
}

fn run(command: &mut Command, input: &str) -> Output {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A running program, signed in.
struct Running {
    process: Child,
    address: String,
    cookie: String,
}

impl Running {
    fn start(bundle: &Path, out: &Path) -> Self {
        let mut process = site()
            .args(["serve", "--port", "0", "--no-compress", "--backend"])
            .arg(format!("folder:{}", bundle.display()))
            .arg("--app")
            .arg(app())
            .arg("--dir")
            .arg(out)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let address = lines.next().unwrap().unwrap();
        let sign_in = lines.next().unwrap().unwrap();
        let address = address.trim_start_matches("http://").to_owned();
        let path = sign_in
            .trim_start_matches("http://")
            .trim_start_matches(&*address)
            .to_owned();
        let mut running = Self {
            process,
            address,
            cookie: String::new(),
        };
        let (_, head, _) = running.ask("GET", &path, "", "").unwrap();
        let cookie = head
            .lines()
            .find_map(|line| line.strip_prefix("set-cookie: "));
        cookie
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .clone_into(&mut running.cookie);
        running
    }

    fn ask(
        &self,
        method: &str,
        path: &str,
        more: &str,
        body: &str,
    ) -> Option<(u16, String, String)> {
        ask(&self.address, &self.cookie, method, path, more, body)
    }

    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

/// Asks, and gives up when the other end has gone.
fn ask(
    address: &str,
    cookie: &str,
    method: &str,
    path: &str,
    more: &str,
    body: &str,
) -> Option<(u16, String, String)> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream
        .set_read_timeout(Some(Duration::from_secs(120)))
        .ok()?;
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncookie: {cookie}\r\n\
         sec-fetch-site: same-origin\r\n{more}content-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.get(9..12)?.parse().ok()?;
    let body = match head.contains("transfer-encoding: chunked") {
        true => body.split("\r\n").skip(1).step_by(2).collect(),
        false => body.to_owned(),
    };
    Some((status, head.to_owned(), body))
}

fn tag(head: &str) -> &str {
    head.lines()
        .find_map(|line| line.strip_prefix("etag: "))
        .unwrap()
}

/// Whether a published folder is a site, and all of it.
fn assert_whole(out: &Path) {
    let mut pages = 0;
    for entry in WalkDir::new(out) {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".json") && entry.path().starts_with(out.join("content")) {
            let text = fs::read(entry.path()).unwrap();
            assert!(
                serde_json::from_slice::<Value>(&text).is_ok(),
                "{:?}",
                entry.path()
            );
        }
        if name.ends_with(".html") {
            pages += 1;
            let text = fs::read_to_string(entry.path()).unwrap();
            assert!(text.trim_end().ends_with("</html>"), "{:?}", entry.path());
        }
    }
    assert!(pages > 100, "{pages} pages");
}

/// What writers were assured of, by article: the last content that was acknowledged, and
/// the one that was under way.
type Assured = BTreeMap<String, (String, String)>;

#[test]
fn loses_no_acknowledged_write_when_it_is_killed() {
    // `SOAK=200` in a soak; a few times, every time.
    let times = std::env::var("SOAK")
        .ok()
        .and_then(|times| times.parse().ok());
    let times: u32 = times.unwrap_or(4);
    let (folder, bundle) = bundle();
    let out = folder.path().join("dist");
    let assured: Arc<Mutex<Assured>> = Arc::default();
    let mut acknowledged = 0;
    for round in 0..times {
        let running = Running::start(&bundle, &out);
        verify(&running, &assured);
        let stop = Arc::new(AtomicBool::new(false));
        let counted = Arc::new(Mutex::new(0));
        let mut threads = Vec::new();
        for writer in 0..4 {
            let (address, cookie) = (running.address.clone(), running.cookie.clone());
            let (assured, stop, counted) = (assured.clone(), stop.clone(), counted.clone());
            threads.push(thread::spawn(move || {
                let id = format!("2025-11-2{writer}-killed");
                let path = format!("/api/v1/records/article/{id}");
                let mut number = 0;
                while !stop.load(Ordering::Relaxed) {
                    number += 1;
                    let words = json!({
                        "id": id, "date": format!("2025-11-2{writer}"), "category": "alliance",
                        "title": { "zh-Hans": format!("第{round}次{number}"), "en": "Killed" },
                        "summary": { "zh-Hans": "测试。", "en": "A test." },
                        "body": { "zh-Hans": ["测试。"], "en": ["A test."] }, "source": "founding",
                    });
                    let Some((status, head, _)) = ask(&address, &cookie, "GET", &path, "", "")
                    else {
                        return;
                    };
                    let condition = match status {
                        200 => format!("if-match: {}\r\n", tag(&head)),
                        _ => "if-none-match: *\r\n".to_owned(),
                    };
                    let text = words.to_string();
                    assured.lock().unwrap().entry(id.clone()).or_default().1 = text.clone();
                    match ask(&address, &cookie, "PUT", &path, &condition, &text) {
                        Some((200 | 201, ..)) => {
                            assured.lock().unwrap().get_mut(&id).unwrap().0 = text;
                            *counted.lock().unwrap() += 1;
                        }
                        Some((status, _, body)) => panic!("{status}: {body}"),
                        None => return,
                    }
                }
            }));
        }
        // And one who proposes, approves and publishes all the time.
        let (address, cookie, stopping) = (
            running.address.clone(),
            running.cookie.clone(),
            stop.clone(),
        );
        threads.push(thread::spawn(move || {
            while !stopping.load(Ordering::Relaxed) {
                let list = "/api/v1/records?unpublished=true";
                let Some((200, _, body)) = ask(&address, &cookie, "GET", list, "", "") else {
                    return;
                };
                let list: Value = serde_json::from_str(&body).unwrap();
                for record in list["records"].as_array().unwrap() {
                    let of = json!({ "kind": record["kind"], "id": record["id"], "revision": record["revision"] });
                    let body = json!({ "records": [of] }).to_string();
                    for step in ["propose", "approve"] {
                        let path = format!("/api/v1/{step}");
                        if ask(&address, &cookie, "POST", &path, "", &body).is_none() {
                            return;
                        }
                    }
                }
                if ask(&address, &cookie, "POST", "/api/v1/publish", "", "{}").is_none() {
                    return;
                }
            }
        }));
        thread::sleep(Duration::from_millis(u64::from(fastrand(round) % 3000)));
        running.kill();
        stop.store(true, Ordering::Relaxed);
        for thread in threads {
            thread.join().unwrap();
        }
        acknowledged += *counted.lock().unwrap();
        assert_whole(&out);
    }
    assert!(acknowledged > 0);
    let running = Running::start(&bundle, &out);
    verify(&running, &assured);
    running.kill();
    let verified = run(
        site()
            .args(["audit", "verify", "--lang", "en", "--backend"])
            .arg(format!("folder:{}", bundle.display())),
        "",
    );
    assert!(verified.status.success(), "{}", said(&verified));
    let checked = run(site().arg("check").arg(&bundle), "");
    assert!(checked.status.success(), "{}", said(&checked));
    println!("killed {times} times; {acknowledged} acknowledged writes, none lost");
}

/// What was acknowledged is there; or what was under way when the program ended. That it is
/// there assures of it from now on.
fn verify(running: &Running, assured: &Mutex<Assured>) {
    for (id, (last, under_way)) in assured.lock().unwrap().iter_mut() {
        let path = format!("/api/v1/records/article/{id}");
        let (status, _, body) = running.ask("GET", &path, "", "").unwrap();
        if last.is_empty() && status == 404 {
            continue;
        }
        let found: Value = serde_json::from_str(&body).unwrap();
        let is_known = [&*last, &*under_way]
            .into_iter()
            .filter_map(|text| serde_json::from_str::<Value>(text).ok())
            .any(|known| known == found);
        assert!(
            is_known,
            "{id}: {found} after {last}, with {under_way} under way"
        );
        *last = found.to_string();
    }
}

/// Other moments in every run.
fn fastrand(round: u32) -> u32 {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap();
    now.subsec_nanos()
        .wrapping_mul(2_654_435_761)
        .wrapping_add(round)
        >> 8
}

#[test]
fn looks_after_accounts_and_moves_content_from_store_to_store() {
    let (folder, bundle) = bundle();
    let backend = format!("folder:{}", bundle.display());
    let run_at = |args: &[&str], input: &str| {
        let mut command = site();
        command
            .arg("backend")
            .args(args)
            .args(["--lang", "en", "--backend", &backend]);
        run(&mut command, input)
    };
    let added = run_at(
        &["add-person", "anna", "--role", "administrator"],
        "a long password\n",
    );
    assert!(added.status.success(), "{}", said(&added));
    let again = run_at(&["add-person", "anna"], "a long password\n");
    assert!(!again.status.success() && said(&again).contains("already"));
    let short = run_at(&["set-password", "anna"], "short\n");
    assert!(!short.status.success() && said(&short).contains("10 characters"));
    let recovered = run_at(
        &["set-password", "anna", "--without-codes"],
        "another password\n",
    );
    assert!(recovered.status.success());
    assert_eq!(said(&run_at(&["people"], "")).trim(), "anna\tadministrator");
    let last = run_at(&["remove-person", "anna"], "");
    assert!(!last.status.success() && said(&last).contains("last administrator"));
    let out = folder.path().join("out");
    let exported = run_at(&["export", out.to_str().unwrap()], "");
    assert!(exported.status.success(), "{}", said(&exported));
    let same = run(
        site().args(["diff", "--lang", "en"]).arg(&bundle).arg(&out),
        "",
    );
    assert_eq!(same.status.code(), Some(0), "{}", said(&same));
    let imported = run_at(&["import", out.to_str().unwrap()], "");
    assert!(imported.status.success(), "{}", said(&imported));
    let state = run_at(
        &["export", out.to_str().unwrap(), "--state", "yesterday"],
        "",
    );
    assert!(!state.status.success() && said(&state).contains("publish:NUMBER"));
    let mistaken = run(
        site().args(["backend", "people", "--backend", "mysql://x"]),
        "",
    );
    assert_eq!(mistaken.status.code(), Some(2));
}

#[test]
fn proves_the_public_log_and_finds_what_was_changed_in_it() {
    let (folder, bundle) = bundle();
    let out = folder.path().join("dist");
    let running = Running::start(&bundle, &out);
    for _ in 0..2 {
        let (status, _, body) = running.ask("POST", "/api/v1/publish", "", "{}").unwrap();
        assert_eq!(status, 200, "{body}");
    }
    let (_, _, log) = running.ask("GET", "/publish-log.json", "", "").unwrap();
    running.kill();
    let file = folder.path().join("log.json");
    let verify = |log: &str| {
        fs::write(&file, log).unwrap();
        run(
            site()
                .args(["audit", "verify", "--lang", "en", "--log"])
                .arg(&file),
            "",
        )
    };
    let proved = verify(&log);
    assert!(
        proved.status.success() && said(&proved).contains("3 entries"),
        "{}",
        said(&proved)
    );
    let entries: Vec<Value> = serde_json::from_str(&log).unwrap();
    let mut changed = entries.clone();
    changed[1]["at"] = json!(1);
    assert!(said(&verify(&json!(changed).to_string())).contains("was changed"));
    let mut short = entries;
    short.remove(1);
    assert!(said(&verify(&json!(short).to_string())).contains("does not follow"));
}

/// A header of an answer.
fn header<'a>(head: &'a str, name: &str) -> &'a str {
    let mut lines = head.lines().filter_map(|line| line.split_once(": "));
    lines.find(|(found, _)| *found == name).unwrap().1
}

#[test]
fn an_upload_goes_on_after_the_program_was_killed_in_its_middle() {
    let (folder, bundle) = bundle();
    let out = folder.path().join("dist");
    let text = "0123456789".repeat(50_000);
    let version = "tus-resumable: 1.0.0\r\n";
    let running = Running::start(&bundle, &out);
    let begin = format!(
        "{version}if-none-match: *\r\nupload-length: {}\r\nupload-metadata: filename {}\r\n",
        text.len(),
        BASE64.encode("root/notes.txt")
    );
    let (status, head, body) = running.ask("POST", "/api/v1/uploads", &begin, "").unwrap();
    assert_eq!(status, 201, "{body}");
    let at = header(&head, "location").to_owned();
    let append = |offset: usize| {
        format!(
            "{version}content-type: application/offset+octet-stream\r\nupload-offset: {offset}\r\n"
        )
    };
    let has = |running: &Running| {
        let (status, head, _) = running.ask("HEAD", &at, version, "").unwrap();
        assert_eq!(status, 200);
        header(&head, "upload-offset").parse::<usize>().unwrap()
    };
    let mut line = TcpStream::connect(&running.address).unwrap();
    let request = format!(
        "PATCH {at} HTTP/1.1\r\nhost: {}\r\ncookie: {}\r\nsec-fetch-site: same-origin\r\n\
         {}content-length: {}\r\n\r\n{}",
        running.address,
        running.cookie,
        append(0),
        text.len(),
        &text[..300_000]
    );
    line.write_all(request.as_bytes()).unwrap();
    while has(&running) < 300_000 {
        thread::sleep(Duration::from_millis(20));
    }
    running.kill();
    let running = Running::start(&bundle, &out);
    assert_eq!(has(&running), 300_000);
    let rest = &text[300_000..];
    let (status, _, body) = running.ask("PATCH", &at, &append(300_000), rest).unwrap();
    assert_eq!(status, 204, "{body}");
    let file = "/api/v1/assets/root/notes.txt";
    let (_, _, kept) = running.ask("GET", file, "", "").unwrap();
    assert!(kept == text, "{} bytes are kept", kept.len());
    running.kill();
}
