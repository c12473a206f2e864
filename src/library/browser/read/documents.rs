//! The fields of every document, once more by name: a field that is missing
//! here does not compile.

use wasm_bindgen::JsValue;

use super::{Fault, Read, field};
use model::Input;
use model::document::Segment;
use model::document::*;
use model::{Category, Lang, MembershipStatus, PointKind, StageId};

macro_rules! read {
    ($($type:ident { $($field:ident),* $(,)? })*) => {$(
        impl Read for $type {
            // Copies of it in every list that holds it would cost kilobytes.
            #[inline(never)]
            fn read(value: &JsValue, fault: &mut Fault) -> Self {
                Self { $($field: field(value, stringify!($field), fault)),* }
            }
        }
    )*};
}

read! {
    Embedded { path, revision, site, document }
    Manifest { schema, revision, pages }
    Site { name, other_name, stages, flows, icp }
    StageName { id, name }
    Cite { text, title, url }
    When { text, iso }
    Quantity { value, unit }
    Phrase { text, lang }
    CompanyName { id, name }
    Choice { id, name, count }
    Headline { id, date, title, summary, category, stages, publisher }
    Figure { id, name, quantity, at_least, kind, period, change, note, source }
    HomePage { headline, introduction, diagram, figures, lead, news, news_count, roles, companies, company_count }
    RoleText { name, summary, points }
    Diagram { title, nodes, flows, electricity, caption }
    Node { id, name, detail, remark, local }
    FlowLine { kind, name, kilograms, amount }
    NewsPage { articles, count, pages, categories, stages, years }
    ArticlePage { headline, body, body_lang, verbatim, companies, source, related, older, newer }
    Neighbour { id, title }
    MembersPage { companies, count, pages, total, confirmed, stages, products, districts }
    CompanyRow { id, name, stages, products, district, capacity, membership }
    CapacityText { quantity, material, status, as_of, note, source }
    MemberPage { row, summary, note, capacities, role, projects, news, neighbours, sources, last_verified }
    ProjectText { name, summary, status, as_of, investment, source }
    Span { text, term, closing }
    TermText { id, term, other_term, definition, source }
    ChainPage { diagram, stages, chosen, factors, terms, levers }
    Levers { groups, presets, capacities, outputs }
    LeverGroup { name, note, rare, levers }
    Lever { input, name, note, unit, default, low, high, range, slider, assumption, source, choices }
    SliderRange { from, to, step, decades }
    LeverChoice { name, value }
    PresetText { id, name, summary, period, source, assumption, superseded, values }
    InputValue { input, value }
    LocalCapacity { stage, tonnes }
    StageSummary { id, name, summary, inputs, outputs, local, local_note, capacity, company_count }
    StageDetail { id, sources, companies, news, projects }
    FactorText { name, unit, default, range, assumption, stages, note, source }
    FiguresPage { series }
    Series { id, name, unit, scope, note, stage, points }
    PointText { period, value, per_mille, kind, at_least, calculated, superseded, change, note, source }
    SearchIndex { name, segments, records, kinds, years, traditional, simplified }
    Segment { name, first, shards }
    Record { path, title, text, pinyin }
    AboutPage { introduction, founded, place, founding, founding_article, chair_name, chair_title, chair_as_of, roles, duties, resources, aims, contact, source, sources, source_count }
    ContactLine { label, value, url }
}

/// A closed list, by the words that stand for it.
macro_rules! read_word {
    ($($type:ty, $from_word:expr, $empty:expr;)*) => {$(
        impl Read for $type {
            fn read(value: &JsValue, fault: &mut Fault) -> Self {
                value.as_string().and_then(|word| $from_word(&word)).unwrap_or_else(|| {
                    fault.note("no known word");
                    $empty
                })
            }
        }
    )*};
}

read_word! {
    Lang, Lang::from_tag, Lang::ZhHans;
    StageId, StageId::from_word, StageId::Alumina;
    Category, Category::from_word, Category::Alliance;
    MembershipStatus, MembershipStatus::from_word, MembershipStatus::Unconfirmed;
    PointKind, PointKind::from_word, PointKind::Forecast;
    FlowName, FlowName::from_word, FlowName::Alumina;
    Input, Input::from_key, Input::Product;
}

impl Read for Document {
    fn read(value: &JsValue, fault: &mut Fault) -> Self {
        macro_rules! page {
            ($name:literal, $variant:ident) => {
                if let Some(page) = field(value, $name, fault) {
                    return Document::$variant(page);
                }
            };
        }
        page!("home", Home);
        page!("news", News);
        page!("article", Article);
        page!("members", Members);
        page!("member", Member);
        page!("chain", Chain);
        page!("embed", Embed);
        page!("figures", Figures);
        page!("about", About);
        page!("search", Search);
        if value.as_string().as_deref() != Some("not-found") {
            fault.note("no known page");
        }
        Document::NotFound
    }
}
