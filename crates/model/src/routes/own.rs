//! What stands at the top of a published site: no other file may be called so.

use super::{Address, CONTENT_BASE, PAPERS, PICTURES, Route};
use crate::Lang;

/// Files and folders that publishing writes there, beside pages and documents.
const OTHERS: [&str; 13] = [
    "/404.html",
    "/_headers",
    "/app.json",
    "/assets/",
    "/cards/",
    "/data/",
    "/feeds/",
    "/index.html",
    "/llms.txt",
    PICTURES,
    PAPERS,
    "/robots.txt",
    "/schema/",
];

/// What the site itself has at its top under a name, whether written in small or
/// capital letters: `/news/` for `news`, `/robots.txt` for `Robots.txt`.
pub fn own(name: &str) -> Option<String> {
    let name = name.to_lowercase();
    if name.is_empty() {
        return None;
    }
    let folder = format!("/{name}/");
    let is_page = Address::parse(&folder).is_some();
    // Below these there are pages, or files, and no page of their own.
    let embed = Address::new(Lang::default(), Route::Embed).path();
    let is_above = [embed.as_str(), CONTENT_BASE]
        .iter()
        .any(|path| path.starts_with(&folder));
    if is_page || is_above || OTHERS.contains(&folder.as_str()) {
        return Some(folder);
    }
    let file = format!("/{name}");
    (OTHERS.contains(&file.as_str()) || is_numbered(&name)).then_some(file)
}

/// Whether a file's name is one that publishing makes up as it needs it: of a sitemap
/// in several parts, or of the app by its content.
fn is_numbered(name: &str) -> bool {
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return false;
    };
    match ending {
        "xml" | "txt" => {
            let part = |stem: &str| !stem.is_empty() && stem.bytes().all(|b| b.is_ascii_digit());
            let rest = stem.strip_prefix("sitemap");
            let rest = rest.map(|rest| rest.strip_prefix("-index").unwrap_or(rest));
            rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-').is_some_and(part))
        }
        "js" | "wasm" | "css" => {
            let stem = stem.strip_suffix("_bg").unwrap_or(stem);
            let hash = stem.rsplit_once('-').map(|(_, hash)| hash);
            hash.is_some_and(|hash| {
                hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
            })
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_the_site_has_at_its_top() {
        for (name, path) in [
            ("news", "/news/"),
            ("News", "/news/"),
            ("en", "/en/"),
            ("zh-hant", "/zh-hant/"),
            ("search", "/search/"),
            ("embed", "/embed/"),
            ("content", "/content/"),
            ("index.html", "/index.html"),
            ("ROBOTS.TXT", "/robots.txt"),
            ("sitemap.txt", "/sitemap.txt"),
            ("sitemap-12.xml", "/sitemap-12.xml"),
            ("sitemap-index-2.xml", "/sitemap-index-2.xml"),
            (
                "app-0a1b2c3d4e5f6071_bg.wasm",
                "/app-0a1b2c3d4e5f6071_bg.wasm",
            ),
        ] {
            assert_eq!(own(name).as_deref(), Some(path), "{name}");
        }
    }

    #[test]
    fn leaves_every_other_name_to_others() {
        for name in [
            "",
            "MP_verify_abc.txt",
            ".well-known",
            "google1234567890abcdef.html",
            "newsletter",
            "sitemap-news.xml",
            "sitemaps.txt",
            "favicon.ico",
            "ads.txt",
            "app.js",
        ] {
            assert_eq!(own(name), None, "{name}");
        }
    }
}
