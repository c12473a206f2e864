//! Programs for Windows, run by Wine.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

/// The program, what it needs beside it, and Wine's own folder.
pub struct Wine {
    folder: TempDir,
}

impl Wine {
    /// One for all tests: making its folder takes longer than most of them.
    pub fn shared() -> &'static Self {
        static WINE: OnceLock<Wine> = OnceLock::new();
        WINE.get_or_init(Self::new)
    }

    fn new() -> Self {
        let wine = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::copy(built(), wine.site()).unwrap();
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/windows");
        let compile = |source: &str, to: PathBuf, more: &[&str]| {
            let done = Command::new("x86_64-w64-mingw32-gcc")
                .args(["-municode", "-o"])
                .arg(to)
                .arg(here.join(source))
                .args(more)
                .status();
            assert!(done.unwrap().success(), "{source} does not compile");
        };
        let shim = wine.folder.path().join("bcryptprimitives.dll");
        compile("bcryptprimitives.c", shim, &["-shared", "-ladvapi32"]);
        compile("hold.c", wine.hold(), &[]);
        wine.begin();
        wine
    }

    /// Wine's own folder is made, and its server stays between two programs: one that begins
    /// while the server ends is refused.
    fn begin(&self) {
        const STAYS: &str = "-p60";
        fs::create_dir(self.prefix()).unwrap();
        let server = Command::new(server())
            .arg(STAYS)
            .env("WINEPREFIX", self.prefix())
            .status();
        assert!(server.unwrap().success(), "Wine's server does not start");
        // Wine's own programs hold on to what it writes to, and stay as long as the server.
        let first = self
            .command(&self.site(), &["--version"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(first.unwrap().success(), "the program does not start");
    }

    fn prefix(&self) -> PathBuf {
        self.folder.path().join("prefix")
    }

    /// The program.
    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site.exe")
    }

    /// What holds a file open.
    pub fn hold(&self) -> PathBuf {
        self.folder.path().join("hold.exe")
    }

    /// The library that Windows has and Wine lacks.
    pub fn shim(&self) -> PathBuf {
        self.folder.path().join("bcryptprimitives.dll")
    }

    /// A program with arguments, as Windows has them.
    pub fn command(&self, program: &Path, args: &[&str]) -> Command {
        let mut command = Command::new(loader());
        command
            .arg(program)
            .args(args)
            // Whoever runs the tests keeps their own, and is shown no windows.
            .env("WINEPREFIX", self.prefix())
            .env("WINEDEBUG", "-all")
            .env("WINEDLLOVERRIDES", "mscoree,mshtml=;winebrowser.exe=d")
            .env_remove("DISPLAY")
            .env_remove("SITE_APP")
            .env_remove("SITE_DESK")
            .stdin(Stdio::null());
        command
    }

    /// Runs `site.exe` to its end.
    pub fn run(&self, args: &[&str]) -> Output {
        self.command(&self.site(), args).output().unwrap()
    }

    /// Starts a program and reads what it says, up to a line that has these words.
    pub fn start(&self, program: &Path, args: &[&str], until: &str) -> (Running, String) {
        let mut process = self
            .command(program, args)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let running = Running(process);
        let mut said = Vec::new();
        for line in lines.map(Result::unwrap) {
            said.push(line);
            if said.last().is_some_and(|line| line.contains(until)) {
                return (running, said.join("\n"));
            }
        }
        panic!("it ended before it said {until}: {said:?}");
    }
}

/// Ends with the test.
pub struct Running(Child);

impl Running {
    /// Waits until it ends by itself.
    pub fn wait(mut self) {
        self.0.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended cannot be killed, and need not.
        let _ = self.0.kill();
        self.0.wait().unwrap();
    }
}

/// A path as Windows' programs know it: Wine has this machine's disk as Z.
pub fn windows(path: &Path) -> String {
    format!("Z:{}", path.display()).replace('/', "\\")
}

/// What a program said, if it ended well.
pub fn said(output: &Output) -> String {
    let words = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let (out, error) = (words(&output.stdout), words(&output.stderr));
    assert!(output.status.success(), "{out}{error}");
    out
}

/// The program that `make windows` has built.
fn built() -> PathBuf {
    let program = std::env::var_os("SITE_WINDOWS").map_or_else(
        || {
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../../target/native/x86_64-pc-windows-gnu/debug/site.exe")
        },
        PathBuf::from,
    );
    assert!(
        program.is_file(),
        "no program in {}: `make windows` builds it first (or say where it is with SITE_WINDOWS)",
        program.display()
    );
    program
}

fn loader() -> PathBuf {
    installed(&["/usr/lib/wine/wine64", "/usr/bin/wine64", "/usr/bin/wine"])
}

fn server() -> PathBuf {
    installed(&["/usr/lib/wine/wineserver64", "/usr/bin/wineserver"])
}

/// Debian's package keeps its programs off the path.
fn installed(known: &[&str]) -> PathBuf {
    let there = known.iter().map(PathBuf::from).find(|path| path.is_file());
    there.expect("Wine is not installed: `.ci/tools wine` does it")
}
