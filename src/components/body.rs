//! An article's text: the typed tree as DOM nodes. No text becomes markup.

use leptos::prelude::*;

use crate::content::words::fill;
use crate::content::{Block, Inline};
use crate::library::use_words;

/// An article's text.
#[component]
pub fn Body(
    /// The blocks.
    blocks: Vec<Block>,
) -> impl IntoView {
    many(blocks)
}

fn many(blocks: Vec<Block>) -> Vec<AnyView> {
    blocks.into_iter().map(block).collect()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Paragraph(text) => view! { <p>{inlines(text)}</p> }.into_any(),
        Block::Heading(2, text) => view! { <h2>{inlines(text)}</h2> }.into_any(),
        Block::Heading(3, text) => view! { <h3>{inlines(text)}</h3> }.into_any(),
        Block::Heading(_, text) => view! { <h4>{inlines(text)}</h4> }.into_any(),
        Block::List(numbered, items) => {
            let items = items
                .into_iter()
                .map(|item| view! { <li>{many(item)}</li> })
                .collect_view();
            if numbered {
                view! { <ol>{items}</ol> }.into_any()
            } else {
                view! { <ul>{items}</ul> }.into_any()
            }
        }
        Block::Quote(blocks) => view! { <blockquote>{many(blocks)}</blockquote> }.into_any(),
        Block::Code(text) => view! {
            <pre tabindex="0">
                <code>{text}</code>
            </pre>
        }
        .into_any(),
        Block::Table(header, rows) => table(header, rows),
        Block::Rule => view! { <hr /> }.into_any(),
    }
}

/// A table that scrolls by itself when the screen is narrow; the keyboard can
/// reach and scroll it.
fn table(header: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>>) -> AnyView {
    let words = &use_words().news;
    let columns: Vec<String> = header.iter().map(|cell| plain(cell)).collect();
    let label = fill(words.table, &[&columns.join(words.table_separator)]);
    let header = header
        .into_iter()
        .map(|cell| view! { <th scope="col">{inlines(cell)}</th> })
        .collect_view();
    let rows = rows
        .into_iter()
        .map(|row| {
            let cells = row
                .into_iter()
                .map(|cell| view! { <td>{inlines(cell)}</td> })
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="body__scroll" role="region" tabindex="0" aria-label=label>
            <table>
                <thead>
                    <tr>{header}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn inlines(text: Vec<Inline>) -> Vec<AnyView> {
    text.into_iter().map(inline).collect()
}

fn inline(inline: Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.into_any(),
        Inline::Em(text) => view! { <em>{inlines(text)}</em> }.into_any(),
        Inline::Strong(text) => view! { <strong>{inlines(text)}</strong> }.into_any(),
        Inline::Code(text) => view! { <code>{text}</code> }.into_any(),
        Inline::Link(href, text) => {
            // A path is a page of this site; the app takes the reader there.
            let rel = (!href.starts_with('/')).then_some("external noopener");
            view! {
                <a href=href rel=rel>
                    {inlines(text)}
                </a>
            }
            .into_any()
        }
        Inline::Break => view! { <br /> }.into_any(),
    }
}

/// The text without its marks.
fn plain(text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) => text.clone(),
            Inline::Em(text) | Inline::Strong(text) | Inline::Link(_, text) => plain(text),
            Inline::Break => " ".to_owned(),
        })
        .collect()
}
