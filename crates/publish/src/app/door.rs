//! What a door consists of: a script, its wasm, the style of its pages, and the words of
//! each language.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::trunk::Sheet;
use super::{AppError, AppFile, css, digest, read, wasm, words};
use model::Lang;
use model::routes::Door;

/// The names of a door's files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorFiles {
    /// The script that loads the wasm.
    pub js: String,
    /// The wasm.
    pub wasm: String,
    /// The stylesheet.
    pub css: String,
    /// The interface's words: a script for each language, by its tag.
    pub words: BTreeMap<String, String>,
}

impl DoorFiles {
    /// All of them.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        [&self.js, &self.wasm, &self.css]
            .into_iter()
            .chain(self.words.values())
    }

    /// The script with the words of a language.
    pub fn words(&self, lang: Lang) -> &str {
        self.words.get(lang.tag()).map_or("", String::as_str)
    }
}

/// A door as Trunk has built it: under its own name, as `index.html` asks for it.
pub fn from_trunk(
    folder: &Path,
    sheets: &[Sheet],
    door: Door,
) -> Result<(DoorFiles, Vec<AppFile>), AppError> {
    let name = door.as_str();
    let mut own = Vec::new();
    for sheet in sheets {
        if sheet.door.as_ref().is_none_or(|door| door == name) {
            own.push(String::from_utf8_lossy(&read(&folder.join(&sheet.file))?).into_owned());
        }
    }
    let css = css::join(&own).into_bytes();
    let js = read(&folder.join(format!("{name}.js")))?;
    let path = folder.join(format!("{name}_bg.wasm"));
    let (wasm, js) = wasm::shorten_names(&read(&path)?, &String::from_utf8_lossy(&js))
        .map_err(|error| AppError::Wasm { path, error })?;
    // One name for both: the script and the wasm only work together.
    let pair = digest(&[js.as_bytes(), &wasm].concat());
    let mut names = DoorFiles {
        js: format!("{name}-{pair}.js"),
        wasm: format!("{name}-{pair}_bg.wasm"),
        css: format!("site-{name}-{}.css", digest(&css)),
        words: BTreeMap::new(),
    };
    let mut files = Vec::new();
    let mut add = |path: &str, bytes| {
        files.push(AppFile {
            path: path.to_owned(),
            bytes,
        });
    };
    add(&names.js, js.into_bytes());
    add(&names.wasm, wasm);
    add(&names.css, css);
    for lang in Lang::ALL {
        let script = words::script(lang, door).into_bytes();
        let path = format!("words-{name}-{}-{}.js", lang.tag(), digest(&script));
        add(&path, script);
        names.words.insert(lang.tag().to_owned(), path);
    }
    Ok((names, files))
}
