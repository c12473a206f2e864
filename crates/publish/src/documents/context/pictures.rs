//! Pictures, with what is said with them.

use super::Context;
use model::Lang;
use model::document::{Image, Phrase, Picture};

impl Context<'_> {
    /// The picture with this id, if it can be shown; the words that a text has for it come
    /// before its own.
    pub fn picture(&self, id: &str, words: &str) -> Option<Picture> {
        let files = self.index.pictures.get(id)?;
        let (picture, _) = self.bundle.picture(id)?;
        let alt = match words {
            "" => self.phrase(&picture.alt),
            words => Phrase {
                text: words.to_owned(),
                lang: None,
            },
        };
        let mut credit = self.phrase(&picture.credit);
        if let Some(date) = picture.date {
            credit.text += match self.lang {
                Lang::En => ", ",
                _ => "，",
            };
            credit.text += &date.display(self.lang);
        }
        Some(Picture {
            whole: files.whole.clone(),
            cut: files.cut.clone(),
            alt,
            caption: (picture.caption.as_ref()).map(|caption| self.phrase(caption)),
            credit,
        })
    }

    /// Each picture of a list.
    pub fn pictures(&self, ids: &[String]) -> Vec<Picture> {
        let pictures = ids.iter().filter_map(|id| self.picture(id, ""));
        pictures.collect()
    }

    /// A picture in a list, at 3:2.
    pub fn thumbnail(&self, id: Option<&str>) -> Option<Image> {
        let files = self.index.pictures.get(id?)?;
        Some(files.cut.as_ref().unwrap_or(&files.whole).clone())
    }
}
