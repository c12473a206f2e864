//! Publishing again: what has not changed is taken over, what was before can
//! be put back.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/trial.rs"]
mod trial;

use std::fs;
use std::path::Path;

use content::synthetic::{Size, generate};
use publish::output::history::{History, KEPT, RestoreError};
use publish::{Options, Report, publish};

use trial::{Site, tree};

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
    use std::collections::BTreeMap;
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
        assert_eq!(about.nlink(), KEPT as u64 + 1);
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
