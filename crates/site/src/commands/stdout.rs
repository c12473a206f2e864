//! Tells whoever started the command.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

use anstream::AutoStream;

/// Writes a line to standard output, in colours only where a terminal shows them and
/// nobody has asked for none. Who reads it may have had enough, as `head` has: that
/// is no fault. Where it cannot be written, standard error says why.
pub fn line(text: Arguments<'_>) {
    let written = writeln!(AutoStream::auto(io::stdout().lock()), "{text}");
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
