//! Stores to try: a folder, and a PostgreSQL that the test starts itself.
#![allow(dead_code, reason = "each test uses its part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

pub mod postgres;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use store::{FolderStore, PostgresStore, Store, transfer};
use tempfile::TempDir;

/// Which store is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// In a folder.
    Folder,
    /// In PostgreSQL.
    Postgres,
}

/// A store with a small bundle in it.
pub struct Tried {
    /// The store.
    pub store: Arc<dyn Store>,
    /// The bundle that it was made from; of a folder's store the store itself.
    pub bundle: PathBuf,
    _folder: TempDir,
}

/// The bundle of the editors.
pub fn editors_bundle() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content")
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in from.read_dir().unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), to).unwrap()),
        }
    }
}

/// A store of that kind with the editors' bundle and a picture.
pub async fn tried(of: Of) -> Tried {
    tried_with(of, &editors_bundle()).await
}

/// The same with a made-up bundle that has little of everything: for what is the same
/// however much there is.
pub async fn tried_with_little(of: Of) -> Tried {
    let little = "../content/tests/fixtures/faults/valid";
    tried_with(of, &Path::new(env!("CARGO_MANIFEST_DIR")).join(little)).await
}

async fn tried_with(of: Of, content: &Path) -> Tried {
    let folder = tempfile::tempdir().unwrap();
    let bundle = folder.path().join("内容 1");
    copy(content, &bundle);
    fs::create_dir_all(bundle.join("media")).unwrap();
    let bytes: Vec<u8> = (0..700_000_u32)
        .map(|byte| byte.wrapping_mul(31) as u8)
        .collect();
    fs::write(bundle.join("media/yard.jpg"), bytes).unwrap();
    fs::create_dir_all(bundle.join("root/.well-known")).unwrap();
    fs::write(bundle.join("root/.well-known/security.txt"), "Contact: x\n").unwrap();
    let store: Arc<dyn Store> = match of {
        Of::Folder => Arc::new(FolderStore::open(&bundle).await.unwrap()),
        Of::Postgres => {
            let address = postgres::database();
            let store = PostgresStore::open(&address).await.unwrap();
            let author = store::Author::new("site", "");
            transfer::import(&store, &author, &bundle).await.unwrap();
            Arc::new(store)
        }
    };
    Tried {
        store,
        bundle,
        _folder: folder,
    }
}

/// The files of a folder, by name, but for the store's own.
pub fn files(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let found = store::bundle::read_folder(dir).unwrap().into_iter();
    found
        .map(|file| (file.name, fs::read(file.path).unwrap()))
        .collect()
}
