//! From the editors' bundle to a folder, and what is true of everything in it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../../publish/tests/common/html.rs"]
mod html;
#[path = "../../publish/tests/common/trial.rs"]
mod trial;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;
use std::sync::OnceLock;

use content::bundle::Audience;
use content::load::load;
use model::Lang;
use model::date::Date;
use model::document::{CHECKSUM, DOCUMENT, Document, Embedded, Manifest, checksum, revision_path};
use model::routes::{Address, Door, Route, lang_of};
use publish::app::{DoorFiles, Record};
use publish::{Options, PublishError, publish};

use html::{Element, elements};
use trial::{Site, tree};

/// The site as it is, published once for the tests that only read it.
fn shared() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = Site::new();
        publish(&site.options()).unwrap();
        site
    })
}

/// Every page: its file and its HTML.
/// Every page's HTML, without what only leads on from an address of an earlier
/// version.
fn pages(site: &Site) -> Vec<(String, String)> {
    let pages: Vec<_> = (tree(&site.out()).into_iter())
        .filter(|(path, _)| path.ends_with(".html") && !path.contains("/link/"))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect();
    assert!(pages.len() > 100, "only {} pages", pages.len());
    pages
}

/// Whether a page is bare, made for other sites to frame.
fn is_bare(path: &str) -> bool {
    path.ends_with("embed/chain/index.html")
}

#[test]
fn says_on_every_page_what_it_is() {
    for (path, html) in pages(shared()) {
        let elements = elements(&html);
        let count = |name: &str| {
            elements
                .iter()
                .filter(|element| element.name == name)
                .count()
        };
        for name in ["h1", "title", "main", "header", "footer"] {
            let frames = matches!(name, "header" | "footer");
            let expected = usize::from(!(frames && is_bare(&path)));
            assert_eq!(count(name), expected, "{name} of {path}");
        }
        let title = html
            .split("<title>")
            .nth(1)
            .unwrap()
            .split('<')
            .next()
            .unwrap();
        assert!(!title.trim().is_empty(), "{path} has no title");
        let meta = |key: &str, name: &str| -> Vec<&str> {
            (elements.iter())
                .filter(|element| element.name == "meta" && element.get(key) == Some(name))
                .filter_map(|element| element.get("content"))
                .collect()
        };
        let description = meta("name", "description");
        assert!(
            description.len() == 1 && !description[0].is_empty(),
            "description of {path}: {description:?}"
        );
        assert_eq!(meta("name", "content-base"), ["/content/v1/"]);
        let lang = model::routes::lang_of(&path).tag();
        assert_eq!(elements[0].get("lang"), Some(lang), "{path}");
        // Not for search engines: no page, or another page's picture.
        let found = path.ends_with("404.html") || is_bare(&path);
        assert_eq!(
            meta("property", "og:title").len(),
            usize::from(!found),
            "{path}"
        );
        assert_eq!(meta("name", "robots").len(), usize::from(found), "{path}");
    }
}

#[test]
fn embeds_the_documents_that_are_served() {
    let site = shared();
    let manifest: Manifest =
        serde_json::from_slice(&site.read("content/v1/manifest.json")).unwrap();
    for (path, html) in pages(site) {
        let (_, rest) = html
            .split_once("<script type=\"application/json\" id=\"documents\">")
            .unwrap();
        let mut json = rest.split("</script>").next().unwrap().to_owned();
        let root = &elements(&html)[0];
        if let Some(beside) = root.get("data-document") {
            let own = site.read(beside.trim_start_matches('/'));
            let sum = checksum(&own).to_string();
            assert_eq!(root.get(CHECKSUM), Some(&*sum), "{path}");
            json.truncate(json.len() - 1);
            json += &[DOCUMENT, &String::from_utf8(own).unwrap(), "}"].concat();
        }
        let embedded: Embedded = serde_json::from_str(&json)
            .unwrap_or_else(|error| panic!("the documents of {path}: {error}"));
        let asked = site.read(&format!("content/v1/{}", revision_path(&embedded.revision)));
        let newest: Manifest = serde_json::from_slice(&asked).unwrap();
        assert!(newest.has(&embedded.revision), "{path} says it is outdated");
        assert_eq!(newest.revision, manifest.revision);
        match Address::parse(&embedded.path) {
            None => {
                assert!(
                    path.ends_with("404.html"),
                    "{path} is for {}",
                    embedded.path
                );
                assert_eq!(embedded.document, Document::NotFound);
            }
            Some(address) => {
                let own = format!("{}index.html", embedded.path.trim_start_matches('/'));
                assert_eq!(path, own);
                let served = site.read(&format!("content/v1/{}", address.document()));
                let served: Document = serde_json::from_slice(&served).unwrap();
                assert_eq!(embedded.document, served, "{path}");
            }
        }
    }
}

#[test]
fn writes_nothing_that_the_policy_forbids() {
    for (path, html) in pages(shared()) {
        let mut boots = 0;
        for element in elements(&html) {
            assert!(element.get("style").is_none(), "{path}: {element:?}");
            let handler = (element.attributes.iter()).find(|(name, _)| name.starts_with("on"));
            assert!(handler.is_none(), "{path}: {element:?}");
            assert!(
                !matches!(element.name.as_str(), "style" | "iframe" | "object"),
                "{path}: {element:?}"
            );
            if element.name == "base" {
                let only_leads_out = [("target".to_owned(), "_blank".to_owned())];
                assert!(is_bare(&path), "{path}: {element:?}");
                assert_eq!(element.attributes, only_leads_out.into(), "{path}");
            }
            if element.name == "script" {
                match element.get("type") {
                    Some("application/json" | "application/ld+json") => {}
                    None => boots += 1,
                    Some(other) => panic!("{path}: a script of type {other}"),
                }
            }
        }
        assert_eq!(boots, 1, "{path}");
        let boot = format!("<script>{}</script>", *publish::headers::BOOT);
        assert!(html.contains(&boot), "{path} boots otherwise");
    }
}

#[test]
fn links_only_to_what_is_there() {
    let site = shared();
    let files: BTreeSet<String> = tree(&site.out()).into_keys().collect();
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let pages = pages(site);
    for (path, html) in &pages {
        let own: Vec<String> = (elements(html).iter())
            .filter_map(|element| element.get("id").map(str::to_owned))
            .collect();
        let unique: BTreeSet<String> = own.iter().cloned().collect();
        assert_eq!(
            own.len(),
            unique.len(),
            "an id stands twice in {path}: {own:?}"
        );
        ids.insert(path.clone(), unique);
    }
    let mut faults = BTreeSet::new();
    let mut links = 0;
    for (path, html) in &pages {
        for element in elements(html) {
            for name in ["href", "src"] {
                let Some(target) = element.get(name) else {
                    continue;
                };
                let (page, fragment) = target.split_once('#').unwrap_or((target, ""));
                let file = match page {
                    "" => path.clone(),
                    page if page.starts_with('/') && page.ends_with('/') => {
                        format!("{}index.html", &page[1..])
                    }
                    page if page.starts_with('/') => page[1..].to_owned(),
                    _ => continue,
                };
                links += 1;
                if !files.contains(&file) {
                    faults.insert(format!("{target} is not there (first in {path})"));
                } else if !fragment.is_empty()
                    && !ids.get(&file).is_some_and(|ids| ids.contains(fragment))
                {
                    faults.insert(format!("{target} has no such place (in {path})"));
                }
            }
        }
    }
    assert!(links > 1000, "only {links} links");
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn leads_on_from_every_address_that_a_list_of_a_stage_once_had() {
    let site = shared();
    let files = tree(&site.out());
    let mut led = 0;
    for path in files.keys().filter(|path| path.ends_with("index.html")) {
        let address = format!("/{}", path.trim_end_matches("index.html"));
        if address.contains("/stage/") && !address.contains("/page/") {
            let earlier = address.replacen("/stage/", "/link/", 1);
            let file = format!("{}index.html", &earlier[1..]);
            let html = String::from_utf8(files[&file].clone()).unwrap();
            let elements = elements(&html);
            let link = elements.iter().find(|element| element.name == "a").unwrap();
            assert_eq!(link.get("href"), Some(&*address));
            let refresh = elements
                .iter()
                .find(|element| element.get("http-equiv").is_some());
            let wanted = format!("0; url={address}");
            assert_eq!(refresh.unwrap().get("content"), Some(&*wanted));
            led += 1;
        }
    }
    let earlier = files
        .keys()
        .filter(|path| path.contains("/link/") && path.ends_with(".html"));
    assert_eq!(earlier.count(), led, "each leads to a page that is there");
    assert!(led > 30, "only {led}");
}

#[test]
fn links_out_only_where_it_may() {
    // Re-posts and mirrors that served as evidence.
    let mirrors = [
        "psd99.com",
        "muncard.com",
        "bahiscup.com",
        "adibba.com",
        "is0817.com",
        "qygsc.cn",
        "waihuiren.cn",
    ];
    for (path, bytes) in tree(&shared().out()) {
        if path.ends_with(".html") || path.ends_with(".json") {
            let text = String::from_utf8(bytes).unwrap();
            for mirror in mirrors {
                assert!(!text.contains(mirror), "{path} names {mirror}");
            }
        }
    }
    for (path, html) in pages(shared()) {
        for element in elements(&html) {
            if element.name != "a" {
                continue;
            }
            let href = element.get("href").unwrap_or_default();
            if href.starts_with("http") {
                let rel = element.get("rel").unwrap_or_default();
                assert!(
                    rel.contains("external") && rel.contains("noopener"),
                    "{path}: {href}"
                );
            }
        }
    }
}

#[test]
fn names_every_language_of_a_page() {
    let site = shared();
    for (path, html) in pages(site) {
        let elements = elements(&html);
        let links = |rel: &str| -> Vec<&Element> {
            (elements.iter())
                .filter(|element| element.name == "link" && element.get("rel") == Some(rel))
                .collect()
        };
        let canonical = links("canonical");
        if path.ends_with("404.html") {
            assert!(canonical.is_empty());
            continue;
        }
        let own = format!("/{}", path.trim_end_matches("index.html"));
        if is_bare(&path) {
            let page = own.replace("embed/", "");
            assert_eq!(canonical[0].get("href"), Some(page.as_str()));
            assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
            assert!(links("alternate").is_empty());
            continue;
        }
        assert_eq!(canonical[0].get("href"), Some(own.as_str()));
        let alternates: BTreeMap<&str, &str> = (links("alternate").into_iter())
            .map(|link| (link.get("hreflang").unwrap(), link.get("href").unwrap()))
            .collect();
        assert_eq!(
            alternates.keys().copied().collect::<Vec<_>>(),
            ["en", "x-default", "zh-Hans", "zh-Hant"]
        );
        assert!(alternates.values().any(|href| *href == own));
    }
}

#[test]
fn describes_articles_to_search_engines() {
    let site = shared();
    let bundle = content::load::load(&site.content()).unwrap();
    let dated: BTreeSet<&str> = (bundle.news.iter())
        .filter(|article| article.date.year.is_some())
        .map(|article| article.id.as_str())
        .collect();
    assert!(dated.len() < bundle.news.len());
    // Those that readers can get, and the two tables of the site itself.
    let papers = bundle.documents.papers.iter();
    let papers = papers.filter(|paper| paper.file.is_some() || paper.url.is_some());
    let papers = vec!["DigitalDocument"; papers.count() + 2];
    let mut articles = 0;
    for (path, html) in pages(site) {
        let data: Vec<serde_json::Value> = html
            .split("<script type=\"application/ld+json\">")
            .skip(1)
            .map(|rest| serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap())
            .collect();
        for thing in &data {
            assert_eq!(thing["@context"], "https://schema.org", "{path}");
        }
        let kinds: Vec<&str> = data
            .iter()
            .map(|thing| thing["@type"].as_str().unwrap())
            .collect();
        let own = format!("/{}", path.trim_end_matches("index.html"));
        let expected: &[&str] = match Address::parse(&own).map(|address| address.route) {
            _ if path.ends_with("404.html") => &[],
            Some(model::routes::Route::Home | model::routes::Route::About) => &["Organization"],
            Some(model::routes::Route::Article(_)) => &["NewsArticle", "BreadcrumbList"],
            Some(model::routes::Route::Event(_)) => &["Event", "BreadcrumbList"],
            Some(model::routes::Route::Papers) => &papers,
            Some(
                model::routes::Route::Member(_)
                | model::routes::Route::Chain(Some(_))
                | model::routes::Route::Figure(..),
            ) => &["BreadcrumbList"],
            _ => &[],
        };
        assert_eq!(kinds, expected, "{path}");
        if let Some(article) = data.iter().find(|thing| thing["@type"] == "NewsArticle") {
            articles += 1;
            // A day of an unknown year is no date.
            let id = own.trim_end_matches('/').rsplit('/').next().unwrap();
            let dated = dated.contains(id);
            assert_eq!(article["datePublished"].is_string(), dated, "{path}");
        }
    }
    assert!(articles > 20);
}

#[test]
fn says_in_the_sitemap_of_which_day_what_is_newest_is() {
    let site = shared();
    let sitemap = fs::read_to_string(site.out().join("sitemap.xml")).unwrap();
    let bundle = load(&site.content()).unwrap();
    let day_of = |id: &String| bundle.source(id).unwrap().date.map(Date::datetime);
    let mut dated = 0;
    for url in sitemap.split("<url>").skip(1) {
        let loc = url.split("<loc>").nth(1).unwrap();
        let path = loc.split("</loc>").next().unwrap();
        let document = Address::parse(path).unwrap().document();
        let json = fs::read(site.out().join("content/v1").join(document)).unwrap();
        let dates: Vec<String> = match serde_json::from_slice(&json).unwrap() {
            Document::Article(page) => vec![page.headline.date.iso],
            Document::Chain(page) if page.chosen.is_none() => (bundle.chain.presets.iter())
                .filter_map(|preset| preset.source.as_ref())
                .chain(
                    bundle
                        .chain
                        .factors
                        .iter()
                        .filter_map(|it| it.source.as_ref()),
                )
                .filter_map(day_of)
                .collect(),
            Document::Chain(page) => (page.chosen.into_iter())
                .flat_map(|link| link.news)
                .map(|article| article.date.iso)
                .collect(),
            Document::Members(page) => (bundle.companies.companies.iter())
                .filter(|company| page.companies.iter().any(|row| row.id == company.id))
                .map(|company| company.last_verified.datetime())
                .collect(),
            Document::Figures(_) => (bundle.indicators.indicators.iter())
                .flat_map(|indicator| &indicator.points)
                .filter_map(|point| day_of(&point.source))
                .collect(),
            Document::About(_) => (bundle.sources.sources.iter())
                .filter_map(|source| day_of(&source.id))
                .collect(),
            Document::Search(_) => Vec::new(),
            _ => continue,
        };
        let whole = dates.into_iter().filter(|date| date.len() == 10).max();
        let found = url.split("<lastmod>").nth(1);
        let found = found.map(|rest| rest.split("</lastmod>").next().unwrap());
        assert_eq!(found, whole.as_deref(), "{path}");
        dated += usize::from(whole.is_some());
    }
    assert!(dated > 300, "only {dated} dated pages");
}

#[test]
fn lists_every_address_in_the_sitemap() {
    let site = shared();
    let xml = String::from_utf8(site.read("sitemap.xml")).unwrap();
    let mut reader = quick_xml::Reader::from_str(&xml);
    let (mut listed, mut alternates, mut in_loc) = (BTreeSet::new(), 0, false);
    loop {
        use quick_xml::events::Event;
        match reader.read_event().unwrap() {
            Event::Start(tag) => in_loc = tag.name().as_ref() == b"loc",
            Event::Empty(tag) if tag.name().as_ref() == b"xhtml:link" => alternates += 1,
            Event::Text(text) if in_loc => {
                listed.insert(text.decode().unwrap().into_owned());
            }
            Event::End(_) => in_loc = false,
            Event::Eof => break,
            _ => {}
        }
    }
    let published: BTreeSet<String> = (pages(site).into_iter())
        .filter(|(path, _)| !path.ends_with("404.html") && !is_bare(path))
        .map(|(path, _)| format!("/{}", path.trim_end_matches("index.html")))
        .collect();
    assert_eq!(listed, published);
    let plain = String::from_utf8(site.read("sitemap.txt")).unwrap();
    assert_eq!(
        plain.lines().map(str::to_owned).collect::<BTreeSet<_>>(),
        listed
    );
    // And the one for readers of any other language.
    assert_eq!(alternates, (Lang::ALL.len() + 1) * listed.len());
}

#[test]
fn makes_addresses_absolute_for_a_known_origin() {
    let site = Site::new();
    let mut options = site.options();
    options.origin = Some("https://alliance.example/".parse().unwrap());
    publish(&options).unwrap();
    let html = String::from_utf8(site.read("en/about/index.html")).unwrap();
    assert!(html.contains("<link rel=\"canonical\" href=\"https://alliance.example/en/about/\">"));
    assert!(html.contains("\"url\":\"https://alliance.example/en/\""));
    let sitemap = String::from_utf8(site.read("sitemap.xml")).unwrap();
    assert!(sitemap.contains("<loc>https://alliance.example/</loc>"));
    assert!(!sitemap.contains("<loc>/"));
    let robots = String::from_utf8(site.read("robots.txt")).unwrap();
    assert!(robots.contains("\nSitemap: https://alliance.example/sitemap.xml\n"));
    assert!(robots.contains("\nSitemap: https://alliance.example/sitemap.txt\n"));
    let plain = String::from_utf8(site.read("sitemap.txt")).unwrap();
    assert!(
        (plain.lines()).all(|line| line.starts_with("https://alliance.example/")),
        "{plain}"
    );
    let robots = String::from_utf8(shared().read("robots.txt")).unwrap();
    assert!(!robots.contains("Sitemap"), "{robots}");
}

#[test]
fn gives_the_same_bytes_again() {
    let (one, other) = (Site::new(), Site::new());
    publish(&one.options()).unwrap();
    publish(&other.options()).unwrap();
    let before = tree(&one.out());
    assert!(before == tree(&other.out()), "two folders differ");
    publish(&one.options()).unwrap();
    assert!(
        before == tree(&one.out()),
        "publishing again changed something"
    );
}

#[test]
fn puts_compressed_forms_beside_text_that_shrinks() {
    let site = Site::new();
    let mut options = site.options();
    options.documents_only = true;
    options.compress = true;
    publish(&options).unwrap();
    let files = tree(&site.out());
    let (mut packed, mut plain) = (0, 0);
    for (path, bytes) in &files {
        if path.ends_with(".br") || path.ends_with(".gz") {
            continue;
        }
        assert!(path.starts_with("content/v1/"), "{path} is no document");
        match files.get(&format!("{path}.br")) {
            Some(brotli) => {
                packed += 1;
                let mut unpacked = Vec::new();
                brotli::BrotliDecompress(&mut brotli.as_slice(), &mut unpacked).unwrap();
                assert_eq!(&unpacked, bytes, "{path}");
                let mut unpacked = Vec::new();
                let gzip = files[&format!("{path}.gz")].as_slice();
                std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(gzip), &mut unpacked)
                    .unwrap();
                assert_eq!(&unpacked, bytes, "{path}");
                assert!(brotli.len() < bytes.len());
            }
            None => {
                plain += 1;
                assert!(bytes.len() < 256, "{path} of {} bytes", bytes.len());
            }
        }
    }
    assert!(packed > 100 && plain >= 1, "{packed} packed, {plain} plain");
}

#[test]
fn leaves_everything_as_it_is_when_the_bundle_has_faults() {
    let site = Site::new();
    publish(&site.options()).unwrap();
    let before = tree(site.root());
    let file = site.content().join("alliance.json");
    let good = fs::read_to_string(&file).unwrap();
    fs::write(&file, good.replace("\"headline\"", "\"headlnie\"")).unwrap();
    match publish(&site.options()) {
        Err(PublishError::Faults(faults)) => assert!(faults.count() >= 1),
        other => panic!("{other:?}"),
    }
    let output = Command::new(env!("CARGO_BIN_EXE_site"))
        .args(["publish", "--lang", "en", "--no-compress", "--content"])
        .arg(site.content())
        .arg("--out")
        .arg(site.out())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("alliance.json:") && said.contains("headlnie"),
        "{said}"
    );
    fs::write(&file, good).unwrap();
    assert!(before == tree(site.root()), "something changed");
}

#[test]
fn publishes_again_without_what_trunk_built() {
    let site = Site::new();
    publish(&site.options()).unwrap();
    let before: Record = serde_json::from_slice(&site.read("app.json")).unwrap();
    let home = site.read("index.html");
    fs::remove_dir_all(site.app()).unwrap();

    let file = site.content().join("alliance.json");
    let text = fs::read_to_string(&file).unwrap();
    let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
    json["headline"] = "新的标题".into();
    fs::write(&file, serde_json::to_vec_pretty(&json).unwrap()).unwrap();

    let mut options = site.options();
    options.app = None;
    publish(&options).unwrap();
    let after: Record = serde_json::from_slice(&site.read("app.json")).unwrap();
    assert_eq!(before, after);
    let again = site.read("index.html");
    assert_ne!(home, again);
    let again = String::from_utf8(again).unwrap();
    assert!(again.contains("新的标题"));
    for file in after
        .doors
        .values()
        .flat_map(DoorFiles::names)
        .chain(&after.assets)
    {
        assert!(site.out().join(file).is_file(), "{file} is gone");
    }
}

#[test]
fn keeps_the_app_before_for_tabs_that_are_open() {
    let site = Site::new();
    publish(&site.options()).unwrap();
    let before: Record = serde_json::from_slice(&site.read("app.json")).unwrap();
    assert!(before.kept.is_empty());
    site.write_app("console.log('another')");
    publish(&site.options()).unwrap();
    let after: Record = serde_json::from_slice(&site.read("app.json")).unwrap();
    let [old, new] = [&before, &after].map(|record| record.door(Door::App));
    assert_ne!(old.js, new.js);
    assert_eq!(before.door(Door::Chain), after.door(Door::Chain));
    assert_eq!(old.css, new.css);
    assert_eq!(after.kept, [old.js.clone(), old.wasm.clone()]);
    for file in after.kept.iter().chain([&new.js, &new.wasm, &new.css]) {
        assert!(site.out().join(file).is_file(), "{file} is gone");
    }
}

#[test]
fn says_when_an_earlier_version_has_left_the_app() {
    let site = Site::new();
    publish(&site.options()).unwrap();
    let mut record: serde_json::Value = serde_json::from_slice(&site.read("app.json")).unwrap();
    record["doors"].as_object_mut().unwrap().remove("chain");
    fs::write(site.out().join("app.json"), record.to_string()).unwrap();
    let mut options = site.options();
    options.app = None;
    let error = publish(&options).unwrap_err().to_string();
    assert!(
        error.contains("`chain`") && error.contains("--app"),
        "{error}"
    );
}

#[test]
fn brings_the_app_in_its_smallest_form() {
    let site = shared();
    let record: Record = serde_json::from_slice(&site.read("app.json")).unwrap();
    let css = |door| String::from_utf8(site.read(&record.door(door).css)).unwrap();
    assert_eq!(css(Door::App), "a { color: red }\n");
    assert_eq!(css(Door::Chain), "a { color: red }\nb { color: blue }\n");
    for (page, door) in [
        ("index.html", Door::App),
        ("en/news/index.html", Door::App),
        ("404.html", Door::App),
        ("chain/index.html", Door::Chain),
        ("en/chain/recycled/index.html", Door::Chain),
        ("embed/chain/index.html", Door::Chain),
    ] {
        let files = record.door(door);
        assert_eq!(site.read(&files.wasm), trial::app_wasm());
        let html = String::from_utf8(site.read(page)).unwrap();
        let words = files.words(lang_of(&format!("/{page}")));
        for (name, file) in [
            ("data-js", files.js.as_str()),
            ("data-wasm", &files.wasm),
            ("data-words", words),
        ] {
            assert!(
                html.contains(&format!("{name}=\"/{file}\"")),
                "{page}: {file}"
            );
        }
        let style = format!("<link rel=\"stylesheet\" href=\"/{}\">", files.css);
        assert!(html.contains(&style), "{page}: {style}");
    }
    let html = String::from_utf8(site.read("index.html")).unwrap();
    assert!(html.contains("href=\"/assets/favicon.svg\""));
    assert!(!html.contains("apple-touch-icon"), "there is no such file");
    let headers = String::from_utf8(site.read("_headers")).unwrap();
    assert!(headers.contains(&format!("/{}\n", record.door(Door::Chain).wasm)));
}

#[test]
fn replaces_no_folder_that_is_not_a_site() {
    let site = Site::new();
    fs::create_dir_all(site.out()).unwrap();
    fs::write(site.out().join("thesis.txt"), "years of work").unwrap();
    let error = publish(&site.options()).unwrap_err();
    assert!(matches!(error, PublishError::AtomicDir(_)), "{error}");
    assert_eq!(site.read("thesis.txt"), b"years of work");
    assert_eq!(fs::read_dir(site.out()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn leaves_the_site_readable_for_its_server() {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(shared().out()).unwrap().permissions().mode();
    assert_eq!(mode & 0o055, 0o055, "{mode:o}");
}

#[test]
fn says_what_it_wrote() {
    let site = Site::new();
    let article = site.content().join("news/2025-10-31-output.json");
    let text = fs::read_to_string(&article).unwrap();
    fs::write(&article, text.replacen('{', "{ \"draft\": true,", 1)).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_site"))
        .args(["publish", "--lang", "en", "--no-compress", "--content"])
        .arg(site.content())
        .arg("--app")
        .arg(site.app())
        .arg("--out")
        .arg(site.out())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    let manifest: Manifest =
        serde_json::from_slice(&site.read("content/v1/manifest.json")).unwrap();
    assert!(said.contains(&manifest.revision), "{said}");
    assert!(
        said.contains(" pages") && said.contains(" documents"),
        "{said}"
    );
    assert!(said.contains("--origin"), "{said}");
    // All warnings in one line.
    let counted: Vec<&str> = said
        .lines()
        .filter(|line| line.contains("1 × draft"))
        .collect();
    assert_eq!(counted.len(), 1, "{said}");
    assert!(counted[0].contains(" warnings: "), "{said}");
    assert!(!said.contains("[draft]"), "{said}");
}

#[test]
fn takes_the_app_that_lies_beside_the_command() {
    let site = Site::new();
    let tool = site.root().join("tool");
    fs::create_dir(&tool).unwrap();
    fs::rename(site.app(), tool.join("app")).unwrap();
    let command = tool.join("site");
    let built = env!("CARGO_BIN_EXE_site");
    fs::hard_link(built, &command)
        .or_else(|_| fs::copy(built, &command).map(drop))
        .unwrap();
    let output = Command::new(&command)
        .current_dir(site.root())
        .args([
            "publish",
            "--no-compress",
            "--content",
            "content",
            "--out",
            "out",
        ])
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stderr}");
    let record: Record = serde_json::from_slice(&site.read("app.json")).unwrap();
    assert_eq!(site.read(&record.door(Door::App).wasm), trial::app_wasm());
}

#[test]
fn leaves_nothing_beside_the_site() {
    let site = Site::new();
    publish(&site.options()).unwrap();
    publish(&site.options()).unwrap();
    let mut names: Vec<String> = (fs::read_dir(site.root()).unwrap())
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    // But for the publishes before, and what this one was made from.
    assert_eq!(names, [".out.publishes", "app", "content", "out"]);
    let mut kept: Vec<_> = (fs::read_dir(site.root().join(".out.publishes")).unwrap())
        .map(|entry| entry.unwrap().file_name())
        .collect();
    kept.sort();
    match cfg!(unix) {
        // The same site twice: the one that was replaced is what the next begins with.
        true => assert_eq!(kept, ["build-cache.json", "next", "next.json"]),
        false => assert_eq!(kept, ["build-cache.json"]),
    }
}

/// What a server on a port of its own answers to `GET path`.
fn ask(address: std::net::SocketAddr, path: &str) -> String {
    use std::io::{Read, Write};
    let mut stream = std::net::TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: alliance.example:8080\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn serves_the_sitemap_with_the_address_in_use() {
    use server::{Background, Options};
    let server = Background::start(Options::new(shared().out())).unwrap();
    let sitemap = ask(server.address(), "/sitemap.xml");
    assert!(sitemap.contains("<loc>http://alliance.example:8080/news/</loc>"));
    assert!(sitemap.contains("href=\"http://alliance.example:8080/en/\""));
    assert!(!sitemap.contains("<loc>/"));
    let plain = ask(server.address(), "/sitemap.txt");
    assert!(plain.contains("\nhttp://alliance.example:8080/news/\n"));
    assert!(!plain.contains("\n/"), "{plain}");
    let robots = ask(server.address(), "/robots.txt");
    for name in ["sitemap.xml", "sitemap.txt"] {
        let line = format!("\nSitemap: http://alliance.example:8080/{name}\n");
        assert!(robots.contains(&line), "{robots}");
    }
}

#[test]
fn publishes_no_draft_and_nothing_before_its_date() {
    let site = Site::new();
    let article = site.content().join("news/2025-10-31-output.json");
    let text = fs::read_to_string(&article).unwrap();
    let page = "news/2025-10-31-output/index.html";
    let published = |today: &str, audience| {
        let options = Options {
            today: today.parse().unwrap(),
            audience,
            ..site.options()
        };
        publish(&options).unwrap();
        let files = tree(&site.out());
        let said: Vec<_> = (files.iter())
            .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("2025-10-31-output"))
            .collect();
        assert_eq!(files.contains_key(page), !said.is_empty(), "no trace of it");
        files.contains_key(page)
    };
    assert!(published("2025-10-31", Audience::Readers), "on its day");
    assert!(
        !published("2025-10-30", Audience::Readers),
        "the day before"
    );
    assert!(
        published("2025-10-30", Audience::Editors),
        "editors see what is to come"
    );

    fs::write(&article, text.replacen('{', "{ \"draft\": true,", 1)).unwrap();
    assert!(!published("2026-10-31", Audience::Readers), "a draft");
    assert!(
        published("2026-10-31", Audience::Editors),
        "editors see drafts"
    );
}

#[test]
fn publishes_the_schemas() {
    for schema in content::schema::all() {
        let published = shared().read(&format!("schema/{}", schema.name));
        assert!(published == schema.json.as_bytes(), "{}", schema.name);
    }
}

#[test]
fn keeps_what_it_writes_when_a_file_names_its_schema() {
    let site = Site::new();
    publish(&site.options()).unwrap();
    let before = tree(&site.out());
    for entry in walkdir::WalkDir::new(site.content()) {
        let path = entry.unwrap().into_path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let mut value: serde_json::Value =
                serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
            let object = value.as_object_mut().unwrap();
            if object.remove("$schema").is_none() {
                object.insert("$schema".into(), "../schema/any.json".into());
            }
            fs::write(&path, value.to_string()).unwrap();
        }
    }
    publish(&site.options()).unwrap();
    assert!(tree(&site.out()) == before);
}

#[test]
fn gives_every_page_the_words_of_its_language() {
    let site = Site::new();
    publish(&site.options()).unwrap();
    for lang in Lang::ALL {
        let home = Address::new(lang, Route::Home).path();
        let html = site.read(&format!("{}index.html", home.trim_start_matches('/')));
        let html = String::from_utf8(html).unwrap();
        let (_, rest) = html
            .split_once(" data-words=\"/")
            .expect("the page names its words");
        let (script, _) = rest.split_once('"').expect("the name ends");
        let words = String::from_utf8(site.read(script)).unwrap();
        let said = |lang: Lang| words.contains(&format!("\"{}\"", lang.words().shell.news));
        let spoken: Vec<Lang> = Lang::ALL.into_iter().filter(|lang| said(*lang)).collect();
        assert_eq!(spoken, [lang], "{script}");
    }
}
