//! What readers take along: each text read back by somebody else's reader.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../crates/publish/tests/common/publication.rs"]
mod publication;

use alliance::diagram::export::{
    Row, Sheet, beside::beside, csv::csv, json::json, qr::qr, stage::stage_svg, svg::svg,
};
use alliance::diagram::layout::{Orientation, layout, outlines, px};
use alliance::diagram::scene::{Scene, connected, scene};
use alliance::diagram::stage::{StageShape, stage_layout, stage_scene};
use chain::{Balance, Pin, Quantity};
use model::document::Document;
use model::routes::{Address, Route};
use model::{Flow, Input};
use model::{Lang, StageId};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use publication::publication;

/// With everything in it that must be escaped somewhere.
fn sheet() -> Sheet {
    Sheet {
        title: "1 吨“铝材” <\"1\" & more>".to_owned(),
        scenario: "满负荷".to_owned(),
        compared: String::new(),
        date: "2025-11-24".to_owned(),
        publisher: "广元市铝产业联盟".to_owned(),
        address: "https://example.com/chain/?product=1&recycled-share=30&".repeat(4),
        caption: "仅作\\示意".to_owned(),
        inputs: vec![
            Row {
                key: "net-anode",
                group: "电解".to_owned(),
                name: "净耗, \"阳极\"".to_owned(),
                value: "0.42".to_owned(),
                unit: "t/t".to_owned(),
                low: "0.4".to_owned(),
                high: "0.46".to_owned(),
                source: "CalSmelt 2020".to_owned(),
                ..Row::default()
            },
            Row {
                key: "product",
                group: "＝HYPERLINK(\"x\")".to_owned(),
                name: "=1+1".to_owned(),
                value: "615000".to_owned(),
                unit: "t".to_owned(),
                // Not one of the numbers: programs read those as they are.
                source: "-5%以内".to_owned(),
                ..Row::default()
            },
        ],
        results: vec![Row {
            key: "alumina",
            name: "氧化铝".to_owned(),
            value: "1186950.5".to_owned(),
            unit: "t".to_owned(),
            other: "-3".to_owned(),
            ..Row::default()
        }],
    }
}

#[test]
fn a_spreadsheet_reads_the_table() {
    for lang in Lang::ALL {
        let text = csv(&sheet(), &lang.words().take);
        let bytes = text.strip_prefix('\u{feff}').unwrap();
        assert!(
            !bytes.replace("\r\n", "").contains('\n'),
            "lines end as CSV's do"
        );
        let mut reader = csv_of(bytes);
        let heads = reader.headers().unwrap().clone();
        assert_eq!(heads.len(), lang.words().take.columns.len());
        let rows: Vec<::csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        let of = |key: &str| rows.iter().find(|row| &row[1] == key).unwrap();
        assert_eq!(&of("net-anode")[3], "净耗, \"阳极\"");
        assert_eq!(&of("net-anode")[4], "0.42");
        assert_eq!(&of("net-anode")[5], "t/t");
        assert_eq!(&of("net-anode")[9], "CalSmelt 2020");
        assert_eq!(&of("product")[2], "'＝HYPERLINK(\"x\")", "no formula");
        assert_eq!(&of("product")[3], "'=1+1", "no formula");
        assert_eq!(&of("product")[9], "'-5%以内", "no formula");
        assert_eq!(&of("alumina")[8], "-3");
        assert!(rows.iter().any(|row| row[4] == sheet().title));
        assert!(rows.iter().any(|row| row[4] == sheet().address));
    }
}

#[test]
fn a_spreadsheet_reads_scenarios_side_by_side() {
    for lang in Lang::ALL {
        let words = &lang.words().take;
        let difference = lang.words().levers.difference;
        let one = Sheet {
            scenario: "=HYPERLINK(\"x\")".to_owned(),
            ..sheet()
        };
        let mut two = Sheet {
            scenario: "二, \"b\"\n".to_owned(),
            ..sheet()
        };
        two.inputs[0].value = "0.4".to_owned();
        two.results[0].value = "1186940.25".to_owned();
        two.results[0].low = "1000".to_owned();
        let text = beside(&[one, two], words, difference);
        let bytes = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv_of(bytes);
        let heads: Vec<String> = reader
            .headers()
            .unwrap()
            .iter()
            .map(str::to_owned)
            .collect();
        assert_eq!(heads.len(), 5 + 3 + 4);
        assert_eq!(heads[5], "'=HYPERLINK(\"x\")", "no formula");
        assert!(
            heads[6].starts_with("'="),
            "no formula either: {}",
            heads[6]
        );
        assert_eq!(heads[8], "二, \"b\"\n");
        assert!(heads[11].ends_with(difference), "{}", heads[11]);
        // Every row is as long as the first, or this reader refuses it.
        let rows: Vec<::csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        let of = |key: &str| rows.iter().find(|row| &row[1] == key).unwrap();
        let numbers = |key: &str| {
            of(key)
                .iter()
                .skip(5)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            numbers("net-anode"),
            ["0.42", "0.4", "0.46", "0.4", "0.4", "0.46", "-0.02"]
        );
        assert_eq!(
            numbers("alumina"),
            ["1186950.5", "", "", "1186940.25", "1000", "", "-10.25"]
        );
        assert_eq!(&of("product")[3], "'=1+1", "no formula");
        assert!(rows.iter().any(|row| row[5] == sheet().address));
    }
    assert_eq!(beside(&[], &Lang::En.words().take, ""), "\u{feff}");
}

fn csv_of(text: &str) -> ::csv::Reader<&[u8]> {
    ::csv::Reader::from_reader(text.as_bytes())
}

#[test]
fn a_program_reads_the_data() {
    let data: serde_json::Value = serde_json::from_str(&json(&sheet())).unwrap();
    assert_eq!(data["title"], sheet().title);
    assert_eq!(data["note"], sheet().caption);
    assert_eq!(data["address"], sheet().address);
    assert_eq!(data["inputs"][0]["value"], 0.42);
    assert_eq!(data["inputs"][0]["low"], 0.4);
    assert_eq!(data["inputs"][1]["unit"], "t");
    assert_eq!(data["results"][0]["value"], 1_186_950.5);
    assert_eq!(data["results"][0]["comparedWith"], -3);
    assert!(data.get("comparedWith").is_none(), "with nothing");
}

#[test]
fn a_phone_reads_the_code() {
    for text in [
        "https://example.com/chain/",
        &sheet().address,
        &"https://example.com/chain/?product=615000&".repeat(24),
    ] {
        let svg = qr(text, 1).unwrap();
        assert_eq!(read_code(&svg), text);
    }
    assert_eq!(qr(&"a".repeat(4000), 1), None, "too long for any");
}

/// Draws the modules and reads them.
fn read_code(svg: &str) -> String {
    let side: usize = svg
        .split("width=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    let path = svg
        .rsplit("d=\"")
        .next()
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let mut dark = vec![false; side * side];
    for run in path.split('M').skip(1) {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let (length, _) = rest.split_once('v').unwrap();
        let [x, y, length]: [usize; 3] = [x, y, length].map(|number| number.parse().unwrap());
        dark[y * side + x..][..length].fill(true);
    }
    const SCALE: usize = 4;
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, |x, y| {
            if dark[y / SCALE * side + x / SCALE] {
                0
            } else {
                255
            }
        });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn the_drawing_stands_by_itself() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content");
    let bundle = content::load::load(&folder).unwrap();
    let publication = publication(&bundle);
    for edition in &publication.editions {
        let address = Address::new(edition.lang, Route::Chain(None));
        let page = (edition.pages.iter())
            .find(|page| page.address == address)
            .unwrap();
        let Document::Chain(page) = &page.document else {
            panic!("the chain has its page");
        };
        let words = edition.lang.words();
        let published = Scene::published(page.diagram.clone(), words);
        for orientation in [Orientation::Horizontal, Orientation::Vertical] {
            let drawn = svg(&published, orientation, None, &sheet(), &words.take);
            let (mut names, mut text) = (Vec::new(), String::new());
            let mut reader = quick_xml::Reader::from_str(&drawn);
            loop {
                match reader.read_event().unwrap() {
                    Event::Start(tag) | Event::Empty(tag) => {
                        names.push(String::from_utf8(tag.name().as_ref().to_vec()).unwrap());
                        for attribute in tag.attributes() {
                            let attribute = attribute.unwrap();
                            let name = attribute.key.as_ref();
                            assert!(name != b"class" && name != b"style" && name != b"href");
                        }
                    }
                    Event::Text(part) => text.push_str(&part.decode().unwrap()),
                    Event::GeneralRef(part) => {
                        text.push_str(resolve_predefined_entity(&part.decode().unwrap()).unwrap());
                    }
                    Event::Eof => break,
                    _ => {}
                }
            }
            assert_eq!(names[0], "svg");
            for name in &names {
                // The style is for the motion of the loop, and colours nothing.
                let known = [
                    "svg", "title", "style", "rect", "g", "path", "circle", "text",
                ];
                assert!(known.contains(&name.as_str()), "{name}");
            }
            let sheet = sheet();
            let tight: String = text.split_whitespace().collect();
            for part in [
                &sheet.title,
                &sheet.date,
                &sheet.address,
                "CalSmelt 2020",
                "0.42 t/t",
            ] {
                let part: String = part.split_whitespace().collect();
                assert!(tight.contains(&part), "{part} is not in the drawing");
            }
            for node in &page.diagram.nodes {
                let name: String = node.name.split_whitespace().collect();
                assert!(tight.contains(&name), "{name}");
            }
        }
    }
}

#[test]
fn a_stage_s_drawing_says_all_that_goes_in_and_comes_out() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content");
    let bundle = content::load::load(&folder).unwrap();
    let publication = publication(&bundle);
    let inputs = content::chain_inputs::inputs(&bundle).unwrap();
    let balance = Balance::new(&inputs).unwrap();
    for edition in &publication.editions {
        let page = (edition.pages.iter()).find_map(|page| match &page.document {
            Document::Chain(page) => Some(page),
            _ => None,
        });
        let page = page.unwrap();
        let words = &edition.lang.words().take;
        for stage in StageId::ALL {
            let scene = stage_scene(
                &page.diagram,
                &page.levers,
                stage,
                &balance,
                None,
                edition.lang,
            );
            for shape in [StageShape::Wide, StageShape::Narrow] {
                let drawn = stage_svg(&scene, shape, &sheet(), words);
                let mut text = String::new();
                let mut reader = quick_xml::Reader::from_str(&drawn);
                loop {
                    match reader.read_event().unwrap() {
                        Event::Text(part) => text.push_str(&part.decode().unwrap()),
                        Event::GeneralRef(part) => {
                            text.push_str(
                                resolve_predefined_entity(&part.decode().unwrap()).unwrap(),
                            );
                        }
                        Event::Eof => break,
                        _ => {}
                    }
                }
                let tight: String = text.split_whitespace().collect();
                let items = (scene.into.iter())
                    .chain(&scene.out)
                    .chain(&scene.energy)
                    .chain(&scene.emitted);
                let said = items.flat_map(|item| [&item.name, &item.amount]);
                let sheet = sheet();
                for part in said.chain([&scene.name, &sheet.title, &sheet.address]) {
                    let part: String = part.split_whitespace().collect();
                    assert!(tight.contains(&part), "{stage:?}: {part} is not there");
                }
                let layout = stage_layout(&scene, shape);
                for line in &layout.lines {
                    assert!(drawn.contains(&line.path), "{stage:?}: a mass is missing");
                }
            }
        }
    }
}

/// The picture of some inputs with another's outline, as a file.
fn compared(quantity: Quantity, pinned: Option<Pin>) -> (Scene, String) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content");
    let bundle = content::load::load(&folder).unwrap();
    let publication = publication(&bundle);
    let names = (publication.editions[0].pages.iter())
        .find_map(|page| match &page.document {
            Document::Chain(page) => Some(page.diagram.clone()),
            _ => None,
        })
        .unwrap();
    let now = content::chain_inputs::inputs(&bundle).unwrap();
    let other = now.with(Input::RecycledShare, 60.0);
    let [now, other] = [now, other].map(|inputs| Balance::new(&inputs).unwrap());
    let lang = Lang::ZhHans;
    let scene = scene(&names, &now, Some(&other), quantity, lang);
    let sheet = Sheet {
        compared: "多用废铝".to_owned(),
        ..sheet()
    };
    let words = &lang.words().take;
    let drawn = svg(&scene, Orientation::Horizontal, pinned, &sheet, words);
    (scene, drawn)
}

#[test]
fn the_drawing_has_the_colours_of_the_screen() {
    let tokens = include_str!("../style/tokens.css");
    let token = |name: &str| {
        let value = tokens.split(&format!("--{name}: ")).nth(1).unwrap();
        let value = value.split(';').next().unwrap();
        assert!(value.starts_with('#'), "{name} is {value}");
        value
    };
    for quantity in Quantity::ALL {
        let (scene, drawn) = compared(quantity, None);
        let drawing = layout(&scene, Orientation::Horizontal);
        let stroke = |path: &str| {
            let rest = drawn.split(&format!("d=\"{path}\"")).nth(1).unwrap();
            rest.split("stroke=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
        };
        for band in &drawing.bands {
            let name = match band.flow {
                Flow::Alumina => "alumina",
                Flow::Anode => "carbon",
                Flow::Primary => "heat",
                Flow::Product => "product",
                _ => "water",
            };
            assert_eq!(stroke(&band.path), token(name), "{:?}", band.flow);
        }
        let [(x, y), (to_x, to_y)] = drawing.power.unwrap().points;
        let power = format!("M{} {}L{} {}", px(x), px(y), px(to_x), px(to_y));
        let name = match quantity {
            Quantity::Co2 => "carbon",
            _ => "water",
        };
        assert_eq!(
            stroke(&power),
            token(name),
            "what comes into the cell, {quantity:?}"
        );
    }
}

#[test]
fn the_drawing_shows_the_other_scenario_as_an_outline_and_what_is_held_on_to() {
    let (scene, drawn) = compared(Quantity::Mass, None);
    assert!(!drawn.contains("opacity"));
    assert!(drawn.contains("多用废铝"));
    for flow in &scene.flows {
        assert!(drawn.contains(&flow.amount), "{}", flow.name);
    }
    let edges = outlines(&scene, Orientation::Horizontal);
    assert_eq!(edges.len(), Flow::ALL.len());
    for outline in edges {
        // Cut out of what it lies on, and dashed.
        let times = drawn.matches(&outline.edges).count();
        assert_eq!(times, 2, "{:?}", outline.flow);
    }

    let pin = Pin::Stage(StageId::Recycled);
    let (_, drawn) = compared(Quantity::Mass, Some(pin));
    let others = StageId::ALL.map(Pin::Stage).into_iter();
    let others = others.chain(Flow::ALL.map(Pin::Flow));
    // And what comes into the cell, which goes with it.
    let away = others.filter(|other| !connected(pin, *other)).count() + 1;
    assert_eq!(drawn.matches("opacity").count(), away);
}

#[test]
fn the_loop_moves_unless_the_reader_wants_no_motion() {
    let (_, drawn) = compared(Quantity::Mass, None);
    let style = drawn.split("<style>").nth(1).unwrap();
    let style = style.split("</style>").next().unwrap();
    let (when, then) = style.split_once('{').unwrap();
    assert_eq!(when, "@media (prefers-reduced-motion:no-preference)");
    // Offcuts and recycled metal: what goes round, by whole dashes.
    for (dashes, length) in [("3 5", 8), ("16 6", 22)] {
        let known = format!("[stroke-dasharray=\"{dashes}\"]");
        assert!(then.contains(&known), "{style}");
        assert_eq!(
            drawn
                .matches(&format!(" stroke-dasharray=\"{dashes}\""))
                .count(),
            1
        );
        assert_eq!(88 % length, 0);
    }
    assert!(then.contains("stroke-dashoffset:-88"));
    assert_eq!(style.matches("animation").count(), 1, "nowhere else");
}
