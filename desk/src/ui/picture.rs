//! One picture: what is said of it, where it is used, what readers get; another file in its
//! place.

use desk::crop::Format;
use desk::path::Path;
use desk::words::fill;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::bar::kinds_of;
use super::browser::{by_id, escaped};
use super::crop::{self, Cropped};
use super::doc::{Doc, Loaded, Saved};
use super::drop::DropFile;
use super::field::field_of;
use super::find::address;
use super::pictures::{Picture, PictureList, Size};
use super::replace::{self, replaced};
use super::state::{Desk, use_desk};
use super::when::bytes;

/// What is written here; the rest has its place in the record.
const WRITTEN: [&str; 2] = ["alt", "credit"];

/// The button that crops it.
const CROP: &str = "picture-crop";

/// The one that is looked at.
#[component]
pub fn Chosen(pictures: PictureList) -> impl IntoView {
    let desk = use_desk();
    let one = Memo::new(move |_| {
        let file = pictures.chosen.get()?;
        let all = pictures.all.get()?;
        all.into_iter().find(|one| one.file == file)
    });
    // Of a record whose file changes the fields stay as they are written.
    let record = Memo::new(move |_| one.with(|one| one.as_ref()?.record.clone()));
    view! {
        <aside class="panel picture" id="picture" aria-label=move || desk.words().this_picture
            class:picture--none=move || one.with(Option::is_none)>
            {move || match one.get() {
                None => view! { <p class="small picture__hint">{desk.words().choose_picture}</p> }.into_any(),
                Some(one) => view! {
                    {one.revision.map(|_| view! { <img class="picture__img" src=one.src() alt=one.title.clone().unwrap_or_default()/> })}
                    <h2 class="picture__file">{one.file.clone()}</h2>
                }.into_any(),
            }}
            {move || record.get().map(|id| view! { <Said pictures id/> })}
            {move || one.get().map(|one| about(desk, pictures, one))}
        </aside>
    }
}

/// What is said of it, to be written here.
#[component]
fn Said(pictures: PictureList, id: String) -> impl IntoView {
    let desk = use_desk();
    let loaded = RwSignal::new(None::<Loaded>);
    let of = id.clone();
    spawn_local(async move {
        match Doc::load(desk, "picture".to_owned(), of).await {
            // Somebody may look at another one meanwhile.
            Ok(record) => drop(loaded.try_set(Some(record))),
            Err(error) => desk.note(&error),
        }
    });
    move || {
        let fields = desk.forms.with(|forms| {
            let form = forms.of("picture", &id)?;
            Some(forms.fields(&form.type_name))
        });
        let (fields, loaded) = (fields?, loaded.get()?);
        let doc = Doc::new(desk, "picture".to_owned(), id.clone(), loaded);
        Effect::new(move |_| {
            // What is missing may be there now.
            if matches!(doc.saved.get(), Saved::At(_)) {
                pictures.look();
            }
        });
        let fields = fields.into_iter();
        let fields = fields.filter(|field| WRITTEN.contains(&&*field.key));
        let fields = fields.map(|field| {
            let path = Path::default().field(&field.key);
            field_of(doc, field, path)
        });
        Some(view! { <div class="fields picture__said">{fields.collect_view()}</div> })
    }
}

/// Where it is used, how large it is, and what can be done with it.
fn about(desk: Desk, pictures: PictureList, one: Picture) -> impl IntoView {
    let words = desk.words();
    let uses = one.uses.iter().map(|place| {
        let field = desk.forms.with(|forms| {
            let form = forms.of(&place.kind, &place.id)?;
            let words = forms.words(form, &Path::parse(&place.path), desk.english.get());
            words.into_iter().next()
        });
        view! {
            <li>
                <a href=address(&place.kind, &place.id, &place.path)>{place.title.clone()}</a>
                <span class="small">" "{kinds_of(desk, &place.kind, &place.id)}" › "{field}</span>
            </li>
        }
    });
    let uses = uses.collect_view();
    let size = |size: &Size| format!("{} × {}，{}", size.width, size.height, bytes(size.bytes));
    let published = one.published.iter().rev().map(size);
    let published = published
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    let edit = match &one.record {
        Some(id) => (address("picture", id, ""), words.all_fields),
        None => (
            format!("/desk/new/picture?file={}", escaped(&one.file)),
            words.describe,
        ),
    };
    let is_unused = one.uses.is_empty();
    let is_published = !one.published.is_empty();
    let original = one.original.as_ref().map(size);
    let may_crop = can_crop(&one);
    let of = StoredValue::new(one);
    let replace = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        pictures.said.set(Vec::new());
        let one = of.get_value();
        crop::offer(pictures.crop, file, move |file| {
            let one = one.clone();
            spawn_local(async move {
                let sent = replaced(desk, pictures, &one, &file).await;
                pictures.say(&file.name(), sent);
                pictures.refresh();
            });
        });
    };
    view! {
        <dl class="picture__facts">
            <div><dt>{words.used_at}</dt><dd>{match is_unused {
                true => words.unused.into_any(),
                false => view! { <ul>{uses}</ul> }.into_any(),
            }}</dd></div>
            <div><dt>{words.original}</dt><dd>{original}</dd></div>
            <div><dt>{words.on_the_site}</dt><dd>{match is_published {
                true => view! { <ul>{published}</ul> }.into_any(),
                false => words.not_on_the_site.into_any(),
            }}</dd></div>
        </dl>
        <p class="picture__acts">
            <a class="btn btn--small" href=edit.0>{edit.1}</a>
            {may_crop.then(|| view! {
                <button type="button" class="btn btn--small" id=CROP
                    on:click=move |_| crop_again(desk, pictures, of.get_value())>{words.crop}</button>
            })}
        </p>
        <section class="picture__replace" aria-labelledby="replace-t">
            <h3 id="replace-t">{words.replace_everywhere}</h3>
            <p class="small">{fill(words.replace_note, &[&of.with_value(|one| one.uses.len()).to_string()])}</p>
            <DropFile words=Signal::derive(move || desk.words().drop_one)
                accept="image/jpeg,image/png,image/webp,image/gif" several=false take=replace/>
        </section>
    }
}

/// Whether a picture can be cropped: without a record nothing can be said of a new name.
fn can_crop(one: &Picture) -> bool {
    let format = Format::of(&one.file).filter(|_| one.revision.is_some());
    format.is_some_and(|format| one.record.is_some() || format.keeps(&one.file))
}

/// Crops the one that is looked at, and puts what comes of it in its place.
fn crop_again(desk: Desk, pictures: PictureList, one: Picture) {
    pictures.said.set(Vec::new());
    spawn_local(async move {
        let (src, file) = (one.src(), one.file.clone());
        let done = move |cropped| spawn_local(put_back(desk, pictures, one.clone(), cropped));
        if !crop::reopen(pictures.crop, &src, file.clone(), done).await {
            let line = format!("{file}：{}", desk.words_now().crop_failed);
            pictures.said.update(|said| said.push((false, line)));
        }
    });
}

async fn put_back(desk: Desk, pictures: PictureList, one: Picture, cropped: Cropped) {
    let Cropped { file, crop } = cropped;
    let sent = replace::cropped(desk, pictures, &one, &file, &crop).await;
    pictures.say(&file.name(), sent);
    desk.has_saved();
    pictures.look_again().await;
    // The button is a new one, of the new revision.
    request_animation_frame(|| {
        if let Some(button) = by_id(CROP) {
            // It is there and takes the focus.
            let _ = button.focus();
        }
    });
}
