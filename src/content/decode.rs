//! How the bundle's own scalars are read from JSON.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::str::FromStr;

use deserr::{
    DeserializeError, Deserr, ErrorKind, IntoValue, Map, MergeWithError, Sequence, Value,
    ValueKind, ValuePointerRef, take_cf_content,
};
use rust_decimal::Decimal;

use super::Lang;
use super::bundle::{Markdown, Text};
use super::date::{Date, Period};
use super::quantity::{Number, Unit};

/// A scalar that is written as a string.
macro_rules! from_string {
    ($type:ty, $parse:expr) => {
        impl<E: DeserializeError> Deserr<E> for $type {
            fn deserialize_from_value<V: IntoValue>(
                value: Value<V>,
                location: ValuePointerRef,
            ) -> Result<Self, E> {
                let text = string(value, location)?;
                ($parse)(&text).map_err(|error| unexpected(error.to_string(), location))
            }
        }
    };
}

from_string!(Date, Date::parse);
from_string!(Period, Period::parse);
from_string!(Unit, Unit::parse);

impl<E: DeserializeError> Deserr<E> for Number {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef,
    ) -> Result<Self, E> {
        let text = match value {
            Value::Integer(number) => number.to_string(),
            Value::NegativeInteger(number) => number.to_string(),
            // The shortest decimal that reads back as the same float is what
            // the editor wrote, up to 15 digits.
            Value::Float(number) => number.to_string(),
            other => {
                return Err(wrong_kind(
                    other,
                    &[ValueKind::Float, ValueKind::Integer],
                    location,
                ));
            }
        };
        Decimal::from_str(&text)
            .map(Number)
            .map_err(|error| unexpected(format!("`{text}`: {error}"), location))
    }
}

impl<E: DeserializeError> Deserr<E> for Text {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef,
    ) -> Result<Self, E> {
        by_lang(
            value,
            location,
            &[ValueKind::String, ValueKind::Map],
            |value, location| {
                let text = string(value, location)?;
                if text.trim().is_empty() {
                    return Err(unexpected("the text is empty".to_owned(), location));
                }
                Ok(text)
            },
        )
        .map(|by_lang| Self { by_lang })
    }
}

impl<E: DeserializeError> Deserr<E> for Markdown {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef,
    ) -> Result<Self, E> {
        let accepted = &[ValueKind::String, ValueKind::Sequence, ValueKind::Map];
        by_lang(value, location, accepted, |value, location| match value {
            Value::Sequence(paragraphs) => {
                let mut texts = Vec::with_capacity(paragraphs.len());
                let mut fault = None;
                for (index, paragraph) in paragraphs.into_iter().enumerate() {
                    match string::<E, _>(paragraph.into_value(), location.push_index(index)) {
                        Ok(text) => texts.push(text),
                        Err(error) => fault = merge(fault, error, location)?,
                    }
                }
                fault.map_or_else(|| Ok(texts.join("\n\n")), Err)
            }
            other => string(other, location),
        })
        .map(|by_lang| Self { by_lang })
    }
}

/// A value that is either meant as Chinese or a map by language.
fn by_lang<E, V, R>(
    value: Value<V>,
    location: ValuePointerRef,
    accepted: &[ValueKind],
    read: R,
) -> Result<BTreeMap<Lang, String>, E>
where
    E: DeserializeError,
    V: IntoValue,
    R: for<'a> Fn(Value<V>, ValuePointerRef<'a>) -> Result<String, E>,
{
    let map = match value {
        Value::Map(map) => map,
        value if accepted.contains(&value.kind()) => {
            return Ok(BTreeMap::from([(Lang::ZhHans, read(value, location)?)]));
        }
        other => return Err(wrong_kind(other, accepted, location)),
    };
    let tags = Lang::ALL.map(Lang::tag);
    let (mut texts, mut fault) = (BTreeMap::new(), None);
    for (tag, value) in map.into_iter() {
        let here = location.push_key(&tag);
        let result = match Lang::from_tag(&tag) {
            Some(lang) => read(value.into_value(), here).map(|text| (lang, text)),
            None => Err(take_cf_content(E::error::<V>(
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
            Err(error) => fault = merge(fault, error, here)?,
        }
    }
    if fault.is_none() && !texts.contains_key(&Lang::ZhHans) {
        let field = Lang::ZhHans.tag();
        return Err(take_cf_content(E::error::<V>(
            None,
            ErrorKind::MissingField { field },
            location,
        )));
    }
    fault.map_or(Ok(texts), Err)
}

fn string<E: DeserializeError, V: IntoValue>(
    value: Value<V>,
    location: ValuePointerRef,
) -> Result<String, E> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(wrong_kind(other, &[ValueKind::String], location)),
    }
}

fn wrong_kind<E: DeserializeError, V: IntoValue>(
    actual: Value<V>,
    accepted: &[ValueKind],
    location: ValuePointerRef,
) -> E {
    take_cf_content(E::error(
        None,
        ErrorKind::IncorrectValueKind { actual, accepted },
        location,
    ))
}

fn unexpected<E: DeserializeError>(msg: String, location: ValuePointerRef) -> E {
    take_cf_content(E::error::<std::convert::Infallible>(
        None,
        ErrorKind::Unexpected { msg },
        location,
    ))
}

/// Adds an error to those so far; the outer `Err` is a request to stop.
fn merge<E: DeserializeError>(
    so_far: Option<E>,
    error: E,
    location: ValuePointerRef,
) -> Result<Option<E>, E> {
    match <E as MergeWithError<E>>::merge(so_far, error, location) {
        ControlFlow::Continue(error) => Ok(Some(error)),
        ControlFlow::Break(error) => Err(error),
    }
}
