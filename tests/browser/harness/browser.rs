//! A browser with one open page.

use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{Key, TypingData, WebDriver, WebElement};

use super::session::Session;
use super::unscripted::unscripted;
use super::{Engine, elements};

/// How long a page may take to get where a test wants it. Long, because the
/// machine may be busy; a test that passes never waits it out.
const PATIENCE: Duration = Duration::from_secs(20);

/// A browser with one open page. Every verb waits until the browser has done
/// it, and panics with what it saw when that does not happen.
pub struct Browser {
    pub engine: Engine,
    origin: String,
    session: Option<Session>,
}

impl Browser {
    /// A browser whose pages run no scripts, as some readers and many programs have it. What
    /// tests ask of the page by [`Browser::run`] is still answered.
    pub fn open_without_scripts(origin: &str) -> Self {
        if !Engine::chosen().has_devtools() {
            return Self::open(&unscripted(origin));
        }
        let browser = Self::open(origin);
        browser.disable_scripts();
        browser
    }

    /// A browser that remembers nothing, for a site.
    pub fn open(origin: &str) -> Self {
        let engine = Engine::chosen();
        // The rules of accessibility take their time on a large page.
        let session = Session::take(engine, 6 * PATIENCE);
        let browser = Self {
            engine,
            origin: origin.to_owned(),
            session: Some(session),
        };
        // Others begin with a size of their own.
        if !engine.has_devtools() {
            browser.resize(1280);
        }
        browser
    }

    pub(super) fn session(&self) -> &Session {
        self.session.as_ref().expect("open until dropped")
    }

    pub(super) fn driver(&self) -> &WebDriver {
        &self.session().driver
    }

    pub(super) fn wait<T, E: std::fmt::Display>(
        &self,
        what: &str,
        work: impl Future<Output = Result<T, E>>,
    ) -> T {
        self.block_on(work)
            .unwrap_or_else(|error| panic!("{what}: {error}\n{}", self.situation()))
    }

    /// Opens an address and waits until the app has taken over.
    pub fn visit(&self, path: &str) {
        self.visit_plainly(path);
        self.see_app_live();
    }

    /// Opens a page of another site, which has no app.
    pub fn visit_elsewhere(&self, url: &str) {
        self.wait(&format!("visit {url}"), self.driver().goto(url));
    }

    /// Looks into a frame of the page.
    pub fn in_frame<T>(&self, frame: u16, look: impl FnOnce(&Self) -> T) -> T {
        self.wait("enter a frame", self.driver().enter_frame(frame));
        let seen = look(self);
        self.wait("leave a frame", self.driver().enter_default_frame());
        seen
    }

    /// Opens an address without waiting for the app.
    pub fn visit_plainly(&self, path: &str) {
        let url = format!("{}{path}", self.origin);
        self.wait(&format!("visit {path}"), self.driver().goto(url));
    }

    /// Loads the page again and waits until the app has taken over.
    pub fn reload(&self) {
        self.wait("reload", self.driver().refresh());
        self.see_app_live();
    }

    /// Waits until the app has taken over the page.
    pub fn see_app_live(&self) {
        self.wait_until("the app is hydrated", |browser| browser.is_hydrated());
    }

    /// Whether the app has taken over the page.
    pub fn is_hydrated(&self) -> bool {
        self.run(
            "return document.documentElement.dataset.app === 'live'",
            &[],
        )
    }

    /// The way back, as the browser's button does.
    pub fn back(&self) {
        self.wait("back", self.driver().back());
    }

    /// And forward again.
    pub fn forward(&self) {
        self.wait("forward", self.driver().forward());
    }

    /// The address shown, without origin.
    pub fn path(&self) -> String {
        self.run(
            "return location.pathname + location.search + location.hash",
            &[],
        )
    }

    /// The title of the tab.
    pub fn title(&self) -> String {
        self.run("return document.title", &[])
    }

    /// What a screen reader has announced by itself: the texts of status regions.
    pub fn announced(&self) -> Vec<String> {
        self.run(
            "return [...document.querySelectorAll('[role=status]')].map(region => region.textContent.trim())",
            &[],
        )
    }

    /// Waits until the address is this one.
    pub fn see_path(&self, path: &str) {
        self.wait_until(&format!("the address is {path}"), |browser| {
            browser.path() == path
        });
    }

    /// Waits until the page's one main heading is this.
    pub fn see_heading(&self, text: &str) {
        self.wait_until(&format!("the heading is {text:?}"), |browser| {
            browser.heading() == text
        });
    }

    /// Waits until the page's main heading is another one than this.
    pub fn see_other_heading(&self, text: &str) -> String {
        self.wait_until(&format!("the heading is no longer {text:?}"), |browser| {
            browser.heading() != text
        });
        self.heading()
    }

    /// The page's main heading, empty while there is not exactly one.
    pub fn heading(&self) -> String {
        self.run(elements::HEADING, &[])
    }

    /// Waits until a text can be read on the page.
    pub fn see(&self, text: &str) {
        self.wait_until(&format!("{text:?} is on the page"), |browser| {
            browser.sees(text)
        });
    }

    /// Whether a text can be read on the page.
    pub fn sees(&self, text: &str) -> bool {
        self.run(
            "return (document.body?.innerText ?? '').includes(arguments[0])",
            &[text.into()],
        )
    }

    /// Waits, looking again and again, until something holds.
    #[track_caller]
    pub fn wait_until(&self, what: &str, mut holds: impl FnMut(&Self) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            assert!(
                start.elapsed() < PATIENCE,
                "waited {PATIENCE:?} in vain until {what}\n{}",
                self.situation()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses and releases a key, wherever the focus is.
    pub fn press(&self, key: impl Into<TypingData>) {
        let chain = self.driver().action_chain().send_keys(key);
        self.wait("press", chain.perform());
    }

    /// Gets to what is called this by keyboard: with Tab, and inside the picture
    /// of the chain, which is one stop, with the arrows.
    pub fn reach(&self, name: &str) {
        const MOST: usize = 200;
        let phone = self.run::<bool>("return innerWidth < 600", &[]);
        // At every step along the chain, a look to both sides.
        let walk = match phone {
            true => [Key::Right, Key::Left, Key::Left, Key::Right, Key::Down],
            false => [Key::Down, Key::Up, Key::Up, Key::Down, Key::Right],
        };
        let mut walked = 0;
        for _ in 0..MOST {
            if self.focused() == name {
                return;
            }
            let inside = self.run("return document.activeElement.closest('svg') !== null", &[]);
            if inside && walked == 0 {
                self.press(Key::Home);
                walked = walk.len();
            } else if inside && walked < 10 * walk.len() {
                self.press(walk[walked % walk.len()].clone());
                walked += 1;
            } else {
                self.press(Key::Tab);
            }
        }
        panic!("{MOST} keys did not lead to {name:?}\n{}", self.situation());
    }

    /// The name of what has the focus; empty when nothing has.
    pub fn focused(&self) -> String {
        self.run(elements::FOCUSED, &[])
    }

    /// Follows a link by pointer, found by its name.
    pub fn follow_link(&self, name: &str) {
        self.click(&self.find("a[href]", name));
    }

    /// Presses a button by pointer, found by its name.
    pub fn press_button(&self, name: &str) {
        self.click(&self.find("button", name));
    }

    /// Clicks where an element is; it is scrolled into view first.
    pub fn click(&self, element: &WebElement) {
        self.point_at(element);
        self.press_pointer();
    }

    /// Moves the pointer onto an element; the page is scrolled there.
    pub fn point_at(&self, element: &WebElement) {
        self.scroll_to(element);
        // Not by the element itself: WebKit's driver finds no place of one in a picture.
        let (x, y): (i64, i64) = self.run(
            "const [line] = arguments[0].getClientRects();
             const box = line ?? arguments[0].getBoundingClientRect();
             return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)]",
            &[element.to_json().expect("it is an element")],
        );
        let chain = self.driver().action_chain();
        self.wait("point", chain.move_to(x, y).perform());
    }

    /// Presses and releases the pointer where it is. WebDriver's own click on an
    /// element will not do: some drivers take what a style shows of a closed
    /// `details` for hidden.
    pub fn press_pointer(&self) {
        self.wait("click", self.driver().action_chain().click().perform());
    }

    /// Waits until one visible element of a selector has a name: that very
    /// name, or else a name with it inside.
    pub fn find(&self, selector: &str, name: &str) -> WebElement {
        let mut found = None;
        self.wait_until(
            &format!("there is a {selector} called {name:?}"),
            |browser| {
                found = browser.look_for(selector, name);
                found.is_some()
            },
        );
        found.expect("just found")
    }

    fn look_for(&self, selector: &str, name: &str) -> Option<WebElement> {
        self.ask_for(elements::FIND, vec![selector.into(), name.into()])
    }

    fn ask_for(&self, script: &str, arguments: Vec<Value>) -> Option<WebElement> {
        let result = self.wait("find", self.driver().execute(script, arguments));
        (!result.json().is_null()).then(|| result.element().expect("an element"))
    }

    /// Waits until there is a visible link of a selector: for links whose names
    /// the editors choose.
    pub fn first_link(&self, selector: &str) -> WebElement {
        self.find(selector, "")
    }

    /// The name of the first visible link in the main part to a page.
    pub fn link_to(&self, path: &str) -> String {
        let link = self.find(&format!("main a[href='{path}']"), "");
        self.run(elements::NAME, &[link.to_json().expect("it is an element")])
    }

    /// The address that a link has, as it is written there: WebKit's driver gives the whole.
    pub fn href_of(&self, link: &WebElement) -> String {
        let link = link.to_json().expect("it is an element");
        self.run("return arguments[0].getAttribute('href') ?? ''", &[link])
    }

    /// Opens what is folded away in the main part, where the screen is narrow.
    pub fn open_fold(&self) {
        let fold = self.ask_for(elements::FOLDED, Vec::new());
        if let Some(fold) = fold {
            self.click(&fold);
        }
    }

    /// Replaces what stands in a field by typing.
    pub fn type_into(&self, field: &WebElement, text: &str) {
        self.wait("clear a field", field.clear());
        self.wait("type", field.send_keys(text));
    }

    /// What stands in a field.
    pub fn value(&self, selector: &str) -> String {
        self.run(
            "return document.querySelector(arguments[0])?.value ?? ''",
            &[selector.into()],
        )
    }

    /// An attribute of the page's root; empty when it is not there.
    pub fn root(&self, attribute: &str) -> String {
        self.run(
            "return document.documentElement.getAttribute(arguments[0]) ?? ''",
            &[attribute.into()],
        )
    }

    /// The colour behind the page.
    pub fn background(&self) -> String {
        self.run(
            "const colour = element => getComputedStyle(element).backgroundColor;
             return colour(document.body) + colour(document.documentElement)",
            &[],
        )
    }

    /// Scrolls so that an element is in view, and rests there: what comes into
    /// view on the way may turn out higher or lower than it was taken for.
    fn scroll_to(&self, element: &WebElement) {
        let element = element.to_json().expect("it is an element");
        // Looked at more often than a busy machine leaves out a frame.
        const LONG_ENOUGH: u32 = 4;
        let (mut before, mut rested) = (f64::NAN, 0);
        self.wait_until("the element rests in view", |browser| {
            // Not by frames: a page without scripts runs none for the tests.
            let now = browser.run::<f64>(
                "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
                 return arguments[0].getBoundingClientRect().top",
                std::slice::from_ref(&element),
            );
            rested = if now == before { rested + 1 } else { 0 };
            before = now;
            rested >= LONG_ENOUGH
        });
    }

    /// How far down the page is scrolled, in pixels.
    pub fn scrolled(&self) -> i64 {
        self.run("return Math.round(scrollY)", &[])
    }

    /// The same once it scrolls no more: what gets the focus by a key comes into view a
    /// little later.
    pub fn scrolled_at_rest(&self) -> i64 {
        const LONG_ENOUGH: u32 = 4;
        let (mut before, mut rested) = (self.scrolled(), 0);
        self.wait_until("the page rests", |browser| {
            let now = browser.scrolled();
            rested = if now == before { rested + 1 } else { 0 };
            before = now;
            rested >= LONG_ENOUGH
        });
        before
    }

    /// Waits until the page is scrolled to where it was.
    pub fn see_scrolled(&self, to: i64) {
        let mut seen = 0;
        self.wait_until(&format!("the page is scrolled to {to}"), |browser| {
            if seen != browser.scrolled() {
                seen = browser.scrolled();
                eprintln!("the page is scrolled to {seen}");
            }
            (seen - to).abs() <= 2
        });
    }

    /// Runs a script in the page.
    pub fn run<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        // While one page goes and the next comes, Firefox answers nothing.
        const TRIES: usize = 20;
        let answers_nothing = self.engine == Engine::Firefox;
        let mut tries = 0;
        loop {
            let work = self.driver().execute(script, arguments.to_vec());
            let result = self.wait("a script", work);
            match result.convert() {
                Ok(answer) => return answer,
                Err(_) if answers_nothing && result.json().is_null() && tries < TRIES => tries += 1,
                Err(error) => panic!("the script answers something else: {error}\n{script}"),
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Runs a script that answers by its last argument, a callback.
    pub fn run_async<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let work = self.driver().execute_async(script, arguments.to_vec());
        let result = self.wait("a script", work);
        result
            .convert()
            .unwrap_or_else(|error| panic!("the script answers something else: {error}\n{script}"))
    }

    /// What the page looks like, for a failure's message.
    fn situation(&self) -> String {
        let seen = self.block_on(self.driver().execute(elements::SITUATION, vec![]));
        let seen = seen.map_or_else(
            |error| error.to_string(),
            |seen| seen.json().as_str().unwrap_or_default().to_owned(),
        );
        let console = self.console_quietly().join("\n  ");
        format!("{seen}\nconsole:\n  {console}")
    }

    pub(super) fn block_on<T>(&self, work: impl Future<Output = T>) -> T {
        self.session().runtime.block_on(work)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            session.give_back(self.engine, &self.origin);
        }
    }
}
