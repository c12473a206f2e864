//! What the browser wrote to its console: errors, warnings, violations of the
//! security policy, requests that failed, panics.

use serde_json::{Value, json};
use thirtyfour::RequestData;
use thirtyfour::common::command::FormatRequestData;

use super::{Browser, Engine, not_looked_at};

/// Asks for what was written since the last look.
#[derive(Debug)]
pub(super) struct ReadLog;

impl FormatRequestData for ReadLog {
    fn format_request(&self, session: &thirtyfour::SessionId) -> RequestData {
        RequestData::new(reqwest::Method::POST, format!("/session/{session}/se/log"))
            .add_body(json!({ "type": "browser" }))
    }
}

impl Browser {
    /// What was written since the last look, as far as the engine tells it: Firefox all
    /// but requests that failed and violations of the policy, WebKit nothing.
    pub fn console(&self) -> Vec<String> {
        match self.engine {
            Engine::Chromium => {}
            Engine::Firefox => return self.said_by_pages(),
            Engine::WebKit => {
                not_looked_at(self.engine, "the console");
                return Vec::new();
            }
        }
        let answer = self.wait("read the console", self.driver().handle.cmd(ReadLog));
        let entries: Vec<Value> = answer.value().expect("a list of entries");
        entries.iter().map(line).collect()
    }

    /// The same, without a word when it cannot be read.
    pub(super) fn console_quietly(&self) -> Vec<String> {
        if self.engine != Engine::Chromium {
            return self.take_said();
        }
        let answer = self.block_on(self.driver().handle.cmd(ReadLog));
        let entries = answer.and_then(|answer| answer.value::<Vec<Value>>());
        entries.unwrap_or_default().iter().map(line).collect()
    }

    /// The same in Firefox, which says what is written among its own worries.
    fn said_by_pages(&self) -> Vec<String> {
        /// Said last, so that all before it has come through the pipe.
        const LAST: &str = "looked at by a test";
        self.run::<()>("console.log(arguments[0])", &[LAST.into()]);
        let mut lines = Vec::new();
        self.wait_until("the console has been said", |browser| {
            lines.extend(browser.take_said());
            lines.iter().any(|line| line.contains(LAST))
        });
        lines.retain(|line| is_of_a_page(line) && !line.contains(LAST));
        lines
    }

    fn take_said(&self) -> Vec<String> {
        let mut said = self
            .session()
            .process
            .said
            .lock()
            .expect("no thread panicked");
        std::mem::take(&mut said)
    }

    /// Asserts that nothing at all was written since the last look.
    #[track_caller]
    pub fn expect_empty_console(&self, when: &str) {
        let console = self.console();
        assert!(
            console.is_empty(),
            "{when}, the console says:\n  {}",
            console.join("\n  ")
        );
    }
}

/// What a page writes is written down as a value, in quotes or brackets; what the browser
/// itself writes is not. An error that nobody caught has the address of its script.
fn is_of_a_page(line: &str) -> bool {
    let written = line.strip_prefix("console.").and_then(|line| {
        let (_, what) = line.split_once(": ")?;
        Some(what.starts_with(['"', '(']))
    });
    written.unwrap_or(line.starts_with("JavaScript error: http"))
}

fn line(entry: &Value) -> String {
    let word = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    format!("{} {}: {}", word("level"), word("source"), word("message"))
}
