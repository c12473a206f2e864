//! The files in `deploy/`, in the programs that they are for.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use server::{Background, Options};

use crate::node::site;
use crate::{has, root, said};

fn deploy(name: &str) -> String {
    fs::read_to_string(root().join("deploy").join(name)).unwrap()
}

/// The arguments of every call of this program in a text.
fn calls(text: &str) -> Vec<Vec<String>> {
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect();
    let begins = ["ExecStart=/usr/local/bin/site ", "\"$site\" "];
    let lines = text.lines().filter_map(|line| {
        let begin = begins.iter().find_map(|begin| line.strip_prefix(begin));
        begin.map(words)
    });
    lines.collect()
}

#[test]
fn name_arguments_that_the_program_has() {
    let mut all = Vec::new();
    for name in [
        "systemd/alliance-site.service",
        "systemd/alliance-backend.service",
        "backup.sh",
    ] {
        let found = calls(&deploy(name));
        assert!(!found.is_empty(), "{name}");
        all.extend(found);
    }
    let container = deploy("Containerfile");
    let command = container.lines().find_map(|line| line.strip_prefix("CMD "));
    all.push(serde_json::from_str(command.unwrap()).unwrap());
    for call in all {
        let output = site().args(&call).arg("--help").output().unwrap();
        assert!(output.status.success(), "{call:?}: {}", said(&output));
    }
}

#[test]
fn are_units_that_systemd_takes_and_finds_hardened() {
    assert!(
        has("systemd-analyze"),
        "systemd is missing: run `.ci/tools test`"
    );
    let room = tempfile::tempdir().unwrap();
    let mut units = Vec::new();
    for entry in fs::read_dir(root().join("deploy/systemd")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if name.ends_with(".conf") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        let text = text
            .replace("/usr/local/bin/site", env!("CARGO_BIN_EXE_site"))
            .replace(
                "/usr/local/share/alliance/backup.sh",
                root()
                    .join("deploy/backup.sh")
                    .canonicalize()
                    .unwrap()
                    .to_str()
                    .unwrap(),
            );
        fs::write(room.path().join(&name), text).unwrap();
        units.push(room.path().join(name));
    }
    units.sort();
    assert_eq!(units.len(), 4);
    let verified = Command::new("systemd-analyze")
        .args(["verify", "--man=no"])
        .args(&units)
        .env("SYSTEMD_UNIT_PATH", format!("{}:", room.path().display()))
        .output()
        .unwrap();
    let words = said(&verified);
    let ours: Vec<&str> = words
        .lines()
        .filter(|line| line.contains("alliance-") && !line.contains("alliance.slice"))
        .collect();
    assert_eq!(ours, [""; 0], "{words}");
    for unit in units
        .iter()
        .filter(|unit| unit.extension().unwrap() == "service")
    {
        let judged = Command::new("systemd-analyze")
            .args(["security", "--offline=true", "--threshold=20", "--no-pager"])
            .arg(unit)
            .output()
            .unwrap();
        assert!(judged.status.success(), "{}", said(&judged));
    }
}

#[test]
fn keep_logs_for_six_months_and_not_for_ever() {
    assert!(
        has("logrotate"),
        "logrotate is missing: run `.ci/tools test`"
    );
    let room = tempfile::tempdir().unwrap();
    let logs = room.path().join("logs");
    fs::create_dir(&logs).unwrap();
    let owner = said(&Command::new("id").arg("-un").output().unwrap());
    let group = said(&Command::new("id").arg("-gn").output().unwrap());
    let configuration = deploy("logrotate.conf")
        .replace("/var/log/alliance", logs.to_str().unwrap())
        .replace("/var/log/nginx", logs.to_str().unwrap())
        .replace(
            "su root root",
            &format!("su {} {}", owner.trim(), group.trim()),
        );
    let file = room.path().join("logrotate.conf");
    fs::write(&file, configuration).unwrap();
    let program = match Path::new("/usr/sbin/logrotate").exists() {
        true => "/usr/sbin/logrotate",
        false => "logrotate",
    };
    for day in 0..200 {
        fs::write(logs.join("backend.log"), format!("day {day}\n")).unwrap();
        let rotated = Command::new(program)
            .arg("--force")
            .arg("--state")
            .arg(room.path().join("state"))
            .arg(&file)
            .output()
            .unwrap();
        assert!(rotated.status.success(), "{}", said(&rotated));
    }
    let kept = fs::read_dir(&logs).unwrap().flatten();
    let kept = kept.filter(|entry| {
        let name = entry.file_name().into_string().unwrap();
        name.starts_with("backend.log.")
    });
    let kept = kept.count();
    assert!((184..200).contains(&kept), "{kept} days are kept");
    let newest = fs::read_to_string(logs.join("backend.log.1")).unwrap();
    assert_eq!(newest, "day 199\n");
}

/// A folder as publishing leaves it, as far as it is asked for.
fn published(dir: &Path, page: &str, more: &[(&str, &str)]) {
    fs::create_dir_all(dir).unwrap();
    fs::write(dir.join("index.html"), page).unwrap();
    fs::write(dir.join("404.html"), "nothing").unwrap();
    for (name, text) in more {
        fs::write(dir.join(name), text).unwrap();
    }
}

struct Nginx {
    process: Child,
    around: tempfile::TempDir,
}

impl Nginx {
    fn start(servers: &[String]) -> Self {
        let around = tempfile::tempdir().unwrap();
        let path = around.path().display();
        let all: String = servers
            .iter()
            .map(|server| format!("server {server} max_fails=1 fail_timeout=5s;\n"))
            .collect();
        let one = "server 127.0.0.1:8080 max_fails=1 fail_timeout=5s;\n";
        let text = deploy("nginx-backend.conf");
        assert!(
            text.contains(one),
            "the servers are to be put in place of this line"
        );
        let text = text
            .replace(one, &all)
            .replace("listen 80;", &format!("listen unix:{path}/socket;"))
            .replace("    listen [::]:80;\n", "")
            .replace("/var/log/nginx/alliance.log", &format!("{path}/access"))
            .replace(
                "hash $remote_addr consistent;",
                "hash $http_x_reader consistent;",
            );
        fs::write(around.path().join("site.conf"), text).unwrap();
        let main = format!(
            "daemon off; master_process off; pid {path}/pid; error_log {path}/errors;
             events {{}}
             http {{
                 client_body_temp_path {path}/a; proxy_temp_path {path}/b;
                 fastcgi_temp_path {path}/c; uwsgi_temp_path {path}/d; scgi_temp_path {path}/e;
                 include {path}/site.conf;
             }}"
        );
        fs::write(around.path().join("nginx.conf"), main).unwrap();
        let program = match Path::new("/usr/sbin/nginx").exists() {
            true => "/usr/sbin/nginx",
            false => "nginx",
        };
        let mut process = Command::new(program)
            .arg("-p")
            .arg(around.path())
            .arg("-c")
            .arg(around.path().join("nginx.conf"))
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while UnixStream::connect(around.path().join("socket")).is_err() {
            let errors = fs::read_to_string(around.path().join("errors")).unwrap_or_default();
            assert!(process.try_wait().unwrap().is_none(), "{errors}");
            std::thread::sleep(Duration::from_millis(10));
        }
        Self { process, around }
    }

    /// As a reader of a name: who has another name may be sent to another server.
    fn get(&self, reader: &str, path: &str) -> String {
        let mut stream = UnixStream::connect(self.around.path().join("socket")).unwrap();
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: site\r\nx-reader: {reader}\r\nconnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn log(&self) -> String {
        fs::read_to_string(self.around.path().join("access")).unwrap()
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn let_nginx_stand_in_front_of_several_servers() {
    let room = tempfile::tempdir().unwrap();
    let (old, new) = (room.path().join("old"), room.path().join("new"));
    published(&old, "old", &[]);
    published(&new, "new", &[("app-0a1b2c3d.js", "the app")]);
    let one = Background::start(Options::new(&old)).unwrap();
    let other = Background::start(Options::new(&new)).unwrap();
    let servers = [one.address().to_string(), other.address().to_string()];
    let nginx = Nginx::start(&servers);
    let page = |reader: &str| {
        let answer = nginx.get(reader, "/");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.contains("content-security-policy"), "{answer}");
        answer.rsplit("\r\n\r\n").next().unwrap().trim().to_owned()
    };
    let readers: Vec<String> = (0..40).map(|number| format!("reader {number}")).collect();
    let first: Vec<String> = readers.iter().map(|reader| page(reader)).collect();
    assert!(first.iter().any(|page| page.contains("old")));
    assert!(first.iter().any(|page| page.contains("new")));
    for (reader, first) in readers.iter().zip(&first) {
        // Nobody goes from one publish to another and back.
        assert_eq!(page(reader), *first);
        // What the page needs is there, whoever has it.
        let app = nginx.get(reader, "/app-0a1b2c3d.js");
        assert!(
            app.starts_with("HTTP/1.1 200") && app.contains("the app"),
            "{app}"
        );
    }
    let missing = nginx.get("reader", "/app-4e5f6071.js");
    assert!(missing.starts_with("HTTP/1.1 404"), "{missing}");
    nginx.get("reader", "/api/v1/sign-in?key=a-word-that-lets-in");
    nginx.get("reader", "/api/v1/previews/a-word-of-a-preview");
    // One goes: its readers are led to the other.
    let gone = one.address();
    drop(one);
    assert!(TcpStream::connect(gone).is_err());
    for reader in &readers {
        assert!(page(reader).contains("new"));
    }
    let log = nginx.log();
    for line in log.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(line["path"].is_string() && line["seconds"].is_number());
    }
    assert!(log.contains("\"/api/v1/previews/-\""), "{log}");
    assert!(!log.contains("a-word-"), "{log}");
}
