//! Records as spreadsheets, over the store.

use std::collections::HashMap;

use content::fault::Kind;
use content::records;
use model::Lang;
use serde_json::Value;
use store::{Change, Expected, FILE, Key, StoreError, Which};

use super::Office;
use super::error::OfficeError;
use super::place::Places;
use crate::sheets::cell::Names;
use crate::sheets::columns::Table;
use crate::sheets::plan::{CellFault, KnownRecords, Plan, plan, revisions};
use crate::sheets::{ExportedRecord, SheetError, file, out};

/// What a spreadsheet would change, and what the check says of that.
#[derive(Debug)]
pub struct Planned {
    /// What would change.
    pub plan: Plan,
    /// What would be wrong with it then.
    pub faults: Vec<CellFault>,
}

impl Planned {
    /// What is saved of it: the records of which every cell can be taken.
    ///
    /// # Errors
    /// When a record cannot be called what it is to be called.
    pub fn changes(&self, kind: &str) -> Result<Vec<Change>, StoreError> {
        let sound = self.plan.changed.iter().filter(|one| !one.held);
        sound
            .map(|one| {
                Ok(Change {
                    key: Key::parse(kind, &one.id)?,
                    content: Some(one.content.clone()),
                    expected: one.revision.map_or(Expected::Nothing, Expected::Revision),
                })
            })
            .collect()
    }
}

impl Office {
    /// All records of a kind as a spreadsheet, as they were last saved.
    ///
    /// # Errors
    /// When the store refuses, or a text is too long for a cell.
    pub async fn sheet(
        &self,
        kind: &str,
        tables: &'static [Table],
        lang: Lang,
    ) -> Result<Vec<u8>, OfficeError> {
        let names = self.names(lang).await?;
        let order = self.order(kind).await?;
        let mut records = self.exported(kind).await?;
        let place = |record: &ExportedRecord| order.iter().position(|id| *id == record.id);
        records.sort_by_key(|record| (place(record).unwrap_or(usize::MAX), record.id.clone()));
        let kind = kind.to_owned();
        let work = move || out::write(&kind, tables, &records, &names, lang);
        let written = tokio::task::spawn_blocking(work).await;
        let written = written.map_err(|_| OfficeError::Broken)?;
        Ok(written.map_err(SheetError::from)?)
    }

    /// What a spreadsheet would change.
    ///
    /// # Errors
    /// When it is none of ours, or the store refuses.
    pub async fn plan_sheet(
        &self,
        kind: &str,
        tables: &'static [Table],
        bytes: Vec<u8>,
        lang: Lang,
    ) -> Result<Planned, OfficeError> {
        // What reads files of others may meet one that nobody thought of.
        let sheets = tokio::task::spawn_blocking(move || file::read(&bytes)).await;
        let sheets = sheets.map_err(|_| SheetError::NoSheet)??;
        let heads = self.store().ledger().heads(Some(kind)).await?;
        let now = self.exported(kind).await?.into_iter();
        let mut known = KnownRecords {
            now: now.map(|record| (record.id.clone(), record)).collect(),
            then: HashMap::new(),
            used_ids: heads.iter().map(|head| head.key.id().to_owned()).collect(),
            names: self.names(lang).await?,
        };
        for (id, revision) in revisions(tables, &sheets) {
            if known
                .now
                .get(&id)
                .is_none_or(|now| now.revision == revision)
            {
                continue;
            }
            let key = Key::parse(kind, &id).map_err(StoreError::from)?;
            match self.store().ledger().version_of(&key, revision).await {
                Ok(version) => {
                    let value = version.content.as_deref().map(serde_json::from_str);
                    known.then.extend(
                        value
                            .and_then(Result::ok)
                            .map(|value| ((id, revision), value)),
                    );
                }
                // A number that somebody made up: said at its cell.
                Err(StoreError::NoVersion { .. } | StoreError::NoRecord(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let plan = plan(kind, tables, &sheets, &known, lang)?;
        let faults = self.check_plan(kind, &plan, lang).await?;
        Ok(Planned { plan, faults })
    }

    /// What the check says of the records as they would be, each at its cell.
    async fn check_plan(
        &self,
        kind: &str,
        plan: &Plan,
        lang: Lang,
    ) -> Result<Vec<CellFault>, OfficeError> {
        let mut laid = Vec::new();
        for one in &plan.changed {
            let key = Key::parse(kind, &one.id).map_err(StoreError::from)?;
            laid.push((key, one.content.clone()));
        }
        if laid.is_empty() {
            return Ok(Vec::new());
        }
        let mut desk = self.trial.lock().await;
        let reading = desk
            .read_with(&**self.store(), &Which::Drafts, &laid)
            .await?;
        let mut places = Places::of(desk.folder.dir());
        let faults = reading.bundle.as_ref().err().into_iter().flatten();
        let found = faults.filter_map(|fault| {
            if matches!(fault.kind, Kind::Warning(_)) {
                return None;
            }
            let place = places.find(fault).filter(|place| place.kind == kind)?;
            let one = plan.changed.iter().find(|one| one.id == place.id)?;
            let location = one.location(&place.path).or_else(|| one.first())?;
            Some(CellFault {
                location: location.clone(),
                message: fault.kind.message(lang),
            })
        });
        Ok(found.collect())
    }

    async fn exported(&self, kind: &str) -> Result<Vec<ExportedRecord>, OfficeError> {
        let ledger = self.store().ledger();
        let heads = ledger.heads(Some(kind)).await?;
        let heads: Vec<_> = heads.into_iter().filter(|head| !head.removed).collect();
        let numbers: Vec<i64> = heads.iter().map(|head| head.draft).collect();
        let contents = ledger.contents(&numbers).await?;
        let taken = heads.into_iter().filter_map(|head| {
            let text = contents.get(&head.draft)?.clone()?;
            Some(ExportedRecord {
                kind: head.key.kind().to_owned(),
                id: head.key.id().to_owned(),
                revision: head.draft,
                value: serde_json::from_str(&text).ok()?,
                text,
            })
        });
        Ok(taken.collect())
    }

    /// What every record is called, in a language; in the other it is understood.
    async fn names(&self, lang: Lang) -> Result<Names, OfficeError> {
        let mut names = Names::default();
        let titles = self.titles().await?;
        for title in titles.iter().filter(|title| !title.head.removed) {
            let (kind, id) = (title.head.key.kind(), title.head.key.id());
            let en = title.en.as_deref().filter(|en| !en.is_empty());
            let (name, other) = match (lang, en) {
                (Lang::En, Some(en)) => (en, Some(&*title.zh)),
                (_, en) => (&*title.zh, en),
            };
            names.add(kind, id, name);
            if let Some(other) = other {
                names.also(kind, id, other);
            }
        }
        Ok(names)
    }

    /// The ids of a kind in the order in which their file names them.
    async fn order(&self, kind: &str) -> Result<Vec<String>, OfficeError> {
        let Some(list) = records::lists().find(|list| list.kind == kind) else {
            return Ok(Vec::new());
        };
        let key =
            Key::parse(FILE, list.file.trim_end_matches(".json")).map_err(StoreError::from)?;
        let ledger = self.store().ledger();
        let Some(head) = ledger.head(&key).await? else {
            return Ok(Vec::new());
        };
        let content = ledger.version_of(&key, head.draft).await?.content;
        let value: Value = content
            .and_then(|content| serde_json::from_str(&content).ok())
            .unwrap_or_default();
        let ids = value[list.key].as_array().into_iter().flatten();
        Ok(ids
            .filter_map(|id| id.as_str().map(str::to_owned))
            .collect())
    }
}
