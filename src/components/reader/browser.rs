//! The browser's voice.

use std::cell::RefCell;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, HtmlElement, MouseEvent, Range, SpeechSynthesis, SpeechSynthesisUtterance,
    SpeechSynthesisVoice,
};

use super::text::{Sentence, page};
use super::{Reader, Reading};
use crate::library::browser::listen;

/// How long a voice may take to begin: where there is none, some browsers say nothing
/// at all.
const SILENCE: Duration = Duration::from_secs(4);
/// The name under which the style knows the sentence that is read.
const MARK: &str = "reader";

/// What is said, with what hears that it begins, that it ends, that it fails. Held: a browser
/// may forget one that it still reads.
struct Utterance(
    SpeechSynthesisUtterance,
    #[expect(dead_code, reason = "held, not read")] [Closure<dyn Fn(JsValue)>; 3],
);

impl Drop for Utterance {
    fn drop(&mut self) {
        // It may still report how it was silenced, when there is nobody to hear it.
        self.0.set_onstart(None);
        self.0.set_onend(None);
        self.0.set_onerror(None);
    }
}

/// What is being read.
#[derive(Default)]
struct Speech {
    sentences: Vec<Sentence>,
    at: usize,
    /// Counts what has been begun: what an earlier one reports is of no account.
    turn: u32,
    begun: bool,
    utterance: Option<Utterance>,
    /// The focus goes back there.
    opener: Option<HtmlElement>,
}

thread_local! {
    static SPEECH: RefCell<Speech> = RefCell::default();
}

impl Reader {
    /// Whether the browser reads aloud at all.
    pub fn is_offered(self) -> bool {
        voice().is_some()
    }

    /// Begins with the page's heading.
    pub fn start(self) {
        let opener = document().active_element();
        let opener = opener.and_then(|opener| opener.dyn_into().ok());
        let sentences = page();
        let lang = sentences.first().map_or("", |first| &*first.lang);
        if !knows(lang) {
            self.set(Reading::NoVoice);
            return;
        }
        SPEECH.with_borrow_mut(|speech| {
            speech.sentences = sentences;
            speech.at = 0;
            speech.begun = false;
            speech.opener = opener;
        });
        if let Some(window) = web_sys::window() {
            // Some browsers read on when the page is gone.
            listen(&window, "pagehide", |_| hush());
        }
        self.speak();
        self.give_up_after_a_while();
    }

    /// Stops, wherever it is.
    pub(super) fn stop(self) {
        if untrack(|| self.reading()) == Reading::Silent {
            return;
        }
        hush();
        mark(None);
        self.set(Reading::Silent);
        let opener = SPEECH.take().opener;
        if let Some(opener) = opener {
            let _ = opener.focus();
        }
    }

    pub(super) fn press(self, event: &MouseEvent) {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("[data-read]").ok().flatten());
        match button
            .and_then(|button| button.get_attribute("data-read"))
            .as_deref()
        {
            Some("pause") => {
                hush();
                self.set(Reading::Paused);
            }
            Some("resume") => self.speak(),
            Some("stop") => self.stop(),
            _ => {}
        }
    }

    /// Reads the sentence that is next.
    fn speak(self) {
        hush();
        let next = SPEECH.with_borrow_mut(|speech| {
            speech.turn += 1;
            let next = speech.sentences.get(speech.at)?;
            mark(Some(&next.place));
            Some((speech.turn, utterance(next)?))
        });
        let (Some((turn, utterance)), Some(voice)) = (next, voice()) else {
            self.stop();
            return;
        };
        let begun = Closure::<dyn Fn(JsValue)>::new(move |_| {
            SPEECH.with_borrow_mut(|speech| speech.begun = true);
        });
        let ended = Closure::<dyn Fn(JsValue)>::new(move |_| {
            if is_now(turn) {
                SPEECH.with_borrow_mut(|speech| speech.at += 1);
                self.speak();
            }
        });
        let failed = Closure::<dyn Fn(JsValue)>::new(move |_| {
            if is_now(turn) {
                self.fail();
            }
        });
        utterance.set_onstart(Some(begun.as_ref().unchecked_ref()));
        utterance.set_onend(Some(ended.as_ref().unchecked_ref()));
        utterance.set_onerror(Some(failed.as_ref().unchecked_ref()));
        voice.speak(&utterance);
        // What has just called this is one of those that are let go: once it has returned.
        let before = SPEECH.with_borrow_mut(|speech| {
            let now = Utterance(utterance, [begun, ended, failed]);
            speech.utterance.replace(now)
        });
        let before = send_wrapper::SendWrapper::new(before);
        set_timeout(move || drop(before), Duration::ZERO);
        self.set(Reading::Aloud);
    }

    fn fail(self) {
        hush();
        mark(None);
        self.set(Reading::NoVoice);
    }

    /// Says so where no voice begins.
    fn give_up_after_a_while(self) {
        let look = move || {
            let begun = SPEECH.with_borrow(|speech| speech.begun);
            if !begun && untrack(|| self.reading()) == Reading::Aloud {
                self.fail();
            }
        };
        set_timeout(look, SILENCE);
    }
}

fn is_now(turn: u32) -> bool {
    SPEECH.with_borrow(|speech| speech.turn == turn)
}

fn voice() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    let there = js_sys::Reflect::get(&window, &"speechSynthesis".into()).ok()?;
    (!there.is_undefined()).then(|| there.unchecked_into())
}

/// Silences the voice; what it was reading ends without an account.
fn hush() {
    SPEECH.with_borrow_mut(|speech| speech.turn += 1);
    if let Some(voice) = voice() {
        voice.cancel();
    }
}

/// Whether there is a voice for a language. A browser that has not looked for its voices
/// yet has none at all, and may have one a moment later.
fn knows(lang: &str) -> bool {
    let Some(voices) = voice().map(|voice| voice.get_voices()) else {
        return false;
    };
    let own = lang.split('-').next().unwrap_or(lang);
    let of_lang = |voice: JsValue| {
        let lang = voice.unchecked_into::<SpeechSynthesisVoice>().lang();
        lang.split(['-', '_']).next() == Some(own) || own == "zh" && lang.starts_with("cmn")
    };
    voices.length() == 0 || voices.iter().any(of_lang)
}

fn utterance(sentence: &Sentence) -> Option<SpeechSynthesisUtterance> {
    let utterance = SpeechSynthesisUtterance::new_with_text(&sentence.text).ok()?;
    // Voices are called by country.
    utterance.set_lang(match &*sentence.lang {
        "zh-Hans" => "zh-CN",
        "zh-Hant" => "zh-TW",
        other => other,
    });
    let rate = document().document_element()?.get_attribute("data-rate");
    utterance.set_rate(match rate.as_deref() {
        Some("slow") => 0.75,
        Some("fast") => 1.35,
        _ => 1.0,
    });
    Some(utterance)
}

/// Marks a sentence and no other, and brings it into view. Where the browser cannot mark
/// what it pleases, the sentence is selected.
fn mark(place: Option<&Range>) {
    if highlight(place).is_err() {
        let selection = window().get_selection().ok().flatten();
        if let Some(selection) = selection {
            let _ = selection.remove_all_ranges();
            if let Some(place) = place {
                let _ = selection.add_range(place);
            }
        }
    }
    let Some(place) = place.map(Range::get_bounding_client_rect) else {
        return;
    };
    let high = window().inner_height().ok().and_then(|high| high.as_f64());
    let high = high.unwrap_or_default();
    // The foot of the window is where this is held on to.
    if place.top() < 0.0 || place.bottom() > high * 0.8 {
        window().scroll_by_with_x_and_y(0.0, place.top() - high * 0.3);
    }
}

fn highlight(place: Option<&Range>) -> Result<(), JsValue> {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into());
    let all = get(&get(&window(), "CSS")?, "highlights")?;
    let all: js_sys::Map = match all.is_undefined() {
        true => return Err(JsValue::UNDEFINED),
        // Not a map, but like one.
        false => all.unchecked_into(),
    };
    match place {
        None => drop(all.delete(&MARK.into())),
        Some(place) => {
            let kind: js_sys::Function = get(&window(), "Highlight")?.dyn_into()?;
            let mark = js_sys::Reflect::construct(&kind, &js_sys::Array::of1(place))?;
            all.set(&MARK.into(), &mark);
        }
    }
    Ok(())
}
