//! What the reader can change on the chain's page.

mod outputs;
mod words;

use rust_decimal::prelude::ToPrimitive;

use super::context::Context;
use super::glossary::{Glossary, Marking, closed};
use chain::Output;
use content::bundle::Factor;
use content::chain_inputs::factor;
use model::Input;
use model::document::{
    InputValue, Lever, LeverChoice, LeverGroup, Levers, LocalCapacity, PresetText, SliderRange,
    Span,
};
use model::quantity::{Number, Unit};
use words::{LeverWords, words};

/// The levers, the presets, and what the place can make. A page that does not
/// show the levers has no glossary for them, and no explanations.
pub fn levers(cx: &Context, glossary: Option<&Glossary>) -> Levers {
    let words = words(cx.lang);
    let defaults = content::chain_inputs::inputs(cx.bundle).ok();
    Levers {
        groups: (words.groups.iter())
            .map(|group| {
                let mut marking = glossary.map(Glossary::marking);
                LeverGroup {
                    name: group.name.to_owned(),
                    note: group.note.map(str::to_owned),
                    rare: group.rare,
                    levers: (group.inputs.iter())
                        .filter_map(|input| {
                            let default = defaults?.get(*input);
                            Some(lever(cx, marking.as_mut(), *input, default))
                        })
                        .collect(),
                }
            })
            .collect(),
        presets: cx
            .presets()
            .iter()
            .map(|resolved| {
                let preset = resolved.preset;
                PresetText {
                    id: preset.id.clone(),
                    name: cx.text(&preset.name),
                    summary: cx.text(&preset.summary),
                    period: (preset.period).map(|period| period.display(cx.lang)),
                    source: preset.source.as_ref().map(|id| cx.cite(id)),
                    assumption: preset.assumption,
                    superseded: preset.superseded,
                    values: (Input::ALL.into_iter())
                        .filter(|input| {
                            defaults.is_some_and(|defaults| {
                                defaults.get(*input) != resolved.inputs.get(*input)
                            })
                        })
                        .map(|input| InputValue {
                            input,
                            value: resolved.inputs.get(input),
                        })
                        .collect(),
                }
            })
            .collect(),
        capacities: capacities(cx),
        outputs: (Output::ALL.into_iter())
            .map(|output| outputs::name(output, cx.lang).to_owned())
            .collect(),
        mailbox: (cx.bundle.alliance.contact.as_ref()).and_then(|contact| contact.email.clone()),
    }
}

fn lever(cx: &Context, marking: Option<&mut Marking>, input: Input, default: f64) -> Lever {
    let words = words(cx.lang);
    let factor = input.factor().and_then(|id| factor(cx.bundle, id));
    // Units that no editor writes are the same in every language.
    let word = input.unit().as_str();
    let unit = Unit::parse(word).map_or(word, |unit| {
        unit.show(Number(rust_decimal::Decimal::ONE), cx.lang).1
    });
    let end = |number: fn(&Factor) -> Number| {
        factor.map_or(default, |factor| {
            number(factor).0.to_f64().unwrap_or(default)
        })
    };
    let (low, high) = (end(|factor| factor.low), end(|factor| factor.high));
    let (name, note) = match words.own(input) {
        Some((name, note)) => (name.to_owned(), Some(note.to_owned())),
        None => (
            factor
                .map(|factor| cx.text(&factor.name))
                .unwrap_or_default(),
            factor.and_then(|factor| cx.optional(factor.note.as_ref())),
        ),
    };
    let note = marking.map(|marking| explanation(marking, words, &name, note.as_deref()));
    Lever {
        input,
        name,
        note: note.unwrap_or_default(),
        unit: unit.to_owned(),
        default,
        low,
        high,
        range: factor
            .filter(|_| !input.is_choice())
            .map(|factor| range(cx, factor)),
        slider: slider(input).map(|(from, to, step)| SliderRange {
            from: if input == Input::Product {
                from
            } else {
                from.min(low)
            },
            to: if input == Input::Product {
                to
            } else {
                to.max(high)
            },
            step,
            decades: input == Input::Product,
        }),
        assumption: factor.is_some_and(|factor| factor.assumption),
        source: factor
            .and_then(|factor| factor.source.as_ref())
            .map(|id| cx.cite(id)),
        choices: choices(cx, words, input),
    }
}

/// The note with its terms, and after it those of the name: where a name is a
/// label, it cannot open anything itself.
fn explanation(
    marking: &mut Marking,
    words: &LeverWords,
    name: &str,
    note: Option<&str>,
) -> Vec<Span> {
    let plain = |text: &str| Span {
        text: text.to_owned(),
        term: None,
        closing: None,
    };
    let mut spans = note.map_or_else(Vec::new, |note| marking.mark(note));
    let named = marking.mark(name).into_iter();
    for (index, term) in named.filter(|span| span.term.is_some()).enumerate() {
        spans.push(plain(if index == 0 {
            words.terms
        } else {
            words.between
        }));
        spans.push(Span {
            closing: None,
            ..term
        });
    }
    closed(spans)
}

/// `13 000–15 000`
fn range(cx: &Context, factor: &Factor) -> String {
    let show = |number| factor.unit.show(number, cx.lang).0;
    if factor.low == factor.high {
        show(factor.low)
    } else {
        format!("{}–{}", show(factor.low), show(factor.high))
    }
}

/// Values with a name: the grids, and what the cells' electricity follows from.
fn choices(cx: &Context, words: &LeverWords, input: Input) -> Vec<LeverChoice> {
    match input {
        Input::Grid | Input::RefiningGrid => words
            .grids
            .iter()
            .filter_map(|(id, name)| {
                let value = factor(cx.bundle, id)?.default.0.to_f64()?;
                let name = (*name).to_owned();
                Some(LeverChoice { name, value })
            })
            .collect(),
        Input::FromCell => [(words.given, 0.0), (words.from_cell, 1.0)]
            .map(|(name, value)| LeverChoice {
                name: name.to_owned(),
                value,
            })
            .into(),
        _ => Vec::new(),
    }
}

/// From where to where a slider goes, and its step: wider than what is
/// published, so that the reader can ask "what if", and the field goes further.
const fn slider(input: Input) -> Option<(f64, f64, f64)> {
    Some(match input {
        // Powers of ten: from a gram to ten megatonnes.
        Input::Product => (-6.0, 7.0, 1.0),
        Input::ScrapSupply | Input::FromCell => return None,
        Input::RecycledShare
        | Input::RolledShare
        | Input::ExtrudedShare
        | Input::CastShare
        | Input::WireShare => (0.0, 100.0, 1.0),
        Input::RollingYield | Input::ExtrusionYield | Input::CastingYield | Input::WireYield => {
            (40.0, 100.0, 1.0)
        }
        Input::CasthouseYield | Input::RemeltYield | Input::ScrapMetal | Input::BakingYield => {
            (70.0, 100.0, 0.5)
        }
        Input::Bauxite => (1.5, 4.0, 0.05),
        Input::CausticSoda => (0.0, 0.2, 0.001),
        Input::RedMud => (0.0, 2.5, 0.05),
        Input::RefiningHeat | Input::RemeltHeat => (0.0, 20.0, 0.1),
        Input::RefiningHeatCo2 => (0.0, 110.0, 1.0),
        Input::RefiningPower => (0.0, 500.0, 5.0),
        Input::RefiningGrid | Input::Grid => (0.0, 1.0, 0.0001),
        Input::NetAnode | Input::GrossAnode => (0.35, 0.65, 0.005),
        Input::AnodeImpurities => (0.0, 10.0, 0.1),
        Input::Alumina => (1.89, 2.0, 0.005),
        Input::AluminiumFluoride => (0.0, 40.0, 0.5),
        Input::Electricity => (12_000.0, 17_000.0, 10.0),
        Input::CellVoltage => (3.5, 5.0, 0.01),
        Input::CurrentEfficiency => (85.0, 98.0, 0.1),
        Input::DcToAc => (1.0, 1.2, 0.005),
        Input::Pfc | Input::RemeltCo2 => (0.0, 2.0, 0.01),
    })
}

/// The capacities in tonnes, of the same figures that the page writes out.
fn capacities(cx: &Context) -> Vec<LocalCapacity> {
    (content::chain_inputs::capacities(cx.bundle).into_iter())
        .map(|(stage, tonnes)| LocalCapacity { stage, tonnes })
        .collect()
}
