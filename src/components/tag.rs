//! Small frames that say what something is: its link of the chain, its
//! category, whether a membership is confirmed, what kind of figure it is.

use leptos::prelude::*;

use crate::content::{Category, LinkId, MembershipStatus, PointKind};
use crate::library::{href, use_library, use_words};
use crate::routes::{NewsFilter, Route};

/// A link of the chain, leading there.
#[component]
pub fn LinkTag(
    /// Which.
    link: LinkId,
) -> impl IntoView {
    let name = use_library()
        .site
        .with_untracked(|site| site.link_name(link).unwrap_or_default().to_owned());
    view! {
        <a class=link_class(link) href=href(Route::Chain(Some(link)))>
            {name}
        </a>
    }
}

/// Primary metal is hot, recycled metal is green: the colours of the diagram.
const fn link_class(link: LinkId) -> &'static str {
    match link {
        LinkId::Electrolytic => "tag tag--heat",
        LinkId::Recycled => "tag tag--water",
        _ => "tag",
    }
}

/// A category of news, leading to its list.
#[component]
pub fn CategoryTag(
    /// Which.
    category: Category,
) -> impl IntoView {
    let class = match category {
        Category::Alliance => "tag tag--heat",
        _ => "tag",
    };
    let filter = NewsFilter {
        category: Some(category),
        ..NewsFilter::default()
    };
    view! {
        <a class=class href=href(Route::News(filter))>
            {use_words().kinds.category(category)}
        </a>
    }
}

/// Whether a company is known to be a member: an open frame while it is not.
#[component]
pub fn MembershipTag(
    /// Whether it is.
    status: MembershipStatus,
) -> impl IntoView {
    let class = match status {
        MembershipStatus::Confirmed => "tag tag--water",
        MembershipStatus::Unconfirmed => "tag tag--open",
    };
    view! { <span class=class>{use_words().kinds.membership(status)}</span> }
}

/// Actual, target or forecast: an open frame for what is not yet so.
#[component]
pub fn KindTag(
    /// Which.
    kind: PointKind,
) -> impl IntoView {
    let class = match kind {
        PointKind::Actual => "tag",
        PointKind::Target | PointKind::Forecast => "tag tag--open",
    };
    view! { <span class=class>{use_words().kinds.point(kind)}</span> }
}
