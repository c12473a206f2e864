//! The site while it is being written.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../../publish/tests/common/publication.rs"]
mod publication;
#[path = "../../publish/tests/common/trial.rs"]
mod trial;

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};

use content::bundle::Bundle;
use content::load::{ArticleCache, load, read_again};
use model::Lang;
use model::date::Day;
use model::document::Document;
use model::routes::{Address, MemberFilter, NewsFilter, Route};
use publish::app::App;
use publish::documents::DocumentBuilder;
use publish::documents::search::IndexFile;
use serde_json::Value;
use server::preview::{Options, Preview};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use publication::publication;
use trial::{Site, tree};

const FILE: &str = "news/2025-10-31-output.json";
const PAGE: &str = "/news/2025-10-31-output/";

/// A running preview; it ends with the value.
struct RunningPreview {
    origin: String,
    site: Site,
    _stop: oneshot::Sender<()>,
    _task: JoinHandle<()>,
}

impl RunningPreview {
    async fn start(site: Site) -> Self {
        Self::following(site, false).await
    }

    async fn following(site: Site, poll: bool) -> Self {
        let options = Options {
            content: site.content(),
            app: App::from_trunk(&site.app()).unwrap(),
            lang: Lang::ZhHans,
            poll,
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

    /// The state, once it is another than this version.
    async fn news(&self, known: &Value) -> Value {
        let (_, json) = self.get(&format!("/.preview/news?{known}")).await;
        serde_json::from_str(&json).unwrap()
    }

    /// Changes a file; the state that follows.
    async fn write(&self, file: &str, text: &str) -> Value {
        let now = self.news(&Value::Null).await;
        fs::write(self.site.content().join(file), text).unwrap();
        self.news(&now["version"]).await
    }

    /// The state, once it is this.
    async fn until(&self, wanted: impl Fn(&Value) -> bool) -> Value {
        let mut state = self.news(&Value::Null).await;
        for _ in 0..20 {
            if wanted(&state) {
                return state;
            }
            state = self.news(&state["version"]).await;
        }
        panic!("not what was waited for: {state}");
    }

    fn text(&self) -> String {
        fs::read_to_string(self.site.content().join(FILE)).unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn looks_for_changes_where_nobody_tells_of_them() {
    let preview = RunningPreview::following(Site::new(), true).await;
    for said in ["改过的一句", "改过的二句"] {
        let text = preview
            .text()
            .replace("2025年1—9月", &format!("{said}：2025年1—9月"));
        // The second is as long as the first, and may come within the same second.
        let before = preview.news(&Value::Null).await;
        let modified = File::open(preview.site.content().join(FILE)).unwrap();
        let modified = modified.metadata().unwrap().modified().unwrap();
        fs::write(preview.site.content().join(FILE), &text).unwrap();
        let file = File::options()
            .write(true)
            .open(preview.site.content().join(FILE));
        file.unwrap().set_modified(modified).unwrap();
        preview
            .until(|state| state["content"] != before["content"])
            .await;
        assert!(preview.page(PAGE).await.contains(said));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_what_has_changed() {
    let preview = RunningPreview::start(Site::new()).await;
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
    // The page knows which content it shows, and learns of another.
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
    let preview = RunningPreview::start(Site::new()).await;
    let none = preview.news(&Value::Null).await;
    assert_eq!(none["withheld"], Value::Array(Vec::new()));
    let draft = preview.text().replacen('{', "{ \"draft\": true,", 1);
    let after = preview.write(FILE, &draft).await;
    let state = after["withheld"].as_array().unwrap();
    assert_eq!(state.len(), Lang::ALL.len());
    assert!(state.iter().any(|page| page["path"] == PAGE), "{state:?}");
    assert!(state[0]["note"].as_str().unwrap().contains("草稿"));
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
    let before = RunningPreview::start(Site::new()).await;
    let before = before.news(&Value::Null).await;
    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    let after = RunningPreview::start(Site::new()).await;
    let after = after.news(&Value::Null).await;
    assert_ne!(before["version"], after["version"]);
    assert_ne!(before["content"], after["content"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn keeps_what_was_good_and_says_where_the_fault_is() {
    let preview = RunningPreview::start(Site::new()).await;
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
async fn follows_a_folder_put_in_the_place_of_the_one_before() {
    let preview = RunningPreview::start(Site::new()).await;
    let (content, old) = (preview.site.content(), preview.site.root().join("old"));
    let good = preview.text();

    fs::rename(&content, &old).unwrap();
    preview.until(|state| state["faults"].is_string()).await;
    assert!(preview.page(PAGE).await.contains("344.07"));

    copy(&old, &content);
    preview.until(|state| state["faults"].is_null()).await;
    let changed = good.replace("344.07", "344.08");
    preview.write(FILE, &changed).await;
    assert!(preview.page(PAGE).await.contains("344.08"));

    // At once, with a file that looks as old and as long as the one before.
    let stamp = content.join(FILE).metadata().unwrap().modified().unwrap();
    let file = File::options().write(true).open(old.join(FILE)).unwrap();
    file.set_modified(stamp).unwrap();
    let before = preview.news(&Value::Null).await;
    fs::rename(&content, preview.site.root().join("newer")).unwrap();
    fs::rename(&old, &content).unwrap();
    let other = |state: &Value| state["faults"].is_null() && state["content"] != before["content"];
    preview.until(other).await;
    assert!(preview.page(PAGE).await.contains("344.07"));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn follows_a_stage_that_leads_elsewhere() {
    use std::os::unix::fs::symlink;
    let site = Site::new();
    let folder = |name: &str| site.root().join(name);
    let (one, two, next) = (folder("one"), folder("two"), folder("next"));
    fs::rename(site.content(), &one).unwrap();
    copy(&one, &two);
    symlink(&one, site.content()).unwrap();
    let preview = RunningPreview::start(site).await;
    let before = preview.news(&Value::Null).await;
    symlink(&two, &next).unwrap();
    fs::rename(&next, preview.site.content()).unwrap();
    let other = |state: &Value| state["content"] != before["content"];
    preview.until(other).await;
    let changed = preview.text().replace("344.07", "344.08");
    preview.write(FILE, &changed).await;
    assert!(preview.page(PAGE).await.contains("344.08"));
}

#[tokio::test(flavor = "multi_thread")]
async fn minds_nothing_beside_the_folder() {
    let preview = RunningPreview::start(Site::new()).await;
    let before = preview.news(&Value::Null).await;
    fs::write(preview.site.root().join("beside.json"), "{").unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    let after = preview.news(&Value::Null).await;
    assert_eq!(before["version"], after["version"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn begins_with_the_faults_when_there_is_nothing_good() {
    let site = Site::new();
    let file = site.content().join(FILE);
    let good = fs::read_to_string(&file).unwrap();
    fs::write(&file, "{").unwrap();
    let preview = RunningPreview::start(site).await;
    assert!(preview.page("/").await.contains(FILE));
    preview.write(FILE, &good).await;
    assert!(preview.page(PAGE).await.contains("344.07"));
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_drafts_and_what_is_dated_ahead() {
    let preview = RunningPreview::start(Site::new()).await;
    let ahead = preview
        .text()
        .replacen("\"2025-10-31\"", "\"2999-10-31\"", 1);
    preview.write(FILE, &ahead).await;
    assert!(preview.page(PAGE).await.contains("2999"));
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_as_a_server_of_the_site_does() {
    let site = Site::new();
    let app = tree(&site.root().join("app"));
    let preview = RunningPreview::start(site).await;
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
    assert_eq!(tree(&preview.site.root().join("app")), app);
}

#[tokio::test(flavor = "multi_thread")]
async fn makes_the_index_once_someone_searches() {
    let preview = RunningPreview::start(Site::new()).await;
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

/// What the command says until it ends, or until it listens.
fn said(site: &Site, more: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
    command.arg("preview").arg("--app").arg(site.app());
    let mut preview = (command.args(more))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(preview.stdout.take().unwrap());
    out.read_line(&mut String::new()).unwrap();
    preview.kill().unwrap();
    preview.wait().unwrap();
    let mut state = String::new();
    let mut faults = preview.stderr.take().unwrap();
    faults.read_to_string(&mut state).unwrap();
    state
}

#[test]
fn says_in_both_languages_why_there_is_no_preview() {
    let site = Site::new();
    let content = site.content().display().to_string();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let taken = ["--content", &content, "--port", &port];
    let nowhere = ["--content", &content, "--port", "0", "--host", "192.0.2.1"];
    let missing = ["--content", "nope", "--port", "0"];
    let cases: [(&[&str], &str, &str); 3] = [
        (&taken, "已经有程序在用", "is in use by another program"),
        (
            &nowhere,
            "用不了地址 192.0.2.1",
            "cannot listen at 192.0.2.1",
        ),
        (&missing, "找不到内容文件夹 nope", "there is no folder nope"),
    ];
    for (args, chinese, english) in cases {
        let zh = said(&site, args);
        assert!(zh.contains(chinese), "{zh}");
        for words in ["No ", "cannot", "Address", "os error"] {
            assert!(!zh.contains(words), "{zh}");
        }
        let en = said(&site, &[args, &["--lang", "en"]].concat());
        assert!(en.contains(english), "{en}");
    }
    let state = said(&site, &taken);
    assert!(
        state.contains(&port) && state.contains("--port "),
        "{state}"
    );
}

#[test]
fn promises_no_earlier_pages_when_there_are_none() {
    let site = Site::new();
    fs::write(site.content().join(FILE), "{").unwrap();
    let content = site.content().display().to_string();
    let args = ["--content", &content, "--port", "0"];
    let zh = said(&site, &args);
    assert!(zh.contains("还没有可显示的网页"), "{zh}");
    assert!(!zh.contains("仍显示"), "{zh}");
    let en = said(&site, &[&args[..], &["--lang", "en"]].concat());
    assert!(en.contains("there is nothing to show yet"), "{en}");
}

#[test]
fn counts_what_is_worth_a_look_beside_faults_and_without() {
    let site = Site::new();
    let article = site.content().join(FILE);
    let text = fs::read_to_string(&article).unwrap();
    fs::write(&article, text.replacen('{', "{ \"draft\": true,", 1)).unwrap();
    let content = site.content().display().to_string();
    let args = ["--content", &content, "--port", "0"];
    let fine = said(&site, &args);
    assert!(
        fine.contains("1 草稿") && fine.contains("内容已更新"),
        "{fine}"
    );
    fs::write(site.content().join("chain.json"), "{").unwrap();
    let faulty = said(&site, &args);
    let (counted, fault) = (faulty.find("1 草稿"), faulty.find("chain.json:"));
    assert!(counted.is_some() && counted < fault, "{faulty}");
    assert!(!faulty.contains('\u{1b}'), "no colours here: {faulty}");
}

#[test]
fn arranges_a_page_alone_as_it_arranges_all() {
    let bundle = load(&Site::new().content()).unwrap();
    let arranger = DocumentBuilder::new(&bundle).unwrap();
    let publication = publication(&bundle);
    let (searches, files) = arranger.search().unwrap();
    let paths = |files: &[IndexFile]| {
        files
            .iter()
            .map(|file| file.path.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(paths(&files), paths(&publication.search));
    for page in publication
        .editions
        .iter()
        .flat_map(|edition| &edition.pages)
    {
        let Address { lang, route } = &page.address;
        let alone = match route {
            Route::Search => {
                let mut searches = searches.iter();
                let own = searches.find(|(known, _)| known == lang);
                own.map(|(_, index)| Document::Search(Box::new(index.clone())))
            }
            _ => arranger.document(&page.address),
        };
        let path = page.address.path();
        assert!(alone.as_ref() == Some(&page.document), "{path} differs");
    }
    let beyond = NewsFilter {
        page: 1000,
        ..NewsFilter::default()
    };
    let unmade = MemberFilter {
        product: Some("none".to_owned()),
        ..MemberFilter::default()
    };
    let none = || "none".to_owned();
    for route in [
        Route::News(beyond),
        Route::News(NewsFilter {
            page: 0,
            ..NewsFilter::default()
        }),
        Route::Members(unmade),
        Route::Article(none()),
        Route::Member(none()),
    ] {
        let address = Address::new(Lang::En, route);
        assert!(arranger.document(&address).is_none(), "{address:?}");
    }
}

#[test]
fn reads_again_what_has_changed_and_only_that() {
    let site = Site::new();
    let content = site.content();
    let today = Day::today();
    let mut cache = ArticleCache::default();
    let first = read_again(&content, today, &mut cache).bundle.unwrap();
    let article = content.join("news/founding.json");
    let text = fs::read_to_string(&article).unwrap();

    // A fault is reported at every reading, not only at the one that found it.
    fs::write(&article, text.replacen("\"source\"", "\"sauce\"", 1)).unwrap();
    for _ in 0..2 {
        let faults = read_again(&content, today, &mut cache).bundle.unwrap_err();
        assert!(faults.to_string().contains("founding.json"), "{faults}");
    }
    fs::write(&article, &text).unwrap();
    let again = read_again(&content, today, &mut cache).bundle.unwrap();
    let texts = |bundle: &Bundle| format!("{:?}", bundle.news);
    assert_eq!(texts(&first), texts(&again));

    // So is what is worth a look; what waits for its date, on the day that is asked for.
    let waiting = |cache: &mut ArticleCache, today: &str| {
        let reading = read_again(&content, today.parse().unwrap(), cache);
        let warnings = reading.warnings.iter().flatten();
        let mut kinds: Vec<_> = warnings.map(|fault| fault.kind.code()).collect();
        kinds.retain(|kind| ["future-date", "draft"].contains(kind));
        kinds
    };
    assert_eq!(waiting(&mut cache, "2025-11-11"), ["future-date"]);
    assert_eq!(waiting(&mut cache, "2025-11-21"), [""; 0]);
    let draft = content.join("news/2024-05-10-conference.json");
    let text = fs::read_to_string(&draft).unwrap();
    fs::write(&draft, text.replacen('{', "{ \"draft\": true,", 1)).unwrap();
    for _ in 0..2 {
        assert_eq!(waiting(&mut cache, "2025-11-21"), ["draft"]);
    }

    fs::remove_file(content.join("news/2025-10-31-output.json")).unwrap();
    let fewer = read_again(&content, today, &mut cache).bundle.unwrap();
    assert_eq!(fewer.news.len() + 1, first.news.len());
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
