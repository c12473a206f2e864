use model::document::{Image, Phrase, Picture};
use model::{Align, Block, Inline, Lang};

use super::in_lang;

fn blocks(markdown: &str) -> Vec<Block> {
    super::blocks(markdown, Lang::ZhHans)
}

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

fn paragraph(content: &str) -> Block {
    Block::Paragraph(vec![text(content)])
}

#[test]
fn reads_paragraphs_emphasis_and_breaks() {
    assert_eq!(
        blocks("年产 *61.5* **万吨** `t`，  \n下一行\n接着\n\nword\nnext"),
        vec![
            Block::Paragraph(vec![
                text("年产 "),
                Inline::Em(vec![text("61.5")]),
                text(" "),
                Inline::Strong(vec![text("万吨")]),
                text(" "),
                Inline::Code("t".to_owned()),
                text("，"),
                Inline::Break,
                text("下一行接着"),
            ]),
            paragraph("word next"),
        ]
    );
}

#[test]
fn keeps_lists_in_lists() {
    assert_eq!(
        blocks("1. 甲\n   - 乙\n     - 丙\n2. 丁\n\n   戊"),
        vec![Block::List(
            Some(1),
            vec![
                vec![
                    paragraph("甲"),
                    Block::List(
                        None,
                        vec![vec![
                            paragraph("乙"),
                            Block::List(None, vec![vec![paragraph("丙")]]),
                        ]]
                    ),
                ],
                vec![paragraph("丁"), paragraph("戊")],
            ]
        )]
    );
}

#[test]
fn reads_tables() {
    assert_eq!(
        blocks("| 环节 | 产能 |\n|---|---|\n| 电解铝 | **61.5** |"),
        vec![Block::Table(
            vec![Align::None, Align::None],
            vec![vec![text("环节")], vec![text("产能")]],
            vec![vec![
                vec![text("电解铝")],
                vec![Inline::Strong(vec![text("61.5")])]
            ]],
        )]
    );
}

#[test]
fn reads_quotes_code_and_rules() {
    assert_eq!(
        blocks("> 引文\n\n```\n<b>1</b>\n```\n\n---"),
        vec![
            Block::Quote(vec![paragraph("引文")]),
            Block::Code("<b>1</b>\n".to_owned()),
            Block::Rule,
        ]
    );
}

#[test]
fn starts_headings_at_two_and_skips_no_level() {
    let levels: Vec<u8> = blocks("# 一\n\n#### 四\n\n###### 六\n\n## 二")
        .iter()
        .filter_map(|block| match block {
            Block::Heading(level, ..) => Some(*level),
            _ => None,
        })
        .collect();
    assert_eq!(levels, [2, 3, 4, 2]);
}

#[test]
fn links_to_allowed_addresses() {
    for address in [
        "https://gy.newssc.org/a?b=c&d",
        "http://www.cngy.gov.cn/",
        "mailto:a@b.cn",
        "tel:+868390000",
        "/members/linfeng/",
        "#top",
    ] {
        assert_eq!(
            blocks(&format!("[字]({address})")),
            vec![Block::Paragraph(vec![Inline::Link(
                address.to_owned(),
                vec![text("字")]
            )])],
            "{address}"
        );
    }
}

#[test]
fn turns_links_to_other_addresses_into_text() {
    for address in [
        "javascript:alert(1)",
        "JaVa\tscript:alert(1)",
        "<java\u{1}script:alert(1)>",
        "<\u{1}javascript:alert(1)>",
        "&#1;javascript:alert(1)",
        "java&#10;script:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "blob:https://a/b",
        "file:///etc/passwd",
        "//evil.example/",
        "/\\\\evil.example/",
        "https:",
        "relative/path",
        "?query",
    ] {
        let found = blocks(&format!("[字]({address})"));
        assert!(
            !format!("{found:?}").contains("Link"),
            "{address} became {found:?}"
        );
    }
}

#[test]
fn drops_raw_html_and_keeps_the_text_around_it() {
    assert_eq!(
        blocks("<script>alert(1)</script>\n\n前<img src=x onerror=alert(1)>后"),
        vec![paragraph("前后")]
    );
}

#[test]
fn turns_an_image_into_a_link_or_its_text() {
    assert_eq!(
        blocks("![厂房](https://a.cn/b.png) ![烟囱](data:image/png;base64,AA) ![](/assets/x.png)"),
        vec![Block::Paragraph(vec![
            Inline::Link("https://a.cn/b.png".to_owned(), vec![text("厂房")]),
            text(" 烟囱 "),
        ])]
    );
    assert_eq!(
        blocks("[![厂房](https://a.cn/b.png)](/about/)"),
        vec![Block::Paragraph(vec![Inline::Link(
            "/about/".to_owned(),
            vec![text("厂房")]
        )])]
    );
}

#[test]
fn stays_shallow_whatever_the_nesting() {
    let deep = format!("{}字", "> ".repeat(5000));
    let json = serde_json::to_string(&blocks(&deep)).expect("a tree is JSON");
    let again: Vec<Block> = serde_json::from_str(&json).expect("the tree can be read back");
    assert!(format!("{again:?}").contains('字'));
    let lists: String = (0..200)
        .map(|depth| format!("{}- 项{depth}\n", "  ".repeat(depth)))
        .collect();
    let json = serde_json::to_string(&blocks(&lists)).expect("a tree is JSON");
    assert!(serde_json::from_str::<Vec<Block>>(&json).is_ok());
}

#[test]
fn keeps_readers_in_their_language() {
    for (address, lang, expected) in [
        ("/news/founding/", Lang::En, "/en/news/founding/"),
        ("/figures/#output", Lang::ZhHant, "/zh-hant/figures/#output"),
        ("/figures/#output", Lang::ZhHans, "/figures/#output"),
        ("/en/about/", Lang::ZhHant, "/en/about/"),
        ("/data/figures.csv", Lang::En, "/data/figures.csv"),
        ("#a", Lang::En, "#a"),
        ("https://a.cn/news/", Lang::En, "https://a.cn/news/"),
    ] {
        assert_eq!(in_lang(address.to_owned(), lang), expected, "{lang:?}");
        let link = Inline::Link(expected.to_owned(), vec![text("字")]);
        let found = super::blocks(&format!("[字]({address})"), lang);
        assert_eq!(found, [Block::Paragraph(vec![link])]);
    }
}

/// A picture of the bundle, with these words.
fn picture(words: &str) -> Picture {
    let phrase = |text: &str| Phrase {
        text: text.to_owned(),
        lang: None,
    };
    Picture {
        whole: Image {
            name: "0a1b2c3d4e5f6071".to_owned(),
            width: 1280,
            height: 960,
        },
        cut: None,
        alt: phrase(words),
        caption: None,
        credit: phrase("企业供图"),
    }
}

#[test]
fn shows_pictures_of_the_bundle_between_paragraphs() {
    let found = super::illustrated(
        "前\n\n![堆场](media:yard)\n\n甲![](media:yard)乙\n\n![没有](media:none)\n\n## 题![字](media:yard)",
        Lang::ZhHans,
        &|id, words| (id == "yard").then(|| picture(words)),
    );
    let paragraph = |text: &str| Block::Paragraph(vec![Inline::Text(text.to_owned())]);
    let shown = |words| Block::Picture(Box::new(picture(words)));
    assert_eq!(
        found,
        [
            paragraph("前"),
            shown("堆场"),
            paragraph("甲"),
            shown(""),
            paragraph("乙"),
            paragraph("没有"),
            Block::Heading(2, "题字".to_owned(), vec![Inline::Text("题".to_owned())]),
            shown("字"),
        ]
    );
}

/// In a heading, a cell, a link or an emphasis there is no room for a picture: it stands
/// behind what it is in, and nothing is lost.
#[test]
fn shows_pictures_behind_what_has_no_room_for_them() {
    let find = |id: &str, words: &str| (id == "yard").then(|| picture(words));
    let found = super::illustrated(
        "| 甲 | 乙 |\n| --- | --- |\n| ![堆场](media:yard)一 | 二 |\n\n**重![场](media:yard)**尾\n\n[链![链图](media:yard)](/news/)\n\n## ![独](media:yard)",
        Lang::ZhHans,
        &find,
    );
    let text = |text: &str| Inline::Text(text.to_owned());
    let shown = |words| Block::Picture(Box::new(picture(words)));
    assert_eq!(
        found,
        [
            Block::Table(
                vec![Align::None, Align::None],
                vec![vec![text("甲")], vec![text("乙")]],
                vec![vec![vec![text("一")], vec![text("二")]]],
            ),
            shown("堆场"),
            Block::Paragraph(vec![Inline::Strong(vec![text("重")])]),
            shown("场"),
            Block::Paragraph(vec![text("尾")]),
            Block::Paragraph(vec![Inline::Link("/news/".to_owned(), vec![text("链")])]),
            shown("链图"),
            shown("独"),
        ]
    );
}
