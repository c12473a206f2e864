//! The filter beside a list: facets as links, so that a filtered list is a
//! page of its own, and the active filters as links that remove them.

use crate::library::use_words;
use markup::{Content, Markup, markup};
use model::document::Choice;
use model::words::fill;

/// One thing that a list can be narrowed by.
#[derive(Clone, Debug)]
pub struct Facet {
    /// Its name.
    pub label: &'static str,
    /// The list without this filter.
    pub all: String,
    /// The choices.
    pub choices: Vec<FacetChoice>,
}

/// A choice of a facet.
#[derive(Clone, Debug)]
pub struct FacetChoice {
    /// Its name.
    pub name: String,
    /// How many items one gets.
    pub count: u32,
    /// The list narrowed to it.
    pub href: String,
    /// Whether it is the choice.
    pub chosen: bool,
}

impl Facet {
    /// A facet from a document's choices: `to` builds the address of the list
    /// narrowed to a choice's id, or not narrowed.
    pub fn new(
        label: &'static str,
        choices: Vec<Choice>,
        chosen: Option<&str>,
        to: &dyn Fn(Option<&str>) -> String,
    ) -> Self {
        Self {
            label,
            all: to(None),
            choices: choices
                .into_iter()
                .map(|choice| FacetChoice {
                    href: to(Some(&choice.id)),
                    chosen: chosen == Some(choice.id.as_str()),
                    name: choice.name,
                    count: choice.count,
                })
                .collect(),
        }
    }

    /// The choice, if there is one.
    pub fn chosen(&self) -> Option<&FacetChoice> {
        self.choices.iter().find(|choice| choice.chosen)
    }
}

/// A page's heading with the active filters in words.
pub fn heading_of(title: &str, facets: &[Facet]) -> String {
    let words = &use_words().filter;
    let names: Vec<&str> = facets
        .iter()
        .filter_map(Facet::chosen)
        .map(|choice| choice.name.as_str())
        .collect();
    match names.is_empty() {
        true => title.to_owned(),
        false => fill(words.heading, &[title, &names.join(" · ")]),
    }
}

/// The facets. On a phone they fold away.
pub fn facet_filter(label: &'static str, facets: Vec<Facet>) -> Markup {
    let words = &use_words().filter;
    markup! {
        <nav class="filter" aria-label={label}>
            <details class="filter__fold">
                <summary class="filter__summary">{words.title}</summary>
                {facets
                    .into_iter()
                    .map(facet_group)
                    .collect::<Vec<_>>()}
            </details>
        </nav>
    }
}

fn facet_group(facet: Facet) -> Markup {
    let words = &use_words().filter;
    let any = facet.chosen().is_some();
    let all = FacetChoice {
        name: words.all.to_owned(),
        count: 0,
        href: facet.all.clone(),
        chosen: !any,
    };
    markup! {
        <div class="filter__facet">
            <h2 class="filter__label">{facet.label}</h2>
            <ul class="filter__choices" role="list">
                {std::iter::once(all)
                    .chain(facet.choices)
                    .map(choice_link)
                    .collect::<Vec<_>>()}
            </ul>
        </div>
    }
}

/// A choice; the current one leads nowhere, because one is there.
fn choice_link(choice: FacetChoice) -> Markup {
    let FacetChoice {
        name,
        count,
        href,
        chosen,
    } = choice;
    markup! {
        <li>
            <a
                class="filter__choice"
                href={(!chosen).then_some(href)}
                aria-current={chosen.then_some("true")}
            >
                {name}
                {(count > 0)
                    .then(|| markup! {
                        <span class="filter__count">{count.to_string()}</span>
                    })}
            </a>
        </li>
    }
}

/// The active filters, each a link that removes it.
pub fn active_filters(facets: Vec<Facet>) -> Content {
    let words = &use_words().filter;
    let chips: Vec<_> = facets
        .into_iter()
        .filter_map(|facet| {
            let name = facet.chosen()?.name.clone();
            Some(markup! {
                <li>
                    <a class="filter__chip" href={facet.all}>
                        <span class="visually-hidden">{words.remove}</span>
                        {name}
                    </a>
                </li>
            })
        })
        .collect();
    (!chips.is_empty())
        .then(|| {
            markup! {
                <ul class="filter__chips" role="list" aria-label={words.active}>{chips}</ul>
            }
        })
        .into()
}
