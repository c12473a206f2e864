//! An answer tried by the real check, before there is a record to keep it in.

use std::fs;

use serde_json::json;

use crate::fault::Kind;
use crate::load::load;
use model::Lang;

/// Where answers are going to stand.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// In an article's file.
    Article,
    /// In a record of `companies.json`.
    Company,
    /// In a record of `indicators.json`.
    Indicator,
    /// In a record of `events.json`.
    Event,
    /// In a record of `documents.json`.
    Paper,
    /// In a record of `offers.json`.
    Offer,
}

impl Place {
    /// A text as it would stand in a field.
    ///
    /// # Errors
    /// What the check says of it.
    pub fn text(self, field: &str, text: &str, lang: Lang) -> Result<String, String> {
        self.holds(&json!({ field: text }).to_string(), lang)?;
        Ok(text.to_owned())
    }

    /// A text in English, beside one in Chinese; or none.
    ///
    /// # Errors
    /// What the check says of it.
    pub fn english(self, field: &str, text: &str, lang: Lang) -> Result<Option<String>, String> {
        if text.is_empty() {
            return Ok(None);
        }
        let both = json!({ field: { "zh-Hans": "中文", "en": text } });
        self.holds(&both.to_string(), lang)?;
        Ok(Some(text.to_owned()))
    }

    /// Fields as they would stand in a record, as JSON.
    ///
    /// # Errors
    /// What the check says of them, in a line each.
    pub fn holds(self, fields: &str, lang: Lang) -> Result<(), String> {
        match self.faults(fields, lang).as_slice() {
            [] => Ok(()),
            said => Err(said.join("\n  ")),
        }
    }

    /// What the check says of the fields and not of what is still missing. Where
    /// nothing can be tried, it says nothing: the whole is checked in the end.
    fn faults(self, fields: &str, lang: Lang) -> Vec<String> {
        let (name, list, within) = match self {
            Self::Article => ("news/new.json", None, ""),
            Self::Company => ("companies.json", Some("companies"), "companies[0]."),
            Self::Indicator => ("indicators.json", Some("indicators"), "indicators[0]."),
            Self::Event => ("events.json", Some("events"), "events[0]."),
            Self::Paper => ("documents.json", Some("papers"), "papers[0]."),
            Self::Offer => ("offers.json", Some("offers"), "offers[0]."),
        };
        let whole = match list {
            Some(list) => format!("{{ \"{list}\": [{fields}] }}"),
            None => fields.to_owned(),
        };
        let Ok(folder) = tempfile::tempdir() else {
            return Vec::new();
        };
        let path = folder.path().join(name);
        let laid = fs::create_dir(folder.path().join("news")).and_then(|()| fs::write(path, whole));
        let (Ok(()), Err(faults)) = (laid, load(folder.path())) else {
            return Vec::new();
        };
        let of_fields = faults.iter().filter(|fault| {
            let asked = !fault.path.is_empty() && fault.path.starts_with(within);
            fault.file == name && asked && !matches!(fault.kind, Kind::MissingField { .. })
        });
        of_fields.map(|fault| fault.kind.message(lang)).collect()
    }
}
