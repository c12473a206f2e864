//! Whether a disk has room for a site: asked before the work.

use crate::disk::Free;

/// What a publish needs at the least, beside what it takes over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// In bytes.
    pub bytes: u64,
    /// How many new files and folders.
    pub files: u64,
}

/// A folder takes a block of the disk.
const FOLDER: u64 = 4096;
/// What a page and its document take together at the least.
const PAGE: u64 = 8192;

impl Need {
    /// Of a site of so many pages. What is taken over is the same file under another
    /// name, but a page has a folder of its own. A little less than it will be: a
    /// publish that could just succeed is not refused.
    pub fn of(pages: usize, taken_over: bool) -> Self {
        let pages = pages as u64;
        match taken_over {
            true => Self {
                bytes: pages * FOLDER,
                files: pages,
            },
            false => Self {
                bytes: pages * (FOLDER + PAGE),
                files: pages * 3,
            },
        }
    }

    /// Whether there is room for it.
    pub fn fits(self, free: Free) -> bool {
        free.bytes >= self.bytes && free.files.is_none_or(|files| files >= self.files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fits_where_there_is_room_for_bytes_and_files() {
        let need = Need::of(100, false);
        let free = |bytes, files| Free { bytes, files };
        assert!(need.fits(free(2_000_000, Some(1000))));
        assert!(need.fits(free(2_000_000, None)));
        assert!(!need.fits(free(100_000, Some(1000))));
        assert!(!need.fits(free(2_000_000, Some(10))));
        assert!(!need.fits(free(0, None)));
        // Folders take room, even if every file is taken over.
        assert!(Need::of(100, true).fits(free(500_000, Some(100))));
        assert!(!Need::of(100, true).fits(free(100_000, Some(100))));
    }
}
