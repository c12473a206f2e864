//! What the whole desk knows: who is here, what records there are, how they stand.

use std::sync::Arc;

use desk::form::Forms;
use desk::words::{EN, Words, ZH};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::api::{self, ApiError, Ask, Checked, Me, Publishes, Revision, Title};
use super::uploading::Uploading;
use super::{local, when};

/// What the whole desk knows.
#[derive(Clone, Copy, Debug)]
pub struct Desk {
    /// Who is signed in.
    pub me: RwSignal<Option<Me>>,
    /// Whether that was asked.
    pub asked: RwSignal<bool>,
    /// Whether somebody was signed in, and is not any more.
    pub expired: RwSignal<bool>,
    /// Whether the desk speaks English.
    pub english: RwSignal<bool>,
    /// Every form.
    pub forms: RwSignal<Arc<Forms>>,
    /// Every record's name.
    pub titles: RwSignal<Arc<Vec<Title>>>,
    /// What is wrong with the drafts, and when that was looked at.
    pub checked: RwSignal<Option<(Arc<Checked>, f64)>>,
    /// Publishes.
    pub publishes: RwSignal<Option<Arc<Publishes>>>,
    /// What was saved lately.
    pub recent: RwSignal<Arc<Vec<Revision>>>,
    /// What is being uploaded.
    pub uploads: Uploading,
    /// Why nothing could be loaded.
    pub trouble: RwSignal<Option<ApiError>>,
    /// When all of it was asked for and nothing had been saved since.
    current_at: StoredValue<f64>,
    /// How often the names were asked for: only the last answer counts.
    titles_asked: StoredValue<u32>,
    /// How often a check was asked for, as above.
    checks_asked: StoredValue<u32>,
}

/// Counts one more of something, and tells which it is.
fn count_up(count: StoredValue<u32>) -> u32 {
    let next = count.get_value().wrapping_add(1);
    count.set_value(next);
    next
}

impl Desk {
    /// With nothing known yet.
    pub fn new() -> Self {
        let desk = Self {
            me: RwSignal::new(None),
            asked: RwSignal::new(false),
            expired: RwSignal::new(false),
            english: RwSignal::new(local::setting("lang").as_deref() == Some("en")),
            forms: RwSignal::default(),
            titles: RwSignal::default(),
            checked: RwSignal::new(None),
            publishes: RwSignal::new(None),
            recent: RwSignal::default(),
            uploads: Uploading::new(),
            trouble: RwSignal::new(None),
            current_at: StoredValue::new(0.0),
            titles_asked: StoredValue::new(0),
            checks_asked: StoredValue::new(0),
        };
        Effect::new(move |_| {
            let english = desk.english.get();
            local::set("lang", if english { "en" } else { "zh" });
            if let Some(root) = document().document_element() {
                // It is there as long as the page is.
                let _ = root.set_attribute("lang", if english { "en" } else { "zh-Hans" });
            }
        });
        desk
    }

    /// What it says.
    pub fn words(self) -> &'static Words {
        match self.english.get() {
            true => &EN,
            false => &ZH,
        }
    }

    /// The same, where nothing changes with the language.
    pub fn words_now(self) -> &'static Words {
        match self.english.get_untracked() {
            true => &EN,
            false => &ZH,
        }
    }

    /// A request in its language.
    pub fn ask(self) -> Ask {
        Ask::new(self.english.get_untracked())
    }

    /// Takes note when nobody is signed in any more.
    pub fn note(self, error: &ApiError) {
        if let ApiError::SignIn(_) = error {
            self.expired
                .set(self.me.get_untracked().is_some() || self.expired.get_untracked());
            self.me.set(None);
        }
    }

    /// Asks who is signed in, and begins.
    pub fn begin(self) {
        spawn_local(async move {
            match self.ask().get::<Me>("/session").await {
                Ok(me) => self.enter(me),
                Err(error) => {
                    if !matches!(error, ApiError::SignIn(_)) {
                        self.trouble.set(Some(error));
                    }
                }
            }
            self.asked.set(true);
        });
    }

    /// Somebody has signed in.
    pub fn enter(self, me: Me) {
        self.expired.set(false);
        self.trouble.set(None);
        self.me.set(Some(me));
        self.current_at.set_value(when::now());
        spawn_local(async move {
            match api::forms().await {
                Ok(forms) => self.forms.set(Arc::new(forms)),
                Err(error) => self.trouble.set(Some(error)),
            }
        });
        self.refresh();
    }

    /// Asks for all of it again as a page is opened: others did something while one was
    /// elsewhere. The first page has it on its way already, unless something was saved.
    pub fn refresh_for_page(self) {
        const JUST_NOW: f64 = 2000.0;
        if when::now() - self.current_at.get_value() > JUST_NOW {
            self.refresh();
        }
    }

    /// Something was saved: what was asked for before does not know it.
    pub fn has_saved(self) {
        self.current_at.set_value(0.0);
        self.refresh_titles();
    }

    /// Asks for all of it again.
    pub fn refresh(self) {
        self.refresh_titles();
        self.check();
        spawn_local(async move {
            if let Ok(publishes) = self.ask().get::<Publishes>("/publishes?most=20").await {
                self.publishes.set(Some(Arc::new(publishes)));
            }
        });
        spawn_local(async move {
            #[derive(serde::Deserialize)]
            struct History {
                revisions: Vec<Revision>,
            }
            if let Ok(history) = self.ask().get::<History>("/history?most=12").await {
                self.recent.set(Arc::new(history.revisions));
            }
        });
    }

    /// Asks what records there are.
    pub fn refresh_titles(self) {
        let asked = count_up(self.titles_asked);
        spawn_local(async move {
            #[derive(serde::Deserialize)]
            struct Titles {
                titles: Vec<Title>,
            }
            let answer = self.ask().get::<Titles>("/titles").await;
            if asked != self.titles_asked.get_value() {
                return;
            }
            match answer {
                Ok(titles) => self.titles.set(Arc::new(titles.titles)),
                Err(error) => self.note(&error),
            }
        });
    }

    /// Checks the drafts.
    pub fn check(self) {
        let asked = count_up(self.checks_asked);
        spawn_local(async move {
            let answer = self.ask().get::<Checked>("/check").await;
            if asked != self.checks_asked.get_value() {
                return;
            }
            match answer {
                Ok(checked) => self.checked.set(Some((Arc::new(checked), when::now()))),
                Err(error) => self.note(&error),
            }
        });
    }

    /// What a record is called; its id, if nobody knows.
    pub fn called(self, kind: &str, id: &str) -> String {
        let form = self.forms.with(|forms| {
            let form = forms.of(kind, id).filter(|form| form.id.is_some());
            form.map(|form| match self.english.get() {
                true => form.en.clone(),
                false => form.zh.clone(),
            })
        });
        if let Some(form) = form {
            return form;
        }
        let english = self.english.get();
        self.titles.with(|titles| {
            let title = titles.iter().find(|one| one.kind == kind && one.id == id);
            let Some(title) = title else {
                return id.to_owned();
            };
            match &title.en {
                Some(en) if english => en.clone(),
                _ => title.zh.clone(),
            }
        })
    }

    /// The records of a kind, with what they are called.
    pub fn of_kind(self, kind: &str) -> Vec<Title> {
        self.titles.with(|titles| {
            let of = titles
                .iter()
                .filter(|title| title.kind == kind && !title.removed);
            of.cloned().collect()
        })
    }

    /// The ids of the records of a kind with their names, for choosing: the newest first.
    pub fn named(self, kind: &str) -> Vec<(String, String)> {
        let mut all = self.of_kind(kind);
        all.sort_by(|a, b| b.date.cmp(&a.date));
        let english = self.english.get();
        let named = all.into_iter().map(|title| {
            let name = match title.en {
                Some(en) if english => en,
                _ => title.zh,
            };
            let name = match (kind, title.date) {
                ("source" | "article" | "event", Some(date)) => format!("{name}（{date}）"),
                _ => name,
            };
            (title.id, name)
        });
        named.collect()
    }

    /// What readers see otherwise, or not at all.
    pub fn unpublished(self) -> Vec<Title> {
        self.titles.with(|titles| {
            let of = titles
                .iter()
                .filter(|title| title.live != Some(title.revision));
            // Made and removed again before anybody saw it.
            of.filter(|title| !(title.removed && title.live.is_none()))
                .cloned()
                .collect()
        })
    }
}

/// The desk around a component.
pub fn use_desk() -> Desk {
    expect_context()
}
