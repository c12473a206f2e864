//! From a draft to what goes out: proposed, approved or sent back. Each step is bound to
//! one version, so a change voids it.

use super::records::head;
use super::{Ledger, Write, audit};
use crate::error::StoreError;
use crate::key::Key;
use crate::version::{Author, Head, ReviewState};

/// A step of the review.
#[derive(Clone, Copy, Debug)]
enum Step {
    Propose,
    Approve,
    SendBack,
}

impl Step {
    fn action(self) -> &'static str {
        match self {
            Self::Propose => "propose",
            Self::Approve => "approve",
            Self::SendBack => "send-back",
        }
    }

    fn wanted(self) -> &'static str {
        match self {
            Self::Propose => "proposed",
            Self::Approve => "approved",
            Self::SendBack => "sent back",
        }
    }

    fn follows(self, state: ReviewState) -> bool {
        match self {
            Self::Propose => matches!(state, ReviewState::Draft | ReviewState::SentBack),
            Self::Approve => state == ReviewState::Proposed,
            Self::SendBack => matches!(state, ReviewState::Proposed | ReviewState::Approved),
        }
    }

    /// Sets the columns by the version, and the note.
    fn sql(self) -> &'static str {
        match self {
            Self::Propose => {
                "UPDATE heads SET proposed = $1, note = $2 WHERE kind = $3 AND id = $4"
            }
            Self::Approve => {
                "UPDATE heads SET approved = $1, note = $2 WHERE kind = $3 AND id = $4"
            }
            Self::SendBack => {
                "UPDATE heads SET proposed = NULL, approved = NULL, note = $2 \
                 WHERE kind = $3 AND id = $4 AND draft = $1"
            }
        }
    }
}

impl Ledger {
    /// Puts versions before a publisher, all or none.
    ///
    /// # Errors
    /// [`StoreError::Review`] when one of them is not a draft, and
    /// [`StoreError::Outdated`] when one is not the newest any more.
    pub async fn propose(
        &self,
        author: &Author,
        what: &[(Key, i64)],
    ) -> Result<Vec<Head>, StoreError> {
        self.step(Step::Propose, author, what, None).await
    }

    /// Lets versions go out with the next publish, all or none.
    ///
    /// # Errors
    /// As [`Ledger::propose`], when one is not proposed.
    pub async fn approve(
        &self,
        author: &Author,
        what: &[(Key, i64)],
    ) -> Result<Vec<Head>, StoreError> {
        self.step(Step::Approve, author, what, None).await
    }

    /// Gives versions back with a note, all or none.
    ///
    /// # Errors
    /// As [`Ledger::propose`], when one is neither proposed nor approved.
    pub async fn send_back(
        &self,
        author: &Author,
        what: &[(Key, i64)],
        note: &str,
    ) -> Result<Vec<Head>, StoreError> {
        self.step(Step::SendBack, author, what, Some(note)).await
    }

    async fn step(
        &self,
        step: Step,
        author: &Author,
        what: &[(Key, i64)],
        note: Option<&str>,
    ) -> Result<Vec<Head>, StoreError> {
        let mut write = self.write().await?;
        for (key, number) in what {
            let found = head_in(&mut write, key).await?;
            let found = found.ok_or_else(|| StoreError::NoRecord(key.clone()))?;
            if found.draft != *number {
                return Err(StoreError::Outdated {
                    key: key.clone(),
                    number: *number,
                });
            }
            if !step.follows(found.state()) {
                return Err(StoreError::Review {
                    key: key.clone(),
                    found: found.state().word(),
                    wanted: step.wanted(),
                });
            }
            sqlx::query(step.sql())
                .bind(*number)
                .bind(note.map(str::to_owned))
                .bind(key.kind().to_owned())
                .bind(key.id().to_owned())
                .execute(&mut *write.tx)
                .await?;
            let detail = serde_json::json!({ "of": number, "note": note }).to_string();
            let target = key.to_string();
            audit::add(&mut write, author, step.action(), &target, &detail).await?;
        }
        write.tx.commit().await?;
        let mut heads = Vec::with_capacity(what.len());
        for (key, _) in what {
            heads.extend(self.head(key).await?);
        }
        Ok(heads)
    }
}

async fn head_in(write: &mut Write, key: &Key) -> Result<Option<Head>, StoreError> {
    let row = sqlx::query(
        "SELECT kind, id, draft, removed, proposed, approved, live, note FROM heads \
         WHERE kind = $1 AND id = $2",
    )
    .bind(key.kind().to_owned())
    .bind(key.id().to_owned())
    .fetch_optional(&mut *write.tx)
    .await?;
    row.as_ref().map(head).transpose()
}
