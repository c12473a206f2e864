//! The real bundle, published by the real command.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use walkdir::WalkDir;

/// A folder with a published site.
#[derive(Clone, Debug)]
pub struct Published {
    pub folder: PathBuf,
}

impl Published {
    /// The editors' bundle as it is, published once for all tests: again only
    /// when the bundle, the app or the command has changed since.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Published> = OnceLock::new();
        SHARED.get_or_init(|| {
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("published");
            let record = folder.with_extension("inputs");
            let inputs = inputs();
            if folder.exists() && fs::read_to_string(&record).is_ok_and(|old| old == inputs) {
                return Self { folder };
            }
            let _ = fs::remove_file(&record);
            // A fresh folder: publishing over a site keeps its last app, too.
            let _ = fs::remove_dir_all(&folder);
            let site = Self::publish_with(&bundle(), &folder, &[]);
            fs::write(&record, inputs).expect("a file can be written");
            site
        })
    }

    /// Publishes a bundle into a folder, to be looked at: nothing is compressed, which
    /// would take nine tenths of the time.
    ///
    /// # Panics
    /// When publishing fails, with what it said.
    pub fn publish(content: &Path, folder: &Path) -> Self {
        Self::publish_with(content, folder, &["--no-compress"])
    }

    /// Publishes a bundle into a folder, with more arguments.
    ///
    /// # Panics
    /// As [`Self::publish`].
    pub fn publish_with(content: &Path, folder: &Path, more: &[&str]) -> Self {
        let output = Command::new(env!("CARGO_BIN_EXE_site"))
            .arg("publish")
            .args(more)
            .arg("--content")
            .arg(content)
            .arg("--app")
            .arg(app())
            .arg("--out")
            .arg(folder)
            .output()
            .expect("the site command runs");
        assert!(
            output.status.success(),
            "site publish failed:\n{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        Self {
            folder: folder.to_owned(),
        }
    }

    /// A copy that a test may change.
    pub fn copy(&self, name: &str) -> Self {
        let folder = scratch(name);
        copy_folder(&self.folder, &folder);
        Self { folder }
    }

    /// A text file of the site.
    pub fn read(&self, path: &str) -> String {
        let file = self.folder.join(path.trim_start_matches('/'));
        fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{} cannot be read: {error}", file.display()))
    }

    /// The HTML of a page.
    pub fn page(&self, path: &str) -> String {
        self.read(&format!("{path}index.html"))
    }

    /// Replaces a text file, and leaves no precompressed copy of the old one.
    pub fn write(&self, path: &str, text: &str) {
        let file = self.folder.join(path.trim_start_matches('/'));
        for ending in ["br", "gz"] {
            let _ = fs::remove_file(format!("{}.{ending}", file.display()));
        }
        fs::write(&file, text)
            .unwrap_or_else(|error| panic!("{} cannot be written: {error}", file.display()));
    }

    /// The HTML files of all pages, without what only leads on from an address of
    /// an earlier version.
    pub fn pages(&self) -> Vec<String> {
        let mut pages = self.files(".html");
        pages.retain(|file| !file.contains("/link/"));
        pages
    }

    /// Every file with an ending, sorted, relative to the site.
    pub fn files(&self, ending: &str) -> Vec<String> {
        let mut files: Vec<String> = WalkDir::new(&self.folder)
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| {
                let path = entry.path().strip_prefix(&self.folder).ok()?;
                Some(path.to_string_lossy().into_owned())
            })
            .filter(|path| path.ends_with(ending))
            .collect();
        files.sort();
        files
    }
}

/// The editors' bundle.
pub fn bundle() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content")
}

/// The app that Trunk built.
fn app() -> PathBuf {
    let folder = std::env::var_os("SITE_APP").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/app"),
        PathBuf::from,
    );
    assert!(
        folder.join("index.html").exists(),
        "no app in {}: `make test` builds it first (or say where it is with SITE_APP)",
        folder.display()
    );
    folder
}

/// What a publish is made from, each file with its size and age.
fn inputs() -> String {
    let command = PathBuf::from(env!("CARGO_BIN_EXE_site"));
    let mut files: Vec<PathBuf> = [bundle(), app(), command]
        .iter()
        .flat_map(WalkDir::new)
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            let about = path.metadata().expect("it was just there");
            let age = about.modified().expect("the system keeps it");
            format!("{} {} {age:?}\n", path.display(), about.len())
        })
        .collect()
}

/// A folder of this test binary's own, empty, kept until the next run so that
/// a failed test can be looked at.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(env!("CARGO_CRATE_NAME"))
        .join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the last run's folder goes");
    }
    // With what was written down of it, which is not true of the next one's files.
    let _ = fs::remove_dir_all(folder.with_file_name(format!(".{name}.publishes")));
    fs::create_dir_all(folder.parent().expect("it lies in a folder"))
        .expect("a folder can be made");
    folder
}

/// Copies a folder with all in it; what is there is replaced.
pub fn copy_folder(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.expect("the folder can be read");
        let target = to.join(entry.path().strip_prefix(from).expect("it lies within"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target).expect("a folder can be made");
        } else {
            fs::copy(entry.path(), &target).expect("a file can be copied");
        }
    }
}
