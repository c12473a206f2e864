//! The site with drawn pictures in it, plainly marked as such.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use image::{ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};

use crate::common::{Published, bundle, copy_folder};

/// The article that shows all of them: cover, one in the text, three below.
pub const ILLUSTRATED: &str = "2025-10-31-output";

/// The public address of that site, which articles' posters lead to.
pub const PUBLIC: &str = "https://www.example.org";

/// The ids of the drawn pictures, in the order in which the article shows them.
pub const DRAWN: [&str; 5] = ["cover", "wide", "high", "square", "small"];

/// The editors' bundle with an illustrated article, published once for all tests.
pub fn illustrated() -> &'static Published {
    static ILLUSTRATED_SITE: OnceLock<Published> = OnceLock::new();
    ILLUSTRATED_SITE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("illustrated-bundle");
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        copy_folder(&bundle(), &folder);
        illustrate(&folder);
        let site: PathBuf = Published::shared().copy("illustrated").folder;
        Published::publish_with(&folder, &site, &["--no-compress", "--origin", PUBLIC])
    })
}

/// Puts drawn pictures into a bundle, and into one of its articles.
fn illustrate(folder: &Path) {
    let media = folder.join("media");
    fs::create_dir_all(&media).unwrap();
    let sizes = [
        (1500, 1000),
        (1600, 700),
        (700, 1400),
        (900, 900),
        (300, 200),
    ];
    let mut pictures = Vec::new();
    for (id, (width, height)) in DRAWN.into_iter().zip(sizes) {
        let file = format!("{id}.png");
        drawn(width, height)
            .save_with_format(media.join(&file), ImageFormat::Png)
            .unwrap();
        pictures.push(json!({
            "id": id, "file": file,
            "alt": { "zh-Hans": format!("程序画的图样 {id}"), "en": format!("Pattern {id}, drawn by a program") },
            "caption": { "zh-Hans": format!("图样 {id}。"), "en": format!("Pattern {id}.") },
            "credit": { "zh-Hans": "程序绘制", "en": "drawn by a program" },
            "date": "2025-10-30",
        }));
    }
    let list = json!({ "pictures": pictures }).to_string();
    fs::write(folder.join("media.json"), list).unwrap();
    let file = folder.join(format!("news/{ILLUSTRATED}.json"));
    let mut article: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    article["cover"] = DRAWN[0].into();
    article["gallery"] = json!(DRAWN[2..]);
    for lang in ["zh-Hans", "en"] {
        let body = article["body"][lang].as_array_mut().unwrap();
        body.push(format!("![](media:{})", DRAWN[1]).into());
    }
    fs::write(&file, article.to_string()).unwrap();
}

/// Edges and a slow change of light: nobody could take it for a photograph.
fn drawn(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let light = (x * 120 / width + y * 60 / height) as u8;
        let edge = if (x / 97 + y / 71) % 2 == 0 { 0 } else { 40 };
        Rgb([light + edge, light, light + 20])
    })
}
