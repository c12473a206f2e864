//! What Trunk's `index.html` names.

use html5gum::{StartTag, Token, Tokenizer};

/// The names that Trunk's page gives to what it built, without leading `/`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The script beside the wasm.
    pub js: Option<String>,
    /// The wasm.
    pub wasm: Option<String>,
    /// The stylesheets, in order.
    pub css: Vec<String>,
}

/// Reads the `<link>` elements of Trunk's page.
pub fn read(html: &[u8]) -> Names {
    let mut names = Names::default();
    for Ok(token) in Tokenizer::new(html) {
        let Token::StartTag(tag) = token else {
            continue;
        };
        let Some(href) = attribute(&tag, b"href").filter(|_| tag.name.as_slice() == b"link") else {
            continue;
        };
        let href = href.trim_start_matches('/').to_owned();
        match attribute(&tag, b"rel") {
            Some("stylesheet") => names.css.push(href),
            Some("modulepreload") if names.js.is_none() => names.js = Some(href),
            Some("preload") if href.ends_with(".wasm") => names.wasm = Some(href),
            _ => {}
        }
    }
    names
}

fn attribute<'a>(tag: &'a StartTag<()>, name: &[u8]) -> Option<&'a str> {
    std::str::from_utf8(tag.attributes.get(name)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_trunk_writes() {
        let whole = r#"<head>
            <link rel="stylesheet" href="/layers-59f4.css" integrity="sha384-x"/>
            <link rel="stylesheet" href="/base-01aa.css" integrity="sha384-y"/>
            <!-- <link rel="stylesheet" href="/none.css"> -->
            <link rel="icon" href="/assets/icon.svg">
            <link rel="modulepreload" href="/app-7d27.js" crossorigin="anonymous"><link rel="preload" href="/app-7d27_bg.wasm" as="fetch" type="application/wasm"></head>"#;
        let unquoted = "<link integrity=sha384-x rel=stylesheet href=/layers-59f4.css>\
            <link rel=stylesheet href=/base-01aa.css><link href=/assets/icon.svg rel=icon>\
            <link crossorigin href=/app-7d27.js rel=modulepreload>\
            <link as=fetch href=/app-7d27_bg.wasm rel=preload type=application/wasm>";
        for html in [whole, unquoted] {
            assert_eq!(
                read(html.as_bytes()),
                Names {
                    js: Some("app-7d27.js".to_owned()),
                    wasm: Some("app-7d27_bg.wasm".to_owned()),
                    css: vec!["layers-59f4.css".to_owned(), "base-01aa.css".to_owned()],
                }
            );
        }
    }
}
