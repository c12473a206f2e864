//! States of the whole: which version of each record counts.

use std::collections::{BTreeMap, HashMap};

use futures_util::TryStreamExt;
use sqlx::Row;

use super::Ledger;
use crate::error::StoreError;
use crate::key::Key;
use crate::version::Which;

/// From so many on, versions are read in one go.
const MANY: usize = 50;

impl Ledger {
    /// The version of each record in a state. That may be one that says it is gone.
    ///
    /// # Errors
    /// [`StoreError::NoState`] when there is none of that number.
    pub async fn state(&self, which: &Which) -> Result<BTreeMap<Key, i64>, StoreError> {
        let mut state = match which {
            Which::Live => {
                self.pairs(
                    "SELECT kind, id, live FROM heads WHERE live IS NOT NULL",
                    None,
                )
                .await?
            }
            Which::Ready | Which::ReadyWith(_) => {
                self.pairs(
                    "SELECT kind, id, COALESCE(approved, live) FROM heads \
                     WHERE approved IS NOT NULL OR live IS NOT NULL",
                    None,
                )
                .await?
            }
            Which::Drafts => {
                self.pairs("SELECT kind, id, draft FROM heads", None)
                    .await?
            }
            Which::At(number) => {
                if *number > self.now().await? || *number < 0 {
                    return Err(StoreError::NoState(*number));
                }
                self.pairs(
                    "SELECT kind, id, MAX(number) FROM versions WHERE number <= $1 \
                     GROUP BY kind, id",
                    Some(*number),
                )
                .await?
            }
            Which::Published(number) => {
                let known = self.publish(*number).await?;
                known.ok_or(StoreError::NoState(*number))?;
                self.pairs(
                    "SELECT item.kind, item.id, item.version FROM publish_items item \
                     JOIN (SELECT kind, id, MAX(publish) AS publish FROM publish_items \
                     WHERE publish <= $1 GROUP BY kind, id) last \
                     ON item.kind = last.kind AND item.id = last.id \
                     AND item.publish = last.publish WHERE item.version IS NOT NULL",
                    Some(*number),
                )
                .await?
            }
        };
        if let Which::ReadyWith(keys) = which {
            for key in keys {
                let head = self.head(key).await?;
                let head = head.ok_or_else(|| StoreError::NoRecord(key.clone()))?;
                state.insert(key.clone(), head.draft);
            }
        }
        Ok(state)
    }

    async fn pairs(
        &self,
        sql: &'static str,
        number: Option<i64>,
    ) -> Result<BTreeMap<Key, i64>, StoreError> {
        let mut query = sqlx::query(sql);
        if let Some(number) = number {
            query = query.bind(number);
        }
        let mut rows = query.fetch(self.pool());
        let mut pairs = BTreeMap::new();
        while let Some(row) = rows.try_next().await? {
            let key = Key::stored(row.try_get::<String, _>(0)?, row.try_get::<String, _>(1)?);
            pairs.insert(key, row.try_get(2)?);
        }
        Ok(pairs)
    }

    /// What stands in versions, by their numbers; none in one that says its record is gone.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn contents(
        &self,
        numbers: &[i64],
    ) -> Result<HashMap<i64, Option<String>>, StoreError> {
        let mut contents = HashMap::with_capacity(numbers.len());
        if numbers.len() < MANY {
            for number in numbers {
                let content = sqlx::query_scalar("SELECT content FROM versions WHERE number = $1")
                    .bind(*number)
                    .fetch_one(self.pool())
                    .await?;
                contents.insert(*number, content);
            }
            return Ok(contents);
        }
        let (Some(first), Some(last)) = (numbers.iter().min(), numbers.iter().max()) else {
            return Ok(contents);
        };
        let wanted: std::collections::HashSet<&i64> = numbers.iter().collect();
        let mut rows =
            sqlx::query("SELECT number, content FROM versions WHERE number BETWEEN $1 AND $2")
                .bind(*first)
                .bind(*last)
                .fetch(self.pool());
        while let Some(row) = rows.try_next().await? {
            let number: i64 = row.try_get(0)?;
            if wanted.contains(&number) {
                contents.insert(number, row.try_get(1)?);
            }
        }
        Ok(contents)
    }
}
