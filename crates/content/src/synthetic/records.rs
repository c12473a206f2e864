//! Sources, companies and articles, as they stand in the bundle's files.

use fastrand::Rng;
use serde_json::{Value, json};
use time::{Date, Duration, Month};

use super::sentences::Sentences;
use super::{PREFIX, Size};
use crate::bundle::Bundle;
use crate::papers::PaperFormat;
use model::{Category, EventKind, OfferKind, PaperKind, StageId};

/// How many articles share a source.
const PER_SOURCE: usize = 40;
/// The days that articles are spread over: twenty years, up to the last of 2025.
const DAYS: i64 = 20 * 365;

/// The id of a picture.
fn picture(number: usize) -> String {
    format!("{PREFIX}picture-{number:05}")
}

/// How many papers there are.
const PAPERS: usize = 4 * PaperKind::ALL.len();
/// One article in so many has a paper.
const PER_PAPER: usize = 5;

/// Makes records up, one after the other.
#[derive(Debug)]
pub struct Maker {
    size: Size,
    chance: Rng,
    sentences: Sentences,
    products: Vec<String>,
    districts: Vec<String>,
}

impl Maker {
    /// With the words of a bundle.
    pub fn new(bundle: &Bundle, size: Size) -> Self {
        let ids = |list: &[crate::bundle::Named]| -> Vec<String> {
            list.iter().map(|named| named.id.clone()).collect()
        };
        Self {
            size,
            chance: Rng::with_seed(size.seed),
            sentences: Sentences::new(bundle),
            products: ids(&bundle.companies.products),
            districts: ids(&bundle.companies.districts),
        }
    }

    fn source_count(&self) -> usize {
        self.size.articles.div_ceil(PER_SOURCE).max(1)
    }

    /// Every source.
    pub fn sources(&mut self) -> Vec<Value> {
        (1..=self.source_count())
            .map(|number| {
                json!({
                    "id": format!("{PREFIX}source-{number}"),
                    "publisher": { "zh-Hans": "合成数据", "en": "Synthetic data" },
                    "title": {
                        "zh-Hans": format!("【合成】测试来源第 {number} 号"),
                        "en": format!("[synthetic] test source {number}"),
                    },
                    "grade": "C",
                })
            })
            .collect()
    }

    /// Every company.
    pub fn companies(&mut self) -> Vec<Value> {
        (1..=self.size.companies)
            .map(|number| {
                let products = self.some(&self.products.clone(), 3);
                let district = self.chance.choice(&self.districts).cloned();
                json!({
                    "id": format!("{PREFIX}company-{number}"),
                    "name": {
                        "zh-Hans": format!("【合成】铝业样例企业{number}号"),
                        "en": format!("[synthetic] Sample company {number}"),
                    },
                    "aliases": [format!("样例{number}")],
                    "stages": self.stages(2),
                    "products": products,
                    "district": district,
                    "summary": {
                        "zh-Hans": format!("【合成】{}", self.sentences.chinese(&mut self.chance)),
                        "en": format!("[synthetic] {}", self.sentences.english(&mut self.chance)),
                    },
                    "membership": { "status": "unconfirmed" },
                    "sources": [self.source()],
                    "lastVerified": "2025-12-31",
                })
            })
            .collect()
    }

    /// Every picture.
    pub fn pictures(&self) -> Vec<Value> {
        (1..=self.size.pictures)
            .map(|number| {
                json!({
                    "id": picture(number),
                    "file": format!("{}.jpg", picture(number)),
                    "alt": {
                        "zh-Hans": format!("【合成】程序画的第 {number} 幅图样：杂点、边线和没有这个人的脸"),
                        "en": format!("[synthetic] Pattern {number} drawn by a program: noise, edges and faces of nobody"),
                    },
                    "credit": { "zh-Hans": "【合成】程序绘制", "en": "[synthetic] drawn by a program" },
                    "date": "2025-12-31",
                })
            })
            .collect()
    }

    /// Every event: spread from 2020 to 2039, so that for years to come some are over and
    /// some are not.
    pub fn events(&mut self) -> Vec<Value> {
        let first = Date::from_calendar_date(2020, Month::January, 15).unwrap_or(Date::MIN);
        let count = self.size.events;
        (1..=count)
            .map(|number| {
                let date = first + Duration::days(DAYS * number as i64 / count.max(1) as i64);
                let topic = self.sentences.topic(&mut self.chance);
                let mut event = json!({
                    "id": format!("{PREFIX}event-{number:04}"),
                    "title": {
                        "zh-Hans": format!("【合成】{}：第 {number} 次测试活动", topic.0),
                        "en": format!("[synthetic] {}: test event {number}", topic.1),
                    },
                    "kind": EventKind::ALL[number % EventKind::ALL.len()].as_str(),
                    "start": date.to_string(),
                    "place": { "zh-Hans": "【合成】测试会场", "en": "[synthetic] Test hall" },
                    "organiser": { "zh-Hans": "【合成】测试主办方", "en": "[synthetic] Test organiser" },
                    "summary": {
                        "zh-Hans": format!("【合成】{}", self.sentences.chinese(&mut self.chance)),
                        "en": format!("[synthetic] {}", self.sentences.english(&mut self.chance)),
                    },
                    "source": self.source(),
                });
                match number % 3 {
                    0 => event["end"] = (date + Duration::days(1)).to_string().into(),
                    1 => {
                        event["start"] = format!("{date} 09:00").into();
                        event["end"] = format!("{date} 11:30").into();
                        event["agenda"] = json!([
                            { "time": "09:00", "text": { "zh-Hans": "【合成】签到", "en": "[synthetic] Registration" } },
                            { "time": "09:30", "text": { "zh-Hans": "【合成】讨论", "en": "[synthetic] Discussion" } },
                        ]);
                    }
                    _ => {}
                }
                event
            })
            .collect()
    }

    /// Which pictures an article shows: its share of all.
    fn pictures_of(&self, article: usize) -> Vec<String> {
        (article..=self.size.pictures)
            .step_by(self.size.articles.max(1))
            .map(picture)
            .collect()
    }

    /// Every paper: of each kind one of each format, and one that is not published.
    pub fn papers(&mut self) -> Vec<Value> {
        let formats = [
            Some(PaperFormat::Pdf),
            Some(PaperFormat::Docx),
            Some(PaperFormat::Xlsx),
            None,
        ];
        let mut papers = Vec::new();
        for kind in PaperKind::ALL {
            for format in formats {
                let number = papers.len() + 1;
                let id = format!("{PREFIX}paper-{number}");
                let mut paper = json!({
                    "id": id,
                    "title": {
                        "zh-Hans": format!("【合成】测试资料第 {number} 号"),
                        "en": format!("[synthetic] Test paper {number}"),
                    },
                    "kind": kind.as_str(),
                    "summary": {
                        "zh-Hans": format!("【合成】{}", self.sentences.chinese(&mut self.chance)),
                        "en": format!("[synthetic] {}", self.sentences.english(&mut self.chance)),
                    },
                    "date": format!("2025-{:02}-01", number % 12 + 1),
                    "source": self.source(),
                });
                if let Some(format) = format {
                    paper["file"] = format!("{id}.{}", format.ending()).into();
                }
                papers.push(paper);
            }
        }
        papers
    }

    /// Every offer and need: from the last day of 2025 on, each some days longer than the
    /// one before, so that for years to come some are over and some are not.
    pub fn offers(&mut self) -> Vec<Value> {
        let date = Date::from_calendar_date(2025, Month::December, 31).unwrap_or(Date::MIN);
        let count = self.size.offers;
        let materials = [
            ("重熔用铝锭", "ingot", "A00"),
            ("圆铝棒", "billet", "6063"),
            ("铝合金锭", "alloy ingot", "ADC12"),
            ("预焙阳极", "prebaked anode", "TY-1"),
        ];
        (1..=count)
            .map(|number| {
                let (zh, en, grade) = materials[number % materials.len()];
                let until = date + Duration::days(DAYS * number as i64 / count.max(1) as i64);
                json!({
                    "id": format!("{PREFIX}offer-{number:04}"),
                    "kind": OfferKind::ALL[number % OfferKind::ALL.len()].as_str(),
                    "material": {
                        "zh-Hans": format!("【合成】{zh}，第 {number} 条测试供需"),
                        "en": format!("[synthetic] {en}, test offer {number}"),
                    },
                    "grade": grade,
                    "tonnes": self.chance.usize(1..=60) * 50,
                    "date": date.to_string(),
                    "until": until.to_string(),
                    "place": { "zh-Hans": "【合成】测试货场", "en": "[synthetic] Test yard" },
                    "stages": self.stages(2),
                    "note": {
                        "zh-Hans": format!("【合成】{}", self.sentences.chinese(&mut self.chance)),
                        "en": format!("[synthetic] {}", self.sentences.english(&mut self.chance)),
                    },
                    "source": self.source(),
                })
            })
            .collect()
    }

    /// An article.
    pub fn article(&mut self, number: usize) -> Value {
        let last = Date::from_calendar_date(2025, Month::December, 31).unwrap_or(Date::MIN);
        // Spread evenly, so that every year has its share.
        let back = DAYS * (self.size.articles - number) as i64 / self.size.articles.max(1) as i64;
        let date = last - Duration::days(back);
        let category = self.chance.choice(Category::ALL).map(Category::as_str);
        let paragraphs = self.chance.usize(3..=7);
        let mut chinese: Vec<String> = (0..paragraphs)
            .map(|_| self.sentences.chinese_paragraph(&mut self.chance))
            .collect();
        let mut english: Vec<String> = (0..paragraphs)
            .map(|_| self.sentences.english_paragraph(&mut self.chance))
            .collect();
        let companies = self.companies_named();
        let topic = self.sentences.topic(&mut self.chance);
        // The first above the text, the second in it, the rest below.
        let mut pictures = self.pictures_of(number).into_iter();
        let cover = pictures.next();
        if let Some(inside) = pictures.next() {
            for text in [&mut chinese, &mut english] {
                text.insert(1, format!("![](media:{inside})"));
            }
        }
        let gallery: Vec<String> = pictures.collect();
        let mut article = json!({
            "id": format!("{PREFIX}{number:06}"),
            "date": date.to_string(),
            "title": {
                "zh-Hans": format!("【合成】{}：第 {number} 篇测试文章", topic.0),
                "en": format!("[synthetic] {}: test article {number}", topic.1),
            },
            "summary": {
                "zh-Hans": format!("【合成】{}", self.sentences.chinese(&mut self.chance)),
                "en": format!("[synthetic] {}", self.sentences.english(&mut self.chance)),
            },
            "body": { "zh-Hans": chinese, "en": english },
            "category": category,
            "stages": self.stages(3),
            "companies": companies,
            "source": self.source(),
            "papers": attached(number),
        });
        if let Some(cover) = cover {
            article["cover"] = json!(cover);
        }
        if !gallery.is_empty() {
            article["gallery"] = json!(gallery);
        }
        article
    }

    fn source(&mut self) -> String {
        let number = self.chance.usize(1..=self.source_count());
        format!("{PREFIX}source-{number}")
    }

    fn stages(&mut self, most: usize) -> Vec<&'static str> {
        let all = StageId::ALL.map(StageId::as_str);
        let count = self.chance.usize(1..=most);
        self.chance.choose_multiple(all, count)
    }

    fn some(&mut self, of: &[String], most: usize) -> Vec<String> {
        let count = self.chance.usize(1..=most.min(of.len()).max(1));
        self.chance.choose_multiple(of.iter().cloned(), count)
    }

    fn companies_named(&mut self) -> Vec<String> {
        if self.size.companies == 0 {
            return Vec::new();
        }
        let mut named: Vec<String> = (0..self.chance.usize(0..=3))
            .map(|_| self.chance.usize(1..=self.size.companies))
            .map(|number| format!("{PREFIX}company-{number}"))
            .collect();
        named.sort();
        named.dedup();
        named
    }
}

/// The papers of an article.
fn attached(number: usize) -> Vec<String> {
    let paper = number % PAPERS + 1;
    let has_one = number.is_multiple_of(PER_PAPER);
    (has_one.then(|| format!("{PREFIX}paper-{paper}")))
        .into_iter()
        .collect()
}
