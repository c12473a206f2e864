//! Says when files have changed, once they are at rest.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, Weak};
use std::time::{Duration, Instant};

use notify::{Config, Event, EventKind, PollWatcher, RecursiveMode, Watcher};

use super::lock;
use publish::disk::{FileSystem, file_system};

/// Editors write a file in several steps: so long nothing may happen.
const REST: Duration = Duration::from_millis(40);

/// How often a folder is looked through of whose changes the system does not tell.
const EVERY: Duration = Duration::from_secs(1);

/// How changes are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Following {
    /// The system tells of them.
    Notified,
    /// The folder is looked through every second, as the system does not tell of what
    /// others change on this kind of disk, or because whoever previews wants it.
    Polled(Option<&'static str>),
}

impl Following {
    /// How those of a folder on such a disk are.
    pub fn of(disk: FileSystem, asked: bool) -> Self {
        match disk {
            FileSystem::Foreign { name, .. } => Self::Polled(Some(name)),
            FileSystem::Local if asked => Self::Polled(None),
            FileSystem::Local => Self::Notified,
        }
    }

    fn watcher(
        self,
        handler: impl Fn(notify::Result<Event>) + Send + 'static,
    ) -> Result<Box<dyn Watcher + Send>, notify::Error> {
        Ok(match self {
            Self::Notified => Box::new(notify::recommended_watcher(handler)?),
            Self::Polled(_) => {
                // By what is in the files: shares count time in seconds, or in two.
                let config = Config::default().with_poll_interval(EVERY);
                Box::new(PollWatcher::new(
                    handler,
                    config.with_compare_contents(true),
                )?)
            }
        })
    }
}

/// What has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Files in the folder.
    Files,
    /// Perhaps all: another folder may stand in its place.
    Folder,
}

/// Watches until it is dropped.
pub struct Watch {
    following: Following,
    _watched: Arc<Mutex<WatchedFolder>>,
}

impl Watch {
    /// Watches a folder and all in it, and whatever is put in its place.
    pub fn start(
        folder: &Path,
        poll: bool,
        changed: impl Fn(Change) + Send + 'static,
    ) -> Result<Self, notify::Error> {
        let (sender, events) = channel();
        let following = Following::of(file_system(folder), poll);
        let watcher = following.watcher(move |event: notify::Result<Event>| {
            // Reading is no change, and would hear of itself.
            let read = |event: &Event| matches!(event.kind, EventKind::Access(_));
            if !event.as_ref().is_ok_and(read) {
                // Nobody listens any more when the preview ends.
                let _ = sender.send(event);
            }
        })?;
        let mut watched = WatchedFolder {
            watcher,
            following,
            folder: std::path::absolute(folder)?,
            paths: Vec::new(),
        };
        watched.begin()?;
        let watched = Arc::new(Mutex::new(watched));
        let weak = Arc::downgrade(&watched);
        std::thread::spawn(move || follow(&events, &weak, changed));
        Ok(Self {
            following,
            _watched: watched,
        })
    }

    /// How changes are noticed.
    pub fn following(&self) -> Following {
        self.following
    }
}

fn follow(
    events: &Receiver<notify::Result<Event>>,
    watched: &Weak<Mutex<WatchedFolder>>,
    changed: impl Fn(Change),
) {
    let mut seen = None;
    let mut last = Instant::now();
    loop {
        let event = match seen {
            None => events.recv().map_err(RecvTimeoutError::from),
            Some(_) => events.recv_timeout(REST.saturating_sub(last.elapsed())),
        };
        let Some(watched) = watched.upgrade() else {
            return;
        };
        match event {
            // What happens beside the folder does not put off its rest.
            Ok(event) => {
                if let Some(change) = lock(&watched).change(&event) {
                    seen = seen.max(Some(change));
                    last = Instant::now();
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                if seen == Some(Change::Folder) {
                    // Not there for now: what holds it tells when it is.
                    let _ = lock(&watched).begin();
                }
                seen.take().into_iter().for_each(&changed);
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

struct WatchedFolder {
    watcher: Box<dyn Watcher + Send>,
    following: Following,
    folder: PathBuf,
    /// The folder's, and the one where it really is when it is a link.
    paths: Vec<PathBuf>,
}

impl WatchedFolder {
    /// Watches what stands at the path now. A system watches a folder, however
    /// it is called later, and not what comes in its place: only the folders
    /// that hold it tell of that.
    fn begin(&mut self) -> Result<(), notify::Error> {
        // Often there is nothing left to let go.
        let _ = self.watcher.unwatch(&self.folder);
        let real = self.folder.canonicalize().ok();
        self.paths = [self.folder.clone()].into_iter().chain(real).collect();
        // Who looks for themselves look by the folder's path, and would read all that
        // lies beside it.
        let notified = self.following == Following::Notified;
        for holder in self
            .paths
            .iter()
            .filter_map(|path| path.parent())
            .filter(|_| notified)
        {
            // One that may not be read only hides that the folder is replaced.
            let _ = self.watcher.watch(holder, RecursiveMode::NonRecursive);
        }
        self.watcher.watch(&self.folder, RecursiveMode::Recursive)
    }

    fn change(&self, event: &notify::Result<Event>) -> Option<Change> {
        // An error, or too much at once, may hide anything.
        let event = match event {
            Ok(event) if !event.need_rescan() => event,
            _ => return Some(Change::Folder),
        };
        let itself = |path: &PathBuf| self.paths.contains(path);
        let inside = |path: &PathBuf| self.paths.iter().any(|folder| path.starts_with(folder));
        if event.paths.iter().any(itself) {
            Some(Change::Folder)
        } else if event.paths.iter().any(inside) {
            Some(Change::Files)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_itself_where_the_system_does_not_tell() {
        let share = |name| FileSystem::Foreign {
            name,
            holds_on: false,
        };
        for (disk, asked, following) in [
            (FileSystem::Local, false, Following::Notified),
            (FileSystem::Local, true, Following::Polled(None)),
            (share("NFS"), false, Following::Polled(Some("NFS"))),
            (share("FUSE"), true, Following::Polled(Some("FUSE"))),
        ] {
            assert_eq!(Following::of(disk, asked), following);
        }
    }
}
