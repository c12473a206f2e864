//! Which of the app's programs draws a page.

use model_derive::Words;

use super::{Address, Route};

/// One of the programs that the app consists of in the browser, each with the pages that
/// it can draw: a reader of articles fetches nothing that only the chain needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Words)]
#[serde(rename_all = "kebab-case")]
pub enum Door {
    /// Every page that no other draws, and the one for what is not there.
    App,
    /// The chain, and its picture alone.
    Chain,
}

impl Door {
    /// The one that draws the page at a path, if a page has it.
    pub fn of(path: &str) -> Option<Self> {
        Address::parse(path).map(|address| address.route.door())
    }
}

impl Route {
    /// The program that draws it.
    pub fn door(&self) -> Door {
        match self {
            Route::Chain(_) | Route::Embed => Door::Chain,
            _ => Door::App,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_pages_of_each_door() {
        for (path, door) in [
            ("/", Some(Door::App)),
            ("/en/news/2025-10-31-output/", Some(Door::App)),
            ("/search/?q=chain", Some(Door::App)),
            ("/chain/", Some(Door::Chain)),
            ("/zh-hant/chain/electrolytic", Some(Door::Chain)),
            ("/embed/chain/?p=all", Some(Door::Chain)),
            ("/chain/elsewhere/", None),
            ("/404/", None),
        ] {
            assert_eq!(Door::of(path), door, "{path}");
        }
    }
}
