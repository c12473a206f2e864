//! About the alliance.

use std::cmp::Reverse;

use super::context::Context;
use content::bundle::{Contact, Source};
use model::document::{AboutPage, ContactLine};

/// The page about the alliance.
pub fn about(cx: &Context) -> AboutPage {
    let alliance = &cx.bundle.alliance;
    let founding = &alliance.founding;
    let article = (cx.bundle.news.iter())
        .find(|article| article.id == founding.article)
        .expect("a checked bundle has the founding article");
    AboutPage {
        introduction: cx.text(&alliance.introduction),
        founded: cx.when(founding.date),
        place: cx.text(&founding.place),
        founding: cx.text(&founding.summary),
        founding_article: cx.neighbour(article),
        chair_name: cx.text(&alliance.chair.name),
        chair_title: cx.text(&alliance.chair.title),
        chair_as_of: cx.when(alliance.chair.as_of),
        roles: cx.roles(true),
        duties: cx.texts(&alliance.duties),
        resources: cx.texts(&alliance.resources),
        aims: cx.texts(&alliance.aims),
        contact: (alliance.contact.as_ref())
            .map(|contact| lines(cx, contact))
            .unwrap_or_default(),
        source: cx.cite(&founding.source),
        sources: newest(&cx.bundle.sources.sources)
            .map(|source| cx.cite_source(source))
            .collect(),
        source_count: cx.bundle.sources.sources.len() as u32,
    }
}

/// How many sources the page lists: it grows no further with the archive. The
/// tables to take along have all of them.
pub const MOST_SOURCES: usize = 100;

/// As the editors ordered them, or the newest, when there are too many.
fn newest(sources: &[Source]) -> impl Iterator<Item = &Source> {
    let mut sources: Vec<&Source> = sources.iter().collect();
    if sources.len() > MOST_SOURCES {
        sources.sort_by_key(|source| Reverse(source.date.and_then(|date| date.begins())));
    }
    sources.into_iter().take(MOST_SOURCES)
}

/// The ways to reach the alliance, each with what it is.
pub fn lines(cx: &Context, contact: &Contact) -> Vec<ContactLine> {
    let words = cx.words();
    let line = |label: &str, value: &str, url: Option<String>| ContactLine {
        label: label.to_owned(),
        value: value.to_owned(),
        url,
    };
    let mut lines = Vec::new();
    if let Some(address) = &contact.address {
        lines.push(line(words.address, &cx.text(address), None));
    }
    if let Some(phone) = &contact.phone {
        let digits: String = (phone.chars())
            .filter(|sign| sign.is_ascii_digit() || *sign == '+')
            .collect();
        lines.push(line(words.phone, phone, Some(format!("tel:{digits}"))));
    }
    if let Some(email) = &contact.email {
        lines.push(line(words.email, email, Some(format!("mailto:{email}"))));
    }
    lines
}
