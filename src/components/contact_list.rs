//! Ways to reach somebody: what each is, and the number or address.

use markup::{Content, Markup, markup};
use model::document::ContactLine;

/// Ways to reach somebody, one below the other.
pub fn contact_list(lines: Vec<ContactLine>) -> Markup {
    markup! {
        <dl class="contact-list">{lines.into_iter().map(contact_row).collect::<Vec<_>>()}</dl>
    }
}

fn contact_row(line: ContactLine) -> Markup {
    markup! {
        <div>
            <dt>{line.label}</dt>
            <dd lang={line.lang}>
                {match line.url {
                    Some(url) => markup! {
                        <a href={url}>{line.value}</a>
                    }
                    .into(),
                    None => Content::from(line.value),
                }}
            </dd>
        </div>
    }
}
