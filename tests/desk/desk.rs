//! An editor at the desk, in verbs.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value;
use store::Role;
use tokio::runtime::Runtime;

use crate::backend::stores::Of;
use crate::backend::{PASSWORD, Running};
use crate::harness::Browser;

/// Where the desk is built.
pub fn folder() -> PathBuf {
    // The tests run where the command does, two folders below the workspace.
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/desk");
    std::env::var_os("SITE_DESK").map_or(built, Into::into)
}

/// A backend, and what runs it.
pub struct Site {
    pub runtime: Runtime,
    pub running: Running,
}

impl Site {
    /// Over a folder with the editors' bundle.
    pub fn open() -> Self {
        let folder = folder();
        assert!(
            folder.join("index.html").is_file(),
            "the desk is built by `make desk-app`: {} is not there",
            folder.display()
        );
        let runtime = Runtime::new().unwrap();
        let running = runtime.block_on(Running::over(Of::Folder));
        Self { runtime, running }
    }

    /// A browser in which nobody has signed in.
    pub fn stranger(&self) -> Browser {
        Browser::open(&format!("http://{}", self.running.address))
    }

    /// Somebody at the desk.
    pub fn editor(&self, role: Role) -> Browser {
        let browser = self.stranger();
        browser.visit_plainly("/desk/");
        sign_in(&browser, role);
        browser
    }

    /// A record as it was last saved.
    pub fn record(&self, name: &str) -> Value {
        self.runtime.block_on(async {
            let reader = self.running.person(Role::Writer).await;
            reader.record(name).await.0
        })
    }
}

pub fn sign_in(browser: &Browser, role: Role) {
    let name = browser.find("input", "账号");
    browser.type_into(&name, role.word());
    let password = browser.find("input", "密码");
    browser.type_into(&password, PASSWORD);
    browser.press_button("登录");
    browser.wait_until("the desk is open", |browser| {
        browser.sees("网页上哪里错了？") || browser.sees("历史")
    });
}

/// Opens a record, and waits for its form.
pub fn open(browser: &Browser, name: &str) {
    browser.visit_plainly(&format!("/desk/edit/{name}"));
    browser.wait_until("the form is there", |browser| {
        browser.run(
            "return document.querySelector('.editor .input') !== null",
            &[],
        )
    });
}

/// What stands in a field, by the way to it.
pub fn field(browser: &Browser, path: &str) -> String {
    browser.value(&format!("[id='f-{path}']"))
}

/// Writes into a field in place of what stands there, key by key.
pub fn write(browser: &Browser, path: &str, text: &str) {
    let field = browser.find(&format!("[id='f-{path}']"), "");
    browser.type_into(&field, text);
}

/// Chooses in a field by what the choice is called.
pub fn choose(browser: &Browser, path: &str, words: &str) {
    browser.wait_until(&format!("{words:?} can be chosen"), |browser| {
        browser.run(
            "const field = document.getElementById(arguments[0]);
             const option = [...(field?.options ?? [])].find(one => one.textContent.includes(arguments[1]));
             if (!option) return false;
             field.focus();
             field.value = option.value;
             field.dispatchEvent(new Event('change', { bubbles: true }));
             field.blur();
             return true",
            &[format!("f-{path}").into(), words.into()],
        )
    });
}

/// Waits until nothing is wrong with the record any more; that English is missing is none.
pub fn see_no_faults(browser: &Browser) {
    browser.wait_until("nothing is wrong with it any more", |browser| {
        browser.sees("没有问题")
            || browser.run("return document.querySelectorAll('.faults .mark:not(.mark--open)').length === 1 && document.querySelector('.faults__sum b').textContent.endsWith('0')", &[])
    });
}

/// Waits until the server has what was written.
pub fn see_saved(browser: &Browser) {
    browser.wait_until("it is saved", |browser| {
        let state: String = browser.run(
            "return document.querySelector('.saved')?.textContent ?? ''",
            &[],
        );
        state.starts_with("已保存")
    });
}

/// Nothing has gone wrong in the browser. That a server refused something is said there
/// too, and is what tests ask for.
pub fn expect_quiet_console(browser: &Browser, when: &str) {
    let mut lines = browser.console();
    lines.retain(|line| !line.contains("Failed to load resource"));
    assert_eq!(lines, [""; 0], "{when}");
}

/// What is said at a field.
pub fn said_at(browser: &Browser, path: &str) -> String {
    browser.run(
        "return document.getElementById(arguments[0])?.textContent ?? ''",
        &[format!("f-{path}-faults").into()],
    )
}

/// Chooses a file in the field for one.
pub fn send_file(browser: &Browser, field: &str, name: &str, bytes: &[u8]) {
    browser.wait_until(&format!("there is a place for {name}"), |browser| {
        browser.run(
            "const input = document.querySelector(arguments[0]);
             if (!input) return false;
             const bytes = Uint8Array.from(atob(arguments[2]), char => char.charCodeAt(0));
             const data = new DataTransfer();
             // As long as it stays on a device, a file keeps the moment of its last change.
             data.items.add(new File([bytes], arguments[1], { lastModified: 1700000000000 }));
             input.files = data.files;
             input.dispatchEvent(new Event('change', { bubbles: true }));
             return true",
            &[field.into(), name.into(), BASE64.encode(bytes).into()],
        )
    });
}

/// Pastes into a field what a clipboard holds: `text/plain`, `text/html`.
pub fn paste(browser: &Browser, field: &str, clipboard: &[(&str, &str)]) {
    browser.run::<()>(
        "const [id, clipboard] = arguments;
         const field = document.getElementById(id);
         field.focus();
         const data = new DataTransfer();
         for (const [kind, text] of clipboard) data.setData(kind, text);
         const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
         // Firefox leaves the clipboard of an event that a script makes empty.
         Object.defineProperty(event, 'clipboardData', { value: data });
         field.dispatchEvent(event)",
        &[field.into(), serde_json::json!(clipboard)],
    );
}
