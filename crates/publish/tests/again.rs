//! Publishing again: what has not changed is taken over, what was before can
//! be put back.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/trial.rs"]
mod trial;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use content::synthetic::{Size, generate};
use publish::output::history::{History, KEPT, RestoreError};
use publish::{Options, Report, publish};

use trial::{Site, tree};

type Files = BTreeMap<String, Vec<u8>>;

const ARTICLE: &str = "news/2025-10-31-output.json";
const PAGE: &str = "news/2025-10-31-output/index.html";

/// With a small synthetic archive.
fn archive(size: Size) -> Site {
    let site = Site::small();
    let real = site.root().join("real");
    fs::rename(site.content(), &real).unwrap();
    generate(&real, &site.content(), size).unwrap();
    site
}

const SMALL: Size = Size {
    articles: 60,
    companies: 20,
    pictures: 0,
    events: 6,
    offers: 3,
    seed: 7,
};

fn options(site: &Site) -> Options {
    Options {
        synthetic: true,
        ..site.options()
    }
}

fn edit(site: &Site, file: &str, from: &str, to: &str) {
    let path = site.content().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(path, text.replace(from, to)).unwrap();
}

fn publish_into(site: &Site, out: &Path, compress: bool) -> Report {
    let options = Options {
        out: out.to_owned(),
        compress,
        ..options(site)
    };
    publish(&options).unwrap()
}

#[test]
fn gives_the_same_bytes_as_a_first_publish() {
    let site = archive(Size {
        articles: 8,
        companies: 3,
        ..SMALL
    });
    let (again, fresh) = (site.root().join("again"), site.root().join("fresh"));
    let first = publish_into(&site, &again, true);
    assert_eq!(first.unchanged, 0);
    edit(&site, "news/synthetic-000004.json", "样例", "示范");
    let second = publish_into(&site, &again, true);
    assert!(second.unchanged > second.files / 2, "{second:?}");
    assert!(second.unchanged < second.files);
    let whole = publish_into(&site, &fresh, true);
    assert_eq!(whole.unchanged, 0);
    assert!(tree(&again) == tree(&fresh));
}

#[test]
fn changes_few_files_for_one_changed_article() {
    let site = archive(SMALL);
    let first = publish(&options(&site)).unwrap();
    let path = site.content().join("news/synthetic-000030.json");
    let mut article: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    article["body"]["zh-Hans"][0] = "正文改了一句。".into();
    fs::write(&path, article.to_string()).unwrap();
    let second = publish(&options(&site)).unwrap();
    let changed: Vec<_> = second
        .files
        .checked_sub(second.unchanged)
        .into_iter()
        .collect();
    // The page and its document in both scripts, the manifest and the 256 files
    // of revisions; with an origin, feeds. Of the search, its pages and the part
    // of the Chinese index that holds the newest articles.
    let of_index = |path: &&String| path.starts_with("content/v1/search/zh-Hans-");
    let index = tree(&site.out()).keys().filter(of_index).count();
    assert!(index < first.files / 10, "{index} of {}", first.files);
    let most = 256 + 5 + 5 + index;
    assert!(changed[0] <= most, "{changed:?} of {}", first.files);
}

#[cfg(unix)]
#[test]
fn takes_over_what_is_the_same_in_the_index_under_the_name_of_its_new_part() {
    use std::os::unix::fs::MetadataExt;

    let site = archive(SMALL);
    let again = site.root().join("again");
    let index = || -> BTreeMap<u64, String> {
        let files = tree(&again).into_keys();
        let index = files.filter(|path| path.contains("/search/") && path.contains(".bin"));
        index
            .map(|path| (fs::metadata(again.join(&path)).unwrap().ino(), path))
            .collect()
    };
    publish_into(&site, &again, false);
    let before = index();
    edit(&site, "news/synthetic-000030.json", "样例", "示范");
    publish_into(&site, &again, false);
    let after = index();
    let renamed = (after.iter())
        .filter(|(file, path)| before.get(file).is_some_and(|old| old != *path))
        .count();
    // In a small archive one article has a part in most of them.
    assert!(renamed > after.len() / 10, "{renamed} of {}", after.len());
}

#[test]
fn mends_a_file_that_somebody_has_changed() {
    let site = Site::small();
    publish(&site.options()).unwrap();
    let before = tree(&site.out());
    // Nobody is as quick as a disk's clock ticks.
    std::thread::sleep(std::time::Duration::from_millis(50));
    let page = site.out().join(PAGE);
    fs::remove_file(site.out().join("robots.txt")).unwrap();
    let length = fs::read(&page).unwrap().len();
    fs::remove_file(&page).unwrap();
    fs::write(&page, vec![b'x'; length]).unwrap();
    publish(&site.options()).unwrap();
    assert!(tree(&site.out()) == before);
}

#[test]
fn keeps_five_publishes_that_share_what_is_the_same() {
    let site = Site::small();
    let history = History::of(&site.out());
    assert!(matches!(history.restore(None), Err(RestoreError::None(_))));
    let mut trees = Vec::new();
    for count in 0..=KEPT + 1 {
        edit(&site, ARTICLE, "400.5", &format!("改{count}400.5"));
        publish(&site.options()).unwrap();
        trees.push(tree(&site.out()));
    }
    let list = history.list();
    assert_eq!(list.len(), KEPT);
    assert!(list.windows(2).all(|pair| pair[0].number > pair[1].number));

    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let about = fs::metadata(site.out().join("about/index.html")).unwrap();
        // And what the next publish begins with.
        assert_eq!(about.nlink(), KEPT as u64 + 2);
    }

    // The one before, and back.
    history.restore(None).unwrap();
    assert!(tree(&site.out()) == trees[KEPT]);
    history.restore(None).unwrap();
    assert!(tree(&site.out()) == trees[KEPT + 1]);
    // The oldest; and nothing is lost by publishing on from there.
    let oldest = history.list().last().unwrap().number;
    history.restore(Some(oldest)).unwrap();
    assert!(tree(&site.out()) == trees[1]);
    publish(&site.options()).unwrap();
    assert!(tree(&site.out()) == trees[KEPT + 1]);
    assert!(matches!(
        history.restore(Some(9999)),
        Err(RestoreError::NotThisOne(9999))
    ));
}

#[test]
fn what_was_served_before_going_back_is_the_newest_that_is_kept() {
    let site = Site::small();
    let history = History::of(&site.out());
    let mut trees = Vec::new();
    let mut publish_change = || {
        let count = trees.len();
        let changed = format!("改{count}400.5");
        edit(&site, ARTICLE, "400.5", &changed);
        publish(&site.options()).unwrap();
        trees.push(tree(&site.out()));
    };
    for _ in 0..=KEPT {
        publish_change();
    }
    let oldest = history.list().last().unwrap().number;
    history.restore(Some(oldest)).unwrap();
    publish_change();
    // Gone back twice: over the site that was restored, to the last before it.
    history.restore(None).unwrap();
    history.restore(Some(history.list()[1].number)).unwrap();
    assert!(tree(&site.out()) == trees[KEPT]);
}

#[test]
fn a_site_that_was_deleted_comes_back() {
    let site = Site::small();
    publish(&site.options()).unwrap();
    let first = tree(&site.out());
    edit(&site, ARTICLE, "400.5", "改400.5");
    publish(&site.options()).unwrap();
    fs::remove_dir_all(site.out()).unwrap();
    let history = History::of(&site.out());
    history.restore(None).unwrap();
    assert!(tree(&site.out()) == first);
    assert_eq!(history.list(), []);
    // And is published on from there.
    publish(&site.options()).unwrap();
    assert_eq!(history.list().len(), 1);
}

#[test]
fn keeps_no_second_copy_of_the_same_site() {
    let site = Site::small();
    for _ in 0..3 {
        publish(&site.options()).unwrap();
    }
    assert_eq!(History::of(&site.out()).list(), []);
}

#[test]
fn every_page_names_the_backend_and_what_the_app_falls_back_on() {
    let site = archive(SMALL);
    let own = "<meta name=\"content-base\" content=\"/content/v1/\">\n";
    let other = "<meta name=\"content-base\" content=\"https://api.example.org/content/v1/\" data-fallback=\"/content/v1/\">\n";
    let pages = |tag: &str| {
        let files = tree(&site.out()).into_iter();
        let mut pages = files
            .filter(|(path, _)| path.ends_with("about/index.html") || path.ends_with("404.html"));
        pages.all(|(_, html)| String::from_utf8(html).unwrap().contains(tag))
    };
    publish_into(&site, &site.out(), false);
    assert!(pages(own));
    // A page that is otherwise the same is written anew.
    let with = Options {
        content_base: Some("https://api.example.org/content/v1/".parse().unwrap()),
        ..options(&site)
    };
    publish(&with).unwrap();
    assert!(pages(other));
    publish_into(&site, &site.out(), false);
    assert!(pages(own));
}

/// The paths at which two sites differ.
fn differing(one: &Files, other: &Files) -> Vec<String> {
    let paths: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    let differ = paths
        .into_iter()
        .filter(|path| one.get(*path) != other.get(*path));
    differ.cloned().collect()
}

/// Each publish of a row changes what stands where: an article comes and goes, a file takes
/// a folder's place, a file of somebody else's lies there for a while.
fn change(site: &Site, number: usize) {
    let article = fs::read_to_string(site.content().join(ARTICLE)).unwrap();
    let other = site.content().join("news/2025-11-01-other.json");
    match number.is_multiple_of(2) {
        true => {
            let text = article.replace("2025-10-31-output", "2025-11-01-other");
            fs::write(&other, text).unwrap();
        }
        false => drop(fs::remove_file(&other)),
    }
    let place = site.content().join("root/notes");
    drop((fs::remove_file(&place), fs::remove_dir_all(&place)));
    fs::create_dir_all(site.content().join("root")).unwrap();
    match number % 3 {
        0 => fs::write(&place, format!("{number}")).unwrap(),
        1 => {
            fs::create_dir(&place).unwrap();
            fs::write(place.join("inner.txt"), format!("{number}")).unwrap();
        }
        _ => {}
    }
    let stranger = site.out().join("proof.txt");
    match number {
        2..4 => fs::write(&stranger, "theirs").unwrap(),
        _ => drop(fs::remove_file(&stranger)),
    }
    edit(site, ARTICLE, "400.5", &format!("改{number}400.5"));
}

#[test]
fn begins_with_what_is_not_kept_any_more_and_leaves_no_trace_of_it() {
    use publish::output::foreign::OnForeign;

    let site = Site::small();
    let fresh = site.root().join("fresh");
    let history = History::of(&site.out());
    let next = history.folder().join("next");
    let mut begun_with_old = 0;
    for number in 0..KEPT + 8 {
        change(&site, number);
        let kept: Vec<_> = (history.list().into_iter())
            .map(|one| history.folder().join(one.number.to_string()))
            .map(|kept| (tree(&kept), kept))
            .collect();
        let begins_with_old = next.is_dir();
        publish(&Options {
            foreign: OnForeign::Keep,
            ..options(&site)
        })
        .unwrap();
        for (before, kept) in kept.into_iter().filter(|(_, kept)| kept.is_dir()) {
            assert_eq!(differing(&tree(&kept), &before), [""; 0], "{kept:?}");
        }
        if begins_with_old {
            begun_with_old += 1;
            let _ = fs::remove_dir_all(&fresh);
            publish_into(&site, &fresh, false);
            let now = tree(&site.out());
            assert_eq!(differing(&now, &tree(&fresh)), [""; 0], "publish {number}");
        }
    }
    // Those in which there was something of somebody else's are not begun with.
    let most = if cfg!(unix) { 3..6 } else { 0..1 };
    assert!(most.contains(&begun_with_old), "{begun_with_old}");
}

#[test]
fn the_same_site_once_more_keeps_what_the_next_begins_with() {
    let site = Site::small();
    let next = History::of(&site.out()).folder().join("next");
    for _ in 0..3 {
        publish_into(&site, &site.out(), true);
    }
    assert_eq!(next.is_dir(), cfg!(unix));
    edit(&site, ARTICLE, "400.5", "改400.5");
    publish_into(&site, &site.out(), true);
    let fresh = site.root().join("fresh");
    publish_into(&site, &fresh, true);
    assert_eq!(differing(&tree(&site.out()), &tree(&fresh)), [""; 0]);
    assert!(!next.exists(), "it has become the site");
}
