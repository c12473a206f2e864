//! What a page says of itself to search engines and to those who share it.

mod json_ld;

use crate::origin::Origin;

use model::Lang;
use model::document::{Document, Picture};
use model::head::Head;
use model::routes::{self, Address, CONTENT_BASE, NewsFilter, Route};

use crate::artifacts::cards::Card;
use crate::artifacts::feeds;
use crate::artifacts::feeds::Format;
use crate::escape::{attribute, script};
use crate::pictures::Encoding;
use crate::render::PageRenderer;

/// The icons that a page names, if there are such files.
const ICONS: [(&str, &str); 4] = [
    ("assets/favicon.ico", "rel=\"icon\" sizes=\"32x32\""),
    (
        "assets/favicon.svg",
        "rel=\"icon\" type=\"image/svg+xml\" sizes=\"any\"",
    ),
    (
        "assets/icon.svg",
        "rel=\"icon\" type=\"image/svg+xml\" sizes=\"any\"",
    ),
    ("assets/apple-touch-icon.png", "rel=\"apple-touch-icon\""),
];
const WEB_MANIFESTS: [&str; 2] = ["assets/site.webmanifest", "assets/manifest.webmanifest"];

/// `--paper` in `style/tokens.css`, for the browser's own bars.
pub const PAPER: [(&str, &str); 2] = [("light", "#f6f7f8"), ("dark", "#0f1316")];

/// The tags of a page's head, one a line, but for title, boot script,
/// stylesheet and documents.
///
/// # Errors
/// When the structured data cannot be written as JSON.
pub fn tags(
    renderer: &PageRenderer,
    address: Option<&Address>,
    document: &Document,
    own: &Head,
) -> Result<String, serde_json::Error> {
    let mut tags = Tags::default();
    tags.meta("name", "description", &own.description);
    match renderer.content_base {
        None => tags.meta("name", "content-base", CONTENT_BASE),
        // The app asks the site itself where the backend fails.
        Some(base) => tags.line(&format!(
            "<meta name=\"content-base\" content=\"{base}\" data-fallback=\"{CONTENT_BASE}\">"
        )),
    }
    tags.meta("name", "color-scheme", "light dark");
    for (scheme, colour) in PAPER {
        tags.line(&format!(
            "<meta name=\"theme-color\" content=\"{colour}\" media=\"(prefers-color-scheme: {scheme})\">"
        ));
    }
    for (file, how) in ICONS {
        if renderer.app.assets.iter().any(|asset| asset == file) {
            tags.line(&format!("<link {how} href=\"/{file}\">"));
        }
    }
    for file in WEB_MANIFESTS {
        if renderer.app.assets.iter().any(|asset| asset == file) {
            tags.line(&format!("<link rel=\"manifest\" href=\"/{file}\">"));
        }
    }
    match address {
        Some(address) => located(&mut tags, renderer, address, document, own)?,
        // Shown under addresses that no page has: nothing to remember.
        None => tags.meta("name", "robots", "noindex"),
    }
    Ok(tags.0)
}

fn located(
    tags: &mut Tags,
    renderer: &PageRenderer,
    address: &Address,
    document: &Document,
    own: &Head,
) -> Result<(), serde_json::Error> {
    let url = |address: &Address| Origin::url(renderer.origin, &address.path());
    if address.route == Route::Embed {
        // The page itself is found elsewhere; links lead out of the frame.
        let chain = Address::new(address.lang, Route::Chain(None));
        tags.meta("name", "robots", "noindex");
        tags.link("canonical", None, &url(&chain));
        tags.line("<base target=\"_blank\">");
        return Ok(());
    }
    let canonical = url(address);
    tags.link("canonical", None, &canonical);
    for lang in Lang::ALL {
        tags.link("alternate", Some(lang.tag()), &url(&address.in_lang(lang)));
    }
    let default = address.in_lang(Lang::default());
    tags.link("alternate", Some("x-default"), &url(&default));

    if renderer.origin.is_some() {
        for (format, path) in feeds(address, document) {
            tags.line(&format!(
                "<link rel=\"alternate\" type=\"{}\" title=\"{format}\" href=\"{path}\">",
                format.media_type()
            ));
        }
    }
    let kind = match document {
        Document::Article(_) => "article",
        _ => "website",
    };
    tags.meta("property", "og:type", kind);
    tags.meta("property", "og:site_name", &renderer.site.name);
    tags.meta("property", "og:title", &own.title);
    tags.meta("property", "og:description", &own.description);
    tags.meta("property", "og:url", &canonical);
    tags.meta("property", "og:locale", locale(renderer.lang));
    for lang in Lang::ALL {
        if lang != renderer.lang {
            tags.meta("property", "og:locale:alternate", locale(lang));
        }
    }
    let card = (renderer.has_cards())
        .then(|| Card::of(renderer.lang, renderer.site, &address.route, document))
        .flatten();
    let cover = match document {
        Document::Article(page) => page.cover.as_ref(),
        Document::Event(page) => page.cover.as_ref(),
        _ => None,
    }
    .filter(|_| renderer.origin.is_some());
    let image = match (cover, card) {
        (Some(cover), _) => Some(cover_image(tags, renderer, cover)),
        (None, Some(card)) => Some(cards(tags, renderer, &card, own)?),
        (None, None) => None,
    };
    for data in json_ld::data(renderer, address, document, own, image) {
        tags.0.push_str("<script type=\"application/ld+json\">");
        script(&serde_json::to_string(&data)?, &mut tags.0);
        tags.line("</script>");
    }
    Ok(())
}

/// The pictures for those who share the page: the wide one first, then the
/// square one, which chats such as WeChat and QQ look for. The address of the
/// wide one.
fn cards(
    tags: &mut Tags,
    renderer: &PageRenderer,
    wide: &Card,
    own: &Head,
) -> Result<String, serde_json::Error> {
    let square = Card::square(renderer.lang, renderer.site);
    for (card, alt) in [(wide, &own.title), (&square, &renderer.site.name)] {
        let (width, height) = card.size();
        let url = Origin::url(renderer.origin, &card.address()?);
        tags.meta("property", "og:image", &url);
        tags.meta("property", "og:image:type", "image/png");
        tags.meta("property", "og:image:width", &width.to_string());
        tags.meta("property", "og:image:height", &height.to_string());
        tags.meta("property", "og:image:alt", alt);
    }
    tags.meta("name", "twitter:card", "summary_large_image");
    let square = Origin::url(renderer.origin, &square.address()?);
    tags.meta("itemprop", "image", &square);
    Ok(Origin::url(renderer.origin, &wide.address()?))
}

/// The cover in place of the pictures that are drawn. Its address.
fn cover_image(tags: &mut Tags, renderer: &PageRenderer, cover: &Picture) -> String {
    let image = cover.cut.as_ref().unwrap_or(&cover.whole);
    let jpeg = Encoding::Jpeg;
    let path = routes::picture(&image.name, image.width, jpeg.ending());
    let url = Origin::url(renderer.origin, &path);
    tags.meta("property", "og:image", &url);
    tags.meta("property", "og:image:type", jpeg.media_type());
    tags.meta("property", "og:image:width", &image.width.to_string());
    tags.meta("property", "og:image:height", &image.height.to_string());
    tags.meta("property", "og:image:alt", &cover.alt.text);
    tags.meta("name", "twitter:card", "summary_large_image");
    tags.meta("itemprop", "image", &url);
    url
}

/// The feeds of the home page, of the lists of news and of offers: they are read there.
fn feeds(address: &Address, document: &Document) -> Vec<(Format, String)> {
    let lang = address.lang;
    let category = match (&address.route, document) {
        (Route::Home, _) => None,
        (Route::News(NewsFilter { category, .. }), _) => *category,
        (_, Document::Offers(page)) if !page.sections.is_empty() => {
            return Format::ALL
                .map(|format| (format, feeds::path_of_offers(lang, format)))
                .into();
        }
        _ => return Vec::new(),
    };
    Format::ALL
        .map(|format| (format, feeds::path(lang, category, format)))
        .into()
}

/// The language as Open Graph names it.
fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHans => "zh_CN",
        Lang::ZhHant => "zh_TW",
        Lang::En => "en_GB",
    }
}

#[derive(Default)]
struct Tags(String);

impl Tags {
    fn line(&mut self, tag: &str) {
        self.0.push_str(tag);
        self.0.push('\n');
    }

    fn meta(&mut self, key: &str, name: &str, content: &str) {
        let content = attribute(content);
        self.parts(["<meta ", key, "=\"", name, "\" content=\"", &content, "\">"]);
    }

    fn link(&mut self, rel: &str, lang: Option<&str>, href: &str) {
        self.0.push_str("<link rel=\"");
        self.0.push_str(rel);
        if let Some(lang) = lang {
            self.0.push_str("\" hreflang=\"");
            self.0.push_str(lang);
        }
        self.parts(["\" href=\"", &attribute(href), "\">"]);
    }

    /// The end of a line, or a whole one.
    fn parts<const N: usize>(&mut self, parts: [&str; N]) {
        for part in parts {
            self.0.push_str(part);
        }
        self.0.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use model::document::VERSION;

    use super::*;

    #[test]
    fn takes_the_colours_of_the_bars_from_the_tokens() {
        let tokens = include_str!("../../../../style/tokens.css");
        let papers = tokens.split("--paper: ").skip(1);
        let papers: Vec<&str> = papers.filter_map(|rest| rest.split(';').next()).collect();
        let [(_, light), (_, dark)] = PAPER;
        // Dark by choice and by the system's; after these, forced colours and printing.
        assert_eq!(papers.get(..3), Some([light, dark, dark].as_slice()));
    }

    #[test]
    fn serves_documents_where_the_app_asks_for_them() {
        let page = include_str!("../../../../index.html");
        let base = format!("name=\"content-base\" content=\"{CONTENT_BASE}\"");
        assert!(page.contains(&base), "{base}");
        assert!(CONTENT_BASE.ends_with(&format!("/v{VERSION}/")));
    }
}
