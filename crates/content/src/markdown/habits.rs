//! More of what Chinese editors write, paste and let their programs write: what
//! readers get, and what editors are warned of with the line that would be read.

use rstest::rstest;

use super::cases::shown;
use super::leftovers;

/// The lines that are warned of, with how they would be read; `!` when certain.
fn warned(markdown: &str) -> String {
    let warned = leftovers(markdown).into_iter().map(|leftover| {
        let mended = leftover.mended.unwrap_or_default();
        let mark = if leftover.certain { "!" } else { "?" };
        format!("{}{mark}{mended}", leftover.line)
    });
    warned.collect::<Vec<_>>().join("; ")
}

/// Read as meant, and nothing to warn of.
#[rstest]
#[case::rule_under_a_sentence("第一段。\n---\n第二段", "p(第一段。) rule p(第二段)")]
#[case::rule_under_a_quotation("他说：“好。”\n---\n乙", "p(他说：“好。”) rule p(乙)")]
#[case::rule_under_two_lines("一\n二\n---", "p(一二) rule")]
#[case::underlined_heading("背景\n---\n正文", "h2#背景(背景) p(正文)")]
#[case::one_dash_under_words("甲\n-\n乙", "p(甲) p(乙)")]
#[case::rule_after_a_list("- 甲\n---\n乙", "ul(p(甲)) rule p(乙)")]
#[case::more_than(">50%的企业", "p(>50%的企业)")]
#[case::more_than_with_unit(">5万吨", "p(>5万吨)")]
#[case::quoted_year(">2025年，甲", "quote(p(2025年，甲))")]
#[case::quoted_number("> 50%的企业", "quote(p(50%的企业))")]
#[case::plus("+ 5.2%", "p(+ 5.2%)")]
#[case::telephone("+86 839 3266666", "p(+86 839 3266666)")]
#[case::telephone_in_groups("400-123-4567", "p(400-123-4567)")]
#[case::product("5*3*2=30", "p(5*3*2=30)")]
#[case::product_with_unit("尺寸6000*2000*1500mm。", "p(尺寸6000*2000*1500mm。)")]
#[case::product_of_units("10mm*20mm*5mm", "p(10mm*20mm*5mm)")]
#[case::product_with_spaces("5 * 3 * 2", "p(5 * 3 * 2)")]
#[case::product_in_bold("**尺寸：6*8**米", "p(«尺寸：6*8»米)")]
#[case::product_in_code("`5*3*2`", "p(`5*3*2`)")]
#[case::a_number_in_bold("**5.2**亿元", "p(«5.2»亿元)")]
#[case::year("2024. 全年产量", "p(2024. 全年产量)")]
#[case::year_in_brackets("2024) 全年产量", "p(2024) 全年产量)")]
#[case::date_with_spaces("2025. 10. 31 会议", "p(2025. 10. 31 会议)")]
#[case::date("3.2日投产", "p(3.2日投产)")]
#[case::decimal("1.5万吨", "p(1.5万吨)")]
#[case::nested_by_two("- 甲\n  - 乙\n    - 丙", "ul(p(甲) ul(p(乙) ul(p(丙))))")]
#[case::nested_by_a_tab("1. 甲\n\t- 乙", "ol1(p(甲) ul(p(乙)))")]
#[case::item_goes_on("1. 甲\n续行\n2. 乙", "ol1(p(甲续行); p(乙))")]
#[case::escaped_marks("\\*甲\\*", "p(*甲*)")]
#[case::escaped_number("1\\. 甲", "p(1. 甲)")]
#[case::underscores_in_a_name("snake_case_name", "p(snake_case_name)")]
#[case::underscores_in_a_file("铝_锭_产.pdf与A_1_2", "p(铝_锭_产.pdf与A_1_2)")]
#[case::characters_by_name("甲&nbsp;乙&ldquo;丙&rdquo;\n丁", "p(甲\u{a0}乙“丙”丁)")]
#[case::ampersands("R&D投入，AT&T，A&amp;B", "p(R&D投入，AT&T，A&B)")]
#[case::less_than("产能<25万吨", "p(产能<25万吨)")]
#[case::wide_space_at_a_line_end("甲　\n乙", "p(甲乙)")]
#[case::heading_closed("## 背景 ##", "h2#背景(背景)")]
#[case::heading_without_words("## \n\n甲", "p(甲)")]
#[case::item_without_words("-\n甲", "p(甲)")]
#[case::bold_beside_a_digit("达到58**（含）**以上", "p(达到58«（含）»以上)")]
#[case::bold_sum("增长**-5%**左右，**￥500**元", "p(增长«-5%»左右，«￥500»元)")]
#[case::enumerated(
    "（1）甲\n\n（2）乙\n\n①丙\n\n二、丁",
    "p(（1）甲) p(（2）乙) p(①丙) p(二、丁)"
)]
#[case::signed("—— 记者", "p(—— 记者)")]
#[case::address_with_a_capital(
    "Https://www.a.cn/B。",
    "p([Https://www.a.cn/B→https://www.a.cn/B]。)"
)]
#[case::address_in_capitals(
    "HTTP://WWW.A.CN/b，下",
    "p([HTTP://WWW.A.CN/b→http://www.a.cn/b]，下)"
)]
#[case::address_before_a_dash("https://a.cn/b——后", "p([https://a.cn/b→https://a.cn/b]——后)")]
#[case::address_in_quotes("“https://a.cn/b”", "p(“[https://a.cn/b→https://a.cn/b]”)")]
#[case::address_and_book("《https://a.cn/b》", "p(《[https://a.cn/b→https://a.cn/b]》)")]
#[case::mailbox(
    "邮箱：info@a.com.cn；电话",
    "p(邮箱：[info@a.com.cn→mailto:info@a.com.cn]；电话)"
)]
#[case::mailbox_on_www("a@www.b.cn。", "p([a@www.b.cn→mailto:a@www.b.cn]。)")]
#[case::mailbox_in_brackets("<info@a.cn>", "p([info@a.cn→mailto:info@a.cn])")]
#[case::a_name_after_at("@某人，a@b", "p(@某人，a@b)")]
#[case::table_without_outer_bars(
    "企业 | 产能\n\n--- | --:\n\n林丰 | 25\n\n正文",
    "table(企业|产能; 林丰|25) p(正文)"
)]
#[case::table_without_right_bars(
    "| 企业 | 产能\n\n| --- | ---\n\n| 林丰 | 25",
    "table(企业|产能; 林丰|25)"
)]
#[case::table_then_text("| 企业 |\n| --- |\n| 林丰 |\n正文", "table(企业; 林丰) p(正文)")]
fn reads_what_was_meant(#[case] markdown: &str, #[case] expected: &str) {
    assert_eq!(shown(markdown), expected);
    assert_eq!(warned(markdown), "");
}

#[rstest]
#[case::wide_digits("１. 第一项", "1!1. 第一项")]
#[case::wide_brackets("［原文］（https://a.cn/）", "1![原文](https://a.cn/)")]
#[case::tortoise_brackets("〔原文〕(https://a.cn/)", "1![原文](https://a.cn/)")]
#[case::bullet_before_latin("• Al 99.7", "1!- Al 99.7")]
#[case::bullet_before_a_number("●5万吨", "1!- 5万吨")]
#[case::arrow("► 第一项", "1!- 第一项")]
#[case::dash_of_a_word_processor("– 第一项", "1?- 第一项")]
#[case::no_break_space("-\u{a0}第一项", "1!- 第一项")]
#[case::heading_and_no_break_space("##\u{a0}背景", "1!## 背景")]
#[case::points_on_lines("（1）甲\n（2）乙\n(3) 丙", "2?\n（2）乙; 3?\n(3) 丙")]
#[case::circled_points("①甲\n②乙", "2?\n②乙")]
#[case::chinese_points("一、甲\n二、乙", "2?\n二、乙")]
#[case::chinese_points_in_brackets("（一）甲\n（二）乙", "2?\n（二）乙")]
#[case::wide_dashes("正文\n\n———", "3?\n---")]
#[case::equals_signs("===", "1?\n---")]
#[case::wide_equals_signs("＝＝＝", "1?\n---")]
#[case::words_between_underscores("这是_重点_内容", "1?这是*重点*内容")]
#[case::bold_between_latin("建成A**“铝都”**B", "1?建成A“**铝都**”B")]
#[case::on_a_ground("==高亮==文字", "1?**高亮**文字")]
#[case::a_name_without_end("甲&nbsp乙", "1?甲&nbsp;乙")]
#[case::a_name_twice_over("甲&amp;nbsp;乙", "1?甲&nbsp;乙")]
#[case::quotation("＞ 甲", "1!> 甲")]
fn tells_how_it_would_be_read(#[case] markdown: &str, #[case] expected: &str) {
    assert_eq!(warned(markdown), expected);
}

#[rstest]
#[case("＞5%的企业")]
#[case("他说\n（注）")]
#[case("产量=甲==乙")]
#[case("一、甲\n\n二、乙")]
#[case("……")]
#[case("甲——\n乙")]
fn leaves_alone_what_means_itself(#[case] markdown: &str) {
    assert_eq!(warned(markdown), "");
}
