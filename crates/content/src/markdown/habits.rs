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
#[case::a_note_by_number("正文[1]。\n\n[1]: 广元市统计局", "p(正文[1]。) p([1]: 广元市统计局)")]
#[case::a_note_by_a_word("- 甲\n\n[注]: 不含税", "ul(p(甲)) p([注]: 不含税)")]
#[case::a_note_in_an_item("- [注]: 不含税", "ul(p([注]: 不含税))")]
#[case::an_address_that_no_link_names(
    "正文\n\n[来源]: https://a.cn/b",
    "p(正文) p([来源]: [https://a.cn/b→https://a.cn/b])"
)]
#[case::an_address_that_a_link_names("[甲][1]\n\n[1]: https://a.cn/b", "p([甲→https://a.cn/b])")]
#[case::nested_below_a_number("1. 甲\n  - 乙\n  - 丙\n2. 丁", "ol1(p(甲) ul(p(乙); p(丙)); p(丁))")]
#[case::nested_below_two_digits("10. 甲\n   - 乙\n11. 丙", "ol10(p(甲) ul(p(乙)); p(丙))")]
#[case::nested_numbers(
    "1. 甲\n  1. 乙\n  2. 丙\n2. 丁",
    "ol1(p(甲) ol1(p(乙); p(丙)); p(丁))"
)]
#[case::nested_twice(
    "1. 甲\n  - 乙\n    - 丙\n2. 丁",
    "ol1(p(甲) ul(p(乙) ul(p(丙))); p(丁))"
)]
#[case::numbers_out_of_line(" 9. 甲\n10. 乙\n  11. 丙", "ol9(p(甲); p(乙); p(丙))")]
#[case::a_fence_in_a_fence("````\n```\n6*7\n```\n````\n\n乙", "code(```\n6*7\n```\n) p(乙)")]
#[case::a_fence_in_an_item("- ```\n  6*7\n  ```\n\n乙", "ul(code(6*7\n)) p(乙)")]
#[case::bold_between_latin("建成A**“铝都”**B", "p(建成A«“铝都”»B)")]
#[case::bold_before_a_number("**重点:**2025年", "p(«重点:»2025年)")]
#[case::bold_and_wide_colon("**时间：**2025年，**电话：**0839", "p(«时间：»2025年，«电话：»0839)")]
#[case::bold_twice_with_colons("**Note:**text，**注:**正文", "p(«Note:»text，«注:»正文)")]
#[case::bold_around_a_link("A**[原文](https://a.cn/)**B", "p(A«[原文→https://a.cn/]»B)")]
#[case::a_picture_with_a_wide_mark("见！[厂区](/about/)", "p(见！[厂区→/about/])")]
#[case::two_addresses(
    "https://a.cn/b,https://c.cn/d",
    "p([https://a.cn/b→https://a.cn/b],[https://c.cn/d→https://c.cn/d])"
)]
#[case::an_address_in_an_address(
    "https://a.cn/?u=https://b.cn/",
    "p([https://a.cn/?u=https://b.cn/→https://a.cn/?u=https://b.cn/])"
)]
#[case::an_address_of_wechat(
    "https://mp.weixin.qq.com/s?__biz=MzA==&mid=1&times=2&sn=ab==#rd，下",
    "p([https://mp.weixin.qq.com/s?__biz=MzA==&mid=1&times=2&sn=ab==#rd→https://mp.weixin.qq.com/s?__biz=MzA==&mid=1&times=2&sn=ab==#rd]，下)"
)]
#[case::a_bar_below_a_table(
    "| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n\n正文|不是表",
    "table(甲|乙; 一|二) p(正文|不是表)"
)]
#[case::a_name_with_a_hash("## C#", "h2#c(C#)")]
#[case::an_amount("价格$500到$600", "p(价格$500到$600)")]
#[case::ranges("5~10~20，约~10", "p(5~10~20，约~10)")]
#[case::a_power("10^4吨", "p(10^4吨)")]
#[case::cells_fewer_than_columns("| 甲 | 乙 |\n| --- | --- |\n| 一 |", "table(甲|乙; 一|)")]
#[case::an_escaped_bar(
    "| 甲 | 乙 |\n| --- | --- |\n| 一\\|二 | 三 |",
    "table(甲|乙; 一|二|三)"
)]
#[case::words_behind_an_address(
    "https://a.cn/查看详情",
    "p([https://a.cn/→https://a.cn/]查看详情)"
)]
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
#[case::on_a_ground("==高亮==文字", "1?**高亮**文字")]
#[case::a_name_without_end("甲&nbsp乙", "1?甲&nbsp;乙")]
#[case::a_name_twice_over("甲&amp;nbsp;乙", "1?甲&nbsp;乙")]
#[case::quotation("＞ 甲", "1!> 甲")]
#[case::latin_item("-Al含量", "1?- Al含量")]
#[case::latin_number("1.Al含量", "1?1. Al含量")]
#[case::latin_number_in_brackets("1）Al含量", "1!1. Al含量")]
#[case::points_by_stops("1。甲\n2。乙", "1?1. 甲; 2?2. 乙")]
#[case::points_by_letters("A、甲\nB、乙", "2?\nB、乙")]
#[case::points_by_small_letters("a. 甲\nb. 乙", "2?\nb. 乙")]
#[case::points_by_roman_numbers("Ⅰ、甲\nⅡ、乙", "2?\nⅡ、乙")]
#[case::points_by_chinese_and_latin("一. 甲\n二．乙", "2?\n二．乙")]
#[case::pasted_from_a_spreadsheet(
    "企业\t产能\t占比\n林丰\t25\t10%",
    "1!| 企业 | 产能 | 占比 |\n| --- | --- | --- |; 2!| 林丰 | 25 | 10% |"
)]
#[case::pasted_as_paragraphs(
    "企业\t产能\n\n林丰\t25",
    "1!| 企业 | 产能 |\n| --- | --- |; 3!| 林丰 | 25 |"
)]
#[case::pasted_with_gaps(
    "企业\t产能\n林丰\t25\n合计",
    "1!| 企业 | 产能 |\n| --- | --- |; 2!| 林丰 | 25 |"
)]
#[case::perhaps_two_columns(
    "姓名：\t张三\n电话：\t0839",
    "1?| 姓名： | 张三 |\n| --- | --- |; 2?| 电话： | 0839 |"
)]
#[case::bars_and_no_header(
    "企业｜产能\n林丰｜25",
    "1?| 企业 | 产能 |\n| --- | --- |; 2?| 林丰 | 25 |"
)]
#[case::bars_on_the_left(
    "| 企业 | 产能\n| 林丰 | 25",
    "1?| 企业 | 产能 |\n| --- | --- |; 2?| 林丰 | 25 |"
)]
#[case::equals_signs_below_the_header("| 甲 | 乙 |\n| === | === |\n| 一 | 二 |", "2!| --- | --- |")]
#[case::a_drawn_table("┌──┬──┐\n│甲│乙│\n└──┴──┘", "1?; 2?; 3?")]
#[case::a_typed_table("+---+---+\n| 甲 | 乙 |\n+---+---+", "1?; 3?")]
#[case::bullets_with_tabs("•\t甲\n•\t乙", "1!- 甲; 2!- 乙")]
#[case::a_dash_of_its_own("—甲\n—乙", "1?- 甲; 2?- 乙")]
#[case::a_name_of_a_heading("## 附表 {#cap}", "1?## 附表")]
#[case::a_heading_closed_at_once("## 附表##", "1?## 附表")]
#[case::a_link_without_words("[](https://a.cn/)", "1?")]
#[case::a_link_of_a_wiki("[[附表]]", "1?")]
#[case::a_link_without_a_scheme("[原文]（www.a.cn）", "1?[原文](https://www.a.cn)")]
#[case::a_space_before_wide_brackets("[原文] （https://a.cn/）", "1![原文](https://a.cn/)")]
#[case::a_space_in_an_id("[见](#附表 1)\n\n## 附表 1", "1?[见](#附表-1)")]
#[case::to_tick_off("- [ ] 待办\n- [x] 完成", "1?- ☐ 待办; 2?- ☑ 完成")]
#[case::contents("[TOC]\n\n## 甲", "1?")]
#[case::a_box("> [!NOTE]\n> 甲", "1?")]
#[case::a_box_of_colons(":::tip\n甲\n:::", "1?; 3?")]
#[case::a_formula("$E=mc^2$，", "1?")]
#[case::lowered("H~2~O，CO~2~", "1?H₂O，CO~2~")]
#[case::raised("m^3^，10^4^", "1?m³，10^4^")]
#[case::a_fence_without_end("甲\n\n```\n乙", "3?")]
#[case::cells_beyond_the_last_column("| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 | 三 |", "3?")]
#[case::an_address_with_chinese("见https://a.cn/铝业/b.pdf。", "1?见<https://a.cn/铝业/b.pdf>。")]
#[case::a_query_with_chinese("https://a.cn/s?q=铝&p=2", "1?<https://a.cn/s?q=铝&p=2>")]
#[case::a_wide_scheme("见https：//a.cn／b．html。", "1!见https://a.cn/b.html。")]
#[case::a_space_in_an_address("[附件](/papers/附件 1.pdf)", "1?[附件](/papers/附件%201.pdf)")]
#[case::a_title_in_chinese_quotes("[原文](https://a.cn/x “标题”)", "1?[原文](https://a.cn/x)")]
#[case::a_picture_with_wide_brackets("![厂房]（media:yard）", "1!![厂房](media:yard)")]
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
#[case("甲\tb")]
#[case("价格$500、$600_起")]
#[case("- 甲\t乙\n- 丙\t丁")]
#[case("A股上涨\nB股下跌")]
#[case("A. Smith\nB. Jones")]
#[case("3.5万吨")]
#[case("[x]")]
#[case("访问https://a.cn/了解详情")]
#[case("https://a.cn/b——后/c")]
#[case("> 引文\n\n```\n码\n```")]
fn leaves_alone_what_means_itself(#[case] markdown: &str) {
    assert_eq!(warned(markdown), "");
}
