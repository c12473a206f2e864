//! Which revisions of pages are the newest ones.
//!
//! A page's HTML names the revision of what is embedded in it, not that of the
//! whole site: with that, one changed article would change every page. An open
//! page asks whether its own revision is still among the newest, in the one of
//! 256 small files that its first two digits name. How much is asked for hardly
//! depends on how many pages there are.

use sha2::{Digest, Sha256};

use crate::hex;
use model::document::{Manifest, PAGE_REVISION, VERSION, revision_path};

/// How many digits name the file.
const SHARED: usize = 2;

/// The newest revisions, by the file that they are in.
#[derive(Debug)]
pub struct Revisions(Vec<Vec<String>>);

impl Default for Revisions {
    fn default() -> Self {
        Self(vec![Vec::new(); 1 << (4 * SHARED)])
    }
}

/// The revision of a page: of its path, and the digests of what all pages
/// share and of its own.
pub fn of_page(path: &str, site: &str, document: &str) -> String {
    let mut digest = Sha256::new();
    for part in [path, site, document] {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
    hex(&digest.finalize(), PAGE_REVISION)
}

impl Revisions {
    /// Adds a page's.
    pub fn add(&mut self, revision: &str) {
        let (shared, rest) = revision.split_at(SHARED);
        let file = usize::from_str_radix(shared, 16).unwrap_or_default();
        self.0[file].push(rest.to_owned());
    }

    /// Every file and its path.
    pub fn manifests(self, revision: &str) -> Vec<(String, Manifest)> {
        (self.0.into_iter().enumerate())
            .map(|(file, mut rests)| {
                rests.sort_unstable();
                rests.dedup();
                let path = revision_path(&format!("{file:02x}{:0>8}", ""));
                let manifest = Manifest {
                    schema: VERSION,
                    revision: revision.to_owned(),
                    pages: Some(rests.concat()),
                };
                (path, manifest)
            })
            .collect()
    }
}
