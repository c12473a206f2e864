//! The tools that `make test` installs.

use std::path::{Path, PathBuf};

/// A file of the tests' node packages.
///
/// # Panics
/// When it is not there.
pub fn tool(path: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(".tools/test/node_modules")
        .join(path);
    assert!(
        file.exists(),
        "{} is missing: `make test` installs it",
        file.display()
    );
    file
}
