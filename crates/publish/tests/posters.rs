//! The posters of articles: what is on them, and that their code leads to the article.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/photograph.rs"]
mod photograph;
#[path = "common/trial.rs"]
mod trial;

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

use image::{ImageFormat, RgbImage};
use model::Lang;
use publish::{Options, Report, publish};
use serde_json::{Value, json};

use photograph::{drawn, written};
use trial::{Site, tree};

const ORIGIN: &str = "https://www.example.org";
const ARTICLE: &str = "2025-10-31-output";
/// Another one, which gets no cover.
const PLAIN: &str = "2025-11-21-four-regions";
const SIZE: (u32, u32) = (750, 1334);

fn options(site: &Site) -> Options {
    Options {
        origin: Some(ORIGIN.parse().unwrap()),
        ..site.options()
    }
}

/// With a drawn photograph above one article.
fn covered(site: Site) -> Site {
    let media = site.content().join("media");
    fs::create_dir(&media).unwrap();
    fs::write(
        media.join("drawn.png"),
        written(&drawn(1500, 1000), ImageFormat::Png),
    )
    .unwrap();
    let picture = json!({
        "id": "drawn", "file": "drawn.png",
        "alt": { "zh-Hans": "画的图样", "en": "Drawn pattern" },
        "credit": { "zh-Hans": "程序绘制", "en": "drawn by a program" },
        "date": "2025-10-30",
    });
    let list = json!({ "pictures": [picture] }).to_string();
    fs::write(site.content().join("media.json"), list).unwrap();
    change(&site, |article| article["cover"] = "drawn".into());
    site
}

fn change(site: &Site, change: impl FnOnce(&mut Value)) {
    let path = site.content().join(format!("news/{ARTICLE}.json"));
    let mut article = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    change(&mut article);
    fs::write(path, article.to_string()).unwrap();
}

fn shared() -> &'static (Site, Report) {
    static SITE: OnceLock<(Site, Report)> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = covered(Site::new());
        let report = publish(&options(&site)).unwrap();
        (site, report)
    })
}

fn posters(site: &Site) -> BTreeMap<String, Vec<u8>> {
    (tree(&site.out()).into_iter())
        .filter(|(path, _)| path.contains("/posters/"))
        .collect()
}

fn read(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).unwrap().to_rgb8()
}

/// What a phone makes of the codes on a picture.
fn codes(picture: &RgbImage) -> Vec<String> {
    let grey = image::imageops::grayscale(picture);
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(
        grey.width() as usize,
        grey.height() as usize,
        |x, y| grey.get_pixel(x as u32, y as u32).0[0],
    );
    let grids = prepared.detect_grids();
    grids.iter().map(|grid| grid.decode().unwrap().1).collect()
}

#[test]
fn lead_a_phone_to_the_article_in_its_language() {
    let (site, _) = shared();
    let articles = fs::read_dir(site.content().join("news")).unwrap().count();
    let posters = posters(site);
    assert_eq!(posters.len(), Lang::ALL.len() * articles);
    let own = |path: &str| {
        path.ends_with(&format!("/{ARTICLE}.png")) || path.ends_with(&format!("/{PLAIN}.png"))
    };
    for (path, bytes) in &posters {
        assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n", "{path}");
        // Each of them is drawn; some are read back.
        if !own(path) {
            continue;
        }
        let picture = read(bytes);
        assert_eq!(picture.dimensions(), SIZE, "{path}");
        let (lang, id) = path
            .strip_prefix("cards/")
            .and_then(|path| path.strip_suffix(".png"))
            .and_then(|path| path.split_once("/posters/"))
            .unwrap();
        let before = match lang {
            "zh-Hans" => "",
            "zh-Hant" => "/zh-hant",
            other => &format!("/{other}"),
        };
        assert_eq!(
            codes(&picture),
            [format!("{ORIGIN}{before}/news/{id}/")],
            "{path}"
        );
    }
}

#[test]
fn show_the_cover_or_the_chain() {
    let (site, _) = shared();
    let cover = read(&site.read(&format!("cards/zh-Hans/posters/{ARTICLE}.png")));
    // Its upper left quarter is red.
    let red = cover.get_pixel(150, 200).0;
    assert!(red[0] > 180 && red[1] < 60 && red[2] < 60, "{red:?}");
    let grey = cover.get_pixel(600, 560).0;
    assert!(grey[0].abs_diff(grey[1]) < 40, "{grey:?}");
    let plain = read(&site.read(&format!("cards/zh-Hans/posters/{PLAIN}.png")));
    let washed = (plain.enumerate_pixels())
        .filter(|(_, y, pixel)| (132..490).contains(y) && pixel.0 == [0xfb, 0xee, 0xe6])
        .count();
    assert!(washed > 1000, "a stage is lit: {washed}");
}

#[test]
fn weigh_what_a_chat_can_bear() {
    let (site, _) = shared();
    for (path, bytes) in posters(site) {
        let most = match path.ends_with(&format!("/{ARTICLE}.png")) {
            true => 330_000,
            false => 60_000,
        };
        assert!(bytes.len() <= most, "{path} has {} bytes", bytes.len());
    }
}

#[test]
fn are_named_on_the_page_and_drawn_anew_only_when_they_change() {
    let site = covered(Site::small());
    publish(&options(&site)).unwrap();
    let page = String::from_utf8(site.read(&format!("news/{ARTICLE}/index.html"))).unwrap();
    let address = format!("href=\"/cards/zh-Hans/posters/{ARTICLE}.png\"");
    assert!(page.contains(&address));
    let before = posters(&site);
    let again = publish(&options(&site)).unwrap();
    assert_eq!(again.unchanged, again.files);
    change(&site, |article| {
        article["title"] =
            json!({ "zh-Hans": "换了标题的文章", "en": "An article under another title" });
    });
    publish(&options(&site)).unwrap();
    let after = posters(&site);
    let changed: Vec<&String> = (before.iter())
        .filter(|(path, bytes)| after[*path] != **bytes)
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed.len(), Lang::ALL.len(), "{changed:?}");
}

#[test]
fn are_not_offered_where_the_address_is_not_known() {
    let site = covered(Site::small());
    let unwanted = Options {
        cards: false,
        ..options(&site)
    };
    for options in [site.options(), unwanted] {
        publish(&options).unwrap();
        assert!(posters(&site).is_empty());
        let page = String::from_utf8(site.read(&format!("news/{ARTICLE}/index.html"))).unwrap();
        assert!(!page.contains("/posters/"));
    }
}

/// A character that the type does not have stands there as printers do it.
#[test]
fn are_drawn_whatever_is_written() {
    let site = covered(Site::small());
    change(&site, |article| {
        let long = "铝产业链上下游企业协同发展大会在广元召开并发布多项成果".repeat(6);
        article["title"] = json!({ "zh-Hans": "𝄞 铝", "en": "𝄞 Al" });
        article["summary"] =
            json!({ "zh-Hans": format!("{long}𝄞"), "en": "aluminium ".repeat(80) });
    });
    // Whatever checks say of such texts, they are no faults.
    let report = publish(&options(&site)).unwrap();
    assert!(report.cards > 0);
    let poster = read(&site.read(&format!("cards/zh-Hans/posters/{ARTICLE}.png")));
    assert_eq!(codes(&poster), [format!("{ORIGIN}/news/{ARTICLE}/")]);
}
