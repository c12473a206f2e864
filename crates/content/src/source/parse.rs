//! Strict JSON into a tree, with every fault of its form.

use std::str::FromStr;

use jsonc_parser::ast::{Object, ObjectPropName, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use rust_decimal::Decimal;

use super::text::Text;
use crate::fault::{Fault, Kind, Syntax};
use crate::json::{Json, Member, Node, Path, Step};

/// Deeper than any bundle, and shallow enough for any stack.
const DEPTH: usize = 32;

/// Numbers stay below this: 10¹⁵.
const LARGEST: Decimal = Decimal::from_parts(0xa4c6_8000, 0x0003_8d7e, 0, false, 0);

/// Digits after the point.
const FINEST: u32 = 12;

/// Every leniency of the parser, off.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Reads a text.
///
/// # Errors
/// The fault of its syntax.
pub fn parse(text: &Text, faults: &mut Vec<Fault>) -> Option<Node> {
    match strict(text) {
        Ok(value) => Reader { text, faults }.node(value, &Path::default()),
        Err(fault) => {
            faults.push(*fault);
            None
        }
    }
}

fn strict(text: &Text) -> Result<Value<'_>, Box<Fault>> {
    let deep = |at| {
        text.fault(
            at..at + 1,
            &Path::default(),
            None,
            Kind::TooDeep { limit: DEPTH },
        )
    };
    let fault =
        |range, syntax| Box::new(text.fault(range, &Path::default(), None, Kind::Syntax(syntax)));
    let parsed =
        parse_to_ast(&text.text, &CollectOptions::default(), &STRICT).map_err(|error| {
            let range = error.range();
            if matches!(error.kind(), ParseErrorKind::NestingDepthExceeded) {
                return Box::new(deep(range.start));
            }
            // The parser reads on over line ends to the next quotes, and
            // stumbles only behind them.
            if let Some(open) = open_text(&text.text).filter(|open| open.start < range.start) {
                return fault(open, Syntax::UnclosedText);
            }
            let before = text.before(range.start);
            let syntax = Syntax::from_parser(error.kind(), before, text.character(range.start));
            fault(range.start..range.end, syntax)
        })?;
    // The parser lets pass what JSON5 allows between and inside texts.
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(&text.text)
        && parsed.value.is_some()
    {
        let (at, syntax) = stumble(text, &error);
        return Err(fault(at..at + 1, syntax));
    }
    parsed.value.ok_or_else(|| fault(0..1, Syntax::Empty))
}

/// Where the stricter reader stopped. It counts bytes, and may have read the
/// character already.
fn stumble(text: &Text, error: &serde_json::Error) -> (usize, Syntax) {
    let start: usize = text
        .text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let at = start + error.column();
    [at.saturating_sub(1), at]
        .into_iter()
        .map(|at| (at, Syntax::from_character(text.character(at))))
        .find(|(_, syntax)| *syntax != Syntax::Unexpected)
        .unwrap_or((at.saturating_sub(1), Syntax::Unexpected))
}

/// The first text that its line does not close, up to the line's end.
fn open_text(text: &str) -> Option<std::ops::Range<usize>> {
    let (mut start, mut escaped) = (None, false);
    for (at, byte) in text.bytes().enumerate() {
        match (start, byte) {
            (Some(start), b'\n') => return Some(start..at),
            (Some(_), _) if escaped => escaped = false,
            (Some(_), b'\\') => escaped = true,
            (Some(_), b'"') => start = None,
            (None, b'"') => start = Some(at),
            _ => {}
        }
    }
    None
}

struct Reader<'a> {
    text: &'a Text,
    faults: &'a mut Vec<Fault>,
}

impl Reader<'_> {
    fn node(&mut self, value: Value<'_>, path: &Path) -> Option<Node> {
        let range = value.range();
        if path.0.len() > DEPTH {
            self.report(range, path, Kind::TooDeep { limit: DEPTH });
            return None;
        }
        let json = match value {
            Value::NullKeyword(_) => Json::Null,
            Value::BooleanLit(lit) => Json::Bool(lit.value),
            Value::StringLit(lit) => Json::String(lit.value.into_owned()),
            Value::NumberLit(lit) => {
                if !kept(lit.value) {
                    let text = lit.value.to_owned();
                    self.report(range, path, Kind::Number { text });
                }
                Json::Number(lit.value.to_owned())
            }
            Value::Array(array) => {
                let nodes: Vec<Option<Node>> = array
                    .elements
                    .into_iter()
                    .enumerate()
                    .map(|(index, value)| self.node(value, &path.join(Step::Index(index))))
                    .collect();
                Json::List(nodes.into_iter().collect::<Option<_>>()?)
            }
            Value::Object(object) => Json::Object(self.members(object, path)?),
        };
        Some(Node {
            range: range.start..range.end,
            json,
        })
    }

    fn members(&mut self, object: Object<'_>, path: &Path) -> Option<Vec<Member>> {
        let mut members: Vec<Member> = Vec::with_capacity(object.properties.len());
        for property in object.properties {
            let range = match &property.name {
                ObjectPropName::String(lit) => lit.range,
                ObjectPropName::Word(lit) => lit.range,
            };
            let key = property.name.into_string();
            let here = path.join(Step::Key(key.clone()));
            if let Some(first) = members.iter().find(|member| member.key == key) {
                let first = self.text.position(first.key_range.start);
                let key = key.clone();
                self.report(range, &here, Kind::DuplicateKey { key, first });
            }
            members.push(Member {
                key,
                key_range: range.start..range.end,
                value: self.node(property.value, &here)?,
            });
        }
        Some(members)
    }

    fn report(&mut self, range: Range, path: &Path, kind: Kind) {
        let fault = self.text.fault(range.start..range.end, path, None, kind);
        self.faults.push(fault);
    }
}

/// Whether a number survives the way through a float to a decimal, and
/// leaves room to calculate with it.
fn kept(text: &str) -> bool {
    let written = Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text));
    let (Ok(written), Ok(float)) = (written, text.parse::<f64>()) else {
        return false;
    };
    let read = if text.parse::<i64>().is_ok() {
        // Whole numbers go as integers and stay exact.
        Ok(written)
    } else {
        Decimal::from_str(&float.to_string())
    };
    read == Ok(written) && written.abs() < LARGEST && written.normalize().scale() <= FINEST
}
