//! The stages of the chain that something is about.

use super::stage_tag;
use markup::{Markup, markup};
use model::StageId;

/// A tag for each stage.
pub fn stage_tags(stages: Vec<StageId>) -> Markup {
    markup! {
        <span class="tags">
            {stages.into_iter().map(stage_tag).collect::<Vec<_>>()}
        </span>
    }
}
