//! Pictures: what their headers say, and what is said of files that are no good.

use content::pictures::Format;
use model::Lang;
use rstest::rstest;

use super::overlay::Overlay;

/// A drawn picture of 3 by 2 pixels.
const PNG: &[u8] = include_bytes!("../fixtures/faults/no-picture/media/yard.png");

/// The sound bundle with one picture.
fn with(file: &str, bytes: impl AsRef<[u8]>) -> Overlay {
    let record = format!(
        "{{ \"pictures\": [{{ \"id\": \"yard\", \"file\": \"{file}\", \"alt\": \"铝锭堆场\", \"credit\": \"企业供图\" }}] }}"
    );
    let overlay = Overlay::sound();
    std::fs::create_dir(overlay.path().join("media")).unwrap();
    overlay
        .write("media.json", record)
        .write(&format!("media/{file}"), bytes)
}

/// A JPEG as far as its markers go: a frame of so many components, and an end.
fn jpeg(width: u16, height: u16, components: u8, turn: Option<u8>) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    if let Some(turn) = turn {
        let exif = [
            b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(),
            &[turn, 0, 0, 0, 0, 0, 0],
        ]
        .concat();
        bytes.extend([0xff, 0xe1, 0, exif.len() as u8 + 2]);
        bytes.extend(exif);
    }
    bytes.extend([0xff, 0xc0, 0, 8 + 3 * components, 8]);
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.push(components);
    bytes.extend(vec![0; 3 * usize::from(components)]);
    bytes.extend([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
    bytes
}

fn gif(width: u16, height: u16) -> Vec<u8> {
    let size = [width.to_le_bytes(), height.to_le_bytes()].concat();
    [b"GIF89a".as_slice(), &size, &[0, 0, 0, 0x3b]].concat()
}

/// A WebP whose header says that it is so long.
fn webp(length: u32) -> Vec<u8> {
    let kind = b"WEBPVP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0".as_slice();
    [b"RIFF".as_slice(), &length.to_le_bytes(), kind].concat()
}

#[rstest]
#[case::png("a.png", PNG.to_vec(), (Format::Png, 3, 2))]
#[case::a_name_in_capitals("IMG_1.PNG", PNG.to_vec(), (Format::Png, 3, 2))]
#[case::jpeg("a.jpeg", jpeg(4000, 3000, 3, None), (Format::Jpeg, 4000, 3000))]
#[case::grey("a.jpg", jpeg(4000, 3000, 1, None), (Format::Jpeg, 4000, 3000))]
#[case::upside_down("a.jpg", jpeg(4000, 3000, 3, Some(3)), (Format::Jpeg, 4000, 3000))]
#[case::on_its_side("a.jpg", jpeg(4000, 3000, 3, Some(6)), (Format::Jpeg, 3000, 4000))]
#[case::gif("微信图片 1.gif", gif(320, 240), (Format::Gif, 320, 240))]
#[case::webp("a.webp", webp(22), (Format::WebP, 640, 480))]
fn say_how_large_they_are_upright(
    #[case] file: &str,
    #[case] bytes: Vec<u8>,
    #[case] (format, width, height): (Format, u32, u32),
) {
    let bundle = with(file, bytes).load().unwrap();
    let (picture, found) = bundle.picture("yard").unwrap();
    assert_eq!(picture.alt.get(Lang::ZhHans).text, "铝锭堆场");
    let header = found.header;
    assert_eq!(
        (header.format, header.width, header.height),
        (format, width, height)
    );
}

#[rstest]
#[case::nothing("a.jpg", Vec::new(), "是空的", "Copy it again")]
#[case::a_page("a.jpg", b"<html>not found</html>".to_vec(), "不是图片", "is no picture")]
#[case::a_cut_jpeg("a.jpg", jpeg(9, 9, 3, None).split_last().unwrap().1.to_vec(), "不完整", "not whole")]
#[case::a_cut_png("a.png", PNG[..PNG.len() - 12].to_vec(), "不完整", "not whole")]
#[case::a_cut_webp("a.webp", webp(9000), "不完整", "not whole")]
#[case::a_header_alone("a.jpg", vec![0xff, 0xd8, 0xff], "不完整", "not whole")]
#[case::a_bomb("a.gif", gif(60000, 60000), "60000×60000", "60000 by 60000 pixels")]
#[case::a_wide_one("a.jpg", jpeg(30000, 10, 3, None), "30000×10", "30000 by 10 pixels")]
#[case::for_printing("a.jpg", jpeg(800, 600, 4, None), "转成 sRGB", "Convert it to sRGB")]
#[case::of_an_iphone("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0".to_vec(), "兼容性最佳", "Most Compatible")]
#[case::under_another_name("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0".to_vec(), "导出为 JPEG", "Export it as JPEG")]
#[case::avif("a.avif", b"\0\0\0\x18ftypavif\0\0\0\0".to_vec(), "是 AVIF", "is AVIF")]
#[case::a_drawing("a.svg", b"<svg><script>1</script></svg>".to_vec(), "可以藏脚本", "can hold script")]
#[case::a_scan("a.tif", b"II*\0\0\0\0\0".to_vec(), "是 TIFF", "is TIFF")]
#[case::a_document("a.pdf", b"%PDF-1.7".to_vec(), "导出为 JPEG 或 PNG", "Export the page")]
#[case::a_wrong_ending("a.webp", PNG.to_vec(), "改为“.png”", "to `.png`")]
fn are_refused_with_what_to_do(
    #[case] file: &str,
    #[case] bytes: Vec<u8>,
    #[case] zh: &str,
    #[case] en: &str,
) {
    let faults = with(file, bytes).faults();
    let [fault] = &faults[..] else {
        panic!("one fault expected: {faults:#?}");
    };
    assert_eq!(
        (fault.file.as_str(), fault.kind.code()),
        ("media.json", "bad-picture")
    );
    for (lang, remedy) in [(Lang::ZhHans, zh), (Lang::En, en)] {
        let message = fault.headline(lang);
        assert!(message.contains(remedy), "`{remedy}` is not in `{message}`");
    }
}

#[test]
fn are_refused_beyond_what_a_camera_writes() {
    let overlay = with("a.png", PNG);
    let file = std::fs::File::options()
        .write(true)
        .open(overlay.path().join("media/a.png"));
    file.unwrap().set_len(41_000_001).unwrap();
    let faults = overlay.faults();
    assert!(
        faults[0].headline(Lang::En).contains("has 42 MB"),
        "{faults:?}"
    );
}

#[test]
fn need_no_record_and_are_then_only_mentioned() {
    let overlay = with("a.png", PNG).write("media/b.heic", b"\0\0\0\x18ftypheic");
    let reading = content::load::read(overlay.path(), "2025-12-01".parse().unwrap());
    assert!(reading.bundle.is_ok());
    let found = (reading.warnings.iter().flatten())
        .filter(|warning| warning.kind.code() == "picture-without-record");
    let files: Vec<&str> = found.map(|warning| warning.file.as_str()).collect();
    assert_eq!(files, ["media/b.heic"]);
}

#[test]
fn are_missed_where_the_bundle_has_none() {
    let overlay = Overlay::sound().replace(
        "news/2025-10-31-output.json",
        "\"source\"",
        "\"cover\": \"yard\", \"source\"",
    );
    let faults = overlay.faults();
    assert_eq!(faults[0].kind.code(), "dangling");
}
