//! What is wrong with a command line, in Chinese, and how to mend it.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The mistake, what may have been meant, and where help is.
pub fn describe(error: &Error) -> String {
    let mut text = format!("错误：{}", what(error));
    let meant = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    for kind in meant {
        if let Some(meant) = named(error, kind) {
            text.push_str(&format!("\n您要的是不是 {meant}？"));
        }
    }
    if let Some(values) = named(error, ContextKind::ValidValue) {
        text.push_str(&format!("\n可以用的有：{values}。"));
    }
    if let Some(commands) = named(error, ContextKind::ValidSubcommand) {
        text.push_str(&format!("\n可以用的有：{commands}。"));
    }
    text.push_str("\n命令后面加 --help，可以看说明。");
    text
}

fn what(error: &Error) -> String {
    let name = |kind| named(error, kind).unwrap_or_default();
    let arg = name(ContextKind::InvalidArg);
    let value = name(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("没有“{}”这个命令。", name(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("不认识“{arg}”。"),
        ErrorKind::MissingRequiredArgument => format!("缺少 {arg}。"),
        ErrorKind::MissingSubcommand => "没有说要哪个命令。".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => format!("{arg} 后面要有一个值。"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("{arg} 不能是“{value}”。")
        }
        ErrorKind::NoEquals => format!("{arg} 要用等号连着值写。"),
        ErrorKind::TooManyValues => format!("{arg} 的值太多，“{value}”多余。"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{arg} 的值的个数不对。")
        }
        ErrorKind::ArgumentConflict => {
            let other = name(ContextKind::PriorArg);
            match other == arg || other.is_empty() {
                true => format!("{arg} 只能写一次。"),
                false => format!("{arg} 不能和 {other} 一起用。"),
            }
        }
        ErrorKind::InvalidUtf8 => "有的字不是 UTF-8。".to_owned(),
        // Help is no mistake; a kind that clap adds later has no Chinese yet.
        _ => error.to_string().trim_end().to_owned(),
    }
}

/// What the error says of something, written in a row.
fn named(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(name) => Some(name.clone()),
        ContextValue::Strings(names) if !names.is_empty() => Some(names.join("、")),
        _ => None,
    }
}
