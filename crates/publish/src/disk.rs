//! What the system says of the disk that a folder lies on.

use std::path::Path;

/// A kind of file system, as far as it makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileSystem {
    /// A disk of this computer.
    Local,
    /// A share or a mount of this kind, where changes that others make are not
    /// announced.
    Foreign {
        /// What it is called.
        name: &'static str,
        /// Whether a folder in use cannot be renamed there.
        holds_on: bool,
    },
}

impl FileSystem {
    /// Whether a folder in use cannot be renamed there.
    pub fn holds_on(self) -> bool {
        matches!(self, Self::Foreign { holds_on: true, .. })
    }
}

/// Kinds of file systems by their numbers in `statfs(2)`, with what they are called and
/// whether folders in use cannot be renamed.
const KINDS: [(u32, &str, bool); 12] = [
    (0x0000_6969, "NFS", false),
    (0x0000_517b, "SMB", true),
    (0xff53_4d42, "CIFS", true),
    (0xfe53_4d42, "SMB", true),
    (0x6573_5546, "FUSE", false),
    (0x0102_1997, "9P (WSL)", true),
    (0x794c_7630, "overlay", false),
    (0x786f_4256, "VirtualBox", true),
    (0x5346_414f, "AFS", false),
    (0x00c3_6400, "Ceph", false),
    (0x0102_1999, "hgfs", true),
    (0x5346_544e, "NTFS", false),
];

/// The kind of file system of a number in `statfs(2)`.
pub fn kind(number: u32) -> FileSystem {
    let known = KINDS.iter().find(|(known, ..)| *known == number);
    known.map_or(FileSystem::Local, |(_, name, holds_on)| {
        FileSystem::Foreign {
            name,
            holds_on: *holds_on,
        }
    })
}

/// The file system that a folder lies on; local where the system does not say.
#[cfg(target_os = "linux")]
pub fn file_system(path: &Path) -> FileSystem {
    // The number has 32 bits, in a field whose width differs.
    rustix::fs::statfs(path).map_or(FileSystem::Local, |found| kind(found.f_type as u32))
}

/// The file system that a folder lies on: elsewhere nobody asks.
#[cfg(not(target_os = "linux"))]
pub fn file_system(_: &Path) -> FileSystem {
    FileSystem::Local
}

/// Whether a file system is mounted at a folder: then it cannot be renamed.
#[cfg(target_os = "linux")]
pub fn is_mounted(path: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    match statx(CWD, path, AtFlags::empty(), StatxFlags::empty()) {
        Ok(found) if (found.stx_attributes_mask).contains(StatxAttributes::MOUNT_ROOT) => {
            found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT)
        }
        // Systems of before 2020 do not say.
        Ok(_) => has_its_own_device(path),
        Err(_) => false,
    }
}

/// Whether a file system is mounted at a folder: then it cannot be renamed.
#[cfg(all(unix, not(target_os = "linux")))]
pub fn is_mounted(path: &Path) -> bool {
    path.exists() && has_its_own_device(path)
}

#[cfg(unix)]
fn has_its_own_device(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| std::fs::metadata(path).map(|found| found.dev()).ok();
    path.parent()
        .is_none_or(|parent| device(path) != device(parent))
}

/// Whether a file system is mounted at a folder: elsewhere nobody asks.
#[cfg(not(unix))]
pub fn is_mounted(_: &Path) -> bool {
    false
}

/// What is free on a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Free {
    /// In bytes.
    pub bytes: u64,
    /// How many files more it can hold; none where there is no such limit.
    pub files: Option<u64>,
}

/// What is free on the disk of a folder, where the system says so: some network shares
/// have no size at all, and are not full.
#[cfg(target_os = "linux")]
pub fn free(path: &Path) -> Option<Free> {
    let found = rustix::fs::statvfs(path).ok()?;
    (found.f_blocks > 0).then(|| Free {
        bytes: found.f_bavail.saturating_mul(found.f_frsize),
        files: (found.f_files > 0).then_some(found.f_favail),
    })
}

/// What is free on the disk of a folder: elsewhere nobody asks.
#[cfg(not(target_os = "linux"))]
pub fn free(_: &Path) -> Option<Free> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_shares_and_mounts_by_their_numbers() {
        for (number, name) in [
            (0x6969, "NFS"),
            (0xff53_4d42, "CIFS"),
            (0x6573_5546, "FUSE"),
            (0x0102_1997, "9P (WSL)"),
            (0x794c_7630, "overlay"),
        ] {
            let found = kind(number);
            assert!(
                matches!(found, FileSystem::Foreign { name: known, .. } if known == name),
                "{found:?}"
            );
        }
        // ext4, btrfs, XFS, tmpfs.
        for number in [0xef53, 0x9123_683e, 0x5846_5342, 0x0102_1994] {
            assert_eq!(kind(number), FileSystem::Local, "{number:x}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn sees_where_something_is_mounted() {
        let folder = tempfile::tempdir().expect("there is room");
        assert!(!is_mounted(folder.path()));
        assert!(is_mounted(Path::new("/proc")));
        assert!(free(folder.path()).is_some_and(|free| free.bytes > 0));
        assert_eq!(free(Path::new("/nowhere")), None);
        // It has no size, and takes what is written to it.
        assert_eq!(free(Path::new("/proc")), None);
    }
}
