//! An article's text: the typed tree as DOM nodes. No text becomes markup.

use super::{Place, picture};
use crate::library::use_words;
use markup::{Content, Markup, markup};
use model::words::fill;
use model::{Align, Block, Inline};

/// An article's text.
pub fn article_body(blocks: Vec<Block>) -> Content {
    many(blocks).into()
}

fn many(blocks: Vec<Block>) -> Vec<Markup> {
    blocks.into_iter().map(block).collect()
}

fn block(block: Block) -> Markup {
    match block {
        Block::Paragraph(text) => markup! {
            <p>{inlines(text)}</p>
        },
        Block::Heading(2, id, text) => markup! {
            <h2 id={id}>{inlines(text)}</h2>
        },
        Block::Heading(3, id, text) => markup! {
            <h3 id={id}>{inlines(text)}</h3>
        },
        Block::Heading(_, id, text) => markup! {
            <h4 id={id}>{inlines(text)}</h4>
        },
        Block::List(first, items) => {
            let items = items
                .into_iter()
                .map(|item| {
                    markup! {
                        <li>{many(item)}</li>
                    }
                })
                .collect::<Vec<_>>();
            match first {
                Some(first) => {
                    let start = (first != 1).then_some(first as usize);
                    markup! {
                        <ol start={start}>{items}</ol>
                    }
                }
                None => markup! {
                    <ul>{items}</ul>
                },
            }
        }
        Block::Quote(blocks) => markup! {
            <blockquote>{many(blocks)}</blockquote>
        },
        Block::Code(text) => markup! {
            <pre tabindex="0">
                <code>{text}</code>
            </pre>
        },
        Block::Table(align, header, rows) => table(&align, header, rows),
        Block::Picture(shown) => picture(*shown, Place::Text),
        Block::Rule => markup! {
            <hr />
        },
    }
}

/// A table that scrolls by itself when the screen is narrow; the keyboard can
/// reach and scroll it.
fn table(align: &[Align], header: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>>) -> Markup {
    let words = &use_words().news;
    let columns: Vec<String> = header.iter().map(|cell| plain(cell)).collect();
    let label = fill(words.table, &[&columns.join(words.table_separator)]);
    let class = |column| align.get(column).and_then(aligned);
    let header = header
        .into_iter()
        .enumerate()
        .map(|(column, cell)| {
            markup! {
                <th scope="col" class={class(column)}>{inlines(cell)}</th>
            }
        })
        .collect::<Vec<_>>();
    let rows = rows
        .into_iter()
        .map(|row| {
            let cells = row
                .into_iter()
                .enumerate()
                .map(|(column, cell)| {
                    markup! {
                        <td class={class(column)}>{inlines(cell)}</td>
                    }
                })
                .collect::<Vec<_>>();
            markup! {
                <tr>{cells}</tr>
            }
        })
        .collect::<Vec<_>>();
    markup! {
        <div class="body__scroll" role="region" tabindex="0" aria-label={label}>
            <table>
                <thead>
                    <tr>{header}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The class of a column's cells; text begins where it always does.
fn aligned(align: &Align) -> Option<&'static str> {
    match align {
        Align::Center => Some("body__center"),
        Align::Right => Some("body__right"),
        Align::None | Align::Left => None,
    }
}

fn inlines(text: Vec<Inline>) -> Vec<Content> {
    text.into_iter().map(inline).collect()
}

fn inline(inline: Inline) -> Content {
    let markup = match inline {
        Inline::Text(text) => return text.into(),
        Inline::Em(text) => markup! {
            <em>{inlines(text)}</em>
        },
        Inline::Strong(text) => markup! {
            <strong>{inlines(text)}</strong>
        },
        Inline::Code(text) => markup! {
            <code>{text}</code>
        },
        Inline::Link(href, text) => {
            // A path is a page of this site, where the app takes the reader; the
            // rest but a place on this page is elsewhere.
            let rel = (!href.starts_with(['/', '#'])).then_some("external noopener");
            markup! {
                <a href={href} rel={rel}>{inlines(text)}</a>
            }
        }
        Inline::Break => markup! {
            <br />
        },
    };
    markup.into()
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
