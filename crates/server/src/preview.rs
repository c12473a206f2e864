//! The site while it is being written: made in memory, page by page as it is
//! looked at, and again whenever a file of the bundle changes.
//!
//! ```text
//! watch      says when files have changed, once they are at rest
//!   snapshot the bundle, read; pages are arranged and rendered when asked for
//!     handler one request in, one response out
//! ```
//!
//! A bundle with faults changes nothing on screen but for the faults
//! themselves, shown over the last page that was good.

mod handler;
mod pictures;
mod snapshot;
mod still;
mod watch;
mod withheld;

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use thiserror::Error;
use tokio::net::{TcpListener, ToSocketAddrs};
use tokio::sync::watch::{Receiver, Sender, channel};

use content::fault::Summary;
use content::fault::paint::Paint;
use content::load::ArticleCache;
use model::Lang;
use publish::app::{App, AppError};
use publish::disk::file_system;

use pictures::MadePictures;
use snapshot::Content;
pub use snapshot::Unshown;
pub use still::Still;
pub use watch::Following;
use watch::{Change, Watch};

/// What is previewed, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the bundle.
    pub content: PathBuf,
    /// The browser's program.
    pub app: App,
    /// The language of the report of faults.
    pub lang: Lang,
    /// Whether to look through the folder again and again, even where the system tells
    /// of changes.
    pub poll: bool,
}

/// Why there is no preview.
#[derive(Debug, Error)]
pub enum PreviewError {
    /// The browser's program is not there.
    #[error(transparent)]
    App(#[from] AppError),
    /// The folder cannot be watched.
    #[error("cannot watch the content: {0}")]
    Watch(#[from] notify::Error),
    /// The address cannot be listened at.
    #[error("cannot listen: {0}")]
    Listen(#[source] io::Error),
    /// There is no runtime for the connections.
    #[error("cannot start: {0}")]
    Runtime(#[source] io::Error),
}

/// What is on screen: which content, and what is wrong with newer one.
#[derive(Clone, Debug, Default)]
struct State {
    /// Counts readings, good or not; on from the time of the start, so that a
    /// page that has seen a preview before this one does not take it for that.
    version: u64,
    /// The last content without faults.
    good: Option<Arc<Content>>,
    /// The faults of a newer one.
    faults: Option<String>,
}

/// What all requests share.
struct Shared {
    app: App,
    state: Receiver<State>,
    pictures: MadePictures,
}

/// A preview that listens but does not answer yet.
pub struct Preview {
    listener: TcpListener,
    address: SocketAddr,
    router: Router,
    watch: Watch,
}

impl Preview {
    /// Reads the bundle, watches it and opens the port; port 0 lets the system
    /// choose. `report` is called after every reading of the bundle.
    ///
    /// # Errors
    /// See [`PreviewError`].
    pub async fn bind(
        at: impl ToSocketAddrs,
        options: Options,
        report: impl Fn(&ReadingReport) + Send + 'static,
    ) -> Result<Self, PreviewError> {
        let started = SystemTime::now().duration_since(UNIX_EPOCH);
        let (sender, state) = channel(State {
            version: started.map_or(0, |since| since.as_millis() as u64),
            ..State::default()
        });
        let reader = Mutex::new(Reader {
            options: options.clone(),
            sender,
            report: Box::new(report),
            cache: ArticleCache::default(),
        });
        let read = Arc::new(move |change| lock(&reader).read(change));
        // First, so that nothing changes unseen between the two.
        let watch = Watch::start(&options.content, options.poll, {
            let read = Arc::clone(&read);
            move |change| read(change)
        })?;
        read(Change::Folder);
        let listener = TcpListener::bind(at).await.map_err(PreviewError::Listen)?;
        let shared = Shared {
            app: options.app,
            state,
            pictures: MadePictures::default(),
        };
        Ok(Self {
            address: listener.local_addr().map_err(PreviewError::Listen)?,
            listener,
            router: Router::new()
                .fallback(handler::handle)
                .with_state(Arc::new(shared)),
            watch,
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// How changes of the content are noticed.
    pub fn following(&self) -> Following {
        self.watch.following()
    }

    /// Answers until `stop`.
    ///
    /// # Errors
    /// When the system takes the port away.
    pub async fn run(self, stop: impl Future<Output = ()>) -> io::Result<()> {
        // Pages wait at an open request for news: nobody waits for them.
        tokio::select! {
            served = axum::serve(self.listener, self.router) => served,
            () = stop => Ok(()),
        }
    }
}

/// A reading of the bundle.
#[derive(Clone, Debug)]
pub struct ReadingReport {
    /// Why the pages are not new; none when they are.
    pub unshown: Option<Unshown>,
    /// What in the bundle is worth a look.
    pub warnings: Summary,
    /// Whether there are pages to look at: new ones, or those of before.
    pub shown: bool,
    /// How long it took.
    pub took: Duration,
}

struct Reader {
    options: Options,
    sender: Sender<State>,
    report: Box<dyn Fn(&ReadingReport) + Send>,
    /// The articles as they were read before.
    cache: ArticleCache,
}

impl Reader {
    fn read(&mut self, change: Change) {
        let polled = Following::of(file_system(&self.options.content), self.options.poll);
        if change == Change::Folder || polled != Following::Notified {
            // Files of another folder may look as old and as long as these; on a share, so
            // may a file that has just been written again.
            self.cache = ArticleCache::default();
        }
        let begun = std::time::Instant::now();
        let version = self.sender.borrow().version + 1;
        let Options { content, lang, .. } = &self.options;
        let (content, warnings) = Content::read(content, version, *lang, &mut self.cache);
        let unshown = content.as_ref().err().cloned();
        self.sender.send_modify(|state| {
            state.version = version;
            state.faults = (unshown.as_ref()).map(|why| why.render(*lang, &Paint::PLAIN));
            if let Ok(content) = content {
                state.good = Some(Arc::new(content));
            }
        });
        (self.report)(&ReadingReport {
            unshown,
            warnings,
            shown: self.sender.borrow().good.is_some(),
            took: begun.elapsed(),
        });
    }
}

/// What the lock guards is replaced in one step.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
