//! What is not looked at in an engine is said, past the capture of the tests' output: a
//! test that passed is else taken for one that looked.

use std::io::Write;
use std::thread;

use super::Engine;

/// Whether a test is left out, as it needs what only `DevTools` can do; says so.
pub fn left_out(needs: &str) -> bool {
    let engine = Engine::chosen();
    if !engine.has_devtools() {
        say(&format!("left out in {engine:?}, as it needs {needs}"));
    }
    !engine.has_devtools()
}

/// Says that a part of a test is not looked at.
pub fn not_looked_at(engine: Engine, what: &str) {
    say(&format!("not looked at in {engine:?}: {what}"));
}

/// Says a line with the test's name.
pub fn say(line: &str) {
    let test = thread::current();
    let test = test.name().unwrap_or("a test");
    // A line that cannot be written has nobody to be read by.
    let _ = writeln!(std::io::stderr(), "==> {test}: {line}");
}
