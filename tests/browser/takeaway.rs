//! What readers take along from the chain's page, opened as they would: every
//! file by somebody else's reader, the code by a phone's, the frame by another
//! site.

use std::collections::BTreeSet;

use chain::Output;
use csv::StringRecord;
use image::{DynamicImage, ImageFormat, Rgba};
use model::Lang;
use model::words::TakeWords;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde_json::Value;
use tempfile::TempDir;

use crate::common::{Published, Server, result_name};
use crate::harness::{Browser, Host, Key};

const PHONE: u32 = 390;
const DESKTOP: u32 = 1280;

/// As the page opens, and with everything changed that can be.
const VIEWS: [&str; 2] = [
    "/chain/",
    "/chain/?preset=one-tonne&recycled-share=60&grid=0.5366&quantity=co2&pin=electrolytic&against=one-wheel",
];

fn words() -> &'static TakeWords {
    &Lang::ZhHans.words().take
}

/// A reader in front of a view, with a folder for what is taken.
struct Desk {
    browser: Browser,
    folder: TempDir,
    _server: Server,
}

impl Desk {
    fn new() -> Self {
        let server = Server::start(&Published::shared().folder);
        let browser = Browser::open(&server.origin);
        let folder = tempfile::tempdir().unwrap();
        browser.download_into(folder.path());
        browser.allow_clipboard();
        Self {
            browser,
            folder,
            _server: server,
        }
    }

    /// Does something on a phone and on a desktop, with every view.
    fn on_each(&self, act: impl Fn(&str)) {
        for width in [PHONE, DESKTOP] {
            for view in VIEWS {
                self.browser.resize(width);
                self.browser.visit(view);
                see_restored(&self.browser, view);
                act(&format!("{view} at {width}"));
                self.browser.expect_empty_console(view);
            }
        }
    }

    /// A file that a button makes.
    fn file(&self, button: &str) -> (String, Vec<u8>) {
        self.browser.take_file(self.folder.path(), |browser| {
            browser.press_button(button);
        })
    }

    /// A picture that a button shows, saved from where it is shown; what it is
    /// called while it is.
    fn picture(&self, button: &str) -> (String, Vec<u8>, String) {
        self.browser.press_button(button);
        self.browser
            .wait_until("the picture is shown", |browser| shown_image(browser) > 0);
        let called = self.browser.run(
            "return document.querySelector('[popover]:popover-open').ariaLabel",
            &[],
        );
        let (name, content) = self.browser.take_file(self.folder.path(), |browser| {
            browser.follow_link(words().save);
        });
        self.browser.press_button(words().close);
        self.browser
            .wait_until("the picture is gone", |browser| shown_image(browser) == 0);
        (name, content, called)
    }
}

/// How wide the image is that is shown for saving; zero while none is.
fn shown_image(browser: &Browser) -> u32 {
    browser.run(
        "return document.querySelector('[popover]:popover-open img')?.naturalWidth ?? 0",
        &[],
    )
}

fn see_restored(browser: &Browser, view: &str) {
    let share = match view.contains("recycled-share=60") {
        true => "60",
        false => "30",
    };
    let columns = if view.contains("against=") { 3 } else { 2 };
    browser.wait_until("the view is there", |browser| {
        let shown = results(browser);
        let compared = shown.iter().all(|(_, cells)| cells.len() == columns);
        browser.value("#value-recycled-share") == share && compared
    });
}

fn address(browser: &Browser) -> String {
    browser.run("return location.href", &[])
}

/// The reader's day, as ISO 8601 writes it.
fn today(browser: &Browser) -> String {
    browser.run("return new Date().toLocaleDateString('sv')", &[])
}

/// Every text of a selector that can be seen.
fn texts(browser: &Browser, selector: &str) -> Vec<String> {
    browser.run(
        "return [...document.querySelectorAll(arguments[0])]
            .filter(element => element.checkVisibility())
            .map(element => element.textContent.trim())",
        &[selector.into()],
    )
}

/// Every lever: its key, its name, what its field stands at, its unit, its
/// source or that it is assumed.
fn levers(browser: &Browser) -> Vec<[String; 5]> {
    browser.run(
        "return [...document.querySelectorAll('.lever')].map(lever => [
            lever.querySelector('.lever__name').htmlFor.replace('value-', ''),
            lever.querySelector('.lever__name').textContent,
            (lever.querySelector('.lever__field') ?? lever.querySelector('select')).value,
            lever.querySelector('.lever__unit').textContent,
            (lever.querySelector('.lever__about .cite') ?? lever.querySelector('.tag'))?.textContent ?? '',
         ])",
        &[],
    )
}

/// Every result: its key and its numbers, as they are written on the screen.
fn results(browser: &Browser) -> Vec<(String, Vec<String>)> {
    let names = Output::ALL.map(|output| {
        let name = result_name(Published::shared(), output.key());
        (name, Value::from(output.key()))
    });
    let names: serde_json::Map<String, Value> = names.into_iter().collect();
    browser.run(
        "const [names] = arguments;
         return [...document.querySelectorAll('.results tbody tr')].map(row => [
            names[row.querySelector('th').textContent],
            [...row.querySelectorAll('td')].map(cell => cell.textContent),
         ])",
        &[names.into()],
    )
}

/// What stands on the screen, in the unit of the files.
fn parse_amount(text: &str) -> (f64, &'static str) {
    let (number, unit) = text.split_once('\u{a0}').unwrap();
    let number: String = number.chars().filter(|sign| *sign != '\u{202f}').collect();
    let number: f64 = number.replace('−', "-").parse().unwrap();
    let (times, unit) = match unit {
        "g" => (1e-6, "t"),
        "kg" => (1e-3, "t"),
        "t" => (1.0, "t"),
        "万吨" => (1e4, "t"),
        "亿吨" => (1e8, "t"),
        "Wh" => (1e-3, "kWh"),
        "kWh" => (1.0, "kWh"),
        "万kWh" => (1e4, "kWh"),
        "亿kWh" => (1e8, "kWh"),
        "MJ" => (1e-3, "GJ"),
        "GJ" => (1.0, "GJ"),
        "TJ" => (1e3, "GJ"),
        "PJ" => (1e6, "GJ"),
        "EJ" => (1e9, "GJ"),
        "g CO₂" => (1e-6, "tCO2e"),
        "kg CO₂" => (1e-3, "tCO2e"),
        "t CO₂" => (1.0, "tCO2e"),
        "万吨 CO₂" => (1e4, "tCO2e"),
        "亿吨 CO₂" => (1e8, "tCO2e"),
        other => panic!("{other} is no unit of the page"),
    };
    (number * times, unit)
}

/// Whether a number is what the screen shows of it: three digits.
fn shows(screen: &str, exact: f64, unit: &str) -> bool {
    let (shown, shown_unit) = parse_amount(screen);
    let near = (shown - exact).abs() <= 0.00501 * exact.abs().max(1e-18);
    shown_unit == unit && near
}

#[test]
fn a_table_has_every_number_of_the_page_with_unit_and_source() {
    let desk = Desk::new();
    let browser = &desk.browser;
    desk.on_each(|at| {
        let (name, content) = desk.file(words().buttons[2]);
        assert!(
            name.starts_with("chain-") && name.ends_with(&format!("{}.csv", today(browser))),
            "{name}"
        );
        let text = String::from_utf8(content).unwrap();
        let text = text
            .strip_prefix('\u{feff}')
            .expect("a mark for spreadsheets");
        let mut table = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(table.headers().unwrap(), &words().columns[..]);
        let rows: Vec<StringRecord> = table.records().collect::<Result<_, _>>().unwrap();
        let of = |kind: &str| -> Vec<&StringRecord> {
            rows.iter().filter(|row| &row[0] == kind).collect()
        };
        let about = |name: &str| {
            let about = of(words().about);
            let found = about.into_iter().find(|row| &row[3] == name);
            found.map(|row| row[4].to_owned())
        };
        assert_eq!(about(words().address), Some(address(browser)), "{at}");
        assert_eq!(about(words().date), Some(today(browser)), "{at}");
        assert_eq!(
            about(words().title).as_ref(),
            texts(browser, ".diagram__title").first(),
            "{at}"
        );

        let levers = levers(browser);
        let inputs = of(words().input);
        assert_eq!(inputs.len(), levers.len(), "{at}");
        for ([key, name, value, unit, source], row) in levers.iter().zip(inputs) {
            assert_eq!([&row[1], &row[3], &row[5]], [key, name, unit], "{at}");
            assert_eq!(&row[4], value, "{key}, {at}");
            // What the reader has set is the reader's own.
            let set = view_sets(at, key);
            assert_eq!(row[9].is_empty(), set || source.is_empty(), "{row:?}, {at}");
            assert!(source.contains(&row[9]), "{source} is not {}", &row[9]);
        }

        let shown = results(browser);
        let results = of(words().result);
        assert_eq!(results.len(), shown.len(), "{at}");
        for (key, cells) in shown {
            let row = results.iter().find(|row| row[1] == key).unwrap();
            let value: f64 = row[4].parse().unwrap();
            assert!(shows(&cells[0], value, &row[5]), "{cells:?} {row:?}, {at}");
            if at.contains("against=") {
                let other: f64 = row[8].parse().unwrap();
                assert!(shows(&cells[1], other, &row[5]), "{cells:?} {row:?}, {at}");
            }
        }
    });
}

/// Whether an address sets an input.
fn view_sets(view: &str, key: &str) -> bool {
    view.contains(&format!("&{key}="))
}

#[test]
fn a_program_reads_the_numbers_of_the_screen() {
    let desk = Desk::new();
    let browser = &desk.browser;
    desk.on_each(|at| {
        let (name, content) = desk.file(words().buttons[3]);
        assert!(name.ends_with(".json"), "{name}");
        let data: Value = serde_json::from_slice(&content).unwrap();
        assert_eq!(data["address"], address(browser));
        assert_eq!(data["date"], today(browser));
        assert_eq!(data["title"], texts(browser, ".diagram__title")[0]);
        let comparing = at.contains("against=");
        assert_eq!(data.get("comparedWith").is_some(), comparing, "{at}");

        let inputs = data["inputs"].as_array().unwrap();
        for ([key, _, value, unit, _], input) in levers(browser).iter().zip(inputs) {
            assert_eq!(input["key"], key.as_str());
            let same = match value.as_str() {
                // No limit is no number.
                "" => input.get("value").is_none(),
                value => input["value"].as_f64() == value.parse().ok(),
            };
            assert!(same, "{key}: {value} on screen, {input}, {at}");
            assert_eq!(input["unit"].as_str().unwrap_or_default(), unit);
        }
        let results_of = data["results"].as_array().unwrap();
        let shown = results(browser);
        assert_eq!(results_of.len(), shown.len());
        for (key, cells) in shown {
            let result = (results_of.iter())
                .find(|result| result["key"] == key)
                .unwrap();
            let unit = result["unit"].as_str().unwrap();
            let number = |name: &str| result[name].as_f64();
            let value = number("value").unwrap();
            assert!(shows(&cells[0], value, unit), "{cells:?} {result}, {at}");
            let other = number("comparedWith");
            assert_eq!(other.is_some(), comparing, "{result}");
            if let Some(other) = other {
                assert!(shows(&cells[1], other, unit), "{cells:?} {result}, {at}");
            }
            let (low, high) = (number("low").unwrap(), number("high").unwrap());
            assert!(low <= value && value <= high, "{result}");
        }
    });
}

/// A drawing read as XML: its root, and all that is written in it.
fn read_drawing(drawing: &str) -> (u32, u32, String) {
    let mut reader = Reader::from_str(drawing);
    let (mut size, mut text) = (None, String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if size.is_none() => {
                assert_eq!(tag.name().as_ref(), b"svg");
                let side = |name| attribute(&tag, name).parse::<f64>().unwrap();
                size = Some([side("width"), side("height")].map(|side| side as u32));
            }
            Event::Start(_) => text.push('\n'),
            Event::Text(part) => text.push_str(&part.decode().unwrap()),
            Event::GeneralRef(part) => {
                text.push_str(resolve_predefined_entity(&part.decode().unwrap()).unwrap());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let [width, height] = size.unwrap();
    (width, height, text)
}

fn attribute(tag: &BytesStart, name: &str) -> String {
    let attribute = tag.try_get_attribute(name).unwrap().unwrap();
    attribute
        .decoded_and_normalized_value(XmlVersion::Implicit1_0, Reader::from_str("").decoder())
        .unwrap()
        .into_owned()
}

/// Without the places where lines break.
fn tight(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_drawing_and_the_image_show_what_is_on_screen_and_from_where() {
    let desk = Desk::new();
    let browser = &desk.browser;
    desk.on_each(|at| {
        let (name, drawing) = desk.file(words().buttons[1]);
        assert!(name.ends_with(".svg"), "{name}");
        let drawing = String::from_utf8(drawing).unwrap();
        let (width, height, text) = read_drawing(&drawing);
        // Standing on a phone, lying on a desktop.
        assert_eq!(width < 500, at.ends_with(&PHONE.to_string()), "{at}");
        let text = tight(&text);
        let mut parts = vec![address(browser), today(browser)];
        for selector in [
            "[data-diagram=chain] .diagram__title",
            "[data-diagram=chain] .diagram__caption",
            "[data-diagram=chain] .diagram__name",
            "[data-diagram=chain] .diagram__label",
            "[data-diagram=chain] .diagram__amount",
        ] {
            let found = texts(browser, selector);
            assert!(!found.is_empty(), "{selector}, {at}");
            parts.extend(found);
        }
        if at.contains("against=") {
            parts.extend(texts(browser, "#against option:checked"));
        }
        for [key, name, value, unit, source] in levers(browser) {
            if !value.is_empty() {
                parts.push(format!("{name} {value} {unit}"));
            }
            if !source.is_empty() && !view_sets(at, &key) {
                let title = source.split(['（', '[']).next().unwrap_or_default();
                parts.push(title.to_owned());
            }
        }
        for part in parts {
            assert!(text.contains(&tight(&part)), "{part} is not in it, {at}");
        }
        let stepped_back = drawing.matches(" opacity=").count();
        assert_eq!(stepped_back, texts(browser, ".diagram__dim").len(), "{at}");

        let (name, image, called) = desk.picture(words().buttons[0]);
        assert!(name.ends_with(".png"), "{name}");
        assert!(called.contains("PNG"), "{called}");
        let image = image::load_from_memory_with_format(&image, ImageFormat::Png).unwrap();
        assert_eq!(
            [image.width(), image.height()],
            [2 * width, 2 * height],
            "{at}"
        );
        expect_drawn(&image, at);
    });
}

/// Paper mostly, ink on it, and the colours of the flows.
fn expect_drawn(image: &DynamicImage, at: &str) {
    let image = image.to_rgba8();
    let count = |colour: [u8; 3]| {
        let [r, g, b] = colour;
        let same = image
            .pixels()
            .filter(|pixel| **pixel == Rgba([r, g, b, 255]));
        same.count() * 1000 / (image.width() * image.height()) as usize
    };
    let colours: BTreeSet<[u8; 4]> = image.pixels().map(|pixel| pixel.0).collect();
    assert!(colours.len() > 50, "{} colours, {at}", colours.len());
    assert!(count([255, 255, 255]) > 500, "paper, {at}");
    assert!(count([0xb4, 0x43, 0x0f]) > 2, "heat, {at}");
    // The loop steps back where the cells are held on to.
    assert_eq!(
        count([0x0c, 0x6b, 0x62]) > 2,
        !at.contains("pin="),
        "water, {at}"
    );
    assert!(image.pixels().all(|pixel| pixel.0[3] == 255), "{at}");
}

#[test]
fn a_phone_reads_the_address_of_the_view_from_the_screen() {
    let desk = Desk::new();
    let browser = &desk.browser;
    desk.on_each(|at| {
        let (name, image, called) = desk.picture(words().buttons[4]);
        assert!(name.ends_with("-qr.png"), "{name}");
        assert!(called.contains(words().buttons[4]), "{called}, {at}");
        let image = image::load_from_memory_with_format(&image, ImageFormat::Png).unwrap();
        let image = image.to_luma8();
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(
            image.width() as usize,
            image.height() as usize,
            |x, y| image.get_pixel(x as u32, y as u32).0[0],
        );
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "{at}");
        assert_eq!(grids[0].decode().unwrap().1, address(browser));
    });
}

#[test]
fn the_link_is_copied_and_said_so() {
    let desk = Desk::new();
    let browser = &desk.browser;
    desk.on_each(|_| {
        browser.press_button(words().buttons[5]);
        browser.see(words().copied);
        assert_eq!(browser.clipboard(), address(browser));
    });
}

/// The embed code as it was copied: the address in it, and the code.
fn copied_frame(browser: &Browser) -> (String, String) {
    browser.press_button(words().buttons[6]);
    browser.see(words().copied);
    let code = browser.clipboard();
    let mut reader = Reader::from_str(&code);
    let Event::Start(tag) = reader.read_event().unwrap() else {
        panic!("{code}");
    };
    assert_eq!(tag.name().as_ref(), b"iframe");
    assert_eq!(
        attribute(&tag, "title"),
        texts(browser, ".diagram__title")[0]
    );
    (attribute(&tag, "src"), code)
}

#[test]
fn another_site_frames_the_view_with_the_copied_code() {
    let desk = Desk::new();
    let browser = &desk.browser;
    desk.on_each(|at| {
        let (source, code) = copied_frame(browser);
        assert!(source.contains("/embed/chain/"), "{source}");
        let query = |address: &str| address.split_once('?').map(|(_, query)| query.to_owned());
        assert_eq!(query(&source), query(&address(browser)), "{at}");
        let title = texts(browser, ".diagram__title")[0].clone();
        let mut amounts = texts(browser, "[data-diagram=chain] .diagram__amount");
        let held = texts(browser, "[data-diagram=chain] .diagram__held");

        let host = Host::start(&format!(
            "<!doctype html><html lang=\"zh\"><title>Another site</title>{code}"
        ));
        browser.visit_elsewhere(&host.origin);
        browser.in_frame(0, |browser| {
            browser.see_app_live();
            browser.wait_until("the frame shows the view", |browser| {
                texts(browser, ".diagram__title").first() == Some(&title)
            });
            let mut framed = texts(browser, "[data-diagram=chain] .diagram__amount");
            framed.sort();
            amounts.sort();
            assert_eq!(framed, amounts, "{at}");
            assert_eq!(texts(browser, ".diagram__held"), held, "{at}");
            // What leads out of the frame takes the view along.
            let onward = browser.first_link(".embed__more a");
            let onward = browser.href_of(&onward);
            assert_eq!(query(&onward), query(&source), "{at}");
            let target: String =
                browser.run("return document.querySelector('base')?.target ?? ''", &[]);
            assert_eq!(target, "_blank");
        });
        browser.expect_empty_console(at);
    });
}

#[test]
fn no_other_page_can_be_framed() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for path in [
        "/",
        "/chain/",
        "/en/chain/",
        "/chain/recycled/",
        "/members/",
    ] {
        let host = Host::start(&format!(
            "<!doctype html><html lang=\"zh\"><title>Another site</title>\
             <iframe src=\"{}{path}\"></iframe><iframe src=\"{}/en/embed/chain/\"></iframe>",
            server.origin, server.origin
        ));
        browser.visit_elsewhere(&host.origin);
        // The one beside it is there, so this one has had its time.
        browser.in_frame(1, |browser| browser.see_app_live());
        let shown: String =
            browser.in_frame(0, |browser| browser.run("return document.documentURI", &[]));
        assert!(!shown.starts_with(&server.origin), "{path}: {shown}");
        let console = browser.console().join("\n");
        assert!(console.contains("frame-ancestors"), "{path}: {console}");
    }
}

/// Everything that a reader has set or sees of it.
fn seen(browser: &Browser) -> Value {
    browser.run(
        "const all = (selector, of) => [...document.querySelectorAll(selector)].map(of);
         const shown = selector => all(selector, element => element)
            .filter(element => element.checkVisibility()).map(element => element.textContent);
         return {
            fields: all(
                '.radios__input, #against, .lever__choice, .lever__slider, .lever__field',
                field => [field.name || field.id, field.type, field.value, field.checked],
            ),
            numbers: all('.results td', cell => cell.textContent),
            titles: shown('.diagram__title'),
            amounts: shown('.diagram__amount').sort(),
            names: shown('.scenario__other'),
            held: all('[aria-pressed=true]', item => item)
                .filter(item => item.checkVisibility()).map(item => item.dataset.pin),
            pinned: shown('.pinned'),
            address: location.search,
         }",
        &[],
    )
}

#[test]
fn a_shared_address_shows_somebody_else_the_same() {
    let words = &Lang::ZhHans.words().levers;
    for width in [PHONE, DESKTOP] {
        let desk = Desk::new();
        let browser = &desk.browser;
        browser.resize(width);
        browser.visit("/chain/");
        let put = |key: &str, value: &str| {
            let selector = format!("#value-{key}");
            browser.run::<()>(
                "const field = document.querySelector(arguments[0]);
                 field.value = arguments[1];
                 field.dispatchEvent(new Event('input', { bubbles: true }));",
                &[selector.into(), value.into()],
            );
            browser.wait_until("the address has it", |browser| {
                browser.path().contains(&format!("{key}={value}"))
            });
        };
        let choose = |set: &str, value: &str| {
            browser.run::<()>(
                "document.querySelector(`[name='${arguments[0]}'][value='${arguments[1]}']`).click()",
                &[set.into(), value.into()],
            );
            browser.wait_until("the address has it", |browser| {
                browser.path().contains(&format!("{set}={value}"))
            });
        };
        choose("preset", "goals-2027");
        put("recycled-share", "45");
        browser.press_button(words.keep);
        put("net-anode", "0.44");
        choose("quantity", "electricity");
        match width {
            PHONE => browser.tap("[data-diagram=chain] [data-pin=flow-recycled] .diagram__head"),
            _ => browser.click(&browser.first_link("[data-diagram=chain] [data-pin=recycled]")),
        }
        browser.wait_until("something is pinned, and the address has it", |browser| {
            browser.path().contains("pin=")
        });
        browser.press_button(self::words().buttons[5]);
        browser.see(self::words().copied);
        let link = browser.clipboard();
        let before = seen(browser);
        drop(desk);

        let server = Server::start(&Published::shared().folder);
        let path = &link[link.match_indices('/').nth(2).unwrap().0..];
        let other = Browser::open(&server.origin);
        other.resize(width);
        other.visit(path);
        other.wait_until("the view is there", |browser| {
            let now = seen(browser);
            now["held"] == before["held"] && now["numbers"] == before["numbers"]
        });
        let after = seen(&other);
        for (name, value) in before.as_object().unwrap() {
            assert_eq!(&after[name], value, "{name} at {width}");
        }
        other.expect_empty_console(path);
    }
}

#[test]
fn no_barriers_while_something_is_pinned_and_a_picture_is_open() {
    let desk = Desk::new();
    let browser = &desk.browser;
    for width in [PHONE, DESKTOP] {
        browser.resize(width);
        browser.visit(VIEWS[1]);
        see_restored(browser, VIEWS[1]);
        for (button, theme) in [(0, "light"), (4, "dark")] {
            browser.prefer_theme(theme);
            browser.press_button(words().buttons[button]);
            browser.wait_until("the picture is shown", |browser| shown_image(browser) > 0);
            let barriers = browser.barriers();
            assert!(barriers.is_empty(), "at {width}, {theme}: {barriers:#?}");
            browser.press(Key::Escape);
            browser.wait_until("the picture is gone", |browser| shown_image(browser) == 0);
        }
        // And what a term in a lever means.
        let explained = ".lever__about:has(button.term)";
        browser.click(&browser.first_link(&format!("{explained} summary")));
        browser.click(&browser.first_link(&format!("{explained} button.term")));
        browser.wait_until("the term is explained", |browser| {
            let open = "return document.querySelector('.glossary__term:popover-open') !== null";
            browser.run(open, &[])
        });
        let barriers = browser.barriers();
        assert!(barriers.is_empty(), "a term at {width}: {barriers:#?}");
        browser.press(Key::Escape);
    }
}
