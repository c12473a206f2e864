//! What is asked, what has come, and what follows from it. It is worked out
//! anew whenever something comes, in small steps: nothing waits for an answer
//! that nobody asks for any more.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;

use super::results::{Asked, Hit, Progress, Shown};
use crate::library::browser::{Brought, bring, document, keep, kept, records};
use model::Lang;
use model::document::{Document, Record, SearchIndex};
use model::routes::{Address, Route};
use search::{
    ARTICLES_PER_FILE, FileKey, Files, Found, Question, RECORDS_PER_FILE, Script, entry, excerpt,
    fold, found, rank,
};

/// How many results are shown at a time.
const STEP: usize = 10;
/// How long an excerpt is, in bytes.
const EXCERPT: usize = 300;

thread_local! {
    static STATE: RefCell<Option<State>> = const { RefCell::new(None) };
}

/// The state of the page.
pub struct State {
    /// What is on screen.
    pub shown: Shown,
    /// What is asked.
    pub asked: Asked,
    /// How many results are wished for.
    limit: usize,
    lang: Lang,
    index: SearchIndex,
    script: Script,
    files: Files,
    records: Vec<(String, Vec<Record>)>,
    /// What was found last, and for what was typed.
    known: Option<(String, Vec<Found>)>,
    /// What is on the way.
    waiting: Vec<Wanted>,
    turn: RwSignal<bool>,
}

/// Something that is on the way.
struct Wanted {
    path: String,
    what: What,
}

/// What it is.
enum What {
    /// A file of the index.
    File(FileKey),
    /// A file of records.
    Records,
    /// The document of the article at this address.
    Article(String),
}

/// The state, if the page has been on screen.
pub fn with<T>(read: impl FnOnce(&mut State) -> T) -> Option<T> {
    STATE.with_borrow_mut(|state| state.as_mut().map(read))
}

/// The page comes on screen.
pub fn enter(index: SearchIndex, lang: Lang, turn: RwSignal<bool>) {
    STATE.with_borrow_mut(|state| {
        // What has come before is still of use.
        let old = state.take().filter(|old| old.index == index);
        let (mut files, records) = match old {
            Some(old) => (old.files, old.records),
            None => Default::default(),
        };
        files.articles = index.kinds[0];
        *state = Some(State {
            shown: Shown::default(),
            asked: Asked::default(),
            limit: STEP,
            lang,
            script: Script::new(&index.traditional, &index.simplified),
            files,
            index,
            records,
            known: None,
            waiting: Vec::new(),
            turn,
        });
    });
}

/// Asks something else.
pub fn ask(asked: Asked) {
    with(|state| {
        state.asked = asked;
        state.limit = STEP;
    });
    step();
}

/// Wishes for more results.
pub fn more() {
    with(|state| state.limit += STEP);
    step();
}

/// Goes on as far as it goes with what is there, and fetches what is missing.
pub fn step() {
    let turn = with(|state| {
        state.step();
        state.turn
    });
    if let Some(turn) = turn {
        turn_over(turn);
    }
}

fn turn_over(turn: RwSignal<bool>) {
    turn.set(!turn.get_untracked());
}

fn arrived(path: String, brought: Brought) {
    let goes_on = with(|state| {
        let place = state
            .waiting
            .iter()
            .position(|waiting| waiting.path == path)?;
        let Wanted { what, .. } = state.waiting.swap_remove(place);
        let Ok(bytes) = brought else {
            state.shown.progress = Progress::Failed;
            turn_over(state.turn);
            return None;
        };
        match what {
            What::File(key) => state.files.put(key, bytes),
            What::Records => state.records.push((path, records(bytes))),
            What::Article(page) => keep(&page, document(bytes)),
        }
        Some(())
    });
    if goes_on.flatten().is_some() {
        step();
    }
}

impl State {
    fn bring(&mut self, path: String, what: What) {
        if self.waiting.iter().all(|waiting| waiting.path != path) {
            bring(path.clone(), arrived);
            self.waiting.push(Wanted { path, what });
        }
    }

    /// Works out what is to be shown, or fetches what is missing for it.
    fn step(&mut self) {
        let question = Question::new(&self.asked.typed, &self.script);
        let mut shown = Shown {
            asked: self.asked.clone(),
            ..Shown::default()
        };
        if question.whole.is_empty() {
            self.shown = shown;
            return;
        }
        self.shown.progress = Progress::Searching;
        let known = (self.known.take()).filter(|known| known.0 == self.asked.typed);
        let all = match known {
            Some((_, all)) => Some(all),
            None => found(&question, &self.index.segments, &mut self.files),
        };
        let Some(all) = all else {
            for key in std::mem::take(&mut self.files.wanted) {
                let segment = &self.index.segments[key.0].name;
                let path = [segment, "/", key.1.letter(), &key.2.to_string(), ".bin"].concat();
                self.bring(path, What::File(key));
            }
            let mut goes_on = false;
            for entry in std::mem::take(&mut self.files.wanted_texts) {
                goes_on |= self.read(entry).is_some();
            }
            if goes_on {
                self.step();
            }
            return;
        };
        let mut chosen = Vec::new();
        for &found in &all {
            let entry = entry(found);
            let (kind, year) = self.index.kind_and_year(entry);
            let of_kind = [0, kind + 1].contains(&self.asked.kind);
            let of_year = [0, year].contains(&self.asked.year);
            shown.kinds[kind] += u32::from(of_year);
            if of_kind && year > 0 {
                let years = &mut shown.years;
                // The newest first.
                let at = years.iter().take_while(|other| other.0 > year).count();
                match years.get_mut(at) {
                    Some(other) if other.0 == year => other.1 += 1,
                    _ => years.insert(at, (year, 1)),
                }
            }
            if of_kind && of_year {
                shown.total += 1;
                if chosen.len() < self.limit {
                    chosen.push((kind, found));
                }
            }
        }
        for &(kind, found) in &chosen {
            self.wish(kind, entry(found));
        }
        if self.waiting.is_empty() {
            for (kind, found) in chosen {
                shown.hits.extend(self.hit(kind, found, &question));
            }
            shown.progress = Progress::Done;
            self.shown = shown;
        }
        self.known = Some((self.asked.typed.clone(), all));
    }

    /// Fetches what an entry is shown from, if it is not there.
    fn wish(&mut self, kind: usize, entry: u32) {
        match kind {
            0 => drop(self.article(entry)),
            _ => drop(self.record(kind, entry)),
        }
    }

    /// Gives the search the texts of an article; fetches them if they are not
    /// there.
    fn read(&mut self, entry: u32) -> Option<()> {
        let (_, document) = self.article(entry)?;
        let Document::Article(article) = &*document else {
            return None;
        };
        let texts = [&article.headline.title.text, &article.searched()];
        let folded = texts.map(|text| fold(text, &self.script).text);
        self.files.put_texts(entry, folded);
        Some(())
    }

    /// The record of an entry; fetches it if it is not there.
    fn record(&mut self, kind: usize, entry: u32) -> Option<Record> {
        let index = &self.index;
        let (folder, number, together) = match kind {
            0 => {
                let segments = &index.segments;
                let segment = segments.iter().rfind(|segment| segment.first <= entry)?;
                (&segment.name, entry - segment.first, ARTICLES_PER_FILE)
            }
            _ => (&index.records, entry - index.kinds[0], RECORDS_PER_FILE),
        };
        let path = [folder, "/r", &(number / together).to_string(), ".json"].concat();
        match self.records.iter().find(|file| file.0 == path) {
            Some((_, records)) => records.get((number % together) as usize).cloned(),
            None => {
                self.bring(path, What::Records);
                None
            }
        }
    }

    /// The address and the document of an article; fetches it if it is not
    /// there.
    fn article(&mut self, entry: u32) -> Option<(String, Arc<Document>)> {
        let record = self.record(0, entry)?;
        let address = Address::new(self.lang, Route::Article(record.path));
        let path = address.path();
        match kept(&path) {
            Some(document) => Some((path, document)),
            None => {
                self.bring(address.document(), What::Article(path));
                None
            }
        }
    }

    /// What is shown of an entry that is there.
    fn hit(&mut self, kind: usize, found: Found, question: &Question) -> Option<Hit> {
        let entry = entry(found);
        let mut about = self.lang.words().search.kinds[kind].to_owned();
        let (mut title_lang, mut text_lang) = (None, None);
        let record = if kind > 0 {
            self.record(kind, entry)?
        } else {
            let (path, document) = self.article(entry)?;
            let Document::Article(article) = &*document else {
                return None;
            };
            about = article.headline.date.text.clone();
            title_lang = article.headline.title.lang;
            // Who searches in this language finds its words in the translation.
            text_lang = (article.body_lang).filter(|_| article.translation.is_empty());
            Record {
                path,
                title: Some(article.headline.title.text.clone()),
                text: Some(article.searched()),
                pinyin: None,
            }
        };
        let pinyin = record.pinyin.unwrap_or_default();
        let pieces = |text: Option<String>| {
            let text = text.unwrap_or_default();
            let whole = rank(found) < 2;
            excerpt(&text, question, whole, &self.script, &pinyin, EXCERPT)
        };
        Some(Hit {
            href: record.path,
            about,
            title_lang,
            title: pieces(record.title),
            text_lang,
            text: pieces(record.text),
        })
    }
}
