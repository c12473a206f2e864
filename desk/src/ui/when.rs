//! Times as an editor reads them.

use js_sys::Date;
use wasm_bindgen::JsValue;

/// Now, in milliseconds since 1970.
pub fn now() -> f64 {
    Date::now()
}

/// A time of this day, as `14:32:05`.
pub fn clock(at: f64) -> String {
    let date = Date::new(&JsValue::from_f64(at));
    let two = |number: u32| format!("{number:02}");
    [date.get_hours(), date.get_minutes(), date.get_seconds()]
        .map(two)
        .join(":")
}

/// A day and a time; of today the time alone.
pub fn moment(at: f64) -> String {
    let date = Date::new(&JsValue::from_f64(at));
    let time = format!("{:02}:{:02}", date.get_hours(), date.get_minutes());
    let today = day(now());
    match day(at) {
        of if of == today => time,
        of => format!("{of} {time}"),
    }
}

/// A day, as `2026-03-05`.
pub fn day(at: f64) -> String {
    let date = Date::new(&JsValue::from_f64(at));
    format!(
        "{:04}-{:02}-{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date()
    )
}

/// When a day and a time in Beijing are, in milliseconds since 1970.
pub fn in_beijing(day: &str, time: &str) -> Option<f64> {
    let at = Date::parse(&format!("{day}T{time}:00+08:00"));
    (!at.is_nan()).then_some(at)
}

/// How many bytes, as people say it.
pub fn bytes(count: f64) -> String {
    match count {
        count if count >= 1_000_000.0 => format!("{:.1} MB", count / 1_000_000.0),
        count => format!("{:.0} kB", (count / 1000.0).max(1.0)),
    }
}
