//! What a bundle holds, and what in it wants a look.

mod dead;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::links::Answer;
use content::bundle::{Article, Bundle};
use content::fault::{Fault, Kind, Warning};
use content::load::Reading;
use content::markdown::links;
use model::Lang;
use model::date::{Date, Day};

/// What a bundle holds, and what in it wants a look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stats {
    /// All articles.
    pub articles: usize,
    /// Of them, drafts.
    pub drafts: usize,
    /// Of them, those that wait for their date.
    pub to_come: usize,
    /// Articles by category.
    pub by_category: BTreeMap<&'static str, usize>,
    /// Articles by year; those of an unknown one are left out.
    pub by_year: BTreeMap<u16, usize>,
    /// Companies.
    pub companies: usize,
    /// Of them, confirmed members.
    pub members: usize,
    /// Projects.
    pub projects: usize,
    /// Indicators.
    pub indicators: usize,
    /// Their figures.
    pub figures: usize,
    /// Sources.
    pub sources: usize,
    /// Pictures.
    pub pictures: usize,
    /// Events.
    pub events: usize,
    /// Of them, those that are not over.
    pub events_to_come: usize,
    /// Papers.
    pub papers: usize,
    /// Offers and needs.
    pub offers: usize,
    /// Of them, those that stand on the site.
    pub offers_open: usize,
    /// Links of articles to pages that the site does not have.
    pub dead_links: Vec<DeadLink>,
    /// Companies that no article and no project names.
    pub never_mentioned: Vec<String>,
    /// Sources that nothing names.
    pub unused_sources: Vec<String>,
    /// Figures that have not been renewed for two years.
    pub stale_figures: Vec<Stale>,
    /// Figures of which somebody has looked for newer ones, and when.
    pub looked_up: Vec<Stale>,
    /// Addresses elsewhere, when they were asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external: Option<Vec<Answer>>,
}

/// A link to a page that the site does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeadLink {
    /// The article's file.
    pub file: String,
    /// Where it leads.
    pub address: String,
}

/// A figure that wants a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stale {
    /// Its file.
    pub file: String,
    /// The way to it.
    pub path: String,
    /// The id of its indicator or company.
    pub id: String,
    /// As of when, or when somebody last looked for a newer one.
    pub date: String,
}

impl Stats {
    /// Counts a bundle; what was said while it was read tells which figures are old and
    /// which sources unused.
    pub fn of(bundle: &Bundle, reading: &Reading, today: Day) -> Self {
        let mut stats = Self {
            articles: bundle.news.len(),
            drafts: bundle.news.iter().filter(|article| article.draft).count(),
            to_come: (bundle.news.iter())
                .filter(|article| !article.draft && today.is_before(article.date))
                .count(),
            companies: bundle.companies.companies.len(),
            members: (bundle.companies.companies.iter())
                .filter(|company| company.membership.status.as_str() == "confirmed")
                .count(),
            projects: bundle.projects.projects.len(),
            indicators: bundle.indicators.indicators.len(),
            figures: (bundle.indicators.indicators.iter())
                .map(|indicator| indicator.points.len())
                .sum(),
            sources: bundle.sources.sources.len(),
            pictures: bundle.media.pictures.len(),
            events: bundle.events.events.len(),
            events_to_come: (bundle.events.events.iter())
                .filter(|event| !event.is_past(Some(today)))
                .count(),
            papers: bundle.documents.papers.len(),
            offers: bundle.offers.offers.len(),
            offers_open: (bundle.offers.offers.iter())
                .filter(|offer| offer.is_open(Some(today)))
                .count(),
            dead_links: dead::dead_links(bundle, today),
            never_mentioned: never_mentioned(bundle),
            unused_sources: reading.unused_sources.clone(),
            stale_figures: (reading.warnings.iter().flatten())
                .filter_map(stale)
                .collect(),
            looked_up: looked_up(bundle),
            ..Self::default()
        };
        for article in &bundle.news {
            *(stats.by_category.entry(article.category.as_str())).or_default() += 1;
            if let Some(year) = article.date.year {
                *stats.by_year.entry(year).or_default() += 1;
            }
        }
        stats
    }

    /// Whether a reader would follow a link and find nothing.
    pub fn has_dead_links(&self) -> bool {
        !self.dead_links.is_empty() || self.external.iter().flatten().any(Answer::is_dead)
    }
}

/// Every address elsewhere that the site links to.
pub fn external(bundle: &Bundle) -> BTreeSet<String> {
    let sources = bundle.sources.sources.iter();
    let mut urls: BTreeSet<String> = sources.filter_map(|source| source.url.clone()).collect();
    let in_texts = bundle.news.iter().flat_map(addresses);
    let events = bundle.events.events.iter();
    urls.extend(events.filter_map(|event| event.registration_url.clone()));
    urls.extend(in_texts.filter(|address| address.starts_with("http")));
    urls
}

/// Where the text of an article links to, in every language.
fn addresses(article: &Article) -> Vec<String> {
    let texts = article.body.by_lang.iter();
    texts.flat_map(|(lang, text)| links(text, *lang)).collect()
}

fn never_mentioned(bundle: &Bundle) -> Vec<String> {
    let articles = bundle.news.iter().flat_map(|article| &article.companies);
    let projects = bundle.projects.projects.iter();
    let mentioned: BTreeSet<&String> = articles
        .chain(projects.flat_map(|project| &project.companies))
        .collect();
    let ids = bundle.companies.companies.iter().map(|company| &company.id);
    ids.filter(|id| !mentioned.contains(id)).cloned().collect()
}

fn stale(fault: &Fault) -> Option<Stale> {
    let Kind::Warning(Warning::OldFigure { date, .. }) = &fault.kind else {
        return None;
    };
    let id = fault.trail.iter().find_map(|crumb| crumb.id())?;
    Some(Stale {
        file: fault.file.clone(),
        path: fault.path.clone(),
        id: id.to_owned(),
        date: date.clone(),
    })
}

/// Figures that nobody has found a newer one of.
fn looked_up(bundle: &Bundle) -> Vec<Stale> {
    let looked = |file: &str, path: String, id: &str, day: Option<Date>| {
        day.map(|day| Stale {
            file: file.to_owned(),
            path,
            id: id.to_owned(),
            date: day.to_string(),
        })
    };
    let companies = bundle.companies.companies.iter().enumerate();
    let capacities = companies.flat_map(|(place, company)| {
        (company.capacities.iter().enumerate()).filter_map(move |(number, capacity)| {
            let path = format!("companies[{place}].capacities[{number}]");
            looked("companies.json", path, &company.id, capacity.newest_known)
        })
    });
    let indicators = bundle.indicators.indicators.iter().enumerate();
    let indicators = indicators.filter_map(|(place, indicator)| {
        let path = format!("indicators[{place}]");
        looked(
            "indicators.json",
            path,
            &indicator.id,
            indicator.newest_known,
        )
    });
    capacities.chain(indicators).collect()
}

impl Stats {
    /// The whole as text.
    pub fn render(&self, lang: Lang) -> String {
        let zh = lang != Lang::En;
        let mut text = String::new();
        let mut line = |chinese: String, english: String| {
            text.push_str(if zh { &chinese } else { &english });
            text.push('\n');
        };
        line(
            format!(
                "文章 {} 篇（草稿 {}，日期未到 {}）",
                self.articles, self.drafts, self.to_come
            ),
            format!(
                "Articles: {} ({} drafts, {} to come)",
                self.articles, self.drafts, self.to_come
            ),
        );
        let years = self.by_year.iter().rev();
        let years: Vec<String> = years
            .map(|(year, count)| format!("{year}: {count}"))
            .collect();
        let categories = self.by_category.iter();
        let categories: Vec<String> = categories
            .map(|(category, count)| format!("{category}: {count}"))
            .collect();
        for counts in [years, categories] {
            line(
                format!("  {}", counts.join("，")),
                format!("  {}", counts.join(", ")),
            );
        }
        line(
            format!(
                "企业 {} 家（已确认成员 {} 家）",
                self.companies, self.members
            ),
            format!(
                "Companies: {} ({} confirmed members)",
                self.companies, self.members
            ),
        );
        line(
            format!(
                "项目 {} 个，指标 {} 项、数据 {} 个，来源 {} 条",
                self.projects, self.indicators, self.figures, self.sources
            ),
            format!(
                "Projects: {}; indicators: {}, with {} figures; sources: {}",
                self.projects, self.indicators, self.figures, self.sources
            ),
        );
        if self.pictures > 0 {
            line(
                format!("图片 {} 张", self.pictures),
                format!("Pictures: {}", self.pictures),
            );
        }
        if self.events > 0 {
            line(
                format!(
                    "活动 {} 次（将要举行 {}）",
                    self.events, self.events_to_come
                ),
                format!("Events: {} ({} to come)", self.events, self.events_to_come),
            );
        }
        if self.papers > 0 {
            line(
                format!("资料 {} 份", self.papers),
                format!("Papers: {}", self.papers),
            );
        }
        if self.offers > 0 {
            line(
                format!("供需 {} 条（有效 {}）", self.offers, self.offers_open),
                format!("Offers: {} ({} open)", self.offers, self.offers_open),
            );
        }
        let dead: Vec<String> = (self.dead_links.iter())
            .map(|link| format!("{} → {}", link.file, link.address))
            .collect();
        let figures = |list: &[Stale]| -> Vec<String> {
            (list.iter())
                .map(|stale| format!("{} › {}（{}）", stale.file, stale.id, stale.date))
                .collect()
        };
        let (stale, looked) = (figures(&self.stale_figures), figures(&self.looked_up));
        for (chinese, english, list) in [
            ("站内死链", "Dead links inside the site", &dead),
            (
                "没有文章或项目提到的企业",
                "Companies that no article or project names",
                &self.never_mentioned,
            ),
            (
                "没有用到的来源",
                "Sources that nothing names",
                &self.unused_sources,
            ),
            ("超过两年的数据", "Figures older than two years", &stale),
            (
                "查过没有更新的数据",
                "Figures of which nobody has found a newer one",
                &looked,
            ),
        ] {
            section(&mut line, chinese, english, list);
        }
        if let Some(answers) = &self.external {
            let dead: Vec<String> = (answers.iter())
                .filter(|answer| answer.is_dead())
                .map(|answer| {
                    let status = answer.status.map(|status| status.to_string());
                    let silence = || answer.error.map(|silence| silence.describe(lang));
                    let why = status.or_else(silence).unwrap_or_default();
                    format!("{} → {why}", answer.url)
                })
                .collect();
            line(
                format!("查了站外链接 {} 个", answers.len()),
                format!("Asked {} addresses elsewhere", answers.len()),
            );
            section(
                &mut line,
                "打不开的站外链接",
                "Addresses that do not answer",
                &dead,
            );
        }
        text.trim_end().to_owned()
    }
}

fn section(line: &mut impl FnMut(String, String), chinese: &str, english: &str, list: &[String]) {
    line(
        format!("{chinese}：{}", list.len()),
        format!("{english}: {}", list.len()),
    );
    for entry in list {
        line(format!("  {entry}"), format!("  {entry}"));
    }
}
