//! What each kind of fault says: what was found, what was expected, how to mend it.

use std::io::ErrorKind;

use super::impossible;
use super::render::plural;
use super::{FilingKind, Flaw, Kind, Referent, Shape, Syntax};
use crate::io_words::of_kind;
use crate::letters::code_point;
use crate::table::{ARTICLES, FileRow, list_of};
use model::Lang;
use model::date::DateError;
use model::routes::is_slug;

impl Kind {
    /// The message in a language, in whole sentences.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::ZhHans | Lang::ZhHant => self.zh(),
            Lang::En => self.en(),
        }
    }

    fn zh(&self) -> String {
        match self {
            Kind::MissingFile => "文件：缺少这个文件。每个内容包都必须有它，请补上；若曾改名，请改回原名。".into(),
            Kind::Unreadable { error } => format!("文件：无法读取（{}）。请检查路径和读取权限。", zh_io(*error)),
            Kind::MissingFolder => "文件夹：缺少这个文件夹。每个内容包都必须有它，请新建；若曾改名，请改回原名。".into(),
            Kind::UnreadableFolder { error } => format!("文件夹：无法读取（{}）。请检查路径和读取权限。", zh_io(*error)),
            Kind::UnknownFile { suggestion } => format!(
                "文件：内容包里没有这个文件的位置，它不会被发布。{}请移走或改名；文章放在 news/ 里，文件名为“编号.json”。",
                zh_suggestion(suggestion)
            ),
            Kind::TooLarge { size, limit } => format!(
                "文件：大小为 {size} 字节，超过上限 {limit} 字节，未作检查。请拆分或删减内容。"
            ),
            Kind::NotUtf8 { looks_like } => format!(
                "文件：编码不是 UTF-8{}。从这一行起读不了。请用记事本打开，选“文件”“另存为”，编码选 UTF-8，覆盖原文件；VS Code 是点右下角的编码，先选“通过编码重新打开”，再选“通过编码保存”，选 UTF-8。",
                looks_like.map_or_else(String::new, |name| format!("，看来是 {name}"))
            ),
            Kind::NameNotUtf8 { bytes, meant } => format!(
                "文件：名字不是 UTF-8（字节为 {bytes}）{}，多半是在 Windows 上打包、在这里解压的。请改名；重新打包时选 UTF-8 文件名。",
                match meant {
                    Some(meant) => format!("，按 GBK 读是“{meant}”"),
                    None => String::new(),
                }
            ),
            Kind::RootName { flaw } => format!("文件：root/ 里的文件照原样放到网站最上一层，但这个名字不行：{}。", flaw.zh()),
            Kind::RootClash { with } => format!(
                "文件：位置已经有了 {with}，两者不能同名（不分大小写）。root/ 里的文件不会盖过网站自己的网页和文件；请改名或移走。"
            ),
            Kind::Elsewhere { original, keeper } => format!(
                "文件：这是“{original}”的占位，{keeper} 还没有把它下载到这台电脑，发布出去就会少了它。请在 {keeper} 里下载（“始终保留在此设备上”），再检查一次。"
            ),
            Kind::Copied { original, maker } => format!(
                "文件：看名字是“{original}”的副本（{}），它不会发布。不需要就删去，或移到内容文件夹以外；若是另一条内容，请改名：文章的文件名是“编号.json”，并把里面的 id 改成同一个编号。",
                maker.zh()
            ),
            Kind::FileName { id, stem } => format!("编号：“{id}”与文件名“{stem}.json”不一致。{}", zh_file_name(id, stem)),
            Kind::Syntax(syntax) => format!("语法：{}", syntax.zh()),
            Kind::TooDeep { limit } => format!("语法：嵌套超过 {limit} 层，未作检查。请检查是否漏了右括号“]”或“}}”。"),
            Kind::DuplicateKey { key, first } => format!(
                "字段：“{key}”在同一对象里出现两次，第一次在第 {} 行第 {} 列。请删去其中一个。",
                first.line, first.column
            ),
            Kind::WrongShape { found, expected } => format!(
                "类型：这里是{}，应为{}。{}",
                found.zh(),
                zh_choice(&expected.iter().map(|shape| shape.zh()).collect::<Vec<_>>()),
                zh_shape_remedy(*found, expected)
            ),
            Kind::MissingField { field } => format!("字段：缺少必填字段“{field}”。{}", zh_field(field)),
            Kind::UnknownField { field, accepted, suggestion, .. } => format!(
                "字段：没有“{field}”这个字段。{}可用的字段：{}。请改名或删去。",
                zh_suggestion(suggestion),
                accepted.join("、")
            ),
            Kind::UnknownWord { word, accepted, suggestion } => format!(
                "取值：“{word}”不在可选范围内。{}请改为以下之一：{}。",
                zh_suggestion(suggestion),
                accepted.join("、")
            ),
            Kind::Date(error) => format!("日期：{}", zh_date(error)),
            Kind::Number { text } => format!(
                "数字：“{text}”位数过多或超出范围，无法精确保存。请改为最多 15 位有效数字的数，不加引号。"
            ),
            Kind::EmptyText => "文字：内容为空。请填写文字；若确实没有，请删去整个字段。".into(),
            Kind::EmptyList => "列表：这里至少要有一项。请补上。".into(),
            Kind::Count { found, expected, .. } => format!("列表：有 {found} 项，应为 {expected} 项。请增减到 {expected} 项。"),
            Kind::SchemaVersion { found, readable } if found < readable => format!("版本：schemaVersion 是 {found}，本程序用 {readable}。请运行 site migrate，把内容改成新版本。"),
            Kind::SchemaVersion { found, readable } => format!("版本：schemaVersion 是 {found}，本程序只认到 {readable}。请换用新版的 site。"),
            Kind::NotSlug { id, suggestion } => format!(
                "编号：“{id}”不合规则。只用小写英文字母、数字和单个连字符“-”，不以连字符开头或结尾。{}",
                suggestion.as_ref().map(|word| format!("可改为“{word}”。")).unwrap_or_else(|| "请改名，例如 2025-10-31-output。".into())
            ),
            Kind::DuplicateId { id, first, .. } => format!(
                "编号：“{id}”重复，第一次出现在第 {} 行第 {} 列。请给其中一个换一个编号。",
                first.line, first.column
            ),
            Kind::Repeated { word, first } => format!(
                "列表：“{word}”重复，第一次出现在第 {} 行第 {} 列。请删去其中一个。",
                first.line, first.column
            ),
            Kind::Dangling { referent, id, suggestion, .. } => format!(
                "引用：{} 里没有编号“{id}”。{}请改正编号，或先在 {} 里添加。",
                referent.zh(),
                zh_suggestion(suggestion),
                referent.zh(),
            ),
            Kind::MissingStage { stage } => format!("产业链：缺少环节“{stage}”。五个环节 alumina、anode、electrolytic、processing、recycled 必须各有一个，请补上。"),
            Kind::StageOrder { stage, expected } => format!("产业链：这里是“{stage}”，按产业链顺序应为“{expected}”。请按 alumina、anode、electrolytic、processing、recycled 的顺序排列。"),
            Kind::MissingFlow { flow, .. } => format!("产业链：缺少物流“{}”，图和物料平衡都需要它。请在 flows 里补上。", flow.as_str()),
            Kind::MisledFlow { flow, .. } => format!(
                "产业链：物流“{}”的起讫不对，请改为：{}，{}。",
                flow.as_str(),
                flow.from().map_or_else(|| "不写 from（来自链外）".into(), |stage| format!("写 \"from\": \"{}\"", stage.as_str())),
                flow.to().map_or_else(|| "不写 to（去往链外）".into(), |stage| format!("写 \"to\": \"{}\"", stage.as_str()))
            ),
            Kind::MissingFactor { factor, unit } => format!("系数：缺少“{factor}”，物料平衡需要它。请在 factors 里补上，单位为 {unit}。"),
            Kind::FactorUnit { factor, found, expected } => format!("单位：系数“{factor}”的单位是 {found}，物料平衡只认 {expected}。请改用 {expected}，并按新单位换算数字。"),
            Kind::NoBalance { value, low, high } => format!(
                "数值：default 为 {value}，据此算不出物料平衡。应{}。请核对数字和单位。",
                match (low, high) {
                    (Some(low), _) => format!("不小于 {low}"),
                    (None, Some(high)) => format!("不大于 {high}"),
                    (None, None) => "大于 0".into(),
                }
            ),
            Kind::Impossible(impossible) => impossible::zh(impossible),
            Kind::NoSortDate => "日期：原文未注明年份，无法排序。请添加 sortDate，写一个完整日期，例如 \"sortDate\": \"2020-07-17\"（只用于排序，不会显示）。".into(),
            Kind::PartialSortDate { date } => format!("日期：sortDate “{date}”不完整。请写完整的年月日 YYYY-MM-DD，例如 2020-07-17。"),
            Kind::PartialDay { date } => format!("日期：“{date}”不完整，网站按日登出和撤下。请写完整的年月日 YYYY-MM-DD，例如 2026-03-05。"),
            Kind::PartialCorrection { date } => format!("日期：更正或变更的日期“{date}”不完整。请写完整的年月日 YYYY-MM-DD，例如 2026-03-05。"),
            Kind::EarlyCorrection { date, article } => format!("日期：更正日期“{date}”早于被更正的内容的日期“{article}”。请核对这两个日期。"),
            Kind::FutureCorrection { date, today } => format!("日期：更正或变更的日期“{date}”还没有到，今天是 {today}。请写改的那一天。"),
            Kind::CorrectionOrder { date, before } => format!("顺序：更正或变更的日期“{date}”早于排在它前面的“{before}”。请按时间从早到晚排列。"),
            Kind::PointOrder { period, before } => format!("顺序：时期“{period}”早于排在它前面的“{before}”。请按时间从早到晚排列。"),
            Kind::DuplicatePoint { period, first } => format!(
                "重复：同一类数据在“{period}”已有一个数，在第 {} 行第 {} 列。请只留一个；已被取代的目标请加 \"superseded\": true。",
                first.line, first.column
            ),
            Kind::NoPoint { period, .. } => format!("更正：points 里没有“{period}”的这一种数。请照那个数写 period 和 kind。"),
            Kind::Range { low, default, high } => format!("数值：应有 low ≤ default ≤ high，现在是 {low}、{default}、{high}。请改正这三个数。"),
            Kind::OutOfBounds { value, low, high } => match high {
                Some(high) => format!("数值：{value} 超出合理范围 {low} 至 {high}。请核对数字和单位。"),
                None => format!("数值：{value} 小于 {low}。请核对数字和单位。"),
            },
            Kind::NoSource => "来源：这个系数没有来源。请填写 source（sources.json 中的编号）；若是假设，请写 \"assumption\": true。".into(),
            Kind::AssumptionWithSource => "来源：标为假设的系数又写了来源。请二选一：删去 assumption，或删去 source。".into(),
            Kind::ConfirmedWithoutSource => "成员：状态为 confirmed（已确认）时必须注明依据。请填写 source（sources.json 中的编号），或把状态改为 unconfirmed。".into(),
            Kind::RoleUnconfirmed => "成员：未确认的企业不能写联盟职务。请删去 role，或确认成员身份并注明来源。".into(),
            Kind::BadAddress { address, flaw } => format!("链接：“{address}”不是有效网址：{}。请从浏览器地址栏完整复制，以 https:// 开头。", flaw.zh()),
            Kind::Scheme { address, scheme, accepted } => format!(
                "链接：“{address}”使用了不允许的协议“{scheme}:”。只允许 {}，请改正或删去。",
                accepted.join("、")
            ),
            Kind::Credentials => "链接：网址里含有用户名或密码。请删去“@”及其前面的部分。".into(),
            Kind::GradeC => "链接：等级为 C 的来源（转载、镜像）不能附链接。请删去 url，只写原发布者和日期；若是官方或正规媒体页面，请改正 grade。".into(),
            Kind::Withheld { id, draft } => format!(
                "引用：成立报道“{id}”{}，首页却要链接它。请{}，或改用别的文章。",
                if *draft { "还是草稿" } else { "的日期在将来" },
                if *draft { "删去文章里的 draft" } else { "改正文章的日期" }
            ),
            Kind::Warning(warning) => warning.zh(),
            Kind::TermPair { simplified, traditional } => format!(
                "繁体写法：“{simplified}”与“{traditional}”应各有至少两个字，并且字数相同。请改正；单个字会在别的词里出错，请写成词。"
            ),
            Kind::EmptyContact => "联系方式：这一条没有内容。请写 website、address、phone 中的至少一项，或整条删去。".into(),
            Kind::Filing(filing) => format!(
                "备案号：写法不对。请照{}网站上查到的写，例如“{}”；还没有就整行删去。",
                match filing {
                    FilingKind::Icp => "工信部备案",
                    FilingKind::PublicSecurity => "公安联网备案",
                },
                filing.example()
            ),
            Kind::RawHtml { line, html } => format!("正文：第 {line} 行含有 HTML“{html}”。请改用 Markdown；若要显示尖括号，请写成 \\< 。"),
            Kind::Heading { line, level } => format!("正文：第 {line} 行的标题是第 {level} 级。文章内只用第 2 至 4 级，请改为 ##、### 或 ####。"),
            Kind::NoPicture { file, suggestion } => format!(
                "图片：media/ 里没有“{file}”。{}请把图片放进 media/，或改正文件名；大小写和扩展名都要一致。",
                zh_suggestion(suggestion)
            ),
            Kind::BadPicture { file, flaw } => format!("图片：media/{file} {}", flaw.zh()),
            Kind::NoPaper { file, suggestion } => format!(
                "资料：papers/ 里没有“{file}”。{}请把文件放进 papers/，或改正文件名；大小写和扩展名都要一致。",
                zh_suggestion(suggestion)
            ),
            Kind::BadPaper { file, flaw } => format!("资料：papers/{file} {}", flaw.zh()),
            Kind::TwicePaper => "资料：既有文件（file）又有网址（url）。读者不知道该用哪一份，请只写一个。".into(),
            Kind::Image { line } => format!("正文：第 {line} 行含有别处的图片。请删去，或改为链接；要放图，先把文件放进 media/、登记在 media.json，再写 ![](media:编号)。"),
            Kind::MissingHeading { line, target, suggestion, known } => format!(
                "正文：第 {line} 行链接到“#{target}”，正文里没有这个小标题。{}{}",
                zh_suggestion(suggestion),
                match known.is_empty() {
                    true => "请先写小标题，或删去链接。".to_owned(),
                    false => format!("可用的：{}。请改正。", hashes(known).join("、")),
                }
            ),
            Kind::BodyLink { line, problem } => format!("正文：第 {line} 行，{}", problem.zh()),
            Kind::TooLong { length, limit } => format!("文字：共 {length} 个字符，上限为 {limit}。请删减。"),
            Kind::HiddenCharacter { code, .. } => format!("文字：含有看不见或不能用的字符 {}。请删去（常因从网页或文档复制而来），重新输入这一处。", code_point(*code, None, Lang::ZhHans)),
        }
    }

    fn en(&self) -> String {
        match self {
            Kind::MissingFile => "file: it is not there. Every bundle must have it: add it, or give it back its name.".into(),
            Kind::Unreadable { error } => format!("file: cannot be read ({error}). Check the path and the permissions."),
            Kind::MissingFolder => "folder: it is not there. Every bundle must have it: make it, or give it back its name.".into(),
            Kind::UnreadableFolder { error } => format!("folder: cannot be read ({error}). Check the path and the permissions."),
            Kind::UnknownFile { suggestion } => format!(
                "file: a bundle has no such file, so it would not be published.{} Move or rename it; articles lie in news/ as <id>.json.",
                en_suggestion(suggestion)
            ),
            Kind::TooLarge { size, limit } => format!("file: {size} bytes, more than the limit of {limit}, so it was not checked. Split or shorten it."),
            Kind::NotUtf8 { looks_like } => format!(
                "file: not UTF-8{}; it cannot be read from this line on. Save it again with the encoding UTF-8: in Notepad by `File`, `Save as`; in VS Code by a click on the encoding in the lower right corner, `Reopen with Encoding`, then `Save with Encoding`.",
                looks_like.map_or_else(String::new, |name| format!(", it looks like {name}"))
            ),
            Kind::NameNotUtf8 { bytes, meant } => format!(
                "file: the name is not UTF-8 (its bytes are {bytes}){}. It was probably packed on Windows and unpacked here. Rename it; pack with names in UTF-8.",
                match meant {
                    Some(meant) => format!(", in GBK it is `{meant}`"),
                    None => String::new(),
                }
            ),
            Kind::RootName { flaw } => format!("file: what lies in root/ is served from the top of the site as it is, but not by this name: {}.", flaw.en()),
            Kind::RootClash { with } => format!(
                "file: its place is taken by {with} (in small or capital letters). What lies in root/ never covers pages and files of the site itself; rename it or move it away."
            ),
            Kind::Elsewhere { original, keeper } => format!(
                "file: this stands for `{original}`, which {keeper} has not fetched to this computer; it would be missing from the site. Open the folder in {keeper} and fetch it, then check again."
            ),
            Kind::Copied { original, maker } => format!(
                "file: by its name a copy of `{original}` ({}); it is not published. Delete it or move it out of the content if it is not needed; if it is a record of its own, rename it: an article is <id>.json, with the same id inside.",
                maker.en()
            ),
            Kind::FileName { id, stem } => format!("id: `{id}` is not the name of the file `{stem}.json`. {}", en_file_name(id, stem)),
            Kind::Syntax(syntax) => format!("syntax: {}", syntax.en()),
            Kind::TooDeep { limit } => format!("syntax: nested more than {limit} deep, so it was not checked. Look for a missing `]` or `}}`."),
            Kind::DuplicateKey { key, first } => format!("field: `{key}` is twice in one object, first at {first}. Remove one of them."),
            Kind::WrongShape { found, expected } => format!(
                "type: found {}, expected {}. {}",
                found.en(),
                en_choice(&expected.iter().map(|shape| shape.en()).collect::<Vec<_>>()),
                en_shape_remedy(*found, expected)
            ),
            Kind::MissingField { field } => format!("field: `{field}` is missing. {}", en_field(field)),
            Kind::UnknownField { field, accepted, suggestion, .. } => format!(
                "field: there is no field `{field}`.{} Rename or remove it; the fields are {}.",
                en_suggestion(suggestion),
                accepted.join(", ")
            ),
            Kind::UnknownWord { word, accepted, suggestion } => format!(
                "value: `{word}` is not one of the choices.{} Change it to one of {}.",
                en_suggestion(suggestion),
                accepted.join(", ")
            ),
            Kind::Date(error) => format!("date: {}", en_date(error)),
            Kind::Number { text } => format!("number: `{text}` has too many digits or is out of range, so it cannot be kept exactly. Write at most 15 significant digits, without quotes."),
            Kind::EmptyText => "text: it is empty. Write it, or remove the whole field if there is nothing to say.".into(),
            Kind::EmptyList => "list: it needs at least one entry. Add one.".into(),
            Kind::Count { found, expected, .. } => format!("list: it has {found} entr{}, expected {expected}. Add or remove entries until there are {expected}.", if *found == 1 { "y" } else { "ies" }),
            Kind::SchemaVersion { found, readable } if found < readable => format!("version: schemaVersion is {found}, and this program reads {readable}. Run site migrate to bring the bundle up to it."),
            Kind::SchemaVersion { found, readable } => format!("version: schemaVersion is {found}, and this program knows {readable} at most. Use a newer site."),
            Kind::NotSlug { id, suggestion } => format!(
                "id: `{id}` is not allowed. Use lower-case letters a–z, digits and single hyphens, no hyphen first or last. {}",
                suggestion.as_ref().map(|word| format!("Change it to, say, `{word}`.")).unwrap_or_else(|| "Change it to something like 2025-10-31-output.".into())
            ),
            Kind::DuplicateId { id, first, .. } => format!("id: `{id}` is there twice, first at {first}. Give one of them another id."),
            Kind::Repeated { word, first } => format!("list: `{word}` is there twice, first at {first}. Remove one of them."),
            Kind::Dangling { referent, id, suggestion, .. } => format!(
                "reference: nothing in {} has the id `{id}`.{} Correct the id, or add it there first.",
                referent.en(),
                en_suggestion(suggestion)
            ),
            Kind::MissingStage { stage } => format!("chain: the stage `{stage}` is missing. Each of alumina, anode, electrolytic, processing, recycled must be there once: add it."),
            Kind::StageOrder { stage, expected } => format!("chain: `{stage}` stands where `{expected}` belongs. Put the stages in the order alumina, anode, electrolytic, processing, recycled."),
            Kind::MissingFlow { flow, .. } => format!("chain: the flow `{}` is missing; the picture and the balance need it. Add it to `flows`.", flow.as_str()),
            Kind::MisledFlow { flow, .. } => format!(
                "chain: the flow `{}` goes elsewhere than its kind does. Write {} and {}.",
                flow.as_str(),
                flow.from().map_or_else(|| "no `from` (it comes from outside)".into(), |stage| format!("\"from\": \"{}\"", stage.as_str())),
                flow.to().map_or_else(|| "no `to` (it leaves the chain)".into(), |stage| format!("\"to\": \"{}\"", stage.as_str()))
            ),
            Kind::MissingFactor { factor, unit } => format!("factor: `{factor}` is missing; the balance needs it. Add it to `factors`, in {unit}."),
            Kind::FactorUnit { factor, found, expected } => format!("unit: the factor `{factor}` is in {found}; the balance needs {expected}. Change the unit to {expected}, and the numbers with it."),
            Kind::NoBalance { value, low, high } => format!(
                "number: with {value} as default there is no balance; it must be {}. Check the number and its unit.",
                match (low, high) {
                    (Some(low), _) => format!("at least {low}"),
                    (None, Some(high)) => format!("at most {high}"),
                    (None, None) => "above 0".into(),
                }
            ),
            Kind::Impossible(impossible) => impossible::en(impossible),
            Kind::NoSortDate => "date: it has no year, so the article cannot be put in order. Add a whole sortDate, as in \"sortDate\": \"2020-07-17\" (for the order only; it is not shown).".into(),
            Kind::PartialSortDate { date } => format!("date: the sortDate `{date}` is not a whole date. Write YYYY-MM-DD, as in 2020-07-17."),
            Kind::PartialDay { date } => format!("date: `{date}` is not a whole date, and the site shows and removes by the day. Write YYYY-MM-DD, as in 2026-03-05."),
            Kind::PartialCorrection { date } => format!("date: `{date}` of the correction or change is not a whole date. Write YYYY-MM-DD, as in 2026-03-05."),
            Kind::EarlyCorrection { date, article } => format!("date: the correction of `{date}` is earlier than what it puts right, `{article}`. Check both dates."),
            Kind::FutureCorrection { date, today } => format!("date: the correction or change is dated `{date}`, which is still to come; today is {today}. Write the day on which the text was put right or the change made."),
            Kind::CorrectionOrder { date, before } => format!("order: the correction or change of `{date}` is earlier than that of `{before}` before it. Put them in order, oldest first."),
            Kind::PointOrder { period, before } => format!("order: `{period}` is earlier than `{before}` before it. Put the points in order, oldest first."),
            Kind::DuplicatePoint { period, first } => format!("order: there is already a point of this kind for `{period}`, at {first}. Keep one; mark a target that was replaced with \"superseded\": true."),
            Kind::NoPoint { period, .. } => format!("correction: points has no figure of this kind for `{period}`. Write period and kind as that figure has them."),
            Kind::Range { low, default, high } => format!("number: low ≤ default ≤ high does not hold for {low}, {default}, {high}. Correct the three numbers."),
            Kind::OutOfBounds { value, low, high } => match high {
                Some(high) => format!("number: {value} is not within {low} to {high}. Check the number and its unit."),
                None => format!("number: {value} is less than {low}. Check the number and its unit."),
            },
            Kind::NoSource => "source: the factor has none. Add `source` (an id in sources.json), or \"assumption\": true if it is one.".into(),
            Kind::AssumptionWithSource => "source: the factor is an assumption and yet has a source. Remove `assumption` or `source`.".into(),
            Kind::ConfirmedWithoutSource => "member: a confirmed member needs evidence. Add `source` (an id in sources.json), or change the status to unconfirmed.".into(),
            Kind::RoleUnconfirmed => "member: a company that is not confirmed has no role. Remove `role`, or confirm the membership with a source.".into(),
            Kind::BadAddress { address, flaw } => format!("link: `{address}` is not an address: {}. Copy the whole address from the browser, with https:// in front.", flaw.en()),
            Kind::Scheme { address, scheme, accepted } => format!(
                "link: `{address}` uses `{scheme}:`, which is not allowed. Change it to one of {}, or remove it.",
                accepted.join(", ")
            ),
            Kind::Credentials => "link: the address holds a user name or password. Remove the `@` and what stands before it.".into(),
            Kind::GradeC => "link: a source of grade C (a re-post or mirror) is never linked. Remove `url` and keep publisher and date, or correct the grade.".into(),
            Kind::Withheld { id, draft } => format!(
                "reference: the founding's article `{id}` {}, and the home page links to it. {}, or name another article.",
                if *draft { "is a draft" } else { "is dated in the future" },
                if *draft { "Remove `draft` from it" } else { "Correct its date" }
            ),
            Kind::Warning(warning) => warning.en(),
            Kind::TermPair { simplified, traditional } => format!(
                "term: `{simplified}` and `{traditional}` need two characters or more, and as many as each other. A single one would be wrong in other words: write a word."
            ),
            Kind::EmptyContact => "contact: it says no way to reach the company. Write at least one of `website`, `address` and `phone`, or remove the entry.".into(),
            Kind::Filing(filing) => format!(
                "filing number: not as the authority writes it. Copy it from {}, such as `{}`; remove the line while there is none.",
                match filing {
                    FilingKind::Icp => "beian.miit.gov.cn",
                    FilingKind::PublicSecurity => "beian.mps.gov.cn",
                },
                filing.example()
            ),
            Kind::RawHtml { line, html } => format!("body: HTML `{html}` on line {line} of the text. Use Markdown; write \\< to show an angle bracket."),
            Kind::Heading { line, level } => format!("body: a heading of level {level} on line {line} of the text. Change it to level 2 to 4: ##, ### or ####."),
            Kind::NoPicture { file, suggestion } => format!(
                "picture: media/ has no `{file}`.{} Put the picture there, or correct the name; capitals and ending count.",
                en_suggestion(suggestion)
            ),
            Kind::BadPicture { file, flaw } => format!("picture: media/{file} {}", flaw.en()),
            Kind::NoPaper { file, suggestion } => format!(
                "paper: papers/ has no `{file}`.{} Put the file there, or correct the name; capitals and ending count.",
                en_suggestion(suggestion)
            ),
            Kind::BadPaper { file, flaw } => format!("paper: papers/{file} {}", flaw.en()),
            Kind::TwicePaper => "paper: it has both a file (`file`) and an address (`url`), and readers cannot know which to take. Write one of them.".into(),
            Kind::Image { line } => format!("body: an image from elsewhere on line {line} of the text. Remove it, or make it a link; to show one, put the file into media/, record it in media.json and write ![](media:id)."),
            Kind::MissingHeading { line, target, suggestion, known } => format!(
                "body: on line {line} of the text, a link to `#{target}`, and the text has no such heading.{} {}",
                en_suggestion(suggestion),
                match known.is_empty() {
                    true => "Write the heading, or take the link away.".to_owned(),
                    false => format!("Use one of {}.", hashes(known).join(", ")),
                }
            ),
            Kind::BodyLink { line, problem } => format!("body: on line {line} of the text, {}", problem.en()),
            Kind::TooLong { length, limit } => format!("text: {length} character{}, more than the limit of {limit}. Shorten it.", plural(*length)),
            Kind::HiddenCharacter { code, .. } => format!("text: it holds a character that nobody sees or that breaks a file, {}. Remove it (it often comes with copied text) and type that place again.", code_point(*code, None, Lang::En)),
        }
    }
}

impl Syntax {
    fn zh(&self) -> String {
        match self {
            Syntax::Empty => "文件里没有内容。请写入 JSON 对象，以“{”开头，以“}”结尾。".into(),
            Syntax::Comment => "JSON 里不能写注释。请删去。".into(),
            Syntax::TrailingComma => "最后一项后面多了逗号。请删去这个逗号。".into(),
            Syntax::MissingComma => "两项之间缺少逗号。请在前一项末尾加上英文逗号“,”。".into(),
            Syntax::MissingColon => "字段名后面缺少冒号。请加上英文冒号“:”。".into(),
            Syntax::MissingValue => "这里缺少一个值。请补上；若没有，请删去整个字段或多余的逗号。".into(),
            Syntax::UnquotedKey => "这里应为带双引号的字段名。请给字段名加上英文双引号。".into(),
            Syntax::SingleQuotes => "不能用单引号。请改用英文双引号。".into(),
            Syntax::FullWidth(char) => format!("这里有全角字符“{char}”（U+{:04X}）。值之间只能用英文半角的引号、逗号、冒号和空格，请改正。", u32::from(*char)),
            Syntax::UnclosedText => "文字缺少右引号。请在文字末尾加上英文双引号；文字内的双引号请写成 \\\" 。".into(),
            Syntax::QuoteInText => "文字里的英文双引号提前结束了文字。请改用中文引号“”，或写成 \\\" 。".into(),
            Syntax::ControlInText => "文字里有换行、制表符或其他控制字符。换行请写成 \\n，制表符写成 \\t；正文可写成段落列表。".into(),
            Syntax::HalfCharacter => "反斜杠转义“\\u”只写了半个字符。请直接写出这个字，或把前后两半都写上。".into(),
            Syntax::BadEscape => "反斜杠“\\”后面的字符不对。要写反斜杠本身，请写成 \\\\ 。".into(),
            Syntax::UnclosedList => "列表缺少右括号。请加上“]”。".into(),
            Syntax::UnclosedObject => "对象缺少右括号。请加上“}”。".into(),
            Syntax::BadNumber => "数字写法不对。请写成 12、-3.5 这样的形式：不加正号，不以 0 开头，小数点前后都要有数字。".into(),
            Syntax::Trailing => "内容结束后还有多余的字符。请检查是否多了右括号，或缺少逗号。".into(),
            Syntax::Word => "这个词不是有效的值。文字请加英文双引号；是非请写 true 或 false。".into(),
            Syntax::Unexpected => "这里有意外的字符。请检查引号、逗号和括号是否成对。".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Syntax::Empty => "the file is empty. Write a JSON object, from `{` to `}`.".into(),
            Syntax::Comment => "JSON has no comments. Remove it.".into(),
            Syntax::TrailingComma => "a comma after the last entry. Remove it.".into(),
            Syntax::MissingComma => "no comma between two entries. Add `,` after the first.".into(),
            Syntax::MissingColon => "no colon after the field's name. Add `:`.".into(),
            Syntax::MissingValue => "no value here. Add it, or remove the field or the comma too many.".into(),
            Syntax::UnquotedKey => "expected a field's name in double quotes. Add the quotes.".into(),
            Syntax::SingleQuotes => "single quotes. Change them to double quotes.".into(),
            Syntax::FullWidth(char) => format!("a full-width `{char}` (U+{:04X}). Change it: between values only ASCII quotes, commas, colons and spaces may stand.", u32::from(*char)),
            Syntax::UnclosedText => "a text without its closing quotes. Add `\"` at its end; write quotes inside the text as \\\".".into(),
            Syntax::QuoteInText => "quotes inside a text end it too early. Write them as \\\", or use “ ”.".into(),
            Syntax::ControlInText => "a line break, tab or other control character in a text. Write \\n or \\t, or make the body a list of paragraphs.".into(),
            Syntax::HalfCharacter => "a backslash with half of a character behind it. Write the character itself, or both halves.".into(),
            Syntax::BadEscape => "a backslash before a character that it cannot stand before. Write \\\\ for a backslash.".into(),
            Syntax::UnclosedList => "a list without its end. Add `]`.".into(),
            Syntax::UnclosedObject => "an object without its end. Add `}`.".into(),
            Syntax::BadNumber => "a number that JSON does not know. Write it like 12 or -3.5: no plus, no leading zero, digits on both sides of the point.".into(),
            Syntax::Trailing => "more characters after the end. Remove them: look for a bracket too many, or a missing comma.".into(),
            Syntax::Word => "the word is not a value. Add double quotes around a text; write true or false for yes or no.".into(),
            Syntax::Unexpected => "an unexpected character. Check that quotes, commas and brackets match.".into(),
        }
    }
}

impl Shape {
    const fn zh(self) -> &'static str {
        match self {
            Shape::Null => "空值 null",
            Shape::Boolean => "是非值（true 或 false）",
            Shape::Integer => "整数",
            Shape::Number => "数字",
            Shape::String => "文字",
            Shape::List => "列表 […]",
            Shape::Object => "对象 {…}",
        }
    }

    const fn en(self) -> &'static str {
        match self {
            Shape::Null => "null",
            Shape::Boolean => "true or false",
            Shape::Integer => "a whole number",
            Shape::Number => "a number",
            Shape::String => "a text",
            Shape::List => "a list […]",
            Shape::Object => "an object {…}",
        }
    }
}

impl Flaw {
    const fn zh(self) -> &'static str {
        match self {
            Flaw::NoScheme => "前面缺少 https://",
            Flaw::Host => "缺少域名，或不是公开的域名",
            Flaw::Space => "中间有空格或换行",
            Flaw::Ambiguous => "“//”或“\\”会指向站外",
            Flaw::Form => "写法不对",
        }
    }

    const fn en(self) -> &'static str {
        match self {
            Flaw::NoScheme => "https:// is missing in front",
            Flaw::Host => "its host is missing, or not a public one",
            Flaw::Space => "there is a space or a line break in it",
            Flaw::Ambiguous => "`//` and `\\` lead away from the site",
            Flaw::Form => "its form is wrong",
        }
    }
}

impl Referent {
    fn zh(self) -> String {
        match list_of(self) {
            Some((file, list)) if is_one_of_many(file, self) => {
                format!("{} 的 {}", file.name, list.key)
            }
            Some((file, _)) => file.name.to_owned(),
            None => ARTICLES.name.to_owned(),
        }
    }

    fn en(self) -> String {
        match list_of(self) {
            Some((file, list)) if is_one_of_many(file, self) => {
                format!("`{}` of {}", list.key, file.name)
            }
            Some((file, _)) => file.name.to_owned(),
            None => format!("the folder {}", ARTICLES.name.trim_end_matches('/')),
        }
    }
}

/// Whether a file holds more than the list in question; `alliance.json` has fields of its own.
fn is_one_of_many(file: &FileRow, referent: Referent) -> bool {
    file.lists.len() > 1 || referent == Referent::Role
}

/// Why the system does not give a file.
pub fn zh_io(error: ErrorKind) -> String {
    match error {
        // Of a file of the bundle: it is a pipe, or something else to wait for.
        ErrorKind::InvalidInput => "这不是普通文件".into(),
        other => of_kind(other).map_or_else(|| other.to_string(), str::to_owned),
    }
}

fn zh_date(error: &DateError) -> String {
    let forms = "请写成 YYYY-MM-DD、YYYY-MM 或 YYYY，例如 2025-10-31；原文未注明年份时写 XXXX-07-17；时期写 2025-01/2025-09。";
    match error {
        DateError::Form(text) => format!("“{text}”不是日期的写法。{forms}"),
        DateError::Impossible(text) => format!("“{text}”不是有效日期，没有这一天或这一月。{forms}"),
        DateError::Backwards(text) => format!("时期“{text}”的结束早于开始。请对调前后两个日期。"),
        DateError::Uneven(text) => format!(
            "时期“{text}”的两头写法不一。请两头都写到日、都写到月，或都只写年，并注明年份，例如 2025-01/2025-09；有时刻的，两头都写时刻。"
        ),
        DateError::Clock(text) => format!(
            "“{text}”不是时刻的写法。请写北京时间，日期写全，小时、分钟各两位，例如 2026-12-18 09:30；只有时刻的地方写 09:30。"
        ),
    }
}

fn en_date(error: &DateError) -> String {
    let forms = "Write YYYY-MM-DD, YYYY-MM or YYYY, as in 2025-10-31; XXXX-07-17 when the source names no year; 2025-01/2025-09 for a period.";
    match error {
        DateError::Form(text) => format!("`{text}` is not the form of a date. {forms}"),
        DateError::Impossible(text) => {
            format!("there is no such day or month as `{text}`. {forms}")
        }
        DateError::Backwards(text) => {
            format!("the period `{text}` ends before it begins. Swap its two dates.")
        }
        DateError::Uneven(text) => format!(
            "the two ends of the period `{text}` differ in form. Write both to the day, both to the month or both as years, with the year, as in 2025-01/2025-09; where one has a time of day, so must the other."
        ),
        DateError::Clock(text) => format!(
            "`{text}` is not the form of a time. Write Beijing time after a whole date, with two digits for hours and minutes, as in 2026-12-18 09:30; where only a time of day is wanted, 09:30."
        ),
    }
}

fn zh_field(field: &str) -> &'static str {
    match field {
        "unit" => "每个数字都要有单位，请补上，例如 \"unit\": \"万吨/年\"。",
        "source" | "sources" => "每条事实都要有来源，请补上 sources.json 中的编号。",
        "en" => "术语要有英文，请补上，例如 { \"zh-Hans\": \"…\", \"en\": \"…\" }。",
        "zh-Hans" => "中文是必需的，请补上；只有中文时可直接写成文字。",
        "asOf" => "请补上数据的截止日期，例如 \"asOf\": \"2024-11\"。",
        "alt" => {
            "看不见图的人靠它知道图上是什么：用一句话写明谁、在哪里、在做什么，图上要紧的字和数也写出来；不写“图片”“照片”二字。例如 \"alt\": \"工人在车间里给铝卷打包\"。"
        }
        "credit" => {
            "请写明是谁拍的或谁提供的，例如 \"credit\": \"企业供图\"；不知道来历的图片不能用。"
        }
        _ => "请补上。",
    }
}

fn en_field(field: &str) -> &'static str {
    match field {
        "unit" => "Every number has a unit: add it, as in \"unit\": \"万吨/年\".",
        "source" | "sources" => "Every fact has a source: add an id of sources.json.",
        "en" => "A term is in both languages: add it, as in { \"zh-Hans\": \"…\", \"en\": \"…\" }.",
        "zh-Hans" => "Chinese is needed: add it, or write a plain text for Chinese alone.",
        "asOf" => "Add as of when it holds, as in \"asOf\": \"2024-11\".",
        "alt" => {
            "It says what the picture shows to those who cannot see it: in one sentence, who does what and where, with words and figures in it that matter; without \"picture of\". As in \"alt\": \"工人在车间里给铝卷打包\"."
        }
        "credit" => {
            "Say who took or gave it, as in \"credit\": \"企业供图\"; a picture of unknown origin cannot be used."
        }
        _ => "Add it.",
    }
}

fn zh_shape_remedy(found: Shape, expected: &[Shape]) -> &'static str {
    match (found, expected) {
        (Shape::String, [.., Shape::Number | Shape::Integer]) => {
            "请去掉数字两边的引号；单位写在 unit 里。"
        }
        (Shape::String, [.., Shape::Boolean]) => "请去掉引号。",
        (Shape::Number | Shape::Integer | Shape::Boolean, [Shape::String, ..]) => {
            "请加上英文双引号。"
        }
        (Shape::Null, _) => "请填写，或删去整个字段。",
        (_, [Shape::List]) => "请放进方括号里，例如 [\"…\"]。",
        _ => "请改正。",
    }
}

fn en_shape_remedy(found: Shape, expected: &[Shape]) -> &'static str {
    match (found, expected) {
        (Shape::String, [.., Shape::Number | Shape::Integer]) => {
            "Remove the quotes around the number; the unit goes to `unit`."
        }
        (Shape::String, [.., Shape::Boolean]) => "Remove the quotes.",
        (Shape::Number | Shape::Integer | Shape::Boolean, [Shape::String, ..]) => {
            "Add double quotes around it."
        }
        (Shape::Null, _) => "Write a value, or remove the field.",
        (_, [Shape::List]) => "Put it in brackets, as in [\"…\"].",
        _ => "Correct it.",
    }
}

fn hashes(ids: &[String]) -> Vec<String> {
    ids.iter().map(|id| format!("#{id}")).collect()
}

fn zh_suggestion(suggestion: &Option<String>) -> String {
    suggestion
        .as_ref()
        .map(|word| format!("是否想写“{word}”？"))
        .unwrap_or_default()
}

fn en_suggestion(suggestion: &Option<String>) -> String {
    suggestion
        .as_ref()
        .map(|word| format!(" Did you mean `{word}`?"))
        .unwrap_or_default()
}

fn zh_file_name(id: &str, stem: &str) -> String {
    match (is_slug(stem), is_slug(id)) {
        (true, true) => format!("请把 id 改为“{stem}”，或把文件改名为“{id}.json”。"),
        (true, false) => format!("请把 id 改为“{stem}”。"),
        (false, true) => format!("请把文件改名为“{id}.json”。"),
        (false, false) => "请把两者改为同一个合规则的编号，例如 2025-10-31-output。".into(),
    }
}

fn en_file_name(id: &str, stem: &str) -> String {
    match (is_slug(stem), is_slug(id)) {
        (true, true) => {
            format!("Change the id to `{stem}`, or rename the file to `{id}.json`.")
        }
        (true, false) => format!("Change the id to `{stem}`."),
        (false, true) => format!("Rename the file to `{id}.json`."),
        (false, false) => {
            "Change both to one id that is allowed, such as 2025-10-31-output.".into()
        }
    }
}

/// Words of which one is meant; a space sets 或 off from what is no Chinese.
fn zh_choice(words: &[&str]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => {
            let first = first.join("、");
            let gap = if first.ends_with([']', '}']) { " " } else { "" };
            format!("{first}{gap}或{last}")
        }
        words => words.concat(),
    }
}

fn en_choice(words: &[&str]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        words => words.concat(),
    }
}
