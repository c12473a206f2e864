//! The chain as a picture: the balance for a tonne of product, and what is
//! known of each stage locally.

mod words;

use rust_decimal::Decimal;

use super::context::Context;
use super::figures;
use chain::Output;
use content::bundle::{Factor, LocalState, Stage};
use content::chain_inputs;
use model::StageId;
use model::document::{Diagram, Figure, FlowLine, Node};
use model::quantity::{Number, Unit};
use model::words::fill;
use model::{Flow, Input};
pub use words::{DiagramWords, words};

/// A note longer than this stays out of the picture's small lines.
const SHORT: usize = 24;

/// The picture of the chain.
pub fn diagram(cx: &Context) -> Diagram {
    let words = words(cx.lang);
    Diagram {
        title: words.title.to_owned(),
        nodes: (cx.bundle.chain.stages.iter())
            .map(|stage| node(cx, stage))
            .collect(),
        flows: (cx.bundle.chain.flows.iter())
            .map(|flow| FlowLine {
                kind: flow.kind,
                name: material(cx, &flow.material),
                kilograms: kilograms(cx, flow.kind),
                amount: tonnes(cx.balance().flow_t(flow.kind)),
            })
            .collect(),
        electricity: electricity(cx),
        caption: caption(cx),
    }
}

/// What a material is called.
pub fn material(cx: &Context, id: &str) -> String {
    (cx.bundle.chain.materials.iter())
        .find(|material| material.id == id)
        .map(|material| cx.text(&material.name))
        .unwrap_or_default()
}

/// A mass as a reader takes it in: to ten kilograms.
pub fn tonnes(tonnes: f64) -> String {
    let hundredths = (tonnes * 100.0).round() as i64;
    format!("{} t", Decimal::new(hundredths, 2))
}

/// The electricity for a tonne of product, to ten kilowatt-hours.
pub fn electricity(cx: &Context) -> String {
    let tens = (cx.balance().get(Output::SmeltingPower) / 10.0).round() as i64;
    let value = Number(Decimal::from(tens * 10));
    let (value, _) = Unit::KilowattHoursPerTonne.show(value, cx.lang);
    format!("{value} kWh")
}

/// Kilograms of a flow for a tonne of product.
pub fn kilograms(cx: &Context, flow: Flow) -> u32 {
    (cx.balance().flow_t(flow) * 1000.0).round() as u32
}

fn node(cx: &Context, stage: &Stage) -> Node {
    let words = words(cx.lang);
    let capacity = (stage.capacity.as_ref()).and_then(|id| figures::figure(cx, id));
    let local = stage.local == LocalState::Local;
    // The capacity where it is known; else what the stage supplies.
    let (detail, remark) = match &capacity {
        Some(figure) => (capacity_line(words, figure), capacity_remark(words, figure)),
        None => {
            let need = match stage.id {
                StageId::Alumina => need(cx, words.alumina, Input::Alumina),
                StageId::Anode => need(cx, words.anode, Input::NetAnode),
                _ => None,
            };
            let remark = if local {
                words.no_capacity
            } else {
                words.bought_in
            };
            (need.unwrap_or_default(), remark.to_owned())
        }
    };
    Node {
        id: stage.id,
        name: cx.text(&stage.name),
        detail,
        remark,
        local,
    }
}

/// `产能 61.5 万吨/年`
fn capacity_line(words: &DiagramWords, figure: &Figure) -> String {
    let template = if figure.at_least {
        words.capacity_at_least
    } else {
        words.capacity
    };
    let quantity = format!("{} {}", figure.quantity.value, figure.quantity.unit);
    fill(template, &[&quantity])
}

/// `2025年10月 · 占全省58%`
fn capacity_remark(words: &DiagramWords, figure: &Figure) -> String {
    let mut remark = figure.period.clone();
    let note = figure.note.as_deref();
    if let Some(note) = note.filter(|note| note.chars().count() <= SHORT) {
        remark.push_str(words.between);
        remark.push_str(note);
    }
    remark
}

/// `每吨原铝需 1.93 t`
fn need(cx: &Context, template: &str, input: Input) -> Option<String> {
    let factor = factor(cx, input)?;
    let (value, _) = factor.unit.show(factor.default, cx.lang);
    Some(fill(template, &[&value]))
}

/// The factor that gives an input.
fn factor<'a>(cx: &Context<'a>, input: Input) -> Option<&'a Factor> {
    chain_inputs::factor(cx.bundle, input.factor()?)
}

fn caption(cx: &Context) -> String {
    let words = words(cx.lang);
    let mut sentences = vec![words.scale.to_owned()];
    if let Some(share) = factor(cx, Input::RecycledShare) {
        let (value, unit) = share.unit.show(share.default, cx.lang);
        let template = if share.assumption {
            words.share_assumed
        } else {
            words.share
        };
        sentences.push(fill(template, &[&format!("{value}{unit}")]));
    }
    let mut sources: Vec<String> = Vec::new();
    for stage in &cx.bundle.chain.stages {
        let figure = (stage.capacity.as_ref()).and_then(|id| figures::figure(cx, id));
        if let Some(figure) = figure.filter(|figure| !sources.contains(&figure.source.text)) {
            sources.push(figure.source.text);
        }
    }
    if !sources.is_empty() {
        sentences.push(fill(words.sources, &[&sources.join(words.between_sources)]));
    }
    sentences.join(words.between_sentences)
}
