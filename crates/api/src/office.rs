//! What can be done with a store: check, review, publish, roll back, preview, compare.

mod check;
mod compare;
mod desk;
mod error;
mod find;
mod follow;
mod look;
mod pictures;
mod place;
mod publish;
mod sheets;
mod titles;
mod which;
mod write;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use ::publish::app::App;
use ::publish::origin::Origin;
use store::Store;
use tokio::sync::{Mutex, broadcast, watch};

pub use check::Checked;
pub use error::OfficeError;
pub use find::Hit;
pub use pictures::Picture;
pub use place::Place;
pub use publish::{Published, Step};
pub use sheets::Planned;
pub use titles::Title;
pub use which::parse as parse_which;

use desk::Desk;

/// How and where to publish.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder that is served.
    pub out: PathBuf,
    /// The browser's program; absent: as `site publish` finds it.
    pub app: Option<PathBuf>,
    /// The editors' desk, as Trunk built it; absent: where it usually lies.
    pub desk: Option<PathBuf>,
    /// The public address.
    pub origin: Option<Origin>,
    /// Whether to write `.br` and `.gz`.
    pub compress: bool,
    /// Whether to draw pictures for shared links.
    pub cards: bool,
    /// Whether a bundle that was made up for measuring may be published.
    pub synthetic: bool,
    /// The program whose `publish` writes the site, in a process of its own: with it, all the
    /// memory that it took goes back to the system. Absent: this process writes it.
    pub program: Option<PathBuf>,
    /// A folder for what is made of the store's states: kept from one start to the next.
    pub work: PathBuf,
}

impl Options {
    /// Publishes to a folder; what is made on the way lies beside it.
    pub fn new(out: impl Into<PathBuf>) -> Self {
        let out = out.into();
        let name = out
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Self {
            work: out.with_file_name(format!(".{name}.backend")),
            out,
            app: None,
            desk: None,
            origin: None,
            compress: true,
            cards: true,
            synthetic: false,
            program: None,
        }
    }
}

/// Everything that callers can have done.
#[derive(Debug)]
pub struct Office {
    store: Arc<dyn Store>,
    options: Options,
    /// What readers see, as files; one publish at a time.
    live: Mutex<Desk>,
    /// What is tried: checks of what is not published.
    trial: Mutex<Desk>,
    /// What is compared with something.
    other: Mutex<Desk>,
    /// What is looked at before it is published.
    shown: Mutex<Desk>,
    previews: compare::Previews,
    /// Which publish this server's readers see.
    shown_publish: AtomicI64,
    looked: look::LastLooked,
    steps: broadcast::Sender<Step>,
    changed: watch::Sender<()>,
}

impl Office {
    /// Opens an office over a store: ends what was broken off, takes what lies in a new
    /// store as what readers see, and publishes that.
    ///
    /// # Errors
    /// When the store does not answer, or the folders cannot be made.
    pub async fn open(store: Arc<dyn Store>, options: Options) -> Result<Self, OfficeError> {
        let desk = |name: &str| Desk::new(&options.work.join(name)).map(Mutex::new);
        let office = Self {
            live: desk("live")?,
            trial: desk("trial")?,
            other: desk("other")?,
            shown: desk("shown")?,
            previews: compare::Previews::default(),
            shown_publish: AtomicI64::new(0),
            looked: look::LastLooked::default(),
            steps: broadcast::channel(64).0,
            changed: watch::channel(()).0,
            store,
            options,
        };
        office.recover().await?;
        Ok(office)
    }

    /// Where everything is kept.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// How and where it publishes.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// What publishing says while it goes on.
    pub fn steps(&self) -> broadcast::Receiver<Step> {
        self.steps.subscribe()
    }

    /// Speaks up whenever something has changed.
    pub fn changes(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    /// Says that something has changed.
    pub fn has_changed(&self) {
        self.changed.send_replace(());
    }

    /// The browser's program.
    ///
    /// # Errors
    /// When it is not there.
    fn app(&self) -> Result<App, OfficeError> {
        Ok(App::find(self.options.app.as_deref(), &self.options.out)?)
    }
}
