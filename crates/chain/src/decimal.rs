//! Decimal numbers as they stand in addresses and in fields, the same on both
//! halves: `0.1404`, `615000`.
//!
//! Own code, because the standard library's exact parsing and printing of
//! floats weighs more than the whole balance in the browser. It is exact for
//! what people write: a decimal of at most fifteen digits is a whole number
//! below 2⁵³ over a power of ten, and such a division is rounded correctly.

/// The most digits after the point.
const PLACES: usize = 9;
/// The most digits in all.
const DIGITS: usize = 15;

/// Reads a number without exponent. `None` when it is none, or has more digits
/// than are read exactly.
pub fn read(text: &str) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (mut whole, mut places, mut count) = (0_u64, 0, 0);
    let mut point = false;
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                whole = whole * 10 + u64::from(byte - b'0');
                count += 1;
                places += usize::from(point);
            }
            b'.' if !point => point = true,
            _ => return None,
        }
        if count > DIGITS || places > PLACES {
            return None;
        }
    }
    let value = whole as f64 / power(places);
    (count > 0).then_some(if negative { -value } else { value })
}

/// Writes a number with as many digits as it needs, at most nine after the
/// point. What is not finite, or too large to be written exactly, is `0`.
pub fn write(value: f64) -> String {
    let size = value.abs();
    if size.is_nan() || size >= 1e15 {
        return String::from("0");
    }
    let scaled = |places| (size * power(places)).round();
    let places = (0..PLACES)
        .find(|places| scaled(*places) / power(*places) == size)
        .unwrap_or_else(|| {
            // Not a short decimal: as many places as fifteen digits leave room for.
            let room = |places: &usize| scaled(*places) < 1e15;
            (0..=PLACES).rev().find(room).unwrap_or_default()
        });
    let mut digits = (scaled(places) as u64).to_string();
    if places > 0 {
        while digits.len() <= places {
            digits.insert(0, '0');
        }
        digits.insert(digits.len() - places, '.');
        let short = digits.trim_end_matches('0').trim_end_matches('.').len();
        digits.truncate(short);
    }
    if value < 0.0 && digits != "0" {
        digits.insert(0, '-');
    }
    digits
}

/// What [`read`] makes of what [`write`] writes: a number that survives both.
pub fn rounded(value: f64) -> f64 {
    read(&write(value)).unwrap_or_default()
}

fn power(places: usize) -> f64 {
    let mut power = 1.0;
    for _ in 0..places {
        power *= 10.0;
    }
    power
}
