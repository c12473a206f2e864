//! The pages of a long list.

use crate::library::use_words;
use markup::{Markup, markup};
use model::words::fill;

/// The pages of a long list; nothing when it has one.
///
/// No `rel="next"`: the app leaves links with `rel` to the browser.
pub fn pagination(page: u32, pages: u32, href: &dyn Fn(u32) -> String) -> Option<Markup> {
    let words = &use_words().news;
    let step = |to: u32, label: &'static str, class: &'static str| {
        (1..=pages).contains(&to).then(|| {
            markup! {
                <li>
                    <a class={class} href={href(to)}>{label}</a>
                </li>
            }
        })
    };
    let previous = step(page.saturating_sub(1), words.previous, "pagination__step");
    let next = step(page + 1, words.next, "pagination__step");
    let numbers = (1..=pages)
        .filter(|number| near(*number, page, pages))
        .map(|number| {
            let current = number == page;
            let text = number.to_string();
            let label = fill(words.page, &[&text]);
            markup! {
                <li>
                    <a
                        class="pagination__number"
                        href={(!current).then(|| href(number))}
                        aria-current={current.then_some("page")}
                        aria-label={(!current).then_some(label)}
                    >
                        {text}
                    </a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    (pages > 1).then(|| {
        markup! {
            <nav class="pagination" aria-label={words.pages}>
                <ul class="pagination__items" role="list">{previous} {numbers} {next}</ul>
            </nav>
        }
    })
}

/// First, last and those around the page: a phone has room for seven.
fn near(number: u32, page: u32, pages: u32) -> bool {
    number == 1 || number == pages || number.abs_diff(page) <= 1
}
