//! `sitemap.xml`: every address, with its other languages and the day of the
//! newest thing on it; the same as plain lists; and `robots.txt`.

mod entry;
mod names;
mod plain;

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use model::Lang;
use model::routes::Address;

use crate::origin::Origin;

pub use entry::SitemapEntry;
pub use names::{is_list, is_sitemap, starts};

/// How much may be in a sitemap: the protocol allows 50 MB, but Baidu reads 10 MB.
const MOST: Limit = Limit {
    addresses: 50_000,
    bytes: 10_000_000,
};
/// The room kept for every address while nobody knows what it will begin with:
/// `https://`, a host as long as they get in practice, and a port.
const ROOM_FOR_ORIGIN: usize = 64;

/// How much fits into a sitemap, or a list of them.
#[derive(Clone, Copy, Debug)]
struct Limit {
    addresses: usize,
    bytes: usize,
}

/// The sitemaps of all places, and the plain lists of them, which Baidu takes as well.
///
/// Without an origin the addresses begin with `/`, and whoever serves the files
/// puts its own in front: see [`addressed`].
///
/// # Errors
/// None is known: they are written to memory.
pub fn sitemaps(
    places: &[SitemapEntry],
    origin: Option<&Origin>,
) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut files = within(MOST, places, origin)?;
    files.extend(plain::lists(MOST, places, origin));
    Ok(files)
}

/// `sitemap.xml` with all places; or, where they are too many for one, an
/// index of that name and the parts.
fn within(
    limit: Limit,
    places: &[SitemapEntry],
    origin: Option<&Origin>,
) -> io::Result<Vec<(String, Vec<u8>)>> {
    let parts = parts(limit, places, origin)?;
    if let [_] = parts.as_slice() {
        let named = parts.into_iter().map(|xml| (names::index(1), xml));
        return Ok(named.collect());
    }
    let parts: Vec<_> = (1..)
        .zip(parts)
        .map(|(number, xml)| (names::part(number), xml))
        .collect();
    let mut files = Vec::with_capacity(1 + parts.len());
    for (number, parts) in (1..).zip(parts.chunks(limit.addresses)) {
        let parts = parts.iter().map(|(name, _)| name.as_str());
        files.push((names::index(number), index(parts, origin)?));
    }
    files.extend(parts);
    Ok(files)
}

/// As few parts as the limit allows, or about so.
fn parts(
    limit: Limit,
    places: &[SitemapEntry],
    origin: Option<&Origin>,
) -> io::Result<Vec<Vec<u8>>> {
    // Of each address, one is its own and one leads to each language and the default.
    let later = match origin {
        Some(_) => 0,
        None => ROOM_FOR_ORIGIN * (2 + Lang::ALL.len()),
    };
    let mut parts = Vec::new();
    let mut rest = places;
    let mut most = limit.addresses;
    while !rest.is_empty() {
        let mut count = rest.len().min(most);
        let mut xml = urlset(&rest[..count], origin)?;
        while xml.len() + count * later > limit.bytes && count > 1 {
            // As many as fit if all are as long as these, and some to spare, for
            // this part and the next: a part is rarely written twice.
            let bytes = xml.len() + count * later;
            count = (count * limit.bytes / bytes * 19 / 20).clamp(1, count - 1);
            most = count;
            xml = urlset(&rest[..count], origin)?;
        }
        parts.push(xml);
        rest = &rest[count..];
    }
    Ok(parts)
}

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
    let image = (
        "xmlns:image",
        "http://www.google.com/schemas/sitemap-image/1.1",
    );
    let room = places.len() * BYTES_PER_PLACE;
    let illustrated = places.iter().any(|place| !place.pictures.is_empty());
    let namespaces: &[_] = match illustrated {
        true => &[NAMESPACE, xhtml, image],
        false => &[NAMESPACE, xhtml],
    };
    document("urlset", namespaces, room, |writer| {
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
    let SitemapEntry {
        address,
        changed,
        pictures,
    } = place;
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
            for picture in pictures {
                let picture = Origin::url(origin, picture);
                writer
                    .create_element("image:image")
                    .write_inner_content(|writer| {
                        let text = BytesText::new(&picture);
                        writer
                            .create_element("image:loc")
                            .write_text_content(text)?;
                        Ok(())
                    })?;
            }
            Ok(())
        })
        .map(drop)
}

/// `robots.txt`: everybody may read everything. A sitemap is named by its full
/// address or not at all. `files` are those that are written.
pub fn robots(origin: Option<&Origin>, files: &[(String, Vec<u8>)]) -> String {
    let robots = "User-agent: *\nAllow: /\n";
    let is_there = |name: &str| files.iter().any(|(file, _)| file == name);
    match origin {
        Some(origin) => with_sitemaps(robots, &origin.to_string(), &starts(is_there)),
        None => robots.to_owned(),
    }
}

/// A sitemap that was written without an origin, or a plain list, with one; `None`
/// when it has one.
pub fn addressed(name: &str, sitemap: &str, origin: &str) -> Option<String> {
    if is_list(name) {
        return plain::addressed(sitemap, origin);
    }
    sitemap.contains("<loc>/").then(|| {
        sitemap
            .replace("<loc>/", &format!("<loc>{origin}/"))
            .replace("<image:loc>/", &format!("<image:loc>{origin}/"))
            .replace(" href=\"/", &format!(" href=\"{origin}/"))
    })
}

/// A `robots.txt` that was written without an origin, with one.
pub fn with_sitemaps(robots: &str, origin: &str, names: &[String]) -> String {
    let mut text = format!("{robots}\n");
    for name in names {
        text.push_str(&format!("Sitemap: {origin}/{name}\n"));
    }
    text
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
                pictures: Vec::new(),
            })
            .collect();
        (within(limit, &places, None)
            .expect("memory takes it")
            .into_iter())
        .map(|(name, xml)| (name, String::from_utf8(xml).expect("XML is text")))
        .collect()
    }

    /// Every address is in one part, and one index names every part.
    fn is_whole(parts: &[(String, String)]) {
        let (indexes, rest): (Vec<_>, Vec<_>) =
            (parts.iter()).partition(|(_, xml)| xml.contains("<sitemapindex"));
        for (name, _) in &rest {
            assert!(is_sitemap(name));
            let loc = format!("<loc>/{name}</loc>");
            let found = indexes.iter().filter(|(_, xml)| xml.contains(&loc));
            assert_eq!(found.count(), 1, "{name}");
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
        // Two indexes, of two parts and of one.
        assert_eq!(parts.len(), 2 + 3);
        is_whole(&parts);
        let starts = starts(|name| parts.iter().any(|(file, _)| file == name));
        assert_eq!(starts, ["sitemap.xml", "sitemap-index-2.xml"]);
    }

    #[test]
    fn splits_what_has_too_many_bytes() {
        let bytes = 2500;
        let parts = parts(Limit { bytes, ..MOST });
        assert!(parts.len() > 2, "{} parts", parts.len());
        is_whole(&parts);
        // Once they are served, too, from a long address.
        let origin = format!("https://{}.example", "a".repeat(40));
        for (name, xml) in &parts {
            let served = addressed(name, xml, &origin).expect("it was written without one");
            assert!(served.len() <= bytes, "{}", served.len());
        }
    }

    #[test]
    fn fills_the_parts_of_a_large_archive() {
        let places: Vec<_> = (0..52_000)
            .map(|number| SitemapEntry {
                address: Address::new(Lang::En, Route::Article(format!("2025-10-31-a-{number}"))),
                changed: Some("2025-10-31".to_owned()),
                pictures: Vec::new(),
            })
            .collect();
        let origin: Origin = "https://alliance.example".parse().expect("it is one");
        let files = sitemaps(&places, Some(&origin)).expect("memory takes it");
        let (lists, maps): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| is_list(name));
        for (name, bytes) in &files {
            assert!(bytes.len() <= MOST.bytes, "{name}: {}", bytes.len());
        }
        let parts = &maps[1..];
        let full = &parts[..parts.len() - 1];
        assert!(full.iter().all(|(_, xml)| xml.len() > 8_000_000));
        let urls =
            |(_, xml): &&(String, Vec<u8>)| String::from_utf8_lossy(xml).matches("<url>").count();
        assert!(parts.iter().all(|part| urls(part) <= MOST.addresses));
        assert_eq!(parts.iter().map(urls).sum::<usize>(), 52_000);
        let lines = |(_, text): &&(String, Vec<u8>)| String::from_utf8_lossy(text).lines().count();
        assert_eq!(lists.iter().map(lines).collect::<Vec<_>>(), [50_000, 2_000]);
        let robots = robots(Some(&origin), &files);
        for name in ["sitemap.xml", "sitemap.txt", "sitemap-2.txt"] {
            let line = format!("Sitemap: https://alliance.example/{name}\n");
            assert!(robots.contains(&line), "{robots}");
        }
        assert_eq!(robots.matches("Sitemap:").count(), 3, "{robots}");
    }

    #[test]
    fn leaves_what_fits_in_one() {
        let parts = parts(MOST);
        assert_eq!(parts.len(), 1);
        assert_eq!(parts[0].1.matches("<url>").count(), 5);
    }
}
