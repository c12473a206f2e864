//! Pictures whose mark an input method has written in full width: `！[厂区](media:yard)`.

use std::borrow::Cow;

/// A line in which each such picture is one.
pub fn read(line: Cow<'_, str>) -> Cow<'_, str> {
    const MARK: &str = "！[";
    if !line.contains(MARK) {
        return line;
    }
    let mut read = String::with_capacity(line.len());
    let mut rest = &*line;
    while let Some((before, after)) = rest.split_once(MARK) {
        let is_picture = (after.split_once("](")).is_some_and(|(words, address)| {
            !words.contains(['[', ']']) && address.trim_start().starts_with("media:")
        });
        read.push_str(before);
        read.push_str(if is_picture { "![" } else { MARK });
        rest = after;
    }
    read.push_str(rest);
    Cow::Owned(read)
}
