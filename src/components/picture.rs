//! A picture in the width that the screen needs, with what is said with it.

use crate::library::use_words;
use markup::{Markup, markup};
use model::Lang;
use model::document::{Image, Picture};
use model::routes;
use model::words::fill;

/// How wide a picture is shown, by the width of the screen.
#[derive(Clone, Copy)]
pub enum Place {
    /// As wide as a text, above it: first to be loaded.
    Cover,
    /// As wide as a text, in it.
    Text,
    /// Above the first of the news.
    Lead,
    /// One of several side by side.
    Row,
    /// At the end of a line of a list.
    List,
    /// A mark.
    Mark,
}

impl Place {
    const fn sizes(self) -> &'static str {
        match self {
            Self::Cover | Self::Text => "(min-width: 44em) 612px, 92vw",
            Self::Lead => "(min-width: 48em) 640px, 92vw",
            Self::Row => "(min-width: 44em) 306px, 46vw",
            Self::List => "168px",
            Self::Mark => "96px",
        }
    }

    /// The file that a screen of two pixels to one, as wide as a phone's, or a wide one of
    /// one to one, takes.
    const fn width(self) -> u32 {
        match self {
            Self::Cover | Self::Text | Self::Lead => 800,
            Self::Row | Self::List => 480,
            Self::Mark => 240,
        }
    }
}

/// A picture, with what stands beneath it; it leads to the largest there is of it.
pub fn picture(picture: Picture, place: Place) -> Markup {
    let Picture {
        whole,
        cut,
        alt,
        caption,
        credit,
    } = picture;
    let cut = cut.filter(|_| !matches!(place, Place::Text));
    // On its way before anything could keep it, as nothing waits for a script.
    let first = matches!(place, Place::Cover) && !saves();
    let ask = (!first).then(|| ask(cut.as_ref().unwrap_or(&whole), &alt.text, alt.lang, place));
    let shown = image(cut.as_ref().unwrap_or(&whole), alt.text, alt.lang, place);
    let largest = routes::picture(&whole.name, whole.width, "jpg");
    let caption = caption.map(|caption| {
        markup! {
            <span lang={caption.lang}>{caption.text} " "</span>
        }
    });
    markup! {
        <figure class={if first { "picture picture--first" } else { "picture" }}>
            {ask}
            <a class="picture__link" href={largest}>
                {shown}
            </a>
            <figcaption class="picture__caption">
                {caption}
                <span class="picture__credit" lang={credit.lang}>{credit.text}</span>
            </figcaption>
        </figure>
    }
}

/// What stands in a picture's place where the reader saves: it says what it brings, and how
/// much that is at most. `boot.js` shows it, and answers it.
fn ask(image: &Image, words: &str, lang: Option<Lang>, place: Place) -> Markup {
    let (width, kilobytes) = image.at_least(place.width());
    let says = fill(use_words().view.ask, &[&kilobytes.to_string()]);
    markup! {
        <button class="picture__ask" type="button" value={width as usize}>
            {says}
            <span lang={lang}>{words.to_owned()}</span>
        </button>
    }
}

/// Pictures side by side.
pub fn pictures(pictures: Vec<Picture>) -> Markup {
    markup! {
        <ul class="picture__row" role="list" aria-label={use_words().news.gallery}>
            {pictures
                .into_iter()
                .map(|one| {
                    markup! {
                        <li>{picture(one, Place::Row)}</li>
                    }
                })
                .collect::<Vec<_>>()}
        </ul>
    }
}

/// The picture of something in a list: it leads where the name beside it leads, for a
/// thumb; the keyboard and the ear have the name.
pub fn thumbnail(thumbnail: Option<Image>, address: &str, place: Place) -> Option<Markup> {
    thumbnail.map(|thumbnail| {
        markup! {
            <a class="picture__thumbnail" href={address.to_owned()} tabindex="-1" aria-hidden="true">
                {image(&thumbnail, String::new(), None, place)}
            </a>
        }
    })
}

/// The image alone. Its words are empty where others beside it say the same.
pub fn image(image: &Image, alt: String, lang: Option<Lang>, place: Place) -> Markup {
    let first = matches!(place, Place::Cover) && !saves();
    let smallest = image.widths().next().unwrap_or(image.width);
    markup! {
        <picture>
            <source type="image/webp" srcset={files(image, "webp")} sizes={place.sizes()} />
            <img
                class="picture__image"
                src={routes::picture(&image.name, smallest, "jpg")}
                srcset={files(image, "jpg")}
                sizes={place.sizes()}
                width={image.width as usize}
                height={image.height as usize}
                alt={alt}
                lang={lang}
                loading={(!first).then_some("lazy")}
                fetchpriority={first.then_some("high")}
                decoding="async"
            />
        </picture>
    }
}

/// Whether pictures wait until they are asked for. What publishing writes is for those who
/// do not.
#[cfg(target_arch = "wasm32")]
fn saves() -> bool {
    use leptos::prelude::document;

    let root = document().document_element();
    let pictures = root.and_then(|root| root.get_attribute("data-pictures"));
    pictures.as_deref() == Some("ask")
}

#[cfg(not(target_arch = "wasm32"))]
const fn saves() -> bool {
    false
}

/// Every file of an image, with its width.
fn files(image: &Image, ending: &str) -> String {
    let mut files = String::new();
    for width in image.widths() {
        if !files.is_empty() {
            files.push_str(", ");
        }
        files.push_str(&routes::picture(&image.name, width, ending));
        files.push(' ');
        files.push_str(&width.to_string());
        files.push('w');
    }
    files
}
