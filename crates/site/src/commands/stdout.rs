//! Standard output.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

/// Writes a line to standard output. A reader that has closed its end, as `head`
/// does, is no fault; any other error is.
pub fn line(text: Arguments<'_>) {
    let written = writeln!(io::stdout().lock(), "{text}");
    if let Err(error) = written
        && error.kind() != ErrorKind::BrokenPipe
    {
        eprintln!("site: {error}");
    }
}

/// Like `println!`, but does not panic when the reader is gone.
macro_rules! say {
    ($($text:tt)*) => { crate::commands::stdout::line(format_args!($($text)*)) };
}
