//! `sitemap.xml`: every address, with its other languages and the day of the
//! newest thing on it; and `robots.txt`.

mod entry;

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use model::Lang;
use model::routes::Address;

use crate::origin::Origin;

pub use entry::SitemapEntry;

/// How many addresses and bytes a sitemap may have, by the protocol.
const MOST: Limit = Limit {
    addresses: 50_000,
    bytes: 50_000_000,
};

/// How much fits into a sitemap.
#[derive(Clone, Copy, Debug)]
struct Limit {
    addresses: usize,
    bytes: usize,
}

/// `sitemap.xml` with all places; or, where they are too many for one, an
/// index of that name and the parts.
///
/// Without an origin the addresses begin with `/`, and whoever serves the file
/// puts its own in front: see [`addressed`].
///
/// # Errors
/// None is known: it is written to memory.
pub fn sitemaps(
    places: &[SitemapEntry],
    origin: Option<&Origin>,
) -> io::Result<Vec<(String, Vec<u8>)>> {
    within(MOST, places, origin)
}

fn within(
    limit: Limit,
    places: &[SitemapEntry],
    origin: Option<&Origin>,
) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut parts = Vec::new();
    let mut rest = places;
    while !rest.is_empty() {
        let mut count = rest.len().min(limit.addresses);
        let mut xml = urlset(&rest[..count], origin)?;
        while xml.len() > limit.bytes && count > 1 {
            count /= 2;
            xml = urlset(&rest[..count], origin)?;
        }
        parts.push(xml);
        rest = &rest[count..];
    }
    if let [_] = parts.as_slice() {
        return Ok(parts
            .into_iter()
            .map(|xml| (INDEX.to_owned(), xml))
            .collect());
    }
    let parts: Vec<_> = (1..)
        .zip(parts)
        .map(|(number, xml)| (format!("sitemap-{number}.xml"), xml))
        .collect();
    let names = parts.iter().map(|(name, _)| name.as_str());
    let index = index(names, origin)?;
    Ok(std::iter::once((INDEX.to_owned(), index))
        .chain(parts)
        .collect())
}

/// Whether a file of this name is a sitemap.
pub fn is_sitemap(name: &str) -> bool {
    let number = name
        .strip_prefix("sitemap-")
        .and_then(|name| name.strip_suffix(".xml"));
    name == INDEX || number.is_some_and(|number| number.parse::<u32>().is_ok())
}

const INDEX: &str = "sitemap.xml";
const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

fn index<'a>(names: impl Iterator<Item = &'a str>, origin: Option<&Origin>) -> io::Result<Vec<u8>> {
    document("sitemapindex", &[NAMESPACE], 0, |writer| {
        for name in names {
            let url = Origin::url(origin, &format!("/{name}"));
            writer
                .create_element("sitemap")
                .write_inner_content(|writer| {
                    let text = BytesText::new(&url);
                    writer.create_element("loc").write_text_content(text)?;
                    Ok(())
                })?;
        }
        Ok(())
    })
}

fn urlset(places: &[SitemapEntry], origin: Option<&Origin>) -> io::Result<Vec<u8>> {
    let xhtml = ("xmlns:xhtml", "http://www.w3.org/1999/xhtml");
    let room = places.len() * BYTES_PER_PLACE;
    document("urlset", &[NAMESPACE, xhtml], room, |writer| {
        for place in places {
            page(writer, place, origin)?;
        }
        Ok(())
    })
}

/// About how much is written of a place: room that grows is copied, and cleared,
/// again and again.
const BYTES_PER_PLACE: usize = 512;

fn document(
    root: &str,
    attributes: &[(&str, &str)],
    room: usize,
    content: impl FnOnce(&mut Writer<Vec<u8>>) -> io::Result<()>,
) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::with_capacity(room), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element(root)
        .with_attributes(attributes.iter().copied())
        .write_inner_content(content)?;
    let mut xml = writer.into_inner();
    xml.push(b'\n');
    let text = String::from_utf8(xml).map_err(io::Error::other)?;
    Ok(crate::escape::xml(text).into_bytes())
}

fn page(
    writer: &mut Writer<Vec<u8>>,
    place: &SitemapEntry,
    origin: Option<&Origin>,
) -> io::Result<()> {
    let url = |address: &Address| Origin::url(origin, &address.path());
    let SitemapEntry { address, changed } = place;
    writer
        .create_element("url")
        .write_inner_content(|writer| {
            let own = url(address);
            writer
                .create_element("loc")
                .write_text_content(BytesText::new(&own))?;
            if let Some(day) = changed {
                writer
                    .create_element("lastmod")
                    .write_text_content(BytesText::new(day))?;
            }
            let default = ("x-default", Lang::default());
            for (tag, lang) in Lang::ALL
                .map(|lang| (lang.tag(), lang))
                .into_iter()
                .chain([default])
            {
                writer
                    .create_element("xhtml:link")
                    .with_attributes([
                        ("rel", "alternate"),
                        ("hreflang", tag),
                        ("href", url(&address.in_lang(lang)).as_str()),
                    ])
                    .write_empty()?;
            }
            Ok(())
        })
        .map(drop)
}

/// `robots.txt`: everybody may read everything. A sitemap is named by its full
/// address or not at all.
pub fn robots(origin: Option<&Origin>) -> String {
    let robots = "User-agent: *\nAllow: /\n";
    match origin {
        Some(origin) => with_sitemap(robots, &origin.to_string()),
        None => robots.to_owned(),
    }
}

/// A sitemap that was written without an origin, with one; `None` when it has
/// one.
pub fn addressed(sitemap: &str, origin: &str) -> Option<String> {
    sitemap.contains("<loc>/").then(|| {
        sitemap
            .replace("<loc>/", &format!("<loc>{origin}/"))
            .replace(" href=\"/", &format!(" href=\"{origin}/"))
    })
}

/// A `robots.txt` that was written without an origin, with one.
pub fn with_sitemap(robots: &str, origin: &str) -> String {
    format!("{robots}\nSitemap: {origin}/sitemap.xml\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::routes::Route;

    fn addresses() -> Vec<Address> {
        (0..5)
            .map(|number| Address::new(Lang::En, Route::Article(format!("a-{number}"))))
            .collect()
    }

    fn parts(limit: Limit) -> Vec<(String, String)> {
        let places: Vec<_> = (addresses().into_iter())
            .map(|address| SitemapEntry {
                address,
                changed: None,
            })
            .collect();
        (within(limit, &places, None)
            .expect("memory takes it")
            .into_iter())
        .map(|(name, xml)| (name, String::from_utf8(xml).expect("XML is text")))
        .collect()
    }

    /// Every address is in one part, and the index names every part.
    fn is_whole(parts: &[(String, String)]) {
        let (index, rest) = parts.split_first().expect("there is an index");
        for (name, _) in rest {
            assert!(is_sitemap(name));
            assert!(index.1.contains(&format!("<loc>/{name}</loc>")), "{name}");
        }
        for address in addresses() {
            let loc = format!("<loc>{}</loc>", address.path());
            let found = rest.iter().filter(|(_, xml)| xml.contains(&loc)).count();
            assert_eq!(found, 1, "{loc}");
        }
    }

    #[test]
    fn splits_what_has_too_many_addresses() {
        let limit = Limit {
            addresses: 2,
            ..MOST
        };
        let parts = parts(limit);
        assert_eq!(parts.len(), 1 + 3);
        is_whole(&parts);
    }

    #[test]
    fn splits_what_has_too_many_bytes() {
        let bytes = 900;
        let parts = parts(Limit { bytes, ..MOST });
        assert!(parts.len() > 2, "{} parts", parts.len());
        assert!(parts[1..].iter().all(|(_, xml)| xml.len() <= bytes));
        is_whole(&parts);
    }

    #[test]
    fn leaves_what_fits_in_one() {
        let parts = parts(MOST);
        assert_eq!(parts.len(), 1);
        assert_eq!(parts[0].1.matches("<url>").count(), 5);
    }
}
