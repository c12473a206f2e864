//! A company's capacities, each with date and source.

use crate::components::cite;
use crate::library::use_words;
use markup::{Markup, markup};
use model::document::CapacityText;

/// The capacities as a table, or that none is known.
pub fn capacity_table(capacities: Vec<CapacityText>) -> Markup {
    let words = &use_words().members;
    if capacities.is_empty() {
        return markup! {
            <p class="member__none">{words.no_capacity}</p>
        };
    }
    let rows = capacities.into_iter().map(row).collect::<Vec<_>>();
    markup! {
        <table class="member__capacities table table--cards">
            <thead>
                <tr>
                    <th scope="col">{words.material}</th>
                    <th scope="col">{words.quantity}</th>
                    <th scope="col">{words.status}</th>
                    <th scope="col">{words.as_of_and_source}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(capacity: CapacityText) -> Markup {
    let words = &use_words().members;
    let CapacityText {
        quantity,
        material,
        status,
        as_of,
        note,
        source,
    } = capacity;
    let status = match status.is_empty() {
        true => words.status_unstated.to_owned(),
        false => status,
    };
    markup! {
            <tr>
                <th scope="row">
                    {material}
                    {note.map(|note| markup! {
        <span class="member__remark">{note}</span>
    })}
                </th>
                <td class="member__quantity">{quantity.value} " " {quantity.unit}</td>
                <td>{status}</td>
                <td>
                    <time datetime={as_of.iso}>{as_of.text}</time>
                    " "
                    {cite(source)}
                </td>
            </tr>
        }
}
