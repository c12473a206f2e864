//! Large pictures over a line that breaks: they go on where they were.

use std::path::PathBuf;

use reqwest::StatusCode;
use store::Role;

use crate::backend::picture_of;
use crate::desk::{Site, expect_quiet_console, send_file, sign_in};
use crate::harness::Browser;
use crate::line::Line;

const FIELD: &str = ".media__all input[type=file]";
const MEGABYTE: usize = 1_000_000;

/// A writer at the pictures, over a line.
fn at_the_pictures(line: &Line) -> Browser {
    let browser = Browser::open(&format!("http://{}", line.address));
    browser.visit_plainly("/desk/");
    sign_in(&browser, Role::Writer);
    browser.visit_plainly("/desk/media");
    browser.see("图片");
    browser
}

/// Chooses a file, and sends it as it is.
fn send(browser: &Browser, name: &str, bytes: &[u8]) {
    send_file(browser, FIELD, name, bytes);
    browser.press_button("使用");
}

/// The bytes of a file as the server has it.
fn kept(site: &Site, path: &str) -> Vec<u8> {
    site.runtime.block_on(async {
        let reader = site.running.person(Role::Writer).await;
        let answer = reader.get(&format!("/assets/{path}")).await;
        answer.is(StatusCode::OK).bytes
    })
}

/// The files of uploads that are not done.
fn parts(site: &Site) -> Vec<PathBuf> {
    let folder = site.running.out.with_file_name(".dist.backend/uploads");
    let files = folder.read_dir().into_iter().flatten().flatten();
    let files = files.map(|file| file.path());
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "part"))
        .collect()
}

#[test]
fn a_broken_line_costs_a_piece_and_not_the_picture() {
    let site = Site::open();
    let line = Line::to(site.running.address);
    let browser = at_the_pictures(&line);
    let bytes = picture_of(3 * MEGABYTE);
    let before = line.up();
    line.break_after(1_700_000);
    send(&browser, "Hall 1.PNG", &bytes);
    browser.see("线路断了，恢复后接着传");
    browser.see("已传 1.6 MB / 3.0 MB");
    assert_eq!(browser.barriers(), [""; 0]);
    let value: f64 = browser.run("return document.querySelector('progress').value", &[]);
    assert!((1.5e6..1.7e6).contains(&value), "{value}");
    line.mend();
    browser.see("已上传 Hall 1.PNG");
    assert!(!browser.sees("已传 "), "nothing is under way any more");
    assert_eq!(kept(&site, "media/hall-1.png"), bytes);
    // It was begun once, and little more went up than there is.
    assert_eq!(line.asked("POST /api/v1/uploads "), 1);
    let up = line.up() - before;
    assert!(up < 3_700_000, "{up} bytes went up");
    assert!(parts(&site).is_empty(), "{:?}", parts(&site));
    expect_quiet_console(&browser, "after a broken line");
}

#[test]
fn an_upload_is_called_off() {
    let site = Site::open();
    let line = Line::to(site.running.address);
    let browser = at_the_pictures(&line);
    line.slow_to(400_000);
    send(&browser, "gate.png", &picture_of(4 * MEGABYTE));
    browser.see("gate.png");
    browser.wait_until("some of it has come", |browser| {
        browser.run("return document.querySelector('progress')?.value > 0", &[])
    });
    browser.press_button("取消上传 gate.png");
    browser.see("gate.png：已取消，没有上传");
    line.slow_to(u64::MAX);
    browser.wait_until("nothing of it is left", |_| parts(&site).is_empty());
    site.runtime.block_on(async {
        let reader = site.running.person(Role::Writer).await;
        let answer = reader.get("/assets/media/gate.png").await;
        answer.is(StatusCode::NOT_FOUND);
    });
    // The next one goes through.
    send(&browser, "yard-2.png", &picture_of(2 * MEGABYTE));
    browser.see("已上传 yard-2.png");
}

#[test]
fn a_tab_that_was_closed_goes_on_with_the_same_file() {
    let site = Site::open();
    let line = Line::to(site.running.address);
    let browser = at_the_pictures(&line);
    let bytes = picture_of(3 * MEGABYTE);
    line.break_after(1_700_000);
    send(&browser, "hall.png", &bytes);
    browser.see("线路断了");
    line.mend();
    browser.visit_plainly("/desk/media");
    browser.see("图片");
    let before = line.up();
    send(&browser, "hall.png", &bytes);
    browser.see("已上传 hall.png");
    assert_eq!(kept(&site, "media/hall.png"), bytes);
    assert_eq!(line.asked("POST /api/v1/uploads "), 1);
    let up = line.up() - before;
    assert!(up < 1_700_000, "{up} bytes went up");
}
