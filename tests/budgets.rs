//! How many bytes the site may cost a reader, after brotli 11.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/budget.rs"]
mod budget;
mod common;

use std::fs;
use std::path::Path;

use budget::{APP, ARTICLE, KB, STYLE};
use common::{Kind, Published, addresses};
use model::Lang;
use model::routes::Door;

const PAGE: usize = 16 * KB;
const CHAIN_PAGE: usize = 20 * KB;
const IMAGE: usize = 60 * KB;
const IMAGES: [&str; 7] = [".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".svg"];

/// What a file weighs on the wire: publishing has put its brotli form beside
/// it, unless it is too small to gain by it.
fn weight(site: &Published, file: &str) -> usize {
    let plain = site.folder.join(file);
    let packed = site.folder.join(format!("{file}.br"));
    let about = fs::metadata(packed)
        .or_else(|_| fs::metadata(plain))
        .unwrap();
    usize::try_from(about.len()).unwrap()
}

/// Files and their weights, the heaviest first.
fn weigh(site: &Published, files: &[String]) -> Vec<(usize, String)> {
    let mut weights: Vec<_> = files
        .iter()
        .map(|file| (weight(site, file), file.clone()))
        .collect();
    weights.sort_by(|one, other| other.cmp(one));
    weights
}

fn listed(weights: &[(usize, String)]) -> String {
    let lines: Vec<String> = weights
        .iter()
        .take(8)
        .map(|(weight, file)| format!("  {weight:>8}  {file}"))
        .collect();
    lines.join("\n")
}

fn keeps(what: &str, limit: usize, weights: &[(usize, String)]) {
    assert!(!weights.is_empty(), "there is no {what} to weigh");
    let sum: usize = weights.iter().map(|(weight, _)| weight).sum();
    println!("{what}: {sum} of {limit} bytes");
    assert!(
        sum <= limit,
        "{what}: {sum} bytes after brotli, {limit} allowed:\n{}",
        listed(weights)
    );
}

/// A reader loads one door, and the words of one language. What starts it stands in
/// every page, and is weighed there.
#[test]
fn every_door_keeps_its_budget() {
    let site = Published::shared();
    for door in Door::ALL {
        let name = door.as_str();
        let own = |before: &str, ending| {
            let mut files = site.files(ending);
            files.retain(|file| file.starts_with(&format!("{before}{name}-")));
            files
        };
        let words = own("words-", ".js");
        assert_eq!(words.len(), Lang::ALL.len(), "words of every language");
        let files = [own("", ".wasm"), own("", ".js")].concat();
        assert_eq!(files.len(), 2, "{files:?}");
        let mut weights = weigh(site, &files);
        weights.extend(weigh(site, &words).into_iter().next());
        let limit = match door {
            Door::App => ARTICLE,
            Door::Chain => APP,
        };
        let what = format!("wasm, JS and words of the door `{name}`");
        keeps(&what, limit, &weights);
    }
    assert_eq!(site.files(".wasm").len(), Door::ALL.len());
}

#[test]
fn the_style_keeps_its_budget() {
    let site = Published::shared();
    let styles = weigh(site, &site.files(".css"));
    assert_eq!(styles.len(), Door::ALL.len());
    for style in styles {
        // A page has one.
        keeps(&style.1.clone(), STYLE, &[style]);
    }
}

#[test]
fn the_documents_name_the_budgets_that_hold() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let kilobytes = |bytes: usize| format!("{} kB", bytes / KB);
    for (file, budgets) in [
        (
            "CONTRIBUTING.md",
            &[APP, ARTICLE, STYLE, PAGE, CHAIN_PAGE][..],
        ),
        ("docs/decisions/bytes.md", &[APP, ARTICLE]),
    ] {
        // Lines break anywhere.
        let text = fs::read_to_string(root.join(file)).unwrap();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for budget in budgets {
            let budget = kilobytes(*budget);
            assert!(text.contains(&budget), "{file} does not name {budget}");
        }
    }
}

/// With `+ *` somewhere in the style, whatever comes into a page has all that
/// follows it styled again: on a slow phone most of what a tap waits for.
#[test]
fn no_rule_reaches_whatever_follows() {
    let site = Published::shared();
    for file in site.files(".css") {
        let style = std::fs::read_to_string(site.folder.join(&file)).unwrap();
        let blank = |letter: char| letter.is_whitespace();
        let dear = style
            .match_indices(['+', '~'])
            .find(|(at, _)| style[at + 1..].trim_start_matches(blank).starts_with('*'));
        let place = dear.map(|(at, _)| &style[style[..at].rfind('}').unwrap_or(0)..=at]);
        assert_eq!(place, None, "in {file}");
    }
}

/// Safari before 26.2 drops the whole of `text-decoration: underline 2px`.
#[test]
fn no_underline_is_lost_on_an_older_iphone() {
    let site = Published::shared();
    for file in site.files(".css") {
        let style = site.read(&file);
        let values: Vec<&str> = (style.split("text-decoration:").skip(1))
            .filter_map(|rest| rest.split([';', '}']).next())
            .map(str::trim)
            .collect();
        assert!(!values.is_empty(), "{file} underlines nothing");
        let lost: Vec<&&str> = (values.iter())
            .filter(|value| value.contains(' '))
            .collect();
        assert!(lost.is_empty(), "in {file}: {lost:?}");
    }
}

#[test]
fn every_page_keeps_its_budget() {
    let site = Published::shared();
    let paths = addresses(site);
    let files: Vec<String> = paths
        .iter()
        .map(|path| format!("{}index.html", path.trim_start_matches('/')))
        .collect();
    let over: Vec<_> = weigh(site, &files)
        .into_iter()
        .filter(|(weight, file)| {
            let path = format!("/{}", file.trim_end_matches("index.html"));
            let limit = match Kind::of(&path) {
                Kind::Chain | Kind::ChosenStage => CHAIN_PAGE,
                _ => PAGE,
            };
            *weight > limit
        })
        .collect();
    assert!(
        over.is_empty(),
        "{} pages are over {PAGE} bytes after brotli (the chain over {CHAIN_PAGE}):\n{}",
        over.len(),
        listed(&over)
    );
}

#[test]
fn no_image_is_heavy() {
    let site = Published::shared();
    let heavy: Vec<(usize, String)> = IMAGES
        .iter()
        .flat_map(|ending| site.files(ending))
        .map(|file| {
            let length = fs::metadata(site.folder.join(&file)).unwrap().len();
            (usize::try_from(length).unwrap(), file)
        })
        .filter(|(length, _)| *length > IMAGE)
        .collect();
    assert!(
        heavy.is_empty(),
        "images over {IMAGE} bytes:\n{}",
        listed(&heavy)
    );
}

/// A page may link to another host, but load nothing from it.
#[test]
fn no_page_loads_from_another_host() {
    let site = Published::shared();
    let mut faults = Vec::new();
    for file in site.files(".html") {
        let html = site.read(&file);
        for tag in html.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap_or_default();
            let loads = [
                "script", "img", "source", "iframe", "image", "use", "object", "embed",
            ]
            .iter()
            .any(|name| tag.starts_with(name))
                || (tag.starts_with("link ")
                    && [
                        "stylesheet",
                        "preload",
                        "icon",
                        "manifest",
                        "preconnect",
                        "prefetch",
                    ]
                    .iter()
                    .any(|rel| tag.contains(rel)));
            let foreign = ["\"//", "\"http://", "\"https://"];
            if loads && foreign.iter().any(|start| tag.contains(start)) {
                faults.push(format!("{file}: <{tag}>"));
            }
        }
    }
    for file in site.files(".css") {
        let css = site.read(&file);
        if css.contains("url(http") || css.contains("url(\"http") || css.contains("@import") {
            faults.push(format!("{file} loads from elsewhere"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
