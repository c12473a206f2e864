//! What would pass in place of a fault.

use super::trail::root_type;
use super::{Crumb, Fault, Kind, Warning};
use crate::content::fields::{Field, field, type_of};

impl Fault {
    /// A field as it would pass, where the table of fields or the fault knows one.
    pub fn example(&self) -> Option<String> {
        match &self.kind {
            Kind::Syntax(_) | Kind::TooDeep { .. } => {
                Some("{ \"title\": \"标题\", \"links\": [\"recycled\"] }".to_owned())
            }
            Kind::MissingField { field } => self.of_field(field),
            Kind::UnknownField {
                suggestion: Some(meant),
                ..
            } => match self.trail.split_last() {
                Some((_, parents)) => written(type_in(&self.file, parents), meant),
                None => None,
            },
            Kind::UnknownWord {
                suggestion,
                accepted,
                ..
            } => self.of_word(suggestion.as_ref().or_else(|| accepted.first())?),
            Kind::Dangling { suggestion, .. } => self.of_word(suggestion.as_ref()?),
            Kind::FileName { stem, .. } => Some(format!("\"id\": \"{stem}\"")),
            Kind::NotSlug { suggestion, .. } => match suggestion {
                Some(meant) => self.of_word(meant),
                None => self.own(),
            },
            Kind::NoSortDate => written("Article", "sortDate"),
            Kind::NoSource => self.of_field("source"),
            Kind::ConfirmedWithoutSource => Some(
                "\"membership\": { \"status\": \"confirmed\", \"source\": \"founding\" }"
                    .to_owned(),
            ),
            Kind::Warning(Warning::NoSummary) => written("Article", "summary"),
            Kind::Warning(Warning::NoEnglish { fields }) => {
                let key = fields.first()?;
                Some(format!(
                    "\"{key}\": {{ \"zh-Hans\": \"…\", \"en\": \"…\" }}"
                ))
            }
            Kind::Warning(Warning::ImageWithoutText { .. }) => {
                Some("![铝锭堆场](https://www.example.com/yard.jpg)".to_owned())
            }
            Kind::Warning(Warning::Http { address }) => {
                self.of_word(&address.replacen("http:", "https:", 1))
            }
            Kind::RawHtml { .. } => {
                Some("\"**加粗**，[链接](https://www.example.com/)\"".to_owned())
            }
            Kind::Heading { .. } => Some("\"## 小标题\"".to_owned()),
            Kind::Image { .. } | Kind::BodyLink { .. } => {
                Some("\"见[报道](https://www.example.com/news/1.html)。\"".to_owned())
            }
            Kind::WrongShape { .. }
            | Kind::Date(_)
            | Kind::Number { .. }
            | Kind::EmptyText
            | Kind::EmptyList
            | Kind::SchemaVersion { .. }
            | Kind::PartialSortDate { .. }
            | Kind::BadAddress { .. }
            | Kind::Scheme { .. }
            | Kind::Credentials => self.own(),
            _ => None,
        }
    }

    /// The field at the fault itself.
    fn own(&self) -> Option<String> {
        self.last_field().and_then(whole)
    }

    /// A field of the value at the fault.
    fn of_field(&self, key: &str) -> Option<String> {
        written(type_in(&self.file, &self.trail), key)
    }

    /// The field at the fault with another word.
    fn of_word(&self, word: &str) -> Option<String> {
        match self.trail.last() {
            Some(Crumb::Field { key, .. }) => Some(format!("\"{key}\": \"{word}\"")),
            Some(Crumb::Entry { .. }) => Some(format!("\"{word}\"")),
            None => None,
        }
    }

    fn last_field(&self) -> Option<&'static Field> {
        self.trail.iter().rev().find_map(Crumb::field)
    }
}

fn type_in(file: &str, trail: &[Crumb]) -> &'static str {
    let last = trail.iter().rev().find_map(|crumb| match crumb {
        Crumb::Field { key, .. } => Some(type_of(key)),
        Crumb::Entry { .. } => None,
    });
    last.unwrap_or_else(|| root_type(file))
}

fn written(of: &str, key: &str) -> Option<String> {
    field(of, key).and_then(whole)
}

fn whole(field: &Field) -> Option<String> {
    let key = field.key.rsplit('.').next()?;
    (!field.example.is_empty()).then(|| format!("\"{key}\": {}", field.example))
}
