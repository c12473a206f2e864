//! A browser's process, which one test after another has.
//!
//! A start takes a processor over a second, and a test program has hundreds. What a test
//! leaves behind goes with its tab, with its origin's data and with the cookies; where a
//! test fails, the browser goes as well.

use std::sync::Mutex;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::error::WebDriverResult;
use thirtyfour::extensions::cdp::ChromeDevTools;
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::Runtime;

use super::Engine;
use super::console::ReadLog;
use super::driver::Driver;

/// Those that no test has at present.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// A driver, its browser and what runs the questions to them.
pub struct Session {
    pub driver: WebDriver,
    pub runtime: Runtime,
    pub process: Driver,
    _profile: TempDir,
}

impl Session {
    /// One that another test is done with, or a fresh one. Its scripts may take so long.
    pub fn take(engine: Engine, patience: Duration) -> Self {
        let idle = IDLE.lock().ok().and_then(|mut idle| idle.pop());
        idle.unwrap_or_else(|| Self::start(engine, patience))
    }

    fn start(engine: Engine, patience: Duration) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let profile = tempfile::tempdir().expect("a folder for the profile");
        engine.prepare(profile.path());
        let process = Driver::start(engine);
        let mut capabilities = Capabilities::new();
        if let Value::Object(map) = engine.capabilities(profile.path()) {
            capabilities.extend(map);
        }
        let driver = runtime
            .block_on(WebDriver::new(&process.url, capabilities))
            .unwrap_or_else(|error| panic!("the browser does not start: {error}"));
        runtime
            .block_on(driver.set_script_timeout(patience))
            .expect("a browser takes its time-outs");
        Self {
            driver,
            runtime,
            process,
            _profile: profile,
        }
    }

    /// Keeps it for the next test, as if it were new, or ends it where that cannot be.
    pub fn give_back(self, engine: Engine, origin: &str) {
        let as_new = engine.has_devtools()
            && !std::thread::panicking()
            && self.runtime.block_on(self.tidy(origin)).is_ok();
        match IDLE.lock() {
            Ok(mut idle) if as_new => idle.push(self),
            _ => self.end(),
        }
    }

    /// What was set for a tab ends with the tab; what holds for the whole browser is reset.
    async fn tidy(&self, origin: &str) -> WebDriverResult<()> {
        let old = self.driver.windows().await?;
        let new = self.driver.new_tab().await?;
        for window in old {
            self.driver.switch_to_window(window).await?;
            self.driver.close_window().await?;
        }
        self.driver.switch_to_window(new).await?;
        let devtools = ChromeDevTools::new(self.driver.handle.clone());
        for (command, parameters) in [
            (
                "Storage.clearDataForOrigin",
                json!({ "origin": origin, "storageTypes": "all" }),
            ),
            ("Network.clearBrowserCookies", json!({})),
            ("Browser.resetPermissions", json!({})),
            (
                "Browser.setDownloadBehavior",
                json!({ "behavior": "default" }),
            ),
        ] {
            devtools
                .execute_cdp_with_params(command, parameters)
                .await?;
        }
        self.driver.handle.cmd(ReadLog).await?;
        Ok(())
    }

    fn end(self) {
        let Self {
            driver, runtime, ..
        } = self;
        let _ = runtime.block_on(driver.quit());
    }
}
