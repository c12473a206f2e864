//! One fixture for each kind of fault: its place, its kind, and its remedy in
//! both languages.

#[path = "examples.rs"]
mod examples;

use std::collections::BTreeSet;
use std::fs;

use model::Lang;
use rstest::rstest;

use super::overlay::{Overlay, fixtures};

#[rstest]
#[case(
    "assumption-with-source",
    "chain.json",
    Some("30:129"),
    "assumption-with-source",
    "删去 assumption，或删去 source",
    "Remove `assumption` or `source`"
)]
#[case(
    "bad-address",
    "sources.json",
    Some("3:89"),
    "bad-address",
    "前面缺少 https://",
    "Copy the whole address from the browser"
)]
#[case(
    "bad-address-host",
    "sources.json",
    Some("3:89"),
    "bad-address",
    "不是公开的域名",
    "not a public one"
)]
#[case(
    "bad-address-space",
    "sources.json",
    Some("3:89"),
    "bad-address",
    "中间有空格",
    "a space or a line break"
)]
#[case(
    "body-link",
    "news/2025-10-31-output.json",
    Some("6:11"),
    "body-link",
    "不允许的协议“javascript:”。只允许",
    "Change it to one of https, http, mailto, tel"
)]
#[case(
    "body-link-away",
    "news/2025-10-31-output.json",
    Some("6:11"),
    "body-link",
    "第 2 行，链接：“//elsewhere",
    "lead away from the site"
)]
#[case(
    "confirmed-without-source",
    "companies.json",
    Some("25:21"),
    "confirmed-without-source",
    "请填写 source",
    "Add `source`"
)]
#[case(
    "copied-file",
    "news/2025-10-31-output - 副本.json",
    None,
    "copied-file",
    "“2025-10-31-output.json”的副本（复制粘贴时系统起的名字），它不会发布。不需要就删去",
    "a copy of `2025-10-31-output.json`"
)]
#[case(
    "corrected-without-point",
    "indicators.json",
    Some("25:21"),
    "corrected-without-point",
    "points 里没有“2024”的这一种数。请照那个数写",
    "no figure of this kind for `2024`. Write"
)]
#[case(
    "correction-before-article",
    "news/2025-10-31-output.json",
    Some("10:29"),
    "correction-before-article",
    "早于被更正的内容的日期“2025-10-31”。请核对",
    "earlier than what it puts right, `2025-10-31`. Check"
)]
#[case(
    "correction-order",
    "news/2025-10-31-output.json",
    Some("12:15"),
    "correction-order",
    "早于排在它前面的“2025-11-03”。请按时间从早到晚",
    "earlier than that of `2025-11-03` before it. Put"
)]
#[case(
    "correction-without-note",
    "news/2025-10-31-output.json",
    Some("10:19"),
    "missing-field",
    "“note”。请补上",
    "`note` is missing. Add it"
)]
#[case(
    "count",
    "indicators.json",
    Some("2:15"),
    "count",
    "请增减到 3 项",
    "until there are 3"
)]
#[case(
    "credentials",
    "sources.json",
    Some("3:89"),
    "credentials",
    "请删去“@”及其前面的部分",
    "Remove the `@`"
)]
#[case(
    "dangling-article",
    "alliance.json",
    Some("10:16"),
    "dangling",
    "或先在 news/ 里添加",
    "Correct the id, or add it there first"
)]
#[case(
    "dangling-company",
    "news/2025-10-31-output.json",
    Some("8:32"),
    "dangling",
    "是否想写“second-works”？",
    "Did you mean `second-works`?"
)]
#[case(
    "dangling-district",
    "companies.json",
    Some("11:19"),
    "dangling",
    "是否想写“lizhou”？",
    "Did you mean `lizhou`?"
)]
#[case(
    "dangling-factor",
    "chain.json",
    Some("3:111"),
    "dangling",
    "是否想写“alumina-per-aluminium”？",
    "Did you mean `alumina-per-aluminium`?"
)]
#[case(
    "dangling-featured",
    "indicators.json",
    Some("2:38"),
    "dangling",
    "是否想写“exports”？",
    "Did you mean `exports`?"
)]
#[case(
    "dangling-indicator",
    "chain.json",
    Some("5:136"),
    "dangling",
    "是否想写“capacity”？",
    "Did you mean `capacity`?"
)]
#[case(
    "dangling-material",
    "chain.json",
    Some("15:60"),
    "dangling",
    "是否想写“alumina”？",
    "Did you mean `alumina`?"
)]
#[case(
    "dangling-product",
    "companies.json",
    Some("10:20"),
    "dangling",
    "是否想写“rod”？",
    "Did you mean `rod`?"
)]
#[case(
    "dangling-source",
    "news/2025-10-31-output.json",
    Some("9:13"),
    "dangling",
    "是否想写“daily”？请改正编号，或先在 sources.json 里添加",
    "Did you mean `daily`? Correct the id"
)]
#[case(
    "date",
    "news/2025-10-31-output.json",
    Some("3:11"),
    "date",
    "“2025-13-01”不是有效日期",
    "Write YYYY-MM-DD, YYYY-MM or YYYY, as in 2025-10-31"
)]
#[case(
    "date-form",
    "news/2025-10-31-output.json",
    Some("3:11"),
    "date",
    "请写成 YYYY-MM-DD、YYYY-MM 或 YYYY，例如 2025-10-31",
    "Write YYYY-MM-DD"
)]
#[case(
    "date-leap-day",
    "companies.json",
    Some("18:23"),
    "date",
    "“2025-02-29”不是有效日期",
    "no such day or month as `2025-02-29`"
)]
#[case(
    "duplicate-id",
    "sources.json",
    Some("5:13"),
    "duplicate-id",
    "第一次出现在第 4 行第 13 列。请给其中一个换一个编号",
    "first at 4:13. Give one of them another id"
)]
#[case(
    "duplicate-key",
    "news/2025-10-31-output.json",
    Some("7:3"),
    "duplicate-key",
    "第一次在第 3 行第 3 列。请删去其中一个",
    "first at 3:3. Remove one"
)]
#[case(
    "duplicate-point",
    "indicators.json",
    Some("11:21"),
    "duplicate-point",
    "在第 10 行第 21 列。请只留一个",
    "at 10:21. Keep one"
)]
#[case(
    "empty-list",
    "companies.json",
    Some("23:17"),
    "empty-list",
    "至少要有一项。请补上",
    "at least one entry. Add one"
)]
#[case(
    "empty-text",
    "news/2025-10-31-output.json",
    Some("4:12"),
    "empty-text",
    "请填写文字",
    "Write it, or remove the whole field"
)]
#[case(
    "factor-unit",
    "chain.json",
    Some("26:55"),
    "factor-unit",
    "请改用 kWh/t，并按新单位换算数字",
    "Change the unit to kWh/t"
)]
#[case(
    "file-name",
    "news/2025-10-31-output.json",
    Some("2:9"),
    "file-name",
    "请把 id 改为“2025-10-31-output”",
    "Change the id to `2025-10-31-output`"
)]
#[case(
    "grade-c",
    "sources.json",
    Some("4:83"),
    "grade-c",
    "请删去 url",
    "Remove `url`"
)]
#[case(
    "heading",
    "news/2025-10-31-output.json",
    Some("6:11"),
    "heading",
    "请改为 ##、### 或 ####",
    "Change it to level 2 to 4"
)]
#[case(
    "hidden-character",
    "news/2025-10-31-output.json",
    Some("4:15"),
    "hidden-character",
    "U+200B 零宽空格。请删去",
    "U+200B zero width space. Remove it"
)]
#[case(
    "hidden-character-escaped",
    "news/2025-10-31-output.json",
    Some("4:12"),
    "hidden-character",
    "U+0007 控制字符。请删去",
    "U+0007 control character. Remove it"
)]
#[case(
    "image",
    "news/2025-10-31-output.json",
    Some("6:11"),
    "image",
    "请删去，或改为链接；要放图",
    "Remove it, or make it a link; to show one"
)]
#[case(
    "no-picture",
    "media.json",
    Some("3:29"),
    "no-picture",
    "是否想写“yard.png”？请把图片放进 media/",
    "Did you mean `yard.png`? Put the picture there"
)]
#[case(
    "bad-picture",
    "media.json",
    Some("3:29"),
    "bad-picture",
    "请把扩展名改为“.png”",
    "Change the ending to `.png`"
)]
#[case(
    "picture-without-alt",
    "media.json",
    Some("3:5"),
    "missing-field",
    "一句话写明谁、在哪里、在做什么",
    "who does what and where"
)]
#[case(
    "picture-without-credit",
    "media.json",
    Some("3:5"),
    "missing-field",
    "谁拍的或谁提供的",
    "who took or gave it"
)]
#[case(
    "picture-focus",
    "media.json",
    Some("3:99"),
    "out-of-bounds",
    "超出合理范围 0 至 100",
    "not within 0 to 100"
)]
#[case(
    "dangling-cover",
    "news/2025-10-31-output.json",
    Some("9:12"),
    "dangling",
    "media.json 里没有编号“yadr”。是否想写“yard”？",
    "nothing in media.json has the id `yadr`"
)]
#[case(
    "dangling-picture",
    "news/2025-10-31-output.json",
    Some("6:11"),
    "body-link",
    "第 1 行，引用：media.json 里没有编号“yadr”",
    "on line 1 of the text, reference: nothing in media.json"
)]
#[case(
    "event-backwards",
    "events.json",
    Some("3:191"),
    "date",
    "请对调前后两个日期",
    "Swap its two dates"
)]
#[case(
    "event-uneven",
    "events.json",
    Some("3:191"),
    "date",
    "有时刻的，两头都写时刻",
    "where one has a time of day, so must the other"
)]
#[case(
    "event-clock",
    "events.json",
    Some("3:164"),
    "date",
    "小时、分钟各两位",
    "with two digits for hours and minutes"
)]
#[case(
    "event-agenda-clock",
    "events.json",
    Some("3:204"),
    "date",
    "只有时刻的地方写 09:30",
    "where only a time of day is wanted"
)]
#[case(
    "event-kind",
    "events.json",
    Some("3:76"),
    "unknown-word",
    "conference、exhibition",
    "Change it to one of conference"
)]
#[case(
    "event-article",
    "events.json",
    Some("3:189"),
    "dangling",
    "news/ 里没有编号“nothing-like-it”",
    "nothing in the folder news has the id"
)]
#[case(
    "event-changes",
    "events.json",
    Some("3:199"),
    "partial-correction-date",
    "请写完整的年月日",
    "Write YYYY-MM-DD"
)]
#[case(
    "event-register",
    "events.json",
    Some("3:197"),
    "scheme",
    "只允许 https、http",
    "Change it to one of https, http"
)]
#[case(
    "no-paper",
    "documents.json",
    Some("3:99"),
    "no-paper",
    "是否想写“form.pdf”？请把文件放进 papers/",
    "Did you mean `form.pdf`? Put the file there"
)]
#[case(
    "bad-paper",
    "documents.json",
    Some("3:99"),
    "bad-paper",
    "请把扩展名改为“.pdf”",
    "Change the ending to `.pdf`"
)]
#[case(
    "paper-twice",
    "documents.json",
    Some("3:99"),
    "paper-twice",
    "请只写一个",
    "Write one of them"
)]
#[case(
    "paper-grade-c",
    "documents.json",
    Some("3:98"),
    "grade-c",
    "请删去 url",
    "Remove `url`"
)]
#[case(
    "dangling-paper",
    "news/2025-10-31-output.json",
    Some("9:14"),
    "dangling",
    "documents.json 里没有编号“fomr”。是否想写“form”？",
    "nothing in documents.json has the id `fomr`"
)]
#[case(
    "offer-backwards",
    "offers.json",
    Some("3:162"),
    "date",
    "请对调前后两个日期",
    "Swap its two dates"
)]
#[case(
    "offer-until",
    "offers.json",
    Some("3:162"),
    "partial-day",
    "请写完整的年月日",
    "Write YYYY-MM-DD"
)]
#[case(
    "offer-tonnes",
    "offers.json",
    Some("3:186"),
    "out-of-bounds",
    "-300 小于 0.1",
    "-300 is less than 0.1"
)]
#[case(
    "offer-company",
    "offers.json",
    Some("3:187"),
    "dangling",
    "companies.json 的 companies 里没有编号“nobody”",
    "nothing in `companies` of companies.json has the id `nobody`"
)]
#[case(
    "offer-kind",
    "offers.json",
    Some("3:30"),
    "unknown-word",
    "是否想写“offer”？",
    "Did you mean `offer`?"
)]
#[case(
    "stage-order",
    "chain.json",
    Some("3:13"),
    "stage-order",
    "请按 alumina、anode、",
    "Put the stages in the order alumina, anode,"
)]
#[case(
    "misled-flow",
    "chain.json",
    Some("18:5"),
    "misled-flow",
    "请改为：写 \"from\": \"processing\"，不写 to（去往链外）。",
    "Write \"from\": \"processing\" and no `to`"
)]
#[case(
    "missing-chinese",
    "companies.json",
    Some("7:15"),
    "missing-field",
    "中文是必需的，请补上",
    "Chinese is needed: add it"
)]
#[case(
    "missing-factor",
    "chain.json",
    Some("23:14"),
    "missing-factor",
    "缺少“remelt-yield”，物料平衡需要它。请在 factors 里补上，单位为 %",
    "Add it to `factors`, in %"
)]
#[case(
    "missing-field",
    "news/2025-10-31-output.json",
    Some("1:1"),
    "missing-field",
    "“category”。请补上",
    "`category` is missing. Add it"
)]
#[case(
    "missing-flow",
    "chain.json",
    Some("14:12"),
    "missing-flow",
    "缺少物流“scrap”",
    "Add it to `flows`"
)]
#[case(
    "empty-contact",
    "companies.json",
    Some("13:20"),
    "empty-contact",
    "请写 website、address、phone 中的至少一项",
    "Write at least one of `website`, `address` and `phone`"
)]
#[case(
    "filing-number",
    "alliance.json",
    Some("20:10"),
    "filing-number",
    "请照工信部备案网站上查到的写，例如“蜀ICP备00000000号-1”",
    "Copy it from beian.miit.gov.cn"
)]
#[case(
    "missing-heading",
    "news/founding.json",
    Some("9:5"),
    "missing-heading",
    "没有这个小标题。是否想写“经过”？可用的：#经过",
    "Did you mean `经过`? Use one of #经过"
)]
#[case(
    "missing-stage",
    "chain.json",
    Some("2:13"),
    "missing-stage",
    "缺少环节“processing”。五个环节",
    "the stage `processing` is missing. Each of"
)]
#[case(
    "missing-source",
    "indicators.json",
    Some("22:9"),
    "missing-field",
    "每条事实都要有来源，请补上",
    "Every fact has a source: add"
)]
#[case(
    "missing-unit",
    "projects.json",
    Some("9:21"),
    "missing-field",
    "每个数字都要有单位，请补上",
    "Every number has a unit: add it"
)]
#[case(
    "no-balance",
    "chain.json",
    Some("25:80"),
    "no-balance",
    "不小于 0.34",
    "at least 0.34"
)]
#[case(
    "no-balance-zero",
    "chain.json",
    Some("28:83"),
    "no-balance",
    "应大于 0。请核对",
    "must be above 0"
)]
#[case(
    "no-sort-date",
    "news/founding.json",
    Some("3:11"),
    "no-sort-date",
    "请添加 sortDate",
    "Add a whole sortDate"
)]
#[case(
    "no-source",
    "chain.json",
    Some("24:5"),
    "no-source",
    "若是假设，请写 \"assumption\": true",
    "Add `source`"
)]
#[case(
    "not-slug",
    "companies.json",
    Some("21:13"),
    "not-slug",
    "可改为“second-works”",
    "Change it to, say, `second-works`"
)]
#[case(
    "not-utf8",
    "news/2025-10-31-output.json",
    Some("4:14"),
    "not-utf8",
    "编码选 UTF-8",
    "Save it again with the encoding UTF-8"
)]
#[case(
    "number",
    "projects.json",
    Some("9:32"),
    "number",
    "最多 15 位有效数字",
    "Write at most 15 significant digits"
)]
#[case(
    "out-of-bounds",
    "chain.json",
    Some("28:96"),
    "out-of-bounds",
    "820 超出合理范围 0 至 100。请核对",
    "Check the number and its unit"
)]
#[case(
    "out-of-bounds-negative",
    "companies.json",
    Some("14:20"),
    "out-of-bounds",
    "-25 小于 0。请核对",
    "Check the number and its unit"
)]
#[case(
    "partial-sort-date",
    "news/founding.json",
    Some("4:15"),
    "partial-sort-date",
    "请写完整的年月日 YYYY-MM-DD",
    "Write YYYY-MM-DD"
)]
#[case(
    "period-backwards",
    "indicators.json",
    Some("11:21"),
    "date",
    "请对调前后两个日期",
    "Swap its two dates"
)]
#[case(
    "period-uneven",
    "indicators.json",
    Some("11:21"),
    "date",
    "请两头都写到日、都写到月，或都只写年",
    "Write both to the day, both to the month"
)]
#[case(
    "partial-correction-date",
    "news/2025-10-31-output.json",
    Some("10:29"),
    "partial-correction-date",
    "请写完整的年月日",
    "Write YYYY-MM-DD"
)]
#[case(
    "point-order",
    "indicators.json",
    Some("11:21"),
    "point-order",
    "请按时间从早到晚排列",
    "oldest first"
)]
#[case(
    "range",
    "chain.json",
    Some("24:93"),
    "range",
    "现在是 1.9、1.97、1.95。请改正",
    "Correct the three numbers"
)]
#[case(
    "raw-html",
    "news/2025-10-31-output.json",
    Some("6:11"),
    "raw-html",
    "第 3 行含有 HTML“<b>”。请改用 Markdown",
    "Use Markdown"
)]
#[case(
    "raw-html-block",
    "news/founding.json",
    Some("8:5"),
    "raw-html",
    "第 1 行含有 HTML“<script>",
    "Use Markdown"
)]
#[case(
    "repeated",
    "news/2025-10-31-output.json",
    Some("8:32"),
    "repeated",
    "第一次出现在第 8 行第 17 列。请删去其中一个",
    "first at 8:17. Remove one"
)]
#[case(
    "repeated-flow",
    "chain.json",
    Some("18:80"),
    "repeated",
    "第一次出现在第 17 行第 80 列。请删去其中一个",
    "first at 17:80. Remove one"
)]
#[case(
    "role-unconfirmed",
    "companies.json",
    Some("16:56"),
    "role-unconfirmed",
    "请删去 role",
    "Remove `role`"
)]
#[case(
    "root-clash",
    "root/robots.txt",
    None,
    "root-clash",
    "已经有了 /robots.txt，两者不能同名",
    "taken by /robots.txt"
)]
#[case(
    "root-name",
    "root/_headers",
    None,
    "root-name",
    "请移走",
    "Move it away"
)]
#[case(
    "schema-version",
    "alliance.json",
    Some("2:20"),
    "schema-version",
    "请换用新版",
    "Use a newer site"
)]
#[case(
    "scheme",
    "sources.json",
    Some("3:89"),
    "scheme",
    "只允许 https、http，请改正",
    "Change it to one of https, http"
)]
#[case(
    "syntax-bad-escape",
    "news/2025-10-31-output.json",
    Some("5:16"),
    "syntax",
    "请写成 \\\\",
    "Write \\\\ for a backslash"
)]
#[case(
    "syntax-bad-number",
    "projects.json",
    Some("9:32"),
    "syntax",
    "不加正号",
    "no plus"
)]
#[case(
    "syntax-comment",
    "sources.json",
    Some("2:16"),
    "syntax",
    "不能写注释。请删去",
    "no comments. Remove it"
)]
#[case(
    "syntax-control-in-text",
    "news/2025-10-31-output.json",
    Some("5:16"),
    "syntax",
    "换行请写成 \\n",
    "Write \\n or \\t"
)]
#[case(
    "syntax-empty",
    "sources.json",
    Some("1:1"),
    "syntax",
    "请写入 JSON 对象",
    "Write a JSON object"
)]
#[case(
    "syntax-full-width",
    "news/2025-10-31-output.json",
    Some("3:23"),
    "syntax",
    "全角字符“，”",
    "full-width `，` (U+FF0C). Change it"
)]
#[case(
    "syntax-full-width-quotes",
    "news/2025-10-31-output.json",
    Some("3:11"),
    "syntax",
    "只能用英文半角的引号",
    "full-width `“`"
)]
#[case(
    "syntax-full-width-space",
    "news/2025-10-31-output.json",
    Some("3:10"),
    "syntax",
    "U+3000",
    "U+3000"
)]
#[case(
    "syntax-leading-zero",
    "projects.json",
    Some("9:33"),
    "syntax",
    "不以 0 开头",
    "no leading zero"
)]
#[case(
    "syntax-lone-surrogate",
    "news/2025-10-31-output.json",
    Some("5:16"),
    "syntax",
    "反斜杠转义“\\u”只写了半个字符",
    "half of a character"
)]
#[case(
    "syntax-missing-colon",
    "sources.json",
    Some("3:12"),
    "syntax",
    "加上英文冒号",
    "Add `:`"
)]
#[case(
    "syntax-missing-comma",
    "sources.json",
    Some("3:138"),
    "syntax",
    "加上英文逗号",
    "Add `,`"
)]
#[case(
    "syntax-missing-value",
    "news/2025-10-31-output.json",
    Some("10:1"),
    "syntax",
    "这里缺少一个值。请补上",
    "no value here. Add it"
)]
#[case(
    "syntax-quote-in-text",
    "news/2025-10-31-output.json",
    Some("4:18"),
    "syntax",
    "请改用中文引号“”",
    "quotes inside a text"
)]
#[case(
    "syntax-single-quotes",
    "sources.json",
    Some("3:13"),
    "syntax",
    "请改用英文双引号",
    "Change them to double quotes"
)]
#[case(
    "syntax-trailing",
    "news/2025-10-31-output.json",
    Some("11:1"),
    "syntax",
    "多余的字符",
    "Remove them"
)]
#[case(
    "syntax-trailing-comma",
    "sources.json",
    Some("5:73"),
    "syntax",
    "请删去这个逗号",
    "comma after the last entry. Remove it"
)]
#[case(
    "syntax-unclosed-list",
    "sources.json",
    Some("2:14"),
    "syntax",
    "请加上“]”",
    "Add `]`"
)]
#[case(
    "syntax-unclosed-object",
    "news/2025-10-31-output.json",
    Some("1:1"),
    "syntax",
    "请加上“}”",
    "Add `}`"
)]
#[case(
    "syntax-unclosed-text",
    "news/2025-10-31-output.json",
    Some("9:13"),
    "syntax",
    "请在文字末尾加上英文双引号",
    "at its end"
)]
#[case(
    "syntax-unclosed-text-midway",
    "news/2025-10-31-output.json",
    Some("4:12"),
    "syntax",
    "请在文字末尾加上英文双引号",
    "at its end"
)]
#[case(
    "syntax-unquoted-key",
    "sources.json",
    Some("3:7"),
    "syntax",
    "请给字段名加上英文双引号",
    "Add the quotes"
)]
#[case(
    "syntax-word",
    "chain.json",
    Some("30:113"),
    "syntax",
    "是非请写 true 或 false",
    "write true or false"
)]
#[case(
    "term-without-english",
    "glossary.json",
    Some("4:30"),
    "missing-field",
    "术语要有英文，请补上",
    "A term is in both languages: add it"
)]
#[case(
    "term-pair",
    "terms.json",
    Some("3:5"),
    "term-pair",
    "至少两个字，并且字数相同",
    "write a word"
)]
#[case(
    "term-repeated",
    "terms.json",
    Some("4:18"),
    "repeated",
    "第一次出现在第 3 行第 18 列",
    "Remove one of them"
)]
#[case(
    "term-twice",
    "glossary.json",
    Some("4:55"),
    "repeated",
    "请删去",
    "Remove one of them"
)]
#[case(
    "dangling-term-source",
    "glossary.json",
    Some("4:138"),
    "dangling",
    "是否想写“paper”？",
    "Did you mean `paper`?"
)]
#[case(
    "too-long",
    "news/2025-10-31-output.json",
    Some("4:12"),
    "too-long",
    "共 81 个字符，上限为 80。请删减",
    "Shorten it"
)]
#[case(
    "unknown-field",
    "news/2025-10-31-output.json",
    Some("5:3"),
    "unknown-field",
    "是否想写“summary”？",
    "Did you mean `summary`? Rename or remove it"
)]
#[case(
    "unknown-file",
    "company.json",
    None,
    "unknown-file",
    "请移走或改名",
    "Move or rename it"
)]
#[case(
    "unknown-file-in-news",
    "news/draft.txt",
    None,
    "unknown-file",
    "请移走或改名；文章放在 news/ 里",
    "articles lie in news/ as <id>.json"
)]
#[case(
    "unknown-language",
    "news/founding.json",
    Some("5:35"),
    "unknown-field",
    "是否想写“zh-Hans”？",
    "the fields are zh-Hans, en"
)]
#[case(
    "unknown-unit",
    "projects.json",
    Some("9:44"),
    "unknown-word",
    "是否想写“亿元”？请改为以下之一",
    "Did you mean `亿元`? Change it to one of"
)]
#[case(
    "unknown-word",
    "news/2025-10-31-output.json",
    Some("7:15"),
    "unknown-word",
    "是否想写“industry”？请改为以下之一：alliance、",
    "Did you mean `industry`? Change it to one of alliance,"
)]
#[case(
    "withheld",
    "alliance.json",
    Some("10:16"),
    "withheld",
    "还是草稿，首页却要链接它。请删去文章里的 draft",
    "Remove `draft` from it"
)]
#[case(
    "wrong-shape",
    "projects.json",
    Some("9:32"),
    "wrong-shape",
    "应为数字。请去掉数字两边的引号",
    "expected a number. Remove the quotes"
)]
#[case(
    "wrong-shape-list",
    "news/2025-10-31-output.json",
    Some("8:16"),
    "wrong-shape",
    "请放进方括号里",
    "Put it in brackets"
)]
fn names_place_kind_and_remedy(
    #[case] fixture: &str,
    #[case] file: &str,
    #[case] position: Option<&str>,
    #[case] code: &str,
    #[case] zh: &str,
    #[case] en: &str,
) {
    let faults = Overlay::with(fixture).faults();
    let [fault] = &faults[..] else {
        panic!("one fault expected: {faults:#?}");
    };
    assert_eq!(fault.file, file);
    assert_eq!(fault.position.map(|at| at.to_string()).as_deref(), position);
    assert_eq!(fault.kind.code(), code);
    for (lang, remedy) in [(Lang::ZhHans, zh), (Lang::En, en)] {
        let message = fault.headline(lang);
        assert!(message.contains(remedy), "`{remedy}` is not in `{message}`");
    }
    assert_eq!(fault.to_string(), fault.headline(Lang::En));
}

#[test]
fn has_a_case_for_every_fixture() {
    let folders: BTreeSet<String> = fs::read_dir(fixtures())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !["valid", "several"].contains(&name.as_str()))
        .collect();
    let table = include_str!("faults.rs");
    for folder in folders {
        assert!(
            table.contains(&format!("\"{folder}\"")),
            "{folder} is not tested"
        );
    }
}
