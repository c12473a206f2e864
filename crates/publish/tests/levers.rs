//! What a reader can choose on the chain's page: in numbers, in an address, and
//! as the page is given it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/publication.rs"]
mod publication;

use std::path::Path;
use std::sync::LazyLock;

use chain::kept::{self, KeptScenario, LONGEST, MOST, tidy};
use chain::view::{Against, ChainView, Menu, Pin, Quantity, Wrong, read, write};
use chain::{Balance, Inputs, Limits, Output, decimal, slide};
use content::bundle::Bundle;
use content::chain_inputs;
use content::load::load;
use content::presets::{presets, resolve};
use model::document::{ChainPage, Document, Levers};
use model::input::InputUnit;
use model::routes::Route;
use model::{Flow, Input};
use model::{Lang, StageId};
use proptest::prelude::*;
use proptest::sample::select;

use publication::publication;

static BUNDLE: LazyLock<Bundle> = LazyLock::new(|| {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content")).unwrap()
});

static MENU: LazyLock<Menu> = LazyLock::new(|| Menu {
    presets: (presets(&BUNDLE).unwrap().into_iter())
        .map(|resolved| (resolved.preset.id.clone(), resolved.inputs))
        .collect(),
});

fn preset(id: &str) -> Inputs {
    let mut presets = MENU.presets.iter();
    presets.find(|(other, _)| other == id).unwrap().1
}

fn levers(lang: Lang) -> Levers {
    chain_page(lang).levers
}

fn chain_page(lang: Lang) -> ChainPage {
    let publication = publication(&BUNDLE);
    let edition = publication
        .editions
        .into_iter()
        .find(|edition| edition.lang == lang);
    let mut pages = edition.unwrap().pages.into_iter();
    let page = pages.find(|page| page.address.route == Route::Chain(None));
    match page.unwrap().document {
        Document::Chain(page) => *page,
        other => panic!("the chain's page is {other:?}"),
    }
}

/// Inputs that a reader may have come to: some set to short decimals within
/// what their sliders reach, the shares kept whole.
fn inputs(base: Inputs) -> impl Strategy<Value = Inputs> {
    let change = (select(Input::ALL.to_vec()), 0_u32..=1000);
    proptest::collection::vec(change, 0..6).prop_map(move |changes| {
        changes.into_iter().fold(base, |inputs, (input, part)| {
            let share = f64::from(part) / 10.0;
            let value = match input {
                Input::Product => slide::decade_value(part, -6),
                Input::FromCell => f64::from(part % 2),
                Input::ScrapSupply => f64::from(part) * 1e6,
                input if Input::MIX.contains(&input) => share,
                input => decimal::rounded(inputs.get(input) * (0.95 + f64::from(part) / 1e4)),
            };
            let changed = slide::with(&inputs, input, value);
            match Balance::new(&changed) {
                Ok(_) => changed,
                Err(_) => inputs,
            }
        })
    })
}

fn pins() -> impl Strategy<Value = Option<Pin>> {
    let all: Vec<_> = (StageId::ALL.map(Pin::Stage).into_iter())
        .chain(Flow::ALL.map(Pin::Flow))
        .collect();
    proptest::option::of(select(all))
}

fn views() -> impl Strategy<Value = ChainView> {
    (0..MENU.presets.len()).prop_flat_map(|preset| {
        let base = MENU.inputs(preset);
        let against = prop_oneof![
            Just(None),
            (0..MENU.presets.len()).prop_map(|other| Some(Against::Preset(other))),
            inputs(base).prop_map(|kept| Some(Against::Kept(kept))),
        ];
        let quantity = select(Quantity::ALL.to_vec());
        let asked = proptest::option::of(select(Output::ALL.to_vec()));
        (
            inputs(base),
            quantity,
            pins(),
            against,
            any::<bool>(),
            asked,
        )
            .prop_map(
                move |(inputs, quantity, pinned, against, bands, asked)| ChainView {
                    preset,
                    inputs,
                    quantity,
                    pinned,
                    against,
                    bands,
                    asked,
                },
            )
    })
}

/// What a reader may have kept, under whatever names.
fn kept() -> impl Strategy<Value = Vec<KeptScenario>> {
    let one = (0..MENU.presets.len(), ".{0,50}").prop_flat_map(|(preset, name)| {
        inputs(MENU.inputs(preset)).prop_map(move |inputs| KeptScenario {
            name: match tidy(&name) {
                name if name.is_empty() => "情景".to_owned(),
                name => name,
            },
            preset,
            inputs,
        })
    });
    proptest::collection::vec(one, 0..=MOST)
}

/// The query of a page with a view and what is kept.
fn with_kept(view: &ChainView, kept: &[KeptScenario]) -> String {
    let mut query = write(view, &MENU);
    kept::write(&mut query, kept, &MENU);
    query
}

proptest! {
    #[test]
    fn an_address_takes_along_what_is_kept(view in views(), kept in kept()) {
        let query = with_kept(&view, &kept);
        prop_assert_eq!(read(&query, &MENU), (view, vec![]), "{}", query);
        prop_assert_eq!(kept::read(&query, &MENU), (kept, vec![]), "{}", query);
        // Nothing in it is packed, so that nobody unpacks it wrongly.
        let plain = |sign: char| sign.is_ascii_alphanumeric() || "-_.=&".contains(sign);
        prop_assert!(query.chars().all(plain), "{}", query);
    }

    #[test]
    fn whatever_stands_in_an_address_what_is_kept_is_possible(
        name in "[a-z0-9_%-]{0,12}", rest in "(&kept[0-9]?(-[a-z-]{0,14})?=[0-9a-z_.-]{0,8}){0,6}"
    ) {
        let (kept, _) = kept::read(&format!("kept1={name}{rest}"), &MENU);
        prop_assert!(kept.len() <= MOST);
        for scenario in kept {
            prop_assert!(Balance::new(&scenario.inputs).is_ok());
            prop_assert_eq!(tidy(&scenario.name), scenario.name.clone());
            prop_assert!((1..=LONGEST).contains(&scenario.name.chars().count()));
        }
    }

    #[test]
    fn an_address_restores_what_was_written_into_it(view in views()) {
        let query = write(&view, &MENU);
        let (back, notes) = read(&query, &MENU);
        prop_assert_eq!(&notes, &[], "{}", query);
        prop_assert_eq!(back, view, "{}", query);
    }

    #[test]
    fn whatever_stands_in_an_address_there_is_a_possible_view(query in ".{0,80}") {
        let (view, _) = read(&query, &MENU);
        prop_assert!(Balance::new(&view.inputs).is_ok());
    }

    #[test]
    fn a_short_decimal_survives_being_written(whole in 0_u64..1_000_000, places in 0_usize..=9) {
        let text = format!("{:.places$}", whole as f64 / 10_f64.powi(places as i32));
        let value = decimal::read(&text).unwrap();
        prop_assert_eq!(value, text.parse::<f64>().unwrap());
        prop_assert_eq!(decimal::read(&decimal::write(value)), Some(value));
    }

    #[test]
    fn a_slider_over_decades_stands_where_it_was_put(position in 0_u32..=13 * 90) {
        let value = slide::decade_value(position, -6);
        prop_assert_eq!(slide::decade_position(value, -6, 7), position);
    }

    #[test]
    fn the_shares_of_the_product_stay_whole(
        changes in proptest::collection::vec((select(Input::MIX.to_vec()), 0_u32..=1000), 1..12)
    ) {
        let inputs = changes.into_iter().fold(MENU.inputs(0), |inputs, (input, tenths)| {
            let changed = slide::with(&inputs, input, f64::from(tenths) / 10.0);
            assert_eq!(changed.get(input), f64::from(tenths) / 10.0);
            changed
        });
        prop_assert!(Balance::new(&inputs).is_ok(), "{:?}", Balance::new(&inputs));
    }
}

#[test]
fn the_address_of_the_page_as_it_opens_is_bare() {
    assert_eq!(write(&MENU.first(), &MENU), "");
    assert_eq!(read("", &MENU), (MENU.first(), vec![]));
}

#[test]
fn an_address_names_what_is_chosen_by_plain_words() {
    let view = ChainView {
        quantity: Quantity::Co2,
        pinned: Some(Pin::Stage(StageId::Electrolytic)),
        against: Some(Against::Preset(0)),
        inputs: preset("one-tonne").with(Input::RecycledShare, 40.0),
        ..MENU.view(3)
    };
    assert_eq!(
        write(&view, &MENU),
        "preset=one-tonne&recycled-share=40&quantity=co2&pin=electrolytic&against=local-capacity"
    );
}

#[test]
fn what_is_kept_stands_in_an_address_by_plain_words() {
    let kept = [
        KeptScenario {
            name: "A & B".to_owned(),
            preset: 0,
            inputs: MENU.inputs(0),
        },
        KeptScenario {
            name: "情景".to_owned(),
            preset: 3,
            inputs: preset("one-tonne").with(Input::RecycledShare, 40.0),
        },
    ];
    assert_eq!(
        with_kept(&MENU.first(), &kept),
        "kept1=A-_0026-B&kept2=_60c5_666f&kept2-preset=one-tonne&kept2-recycled-share=40"
    );
    assert_eq!(with_kept(&MENU.first(), &[]), "");
}

/// Only what differs from the preset stands there: the rest is as the editors publish it.
#[test]
fn what_is_kept_follows_the_factors_of_the_day() {
    let query = "kept1=a&kept1-recycled-share=40";
    let mut later = MENU.clone();
    for (_, inputs) in &mut later.presets {
        *inputs = inputs.with(Input::Electricity, 14_321.0);
    }
    let (kept, notes) = kept::read(query, &later);
    assert_eq!(notes, []);
    assert_eq!(kept[0].inputs.get(Input::Electricity), 14_321.0);
    assert_eq!(kept[0].inputs.get(Input::RecycledShare), 40.0);
}

#[test]
fn what_is_kept_under_nonsense_is_not_kept() {
    let kept_of = |query: &str| {
        let (kept, notes) = kept::read(query, &MENU);
        let names: Vec<String> = kept.into_iter().map(|scenario| scenario.name).collect();
        let notes: Vec<_> = (notes.into_iter())
            .map(|note| (note.name, note.why))
            .collect();
        (names.join("|"), notes)
    };
    // No name: nobody has kept anything.
    for query in [
        "",
        "kept=a",
        "kept0=a&kept5=b&keptx=c",
        "kept1-recycled-share=40&kept2-preset=one-tonne",
        "preset=one-tonne&against=kept&was-grid=0.5",
    ] {
        assert_eq!(kept_of(query), (String::new(), vec![]), "{query}");
    }
    let note = |name: &str, why| vec![(name.to_owned(), why)];
    let unknown = |name| note(name, Wrong::UnknownWord);
    assert_eq!(
        kept_of("kept1=_zzzz&kept2=b"),
        ("b".to_owned(), unknown("kept1"))
    );
    assert_eq!(kept_of("kept1=_202e"), (String::new(), unknown("kept1")));
    assert_eq!(
        kept_of("kept3=c&kept3-preset=moon"),
        ("c".to_owned(), unknown("kept3-preset"))
    );
    assert_eq!(
        kept_of("kept1=a&kept1-recycled-share=140"),
        (
            "a".to_owned(),
            note("kept1-recycled-share", Wrong::OutOfBounds)
        )
    );
    assert_eq!(
        kept_of("kept1=a&kept1-scrap-supply=1&kept2=b"),
        ("b".to_owned(), note("kept1", Wrong::Impossible))
    );
    // What trackers and later versions add is nobody's fault.
    assert_eq!(
        kept_of("kept1=a&kept1-colour=red&kept1x=9"),
        ("a".to_owned(), vec![])
    );
    // A name is never longer than may be, whoever wrote the address.
    assert_eq!(
        kept_of(&format!("kept1={}", "a".repeat(900))).0,
        "a".repeat(LONGEST)
    );
}

#[test]
fn what_chats_do_to_an_address_leaves_what_is_kept() {
    let (kept, _) = kept::read("kept1=_60c5-2&kept1-recycled-share=40", &MENU);
    assert_eq!(kept[0].name, "情 2");
    for query in [
        "?kept1=_60c5-2&amp;kept1-recycled-share=40",
        "kept1%3D_60c5-2%26kept1-recycled-share%3D40",
        "kept1%253D%255F60c5-2%2526kept1-recycled-share%253D40",
        "？kept1＝_60c5-2＆kept1-recycled-share＝４０。",
        "from=singlemessage&kept1-recycled-share=40&kept1=_60c5-2&isappinstalled=0",
    ] {
        assert_eq!(kept::read(query, &MENU), (kept.clone(), vec![]), "{query}");
    }
}

#[test]
fn what_an_address_gets_wrong_is_named_and_left_at_its_default() {
    let (view, notes) = read(
        "?preset=moon&recycled-share=140&grid=dirty&colour=red&pin=moon&electricity=14000&utm_source=x&from=timeline",
        &MENU,
    );
    assert_eq!(
        view.inputs,
        MENU.inputs(0).with(Input::Electricity, 14_000.0)
    );
    assert_eq!(view.pinned, None);
    let notes_of: Vec<_> = (notes.iter())
        .map(|note| (note.name.as_str(), note.value.as_str(), note.why))
        .collect();
    assert_eq!(
        notes_of,
        [
            ("preset", "moon", Wrong::UnknownWord),
            ("recycled-share", "140", Wrong::OutOfBounds),
            ("grid", "dirty", Wrong::NotNumber),
            ("pin", "moon", Wrong::UnknownWord),
        ]
    );
}

#[test]
fn what_chats_apps_and_trackers_do_to_an_address_is_nobodys_fault() {
    let shared = "preset=one-tonne&recycled-share=60&quantity=co2";
    let (view, notes) = read(shared, &MENU);
    assert_eq!(
        (view.inputs.get(Input::RecycledShare), notes),
        (60.0, vec![])
    );
    for query in [
        // Of QQ, WeChat, Weibo, Bilibili, Taobao, and of those who count.
        "?preset=one-tonne&recycled-share=60&quantity=co2&tdsourcetag=s_pctim_aiomsg",
        "?sharer_shareinfo=x&sharer_shareinfo_first=x&preset=one-tonne&recycled-share=60&quantity=co2",
        "preset=one-tonne&utm_source=weibo&recycled-share=60&quantity=co2&utm_campaign=",
        "preset=one-tonne&recycled-share=60&quantity=co2&from=singlemessage&isappinstalled=0&scene=1&clicktime=1&enterid=2",
        "preset=one-tonne&recycled-share=60&quantity=co2&nsukey=Ab%2Bc%3D&wxfid=1&wxshare_count=2",
        "preset=one-tonne&recycled-share=60&quantity=co2&spm=a2.1.0&share_token=9f&fbclid=x&gclid=y",
        "preset=one-tonne&recycled-share=60&quantity=co2&_t=1&colour=red&weixin",
        // `&` as HTML writes it, once, twice, and packed.
        "preset=one-tonne&amp;recycled-share=60&amp;quantity=co2",
        "preset=one-tonne&amp;amp;recycled-share=60&amp;quantity=co2",
        "preset=one-tonne%26amp%3Brecycled-share%3D60%26amp%3Bquantity%3Dco2",
        "preset%3Done-tonne%26recycled-share%3D60%26quantity%3Dco2",
        "preset%253Done-tonne%2526recycled-share%253D60%2526quantity%253Dco2",
        // Full-width signs, and what followed in a text.
        "？preset＝one-tonne＆recycled-share＝６０＆quantity＝co2",
        "preset%EF%BC%9Done-tonne%EF%BC%86recycled-share%EF%BC%9D60&quantity=co2",
        "preset=one-tonne&recycled-share=60&quantity=co2。",
        "preset=one-tonne&recycled-share=60&quantity=co2%EF%BC%89%EF%BC%8C%E8%AF%A6%E8%A7%81",
        "preset=one-tonne&quantity=co2&recycled-share=60%E3%80%82",
        "preset=one-tonne&quantity=co2&recycled-share=60.",
        "preset=one-tonne&quantity=co2&recycled-share=60)%20",
    ] {
        assert_eq!(read(query, &MENU), (view, vec![]), "{query}");
    }
    // Where a number goes on, nobody can say what was meant.
    let (_, notes) = read("recycled-share=6%E3%80%825", &MENU);
    assert_eq!(notes[0].why, Wrong::NotNumber);
}

#[test]
fn inputs_of_an_address_that_contradict_each_other_are_noted() {
    let (view, notes) = read("scrap-supply=1", &MENU);
    assert_eq!(view.inputs, MENU.inputs(0));
    assert_eq!(notes.len(), 1);
    assert_eq!(notes[0].name, "recycled-share");
    assert_eq!(notes[0].why, Wrong::Impossible);
}

#[test]
fn numbers_are_read_only_as_they_are_written() {
    for wrong in [
        "",
        "-",
        ".",
        "1e3",
        "1,5",
        "0x1",
        " 1",
        "1 ",
        "NaN",
        "1.2.3",
        "1234567890123456",
    ] {
        assert_eq!(decimal::read(wrong), None, "{wrong:?}");
    }
    assert_eq!(decimal::read("-0.5"), Some(-0.5));
    assert_eq!(decimal::write(0.1404), "0.1404");
    assert_eq!(decimal::write(615_000.0), "615000");
    assert_eq!(decimal::write(f64::NAN), "0");
}

#[test]
fn each_preset_carries_as_much_as_it_says() {
    let flows = |id: &str, flow| Balance::new(&preset(id)).unwrap().flow_t(flow);
    let near = |found: f64, expected: f64| {
        assert!(
            (found / expected - 1.0).abs() < 1e-6,
            "{found} for {expected}"
        );
    };
    near(flows("local-capacity", Flow::Primary), 615_000.0);
    near(flows("founding-target", Flow::Primary), 1_500_000.0);
    near(flows("goals-2027", Flow::Primary), 1_000_000.0);
    near(flows("one-tonne", Flow::Product), 1.0);
    near(flows("one-can", Flow::Product), 13.04e-6);
    near(flows("one-wheel", Flow::Product), 0.01);
    // The share that the goals' preset assumes is chosen for this.
    let recycled = flows("goals-2027", Flow::Recycled);
    assert!((recycled / 2_500_000.0 - 1.0).abs() < 1e-3, "{recycled}");
}

#[test]
fn a_works_makes_whole_tonnes() {
    for (id, inputs) in &MENU.presets {
        let product = inputs.get(Input::Product);
        assert!(
            product < 1000.0 || product.fract() == 0.0,
            "{id}: {product}"
        );
    }
}

#[test]
fn every_term_in_a_lever_has_its_meaning_at_hand() {
    for lang in Lang::ALL {
        let page = chain_page(lang);
        let known: Vec<&str> = page.terms.iter().map(|term| term.id.as_str()).collect();
        for group in &page.levers.groups {
            let spans = group.levers.iter().flat_map(|lever| &lever.note);
            let terms: Vec<&str> = spans.filter_map(|span| span.term.as_deref()).collect();
            for (index, term) in terms.iter().enumerate() {
                assert!(known.contains(term), "{term} is not explained");
                assert!(
                    !terms[..index].contains(term),
                    "{term} twice in {}",
                    group.name
                );
            }
            // Of the names, too: a label cannot open anything.
            let named = group
                .levers
                .iter()
                .find(|lever| lever.input == Input::CurrentEfficiency);
            if named.is_some() {
                assert!(terms.contains(&"current-efficiency"), "{terms:?}");
            }
        }
    }
}

#[test]
fn the_page_opens_with_the_capacity_of_the_place() {
    assert_eq!(MENU.presets[0].0, "local-capacity");
}

#[test]
fn a_preset_of_a_flow_that_carries_nothing_is_no_balance() {
    let all_recycled = [(Input::RecycledShare, 100.0), (Input::RemeltYield, 100.0)];
    let defaults = chain_inputs::inputs(&BUNDLE).unwrap();
    assert!(resolve(defaults, &all_recycled, Flow::Primary, 1.0).is_err());
}

#[test]
fn every_input_is_a_lever_with_words_and_something_to_go_by() {
    for lang in Lang::ALL {
        let levers = levers(lang);
        let all: Vec<_> = levers
            .groups
            .iter()
            .flat_map(|group| &group.levers)
            .collect();
        for input in Input::ALL {
            let found: Vec<_> = all.iter().filter(|lever| lever.input == input).collect();
            assert_eq!(found.len(), 1, "{input:?}");
            let lever = found[0];
            assert!(!lever.name.is_empty(), "{input:?}");
            assert_eq!(
                lever.unit.is_empty(),
                input.unit() == InputUnit::Ratio,
                "{input:?}"
            );
            assert!(
                !lever.note.is_empty() || lever.source.is_some() || lever.assumption,
                "{input:?}"
            );
            assert!(
                lever.low <= lever.default && lever.default <= lever.high,
                "{input:?}"
            );
            if let Some(slider) = lever.slider.as_ref().filter(|slider| !slider.decades) {
                assert!(
                    slider.from <= lever.low && lever.high <= slider.to,
                    "{input:?}"
                );
                assert!(slider.step > 0.0, "{input:?}");
                input.check(slider.to).unwrap();
            }
            // What is not the reader's choice is published or marked.
            if input.factor().is_some() {
                assert_eq!(lever.source.is_none(), lever.assumption, "{input:?}");
            }
        }
        assert_eq!(levers.outputs.len(), Output::COUNT);
        assert!(levers.outputs.iter().all(|name| !name.is_empty()));
    }
}

#[test]
fn presets_tell_source_and_date_or_that_they_are_assumed() {
    let levers = levers(Lang::ZhHans);
    let of = |id: &str| {
        levers
            .presets
            .iter()
            .find(|preset| preset.id == id)
            .unwrap()
    };
    for id in ["local-capacity", "founding-target", "goals-2027", "one-can"] {
        assert!(of(id).source.is_some() && of(id).period.is_some(), "{id}");
    }
    assert!(of("founding-target").superseded);
    assert!(of("one-wheel").assumption && of("one-wheel").source.is_none());
}

#[test]
fn capacities_are_in_tonnes_where_there_is_a_figure() {
    let notes_of: Vec<_> = (levers(Lang::En).capacities.iter())
        .map(|capacity| (capacity.stage, capacity.tonnes))
        .collect();
    assert_eq!(
        notes_of,
        [
            (StageId::Electrolytic, 615_000.0),
            (StageId::Processing, 2_200_000.0),
            (StageId::Recycled, 1_600_000.0),
        ]
    );
}
