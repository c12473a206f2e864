//! Reading a page aloud by the browser's own voice, sentence by sentence.
//!
//! A pause ends the sentence and going on begins it again: several browsers lose what a
//! pause of their own has interrupted.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser reads aloud")
)]
mod sentences;
#[cfg(target_arch = "wasm32")]
mod text;

use leptos::prelude::*;

use crate::library::{ReadAloud, use_library, use_words};
use markup::{Markup, Reactive, markup, reactive};
use model::words::ReaderWords;

/// Whether something is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser reads aloud")
)]
pub enum Reading {
    /// Nothing is.
    Silent,
    /// A sentence is.
    Aloud,
    /// The reader has stopped for a while.
    Paused,
    /// The device has no voice for the page's language.
    NoVoice,
}

/// Reads the page aloud; one for the whole site.
#[derive(Clone, Copy)]
pub struct Reader(ReadAloud);

impl Reader {
    fn reading(self) -> Reading {
        let ReadAloud {
            is_open,
            is_paused,
            is_mute,
        } = self.0;
        match (is_open.get(), is_paused.get(), is_mute.get()) {
            (false, ..) => Reading::Silent,
            (true, _, true) => Reading::NoVoice,
            (true, true, false) => Reading::Paused,
            (true, false, false) => Reading::Aloud,
        }
    }

    #[cfg_attr(
        not(target_arch = "wasm32"),
        allow(dead_code, reason = "only a browser reads aloud")
    )]
    fn set(self, reading: Reading) {
        self.0.is_mute.set(reading == Reading::NoVoice);
        self.0.is_paused.set(reading == Reading::Paused);
        self.0.is_open.set(reading != Reading::Silent);
    }
}

/// The reader of the site.
pub fn use_reader() -> Reader {
    Reader(use_library().aloud)
}

/// What stands at the foot of the window while a page is read.
pub fn reader() -> Markup<Reactive> {
    let words = &use_words().reader;
    let library = use_library();
    let reader = use_reader();
    // Another page, or another text of this one, is not what is being read.
    Effect::new(move |_| {
        library.current.track();
        reader.stop();
    });
    let silent = move || !reader.0.is_open.get();
    let inside = reactive(move || bar(words, reader.reading()));
    let press = move |event: leptos::ev::MouseEvent| reader.press(&event);
    markup! {
        <div class="reader" role="region" aria-label={words.title} hidden={silent} on:click={press}>
            {inside}
        </div>
    }
}

/// What can be done, by what is done now.
fn bar(words: &'static ReaderWords, reading: Reading) -> Markup {
    let button = |act: &'static str, name: &'static str| {
        markup! {
            <button class="button button--quiet" type="button" data-read={act}>{name}</button>
        }
    };
    if reading == Reading::Silent {
        return markup! { <div></div> };
    }
    let first = match reading {
        Reading::Silent | Reading::NoVoice => None,
        Reading::Aloud => Some(button("pause", words.pause)),
        Reading::Paused => Some(button("resume", words.resume)),
    };
    let said = match reading {
        Reading::NoVoice => words.no_voice,
        _ => words.title,
    };
    let last = match reading {
        Reading::NoVoice => words.close,
        _ => words.stop,
    };
    markup! {
        <div class="reader__inside wrap">
            <p class="reader__said">{said}</p>
            {first}
            {button("stop", last)}
        </div>
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Reader {
    /// Whether the browser reads aloud at all.
    pub fn is_offered(self) -> bool {
        false
    }

    /// Begins with the page's heading.
    pub fn start(self) {}

    fn stop(self) {}

    fn press(self, _: &leptos::ev::MouseEvent) {}
}
