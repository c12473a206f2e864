//! Feeds, tables and `llms.txt`: read back by somebody else's reader.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/trial.rs"]
mod trial;

use std::fs;
use std::sync::OnceLock;

use content::bundle::{Audience, Bundle};
use content::load::load;
use feed_rs::model::{Feed, FeedType};
use model::{Category, Lang};
use publish::artifacts::feeds;
use publish::artifacts::feeds::Format;
use publish::artifacts::tables::tables;
use publish::documents::DocumentBuilder;
use publish::papers::Papers;
use publish::{Options, publish};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use trial::{Site, tree};

const ORIGIN: &str = "https://alliance.example";

fn shared() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = Site::new();
        let options = Options {
            origin: Some(ORIGIN.parse().unwrap()),
            ..site.options()
        };
        publish(&options).unwrap();
        site
    })
}

fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| load("../../public/content".as_ref()).unwrap())
}

fn read(path: &str) -> String {
    let path = shared().out().join(path.trim_start_matches('/'));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn feed(lang: Lang, category: Option<Category>, format: Format) -> Feed {
    let path = feeds::path(lang, category, format);
    feed_rs::parser::parse(read(&path).as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn writes_no_character_that_xml_forbids() {
    // As if the check had let them through.
    let forbidden = "\u{ffff}\u{fffe}\u{b}\u{0}\u{1b}";
    let mut bundle = load("../../public/content".as_ref()).unwrap();
    let article = &mut bundle.news[0];
    let texts = [&mut article.title, &mut article.summary].map(|text| &mut text.by_lang);
    for text in texts.into_iter().flat_map(|by_lang| by_lang.values_mut()) {
        text.insert_str(0, forbidden);
    }
    for text in article.body.by_lang.values_mut() {
        text.push_str(&format!("\n\n铝{forbidden}液"));
    }
    for text in bundle.alliance.name.by_lang.values_mut() {
        text.push_str(forbidden);
    }
    let builder = DocumentBuilder::new(&bundle).unwrap();
    let feeds = feeds::feeds(
        &builder,
        &ORIGIN.parse().unwrap(),
        None,
        &feeds::Lengths::default(),
    )
    .unwrap();
    let feeds: Vec<_> = (feeds.iter())
        .filter(|feed| !feed.path.ends_with(".json"))
        .collect();
    assert!(!feeds.is_empty());
    for feed in feeds {
        assert!(
            !feed.text.contains(|char| forbidden.contains(char)),
            "{}",
            feed.path
        );
        if let Err(error) = feed_rs::parser::parse(feed.text.as_bytes()) {
            panic!("{}: {error}", feed.path);
        }
    }
}

#[test]
fn writes_every_feed_so_that_a_reader_understands_it() {
    for lang in Lang::ALL {
        for (format, kind) in [
            (Format::Atom, FeedType::Atom),
            (Format::Rss, FeedType::RSS2),
            (Format::Json, FeedType::JSON),
        ] {
            let feed = feed(lang, None, format);
            assert_eq!(feed.feed_type, kind);
            let news = bundle().news.len().min(feeds::NEWEST);
            assert_eq!(feed.entries.len(), news, "{lang:?} {format}");
            let own = format!("{ORIGIN}{}", feeds::path(lang, None, format));
            let links: Vec<_> = feed.links.iter().map(|link| link.href.as_str()).collect();
            assert!(links.contains(&own.as_str()), "{links:?} of {own}");
            for entry in &feed.entries {
                let link = &entry.links[0].href;
                assert!(link.starts_with(&format!("{ORIGIN}/")), "{link}");
                assert_eq!(&entry.id, link);
                assert!(!entry.title.as_ref().unwrap().content.is_empty());
                let text = entry.content.as_ref().unwrap().body.as_ref().unwrap();
                assert!(text.contains("<p>"), "{text}");
                assert!(!text.contains("href=\"/"), "a relative link in {link}");
            }
        }
    }
}

#[test]
fn gives_the_full_text_newest_first() {
    let feed = feed(Lang::ZhHans, None, Format::Atom);
    let dates: Vec<_> = feed
        .entries
        .iter()
        .map(|entry| entry.updated.unwrap())
        .collect();
    assert!(dates.is_sorted_by(|a, b| a >= b), "{dates:?}");
    let founding = (feed.entries.iter())
        .find(|entry| entry.title.as_ref().unwrap().content.contains("联盟"))
        .unwrap();
    let text = founding.content.as_ref().unwrap().body.as_ref().unwrap();
    assert!(text.chars().count() > 300, "{text}");
}

#[test]
fn names_the_language_of_what_is_not_translated() {
    let atom = read(&feeds::path(Lang::En, None, Format::Atom));
    let mut entries = atom.split("<entry>");
    let founding = entries
        .find(|entry| entry.contains("/founding/</id>"))
        .unwrap();
    let content = founding.split("<content").nth(1).unwrap();
    assert!(founding.contains("<title xml:lang=\"en\">"), "{founding}");
    assert!(content.starts_with(" xml:lang=\"zh-Hans\""), "{content}");
}

#[test]
fn claims_no_day_that_the_source_does_not_name() {
    let part: Vec<_> = (bundle().news.iter())
        .filter(|article| !article.date.is_whole())
        .map(|article| format!("/{}/", article.id))
        .collect();
    assert!(!part.is_empty());
    for format in Format::ALL {
        for entry in feed(Lang::En, None, format).entries {
            if part.iter().any(|id| entry.id.ends_with(id)) {
                assert_eq!(entry.published, None, "{} in {format}", entry.id);
            }
        }
    }
}

#[test]
fn keeps_to_its_category() {
    for category in Category::ALL {
        let count = (bundle().news.iter())
            .filter(|article| article.category == category)
            .count();
        if count > 0 {
            let feed = feed(Lang::En, Some(category), Format::Rss);
            assert_eq!(feed.entries.len(), count.min(feeds::NEWEST));
        }
    }
}

#[test]
fn names_its_feeds_where_the_news_are() {
    for page in ["index.html", "news/index.html", "en/news/index.html"] {
        let html = read(page);
        assert_eq!(html.matches("type=\"application/atom+xml\"").count(), 1);
        assert_eq!(html.matches("type=\"application/feed+json\"").count(), 1);
    }
    assert!(!read("about/index.html").contains("application/atom+xml"));
}

#[test]
fn writes_no_feed_while_the_address_is_unknown() {
    let site = Site::new();
    publish(&site.options()).unwrap();
    // Calendars name no address, and are there.
    let feeds: Vec<String> = (tree(&site.out()).into_keys())
        .filter(|path| path.contains("feeds/"))
        .collect();
    assert!(feeds.iter().all(|path| path.ends_with(".ics")), "{feeds:?}");
    let html = fs::read_to_string(site.out().join("index.html")).unwrap();
    assert!(!html.contains("application/atom+xml"));
}

fn table(name: &str) -> (Vec<String>, Vec<csv::StringRecord>) {
    let text = read(name);
    let text = text
        .strip_prefix('\u{feff}')
        .expect("a mark for spreadsheets");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    for (column, word) in [("licence_zh", "来源"), ("licence_en", "cite that source")] {
        let at = (header.iter().position(|name| name == column)).unwrap();
        assert!(rows.iter().all(|row| row[at].contains(word)), "{name}");
    }
    (header, rows)
}

#[test]
fn gives_a_spreadsheet_nothing_that_it_would_run() {
    let planted = ["=1+1", "-5%以内", "+1", "@A1", "\t=1", "\r=1", "＝1", "－1"];
    let site = Site::new();
    // The alliance has none yet.
    let offers = [1, 2, 3].map(|number| {
        let text = json!({ "zh-Hans": "【测试】", "en": "[test]" });
        json!({
            "id": format!("lot-{number}"), "kind": "offer", "material": text, "place": text,
            "note": text, "date": "2026-03-02", "until": "2999-12-31",
            "stages": ["processing"], "source": "newssc-2025-11-23",
        })
    });
    let file = json!({ "$schema": "../schema/offers.schema.json", "offers": offers });
    fs::write(site.content().join("offers.json"), file.to_string()).unwrap();
    let day = "2026-03-05".parse().unwrap();
    let bundle = load(&site.content()).unwrap();
    let mut bundle = bundle.seen_by(Audience::Readers, day);
    let mut next = planted.into_iter().cycle();
    let mut texts = Vec::new();
    for indicator in &mut bundle.indicators.indicators {
        texts.extend([&mut indicator.name, &mut indicator.scope]);
        texts.extend(&mut indicator.note);
        texts.extend((indicator.points.iter_mut()).flat_map(|point| &mut point.note));
    }
    for company in &mut bundle.companies.companies {
        texts.extend([&mut company.name, &mut company.summary]);
        texts.extend(&mut company.note);
    }
    for source in &mut bundle.sources.sources {
        texts.extend([&mut source.publisher, &mut source.title]);
    }
    for offer in &mut bundle.offers.offers {
        texts.push(&mut offer.material);
        texts.extend(offer.place.iter_mut().chain(&mut offer.note));
    }
    for text in texts {
        for text in text.by_lang.values_mut() {
            text.insert_str(0, next.next().unwrap());
        }
    }
    for table in tables(&bundle, &Papers::of(&bundle).unwrap()).unwrap() {
        let Some(name) = table.path.strip_suffix(".csv") else {
            continue;
        };
        let text = String::from_utf8(table.bytes).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut harmless = 0;
        for row in reader.records() {
            for cell in &row.unwrap() {
                let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '－']);
                assert!(!runs || cell.parse::<f64>().is_ok(), "{name}: {cell}");
                harmless += usize::from(cell.starts_with('\''));
            }
        }
        assert!(harmless > planted.len(), "{name}");
    }
}

#[test]
fn lets_everybody_take_every_figure_with_its_source() {
    let points: usize = (bundle().indicators.indicators.iter())
        .map(|indicator| indicator.points.len())
        .sum();
    let (header, rows) = table("data/figures.csv");
    assert_eq!(rows.len(), points);
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    for row in &rows {
        assert!(!row[at("source_zh")].is_empty(), "{row:?}");
        assert!(row[at("value")].parse::<f64>().is_ok(), "{row:?}");
        assert!(!row[at("unit")].is_empty(), "{row:?}");
        let page = row[at("page")].trim_start_matches('/').to_owned();
        assert!(!read(&format!("{page}index.html")).is_empty(), "{row:?}");
        let [value, english] =
            ["value", "value_en"].map(|name| row[at(name)].parse::<Decimal>().unwrap());
        match &row[at("unit")] {
            "亿元" => {
                assert_eq!(&row[at("unit_en")], "billion yuan");
                assert_eq!(value, english * Decimal::TEN, "{row:?}");
            }
            unit @ ("万吨" | "万吨/年") => {
                assert_eq!(
                    &row[at("unit_en")],
                    if unit == "万吨" { "kt" } else { "kt/yr" }
                );
                assert_eq!(value * Decimal::TEN, english, "{row:?}");
            }
            _ => assert_eq!(value, english, "{row:?}"),
        }
    }
    let json: Value = serde_json::from_str(&read("data/figures.json")).unwrap();
    let series = json["series"].as_array().unwrap();
    let values: Vec<_> = (series.iter())
        .flat_map(|series| series["points"].as_array().unwrap())
        .map(|point| point["value"].as_str().unwrap())
        .collect();
    let same: Vec<_> = rows.iter().map(|row| &row[at("value")]).collect();
    assert_eq!(values, same);
    assert!(
        json["licence"]["zh-Hans"]
            .as_str()
            .unwrap()
            .contains("来源")
    );
}

#[test]
fn lets_everybody_take_every_company_with_its_capacities() {
    let companies = &bundle().companies.companies;
    let expected: usize = (companies.iter())
        .map(|company| company.capacities.len().max(1))
        .sum();
    let (header, rows) = table("data/companies.csv");
    assert_eq!(rows.len(), expected);
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    let first = |name: &str| &rows[0][at(name)];
    assert_eq!([first("capacity"), first("unit")], ["25", "万吨/年"]);
    assert_eq!([first("capacity_en"), first("unit_en")], ["250", "kt/yr"]);
    let json: Value = serde_json::from_str(&read("data/companies.json")).unwrap();
    let names: Vec<_> = (json["companies"].as_array().unwrap().iter())
        .map(|company| company["name"]["zh-Hans"].as_str().unwrap())
        .collect();
    let same: Vec<_> = companies
        .iter()
        .map(|company| company.name.get(Lang::ZhHans).text)
        .collect();
    assert_eq!(names, same);
}

#[test]
fn lets_everybody_take_every_source() {
    let sources = &bundle().sources.sources;
    let (header, rows) = table("data/sources.csv");
    assert_eq!(rows.len(), sources.len());
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    let json: Value = serde_json::from_str(&read("data/sources.json")).unwrap();
    for ((source, row), entry) in sources
        .iter()
        .zip(&rows)
        .zip(json["sources"].as_array().unwrap())
    {
        let title = source.title.get(Lang::ZhHans).text;
        assert_eq!(&row[at("title_zh")], title);
        assert_eq!(entry["title"]["zh-Hans"], title);
        assert!(!row[at("source_zh")].is_empty(), "{row:?}");
    }
    let about = read("about/index.html");
    assert!(about.contains("href=\"/data/sources.csv\""));
}

#[test]
fn links_no_page_of_grade_c() {
    let unsafe_to_link: Vec<_> = (bundle().sources.sources.iter())
        .filter(|source| source.grade == content::bundle::Grade::C)
        .filter_map(|source| source.url.as_deref())
        .collect();
    for name in [
        "data/figures.csv",
        "data/companies.json",
        "data/sources.csv",
        "data/sources.json",
        "feeds/all.atom",
    ] {
        let text = read(name);
        assert!(
            unsafe_to_link.iter().all(|url| !text.contains(url)),
            "{name}"
        );
    }
}

#[test]
fn tells_programs_where_things_are() {
    let text = read("llms.txt");
    assert!(text.starts_with("# 广元市铝产业联盟"), "{text}");
    for path in [
        "/chain/",
        "/en/figures/",
        "/data/figures.csv",
        "/feeds/all.json",
    ] {
        assert!(
            text.contains(&format!("({ORIGIN}{path})")),
            "{path}:\n{text}"
        );
    }
    let bundle = bundle();
    let script = bundle.traditional();
    for (lang, begins) in [
        (Lang::ZhHans, ""),
        (Lang::ZhHant, "/zh-hant"),
        (Lang::En, "/en"),
    ] {
        let written = |text: &str| match lang {
            Lang::ZhHant => script.convert(text).into_owned(),
            Lang::ZhHans | Lang::En => text.to_owned(),
        };
        for article in &bundle.news {
            let title = written(article.title.get(lang).text);
            let line = format!("- [{title}]({ORIGIN}{begins}/news/{}/)", article.id);
            assert!(text.contains(&line), "{line}");
        }
        for term in &bundle.glossary.terms {
            let [name, means] =
                [&term.term, &term.definition].map(|text| written(text.get(lang).text));
            let line = format!(
                "- [{name}]({ORIGIN}{begins}/chain/#term-{}): {means}",
                term.id
            );
            assert!(text.contains(&line), "{line}");
        }
    }
    for line in text.lines().filter_map(|line| line.split_once("](")) {
        let url = line.1.split(')').next().unwrap();
        let path = url.strip_prefix(ORIGIN).unwrap().trim_start_matches('/');
        let path = path.split('#').next().unwrap();
        let file = shared().out().join(path);
        assert!(file.is_file() || file.join("index.html").is_file(), "{url}");
    }
}
