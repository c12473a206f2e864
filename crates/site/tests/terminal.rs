//! Colours of `site check`: where a terminal shows them, and nobody has asked for none.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs::File;
use std::io::Read;
use std::process::Command;

use rustix::fs::{Mode, OFlags, open};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

#[allow(dead_code, reason = "shared with the tests of the bundle")]
#[path = "../../content/tests/checks/overlay.rs"]
mod overlay;

use overlay::Overlay;

/// What `site check` writes on a terminal of this kind.
fn on_terminal(overlay: &Overlay, environment: &[(&str, &str)]) -> String {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&ours).unwrap();
    unlockpt(&ours).unwrap();
    let name = ptsname(&ours, Vec::new()).unwrap();
    let theirs = open(name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
    let mut command = check(overlay, environment);
    let mut child = command.stdout(File::from(theirs)).spawn().unwrap();
    // The child alone holds the other end from here on.
    drop(command);
    let mut bytes = Vec::new();
    // A terminal whose other end is closed is an error, not an end.
    let _ = File::from(ours).read_to_end(&mut bytes);
    child.wait().unwrap();
    String::from_utf8(bytes).unwrap()
}

fn check(overlay: &Overlay, environment: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI"] {
        command.env_remove(name);
    }
    command
        .args(["check", "--warnings"])
        .arg(overlay.path())
        .env("TERM", "xterm-256color")
        .envs(environment.iter().copied());
    command
}

/// What colours begin with.
const ESCAPE: char = '\u{1b}';

#[test]
fn shows_colours_on_a_terminal_and_the_same_words() {
    let overlay = Overlay::with("date");
    let coloured = on_terminal(&overlay, &[]);
    assert!(
        coloured.contains("\u{1b}[1m\u{1b}[31m") || coloured.contains("\u{1b}[1;31m"),
        "{coloured:?}"
    );
    let plain = on_terminal(&overlay, &[("NO_COLOR", "1")]);
    assert!(!plain.contains(ESCAPE), "{plain:?}");
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
}

#[test]
fn shows_none_where_they_are_not_wanted_or_not_seen() {
    let overlay = Overlay::with("date");
    for unwanted in [("NO_COLOR", "1"), ("CLICOLOR", "0"), ("TERM", "dumb")] {
        let text = on_terminal(&overlay, &[unwanted]);
        assert!(text.contains("共 1 处问题"), "{text}");
        assert!(!text.contains(ESCAPE), "{unwanted:?}: {text:?}");
    }
    let piped = |environment| {
        let output = check(&overlay, environment).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(!piped(&[]).contains(ESCAPE));
    assert!(piped(&[("CLICOLOR_FORCE", "1")]).contains(ESCAPE));
}

#[test]
fn never_passes_on_what_a_file_would_have_a_terminal_do() {
    let overlay =
        Overlay::with("date").replace("news/2025-10-31-output.json", "{", "{ \"\\u001b[2J\": 1,");
    let text = on_terminal(&overlay, &[("NO_COLOR", "1")]);
    assert!(
        text.contains("␛[2J") || text.contains("\\u001b"),
        "{text:?}"
    );
    assert!(!text.contains(ESCAPE), "{text:?}");
}
