//! A record that is being written: kept on the device at every key, saved after a while,
//! checked, merged with what others save.

use std::sync::Arc;
use std::time::Duration;

use desk::history::History;
use desk::merge::{Clash, merge, settle};
use desk::path::Path;
use gloo_net::http::Method;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::api::{ApiError, Checked, Fault};
use super::local::{self, Copy as Kept};
use super::state::Desk;
use super::{api, browser, when};

/// So long after the last input a draft is saved.
const SAVE_AFTER: Duration = Duration::from_millis(800);
/// So long after it is checked: what is wrong stands at the field within 300 ms, with the way
/// to the server and back.
const CHECK_AFTER: Duration = Duration::from_millis(150);
/// The same for what follows on a rest, as each word from an input method does: nobody is in
/// the middle of it.
const CHECK_FIRST_AFTER: Duration = Duration::from_millis(50);
/// What is longer than the time between two letters, in milliseconds.
const REST: f64 = 500.0;
/// A server that did not answer is asked again after so long.
const RETRY_AFTER: Duration = Duration::from_secs(3);

/// When it is kept on the device: once the letter is on the screen. To write a long article
/// takes a slow computer longer than a frame.
const KEEP_AFTER: Duration = Duration::from_millis(30);

/// Whether the server is being asked what is wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Checking {
    No,
    Once,
    /// It is, and there has been a reason to ask again.
    Again,
}

/// How far what is written has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Saved {
    /// Nothing was written yet.
    Opened,
    /// The server has not got it yet.
    Not,
    /// It is on its way.
    Sending,
    /// The server has it, since then.
    At(f64),
    /// The server did not take it.
    Failed,
}

/// What a record was when this device last agreed with the server.
#[derive(Clone, Debug, PartialEq)]
struct Base {
    revision: Option<i64>,
    value: Value,
}

/// A record that is being written.
#[derive(Clone, Copy, Debug)]
pub struct Doc {
    desk: Desk,
    key: StoredValue<(String, String)>,
    /// What it is.
    pub value: RwSignal<Value>,
    base: StoredValue<Base>,
    /// How far it has come.
    pub saved: RwSignal<Saved>,
    /// What is wrong with it, and with others.
    pub faults: RwSignal<Arc<Vec<Fault>>>,
    /// Where others changed the same, and who.
    pub clashes: RwSignal<Vec<Clash>>,
    /// Who saved what clashes.
    pub who: RwSignal<String>,
    /// Whether an input method is composing.
    pub composing: RwSignal<bool>,
    /// The field that is being written for the first time: nothing is held against it.
    pub fresh: RwSignal<Option<String>>,
    /// Where the caret is: the id of a field.
    pub focus: RwSignal<Option<String>>,
    /// The text around the caret, for the preview.
    pub around: RwSignal<String>,
    /// Whether it came back from this device.
    pub recovered: RwSignal<bool>,
    /// Whether there is something to undo, and to redo.
    pub can: RwSignal<(bool, bool)>,
    history: StoredValue<History>,
    changes: StoredValue<u32>,
    /// When it was changed last.
    changed_at: StoredValue<f64>,
    /// Counts how often it has rested, for what follows what is written.
    pub rests: RwSignal<u32>,
    /// Whether something waits to be kept on the device.
    keeping: StoredValue<bool>,
    sending: StoredValue<bool>,
    checking: StoredValue<Checking>,
    open: StoredValue<bool>,
}

impl Doc {
    /// Opens a record: as the server has it, with what this device has kept of it.
    ///
    /// # Errors
    /// When the server does not answer and the device has nothing, or there is no such record.
    pub async fn load(desk: Desk, kind: String, id: String) -> Result<Loaded, ApiError> {
        let kept = local::kept(&kind, &id);
        let answered = api::record(&kind, &id).await;
        if let Err(error) = &answered {
            desk.note(error);
        }
        let loaded = match (answered, kept) {
            (Ok((value, revision)), None) => Loaded {
                base: value.clone(),
                revision: Some(revision),
                value,
                clashes: Vec::new(),
                recovered: false,
            },
            (Ok((value, revision)), Some(kept)) if kept.revision == Some(revision) => Loaded {
                base: value,
                revision: Some(revision),
                value: kept.value,
                clashes: Vec::new(),
                recovered: true,
            },
            (Ok((value, revision)), Some(kept)) => {
                let merged = merge(&kept.base, &kept.value, &value);
                Loaded {
                    base: value,
                    revision: Some(revision),
                    value: merged.value,
                    clashes: merged.clashes,
                    recovered: true,
                }
            }
            (Err(_), Some(kept)) => Loaded {
                base: kept.base,
                revision: kept.revision,
                value: kept.value,
                clashes: Vec::new(),
                recovered: true,
            },
            (Err(error), None) => return Err(error),
        };
        Ok(loaded)
    }

    /// Of what was loaded.
    pub fn new(desk: Desk, kind: String, id: String, loaded: Loaded) -> Self {
        let recovered = loaded.recovered && loaded.value != loaded.base;
        // What this device had kept, the server has got meanwhile: the last thing that a tab
        // does is to send it.
        let arrived = loaded.recovered && !recovered;
        let doc = Self {
            desk,
            key: StoredValue::new((kind, id)),
            base: StoredValue::new(Base {
                revision: loaded.revision,
                value: loaded.base,
            }),
            value: RwSignal::new(loaded.value),
            saved: RwSignal::new(Saved::Opened),
            faults: RwSignal::default(),
            clashes: RwSignal::new(loaded.clashes),
            who: RwSignal::default(),
            composing: RwSignal::new(false),
            fresh: RwSignal::new(None),
            focus: RwSignal::new(None),
            around: RwSignal::default(),
            recovered: RwSignal::new(recovered),
            can: RwSignal::default(),
            history: StoredValue::default(),
            changes: StoredValue::new(0),
            changed_at: StoredValue::new(0.0),
            rests: RwSignal::new(0),
            keeping: StoredValue::new(false),
            sending: StoredValue::new(false),
            checking: StoredValue::new(Checking::No),
            open: StoredValue::new(true),
        };
        on_cleanup(move || {
            doc.open.set_value(false);
        });
        if recovered || arrived {
            doc.saved.set(Saved::Not);
            doc.save();
        }
        doc.check();
        doc
    }

    /// The kind and the id.
    pub fn key(self) -> (String, String) {
        self.key.get_value()
    }

    /// Looks at the value.
    pub fn read<T>(self, look: impl FnOnce(&Value) -> T) -> T {
        self.value.with(look)
    }

    /// The revision that the server had last.
    pub fn revision(self) -> Option<i64> {
        self.base.with_value(|base| base.revision)
    }

    /// Puts a value into a field, as typing does.
    pub fn put(self, path: &Path, new: Option<Value>) {
        let same = self
            .value
            .with_untracked(|value| path.get(value) == new.as_ref());
        if same {
            return;
        }
        let field = path.to_string();
        self.value.with_untracked(|now| {
            self.history
                .update_value(|history| history.change(&field, when::now(), now));
        });
        self.value.update(|value| path.set(value, new));
        self.changed();
    }

    /// Changes several things in one step: a paste, a mend.
    pub fn step(self, change: impl FnOnce(&mut Value)) {
        let mut new = self.value.get_untracked();
        change(&mut new);
        if self.value.with_untracked(|now| *now == new) {
            return;
        }
        self.value
            .with_untracked(|now| self.history.update_value(|history| history.step(now)));
        self.value.set(new);
        self.changed();
    }

    /// What comes next is a step of its own to undo.
    pub fn mark(self) {
        self.history.update_value(History::part);
    }

    /// Takes the last change back.
    pub fn undo(self) {
        self.walk(History::undo);
    }

    /// Makes it again.
    pub fn redo(self) {
        self.walk(History::redo);
    }

    fn walk(self, step: fn(&mut History, Value) -> Option<Value>) {
        let now = self.value.get_untracked();
        let other = self.history.try_update_value(|history| step(history, now));
        if let Some(Some(other)) = other {
            self.value.set(other);
            self.changed();
        }
    }

    fn changed(self) {
        self.can.set(self.history.with_value(History::can));
        self.keep_soon();
        self.saved.set(Saved::Not);
        let number = self.changes.get_value() + 1;
        self.changes.set_value(number);
        let rested = when::now() - self.changed_at.get_value() > REST;
        self.changed_at.set_value(when::now());
        let check_after = if rested {
            CHECK_FIRST_AFTER
        } else {
            CHECK_AFTER
        };
        set_timeout(move || self.if_rested(number, Self::rest), check_after);
        set_timeout(move || self.if_rested(number, Self::save), SAVE_AFTER);
    }

    /// Has it checked and looked at, side by side.
    fn rest(self) {
        self.rests.update(|count| *count += 1);
        self.check();
    }

    /// Does something unless more was written, or the record closed, since.
    fn if_rested(self, number: u32, then: fn(Self)) {
        let rested = self.changes.try_get_value() == Some(number);
        if rested && !self.composing.get_untracked() {
            then(self);
        }
    }

    /// Keeps what is written on this device, in a moment.
    fn keep_soon(self) {
        if self.keeping.get_value() {
            return;
        }
        self.keeping.set_value(true);
        set_timeout(move || self.keep_at_last(), KEEP_AFTER);
    }

    /// Keeps what waits for it, unless the server has got it meanwhile.
    fn keep_at_last(self) {
        if self.keeping.try_get_value() != Some(true) {
            return;
        }
        match self.is_ahead() {
            true => self.keep(),
            false => self.keeping.set_value(false),
        }
    }

    /// Keeps what is written on this device.
    fn keep(self) {
        self.keeping.set_value(false);
        let (kind, id) = self.key();
        let base = self.base.get_value();
        let copy = Kept {
            revision: base.revision,
            base: base.value,
            value: self.value.get_untracked(),
        };
        if !local::keep(&kind, &id, &copy) {
            // No room: the server gets it at once.
            self.save();
        }
    }

    /// Whether something is written that the server has not got.
    pub fn is_ahead(self) -> bool {
        self.base
            .with_value(|base| self.value.with_untracked(|value| base.value != *value))
    }

    /// Sends what is written to the server.
    pub fn save(self) {
        // The page may be about to go.
        self.keep_at_last();
        let Some(false) = self.sending.try_get_value() else {
            return;
        };
        if self.composing.get_untracked() {
            return;
        }
        if !self.clashes.with_untracked(Vec::is_empty) {
            return;
        }
        if !self.is_ahead() {
            let (kind, id) = self.key();
            local::forget(&kind, &id);
            if self.saved.get_untracked() == Saved::Not {
                self.saved.set(Saved::At(when::now()));
            }
            return;
        }
        self.sending.set_value(true);
        self.saved.set(Saved::Sending);
        let value = self.value.get_untracked();
        let revision = self.revision();
        let (kind, id) = self.key();
        let desk = self.desk;
        spawn_local(async move {
            let ask = desk.ask().of(revision).with(value.clone());
            let sent = ask
                .send(Method::PUT, &format!("/records/{kind}/{id}"))
                .await;
            // The record may be closed by now: the device has what was not sent.
            if self.sending.try_set_value(false).is_some() {
                if sent.is_ok() {
                    forget_sent(&kind, &id, &value);
                    // The page that came after it may have asked too early.
                    desk.refresh();
                }
                return;
            }
            match sent {
                Ok(answer) => self.sent(value, answer.revision.or(revision)),
                Err(error) => self.not_sent(error),
            }
        });
    }

    fn sent(self, value: Value, revision: Option<i64>) {
        self.base.set_value(Base { revision, value });
        match self.is_ahead() {
            true => {
                self.keep();
                self.saved.set(Saved::Not);
                self.changed();
            }
            false => {
                let (kind, id) = self.key();
                local::forget(&kind, &id);
                self.saved.set(Saved::At(when::now()));
            }
        }
        self.desk.has_saved();
    }

    fn not_sent(self, error: ApiError) {
        self.saved.set(Saved::Failed);
        self.desk.note(&error);
        if let ApiError::Conflict(theirs) = error {
            let Some(content) = theirs.content else {
                // It was removed: mine is saved as a new one.
                self.base
                    .update_value(|base| base.revision = Some(theirs.revision));
                self.save();
                return;
            };
            self.who.set(theirs.who);
            self.meet(theirs.revision, content);
            return;
        }
        set_timeout(
            move || {
                if self.open.try_get_value() == Some(true) {
                    self.save();
                }
            },
            RETRY_AFTER,
        );
    }

    /// Takes what somebody else has saved into what is written here.
    pub fn meet(self, revision: i64, theirs: Value) {
        let base = self.base.get_value();
        let mine = self.value.get_untracked();
        let merged = merge(&base.value, &mine, &theirs);
        self.base.set_value(Base {
            revision: Some(revision),
            value: theirs,
        });
        let is_clear = merged.clashes.is_empty();
        self.clashes.set(merged.clashes);
        if merged.value != mine {
            self.value.set(merged.value);
        }
        self.keep();
        if is_clear {
            self.saved.set(Saved::Not);
            self.save();
        }
        self.rest();
    }

    /// Settles what both changed.
    pub fn settle(self, clash: &Clash, with_theirs: bool) {
        self.clashes.update(|all| all.retain(|one| one != clash));
        if with_theirs {
            let clash = clash.clone();
            self.step(move |value| settle(value, &clash, true));
        }
        self.keep();
        self.saved.set(Saved::Not);
        self.save();
    }

    /// Looks whether somebody else has saved it; what they changed comes in.
    pub fn look_for_others(self) {
        let Some(known) = self.revision() else {
            return;
        };
        if self.sending.get_value() || self.composing.get_untracked() {
            return;
        }
        let (kind, id) = self.key();
        spawn_local(async move {
            let Ok((theirs, revision)) = api::record(&kind, &id).await else {
                return;
            };
            let still =
                self.sending.try_get_value() == Some(false) && self.revision() == Some(known);
            if still && revision > known && !self.composing.get_untracked() {
                self.meet(revision, theirs);
            }
        });
    }

    /// Checks what is written, saved or not.
    pub fn check(self) {
        if self.composing.get_untracked() {
            return;
        }
        // One at a time: on a slow line they would queue up behind each other.
        match self.checking.try_get_value() {
            Some(Checking::No) => self.checking.set_value(Checking::Once),
            Some(_) => return self.checking.set_value(Checking::Again),
            None => return,
        }
        let (kind, id) = self.key();
        let value = self.value.get_untracked();
        let number = self.changes.get_value();
        spawn_local(async move {
            let ask = self.desk.ask().with(value);
            let checked = ask.post::<Checked>(&format!("/check/{kind}/{id}")).await;
            let Some(asked) = self.checking.try_get_value() else {
                return;
            };
            self.checking.set_value(Checking::No);
            if asked == Checking::Again {
                self.check();
            }
            // What was found belongs to what was written then.
            if self.changes.get_value() != number {
                return;
            }
            match checked {
                Ok(checked) => self.faults.set(Arc::new(checked.all())),
                Err(error) => self.desk.note(&error),
            }
        });
    }

    /// What is wrong with this record, what blocks first.
    pub fn own_faults(self) -> Vec<Fault> {
        let (kind, id) = self.key();
        self.faults.with(|faults| {
            faults
                .iter()
                .filter(|one| one.is_in(&kind, &id))
                .cloned()
                .collect()
        })
    }

    /// What is said at a field: of the field itself, and of what is in it if `below`.
    pub fn faults_at(self, path: &Path, below: bool) -> Vec<Fault> {
        let (kind, id) = self.key();
        self.faults.with(|faults| {
            let at = |fault: &&Fault| {
                let of = fault.path();
                fault.is_in(&kind, &id) && (of == *path || (below && of.is_below(path)))
            };
            faults.iter().filter(at).cloned().collect()
        })
    }
}

/// A copy that is just what was sent is needed no more.
fn forget_sent(kind: &str, id: &str, sent: &Value) {
    if local::kept(kind, id).is_some_and(|kept| kept.value == *sent) {
        local::forget(kind, id);
    }
}

/// A record as it was loaded.
#[derive(Clone, Debug)]
pub struct Loaded {
    base: Value,
    revision: Option<i64>,
    value: Value,
    clashes: Vec<Clash>,
    recovered: bool,
}

/// The id of a field's element.
pub fn field_id(path: &Path) -> String {
    format!("f-{path}")
}

/// How often a field is looked for that is not drawn yet, and how long between two looks.
const LOOKS: u32 = 30;
const BETWEEN_LOOKS: Duration = Duration::from_millis(60);

/// Where a field may have its focus.
fn ids(path: &Path) -> [String; 3] {
    [
        field_id(path),
        field_id(&path.field("zh-Hans")),
        field_id(&path.index(0)),
    ]
}

/// Goes to a field of a record that has just been opened, once it is drawn.
pub fn go_to_soon(path: Path) {
    fn look(path: Path, looks: u32) {
        let is_there = ids(&path).iter().any(|id| browser::by_id(id).is_some());
        match is_there || looks == 0 {
            true => go_to(&path),
            false => set_timeout(move || look(path, looks - 1), BETWEEN_LOOKS),
        }
    }
    set_timeout(move || look(path, LOOKS), BETWEEN_LOOKS);
}

/// Goes to a field, or to the nearest around it that is there.
pub fn go_to(path: &Path) {
    let mut path = path.clone();
    loop {
        if ids(&path).iter().any(|id| browser::go_to(id)) {
            return;
        }
        let text = path.to_string();
        let cut = text.rfind(['.', '[']).unwrap_or(0);
        if text.is_empty() {
            return;
        }
        path = Path::parse(&text[..cut]);
    }
}
