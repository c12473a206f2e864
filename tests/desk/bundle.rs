//! Every record of the bundle can be opened and written; figures are a small spreadsheet.

use serde_json::Value;
use store::Role;

use crate::desk::{Site, expect_quiet_console, field, open, paste, see_saved};

/// Fields that go beyond their column, and so below the preview.
const BEYOND: &str = "return [...document.querySelectorAll('.editor__words, .editor__facts')]
    .flatMap(column => [...column.querySelectorAll('.field, .group, .block')]
        .filter(one => one.getBoundingClientRect().right > column.getBoundingClientRect().right + 1))
    .map(one => one.textContent.trim().slice(0, 40))";

#[test]
fn every_record_of_the_bundle_has_a_form() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    let titles: Value = browser.run_async(
        "const done = arguments[arguments.length - 1];
         fetch('/api/v1/titles').then(answer => answer.json()).then(answer => done(answer.titles))",
        &[],
    );
    let mut seen = std::collections::BTreeSet::new();
    for title in titles.as_array().unwrap() {
        let (kind, id) = (
            title["kind"].as_str().unwrap(),
            title["id"].as_str().unwrap(),
        );
        // One of each kind, and every file that has fields beside its records.
        let wanted = match kind {
            "asset" => false,
            "file" => matches!(id, "alliance" | "chain" | "indicators" | "terms"),
            kind => seen.insert(kind.to_owned()),
        };
        if wanted {
            open(&browser, &format!("{kind}/{id}"));
            let beyond: Vec<String> = browser.run(BEYOND, &[]);
            assert_eq!(
                beyond, [""; 0],
                "{kind}/{id} has fields beyond their column"
            );
        }
    }
    assert!(
        seen.contains("source") && seen.contains("factor"),
        "{seen:?}"
    );
    expect_quiet_console(&browser, "after opening one of each");
}

#[test]
fn a_block_from_a_spreadsheet_is_pasted_with_its_faults_at_their_cells() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    let name = "indicator/output-value-full-scope";
    let before = site.record(name);
    let rows = before["points"].as_array().unwrap().len();
    open(&browser, name);
    browser.press_button("添一条");
    let cell = format!("points[{rows}].period");
    browser.wait_until("there is a new row", |browser| {
        browser.run(
            "return document.getElementById(arguments[0]) !== null",
            &[format!("f-{cell}").into()],
        )
    });
    // Three faults: no number, no period, no source.
    paste(
        &browser,
        &format!("f-{cell}"),
        &[("text/plain", "2030\t500以上\t目标\n明年\t600\t目标\n")],
    );
    browser.see("粘贴了 2 行");
    browser.wait_until("the faults are at their cells", |browser| {
        let faulty: Vec<String> = browser.run(
            "return [...document.querySelectorAll('.cell--fault')].map(cell => cell.querySelector('input, select').id)",
            &[],
        );
        [
            format!("f-points[{rows}].value"),
            format!("f-points[{}].period", rows + 1),
            format!("f-points[{rows}].source"),
        ]
        .iter()
        .all(|id| faulty.contains(id))
    });
    assert_eq!(field(&browser, &format!("points[{rows}].value")), "500以上");
    // One press takes the whole paste back.
    browser.press_button("撤销粘贴");
    browser.wait_until("the paste is gone", |browser| {
        field(browser, &format!("points[{rows}].value")).is_empty()
    });
    see_saved(&browser);
}
