//! Links that a reader would follow and find nothing.

use super::{DeadLink, addresses};
use content::bundle::{Article, Bundle, Company};
use content::schema;
use model::date::Day;
use model::routes::{Address, MemberFilter, NewsFilter, Route, calendar};
use model::{Category, Lang};
use publish::artifacts::feeds;
use publish::artifacts::feeds::Format;
use publish::documents::{COMPANIES_PER_PAGE, EVENTS_PER_PAGE, PER_PAGE};

/// Links inside the site that lead nowhere on a day. What readers see is judged
/// by what they see; a draft may link to another.
pub fn dead_links(bundle: &Bundle, today: Day) -> Vec<DeadLink> {
    let all: Vec<&Article> = bundle.news.iter().collect();
    let public: Vec<&Article> = (all.iter().copied())
        .filter(|article| article.is_public(today))
        .collect();
    let mut dead = Vec::new();
    for article in &bundle.news {
        let news = match article.is_public(today) {
            true => &public,
            false => &all,
        };
        for address in addresses(article) {
            if address.starts_with('/') && !is_there(bundle, news, today, &address) {
                let file = format!("news/{}.json", article.id);
                dead.push(DeadLink { file, address });
            }
        }
    }
    dead
}

fn is_there(bundle: &Bundle, news: &[&Article], today: Day, address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.contains('.') {
        let root = bundle.root.iter();
        let mut root = root.map(|file| file.path.as_str());
        let is_calendar = Lang::ALL.into_iter().any(|lang| {
            let mut events = bundle.events.events.iter();
            (path == calendar(lang, None) && !bundle.events.events.is_empty())
                || events.any(|event| {
                    event.start.date.is_whole() && path == calendar(lang, Some(&event.id))
                })
        });
        let has_offers = || {
            let mut offers = bundle.offers.offers.iter();
            offers.any(|offer| offer.is_open(Some(today)))
        };
        let is_feed_of_offers = Lang::ALL.into_iter().any(|lang| {
            let mut formats = Format::ALL.into_iter();
            formats.any(|format| feeds::path_of_offers(lang, format) == path) && has_offers()
        });
        return is_file(path)
            || is_calendar
            || is_feed_of_offers
            || root.any(|file| path.strip_prefix('/') == Some(file));
    }
    match Address::parse(path).map(|address| address.route) {
        Some(Route::Article(id)) => news.iter().any(|article| article.id == id),
        Some(Route::Member(id)) => bundle.company(&id).is_some(),
        Some(Route::News(filter)) => {
            let listed = news.iter().filter(|article| passes(article, &filter));
            is_page(listed.count(), PER_PAGE, filter.page, filter.is_empty())
        }
        Some(Route::Members(filter)) => {
            let companies = bundle.companies.companies.iter();
            let listed = companies.filter(|company| is_on(company, &filter));
            let whole = filter.is_empty();
            is_page(listed.count(), COMPANIES_PER_PAGE, filter.page, whole)
        }
        Some(Route::Event(id)) => {
            (bundle.events.events.iter()).any(|event| event.id == id && !event.draft)
        }
        Some(Route::Figure(id, point)) => {
            (bundle.indicator(&id)).is_some_and(|indicator| indicator.at(&point).is_some())
        }
        Some(Route::Events(page)) => {
            let events = bundle.events.events.iter();
            let past = events.filter(|event| !event.draft && event.is_past(Some(today)));
            is_page(past.count(), EVENTS_PER_PAGE, page, page == 1)
        }
        Some(_) => true,
        None => false,
    }
}

/// Whether a list has such a page. Only the whole list is there when it is empty.
fn is_page(listed: usize, per_page: usize, page: u32, whole: bool) -> bool {
    whole || (1..=listed.div_ceil(per_page)).contains(&(page as usize))
}

fn passes(article: &Article, filter: &NewsFilter) -> bool {
    filter.category.is_none_or(|it| article.category == it)
        && filter.stage.is_none_or(|it| article.stages.contains(&it))
        && filter.year.is_none_or(|it| article.date.year == Some(it))
}

fn is_on(company: &Company, filter: &MemberFilter) -> bool {
    let product = filter.product.as_ref();
    filter.stage.is_none_or(|it| company.stages.contains(&it))
        && product.is_none_or(|it| company.products.contains(it))
        && (filter.district.is_none() || filter.district == company.district)
}

/// Whether publishing writes such a file. Icons and images come with the app,
/// which is not looked at here.
fn is_file(path: &str) -> bool {
    const OTHERS: [&str; 4] = ["/llms.txt", "/robots.txt", "/sitemap.txt", "/sitemap.xml"];
    let is_schema = |name: &str| schema::all().iter().any(|file| file.name == name);
    let is_feed = || {
        let categories = || std::iter::once(None).chain(Category::ALL.map(Some));
        Lang::ALL.into_iter().any(|lang| {
            Format::ALL.into_iter().any(|format| {
                categories().any(|category| feeds::path(lang, category, format) == path)
            })
        })
    };
    path.starts_with("/assets/")
        || OTHERS.contains(&path)
        || publish::artifacts::tables::NAMES
            .iter()
            .any(|name| path == format!("/data/{name}"))
        || path.strip_prefix("/schema/").is_some_and(is_schema)
        || is_feed()
}
