//! What a page gives its reader to take along: files, and the clipboard.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::Browser;

/// What Chromium calls a file that has not come whole yet.
const COMING: &str = "crdownload";

impl Browser {
    /// Puts what is downloaded from now on into a folder.
    pub fn download_into(&self, folder: &Path) {
        self.devtools(
            "Browser.setDownloadBehavior",
            json!({ "behavior": "allow", "downloadPath": folder }),
        );
    }

    /// Does something that makes a file, and takes the file: its name and what
    /// is in it. The folder is one given to [`Browser::download_into`].
    pub fn take_file(&self, folder: &Path, act: impl FnOnce(&Self)) -> (String, Vec<u8>) {
        for old in files(folder) {
            fs::remove_file(folder.join(old)).expect("an old file goes");
        }
        act(self);
        let mut whole = Vec::new();
        self.wait_until("a file has come", |_| {
            whole = files(folder);
            whole.len() == 1 && !whole[0].ends_with(COMING)
        });
        let name = whole.remove(0);
        let content = fs::read(folder.join(&name)).expect("it has come");
        (name, content)
    }

    /// What lies in the clipboard.
    pub fn clipboard(&self) -> String {
        self.run_async(
            "const done = arguments[arguments.length - 1];
             navigator.clipboard.readText().then(done, error => done(String(error)));",
            &[],
        )
    }

    /// Lets pages use the clipboard without asking.
    pub fn allow_clipboard(&self) {
        self.devtools(
            "Browser.grantPermissions",
            json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
        );
    }
}

fn files(folder: &Path) -> Vec<String> {
    fs::read_dir(folder)
        .expect("the folder is there")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        // Chromium writes into a hidden file first.
        .filter(|name| !name.starts_with('.'))
        .collect()
}
