//! Ids of headings, and links to them.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;

use super::event::{Event, Tag};

/// Ids that the page around a text has of its own.
const TAKEN: [&str; 7] = [
    "alliance",
    "corrections",
    "documents",
    "find",
    "main",
    "search",
    "translation",
];

/// The ids of the headings of a text, in their order, each once.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    ids: Vec<String>,
    /// What each is by its words alone, whatever else has that id.
    by_words: Vec<String>,
}

impl Anchors {
    /// Gives each heading an id: its words, as they are, with `-` for spaces.
    pub fn of(events: &[(Event, usize)]) -> Self {
        let mut anchors = Self::default();
        let mut taken: BTreeSet<String> = TAKEN.map(str::to_owned).into();
        let mut events = events.iter().map(|(event, _)| event);
        while let Some(event) = events.next() {
            if !matches!(event, Event::Start(Tag::Heading(_))) {
                continue;
            }
            let (mut words, mut depth) = (String::new(), 1);
            for event in events.by_ref() {
                match event {
                    Event::Text(text) | Event::Code(text) => words.push_str(text),
                    Event::Start(_) => depth += 1,
                    Event::End => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
            }
            let id = id(&words);
            let mut own = id.clone();
            for number in 1.. {
                if taken.insert(own.clone()) {
                    break;
                }
                own = format!("{id}-{number}");
            }
            anchors.ids.push(own);
            anchors.by_words.push(id);
        }
        anchors
    }

    /// The ids.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// The id that a link of the page is meant for; the top of the page is
    /// always there.
    pub fn find(&self, target: &str) -> Option<&str> {
        let meant = percent_decode_str(target).decode_utf8_lossy();
        if meant.is_empty() || meant.eq_ignore_ascii_case("top") {
            return Some("top");
        }
        let place = |ids: &[String], wanted: &str| ids.iter().position(|id| id == wanted);
        let alike = id(&meant);
        let place = (place(&self.ids, &meant))
            .or_else(|| place(&self.ids, &alike))
            .or_else(|| place(&self.by_words, &alike))?;
        self.ids.get(place).map(String::as_str)
    }
}

/// What a link to a place on its own page names.
pub fn target(address: &str) -> Option<&str> {
    address.trim().strip_prefix('#')
}

fn id(words: &str) -> String {
    let mut id = String::with_capacity(words.len());
    for sign in words.trim().chars() {
        match sign {
            _ if sign.is_alphanumeric() || sign == '_' => id.extend(sign.to_lowercase()),
            _ if (sign.is_whitespace() || sign == '-') && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    match id.trim_matches('-') {
        "" => "section".to_owned(),
        id => id.to_owned(),
    }
}
