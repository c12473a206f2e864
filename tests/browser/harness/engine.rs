//! The browser engines.
//!
//! To add one: a variant, its driver's command, its capabilities. Tests that
//! need what an engine cannot do ask [`Engine::has_devtools`] first.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, driven by chromedriver.
    Chromium,
}

impl Engine {
    /// The engine that `BROWSER_ENGINE` names, Chromium when unset.
    ///
    /// # Panics
    /// When it names another one: a test that quietly ran elsewhere would lie.
    pub fn chosen() -> Self {
        match std::env::var("BROWSER_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok(other) => panic!("BROWSER_ENGINE={other}: only chromium can be driven so far"),
        }
    }

    /// Starts the engine's driver on a port that the system gives.
    pub fn driver(self) -> Command {
        match self {
            Self::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg("--port=0");
                command
            }
        }
    }

    /// Reads the port out of a line that the driver says.
    pub fn port(self, line: &str) -> Option<u16> {
        match self {
            Self::Chromium => line
                .split_once("started successfully on port ")?
                .1
                .trim_end()
                .trim_end_matches('.')
                .parse()
                .ok(),
        }
    }

    /// A headless browser with an empty profile and nothing to say to the world.
    pub fn capabilities(self, profile: &Path) -> Value {
        match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": {
                    "binary": "/usr/bin/chromium",
                    // A reader in Sichuan.
                    "prefs": { "intl.accept_languages": "zh-CN,zh" },
                    "args": [
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1280,900",
                        format!("--user-data-dir={}", profile.display()),
                    ],
                },
            }),
        }
    }

    /// Whether the DevTools protocol is there: touch, blocked requests, the
    /// console.
    pub const fn has_devtools(self) -> bool {
        match self {
            Self::Chromium => true,
        }
    }
}
