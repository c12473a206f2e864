//! A picture on a canvas: read upright, drawn, written as a file.

use desk::crop::{Crop, Format, Size};
use js_sys::{Array, Promise};
use leptos::prelude::document;
use thiserror::Error;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, File, FilePropertyBag, HtmlCanvasElement, HtmlImageElement,
};

/// How good a JPEG is: what is lost cannot be seen, and publishing compresses again anyway.
const QUALITY: f64 = 0.9;

/// Why there is no file.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CropError {
    /// The browser cannot read the picture.
    #[error("the picture cannot be read")]
    Decode,
    /// The browser has no canvas, or none of this size.
    #[error("the picture cannot be drawn")]
    Draw,
    /// The browser could not write what it drew.
    #[error("the picture cannot be written")]
    Write,
}

/// A picture, decoded. As an image and not as a bitmap: every browser then draws it upright,
/// as the camera has noted, and gives its upright size.
pub async fn load(src: &str) -> Result<HtmlImageElement, CropError> {
    let image = HtmlImageElement::new().map_err(|_| CropError::Decode)?;
    image.set_src(src);
    let decoded = JsFuture::from(image.decode()).await;
    match decoded.is_ok() && image.natural_width() > 0 {
        true => Ok(image),
        false => Err(CropError::Decode),
    }
}

/// Draws a picture by a matrix onto a canvas of a size.
pub fn draw(
    canvas: &HtmlCanvasElement,
    image: &HtmlImageElement,
    size: Size,
    [a, b, c, d, e, f]: [f64; 6],
    format: Format,
) -> Result<(), CropError> {
    canvas.set_width(size.width);
    canvas.set_height(size.height);
    let context = canvas.get_context("2d").ok().flatten();
    let context = context.and_then(|it| it.dyn_into::<CanvasRenderingContext2d>().ok());
    let context = context.ok_or(CropError::Draw)?;
    if format == Format::Jpeg {
        // It has no transparency: what is clear would be black.
        context.set_fill_style_str("#fff");
        context.fill_rect(0.0, 0.0, f64::from(size.width), f64::from(size.height));
    }
    let drawn = context
        .set_transform(a, b, c, d, e, f)
        .and_then(|()| context.draw_image_with_html_image_element(image, 0.0, 0.0));
    drawn.map_err(|_| CropError::Draw)
}

/// What is kept of a picture, as a file.
pub async fn export(
    image: &HtmlImageElement,
    crop: &Crop,
    name: &str,
    format: Format,
) -> Result<File, CropError> {
    let canvas = document().create_element("canvas").ok();
    let canvas = canvas.and_then(|it| it.dyn_into::<HtmlCanvasElement>().ok());
    let canvas = canvas.ok_or(CropError::Draw)?;
    let (size, matrix) = (crop.export_size(), crop.export_matrix());
    draw(&canvas, image, size, matrix, format)?;
    let written = Promise::new(&mut |resolve, reject| {
        let quality = JsValue::from_f64(QUALITY);
        let asked = canvas.to_blob_with_type_and_encoder_options(&resolve, format.mime(), &quality);
        if asked.is_err() {
            // Nothing else waits for it.
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    // Nothing comes of a canvas that is too large for the device.
    let blob = JsFuture::from(written).await.ok();
    let blob = blob.and_then(|it| it.dyn_into::<Blob>().ok());
    let blob = blob.ok_or(CropError::Write)?;
    let with = FilePropertyBag::new();
    with.set_type(format.mime());
    let file =
        File::new_with_blob_sequence_and_options(&Array::of1(&blob), &format.named(name), &with);
    file.map_err(|_| CropError::Write)
}
