//! The state of the chain's page: what the reader has chosen, what follows from
//! it, and the one way to change it. It is in context for every part of the page.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::chain_model::{ChainModel, ShownScenario};
use crate::library::href;
use chain::kept::{self, KeptScenario};
#[cfg(target_arch = "wasm32")]
use chain::view::read;
use chain::view::{Against, ChainView, Note, Pin, write};
use chain::{ImpossibleInput, Output, Quantity, slide};
use model::document::{Diagram, Levers};
use model::routes::{Route, with_query};
use model::{Input, Lang};

/// How often tables follow a slider that is dragged.
const MOMENT: Duration = Duration::from_millis(150);

/// Why the last change was not followed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum InputError {
    /// No number stands there.
    NotNumber(Input),
    /// There is no balance.
    Impossible(ImpossibleInput),
}

/// What the reader has chosen, but for the numbers.
#[derive(Clone, Copy, PartialEq)]
pub struct Choices {
    /// The preset that the numbers come from: its place in the list.
    pub preset: usize,
    /// Whether the reader has changed its numbers.
    pub changed: bool,
    /// What the picture is about.
    pub quantity: Quantity,
    /// What it is compared with.
    pub against: Option<Against>,
    /// Whether low and high are drawn and said.
    pub bands: bool,
}

/// Where the tables are.
#[derive(Clone, Copy, PartialEq)]
enum Tables {
    /// Up to date.
    Settled,
    /// Brought up to date less than a moment ago.
    Fresh,
    /// The same, and something has changed since.
    Behind,
}

/// The state of the page. Copies are one and the same.
#[derive(Clone, Copy)]
pub struct Chain {
    /// What is on screen, in every frame. The last that was possible stays.
    pub shown: RwSignal<ShownScenario>,
    /// The same, a moment behind at most: for tables, which a slow phone cannot
    /// draw at every step of a slider.
    pub throttled: RwSignal<ShownScenario>,
    /// The same once it has come to rest: for what cannot be seen meanwhile.
    pub settled: RwSignal<ShownScenario>,
    /// What of it a slider seldom changes.
    pub choices: Memo<Choices>,
    /// What the reader holds on to in the picture.
    pub pinned: RwSignal<Option<Pin>>,
    /// The number that the reader asks about.
    pub asked: RwSignal<Option<Output>>,
    /// The step of the tour that the reader is at.
    pub step: RwSignal<Option<usize>>,
    /// Why the last change was not followed.
    pub error: RwSignal<Option<InputError>>,
    /// What could not be followed of the address.
    pub notes: RwSignal<Vec<Note>>,
    /// What the reader has kept to look at side by side, as an address has it: a signal of
    /// a kind of its own would weigh two kilobytes.
    kept_query: RwSignal<String>,
    /// What stands in an address for what is on screen, and for nothing else.
    pub shown_query: Memo<String>,
    /// The same, and what the reader has kept: it goes along wherever the reader goes.
    pub query: Memo<String>,
    /// The inputs that are on screen, each for the controls of its lever: a
    /// slider moves one of them, or four.
    values: StoredValue<Vec<RwSignal<f64>>>,
    model: StoredValue<Arc<ChainModel>>,
    /// What the next frame is to show.
    scheduled: StoredValue<Option<ChainView>>,
    tables: StoredValue<Tables>,
}

/// The state of the page that is being drawn.
pub fn use_chain() -> Chain {
    expect_context()
}

impl InputError {
    /// The lever that it is about.
    pub const fn input(&self) -> Input {
        match self {
            Self::NotNumber(input) => *input,
            Self::Impossible(impossible) => impossible.input(),
        }
    }
}

impl Chain {
    /// The state of a page whose address says nothing, put in context. `None`
    /// without a single scenario that is possible, which no checked bundle has.
    pub fn provide(levers: Levers, diagram: Diagram) -> Option<Self> {
        let model = Arc::new(ChainModel::new(levers, diagram));
        let first = model.follow(model.menu.first()).ok()?;
        let values = Input::ALL.map(|input| RwSignal::new(first.view.inputs.get(input)));
        let shown = RwSignal::new(first.clone());
        let pinned = RwSignal::new(None::<Pin>);
        let asked = RwSignal::new(None::<Output>);
        let of_choices = Arc::clone(&model);
        let of_query = Arc::clone(&model);
        let kept_query = RwSignal::new(String::new());
        let shown_query = Memo::new(move |_| {
            let view = shown.with(|shown| shown.view);
            let (pinned, asked) = (pinned.get(), asked.get());
            let view = ChainView {
                pinned,
                asked,
                ..view
            };
            write(&view, &of_query.menu)
        });
        let chain = Self {
            shown,
            throttled: RwSignal::new(first.clone()),
            settled: RwSignal::new(first),
            choices: Memo::new(move |_| {
                shown.with(|shown| Choices {
                    preset: shown.view.preset,
                    changed: of_choices.is_changed(&shown.view),
                    quantity: shown.view.quantity,
                    against: shown.view.against,
                    bands: shown.view.bands,
                })
            }),
            pinned,
            asked,
            step: RwSignal::new(None),
            error: RwSignal::new(None),
            notes: RwSignal::new(Vec::new()),
            kept_query,
            shown_query,
            query: Memo::new(move |_| {
                let parts = [shown_query.get(), kept_query.get()];
                let between = if parts.iter().any(String::is_empty) {
                    ""
                } else {
                    "&"
                };
                parts.join(between)
            }),
            values: StoredValue::new(values.to_vec()),
            model: StoredValue::new(model),
            scheduled: StoredValue::new(None),
            tables: StoredValue::new(Tables::Settled),
        };
        provide_context(chain);
        Some(chain)
    }

    /// What the page knows.
    pub fn model(self) -> Arc<ChainModel> {
        self.model.get_value()
    }

    /// The value of an input that is on screen.
    pub fn value(self, input: Input) -> RwSignal<f64> {
        self.values.with_value(|values| values[input as usize])
    }

    /// Whether the last change was not followed because of an input; tracked.
    pub fn is_wrong(self, input: Input) -> bool {
        let error = self.error.get();
        error.is_some_and(|error| error.input() == input)
    }

    /// Where a page of the chain is, with the scenario taken along; tracked.
    pub fn href(self, route: Route) -> impl Fn() -> String + Send + 'static {
        let path = href(route);
        move || with_query(&path, &self.query.read())
    }

    /// What was chosen last, whether or not it has been drawn yet.
    pub fn latest(self) -> ChainView {
        self.scheduled
            .get_value()
            .unwrap_or_else(|| self.shown.with_untracked(|shown| shown.view))
    }

    /// Sets an input; a share of the product moves the others.
    pub fn set(self, input: Input, value: f64) {
        let mut view = self.latest();
        view.inputs = slide::with(&view.inputs, input, value);
        self.schedule(view);
    }

    /// What that is called with which the scenario on screen is compared; tracked.
    pub fn name_of(self, against: &Against, lang: Lang) -> String {
        match against {
            Against::Preset(preset) => (self.model().preset(*preset))
                .map_or_else(String::new, |preset| preset.name.clone()),
            Against::Kept(inputs) => {
                let mut kept = self.kept().into_iter();
                let found = kept.find(|scenario| scenario.inputs == *inputs);
                let unnamed = || lang.words().levers.kept.to_owned();
                found.map_or_else(unnamed, |scenario| scenario.name)
            }
        }
    }

    /// What the reader has kept; tracked.
    pub fn kept(self) -> Vec<KeptScenario> {
        kept::read(&self.kept_query.get(), &self.model().menu).0
    }

    /// Runs again what calls it whenever something else is kept.
    pub fn track_kept(self) {
        self.kept_query.track();
    }

    /// Keeps these, and no others.
    pub fn keep(self, kept: &[KeptScenario]) {
        let mut query = String::new();
        kept::write(&mut query, kept, &self.model().menu);
        self.kept_query.set(query);
    }

    /// What an input was before the reader changed it: the preset's value.
    /// `None` where it stands there; tracked.
    pub fn changed_from(self, input: Input) -> Option<f64> {
        let preset = self.choices.get().preset;
        let before = self.model().menu.inputs(preset).get(input);
        (self.value(input).get() != before).then_some(before)
    }

    /// Puts an input back to the preset's value, and leaves the others; the
    /// shares of the product, which make 100 % together, all four.
    pub fn put_back(self, input: Input) {
        let mut view = self.latest();
        let before = self.model().menu.inputs(view.preset);
        let of_mix = Input::MIX.contains(&input);
        for other in Input::ALL {
            if other == input || of_mix && Input::MIX.contains(&other) {
                view.inputs = view.inputs.with(other, before.get(other));
            }
        }
        self.schedule(view);
    }

    /// Begins again from a preset.
    pub fn begin(self, preset: usize) {
        let mut view = self.latest();
        view.preset = preset;
        view.inputs = self.model().menu.inputs(preset);
        self.schedule(view);
    }

    /// Draws and says low and high, or leaves them out.
    pub fn show_bands(self, bands: bool) {
        let mut view = self.latest();
        view.bands = bands;
        self.schedule(view);
    }

    /// Compares what is on screen with something else, or with nothing.
    pub fn compare(self, against: impl FnOnce(&ChainView) -> Option<Against>) {
        let mut view = self.latest();
        view.against = against(&view);
        self.schedule(view);
    }

    /// Shows a view in the next frame: however often a slider speaks, there is
    /// one balance and one drawing a frame.
    pub fn schedule(self, view: ChainView) {
        let waiting = self.scheduled.get_value().is_some();
        self.scheduled.set_value(Some(view));
        if !waiting {
            request_animation_frame(move || self.show_scheduled());
        }
    }

    /// Shows the view that waits for its frame, if one does.
    fn show_scheduled(self) {
        // The page may be gone by then.
        if let Some(view) = self.scheduled.try_get_value().flatten() {
            self.scheduled.set_value(None);
            if self.show(view) {
                self.update_tables();
            }
        }
    }

    /// Says that what was typed is no number. What was asked for before it is shown
    /// first: its frame would say that all is well.
    pub fn refuse(self, input: Input) {
        self.show_scheduled();
        self.set_error(Some(InputError::NotNumber(input)));
    }

    /// Says why the last change was not followed, or that it was.
    fn set_error(self, error: Option<InputError>) {
        if self.error.get_untracked() != error {
            self.error.set(error);
        }
    }

    /// Shows a view now, all but the tables, or says why not and leaves the last
    /// one. Tells which.
    fn show(self, view: ChainView) -> bool {
        match self.model().follow(view) {
            Ok(shown) => {
                self.set_error(None);
                for input in Input::ALL {
                    let (value, now) = (self.value(input), view.inputs.get(input));
                    if value.get_untracked() != now {
                        value.set(now);
                    }
                }
                self.shown.set(shown);
                true
            }
            Err(impossible) => {
                self.set_error(Some(InputError::Impossible(impossible)));
                false
            }
        }
    }

    /// Brings the tables up to date: once the frame is on its way to the screen,
    /// or in a moment if they have just been.
    fn update_tables(self) {
        match self.tables.get_value() {
            Tables::Settled => {
                self.tables.set_value(Tables::Fresh);
                set_timeout(move || self.refresh_tables(), Duration::ZERO);
            }
            Tables::Fresh => self.tables.set_value(Tables::Behind),
            Tables::Behind => {}
        }
    }

    fn refresh_tables(self) {
        // The page may be gone by then.
        let Some(shown) = self.shown.try_get_untracked() else {
            return;
        };
        self.tables.set_value(Tables::Fresh);
        self.throttled.set(shown);
        set_timeout(
            move || match self.tables.try_get_value() {
                Some(Tables::Behind) => self.refresh_tables(),
                Some(_) => {
                    self.tables.set_value(Tables::Settled);
                    self.settled.set(self.shown.get_untracked());
                }
                None => {}
            },
            MOMENT,
        );
    }

    /// Shows what an address asks for, and notes what could not be followed.
    #[cfg(target_arch = "wasm32")]
    pub fn restore(self, query: &str) {
        let model = self.model();
        let (view, mut notes) = read(query, &model.menu);
        let (kept, of_kept) = kept::read(query, &model.menu);
        notes.extend(of_kept);
        self.keep(&kept);
        // Nothing is being dragged: the page is never seen half restored.
        if self.show(view) {
            let shown = self.shown.get_untracked();
            self.throttled.set(shown.clone());
            self.settled.set(shown);
        }
        self.pinned.set(view.pinned);
        self.asked.set(view.asked);
        self.notes.set(notes);
    }
}
