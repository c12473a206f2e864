//! The statements: what a public body owes its readers and members in writing.
//!
//! All but joining and the list of corrections are the same for every bundle, since they speak of this program.
//! Their texts lie beside this file as Markdown: all of it in a sentence or two, then
//! the rest. Whoever changes what is kept of a visit changes them.

pub(crate) mod corrections;
mod join;

use content::markdown;
use model::document::StatementPage;
use model::{Lang, StatementId};

use super::context::Context;
use corrections::corrections;
use join::join;

/// A statement.
pub fn statement(cx: &Context, id: StatementId) -> StatementPage {
    let words = &cx.lang.words().shell;
    let (title, zh, en) = match id {
        StatementId::Join => return join(cx),
        StatementId::Corrections => return corrections(cx),
        StatementId::Privacy => (
            words.privacy,
            include_str!("statements/privacy.zh-Hans.md"),
            include_str!("statements/privacy.en.md"),
        ),
        StatementId::Accessibility => (
            words.accessibility,
            include_str!("statements/accessibility.zh-Hans.md"),
            include_str!("statements/accessibility.en.md"),
        ),
        StatementId::Copyright => (
            words.copyright,
            include_str!("statements/copyright.zh-Hans.md"),
            include_str!("statements/copyright.en.md"),
        ),
    };
    let text = match cx.lang {
        Lang::ZhHans | Lang::ZhHant => zh,
        Lang::En => en,
    };
    let (summary, text) = text.split_once("\n\n").unwrap_or((text, ""));
    StatementPage {
        title: title.to_owned(),
        summary: summary.replace('\n', if cx.lang == Lang::En { " " } else { "" }),
        body: markdown::blocks(text, cx.lang),
    }
}
