//! What only a browser can do: today's date, a file for the reader, a picture
//! of a drawing, the clipboard.

use std::time::Duration;

use js_sys::{Array, Date, encode_uri_component};
use leptos::prelude::{document, set_timeout, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement,
    HtmlImageElement, Url,
};

/// The reader's day: `2025-11-24`.
pub fn today() -> String {
    let now = Date::new_0();
    let mut day = now.get_full_year().to_string();
    for part in [now.get_month() + 1, now.get_date()] {
        day.push_str(if part < 10 { "-0" } else { "-" });
        day.push_str(&part.to_string());
    }
    day
}

/// Whether the screen is so narrow that the drawing stands.
pub fn is_narrow() -> bool {
    let width = window().inner_width().ok().and_then(|width| width.as_f64());
    width.is_some_and(|width| width < 768.0)
}

/// Whether the page is shown inside an app that lets no file out: `boot.js` knows
/// them.
pub fn is_inside_app() -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.has_attribute("data-inside"))
}

/// Presses the first button that opens something.
pub fn open(id: &str) {
    let opens = ["[popovertarget='", id, "']:not([popovertargetaction])"].concat();
    let button = document().query_selector(&opens).ok().flatten();
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}

/// Hands a file to the browser to save; whether it was taken.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let file = Blob::new_with_str_sequence_and_options(&parts, &options);
    let Some(url) = file
        .and_then(|file| Url::create_object_url_with_blob(&file))
        .ok()
    else {
        return false;
    };
    let link = document().create_element("a");
    let taken = link.is_ok_and(|link| {
        let set = |name, value| link.set_attribute(name, value).is_ok();
        let ready = set("href", &url) && set("download", name);
        if ready {
            link.unchecked_into::<HtmlElement>().click();
        }
        ready
    });
    set_timeout(
        move || drop(Url::revoke_object_url(&url)),
        Duration::from_secs(60),
    );
    taken
}

/// A drawing as a PNG picture so many times as large, as a `data:` address.
pub async fn picture(svg: String, times: u32) -> Option<String> {
    let image = HtmlImageElement::new().ok()?;
    let mut address = String::from("data:image/svg+xml;charset=utf-8,");
    address.push_str(&String::from(encode_uri_component(&svg)));
    image.set_src(&address);
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    let (width, height) = (
        image.natural_width() * times,
        image.natural_height() * times,
    );
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    context
        .draw_image_with_html_image_element_and_dw_and_dh(
            &image,
            0.0,
            0.0,
            f64::from(width),
            f64::from(height),
        )
        .ok()?;
    canvas.to_data_url().ok()
}

/// Copies a text; whether the browser let us. Some do not inside other apps,
/// and none does without TLS.
pub async fn copy(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    !JsValue::is_undefined(&clipboard) && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
