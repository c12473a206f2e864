//! What has been put right in an article: a notice at its head, and below its
//! text what was wrong and what is right.

use super::section_heading;
use crate::library::use_words;
use markup::{Markup, markup};
use model::document::Correction;
use model::words::fill;

/// Publishing lets no heading of a text have this id.
const ID: &str = "corrections";

/// When an article was last corrected, with the way to what was.
pub fn corrected(corrections: &[Correction]) -> Option<Markup> {
    let news = &use_words().news;
    corrections.last().map(|last| {
        markup! {
            <p class="article__notice">
                {fill(news.corrected, &[&last.date.text])}
                <a href="#corrections">{news.see_corrections}</a>
            </p>
        }
    })
}

/// Every correction with its day.
pub fn corrections(corrections: Vec<Correction>) -> Option<Markup> {
    section(use_words().news.corrections, ID, corrections)
}

/// What has changed since an event was announced.
pub fn changes(changes: Vec<Correction>) -> Option<Markup> {
    section(use_words().events.changes, "changes", changes)
}

fn section(
    heading: &'static str,
    id: &'static str,
    corrections: Vec<Correction>,
) -> Option<Markup> {
    (!corrections.is_empty()).then(|| {
        let corrections = corrections
            .into_iter()
            .map(|Correction { date, note }| {
                markup! {
                    <li>
                        <time datetime={date.iso}>{date.text}</time>
                        <p lang={note.lang}>{note.text}</p>
                    </li>
                }
            })
            .collect::<Vec<_>>();
        markup! {
            <section class="section">
                {section_heading(heading.into(), Some(id), None)}
                <ul class="corrections" role="list">{corrections}</ul>
            </section>
        }
    })
}
