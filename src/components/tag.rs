//! Small frames that say what something is: its stage of the chain, its
//! category, whether a membership is confirmed, what kind of figure it is.

use leptos::prelude::*;

use crate::library::{href, use_library, use_words};
use markup::{Markup, markup};
use model::routes::{NewsFilter, Route};
use model::{Category, MembershipStatus, PointKind, StageId};

/// A stage of the chain, leading there.
pub fn stage_tag(stage: StageId) -> Markup {
    let name = use_library()
        .site
        .with_untracked(|site| site.stage_name(stage).unwrap_or_default().to_owned());
    markup! {
        <a class={stage_class(stage)} href={href(Route::Chain(Some(stage)))}>{name}</a>
    }
}

/// Primary metal is hot, recycled metal is green: the colours of the diagram.
const fn stage_class(stage: StageId) -> &'static str {
    match stage {
        StageId::Electrolytic => "tag tag--heat",
        StageId::Recycled => "tag tag--water",
        _ => "tag",
    }
}

/// A category of news, leading to its list.
pub fn category_tag(category: Category) -> Markup {
    let class = match category {
        Category::Alliance => "tag tag--heat",
        _ => "tag",
    };
    let filter = NewsFilter {
        category: Some(category),
        ..NewsFilter::default()
    };
    markup! {
        <a class={class} href={href(Route::News(filter))}>
            {use_words().kinds.category(category)}
        </a>
    }
}

/// Whether a company is known to be a member: an open frame while it is not.
pub fn membership_tag(status: MembershipStatus) -> Markup {
    let class = match status {
        MembershipStatus::Confirmed => "tag tag--water",
        MembershipStatus::Unconfirmed => "tag tag--open",
    };
    markup! {
        <span class={class}>{use_words().kinds.membership(status)}</span>
    }
}

/// Actual, target or forecast: an open frame for what is not yet so.
pub fn kind_tag(kind: PointKind) -> Markup {
    let class = match kind {
        PointKind::Actual => "tag",
        PointKind::Target | PointKind::Forecast => "tag tag--open",
    };
    markup! {
        <span class={class}>{use_words().kinds.point(kind)}</span>
    }
}
