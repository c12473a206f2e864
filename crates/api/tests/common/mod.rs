//! A backend that listens, and clients of every kind.
#![allow(dead_code, reason = "each test uses its part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

pub mod book;
#[path = "../../../store/tests/common/mod.rs"]
pub mod stores;
pub mod tus;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use api::{Backend, Options};
use reqwest::header::{COOKIE, HeaderMap, HeaderName, HeaderValue, SET_COOKIE};
use reqwest::{Method, StatusCode, redirect};
use serde_json::{Value, json};
use server::Server;
use store::{Author, Role, Store};
use stores::{Of, Tried, tried, tried_with_little};
use tempfile::TempDir;
use tokio::sync::oneshot;

pub const PASSWORD: &str = "十个字以上的密码 123";

/// A running backend.
pub struct Running {
    pub address: SocketAddr,
    pub backend: Arc<Backend>,
    pub tried: Tried,
    pub out: PathBuf,
    _folder: TempDir,
    _stop: oneshot::Sender<()>,
}

/// What Trunk has made.
pub fn app() -> PathBuf {
    match std::env::var_os("SITE_APP") {
        Some(app) => app.into(),
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/app"),
    }
}

impl Running {
    /// Over a store with the editors' bundle; with a person for each role, who is called as
    /// the role is.
    pub async fn over(of: Of) -> Self {
        Self::with(tried(of).await).await
    }

    /// The same over a store with a small bundle.
    pub async fn over_little(of: Of) -> Self {
        Self::with(tried_with_little(of).await).await
    }

    async fn with(tried: Tried) -> Self {
        // It is no picture, and only there for the store's own tests.
        let yard = store::Change {
            key: store::Key::parse("asset", "media/yard.jpg").unwrap(),
            content: None,
            expected: store::Expected::Any,
        };
        let author = Author::new("site", "");
        tried.store.save(&author, vec![yard]).await.unwrap();
        for role in Role::ALL {
            let added = tried
                .store
                .ledger()
                .add_person(&author, role.word(), role, PASSWORD);
            added.await.unwrap();
        }
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("dist");
        let options = Options {
            app: Some(app()),
            compress: false,
            cards: false,
            ..Options::new(&out)
        };
        let backend = Backend::open(tried.store.clone(), options, false)
            .await
            .unwrap();
        let backend = Arc::new(backend);
        let server = Server::bind("127.0.0.1:0", server::Options::new(&out))
            .await
            .unwrap();
        let server = server.wrapped(|site| backend.wrap(site));
        let address = server.address();
        let (stop, stopped) = oneshot::channel::<()>();
        tokio::spawn(async move {
            server.run(async move { drop(stopped.await) }).await;
        });
        let clock = Arc::clone(&backend);
        tokio::spawn(async move { clock.run().await });
        Self {
            address,
            backend,
            tried,
            out,
            _folder: folder,
            _stop: stop,
        }
    }

    pub fn store(&self) -> &dyn Store {
        &*self.tried.store
    }

    /// Somebody whom nobody knows.
    pub fn stranger(&self) -> Client {
        let http = reqwest::Client::builder()
            .redirect(redirect::Policy::none())
            .build()
            .unwrap();
        Client {
            http,
            base: format!("http://{}", self.address),
            headers: HeaderMap::new(),
        }
    }

    /// Somebody in a browser who has signed in.
    pub async fn person(&self, role: Role) -> Client {
        let mut client = self.stranger().in_a_browser();
        let signed = client.sign_in(role.word(), PASSWORD).await;
        assert_eq!(signed.status, StatusCode::OK, "{}", signed.body);
        client
    }
}

/// What was answered.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body))
    }

    /// What kind of problem it is.
    pub fn problem(&self) -> String {
        assert_eq!(
            self.headers["content-type"], "application/problem+json",
            "{}",
            self.body
        );
        let kind = self.json()["type"].as_str().unwrap().to_owned();
        kind.trim_start_matches("urn:site:problem:").to_owned()
    }

    pub fn tag(&self) -> String {
        self.headers["etag"].to_str().unwrap().to_owned()
    }

    pub fn cookie(&self) -> Option<String> {
        let cookie = self.headers.get(SET_COOKIE)?.to_str().unwrap();
        Some(cookie.split(';').next().unwrap().to_owned())
    }

    pub fn is(self, status: StatusCode) -> Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }
}

/// Who asks.
#[derive(Clone)]
pub struct Client {
    pub http: reqwest::Client,
    pub base: String,
    pub headers: HeaderMap,
}

impl Client {
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_str(value).unwrap(),
        );
        self
    }

    /// As a page of the site asks.
    pub fn in_a_browser(self) -> Self {
        self.with("sec-fetch-site", "same-origin")
    }

    pub fn with_token(self, token: &str) -> Self {
        self.with("authorization", &format!("Bearer {token}"))
    }

    pub async fn send(&self, method: Method, path: &str, body: Option<Vec<u8>>) -> Answer {
        self.send_with(method, path, body, &[]).await
    }

    pub async fn send_with(
        &self,
        method: Method,
        path: &str,
        body: Option<Vec<u8>>,
        more: &[(&'static str, &str)],
    ) -> Answer {
        let path = match path.starts_with("//") {
            true => path[1..].to_owned(),
            false => format!("/api/v1{path}"),
        };
        let mut request = self.http.request(method, format!("{}{path}", self.base));
        request = request.headers(self.headers.clone());
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.body(body);
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.bytes().await.unwrap().to_vec();
        Answer {
            status,
            headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body.to_string().into_bytes()))
            .await
    }

    pub async fn put(&self, path: &str, body: impl Into<Vec<u8>>, tag: &str) -> Answer {
        let condition = match tag {
            "new" => ("if-none-match", "*"),
            tag => ("if-match", tag),
        };
        self.send_with(Method::PUT, path, Some(body.into()), &[condition])
            .await
    }

    pub async fn sign_in(&mut self, name: &str, password: &str) -> Answer {
        let body = json!({ "name": name, "password": password });
        let answer = self.post("/session", body).await;
        if let Some(cookie) = answer.cookie() {
            self.headers.insert(COOKIE, cookie.parse().unwrap());
        }
        answer
    }

    /// A record, and its tag.
    pub async fn record(&self, name: &str) -> (Value, String) {
        let answer = self
            .get(&format!("/records/{name}"))
            .await
            .is(StatusCode::OK);
        (answer.json(), answer.tag())
    }

    /// Saves a record, proposes and approves it.
    pub async fn bring_to(&self, name: &str, content: &Value, tag: &str, steps: &[&str]) -> String {
        let path = format!("/records/{name}");
        let saved = self.put(&path, content.to_string(), tag).await;
        assert!(saved.status.is_success(), "{}", saved.body);
        let tag = saved.tag();
        let (kind, id) = name.split_once('/').unwrap();
        let revision: i64 = tag.trim_matches('"').parse().unwrap();
        let records = json!({ "records": [{ "kind": kind, "id": id, "revision": revision }] });
        for step in steps {
            self.post(step, records.clone()).await.is(StatusCode::OK);
        }
        tag
    }
}

/// A sound article of a day.
pub fn article(id: &str, date: &str, title: &str) -> Value {
    json!({
        "id": id,
        "date": date,
        "title": { "zh-Hans": title, "en": "An article for the test" },
        "summary": { "zh-Hans": "测试用的一篇文章。", "en": "An article that a test has written." },
        "body": { "zh-Hans": ["测试用的一段。"], "en": ["A paragraph for the test."] },
        "category": "alliance",
        "source": "founding",
    })
}

/// A picture of so many pixels, and no more.
pub fn picture(width: u32, height: u32) -> Vec<u8> {
    picture_with(width, height, None)
}

/// One of so many bytes.
pub fn picture_of(length: usize) -> Vec<u8> {
    // What a chunk has beside its data.
    const FRAME: usize = 12;
    let rest = length - picture(640, 400).len() - FRAME;
    picture_with(640, 400, Some(vec![7; rest]))
}

/// One with a chunk of its own, that whoever shows it passes over.
fn picture_with(width: u32, height: u32, chunk: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    if let Some(data) = chunk {
        let own = png::chunk::ChunkType(*b"paDd");
        writer.write_chunk(own, &data).unwrap();
    }
    let pixels = vec![128; (width * height * 3) as usize];
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    bytes
}
