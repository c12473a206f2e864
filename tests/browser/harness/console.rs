//! What the browser wrote to its console: errors, warnings, violations of the
//! security policy, requests that failed, panics.

use serde_json::{Value, json};
use thirtyfour::RequestData;
use thirtyfour::common::command::FormatRequestData;

use super::Browser;

#[derive(Debug)]
struct ReadLog;

impl FormatRequestData for ReadLog {
    fn format_request(&self, session: &thirtyfour::SessionId) -> RequestData {
        RequestData::new(reqwest::Method::POST, format!("/session/{session}/se/log"))
            .add_body(json!({ "type": "browser" }))
    }
}

impl Browser {
    /// What was written since the last look.
    pub fn console(&self) -> Vec<String> {
        let answer = self.wait("read the console", self.driver().handle.cmd(ReadLog));
        let entries: Vec<Value> = answer.value().expect("a list of entries");
        entries.iter().map(line).collect()
    }

    /// The same, without a word when it cannot be read.
    pub(super) fn console_quietly(&self) -> Vec<String> {
        let Some(driver) = &self.driver else {
            return Vec::new();
        };
        let answer = self.block_on(driver.handle.cmd(ReadLog));
        let entries = answer.and_then(|answer| answer.value::<Vec<Value>>());
        entries.unwrap_or_default().iter().map(line).collect()
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

fn line(entry: &Value) -> String {
    let word = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    format!("{} {}: {}", word("level"), word("source"), word("message"))
}
