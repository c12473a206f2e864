//! Tells whoever started the command.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

/// Writes a line to standard output. Who reads it may have had enough, as `head`
/// has: that is no fault. Where it cannot be written, it is told as one.
pub fn line(text: Arguments<'_>) {
    let written = writeln!(io::stdout().lock(), "{text}");
    if let Err(error) = written
        && error.kind() != ErrorKind::BrokenPipe
    {
        eprintln!("site: {error}");
    }
}

/// As `println!`, but for a reader who has gone.
macro_rules! say {
    ($($text:tt)*) => { crate::commands::stdout::line(format_args!($($text)*)) };
}
