//! A wasm without the sections that only debuggers read.

use thiserror::Error;

const HEADER: &[u8; 8] = b"\0asm\x01\0\0\0";
/// Names of functions, and what compiled it: a fifth of the file, of no use
/// to a reader. `target_features` stays: engines may read it.
const DROPPED: [&[u8]; 2] = [b"name", b"producers"];

/// Why a file is not WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WasmError {
    /// It does not begin as a wasm module does.
    #[error("it has no wasm header")]
    Header,
    /// It ends in the middle of a section.
    #[error("it is cut short at byte {0}")]
    Truncated(usize),
}

/// The module without its `name` and `producers` sections.
///
/// # Errors
/// When the bytes are no wasm module.
pub fn slim(wasm: &[u8]) -> Result<Vec<u8>, WasmError> {
    let mut rest = wasm.strip_prefix(HEADER).ok_or(WasmError::Header)?;
    let mut slim = HEADER.to_vec();
    while let Some((id, after_id)) = rest.split_first() {
        let truncated = WasmError::Truncated(wasm.len() - rest.len());
        let (size, content) = number(after_id).ok_or(truncated)?;
        let (content, next) = content.split_at_checked(size).ok_or(truncated)?;
        let name = match id {
            0 => number(content).and_then(|(length, name)| name.get(..length)),
            _ => None,
        };
        if !name.is_some_and(|name| DROPPED.contains(&name)) {
            slim.extend_from_slice(&rest[..rest.len() - next.len()]);
        }
        rest = next;
    }
    Ok(slim)
}

/// A number in LEB128, and what comes after it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value: u64 = 0;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        value |= u64::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((usize::try_from(value).ok()?, &bytes[index + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        [&[id, content.len() as u8], content].concat()
    }

    #[test]
    fn drops_names_and_keeps_the_rest() {
        let code = section(1, &[1, 2, 3]);
        let features = section(0, b"\x0ftarget_features\x01");
        let names = section(0, b"\x04nameabc");
        let producers = section(0, b"\x09producers!");
        let wasm = [HEADER, &code[..], &names, &features, &producers].concat();
        assert_eq!(slim(&wasm), Ok([HEADER, &code[..], &features].concat()));
    }

    #[test]
    fn refuses_what_is_no_module() {
        assert_eq!(slim(b"<!doctype html>"), Err(WasmError::Header));
        let short = [HEADER, &[1, 9, 0][..]].concat();
        assert_eq!(slim(&short), Err(WasmError::Truncated(8)));
        let endless = [HEADER, &[1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80][..]].concat();
        assert_eq!(slim(&endless), Err(WasmError::Truncated(8)));
    }
}
