//! What the page of figures says in words.

#![allow(clippy::unwrap_used)]

use leptos::prelude::*;
use serde_json::{Value, json};

use super::figures_page;
use crate::library::Library;
use model::Lang;
use model::document::Embedded;

/// The page of figures with one series of these points, as HTML.
fn render(lang: Lang, points: Value) -> String {
    let page = json!({"series": [{
        "id": "output", "name": "产值", "unit": "亿元", "scope": "全口径", "points": points,
    }]});
    let embedded: Embedded = serde_json::from_value(json!({
        "path": "/figures/",
        "revision": "1",
        "site": {"name": "联盟", "other_name": "Alliance", "stages": [], "flows": []},
        "document": {"figures": page.clone()},
    }))
    .unwrap();
    Owner::new_root(None).with(|| {
        Library::provide(embedded, lang);
        let page = serde_json::from_value(page).unwrap();
        figures_page(page).to_html()
    })
}

/// A point, plain but for what is given.
fn point(own: Value) -> Value {
    let mut point = json!({
        "period": "2027 年", "value": "1000", "per_mille": 1000, "kind": "actual",
        "at_least": false, "calculated": false, "superseded": false,
        "source": {"text": "广元台 2025", "title": "题"},
    });
    for (name, value) in own.as_object().unwrap() {
        point[name] = value.clone();
    }
    point
}

/// The drawing alone.
fn drawing(html: &str) -> &str {
    let start = html.find("role=\"img\"").unwrap();
    let end = html[start..].find("</svg>").unwrap();
    &html[start..start + end]
}

#[test]
fn tells_the_kinds_apart_by_word_and_by_pattern() {
    let html = render(
        Lang::ZhHans,
        json!([
            point(json!({"period": "2024 年"})),
            point(json!({"kind": "target"})),
            point(json!({"kind": "forecast", "period": "2025 年"})),
        ]),
    );
    let drawing = drawing(&html);
    assert!(drawing.contains("2024 年</text>"), "{drawing}");
    assert!(drawing.contains("2027 年 · 目标"), "{drawing}");
    assert!(drawing.contains("2025 年 · 预计"), "{drawing}");
    for fill in ["currentColor", "none", "url(#hatch-output)"] {
        assert!(
            drawing.contains(&format!("fill=\"{fill}\"")),
            "{fill}: {drawing}"
        );
    }
    assert!(drawing.contains("id=\"hatch-output\""), "{drawing}");
}

#[test]
fn marks_what_is_superseded_calculated_or_a_lower_bound() {
    let points = json!([
        point(json!({"kind": "target", "superseded": true, "at_least": true})),
        point(json!({"calculated": true})),
    ]);
    let html = render(Lang::ZhHans, points.clone());
    let drawing = drawing(&html);
    assert!(drawing.contains("2027 年 · 目标 · 已被取代"), "{drawing}");
    assert!(drawing.contains("2027 年 · 本站推算"), "{drawing}");
    assert!(drawing.contains("1000以上"), "{drawing}");
    assert!(render(Lang::En, points).contains("≥\u{a0}1000"));
}

#[test]
fn draws_no_bar_for_a_lone_figure() {
    let html = render(Lang::ZhHans, json!([point(json!({}))]));
    assert!(!html.contains("role=\"img\""), "{html}");
    assert!(html.contains("figures__single"), "{html}");
    assert_eq!(html.matches("广元台 2025").count(), 1, "{html}");
}

#[test]
fn gives_every_point_its_source() {
    let html = render(Lang::ZhHans, json!([point(json!({})), point(json!({}))]));
    assert_eq!(html.matches("广元台 2025").count(), 2, "{html}");
}

#[test]
fn leads_from_every_figure_to_its_own_page() {
    let html = render(
        Lang::En,
        json!([
            point(json!({"point": "2027-target", "kind": "target"})),
            point(json!({"point": "2024"})),
        ]),
    );
    for name in ["2027-target", "2024"] {
        let link = format!("<a href=\"/en/figures/output/{name}/\">1000</a>");
        assert!(html.contains(&link), "{link} is not in {html}");
    }
    let own = render(Lang::En, json!([point(json!({}))]));
    assert!(own.contains("<a aria-current=\"page\">1000</a>"), "{own}");
}
