//! The pictures for shared links: what is on them, who names them, and what
//! they weigh.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/html.rs"]
mod html;
#[path = "common/trial.rs"]
mod trial;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::sync::OnceLock;

use content::load::load;
use image::RgbImage;
use model::{Lang, StatementId};
use publish::{Options, Report, publish};

use html::{Element, elements};
use trial::{Site, tree};

const ORIGIN: &str = "https://www.example.org";
const ARTICLE: &str = "2025-10-31-output";
/// What a picture may weigh.
const BYTES: usize = 60_000;
/// What the wide ones have above the title: tile and names.
const MASTHEAD: u32 = 140;

fn options(site: &Site) -> Options {
    Options {
        origin: Some(ORIGIN.parse().unwrap()),
        ..site.options()
    }
}

fn shared() -> &'static (Site, Report) {
    static SITE: OnceLock<(Site, Report)> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = Site::new();
        let report = publish(&options(&site)).unwrap();
        (site, report)
    })
}

fn cards(site: &Site) -> BTreeMap<String, Vec<u8>> {
    (tree(&site.out()).into_iter())
        .filter(|(path, _)| path.starts_with("cards/") && !path.contains("/posters/"))
        .collect()
}

fn picture(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).unwrap().to_rgb8()
}

fn card(lang: &str, name: &str) -> RgbImage {
    picture(&shared().0.read(&format!("cards/{lang}/{name}.png")))
}

fn metas(site: &Site, page: &str) -> Vec<(String, String)> {
    let html = String::from_utf8(site.read(page)).unwrap();
    let meta = |element: &Element| {
        let keys = ["property", "name", "itemprop"];
        let key = keys.iter().find_map(|key| element.get(key))?;
        Some((key.to_owned(), element.get("content")?.to_owned()))
    };
    let elements = elements(&html);
    let metas = elements.iter().filter(|element| element.name == "meta");
    metas.filter_map(meta).collect()
}

fn all<'a>(metas: &'a [(String, String)], key: &str) -> Vec<&'a str> {
    (metas.iter())
        .filter(|(name, _)| name == key)
        .map(|(_, content)| content.as_str())
        .collect()
}

/// Changes the title of an article in both languages.
fn retitle(site: &Site, title: &str) {
    let path = site.content().join(format!("news/{ARTICLE}.json"));
    let mut article: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    article["title"] = serde_json::json!({ "zh-Hans": title });
    fs::write(&path, serde_json::to_vec_pretty(&article).unwrap()).unwrap();
}

#[test]
fn draws_one_for_every_article_and_kind_of_page_and_a_square_one() {
    let (site, report) = shared();
    let articles = fs::read_dir(site.content().join("news")).unwrap().count();
    let events = load(&site.content()).unwrap().events.events.len();
    let cards = cards(site);
    assert_eq!(
        cards.len(),
        Lang::ALL.len() * (articles + events + 10 + StatementId::ALL.len() + 1)
    );
    // Articles have posters besides.
    assert_eq!(report.cards, cards.len() + Lang::ALL.len() * articles);
    assert_eq!(report.undrawn, []);
    for (path, bytes) in cards {
        let picture = picture(&bytes);
        let square = path.ends_with("square.png");
        let size = if square { (600, 600) } else { (1200, 630) };
        assert_eq!(picture.dimensions(), size, "{path}");
        assert!(bytes.len() <= BYTES, "{path} has {} bytes", bytes.len());
        // One point in so many says as much as all, which take a minute.
        let points: Vec<_> = picture.pixels().step_by(7).collect();
        let colours: HashSet<_> = points.iter().map(|pixel| pixel.0).collect();
        assert!(colours.len() > 20, "{path} is flat");
        let inked = points.iter().filter(|pixel| **pixel != points[0]).count();
        let share = inked as f64 / points.len() as f64;
        assert!((0.02..0.5).contains(&share), "{path}: {share}");
    }
}

#[test]
fn names_on_every_page_pictures_that_are_there() {
    let site = &shared().0;
    let cards = cards(site);
    // What only leads on from an address of an earlier version is no page.
    let pages = (tree(&site.out()).into_iter())
        .filter(|(path, _)| path.ends_with("index.html") && !path.contains("/link/"));
    let mut named = BTreeSet::new();
    for (page, _) in pages {
        let metas = metas(site, &page);
        let images = all(&metas, "og:image");
        if page.contains("embed/") {
            assert!(images.is_empty(), "{page} is shared by nobody");
            continue;
        }
        assert_eq!(images.len(), 2, "{page}");
        assert_eq!(all(&metas, "og:image:width"), ["1200", "600"], "{page}");
        assert_eq!(all(&metas, "og:image:height"), ["630", "600"], "{page}");
        assert_eq!(all(&metas, "og:image:type"), ["image/png"; 2], "{page}");
        assert_eq!(all(&metas, "twitter:card"), ["summary_large_image"]);
        assert_eq!(all(&metas, "image"), images[1..], "{page}");
        let alts = all(&metas, "og:image:alt");
        assert_eq!(alts[..1], all(&metas, "og:title"), "{page}");
        for image in images {
            let path = image.strip_prefix(ORIGIN).unwrap();
            let (path, version) = path.split_once("?v=").unwrap();
            assert_eq!(version.len(), 8, "{image}");
            let card = path.trim_start_matches('/').to_owned();
            assert!(cards.contains_key(&card), "{page} names {image}");
            named.insert(card);
        }
    }
    let drawn: BTreeSet<_> = cards.into_keys().collect();
    assert_eq!(named, drawn, "nothing is drawn for nobody");
}

#[test]
fn shows_an_articles_own_title_and_stages_in_the_pages_language() {
    let (one, other) = (
        card("zh-Hans", &format!("news/{ARTICLE}")),
        card("zh-Hans", "news/founding"),
    );
    let differs = |rows: std::ops::Range<u32>, one: &RgbImage, other: &RgbImage| {
        rows.flat_map(|y| (0..1200).map(move |x| (x, y)))
            .filter(|&(x, y)| one.get_pixel(x, y) != other.get_pixel(x, y))
            .count()
    };
    assert_eq!(differs(0..MASTHEAD, &one, &other), 0);
    assert!(differs(MASTHEAD..500, &one, &other) > 5000);
    assert!(
        differs(500..630, &one, &other) > 5000,
        "other stages are lit"
    );
    let html = String::from_utf8(shared().0.read(&format!("news/{ARTICLE}/index.html"))).unwrap();
    let for_search = format!("\"image\":\"{ORIGIN}/cards/zh-Hans/news/{ARTICLE}.png?v=");
    assert!(html.contains(&for_search), "search engines can find it");
    let english = card("en", &format!("news/{ARTICLE}"));
    assert!(differs(MASTHEAD..500, &one, &english) > 5000);
}

#[test]
fn draws_the_same_everywhere_and_again_only_what_is_new() {
    let site = Site::small();
    let elsewhere = Site::small();
    publish(&options(&site)).unwrap();
    publish(&options(&elsewhere)).unwrap();
    let before = cards(&site);
    assert_eq!(before, cards(&elsewhere));
    retitle(&site, "另一个标题");
    publish(&options(&site)).unwrap();
    let after = cards(&site);
    let changed: Vec<_> = (before.iter())
        .filter(|(path, bytes)| after.get(*path) != Some(bytes))
        .map(|(path, _)| path.as_str())
        .collect();
    let own = |lang| format!("cards/{lang}/news/{ARTICLE}.png");
    assert_eq!(changed, [own("en"), own("zh-Hans"), own("zh-Hant")]);
    // Chats keep what they have once fetched: the address says that it is new.
    let page = format!("news/{ARTICLE}/index.html");
    let image = |site: &Site| all(&metas(site, &page), "og:image")[0].to_owned();
    assert_ne!(image(&site), image(&elsewhere));
}

#[test]
fn shows_the_kind_of_page_rather_than_boxes_for_what_it_cannot_draw() {
    let site = Site::small();
    retitle(&site, "铝与𝄞");
    let report = publish(&options(&site)).unwrap();
    let undrawn: Vec<_> = (report.undrawn.iter())
        .map(|undrawn| (undrawn.path.as_str(), undrawn.character))
        .collect();
    let own = |lang: Lang| format!("cards/{}/news/{ARTICLE}.png", lang.tag());
    let missing = Lang::ALL.map(own);
    let expected: Vec<_> = missing.iter().map(|path| (path.as_str(), '𝄞')).collect();
    assert_eq!(undrawn, expected);
    let zh = own(Lang::ZhHans);
    assert!(!site.out().join(&zh).exists());
    let metas = metas(&site, &format!("news/{ARTICLE}/index.html"));
    let image = all(&metas, "og:image")[0];
    assert!(image.starts_with(&format!("{ORIGIN}/cards/zh-Hans/news.png?v=")));
}

#[test]
fn draws_none_that_nobody_could_address() {
    let site = Site::small();
    let report = publish(&site.options()).unwrap();
    assert_eq!((report.cards, cards(&site).len()), (0, 0));
    assert!(all(&metas(&site, "index.html"), "og:image").is_empty());
    let report = publish(&Options {
        cards: false,
        ..options(&site)
    });
    assert_eq!((report.unwrap().cards, cards(&site).len()), (0, 0));
    assert!(all(&metas(&site, "index.html"), "og:image").is_empty());
}
