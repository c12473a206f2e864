//! Reading aloud, by a voice that tests hold on to.

use model::Lang;
use model::words::{ReaderWords, SettingsWords};

use crate::common::{Kind, Published, Server, kinds};
use crate::harness::Browser;
use model::routes::lang_of;

fn words() -> (&'static ReaderWords, &'static SettingsWords) {
    let words = Lang::ZhHans.words();
    (&words.reader, &words.settings)
}

/// A voice that notes what it is given and ends a sentence when it is asked to. Ended
/// from outside, it says so a moment later, as browsers do.
const VOICE: &str = "
    window.spoken = [];
    window.SpeechSynthesisUtterance = function (text) { this.text = text };
    const voice = {
        now: null,
        known: [{ lang: 'en-US' }, { lang: 'zh-CN' }],
        getVoices() { return this.known },
        speak(said) {
            this.now = said;
            window.spoken.push([said.text, said.lang, said.rate]);
            setTimeout(() => said.onstart?.(), 0);
        },
        cancel() {
            const said = this.now;
            this.now = null;
            if (said) setTimeout(() => said.onerror?.({ error: 'canceled' }), 0);
        },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: voice, configurable: true });
    window.finish = () => { const said = voice.now; voice.now = null; said.onend() };
    window.isSpeaking = () => voice.now !== null;
";

fn open(voice: &str) -> (Server, Browser) {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.before_every_page(voice);
    (server, browser)
}

fn article() -> String {
    kinds(Published::shared())
        .into_iter()
        .find(|page| page.kind == Kind::Article && lang_of(&page.path) == Lang::ZhHans)
        .unwrap()
        .path
}

fn start(browser: &Browser) {
    browser.press_button(words().1.title);
    browser.press_button(words().1.aloud);
}

/// What has been read, the last sentence last, with its language and its pace.
fn spoken(browser: &Browser) -> Vec<(String, String, f64)> {
    browser.run("return window.spoken", &[])
}

fn is_speaking(browser: &Browser) -> bool {
    browser.run("return window.isSpeaking()", &[])
}

/// The sentence that is marked on the page.
fn marked(browser: &Browser) -> String {
    browser.run(
        "const marks = [...(CSS.highlights.get('reader') ?? [])];
         return marks.map(String).join()",
        &[],
    )
}

#[test]
fn goes_from_sentence_to_sentence_and_marks_the_one_it_is_at() {
    let (_server, browser) = open(VOICE);
    let (words, settings) = words();
    for width in [390, 1280] {
        browser.resize(width);
        browser.visit(&article());
        let heading = browser.heading();
        start(&browser);
        browser.see(words.pause);
        assert!(!browser.sees(settings.kept), "the sheet is out of the way");
        let mut seen = Vec::new();
        for count in 1..6 {
            browser.wait_until("the next sentence is read", |browser| {
                spoken(browser).len() == count
            });
            let last = spoken(&browser).pop().unwrap();
            assert_eq!(marked(&browser), last.0);
            assert_eq!((last.1.as_str(), last.2), ("zh-CN", 1.0));
            let inside: bool = browser.run(
                "const [mark] = [...CSS.highlights.get('reader')];
                 const box = mark.getBoundingClientRect();
                 return box.top >= 0 && box.bottom <= innerHeight",
                &[],
            );
            assert!(inside, "{:?} is in view", last.0);
            seen.push(last.0);
            browser.run::<()>("window.finish()", &[]);
        }
        // By category and heading the page is known.
        assert!(
            seen.iter().any(|said| heading.contains(said.trim())),
            "{seen:?}"
        );
        browser.press_button(words.stop);
        browser.wait_until("it is silent", |browser| {
            !is_speaking(browser) && !browser.sees(words.stop)
        });
        assert_eq!(marked(&browser), "");
    }
    browser.expect_empty_console("after reading");
}

#[test]
fn a_pause_goes_on_with_the_same_sentence() {
    let (_server, browser) = open(VOICE);
    let words = words().0;
    browser.visit(&article());
    start(&browser);
    browser.wait_until("it is read", |browser| spoken(browser).len() == 1);
    browser.run::<()>("window.finish()", &[]);
    browser.wait_until("it goes on", |browser| spoken(browser).len() == 2);
    browser.press_button(words.pause);
    browser.wait_until("it is silent", |browser| !is_speaking(browser));
    browser.press_button(words.resume);
    browser.wait_until("it goes on", |browser| spoken(browser).len() == 3);
    let spoken = spoken(&browser);
    assert_eq!(spoken[2], spoken[1]);
    assert_eq!(browser.barriers(), [] as [&str; 0]);
}

#[test]
fn the_end_of_the_page_ends_it() {
    let (_server, browser) = open(VOICE);
    let words = words().0;
    browser.visit("/about/");
    start(&browser);
    let mut count = 0;
    browser.wait_until("all has been read", |browser| {
        if is_speaking(browser) {
            browser.run::<()>("window.finish()", &[]);
            count += 1;
        }
        !browser.sees(words.stop)
    });
    assert!(count > 10, "{count} sentences");
}

#[test]
fn another_page_silences_it_and_it_reads_as_fast_as_is_chosen() {
    let (_server, browser) = open(VOICE);
    let words = words();
    browser.visit(&article());
    browser.run::<()>("localStorage.setItem('rate', 'fast')", &[]);
    browser.reload();
    start(&browser);
    browser.wait_until("it is read", |browser| spoken(browser).len() == 1);
    assert!(spoken(&browser)[0].2 > 1.2);
    browser.follow_link(Lang::ZhHans.words().shell.about);
    browser.see_path("/about/");
    browser.wait_until("it is silent", |browser| {
        !is_speaking(browser) && !browser.sees(words.0.stop)
    });
}

#[test]
fn without_a_chinese_voice_it_says_so() {
    for voice in [
        // One that knows other languages only; one that begins nothing.
        VOICE.replace("{ lang: 'zh-CN' }", "{ lang: 'ja-JP' }"),
        VOICE
            .replace("[{ lang: 'en-US' }, { lang: 'zh-CN' }]", "[]")
            .replace("said.onstart?.()", "0"),
    ] {
        let (_server, browser) = open(&voice);
        let words = words().0;
        browser.visit("/about/");
        start(&browser);
        browser.see(words.no_voice);
        browser.press_button(words.close);
        browser.wait_until("it is gone", |browser| !browser.sees(words.no_voice));
        browser.expect_empty_console("without a voice");
    }
}

#[test]
fn where_nothing_can_read_aloud_nothing_offers_to() {
    let (_server, browser) =
        open("delete window.speechSynthesis; delete Window.prototype.speechSynthesis;");
    browser.visit(&article());
    browser.press_button(words().1.title);
    browser.see(words().1.kept);
    assert!(!browser.sees(words().1.aloud));
}
