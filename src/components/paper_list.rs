//! Papers in a list: what each is, how old and how large, and the ways to it.

use super::{cite, section_heading};
use crate::library::use_words;
use markup::{Markup, markup};
use model::document::{ContactLine, PaperText};

/// Papers in a list, under a heading of the second level.
pub fn paper_list(papers: Vec<PaperText>) -> Markup {
    markup! {
        <ul class="paper-list" role="list">
            {papers.into_iter().map(paper_item).collect::<Vec<_>>()}
        </ul>
    }
}

/// The papers that go with something; nothing where there are none.
pub fn attachments(papers: Vec<PaperText>) -> Option<Markup> {
    let heading = use_words().papers.attached;
    (!papers.is_empty()).then(|| {
        markup! {
            <section class="section">
                {section_heading(heading.into(), Some("papers"), None)}
                {paper_list(papers)}
            </section>
        }
    })
}

fn paper_item(paper: PaperText) -> Markup {
    let PaperText {
        anchor,
        title,
        format,
        summary,
        facts,
        ways,
        source,
    } = paper;
    let sheet = match format.is_empty() {
        true => "paper-list__sheet paper-list__sheet--none",
        false => "paper-list__sheet",
    };
    let ways: Vec<_> = ways.into_iter().map(|one| way(one, &title.text)).collect();
    let summary = summary.map(|summary| {
        markup! {
            <p class="paper-list__summary" lang={summary.lang}>{summary.text}</p>
        }
    });
    markup! {
        <li class="paper-list__item" id={anchor}>
            <span class={sheet}>{format}</span>
            <div class="paper-list__text">
                <h3 class="paper-list__title" lang={title.lang}>{title.text}</h3>
                {summary}
                {source.map(|source| markup! { <p class="small">{cite(source)}</p> })}
            </div>
            <p class="paper-list__facts small">{facts}</p>
            <p class="paper-list__ways">
                {ways}
            </p>
        </li>
    }
}

/// Out of the app's hands: a file is saved under its title, and another site is another
/// site. Without an address it says why.
fn way(way: ContactLine, title: &str) -> Markup {
    let ContactLine {
        label, value, url, ..
    } = way;
    let Some(url) = url else {
        return markup! {
            <span class="tag">{label}</span>
        };
    };
    let ending = url.rsplit('.').next().filter(|_| url.starts_with('/'));
    let download = ending.map(|ending| [title, ".", ending].concat());
    markup! {
        <a
            class="paper-list__way"
            href={url}
            download={download}
            rel="external noopener"
            aria-label={value}
        >
            {label}
        </a>
    }
}
