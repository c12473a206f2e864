//! Pictures: from what editors put into `media/` to what pages, feeds and search engines
//! are given.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/html.rs"]
mod html;
#[path = "common/photograph.rs"]
mod photograph;
#[path = "common/trial.rs"]
mod trial;

use std::fs;
use std::path::Path;

use image::ImageFormat;
use publish::pictures::{Budget, Encoding, Pictures, make};
use publish::{Options, PublishError, publish};
use serde_json::{Value, json};

use html::{Element, elements};
use photograph::{drawn, jpeg_of_a_phone, written};
use trial::{Site, tree};

const ARTICLE: &str = "news/2025-10-31-output.json";
const PAGE: &str = "news/2025-10-31-output/index.html";
const ORIGIN: &str = "https://alliance.example";

/// With a photograph of a phone on its side, a drawing and a spare one; an article shows
/// the first two.
fn illustrated() -> Site {
    let site = Site::new();
    let media = site.content().join("media");
    fs::create_dir(&media).unwrap();
    let photograph = jpeg_of_a_phone(&drawn(1600, 1200), 6);
    fs::write(media.join("IMG 1.JPG"), photograph).unwrap();
    fs::write(
        media.join("drawing.png"),
        written(&drawn(600, 400), ImageFormat::Png),
    )
    .unwrap();
    fs::write(
        media.join("spare.png"),
        written(&drawn(30, 20), ImageFormat::Png),
    )
    .unwrap();
    let picture = |id: &str, file: &str| {
        json!({
            "id": id, "file": file,
            "alt": { "zh-Hans": format!("画的图样{id}"), "en": format!("Drawn pattern {id}") },
            "credit": { "zh-Hans": "程序绘制", "en": "drawn by a program" },
            "caption": { "zh-Hans": "图样。", "en": "A pattern." },
            "date": "2025-10-30",
        })
    };
    let pictures = [
        picture("phone", "IMG 1.JPG"),
        picture("drawing", "drawing.png"),
        picture("spare", "spare.png"),
    ];
    let media = json!({ "pictures": pictures }).to_string();
    fs::write(site.content().join("media.json"), media).unwrap();
    change(&site, |article| {
        article["cover"] = "phone".into();
        article["gallery"] = json!(["drawing", "phone"]);
        for lang in ["zh-Hans", "en"] {
            let body = article["body"][lang].as_array_mut().unwrap();
            body.push("![](media:drawing)".into());
        }
    });
    site
}

fn change(site: &Site, change: impl FnOnce(&mut Value)) {
    let path = site.content().join(ARTICLE);
    let mut article = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    change(&mut article);
    fs::write(path, article.to_string()).unwrap();
}

/// With no pictures for shared links, which take most of the time.
fn options(site: &Site) -> Options {
    Options {
        cards: false,
        ..with_cards(site)
    }
}

fn with_cards(site: &Site) -> Options {
    Options {
        origin: Some(ORIGIN.parse().unwrap()),
        ..site.options()
    }
}

/// The published files of pictures.
fn files(site: &Site) -> Vec<(String, Vec<u8>)> {
    tree(&site.out().join("media")).into_iter().collect()
}

fn of<'a>(elements: &'a [Element], name: &str) -> Vec<&'a Element> {
    let own = elements.iter().filter(|element| element.name == name);
    own.filter(|element| element.get("class") != Some("header__mark"))
        .collect()
}

#[test]
fn come_upright_in_every_width_without_what_a_camera_notes() {
    let site = illustrated();
    publish(&options(&site)).unwrap();
    let files = files(&site);
    let mut sizes = Vec::new();
    for (name, bytes) in &files {
        let picture = image::load_from_memory(bytes).unwrap().into_rgb8();
        sizes.push((picture.width(), picture.height()));
        assert!(name.starts_with(&format!("{}-", picture.width())), "{name}");
        let has = |mark: &[u8]| bytes.windows(mark.len()).any(|part| part == mark);
        assert!(!has(b"Exif") && !has(b"PLACE"), "{name}");
        let most = [(240, 8), (480, 25), (800, 60), (1280, 120)];
        let (_, most) = most
            .iter()
            .find(|(width, _)| picture.width() <= *width)
            .unwrap();
        let most = if name.ends_with("webp") {
            *most
        } else {
            most * 5 / 3
        };
        assert!(bytes.len() <= most * 1000, "{name}: {}", bytes.len());
        if picture.dimensions() == (1200, 1600) {
            // On its side, the red corner was on the upper left.
            let [red, green, _] = picture.get_pixel(1100, 100).0;
            assert!(red > 180 && green < 60, "{name}: {red} {green}");
        }
    }
    sizes.sort_unstable();
    sizes.dedup();
    let whole = [(240, 320), (480, 640), (800, 1067), (1200, 1600)];
    let cut = [(240, 160), (480, 320), (800, 533), (1200, 800)];
    let drawing = [(240, 160), (480, 320), (600, 400)];
    let mut expected = [&whole[..], &cut, &drawing].concat();
    expected.sort_unstable();
    expected.dedup();
    assert_eq!(sizes, expected);
    // Two encodings of each; nothing shows the spare one.
    assert_eq!(files.len(), 2 * (4 + 4 + 3));
}

#[test]
fn of_twelve_megapixels_are_light_on_a_phone() {
    let site = illustrated();
    let photograph = jpeg_of_a_phone(&drawn(4000, 3000), 1);
    fs::write(site.content().join("media/IMG 1.JPG"), photograph).unwrap();
    let bundle = content::load::load(&site.content()).unwrap();
    let pictures = Pictures::of(&bundle).unwrap();
    let source = pictures.get("phone").unwrap();
    let targets = source.targets();
    let made = make(source, &targets, &Budget::default()).unwrap();
    let files = targets.iter().zip(made);
    let mut shown =
        files.filter(|(target, _)| target.width == 800 && target.encoding == Encoding::WebP);
    assert!(shown.all(|(_, file)| file.len() <= 60_000));
}

#[test]
fn stand_on_the_page_with_their_size_and_words_and_the_cover_first() {
    let site = illustrated();
    publish(&options(&site)).unwrap();
    let page = String::from_utf8(site.read(PAGE)).unwrap();
    let all = elements(&page);
    let images = of(&all, "img");
    let words: Vec<_> = images.iter().filter_map(|image| image.get("alt")).collect();
    assert_eq!(
        words,
        [
            "画的图样phone",
            "画的图样drawing",
            "画的图样drawing",
            "画的图样phone"
        ]
    );
    let sizes: Vec<_> = (images.iter())
        .map(|image| (image.get("width").unwrap(), image.get("height").unwrap()))
        .collect();
    assert_eq!(
        sizes,
        [
            ("1200", "800"),
            ("600", "400"),
            ("600", "400"),
            ("1200", "800")
        ]
    );
    for (index, image) in images.iter().enumerate() {
        let first = index == 0;
        assert_eq!(image.get("fetchpriority"), first.then_some("high"));
        assert_eq!(image.get("loading"), (!first).then_some("lazy"));
        assert!(image.get("style").is_none());
    }
    // Every address leads to a file, with a script or without.
    let sets = (all.iter()).filter_map(|element| element.get("srcset"));
    let sets = sets
        .flat_map(|set| set.split(", "))
        .map(|one| one.split(' ').next().unwrap());
    let links = (all.iter()).filter_map(|element| element.get("href"));
    let links = links.filter(|link| link.starts_with("/media/"));
    let addresses: Vec<&str> = sets.chain(links).collect();
    assert!(addresses.len() > 20, "{addresses:?}");
    for address in addresses {
        assert!(site.out().join(&address[1..]).is_file(), "{address}");
    }
    assert!(page.contains("程序绘制，2025年10月30日"));
    let english = String::from_utf8(site.read(&format!("en/{PAGE}"))).unwrap();
    assert!(english.contains("Drawn pattern phone"));
    assert!(english.contains("drawn by a program, 30 October 2025"));
}

#[test]
fn are_given_to_those_who_share_search_and_subscribe() {
    let site = illustrated();
    publish(&with_cards(&site)).unwrap();
    let text = |path: &str| String::from_utf8(site.read(path)).unwrap();
    let page = text(PAGE);
    let all = elements(&page);
    let named = |property: &str| {
        let mut metas = of(&all, "meta").into_iter();
        metas
            .find(|meta| meta.get("property") == Some(property))?
            .get("content")
    };
    let cover = named("og:image").unwrap();
    assert_eq!(named("og:image:type"), Some("image/jpeg"));
    assert_eq!(
        (named("og:image:width"), named("og:image:height")),
        (Some("1200"), Some("800"))
    );
    assert!(
        site.out()
            .join(cover.strip_prefix(&format!("{ORIGIN}/")).unwrap())
            .is_file()
    );
    assert!(page.contains(&format!("\"image\":\"{cover}\"")));
    assert!(
        !site
            .out()
            .join("cards/zh-Hans/news/2025-10-31-output.png")
            .exists()
    );

    let json: Value = serde_json::from_str(&text("feeds/all.json")).unwrap();
    let item = (json["items"].as_array().unwrap().iter())
        .find(|item| item["url"] == format!("{ORIGIN}/news/2025-10-31-output/"));
    let attachment = &item.unwrap()["attachments"][0];
    let url = attachment["url"].as_str().unwrap();
    let file = site
        .out()
        .join(url.strip_prefix(&format!("{ORIGIN}/")).unwrap());
    assert_eq!(
        attachment["size_in_bytes"],
        fs::metadata(file).unwrap().len()
    );
    let html = item.unwrap()["content_html"].as_str().unwrap();
    for element in elements(html) {
        for address in ["src", "srcset"]
            .iter()
            .filter_map(|name| element.get(name))
        {
            for address in address.split(", ") {
                assert!(
                    address.starts_with(&format!("{ORIGIN}/media/")),
                    "{address}"
                );
            }
        }
    }
    let length = attachment["size_in_bytes"].to_string();
    let rss = text("feeds/all.rss");
    assert!(rss.contains(&format!(
        "<enclosure url=\"{url}\" length=\"{length}\" type=\"image/jpeg\""
    )));
    let atom = text("feeds/all.atom");
    assert!(atom.contains(url) && atom.contains("rel=\"enclosure\""));
    let sitemap = text("sitemap.xml");
    assert!(sitemap.contains(&format!("<image:loc>{url}</image:loc>")));
}

#[test]
fn are_taken_over_and_made_anew_only_where_the_original_changes() {
    let site = illustrated();
    publish(&options(&site)).unwrap();
    let before = files(&site);
    // As by another program, which knows nothing of the publish before.
    let caches = fs::read_dir(site.root()).unwrap().map(Result::unwrap);
    for folder in
        caches.filter(|folder| folder.file_name().to_string_lossy().ends_with(".publishes"))
    {
        fs::remove_file(folder.path().join("build-cache.json")).unwrap();
    }
    let marker = &before[0].0;
    let again = publish(&options(&site)).unwrap();
    assert_eq!(again.pictures, before.len());
    assert!(again.unchanged >= before.len(), "{again:?}");
    assert_eq!(files(&site), before);
    let drawing = site.content().join("media/drawing.png");
    fs::write(&drawing, written(&drawn(600, 402), ImageFormat::Png)).unwrap();
    publish(&options(&site)).unwrap();
    let after = files(&site);
    let kept = after.iter().filter(|file| before.contains(file)).count();
    assert_eq!((kept, after.len()), (2 * (4 + 4), before.len()), "{marker}");
}

#[test]
fn of_one_file_under_two_names_share_what_is_not_cut() {
    let site = illustrated();
    let path = site.content().join("media.json");
    let mut media: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let mut other = media["pictures"][0].clone();
    other["id"] = "phone-below".into();
    other["focus"] = json!({ "x": 50, "y": 100 });
    media["pictures"].as_array_mut().unwrap().push(other);
    fs::write(&path, media.to_string()).unwrap();
    change(&site, |article| {
        article["gallery"] = json!(["drawing", "phone-below"]);
    });
    publish(&options(&site)).unwrap();
    let first = files(&site);
    assert_eq!(first.len(), 2 * (4 + 4 + 4 + 3));
    publish(&options(&site)).unwrap();
    assert!(files(&site) == first, "taken over as they are");
}

#[test]
fn that_are_damaged_leave_the_site_as_it_was() {
    let site = illustrated();
    publish(&options(&site)).unwrap();
    let before = tree(&site.out());
    let path = site.content().join("media/IMG 1.JPG");
    let mut bytes = fs::read(&path).unwrap();
    // Its tables: the header stays sound.
    let tables = bytes
        .windows(2)
        .position(|part| part == [0xff, 0xc4])
        .unwrap();
    bytes[tables + 4..tables + 24].fill(0xee);
    fs::write(&path, bytes).unwrap();
    let Err(PublishError::Picture(error)) = publish(&options(&site)) else {
        panic!("it is damaged");
    };
    let message = error.to_string();
    assert!(
        message.contains("IMG 1.JPG") && message.contains("Copy it again"),
        "{message}"
    );
    assert!(tree(&site.out()) == before);
}

#[test]
fn of_drafts_stay_with_the_editors() {
    let site = illustrated();
    change(&site, |article| article["draft"] = true.into());
    let report = publish(&options(&site)).unwrap();
    assert_eq!(report.pictures, 0);
    assert!(!site.out().join("media").exists());
}

#[test]
fn leave_a_bundle_without_them_as_it_was() {
    let site = Site::new();
    let report = publish(&with_cards(&site)).unwrap();
    assert_eq!(report.pictures, 0);
    assert!(!site.out().join("media").exists());
    for path in [
        PAGE,
        "sitemap.xml",
        "feeds/all.rss",
        "_headers",
        "index.html",
    ] {
        let text = String::from_utf8(site.read(path)).unwrap();
        assert!(
            !text.contains("/media/") && !text.contains("xmlns:image"),
            "{path}"
        );
    }
    assert!(Path::new(&site.out().join("cards/zh-Hans/news/2025-10-31-output.png")).is_file());
}
