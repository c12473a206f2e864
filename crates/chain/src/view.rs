//! What the reader has chosen on the chain's page: all of it, and nothing of
//! how it is drawn. It stands in the address.

pub use super::balance::Quantity;
use super::{Balance, Inputs, Output, decimal};
use crate::limits::Limits;
use model::StageId;
use model::routes::plain_pairs;
use model::{Flow, Input};

/// What the reader holds on to in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pin {
    /// A stage of the chain.
    Stage(StageId),
    /// What flows between two.
    Flow(Flow),
}

/// What the reader's scenario is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "a page holds one, and copies it freely"
)]
pub enum Against {
    /// One of the presets: its place in the page's list.
    Preset(usize),
    /// What the reader has kept.
    Kept(Inputs),
}

/// What the reader has chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChainView {
    /// The preset that the inputs come from: its place in the page's list.
    pub preset: usize,
    /// The inputs: the preset's, and what the reader has changed of them.
    pub inputs: Inputs,
    /// What the picture is about.
    pub quantity: Quantity,
    /// What is held on to.
    pub pinned: Option<Pin>,
    /// What it is compared with.
    pub against: Option<Against>,
    /// Whether low and high are drawn and said.
    pub bands: bool,
    /// The number that is asked about.
    pub asked: Option<Output>,
}

/// Something in an address that could not be followed; the page says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The name in the address.
    pub name: String,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub why: Wrong,
}

/// What is wrong with something in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is no such word.
    UnknownWord,
    /// Not a number.
    NotNumber,
    /// A number beyond the bounds.
    OutOfBounds,
    /// Together with the others there is no balance.
    Impossible,
}

impl Pin {
    /// The word for it in addresses: a stage's, or a flow's after `flow-`.
    pub fn word(self) -> String {
        match self {
            Self::Stage(stage) => stage.as_str().to_owned(),
            Self::Flow(flow) => {
                let mut word = String::from("flow-");
                word.push_str(flow.as_str());
                word
            }
        }
    }

    /// What has this word.
    pub fn from_word(word: &str) -> Option<Self> {
        match word.strip_prefix("flow-") {
            Some(flow) => Flow::from_word(flow).map(Self::Flow),
            None => StageId::from_word(word).map(Self::Stage),
        }
    }
}

/// The scenarios that a view can begin from, as the page has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Menu {
    /// The id of each preset, and all its inputs. The first is the page's own.
    pub presets: Vec<(String, Inputs)>,
}

/// Before the name of an input in what the reader has kept to compare with.
const KEPT: &str = "was-";
/// In addresses: without bands.
const NO_BANDS: &str = "none";

impl Menu {
    /// The inputs of a preset; the first where there is no such one.
    pub fn inputs(&self, preset: usize) -> Inputs {
        self.presets
            .get(preset)
            .or(self.presets.first())
            .map_or_else(|| Inputs::from_fn(|_| 0.0), |(_, inputs)| *inputs)
    }

    /// The view that the page opens with.
    pub fn first(&self) -> ChainView {
        self.view(0)
    }

    /// The view of a preset, with nothing else chosen.
    pub fn view(&self, preset: usize) -> ChainView {
        ChainView {
            preset,
            inputs: self.inputs(preset),
            quantity: Quantity::default(),
            pinned: None,
            against: None,
            bands: true,
            asked: None,
        }
    }

    /// The place of a preset.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        self.presets.iter().position(|(preset, _)| preset == id)
    }

    /// The id of a preset.
    pub(crate) fn id(&self, preset: usize) -> &str {
        self.presets.get(preset).map_or("", |(id, _)| id)
    }
}

/// A view as the query of an address, without the question mark: only what
/// differs from what the page opens with, so that it is empty there.
pub fn write(view: &ChainView, menu: &Menu) -> String {
    let mut query = String::new();
    if view.preset != 0 {
        push(&mut query, "", "preset", menu.id(view.preset));
    }
    let base = menu.inputs(view.preset);
    push_inputs(&mut query, "", &view.inputs, &base);
    if view.quantity != Quantity::default() {
        push(&mut query, "", "quantity", view.quantity.as_str());
    }
    if let Some(pin) = view.pinned {
        push(&mut query, "", "pin", &pin.word());
    }
    if !view.bands {
        push(&mut query, "", "bands", NO_BANDS);
    }
    if let Some(asked) = view.asked {
        push(&mut query, "", "ask", asked.key());
    }
    match view.against {
        None => {}
        Some(Against::Preset(preset)) => push(&mut query, "", "against", menu.id(preset)),
        Some(Against::Kept(kept)) => {
            push(&mut query, "", "against", "kept");
            push_inputs(&mut query, KEPT, &kept, &base);
        }
    }
    query
}

/// Adds the inputs that differ from a base, each under its name after what comes before.
pub(crate) fn push_inputs(query: &mut String, before: &str, inputs: &Inputs, base: &Inputs) {
    for input in Input::ALL {
        let value = inputs.get(input);
        if value != base.get(input) {
            push(query, before, input.key(), &decimal::write(value));
        }
    }
}

/// Adds a name, after what comes before it, and its value.
pub(crate) fn push(query: &mut String, before: &str, name: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(before);
    query.push_str(name);
    query.push('=');
    query.push_str(value);
}

/// The view that a query asks for, as far as it can be followed, and what could
/// not be: each with its name and value, for the message to the reader. A name that
/// is none of these is somebody else's: chats, trackers and apps add theirs.
pub fn read(query: &str, menu: &Menu) -> (ChainView, Vec<Note>) {
    let pairs = plain_pairs(query);
    let pairs = || {
        let pairs = pairs.iter();
        pairs.map(|(name, value)| (name.as_str(), value.as_str()))
    };
    let mut notes = Vec::new();
    let mut note = |name: &str, value: &str, why| notes.push(note(name, value, why));

    // The other names stand for what differs from the preset.
    let mut preset = 0;
    for (name, value) in pairs().filter(|(name, _)| *name == "preset") {
        match menu.find(value) {
            Some(found) => preset = found,
            None => note(name, value, Wrong::UnknownWord),
        }
    }
    let base = menu.inputs(preset);
    let mut view = menu.view(preset);
    let mut kept = base;
    let mut keeps = false;
    for (name, value) in pairs() {
        let word = |known: bool| known.then_some(()).ok_or(Wrong::UnknownWord);
        let read = match name {
            "preset" => continue,
            "quantity" => {
                let quantity = Quantity::from_word(value);
                view.quantity = quantity.unwrap_or(view.quantity);
                word(quantity.is_some())
            }
            "pin" => {
                view.pinned = Pin::from_word(value);
                word(view.pinned.is_some())
            }
            "bands" => {
                view.bands = value != NO_BANDS;
                word(!view.bands)
            }
            "ask" => {
                view.asked = Output::from_key(value);
                word(view.asked.is_some())
            }
            "against" => {
                keeps = value == "kept";
                view.against = menu.find(value).map(Against::Preset);
                word(keeps || view.against.is_some())
            }
            name => {
                let (key, inputs) = match name.strip_prefix(KEPT) {
                    Some(key) => (key, &mut kept),
                    None => (name, &mut view.inputs),
                };
                match Input::from_key(key) {
                    Some(input) => read_input(input, value, inputs),
                    None => continue,
                }
            }
        };
        if let Err(why) = read {
            note(name, value, why);
        }
    }
    let mut possible = |inputs: &mut Inputs, before: &str| {
        if let Err(impossible) = Balance::new(inputs) {
            let input = impossible.input();
            let mut name = before.to_owned();
            name.push_str(input.key());
            note(&name, &decimal::write(inputs.get(input)), Wrong::Impossible);
            *inputs = base;
        }
    };
    possible(&mut view.inputs, "");
    if keeps {
        possible(&mut kept, KEPT);
        view.against = Some(Against::Kept(kept));
    }
    (view, notes)
}

/// A note of what stands in an address; it may be of any length there.
pub(crate) fn note(name: &str, value: &str, why: Wrong) -> Note {
    Note {
        name: name.chars().take(40).collect(),
        value: value.chars().take(40).collect(),
        why,
    }
}

/// Sets an input to what an address says of it.
pub(crate) fn read_input(input: Input, value: &str, inputs: &mut Inputs) -> Result<(), Wrong> {
    let number = decimal::read(value).ok_or(Wrong::NotNumber)?;
    let (low, high) = input.bounds();
    if !(low..=high).contains(&number) {
        return Err(Wrong::OutOfBounds);
    }
    *inputs = inputs.with(input, number);
    Ok(())
}
