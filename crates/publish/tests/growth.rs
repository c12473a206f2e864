//! What a reader fetches does not grow with the archive. Times are measured by
//! `make bench`; this counts bytes.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../../../tests/common/budget.rs"]
mod budget;
#[path = "common/publication.rs"]
mod publication;
#[path = "common/trial.rs"]
mod trial;

use std::collections::BTreeMap;

use content::load::load;
use content::synthetic::{Size, generate};
use model::routes::{Address, MemberFilter, NewsFilter, Route};
use model::{Lang, StageId};
use publish::app::App;
use publish::output::compress::{Effort, brotli, compress};
use publish::render::{PageRenderer, RenderBuffers};

use publication::publication;
use trial::Site;

/// What comes with the first page besides its HTML.
const FIRST: usize = budget::APP + budget::STYLE;

fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::Home,
        Route::News(NewsFilter::default()),
        Route::News(NewsFilter {
            page: 2,
            ..NewsFilter::default()
        }),
        Route::Article("founding".to_owned()),
        Route::Article("2025-10-31-output".to_owned()),
        Route::Chain(None),
        Route::Figures,
        Route::Members(MemberFilter::default()),
        Route::Member("zhongfu".to_owned()),
        Route::About,
        Route::Search,
    ];
    routes.extend(StageId::ALL.map(|stage| Route::Chain(Some(stage))));
    routes
}

/// The HTML of some pages of a bundle that was made up, packed.
fn pages(articles: usize, companies: usize) -> BTreeMap<String, usize> {
    let site = Site::new();
    let made = site.root().join("made");
    let size = Size {
        articles,
        companies,
        pictures: 0,
        events: 60,
        offers: 0,
        seed: 7,
    };
    generate(&site.content(), &made, size).unwrap();
    let publication = publication(&load(&made).unwrap());
    let app = App::from_trunk(&site.app()).unwrap();
    let edition = (publication.editions.iter())
        .find(|edition| edition.lang == Lang::ZhHans)
        .unwrap();
    let renderer = PageRenderer {
        lang: edition.lang,
        site: &edition.site,
        app: &app.record,
        content_base: None,
        origin: None,
        cards: false,
    };
    let packed = |route: Route| {
        let address = Address::new(edition.lang, route);
        let mut pages = edition.pages.iter();
        let page = pages.find(|page| page.address == address).unwrap();
        let mut buffers = RenderBuffers::default();
        let html = renderer.page(page.clone(), &mut buffers).unwrap();
        let bytes = brotli(html.as_bytes(), Effort::Best).unwrap().len();
        (address.path(), bytes)
    };
    routes().into_iter().map(packed).collect()
}

#[test]
fn costs_a_reader_no_more_with_ten_times_the_articles_and_companies() {
    let (few, many) = (pages(100, 100), pages(1000, 1000));
    for (path, before) in few {
        let after = many[&path];
        let (before, after) = (before as f64, after as f64);
        let view = (after - before) / (FIRST as f64 + before);
        assert!(view.abs() <= 0.02, "{path}: {before} and {after} bytes");
        let page = after / before;
        assert!((0.8..1.2).contains(&page), "{path}: {before} and {after}");
    }
}

#[test]
fn packs_a_large_site_quickly_and_what_everybody_fetches_well() {
    for (path, pages, effort) in [
        ("index.html", 500, Effort::Best),
        ("index.html", 30_000, Effort::Quick),
        ("content/v1/zh-Hans/news.json", 30_000, Effort::Quick),
        ("content/v1/search/zh-Hans-1/l0.bin", 30_000, Effort::Small),
        ("content/v1/search/zh-Hans-1/l0.bin", 500, Effort::Best),
        ("app-0a1b2c3d_bg.wasm", 30_000, Effort::Best),
        ("site-0a1b2c3d.css", 30_000, Effort::Best),
    ] {
        assert_eq!(Effort::of(path, pages), effort, "{path} of {pages} pages");
    }
    let text = include_bytes!("../../../public/content/chain.json");
    let quick = compress(text, Effort::Quick).unwrap();
    let best = compress(text, Effort::Best).unwrap();
    let ratio = quick.brotli.len() as f64 / best.brotli.len() as f64;
    assert!((1.0..1.2).contains(&ratio), "{ratio}");
    assert_eq!(quick.gzip, best.gzip);
}
