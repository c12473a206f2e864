//! The security headers, as the browser enforces them.

use crate::common::{Published, Server};
use crate::harness::Browser;

#[test]
fn the_strict_policy_is_really_there() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for path in ["/", "/en/news/", "/no-such-page/"] {
        browser.visit(path);
        let policy: String = browser.run_async(
            "const done = arguments[0];
             fetch(location.href).then(answer => done(answer.headers.get('content-security-policy') ?? ''));",
            &[],
        );
        for directive in [
            "default-src 'none'",
            "style-src 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
        ] {
            assert!(
                policy.split(';').any(|part| part.trim() == directive),
                "{path} is served without {directive}: {policy}"
            );
        }
        for loophole in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*"] {
            assert!(
                !policy.split([' ', ';']).any(|word| word == loophole),
                "{path} is served with {loophole}: {policy}"
            );
        }
    }
}

#[test]
fn the_browser_enforces_the_policy() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.visit("/");
    browser.expect_empty_console("on the home page");
    let refused: bool = browser.run(
        "try { document.createElement('p').innerHTML = '<b>text</b>'; return false; }
         catch (error) { return error instanceof TypeError; }",
        &[],
    );
    assert!(refused, "markup was parsed from a plain string");
    let ran: bool = browser.run(
        "const script = document.createElement('script');
         try { script.textContent = 'window.ran = true'; document.head.append(script); } catch {}
         return window.ran === true;",
        &[],
    );
    assert!(!ran, "an inline script ran");
    assert!(!browser.console().is_empty(), "the console can be read");
}
