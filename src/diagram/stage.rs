//! The drawing of a stage's own balance: all that goes in on one side, all that
//! comes out on the other, both sides equally high.

mod layout;
mod material;
mod view;

pub use layout::{StageLayout, StageLine, StageShape, stage_layout};
pub use material::Material;
pub use view::{stage_drawing, stage_drawings};

use chain::amount::{AmountUnit, joined, span};
use chain::band::Bands;
use chain::stage::{StageBalance, stage_balance};
use chain::{Balance, Output};
use model::document::{Diagram, Levers};
use model::words::fill;
use model::{Lang, StageId};

/// What the picture of a stage shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageScene {
    /// Which stage.
    pub id: StageId,
    /// What it is called.
    pub name: String,
    /// What comes in, as mass.
    pub into: Vec<StageItem>,
    /// What goes out.
    pub out: Vec<StageItem>,
    /// How much comes in and goes out: `进 164 万吨`, `出 164 万吨`.
    pub sums: [String; 2],
    /// What comes in and is no mass: electricity, heat, what only passes.
    pub energy: Vec<StageItem>,
    /// What is emitted, as CO2; in thousandths of all of it.
    pub emitted: Vec<StageItem>,
    /// How much is emitted in all; empty where nothing is counted.
    pub emission: String,
}

/// A line of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageItem {
    /// What it is.
    pub output: Output,
    /// What it is called.
    pub name: String,
    /// How much.
    pub amount: String,
    /// From low to high; empty where that is one value.
    pub band: String,
    /// How much in ten-thousandths of what goes in, its low and its high end.
    pub weight: [i32; 3],
}

/// The picture of a stage in a scenario.
pub fn stage_scene(
    names: &Diagram,
    levers: &Levers,
    stage: StageId,
    balance: &Balance,
    bands: Option<&Bands>,
    lang: Lang,
) -> StageScene {
    let StageBalance {
        into,
        out,
        energy,
        emitted,
    } = stage_balance(stage);
    let sum =
        |outputs: &[Output]| -> f64 { outputs.iter().map(|output| balance.get(*output)).sum() };
    let (mass, gas) = (sum(into), sum(emitted));
    let items = |outputs: &[Output], whole: f64| -> Vec<StageItem> {
        let there = outputs.iter().filter(|output| balance.get(**output) > 0.0);
        there
            .map(|output| item(levers, *output, balance, bands, whole, lang))
            .collect()
    };
    let (takes, gives) = balance.in_and_out_t(stage);
    let words = &lang.words().picture;
    let mut nodes = names.nodes.iter();
    let name = nodes.find(|node| node.id == stage);
    StageScene {
        id: stage,
        name: name.map_or_else(String::new, |node| node.name.clone()),
        into: items(into, mass),
        out: items(out, mass),
        sums: [(words.stage_in, takes), (words.stage_out, gives)]
            .map(|(words, tonnes)| fill(words, &[&joined(tonnes, AmountUnit::Tonnes, lang)])),
        energy: items(energy, mass),
        emitted: items(emitted, gas),
        emission: match gas > 0.0 {
            true => fill(words.emits, &[&joined(gas, AmountUnit::TonnesCo2, lang)]),
            false => String::new(),
        },
    }
}

fn item(
    levers: &Levers,
    output: Output,
    balance: &Balance,
    bands: Option<&Bands>,
    whole: f64,
    lang: Lang,
) -> StageItem {
    let value = balance.get(output);
    let band = bands.and_then(|bands| bands.get(output).ok());
    let weigh = |value: f64| (value / whole * 1e4) as i32;
    let (low, high) = band.unwrap_or((value, value));
    StageItem {
        output,
        name: levers
            .outputs
            .get(output as usize)
            .cloned()
            .unwrap_or_default(),
        amount: joined(value, output.unit(), lang),
        band: band
            .and_then(|(low, high)| span(low, high, output.unit(), lang))
            .unwrap_or_default(),
        weight: [value, low, high].map(weigh),
    }
}
