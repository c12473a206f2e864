//! What would pass in place of a fault.

use rust_decimal::Decimal;
use serde_json::Value;

use super::trail::root_type;
use super::{Crumb, Fault, Kind, Warning};
use crate::fields::{Field, field, type_of};
use crate::papers;
use crate::pictures::Flaw;
use model::Flow;
use model::routes::is_slug;
use model::{Lang, StageId};

impl Fault {
    /// A field as it would pass, where the table of fields or the fault knows
    /// one. What is to be taken away or to be put elsewhere has none.
    pub fn example(&self) -> Option<String> {
        match &self.kind {
            Kind::Warning(warning) => self.of_warning(warning),
            Kind::Syntax(_) | Kind::TooDeep { .. } => {
                Some("{ \"title\": \"标题\", \"stages\": [\"recycled\"] }".to_owned())
            }
            Kind::UnknownFile { suggestion } => match self.stem() {
                Some(_) => Some(format!("news/{}.json", self.stem_or("2026-03-02-new-line"))),
                None => suggestion.clone(),
            },
            Kind::FileName { id, stem } => match (is_slug(stem), is_slug(id)) {
                (true, _) => self.of_word(stem),
                (false, true) => Some(format!("news/{id}.json")),
                (false, false) => None,
            },
            Kind::MissingField { field } => self.of_missing(field),
            Kind::UnknownField {
                suggestion,
                unused,
                accepted,
                ..
            } => match self.trail.split_last() {
                _ if accepted.iter().any(|key| key == Lang::ZhHans.tag()) => {
                    Some("\"zh-Hans\": \"中文\", \"en\": \"English\"".to_owned())
                }
                Some((_, parents)) => {
                    let of = type_in(&self.file, parents);
                    written(of, suggestion.as_ref().or(unused.as_ref())?)
                }
                None => None,
            },
            Kind::UnknownWord {
                suggestion,
                accepted,
                ..
            } => self.of_word(suggestion.as_ref().or_else(|| accepted.first())?),
            Kind::Dangling {
                suggestion, any, ..
            } => self.of_word(suggestion.as_ref().or(any.as_ref())?),
            Kind::DuplicateId { free, .. } => self.of_word(free.as_ref()?),
            Kind::NotSlug { suggestion, .. } => match suggestion {
                Some(meant) => self.of_word(meant),
                None => self.own(),
            },
            Kind::Count { instead, .. } => {
                let list = Value::from(instead.clone()?);
                Some(self.of_value(&list.to_string().replace(',', ", ")))
            }
            Kind::HiddenCharacter { clean, .. } => self.of_word(clean.as_ref()?),
            Kind::MissingStage { stage } => Some(stage_object(stage)),
            Kind::MissingFlow { flow, material } | Kind::MisledFlow { flow, material } => {
                Some(flow_object(*flow, material.as_ref()?))
            }
            Kind::FactorUnit { expected, .. } => self.of_word(expected),
            Kind::Range { low, default, high } => {
                let mut numbers = [low, default, high];
                numbers.sort();
                let [low, default, high] = numbers;
                Some(format!(
                    "\"low\": {low}, \"default\": {default}, \"high\": {high}"
                ))
            }
            Kind::OutOfBounds { value, low, high } => {
                let within =
                    |value: &Decimal| value >= low && high.is_none_or(|high| *value <= high);
                // A minus too many is the likelier slip.
                let nearest = match (-*value, high) {
                    (positive, _) if within(&positive) => positive,
                    (_, Some(high)) if value > high => *high,
                    _ => *low,
                };
                Some(self.of_value(&nearest.to_string()))
            }
            Kind::NoBalance { low, high, .. } => Some(self.of_value(&low.or(*high)?.to_string())),
            Kind::NoSortDate => written("Article", "sortDate"),
            Kind::EarlyCorrection { article, .. } => self.of_word(&article.begins()?.to_string()),
            Kind::FutureCorrection { today, .. } => self.of_word(&today.to_string()),
            Kind::NoPoint { any, .. } => self.of_word(any.as_ref()?),
            Kind::NoSource => self.of_field("source"),
            Kind::ConfirmedWithoutSource => Some(
                "\"membership\": { \"status\": \"confirmed\", \"source\": \"founding\" }"
                    .to_owned(),
            ),
            Kind::RoleUnconfirmed => written("Company", "membership"),
            Kind::TermPair { .. } => {
                Some("{ \"zh-Hans\": \"干法\", \"zh-Hant\": \"乾法\" }".to_owned())
            }
            Kind::RawHtml { .. } => {
                Some("\"**加粗**，[链接](https://www.example.com/)\"".to_owned())
            }
            Kind::EmptyContact => self.of_field("website"),
            Kind::Filing(filing) => Some(format!("\"{}\"", filing.example())),
            Kind::Heading { .. } => Some("\"## 小标题\"".to_owned()),
            Kind::MissingHeading { known, .. } => {
                let id = known.first().map_or("附表", String::as_str);
                Some(format!("\"## {id}\\n\\n见[小标题](#{id})。\""))
            }
            Kind::BadPicture {
                flaw: Flaw::Ending { expected },
                file,
            } => {
                let stem = file.rsplit_once('.').map_or(&**file, |(stem, _)| stem);
                self.of_word(&format!("{stem}.{expected}"))
            }
            Kind::BadPaper {
                flaw: papers::Flaw::Ending { expected },
                file,
            } => {
                let stem = file.rsplit_once('.').map_or(&**file, |(stem, _)| stem);
                self.of_word(&format!("{stem}.{expected}"))
            }
            Kind::NoPicture { suggestion, .. } | Kind::NoPaper { suggestion, .. } => {
                self.of_word(suggestion.as_ref()?)
            }
            Kind::BodyLink { problem, .. } if matches!(**problem, Kind::Dangling { .. }) => {
                let Kind::Dangling {
                    suggestion, any, ..
                } = &**problem
                else {
                    return None;
                };
                let id = suggestion.as_ref().or(any.as_ref())?;
                Some(format!("\"![](media:{id})\""))
            }
            Kind::Image { .. } | Kind::BodyLink { .. } => {
                Some("\"见[报道](https://www.example.com/news/1.html)。\"".to_owned())
            }
            Kind::WrongShape { .. }
            | Kind::Date(_)
            | Kind::Number { .. }
            | Kind::EmptyText
            | Kind::EmptyList
            | Kind::TooLong { .. }
            | Kind::PartialSortDate { .. }
            | Kind::PartialCorrection { .. }
            | Kind::PartialDay { .. }
            | Kind::BadAddress { .. }
            | Kind::Scheme { .. }
            | Kind::Credentials => self.own(),
            _ => None,
        }
    }

    fn of_warning(&self, warning: &Warning) -> Option<String> {
        match warning {
            Warning::NoSummary => written("Article", "summary"),
            Warning::OldFigure { .. } => written("Capacity", "newestKnown"),
            Warning::NoEnglish { fields } => {
                let text = "{ \"zh-Hans\": \"…\", \"en\": \"…\" }";
                Some(match *fields.first()? {
                    key @ ("duties" | "resources" | "aims" | "points") => {
                        format!("\"{key}\": [{text}]")
                    }
                    key => format!("\"{key}\": {text}"),
                })
            }
            Warning::ImageWithoutText { .. } => {
                Some("\"[铝锭堆场的照片](https://www.example.com/yard/)\"".to_owned())
            }
            Warning::Http { address } => {
                let address = address.replacen("http:", "https:", 1);
                match self.trail.last() {
                    Some(Crumb::Field { key, .. }) if key == "url" => self.of_word(&address),
                    // Amid a body, where nothing else is to change.
                    _ => Some(address),
                }
            }
            Warning::OddLetters {
                mended: Some(mended),
                whole: true,
                ..
            } => self.of_word(mended),
            Warning::SchemaNotNamed { expected, .. } => {
                Some(format!("\"$schema\": \"{expected}\""))
            }
            _ => None,
        }
    }

    /// The field at the fault itself, or the nearest around it that has an
    /// example: for `zh-Hans`, the text with both languages.
    fn own(&self) -> Option<String> {
        let mut fields = self.trail.iter().rev().filter_map(Crumb::field);
        fields.find_map(whole)
    }

    /// A field of the value at the fault.
    fn of_field(&self, key: &str) -> Option<String> {
        written(type_in(&self.file, &self.trail), key)
    }

    fn of_missing(&self, key: &str) -> Option<String> {
        if key == "id" && self.trail.is_empty() && self.stem().is_some() {
            return Some(format!(
                "\"id\": \"{}\"",
                self.stem_or("2026-03-02-new-line")
            ));
        }
        // A language says nothing by itself.
        if Lang::from_tag(key).is_some() {
            return self.own();
        }
        self.of_field(key)
    }

    /// The name of an article's file, without folder and ending.
    fn stem(&self) -> Option<&str> {
        let name = self.file.strip_prefix("news/")?;
        Some(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
    }

    /// The name of an article's file, or another if it cannot be an id.
    fn stem_or<'a>(&'a self, other: &'a str) -> &'a str {
        self.stem().filter(|stem| is_slug(stem)).unwrap_or(other)
    }

    /// The field at the fault with another word.
    fn of_word(&self, word: &str) -> Option<String> {
        (!self.trail.is_empty()).then(|| self.of_value(&Value::from(word).to_string()))
    }

    /// The field at the fault with another value, as JSON.
    fn of_value(&self, value: &str) -> String {
        match self.trail.last() {
            Some(Crumb::Field { key, .. }) => format!("\"{key}\": {value}"),
            _ => value.to_owned(),
        }
    }
}

fn stage_object(stage: &str) -> String {
    format!(
        "{{ \"id\": \"{stage}\", \"name\": \"…\", \"summary\": \"…\", \"local\": \"local\", \"localNote\": \"…\" }}"
    )
}

fn flow_object(flow: Flow, material: &str) -> String {
    let end = |key: &str, stage: Option<StageId>| {
        stage.map_or_else(String::new, |stage| {
            format!("\"{key}\": \"{}\", ", stage.as_str())
        })
    };
    format!(
        "{{ {}{}\"material\": {}, \"kind\": \"{}\" }}",
        end("from", flow.from()),
        end("to", flow.to()),
        Value::from(material),
        flow.as_str()
    )
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
