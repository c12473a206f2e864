//! What every builder is given: the bundle, the language, and short ways to
//! write text, dates, numbers and sources out.

mod companies;
mod papers;
mod pictures;

pub use companies::tile;
pub use papers::no_way;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use chain::Balance;
use content::bundle::{Amount, Article, Bundle, Company, Grade, Markdown, Source, Text};
use content::chain_inputs::ChainFault;
use content::presets::{Resolved, presets};
use model::date::Date;
use model::document::{Cite, Headline, Neighbour, Phrase, Quantity, RoleText, When};
use model::quantity::{Number, Unit};
use model::routes;
use model::words::fill;
use model::{Lang, StageId};

use super::lists::members::MemberLists;
use super::lists::news::NewsLists;
use super::stages::Stages;
use crate::papers::Papers;
use crate::pictures::Pictures;
use content::words::{PublishWords, words};

/// The bundle with its references at hand, the same for every language.
#[derive(Debug)]
pub struct Index<'a> {
    /// Everything the site says.
    pub bundle: &'a Bundle,
    /// Whether articles have posters: only where their public address is known.
    pub posters: bool,
    pictures: Pictures,
    papers: Papers,
    balance: Balance,
    presets: Vec<Resolved<'a>>,
    sources: FxHashMap<&'a str, &'a Source>,
    companies: FxHashMap<&'a str, &'a Company>,
    /// The places of the companies that lie on the same stages.
    companies_by_stages: BTreeMap<Stages, Vec<u32>>,
    places_of_articles: FxHashMap<&'a str, usize>,
    products: FxHashMap<&'a str, &'a Text>,
    districts: FxHashMap<&'a str, &'a Text>,
    news_by_stage: FxHashMap<StageId, Vec<&'a Article>>,
    news_by_company: FxHashMap<&'a str, Vec<&'a Article>>,
    // Only lists need them.
    news_lists: OnceLock<NewsLists>,
    member_lists: OnceLock<MemberLists>,
}

impl<'a> Index<'a> {
    /// Reads the bundle once, and computes the balance of its chain.
    ///
    /// # Errors
    /// When the factors allow no balance.
    pub fn new(bundle: &'a Bundle, pictures: Pictures, papers: Papers) -> Result<Self, ChainFault> {
        let mut news_by_stage: FxHashMap<_, Vec<_>> = FxHashMap::default();
        let mut news_by_company: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for article in &bundle.news {
            for stage in &article.stages {
                news_by_stage.entry(*stage).or_default().push(article);
            }
            for company in &article.companies {
                news_by_company
                    .entry(company.as_str())
                    .or_default()
                    .push(article);
            }
        }
        let companies = &bundle.companies;
        let mut companies_by_stages: BTreeMap<_, Vec<u32>> = BTreeMap::new();
        for (place, company) in (0..).zip(&companies.companies) {
            let stages = Stages::of(&company.stages);
            companies_by_stages.entry(stages).or_default().push(place);
        }
        let named = |list: &'a [content::bundle::Named]| {
            list.iter()
                .map(|named| (named.id.as_str(), &named.name))
                .collect()
        };
        Ok(Self {
            bundle,
            posters: false,
            pictures,
            papers,
            balance: content::chain_inputs::balance(bundle)?,
            presets: presets(bundle)?,
            sources: (bundle.sources.sources.iter())
                .map(|source| (source.id.as_str(), source))
                .collect(),
            companies: (companies.companies.iter())
                .map(|company| (company.id.as_str(), company))
                .collect(),
            companies_by_stages,
            places_of_articles: (bundle.news.iter().enumerate())
                .map(|(place, article)| (article.id.as_str(), place))
                .collect(),
            products: named(&companies.products),
            districts: named(&companies.districts),
            news_by_stage,
            news_by_company,
            news_lists: OnceLock::new(),
            member_lists: OnceLock::new(),
        })
    }

    /// The pictures that the bundle shows.
    pub fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// The files of the bundle's papers.
    pub fn papers(&self) -> &Papers {
        &self.papers
    }
}

/// What every builder is given.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Everything the site says.
    pub bundle: &'a Bundle,
    /// The language of the documents.
    pub lang: Lang,
    index: &'a Index<'a>,
}

impl<'a> Context<'a> {
    /// The bundle in a language.
    pub fn new(index: &'a Index<'a>, lang: Lang) -> Self {
        Self {
            bundle: index.bundle,
            lang,
            index,
        }
    }

    /// Where the poster of an article lies, if it has one.
    pub fn poster(&self, id: &str) -> Option<String> {
        self.index.posters.then(|| routes::poster(self.lang, id))
    }

    /// What a tonne of product takes.
    pub fn balance(&self) -> &'a Balance {
        &self.index.balance
    }

    /// The scenarios to begin from.
    pub fn presets(&self) -> &'a [Resolved<'a>] {
        &self.index.presets
    }

    /// The words that only publishing writes.
    pub fn words(&self) -> &'static PublishWords {
        words(self.lang)
    }

    /// The text in the page's language, or in Chinese.
    pub fn text(&self, text: &Text) -> String {
        text.get(self.lang).text.to_owned()
    }

    /// As [`text`](Self::text), for what may be absent.
    pub fn optional(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.text(text))
    }

    /// A figure's note, and after it up to when nobody has found a newer figure.
    pub fn noted(&self, note: Option<&Text>, newest_known: Option<Date>) -> Option<String> {
        let note = self.optional(note);
        let Some(day) = newest_known else {
            return note;
        };
        let known = fill(self.words().newest_known, &[&day.display(self.lang)]);
        Some(match (note, self.lang) {
            (None, _) => known,
            (Some(note), Lang::En) => format!("{note} {known}"),
            (Some(note), _) => note + &known,
        })
    }

    /// Each text of a list.
    pub fn texts(&self, texts: &[Text]) -> Vec<String> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    /// The text, and its language when it is not the page's.
    pub fn phrase(&self, text: &Text) -> Phrase {
        let found = text.get(self.lang);
        Phrase {
            text: found.text.to_owned(),
            lang: self.foreign(found.lang),
        }
    }

    /// The Markdown, and its language when it is not the page's.
    pub fn markdown<'m>(&self, markdown: &'m Markdown) -> (&'m str, Option<Lang>) {
        let found = markdown.get(self.lang);
        (found.text, self.foreign(found.lang))
    }

    fn foreign(&self, lang: Lang) -> Option<Lang> {
        (lang != self.lang).then_some(lang)
    }

    /// A date for readers and for machines.
    pub fn when(&self, date: Date) -> When {
        When {
            text: date.display(self.lang),
            iso: date.datetime(),
        }
    }

    /// A value with its unit, written out.
    pub fn quantity(&self, value: Number, unit: Unit) -> Quantity {
        let (value, unit) = unit.show(value, self.lang);
        Quantity {
            value,
            unit: unit.to_owned(),
        }
    }

    /// As [`quantity`](Self::quantity).
    pub fn amount(&self, amount: &Amount) -> Quantity {
        self.quantity(amount.value, amount.unit)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> &'a Source {
        self.index
            .sources
            .get(id)
            .expect("a checked bundle has every source it names")
    }

    /// The source with this id in small type. Only pages of grade A and B are
    /// linked: a re-post is evidence, never a link.
    pub fn cite(&self, id: &str) -> Cite {
        self.cite_source(self.source(id))
    }

    /// As [`cite`](Self::cite), for a source at hand.
    pub fn cite_source(&self, source: &Source) -> Cite {
        let words = self.words();
        let date = match source.date {
            // Short where it can be: `四川新闻网 2025-10-31`.
            Some(date) if date.year.is_some() => date.to_string(),
            Some(date) => date.display(self.lang),
            None => words.undated.to_owned(),
        };
        Cite {
            text: format!(
                "{}{}{date}",
                self.text(&source.publisher),
                words.before_date
            ),
            title: self.text(&source.title),
            url: match source.grade {
                Grade::A | Grade::B => source.url.clone(),
                Grade::C => None,
            },
        }
    }

    /// Each source of a list.
    pub fn cites(&self, ids: &[String]) -> Vec<Cite> {
        ids.iter().map(|id| self.cite(id)).collect()
    }

    /// An article in a list.
    pub fn headline(&self, article: &Article) -> Headline {
        Headline {
            id: article.id.clone(),
            date: self.when(article.date),
            title: self.phrase(&article.title),
            summary: self.phrase(&article.summary),
            category: article.category,
            stages: article.stages.clone(),
            publisher: self.text(&self.source(&article.source).publisher),
            thumbnail: self.thumbnail(article.cover.as_deref()),
        }
    }

    /// An article as a way on.
    pub fn neighbour(&self, article: &Article) -> Neighbour {
        Neighbour {
            id: article.id.clone(),
            title: self.phrase(&article.title),
        }
    }

    /// Where the article with this id stands in the bundle.
    pub fn place_of_article(&self, id: &str) -> Option<usize> {
        self.index.places_of_articles.get(id).copied()
    }

    /// The lists of news.
    pub fn news_lists(&self) -> &'a NewsLists {
        let lists = &self.index.news_lists;
        lists.get_or_init(|| NewsLists::of(self.bundle))
    }

    /// The lists of companies.
    pub fn member_lists(&self) -> &'a MemberLists {
        let lists = &self.index.member_lists;
        lists.get_or_init(|| MemberLists::of(self.bundle))
    }

    /// The places of the companies that lie on the same stages.
    pub fn companies_by_stages(&self) -> &'a BTreeMap<Stages, Vec<u32>> {
        &self.index.companies_by_stages
    }

    /// The articles about a stage, newest first.
    pub fn news_of_stage(&self, stage: StageId) -> &'a [&'a Article] {
        self.index
            .news_by_stage
            .get(&stage)
            .map_or(&[], Vec::as_slice)
    }

    /// The articles about a company, newest first.
    pub fn news_of_company(&self, id: &str) -> &'a [&'a Article] {
        self.index
            .news_by_company
            .get(id)
            .map_or(&[], Vec::as_slice)
    }

    /// The company with this id.
    pub fn company(&self, id: &str) -> Option<&'a Company> {
        self.index.companies.get(id).copied()
    }

    /// The four roles; with their points or in short.
    pub fn roles(&self, in_full: bool) -> Vec<RoleText> {
        (self.bundle.alliance.roles.iter())
            .map(|role| RoleText {
                name: self.text(&role.name),
                summary: self.text(&role.summary),
                points: if in_full {
                    self.texts(&role.points)
                } else {
                    Vec::new()
                },
            })
            .collect()
    }
}
