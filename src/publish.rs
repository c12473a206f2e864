//! From the bundle to a folder that any host can serve. Only this writes files.

pub mod documents;
pub mod headers;
pub mod markdown;
pub mod server;

/// The first digits of a digest.
fn hex(digest: &[u8], digits: usize) -> String {
    let mut text: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    text.truncate(digits);
    text
}
