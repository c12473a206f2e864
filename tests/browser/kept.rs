//! Scenarios that readers keep under names: side by side, in the address, on paper, as a
//! file.

use model::Lang;
use model::words::{KeptWords, TakeWords};

use crate::common::{Published, Server, result_name};
use crate::harness::{Browser, Key, SCREENS, on_each};

const FIELD: &str = "#kept-name";
/// Two scenarios under names, as an address has them: the first of a tonne.
const TWO: &str = "kept1=One-tonne&kept1-preset=one-tonne&kept2=_60c5_666f&kept2-recycled-share=60";

fn words() -> &'static KeptWords {
    &Lang::ZhHans.words().kept
}

fn take_words() -> &'static TakeWords {
    &Lang::ZhHans.words().take
}

/// The names over the columns of the table.
fn names(browser: &Browser) -> Vec<String> {
    browser.run(
        "return [...document.querySelectorAll('.kept thead th')].slice(1).map(name => name.textContent)",
        &[],
    )
}

fn see_names(browser: &Browser, expected: &[&str]) {
    browser.wait_until(&format!("{expected:?} are kept"), |browser| {
        names(browser) == expected
    });
}

/// The row of a result: for each scenario all its texts.
fn row(browser: &Browser, output: &str) -> Vec<Vec<String>> {
    browser.run(
        "const rows = [...document.querySelectorAll('.kept tbody tr')];
         const row = rows.find(row => row.querySelector('th').textContent === arguments[0]);
         return [...row.querySelectorAll('td')].map(cell =>
            [...cell.childNodes].map(part => part.textContent.trim()).filter(text => text))",
        &[result_name(Published::shared(), output).into()],
    )
}

/// What the page says over its picture of a number.
fn summary(browser: &Browser, output: &str) -> String {
    browser.run(
        "return document.querySelector(`.summary [data-ask=${arguments[0]}]`).textContent",
        &[output.into()],
    )
}

/// Gives a lever another value, by its field.
fn set(browser: &Browser, key: &str, value: &str) {
    browser.run::<()>(
        "const field = document.querySelector(`#value-${arguments[0]}`);
         field.value = arguments[1];
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        &[key.into(), value.into()],
    );
    browser.wait_until("the address has it", |browser| {
        browser.path().contains(&format!("{key}={value}"))
    });
}

/// Keeps what is on screen under a name.
fn keep(browser: &Browser, name: &str) {
    browser.type_into(&browser.find(FIELD, ""), name);
    browser.press_button(words().keep);
}

/// Presses what can be done with a kept scenario.
fn press(browser: &Browser, way: usize, name: &str) {
    browser.press_button(&format!("{}：{name}", words().ways[way]));
}

fn see_said(browser: &Browser, template: &str, name: &str) {
    let text = model::words::fill(template, &[name]);
    browser.wait_until(&format!("{text:?} is said to eye and ear"), |browser| {
        browser.sees(&text) && browser.announced().contains(&text)
    });
}

fn see_focus(browser: &Browser, name: &str) {
    browser.wait_until(&format!("the focus is on {name:?}"), |browser| {
        browser.focused() == name
    });
}

#[test]
fn scenarios_are_kept_under_names_and_stand_side_by_side() {
    on_each("/chain/", |browser| {
        assert!(names(browser).is_empty());
        // What it may be called is there already.
        let preset = browser.value(FIELD);
        assert!(!preset.is_empty());
        browser.press_button(words().keep);
        see_names(browser, &[&preset]);
        see_said(browser, words().done, &preset);
        set(browser, "recycled-share", "60");
        browser.wait_until("the change is in the name", |browser| {
            let name = browser.value(FIELD);
            name.starts_with(&preset) && name.contains("60")
        });
        // No name is markup, whatever stands in it.
        let name = "<b>\"60\" & 'x'</b>";
        keep(browser, name);
        see_names(browser, &[&preset, name]);

        let co2 = row(browser, "co2");
        // Value and band; of the second also what it differs by.
        assert_eq!((co2[0].len(), co2[1].len()), (2, 3), "{co2:?}");
        assert_eq!(co2[1][0], summary(browser, "co2"));
        assert!(co2[0][1].contains('–'), "{co2:?}");
        assert!(co2[1][2].starts_with('−'), "{co2:?}");
        assert_eq!(row(browser, "product")[1].len(), 2, "a wish has no band");
        browser.run::<()>("document.querySelector('#bands').click()", &[]);
        browser.wait_until("there are no bands", |browser| {
            row(browser, "co2")[0].len() == 1
        });
    });
}

#[test]
fn what_is_kept_stands_in_the_address_and_nowhere_else() {
    on_each("/chain/", |browser| {
        let canonical = |browser: &Browser| -> String {
            browser.run(
                "return document.querySelector('link[rel=canonical]').href",
                &[],
            )
        };
        let before = canonical(browser);
        keep(browser, "A");
        set(browser, "recycled-share", "60");
        keep(browser, "情景 2");
        let query = "?recycled-share=60&kept1=A&kept2=_60c5_666f-2&kept2-recycled-share=60";
        browser.see_path(&format!("/chain/{query}"));
        let table = row(browser, "co2");

        browser.reload();
        see_names(browser, &["A", "情景 2"]);
        assert_eq!(row(browser, "co2"), table);
        assert_eq!(canonical(browser), before);

        // It goes along to a stage and comes back.
        browser.visit(&format!("/chain/recycled/{query}"));
        browser.follow_link(Lang::ZhHans.words().levers.to_levers);
        see_names(browser, &["A", "情景 2"]);
        browser.back();
        browser.see_path(&format!("/chain/recycled/{query}"));
        browser.forward();
        browser.see_app_live();
        see_names(browser, &["A", "情景 2"]);

        // The permanent link of a number is of that number alone.
        browser.run::<()>("document.querySelector('[data-ask=co2]').click()", &[]);
        browser.see_path(&format!(
            "/chain/{}",
            query.replace("&kept1", "&ask=co2&kept1")
        ));
        let link: String = browser.run("return document.querySelector('.ask-card').innerHTML", &[]);
        assert!(
            link.contains("ask=co2") && !link.contains("kept1"),
            "{link}"
        );
    });
}

#[test]
fn a_kept_scenario_is_opened_compared_renamed_and_removed() {
    on_each(&format!("/chain/?{TWO}"), |browser| {
        see_names(browser, &["One tonne", "情景"]);
        press(browser, 0, "One tonne");
        see_said(browser, words().opened, "One tonne");
        browser.wait_until("a tonne is on screen", |browser| {
            summary(browser, "product") == "1\u{a0}t"
        });
        browser.see_path(&format!("/chain/?preset=one-tonne&{TWO}"));

        let pressed = |browser: &Browser| -> Vec<String> {
            browser.run(
                "return [...document.querySelectorAll('.kept [aria-pressed]')].map(button => button.ariaPressed)",
                &[],
            )
        };
        assert_eq!(pressed(browser), ["false", "false"]);
        press(browser, 1, "情景");
        see_said(browser, words().compared, "情景");
        browser.wait_until("it is drawn and named", |browser| {
            let outline = "return document.querySelector('.scenario__other').textContent";
            let outline: String = browser.run(outline, &[]);
            pressed(browser) == ["false", "true"]
                && outline.contains("情景")
                && browser.run("return !!document.querySelector('.diagram__outline')", &[])
        });
        press(browser, 1, "情景");
        see_said(browser, words().parted, "情景");
        browser.wait_until("there is no outline", |browser| {
            browser.run("return !document.querySelector('.diagram__outline')", &[])
        });

        // Another name: first given up, then given.
        press(browser, 2, "One tonne");
        browser.wait_until("the field has the name and the focus", |browser| {
            browser.value(FIELD) == "One tonne"
                && browser.run("return document.activeElement.id === 'kept-name'", &[])
        });
        browser.press_button(words().cancel);
        see_focus(browser, &format!("{}：One tonne", words().ways[2]));
        press(browser, 2, "One tonne");
        browser.wait_until("the field has the name", |browser| {
            browser.value(FIELD) == "One tonne"
        });
        browser.type_into(&browser.find(FIELD, ""), "一吨");
        browser.press(Key::Enter);
        see_names(browser, &["一吨", "情景"]);
        see_said(browser, words().renamed, "一吨");
        see_focus(browser, &format!("{}：一吨", words().ways[2]));
        browser.wait_until("the address has it", |browser| {
            browser
                .path()
                .contains("kept1=_4e00_5428&kept1-preset=one-tonne")
        });

        // The focus is never lost.
        press(browser, 3, "情景");
        see_names(browser, &["一吨"]);
        see_said(browser, words().removed, "情景");
        see_focus(browser, &format!("{}：一吨", words().ways[0]));
        press(browser, 3, "一吨");
        browser.wait_until("nothing is kept", |browser| names(browser).is_empty());
        browser.wait_until("the focus is in the field", |browser| {
            browser.run("return document.activeElement.id === 'kept-name'", &[])
        });
        browser.see_path("/chain/?preset=one-tonne");
    });
}

#[test]
fn four_are_kept_and_no_more() {
    on_each("/chain/", |browser| {
        let preset = browser.value(FIELD);
        for count in 1..=4 {
            browser.press_button(words().keep);
            browser.wait_until("one more is kept", |browser| names(browser).len() == count);
        }
        // Each has a name of its own.
        let mut unique = names(browser);
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), 4, "{unique:?}");
        assert!(unique.iter().all(|name| name.starts_with(&preset)));
        browser.press_button(words().keep);
        see_said(browser, words().full, "");
        assert_eq!(names(browser).len(), 4);

        let barriers = browser.barriers();
        assert!(barriers.is_empty(), "{barriers:#?}");
        let (over, what) = browser.overflow();
        assert_eq!(over, 0, "{what:?}");
        let small: Vec<String> = browser.run(
            "return [...document.querySelectorAll('.kept button, .kept input')]
                .filter(target => target.checkVisibility())
                .filter(target => {
                    const box = target.getBoundingClientRect();
                    return box.height < 44 || box.width < 44;
                }).map(target => target.outerHTML)",
            &[],
        );
        assert_eq!(small, Vec::<String>::new());
    });
}

#[test]
fn nothing_happens_while_a_name_is_composed() {
    on_each("/chain/", |browser| {
        browser.compose(FIELD, &["q", "qing", "qing jing"]);
        // The key that ends a composition sends no form; nor does another scenario
        // write over what is there.
        browser.run::<()>("document.querySelector('.kept form').requestSubmit()", &[]);
        browser.run::<()>(
            "document.querySelector('input[name=preset][value=one-tonne]').click()",
            &[],
        );
        browser.see_path("/chain/?preset=one-tonne");
        assert!(names(browser).is_empty());
        assert_eq!(browser.value(FIELD), "qing jing");
        browser.run::<()>(
            "const field = document.querySelector(arguments[0]);
             field.value = '情景';
             field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '情景' }));
             document.querySelector('.kept form').requestSubmit();",
            &[FIELD.into()],
        );
        see_names(browser, &["情景"]);
    });
}

#[test]
fn nonsense_in_an_address_keeps_nothing_and_is_named() {
    let nonsense = "/chain/?kept1=_zzzz&kept1-recycled-share=60&kept2=%3Cscript%3E&kept3=b&kept3-recycled-share=140&kept9=x";
    on_each(nonsense, |browser| {
        see_names(browser, &["b"]);
        browser.see("kept1=_zzzz");
        browser.see("kept3-recycled-share=140");
        assert_eq!(summary(browser, "co2"), row(browser, "co2")[0][0]);
    });
}

#[test]
fn the_table_is_taken_along_as_a_file() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let folder = tempfile::tempdir().unwrap();
    browser.download_into(folder.path());
    for width in SCREENS {
        browser.resize(width);
        // The second name would be a formula.
        browser.visit("/chain/?kept1=A&kept2=_003d1_002b1&kept2-recycled-share=60");
        see_names(&browser, &["A", "=1+1"]);
        let (name, content) = browser.take_file(folder.path(), |browser| {
            browser.click(&browser.find(".kept button", take_words().buttons[2]));
        });
        assert!(
            name.starts_with("chain-kept-") && name.ends_with(".csv"),
            "{name}"
        );
        see_said(&browser, take_words().made, &name);
        let text = String::from_utf8(content).unwrap();
        let text = text
            .strip_prefix('\u{feff}')
            .expect("a mark for spreadsheets");
        let mut table = csv::Reader::from_reader(text.as_bytes());
        let heads = table.headers().unwrap().clone();
        assert_eq!((&heads[5], &heads[8]), ("A", "'=1+1"));
        let rows: Vec<csv::StringRecord> = table.records().collect::<Result<_, _>>().unwrap();
        let of = |key: &str| rows.iter().find(|row| &row[1] == key).unwrap();
        assert_eq!(
            (&of("recycled-share")[5], &of("recycled-share")[8]),
            ("30", "60")
        );
        let number = |at: usize| of("co2")[at].parse::<f64>().unwrap();
        assert!(
            number(6) < number(5) && number(5) < number(7),
            "the band is around it"
        );
        assert!(
            (number(8) - number(5) - number(11)).abs() < 1e-3,
            "the difference"
        );
        assert_eq!(
            rows.iter()
                .filter(|row| &row[0] == take_words().result)
                .count(),
            chain::Output::ALL.len()
        );
        assert!(
            rows.iter().any(|row| row[5].contains("kept2=_003d1_002b1")),
            "the address"
        );
        browser.expect_empty_console("after the file");
    }
}

#[test]
fn what_is_kept_is_on_paper_and_without_script_nothing_is() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.resize(672);
    browser.visit(&format!("/chain/?{TWO}"));
    see_names(&browser, &["One tonne", "情景"]);
    browser.emulate_paper(true);
    let seen = |browser: &Browser, selector: &str| -> bool {
        browser.run(
            "return !!document.querySelector(arguments[0])?.checkVisibility()",
            &[selector.into()],
        )
    };
    assert!(seen(&browser, ".kept table"));
    assert!(seen(&browser, ".kept h2"));
    assert!(!seen(&browser, ".kept form") && !seen(&browser, ".kept button"));
    let cut: bool = browser.run(
        "const table = document.querySelector('.kept table');
         return table.getBoundingClientRect().right > document.documentElement.clientWidth + 1",
        &[],
    );
    assert!(!cut, "the table reaches beyond the paper");
    browser.visit("/chain/");
    assert!(!seen(&browser, ".kept"), "an empty heading is no news");
    browser.emulate_paper(false);
    assert!(seen(&browser, ".kept form"));
    browser.disable_scripts();
    browser.visit_plainly(&format!("/chain/?{TWO}"));
    assert!(!seen(&browser, ".kept h2") && !seen(&browser, ".kept form"));
}

#[test]
fn it_is_said_in_every_language() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for (lang, prefix) in [(Lang::En, "/en"), (Lang::ZhHant, "/zh-hant")] {
        for width in SCREENS {
            browser.resize(width);
            browser.visit(&format!("{prefix}/chain/?{TWO}"));
            let words = &lang.words().kept;
            see_names(&browser, &["One tonne", "情景"]);
            browser.see(words.heading);
            browser.see(words.note);
            let name = browser.value(FIELD);
            browser.press_button(words.keep);
            see_said(&browser, words.done, &name);
            let (over, what) = browser.overflow();
            assert_eq!(over, 0, "{what:?}");
            let barriers = browser.barriers();
            assert!(barriers.is_empty(), "{barriers:#?}");
        }
    }
}
