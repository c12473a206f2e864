//! Bundles of older schema versions, brought up to this one. The fixtures are
//! this site's own content as it was: `v1` before files named their schemas,
//! `v2` what its editors made of two of its files by hand.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../../publish/tests/common/trial.rs"]
mod trial;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use content::editing::migrate::{Change, MigrateError, SCHEMA, plan};
use content::load::load;
use publish::publish;

use trial::{Site, tree};

fn fixture(version: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../content/tests/fixtures/migrate")
        .join(version)
}

/// A site whose content is that of version 1.
fn old() -> Site {
    of_version("v1")
}

/// A site whose content is that of an older version.
fn of_version(version: &str) -> Site {
    let site = Site::new();
    fs::remove_dir_all(site.content()).unwrap();
    for (path, bytes) in tree(&fixture(version)) {
        let path = site.content().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    site
}

fn change(site: &Site, file: &str, from: &str, to: &str) {
    let path = site.content().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn migrate(site: &Site) {
    plan(&site.content())
        .unwrap()
        .write(&site.content())
        .unwrap();
}

fn texts(site: &Site) -> BTreeMap<String, String> {
    (tree(&site.content()).into_iter())
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// Runs `site migrate` in English.
fn run(site: &Site, args: &[&str]) -> (Output, String) {
    run_in(site, "en", args)
}

/// Runs `site migrate` in a language.
fn run_in(site: &Site, lang: &str, args: &[&str]) -> (Output, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_site"))
        .arg("migrate")
        .arg(site.content())
        .args(["--lang", lang])
        .args(args)
        .output()
        .unwrap();
    let said = [&output.stdout[..], &output.stderr].concat();
    (output, String::from_utf8(said).unwrap())
}

#[test]
fn makes_an_old_bundle_pass_and_says_the_same_pages() {
    let site = old();
    let faults = load(&site.content()).unwrap_err().to_string();
    assert!(faults.contains("site migrate"), "{faults}");
    migrate(&site);
    load(&site.content()).unwrap();
    publish(&site.options()).unwrap();

    // The same content, brought up by its editors.
    let by_hand = old();
    for (name, text) in texts(&by_hand) {
        let text = text
            .replace("\"links\":", "\"stages\":")
            .replace("\"link\":", "\"stage\":");
        fs::write(by_hand.content().join(name), text).unwrap();
    }
    for file in ["chain.json", "sources.json"] {
        fs::copy(fixture("v3").join(file), by_hand.content().join(file)).unwrap();
    }
    fs::write(by_hand.content().join("glossary.json"), "{ \"terms\": [] }").unwrap();
    let (one, three) = ("\"schemaVersion\": 1", "\"schemaVersion\": 3");
    change(&by_hand, "alliance.json", one, three);
    publish(&by_hand.options()).unwrap();

    let (migrated, expected) = (tree(&site.out()), tree(&by_hand.out()));
    assert!(migrated.keys().eq(expected.keys()));
    for (path, bytes) in expected {
        assert!(migrated[&path] == bytes, "{path} differs");
    }
}

#[test]
fn brings_the_site_of_version_2_up_and_names_what_changes() {
    let site = of_version("v2");
    change(
        &site,
        "news/founding.json",
        "\"summary\": {\n    \"zh-Hans\": \"",
        "\"summary\": {\n    \"zh-Hans\": \"见 /news/link/recycled/ 。",
    );
    let (output, said) = run_in(&site, "en", &[]);
    assert!(output.status.success(), "{said}");
    for line in [
        "chain.json  the field links (link) is now stages (stage)",
        "companies.json  the field links (link) is now stages (stage)",
        "indicators.json  the field links (link) is now stages (stage)",
        "alliance.json  version 3",
        "news/founding.json  the field links (link) is now stages (stage); addresses of lists in texts: /link/ is now /stage/",
        "Brought from version 2 to 3",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let founding = &texts(&site)["news/founding.json"];
    assert!(
        founding.contains("见 /news/stage/recycled/ 。"),
        "{founding}"
    );
    let bundle = load(&site.content()).unwrap();
    assert!(bundle.news.iter().any(|article| !article.stages.is_empty()));
    assert!(
        bundle
            .indicators
            .indicators
            .iter()
            .any(|one| one.stage.is_some())
    );
}

#[test]
fn leaves_to_the_letter_what_it_need_not_touch() {
    let site = old();
    // Nobody's field, odd spaces: an editor's, all the same.
    change(&site, "chain.json", "\"low\": 72", "\"low\":   71.50");
    change(&site, "alliance.json", "{\n", "{\n  \"own\" : [1,2 , 3],\n");
    let before = texts(&site);
    migrate(&site);
    let after = texts(&site);
    for (path, text) in &before {
        let now: Vec<&str> = after[path].lines().collect();
        assert!(now[1].starts_with("  \"$schema\": \"../"), "{path}");
        if !["alliance.json", "chain.json", "sources.json"].contains(&path.as_str()) {
            let rest = [&now[..1], &now[2..]].concat().join("\n") + "\n";
            let text = text
                .replace("\"links\":", "\"stages\":")
                .replace("\"link\":", "\"stage\":");
            assert_eq!(rest, text, "{path}");
        }
    }
    assert!(after["alliance.json"].contains("\"own\" : [1,2 , 3],"));
    let chain = &after["chain.json"];
    assert!(chain.contains("\"low\":   71.50"), "an editor's own value");
    assert!(chain.contains("\"id\": \"extrusion-yield\""));
    assert!(!chain.contains("processing-yield"));
    let anode =
        "\"net-anode\", \"gross-anode\", \"anode-impurities\", \"baking-yield\", \"anode-co2\"]";
    assert!(chain.contains(anode), "a list in a line stays in a line");
    let kept = before["chain.json"].lines();
    let lost: Vec<&str> = kept.filter(|line| !chain.contains(line)).collect();
    assert!(lost.len() < 20, "{lost:#?}");
}

#[test]
fn keeps_the_mark_and_the_line_ends_of_a_file() {
    let site = old();
    let path = site.content().join("chain.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    migrate(&site);
    load(&site.content()).unwrap();
    let after = &texts(&site)["chain.json"];
    assert!(after.starts_with("\u{feff}{\r\n  \"$schema\""));
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
}

#[test]
fn changes_nothing_twice() {
    let site = old();
    migrate(&site);
    let before = texts(&site);
    let again = plan(&site.content()).unwrap();
    assert_eq!((again.from, again.files.len()), (SCHEMA, 0));
    let (output, said) = run(&site, &[]);
    assert!(output.status.success(), "{said}");
    assert_eq!(before, texts(&site));
    let own = plan(&Site::new().content()).unwrap();
    assert_eq!((own.from, own.files.len()), (SCHEMA, 0), "the site's own");
}

#[test]
fn takes_a_bundle_without_a_version_for_the_first() {
    let site = old();
    change(&site, "alliance.json", "  \"schemaVersion\": 1,\n", "");
    let migration = plan(&site.content()).unwrap();
    assert_eq!(migration.from, 1);
    let files = migration.files.iter();
    let alliance = files.clone().find(|file| file.name == "alliance.json");
    assert!(alliance.unwrap().changes.contains(&Change::Version));
    migrate(&site);
    load(&site.content()).unwrap();
}

#[test]
fn tells_what_would_change_without_changing_it() {
    let site = old();
    let before = texts(&site);
    let (output, said) = run(&site, &["--dry-run"]);
    assert!(output.status.success(), "{said}");
    assert_eq!(before, texts(&site));
    for line in [
        "alliance.json  names its schema; version 3\n",
        "+  \"schemaVersion\": 3,\n",
        "-  \"schemaVersion\": 1,\n",
        "factor processing-yield is now extrusion-yield",
        "new factor casthouse-yield",
        "glossary.json  new, without entries yet",
        "Nothing was written.",
    ] {
        assert!(said.contains(line), "{line} is missing in:\n{said}");
    }
}

#[test]
fn leaves_a_newer_bundle_and_a_broken_one_alone() {
    let site = old();
    let (one, nine) = ("\"schemaVersion\": 1", "\"schemaVersion\": 9");
    change(&site, "alliance.json", one, nine);
    let before = texts(&site);
    let error = plan(&site.content()).unwrap_err();
    assert!(matches!(error, MigrateError::TooNew { found: 9 }));
    let (output, said) = run(&site, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("Use a newer site"), "{said}");
    assert_eq!(before, texts(&site));

    change(&site, "alliance.json", nine, one);
    change(&site, "sources.json", "[", "[[");
    let before = texts(&site);
    let (output, said) = run(&site, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("sources.json"), "{said}");
    let (_, said) = run_in(&site, "zh", &[]);
    assert!(said.starts_with("sources.json:"), "{said}");
    assert!(said.contains("这里不是正确的 JSON"), "{said}");
    assert!(!said.contains("Unexpected"), "{said}");
    assert_eq!(before, texts(&site));
}
