use rstest::rstest;

use super::{leftovers, mend};

/// The lines that are warned of, with how they would be read; `!` when certain.
fn warned(markdown: &str) -> Vec<(usize, String)> {
    let warned = leftovers(markdown).into_iter().map(|leftover| {
        let mended = leftover.mended.unwrap_or_default();
        let mark = if leftover.certain { "!" } else { "?" };
        (leftover.line, format!("{mark}{mended}"))
    });
    warned.collect()
}

#[rstest]
#[case::heading("##背景", "!## 背景")]
#[case::heading_after_a_wide_space("##　背景", "!## 背景")]
#[case::heading_of_wide_signs("＃＃背景", "!## 背景")]
#[case::heading_closed("###背景###", "!### 背景")]
#[case::heading_in_an_item("- ##背景", "!- ## 背景")]
#[case::heading_of_the_first_level("#背景", "?## 背景")]
#[case::item("-第一项", "!- 第一项")]
#[case::item_in_bold("-**甲：**乙", "!- **甲：**乙")]
#[case::item_after_a_wide_space("-　第一项", "!- 第一项")]
#[case::item_of_a_word_processor("•第一项", "!- 第一项")]
#[case::item_with_a_space("● 第一项", "!- 第一项")]
#[case::perhaps_a_footnote("*注：不含税", "?- 注：不含税")]
#[case::perhaps_a_dash("－第一项", "?- 第一项")]
#[case::number("1.第一项", "!1. 第一项")]
#[case::number_in_brackets("2)第二项", "!2. 第二项")]
#[case::number_of_wide_signs("１．第一项", "!1. 第一项")]
#[case::number_with_a_wide_bracket("1）第一项", "!1. 第一项")]
#[case::quotation("＞引文", "!> 引文")]
#[case::wide_brackets(
    "[原文]（https://www.example.com/）",
    "![原文](https://www.example.com/)"
)]
#[case::lenticular(
    "【原文】(https://www.example.com/)",
    "![原文](https://www.example.com/)"
)]
#[case::both("见【原文】（https://a.cn/b）。", "!见[原文](https://a.cn/b)。")]
#[case::one_of_each("[原文](https://a.cn/b）。", "![原文](https://a.cn/b)。")]
#[case::a_space_between("[原文] (https://a.cn/b)", "![原文](https://a.cn/b)")]
#[case::a_space_within(
    "[原文]( https://a.cn/b ) 和[二]（/about/）",
    "![原文]( https://a.cn/b ) 和[二](/about/)"
)]
#[case::the_wrong_way_round("(原文)[https://a.cn/b]", "![原文](https://a.cn/b)")]
#[case::to_a_heading("[附表]（#附表）", "![附表](#附表)")]
#[case::link_without_end("[原文](https://a.cn/b", "?")]
#[case::spaces_in_bold("** 加粗 **文字", "!**加粗**文字")]
#[case::wide_asterisks("＊＊加粗＊＊文字", "!**加粗**文字")]
#[case::underscores("全市__重点__项目", "?全市**重点**项目")]
#[case::bold_without_end("**加粗文字", "?")]
#[case::struck_out("~~删去~~", "?")]
#[case::footnote("正文[^1]", "?")]
#[case::two_at_once("-见【原文】（https://a.cn/b）", "!- 见[原文](https://a.cn/b)")]
fn tells_how_a_line_would_be_read(#[case] line: &str, #[case] mended: &str) {
    assert_eq!(warned(line), [(1, mended.to_owned())]);
    assert_eq!(
        warned(&format!("前文。\n\n{line}\n\n后文。")),
        [(3, mended.to_owned())]
    );
}

#[rstest]
#[case("**产业链：**全市")]
#[case("-5%以内")]
#[case("-1.2万吨")]
#[case("3.15晚会")]
#[case("2.5万吨")]
#[case("1、第一项")]
#[case("2025.第")]
#[case("#铝产业#")]
#[case("#3电解槽")]
#[case("+86 839")]
#[case("—— 记者")]
#[case("\\##背景")]
#[case("\\*\\*甲\\*\\*")]
#[case("\\[原文\\]（https://a.cn/）")]
#[case("`**`和`## `")]
#[case("```\n##背景\n-第一项\n```")]
#[case("[原文](https://a.cn/b)（见附表）")]
#[case("广元（四川）(2025)")]
#[case("[甲]（乙）")]
#[case("【说明】（见附表）")]
#[case("a * b ** c")]
#[case("|x|")]
#[case("| 企业 | 产能 |\n| --- | --: |\n| 林丰 | 25 |")]
#[case("| 企业 |\n\n| --- |\n\n| 林丰 |")]
#[case("- 甲\n- 乙\n\n1. 丙\n2. 丁")]
fn leaves_alone_what_means_itself(#[case] markdown: &str) {
    // A lone pair of asterisks says nothing of what it was.
    let warned: Vec<_> = warned(markdown);
    let expected: Vec<(usize, String)> = match markdown {
        "a * b ** c" => vec![(1, "?".to_owned())],
        _ => Vec::new(),
    };
    assert_eq!(warned, expected);
}

#[rstest]
#[case::no_delimiter("| 甲 | 乙 |\n| 1 | 2 |", "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |")]
#[case::rows_as_paragraphs("| 甲 | 乙 |\n\n| 1 | 2 |", "| 甲 | 乙 |\n| --- | --- |\n\n| 1 | 2 |")]
#[case::other_columns(
    "| 甲 | 乙 |\n| --: |\n| 1 | 2 |",
    "| 甲 | 乙 |\n| --: | --- |\n| 1 | 2 |"
)]
#[case::wide_bars("｜甲｜乙｜\n｜---｜---｜\n｜1｜2｜", "|甲|乙|\n| --- | --- |\n|1|2|")]
#[case::wide_dashes(
    "| 甲 | 乙 |\n| —— | ——： |\n| 1 | 2 |",
    "| 甲 | 乙 |\n| --- | --: |\n| 1 | 2 |"
)]
fn mends_tables(#[case] markdown: &str, #[case] mended: &str) {
    let found = leftovers(markdown);
    assert!(found.iter().all(|leftover| leftover.certain), "{found:?}");
    assert_eq!(mend(markdown, &found), mended);
    assert_eq!(leftovers(mended), []);
    let table = crate::markdown::blocks(mended, model::Lang::ZhHans);
    assert!(matches!(&table[..], [model::Block::Table(..)]), "{table:?}");
}

#[test]
fn mends_a_list_line_by_line() {
    let markdown = "-第一项\n-第二项\n\n1.第一项\n2.第二项";
    let mended = mend(markdown, &leftovers(markdown));
    assert_eq!(mended, "- 第一项\n- 第二项\n\n1. 第一项\n2. 第二项");
}

#[test]
fn is_not_certain_of_what_would_not_be_read_all_the_same() {
    // Only a list that begins with 1 may follow a line at once.
    assert_eq!(warned("说明：\n2.第二项"), [(2, "?2. 第二项".to_owned())]);
    assert_eq!(warned("说明：\n1.第一项"), [(2, "!1. 第一项".to_owned())]);
    assert_eq!(
        warned("1、甲\n2、乙"),
        [(1, "?1. 甲".to_owned()), (2, "?2. 乙".to_owned())]
    );
    assert_eq!(warned("说明：\n3. 丙"), [(2, "?\n3. 丙".to_owned())]);
}
