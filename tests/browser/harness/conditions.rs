//! The conditions a page is read under: the screen, the theme, scripts off,
//! requests that do not get through.

use base64::Engine;
use serde_json::{Value, json};
use thirtyfour::extensions::cdp::ChromeDevTools;

use super::Browser;

/// Up to this width a screen is a phone's, touched with a finger.
const PHONE: u32 = 480;

/// Puts a `fetch` in place of the page's own that knows what does not get through.
const KEEP_FROM_ASKING: &str = r"
    const [patterns] = arguments;
    window.fetchUnhindered ??= window.fetch;
    const piece = text => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    const blocked = patterns.map(pattern => new RegExp('^' + pattern.split('*').map(piece).join('.*') + '$'));
    window.fetch = (asked, how) => {
        const address = new URL(asked.url ?? asked, document.baseURI).href;
        return blocked.some(pattern => pattern.test(address))
            // The page's own, not of the realm that Firefox runs a test's scripts in.
            ? window.Promise.reject(new window.TypeError(`${address} does not get through`))
            : window.fetchUnhindered(asked, how);
    };
";

impl Browser {
    pub(super) fn devtools(&self, command: &str, parameters: Value) -> Value {
        assert!(
            self.engine.has_devtools(),
            "{command} needs DevTools; this engine has none"
        );
        let devtools = ChromeDevTools::new(self.driver().handle.clone());
        self.wait(
            command,
            devtools.execute_cdp_with_params(command, parameters),
        )
    }

    /// Gives the page another width; a narrow screen is a phone with touch.
    pub fn resize(&self, width: u32) {
        self.resize_to(width, if width <= PHONE { 844 } else { 900 });
    }

    /// The same with a height of its own.
    pub fn resize_to(&self, width: u32, height: u32) {
        if !self.engine.has_devtools() {
            return self.resize_window(width, height);
        }
        let phone = width <= PHONE;
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({
                "width": width,
                "height": height,
                "deviceScaleFactor": if phone { 2 } else { 1 },
                "mobile": phone,
            }),
        );
        self.devtools(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": phone, "maxTouchPoints": 5 }),
        );
        // The next page must not begin at the old width.
        self.run_async::<()>(
            "const done = arguments[0];
             requestAnimationFrame(() => requestAnimationFrame(() => done()));",
            &[],
        );
    }

    /// Keeps requests on their way until they are let go.
    pub fn hold(&self, patterns: &[&str]) {
        let patterns = patterns
            .iter()
            .map(|pattern| json!({ "urlPattern": pattern }));
        let patterns: Vec<Value> = patterns.collect();
        self.devtools("Fetch.enable", json!({ "patterns": patterns }));
    }

    /// Lets what was held go on.
    pub fn let_go(&self) {
        self.devtools("Fetch.disable", json!({}));
    }

    /// Taps with a finger in the middle of an element.
    pub fn tap(&self, selector: &str) {
        let (x, y): (f64, f64) = self.run(
            "const all = [...document.querySelectorAll(arguments[0])];
             const element = all.find(element => element.checkVisibility());
             element.scrollIntoView({ block: 'center', behavior: 'instant' });
             const box = element.getBoundingClientRect();
             return [box.x + box.width / 2, box.y + box.height / 2]",
            &[selector.into()],
        );
        for (kind, points) in [
            ("touchStart", json!([{ "x": x, "y": y }])),
            ("touchEnd", json!([])),
        ] {
            self.devtools(
                "Input.dispatchTouchEvent",
                json!({ "type": kind, "touchPoints": points }),
            );
        }
    }

    /// The faces in which the text of an element is really set.
    pub fn fonts_of(&self, selector: &str) -> Vec<String> {
        for domain in ["DOM.enable", "CSS.enable"] {
            self.devtools(domain, json!({}));
        }
        let document = self.devtools("DOM.getDocument", json!({}));
        let element = self.devtools(
            "DOM.querySelector",
            json!({ "nodeId": document["root"]["nodeId"], "selector": selector }),
        );
        let fonts = self.devtools(
            "CSS.getPlatformFontsForNode",
            json!({ "nodeId": element["nodeId"] }),
        );
        let fonts = fonts["fonts"].as_array().cloned().unwrap_or_default();
        let names = fonts.iter().filter_map(|font| font["familyName"].as_str());
        names.map(str::to_owned).collect()
    }

    /// Turns the wheel over what has the focus.
    pub fn scroll_wheel(&self, by: i32) {
        let (x, y): (f64, f64) = self.run(
            "const box = document.activeElement.getBoundingClientRect();
             return [box.x + box.width / 2, box.y + box.height / 2]",
            &[],
        );
        self.devtools(
            "Input.dispatchMouseEvent",
            json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": by }),
        );
    }

    /// Lets the browser say that it is another one.
    pub fn pretend_to_be(&self, user_agent: &str) {
        self.devtools(
            "Emulation.setUserAgentOverride",
            json!({ "userAgent": user_agent }),
        );
    }

    /// Lets pages be laid out as for paper, or for the screen again.
    pub fn emulate_paper(&self, paper: bool) {
        let media = if paper { "print" } else { "" };
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": media }));
    }

    /// Prints the page on A4, and reads what stands on the paper, without spaces.
    pub fn print(&self) -> String {
        let answer = self.devtools(
            "Page.printToPDF",
            json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true }),
        );
        let pdf = answer["data"].as_str().expect("a PDF");
        let pdf = base64::engine::general_purpose::STANDARD.decode(pdf);
        super::pdf::text(&pdf.expect("it is base64"))
    }

    /// Lets the system prefer `light` or `dark`.
    pub fn prefer_theme(&self, theme: &str) {
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [
                { "name": "prefers-color-scheme", "value": theme },
                // A colour on its way from one theme to the other is neither.
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ] }),
        );
    }

    /// Lets the system force its own few colours on every page, `light` or
    /// `dark` ones.
    pub fn force_colours(&self, theme: &str) {
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [
                { "name": "forced-colors", "value": "active" },
                { "name": "prefers-color-scheme", "value": theme },
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ] }),
        );
    }

    /// Lets the system ask for less motion, or not.
    pub fn reduce_motion(&self, reduced: bool) {
        let value = if reduced { "reduce" } else { "no-preference" };
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": "prefers-reduced-motion", "value": value }] }),
        );
    }

    /// Lets the browser ask for pages in these languages.
    pub fn prefer_languages(&self, accepted: &str) {
        self.devtools("Network.enable", json!({}));
        self.devtools(
            "Network.setExtraHTTPHeaders",
            json!({ "headers": { "Accept-Language": accepted } }),
        );
    }

    /// Turns scripts off from now on; see also [`Browser::open_without_scripts`].
    pub fn disable_scripts(&self) {
        self.devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        );
    }

    /// Lets no request through whose address has one of these endings or
    /// holds one of these pieces, `*` standing for anything.
    ///
    /// Without `DevTools` the page that is open is kept from asking, until it is left.
    pub fn block(&self, patterns: &[&str]) {
        if !self.engine.has_devtools() {
            let open = self.run::<bool>("return location.protocol === 'http:'", &[]);
            assert!(
                open,
                "{:?} can block what an open page asks for",
                self.engine
            );
            return self.run(KEEP_FROM_ASKING, &[patterns.into()]);
        }
        self.devtools("Network.enable", json!({}));
        self.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
        self.devtools("Network.setBlockedURLs", json!({ "urls": patterns }));
    }

    /// Lets every request through again.
    pub fn unblock(&self) {
        self.block(&[]);
    }

    /// Runs a script in every page before the page's own.
    pub fn before_every_page(&self, script: &str) {
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        );
    }
}
