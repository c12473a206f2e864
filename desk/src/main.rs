//! The desk's door: draws it in a browser.

#[cfg(target_arch = "wasm32")]
mod ui;

#[cfg(target_arch = "wasm32")]
fn main() {
    ui::open();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The desk runs in a browser: build it with `make desk`, open it with `site desk`.");
    std::process::exit(2);
}
