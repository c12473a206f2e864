//! Atom, RFC 4287.

use atom_syndication as atom;

use super::{Channel, Enclosure, FeedEntry, FeedError, Format};
use model::Lang;

pub fn write(channel: &Channel, entries: &[FeedEntry]) -> Result<String, FeedError> {
    let mut feed = atom::Feed {
        lang: Some(channel.lang.tag().to_owned()),
        title: channel.title.as_str().into(),
        subtitle: Some(channel.description.as_str().into()),
        id: channel.own.clone(),
        updated: channel.updated,
        authors: vec![person(&channel.author)],
        links: vec![
            link("self", &channel.own, Some(Format::Atom.media_type())),
            link("alternate", &channel.home, Some("text/html")),
        ],
        icon: channel.icon.clone(),
        ..atom::Feed::default()
    };
    feed.entries = entries.iter().map(entry).collect();
    let bytes = feed.write_to(Vec::new())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn entry(entry: &FeedEntry) -> atom::Entry {
    atom::Entry {
        title: text(&entry.title, entry.title_lang),
        id: entry.url.clone(),
        updated: entry.updated,
        published: entry.published,
        links: [link("alternate", &entry.url, Some("text/html"))]
            .into_iter()
            .chain(entry.picture.iter().chain(&entry.papers).map(enclosure))
            .collect(),
        categories: vec![atom::Category {
            term: entry.category.clone(),
            ..atom::Category::default()
        }],
        summary: Some(text(&entry.summary, entry.summary_lang)),
        content: Some(atom::Content {
            lang: Some(entry.lang.tag().to_owned()),
            value: Some(entry.html.clone()),
            content_type: Some("html".to_owned()),
            ..atom::Content::default()
        }),
        ..atom::Entry::default()
    }
}

fn text(text: &str, lang: Lang) -> atom::Text {
    atom::Text {
        lang: Some(lang.tag().to_owned()),
        ..atom::Text::plain(text)
    }
}

fn link(rel: &str, href: &str, media_type: Option<&str>) -> atom::Link {
    atom::Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: media_type.map(str::to_owned),
        ..atom::Link::default()
    }
}

fn enclosure(file: &Enclosure) -> atom::Link {
    atom::Link {
        length: Some(file.length.to_string()),
        ..link("enclosure", &file.url, Some(file.media_type))
    }
}

fn person(name: &str) -> atom::Person {
    atom::Person {
        name: name.to_owned(),
        ..atom::Person::default()
    }
}
