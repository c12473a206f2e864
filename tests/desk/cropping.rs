//! Pictures turned and cropped at the desk: before they are uploaded, and later.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};
use serde_json::json;
use store::Role;

use crate::desk::{Site, expect_quiet_console, send_file};
use crate::harness::{Browser, Key};

const RED: Rgb<u8> = Rgb([220, 30, 30]);
const BLUE: Rgb<u8> = Rgb([30, 30, 220]);
const FIELD: &str = ".media__all input[type=file]";

/// Red on its left, blue on its right.
fn halves(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let image = RgbImage::from_fn(width, height, |x, _| if x < width / 2 { RED } else { BLUE });
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The same as a phone saves it that is held upright: lying, with a note to turn it.
fn lying(width: u32, height: u32) -> Vec<u8> {
    let jpeg = halves(width, height, ImageFormat::Jpeg);
    let tiff = [
        &b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01"[..],
        &b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"[..],
    ]
    .concat();
    let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], b"\xff\xe1", &length, &tiff, &jpeg[2..]].concat()
}

/// A file as the server has it.
fn uploaded(site: &Site, name: &str) -> Vec<u8> {
    site.runtime.block_on(async {
        let reader = site.running.person(Role::Writer).await;
        reader.get(&format!("/assets/media/{name}")).await.bytes
    })
}

fn is_near(pixel: Rgb<u8>, wanted: Rgb<u8>) -> bool {
    let pairs = pixel.0.iter().zip(wanted.0);
    pairs.into_iter().all(|(a, b)| a.abs_diff(b) < 24)
}

fn media(site: &Site) -> Browser {
    let browser = site.editor(Role::Publisher);
    browser.visit_plainly("/desk/media");
    browser.see_heading("图片");
    browser
}

fn see_size(browser: &Browser, size: &str) {
    let status = format!("{size} 像素");
    browser.wait_until(&format!("the dialog says {status}"), |browser| {
        browser.run(
            "return document.querySelector('dialog [role=status]')?.textContent === arguments[0]",
            &[status.clone().into()],
        )
    });
}

fn see_no_dialog(browser: &Browser) {
    browser.wait_until("the dialog is closed", |browser| {
        browser.run("return document.querySelector('dialog') === null", &[])
    });
}

/// Presses a button by the keyboard: what is said above it comes a moment later, and moves it
/// away under a pointer.
fn press_by_key(browser: &Browser, name: &str) {
    let button = browser.find("button", name);
    browser.run::<()>("arguments[0].focus()", &[button.to_json().unwrap()]);
    browser.press(Key::Enter);
}

/// Pulls from the middle of an element by so many pixels of the screen.
fn drag(browser: &Browser, selector: &str, right: f64, down: f64) {
    browser.run::<()>(
        "const [selector, right, down] = arguments;
         const element = document.querySelector(selector);
         const box = element.getBoundingClientRect();
         const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
         const send = (kind, x, y) => element.dispatchEvent(new PointerEvent(kind,
             { bubbles: true, cancelable: true, pointerId: 1, clientX: x, clientY: y }));
         send('pointerdown', x, y);
         for (const part of [0.25, 0.5, 1]) send('pointermove', x + right * part, y + down * part);
         send('pointerup', x + right, y + down);",
        &[selector.into(), right.into(), down.into()],
    );
}

#[test]
fn a_picture_is_turned_and_cropped_before_it_is_uploaded() {
    let site = Site::open();
    let browser = media(&site);
    let bytes = halves(640, 400, ImageFormat::Png);
    send_file(&browser, FIELD, "Gate.PNG", &bytes);
    browser.find("dialog", "裁剪、旋转");
    see_size(&browser, "640 × 400");
    assert_eq!(browser.barriers(), [""; 0]);

    browser.press_button("向右转");
    see_size(&browser, "400 × 640");
    browser.press_button("1:1");
    see_size(&browser, "400 × 400");
    // By keyboard alone: the frame in a corner, and smaller.
    let slider = browser.find("dialog input[type=range]", "画框宽");
    browser.run::<()>("arguments[0].focus()", &[slider.to_json().unwrap()]);
    for _ in 0..10 {
        browser.press(Key::Left);
    }
    see_size(&browser, "360 × 360");
    let said: String = browser.run(
        "return document.activeElement.getAttribute('aria-valuetext')",
        &[],
    );
    assert_eq!(said, "360 像素");
    // The frame goes no further than the picture, and the slider no further than the frame.
    let slider = browser.find("dialog input[type=range]", "画框离左边");
    browser.run::<()>("arguments[0].focus()", &[slider.to_json().unwrap()]);
    browser.press(Key::End);
    let value: String = browser.run("return document.activeElement.value", &[]);
    assert_eq!(value, "100");

    // The whole again, turned; upright, what was left is above.
    browser.press_button("恢复原样");
    see_size(&browser, "640 × 400");
    browser.press_button("向右转");
    see_size(&browser, "400 × 640");
    browser.press_button("使用");
    browser.see("已上传 Gate.png");
    see_no_dialog(&browser);
    let image = image::load_from_memory_with_format(&uploaded(&site, "gate.png"), ImageFormat::Png);
    let image = image.unwrap().into_rgb8();
    assert_eq!(image.dimensions(), (400, 640));
    assert!(is_near(*image.get_pixel(200, 100), RED));
    assert!(is_near(*image.get_pixel(200, 500), BLUE));
    expect_quiet_console(&browser, "after cropping");
}

#[test]
fn a_photograph_stands_upright_and_stays_as_it_is_if_nothing_is_done() {
    let site = Site::open();
    let browser = media(&site);
    let photo = lying(800, 600);
    send_file(&browser, FIELD, "a.jpg", &photo);
    see_size(&browser, "600 × 800");
    browser.press_button("16:9");
    see_size(&browser, "600 × 338");
    browser.press_button("使用");
    browser.see("已上传 a.jpg");
    let cropped = uploaded(&site, "a.jpg");
    let image = image::load_from_memory_with_format(&cropped, ImageFormat::Jpeg).unwrap();
    assert_eq!((image.width(), image.height()), (600, 338));
    assert!(
        !cropped.windows(4).any(|bytes| bytes == b"Exif"),
        "it is upright without a note"
    );
    // Its left was above: the frame is in the middle, half of each.
    let image = image.into_rgb8();
    assert!(is_near(*image.get_pixel(300, 40), RED));
    assert!(is_near(*image.get_pixel(300, 300), BLUE));

    // Not a byte is different of what nobody has touched, nor of several at once.
    send_file(&browser, FIELD, "b.jpg", &photo);
    see_size(&browser, "600 × 800");
    browser.press_button("使用");
    browser.see("已上传 b.jpg");
    assert_eq!(uploaded(&site, "b.jpg"), photo);
    // What no browser can draw is said by the server, without a dialog.
    send_file(&browser, FIELD, "c.png", b"no picture");
    browser.wait_until("the server says what is wrong", |browser| {
        browser.run(
            "return document.querySelector('.media__said .strip--heat')?.textContent.includes('c.png') ?? false",
            &[],
        )
    });
    see_no_dialog(&browser);
}

#[test]
fn the_frame_is_moved_and_pulled_on_a_phone() {
    let site = Site::open();
    let browser = media(&site);
    browser.resize(360);
    let bytes = halves(640, 400, ImageFormat::Png);
    send_file(&browser, FIELD, "phone.png", &bytes);
    see_size(&browser, "640 × 400");
    let small: Vec<String> = browser.run(
        "return [...document.querySelectorAll('dialog button, dialog input, .crop__handle')]
             .filter(one => { const box = one.getBoundingClientRect(); return box.width < 44 || box.height < 44; })
             .map(one => one.outerHTML)",
        &[],
    );
    assert_eq!(small, [""; 0], "targets are for thumbs");
    let over: i64 = browser.run(
        "const dialog = document.querySelector('dialog');
         return Math.max(dialog.scrollWidth - dialog.clientWidth, document.documentElement.scrollWidth - innerWidth)",
        &[],
    );
    assert!(over <= 0, "the dialog is {over} px too wide");
    let shown: f64 = browser.run(
        "return document.querySelector('.crop__picture').getBoundingClientRect().width",
        &[],
    );
    // The bottom right corner by a quarter of the picture, then the frame to the right edge.
    drag(&browser, ".crop__handle--bottom-right", -shown / 4.0, 0.0);
    drag(&browser, ".crop__frame", shown, 0.0);
    browser.press_button("使用");
    browser.see("已上传 phone.png");
    let image =
        image::load_from_memory_with_format(&uploaded(&site, "phone.png"), ImageFormat::Png);
    let image = image.unwrap().into_rgb8();
    // A pixel of the screen is more than two of the picture.
    assert!(image.width().abs_diff(480) <= 6 && image.height() == 400);
    // A quarter of the picture is gone on the left: a third of the rest is red.
    assert!(is_near(*image.get_pixel(145, 200), RED));
    assert!(is_near(*image.get_pixel(175, 200), BLUE));
}

#[test]
fn a_picture_of_the_bundle_is_cropped_wherever_it_is_used() {
    let site = Site::open();
    site.runtime.block_on(async {
        let writer = site.running.person(Role::Writer).await;
        let bytes = halves(640, 400, ImageFormat::Png);
        writer.put("/assets/media/hall.png", bytes, "new").await;
        let record = json!({ "id": "hall", "file": "hall.png", "alt": "厂房", "credit": "联盟",
            "focus": { "x": 75, "y": 50 } });
        writer
            .put("/records/picture/hall", record.to_string(), "new")
            .await;
    });
    let browser = media(&site);
    let card = browser.find(".pic__button", "厂房");
    browser.click(&card);
    press_by_key(&browser, "裁剪、旋转");
    see_size(&browser, "640 × 400");
    // Escape leaves it as it is, and gives the focus back.
    browser.press(Key::Escape);
    see_no_dialog(&browser);
    assert_eq!(browser.focused(), "裁剪、旋转");

    press_by_key(&browser, "裁剪、旋转");
    browser.press_button("1:1");
    see_size(&browser, "400 × 400");
    browser.press_button("使用");
    browser.see("已上传 hall.png");
    browser.see("400 × 400");
    let image = image::load_from_memory_with_format(&uploaded(&site, "hall.png"), ImageFormat::Png);
    let image = image.unwrap();
    assert_eq!((image.width(), image.height()), (400, 400));
    browser.wait_until("what must stay in view has moved with the picture", |_| {
        site.record("picture/hall")["focus"] == json!({ "x": 90, "y": 50 })
    });
    browser.wait_until("the focus is where it was", |browser| {
        browser.focused() == "裁剪、旋转"
    });
    expect_quiet_console(&browser, "after cropping what is there");
}
