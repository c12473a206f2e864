//! The site while it is being written.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "publish/site.rs"]
mod site;

use std::fs;

use alliance::content::Lang;
use alliance::content::bundle::Bundle;
use alliance::content::date::Day;
use alliance::content::load::{Known, load, read_again};
use alliance::library::document::Document;
use alliance::publish::app::App;
use alliance::publish::documents::{Context, Index, Page, editions, page, shared};
use alliance::publish::preview::{Options, Preview};
use alliance::routes::{Address, NewsFilter, Route};
use serde_json::Value;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use site::{Site, tree};

const FILE: &str = "news/2025-10-31-output.json";
const PAGE: &str = "/news/2025-10-31-output/";

/// A running preview; it ends with the value.
struct Running {
    origin: String,
    site: Site,
    _stop: oneshot::Sender<()>,
    _task: JoinHandle<()>,
}

impl Running {
    async fn start(site: Site) -> Self {
        let options = Options {
            content: site.content(),
            app: App::from_trunk(&site.app()).unwrap(),
            lang: Lang::ZhHans,
        };
        let preview = Preview::bind(("127.0.0.1", 0), options, |_| {})
            .await
            .unwrap();
        let origin = format!("http://{}", preview.address());
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            preview.run(async { drop(stopped.await) }).await.unwrap();
        });
        Self {
            origin,
            site,
            _stop: stop,
            _task: task,
        }
    }

    async fn get(&self, path: &str) -> (u16, String) {
        let response = reqwest::get(format!("{}{path}", self.origin))
            .await
            .unwrap();
        let status = response.status().as_u16();
        (status, response.text().await.unwrap())
    }

    async fn page(&self, path: &str) -> String {
        let (status, html) = self.get(path).await;
        assert_eq!(status, 200, "{path}");
        html
    }

    /// What a page is told that knows this version, once there is another.
    async fn news(&self, known: &Value) -> Value {
        let (_, json) = self.get(&format!("/.preview/news?{known}")).await;
        serde_json::from_str(&json).unwrap()
    }

    /// Changes a file; what pages are told of it.
    async fn write(&self, file: &str, text: &str) -> Value {
        let now = self.news(&Value::Null).await;
        fs::write(self.site.content().join(file), text).unwrap();
        self.news(&now["version"]).await
    }

    fn text(&self) -> String {
        fs::read_to_string(self.site.content().join(FILE)).unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_what_has_changed() {
    let preview = Running::start(Site::new()).await;
    assert!(!preview.page(PAGE).await.contains("改过的一句"));
    let before = preview.news(&Value::Null).await;
    let text = preview
        .text()
        .replace("2025年1—9月", "改过的一句：2025年1—9月");
    let after = preview.write(FILE, &text).await;
    assert_ne!(before["content"], after["content"]);
    assert_eq!(after["faults"], Value::Null);
    let html = preview.page(PAGE).await;
    assert!(html.contains("改过的一句"));
    // The page knows which content it shows: it is told when that is another.
    let shown = after["content"].as_str().unwrap();
    assert!(html.contains(&format!("data-content=\"{shown}\"")));
    let (_, document) = preview
        .get("/content/v1/zh-Hans/news/2025-10-31-output.json")
        .await;
    assert!(document.contains("改过的一句"));
    let (_, manifest) = preview.get("/content/v1/manifest.json").await;
    assert!(manifest.contains(shown));
}

#[tokio::test(flavor = "multi_thread")]
async fn says_what_readers_do_not_see_yet() {
    let preview = Running::start(Site::new()).await;
    let none = preview.news(&Value::Null).await;
    assert_eq!(none["withheld"], Value::Array(Vec::new()));
    let draft = preview.text().replacen('{', "{ \"draft\": true,", 1);
    let after = preview.write(FILE, &draft).await;
    let told = after["withheld"].as_array().unwrap();
    assert_eq!(told.len(), Lang::ALL.len());
    assert!(told.iter().any(|page| page["path"] == PAGE), "{told:?}");
    assert!(told[0]["note"].as_str().unwrap().contains("草稿"));
    assert!(preview.page(PAGE).await.contains("344.07"));
    let late = preview
        .text()
        .replace("\"draft\": true,", "")
        .replace("\"2025-10-31\"", "\"2999-10-31\"");
    let after = preview.write(FILE, &late).await;
    let note = after["withheld"][0]["note"].as_str().unwrap();
    assert!(note.contains("2999年10月31日"), "{note}");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_preview_is_not_taken_for_the_one_before() {
    let before = Running::start(Site::new()).await;
    let before = before.news(&Value::Null).await;
    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    let after = Running::start(Site::new()).await;
    let after = after.news(&Value::Null).await;
    assert_ne!(before["version"], after["version"]);
    assert_ne!(before["content"], after["content"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn keeps_what_was_good_and_says_where_the_fault_is() {
    let preview = Running::start(Site::new()).await;
    let good = preview.text();
    let before = preview.news(&Value::Null).await;
    let faulty = good.replace("\"industry\"", "\"industri\"");
    let after = preview.write(FILE, &faulty).await;
    assert_eq!(before["content"], after["content"]);
    let faults = after["faults"].as_str().unwrap();
    assert!(
        faults.contains(FILE) && faults.contains("industri"),
        "{faults}"
    );
    assert!(preview.page(PAGE).await.contains("344.07"));
    let mended = preview.write(FILE, &good).await;
    assert_eq!(mended["faults"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn begins_with_the_faults_when_there_is_nothing_good() {
    let site = Site::new();
    let file = site.content().join(FILE);
    let good = fs::read_to_string(&file).unwrap();
    fs::write(&file, "{").unwrap();
    let preview = Running::start(site).await;
    assert!(preview.page("/").await.contains(FILE));
    preview.write(FILE, &good).await;
    assert!(preview.page(PAGE).await.contains("344.07"));
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_drafts_and_what_is_dated_ahead() {
    let preview = Running::start(Site::new()).await;
    let ahead = preview
        .text()
        .replacen("\"2025-10-31\"", "\"2999-10-31\"", 1);
    preview.write(FILE, &ahead).await;
    assert!(preview.page(PAGE).await.contains("2999"));
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_as_a_server_of_the_site_does() {
    let preview = Running::start(Site::new()).await;
    let (status, html) = preview.get("/no-such-page/").await;
    assert_eq!(status, 404);
    assert!(html.contains("<title>"));
    let response = reqwest::get(format!("{}/", preview.origin)).await.unwrap();
    let policy = response.headers()["content-security-policy"]
        .to_str()
        .unwrap();
    assert!(
        policy.contains("require-trusted-types-for 'script'"),
        "{policy}"
    );
    assert_eq!(response.headers()["cache-control"], "no-store");
    // Nothing is written anywhere.
    assert!(!preview.site.out().exists());
    assert_eq!(tree(&preview.site.root().join("app")).len(), 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn makes_the_index_once_someone_searches() {
    let preview = Running::start(Site::new()).await;
    let address = Address::new(Lang::ZhHans, Route::Search);
    assert!(preview.page("/search/").await.contains("<h1"));
    let (_, document) = preview
        .get(&format!("/content/v1/{}", address.document()))
        .await;
    let Document::Search(index) = serde_json::from_str(&document).unwrap() else {
        panic!("another document: {document}");
    };
    let (status, records) = preview
        .get(&format!("/content/v1/{}/r0.json", index.segments[0].name))
        .await;
    assert_eq!(status, 200);
    assert!(records.contains("2025-10-31-output"), "{records}");
}

#[test]
fn arranges_a_page_alone_as_it_arranges_all() {
    let bundle = load(&Site::new().content()).unwrap();
    let index = Index::new(&bundle).unwrap();
    let (editions, _) = editions(&bundle).unwrap();
    for edition in &editions {
        let cx = Context::new(&index, edition.lang);
        assert_eq!(shared(&cx).unwrap(), edition.site);
        // The search's page is made from all the others.
        let known = |known: &&Page| known.address.route != Route::Search;
        for known in edition.pages.iter().filter(known) {
            let alone = page(&cx, &known.address.route);
            let path = known.address.path();
            assert!(alone.as_ref() == Some(&known.document), "{path} differs");
        }
    }
    let cx = Context::new(&index, Lang::En);
    let beyond = NewsFilter {
        page: 1000,
        ..NewsFilter::default()
    };
    assert!(page(&cx, &Route::News(beyond)).is_none());
    assert!(page(&cx, &Route::Article("none".to_owned())).is_none());
}

#[test]
fn reads_again_what_has_changed_and_only_that() {
    let site = Site::new();
    let content = site.content();
    let today = Day::today();
    let mut known = Known::default();
    let first = read_again(&content, today, &mut known).unwrap();
    let article = content.join("news/founding.json");
    let text = fs::read_to_string(&article).unwrap();

    // A fault is told of at every reading, not only at the one that found it.
    fs::write(&article, text.replacen("\"source\"", "\"sauce\"", 1)).unwrap();
    for _ in 0..2 {
        let faults = read_again(&content, today, &mut known).unwrap_err();
        assert!(faults.to_string().contains("founding.json"), "{faults}");
    }
    fs::write(&article, &text).unwrap();
    let again = read_again(&content, today, &mut known).unwrap();
    let texts = |bundle: &Bundle| format!("{:?}", bundle.news);
    assert_eq!(texts(&first), texts(&again));

    fs::remove_file(content.join("news/2025-10-31-output.json")).unwrap();
    let fewer = read_again(&content, today, &mut known).unwrap();
    assert_eq!(fewer.news.len() + 1, first.news.len());
}
