//! A real S3 server on this machine, with something in front of it that can kill who asks.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use tokio::runtime::Runtime;
use ureq::Agent;

pub const SECRET: &str = "a-secret-that-nobody-may-see";

pub fn site() -> Command {
    Command::new(env!("CARGO_BIN_EXE_site"))
}

/// Whether what asks is killed before what it asks for is done, or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    Before,
    After,
}

/// What stands in front sees.
#[derive(Default)]
struct Seen {
    /// What was changed, as `PUT name`.
    requests: Vec<String>,
    /// Who is to be killed at which change.
    trap: Option<(Break, usize)>,
    victim: Option<Child>,
}

#[derive(Clone)]
struct Front {
    real: SocketAddr,
    /// Where the site lies in it.
    place: String,
    agent: Agent,
    seen: Arc<Mutex<Seen>>,
}

/// A bucket of its own on the server of this test program.
pub struct Storage {
    bucket: String,
    front: Front,
    address: SocketAddr,
    refusing: SocketAddr,
    _runtime: Runtime,
}

/// The server ends with this program, however that ends: it waits for the end of its input.
const KEEPER: &str = r#"
"$@" </dev/null & server=$!
read -r _
kill $server
"#;

struct Server {
    address: SocketAddr,
    _keeper: Mutex<Child>,
}

fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| {
        let port = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = port.local_addr().unwrap();
        drop(port);
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let keeper = Command::new("sh")
            .args(["-c", KEEPER, "keeper", "python3", "-m", "moto.server"])
            .args(["-H", "127.0.0.1", "-p", &address.port().to_string()])
            .env("PYTHONPATH", root.join(".tools/moto"))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Server {
            address,
            _keeper: Mutex::new(keeper),
        }
    })
}

impl Storage {
    pub fn start() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let bucket = format!("site-{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .into();
        let front = Front {
            real: server().address,
            place: format!("/{bucket}/www/"),
            agent,
            seen: Arc::default(),
        };
        let runtime = Runtime::new().unwrap();
        let router = Router::new().fallback(pass_on).with_state(front.clone());
        let address = runtime.block_on(listen(router));
        let refusing = runtime.block_on(listen(Router::new().fallback(refuse)));
        let storage = Self {
            bucket,
            front,
            address,
            refusing,
            _runtime: runtime,
        };
        storage.wait();
        storage
    }

    /// Makes the bucket, for everybody to read.
    fn wait(&self) {
        let url = format!("http://{}/{}", self.front.real, self.bucket);
        for _ in 0..600 {
            let made = self.front.agent.put(&url).send_empty();
            if made.is_ok_and(|made| made.status().is_success()) {
                let policy = serde_json::json!({ "Version": "2012-10-17", "Statement": [{
                    "Effect": "Allow",
                    "Principal": "*",
                    "Action": "s3:*",
                    "Resource": [format!("arn:aws:s3:::{}", self.bucket), format!("arn:aws:s3:::{}/*", self.bucket)],
                }]});
                let put = self.front.agent.put(format!("{url}?policy"));
                assert!(put.send(policy.to_string()).unwrap().status().is_success());
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("the S3 server does not start: run `.ci/tools test`");
    }

    /// Where the site is brought to.
    pub fn place(&self) -> String {
        format!("s3://{}/www", self.bucket)
    }

    /// An address that lets nobody in.
    pub fn refusing(&self) -> String {
        format!("http://{}", self.refusing)
    }

    pub fn with_access<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("AWS_ENDPOINT_URL", format!("http://{}", self.address))
            .env("AWS_REGION", "us-east-1")
            .env("AWS_ACCESS_KEY_ID", "key")
            .env("AWS_SECRET_ACCESS_KEY", SECRET)
    }

    pub fn command(&self, dir: &Path, more: &[&str]) -> Command {
        let mut command = site();
        command.args(["upload", "--lang", "en", "--dir"]).arg(dir);
        if !more.contains(&"--to") {
            command.args(["--to", &self.place()]);
        }
        command.args(more);
        self.with_access(&mut command);
        command
    }

    pub fn upload(&self, dir: &Path, more: &[&str]) -> Output {
        self.command(dir, more).output().unwrap()
    }

    /// Uploads until the change of that number, and dies there. None when there are not so
    /// many.
    pub fn upload_killed_at(&self, dir: &Path, breaking: Break, step: usize) -> Option<Output> {
        let mut command = self.command(dir, &[]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        {
            let mut seen = self.front.seen.lock().unwrap();
            seen.requests.clear();
            seen.trap = Some((breaking, step));
            // It asks only once this is let go of.
            seen.victim = Some(command.spawn().unwrap());
        }
        let status = loop {
            let mut seen = self.front.seen.lock().unwrap();
            if let Some(status) = seen.victim.as_mut().unwrap().try_wait().unwrap() {
                seen.trap = None;
                break status;
            }
            drop(seen);
            std::thread::sleep(Duration::from_millis(5));
        };
        (!status.success()).then_some(Output {
            status,
            stdout: Vec::new(),
            stderr: Vec::new(),
        })
    }

    pub fn requests(&self) -> Vec<String> {
        self.front.seen.lock().unwrap().requests.clone()
    }

    pub fn forget_requests(&self) {
        self.front.seen.lock().unwrap().requests.clear();
    }

    fn url(&self, name: &str) -> String {
        format!("http://{}{}{name}", self.front.real, self.front.place)
    }

    pub fn put(&self, name: &str, bytes: &[u8]) {
        let url = self.url(name);
        let put = self.front.agent.put(url).send(bytes).unwrap();
        assert!(put.status().is_success());
    }

    pub fn get(&self, name: &str) -> Answer {
        let url = self.url("");
        let url = url::Url::parse(&url).unwrap().join(name).unwrap();
        let response = self.front.agent.get(url.as_str()).call().unwrap();
        assert_eq!(response.status(), 200, "{name}");
        let (parts, mut body) = response.into_parts();
        let headers = parts
            .headers
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
        Answer {
            headers: headers.collect(),
            body: body.read_to_vec().unwrap(),
        }
    }

    /// Everything in it, below where the site lies.
    pub fn objects(&self) -> BTreeMap<String, Vec<u8>> {
        let names = self.names();
        let get = |name: String| {
            let body = self.get(&name).body;
            (name, body)
        };
        names.into_iter().map(get).collect()
    }

    fn names(&self) -> Vec<String> {
        let at = format!("http://{}/{}", self.front.real, self.bucket);
        let url = format!("{at}?list-type=2&prefix=www/");
        let mut answer = self.front.agent.get(url).call().unwrap();
        let text = answer.body_mut().read_to_string().unwrap();
        let keys = text.split("<Key>www/").skip(1);
        keys.map(|part| part.split("</Key>").next().unwrap().to_owned())
            .collect()
    }

    pub fn empty(&self) {
        for name in self.names() {
            let url = self.url(&name);
            assert!(
                self.front
                    .agent
                    .delete(url)
                    .call()
                    .unwrap()
                    .status()
                    .is_success()
            );
        }
    }
}

/// What a reader gets.
pub struct Answer {
    headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }
}

async fn listen(router: Router) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

async fn refuse() -> (StatusCode, &'static str) {
    let why = "<Error><Code>SignatureDoesNotMatch</Code><Message>no</Message></Error>";
    (StatusCode::FORBIDDEN, why)
}

async fn pass_on(State(front): State<Front>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let changes = parts.method != "GET" && parts.method != "HEAD";
    if changes {
        let name = parts.uri.path().trim_start_matches(&*front.place);
        let change = format!("{} {name}", parts.method);
        let mut seen = front.seen.lock().unwrap();
        seen.requests.push(change);
        if let Some((Break::Before, step)) = seen.trap
            && seen.requests.len() >= step
        {
            return die(&mut seen);
        }
    }
    parts.uri = format!("http://{}{}", front.real, parts.uri)
        .parse()
        .unwrap();
    let agent = front.agent.clone();
    let passed = tokio::task::spawn_blocking(move || {
        let request = axum::http::Request::from_parts(parts, body.to_vec());
        let response = match request.body().is_empty() {
            true => agent.run(request.map(|_| ())),
            false => agent.run(request),
        };
        let (parts, mut body) = response.unwrap().into_parts();
        Response::from_parts(parts, Body::from(body.read_to_vec().unwrap()))
    });
    let response = passed.await.unwrap();
    if changes {
        let mut seen = front.seen.lock().unwrap();
        if let Some((Break::After, step)) = seen.trap
            && seen.requests.len() >= step
        {
            return die(&mut seen);
        }
    }
    response
}

fn die(seen: &mut Seen) -> Response {
    seen.victim.as_mut().unwrap().kill().unwrap();
    Response::new(Body::empty())
}
