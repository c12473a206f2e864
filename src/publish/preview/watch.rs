//! Says when files have changed, once they are at rest.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Editors write a file in several steps: so long nothing may happen.
const REST: Duration = Duration::from_millis(40);

/// Watches until it is dropped.
pub struct Watch {
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Watches a folder and all in it.
    pub fn start(
        folder: &Path,
        changed: impl Fn() + Send + 'static,
    ) -> Result<Self, notify::Error> {
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Reading is no change; an error may hide one.
            let matters = event.map_or(true, |event| !matches!(event.kind, EventKind::Access(_)));
            if matters {
                // Nobody listens any more when the preview ends.
                let _ = sender.send(());
            }
        })?;
        watcher.watch(folder, RecursiveMode::Recursive)?;
        std::thread::spawn(move || {
            while events.recv().is_ok() {
                loop {
                    match events.recv_timeout(REST) {
                        Ok(()) => {}
                        Err(RecvTimeoutError::Timeout) => break,
                        Err(RecvTimeoutError::Disconnected) => return,
                    }
                }
                changed();
            }
        });
        Ok(Self { _watcher: watcher })
    }
}
