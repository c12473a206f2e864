//! Drawn photographs: noise, edges and a slow change of light. Nobody could take one for
//! a real one.
#![allow(dead_code, reason = "each test uses its part")]

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// A drawn photograph. The upper left quarter is red.
pub fn drawn(width: u32, height: u32) -> RgbImage {
    let mut seed = 7_u32;
    RgbImage::from_fn(width, height, |x, y| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = (seed >> 28) as u8;
        let light = (x * 120 / width + y * 60 / height) as u8;
        let edge = if (x / 97 + y / 71) % 2 == 0 { 0 } else { 40 };
        let grey = light + noise + edge;
        match x * 2 < width && y * 2 < height {
            true => Rgb([220, noise, noise]),
            false => Rgb([grey, grey, grey + 10]),
        }
    })
}

/// As a JPEG of a phone that lies on its side, with the place where it was taken.
pub fn jpeg_of_a_phone(picture: &RgbImage, orientation: u8) -> Vec<u8> {
    let plain = written(picture, ImageFormat::Jpeg);
    // One entry says which way is up, one leads to the place.
    let exif = [
        b"Exif\0\0MM\0*\0\0\0\x08\0\x02".as_slice(),
        &[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
        &[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38],
        &[0, 0, 0, 0],
        &[0, 1, 0, 1, 0, 2, 0, 0, 0, 2, b'N', 0, 0, 0, 0, 0, 0, 0],
        b"PLACE-32.44N-105.84E",
    ]
    .concat();
    let length = (exif.len() as u16 + 2).to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat()
}

/// The bytes of a file.
pub fn written(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}
