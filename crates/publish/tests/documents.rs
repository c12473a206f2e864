//! The served documents, built from the editors' bundle.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/publication.rs"]
mod publication;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use content::bundle::{Article, Bundle, Company, CompanyContact, Contact, Grade, Joining, Text};
use content::load::load;
use model::date::Date;
use model::document::{Choice, Document, FiguresPage, Manifest, NewsPage, Site};
use model::routes::{Address, MemberFilter, NewsFilter, Route, site_document, words_document};
use model::{Block, Lang, StageId, StatementId, add_text};
use publish::documents::{COMPANIES_PER_PAGE, MOST_SOURCES, PER_PAGE};

use publication::{Publication, publication};

fn bundle() -> Bundle {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content");
    load(&folder).unwrap_or_else(|faults| panic!("{faults}"))
}

/// Every page of a language by its address.
fn pages(publication: &Publication, lang: Lang) -> BTreeMap<String, &Document> {
    (publication.editions.iter())
        .filter(|edition| edition.lang == lang)
        .flat_map(|edition| &edition.pages)
        .map(|page| (page.address.path(), &page.document))
        .collect()
}

fn page(publication: &Publication, lang: Lang, route: Route) -> Document {
    let path = Address::new(lang, route).path();
    (*pages(publication, lang)
        .get(&path)
        .unwrap_or_else(|| panic!("{path} was not published")))
    .clone()
}

fn news_lists(publication: &Publication) -> Vec<(NewsFilter, NewsPage)> {
    (publication.editions.iter())
        .filter(|edition| edition.lang == Lang::ZhHans)
        .flat_map(|edition| &edition.pages)
        .filter_map(|page| match (&page.address.route, &page.document) {
            (Route::News(filter), Document::News(page)) => Some((filter.clone(), (**page).clone())),
            _ => None,
        })
        .collect()
}

fn passes(article: &Article, filter: &NewsFilter) -> bool {
    filter.category.is_none_or(|word| article.category == word)
        && filter
            .stage
            .is_none_or(|word| article.stages.contains(&word))
        && (filter.year).is_none_or(|word| article.date.year == Some(word))
}

fn is_on(company: &Company, filter: &MemberFilter) -> bool {
    filter
        .stage
        .is_none_or(|word| company.stages.contains(&word))
        && (filter.product.as_ref()).is_none_or(|word| company.products.contains(word))
        && (filter.district.as_ref()).is_none_or(|word| company.district.as_ref() == Some(word))
}

#[test]
fn counts_what_each_choice_of_news_gives() {
    let bundle = bundle();
    let publication = publication(&bundle);
    let lists = news_lists(&publication);
    assert!(lists.len() > 10, "only {} lists", lists.len());
    let count = |filter: &NewsFilter| {
        let articles = bundle.news.iter();
        articles.filter(|article| passes(article, filter)).count() as u32
    };
    let published: BTreeSet<String> = pages(&publication, Lang::ZhHans).into_keys().collect();
    for (filter, page) in &lists {
        assert_eq!(page.count, count(filter), "{filter:?}");
        assert!(page.count > 0, "{filter:?} is empty");
        let first = NewsFilter {
            page: 1,
            ..filter.clone()
        };
        let check = |choice: &Choice, chosen: NewsFilter| {
            assert_eq!(choice.count, count(&chosen), "{choice:?} on {filter:?}");
            let path = Address::new(Lang::ZhHans, Route::News(chosen)).path();
            assert!(published.contains(&path), "{path} is offered, not there");
        };
        for choice in &page.categories {
            let category = model::Category::from_word(&choice.id);
            assert!(category.is_some());
            check(
                choice,
                NewsFilter {
                    category,
                    ..first.clone()
                },
            );
        }
        for choice in &page.stages {
            let stage = StageId::from_word(&choice.id);
            assert!(stage.is_some());
            check(
                choice,
                NewsFilter {
                    stage,
                    ..first.clone()
                },
            );
        }
        for choice in &page.years {
            let year = Some(choice.id.parse().unwrap());
            check(
                choice,
                NewsFilter {
                    year,
                    ..first.clone()
                },
            );
        }
        let years: Vec<&str> = page.years.iter().map(|year| year.id.as_str()).collect();
        let mut sorted = years.clone();
        sorted.sort_unstable_by(|a, b| b.cmp(a));
        assert_eq!(years, sorted, "years are newest first");
    }
}

#[test]
fn leaves_no_article_out_of_its_lists() {
    let bundle = bundle();
    let publication = publication(&bundle);
    for (filter, _) in news_lists(&publication) {
        let listed: Vec<String> = news_lists(&publication)
            .into_iter()
            .filter(|(other, _)| {
                NewsFilter {
                    page: 1,
                    ..other.clone()
                } == NewsFilter {
                    page: 1,
                    ..filter.clone()
                }
            })
            .flat_map(|(_, page)| page.articles)
            .map(|headline| headline.id)
            .collect();
        let passing: Vec<String> = (bundle.news.iter())
            .filter(|article| passes(article, &filter))
            .map(|article| article.id.clone())
            .collect();
        assert_eq!(listed, passing, "{filter:?}");
    }
}

#[test]
fn pages_a_long_list() {
    let mut bundle = bundle();
    let known = bundle.news.len();
    let model = bundle.news[0].clone();
    for index in 0..2 * PER_PAGE {
        bundle.news.push(Article {
            id: format!("more-{index}"),
            date: Date::parse("2001-02-03").unwrap(),
            ..model.clone()
        });
    }
    let publication = publication(&bundle);
    let of_year: Vec<(NewsFilter, NewsPage)> = (news_lists(&publication).into_iter())
        .filter(|(filter, _)| {
            (filter.category, filter.stage, filter.year) == (None, None, Some(2001))
        })
        .collect();
    assert_eq!(of_year.len(), 2);
    for (index, (filter, page)) in of_year.iter().enumerate() {
        assert_eq!(filter.page as usize, index + 1);
        assert_eq!(page.articles.len(), PER_PAGE);
        assert_eq!((page.count as usize, page.pages), (2 * PER_PAGE, 2));
    }
    let all = (news_lists(&publication).into_iter())
        .filter(|(filter, _)| {
            NewsFilter {
                page: 1,
                ..filter.clone()
            } == NewsFilter::default()
        })
        .count();
    assert_eq!(all, (known + 2 * PER_PAGE).div_ceil(PER_PAGE));
}

#[test]
fn counts_what_each_choice_of_companies_gives() {
    let bundle = bundle();
    let publication = publication(&bundle);
    let companies = &bundle.companies.companies;
    let count = |filter: &MemberFilter| {
        (companies.iter().filter(|company| is_on(company, filter))).count() as u32
    };
    let published = pages(&publication, Lang::ZhHans);
    let mut lists = 0;
    for (path, document) in &published {
        let Document::Members(page) = document else {
            continue;
        };
        let Some(Route::Members(filter)) = Address::parse(path).map(|address| address.route) else {
            panic!("{path} is no list of companies");
        };
        lists += 1;
        assert_eq!(page.count, count(&filter), "{path}");
        assert_eq!(page.total as usize, companies.len());
        assert!(!page.companies.is_empty(), "{path} is empty");
        let check = |choice: &Choice, chosen: MemberFilter| {
            assert_eq!(choice.count, count(&chosen), "{choice:?} on {path}");
            let chosen = MemberFilter { page: 1, ..chosen };
            let path = Address::new(Lang::ZhHans, Route::Members(chosen)).path();
            assert!(
                published.contains_key(&path),
                "{path} is offered, not there"
            );
        };
        for choice in &page.stages {
            let stage = StageId::from_word(&choice.id);
            check(
                choice,
                MemberFilter {
                    stage,
                    ..filter.clone()
                },
            );
        }
        for choice in &page.products {
            let product = Some(choice.id.clone());
            check(
                choice,
                MemberFilter {
                    product,
                    ..filter.clone()
                },
            );
        }
        for choice in &page.districts {
            let district = Some(choice.id.clone());
            check(
                choice,
                MemberFilter {
                    district,
                    ..filter.clone()
                },
            );
        }
    }
    assert!(lists > 10, "only {lists} lists");
}

#[test]
fn pages_a_long_list_of_companies() {
    let mut bundle = bundle();
    let known = bundle.companies.companies.len();
    let sample = bundle.companies.companies[0].clone();
    for index in 0..2 * COMPANIES_PER_PAGE {
        let mut company = sample.clone();
        company.id = format!("sample-{index}");
        bundle.companies.companies.push(company);
    }
    let publication = publication(&bundle);
    let published = pages(&publication, Lang::ZhHans);
    let mut listed = Vec::new();
    let mut number = 1;
    while let Some(Document::Members(page)) = published.get(
        &Address::new(
            Lang::ZhHans,
            Route::Members(MemberFilter {
                page: number,
                ..MemberFilter::default()
            }),
        )
        .path(),
    ) {
        assert!(page.companies.len() <= COMPANIES_PER_PAGE);
        assert_eq!(page.count as usize, known + 2 * COMPANIES_PER_PAGE);
        listed.extend(page.companies.iter().map(|row| row.id.clone()));
        number += 1;
        assert!(number <= page.pages + 1);
    }
    listed.sort();
    listed.dedup();
    assert_eq!(listed.len(), known + 2 * COMPANIES_PER_PAGE);
}

#[test]
fn says_that_the_source_names_no_year() {
    let bundle = bundle();
    let founding = &bundle.alliance.founding.article;
    let publication = publication(&bundle);
    for (lang, said) in [
        (Lang::ZhHans, "原文未注明年份"),
        (Lang::En, "the source names no year"),
    ] {
        let Document::Article(page) = page(&publication, lang, Route::Article(founding.clone()))
        else {
            panic!("no article");
        };
        assert!(
            page.headline.date.text.contains(said),
            "{:?}",
            page.headline.date
        );
        assert_eq!(page.headline.date.iso, "07-17");
        assert!(page.source.text.contains(said) || !page.source.text.contains("07-17"));
    }
    // Its place in the order is no date: no year's list has it.
    for (filter, page) in news_lists(&publication) {
        let listed = page
            .articles
            .iter()
            .any(|headline| &headline.id == founding);
        assert!(!listed || filter.year.is_none(), "{filter:?}");
    }
}

#[test]
fn opens_with_the_founding_and_the_newest() {
    let bundle = bundle();
    let publication = publication(&bundle);
    let Document::Home(home) = page(&publication, Lang::ZhHans, Route::Home) else {
        panic!("no home page");
    };
    assert_eq!(home.lead.id, bundle.alliance.founding.article);
    let newest: Vec<&str> = (bundle.news.iter())
        .map(|article| article.id.as_str())
        .filter(|id| *id != home.lead.id)
        .take(home.news.len())
        .collect();
    let shown: Vec<&str> = home
        .news
        .iter()
        .map(|headline| headline.id.as_str())
        .collect();
    assert_eq!(shown, newest);
    assert!(shown.len() >= 4);
    let figures: Vec<&str> = home
        .figures
        .iter()
        .map(|figure| figure.id.as_str())
        .collect();
    assert_eq!(figures, bundle.indicators.featured);
    // Every stage is there with its companies, or with the way to those that are too many.
    for (stage, id) in home.stages.iter().zip(StageId::ALL) {
        let all = bundle.companies.companies.iter();
        let all: Vec<&str> = all
            .filter(|company| company.stages.contains(&id))
            .map(|company| company.id.as_str())
            .collect();
        assert_eq!((stage.id, stage.count as usize), (id, all.len()));
        let shown: Vec<&str> = stage
            .companies
            .iter()
            .map(|card| card.id.as_str())
            .collect();
        assert!(all.starts_with(&shown) && shown.len() <= 6, "{id:?}");
        assert!(shown.len() == all.len() || shown.len() == 5, "{id:?}");
        assert!(
            stage
                .companies
                .iter()
                .all(|card| (1..=3).contains(&card.tile.chars().count()))
        );
    }
}

fn figures(publication: &Publication, lang: Lang) -> FiguresPage {
    match page(publication, lang, Route::Figures) {
        Document::Figures(page) => *page,
        other => panic!("no figures: {other:?}"),
    }
}

#[test]
fn draws_each_scope_on_its_own() {
    let bundle = bundle();
    let publication = publication(&bundle);
    let page = figures(&publication, Lang::ZhHans);
    assert_eq!(page.series.len(), bundle.indicators.indicators.len());
    for (series, indicator) in page.series.iter().zip(&bundle.indicators.indicators) {
        assert_eq!(series.id, indicator.id);
        assert_eq!(series.points.len(), indicator.points.len());
        assert!(!series.scope.is_empty());
        let largest = series.points.iter().map(|point| point.per_mille).max();
        assert_eq!(largest, Some(1000), "{}", series.id);
    }
    // The founding article's figure and the later series count different things.
    let with = |value: &str| -> BTreeSet<&str> {
        (page.series.iter())
            .filter(|series| series.points.iter().any(|point| point.value == value))
            .map(|series| series.id.as_str())
            .collect()
    };
    let (founding, later) = (with("85.6"), with("344.07"));
    assert!(!founding.is_empty() && !later.is_empty());
    assert!(founding.is_disjoint(&later));
}

#[test]
fn writes_changes_with_their_sign_and_units_for_the_reader() {
    let bundle = bundle();
    let rising = publication(&bundle);
    let find = |lang| {
        (figures(&rising, lang).series.into_iter())
            .flat_map(|series| {
                let unit = series.unit;
                series
                    .points
                    .into_iter()
                    .map(move |point| (point, unit.clone()))
            })
            .find(|(point, _)| point.change.as_deref() == Some("+11.6%"))
            .unwrap()
    };
    let (chinese, unit) = find(Lang::ZhHans);
    assert_eq!((chinese.value.as_str(), unit.as_str()), ("344.07", "亿元"));
    let (english, unit) = find(Lang::En);
    assert_eq!(
        (english.value.as_str(), unit.as_str()),
        ("34.407", "billion yuan")
    );

    let mut bundle = bundle;
    let point = (bundle.indicators.indicators.iter_mut())
        .flat_map(|indicator| &mut indicator.points)
        .find(|point| point.change.is_some())
        .unwrap();
    point.change = point
        .change
        .map(|change| model::quantity::Number(-change.0));
    let falling = publication(&bundle);
    let changes: Vec<String> = (figures(&falling, Lang::ZhHans).series.into_iter())
        .flat_map(|series| series.points)
        .filter_map(|point| point.change)
        .collect();
    assert!(
        changes.iter().any(|change| change.starts_with('\u{2212}')),
        "{changes:?}"
    );
}

#[test]
fn names_a_source_by_publisher_and_date() {
    let mut bundle = bundle();
    bundle.sources.sources[0].date = None;
    let undated = bundle.sources.sources[0].clone();
    let dated = (bundle.sources.sources.iter())
        .find(|source| source.date.is_some_and(|date| date.year.is_some()))
        .unwrap()
        .clone();
    let publication = publication(&bundle);
    for (lang, between, unknown) in [
        (Lang::ZhHans, " ", "（未注明日期）"),
        (Lang::En, ", ", "undated"),
    ] {
        let Document::About(page) = page(&publication, lang, Route::About) else {
            panic!("no page about the alliance");
        };
        let cites: Vec<&str> = page.sources.iter().map(|cite| cite.text.as_str()).collect();
        for (source, date) in [
            (&dated, dated.date.unwrap().to_string()),
            (&undated, unknown.to_owned()),
        ] {
            let text = format!("{}{between}{date}", source.publisher.get(lang).text);
            assert!(cites.contains(&text.as_str()), "{text} is not in {cites:?}");
        }
    }
}

#[test]
fn never_stages_to_a_mirror() {
    let mut bundle = bundle();
    let mut mirrors = Vec::new();
    for (index, source) in bundle.sources.sources.iter_mut().enumerate().step_by(2) {
        source.grade = Grade::C;
        source.url = Some(format!("https://mirror.example/{index}"));
        mirrors.push(source.id.clone());
    }
    assert!(mirrors.len() > 5);
    let served = publication(&bundle).served;
    for file in served {
        let json = str::from_utf8(&file.json).unwrap();
        assert!(!json.contains("mirror.example"), "{}", file.path);
    }
}

#[test]
fn marks_chinese_text_on_english_pages() {
    let mut bundle = bundle();
    let article = &mut bundle.news[0];
    article.title.by_lang.remove(&Lang::En);
    article.body.by_lang.remove(&Lang::En);
    let (id, title) = (
        article.id.clone(),
        article.title.get(Lang::En).text.to_owned(),
    );
    let publication = publication(&bundle);
    let Document::Article(english) = page(&publication, Lang::En, Route::Article(id.clone()))
    else {
        panic!("no article");
    };
    assert_eq!(english.headline.title.text, title);
    assert_eq!(english.headline.title.lang, Some(Lang::ZhHans));
    assert_eq!(english.body_lang, Some(Lang::ZhHans));
    let Document::Article(chinese) = page(&publication, Lang::ZhHans, Route::Article(id)) else {
        panic!("no article");
    };
    assert_eq!(
        (chinese.headline.title.lang, chinese.body_lang),
        (None, None)
    );
}

#[test]
fn offers_what_to_read_next() {
    let bundle = bundle();
    let publication = publication(&bundle);
    let ids: Vec<&str> = bundle
        .news
        .iter()
        .map(|article| article.id.as_str())
        .collect();
    for (index, article) in bundle.news.iter().enumerate() {
        let route = Route::Article(article.id.clone());
        let Document::Article(page) = page(&publication, Lang::ZhHans, route) else {
            panic!("no article");
        };
        let older = page.older.as_ref().map(|neighbour| neighbour.id.as_str());
        assert_eq!(older, ids.get(index + 1).copied());
        let newer = page.newer.as_ref().map(|neighbour| neighbour.id.as_str());
        assert_eq!(newer, index.checked_sub(1).map(|index| ids[index]));
        assert!(page.related.len() <= 3);
        let mut seen = BTreeSet::from([article.id.as_str()]);
        for related in &page.related {
            assert!(seen.insert(&related.id), "{} twice", related.id);
        }
    }
}

#[test]
fn serves_every_document_where_the_app_asks_for_it() {
    let bundle = bundle();
    let publication = publication(&bundle);
    let served = &publication.served;
    let files: BTreeMap<&str, &[u8]> = (served.iter())
        .map(|file| (file.path.as_str(), file.json.as_slice()))
        .collect();
    assert_eq!(files.len(), served.len(), "two documents share an address");
    let mut expected = 1;
    for edition in &publication.editions {
        let site: Site =
            serde_json::from_slice(files[site_document(edition.lang).as_str()]).unwrap();
        assert_eq!(site, *edition.site);
        let words: Vec<serde_json::Value> =
            serde_json::from_slice(files[words_document(edition.lang).as_str()]).unwrap();
        assert!(words.contains(&edition.lang.words().shell.news.into()));
        expected += 2 + edition.pages.len();
        for page in &edition.pages {
            assert_eq!(
                Address::parse(&page.address.path()).as_ref(),
                Some(&page.address)
            );
            let document: Document =
                serde_json::from_slice(files[page.address.document().as_str()]).unwrap();
            assert_eq!(document, page.document);
        }
    }
    let revisions = files.keys().filter(|path| path.starts_with("revisions/"));
    assert_eq!(revisions.count(), 256);
    assert_eq!(files.len(), expected + 256);
    let manifest: Manifest = serde_json::from_slice(files["manifest.json"]).unwrap();
    assert_eq!(manifest.revision, publication.revision);
}

#[test]
fn has_every_page_in_every_language() {
    let bundle = bundle();
    let publication = publication(&bundle);
    let routes = |lang| -> BTreeSet<String> {
        (pages(&publication, lang).into_keys())
            .map(|path| Address::parse(&path).unwrap().in_lang(Lang::ZhHans).path())
            .collect()
    };
    assert_eq!(routes(Lang::ZhHans), routes(Lang::En));
}

#[test]
fn explains_the_terms_of_a_page_and_no_others() {
    let bundle = bundle();
    let publication = publication(&bundle);
    for lang in Lang::ALL {
        for chosen in std::iter::once(None).chain(StageId::ALL.map(Some)) {
            let Document::Chain(page) = page(&publication, lang, Route::Chain(chosen)) else {
                panic!("the chain has its page");
            };
            let of_stages = (page.stages.iter()).flat_map(|stage| {
                let amounts = stage.inputs.iter().chain(&stage.outputs);
                amounts.chain([&stage.local_note]).flatten()
            });
            let of_factors = (page.factors.iter())
                .flat_map(|factor| factor.name.iter().chain(factor.note.iter().flatten()));
            let used: BTreeSet<&str> = (of_stages.chain(of_factors))
                .filter_map(|span| span.term.as_deref())
                .collect();
            let explained: BTreeSet<&str> = page.terms.iter().map(|term| &*term.id).collect();
            assert!(used.is_subset(&explained), "{used:?}, {explained:?}");
            if chosen.is_none() {
                assert!(used.len() > 15, "{lang:?}: only {used:?}");
            }
        }
        let Document::Embed(page) = page(&publication, lang, Route::Embed) else {
            panic!("the picture has a page of its own");
        };
        assert!(page.terms.is_empty());
    }
}

#[test]
fn marks_whole_words_and_the_longest_first() {
    let bundle = bundle();
    let publication = publication(&bundle);
    let marked = |lang, name: &str| -> Vec<(String, Option<String>, Option<String>)> {
        let Document::Chain(page) = page(&publication, lang, Route::Chain(None)) else {
            panic!("the chain has its page");
        };
        let whole = |spans: &[model::document::Span]| -> String {
            (spans.iter())
                .flat_map(|span| [Some(&*span.text), span.closing.as_deref()])
                .flatten()
                .collect()
        };
        let factor = (page.factors.iter())
            .find(|factor| whole(&factor.name) == name)
            .unwrap_or_else(|| panic!("no factor is called {name}"));
        (factor.name.iter())
            .map(|span| (span.text.clone(), span.term.clone(), span.closing.clone()))
            .collect()
    };
    let term = |text: &str, id: &str, closing: Option<&str>| {
        let closing = closing.map(str::to_owned);
        (text.to_owned(), Some(id.to_owned()), closing)
    };
    let plain = |text: &str| (text.to_owned(), None, None);
    assert_eq!(
        marked(Lang::ZhHans, "每吨铝阳极效应排放（全氟化碳）"),
        [
            plain("每吨铝"),
            term("阳极效应", "anode-effect", None),
            plain("排放（"),
            term("全氟化碳", "pfc", Some("）")),
        ]
    );
    assert_eq!(
        marked(Lang::En, "Net anode per tonne of aluminium"),
        [
            term("Net anode", "net-consumption", None),
            plain(" per tonne of aluminium"),
        ]
    );
}

#[test]
fn changes_its_revision_with_any_document() {
    let mut bundle = bundle();
    let before = publication(&bundle);
    let again = publication(&bundle);
    assert_eq!(before.revision, again.revision);
    let last = bundle.news.last_mut().unwrap();
    last.summary
        .by_lang
        .insert(Lang::En, "Another summary.".to_owned());
    let after = publication(&bundle);
    assert_ne!(before.revision, after.revision);
}

#[test]
fn the_list_of_sources_grows_to_the_newest_hundred() {
    let mut bundle = bundle();
    let about = |bundle: &Bundle| match page(&publication(bundle), Lang::En, Route::About) {
        Document::About(page) => *page,
        other => panic!("{other:?} is no page about the alliance"),
    };
    let few = about(&bundle);
    assert_eq!(few.sources.len(), bundle.sources.sources.len());
    assert_eq!(few.source_count as usize, few.sources.len());

    let known = bundle.sources.sources[0].clone();
    for number in 0..MOST_SOURCES {
        let mut source = known.clone();
        source.id = format!("later-{number}");
        let day = format!("2099-{:02}-{:02}", number / 28 + 1, number % 28 + 1);
        source.date = Some(Date::parse(&day).unwrap());
        bundle.sources.sources.push(source);
    }
    let many = about(&bundle);
    assert_eq!(many.sources.len(), MOST_SOURCES);
    assert_eq!(many.source_count as usize, bundle.sources.sources.len());
    assert!(
        many.sources[0].text.ends_with("2099-04-16"),
        "{:?}",
        many.sources[0]
    );
    assert!(
        many.sources
            .iter()
            .all(|source| source.text.contains("2099"))
    );
}

#[test]
fn shows_a_translation_below_the_sources_own_wording() {
    let bundle = bundle();
    let founding = (bundle.news.iter())
        .find(|article| article.verbatim)
        .unwrap();
    let publication = publication(&bundle);
    let article = |lang| match page(&publication, lang, Route::Article(founding.id.clone())) {
        Document::Article(article) => article,
        other => panic!("{other:?}"),
    };
    let (chinese, english) = (article(Lang::ZhHans), article(Lang::En));
    assert_eq!(english.body, chinese.body);
    assert_eq!(english.body_lang, Some(Lang::ZhHans));
    assert_eq!(chinese.translation, []);
    assert_eq!(article(Lang::ZhHant).translation, []);
    assert_eq!(english.translation.len(), english.body.len());
    let searched = english.searched();
    assert!(searched.contains("宣布广元市铝产业联盟成立"), "{searched}");
    assert!(
        searched.contains("declared the alliance founded"),
        "{searched}"
    );
    // Our own words are simply in the page's language.
    for other in bundle.news.iter().filter(|article| !article.verbatim) {
        let route = Route::Article(other.id.clone());
        let Document::Article(page) = page(&publication, Lang::En, route) else {
            panic!("no article");
        };
        assert_eq!(
            (page.body_lang, page.translation.len()),
            (None, 0),
            "{}",
            other.id
        );
    }
}

#[test]
fn says_how_far_a_figure_was_looked_up() {
    let mut bundle = bundle();
    bundle.indicators.indicators[0].newest_known = Some(Date::parse("2026-11-28").unwrap());
    bundle.indicators.indicators[0].note = None;
    let company = &mut bundle.companies.companies[0];
    let capacity = &mut company.capacities[0];
    capacity.newest_known = Some(Date::parse("2026-11").unwrap());
    let id = company.id.clone();
    let note = |lang| {
        bundle.companies.companies[0].capacities[0]
            .note
            .as_ref()
            .unwrap()
            .get(lang)
            .text
            .to_owned()
    };
    let publication = publication(&bundle);
    for (lang, figure, capacity) in [
        (
            Lang::ZhHans,
            "截至2026年11月28日，未见更新的公开数字。",
            format!("{}截至2026年11月，未见更新的公开数字。", note(Lang::ZhHans)),
        ),
        (
            Lang::En,
            "No newer public figure was found as of 28 November 2026.",
            format!(
                "{} No newer public figure was found as of November 2026.",
                note(Lang::En)
            ),
        ),
    ] {
        assert_eq!(
            figures(&publication, lang).series[0].note.as_deref(),
            Some(figure)
        );
        let Document::Member(page) = page(&publication, lang, Route::Member(id.clone())) else {
            panic!("no company");
        };
        assert_eq!(page.capacities[0].note.as_ref(), Some(&capacity));
    }
}

#[test]
fn says_up_to_when_there_are_sources() {
    let publication = publication(&bundle());
    let note = |lang| figures(&publication, lang).note.unwrap().text;
    assert_eq!(
        note(Lang::ZhHans),
        "公开来源截至2025年11月；2026年数据未见。"
    );
    assert!(note(Lang::En).starts_with("Public sources to November 2025"));
}

#[test]
fn keeps_the_values_that_a_later_one_has_replaced() {
    let publication = publication(&bundle());
    let factors = |lang| match page(&publication, lang, Route::Chain(None)) {
        Document::Chain(chain) => chain.factors,
        other => panic!("{other:?}"),
    };
    let of = |lang, default: &str| {
        let mut factors = factors(lang).into_iter();
        factors
            .find(|factor| factor.default == default)
            .unwrap()
            .former
    };
    let [former] = &of(Lang::ZhHans, "0.1564")[..] else {
        panic!("one value before");
    };
    assert_eq!(former.text, "已被取代：0.1404（2022年）");
    assert!(former.source.text.contains("生态环境部"), "{former:?}");
    let before: Vec<String> = (of(Lang::En, "0.5306").into_iter())
        .map(|former| former.text)
        .collect();
    assert_eq!(
        before,
        ["Superseded: 0.5366 (2022)", "Superseded: 0.5568 (2021)"]
    );
}

/// What a page about joining says: title, all of it in a sentence, text.
fn joining(bundle: &Bundle, lang: Lang) -> (String, String, Vec<Block>) {
    match page(
        &publication(bundle),
        lang,
        Route::Statement(StatementId::Join),
    ) {
        Document::Statement(page) => (page.title, page.summary, page.body),
        other => panic!("{other:?} is no statement"),
    }
}

fn text(chinese: &str, english: &str) -> Text {
    let by_lang = [(Lang::ZhHans, chinese), (Lang::En, english)];
    Text {
        by_lang: by_lang.map(|(lang, text)| (lang, text.to_owned())).into(),
    }
}

fn text_of(blocks: &[Block]) -> String {
    let mut text = String::new();
    add_text(blocks, &mut text);
    text
}

#[test]
fn says_of_joining_what_is_published_and_that_the_rest_is_not() {
    let mut bundle = bundle();
    assert!(bundle.alliance.joining.is_none() && bundle.alliance.contact.is_none());
    bundle.documents.papers.clear();
    let (title, summary, body) = joining(&bundle, Lang::ZhHans);
    assert_eq!(title, "加入联盟");
    assert!(summary.contains("尚未公布入会办法"), "{summary}");
    assert_eq!(text_of(&body).matches("尚未公布。").count(), 4);
    assert_eq!(joining(&bundle, Lang::ZhHant).0, "加入聯盟");

    let mut sources = bundle.sources.sources.iter();
    let source = sources
        .find(|source| source.url.is_some() && source.grade == Grade::A)
        .unwrap();
    let (id, url) = (source.id.clone(), source.url.clone().unwrap());
    bundle.alliance.joining = Some(Joining {
        who: text(
            "在广元从事铝产业的企业。",
            "Aluminium companies in Guangyuan.",
        ),
        steps: vec![text("提交申请表。", "Hand in the form.")],
        source: id.clone(),
    });
    bundle.alliance.contact = Some(Contact {
        address: None,
        phone: Some("+86-839-0000000".to_owned()),
        email: None,
        source: id,
    });
    let (_, summary, body) = joining(&bundle, Lang::En);
    assert!(!summary.contains("not published"), "{summary}");
    let read = text_of(&body);
    for part in [
        "Aluminium companies in Guangyuan.",
        "Hand in the form.",
        "+86-839-0000000",
    ] {
        assert!(read.contains(part), "{part} is missing in {read}");
    }
    assert_eq!(
        read.matches("Not published yet.").count(),
        1,
        "charter and forms"
    );
    let written = serde_json::to_string(&body).unwrap();
    assert!(
        written.contains("tel:+868390000000") && written.contains(&url),
        "{written}"
    );
}

#[test]
fn says_how_to_reach_a_company_with_date_and_source() {
    let mut bundle = bundle();
    let member = |bundle: &Bundle| match page(
        &publication(bundle),
        Lang::En,
        Route::Member(bundle.companies.companies[0].id.clone()),
    ) {
        Document::Member(page) => page.contacts,
        other => panic!("{other:?} is no company"),
    };
    assert_eq!(member(&bundle), []);
    let source = bundle.sources.sources[0].id.clone();
    bundle.companies.companies[0].contacts = vec![CompanyContact {
        website: Some("https://www.example.com/".to_owned()),
        address: Some(text("示例路1号", "1 Sample Road")),
        phone: Some("0839-000 0000".to_owned()),
        as_of: Date::parse("2026-03").unwrap(),
        source,
    }];
    let contacts = member(&bundle);
    let lines = contacts[0].lines.iter();
    let lines: Vec<_> = lines
        .map(|line| {
            (
                line.label.as_str(),
                line.value.as_str(),
                line.url.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            (
                "Website",
                "www.example.com",
                Some("https://www.example.com/")
            ),
            ("Address", "1 Sample Road", None),
            ("Telephone", "0839-000 0000", Some("tel:08390000000")),
        ]
    );
    assert_eq!(contacts[0].as_of.iso, "2026-03");
    assert!(!contacts[0].source.text.is_empty());
}

#[test]
fn links_a_filing_to_the_authority_that_answers_for_it() {
    let mut bundle = bundle();
    let filings = |bundle: &Bundle| -> Vec<(String, String)> {
        let publication = publication(bundle);
        let filings = publication.editions[0].site.filings.iter();
        filings
            .map(|filing| (filing.number.clone(), filing.url.clone()))
            .collect()
    };
    assert_eq!(filings(&bundle), []);
    bundle.alliance.icp = Some("蜀ICP备00000000号-1".to_owned());
    bundle.alliance.public_security = Some("川公网安备 00000000000000号".to_owned());
    assert_eq!(
        filings(&bundle),
        [
            (
                "蜀ICP备00000000号-1".to_owned(),
                "https://beian.miit.gov.cn/".to_owned()
            ),
            (
                "川公网安备 00000000000000号".to_owned(),
                "https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000".to_owned()
            ),
        ]
    );
}

#[test]
fn every_statement_reads_in_every_language() {
    let publication = publication(&bundle());
    for id in StatementId::ALL {
        for lang in Lang::ALL {
            let Document::Statement(page) = page(&publication, lang, Route::Statement(id)) else {
                panic!("{id:?} is no statement");
            };
            assert!(
                !page.title.is_empty() && !page.summary.is_empty(),
                "{id:?} {lang:?}"
            );
            let read = text_of(&page.body);
            // Nothing is left over of how it was written.
            for mark in ["##", "**", "](", "\n- "] {
                assert!(!read.contains(mark), "{id:?} {lang:?}: {mark} in {read}");
            }
            let chinese = read.chars().any(|sign| ('一'..='鿿').contains(&sign));
            assert_eq!(chinese, lang != Lang::En, "{id:?} {lang:?}");
        }
    }
}
