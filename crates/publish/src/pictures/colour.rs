//! Pixels in sRGB, on white.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// A picture without transparency: what lets something through lies on white, as paper
/// and marks of companies do.
pub(super) fn opaque(picture: DynamicImage) -> image::RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let see_through = picture.into_rgba8();
    let mut opaque = image::RgbImage::new(see_through.width(), see_through.height());
    for (to, from) in opaque.pixels_mut().zip(see_through.pixels()) {
        let [red, green, blue, alpha] = from.0.map(u32::from);
        let over = |colour: u32| ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8;
        to.0 = [over(red), over(green), over(blue)];
    }
    opaque
}

/// Takes the pixels from the colours of a profile to sRGB. A profile that cannot be read, or
/// is of other colours than these, leaves them as they are: so do browsers.
pub(super) fn to_srgb(picture: &mut image::RgbImage, profile: &[u8]) {
    let srgb = ColorProfile::new_srgb();
    let Ok(own) = ColorProfile::new_from_slice(profile) else {
        return;
    };
    if own.color_space != DataColorSpace::Rgb {
        return;
    }
    let options = TransformOptions::default();
    let Ok(transform) = own.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options) else {
        return;
    };
    let mut converted = vec![0; picture.as_raw().len()];
    if transform
        .transform(picture.as_raw(), &mut converted)
        .is_ok()
    {
        picture.copy_from_slice(&converted);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    #[test]
    fn lays_on_white_what_lets_something_through() {
        let half = RgbaImage::from_pixel(1, 1, Rgba([0, 0, 255, 128]));
        assert_eq!(opaque(half.into()).get_pixel(0, 0), &Rgb([127, 127, 255]));
    }

    #[test]
    fn takes_the_colours_of_phones_to_those_of_screens() {
        let profile = ColorProfile::new_display_p3()
            .encode()
            .expect("a profile is bytes");
        let mut green = RgbImage::from_pixel(2, 2, Rgb([100, 200, 100]));
        to_srgb(&mut green, &profile);
        let Rgb([red, green_now, _]) = *green.get_pixel(1, 1);
        assert!(red < 90 && green_now >= 200, "{red} {green_now}");
        let mut same = RgbImage::from_pixel(2, 2, Rgb([100, 200, 100]));
        to_srgb(&mut same, b"no profile");
        assert_eq!(same.get_pixel(0, 0), &Rgb([100, 200, 100]));
    }
}
