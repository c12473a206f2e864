//! A running `site serve --backend`, and who asks it.
#![allow(dead_code, reason = "each test uses its part")]

#[path = "../../../store/tests/common/postgres.rs"]
pub mod postgres;

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

pub fn site() -> Command {
    Command::new(env!("CARGO_BIN_EXE_site"))
}

pub fn app() -> PathBuf {
    match std::env::var_os("SITE_APP") {
        Some(app) => app.into(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/app"),
    }
}

/// How often is asked for what has to come, at the most. What is waited for is what counts,
/// and not how long.
const PATIENCE: u32 = 1200;
const MOMENT: Duration = Duration::from_millis(100);

pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    for _ in 0..PATIENCE {
        if is_so() {
            return;
        }
        thread::sleep(MOMENT);
    }
    panic!("{what}: in vain");
}

/// A server, signed in at by an address that works once.
pub struct Node {
    pub process: Child,
    pub address: String,
    pub agent: Agent,
    pub cookie: String,
}

impl Node {
    /// With nothing of its own but a folder to write the site to.
    pub fn join(backend: &str, out: &Path) -> Self {
        Self::start(Self::command(backend, out))
    }

    /// Waits until it says its addresses.
    pub fn start(mut command: Command) -> Self {
        let mut process = command
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let mut line = || {
            let mut line = String::new();
            output.read_line(&mut line).unwrap();
            line.trim_end().to_owned()
        };
        let (address, sign_in) = (line(), line());
        thread::spawn(move || output.read_to_end(&mut Vec::new()));
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(120)))
            .build()
            .into();
        let signed = agent.get(&sign_in).call().unwrap();
        let cookie = signed.headers()["set-cookie"].to_str().unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        Self {
            process,
            address,
            agent,
            cookie,
        }
    }

    /// What starts it.
    pub fn command(backend: &str, out: &Path) -> Command {
        let mut command = site();
        command
            .args(["serve", "--no-compress", "--lang", "en", "--app"])
            .arg(app())
            .arg("--dir")
            .arg(out)
            .env("SITE_BACKEND", backend);
        command
    }

    /// What a reader gets; nothing from who is not there.
    pub fn get(&self, path: &str) -> Option<(u16, String)> {
        read(&self.agent, &format!("{}{path}", self.address))
    }

    pub fn revision(&self) -> Option<String> {
        let (_, manifest) = self.get("/content/v1/manifest.json")?;
        let manifest: Value = serde_json::from_str(&manifest).ok()?;
        Some(manifest["revision"].as_str()?.to_owned())
    }

    /// What an editor is answered.
    pub fn post(&self, path: &str, body: &Value) -> Option<(u16, Value)> {
        let asked = self
            .agent
            .post(format!("{}/api/v1{path}", self.address))
            .header("cookie", &self.cookie)
            .header("sec-fetch-site", "same-origin")
            .send(body.to_string());
        let mut answer = asked.ok()?;
        let body = answer.body_mut().read_to_string().ok()?;
        Some((
            answer.status().as_u16(),
            serde_json::from_str(&body).unwrap_or_default(),
        ))
    }

    /// Publishes as soon as it may.
    pub fn publish(&self) {
        wait_until("published", || {
            let published = self.post("/publish", &json!({}));
            published.is_some_and(|(status, _)| status == 200)
        });
    }

    pub fn get_as_editor(&self, path: &str) -> (u16, Value) {
        let url = format!("{}/api/v1{path}", self.address);
        let mut answer = self
            .agent
            .get(&url)
            .header("cookie", &self.cookie)
            .call()
            .unwrap();
        let body = answer.body_mut().read_to_string().unwrap();
        (
            answer.status().as_u16(),
            serde_json::from_str(&body).unwrap(),
        )
    }

    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub fn read(agent: &Agent, url: &str) -> Option<(u16, String)> {
    let mut answer = agent.get(url).call().ok()?;
    let body = answer.body_mut().read_to_string().ok()?;
    Some((answer.status().as_u16(), body))
}
