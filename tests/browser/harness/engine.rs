//! The browser engines.
//!
//! To add one: a variant, its driver's command, its capabilities. Tests that
//! need what an engine cannot do ask [`Engine::has_devtools`] first.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::display::Display;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, driven by chromedriver.
    Chromium,
    /// Firefox ESR, driven by geckodriver.
    Firefox,
    /// What Safari is made of: `WebKitGTK`'s own small browser, driven by `WebKitWebDriver`.
    WebKit,
}

impl Engine {
    /// The engine that `BROWSER_ENGINE` names, Chromium when unset.
    ///
    /// # Panics
    /// When it names another one: a test that quietly ran elsewhere would lie.
    pub fn chosen() -> Self {
        match std::env::var("BROWSER_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("BROWSER_ENGINE={other}: chromium, firefox and webkit are known"),
        }
    }

    /// The engine's driver. Where it says its port itself, the system gives it one;
    /// `port` is for the one that does not.
    pub fn driver(self, port: u16, display: Option<&Display>) -> Command {
        let mut command = match self {
            Self::Chromium => Command::new("chromedriver"),
            Self::Firefox => Command::new("geckodriver"),
            Self::WebKit => Command::new("WebKitWebDriver"),
        };
        let port = if self.says_port() { 0 } else { port };
        command.arg(format!("--port={port}"));
        if let Some(display) = display {
            command.env("DISPLAY", &display.name);
        }
        if self == Self::WebKit {
            // A reader in Sichuan: it goes by the surroundings.
            command.envs([
                ("LANG", "zh_CN.UTF-8"),
                ("LANGUAGE", "zh_CN"),
                ("GDK_BACKEND", "x11"),
                ("NO_AT_BRIDGE", "1"),
            ]);
        }
        command
    }

    /// Whether the driver says the port that the system gave it.
    pub const fn says_port(self) -> bool {
        matches!(self, Self::Chromium | Self::Firefox)
    }

    /// Whether it needs a screen: the others draw into nothing.
    pub const fn needs_display(self) -> bool {
        matches!(self, Self::WebKit)
    }

    /// Reads the port out of a line that the driver says.
    pub fn port(self, line: &str) -> Option<u16> {
        let before = match self {
            Self::Chromium => "started successfully on port ",
            Self::Firefox => "Listening on 127.0.0.1:",
            Self::WebKit => return None,
        };
        let port = line.split_once(before)?.1.trim_end();
        port.trim_end_matches('.').parse().ok()
    }

    /// What has to lie in the profile before the start.
    pub fn prepare(self, profile: &Path) {
        if self == Self::Firefox {
            let folder = profile.join("chrome");
            fs::create_dir(&folder).expect("the profile is new");
            // By itself its window is never narrower than 500 px.
            let narrow = ":root { min-width: 0 !important }";
            fs::write(folder.join("userChrome.css"), narrow).expect("it can be written");
        }
    }

    /// A browser nobody sees, with an empty profile and nothing to say to the world.
    pub fn capabilities(self, profile: &Path) -> Value {
        match self {
            Self::Chromium => chromium(profile),
            Self::Firefox => firefox(profile),
            Self::WebKit => webkit(),
        }
    }

    /// Whether the DevTools protocol is there: touch, blocked requests, what the
    /// system prefers.
    pub const fn has_devtools(self) -> bool {
        matches!(self, Self::Chromium)
    }
}

fn chromium(profile: &Path) -> Value {
    json!({
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
                // What drops down from the bar of addresses is two pages of the browser's own:
                // nobody sees them, and they take two thirds of a start (1.1 s of a processor
                // without them, 3.1 with).
                "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
                "--window-size=1280,900",
                format!("--user-data-dir={}", profile.display()),
            ],
        },
    })
}

fn firefox(profile: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": "/usr/bin/firefox-esr",
            "args": ["-headless", "-profile", profile],
            "prefs": {
                // A reader in Sichuan.
                "intl.accept_languages": "zh-CN,zh",
                "toolkit.legacyUserProfileCustomizations.stylesheets": true,
                // What pages write to the console is said aloud, see `console`.
                "devtools.console.stdout.content": true,
                // Nor does it ask for its own settings, and complain that nobody answers.
                "services.settings.server": "data:,",
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "datareporting.policy.dataSubmissionEnabled": false,
            },
        },
    })
}

fn webkit() -> Value {
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": webkit_browser(),
            "args": ["--automation"],
        },
    })
}

/// Debian has the browser in the folder of the library that it is built with.
fn webkit_browser() -> String {
    let libraries = fs::read_dir("/usr/lib").into_iter().flatten();
    libraries
        .filter_map(|folder| Some(folder.ok()?.path().join("webkit2gtk-4.1/MiniBrowser")))
        .find(|browser| browser.exists())
        .expect("`.ci/tools engines` installs MiniBrowser")
        .display()
        .to_string()
}
