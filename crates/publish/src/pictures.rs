//! The bundle's pictures, in the widths that pages show: upright, in sRGB, without
//! anything that a camera has noted, the place above all.
//!
//! A file is named by a digest of the original and of all that is done to it. So the
//! names are known before a pixel is read, and a file that is there need not be made.

mod colour;
mod encode;
mod frame;
mod make;
mod original;

use std::io;
use std::path::PathBuf;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use thiserror::Error;

use content::bundle::{Bundle, Picture};
use content::markdown;
use content::pictures::{PictureFile, SCHEME};
use model::Lang;
use model::document::Image;
use model::routes;

pub use encode::Encoding;
use frame::Frame;
pub use make::{Budget, make};

/// How many hexadecimal digits the name of a picture has.
const NAME: usize = 16;
/// Changes whenever the same original would come out otherwise.
const SETTINGS: &str = "1";

/// Why a picture cannot be published.
#[derive(Debug, Error)]
pub enum PictureError {
    /// Its file has gone since the bundle was checked.
    #[error("`{path}` cannot be read: {error}")]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// Its header is sound, and the rest is not.
    #[error(
        "`{path}` cannot be read as a picture: {error}. Copy it again from the phone, the camera or the chat, or save it as JPEG."
    )]
    Broken {
        /// Which.
        path: PathBuf,
        /// Why.
        error: image::ImageError,
    },
    /// It cannot be made smaller.
    #[error("`{path}` cannot be made smaller: {why}")]
    Resize {
        /// Which.
        path: PathBuf,
        /// Why.
        why: String,
    },
}

/// A picture of the bundle, and what its files are called.
#[derive(Clone, Debug)]
pub struct Source {
    file: PictureFile,
    /// All of it.
    pub whole: Image,
    /// At 3:2, where that is not all of it.
    pub cut: Option<Image>,
    frame: Option<Frame>,
}

/// A file of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Where, below the site's folder.
    pub path: String,
    /// The width.
    pub width: u32,
    /// The height.
    pub height: u32,
    /// How it is encoded.
    pub encoding: Encoding,
    /// Whether it is of what is left at 3:2.
    pub is_cut: bool,
}

/// The pictures that a bundle shows, by id. One that nothing shows is not published.
#[derive(Clone, Debug, Default)]
pub struct Pictures(FxHashMap<String, Source>);

impl Pictures {
    /// Reads the files that the bundle shows, for their digests.
    ///
    /// # Errors
    /// When one has gone since the bundle was checked.
    pub fn of(bundle: &Bundle) -> Result<Self, PictureError> {
        let shown = shown(bundle);
        let pictures = (bundle.media.pictures.par_iter())
            .filter(|picture| shown.contains(&picture.id.as_str()));
        let sources = pictures.filter_map(|picture| {
            let file = bundle.picture_files.get(&picture.id)?;
            let source = Source::of(picture, file);
            Some(source.map(|source| (picture.id.clone(), source)))
        });
        Ok(Self(sources.collect::<Result<_, _>>()?))
    }

    /// The picture with this id.
    pub fn get(&self, id: &str) -> Option<&Source> {
        self.0.get(id)
    }

    /// All of them, in the order of their names.
    pub fn all(&self) -> Vec<&Source> {
        let mut all: Vec<&Source> = self.0.values().collect();
        all.sort_by(|one, other| one.whole.name.cmp(&other.whole.name));
        all
    }
}

/// The ids of the pictures that something shows.
fn shown(bundle: &Bundle) -> Vec<&str> {
    let companies = bundle.companies.companies.iter();
    let of_companies = companies.flat_map(|company| company.logo.iter().chain(&company.photos));
    let projects = bundle.projects.projects.iter();
    let of_projects = projects.flat_map(|project| &project.pictures);
    let of_articles =
        (bundle.news.iter()).flat_map(|article| article.cover.iter().chain(&article.gallery));
    let of_events =
        (bundle.events.events.iter()).flat_map(|event| event.cover.iter().chain(&event.gallery));
    let named = of_companies.chain(of_projects).chain(of_articles);
    let named = named.chain(of_events);
    let mut shown: Vec<&str> = named.map(String::as_str).collect();
    let texts = bundle
        .news
        .iter()
        .flat_map(|article| article.body.by_lang.values());
    for text in texts.filter(|text| text.contains(SCHEME)) {
        for (id, _) in markdown::pictures(text, Lang::default()) {
            let pictures = &bundle.media.pictures;
            let picture = pictures.iter().find(|picture| picture.id == id);
            shown.extend(picture.map(|picture| picture.id.as_str()));
        }
    }
    shown.sort_unstable();
    shown.dedup();
    shown
}

/// What all of a picture is called once it is published, and how large it is then.
///
/// # Errors
/// When its file has gone.
pub fn whole(file: &PictureFile) -> Result<Image, PictureError> {
    let digest = digest(file)?;
    Ok(Frame::all(file.header.width, file.header.height).image(&digest))
}

/// What its name is made from.
fn digest(file: &PictureFile) -> Result<[u8; 32], PictureError> {
    original::digest(&file.path).map_err(|error| PictureError::Read {
        path: file.path.clone(),
        error,
    })
}

impl Source {
    fn of(picture: &Picture, file: &PictureFile) -> Result<Self, PictureError> {
        let digest = digest(file)?;
        let header = file.header;
        let all = Frame::all(header.width, header.height);
        let frame = Frame::at_three_to_two(header.width, header.height, picture.focus.as_ref());
        Ok(Self {
            file: file.clone(),
            whole: all.image(&digest),
            cut: frame.map(|frame| frame.image(&digest)),
            frame,
        })
    }

    /// How many million pixels there are to read.
    fn megapixels(&self) -> u64 {
        let header = self.file.header;
        (u64::from(header.width) * u64::from(header.height)).div_ceil(1_000_000)
    }

    /// Every file of it.
    pub fn targets(&self) -> Vec<Target> {
        let images = [
            Some((&self.whole, false)),
            self.cut.as_ref().map(|cut| (cut, true)),
        ];
        let mut targets = Vec::new();
        for (image, is_cut) in images.into_iter().flatten() {
            for width in image.widths() {
                for encoding in Encoding::ALL {
                    let address = routes::picture(&image.name, width, encoding.ending());
                    targets.push(Target {
                        path: address.trim_start_matches('/').to_owned(),
                        width,
                        height: image.height_at(width),
                        encoding,
                        is_cut,
                    });
                }
            }
        }
        targets
    }
}
