//! One picture: what is said of it, where it is used, what readers get; another file in its
//! place.

use desk::path::Path;
use desk::words::fill;
use gloo_net::http::Method;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::api::{self, ApiError};
use super::bar::kinds_of;
use super::browser::escaped;
use super::doc::{Doc, Loaded, Saved};
use super::drop::DropFile;
use super::field::field_of;
use super::find::address;
use super::pictures::{Picture, PictureList, Size};
use super::state::{Desk, use_desk};
use super::upload::{Sent, revision, send, usual};
use super::when::bytes;

/// What is written here; the rest has its place in the record.
const WRITTEN: [&str; 2] = ["alt", "credit"];

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
    let of = StoredValue::new(one);
    let replace = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        pictures.said.set(Vec::new());
        spawn_local(async move {
            let sent = replaced(desk, pictures, &of.get_value(), &file).await;
            pictures.say(&file.name(), sent);
            pictures.refresh();
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
        <p class="picture__acts"><a class="btn btn--small" href=edit.0>{edit.1}</a></p>
        <section class="picture__replace" aria-labelledby="replace-t">
            <h3 id="replace-t">{words.replace_everywhere}</h3>
            <p class="small">{fill(words.replace_note, &[&of.with_value(|one| one.uses.len()).to_string()])}</p>
            <DropFile words=Signal::derive(move || desk.words().drop_one)
                accept="image/jpeg,image/png,image/webp,image/gif" several=false take=replace/>
        </section>
    }
}

/// Puts another file in the place of one. Where it is of another kind it has another name,
/// which the record then has: all that use the record use the new file.
async fn replaced(
    desk: Desk,
    pictures: PictureList,
    one: &Picture,
    file: &File,
) -> Result<Sent, ApiError> {
    let name = file.name().to_lowercase();
    let ending = name
        .rsplit_once('.')
        .map_or("", |(_, ending)| usual(ending));
    let (stem, own) = one.file.rsplit_once('.').unwrap_or((&one.file, ""));
    let old = format!("media/{}", one.file);
    let (Some(id), false) = (&one.record, usual(own) == ending) else {
        return send(desk, file, &old).await;
    };
    let new = format!("{stem}.{ending}");
    let sent = send(desk, file, &format!("media/{new}")).await?;
    let (mut record, known) = api::record("picture", id).await?;
    record["file"] = new.clone().into();
    let ask = desk.ask().of(Some(known)).with(record);
    ask.send(Method::PUT, &format!("/records/picture/{id}"))
        .await?;
    if let Some(revision) = revision(desk, &old) {
        let ask = desk.ask().of(Some(revision));
        ask.send(Method::DELETE, &format!("/assets/{old}")).await?;
    }
    // The one that is looked at is called otherwise from now on.
    let _ = pictures.chosen.try_set(Some(new));
    Ok(sent)
}
