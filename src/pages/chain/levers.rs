//! The levers: where to begin, what to change, what to look at. Drawn from
//! data, all alike; `hand` hears them, `sync` keeps them in step.

use chain::Limits;
use leptos::prelude::*;

use super::state::Chain;
use crate::components::{cite, with_terms};
use crate::library::{use_library, use_words};
use chain::slide::{decade_position, decade_steps};
use chain::{Quantity, decimal};
use markup::{Content, Markup, Reactive, markup, reactive};
use model::Input;
use model::document::{Lever, LeverGroup, PresetText, SliderRange};
use model::input::MOST;
use model::words::fill;

/// What an item of a choice says: the value it stands for, and its name.
type Item = (String, String);

/// Which scenario to begin from, and what each stands for: all are there to be
/// read, the chosen one is shown.
pub fn preset_choice(chain: Chain) -> Markup<Reactive> {
    let words = &use_words().levers;
    let presets = &chain.known().levers.presets;
    let items = (presets.iter())
        .map(|preset| (preset.id.clone(), preset.name.clone()))
        .collect();
    let texts: Vec<Markup<Reactive>> = (presets.iter().enumerate())
        .map(|(index, preset)| preset_text(chain, index, preset))
        .collect();
    markup! {
        <div class="lab__presets">
            {radios("preset", words.presets, items)}
            {texts}
        </div>
    }
}

/// What a scenario stands for, with date and source.
fn preset_text(chain: Chain, index: usize, preset: &PresetText) -> Markup<Reactive> {
    let words = &use_words().levers;
    let other = move || chain.shown.with(|shown| shown.view.preset != index);
    let unchanged = move || !(chain.shown).with(|shown| chain.known().changed(&shown.view));
    let tag = |holds: bool, word: &'static str| {
        holds.then(|| markup! { <span class="tag tag--open lab__tag">{word}</span> })
    };
    markup! {
        <p class="lab__about" hidden={other}>
            <span>{preset.summary.clone()} " "</span>
            {tag(preset.superseded, words.superseded)}
            {tag(preset.assumption, use_words().chain.assumption)}
            <span class="tag tag--open lab__tag" hidden={unchanged}>{words.changed}</span>
            <small>
                <span>{preset.period.clone()} " "</span>
                {preset.source.clone().map(cite)}
            </small>
        </p>
    }
}

/// What the picture is about.
pub fn quantity_switch() -> Markup<Reactive> {
    let words = &use_words().levers;
    let items = (Quantity::ALL.into_iter())
        .zip(words.quantities)
        .map(|(quantity, name)| (quantity.as_str().to_owned(), name.to_owned()))
        .collect();
    radios("quantity", words.quantity, items)
}

/// What to compare with: a list, and a button that keeps what is on screen.
pub fn comparison_choice(chain: Chain) -> Markup<Reactive> {
    let words = &use_words().levers;
    let presets = chain.known();
    let items = [(String::new(), words.nothing.to_owned())]
        .into_iter()
        .chain(
            (presets.levers.presets.iter()).map(|preset| (preset.id.clone(), preset.name.clone())),
        )
        .chain([("kept".to_owned(), words.kept.to_owned())])
        .collect();
    markup! {
        <fieldset class="lab__against" disabled={waiting()}>
            <label class="lab__label" for="against">{words.against}</label>
            {select("against", "against", None, items)}
            <button type="button" class="button button--quiet" data-do="keep">{words.keep}</button>
        </fieldset>
    }
}

/// The levers, the rarer folded away.
pub fn lever_groups(chain: Chain) -> Markup<Reactive> {
    let words = &use_words().levers;
    let known = chain.known();
    let groups: Vec<Markup<Reactive>> = known.levers.groups.iter().map(group).collect();
    markup! {
        <div class="levers">
            <div class="levers__head">
                <h2 class="levers__heading" id="levers">{words.levers}</h2>
                <p class="levers__needs">{words.needs_app}</p>
                <button type="button" class="button button--quiet levers__reset" data-do="reset">
                    {words.reset}
                </button>
            </div>
            <p class="levers__trouble" role="alert" data-trouble=""></p>
            {groups}
        </div>
    }
}

fn group(group: &LeverGroup) -> Markup<Reactive> {
    let levers: Vec<Markup> = group.levers.iter().map(lever).collect();
    let note = group
        .note
        .clone()
        .map(|note| markup! { <p class="levers__note">{note}</p> });
    if group.rare {
        return markup! {
            <details class="levers__group levers__group--rare">
                <summary class="levers__legend">{group.name.clone()}</summary>
                <fieldset disabled={waiting()}>
                    <legend class="visually-hidden">{group.name.clone()}</legend>
                    {note}
                    {levers}
                </fieldset>
            </details>
        };
    }
    markup! {
        <fieldset class="levers__group" disabled={waiting()}>
            <legend class="levers__legend">{group.name.clone()}</legend>
            {note}
            {levers}
        </fieldset>
    }
}

/// An input: named values if it has some, slider and field, what it means.
fn lever(lever: &Lever) -> Markup {
    let words = &use_words().levers;
    let key = lever.input.key();
    let id = |part: &str| format!("{part}-{key}");
    let explained = format!("about-{key} trouble-{key}");
    let switch = lever.input == Input::FromCell;
    let choices = (!lever.choices.is_empty()).then(|| {
        let own = (!switch).then(|| ("own".to_owned(), words.own.to_owned()));
        let items = (lever.choices.iter())
            .map(|choice| (decimal::write(choice.value), choice.name.clone()))
            .chain(own)
            .collect();
        let (id, label) = match switch {
            true => (id("value"), None),
            false => (id("choice"), Some(fill(words.choice, &[&lever.name]))),
        };
        select(&id, key, label, items)
    });
    let slider = lever.slider.as_ref().map(|range| slider(lever, range));
    let field = (!switch).then(|| {
        let (low, high) = lever.input.bounds();
        let limitless = lever.default == MOST;
        markup! {
            <input
                class="lever__field"
                type="number"
                inputmode="decimal"
                step="any"
                autocomplete="off"
                id={id("value")}
                data-set={key}
                min={decimal::write(low)}
                max={(high < MOST).then(|| decimal::write(high))}
                value={(!limitless).then(|| decimal::write(lever.default))}
                placeholder={limitless.then_some(words.no_limit)}
                aria-describedby={explained.clone()}
            />
        }
    });
    let assumption = lever.assumption.then(|| {
        markup! { <span class="tag tag--open">{use_words().chain.assumption}</span> }
    });
    let range = (lever.range.as_ref()).map(|range| fill(words.range, &[range]));
    markup! {
        <div class="lever" data-lever={key}>
            <label class="lever__name" for={id("value")}>{lever.name.clone()}</label>
            <div class="lever__hands">
                {choices}
                {slider}
                {field}
                <span class="lever__unit">{lever.unit.clone()}</span>
            </div>
            <p class="lever__trouble" id={id("trouble")}></p>
            <p class="lever__about" id={id("about")}>
                {assumption}
                {range.map(|range| markup! { <span class="lever__range">{range}</span> })}
                <span>{with_terms(lever.note.clone())}</span>
                {lever.source.clone().map(cite)}
            </p>
        </div>
    }
}

fn slider(lever: &Lever, range: &SliderRange) -> Markup {
    let words = &use_words().levers;
    let (from, to, step) = ends(range);
    let value = position(range, lever.default);
    markup! {
        <input
            class="lever__slider"
            type="range"
            autocomplete="off"
            data-set={lever.input.key()}
            aria-label={fill(words.slider, &[&lever.name])}
            aria-valuetext={value_text(lever, lever.default)}
            min={from}
            max={to}
            step={step}
            value={value}
        />
    }
}

/// The slider's own numbers: over decades it counts steps.
fn ends(range: &SliderRange) -> (String, String, String) {
    if range.decades {
        let steps = decade_steps(range.from as i32, range.to as i32);
        return ("0".to_owned(), steps.to_string(), "1".to_owned());
    }
    (
        decimal::write(range.from),
        decimal::write(range.to),
        decimal::write(range.step),
    )
}

/// Where a slider stands for a value.
pub fn position(range: &SliderRange, value: f64) -> String {
    match range.decades {
        true => decade_position(value, range.from as i32, range.to as i32).to_string(),
        false => decimal::write(value),
    }
}

/// A value as it is said.
pub fn value_text(lever: &Lever, value: f64) -> String {
    let mut text = decimal::write(value);
    if !lever.unit.is_empty() {
        text.push(' ');
        text.push_str(&lever.unit);
    }
    text
}

/// One of several, side by side.
fn radios(name: &'static str, legend: &'static str, items: Vec<Item>) -> Markup<Reactive> {
    let radio = |(index, (value, text)): (usize, Item)| {
        markup! {
            <label class="pills__item">
                <input
                    class="pills__input"
                    type="radio"
                    name={name}
                    data-set={name}
                    value={value}
                    checked={index == 0}
                />
                <span class="pills__name">{text}</span>
            </label>
        }
    };
    markup! {
        <fieldset class="pills" disabled={waiting()}>
            <legend class="pills__legend">{legend}</legend>
            <div class="pills__items">
                {items.into_iter().enumerate().map(radio).collect::<Vec<_>>()}
            </div>
        </fieldset>
    }
}

/// One of several, in a list that opens.
fn select(id: &str, sets: &'static str, label: Option<String>, items: Vec<Item>) -> Markup {
    let option = |(value, text): Item| markup! { <option value={value}>{text}</option> };
    markup! {
        <select
            class="lever__choice"
            autocomplete="off"
            id={id.to_owned()}
            data-set={sets}
            aria-label={label}
        >
            {items.into_iter().map(option).collect::<Vec<_>>()}
        </select>
    }
}

/// Whether the app is not there yet: without it the levers could do nothing.
fn waiting() -> impl Fn() -> bool + Send + 'static {
    let live = use_library().live;
    move || !live.get()
}

/// The three numbers that a reader wants to see move while a lever does.
pub fn summary(chain: Chain) -> Content<Reactive> {
    use chain::Output;
    reactive(move || {
        let known = chain.known();
        let items = chain.shown.with(|shown| {
            [Output::Product, Output::Electricity, Output::Co2].map(|output| {
                let value = shown.balance.get(output);
                let name = known.levers.outputs.get(output as usize);
                markup! {
                    <div class="lab__figure">
                        <dt>{name.cloned().unwrap_or_default()}</dt>
                        <dd>{super::amounts::amount(value, output.unit())}</dd>
                    </div>
                }
            })
        });
        markup! { <dl class="lab__summary">{items}</dl> }
    })
}
