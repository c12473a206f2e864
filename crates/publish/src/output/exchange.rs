//! Two folders in each other's place.

use std::path::Path;

/// Puts each of two folders in the other's place in one step, so that no
/// request falls between; whether it could be done.
#[cfg(target_os = "linux")]
pub fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

/// Elsewhere there is no such step.
#[cfg(not(target_os = "linux"))]
pub fn exchange(_: &Path, _: &Path) -> bool {
    false
}
