//! A poster of an article: upright, to be sent on in a chat and read by holding a thumb on
//! its QR code.

use png::EncodingError;
use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::canvas::{Canvas, Colour};
use super::draw::{stage_box, text, tile};
use super::font::{missing, width};
use super::lines::{lines, whole};
use super::photograph::Photograph;
use super::{Stage, stages_of};
use crate::origin::Origin;
use content::words::words;
use model::document::{ArticlePage, Image, Site};
use model::routes::{Address, Route};
use model::{Lang, StageId};

/// Width and height: two pixels to one of a phone.
pub const SIZE: (u32, u32) = (750, 1334);
/// The room of the picture.
pub const COVER: (u32, u32) = (750, 500);

/// From edge to text.
const MARGIN: f32 = 44.0;
/// Where the masthead ends and the picture begins.
const TOP: f32 = 132.0;
/// How high the chain is, where there is no cover.
const CHAIN: f32 = 356.0;
/// The title's sizes, the largest first that lets it fit, and how many lines it then may
/// have.
const TITLES: [(f32, usize); 3] = [(50.0, 2), (42.0, 3), (36.0, 4)];
/// Where the foot begins, above which the text ends.
const FOOT: f32 = 1046.0;
/// The side of the QR code at most.
const CODE: i32 = 216;
/// What stands for a character that the type does not have, as printers do it.
const UNKNOWN: char = '〓';

/// A poster: where it lies and what is on it.
#[derive(Clone, Debug)]
pub struct Poster {
    /// Below the site's folder.
    pub path: String,
    /// The article's own picture, in place of the chain.
    pub cover: Option<Image>,
    shows: Shows,
}

/// What is on it, beside a cover.
#[derive(Clone, Debug, Serialize)]
struct Shows {
    name: String,
    other_name: String,
    stages: Vec<Stage>,
    category: &'static str,
    title: String,
    summary: String,
    small: String,
    call: &'static str,
    /// The address, in the code and beside it.
    url: String,
}

impl Poster {
    /// The poster of an article, if it has one.
    pub fn of(address: &Address, site: &Site, page: &ArticlePage, origin: &Origin) -> Option<Self> {
        let Route::Article(_) = address.route else {
            return None;
        };
        let path = page.poster.as_ref()?.trim_start_matches('/').to_owned();
        let headline = &page.headline;
        let small = [headline.date.text.as_str(), &headline.publisher].join("  ·  ");
        let lit = |id: StageId| headline.stages.contains(&id);
        let cover = page.cover.as_ref();
        Some(Self {
            path,
            cover: cover.map(|cover| cover.cut.as_ref().unwrap_or(&cover.whole).clone()),
            shows: Shows {
                name: drawable(&site.name),
                other_name: drawable(&site.other_name),
                stages: stages_of(site, lit),
                category: category(address.lang, page),
                title: drawable(&headline.title.text),
                summary: drawable(&headline.summary.text),
                small: drawable(&small),
                call: words(address.lang).poster,
                url: Origin::url(Some(origin), &address.path()),
            },
        })
    }

    /// A digest of what is on it.
    pub fn key(&self) -> Result<String, serde_json::Error> {
        let shows = serde_json::to_vec(&(&self.shows, &self.cover))?;
        Ok(crate::hex(&Sha256::digest(&shows), crate::KEY))
    }

    /// The PNG, with its cover in the size of [`COVER`].
    ///
    /// # Errors
    /// None is known: the writer writes to memory.
    pub fn png(&self, cover: Option<&Photograph>) -> Result<Vec<u8>, EncodingError> {
        let shows = &self.shows;
        let mut canvas = Canvas::new(SIZE.0, SIZE.1);
        tile(&mut canvas, MARGIN, 28.0, 76.0);
        line(
            &mut canvas,
            &shows.name,
            33.0,
            (140.0, 67.0),
            Colour::InkOnPaper,
        );
        line(
            &mut canvas,
            &shows.other_name,
            20.0,
            (140.0, 98.0),
            Colour::Ink3OnPaper,
        );
        let below = match cover {
            Some(cover) => {
                canvas.photograph(cover, TOP as u32);
                TOP + COVER.1 as f32
            }
            None => {
                chain(&mut canvas, &shows.stages);
                TOP + CHAIN
            }
        };
        self.words(&mut canvas, below);
        self.foot(&mut canvas);
        canvas.png()
    }

    /// Category, title, summary, date and source.
    fn words(&self, canvas: &mut Canvas, above: f32) {
        let Shows {
            category,
            title,
            summary,
            small,
            ..
        } = &self.shows;
        let wide = SIZE.0 as f32 - 2.0 * MARGIN;
        let mut y = above + 58.0;
        text(canvas, category, 25.0, (MARGIN, y), Colour::HeatOnPaper);
        let fits = |&&(size, most): &&(f32, usize)| whole(title, size, wide).len() <= most;
        let smallest = TITLES[TITLES.len() - 1];
        let (size, most) = TITLES.iter().find(fits).copied().unwrap_or(smallest);
        y += 16.0;
        for line in lines(title, size, wide, most) {
            y += size * 1.3;
            text(canvas, &line, size, (MARGIN, y), Colour::InkOnPaper);
        }
        let size = 28.0;
        let leading = size * 1.62;
        y += 16.0;
        // The small line keeps its room.
        let room = ((FOOT - 62.0 - y) / leading) as usize;
        for line in lines(summary, size, wide, room.min(6)) {
            y += leading;
            text(canvas, &line, size, (MARGIN, y), Colour::Ink2OnPaper);
        }
        line(canvas, small, 22.0, (MARGIN, y + 48.0), Colour::Ink3OnPaper);
    }

    /// The code, and what to do with it.
    fn foot(&self, canvas: &mut Canvas) {
        let Shows { call, url, .. } = &self.shows;
        let wide = SIZE.0 as f32 - 2.0 * MARGIN;
        canvas.rectangle(MARGIN, FOOT, wide, 4.0, Colour::InkOnPaper);
        let side = code(canvas, url, (MARGIN, FOOT + 40.0));
        let left = MARGIN + side + 44.0;
        let wide = SIZE.0 as f32 - left - MARGIN;
        let mut y = FOOT + 116.0;
        for line in lines(call, 32.0, wide, 2) {
            text(canvas, &line, 32.0, (left, y), Colour::InkOnPaper);
            y += 44.0;
        }
        let plain = url
            .split_once("://")
            .map_or(url.as_str(), |(_, plain)| plain);
        for line in lines(plain, 20.0, wide, 3) {
            text(canvas, &line, 20.0, (left, y), Colour::Ink3OnPaper);
            y += 30.0;
        }
    }
}

fn category(lang: Lang, page: &ArticlePage) -> &'static str {
    lang.words().kinds.category(page.headline.category)
}

/// The text as far as the type goes.
fn drawable(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some(unknown) = missing(&text).filter(|unknown| *unknown != UNKNOWN) {
        text = text.replace(unknown, &UNKNOWN.to_string());
    }
    text
}

/// One line, shortened where it is too long.
fn line(canvas: &mut Canvas, words: &str, size: f32, place: (f32, f32), colour: Colour) {
    let wide = SIZE.0 as f32 - place.0 - MARGIN;
    if let Some(line) = lines(words, size, wide, 1).first() {
        text(canvas, line, size, place, colour);
    }
}

/// The code of an address; how wide it is. Its quiet zone is the paper around it.
fn code(canvas: &mut Canvas, url: &str, (left, top): (f32, f32)) -> f32 {
    // An address that no code can hold is longer than any of the site's.
    let Ok(code) = QrCode::encode_text(url, QrCodeEcc::Medium) else {
        return 0.0;
    };
    let scale = (CODE / code.size()).max(2) as f32;
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            let (x, y) = (left + x as f32 * scale, top + y as f32 * scale);
            canvas.solid((x, y), (scale, scale), Colour::InkOnPaper);
        }
    }
    code.size() as f32 * scale
}

/// The chain where there is no cover: what the article is about is lit.
fn chain(canvas: &mut Canvas, stages: &[Stage]) {
    canvas.rectangle(0.0, TOP, SIZE.0 as f32, CHAIN, Colour::SheetOnPaper);
    let size = stages.iter().fold(30.0_f32, |size, stage| {
        size.min(188.0 / width(&stage.name, 1.0).max(1.0))
    });
    let (wide, high) = (206.0, 84.0);
    let place = |id| match id {
        StageId::Alumina => (MARGIN, 64.0),
        StageId::Electrolytic => (MARGIN + 228.0, 64.0),
        StageId::Processing => (MARGIN + 456.0, 64.0),
        StageId::Anode => (MARGIN + 114.0, 212.0),
        StageId::Recycled => (MARGIN + 342.0, 212.0),
    };
    // Above what lies in the row below, the carbon goes up, and the metal comes back.
    let ways = [
        (MARGIN + wide, TOP + 64.0 + high / 2.0 - 4.0, 22.0, 8.0),
        (
            MARGIN + 228.0 + wide,
            TOP + 64.0 + high / 2.0 - 4.0,
            22.0,
            8.0,
        ),
        (MARGIN + 270.0, TOP + 64.0 + high, 8.0, 64.0),
        (MARGIN + 392.0, TOP + 64.0 + high, 8.0, 64.0),
        (MARGIN + 500.0, TOP + 64.0 + high, 8.0, 64.0),
    ];
    for (x, y, wide, high) in ways {
        canvas.rectangle(x, y, wide, high, Colour::RuleOnPaper);
    }
    for stage in stages {
        let (left, top) = place(stage.id);
        stage_box(canvas, stage, (left, TOP + top), (wide, high), size);
    }
}
