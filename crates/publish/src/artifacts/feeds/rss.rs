//! RSS 2.0, with the content module for the full text.

use std::collections::BTreeMap;

use super::{Channel, FeedEntry, FeedError, Format};
use crate::escape::text;

pub fn write(channel: &Channel, entries: &[FeedEntry]) -> Result<String, FeedError> {
    let own = rss::extension::atom::AtomExtension {
        links: vec![rss::extension::atom::Link {
            href: channel.own.clone(),
            rel: "self".to_owned(),
            mime_type: Some(Format::Rss.media_type().to_owned()),
            ..Default::default()
        }],
    };
    let feed = rss::Channel {
        title: channel.title.clone(),
        link: channel.home.clone(),
        description: channel.description.clone(),
        language: Some(channel.lang.tag().to_owned()),
        last_build_date: Some(channel.updated.to_rfc2822()),
        items: entries.iter().map(item).collect(),
        atom_ext: Some(own),
        namespaces: BTreeMap::from([
            ("atom".to_owned(), "http://www.w3.org/2005/Atom".to_owned()),
            (
                "content".to_owned(),
                "http://purl.org/rss/1.0/modules/content/".to_owned(),
            ),
        ]),
        ..rss::Channel::default()
    };
    let bytes = feed.write_to(Vec::new())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn item(entry: &FeedEntry) -> rss::Item {
    rss::Item {
        title: Some(entry.title.clone()),
        link: Some(entry.url.clone()),
        // Readers take it for HTML.
        description: Some(text(&entry.summary)),
        content: Some(entry.html.clone()),
        guid: Some(rss::Guid {
            value: entry.url.clone(),
            permalink: true,
        }),
        pub_date: entry.published.map(|date| date.to_rfc2822()),
        enclosure: entry.picture.as_ref().map(|picture| rss::Enclosure {
            url: picture.url.clone(),
            length: picture.length.to_string(),
            mime_type: picture.media_type.to_owned(),
        }),
        categories: vec![rss::Category {
            name: entry.category.clone(),
            domain: None,
        }],
        ..rss::Item::default()
    }
}
