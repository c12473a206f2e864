//! A cache of list items: an article stands in a dozen lists, and its item is
//! written once for each site.

use std::array;
use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use alliance::components::HeadlineCache;
use markup::{Markup, Prerendered};
use model::document::{Headline, Site};
use rustc_hash::{FxBuildHasher, FxHashMap};

/// So that two pages at once rarely wait for one another.
const SHARDS: usize = 32;

/// By an article's id: the headline and its level, and how they are written.
type Shard = FxHashMap<String, (Headline, u8, Prerendered)>;

/// The list items of a site, which is of one language.
#[derive(Debug)]
pub(super) struct SiteHeadlines([Mutex<Shard>; SHARDS]);

/// Those of every site that there is.
static ALL: Mutex<Vec<(Weak<Site>, Arc<SiteHeadlines>)>> = Mutex::new(Vec::new());

impl SiteHeadlines {
    /// The cache of a site, which lives as long as the site.
    pub(super) fn of(site: &Arc<Site>) -> Arc<Self> {
        // What the lock guards is whole at any time.
        let mut all = ALL.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all
            .iter()
            .find(|(known, _)| known.as_ptr() == Arc::as_ptr(site));
        if let Some((_, kept)) = known {
            return Arc::clone(kept);
        }
        // Those of a site that is gone, as after a change in a preview.
        all.retain(|(site, _)| site.strong_count() > 0);
        let kept = Arc::new(Self(array::from_fn(|_| Mutex::default())));
        all.push((Arc::downgrade(site), Arc::clone(&kept)));
        kept
    }
}

impl HeadlineCache for SiteHeadlines {
    fn item(&self, article: Headline, level: u8, draw: &dyn Fn(Headline) -> Markup) -> Markup {
        let hash = FxBuildHasher.hash_one(&article.id);
        // Its lower bits say where in the shard.
        let shard = &self.0[(hash >> 32) as usize % SHARDS];
        let lock = || shard.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, at, written)) = lock().get(&article.id)
            && (known, *at) == (&article, level)
        {
            return written.clone().into();
        }
        let written = Prerendered::new(draw(article.clone()));
        lock().insert(article.id.clone(), (article, level, written.clone()));
        written.into()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use leptos::prelude::RenderHtml;

    use super::*;
    use markup::markup;
    use model::Category;
    use model::document::{Phrase, When};

    fn headline(title: &str) -> Headline {
        let phrase = |text: &str| Phrase {
            text: text.to_owned(),
            lang: None,
        };
        Headline {
            id: "one".to_owned(),
            date: When {
                text: "2025年".to_owned(),
                iso: "2025".to_owned(),
            },
            title: phrase(title),
            summary: phrase(""),
            category: Category::Policy,
            stages: Vec::new(),
            publisher: String::new(),
            thumbnail: None,
        }
    }

    fn site() -> Arc<Site> {
        Arc::new(Site {
            name: String::new(),
            other_name: String::new(),
            stages: Vec::new(),
            flows: Vec::new(),
            filings: Vec::new(),
            has_papers: false,
            has_events: false,
            has_offers: false,
        })
    }

    #[test]
    fn draws_an_article_once_and_again_when_it_has_changed() {
        let (first, second) = (site(), site());
        let drawn = Cell::new(0);
        let item = |site: &Arc<Site>, title: &str, level: u8| {
            let item = SiteHeadlines::of(site).item(headline(title), level, &|article| {
                drawn.set(drawn.get() + 1);
                markup! { <li>{article.title.text}</li> }
            });
            (item.to_html(), drawn.get())
        };
        let html = |title: &str| format!("<li>{title}</li>");
        assert_eq!(item(&first, "a", 3), (html("a"), 1));
        assert_eq!(item(&first, "a", 3), (html("a"), 1));
        assert_eq!(item(&first, "b", 3), (html("b"), 2));
        assert_eq!(item(&first, "b", 2), (html("b"), 3));
        assert_eq!(item(&second, "b", 2), (html("b"), 4));
    }
}
