//! What Trunk's `index.html` names.

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
pub fn read(html: &str) -> Names {
    let mut names = Names::default();
    for tag in html.split("<link").skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let Some(href) = attribute(tag, "href") else {
            continue;
        };
        let href = href.trim_start_matches('/').to_owned();
        match attribute(tag, "rel") {
            Some("stylesheet") => names.css.push(href),
            Some("modulepreload") if names.js.is_none() => names.js = Some(href),
            Some("preload") if href.ends_with(".wasm") => names.wasm = Some(href),
            _ => {}
        }
    }
    names
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_trunk_writes() {
        let html = r#"<head>
            <link rel="stylesheet" href="/layers-59f4.css" integrity="sha384-x"/>
            <link rel="stylesheet" href="/base-01aa.css" integrity="sha384-y"/>
            <link rel="icon" href="/assets/icon.svg">
            <link rel="modulepreload" href="/app-7d27.js" crossorigin="anonymous"><link rel="preload" href="/app-7d27_bg.wasm" as="fetch" type="application/wasm"></head>"#;
        assert_eq!(
            read(html),
            Names {
                js: Some("app-7d27.js".to_owned()),
                wasm: Some("app-7d27_bg.wasm".to_owned()),
                css: vec!["layers-59f4.css".to_owned(), "base-01aa.css".to_owned()],
            }
        );
    }
}
