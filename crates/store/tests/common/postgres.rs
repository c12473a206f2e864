//! Debian's PostgreSQL, started by the test in a folder of its own, as a user who may not
//! do anything else. One server for a test program; a database for each test.

use std::fs;
use std::io::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};

/// A running server. It ends with this program, however that ends, and leaves nothing.
pub struct Server {
    port: u16,
    folder: PathBuf,
    /// What waits for the end holds on to its input.
    keeper: Mutex<Child>,
}

/// Runs a server until nobody holds its input any more; then takes everything away. Each line
/// of the input before starts it again, after it was killed.
const KEEPER: &str = r#"
"$@" </dev/null >/dev/null 2>"$FOLDER/log" &
server=$!
while read -r _; do
    kill -QUIT $server
    wait $server
    "$@" </dev/null >/dev/null 2>>"$FOLDER/log" &
    server=$!
done
kill -QUIT $server
wait $server
rm -rf "$FOLDER"
"#;

/// An empty database's address.
pub fn database() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let server = server();
    let name = format!("site{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let made = server.psql("postgres", &format!("CREATE DATABASE {name}"));
    assert!(made, "the database {name} could not be made");
    format!("postgres://postgres@127.0.0.1:{}/{name}", server.port)
}

/// The server of this test program.
pub fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(Server::start)
}

/// Where Debian puts the programs that are not on the path.
fn programs() -> PathBuf {
    let versions = Path::new("/usr/lib/postgresql").read_dir();
    let mut versions: Vec<PathBuf> = (versions.into_iter().flatten().flatten())
        .map(|entry| entry.path().join("bin"))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    versions.sort();
    versions
        .pop()
        .expect("PostgreSQL is missing: run `.ci/tools test`")
}

/// A command as a user who is not root: the server refuses to be.
fn unprivileged(program: &Path) -> Command {
    let mut root = Command::new("id");
    let root = root.arg("-u").output().unwrap().stdout == b"0\n";
    if !root {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
    command.arg(program);
    command
}

impl Server {
    fn start() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("pg")
            .tempdir_in("/tmp")
            .unwrap();
        let folder = folder.keep();
        open_to_all(&folder);
        let data = folder.join("data");
        let made = unprivileged(&programs().join("initdb"))
            .args([
                "--auth=trust",
                "--username=postgres",
                "--no-sync",
                "--encoding=UTF8",
            ])
            .args(["--locale=C", "--pgdata"])
            .arg(&data)
            .current_dir(&folder)
            .output()
            .unwrap();
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let server = unprivileged(&programs().join("postgres"));
        let keeper = Command::new("sh")
            .args(["-c", KEEPER, "keeper"])
            .arg(server.get_program())
            .args(server.get_args())
            .arg("-D")
            .arg(&data)
            .arg("-k")
            .arg(&folder)
            .args([
                "-h",
                "127.0.0.1",
                "-p",
                &port.to_string(),
                "-c",
                "max_connections=300",
            ])
            .env("FOLDER", &folder)
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self {
            port,
            folder,
            keeper: Mutex::new(keeper),
        };
        server.wait();
        server
    }

    fn wait(&self) {
        for _ in 0..600 {
            if self.psql("postgres", "SELECT 1") {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        panic!("PostgreSQL does not start: {log}");
    }

    /// Kills the server without a word to anyone, and starts it again.
    pub fn restart(&self) {
        let postmaster = self.folder.join("data/postmaster.pid");
        let before = fs::read_to_string(&postmaster).unwrap();
        let mut keeper = self.keeper.lock().unwrap();
        keeper
            .stdin
            .as_mut()
            .unwrap()
            .write_all(b"again\n")
            .unwrap();
        // It is another one once it has written its own number.
        while fs::read_to_string(&postmaster).is_ok_and(|now| now == before) {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        self.wait();
    }

    fn psql(&self, database: &str, statement: &str) -> bool {
        let done = Command::new(programs().join("psql"))
            .args([
                "-h",
                "127.0.0.1",
                "-U",
                "postgres",
                "-p",
                &self.port.to_string(),
            ])
            .args(["-qAtX", "-c", statement, database])
            .output()
            .unwrap();
        done.status.success()
    }
}

fn open_to_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o777)).unwrap();
}
