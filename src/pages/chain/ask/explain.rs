//! The formula in words with today's values in it, its inputs with range and
//! source, what widens it most, and what it leaves out.

use super::super::amounts::{amount, span};
use super::super::chain_model::{ChainModel, ShownScenario};
use crate::components::cite;
use crate::library::{href, use_words};
use chain::amount::AmountUnit;
use chain::formula::{Constant, Factor, Term, formula};
use chain::{Output, decimal};
use markup::{Markup, markup};
use model::Input;
use model::document::Lever;
use model::routes::{Route, with_query};
use model::words::fill;

/// How many factors are named that widen a number most.
const WIDEST: usize = 3;

/// All of it. `query` is what its address says besides the page.
pub fn explain(model: &ChainModel, shown: &ShownScenario, output: Output, query: &str) -> Markup {
    let words = &use_words().ask;
    let value = amount(shown.balance.get(output), output.unit());
    let band = shown
        .bands
        .as_ref()
        .and_then(|bands| bands.get(output).ok());
    let band = band
        .and_then(|(low, high)| span(low, high, output.unit()))
        .map(|span| markup! { <p class="small">{fill(words.band, &[&span])}</p> });
    let mut inputs = Vec::new();
    let terms = terms(shown, output);
    let rows: Vec<Markup> = (terms.iter())
        .map(|term| row(model, shown, term, &mut inputs))
        .collect();
    let sum = (terms.len() > 1).then(|| {
        markup! {
            <tr class="ask-card__sum">
                <th scope="row">{words.sum}</th>
                <td>{value.clone()}</td>
            </tr>
        }
    });
    let inputs: Vec<Markup> = (inputs.into_iter())
        .filter_map(|input| model.lever(input))
        .map(|lever| input_line(shown, lever))
        .collect();
    let address = with_query(&href(Route::Chain(None)), query);
    let about = [model.output(output), " ", &value].concat();
    let tell = tell(model.levers.mailbox.as_deref(), &about, &address);
    markup! {
        <div>
            <h2 class="ask-card__name">{model.output(output).to_owned()} " " <strong>{value}</strong></h2>
            {band}
            <table class="ask-card__formula"><tbody>{rows} {sum}</tbody></table>
            <ul class="ask-card__inputs">{inputs}</ul>
            {widest(model, shown, output)}
            <p class="small">{leaves_out(output)}</p>
            <p class="small">
                <a class="ask-card__address" href={address.clone()}>{address}</a>
                " · "
                <a href={tell}>{words.tell}</a>
            </p>
        </div>
    }
}

/// The way to those who answer for the number: a letter that says which it is, or their
/// page if they have no mailbox.
fn tell(mailbox: Option<&str>, about: &str, address: &str) -> String {
    let Some(mailbox) = mailbox else {
        return [&href(Route::About), "#contact"].concat();
    };
    #[cfg(target_arch = "wasm32")]
    let origin = crate::library::browser::history::here().origin().to_owned();
    #[cfg(not(target_arch = "wasm32"))]
    let origin = String::new();
    let mut letter = ["mailto:", mailbox, "?subject="].concat();
    encode(&mut letter, about);
    letter.push_str("&body=");
    encode(
        &mut letter,
        &[about, "\n", &origin, address, "\n\n"].concat(),
    );
    letter
}

/// Writes a text as part of an address.
fn encode(address: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => address.push(char::from(byte)),
            _ => {
                address.push('%');
                for half in [byte >> 4, byte & 15] {
                    address.extend(char::from_digit(u32::from(half), 16));
                }
            }
        }
    }
}

/// The formula of a result in a scenario.
fn terms(shown: &ShownScenario, output: Output) -> &'static [Term] {
    formula(output, shown.view.inputs.get(Input::FromCell) == 1.0)
}

/// A summand: what is multiplied, and what that makes. One that is a result by
/// itself says in its turn how it comes about.
fn row(model: &ChainModel, shown: &ShownScenario, term: &Term, inputs: &mut Vec<Input>) -> Markup {
    let value = term.value(&shown.view.inputs, &shown.balance);
    let mut text = String::new();
    let mut unit = AmountUnit::Tonnes;
    if let [Factor::Result(result)] = term.factors {
        text.push_str(model.output(*result));
        unit = result.unit();
        if let [below] = terms(shown, *result)
            && below.factors.len() > 1
        {
            text.push_str(use_words().picture.colon);
            product(model, shown, below, inputs, &mut text);
        }
    } else {
        product(model, shown, term, inputs, &mut text);
    }
    // A product has the unit of what it makes: that of the whole formula.
    let whole = (term.factors.iter()).find_map(|factor| match factor {
        Factor::Input(input) => made_of(*input),
        _ => None,
    });
    let unit = match term.factors {
        [Factor::Result(_)] => unit,
        _ => whole.unwrap_or(unit),
    };
    markup! {
        <tr>
            <th scope="row">{(term.minus).then_some("− ")} {text}</th>
            <td>{amount(value, unit)}</td>
        </tr>
    }
}

/// What so much of a result times an input is, where that is no mass.
const fn made_of(input: Input) -> Option<AmountUnit> {
    match input {
        Input::Electricity | Input::CellVoltage | Input::RefiningPower => {
            Some(AmountUnit::KilowattHours)
        }
        Input::RefiningHeat | Input::RemeltHeat => Some(AmountUnit::Gigajoules),
        Input::Grid
        | Input::RefiningGrid
        | Input::RefiningHeatCo2
        | Input::RemeltCo2
        | Input::Pfc => Some(AmountUnit::TonnesCo2),
        _ => None,
    }
}

/// `原铝液 62.1 万吨 × 每吨铝综合交流电耗 13350 kWh/t`
fn product(
    model: &ChainModel,
    shown: &ShownScenario,
    term: &Term,
    inputs: &mut Vec<Input>,
    text: &mut String,
) {
    let words = &use_words().ask;
    for (index, factor) in term.factors.iter().enumerate() {
        let divides = matches!(factor, Factor::PerResult(_) | Factor::PerInput(_));
        if index > 0 {
            text.push_str(if divides { " ÷ " } else { " × " });
        }
        match factor {
            Factor::Result(output) | Factor::PerResult(output) => {
                text.push_str(model.output(*output));
                text.push(' ');
                text.push_str(&amount(shown.balance.get(*output), output.unit()));
            }
            Factor::Input(input) | Factor::PerInput(input) | Factor::Rest(input) => {
                let lever = model.lever(*input);
                let value = set_to(lever, shown.view.inputs.get(*input));
                let name = lever.map_or("", |lever| lever.name.as_str());
                match factor {
                    Factor::Rest(_) => text.push_str(&fill(words.rest, &[name, &value])),
                    _ => {
                        text.push_str(name);
                        text.push(' ');
                        text.push_str(&value);
                    }
                }
                if !inputs.contains(input) {
                    inputs.push(*input);
                }
            }
            Factor::Constant(constant) => text.push_str(match constant {
                Constant::AluminaPerAluminium => words.alumina,
                Constant::Co2PerCarbon => words.carbon,
                Constant::KilowattHoursPerVolt => words.volt,
            }),
        }
    }
}

/// `13350 kWh/t`
fn set_to(lever: Option<&Lever>, value: f64) -> String {
    let mut text = decimal::write(value);
    text.push('\u{a0}');
    text.push_str(lever.map_or("", |lever| lever.unit.as_str()));
    text
}

/// An input with its value, what is published, from where, and the way to it.
fn input_line(shown: &ShownScenario, lever: &Lever) -> Markup {
    let words = use_words();
    let value = shown.view.inputs.get(lever.input);
    let changed = value != lever.default;
    let range = (lever.range.as_ref())
        .map(|range| fill(words.levers.range, &[range]))
        .map(|range| markup! { <span class="small">{range} " "</span> });
    // What the reader or a scenario has set is nobody's figure.
    let tag = match (changed, lever.assumption) {
        (true, _) => Some(words.levers.own),
        (false, true) => Some(words.chain.assumption),
        (false, false) => None,
    };
    let tag = tag.map(|tag| markup! { <span class="tag tag--open">{tag}</span> });
    let source = lever.source.clone().filter(|_| !changed).map(cite);
    markup! {
        <li>
            {to_lever(lever)}
            " "
            <strong>{set_to(Some(lever), value)}</strong>
            " "
            {range}
            {tag}
            " "
            {source}
        </li>
    }
}

/// The way to a lever.
fn to_lever(lever: &Lever) -> Markup {
    markup! {
        <button type="button" class="ask" data-lever={lever.input.key()}>{lever.name.clone()}</button>
    }
}

/// The factors that widen the number most, each over its range by itself.
fn widest(model: &ChainModel, shown: &ShownScenario, output: Output) -> Option<Markup> {
    let widest = shown.bands.as_ref()?.widest(output);
    let items: Vec<Markup> = (widest.iter().take(WIDEST))
        .filter_map(|widening| {
            let ends = span(widening.low, widening.high, output.unit())?;
            let lever = model.lever(widening.input)?;
            Some(markup! { <li>{to_lever(lever)} " " {ends}</li> })
        })
        .collect();
    (!items.is_empty()).then(|| {
        markup! {
            <div>
                <h3 class="ask-card__heading">{use_words().ask.widest}</h3>
                <ol class="ask-card__inputs">{items}</ol>
            </div>
        }
    })
}

/// What is outside the border of the balance.
fn leaves_out(output: Output) -> &'static str {
    let words = &use_words().ask;
    match output.unit() {
        AmountUnit::Tonnes => words.leaves_out_mass,
        _ => words.leaves_out,
    }
}

#[cfg(test)]
mod tests {
    use super::tell;

    #[test]
    fn a_letter_says_which_number_is_meant() {
        assert_eq!(
            tell(Some("info@example.org"), "CO₂ 1 t", "/chain/?ask=co2"),
            "mailto:info@example.org?subject=CO%e2%82%82%201%20t\
             &body=CO%e2%82%82%201%20t%0a%2fchain%2f%3fask%3dco2%0a%0a"
        );
    }
}
