//! `sitemap.xml`: every address, with its other languages; and `robots.txt`.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::content::Lang;
use crate::routes::Address;

use super::head::Origin;

/// The sitemap of some addresses.
///
/// Without an origin the addresses begin with `/`, and whoever serves the file
/// puts its own in front: see [`addressed`].
///
/// # Errors
/// None is known: it is written to memory.
pub fn sitemap(addresses: &[&Address], origin: Option<&Origin>) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("urlset")
        .with_attributes([
            ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
            ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
        ])
        .write_inner_content(|writer| {
            for address in addresses {
                page(writer, address, origin)?;
            }
            Ok(())
        })?;
    let mut xml = writer.into_inner();
    xml.push(b'\n');
    Ok(xml)
}

fn page(
    writer: &mut Writer<Vec<u8>>,
    address: &Address,
    origin: Option<&Origin>,
) -> io::Result<()> {
    let url = |address: &Address| Origin::url(origin, &address.path());
    writer
        .create_element("url")
        .write_inner_content(|writer| {
            let own = url(address);
            writer
                .create_element("loc")
                .write_text_content(BytesText::new(&own))?;
            for lang in Lang::ALL {
                writer
                    .create_element("xhtml:link")
                    .with_attributes([
                        ("rel", "alternate"),
                        ("hreflang", lang.tag()),
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
