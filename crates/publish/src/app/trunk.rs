//! What Trunk's `index.html` names.

use html5gum::{StartTag, Token, Tokenizer};

/// A stylesheet that Trunk's page links.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its file, without leading `/`.
    pub file: String,
    /// The word of the door whose pages alone have it; absent: every door's have.
    pub door: Option<String>,
}

/// The stylesheets that Trunk's page links, in order.
pub fn sheets(html: &[u8]) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        let Token::StartTag(tag) = token else {
            continue;
        };
        let is_sheet =
            tag.name.as_slice() == b"link" && attribute(&tag, b"rel") == Some("stylesheet");
        if let Some(href) = attribute(&tag, b"href").filter(|_| is_sheet) {
            sheets.push(Sheet {
                file: href.trim_start_matches('/').to_owned(),
                door: attribute(&tag, b"data-door").map(str::to_owned),
            });
        }
    }
    sheets
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
            <link rel="stylesheet" href="/layers.css" integrity="sha384-x"/>
            <link data-trunk rel="rust" href="Cargo.toml" data-bin="app">
            <link rel="stylesheet" href="/base.css" data-door="chain" integrity="sha384-y"/>
            <!-- <link rel="stylesheet" href="/none.css"> -->
            <link rel="icon" href="/assets/icon.svg"></head>"#;
        let unquoted = "<link integrity=sha384-x rel=stylesheet href=/layers.css>\
            <link data-door=chain rel=stylesheet href=/base.css><link href=/assets/icon.svg rel=icon>";
        for html in [whole, unquoted] {
            let sheet = |file: &str, door: Option<&str>| Sheet {
                file: file.to_owned(),
                door: door.map(str::to_owned),
            };
            assert_eq!(
                sheets(html.as_bytes()),
                [sheet("layers.css", None), sheet("base.css", Some("chain"))]
            );
        }
    }
}
