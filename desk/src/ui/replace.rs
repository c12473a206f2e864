//! Another file in the place of a picture's.

use desk::crop::Crop;
use gloo_net::http::Method;
use leptos::prelude::*;
use serde_json::{Value, json};
use web_sys::File;

use super::api::{self, ApiError};
use super::pictures::{Picture, PictureList};
use super::state::Desk;
use super::upload::{Sent, revision, send, usual};

/// Puts another file in the place of one. Where it is of another kind it has another name,
/// which the record then has: all that use the record use the new file.
pub async fn replaced(
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
    change(desk, id, |record| record["file"] = new.clone().into()).await?;
    if let Some(revision) = revision(desk, &old) {
        let ask = desk.ask().of(Some(revision));
        ask.send(Method::DELETE, &format!("/assets/{old}")).await?;
    }
    // The one that is looked at is called otherwise from now on.
    let _ = pictures.chosen.try_set(Some(new));
    Ok(sent)
}

/// Puts what somebody has made of a picture in its place. What must stay in view moves with
/// the picture.
pub async fn cropped(
    desk: Desk,
    pictures: PictureList,
    one: &Picture,
    file: &File,
    crop: &Crop,
) -> Result<Sent, ApiError> {
    let sent = replaced(desk, pictures, one, file).await?;
    let Some(id) = &one.record else {
        return Ok(sent);
    };
    let (record, _) = api::record("picture", id).await?;
    let focus = &record["focus"];
    if let (Some(x), Some(y)) = (focus["x"].as_f64(), focus["y"].as_f64()) {
        let (x, y) = crop.point((x, y));
        // Whole per cent, as an editor writes them.
        let focus = json!({ "x": x as i64, "y": y as i64 });
        change(desk, id, |record| record["focus"] = focus).await?;
    }
    Ok(sent)
}

async fn change(desk: Desk, id: &str, to: impl FnOnce(&mut Value)) -> Result<(), ApiError> {
    let (mut record, known) = api::record("picture", id).await?;
    to(&mut record);
    let ask = desk.ask().of(Some(known)).with(record);
    let path = format!("/records/picture/{id}");
    ask.send(Method::PUT, &path).await.map(drop)
}
