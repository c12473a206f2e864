//! The pictures of what is pasted: each leaves a mark in the text, and is then stored, or
//! asked for where a browser cannot get it.

use std::sync::{Arc, Mutex, PoisonError};

use htmd::Element;
use htmd::element_handler::{ElementHandler, HandlerResult, Handlers};

/// How the name of one begins until it is stored.
const PREFIX: &str = "paste-";
/// Smaller ones, in pixels, are there to count readers, or to keep space.
const SPACER: u32 = 3;

/// A picture in what was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedPicture {
    /// What stands for it in the text.
    pub name: String,
    /// What it says it shows; empty where it says nothing.
    pub alt: String,
    /// Where it is.
    pub source: PictureSource,
}

/// Where a pasted picture is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureSource {
    /// In the paste itself.
    Here {
        /// `image/png` and the like.
        media_type: String,
        /// The file, in base64.
        base64: String,
    },
    /// At another site, which would learn of its readers, or on the disk of whoever copied it:
    /// no page may read there.
    Elsewhere(String),
}

impl PastedPicture {
    /// Its place in the text.
    pub fn mark(&self) -> String {
        mark(&self.name)
    }
}

/// What is to stand for another picture of a text until it is stored.
pub fn next_name(text: &str) -> String {
    name(next(text))
}

fn name(number: usize) -> String {
    format!("{PREFIX}{number}")
}

/// The number after those that stand in a text.
fn next(text: &str) -> usize {
    let numbers = text.split(PREFIX).skip(1);
    let numbers = numbers.filter_map(|rest| {
        let end = rest.find(|char: char| !char.is_ascii_digit());
        rest[..end.unwrap_or(rest.len())].parse::<usize>().ok()
    });
    numbers.max().unwrap_or(0) + 1
}

/// How a picture stands in a text.
pub fn mark(name: &str) -> String {
    format!("![](media:{name})")
}

/// Takes pictures out of HTML while it becomes Markdown.
#[derive(Clone, Debug)]
pub struct Collector {
    found: Arc<Mutex<Vec<PastedPicture>>>,
    first: usize,
}

impl Collector {
    /// For a text to come in beside another, whose pictures keep their marks.
    pub fn beside(text: &str) -> Self {
        Self {
            found: Arc::default(),
            first: next(text),
        }
    }

    /// What was found.
    pub fn found(&self) -> Vec<PastedPicture> {
        self.found
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn take(&self, element: &Element<'_>) -> Option<String> {
        let attribute = |name: &str| {
            let mut all = element.attrs.iter();
            let found = all.find(|one| &*one.name.local == name)?;
            Some(found.value.to_string()).filter(|value| !value.trim().is_empty())
        };
        let small = |name| {
            attribute(name).is_some_and(|value| value.parse().is_ok_and(|size: u32| size < SPACER))
        };
        if small("width") || small("height") {
            return None;
        }
        // 公众号 and others put the address where a script looks for it.
        let source = attribute("data-src").or_else(|| attribute("src"))?;
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let picture = PastedPicture {
            name: name(self.first + found.len()),
            alt: attribute("alt").unwrap_or_default(),
            source: source_of(&source),
        };
        let mark = picture.mark();
        found.push(picture);
        Some(mark)
    }
}

impl ElementHandler for Collector {
    fn handle(&self, _: &dyn Handlers, element: Element) -> Option<HandlerResult> {
        // A picture is a paragraph of its own.
        let mark = self.take(&element)?;
        Some(format!("\n\n{mark}\n\n").into())
    }
}

fn source_of(address: &str) -> PictureSource {
    let inline = address.strip_prefix("data:").and_then(|data| {
        let (media_type, base64) = data.split_once(";base64,")?;
        Some(PictureSource::Here {
            media_type: media_type.to_lowercase(),
            base64: base64.split_whitespace().collect(),
        })
    });
    inline.unwrap_or_else(|| PictureSource::Elsewhere(address.trim().to_owned()))
}

/// The ending of a picture's file that a bundle may have, by its media type.
pub fn ending(media_type: &str) -> Option<&'static str> {
    Some(match media_type {
        "image/jpeg" | "image/jpg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "image/gif" => "gif",
        "image/avif" => "avif",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tidied;
    use super::*;

    #[test]
    fn marks_the_place_of_each_picture() {
        let html = "<p>文<img src=\"data:image/png;base64,iVBO Rw0K\" alt=\"厂房\">字</p>\
            <p><img data-src=\"https://mmbiz.qpic.cn/x?wx_fmt=png\" src=\"data:,\"></p>";
        let pasted = tidied(html, "");
        assert_eq!(
            pasted.text,
            "文\n\n![](media:paste-1)\n\n字\n\n![](media:paste-2)"
        );
        let here = PictureSource::Here {
            media_type: "image/png".to_owned(),
            base64: "iVBORw0K".to_owned(),
        };
        assert_eq!(pasted.pictures[0].source, here);
        assert_eq!(pasted.pictures[0].alt, "厂房");
        let there = "https://mmbiz.qpic.cn/x?wx_fmt=png".to_owned();
        assert_eq!(pasted.pictures[1].source, PictureSource::Elsewhere(there));
    }

    #[test]
    fn leaves_out_what_counts_readers_or_keeps_space() {
        let html = "<p>一<img src=\"https://example.com/1.gif\" width=\"1\" height=\"1\"></p>";
        let pasted = tidied(html, "");
        assert_eq!((pasted.pictures.len(), &*pasted.text), (0, "一"));
    }

    #[test]
    fn numbers_go_on_after_those_of_the_text() {
        let html = "<p><img src=\"file:///C:/a.png\"></p>";
        let pasted = tidied(html, "一\n\n![](media:paste-7)\n\n![](media:yard)");
        assert_eq!(pasted.text, "![](media:paste-8)");
    }
}
