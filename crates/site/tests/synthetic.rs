//! Bundles that were made up for measuring.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../../publish/tests/common/trial.rs"]
mod trial;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use content::load::load;
use content::synthetic::{PREFIX, Size, SyntheticError, generate};
use model::Lang;
use publish::{Options, PublishError, publish};

use trial::{Site, tree};

fn real() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content")
}

const SIZE: Size = Size {
    articles: 400,
    companies: 50,
    pictures: 0,
    events: 9,
    offers: 8,
    seed: 3,
};

#[test]
fn are_sound_marked_and_the_same_for_the_same_seed() {
    let root = tempfile::tempdir().unwrap();
    let (one, same, other) = (
        root.path().join("one"),
        root.path().join("same"),
        root.path().join("other"),
    );
    generate(&real(), &one, SIZE).unwrap();
    generate(&real(), &same, SIZE).unwrap();
    generate(&real(), &other, Size { seed: 4, ..SIZE }).unwrap();
    assert!(tree(&one) == tree(&same));
    assert!(tree(&one) != tree(&other));

    let bundle = load(&one).unwrap_or_else(|faults| panic!("{faults}"));
    let made: Vec<_> = (bundle.news.iter())
        .filter(|article| article.id.starts_with(PREFIX))
        .collect();
    assert_eq!(made.len(), 400);
    for article in &made {
        for text in [&article.title, &article.summary] {
            assert!(text.get(Lang::ZhHans).text.contains("合成"));
            assert!(text.get(Lang::En).text.contains("synthetic"));
        }
        let source = bundle.source(&article.source).unwrap();
        assert!(source.title.get(Lang::ZhHans).text.contains("合成"));
        assert!(source.url.is_none());
    }
    let years: std::collections::BTreeSet<_> = made
        .iter()
        .filter_map(|article| article.date.year)
        .collect();
    assert!(years.len() >= 20, "{years:?}");
    let companies = &bundle.companies.companies;
    let companies = companies
        .iter()
        .filter(|company| company.id.starts_with(PREFIX));
    assert_eq!(companies.count(), 50);
}

#[test]
fn are_not_published_by_mistake() {
    let site = Site::new();
    let made = site.root().join("made");
    generate(&site.content(), &made, SIZE).unwrap();
    let options = Options {
        content: made,
        ..site.options()
    };
    assert!(matches!(publish(&options), Err(PublishError::Synthetic)));
    assert!(!site.out().exists());
}

#[test]
fn go_into_a_folder_of_their_own() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("kept.txt"), "").unwrap();
    let refused = generate(&real(), root.path(), SIZE);
    assert!(matches!(refused, Err(SyntheticError::Occupied(_))));

    let within = real().join("synthetic-test");
    let output = Command::new(env!("CARGO_BIN_EXE_site"))
        .args(["generate", "--articles", "1", "--out"])
        .arg(&within)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .unwrap();
    assert!(!output.status.success());
    assert!(!within.exists());
}
