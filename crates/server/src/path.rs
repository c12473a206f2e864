//! Which file a request's path means.

use percent_encoding::percent_decode_str;

/// What a path asks for, decoded, relative to the published folder.
#[derive(Debug, PartialEq, Eq)]
pub enum RequestPath {
    /// A folder's own page: `news/`, or the empty text for the whole folder's.
    Folder(String),
    /// A file: `robots.txt`. Perhaps a folder, asked for without its slash.
    File(String),
}

/// Reads a request's path. `None` when nothing that is served has it.
pub fn parse(path: &str) -> Option<RequestPath> {
    let mut wanted = String::new();
    let mut segments = path.strip_prefix('/')?.split('/').peekable();
    while let Some(segment) = segments.next() {
        if segment.is_empty() {
            // `//` anywhere but at the end is no address of ours, and would
            // turn a redirect into one to another host.
            return segments
                .peek()
                .is_none()
                .then_some(RequestPath::Folder(wanted));
        }
        let name = percent_decode_str(segment).decode_utf8().ok()?;
        if !is_served(&name, wanted.is_empty()) {
            return None;
        }
        wanted.push_str(&name);
        if segments.peek().is_some() {
            wanted.push('/');
        }
    }
    Some(RequestPath::File(wanted))
}

/// Whether a file or folder of this name can be asked for.
fn is_served(name: &str, at_top: bool) -> bool {
    // What decodes to a separator, a drive, a stream or the end of a C string.
    let odd = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':');
    // `.`, `..`, and what people forget to take out of a folder; the standard
    // place for notices about security and for certificates is no secret.
    let hidden = name.starts_with('.') && !(at_top && name == ".well-known");
    // Notes to hosts, not to readers.
    let note = at_top && matches!(name, "_headers" | "_redirects");
    // Another form of a file, chosen by its own header.
    let packed = name.ends_with(".br") || name.ends_with(".gz");
    name.len() <= 255 && !name.contains(odd) && !hidden && !note && !packed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_files_from_folders() {
        assert_eq!(parse("/"), Some(RequestPath::Folder(String::new())));
        assert_eq!(
            parse("/en/news/"),
            Some(RequestPath::Folder("en/news/".into()))
        );
        assert_eq!(parse("/en/news"), Some(RequestPath::File("en/news".into())));
        assert_eq!(
            parse("/a%2Db.txt"),
            Some(RequestPath::File("a-b.txt".into()))
        );
        assert_eq!(
            parse("/%E9%93%9D.svg"),
            Some(RequestPath::File("铝.svg".into()))
        );
        assert_eq!(
            parse("/.well-known/security.txt"),
            Some(RequestPath::File(".well-known/security.txt".into()))
        );
    }

    #[test]
    fn has_no_file_for_what_nobody_should_ask() {
        for path in [
            "",
            "*",
            "news/",
            "//",
            "//example.com/",
            "/news//",
            "/..",
            "/../",
            "/%2e%2e/",
            "/news/.%2E/",
            "/..%2f",
            "/..%5c",
            "/a%00",
            "/a%0ab",
            "/c:/",
            "/%ff",
            "/.git/config",
            "/news/.well-known/",
            "/_headers",
            "/index.html.br",
            "/index.html%2Egz",
        ] {
            assert_eq!(parse(path), None, "{path}");
        }
    }
}
