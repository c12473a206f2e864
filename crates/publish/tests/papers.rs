//! Papers: from what editors put into `papers/` to what pages, feeds and hosts are given.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/trial.rs"]
mod trial;

use std::fs;

use content::bundle::Bundle;
use content::load::load;
use content::synthetic::papers::{docx, pdf};
use model::Lang;
use model::document::{Document, PaperText};
use model::routes::{Address, Route};
use publish::documents::DocumentBuilder;
use publish::publish;
use serde_json::{Value, json};

use trial::{Site, tree};

const ARTICLE: &str = "news/2025-10-31-output.json";

/// With a charter, a form and a policy elsewhere; an article has the form.
fn with_papers() -> Site {
    let site = Site::new();
    let papers = site.content().join("papers");
    fs::create_dir(&papers).unwrap();
    fs::write(papers.join("charter.pdf"), pdf("charter")).unwrap();
    fs::write(papers.join("form.docx"), docx("申请表").unwrap()).unwrap();
    let records = json!([
        { "id": "charter", "title": { "zh-Hans": "样例章程/修订", "en": "Sample charter" },
          "kind": "charter", "date": "2026-01-02", "file": "charter.pdf", "source": "founding" },
        { "id": "form", "title": { "zh-Hans": "样例申请表", "en": "Sample form" },
          "kind": "form", "version": { "zh-Hans": "第2版", "en": "second edition" },
          "file": "form.docx", "source": "founding" },
        { "id": "policy", "title": { "zh-Hans": "样例政策", "en": "Sample policy" },
          "kind": "policy", "url": "https://www.example.com/policy", "language": "en",
          "source": "mee-2025-12" },
        { "id": "unseen", "title": { "zh-Hans": "样例办法", "en": "Sample rules" },
          "kind": "policy", "source": "founding" },
    ]);
    let file = json!({ "papers": records }).to_string();
    fs::write(site.content().join("documents.json"), file).unwrap();
    let path = site.content().join(ARTICLE);
    let mut article: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    article["papers"] = json!(["form"]);
    fs::write(path, article.to_string()).unwrap();
    site
}

fn bundle(site: &Site) -> Bundle {
    load(&site.content()).unwrap_or_else(|faults| panic!("{faults}"))
}

fn document(bundle: &Bundle, lang: Lang, route: Route) -> Document {
    let builder = DocumentBuilder::new(bundle).unwrap();
    builder.document(&Address::new(lang, route)).unwrap()
}

/// The papers of a kind on their page.
fn of_kind(bundle: &Bundle, lang: Lang, kind: &str) -> Vec<PaperText> {
    let Document::Papers(page) = document(bundle, lang, Route::Papers) else {
        panic!("another page");
    };
    let mut sections = page.sections.into_iter();
    let section = sections.find(|section| section.id == kind);
    section.map_or_else(Vec::new, |section| section.papers)
}

#[test]
fn say_what_is_known_of_them_and_lead_there() {
    let site = with_papers();
    let bundle = bundle(&site);
    let [charter] = &of_kind(&bundle, Lang::ZhHans, "charter")[..] else {
        panic!("one charter expected");
    };
    assert_eq!(charter.format, "PDF");
    assert_eq!(charter.facts, "2026年1月2日 · 1 kB");
    assert_eq!(charter.ways[0].value, "下载：样例章程/修订");
    let address = charter.ways[0].url.as_deref().unwrap();
    assert!(address.ends_with("-%E4%BF%AE%E8%AE%A2.pdf"), "{address}");
    let [form] = &of_kind(&bundle, Lang::En, "form")[..] else {
        panic!("one form expected");
    };
    assert!(
        form.facts.starts_with("second edition · "),
        "{}",
        form.facts
    );
    assert!(form.facts.ends_with("in Chinese"), "{}", form.facts);
    let policies = of_kind(&bundle, Lang::ZhHans, "policy");
    let elsewhere = (policies.iter()).find(|paper| paper.anchor == "paper-policy");
    let elsewhere = elsewhere.unwrap();
    assert_eq!(elsewhere.facts, "英文");
    assert_eq!(
        elsewhere.ways[0].url.as_deref(),
        Some("https://www.example.com/policy")
    );
    let unseen = (policies.iter()).find(|paper| paper.anchor == "paper-unseen");
    assert_eq!(unseen.unwrap().ways[0].label, "未见公开全文");
}

#[test]
fn leave_a_place_for_the_charter_and_say_that_there_is_none() {
    let site = Site::new();
    let _ = fs::remove_file(site.content().join("documents.json"));
    let bundle = bundle(&site);
    let Document::Papers(page) = document(&bundle, Lang::ZhHans, Route::Papers) else {
        panic!("another page");
    };
    assert!(page.summary.contains("还没有公布"), "{}", page.summary);
    let kinds: Vec<&str> = page.sections.iter().map(|section| &*section.id).collect();
    assert_eq!(kinds, ["charter", "data"]);
    let charter = &page.sections[0].papers[0];
    assert_eq!(charter.title.text, "联盟章程");
    assert_eq!(charter.ways[0].label, "尚未公布");
    let builder = DocumentBuilder::new(&bundle).unwrap();
    assert!(
        builder
            .shared()
            .iter()
            .all(|shared| !shared.site.has_papers)
    );
}

#[test]
fn lie_under_their_titles_in_a_folder_named_by_what_is_in_them() {
    let site = with_papers();
    let report = publish(&site.options()).unwrap();
    assert_eq!(report.papers, 2);
    let files = tree(&site.out().join("papers"));
    let mut names: Vec<&str> = (files.keys())
        .map(|path| path.split_once('/').unwrap().1)
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["样例申请表.docx", "样例章程-修订.pdf"]);
    let charter = (files.iter())
        .find(|(path, _)| path.ends_with(".pdf"))
        .unwrap();
    assert_eq!(*charter.1, pdf("charter"));
    // The same once more is taken over; another paper lies elsewhere.
    let again = publish(&site.options()).unwrap();
    assert_eq!(again.unchanged, again.files);
    fs::write(site.content().join("papers/charter.pdf"), pdf("other")).unwrap();
    publish(&site.options()).unwrap();
    let now = tree(&site.out().join("papers"));
    assert!(!now.contains_key(charter.0), "{:?}", now.keys());
}

#[test]
fn are_saved_under_their_titles_from_pages_that_have_them() {
    let site = with_papers();
    publish(&site.options()).unwrap();
    let read = |path: &str| fs::read_to_string(site.out().join(path)).unwrap();
    let article = read("news/2025-10-31-output/index.html");
    assert!(article.contains("paper-list__way"));
    assert!(article.contains("%E6%A0%B7%E4%BE%8B%E7%94%B3%E8%AF%B7%E8%A1%A8.docx"));
    assert!(read("join/index.html").contains("样例申请表"));
    let headers = read("_headers");
    assert!(headers.contains("/papers/*\n  cache-control: public"));
    assert!(headers.contains("content-disposition: attachment\n"));
    let search = read("documents/index.html");
    assert!(search.contains("aria-label=\"下载：样例章程/修订\""));
}

#[test]
fn come_with_their_article_in_feeds() {
    let site = with_papers();
    let options = publish::Options {
        origin: Some("https://alliance.example".parse().unwrap()),
        cards: false,
        ..site.options()
    };
    publish(&options).unwrap();
    let read = |path: &str| fs::read_to_string(site.out().join(path)).unwrap();
    let feed: Value = serde_json::from_str(&read("feeds/all.json")).unwrap();
    let items = feed["items"].as_array().unwrap();
    let item = items.iter().find(|item| {
        let url = item["url"].as_str().unwrap_or_default();
        url.ends_with("/news/2025-10-31-output/")
    });
    let file = &item.unwrap()["attachments"][0];
    let url = file["url"].as_str().unwrap();
    assert!(url.starts_with("https://alliance.example/papers/"), "{url}");
    assert_eq!(file["size_in_bytes"], docx("申请表").unwrap().len());
    assert!(read("feeds/all.atom").contains(url));
}

#[test]
fn are_taken_along_in_a_table_and_known_to_machines() {
    let site = with_papers();
    publish(&site.options()).unwrap();
    let table: Value = serde_json::from_slice(&site.read("data/papers.json")).unwrap();
    let papers = table["papers"].as_array().unwrap();
    let ids: Vec<&str> = (papers.iter())
        .map(|paper| paper["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["charter", "form", "policy", "unseen"]);
    assert_eq!(papers[0]["format"], "PDF");
    assert_eq!(papers[0]["bytes"], pdf("charter").len());
    let address = papers[0]["address"].as_str().unwrap();
    assert!(address.starts_with("/papers/"), "{address}");
    assert_eq!(papers[2]["address"], "https://www.example.com/policy");
    assert_eq!(papers[3]["address"], Value::Null);
    let csv = String::from_utf8(site.read("data/papers.csv")).unwrap();
    assert!(csv.contains("form,样例申请表,Sample form,form,,第2版,second edition,zh,"));

    let page = String::from_utf8(site.read("en/documents/index.html")).unwrap();
    let known: Vec<Value> = page
        .split("application/ld+json\">")
        .skip(1)
        .map(|rest| serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap())
        .collect();
    let charter = known.iter().find(|thing| thing["name"] == "Sample charter");
    let charter = charter.unwrap();
    assert_eq!(charter["@type"], "DigitalDocument");
    assert_eq!(charter["encodingFormat"], "application/pdf");
    assert_eq!(charter["url"], address);
    assert!(!known.iter().any(|thing| thing["name"] == "Sample rules"));
    // Saved under the title of the page's language, whatever the file is called.
    assert!(page.contains("download=\"Sample form.docx\""), "{page}");
}
