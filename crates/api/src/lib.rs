//! The editors' programming interface: records, review, publishing and people, at
//! `/api/v1/` beside the published site.
//!
//! ```text
//! routes        one row for each route: who may, what it takes and gives, who answers
//!   guard       who calls, whether they may, whether a browser was made to
//!   openapi     the same rows, for machines and for readers
//!     office    what can be done: check, review, publish, roll back, preview, compare
//!       store   where all of it is kept
//! ```
//!
//! A route that has no row is not there: there is no way to forget who may call it.

mod asset;
mod body;
mod caller;
mod clock;
mod compression;
mod desk;
mod guard;
mod limits;
mod office;
mod openapi;
mod presence;
mod preview;
mod problem;
mod routes;
mod row;
mod sessions;
mod shared;
mod sheets;
mod uploads;
mod wire;

use std::sync::Arc;

use axum::Router;
use axum::middleware;
use server::admin::Reading;
use store::{Author, Role, Store, StoreError};

pub use caller::{Needs, Right};
pub use desk::is_built as has_desk;
pub use office::{Office, OfficeError, Options, parse_which};
pub use routes::rows;
pub use row::Row;

use desk::Desk;
use shared::Shared;

/// Below this the interface lies.
pub const BASE: &str = "/api/v1";

/// Below this the editors' desk lies, in a browser.
pub const DESK: &str = "/desk";

/// A backend that is open, and answers once a server asks it.
#[derive(Debug)]
pub struct Backend {
    shared: Arc<Shared>,
    desk: Arc<Desk>,
}

impl Backend {
    /// Opens the office over a store: ends what was broken off, and makes readers see what
    /// the store says they see.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn open(
        store: Arc<dyn Store>,
        options: Options,
        https: bool,
    ) -> Result<Self, OfficeError> {
        let desk = Desk::find(options.desk.as_deref());
        let office = Office::open(store, options).await?;
        Ok(Self {
            shared: Arc::new(Shared::new(office, https)),
            desk: Arc::new(desk),
        })
    }

    /// Whether the desk was built, and is served.
    pub fn has_desk(&self) -> bool {
        self.desk.is_there()
    }

    /// What can be done.
    pub fn office(&self) -> &Office {
        &self.shared.office
    }

    /// The interface in front of a site. Everything else is the site's, but for who holds
    /// a preview.
    pub fn wrap(&self, site: Router) -> Router {
        let desk = desk::router(Arc::clone(&self.desk));
        let both = routes::router(&self.shared).merge(desk).merge(site);
        let shared = Arc::clone(&self.shared);
        both.layer(middleware::from_fn_with_state(shared, preview::instead))
    }

    /// Does what is due without anyone there, until it is dropped.
    pub async fn run(&self) {
        let office = &self.shared.office;
        tokio::select! {
            () = clock::run(office) => {}
            () = clock::listen(office) => {}
            () = clock::sweep(&self.shared.uploads) => {}
        }
    }

    /// How the backend is, in numbers: for who looks after it.
    pub async fn readings(&self) -> Vec<Reading> {
        let office = &self.shared.office;
        let ledger = office.store().ledger();
        let last = ledger.last_publish().await;
        let to_come = ledger.scheduled().await;
        let reading = |name, help, value| Reading { name, help, value };
        let mut readings = vec![
            reading(
                "store_up",
                "Whether the store answers: 1 or 0",
                i64::from(last.is_ok()),
            ),
            reading(
                "publish_shown",
                "The number of the publish that readers of this server see",
                office.shown(),
            ),
        ];
        if let Ok(last) = last {
            let help = "The number of the last publish in the store";
            readings.push(reading("publish_last", help, last));
        }
        if let Ok(to_come) = to_come {
            let help = "Publishes that were asked for at a time and are to come";
            let count = i64::try_from(to_come.len()).unwrap_or(i64::MAX);
            readings.push(reading("publishes_scheduled", help, count));
        }
        readings
    }

    /// An address that signs in once, as an administrator: for who can see this program's
    /// output on this very machine.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn one_time_address(&self) -> Result<String, StoreError> {
        let ledger = self.shared.office.store().ledger();
        let author = Author::new("site", "");
        ledger
            .add_local(&author, caller::LOCAL, Role::Administrator)
            .await?;
        let word = ledger
            .hand_out(caller::SIGN_IN, caller::LOCAL, caller::SIGN_IN_SECONDS)
            .await?;
        Ok(format!("{BASE}/sign-in?key={word}"))
    }

    /// The same, and goes on to the desk.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn desk_address(&self) -> Result<String, StoreError> {
        Ok(self.one_time_address().await? + "&to=desk")
    }
}
