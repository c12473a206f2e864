//! JSON Feed 1.1, <https://www.jsonfeed.org/version/1.1/>.

use serde::Serialize;

use super::{Channel, FeedEntry, FeedError};

#[derive(Serialize)]
struct Feed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    icon: Option<&'a str>,
    authors: [Author<'a>; 1],
    language: &'static str,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_html: &'a str,
    summary: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    tags: [&'a str; 1],
    language: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment<'a>>,
}

#[derive(Serialize)]
struct Attachment<'a> {
    url: &'a str,
    mime_type: &'static str,
    size_in_bytes: u64,
}

pub fn write(channel: &Channel, entries: &[FeedEntry]) -> Result<String, FeedError> {
    let feed = Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: &channel.title,
        home_page_url: &channel.home,
        feed_url: &channel.own,
        description: &channel.description,
        icon: channel.icon.as_deref(),
        authors: [Author {
            name: &channel.author,
        }],
        language: channel.lang.tag(),
        items: entries.iter().map(item).collect(),
    };
    let mut text = serde_json::to_string_pretty(&feed)?;
    text.push('\n');
    Ok(text)
}

fn item(entry: &FeedEntry) -> Item<'_> {
    Item {
        id: &entry.url,
        url: &entry.url,
        title: &entry.title,
        content_html: &entry.html,
        summary: &entry.summary,
        image: entry.picture.as_ref().map(|picture| picture.url.as_str()),
        date_published: entry.published.map(|date| date.to_rfc3339()),
        date_modified: entry.corrected.map(|date| date.to_rfc3339()),
        tags: [&entry.category],
        language: entry.lang.tag(),
        attachments: (entry.picture.iter().chain(&entry.papers))
            .map(|file| Attachment {
                url: &file.url,
                mime_type: file.media_type,
                size_in_bytes: file.length,
            })
            .collect(),
    }
}
