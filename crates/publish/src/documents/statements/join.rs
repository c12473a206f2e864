//! Joining: who may, how, with which papers, whom to ask. What nobody has published is
//! said to be unpublished.

use content::bundle::{Joining, Paper};
use model::document::{ContactLine, StatementPage};
use model::{Block, Inline, PaperKind};

use super::super::contacts::of_alliance;
use super::super::context::Context;

/// How to become a member.
pub fn join(cx: &Context) -> StatementPage {
    let words = &cx.words().joining;
    let joining = cx.bundle.alliance.joining.as_ref();
    let who = joining.map(|joining| vec![paragraph(cx.text(&joining.who))]);
    let how = joining.map(|joining| how(cx, joining));
    let contact = cx.bundle.alliance.contact.as_ref();
    let contact = contact.map(|contact| {
        let colon = cx.lang.words().picture.colon;
        let lines = of_alliance(cx, contact).into_iter();
        lines.map(|line| contact_line(line, colon)).collect()
    });
    let papers = cx.bundle.documents.papers.iter();
    let papers: Vec<Block> = papers
        .filter(|paper| matches!(paper.kind, PaperKind::Charter | PaperKind::Form))
        .map(|paper| paper_line(cx, paper))
        .collect();
    let papers = (!papers.is_empty()).then_some(papers);
    let mut body = Vec::new();
    for (id, title, found) in [
        ("who", words.who, who),
        ("how", words.how, how),
        ("papers", words.papers, papers),
        ("contact", words.contact, contact),
    ] {
        body.push(Block::Heading(2, id.to_owned(), text(title.to_owned())));
        body.extend(found.unwrap_or_else(|| vec![paragraph(words.unpublished.to_owned())]));
    }
    body.push(paragraph(words.confirmed.to_owned()));
    let summary = match joining {
        Some(_) => words.summary,
        None => words.nothing_yet,
    };
    StatementPage {
        title: cx.lang.words().shell.join.to_owned(),
        summary: summary.to_owned(),
        body,
    }
}

/// A paper, with the way to it or why there is none.
fn paper_line(cx: &Context, paper: &Paper) -> Block {
    let shown = cx.paper(paper);
    let way = shown.ways.into_iter().next();
    let (said, url) = way.map_or((String::new(), None), |way| (way.label, way.url));
    let (mut line, why) = match url {
        Some(url) => {
            let title = text(shown.title.text);
            (vec![Inline::Link(url, title)], String::new())
        }
        None => (text(shown.title.text), said),
    };
    let about = [shown.format, shown.facts, why];
    let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
    line.push(Inline::Text(
        [cx.words().papers.dot, &about.join(cx.words().papers.dot)].concat(),
    ));
    Block::Paragraph(line)
}

/// The steps, and who says so.
fn how(cx: &Context, joining: &Joining) -> Vec<Block> {
    let steps = joining.steps.iter();
    let steps = steps.map(|step| vec![paragraph(cx.text(step))]).collect();
    let cite = cx.cite(&joining.source);
    let cited = text(cite.text);
    let mut source = text(cx.words().joining.source.to_owned());
    match cite.url {
        Some(url) => source.push(Inline::Link(url, cited)),
        None => source.extend(cited),
    }
    vec![Block::List(Some(1), steps), Block::Paragraph(source)]
}

fn contact_line(line: ContactLine, colon: &str) -> Block {
    let value = text(line.value);
    let mut inlines = text(line.label + colon);
    match line.url {
        Some(url) => inlines.push(Inline::Link(url, value)),
        None => inlines.extend(value),
    }
    Block::Paragraph(inlines)
}

fn paragraph(words: String) -> Block {
    Block::Paragraph(text(words))
}

fn text(words: String) -> Vec<Inline> {
    vec![Inline::Text(words)]
}
