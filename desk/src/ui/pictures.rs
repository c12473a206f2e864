//! What pictures there are, as the server has them.

use desk::words::fill;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use web_sys::File;

use super::api::ApiError;
use super::crop::{self, OpenCrop};
use super::state::Desk;
use super::upload::{Sent, safe, send};
use super::when::bytes;

/// A picture: a file, what is said of it, and where it is used.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Picture {
    /// The file's name.
    pub file: String,
    /// Its newest revision.
    pub revision: Option<i64>,
    /// The record that describes it.
    pub record: Option<String>,
    /// What that says is seen.
    pub title: Option<String>,
    /// Whether nobody says what is seen.
    pub lacks_alt: bool,
    /// Whether nobody says who took it.
    pub lacks_credit: bool,
    /// Where it is used.
    pub uses: Vec<Use>,
    /// The file as it was sent.
    pub original: Option<Size>,
    /// What readers get, the smallest first.
    pub published: Vec<Size>,
}

/// A place in which it is used.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Use {
    /// The kind of the record.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// The way to the field.
    pub path: String,
    /// What the record is called.
    pub title: String,
}

/// How large a file is.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Size {
    /// In bytes.
    pub bytes: f64,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl Picture {
    /// Where the file is, as it was last uploaded.
    pub fn src(&self) -> String {
        let revision = self.revision.unwrap_or_default();
        format!("/api/v1/assets/media/{}?revision={revision}", self.file)
    }

    /// What it is called: what is seen, or else its file.
    pub fn name(&self) -> String {
        let title = self.title.clone().filter(|_| !self.lacks_alt);
        title.unwrap_or_else(|| self.file.clone())
    }

    /// From how large to how large.
    pub fn sizes(&self) -> Option<String> {
        let original = bytes(self.original?.bytes);
        Some(match self.published.last() {
            Some(last) => format!("{original} → {}", bytes(last.bytes)),
            None => original,
        })
    }
}

/// Every picture, and how to ask again.
#[derive(Clone, Copy, Debug)]
pub struct PictureList {
    desk: Desk,
    /// The pictures; none before they were asked for.
    pub all: RwSignal<Option<Vec<Picture>>>,
    /// The file of the one that is looked at.
    pub chosen: RwSignal<Option<String>>,
    /// What came of uploads.
    pub said: RwSignal<Vec<(bool, String)>>,
    /// The one that is being cropped.
    pub crop: OpenCrop,
}

impl PictureList {
    /// With nothing known yet.
    pub fn new(desk: Desk) -> Self {
        Self {
            desk,
            all: RwSignal::new(None),
            chosen: RwSignal::new(None),
            said: RwSignal::default(),
            crop: RwSignal::new_local(None),
        }
    }

    /// Asks what there is, and what the desk knows of files.
    pub fn refresh(self) {
        self.look();
        self.desk.refresh_titles();
    }

    /// Asks what there is.
    pub fn look(self) {
        spawn_local(self.look_again());
    }

    /// Asks what there is, until it is there.
    pub async fn look_again(self) {
        #[derive(Deserialize)]
        struct Pictures {
            pictures: Vec<Picture>,
        }
        match self.desk.ask().get::<Pictures>("/pictures").await {
            // Somebody may have gone elsewhere meanwhile.
            Ok(all) => drop(self.all.try_set(Some(all.pictures))),
            Err(error) => self.desk.note(&error),
        }
    }

    /// Notes what came of an upload.
    pub fn say(self, name: &str, sent: Result<Sent, ApiError>) {
        let words = self.desk.words_now();
        let line = match &sent {
            Ok(sent) => fill(words.uploaded, &[name, &bytes(sent.bytes)]),
            Err(ApiError::Offline) => format!("{name}：{}", words.offline),
            Err(error) => format!("{name}：{error}"),
        };
        self.said.update(|said| said.push((sent.is_ok(), line)));
    }

    /// Takes new files. One alone can be cropped first; several go as they are, or a folder
    /// of them would be as many dialogs.
    pub fn take(self, mut files: Vec<File>) {
        self.said.set(Vec::new());
        match (files.pop(), files.is_empty()) {
            (Some(file), true) => {
                crop::offer(self.crop, file, move |file| self.upload(vec![file]));
            }
            (last, _) => {
                files.extend(last);
                self.upload(files);
            }
        }
    }

    fn upload(self, files: Vec<File>) {
        spawn_local(async move {
            for file in files {
                let name = file.name();
                let path = format!("media/{}", safe(&name));
                let sent = send(self.desk, &file, &path).await;
                self.say(&name, sent);
            }
            self.look();
            self.desk.has_saved();
        });
    }
}
