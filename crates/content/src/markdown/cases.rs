//! What Chinese editors write by habit, and what a reader gets of it.

use model::{Align, Block, Inline, Lang};
use rstest::rstest;

fn blocks(markdown: &str) -> Vec<Block> {
    super::blocks(markdown, Lang::ZhHans)
}

/// The tree in a short notation: `p`, `h2#id`, `ol3`, `*em*`, `**strong**`.
pub fn shown(markdown: &str) -> String {
    blocks(markdown)
        .iter()
        .map(block)
        .collect::<Vec<_>>()
        .join(" ")
}

fn block(block: &Block) -> String {
    let items = |items: &[Vec<Block>]| {
        let item =
            |blocks: &Vec<Block>| blocks.iter().map(self::block).collect::<Vec<_>>().join(" ");
        items.iter().map(item).collect::<Vec<_>>().join("; ")
    };
    match block {
        Block::Paragraph(text) => format!("p({})", inlines(text)),
        Block::Heading(level, id, text) => format!("h{level}#{id}({})", inlines(text)),
        Block::List(Some(first), of) => format!("ol{first}({})", items(of)),
        Block::List(None, of) => format!("ul({})", items(of)),
        Block::Quote(blocks) => format!("quote({})", items(std::slice::from_ref(blocks))),
        Block::Code(code) => format!("code({code})"),
        Block::Table(_, head, rows) => {
            let row = |cells: &[Vec<Inline>]| {
                cells
                    .iter()
                    .map(|cell| inlines(cell))
                    .collect::<Vec<_>>()
                    .join("|")
            };
            let rows: Vec<String> = std::iter::once(row(head))
                .chain(rows.iter().map(|cells| row(cells)))
                .collect();
            format!("table({})", rows.join("; "))
        }
        Block::Rule => "rule".to_owned(),
        Block::Picture(picture) => format!("picture {}", picture.alt.text),
    }
}

fn inlines(text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Em(inner) => format!("‹{}›", inlines(inner)),
            Inline::Strong(inner) => format!("«{}»", inlines(inner)),
            Inline::Code(code) => format!("`{code}`"),
            Inline::Link(address, inner) => format!("[{}→{address}]", inlines(inner)),
            Inline::Break => "/".to_owned(),
        })
        .collect()
}

#[rstest]
#[case::colon_inside("**产业链：**全市共有五个环节。", "p(«产业链：»全市共有五个环节。)")]
#[case::quotes("建成**“绿色铝都”**以后", "p(建成«“绿色铝都”»以后)")]
#[case::title_marks("见**《办法》**第三条", "p(见«《办法》»第三条)")]
#[case::corner_brackets("见**「附件」**和**【说明】**等", "p(见«「附件」»和«【说明】»等)")]
#[case::full_stop("**完成。**然后", "p(«完成。»然后)")]
#[case::per_cent("达到**58%**以上", "p(达到«58%»以上)")]
#[case::brackets("电解铝**（原铝）**产能", "p(电解铝«（原铝）»产能)")]
#[case::latin_quotes("建成**\"铝都\"**以后", "p(建成«\"铝都\"»以后)")]
#[case::dots("**未完……**接着", "p(«未完……»接着)")]
#[case::emphasis("这是*重点*内容", "p(这是‹重点›内容)")]
#[case::emphasis_with_colon("*重点：*内容", "p(‹重点：›内容)")]
#[case::both("***要点：***内容", "p(‹«要点：»›内容)")]
fn emphasises_beside_any_punctuation(#[case] markdown: &str, #[case] expected: &str) {
    assert_eq!(shown(markdown), expected);
}

#[rstest]
#[case(
    "1. 第一阶段\n\n说明文字。\n\n2. 第二阶段",
    "ol1(p(第一阶段)) p(说明文字。) ol2(p(第二阶段))"
)]
#[case("3) 甲\n4) 乙", "ol3(p(甲); p(乙))")]
#[case("0. 甲", "ol0(p(甲))")]
#[case("　　- 甲\n　　- 乙", "ul(p(甲); p(乙))")]
fn goes_on_with_lists(#[case] markdown: &str, #[case] expected: &str) {
    assert_eq!(shown(markdown), expected);
}

#[rstest]
#[case::four_spaces("    3月2日，生产线投产。", "p(3月2日，生产线投产。)")]
#[case::a_tab("\t3月2日，生产线投产。", "p(3月2日，生产线投产。)")]
#[case::many_spaces("            投产。", "p(投产。)")]
#[case::two_paragraphs("    甲。\n\n    乙。", "p(甲。) p(乙。)")]
#[case::then_a_line("    甲，\n乙。", "p(甲，乙。)")]
#[case::within_an_item("- 甲\n\n      乙", "ul(p(甲) p(乙))")]
#[case::within_a_quotation(">     甲", "quote(p(甲))")]
#[case::emphasis_within("    **甲：**乙", "p(«甲：»乙)")]
#[case::two_ideographic("　　3月2日，生产线投产。", "p(3月2日，生产线投产。)")]
#[case::no_break_spaces("\u{a0}\u{a0}甲", "p(甲)")]
#[case::as_entities("&emsp;&emsp;甲。", "p(甲。)")]
#[case::four_and_two("    　　甲。", "p(甲。)")]
#[case::before_bold("　　**甲**乙", "p(«甲»乙)")]
#[case::before_a_heading("　　## 背景", "h2#背景(背景)")]
#[case::each_line_a_paragraph("　　甲。\n　　乙。", "p(甲。) p(乙。)")]
#[case::a_blank_line_of_them("甲。\n　　\n乙。", "p(甲。) p(乙。)")]
#[case::nothing_else("甲。\n\n　　\n\n乙。", "p(甲。) p(乙。)")]
#[case::between_words("甲　乙", "p(甲　乙)")]
#[case::fenced_code_stays("```\n    甲\n\t乙\n```", "code(    甲\n\t乙\n)")]
fn indents_nothing(#[case] markdown: &str, #[case] expected: &str) {
    assert_eq!(shown(markdown), expected);
}

#[rstest]
#[case::after_a_quote("他说：“好”\n然后离开", "p(他说：“好”然后离开)")]
#[case::after_dots("未完……\n接着", "p(未完……接着)")]
#[case::after_bold("**加粗**\n文字", "p(«加粗»文字)")]
#[case::before_bold("文字\n**加粗**", "p(文字«加粗»)")]
#[case::within_bold("**加\n粗**", "p(«加粗»)")]
#[case::within_a_link("[见\n附表](/about/)", "p([见附表→/about/])")]
#[case::after_a_full_stop("第一句。\n第二句", "p(第一句。第二句)")]
#[case::before_a_quote("他说\n“好”", "p(他说“好”)")]
#[case::between_quotes("“甲”\n“乙”", "p(“甲”“乙”)")]
#[case::a_dash("甲——\n乙", "p(甲——乙)")]
#[case::after_code("`甲`\n乙", "p(`甲`乙)")]
#[case::before_full_width_punctuation("(Al)\n，然后", "p((Al)，然后)")]
#[case::beyond_the_first_plane("𠮷\n田", "p(𠮷田)")]
#[case::latin_words("primary\naluminium", "p(primary aluminium)")]
#[case::latin_in_bold("**primary**\naluminium", "p(«primary» aluminium)")]
#[case::a_sign_after_latin("word\n“quote”", "p(word “quote”)")]
fn joins_lines_by_width(#[case] markdown: &str, #[case] expected: &str) {
    assert_eq!(shown(markdown), expected);
}

#[test]
fn keeps_english_lines_apart_after_a_quotation_mark() {
    let read = super::blocks("He said “yes”\n“and” left…\nthen", Lang::En);
    let expected = Inline::Text("He said “yes” “and” left… then".to_owned());
    assert_eq!(read, [Block::Paragraph(vec![expected])]);
}

#[rstest]
#[case(
    "详见https://www.example.com/a。",
    "p(详见[https://www.example.com/a→https://www.example.com/a]。)"
)]
#[case("（https://a.cn/b）", "p(（[https://a.cn/b→https://a.cn/b]）)")]
#[case("(https://a.cn/b)", "p(([https://a.cn/b→https://a.cn/b]))")]
#[case("https://a.cn/铝_(金属)", "p([https://a.cn/→https://a.cn/]铝_(金属))")]
#[case(
    "https://a.cn/b_(c)，下",
    "p([https://a.cn/b_(c)→https://a.cn/b_(c)]，下)"
)]
#[case("《https://a.cn/》；甲", "p(《[https://a.cn/→https://a.cn/]》；甲)")]
#[case("见https://a.cn/b.", "p(见[https://a.cn/b→https://a.cn/b].)")]
#[case(
    "见https://a.cn/b?c=d&e=f#g，",
    "p(见[https://a.cn/b?c=d&e=f#g→https://a.cn/b?c=d&e=f#g]，)"
)]
#[case("**https://a.cn/b**", "p(«[https://a.cn/b→https://a.cn/b]»)")]
#[case(
    "官网：www.example.com。",
    "p(官网：[www.example.com→http://www.example.com/]。)"
)]
#[case("<https://a.cn/b>。", "p([https://a.cn/b→https://a.cn/b]。)")]
#[case(
    "[https://a.cn/b](https://a.cn/c)",
    "p([https://a.cn/b→https://a.cn/c])"
)]
#[case("`https://a.cn/b`", "p(`https://a.cn/b`)")]
#[case("https://和www.都不是", "p(https://和www.都不是)")]
#[case(
    "https://a.cn/b、https://a.cn/c",
    "p([https://a.cn/b→https://a.cn/b]、[https://a.cn/c→https://a.cn/c])"
)]
fn links_bare_addresses(#[case] markdown: &str, #[case] expected: &str) {
    assert_eq!(shown(markdown), expected);
}

#[test]
fn links_to_headings_of_the_page() {
    assert_eq!(
        shown("[见附表](#附表)和[表](#%E9%99%84%E8%A1%A8)\n\n## 附表\n\n内容"),
        "p([见附表→#附表]和[表→#附表]) h2#附表(附表) p(内容)"
    );
    assert_eq!(
        shown(
            "## 附表 1：产能\n\n## 附表 1：产能\n\n## Main\n\n## ！\n\n[一](#附表1产能)[二](<#附表 1：产能>)"
        ),
        "h2#附表-1产能(附表 1：产能) h2#附表-1产能-1(附表 1：产能) h2#main-1(Main) h2#section(！) p([一→#附表1产能][二→#附表-1产能])"
    );
}

#[test]
fn links_to_headings_whose_id_the_page_has() {
    assert_eq!(
        shown("## Corrections\n\n[甲](#corrections)[乙](#Corrections)"),
        "h2#corrections-1(Corrections) p([甲→#corrections-1][乙→#corrections-1])"
    );
}

#[rstest]
#[case::as_written("| 企业 | 产能 |\n| --- | --: |\n| 林丰 | 25 |")]
#[case::each_row_a_paragraph("| 企业 | 产能 |\n\n| --- | --: |\n\n| 林丰 | 25 |")]
#[case::indented("　　| 企业 | 产能 |\n　　| --- | --: |\n　　| 林丰 | 25 |")]
#[case::by_four_spaces("    | 企业 | 产能 |\n    | --- | --: |\n    | 林丰 | 25 |")]
fn reads_tables_with_their_alignment(#[case] markdown: &str) {
    let text = |text: &str| vec![Inline::Text(text.to_owned())];
    assert_eq!(
        blocks(markdown),
        [Block::Table(
            vec![Align::None, Align::Right],
            vec![text("企业"), text("产能")],
            vec![vec![text("林丰"), text("25")]],
        )]
    );
}

#[test]
fn keeps_two_tables_apart() {
    let table = "| 甲 |\n\n| --- |\n\n| 一 |";
    assert_eq!(
        shown(&format!("前\n\n{table}\n\n{table}\n\n后")),
        "p(前) table(甲; 一) table(甲; 一) p(后)"
    );
}
