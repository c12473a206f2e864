//! Files that are kept as they are, by a digest of what is in them.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::digest::hex;
use crate::error::{StoreError, disk};

/// A file's content as a store knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    /// SHA-256 of its bytes, as 64 digits.
    pub digest: String,
    /// How many bytes it has.
    pub length: u64,
}

impl Blob {
    /// Of a file, read piece by piece.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of(file: &Path) -> Result<Self, StoreError> {
        let mut open = File::open(file).map_err(disk(file))?;
        let mut hasher = Sha256::new();
        let mut room = vec![0; 64 * 1024];
        let mut length = 0;
        loop {
            match open.read(&mut room).map_err(disk(file))? {
                0 => break,
                read => {
                    hasher.update(&room[..read]);
                    length += read as u64;
                }
            }
        }
        Ok(Self {
            digest: hex(&hasher.finalize()),
            length,
        })
    }
}
