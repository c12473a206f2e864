//! The scene of a balance: numbers put to the names.

use super::{Role, Scene, SceneFlow, SceneNode, ScenePower};
use chain::amount;
use chain::amount::AmountUnit;
use chain::band::Bands;
use chain::{Balance, Quantity};
use model::Flow;
use model::document::{Diagram, FlowLine, Node};
use model::flow::out_of;
use model::words::fill;
use model::{Lang, StageId};

/// The picture of a balance.
///
/// In mass the lines are what they weigh; the electricity and CO2 that arise at
/// a stage stand in small lines under its name. In electricity and CO2 the lines
/// are what they carry of it, and what a stage adds stands at the stage.
///
/// Beside another, both have one scale, so that widths can be compared; where
/// one would be a hair beside the other, each is in proportion to its product.
pub fn scene(
    names: &Diagram,
    balance: &Balance,
    beside: Option<&Balance>,
    quantity: Quantity,
    lang: Lang,
) -> Scene {
    let words = &lang.words().picture;
    let whole = |balance: &Balance| balance.carried(Flow::Product, quantity);
    let own = whole(balance);
    let Some(beside) = beside else {
        return alone(names, balance, own, quantity, lang);
    };
    let other = whole(beside);
    let most = own.max(other);
    // By what they make: how much less of something it takes is the point.
    let made = [balance, beside].map(|balance| balance.flow_t(Flow::Product));
    let comparable = made[0].max(made[1]) <= COMPARABLE * made[0].min(made[1]);
    let of = |balance, own| {
        let whole = if comparable { most } else { own };
        alone(names, balance, whole, quantity, lang)
    };
    let mut scene = of(balance, own);
    scene.caption.push_str(match comparable {
        true => words.one_scale,
        false => words.own_scale,
    });
    for node in &mut scene.nodes {
        let given = |balance: &Balance| -> f64 {
            let flows = out_of(node.id);
            flows.map(|flow| balance.carried(flow, quantity)).sum()
        };
        let by = amount::difference(given(balance) - given(beside), unit_of(quantity), lang);
        node.lines.push((Role::Remark, fill(words.differs, &[&by])));
    }
    scene.beside = Some(Box::new(of(beside, other)));
    scene
}

/// Draws what is known of each flow, from low to high, about its value.
pub fn with_bands(mut scene: Scene, balance: &Balance, bands: &Bands) -> Scene {
    let quantity = scene.quantity;
    for drawn in &mut scene.flows {
        let carried = |balance: &Balance| balance.carried(drawn.flow, quantity);
        let value = carried(balance);
        // A wish has no band, and what cannot be computed is not drawn.
        let Ok((low, high)) = bands.of(&carried) else {
            continue;
        };
        if high > low {
            let weigh = |end: f64| (end / value * f64::from(drawn.weight)) as i32;
            drawn.band = (weigh(low), weigh(high).min(HEAVIEST));
        }
    }
    scene
}

/// How many times one picture's product may be another's on one scale.
const COMPARABLE: f64 = 20.0;

/// The picture of a balance, its widths in proportion to the whole: how much of
/// something makes no difference to how its parts relate.
fn alone(names: &Diagram, balance: &Balance, whole: f64, quantity: Quantity, lang: Lang) -> Scene {
    let words = &lang.words().picture;
    let unit = unit_of(quantity);
    let mass = quantity == Quantity::Mass;
    let weigh = |value: f64| {
        let share = value / whole * 1000.0;
        // A trace is seen, nothing is not. The cast stops at what an i32 holds,
        // and takes what is no number for zero.
        if share > 0.0 {
            (share as i32).clamp(1, HEAVIEST)
        } else {
            0
        }
    };
    let node = |node: &Node| {
        let arising = |quantity| (balance.arising(node.id, quantity), unit_of(quantity));
        let added = |quantity: Quantity, name: &str| {
            let (value, unit) = arising(quantity);
            (value > 0.0).then(|| {
                let mut line = name.to_owned();
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(&amount::joined(value, unit, lang));
                line
            })
        };
        let mut lines = Vec::new();
        let mut arising = String::new();
        if mass {
            let given: f64 = out_of(node.id).map(|flow| balance.flow_t(flow)).sum();
            lines.push((Role::Detail, amount::joined(given, unit, lang)));
            for (quantity, name) in [
                (Quantity::Electricity, words.electricity),
                // Its unit says what it is.
                (Quantity::Co2, ""),
            ] {
                if let Some(line) = added(quantity, name) {
                    if !arising.is_empty() {
                        arising.push_str(words.and);
                    }
                    arising.push_str(&line);
                    // What comes into the cell has a line of its own.
                    if (node.id, quantity) != (StageId::Electrolytic, Quantity::Electricity) {
                        lines.push((Role::Remark, line));
                    }
                }
            }
        } else if let Some(line) = added(quantity, "+") {
            line.trim_start_matches("+ ").clone_into(&mut arising);
            lines.push((Role::Detail, line));
        } else if out_of(node.id).any(|flow| balance.flow_t(flow) > 0.0) {
            lines.push((Role::Remark, words.not_counted.to_owned()));
        }
        if !node.local {
            lines.push((Role::Remark, node.remark.clone()));
        }
        SceneNode {
            id: node.id,
            name: node.name.clone(),
            lines,
            open: !node.local,
            arising,
            weight: match mass || node.id == StageId::Electrolytic {
                true => 0,
                false => weigh(balance.arising(node.id, quantity)),
            },
            here: false,
        }
    };
    let flow = |line: &FlowLine| {
        let value = balance.carried(line.kind, quantity);
        SceneFlow {
            flow: line.kind,
            name: line.name.clone(),
            amount: amount::joined(value, unit, lang),
            weight: weigh(value),
            band: (0, 0),
        }
    };
    let cell = match quantity {
        Quantity::Mass => Quantity::Electricity,
        other => other,
    };
    let arising = balance.arising(StageId::Electrolytic, cell);
    let product = amount::joined(balance.flow_t(Flow::Product), AmountUnit::Tonnes, lang);
    let (title, caption) = match quantity {
        Quantity::Mass => (words.title, words.scale),
        Quantity::Electricity => (words.title_electricity, words.scale_electricity),
        Quantity::Co2 => (words.title_co2, words.scale_co2),
    };
    Scene {
        title: fill(title, &[&product]),
        caption: caption.to_owned(),
        quantity,
        beside: None,
        nodes: names.nodes.iter().map(node).collect(),
        flows: names.flows.iter().map(flow).collect(),
        power: ScenePower {
            name: match cell {
                Quantity::Co2 => words.co2,
                _ => words.power,
            }
            .to_owned(),
            amount: match arising > 0.0 {
                true => amount::joined(arising, unit_of(cell), lang),
                false => String::new(),
            },
            weight: if mass { 0 } else { weigh(arising) },
        },
    }
}

/// More than a thousand times the product is no picture any more.
const HEAVIEST: i32 = 1_000_000;

fn unit_of(quantity: Quantity) -> AmountUnit {
    match quantity {
        Quantity::Mass => AmountUnit::Tonnes,
        Quantity::Electricity => AmountUnit::KilowattHours,
        Quantity::Co2 => AmountUnit::TonnesCo2,
    }
}
