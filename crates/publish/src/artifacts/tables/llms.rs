//! `llms.txt`: what the site is and where things are, as Markdown
//! (<https://llmstxt.org/>).

use std::borrow::Cow;
use std::fmt::Write;

use super::licence;
use crate::artifacts::feeds;
use crate::artifacts::feeds::Format;
use crate::origin::Origin;
use content::bundle::{Bundle, Text};
use model::routes::{Address, DATA, Route, term_anchor};
use model::traditional::Traditional;
use model::{Lang, StatementId};

/// The file. Addresses are absolute where the origin is known.
pub fn llms(bundle: &Bundle, origin: Option<&Origin>) -> String {
    let alliance = &bundle.alliance;
    let (zh, en) = (
        alliance.name.get(Lang::ZhHans).text,
        alliance.name.get(Lang::En).text,
    );
    let mut text = format!(
        "# {zh} · {en}\n\n> {}\n\n{}\n\n{}\n",
        alliance.introduction.get(Lang::ZhHans).text,
        alliance.introduction.get(Lang::En).text,
        licence().en,
    );
    let script = bundle.traditional();
    // Writing to a String cannot fail.
    for lang in Lang::ALL {
        let words = lang.words();
        let _ = write!(text, "\n## {}\n\n", lang.tag());
        let events = (!bundle.events.events.is_empty()).then_some((
            Route::Events(1),
            words.shell.events,
            words.events.intro,
        ));
        let offers = (!bundle.offers.offers.is_empty()).then_some((
            Route::Offers,
            words.shell.offers,
            content::words::words(lang).offers.summary,
        ));
        for (route, name, about) in [
            (Route::News(Default::default()), words.shell.news, ""),
            (Route::Members(Default::default()), words.shell.members, ""),
            (
                Route::Chain(None),
                words.shell.chain,
                words.chain.description,
            ),
            (
                Route::Figures,
                words.shell.figures,
                words.figures.description,
            ),
            (Route::Papers, words.shell.papers, ""),
            (Route::About, words.shell.about, ""),
            (Route::Statement(StatementId::Join), words.shell.join, ""),
        ]
        .into_iter()
        .chain(events)
        .chain(offers)
        {
            let path = Address::new(lang, route).path();
            let _ = item(&mut text, name, &Origin::url(origin, &path), about);
        }
        if origin.is_some() {
            let path = feeds::path(lang, None, Format::Json);
            let _ = item(&mut text, "JSON Feed", &Origin::url(origin, &path), "");
        }
        newest(&mut text, bundle, (lang, &script), origin);
        events_of(&mut text, bundle, (lang, &script), origin);
        terms(&mut text, bundle, (lang, &script), origin);
    }
    let _ = write!(text, "\n## Data\n\n");
    for (name, about) in [
        (
            "figures.csv",
            "every figure with unit, period, kind and source",
        ),
        ("figures.json", "the same as JSON"),
        (
            "companies.csv",
            "every company with its capacities and their sources",
        ),
        ("companies.json", "the same as JSON"),
        (
            "sources.csv",
            "every source with publisher, title, date and address",
        ),
        ("sources.json", "the same as JSON"),
        (
            "events.csv",
            "every event with its times, place, organiser and source",
        ),
        ("events.json", "the same as JSON"),
        (
            "papers.csv",
            "every paper with its kind, date, address and source",
        ),
        ("papers.json", "the same as JSON"),
        (
            "offers.csv",
            "what is offered and needed now, each with its last day and source",
        ),
        ("offers.json", "the same as JSON"),
    ] {
        let url = Origin::url(origin, &format!("/{DATA}/{name}"));
        let _ = item(&mut text, name, &url, about);
    }
    text
}

/// The articles that the feed of everything has.
fn newest(
    text: &mut String,
    bundle: &Bundle,
    (lang, script): (Lang, &Traditional),
    origin: Option<&Origin>,
) {
    let _ = write!(text, "\n## {}: {}\n\n", lang.tag(), lang.words().shell.news);
    for article in bundle.news.iter().take(feeds::NEWEST) {
        let path = Address::new(lang, Route::Article(article.id.clone())).path();
        let [title, summary] =
            [&article.title, &article.summary].map(|text| said(text, lang, script));
        let _ = item(text, &title, &Origin::url(origin, &path), &summary);
    }
}

/// Events, the latest first, with their dates.
fn events_of(
    text: &mut String,
    bundle: &Bundle,
    (lang, script): (Lang, &Traditional),
    origin: Option<&Origin>,
) {
    let mut events: Vec<_> = bundle.events.events.iter().collect();
    if events.is_empty() {
        return;
    }
    events.sort_by_key(|event| std::cmp::Reverse(event.start));
    let heading = lang.words().shell.events;
    let _ = write!(text, "\n## {}: {heading}\n\n", lang.tag());
    for event in events.into_iter().take(feeds::NEWEST) {
        let path = Address::new(lang, Route::Event(event.id.clone())).path();
        let [title, summary] = [&event.title, &event.summary].map(|text| said(text, lang, script));
        let when = event.span().display(lang);
        let about = format!("{when}. {summary}");
        let _ = item(text, &title, &Origin::url(origin, &path), &about);
    }
}

/// The words of the trade.
fn terms(
    text: &mut String,
    bundle: &Bundle,
    (lang, script): (Lang, &Traditional),
    origin: Option<&Origin>,
) {
    let _ = write!(
        text,
        "\n## {}: {}\n\n",
        lang.tag(),
        lang.words().chain.glossary
    );
    let page = Address::new(lang, Route::Chain(None)).path();
    for term in &bundle.glossary.terms {
        let url = Origin::url(origin, &format!("{page}#{}", term_anchor(&term.id)));
        let [name, means] = [&term.term, &term.definition].map(|text| said(text, lang, script));
        let _ = item(text, &name, &url, &means);
    }
}

/// A text in a language and its script.
fn said<'t>(text: &'t Text, lang: Lang, script: &Traditional) -> Cow<'t, str> {
    let text = text.get(lang).text;
    match lang {
        Lang::ZhHant => script.convert(text),
        Lang::ZhHans | Lang::En => Cow::Borrowed(text),
    }
}

fn item(text: &mut String, name: &str, url: &str, about: &str) -> std::fmt::Result {
    let about = match about {
        "" => String::new(),
        about => format!(": {about}"),
    };
    writeln!(text, "- [{name}]({url}){about}")
}
