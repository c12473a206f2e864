//! What every record is called, for lists and for choosing.

use serde_json::Value;
use store::{Head, Key, Which};

use super::Office;
use super::error::OfficeError;

/// A record and what it is called.
#[derive(Clone, Debug)]
pub struct Title {
    /// Where it stands.
    pub head: Head,
    /// In Chinese.
    pub zh: String,
    /// In English, if it has that.
    pub en: Option<String>,
    /// The day that it is of.
    pub date: Option<String>,
    /// The file that it describes, of pictures and papers.
    pub file: Option<String>,
}

impl Office {
    /// All records as they were last saved; those that were removed last come along while
    /// readers still see them.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn titles(&self) -> Result<Vec<Title>, OfficeError> {
        let ledger = self.store().ledger();
        let heads = ledger.heads(None).await?;
        let numbers: Vec<i64> = heads
            .iter()
            .flat_map(|head| [Some(head.draft), head.live])
            .flatten()
            .collect();
        let contents = ledger.contents(&numbers).await?;
        let titles = heads.into_iter().filter_map(|head| {
            let shown = match head.removed {
                false => head.draft,
                true => head.live?,
            };
            let content = contents.get(&shown).cloned().flatten();
            Some(titled(head, content.as_deref()))
        });
        Ok(titles.collect())
    }

    /// Every record that is JSON as it was last saved, with its content.
    ///
    /// # Errors
    /// When the store refuses.
    pub(super) async fn drafts(&self) -> Result<Vec<(Key, Value)>, OfficeError> {
        let ledger = self.store().ledger();
        let state = ledger.state(&Which::Drafts).await?;
        let numbers: Vec<i64> = state.values().copied().collect();
        let contents = ledger.contents(&numbers).await?;
        let read = |(key, number): (Key, i64)| {
            let content = contents.get(&number)?.as_deref()?;
            Some((key, serde_json::from_str(content).ok()?))
        };
        let json = state.into_iter().filter(|(key, _)| !key.is_asset());
        Ok(json.filter_map(read).collect())
    }
}

fn titled(head: Head, content: Option<&str>) -> Title {
    let value: Value = match head.key.is_asset() {
        true => Value::Null,
        false => content
            .and_then(|content| serde_json::from_str(content).ok())
            .unwrap_or_default(),
    };
    let (zh, en) = called(&value);
    let date = ["date", "start", "asOf", "lastVerified"];
    let date = date.iter().find_map(|key| value[key].as_str());
    Title {
        zh: zh
            .filter(|zh| !zh.trim().is_empty())
            .unwrap_or_else(|| head.key.id().to_owned()),
        en,
        date: date.map(str::to_owned),
        file: value["file"].as_str().map(str::to_owned),
        head,
    }
}

/// What a record is called, in Chinese and English.
pub fn called(value: &Value) -> (Option<String>, Option<String>) {
    let name = ["title", "name", "term", "alt"];
    let Some(name) = name.iter().find_map(|key| value.get(key)) else {
        return (None, None);
    };
    match name {
        Value::String(zh) => (Some(zh.clone()), None),
        name => {
            let of = |tag: &str| name[tag].as_str().map(str::to_owned);
            (of("zh-Hans"), of("en"))
        }
    }
}
