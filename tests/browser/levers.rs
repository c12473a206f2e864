//! What readers change on the chain's page, and what comes of it.

use model::Lang;
use model::words::LeversWords;

use crate::common::{Published, part, result_name};
use crate::harness::{Browser, Key, on_each};

fn words() -> &'static LeversWords {
    &Lang::ZhHans.words().levers
}

/// What stands in the row of a result: its texts, one after the other.
fn row(browser: &Browser, output: &str) -> Vec<String> {
    browser.run(
        "const named = row => row.querySelector('th')?.textContent === arguments[0];
         return [...document.querySelectorAll('.results tbody tr')].filter(named)
            .flatMap(row => [...row.querySelectorAll('td')].map(cell => cell.textContent))",
        &[result_name(Published::shared(), output).into()],
    )
}

fn value(browser: &Browser, output: &str) -> String {
    row(browser, output).first().cloned().unwrap_or_default()
}

/// Every number of the results at once: whatever a lever moves shows here.
fn numbers(browser: &Browser) -> String {
    browser.run(
        "return [...document.querySelectorAll('.results td')].map(cell => cell.textContent).join('|')",
        &[],
    )
}

/// Puts a lever's slider or field to a value, as a hand or a keyboard does.
fn put(browser: &Browser, key: &str, kind: &str, value: &str) {
    browser.run::<()>(
        "const part = { range: 'slider', number: 'value' }[arguments[1]];
         const field = document.querySelector(`input#${part}-${arguments[0]}`);
         field.value = arguments[2];
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        &[key.into(), kind.into(), value.into()],
    );
}

/// What a lever's field and its slider stand at.
fn stands(browser: &Browser, key: &str) -> Vec<String> {
    browser.run(
        "const inputs = `input#slider-${arguments[0]}, input#value-${arguments[0]}`;
         return [...document.querySelectorAll(inputs)].map(field => field.value)",
        &[key.into()],
    )
}

fn choose(browser: &Browser, set: &str, value: &str) {
    browser.run::<()>(
        "const field = document.querySelector(`input[name='${arguments[0]}'][value='${arguments[1]}']`)
            ?? document.querySelector(`select#${arguments[0]}, select#value-${arguments[0]}`);
         if (field.type === 'radio') { field.click(); return; }
         field.value = arguments[1];
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        &[set.into(), value.into()],
    );
}

/// The query of the address.
fn query(browser: &Browser) -> String {
    browser.run("return location.search", &[])
}

fn see_query(browser: &Browser, expected: &str) {
    browser.wait_until(&format!("the query is {expected}"), |browser| {
        query(browser) == expected
    });
}

/// Each lever is tried once: by its slider or its field, on a phone or on a desktop.
fn in_quarter(browser: &Browser, way: usize) -> usize {
    let phone = browser.run::<bool>("return innerWidth < 600", &[]);
    way + if phone { 0 } else { 2 }
}

#[test]
fn each_lever_moves_the_numbers_and_slider_and_field_agree() {
    on_each("/chain/?preset=one-tonne", |browser| {
        let levers: Vec<(String, String)> = browser.run(
            "return [...document.querySelectorAll('.lever__slider')].map(slider => {
                const [low, high, now] = [slider.min, slider.max, slider.value].map(Number);
                const to = now - low < high - now ? low + (high - low) * 0.7 : low + (high - low) * 0.4;
                return [slider.id.replace('slider-', ''), String(Number(to.toFixed(3)))];
             })",
            &[],
        );
        assert!(levers.len() > 25, "{levers:?}");
        let levers = part(levers, (in_quarter(browser, 0), 4));
        // Voltage and efficiency count only where the electricity follows from them.
        choose(browser, "from-cell", "1");
        browser.wait_until("the electricity follows from the cell", |browser| {
            query(browser).contains("from-cell=1")
        });
        let before = numbers(browser);
        for (key, to) in levers {
            if key == "electricity" {
                continue;
            }
            put(browser, &key, "range", &to);
            browser.wait_until(&format!("{key} moves the numbers"), |browser| {
                // The two anodes bound each other; the notice shows, too.
                let bound = key.ends_with("-anode") && !notice(browser).is_empty();
                numbers(browser) != before || bound
            });
            let agree = browser.run::<bool>(
                "const of = part => document.querySelector(`#${part}-${arguments[0]}`);
                 return arguments[0] === 'product' || of('slider').value === of('value').value
                    || document.querySelector('.levers [role=alert]').textContent !== ''",
                &[key.as_str().into()],
            );
            assert!(agree, "{key}: {:?}", stands(browser, &key));
            browser.press_button(words().reset);
            choose(browser, "from-cell", "1");
            // The address may not even have followed to where it comes back from.
            browser.wait_until("reset", |browser| {
                let back = query(browser) == "?preset=one-tonne&from-cell=1";
                back && numbers(browser) == before
            });
        }
        // And the other way to set it.
        choose(browser, "from-cell", "0");
        see_query(browser, "?preset=one-tonne");
        let before = numbers(browser);
        put(browser, "electricity", "range", "14500");
        see_query(browser, "?preset=one-tonne&electricity=14500");
        assert_ne!(numbers(browser), before);
        assert_eq!(stands(browser, "electricity"), ["14500", "14500"]);
    });
}

fn notice(browser: &Browser) -> String {
    browser.run(
        "return document.querySelector('.levers [role=alert]').textContent",
        &[],
    )
}

#[test]
fn a_number_can_be_typed_and_the_slider_follows() {
    on_each("/chain/", |browser| {
        put(browser, "recycled-share", "number", "55");
        see_query(browser, "?recycled-share=55");
        assert_eq!(stands(browser, "recycled-share"), ["55", "55"]);
        let said: String = browser.run(
            "return document.querySelector('#slider-recycled-share').getAttribute('aria-valuetext')",
            &[],
        );
        assert_eq!(said, "55 %");
    });
}

#[test]
fn what_cannot_be_is_said_at_its_field_and_the_last_picture_stays() {
    on_each("/chain/", |browser| {
        let before = numbers(browser);
        put(browser, "recycled-share", "number", "140");
        browser.wait_until("it is said", |browser| notice(browser).contains("100"));
        assert!(notice(browser).contains(words().stays));
        let marked: Vec<String> = browser.run(
            "return [...document.querySelectorAll('[aria-invalid]')].map(field => field.id)",
            &[],
        );
        assert_eq!(marked, ["value-recycled-share"]);
        assert_eq!(numbers(browser), before);
        put(browser, "recycled-share", "number", "40");
        browser.wait_until("it is forgotten", |browser| notice(browser).is_empty());
        browser.wait_until("the numbers follow", |browser| numbers(browser) != before);
    });
}

#[test]
fn a_preset_sets_everything_and_names_its_source() {
    on_each("/chain/", |browser| {
        assert_eq!(value(browser, "primary"), "61.5\u{a0}万吨");
        choose(browser, "preset", "one-can");
        browser.wait_until("it is a can", |browser| {
            value(browser, "product") == "13\u{a0}g"
        });
        browser.see("美国铝业协会");
        see_query(browser, "?preset=one-can");
        choose(browser, "preset", "founding-target");
        browser.see(words().superseded);
        browser.wait_until("it is the target", |browser| {
            value(browser, "primary") == "150\u{a0}万吨"
        });
    });
}

#[test]
fn two_scenarios_are_compared_with_their_difference() {
    on_each("/chain/", |browser| {
        choose(browser, "against", "goals-2027");
        browser.wait_until("their difference shows", |browser| {
            row(browser, "primary") == ["61.5\u{a0}万吨", "100\u{a0}万吨", "−38.5\u{a0}万吨"]
        });
        see_query(browser, "?against=goals-2027");
        // One's own, kept and then changed.
        browser.press_button(words().keep);
        see_query(browser, "?against=kept");
        put(browser, "grid", "number", "0.5");
        browser.wait_until("the difference shows", |browser| {
            row(browser, "co2")
                .last()
                .is_some_and(|text| text.starts_with('+'))
        });
        choose(browser, "against", "");
        browser.wait_until("there is no outline", |browser| {
            browser.run("return !document.querySelector('.diagram__outline')", &[])
        });
    });
}

#[test]
fn a_shared_address_restores_what_was_seen() {
    let shared = "/chain/?preset=one-tonne&recycled-share=60&grid=0.5366&quantity=co2&pin=electrolytic&against=one-wheel";
    on_each(shared, |browser| {
        browser.wait_until("it is restored", |browser| {
            stands(browser, "recycled-share") == ["60", "60"]
        });
        let chosen: Vec<String> = browser.run(
            "return [...document.querySelectorAll('input[type=radio]:checked')].map(input => input.value)",
            &[],
        );
        assert_eq!(chosen, ["one-tonne", "co2"]);
        browser.see("已选中：电解铝");
        browser.wait_until("the results are compared", |browser| {
            row(browser, "product").len() == 3
        });
        // Nothing of it is lost, whatever the reader does next.
        assert_eq!(browser.path(), shared);
        browser.reload();
        browser.wait_until("it is restored again", |browser| {
            stands(browser, "recycled-share") == ["60", "60"]
        });
    });
}

#[test]
fn what_an_address_gets_wrong_is_named_on_the_page() {
    on_each(
        "/chain/?recycled-share=140&quantity=red&grid=0.5",
        |browser| {
            browser.see("recycled-share=140");
            browser.see("quantity=red");
            browser.see(words().out_of_bounds);
            assert_eq!(stands(browser, "recycled-share"), ["30", "30"]);
            assert_eq!(stands(browser, "grid"), ["0.5", "0.5"]);
        },
    );
}

#[test]
fn the_scenario_goes_along_to_a_stage_and_back() {
    on_each("/chain/?preset=one-tonne&pin=recycled", |browser| {
        browser.follow_link(words().companies);
        browser.see_path("/chain/recycled/?preset=one-tonne&pin=recycled");
        browser.see("一吨铝材");
        browser.follow_link(words().to_levers);
        browser.see_path("/chain/?preset=one-tonne&pin=recycled");
        browser.wait_until("the preset is chosen", |browser| {
            value(browser, "product") == "1\u{a0}t"
        });
        browser.back();
        browser.see_path("/chain/recycled/?preset=one-tonne&pin=recycled");
    });
}

#[test]
fn the_pictures_own_way_to_a_stage_takes_the_scenario_along() {
    on_each("/chain/?preset=one-tonne", |browser| {
        put(browser, "recycled-share", "number", "60");
        choose(browser, "quantity", "co2");
        browser.run::<()>(
            "const item = [...document.querySelectorAll('[data-pin=recycled]')]
                .find(item => item.checkVisibility());
             item.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))",
            &[],
        );
        see_query(
            browser,
            "?preset=one-tonne&recycled-share=60&quantity=co2&pin=recycled",
        );
        // Whatever changes while it is held on to goes along, too.
        put(browser, "recycled-share", "number", "70");
        see_query(
            browser,
            "?preset=one-tonne&recycled-share=70&quantity=co2&pin=recycled",
        );
        // On a phone what is said of a stage stands under the picture.
        let is_phone = browser.run("return innerWidth < 700", &[]);
        browser.follow_link(match is_phone {
            true => words().companies,
            false => Lang::ZhHans.words().picture.open,
        });
        browser.see_path(
            "/chain/recycled/?preset=one-tonne&recycled-share=70&quantity=co2&pin=recycled",
        );
        browser.see("一吨铝材");
        browser.see(words().changed);
    });
}

#[test]
fn each_preset_sets_the_levers_and_tells_what_it_stands_for() {
    on_each("/chain/", |browser| {
        for (preset, output, expected) in [
            ("founding-target", "primary", "150\u{a0}万吨"),
            ("goals-2027", "primary", "100\u{a0}万吨"),
            ("one-tonne", "product", "1\u{a0}t"),
            ("one-can", "product", "13\u{a0}g"),
            ("one-wheel", "product", "10\u{a0}kg"),
            ("local-capacity", "primary", "61.5\u{a0}万吨"),
        ] {
            // A change of before does not outlive the choice.
            put(browser, "recycled-share", "number", "77");
            choose(browser, "preset", preset);
            browser.wait_until(&format!("{preset} shows"), |browser| {
                value(browser, output) == expected
            });
            let expected = match preset {
                "local-capacity" => String::new(),
                preset => format!("?preset={preset}"),
            };
            see_query(browser, &expected);
            let about: String = browser.run(
                "return document.querySelector('.presets__about:not([hidden])').textContent.replace(/\\s+/g, ' ').trim()",
                &[],
            );
            let assumed = about.contains(Lang::ZhHans.words().chain.assumption);
            // A tonne is just a tonne.
            let dated = about.contains("20") || preset == "one-tonne";
            assert!(assumed || dated, "{preset}: {about}");
            let product = &stands(browser, "product")[1];
            let tonnes: f64 = product.parse().unwrap();
            assert!(
                tonnes < 1000.0 || !product.contains('.'),
                "{preset}: {product}"
            );
        }
    });
}

#[test]
fn each_number_can_be_typed() {
    on_each("/chain/?preset=one-tonne&from-cell=1", |browser| {
        let levers: Vec<(String, String)> = browser.run(
            "return [...document.querySelectorAll('.lever__slider')].map(slider => {
                const field = slider.parentElement.querySelector('.lever__field');
                const [low, high, now] = [slider.min, slider.max, slider.value].map(Number);
                const to = now - low < high - now ? low + (high - low) * 0.6 : low + (high - low) * 0.45;
                const key = field.id.replace('value-', '');
                const product = key === 'product';
                return [key, product ? '250' : String(Number(to.toFixed(3)))];
             })",
            &[],
        );
        assert!(levers.len() > 25, "{levers:?}");
        for (key, to) in part(levers, (in_quarter(browser, 1), 4)) {
            if key == "electricity" {
                continue;
            }
            let before = numbers(browser);
            put(browser, &key, "number", &to);
            browser.wait_until(&format!("{key} moves the numbers"), |browser| {
                // The two anodes bound each other; the notice shows, too.
                let bound = key.ends_with("-anode") && !notice(browser).is_empty();
                numbers(browser) != before || bound
            });
            if notice(browser).is_empty() {
                browser.wait_until("the address follows", |browser| {
                    browser.path().contains(&format!("{key}={to}"))
                });
                let [slider, field] = &stands(browser, &key)[..] else {
                    panic!("{key} has a slider and a field");
                };
                assert_eq!(field, &to, "{key}");
                let near: f64 = slider.parse().unwrap();
                let exact: f64 = to.parse().unwrap();
                let step = if exact > 100.0 { 10.0 } else { 1.0 };
                assert!(
                    key == "product" || (near - exact).abs() <= step,
                    "{key}: {slider}, {to}"
                );
            }
            browser.press_button(words().reset);
            choose(browser, "from-cell", "1");
            // The address may not even have followed to where it comes back from.
            browser.wait_until("reset", |browser| {
                let back = query(browser) == "?preset=one-tonne&from-cell=1";
                back && numbers(browser) == before
            });
        }
    });
}

/// What stands under the numbers that sum the scenario up.
fn notes(browser: &Browser, what: &str) -> Vec<String> {
    browser.run(
        "return [...document.querySelectorAll(`.summary__${arguments[0]}`)]
            .filter(note => note.checkVisibility())
            .map(note => note.textContent)",
        &[what.into()],
    )
}

#[test]
fn a_changed_lever_is_marked_and_put_back_by_itself() {
    on_each("/chain/", |browser| {
        assert!(notes(browser, "change").is_empty());
        put(browser, "recycled-share", "range", "45");
        put(browser, "net-anode", "number", "0.44");
        browser.wait_until("the numbers say by how much", |browser| {
            let changes = notes(browser, "change");
            changes.len() == 4 && changes[1].contains('−') && changes[0].ends_with("0\u{a0}t")
        });
        let marked = |browser: &Browser| -> Vec<String> {
            browser.run(
                "return [...document.querySelectorAll('.lever__back')].map(button => button.ariaLabel)",
                &[],
            )
        };
        let share = "产品中社会废铝占比：原为 30\u{a0}%，恢复";
        let anode = "每吨铝净耗阳极：原为 0.42\u{a0}t/t，恢复";
        browser.wait_until("both are marked", |browser| {
            marked(browser) == [share, anode]
        });
        browser.run::<()>("document.querySelector('.lever__back').click()", &[]);
        see_query(browser, "?net-anode=0.44");
        browser.wait_until("the fields are back", |browser| {
            stands(browser, "recycled-share") == ["30", "30"]
        });
        browser.wait_until("one is marked", |browser| marked(browser).len() == 1);
        // The shares of the product go back together.
        put(browser, "rolled-share", "range", "60");
        browser.wait_until("all four are marked", |browser| marked(browser).len() == 5);
        browser.run::<()>(
            "[...document.querySelectorAll('.lever')]
                .find(lever => lever.querySelector('#slider-wire-share'))
                .querySelector('.lever__back').click()",
            &[],
        );
        see_query(browser, "?net-anode=0.44");
        browser.wait_until("the fields are back", |browser| {
            stands(browser, "rolled-share") == ["30", "30"]
        });
    });
}

/// The card of the number that is asked about.
fn card(browser: &Browser) -> String {
    browser.run(
        "return document.querySelector('.ask-card')?.textContent.replace(/\\s+/g, ' ') ?? ''",
        &[],
    )
}

#[test]
fn a_number_is_asked_about_and_leads_to_its_levers() {
    on_each("/chain/", |browser| {
        browser.run::<()>(
            "document.querySelector('[data-ask=electricity]').click()",
            &[],
        );
        browser.wait_until("the card is there", |browser| {
            let card = card(browser);
            // The formula with today's values, its inputs and their source.
            card.contains("原铝液 62.1 万吨 × 每吨铝综合交流电耗 13350 kWh/t")
                && card.contains("82.9 亿kWh")
                && card.contains("国家发展和改革委员会")
        });
        see_query(browser, "?ask=electricity");
        assert!(browser.barriers().is_empty(), "{:#?}", browser.barriers());
        // What moves it most leads to its lever.
        browser.run::<()>(
            "document.querySelector('.ask-card ol [data-lever=electricity]').click()",
            &[],
        );
        browser.wait_until("the lever has the focus", |browser| {
            browser.run(
                "return document.activeElement.id === 'value-electricity'",
                &[],
            )
        });
        assert!(card(browser).is_empty());
        // Its address opens it; Escape closes it, and the focus is on the number.
        browser.visit("/chain/?ask=co2");
        browser.wait_until("the card is there", |browser| {
            card(browser).contains("排放合计")
        });
        browser.press(Key::Escape);
        browser.wait_until("it is gone", |browser| card(browser).is_empty());
        see_query(browser, "");
        browser.wait_until("the focus is back", |browser| {
            browser.run("return document.activeElement.dataset.ask === 'co2'", &[])
        });
    });
}

#[test]
fn the_other_way_round_a_question_is_solved_or_impossible() {
    on_each("/chain/?ask=co2", |browser| {
        let ask = |browser: &Browser, target: &str| {
            browser.run::<()>(
                "const field = document.querySelector('#ask-target');
                 field.value = arguments[0];
                 field.dispatchEvent(new Event('input', { bubbles: true }));",
                &[target.into()],
            );
        };
        browser.wait_until("the card is there", |browser| !card(browser).is_empty());
        ask(browser, "2000000");
        browser.wait_until("there is an answer", |browser| {
            card(browser).contains("要改成")
        });
        let words = &Lang::ZhHans.words().ask;
        browser.press_button(words.set);
        browser.wait_until("two megatonnes are emitted", |browser| {
            value(browser, "co2") == "200\u{a0}万吨 CO₂"
        });
        ask(browser, "1");
        browser.wait_until("it is impossible", |browser| {
            card(browser).contains("做不到")
        });
    });
}

#[test]
fn a_tour_goes_through_the_loop_in_six_steps_and_ends() {
    on_each("/chain/", |browser| {
        browser.press_button(words().tour);
        let held = |browser: &Browser| -> Vec<String> {
            browser.run(
                "return [...document.querySelectorAll('.diagram [aria-pressed=true]')]
                    .filter(item => item.checkVisibility()).map(item => item.dataset.pin)",
                &[],
            )
        };
        for step in [
            "alumina",
            "anode",
            "electrolytic",
            "processing",
            "recycled",
            "flow-recycled",
        ] {
            browser.wait_until(&format!("{step} is held on to"), |browser| {
                held(browser) == [step]
            });
            if step != "flow-recycled" {
                browser.press_button(words().next);
            }
        }
        browser.see(words().loop_closes);
        browser.press_button(words().end);
        browser.wait_until("nothing is", |browser| held(browser).is_empty());
    });
}

#[test]
fn low_and_high_can_be_left_out() {
    on_each("/chain/", |browser| {
        let edges = |browser: &Browser| -> usize {
            browser.run(
                "return [...document.querySelectorAll('.diagram__high')]
                    .filter(edge => edge.checkVisibility()).length",
                &[],
            )
        };
        browser.wait_until("low and high are drawn", |browser| edges(browser) >= 2);
        assert_eq!(notes(browser, "band").len(), 3, "the product is a wish");
        browser.run::<()>("document.querySelector('#bands').click()", &[]);
        browser.wait_until("there are none", |browser| edges(browser) == 0);
        assert!(notes(browser, "band").is_empty());
        see_query(browser, "?bands=none");
        browser.reload();
        browser.wait_until("there are none still", |browser| edges(browser) == 0);
    });
}

#[test]
fn a_stages_balance_closes_and_follows_the_scenario() {
    on_each("/chain/electrolytic/?preset=one-tonne", |browser| {
        browser.see("一吨铝材");
        let sums = |browser: &Browser| -> Vec<String> {
            browser.run(
                "return [...document.querySelectorAll('.stage-balance strong')].map(sum => sum.textContent)",
                &[],
            )
        };
        browser.wait_until("as much goes out as comes in", |browser| {
            let sums = sums(browser);
            sums.len() == 2 && sums[0] == sums[1] && sums[0].ends_with('t')
        });
        browser.see(Lang::ZhHans.words().levers.stage_balance);
        let barriers = browser.barriers();
        assert!(barriers.is_empty(), "{barriers:#?}");
    });
}

#[test]
fn capacity_stands_against_need() {
    on_each("/chain/", |browser| {
        let gap = |browser: &Browser, stage: &str| -> String {
            browser.run(
                "return document.querySelector(`[data-stage-row=${arguments[0]}] strong`).textContent",
                &[stage.into()],
            )
        };
        assert_eq!(gap(browser, "electrolytic"), words().even);
        assert!(gap(browser, "alumina").starts_with("外购"));
        assert_eq!(gap(browser, "anode"), words().unknown);
        choose(browser, "preset", "goals-2027");
        browser.wait_until("smelting falls short", |browser| {
            gap(browser, "electrolytic") == "缺 38.5\u{a0}万吨"
        });
        let companies: Vec<String> = browser.run(
            "return [...document.querySelectorAll('.capacity a[href*=\"/members/\"]')]
                .map(link => link.getAttribute('href'))",
            &[],
        );
        assert!(companies.contains(&"/members/stage/electrolytic/".to_owned()));
    });
}

#[test]
fn without_script_the_results_are_there_and_no_lever_pretends() {
    let html =
        std::fs::read_to_string(Published::shared().folder.join("chain/index.html")).unwrap();
    let co2 = result_name(Published::shared(), "co2");
    assert!(html.contains(&format!("<th scope=\"row\">{co2}</th><td>380")));
    assert!(html.contains(words().needs_app));
    let fieldsets = html.matches("<fieldset").count();
    assert!(fieldsets > 5);
    assert_eq!(fieldsets, html.matches(" disabled").count());
}

#[test]
fn a_field_in_hand_keeps_what_is_typed_there() {
    on_each("/chain/", |browser| {
        // Not as the site would write it; what follows from it is on screen.
        browser.run::<()>(
            "const field = document.querySelector('#value-recycled-share');
             field.focus();
             field.value = '45.0';
             field.dispatchEvent(new Event('input', { bubbles: true }));",
            &[],
        );
        see_query(browser, "?recycled-share=45");
        assert_eq!(stands(browser, "recycled-share"), ["45", "45.0"]);
        // What cannot be followed stays, too, until the values begin again.
        put(browser, "recycled-share", "number", "");
        browser.wait_until("it is said", |browser| !notice(browser).is_empty());
        assert_eq!(stands(browser, "recycled-share"), ["45", ""]);
        browser.run::<()>("document.activeElement.blur()", &[]);
        assert_eq!(stands(browser, "recycled-share"), ["45", ""]);
        browser.press_button(words().reset);
        browser.wait_until("the values begin again", |browser| {
            stands(browser, "recycled-share") == ["30", "30"] && notice(browser).is_empty()
        });
    });
}

#[test]
fn a_stages_results_follow_whether_or_not_they_are_unfolded() {
    on_each("/chain/", |browser| {
        let alumina = |browser: &Browser| row(browser, "refining-power");
        let folded = alumina(browser);
        put(browser, "recycled-share", "number", "60");
        browser.wait_until("what is folded away follows", |browser| {
            alumina(browser) != folded
        });
        let before = alumina(browser);
        browser.run::<()>(
            "document.querySelectorAll('.results__stage').forEach(stage => { stage.open = true; })",
            &[],
        );
        put(browser, "recycled-share", "number", "50");
        browser.wait_until("what is unfolded follows", |browser| {
            alumina(browser) != before
        });
        // Value and band, and the band is around the value.
        assert_eq!(alumina(browser).len(), 2);
        assert!(alumina(browser)[1].contains('–'), "{:?}", alumina(browser));
    });
}
