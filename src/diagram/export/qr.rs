//! An address as a QR code.

use qrcodegen::{QrCode, QrCodeEcc};

use super::svg::attribute;

/// The quiet zone around it, in modules: readers need it.
const QUIET: i32 = 4;

/// The QR code of a text as SVG, so many pixels to a module. `None` when the
/// text is too long for any: nearly three thousand letters.
pub fn qr(text: &str, scale: i32) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                for (before, number) in [
                    ("M", x + QUIET),
                    (" ", y + QUIET),
                    ("h", run),
                    ("v1h-", run),
                ] {
                    path.push_str(before);
                    path.push_str(&number.to_string());
                }
                path.push('z');
            }
            x += run.max(1);
        }
    }
    let side = size + 2 * QUIET;
    let mut svg = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    let modules = side.to_string();
    let pixels = (side * scale).to_string();
    attribute(
        &mut svg,
        "viewBox",
        &["0 0 ", &modules, " ", &modules].concat(),
    );
    attribute(&mut svg, "width", &pixels);
    attribute(&mut svg, "height", &pixels);
    svg.push_str(" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h");
    svg.push_str(&modules);
    svg.push('v');
    svg.push_str(&modules);
    svg.push_str("H0z\"/><path d=\"");
    svg.push_str(&path);
    svg.push_str("\"/></svg>");
    Some(svg)
}
