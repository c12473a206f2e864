//! Numbers and logs: what is in them, and what never is.

use std::io::Read;
use std::net::TcpListener;
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

use crate::bundle;
use crate::node::{Node, postgres, read, site, wait_until};

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

fn agent() -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_global(Some(Duration::from_secs(60)))
        .build()
        .into()
}

#[test]
fn says_how_it_is_at_an_address_of_its_own() {
    let room = tempfile::tempdir().unwrap();
    let content = room.path().join("content");
    bundle(&content);
    let port = free_port();
    let address = format!("folder:{}", content.display());
    let mut command = Node::command(&address, &room.path().join("dist"));
    command.args(["--admin", &format!("127.0.0.1:{port}")]);
    let node = Node::start(command);
    let admin = format!("http://127.0.0.1:{port}");
    let ask = |path: &str| read(&node.agent, &format!("{admin}{path}")).unwrap();
    let (status, health) = ask("/healthz");
    let health: Value = serde_json::from_str(&health).unwrap();
    assert_eq!(
        (status, &health["site"], &health["store_up"]),
        (200, &json!(true), &json!(1))
    );
    assert_eq!(health["publish_shown"], health["publish_last"]);
    for _ in 0..3 {
        assert_eq!(node.get("/").unwrap().0, 200);
    }
    assert_eq!(node.get("/nowhere/").unwrap().0, 404);
    node.get_as_editor("/records");
    let (_, metrics) = ask("/metrics");
    for line in [
        "site_requests_total{method=\"GET\",status=\"200\",part=\"site\"} 3",
        "site_requests_total{method=\"GET\",status=\"404\",part=\"site\"} 1",
        "site_requests_total{method=\"GET\",status=\"200\",part=\"editors\"} 1",
        "site_request_duration_seconds_count{part=\"site\"} 4",
        "# TYPE site_request_duration_seconds histogram",
        "site_store_up 1",
    ] {
        assert!(metrics.contains(line), "{line}: {metrics}");
    }
    assert_eq!(metrics.lines().last(), Some("# EOF"));
    // Readers reach neither, and this address has nothing else.
    assert_eq!(node.get("/metrics").unwrap().0, 404);
    assert_eq!(ask("/api/v1/records").0, 404);
}

const PASSWORD: &str = "a-password-that-nobody-may-see";

#[test]
fn logs_every_request_and_nothing_that_lets_anybody_in() {
    let room = tempfile::tempdir().unwrap();
    // The test's server takes any password.
    let database = postgres::database().replace("postgres@", "postgres:database-secret@");
    let content = room.path().join("content");
    bundle(&content);
    let run = |args: &[&str], input: &str| {
        let mut child = site()
            .arg("backend")
            .args(args)
            .env("SITE_BACKEND", &database)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut pipe = child.stdin.take().unwrap();
        std::io::Write::write_all(&mut pipe, input.as_bytes()).unwrap();
        drop(pipe);
        assert!(child.wait().unwrap().success());
    };
    run(&["import", content.to_str().unwrap()], "");
    run(
        &["add-person", "anna", "--role", "administrator"],
        &format!("{PASSWORD}\n"),
    );
    let port = free_port();
    let mut command = Node::command(&database, &room.path().join("dist"));
    command.args(["--log", "json", "--port", &port.to_string()]);
    let mut process = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let base = format!("http://127.0.0.1:{port}");
    let agent = agent();
    wait_until("a site", || read(&agent, &base).is_some());
    let mut secrets = vec![PASSWORD.to_owned(), "database-secret".to_owned()];
    let mut sign_in = |password: &str| {
        let body = json!({ "name": "anna", "password": password }).to_string();
        let asked = agent
            .post(format!("{base}/api/v1/session"))
            .header("sec-fetch-site", "same-origin")
            .send(body);
        let answer = asked.unwrap();
        secrets.push(password.to_owned());
        let cookie = answer.headers().get("set-cookie");
        cookie.map(|cookie| {
            cookie
                .to_str()
                .unwrap()
                .split(';')
                .next()
                .unwrap()
                .to_owned()
        })
    };
    assert!(sign_in("a-wrong-password-of-somebody").is_none());
    let cookie = sign_in(PASSWORD).unwrap();
    secrets.push(cookie.split_once('=').unwrap().1.to_owned());
    let post = |path: &str, body: &Value| -> Value {
        let asked = agent
            .post(format!("{base}/api/v1{path}"))
            .header("cookie", &cookie)
            .header("sec-fetch-site", "same-origin")
            .send(body.to_string());
        let mut answer = asked.unwrap();
        let text = answer.body_mut().read_to_string().unwrap();
        serde_json::from_str(&text).unwrap()
    };
    let token = post(
        "/tokens",
        &json!({ "name": "robot", "scopes": ["read"], "days": 1 }),
    );
    let token = token["token"]
        .as_str()
        .unwrap_or_else(|| panic!("{token}"))
        .to_owned();
    let preview = post("/previews", &json!({ "state": "drafts", "minutes": 5 }));
    let preview = preview["address"].as_str().unwrap().to_owned();
    let codes = post("/session/codes", &json!({}));
    let secret = codes["secret"]
        .as_str()
        .unwrap_or_else(|| panic!("{codes}"));
    let get = |path: &str, name: &str, value: &str| {
        agent
            .get(format!("{base}{path}"))
            .header(name, value)
            .call()
            .unwrap()
            .status()
            .as_u16()
    };
    assert_eq!(
        get(
            "/api/v1/records",
            "authorization",
            &format!("Bearer {token}")
        ),
        200
    );
    assert_eq!(get(&preview, "x-nothing", ""), 303);
    get("/api/v1/sign-in?key=a-word-that-lets-in", "x-nothing", "");
    get("/news/?token=a-word-in-a-query", "x-nothing", "");
    secrets.extend([
        token,
        secret.to_owned(),
        preview.rsplit('/').next().unwrap().to_owned(),
        "a-word-that-lets-in".to_owned(),
        "a-word-in-a-query".to_owned(),
    ]);
    // The database goes: what is said of that is looked at, too.
    postgres::server().restart();
    get("/api/v1/records", "cookie", &cookie);
    process.kill().unwrap();
    let (mut output, mut log) = (String::new(), String::new());
    process
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut output)
        .unwrap();
    process
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut log)
        .unwrap();
    process.wait().unwrap();
    for secret in &secrets {
        assert!(secret.len() > 8, "{secret}");
        assert!(
            !log.contains(secret.as_str()),
            "{secret} is in the log: {log}"
        );
        assert!(
            !output.contains(secret.as_str()),
            "{secret} is in the output"
        );
    }
    assert!(
        !output.contains("key="),
        "no address that signs in: {output}"
    );
    let lines: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}")))
        .collect();
    let requests: Vec<_> = lines
        .iter()
        .filter(|line| line["target"] == "request")
        .collect();
    let of = |method: &str, path: &str, status: u16| {
        let is = |line: &&&Value| {
            line["method"] == method && line["path"] == path && line["status"] == status
        };
        let found = requests.iter().find(is);
        let found = found.unwrap_or_else(|| panic!("{method} {path} {status}: {log}"));
        assert_eq!(found["client"], "127.0.0.1");
        assert!(found["ms"].is_number() && found["timestamp"].is_string());
    };
    of("GET", "/news/", 200);
    of("POST", "/api/v1/session", 401);
    of("POST", "/api/v1/session", 200);
    of("GET", "/api/v1/previews/{word}", 303);
}
