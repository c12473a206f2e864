//! In place of wasm-streams, which leptos brings along for server functions.
//!
//! The site has none, but the real one exports classes to the page, and what is
//! exported stays in the app whether or not anybody calls it: four kilobytes
//! after compression, with all that it needs. So here is what leptos names of
//! it, and nothing behind it: should anything ever stream, it says so.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream that the page can read.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// The page's own as it is.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The page's own again.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream for the page to read.
    ///
    /// # Panics
    /// Always: see above.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        none()
    }

    /// A stream for the app to read; it panics when it is read.
    pub fn into_stream(self) -> Nothing {
        Nothing
    }
}

/// What nobody may read.
#[derive(Debug)]
pub struct Nothing;

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        none()
    }
}

fn none() -> ! {
    panic!("the site streams nothing")
}
