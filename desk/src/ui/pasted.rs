//! The pictures of what was pasted: each is described, and stored beside the others of the
//! bundle, or left out. Until then its mark in the text is a fault, so that none is forgotten.

use desk::paste::pictures::{PastedPicture, PictureSource, ending, mark};
use desk::words::fill;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;
use wasm_bindgen::JsValue;
use web_sys::{File, FilePropertyBag, Url};

use super::api::ApiError;
use super::drop::DropFile;
use super::input::Leaf;
use super::new::{add, id_for};
use super::state::{Desk, use_desk};
use super::upload::{send, usual};

/// A picture that is still to be described.
#[derive(Clone, Debug)]
pub struct Pending {
    /// What stands for it in the text.
    name: String,
    alt: String,
    source: PictureSource,
    file: StoredValue<Option<File>, LocalStorage>,
}

impl Pending {
    /// One that stood in a text.
    pub fn of_text(picture: PastedPicture) -> Self {
        let file = StoredValue::new_local(file_of(&picture));
        Self {
            name: picture.name,
            alt: picture.alt,
            source: picture.source,
            file,
        }
    }

    /// One that came alone, as a picture of the screen does.
    pub fn of_file(name: String, file: File) -> Self {
        Self {
            name,
            alt: String::new(),
            source: PictureSource::Elsewhere(String::new()),
            file: StoredValue::new_local(Some(file)),
        }
    }

    /// Whether it stands in what was pasted.
    pub fn is_of(&self, pictures: &[PastedPicture]) -> bool {
        pictures.iter().any(|one| one.name == self.name)
    }
}

/// What a browser offers to choose.
const KINDS: &str = "image/jpeg,image/png,image/webp,image/gif,image/avif";

/// All that are still to be described.
#[component]
pub fn PastedPictures(leaf: Leaf, pending: RwSignal<Vec<Pending>>) -> impl IntoView {
    view! {
        <For each=move || pending.get() key=|one| one.name.clone() let:one>
            <One leaf=leaf.clone() picture=one pending/>
        </For>
    }
}

#[component]
fn One(leaf: Leaf, picture: Pending, pending: RwSignal<Vec<Pending>>) -> impl IntoView {
    let desk = use_desk();
    let file = RwSignal::new_local(picture.file.get_value());
    let (alt, credit) = (
        RwSignal::new(picture.alt.clone()),
        RwSignal::new(String::new()),
    );
    let trouble = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let number = picture
        .name
        .rsplit('-')
        .next()
        .unwrap_or_default()
        .to_owned();
    let title = move || fill(desk.words().pasted_picture, &[&number]);
    let missing = StoredValue::new(picture.source.clone());
    let name = StoredValue::new(picture.name);
    let leaf = StoredValue::new(leaf);
    let choose = move |files: Vec<File>| file.set(files.into_iter().next());
    // Puts another mark, or nothing, where this one stands, and has done with it.
    let settle = move |with: &str| {
        let own = mark(&name.get_value());
        leaf.with_value(|leaf| leaf.replace(&own, with));
        pending.update(|all| all.retain(|one| one.name != name.get_value()));
    };
    let store = move |_| {
        let (says, by) = (alt.get_untracked(), credit.get_untracked());
        let Some(file) = file.get_untracked() else {
            return;
        };
        if says.trim().is_empty() || by.trim().is_empty() {
            trouble.set(Some(desk.words_now().picture_said.to_owned()));
            return;
        }
        busy.set(true);
        spawn_local(async move {
            match stored(desk, &file, says.trim(), by.trim()).await {
                Ok(id) => settle(&mark(&id)),
                Err(error) => {
                    desk.note(&error);
                    let _ = trouble.try_set(Some(error.to_string()));
                }
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <fieldset class="pasted panel">
            <legend class="field__name">{title}</legend>
            {move || match file.get() {
                Some(file) => shown(&file),
                None => view! {
                    <p class="small">{why(desk, &missing.get_value())}</p>
                    <DropFile words=Signal::derive(move || desk.words().picture_choose)
                        accept=KINDS several=false
                        take=choose/>
                }.into_any(),
            }}
            <label class="field"><span class="field__name">{move || desk.words().picture_alt}</span>
                <input class="input" autocomplete="off" prop:value=move || alt.get()
                    on:input=move |event| alt.set(event_target_value(&event))/></label>
            <label class="field"><span class="field__name">{move || desk.words().picture_credit}</span>
                <input class="input" autocomplete="off" prop:value=move || credit.get()
                    on:input=move |event| credit.set(event_target_value(&event))/></label>
            <p class="field__fault" role="alert">{move || trouble.get()}</p>
            <p class="pasted__acts">
                <button type="button" class="btn btn--main btn--small" on:click=store
                    disabled=move || busy.get() || file.with(Option::is_none)>{move || desk.words().picture_store}</button>
                <button type="button" class="btn btn--small" disabled=move || busy.get()
                    on:click=move |_| settle("")>{move || desk.words().picture_drop}</button>
            </p>
        </fieldset>
    }
}

/// Stores a file and what is said of it; the picture's id.
async fn stored(desk: Desk, file: &File, alt: &str, credit: &str) -> Result<String, ApiError> {
    let id = id_for(desk, "picture", alt, "", "").await?;
    let name = file.name().to_lowercase();
    let ending = name
        .rsplit_once('.')
        .map_or("jpg", |(_, ending)| usual(ending));
    let name = format!("{id}.{ending}");
    send(desk, file, &format!("media/{name}")).await?;
    let record = json!({ "id": id, "file": name, "alt": alt, "credit": credit });
    add(desk, "picture", &id, record).await?;
    desk.refresh();
    Ok(id)
}

fn shown(file: &File) -> AnyView {
    let address = Url::create_object_url_with_blob(file).unwrap_or_default();
    let ended = address.clone();
    // The browser keeps the file in memory until it hears that nobody shows it.
    on_cleanup(move || drop(Url::revoke_object_url(&ended)));
    view! { <img class="pasted__img" src=address alt=""/> }.into_any()
}

/// Why the file is not here, and what to do.
fn why(desk: Desk, source: &PictureSource) -> String {
    let words = desk.words();
    let address = match source {
        PictureSource::Here { media_type, .. } => return fill(words.picture_odd, &[media_type]),
        PictureSource::Elsewhere(address) => address,
    };
    let host = Url::new(address).map(|url| url.host()).unwrap_or_default();
    match host.is_empty() {
        true => words.picture_on_disk.to_owned(),
        false => fill(words.picture_elsewhere, &[&host]),
    }
}

/// The file that came with the paste, if its kind can be used.
fn file_of(picture: &PastedPicture) -> Option<File> {
    let PictureSource::Here { media_type, base64 } = &picture.source else {
        return None;
    };
    let name = format!("{}.{}", picture.name, ending(media_type)?);
    // One character for each byte.
    let bytes: Vec<u8> = (super::browser::window()?.atob(base64).ok()?.chars())
        .map(|char| u8::try_from(char).ok())
        .collect::<Option<_>>()?;
    let part: JsValue = js_sys::Uint8Array::from(&bytes[..]).into();
    let options = FilePropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&part);
    File::new_with_u8_array_sequence_and_options(&parts, &name, &options).ok()
}
