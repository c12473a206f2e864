//! The posters of articles, written once their covers are there.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use image::RgbImage;
use image::imageops::{FilterType, crop_imm, resize};
use rayon::prelude::*;

use crate::PublishError;
use crate::artifacts::cards::{COVER, Photograph, Poster};
use crate::output::build_cache::WrittenFile;
use crate::output::writer::Writer;
use crate::pictures::Encoding;
use model::document::Image;
use model::routes;

/// Writes every poster; what is on one that is there already has not changed.
pub(super) fn write(
    posters: Vec<Poster>,
    writer: &Writer,
) -> Result<Vec<WrittenFile>, PublishError> {
    // A cover is the same in every language: it is read once.
    let mut by_cover: BTreeMap<Option<String>, Vec<Poster>> = BTreeMap::new();
    let (covered, plain): (Vec<_>, Vec<_>) =
        (posters.into_iter()).partition(|poster| poster.cover.is_some());
    for poster in covered {
        let name = poster.cover.as_ref().map(|cover| cover.name.clone());
        by_cover.entry(name).or_default().push(poster);
    }
    let of_plain = plain.into_par_iter().map(|poster| {
        let key = poster.key()?;
        let path = poster.path.clone();
        writer.made(path, key, || Ok(Cow::Owned(poster.png(None)?)))
    });
    let mut written: Vec<WrittenFile> = of_plain.collect::<Result<_, PublishError>>()?;
    let groups: Vec<Vec<Poster>> = by_cover.into_values().collect();
    let of_covered = (groups.into_par_iter())
        .with_max_len(1)
        .map(|posters| with_cover(posters, writer));
    let covered: Vec<Vec<WrittenFile>> = of_covered.collect::<Result<_, PublishError>>()?;
    written.extend(covered.into_iter().flatten());
    Ok(written)
}

fn with_cover(posters: Vec<Poster>, writer: &Writer) -> Result<Vec<WrittenFile>, PublishError> {
    let read = OnceLock::new();
    let mut written = Vec::with_capacity(posters.len());
    for poster in posters {
        let key = poster.key()?;
        written.push(writer.made(poster.path.clone(), key, || {
            let cover = read.get_or_init(|| {
                let image = poster.cover.as_ref();
                image.and_then(|image| photograph(image, writer))
            });
            Ok(Cow::Owned(poster.png(cover.as_ref())?))
        })?);
    }
    Ok(written)
}

/// The cover as it has just been written. Should it not be readable, the poster shows the
/// chain.
fn photograph(image: &Image, writer: &Writer) -> Option<Photograph> {
    let jpeg = routes::picture(&image.name, image.width, Encoding::Jpeg.ending());
    let bytes = writer.swap.read(jpeg.trim_start_matches('/')).ok()?;
    let picture = image::load_from_memory(&bytes).ok()?.into_rgb8();
    Some(Photograph::new(&filling(&picture)))
}

/// The middle of a picture, in the size of the poster's.
fn filling(picture: &RgbImage) -> RgbImage {
    let (wide, high) = COVER;
    let (width, height) = picture.dimensions();
    // What is cut off of one that is 3:2 but for a hundredth.
    let (part_wide, part_high) = match width * high > height * wide {
        true => ((height * wide / high).max(1), height),
        false => (width, (width * high / wide).max(1)),
    };
    let (left, top) = ((width - part_wide) / 2, (height - part_high) / 2);
    let part = crop_imm(picture, left, top, part_wide, part_high).to_image();
    resize(&part, wide, high, FilterType::CatmullRom)
}
