//! States of the whole, as callers name them.

use store::Which;

use super::error::OfficeError;

/// A state by its name.
///
/// # Errors
/// When there is none of that name.
pub fn parse(name: &str) -> Result<Which, OfficeError> {
    let number = |number: &str| number.parse::<i64>().ok();
    let which = match name {
        "live" => Some(Which::Live),
        "ready" => Some(Which::Ready),
        "drafts" => Some(Which::Drafts),
        name => match name.split_once(':') {
            Some(("at", at)) => number(at).map(Which::At),
            Some(("publish", publish)) => number(publish).map(Which::Published),
            _ => None,
        },
    };
    which.ok_or_else(|| OfficeError::Which(name.chars().take(40).collect()))
}

/// The name of a state.
pub fn written(which: &Which) -> String {
    match which {
        Which::Live => "live".to_owned(),
        Which::Ready | Which::ReadyWith(_) => "ready".to_owned(),
        Which::Drafts => "drafts".to_owned(),
        Which::At(number) => format!("at:{number}"),
        Which::Published(number) => format!("publish:{number}"),
    }
}
