//! What it takes to make a tonne, as a table.

use crate::components::{cite, with_terms};
use crate::library::use_words;
use markup::{Markup, markup};
use model::document::{FactorText, FormerText};

/// The factors, each with range, value, unit and source; cards on a phone.
pub fn factor_table(factors: Vec<FactorText>) -> Markup {
    let words = &use_words().chain;
    markup! {
        <table class="table table--cards chain-factors" aria-labelledby="factors">
            <thead>
                <tr>
                    <th scope="col">{words.factor}</th>
                    <th scope="col">{words.value}</th>
                    <th scope="col">{words.range}</th>
                    <th scope="col">{words.source}</th>
                </tr>
            </thead>
            <tbody>
                {factors
                    .into_iter()
                    .map(factor_row)
                    .collect::<Vec<_>>()}
            </tbody>
        </table>
    }
}

fn factor_row(factor: FactorText) -> Markup {
    let words = &use_words().chain;
    let assumed = (factor.assumption).then(|| {
        markup! {
            <span class="tag tag--open">{words.assumption}</span>
        }
    });
    markup! {
            <tr>
                <th scope="row">
                    {with_terms(factor.name)}
                    {factor.note.map(|note| markup! {
        <span class="chain-factors__note">{with_terms(note)}</span>
    })}
                    {factor.former.into_iter().map(former).collect::<Vec<_>>()}
                </th>
                <td class="chain-factors__value">
                    <strong>{factor.default}</strong>
                    " "
                    {factor.unit.clone()}
                </td>
                <td data-label={words.range}>{factor.range}</td>
                <td>{assumed} {factor.source.map(cite)}</td>
            </tr>
        }
}

/// A value that has been replaced, with its source.
fn former(former: FormerText) -> Markup {
    markup! {
        <span class="chain-factors__note">{former.text} " " {cite(former.source)}</span>
    }
}
