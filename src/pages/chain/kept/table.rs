//! What has been kept: what can be done with each, and its results side by side.

use super::super::amounts::{amount, difference, ends};
use super::super::chain_model::{ChainModel, ShownScenario};
use super::super::state::Choices;
use super::super::summary::OUTPUTS;
use super::WAYS;
use chain::kept::KeptScenario;
use chain::view::{Against, ChainView};
use chain::{ImpossibleInput, Output};
use markup::{Markup, markup};
use model::Lang;

/// All that has been kept; nothing while nothing is.
pub fn side_by_side(
    model: &ChainModel,
    kept: &[KeptScenario],
    choices: Choices,
    lang: Lang,
) -> Markup {
    if kept.is_empty() {
        return markup! { <div></div> };
    }
    let words = &lang.words().kept;
    let items: Vec<Markup> = (kept.iter().enumerate())
        .map(|(place, scenario)| item(place, scenario, choices, lang))
        .collect();
    markup! {
        <div>
            <ol class="kept__list" role="list">{items}</ol>
            <div class="kept__table" role="region" tabindex="0" aria-label={words.heading}>
                {table(model, kept, choices.bands, lang)}
            </div>
            <p class="small">{words.note}</p>
            <button type="button" class="button button--quiet" data-kept="csv">
                {lang.words().take.buttons[2]}
            </button>
        </div>
    }
}

/// What follows from a kept scenario, by what the page follows its own from.
pub fn follow(
    model: &ChainModel,
    scenario: &KeptScenario,
    bands: bool,
) -> Result<ShownScenario, ImpossibleInput> {
    model.follow(ChainView {
        inputs: scenario.inputs,
        bands,
        ..model.menu.view(scenario.preset)
    })
}

/// A name with what can be done.
fn item(place: usize, scenario: &KeptScenario, choices: Choices, lang: Lang) -> Markup {
    let words = lang.words();
    let name = &scenario.name;
    let compared = choices.against == Some(Against::Kept(scenario.inputs));
    let buttons: Vec<Markup> = (WAYS.into_iter().zip(words.kept.ways))
        .map(|(way, text)| {
            let pressed = (way == WAYS[1]).then_some(if compared { "true" } else { "false" });
            markup! {
                <button
                    type="button"
                    class="button button--quiet"
                    data-kept={[way, "-", &place.to_string()].concat()}
                    aria-label={[text, words.take.colon, name].concat()}
                    aria-pressed={pressed}
                >
                    {text}
                </button>
            }
        })
        .collect();
    markup! {
        <li class="kept__item">
            <strong class="kept__name">{name.clone()}</strong>
            <span class="kept__ways">{buttons}</span>
        </li>
    }
}

/// The results that sum a scenario up, a column for each.
fn table(model: &ChainModel, kept: &[KeptScenario], bands: bool, lang: Lang) -> Markup {
    let words = lang.words();
    let shown: Vec<ShownScenario> = (kept.iter())
        .filter_map(|scenario| follow(model, scenario, bands).ok())
        .collect();
    let heads: Vec<Markup> = (kept.iter())
        .map(|scenario| markup! { <th scope="col">{scenario.name.clone()}</th> })
        .collect();
    let rows: Vec<Markup> = OUTPUTS
        .map(|output| {
            let first = shown.first().map(|first| first.balance.get(output));
            let cells: Vec<Markup> = (shown.iter().enumerate())
                .map(|(place, shown)| cell(shown, output, first.filter(|_| place > 0)))
                .collect();
            markup! { <tr><th scope="row">{model.output(output).to_owned()}</th> {cells}</tr> }
        })
        .into();
    markup! {
        <table class="table results__table">
            <caption class="visually-hidden">{words.kept.heading}</caption>
            <thead><tr><th scope="col">{words.levers.what}</th> {heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// A result with its band, and with its difference to the first.
fn cell(shown: &ShownScenario, output: Output, first: Option<f64>) -> Markup {
    let unit = output.unit();
    let value = shown.balance.get(output);
    let bands = shown.bands.as_ref();
    let band = bands.and_then(|bands| bands.get(output).ok());
    let band = band.and_then(|(low, high)| ends(low, high, unit));
    let band = band.map(|text| markup! { <small class="kept__small">{text}</small> });
    let differs = first.map(|first| {
        let text = difference(value - first, unit);
        markup! { <small class="kept__small summary__change">{text}</small> }
    });
    markup! { <td>{amount(value, unit)} " " {band} " " {differs}</td> }
}
