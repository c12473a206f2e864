//! What a field says, and the way to it.

/// What a field says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldValue {
    /// Words or a date, as they are written.
    Text(String),
    /// A number with its unit.
    Figure {
        /// As it is written.
        number: String,
        /// As it is written; empty when there is none.
        unit: String,
    },
    /// That it is so.
    Yes,
    /// A word of a closed list.
    Word(Closed, String),
    /// The id of something in a list.
    Named(&'static str, String),
    /// Several.
    List(Vec<FieldValue>),
    /// Which entries there are, in order: each is shown by itself.
    Order(Vec<Step>),
}

/// A closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closed {
    /// What an article is about.
    Category,
    /// What a figure is.
    Point,
    /// What an event is.
    Event,
    /// Whether a company is a member.
    Membership,
    /// Whether a capacity stands.
    Capacity,
    /// How far a project is.
    Project,
    /// Whether Guangyuan has a stage.
    Local,
    /// What a paper is.
    Paper,
    /// The language of a paper.
    Language,
    /// Whether something is offered or needed.
    Offer,
}

/// The name of a record's type.
pub type Of = &'static str;

/// A step of the way to a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A field of a type.
    Field(Of, String),
    /// An entry, by what sets it apart from the others, and which of those it is if
    /// that is the same of several.
    Entry(Vec<FieldValue>, usize),
    /// The text in a language other than Chinese.
    Language(&'static str),
}

/// The way to a field.
pub type Way = Vec<Step>;
