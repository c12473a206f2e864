//! What the browser reads of the documents of one door: the readers of all others would
//! only be carried along.

use std::sync::Arc;

use super::{Document, Embedded};
use crate::read::{Fault, Read, Source, field, named, read_by};

/// Reads the document of a page.
pub type DocumentReader<S> = fn(&S, &mut Fault) -> Document;

/// The reader of some kinds of documents, by the words they are served as. Any other is
/// a fault.
macro_rules! reader {
    ($(#[$about:meta])* $name:ident: $($word:literal $kind:ident),+) => {
        $(#[$about])*
        pub fn $name<S: Source>(source: &S, fault: &mut Fault) -> Document {
            $(
                if let Some(content) = named(source, $word, fault) {
                    return Document::$kind(Read::read(&content, fault));
                }
            )+
            if source.text().as_deref() != Some("not-found") {
                fault.note("no document of this part of the app");
            }
            Document::NotFound
        }
    };
}

reader! {
    /// Reads the documents of [`Door::App`](crate::routes::Door::App).
    read_app:
        "home" Home,
        "news" News,
        "article" Article,
        "members" Members,
        "member" Member,
        "figures" Figures,
        "figure" Figure,
        "events" Events,
        "event" Event,
        "offers" Offers,
        "papers" Papers,
        "about" About,
        "statement" Statement,
        "search" Search
}

reader! {
    /// Reads the documents of [`Door::Chain`](crate::routes::Door::Chain).
    read_chain: "chain" Chain, "embed" Embed
}

impl Embedded {
    /// Picks what publishing has put into a page.
    ///
    /// # Errors
    /// What was expected instead, when the value is of another shape.
    pub fn read_by<S: Source>(source: &S, document: DocumentReader<S>) -> Result<Self, String> {
        read_by(source, |source: &S, fault: &mut Fault| Self {
            path: field(source, "path", fault),
            revision: field(source, "revision", fault),
            site: Arc::new(field(source, "site", fault)),
            document: document(&source.field("document"), fault),
        })
    }
}
