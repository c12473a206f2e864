//! A sound bundle, with something laid over it.

use std::fs;
use std::path::{Path, PathBuf};

use content::bundle::Bundle;
use content::fault::{Fault, Faults};
use content::load::load;
use tempfile::TempDir;
use walkdir::WalkDir;

/// A bundle in a folder of its own.
pub struct Overlay(TempDir);

impl Overlay {
    /// The sound bundle of the fixtures.
    pub fn sound() -> Self {
        let folder = tempfile::tempdir().unwrap();
        lay(&fixtures().join("valid"), folder.path());
        Self(folder)
    }

    /// The sound bundle with the files of a fixture laid over it.
    pub fn with(fixture: &str) -> Self {
        Self::sound().and(fixture)
    }

    /// With the files of one more fixture.
    pub fn and(self, fixture: &str) -> Self {
        lay(&fixtures().join(fixture), self.0.path());
        self
    }

    /// With a file of this content.
    pub fn write(self, file: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.path().join(file), content).unwrap();
        self
    }

    /// With a passage of a file replaced.
    pub fn replace(self, file: &str, old: &str, new: &str) -> Self {
        let text = fs::read_to_string(self.path().join(file)).unwrap();
        assert!(text.contains(old), "{file} has no `{old}`");
        let text = text.replacen(old, new, 1);
        self.write(file, text)
    }

    /// Without a file.
    pub fn remove(self, file: &str) -> Self {
        fs::remove_file(self.path().join(file)).unwrap();
        self
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// What loading gives.
    pub fn load(&self) -> Result<Bundle, Faults> {
        load(self.path())
    }

    /// What is wrong with it.
    pub fn faults(&self) -> Vec<Fault> {
        self.load()
            .expect_err("the bundle has a fault")
            .iter()
            .cloned()
            .collect()
    }
}

/// The fixtures' folder.
pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/tests/fixtures/faults")
}

fn lay(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// File and code of each fault, for comparing.
pub fn codes(faults: &[Fault]) -> Vec<(&str, &str)> {
    faults
        .iter()
        .map(|fault| (fault.file.as_str(), fault.kind.code()))
        .collect()
}
