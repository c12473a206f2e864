//! The text of a PDF as Chromium prints it: plain objects, packed streams, fonts that
//! say what their codes stand for.

use std::collections::HashMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

/// What the codes of a font stand for, and how many digits a code has.
struct Font {
    digits: usize,
    letters: HashMap<u32, String>,
}

/// An object: what is said of it, and its stream unpacked.
struct Object {
    about: String,
    stream: String,
}

/// All text, in the order in which it is drawn, without spaces.
pub fn text(pdf: &[u8]) -> String {
    let objects = objects(pdf);
    let fonts = fonts(&objects);
    let pages = objects
        .values()
        .filter(|object| object.stream.contains(" Tf"));
    let mut text: String = pages.map(|page| drawn(&page.stream, &fonts)).collect();
    text.retain(|letter| !letter.is_whitespace());
    text
}

/// The text of a stream: `/F4 12 Tf`, then codes, `[<0041> 12 <0042>] TJ`.
fn drawn(stream: &str, fonts: &HashMap<String, Font>) -> String {
    let mut text = String::new();
    let (mut name, mut font) = ("", None);
    for word in stream.split(|sign: char| sign.is_whitespace() || "[]>".contains(sign)) {
        if let Some(named) = word.strip_prefix('/') {
            name = named;
        } else if word == "Tf" {
            font = fonts.get(name);
        } else if let (Some(codes), Some(font)) = (word.strip_prefix('<'), font) {
            for code in codes.as_bytes().chunks(font.digits) {
                let code = std::str::from_utf8(code).ok();
                let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
                let letters = code.and_then(|code| font.letters.get(&code));
                text.push_str(letters.map_or("", String::as_str));
            }
        }
    }
    text
}

fn objects(pdf: &[u8]) -> HashMap<String, Object> {
    let mut objects = HashMap::new();
    for part in split(pdf, b"endobj") {
        let Some(start) = find(part, b" 0 obj") else {
            continue;
        };
        let number = String::from_utf8_lossy(&part[..start]);
        let number = number.rsplit(|sign: char| !sign.is_ascii_digit()).next();
        let rest = &part[start + 6..];
        let (about, stream) = match find(rest, b"stream\n") {
            Some(at) => (&rest[..at], unpacked(&rest[at + 7..])),
            None => (rest, String::new()),
        };
        let about = String::from_utf8_lossy(about).into_owned();
        objects.insert(
            number.unwrap_or_default().to_owned(),
            Object { about, stream },
        );
    }
    objects
}

fn unpacked(stream: &[u8]) -> String {
    let mut bytes = Vec::new();
    let packed = ZlibDecoder::new(stream).read_to_end(&mut bytes).is_ok();
    let bytes = if packed { &bytes } else { stream };
    String::from_utf8_lossy(bytes).into_owned()
}

/// The fonts by the names that pages have for them.
fn fonts(objects: &HashMap<String, Object>) -> HashMap<String, Font> {
    let mut fonts = HashMap::new();
    for page in objects.values() {
        for (name, number) in references(&page.about, "/F") {
            let table = (objects.get(&number))
                .and_then(|font| references(&font.about, "/ToUnicode").pop())
                .and_then(|(_, number)| objects.get(&number));
            if let Some(table) = table {
                fonts.insert(name, font(&table.stream));
            }
        }
    }
    fonts
}

/// Names that begin so, and the numbers of the objects that they stand for: `/F4 4 0 R`.
fn references(about: &str, begin: &str) -> Vec<(String, String)> {
    let words: Vec<&str> = about
        .split(|sign: char| sign.is_whitespace() || "<>[]".contains(sign))
        .filter(|word| !word.is_empty())
        .collect();
    (words.windows(4))
        .filter(|words| words[0].starts_with(begin) && words[2..] == ["0", "R"])
        .map(|words| (words[0][1..].to_owned(), words[1].to_owned()))
        .collect()
}

/// What a table says that codes stand for, one by one or from where to where.
fn font(table: &str) -> Font {
    let codes: Vec<Vec<&str>> = (table.lines())
        .map(|line| line.split(['<', '>']).filter(|part| is_hex(part)).collect())
        .collect();
    let number = |code: &str| u32::from_str_radix(code, 16).unwrap_or_default();
    let mut font = Font {
        digits: 4,
        letters: HashMap::new(),
    };
    let mut within = "";
    for (line, codes) in table.lines().zip(codes) {
        if let Some((_, begun)) = line.split_once("begin") {
            within = begun;
        }
        match (within.trim(), &codes[..]) {
            ("codespacerange", [first, _]) => font.digits = first.len(),
            ("bfchar", [code, letters]) => {
                font.letters.insert(number(code), utf16(letters));
            }
            ("bfrange", [from, to, letters]) => {
                for code in number(from)..=number(to) {
                    let letter = char::from_u32(number(letters) + code - number(from));
                    font.letters
                        .insert(code, letter.map(String::from).unwrap_or_default());
                }
            }
            ("bfrange", [from, _, letters @ ..]) => {
                for (code, letters) in (number(from)..).zip(letters) {
                    font.letters.insert(code, utf16(letters));
                }
            }
            _ => {}
        }
    }
    font
}

fn is_hex(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn utf16(digits: &str) -> String {
    let units: Vec<u16> = digits
        .as_bytes()
        .chunks(4)
        .filter_map(|unit| u16::from_str_radix(std::str::from_utf8(unit).ok()?, 16).ok())
        .collect();
    String::from_utf16_lossy(&units)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

fn split<'a>(mut bytes: &'a [u8], at: &'a [u8]) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    while let Some(end) = find(bytes, at) {
        parts.push(&bytes[..end]);
        bytes = &bytes[end + at.len()..];
    }
    parts.push(bytes);
    parts
}
