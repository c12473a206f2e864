//! What can be the value of an attribute.

use std::borrow::Cow;

use super::kind::{Fixed, Kind, Reactive};

/// A value of an attribute.
pub enum Value {
    /// Stays.
    Fixed(Cow<'static, str>),
    /// Follows signals; `None` takes the attribute away.
    Reactive(Box<dyn Fn() -> Option<Cow<'static, str>> + Send>),
}

/// What can be the value of an attribute.
pub trait Attribute {
    /// Whether it stays.
    type Kind: Kind;

    /// The value; `None` leaves the attribute away.
    fn value(self) -> Option<Value>;
}

/// Follows signals.
impl<A: Attribute<Kind = Fixed>, F: Fn() -> A + Send + 'static> Attribute for F {
    type Kind = Reactive;

    fn value(self) -> Option<Value> {
        Some(Value::Reactive(Box::new(move || match self().value() {
            Some(Value::Fixed(text)) => Some(text),
            // Not of a value that is fixed.
            Some(Value::Reactive(_)) | None => None,
        })))
    }
}

impl Attribute for &'static str {
    type Kind = Fixed;

    fn value(self) -> Option<Value> {
        Some(Value::Fixed(Cow::Borrowed(self)))
    }
}

impl Attribute for String {
    type Kind = Fixed;

    fn value(self) -> Option<Value> {
        Some(Value::Fixed(Cow::Owned(self)))
    }
}

impl Attribute for i32 {
    type Kind = Fixed;

    fn value(self) -> Option<Value> {
        Some(Value::Fixed(Cow::Owned(self.to_string())))
    }
}

impl Attribute for usize {
    type Kind = Fixed;

    fn value(self) -> Option<Value> {
        Some(Value::Fixed(Cow::Owned(self.to_string())))
    }
}

/// An attribute without value, there or not.
impl Attribute for bool {
    type Kind = Fixed;

    fn value(self) -> Option<Value> {
        self.then_some(Value::Fixed(Cow::Borrowed("")))
    }
}

/// The language of text that is not in the page's.
impl Attribute for model::Lang {
    type Kind = Fixed;

    fn value(self) -> Option<Value> {
        Some(Value::Fixed(Cow::Borrowed(self.tag())))
    }
}

impl<A: Attribute> Attribute for Option<A> {
    type Kind = A::Kind;

    fn value(self) -> Option<Value> {
        self.and_then(Attribute::value)
    }
}
