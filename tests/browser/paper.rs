//! What readers print.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::common::{Published, Server, bundle, copy_folder, kinds};
use crate::harness::Browser;

const ARTICLE: &str = "2025-10-31-output";
const COLUMNS: usize = 10;

/// The text of a cell, found nowhere else.
fn cell(row: usize, column: usize) -> String {
    format!("R{row}C{column}E")
}

/// The site with an article that is wide: a table of ten columns, a line of code, an
/// address without a place to break.
fn wide() -> &'static Published {
    static WIDE: OnceLock<Published> = OnceLock::new();
    WIDE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wide-bundle");
        copy_folder(&bundle(), &folder);
        let file = folder.join(format!("news/{ARTICLE}.json"));
        let mut article: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let mut table = vec![
            line(
                (0..COLUMNS)
                    .map(|column| format!("第{column}列产能（万吨/年）"))
                    .collect(),
            ),
            line(vec!["---".to_owned(); COLUMNS]),
        ];
        for row in 0..4 {
            table.push(line((0..COLUMNS).map(|column| cell(row, column)).collect()));
        }
        let code = format!("```\n{} END-OF-CODE\n```", "aluminium = ".repeat(20));
        let address = format!(
            "[网址](https://example.com/{}END-OF-ADDRESS)",
            "a".repeat(160)
        );
        article["body"] = json!({ "zh-Hans": [table.join("\n"), code, address] });
        fs::write(&file, serde_json::to_string_pretty(&article).unwrap()).unwrap();
        let site: PathBuf = Published::shared().copy("wide").folder;
        Published::publish(&folder, &site)
    })
}

#[test]
fn all_columns_of_a_wide_table_are_on_paper() {
    let server = Server::start(&wide().folder);
    let browser = Browser::open(&server.origin);
    browser.resize(1280);
    browser.visit(&format!("/news/{ARTICLE}/"));
    let text = browser.print();
    for row in 0..4 {
        for column in 0..COLUMNS {
            assert!(
                text.contains(&cell(row, column)),
                "{} in {text}",
                cell(row, column)
            );
        }
    }
    for end in ["END-OF-CODE", "END-OF-ADDRESS"] {
        assert!(text.contains(end), "{end} in {text}");
    }
}

#[test]
fn the_words_that_open_what_they_mean_are_on_paper() {
    let server = Server::start(&wide().folder);
    let browser = Browser::open(&server.origin);
    browser.resize(1280);
    browser.visit("/chain/");
    browser.emulate_paper(true);
    let terms: usize = browser.run("return document.querySelectorAll('main .term').length", &[]);
    assert!(terms > 10, "{terms}");
    let hidden: Vec<String> = browser.run(
        "return [...document.querySelectorAll('main .term')]
            .filter(term => getComputedStyle(term).display === 'none')
            .map(term => term.textContent)",
        &[],
    );
    assert_eq!(hidden, [] as [&str; 0]);
}

/// How wide A4 is between its margins, in CSS pixels.
const PAPER: u32 = 672;

#[test]
fn nothing_reaches_beyond_the_paper_or_is_cut_off_on_it() {
    let server = Server::start(&wide().folder);
    let browser = Browser::open(&server.origin);
    browser.emulate_paper(true);
    browser.resize(PAPER);
    let mut paths: Vec<String> = kinds(wide()).into_iter().map(|page| page.path).collect();
    paths.push(format!("/news/{ARTICLE}/"));
    for path in paths {
        browser.visit(&path);
        let out: Vec<String> = browser.run(
            "const width = document.documentElement.clientWidth;
             const seen = element => element.checkVisibility({ visibilityProperty: true })
                 && element.getClientRects().length > 0
                 && !element.closest('.visually-hidden, .skip-link, thead, svg, [popover]');
             return [...document.querySelectorAll('main *')].filter(seen).flatMap(element => {
                 const box = element.getBoundingClientRect();
                 // One pixel wide: for screen readers only.
                 if (box.width <= 1) return [];
                 const style = getComputedStyle(element);
                 const cuts = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
                 return box.right > width + 1 || box.left < -1 || cuts
                     ? [`${element.outerHTML.slice(0, 100)}: ${box.left} to ${box.right}`] : [];
             })",
            &[],
        );
        assert!(out.is_empty(), "{path} on paper: {out:#?}");
    }
}
