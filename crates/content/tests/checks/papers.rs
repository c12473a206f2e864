//! Papers: what is taken, and what is said of files that no reader should get.

use content::papers::PaperFormat;
use content::synthetic::papers::{archive, docx, pdf, xlsx};
use model::Lang;
use rstest::rstest;

use super::overlay::Overlay;

/// The sound bundle with one paper.
fn with(file: &str, bytes: impl AsRef<[u8]>) -> Overlay {
    let record = format!(
        "{{ \"papers\": [{{ \"id\": \"form\", \"title\": \"样例申请表\", \"kind\": \"form\", \"file\": \"{file}\", \"source\": \"daily\" }}] }}"
    );
    let overlay = Overlay::sound();
    std::fs::create_dir(overlay.path().join("papers")).unwrap();
    overlay
        .write("documents.json", record)
        .write(&format!("papers/{file}"), bytes)
}

/// A PDF with this in its first object.
fn pdf_with(entry: &str) -> Vec<u8> {
    let plain = String::from_utf8(pdf("form")).unwrap();
    plain
        .replacen("/Type /Catalog", &format!("/Type /Catalog {entry}"), 1)
        .into_bytes()
}

fn office(parts: &[&str]) -> Vec<u8> {
    let parts = ["[Content_Types].xml"].iter().chain(parts);
    let parts: Vec<_> = parts.map(|name| (*name, String::from("<x/>"))).collect();
    archive(&parts).unwrap()
}

/// A compound file, as Office before 2007 wrote them, with a name in it.
fn compound(name: &str) -> Vec<u8> {
    let name = name.encode_utf16().flat_map(u16::to_le_bytes);
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
        .into_iter()
        .chain(name)
        .collect()
}

#[rstest]
#[case::pdf("form.pdf", pdf("form"), PaperFormat::Pdf)]
#[case::a_name_in_capitals("申请表 1.PDF", pdf("form"), PaperFormat::Pdf)]
#[case::text("form.docx", docx("申请表").unwrap(), PaperFormat::Docx)]
#[case::table("form.xlsx", xlsx("申请表").unwrap(), PaperFormat::Xlsx)]
#[case::a_word_that_only_begins_alike(
    "form.pdf",
    pdf_with("/EncryptMetadata true /JSX 1"),
    PaperFormat::Pdf
)]
fn are_taken_with_their_kind_and_length(
    #[case] file: &str,
    #[case] bytes: Vec<u8>,
    #[case] format: PaperFormat,
) {
    let length = bytes.len() as u64;
    let bundle = with(file, bytes).load().unwrap();
    assert_eq!(
        bundle.paper("form").unwrap().title.get(Lang::ZhHans).text,
        "样例申请表"
    );
    let found = &bundle.paper_files["form"];
    assert_eq!((found.format, found.bytes), (format, length));
}

#[rstest]
#[case::nothing("a.pdf", Vec::new(), "是空的", "Copy it again")]
#[case::plain_text("a.pdf", b"charter".to_vec(), "不是 PDF、DOCX 或 XLSX", "is no PDF, DOCX or XLSX")]
#[case::a_page("a.pdf", b" <!doctype html><title>404</title>".to_vec(), "是网页", "is a web page")]
#[case::a_picture("a.pdf", b"\x89PNG\r\n\x1a\n".to_vec(), "扫描件请存成 PDF", "Save a scan as PDF")]
#[case::a_cut_pdf("a.pdf", pdf("form").strip_suffix(b"%%EOF\n").unwrap().to_vec(), "不完整", "not whole")]
#[case::a_locked_pdf("a.pdf", pdf_with("/Encrypt 9 0 R"), "去掉密码", "Take password")]
#[case::a_pdf_with_script(
    "a.pdf",
    pdf_with("/OpenAction << /S /JavaScript /JS (app.alert) >>"),
    "带有脚本",
    "has scripts"
)]
#[case::a_pdf_that_starts_a_program(
    "a.pdf",
    pdf_with("/OpenAction << /S /Launch >>"),
    "会启动程序",
    "starts one"
)]
#[case::a_pdf_with_files_in_it(
    "a.pdf",
    pdf_with("/Names << /Type /EmbeddedFile >>"),
    "嵌着别的文件",
    "other files in it"
)]
#[case::a_cut_text("a.docx", docx("form").unwrap()[..200].to_vec(), "不完整", "not whole")]
#[case::a_text_with_macros("a.docx", office(&["word/document.xml", "word/vbaProject.bin"]), "带有宏", "has macros")]
#[case::a_table_with_old_macros("a.xlsx", office(&["xl/workbook.xml", "xl/macrosheets/sheet1.xml"]), "带有宏", "has macros")]
#[case::a_text_with_controls("a.docx", office(&["word/document.xml", "word/activeX/activeX1.bin"]), "带有宏", "has macros")]
#[case::a_text_with_files_in_it("a.docx", office(&["word/document.xml", "word/embeddings/oleObject1.bin"]), "嵌着别的文件", "other files in it")]
#[case::slides("a.pptx", office(&["ppt/presentation.xml"]), "幻灯片", "a presentation")]
#[case::files_in_a_file("a.zip", archive(&[("a.exe", String::new())]).unwrap(), "是压缩包", "is a zip archive")]
#[case::an_old_text("a.doc", compound("WordDocument"), "旧版 Office", "before 2007")]
#[case::a_locked_text("a.docx", compound("EncryptedPackage"), "去掉密码", "Take password")]
#[case::rich_text("a.rtf", b"{\\rtf1}".to_vec(), "是 RTF", "is RTF")]
#[case::a_program("a.pdf", b"MZ\x90\0".to_vec(), "是程序", "is a program")]
#[case::a_script("a.docx", b"#!/bin/sh\n".to_vec(), "是程序", "is a program")]
#[case::a_wrong_ending("a.xlsx", docx("form").unwrap(), "改为“.docx”", "to `.docx`")]
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
        ("documents.json", "bad-paper")
    );
    for (lang, remedy) in [(Lang::ZhHans, zh), (Lang::En, en)] {
        let message = fault.headline(lang);
        assert!(message.contains(remedy), "`{remedy}` is not in `{message}`");
    }
}

#[test]
fn are_refused_beyond_what_a_phone_should_fetch() {
    let overlay = with("a.pdf", pdf("form"));
    let file = std::fs::File::options()
        .write(true)
        .open(overlay.path().join("papers/a.pdf"));
    file.unwrap().set_len(31_000_001).unwrap();
    let faults = overlay.faults();
    assert!(
        faults[0].headline(Lang::En).contains("has 32 MB"),
        "{faults:?}"
    );
}

#[test]
fn need_neither_file_nor_address_while_they_are_not_published() {
    let overlay = Overlay::sound().write(
        "documents.json",
        r#"{ "papers": [{ "id": "charter", "title": "章程", "kind": "charter", "source": "daily" }] }"#,
    );
    let bundle = overlay.load().unwrap();
    assert!(bundle.paper_files.is_empty());
    assert_eq!(bundle.documents.papers.len(), 1);
}

#[test]
fn need_no_record_and_are_then_only_mentioned() {
    let overlay = with("a.pdf", pdf("form")).write("papers/b.zip", b"PK");
    let reading = content::load::read(overlay.path(), "2025-12-01".parse().unwrap());
    assert!(reading.bundle.is_ok());
    let found = (reading.warnings.iter().flatten())
        .filter(|warning| warning.kind.code() == "paper-without-record");
    let files: Vec<&str> = found.map(|warning| warning.file.as_str()).collect();
    assert_eq!(files, ["papers/b.zip"]);
}
