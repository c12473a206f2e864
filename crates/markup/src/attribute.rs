//! What can be the value of an attribute.

use std::borrow::Cow;

/// A value of an attribute.
pub enum Value {
    /// Stays.
    Fixed(Cow<'static, str>),
    /// Follows signals; `None` takes the attribute away.
    Live(Box<dyn Fn() -> Option<Cow<'static, str>> + Send>),
}

/// What can be the value of an attribute.
pub trait Attribute {
    /// The value; `None` leaves the attribute away.
    fn value(self) -> Option<Value>;
}

/// A value that follows signals.
pub struct Live<F>(pub F);

impl<A: Attribute, F: Fn() -> A + Send + 'static> Attribute for Live<F> {
    fn value(self) -> Option<Value> {
        Some(Value::Live(Box::new(move || match (self.0)().value() {
            Some(Value::Fixed(text)) => Some(text),
            // A live value in a live value has no meaning.
            Some(Value::Live(_)) | None => None,
        })))
    }
}

impl Attribute for Value {
    fn value(self) -> Option<Value> {
        Some(self)
    }
}

impl Attribute for &'static str {
    fn value(self) -> Option<Value> {
        Some(Value::Fixed(Cow::Borrowed(self)))
    }
}

impl Attribute for String {
    fn value(self) -> Option<Value> {
        Some(Value::Fixed(Cow::Owned(self)))
    }
}

impl Attribute for i32 {
    fn value(self) -> Option<Value> {
        Some(Value::Fixed(Cow::Owned(self.to_string())))
    }
}

impl Attribute for usize {
    fn value(self) -> Option<Value> {
        Some(Value::Fixed(Cow::Owned(self.to_string())))
    }
}

/// An attribute without value, there or not.
impl Attribute for bool {
    fn value(self) -> Option<Value> {
        self.then_some(Value::Fixed(Cow::Borrowed("")))
    }
}

/// The language of text that is not in the page's.
impl Attribute for model::Lang {
    fn value(self) -> Option<Value> {
        Some(Value::Fixed(Cow::Borrowed(self.tag())))
    }
}

impl<A: Attribute> Attribute for Option<A> {
    fn value(self) -> Option<Value> {
        self.and_then(Attribute::value)
    }
}
