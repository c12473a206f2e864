//! What a form needs to know.

use std::sync::LazyLock;

use axum::response::Response;
use content::forms::{Forms, forms as made};

use super::answer::json;

static FORMS: LazyLock<Forms> = LazyLock::new(made);

/// Every form.
pub async fn forms() -> Response {
    json(&*FORMS)
}
