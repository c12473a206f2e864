//! What the reader has chosen, what follows from it, and the one way to change
//! it.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::diagram::scene::{Scene, scene};
use chain::band::{Band, band};
#[cfg(target_arch = "wasm32")]
use chain::view::read;
use chain::view::{Against, ChainView, Menu, Note, Pin, write};
use chain::{Balance, ImpossibleInput, Inputs};
use model::document::{Diagram, Lever, Levers, PresetText};
use model::{Flow, Input};
use model::{Lang, StageId};

/// How far behind what rests may be.
const MOMENT: Duration = Duration::from_millis(150);

/// The reader's scenario and what follows from it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// What is chosen; what is pinned stands in [`Chain::pinned`].
    pub view: ChainView,
    /// What follows.
    pub balance: Balance,
    /// Between what, by the ranges of the factors; absent where their ends
    /// contradict each other.
    pub band: Option<Band>,
    /// What follows from what it is compared with.
    pub against: Option<(Inputs, Balance)>,
}

/// Why the last change was not followed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trouble {
    /// No number stands there.
    NotNumber(Input),
    /// There is no balance.
    Impossible(ImpossibleInput),
}

/// What the page knows and does not change.
#[derive(Debug)]
pub struct Known {
    /// The levers, the presets, the capacities.
    pub levers: Levers,
    /// The names in the picture.
    pub diagram: Diagram,
    /// The scenarios in numbers.
    pub menu: Menu,
}

/// Whether what rests must be brought up again.
#[derive(Clone, Copy)]
struct Behind(bool);

/// The state of the page. Copies are one and the same.
#[derive(Clone, Copy)]
pub struct Chain {
    /// What is on screen. The last that was possible stays.
    pub shown: RwSignal<Shown>,
    /// The same, behind by a moment at most while it changes: for what is not
    /// looked at while a slider is dragged, which a slow phone cannot draw at
    /// every step.
    pub rested: RwSignal<Shown>,
    /// Whether there is something to compare with.
    pub comparing: RwSignal<bool>,
    /// What the reader holds on to in the picture.
    pub pinned: RwSignal<Option<Pin>>,
    /// Why the last change was not followed.
    pub trouble: RwSignal<Option<Trouble>>,
    /// What could not be followed of the address.
    pub notes: RwSignal<Vec<Note>>,
    known: StoredValue<Arc<Known>>,
    /// What the next frame is to show.
    wanted: StoredValue<Option<ChainView>>,
    /// Whether [`Chain::rested`] has been brought up a moment ago.
    resting: StoredValue<Option<Behind>>,
}

impl Trouble {
    /// The lever that it is about.
    #[cfg(target_arch = "wasm32")]
    pub const fn input(&self) -> Input {
        match self {
            Self::NotNumber(input) => *input,
            Self::Impossible(impossible) => impossible.input(),
        }
    }
}

impl Known {
    /// Every lever.
    pub fn levers(&self) -> impl Iterator<Item = &Lever> {
        self.levers.groups.iter().flat_map(|group| &group.levers)
    }

    /// The lever of an input.
    pub fn lever(&self, input: Input) -> Option<&Lever> {
        self.levers().find(|lever| lever.input == input)
    }

    /// A preset as it is told.
    pub fn preset(&self, preset: usize) -> Option<&PresetText> {
        self.levers.presets.get(preset)
    }

    /// Whether a view's inputs are no longer those of its preset.
    // Not inlined: it is asked in several places, and inputs are many.
    #[inline(never)]
    pub fn changed(&self, view: &ChainView) -> bool {
        view.inputs != self.menu.inputs(view.preset)
    }

    /// What a stage is called.
    pub fn stage(&self, stage: StageId) -> String {
        let mut nodes = self.diagram.nodes.iter();
        nodes
            .find(|node| node.id == stage)
            .map(|node| node.name.clone())
            .unwrap_or_default()
    }

    /// What flows.
    pub fn flow(&self, flow: Flow) -> String {
        let mut flows = self.diagram.flows.iter();
        flows
            .find(|line| line.kind == flow)
            .map(|line| line.name.clone())
            .unwrap_or_default()
    }

    /// What is on screen, or what it is compared with, as a picture.
    pub fn scene(&self, shown: &Shown, other: bool, lang: Lang) -> Scene {
        let own = &shown.balance;
        let against = shown.against.as_ref().map(|(_, balance)| balance);
        let (balance, beside) = match against.filter(|_| other) {
            Some(against) => (against, Some(own)),
            None => (own, against),
        };
        scene(&self.diagram, balance, beside, shown.view.quantity, lang)
    }

    /// The ranges of what is measured and has not been changed: a factor that
    /// the reader has set is what the reader says.
    fn ranges(&self, inputs: &Inputs) -> Vec<(Input, f64, f64)> {
        self.levers()
            .filter(|lever| !lever.input.is_choice() && inputs.get(lever.input) == lever.default)
            .map(|lever| (lever.input, lever.low, lever.high))
            .collect()
    }

    fn shown(&self, view: ChainView) -> Result<Shown, ImpossibleInput> {
        let against = view.against.map(|against| match against {
            Against::Preset(preset) => self.menu.inputs(preset),
            Against::Kept(inputs) => inputs,
        });
        Ok(Shown {
            view,
            balance: Balance::new(&view.inputs)?,
            band: band(&view.inputs, &self.ranges(&view.inputs)).ok(),
            against: against.and_then(|inputs| Some((inputs, Balance::new(&inputs).ok()?))),
        })
    }
}

/// The scenarios of a document in numbers.
fn menu(levers: &Levers) -> Menu {
    let all = || levers.groups.iter().flat_map(|group| &group.levers);
    let defaults = Inputs::from_fn(|input| {
        let mut found = all().filter(|lever| lever.input == input);
        found.next().map_or(f64::NAN, |lever| lever.default)
    });
    Menu {
        presets: (levers.presets.iter())
            .map(|preset| {
                let mut inputs = defaults;
                for value in &preset.values {
                    inputs = inputs.with(value.input, value.value);
                }
                (preset.id.clone(), inputs)
            })
            .collect(),
    }
}

impl Chain {
    /// The state of a page whose address says nothing. `None` without a single
    /// scenario that is possible, which no checked bundle has.
    pub fn new(levers: Levers, diagram: Diagram) -> Option<Self> {
        let menu = menu(&levers);
        let known = Known {
            levers,
            diagram,
            menu,
        };
        let shown = known.shown(known.menu.first()).ok()?;
        Some(Self {
            rested: RwSignal::new(shown.clone()),
            shown: RwSignal::new(shown),
            comparing: RwSignal::new(false),
            pinned: RwSignal::new(None),
            trouble: RwSignal::new(None),
            notes: RwSignal::new(Vec::new()),
            known: StoredValue::new(Arc::new(known)),
            wanted: StoredValue::new(None),
            resting: StoredValue::new(None),
        })
    }

    /// What the page knows.
    pub fn known(self) -> Arc<Known> {
        self.known.get_value()
    }

    /// What was chosen last, whether or not it has been drawn yet.
    pub fn latest(self) -> ChainView {
        self.wanted
            .get_value()
            .unwrap_or_else(|| self.shown.with_untracked(|shown| shown.view))
    }

    /// Shows a view, at the next frame: however often a slider speaks, there is
    /// one balance and one drawing a frame.
    pub fn wish(self, view: ChainView) {
        let waiting = self.wanted.get_value().is_some();
        self.wanted.set_value(Some(view));
        if !waiting {
            request_animation_frame(move || {
                // The page may be gone by then.
                if let Some(view) = self.wanted.try_get_value().flatten() {
                    self.wanted.set_value(None);
                    self.show(view);
                }
            });
        }
    }

    /// Shows a view now, or says why not and leaves the last one.
    pub fn show(self, view: ChainView) {
        match self.known().shown(view) {
            Ok(shown) => {
                let comparing = shown.against.is_some();
                self.trouble.set(None);
                self.shown.set(shown);
                self.rest();
                // The pictures stay where they are as long as it stays.
                if self.comparing.get_untracked() != comparing {
                    self.comparing.set(comparing);
                }
            }
            Err(impossible) => self.trouble.set(Some(Trouble::Impossible(impossible))),
        }
    }

    /// Brings up what rests: at once, or in a moment if it has just been.
    fn rest(self) {
        if self.resting.get_value().is_some() {
            return self.resting.set_value(Some(Behind(true)));
        }
        self.rested.set(self.shown.get_untracked());
        self.resting.set_value(Some(Behind(false)));
        set_timeout(
            move || {
                // The page may be gone by then.
                let was = self.resting.try_update_value(Option::take).flatten();
                if let Some(Behind(true)) = was {
                    self.rest();
                }
            },
            MOMENT,
        );
    }

    /// Shows what an address asks for, and notes what could not be followed.
    #[cfg(target_arch = "wasm32")]
    pub fn restore(self, query: &str) {
        let (view, notes) = read(query, &self.known().menu);
        self.show(view);
        self.pinned.set(view.pinned);
        self.notes.set(notes);
    }

    /// What stands in the address for what is on screen; tracked.
    pub fn query(self) -> String {
        let known = self.known();
        let pinned = self.pinned.get();
        let view = self.shown.with(|shown| shown.view);
        write(&ChainView { pinned, ..view }, &known.menu)
    }
}
