//! Standard output.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

use anstream::AutoStream;

/// Writes a line to standard output, in colours only where a terminal shows them and
/// nobody has asked for none. A reader that has closed its end, as `head` does, is no
/// fault; any other error is.
pub fn line(text: Arguments<'_>) {
    let written = writeln!(AutoStream::auto(io::stdout().lock()), "{text}");
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
