//! How the bundle's own scalars are read from JSON.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::str::FromStr;

use deserr::{
    DeserializeError, Deserr, ErrorKind, IntoValue, Map, MergeWithError, Sequence, Value,
    ValueKind, ValuePointerRef, take_cf_content,
};
use rust_decimal::Decimal;

use super::fault::{Fault, Kind, Shape};
use super::json::{Path, Step};
use super::localized::{Markdown, Text};
use super::source::SourceFile;
use super::suggest::nearest;
use model::Lang;
use model::date::{Clock, Date, Moment, Period};
use model::quantity::{Number, Unit};

/// Everything that kept a value from being read.
#[derive(Debug, Default)]
pub struct Decoding(Vec<Problem>);

#[derive(Debug)]
struct Problem {
    path: Path,
    kind: Kind,
    /// Whether the name of the path's last field is meant, not its value.
    at_key: bool,
}

impl Problem {
    /// The field that a misspelt one was meant to be: it is not missing.
    fn meant(&self) -> Option<Path> {
        match (&self.kind, self.path.0.split_last()) {
            (
                Kind::UnknownField {
                    suggestion: Some(meant),
                    ..
                },
                Some((_, parent)),
            ) => Some(Path(parent.to_vec()).join(Step::Key(meant.clone()))),
            _ => None,
        }
    }

    /// Beside a field that there is not: the first that could still be written.
    fn look_for_unused(&mut self, file: &SourceFile) {
        if let Kind::UnknownField {
            accepted, unused, ..
        } = &mut self.kind
            && let Some((_, parent)) = self.path.0.split_last()
        {
            let object = file.root.walk(&Path(parent.to_vec()));
            *unused = (accepted.iter())
                .find(|key| object.member(key).is_none())
                .cloned();
        }
    }
}

impl Decoding {
    fn at(location: ValuePointerRef, kind: Kind) -> Self {
        Self(vec![Problem {
            path: path(location),
            kind,
            at_key: false,
        }])
    }

    /// The faults of the file that was read.
    pub fn into_faults(mut self, file: &SourceFile) -> impl Iterator<Item = Fault> + '_ {
        let misspelt: Vec<Path> = self.0.iter().filter_map(Problem::meant).collect();
        self.0.retain(|problem| match &problem.kind {
            Kind::MissingField { field } => {
                !misspelt.contains(&problem.path.join(Step::Key(field.clone())))
            }
            _ => true,
        });
        self.0.into_iter().map(|mut problem| {
            problem.look_for_unused(file);
            let range = match problem.path.0.split_last() {
                Some((Step::Key(key), parent)) if problem.at_key => file
                    .root
                    .walk(&Path(parent.to_vec()))
                    .member(key)
                    .map(|member| member.key_range.clone()),
                _ => None,
            };
            let range = range.unwrap_or_else(|| {
                let range = file.root.walk(&problem.path).range.clone();
                match problem.kind {
                    // The object's first sign is enough to find it.
                    Kind::MissingField { .. } => range.start..range.start + 1,
                    _ => range,
                }
            });
            file.fault(range, &problem.path, problem.kind)
        })
    }
}

impl MergeWithError<Decoding> for Decoding {
    fn merge(
        so_far: Option<Self>,
        mut other: Self,
        _location: ValuePointerRef,
    ) -> ControlFlow<Self, Self> {
        let mut all = so_far.unwrap_or_default();
        all.0.append(&mut other.0);
        ControlFlow::Continue(all)
    }
}

impl DeserializeError for Decoding {
    fn error<V: IntoValue>(
        so_far: Option<Self>,
        error: ErrorKind<V>,
        location: ValuePointerRef,
    ) -> ControlFlow<Self, Self> {
        let mut all = so_far.unwrap_or_default();
        let mut path = path(location);
        let mut at_key = false;
        let kind = match error {
            ErrorKind::IncorrectValueKind { actual, accepted } => Kind::WrongShape {
                found: shape(actual.kind()),
                expected: shapes(accepted),
            },
            ErrorKind::MissingField { field } => Kind::MissingField {
                field: field.to_owned(),
            },
            ErrorKind::UnknownKey { key, accepted } => {
                path.0.push(Step::Key(key.to_owned()));
                at_key = true;
                Kind::UnknownField {
                    field: key.to_owned(),
                    accepted: owned(accepted),
                    suggestion: nearest(key, accepted.iter().copied()),
                    unused: None,
                }
            }
            ErrorKind::UnknownValue { value, accepted } => unknown_word(value, accepted),
            ErrorKind::BadSequenceLen { actual, expected } => Kind::Count {
                found: actual.len(),
                expected,
                instead: None,
            },
            // Only integers beyond their type say this.
            ErrorKind::Unexpected { msg } => Kind::Number {
                text: msg.split('`').nth(1).unwrap_or(&msg).to_owned(),
            },
        };
        all.0.push(Problem { path, kind, at_key });
        ControlFlow::Continue(all)
    }
}

/// A scalar that is written as a string.
macro_rules! from_string {
    ($type:ty, $parse:expr) => {
        impl Deserr<Decoding> for $type {
            fn deserialize_from_value<V: IntoValue>(
                value: Value<V>,
                location: ValuePointerRef,
            ) -> Result<Self, Decoding> {
                let text = string(value, location)?;
                ($parse)(&text).map_err(|kind| Decoding::at(location, kind))
            }
        }
    };
}

from_string!(Date, |text: &_| Date::parse(text).map_err(Kind::Date));
from_string!(Period, |text: &_| Period::parse(text).map_err(Kind::Date));
from_string!(Clock, |text: &_| Clock::parse(text).map_err(Kind::Date));
from_string!(Moment, |text: &_| Moment::parse(text).map_err(Kind::Date));
from_string!(Unit, |text: &_| Unit::parse(text)
    .map_err(|_| unknown_word(text, &Unit::ALL.map(Unit::as_str))));

impl Deserr<Decoding> for Number {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef,
    ) -> Result<Self, Decoding> {
        let text = match value {
            Value::Integer(number) => number.to_string(),
            Value::NegativeInteger(number) => number.to_string(),
            // The shortest decimal that reads back as the same float is what
            // the editor wrote, up to 15 digits; more are a fault by then.
            Value::Float(number) => number.to_string(),
            other => return Err(wrong_kind(other, &[ValueKind::Float], location)),
        };
        Decimal::from_str(&text)
            .map(Number)
            .map_err(|_| Decoding::at(location, Kind::Number { text }))
    }
}

impl Deserr<Decoding> for Text {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef,
    ) -> Result<Self, Decoding> {
        let accepted = &[ValueKind::String, ValueKind::Map];
        by_lang(value, location, accepted, |value, location| {
            filled(string(value, location)?, location)
        })
        .map(|by_lang| Self { by_lang })
    }
}

impl Deserr<Decoding> for Markdown {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef,
    ) -> Result<Self, Decoding> {
        let accepted = &[ValueKind::String, ValueKind::Sequence, ValueKind::Map];
        by_lang(value, location, accepted, |value, location| match value {
            Value::Sequence(paragraphs) => filled(joined(paragraphs, location)?, location),
            Value::String(text) => filled(text, location),
            other => Err(wrong_kind(
                other,
                &[ValueKind::String, ValueKind::Sequence],
                location,
            )),
        })
        .map(|by_lang| Self { by_lang })
    }
}

/// Paragraphs, with an empty line between them.
fn joined<S: Sequence>(paragraphs: S, location: ValuePointerRef) -> Result<String, Decoding> {
    let mut texts = Vec::with_capacity(paragraphs.len());
    let mut problems = Decoding::default();
    for (index, paragraph) in paragraphs.into_iter().enumerate() {
        match string(paragraph.into_value(), location.push_index(index)) {
            Ok(text) => texts.push(text),
            Err(mut problem) => problems.0.append(&mut problem.0),
        }
    }
    if problems.0.is_empty() {
        Ok(texts.join("\n\n"))
    } else {
        Err(problems)
    }
}

/// A value that is either meant as Chinese or a map by language.
fn by_lang<V, R>(
    value: Value<V>,
    location: ValuePointerRef,
    accepted: &[ValueKind],
    read: R,
) -> Result<BTreeMap<Lang, String>, Decoding>
where
    V: IntoValue,
    R: for<'a> Fn(Value<V>, ValuePointerRef<'a>) -> Result<String, Decoding>,
{
    let map = match value {
        Value::Map(map) => map,
        value if accepted.contains(&value.kind()) => {
            return Ok(BTreeMap::from([(Lang::ZhHans, read(value, location)?)]));
        }
        other => return Err(wrong_kind(other, accepted, location)),
    };
    let tags = Lang::WRITTEN.map(Lang::tag);
    let (mut texts, mut problems) = (BTreeMap::new(), Decoding::default());
    let mut chinese = false;
    for (tag, value) in map.into_iter() {
        let result = match Lang::from_tag(&tag).filter(|lang| Lang::WRITTEN.contains(lang)) {
            Some(lang) => {
                chinese |= lang == Lang::ZhHans;
                read(value.into_value(), location.push_key(&tag)).map(|text| (lang, text))
            }
            None => Err(take_cf_content(Decoding::error::<V>(
                None,
                ErrorKind::UnknownKey {
                    key: &tag,
                    accepted: &tags,
                },
                location,
            ))),
        };
        match result {
            Ok((lang, text)) => drop(texts.insert(lang, text)),
            Err(mut problem) => problems.0.append(&mut problem.0),
        }
    }
    if !chinese {
        let field = Lang::ZhHans.tag().to_owned();
        let mut missing = Decoding::at(location, Kind::MissingField { field });
        problems.0.append(&mut missing.0);
    }
    if problems.0.is_empty() {
        Ok(texts)
    } else {
        Err(problems)
    }
}

fn string<V: IntoValue>(value: Value<V>, location: ValuePointerRef) -> Result<String, Decoding> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(wrong_kind(other, &[ValueKind::String], location)),
    }
}

fn filled(text: String, location: ValuePointerRef) -> Result<String, Decoding> {
    if text.trim().is_empty() {
        return Err(Decoding::at(location, Kind::EmptyText));
    }
    Ok(text)
}

fn wrong_kind<V: IntoValue>(
    actual: Value<V>,
    accepted: &[ValueKind],
    location: ValuePointerRef,
) -> Decoding {
    let found = shape(actual.kind());
    let expected = shapes(accepted);
    Decoding::at(location, Kind::WrongShape { found, expected })
}

fn unknown_word(word: &str, accepted: &[&str]) -> Kind {
    Kind::UnknownWord {
        word: word.to_owned(),
        accepted: owned(accepted),
        suggestion: nearest(word, accepted.iter().copied()),
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn shape(kind: ValueKind) -> Shape {
    match kind {
        ValueKind::Null => Shape::Null,
        ValueKind::Boolean => Shape::Boolean,
        ValueKind::Integer => Shape::Integer,
        ValueKind::NegativeInteger | ValueKind::Float => Shape::Number,
        ValueKind::String => Shape::String,
        ValueKind::Sequence => Shape::List,
        ValueKind::Map => Shape::Object,
    }
}

fn shapes(kinds: &[ValueKind]) -> Vec<Shape> {
    kinds.iter().copied().map(shape).collect()
}

fn path(location: ValuePointerRef) -> Path {
    let (mut steps, mut rest) = (Vec::new(), &location);
    loop {
        rest = match rest {
            ValuePointerRef::Origin => break,
            ValuePointerRef::Key { key, prev } => {
                steps.push(Step::Key((*key).to_owned()));
                prev
            }
            ValuePointerRef::Index { index, prev } => {
                steps.push(Step::Index(*index));
                prev
            }
        };
    }
    steps.reverse();
    Path(steps)
}
