//! A paper, written out.

use super::Context;
use content::bundle::{Paper, PaperLanguage};
use model::document::{ContactLine, PaperText};
use model::routes::paper_anchor;
use model::{Lang, PaperKind};

impl Context<'_> {
    /// A paper and the ways to it.
    pub fn paper(&self, paper: &Paper) -> PaperText {
        let words = self.words().papers;
        let file = self.index.papers.get(&paper.id);
        let title = self.phrase(&paper.title);
        let (label, url) = match (file, &paper.url) {
            (Some(file), _) => (words.download, Some(file.address())),
            (None, Some(url)) => (words.elsewhere, Some(url.clone())),
            (None, None) => ("", None),
        };
        let way = match (&url, paper.kind) {
            (Some(url), _) => ContactLine {
                label: label.to_owned(),
                value: [label, self.lang.words().picture.colon, &title.text].concat(),
                lang: None,
                url: Some(url.clone()),
            },
            // The alliance's own: they may come.
            (None, PaperKind::Charter | PaperKind::Form) => no_way(words.unpublished),
            (None, _) => no_way(words.unseen),
        };
        let format = match (file, &url) {
            (Some(file), _) => file.file.format.name(),
            (None, Some(_)) => words.link,
            (None, None) => "",
        };
        let language = (!paper.language.is_read_by(self.lang)).then_some(match paper.language {
            PaperLanguage::Chinese => words.in_chinese,
            PaperLanguage::English => words.in_english,
        });
        let facts = [
            paper.date.map(|date| date.display(self.lang)),
            self.optional(paper.version.as_ref()),
            file.map(|file| size(file.file.bytes, self.lang)),
            language.map(str::to_owned),
        ];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        PaperText {
            anchor: paper_anchor(&paper.id),
            title,
            format: format.to_owned(),
            summary: (paper.summary.as_ref()).map(|summary| self.phrase(summary)),
            facts: facts.join(words.dot),
            ways: vec![way],
            source: Some(self.cite(&paper.source)),
        }
    }

    /// Each paper of a list.
    pub fn papers(&self, ids: &[String]) -> Vec<PaperText> {
        let papers = ids.iter().filter_map(|id| self.bundle.paper(id));
        papers.map(|paper| self.paper(paper)).collect()
    }
}

/// Why there is no way to a paper.
pub fn no_way(why: &str) -> ContactLine {
    ContactLine {
        label: why.to_owned(),
        value: String::new(),
        lang: None,
        url: None,
    }
}

/// A length as people say it; a kilobyte is a thousand bytes.
fn size(bytes: u64, lang: Lang) -> String {
    let gap = if lang == Lang::En { "\u{a0}" } else { " " };
    match bytes {
        0..1_000_000 => format!("{}{gap}kB", bytes.div_ceil(1000)),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            format!("{}.{}{gap}MB", tenths / 10, tenths % 10)
        }
    }
}
