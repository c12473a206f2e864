//! What readers do not see yet: the preview shows it, and says so.

use serde::Serialize;

use content::bundle::{Article, Bundle};
use model::Lang;
use model::date::Day;
use model::routes::{Address, Route};

/// A page that a publish would leave out today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Withheld {
    /// Its path.
    path: String,
    /// Why.
    note: String,
}

/// Every such page, with the reason in the language of the editor.
pub fn withheld(bundle: &Bundle, today: Day, lang: Lang) -> Vec<Withheld> {
    let news = bundle.news.iter();
    news.filter(|article| !article.is_public(today))
        .flat_map(|article| {
            let note = note(article, lang);
            Lang::ALL.map(|lang| Withheld {
                path: Address::new(lang, Route::Article(article.id.clone())).path(),
                note: note.clone(),
            })
        })
        .collect()
}

fn note(article: &Article, lang: Lang) -> String {
    let date = article.date.display(lang);
    match (article.draft, lang) {
        (true, Lang::En) => "Draft: not published".to_owned(),
        (true, _) => "草稿，不会发布".to_owned(),
        (false, Lang::En) => format!("Published from {date}"),
        (false, _) => format!("{date}起发布"),
    }
}
