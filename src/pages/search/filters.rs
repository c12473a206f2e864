//! The filters beside the results: by kind and by year, each with its count.

use super::outcome::SearchOutcome;
use super::query::SearchQuery;
use crate::components::{Facet, FacetChoice};
use crate::library::use_words;

/// The filters as links: to the same search, narrowed or widened.
pub fn filters(outcome: &SearchOutcome, path: &str) -> Vec<Facet> {
    let words = &use_words().search;
    let SearchQuery { kind, year, .. } = outcome.query;
    let choice = |name: String, count: u32, to: (usize, u32)| {
        let query = SearchQuery {
            text: outcome.query.text.clone(),
            kind: to.0,
            year: to.1,
        };
        FacetChoice {
            name,
            count,
            href: query.address(path),
            chosen: to == (kind, year),
        }
    };
    let mut kinds = Facet {
        label: words.kind,
        all: choice(String::new(), 0, (0, year)).href,
        choices: Vec::new(),
    };
    for (index, name) in words.kinds.iter().enumerate() {
        let count = outcome.kinds[index];
        (kinds.choices).push(choice((*name).to_owned(), count, (index + 1, year)));
    }
    let mut years = Facet {
        label: words.year,
        all: choice(String::new(), 0, (kind, 0)).href,
        choices: Vec::new(),
    };
    for (number, count) in &outcome.years {
        (years.choices).push(choice(number.to_string(), *count, (kind, *number)));
    }
    vec![kinds, years]
}
