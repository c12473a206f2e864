//! Which addresses a text may link to.

use url::Url;

use model::Lang;
use model::routes::Address;

/// The address as it may stand in a link: on the web, a mail address, a
/// telephone number, a path of this site or a place on the page.
///
/// Control characters are taken out before it is judged, as a browser does.
pub fn allowed(address: &str) -> Option<String> {
    let address: String = address.chars().filter(|sign| !sign.is_control()).collect();
    let address = address.trim();
    if address.starts_with('#') {
        return Some(address.to_owned());
    }
    if address.starts_with('/') {
        // `//host` and `/\host` lead away.
        let inside = !address.starts_with("//") && !address.contains('\\');
        return inside.then(|| address.to_owned());
    }
    let url = Url::parse(address).ok()?;
    match url.scheme() {
        "https" | "http" => url.has_host().then(|| url.to_string()),
        "mailto" | "tel" => Some(url.to_string()),
        _ => None,
    }
}

/// The address on a page of this language: editors name the site's pages as the
/// Chinese ones have them, and readers stay in their language.
pub fn in_lang(address: String, lang: Lang) -> String {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let (path, rest) = address.split_at(end);
    match Address::parse(path).filter(|page| path.starts_with('/') && page.lang == Lang::default())
    {
        Some(page) => page.in_lang(lang).path() + rest,
        None => address,
    }
}
