//! The pictures: where each is used, what is missing, what readers get of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use content::forms::{Forms, Shape, forms};
use content::markdown;
use content::pictures::{Folder, SCHEME};
use model::Lang;
use model::routes;
use publish::pictures::{Encoding, whole};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use store::{ASSET, FILE, Key, Which};

use super::Office;
use super::error::OfficeError;
use super::place::Place;
use super::titles::called;

/// The kind of the records that describe pictures.
const PICTURE: &str = "picture";
/// Where the files lie.
const MEDIA: &str = "media/";

/// A file, or a record without one.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Picture {
    /// The file's name in `media/`.
    pub file: String,
    /// The file's newest revision; none where there is no file.
    pub revision: Option<i64>,
    /// The record that describes it.
    pub record: Option<String>,
    /// What the record says is seen.
    pub title: Option<String>,
    /// Whether nobody says what is seen.
    pub lacks_alt: bool,
    /// Whether nobody says who took it.
    pub lacks_credit: bool,
    /// Where it is used.
    pub uses: Vec<PictureUse>,
    /// The file as it was sent.
    pub original: Option<PictureSize>,
    /// What readers get of all of it, the smallest first; empty until it is published.
    pub published: Vec<PictureSize>,
}

/// A place in which a picture is used.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PictureUse {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// What the record is called.
    pub title: String,
}

/// How large a file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PictureSize {
    /// In bytes.
    pub bytes: u64,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl Office {
    /// Every picture, as it was last saved.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn pictures(&self) -> Result<Vec<Picture>, OfficeError> {
        let heads = self.store().ledger().heads(Some(ASSET)).await?;
        let mut all: BTreeMap<String, Picture> = BTreeMap::new();
        for head in heads.iter().filter(|head| !head.removed) {
            if let Some(name) = head.key.id().strip_prefix(MEDIA) {
                let one = all.entry(name.to_owned()).or_default();
                one.revision = Some(head.draft);
            }
        }
        let drafts = self.drafts().await?;
        let mut uses = uses(&drafts);
        for (key, value) in drafts.iter().filter(|(key, _)| key.kind() == PICTURE) {
            let file = value["file"].as_str().unwrap_or_default();
            let one = all.entry(file.to_owned()).or_default();
            one.record = Some(key.id().to_owned());
            one.title = called(value).0;
            one.lacks_credit = is_silent(&value["credit"]);
            one.lacks_alt = is_silent(&value["alt"]);
            one.uses = uses.remove(key.id()).unwrap_or_default();
        }
        for (name, one) in &mut all {
            one.file.clone_from(name);
            let is_described = one.record.is_some();
            one.lacks_alt |= !is_described;
            one.lacks_credit |= !is_described;
        }
        let mut desk = self.trial.lock().await;
        desk.folder.follow(&**self.store(), &Which::Drafts).await?;
        let (dir, out) = (desk.folder.dir().to_owned(), self.options().out.clone());
        let measured = tokio::task::spawn_blocking(move || {
            measure(&mut all, &dir, &out);
            all.into_values().collect()
        });
        measured.await.map_err(|_| OfficeError::Broken)
    }
}

/// How large the files are: those that were sent, and those that readers get.
fn measure(all: &mut BTreeMap<String, Picture>, dir: &Path, out: &Path) {
    let folder = Folder::read(dir);
    for (name, one) in all {
        let Some(Ok(file)) = folder.get(name) else {
            continue;
        };
        let length = |path: &Path| fs::metadata(path).map(|file| file.len()).ok();
        one.original = length(&file.path).map(|bytes| PictureSize {
            bytes,
            width: file.header.width,
            height: file.header.height,
        });
        // Without its file there is nothing to say.
        let Ok(image) = whole(file) else {
            continue;
        };
        let ending = Encoding::ALL[0].ending();
        let sizes = image.widths().filter_map(|width| {
            let path = routes::picture(&image.name, width, ending);
            let bytes = length(&out.join(path.trim_start_matches('/')))?;
            Some(PictureSize {
                bytes,
                width,
                height: image.height_at(width),
            })
        });
        one.published = sizes.collect();
    }
}

/// Whether a text says nothing in Chinese.
fn is_silent(text: &Value) -> bool {
    let zh = match text {
        Value::Object(both) => both.get(Lang::ZhHans.tag()),
        plain => Some(plain),
    };
    let zh = zh.and_then(Value::as_str).unwrap_or_default();
    zh.trim().is_empty()
}

/// Where pictures are used, by their ids.
fn uses(drafts: &[(Key, Value)]) -> BTreeMap<String, Vec<PictureUse>> {
    static FORMS: LazyLock<Forms> = LazyLock::new(forms);
    let mut all: BTreeMap<String, Vec<PictureUse>> = BTreeMap::new();
    for (key, value) in drafts.iter().filter(|(key, _)| key.kind() != PICTURE) {
        let form = FORMS.kinds.iter().find(|form| {
            let is_it = form.id.as_deref().is_none_or(|id| id == key.id());
            form.kind == key.kind() && is_it
        });
        let Some(form) = form else {
            continue;
        };
        let mut found = Vec::new();
        walk(&FORMS, &form.type_name, value, "", &mut found);
        let title = match key.kind() {
            FILE => form.zh.clone(),
            _ => {
                let (zh, en) = called(value);
                zh.or(en).unwrap_or_else(|| key.id().to_owned())
            }
        };
        for (id, path) in found {
            all.entry(id).or_default().push(PictureUse {
                place: Place {
                    kind: key.kind().to_owned(),
                    id: key.id().to_owned(),
                    path,
                },
                title: title.clone(),
            });
        }
    }
    all
}

/// The pictures that a value of a type names, each with the way to it.
fn walk(forms: &Forms, of: &str, value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    let fields = forms.types.get(of).map_or(&[][..], |of| &of.fields);
    for field in fields {
        let Some(value) = value.get(&field.key) else {
            continue;
        };
        let path = match path {
            "" => field.key.clone(),
            path => format!("{path}.{}", field.key),
        };
        look(forms, &field.shape, value, &path, found);
    }
}

fn look(
    forms: &Forms,
    shape: &Shape,
    value: &Value,
    path: &str,
    found: &mut Vec<(String, String)>,
) {
    match (shape, value) {
        (Shape::Reference { kind }, Value::String(id)) if kind == PICTURE => {
            found.push((id.clone(), path.to_owned()));
        }
        (Shape::Group { of }, value) => walk(forms, of, value, path, found),
        (Shape::List { of }, Value::Array(list)) => {
            for (index, value) in list.iter().enumerate() {
                look(forms, of, value, &format!("{path}[{index}]"), found);
            }
        }
        (Shape::Markdown, value) => texts(value, path, found),
        _ => {}
    }
}

/// The pictures that stand in texts.
fn texts(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) if text.contains(SCHEME) => {
            for (id, _) in markdown::pictures(text, Lang::default()) {
                found.push((id, path.to_owned()));
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                texts(value, &format!("{path}[{index}]"), found);
            }
        }
        Value::Object(both) => {
            for (tag, value) in both {
                texts(value, &format!("{path}.{tag}"), found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn find_a_picture_wherever_it_is_named() {
        let key = |kind: &str, id: &str| Key::parse(kind, id).unwrap();
        let drafts = [
            (
                key("article", "a"),
                json!({
                    "title": { "zh-Hans": "题" }, "cover": "yard", "gallery": ["crane", "yard"],
                    "body": { "zh-Hans": ["一段", "![](media:crane)"] },
                }),
            ),
            (key("company", "c"), json!({ "name": "企", "logo": "yard" })),
            (key(PICTURE, "yard"), json!({ "alt": "yard" })),
        ];
        let uses = uses(&drafts);
        let of = |id: &str| -> Vec<String> {
            let uses = uses.get(id).map_or(&[][..], Vec::as_slice).iter();
            uses.map(|one| format!("{} {}", one.title, one.place.path))
                .collect()
        };
        assert_eq!(of("yard"), ["题 cover", "题 gallery[1]", "企 logo"]);
        assert_eq!(of("crane"), ["题 body.zh-Hans[1]", "题 gallery[0]"]);
    }
}
