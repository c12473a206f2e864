//! Which part of the house may know which other: crates by `cargo metadata`,
//! modules by what they name.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, iter};

use serde_json::Value;
use walkdir::WalkDir;

/// What each crate of the workspace may depend on. Tests and benches may reach
/// further: they put several together.
const ALLOWED: [(&str, &[&str]); 14] = [
    ("model-derive", &[]),
    ("model", &["model-derive"]),
    ("chain", &["model"]),
    ("search", &["model"]),
    ("markup", &["model"]),
    ("content", &["model", "chain"]),
    ("alliance", &["model", "chain", "search", "markup"]),
    (
        "publish",
        &["model", "chain", "search", "markup", "content", "alliance"],
    ),
    ("upload", &["publish"]),
    ("store", &["model", "content"]),
    ("server", &["model", "search", "content", "publish"]),
    (
        "api",
        &["model", "search", "content", "publish", "store", "server"],
    ),
    ("desk", &[]),
    (
        "site",
        &[
            "model", "chain", "search", "content", "publish", "store", "server", "api", "alliance",
            "upload",
        ],
    ),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn crates_depend_downward_only() {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let names: BTreeSet<&str> = packages
        .iter()
        .map(|package| package["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ALLOWED.iter().map(|(name, _)| *name).collect());
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let (_, allowed) = ALLOWED.iter().find(|(known, _)| *known == name).unwrap();
        for dependency in package["dependencies"].as_array().unwrap() {
            let on = dependency["name"].as_str().unwrap();
            if dependency["kind"].is_null() && names.contains(on) {
                assert!(allowed.contains(&on), "{name} may not depend on {on}");
            }
        }
    }
}

#[test]
fn science_knows_neither_page_nor_browser_nor_disk() {
    for (name, forbidden) in [
        ("model", &["leptos", "web_sys", "js_sys", "std::fs"][..]),
        (
            "chain",
            &["leptos", "web_sys", "js_sys", "std::fs", "serde"],
        ),
        ("search", &["leptos", "web_sys", "js_sys", "std::fs"]),
        ("content", &["leptos", "web_sys", "ureq", "reqwest"]),
    ] {
        for (path, text) in sources(&root().join("crates").join(name).join("src")) {
            for word in forbidden {
                assert!(!text.contains(word), "{name}::{path:?} names {word}");
            }
        }
    }
}

/// The modules of a crate by their paths, each with its code, comments and tests
/// left out.
fn sources(folder: &Path) -> BTreeMap<Vec<String>, String> {
    (WalkDir::new(folder).into_iter())
        .filter_map(Result::ok)
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "rs")
        })
        .map(|entry| {
            let path = entry
                .path()
                .strip_prefix(folder)
                .unwrap()
                .with_extension("");
            let mut path: Vec<String> = (path.iter())
                .map(|part| part.to_str().unwrap().to_owned())
                .collect();
            if matches!(&*path, [only] if only == "lib" || only == "main") {
                path.clear();
            }
            let text = fs::read_to_string(entry.path()).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
            let code: Vec<&str> = (code.lines())
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            (path, code.join("\n"))
        })
        .filter(|(path, _)| path.last().is_none_or(|name| name != "tests"))
        .collect()
}

/// What a code names by `crate::`, `super::` and `self::`, as absolute paths.
fn named(own: &[String], code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|char| char.is_alphanumeric() || "_:$".contains(char)) {
                continue;
            }
            let end = code[at..].find(';').map_or(code.len(), |end| at + end);
            for path in paths(&code[at..end]) {
                found.push(absolute(own, &path));
            }
        }
    }
    found
}

/// The paths that a text begins with: one, or those of a list in braces.
fn paths(text: &str) -> Vec<Vec<String>> {
    let word = |char: char| char.is_alphanumeric() || char == '_';
    let mut path = Vec::new();
    let mut rest = text;
    loop {
        let length = rest.find(|char| !word(char)).unwrap_or(rest.len());
        if length > 0 {
            path.push(rest[..length].to_owned());
        }
        match rest[length..].strip_prefix("::") {
            Some(list) if list.starts_with('{') => {
                return inside(list)
                    .iter()
                    .flat_map(|part| paths(part.trim()))
                    .map(|more| path.iter().cloned().chain(more).collect())
                    .collect();
            }
            Some(more) => rest = more,
            None => return vec![path],
        }
    }
}

/// The parts of a list in braces, at its first level.
fn inside(list: &str) -> Vec<String> {
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for char in list.chars() {
        depth += match char {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        match char {
            '{' if depth == 1 => {}
            _ if depth == 0 => break,
            ',' if depth == 1 => parts.push(String::new()),
            _ => parts.last_mut().unwrap().push(char),
        }
    }
    parts
}

fn absolute(own: &[String], path: &[String]) -> Vec<String> {
    let mut base = own.to_vec();
    let mut rest = path;
    while let [first, more @ ..] = rest {
        match first.as_str() {
            "crate" => base.clear(),
            "super" => drop(base.pop()),
            "self" => {}
            _ => break,
        }
        rest = more;
    }
    base.extend(rest.iter().cloned());
    base
}

/// The module that a path leads to. What a module on the way has from another, it
/// leads on to: a re-export hides no arrow.
fn target(modules: &BTreeMap<Vec<String>, String>, path: Vec<String>) -> Option<Vec<String>> {
    let (mut path, mut passed) = (path, BTreeSet::new());
    loop {
        let length = (0..=path.len())
            .rev()
            .find(|length| modules.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let leads_on = rest
            .first()
            .and_then(|name| imported(modules, module, name));
        match leads_on {
            Some(to) if passed.insert(path.clone()) => {
                path = to.into_iter().chain(rest[1..].iter().cloned()).collect();
            }
            _ => return Some(module.to_vec()),
        }
    }
}

/// Where a module has a name from, if it is from its crate.
fn imported(
    modules: &BTreeMap<Vec<String>, String>,
    module: &[String],
    name: &str,
) -> Option<Vec<String>> {
    let code = &modules[module];
    let uses = code.match_indices("use ").filter_map(|(at, word)| {
        let apart = !code[..at].ends_with(|char: char| char.is_alphanumeric() || char == '_');
        apart.then(|| code[at + word.len()..].split(';').next().unwrap())
    });
    uses.flat_map(paths).find_map(|mut path| {
        path.pop_if(|last| last == "self");
        if path.last()? != name {
            return None;
        }
        if ["crate", "super", "self"].contains(&path[0].as_str()) {
            return Some(absolute(module, &path));
        }
        let child: Vec<String> = module.iter().chain(&path).cloned().collect();
        modules
            .contains_key(&child[..module.len() + 1])
            .then_some(child)
    })
}

/// Modules of one parent that name each other in a circle, for a crate.
fn circles(folder: &Path) -> Vec<String> {
    let modules = sources(folder);
    // By parent: which of its children names which other.
    let mut arrows: BTreeMap<Vec<String>, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (own, code) in &modules {
        for path in named(own, code) {
            let Some(target) = target(&modules, path) else {
                continue;
            };
            let common = iter::zip(own, &target).take_while(|(a, b)| a == b).count();
            if common < own.len() && common < target.len() {
                let siblings = arrows.entry(own[..common].to_vec()).or_default();
                let from = siblings.entry(own[common].clone()).or_default();
                from.insert(target[common].clone());
            }
        }
    }
    let mut circles = Vec::new();
    for (parent, arrows) in &arrows {
        for start in arrows.keys() {
            let mut reached = BTreeSet::new();
            let mut next = vec![start];
            while let Some(module) = next.pop() {
                for to in arrows.get(module).into_iter().flatten() {
                    if reached.insert(to) {
                        next.push(to);
                    }
                }
            }
            if reached.contains(start) {
                let path: Vec<&str> = parent.iter().chain([start]).map(String::as_str).collect();
                circles.push(path.join("::"));
            }
        }
    }
    circles
}

/// `model::words::of_door` leaves out words of pages that a door does not draw.
#[test]
fn nobody_asks_for_words_that_its_door_has_not() {
    let mut named = 0;
    for (module, code) in sources(&root().join("src")) {
        for (words, page) in [("levers", "chain"), ("ask", "chain"), ("home", "home")] {
            let asks = ["words().", "words."].map(|before| format!("{before}{words}"));
            let asks = asks.iter().any(|asks| {
                (code.match_indices(asks)).any(|(at, asks)| {
                    !code[at + asks.len()..].starts_with(|next: char| next.is_alphanumeric())
                })
            });
            named += usize::from(asks);
            let own = module.starts_with(&["pages".to_owned(), page.to_owned()]);
            assert!(own || !asks, "{module:?} names the words of `{words}`");
        }
    }
    assert!(named > 10, "only {named} modules name them");
}

#[test]
fn no_modules_know_each_other_in_a_circle() {
    for (name, _) in ALLOWED {
        let folder = match name {
            "alliance" => root().join("src"),
            "desk" => root().join("desk/src"),
            name => root().join("crates").join(name).join("src"),
        };
        assert_eq!(circles(&folder), [""; 0], "in {name}");
    }
}

#[test]
fn a_circle_is_found() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("a")).unwrap();
    for (file, code) in [
        ("lib.rs", "mod a;\nmod b;\nmod c;\n"),
        (
            "a.rs",
            "mod child;\nuse self::child::x;\nuse crate::{b::{one, two}, c};\n",
        ),
        ("a/child.rs", "use super::y;\n"),
        ("b.rs", "// crate::a\nuse super::c::three;\n"),
        ("c.rs", "fn f() { crate::a::child::x(); }\n"),
    ] {
        fs::write(folder.path().join(file), code).unwrap();
    }
    assert_eq!(circles(folder.path()), ["a", "b", "c"]);
    // What leads to a child by way of its parent's name for it.
    for (file, code) in [
        ("lib.rs", "mod a;\nmod b;\nmod c;\npub use a::{x, y};\n"),
        ("c.rs", "fn f() { crate::y(); }\n"),
    ] {
        fs::write(folder.path().join(file), code).unwrap();
    }
    assert_eq!(circles(folder.path()), ["a", "b", "c"]);
    fs::write(folder.path().join("c.rs"), "").unwrap();
    assert_eq!(circles(folder.path()), [""; 0]);
}
