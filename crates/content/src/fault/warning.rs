//! What is worth a look, and keeps nothing from being published.

use super::odd_letters::named;
use crate::leftovers::Leftover;
use crate::letters::Letter;
use crate::markdown::Seen;
use model::Lang;

/// What is worth a look, and keeps nothing from being published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// An article without summary: lists show how its text begins.
    NoSummary,
    /// Texts that have no English: the English page shows their Chinese.
    NoEnglish {
        /// The fields.
        fields: Vec<&'static str>,
    },
    /// An image whose place nothing takes where it cannot be seen.
    ImageWithoutText {
        /// Of the body.
        line: usize,
    },
    /// A file in `media/` that no record names.
    PictureWithoutRecord {
        /// Its name.
        file: String,
    },
    /// A file in `papers/` that no record names.
    PaperWithoutRecord {
        /// Its name.
        file: String,
    },
    /// A figure that has not been renewed for two years.
    OldFigure {
        /// When it was.
        date: String,
        /// When somebody last looked for a newer one.
        looked: Option<String>,
    },
    /// A company that nobody has compared with its sources for a year.
    Unverified {
        /// When somebody last did.
        date: String,
    },
    /// A title that lists and search engines cut off.
    LongTitle {
        /// In characters.
        length: usize,
        /// The most that is shown whole.
        limit: usize,
    },
    /// A link without encryption.
    Http {
        /// Where to.
        address: String,
    },
    /// An article that waits for its date.
    Future {
        /// Which.
        date: String,
    },
    /// An offer or a need that no reader sees.
    OfferNotShown {
        /// Until when it stood, or from when on it will.
        date: String,
        /// Whether its last day has passed.
        over: bool,
    },
    /// An article that waits for its writer.
    Draft,
    /// Signs in a body that were meant as Markdown and are not read as such.
    Unread {
        /// Of the body.
        line: usize,
        /// The signs.
        found: String,
        /// What readers get of them.
        seen: Seen,
        /// The line as it would be read.
        mended: Option<String>,
        /// Whether `site check --fix` writes it.
        certain: bool,
    },
    /// Letters that look right and are others.
    OddLetters {
        /// Each, with what it is.
        found: Vec<(String, Letter)>,
        /// The text as it should be, or the part of a long one around the first.
        mended: Option<String>,
        /// Whether that is all of the text.
        whole: bool,
        /// Whether `site check --fix` writes it.
        certain: bool,
    },
    /// Markdown where no Markdown is read.
    NoMarkdownHere {
        /// The signs.
        found: &'static str,
    },
    /// A file that is no content, and may go.
    Leftover {
        /// What it looks like.
        left: Leftover,
    },
    /// A file that does not name its schema: no editor helps to write it.
    SchemaNotNamed {
        /// What it names instead.
        found: Option<String>,
        /// What it should name.
        expected: String,
    },
}

impl Warning {
    pub(super) fn zh(&self) -> String {
        match self {
            Warning::Leftover { left } => format!("文件：{}", left.zh()),
            Warning::NoSummary => {
                "摘要：没有 summary，列表里会用正文的开头代替。请用一至三句话写明发生了什么。"
                    .into()
            }
            Warning::NoEnglish { fields } => format!(
                "英文：{} 没有英文，英文页会显示中文。请写成 {{ \"zh-Hans\": \"…\", \"en\": \"…\" }}。",
                fields.join("、")
            ),
            Warning::ImageWithoutText { line } => format!(
                "图片：正文第 {line} 行的图片没有文字说明，看不见图的读者就什么也读不到。请把图片放进 media/、登记在 media.json，再写 ![](media:编号)；或改为链接，在方括号里写明图上是什么。"
            ),
            Warning::PictureWithoutRecord { file } => format!(
                "图片：media.json 里没有登记“{file}”，它不会被发布。请登记编号、文件名、图上是什么（alt）和摄影者（credit），或者移走它。"
            ),
            Warning::PaperWithoutRecord { file } => format!(
                "资料：documents.json 里没有登记“{file}”，它不会被发布。请登记编号、标题、种类、文件名和来源，或者移走它。"
            ),
            Warning::OldFigure { date, looked } => format!(
                "数据：截至“{date}”，已过两年{}。请查有没有更新的数字；没有就把 newestKnown 改成今天的日期，一年内不再提醒。",
                match looked {
                    Some(looked) => format!("，上次查找更新是“{looked}”"),
                    None => String::new(),
                }
            ),
            Warning::Unverified { date } => format!(
                "企业：上次核对是“{date}”，已过一年。请对照来源核对，再把 lastVerified 改成核对的日期。"
            ),
            Warning::LongTitle { length, limit } => format!(
                "标题：共 {length} 个字符，超过 {limit} 个会在列表和搜索结果里被截断。请写短些。"
            ),
            Warning::Http { address } => format!(
                "链接：“{address}”没有加密。请在浏览器里试一试 https:// 开头的同一网址，能打开就改用它；打不开，可以在来源里写 httpOnly 和试过的日期，一年内不再提醒。"
            ),
            Warning::Future { date } => {
                format!("日期：“{date}”还没到，文章到那一天才会发布。若是笔误，请改正。")
            }
            Warning::OfferNotShown { date, over: true } => format!(
                "供需：有效期到“{date}”，已经过了，网站上不再显示。可以删去这一条；仍然有效，就改 until。"
            ),
            Warning::OfferNotShown { date, over: false } => {
                format!("供需：“{date}”还没到，到那一天才会登在网站上。若是笔误，请改正。")
            }
            Warning::Draft => {
                "草稿：这篇文章不会发布，只在预览里可见。写好以后请删去 draft。".into()
            }
            Warning::Unread {
                line,
                found,
                seen,
                mended,
                certain,
            } => format!(
                "正文：第 {line} 行的“{found}”{}{}{}",
                match seen {
                    Seen::AsIs => "没有被读作 Markdown，读者会原样看到它。",
                    Seen::Lost => "多出表头的列，读者看不到它。",
                    Seen::Code => "没有收尾，从这里到文末都成了代码。",
                    Seen::Cut => "里有汉字，链接到汉字之前就断了。",
                    Seen::NoWords => "没有文字，读者看不到这个链接。",
                },
                match (mended, seen) {
                    (Some(mended), _) => format!("请改为：{}", lined(mended)),
                    (None, Seen::AsIs) => "请写完整或删去。".to_owned(),
                    (None, Seen::Lost) =>
                        "请给表头和它下面一行补上一列；“|”若是格子里的字，请写成“\\|”。".to_owned(),
                    (None, Seen::Code) =>
                        "请在代码后面另起一行写同样的符号，或把它删去。".to_owned(),
                    (None, Seen::Cut) => "请在网址两头加“<”“>”。".to_owned(),
                    (None, Seen::NoWords) => "请在方括号里写上文字。".to_owned(),
                },
                match certain {
                    true => "（site check --fix 可以代改）",
                    false => "",
                }
            ),
            Warning::OddLetters {
                found,
                mended,
                certain,
                ..
            } => format!(
                "文字：有看着像、其实不是那个字的字符：{}。{}{}",
                named(found, Lang::ZhHans),
                match mended {
                    Some(mended) => format!("请改为：{mended}"),
                    None => "请重新输入这一处。".to_owned(),
                },
                match certain {
                    true => "（site check --fix 可以代改）",
                    false => "",
                }
            ),
            Warning::NoMarkdownHere { found } => {
                format!("文字：这里不用 Markdown，读者会原样看到“{found}”。请删去。")
            }
            Warning::SchemaNotNamed { found: None, .. } => {
                "结构：没有写 $schema，编辑器就不能边写边提示。请在文件开头的“{”后面加上它。".into()
            }
            Warning::SchemaNotNamed {
                found: Some(found), ..
            } => format!("结构：“{found}”不是这类文件的 $schema，编辑器就不能边写边提示。请改正。"),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Warning::Leftover { left } => format!("file: {}", left.en()),
            Warning::NoSummary => {
                "summary: there is none, so lists show how the text begins. Say in one to three sentences what happened.".into()
            }
            Warning::NoEnglish { fields } => format!(
                "English: {} has none, so the English page shows Chinese. Write {{ \"zh-Hans\": \"…\", \"en\": \"…\" }}.",
                fields.join(", ")
            ),
            Warning::ImageWithoutText { line } => format!(
                "image: on line {line} of the text, without words for those who cannot see it. Put the file into media/, record it in media.json and write ![](media:id); or make it a link, and say in the brackets what it shows."
            ),
            Warning::PictureWithoutRecord { file } => format!(
                "picture: media.json has no record of `{file}`, so it is not published. Record id, file, what it shows (alt) and who took it (credit), or take it away."
            ),
            Warning::PaperWithoutRecord { file } => format!(
                "paper: documents.json has no record of `{file}`, so it is not published. Record id, title, kind, file and source, or take it away."
            ),
            Warning::OldFigure { date, looked } => format!(
                "figure: as of `{date}`, more than two years ago{}. Look for a newer one; if there is none, set newestKnown to today, and nothing is said of it for a year.",
                match looked {
                    Some(looked) => format!("; a newer one was last looked for on `{looked}`"),
                    None => String::new(),
                }
            ),
            Warning::Unverified { date } => format!(
                "company: last compared with its sources on `{date}`, more than a year ago. Compare it, and set lastVerified to that day."
            ),
            Warning::LongTitle { length, limit } => format!(
                "title: {length} characters; beyond {limit}, lists and search engines cut it off. Shorten it."
            ),
            Warning::Http { address } => format!(
                "link: `{address}` is not encrypted. Try the same address with https:// in a browser, and use it if it opens; if it does not, a source may have httpOnly with the day of the trial, and nothing is said of it for a year."
            ),
            Warning::Future { date } => format!(
                "date: `{date}` is still to come; the article is published from that day on. Correct it if it is a slip."
            ),
            Warning::OfferNotShown { date, over: true } => format!(
                "offer: it stood until `{date}`, which has passed, and is not shown any more. Remove it, or change `until` if it still stands."
            ),
            Warning::OfferNotShown { date, over: false } => format!(
                "offer: `{date}` is still to come; it stands on the site from that day on. Correct it if it is a slip."
            ),
            Warning::Draft => "draft: the article is not published, and only seen in the preview. Remove `draft` when it is done.".into(),
            Warning::Unread {
                line,
                found,
                seen,
                mended,
                certain,
            } => format!(
                "body: `{found}` on line {line} of the text {} {}{}",
                match seen {
                    Seen::AsIs => "was not read as Markdown, and readers see it as it is.",
                    Seen::Lost => "is beyond the last column of its table, and no reader sees it.",
                    Seen::Code => "is not closed: from here to the end all is code.",
                    Seen::Cut => "has Chinese in it, and its link ends before that.",
                    Seen::NoWords => "has no words, and no reader sees the link.",
                },
                match (mended, seen) {
                    (Some(mended), _) => format!("Write: {}", lined(mended)),
                    (None, Seen::AsIs) => "Complete it, or take it away.".to_owned(),
                    (None, Seen::Lost) => "Add a column to the header and to the line below it; a `|` that belongs to the words is written `\\|`.".to_owned(),
                    (None, Seen::Code) => "Write the same signs on a line of their own behind the code, or take them away.".to_owned(),
                    (None, Seen::Cut) => "Put the address between `<` and `>`.".to_owned(),
                    (None, Seen::NoWords) => "Write words between the brackets.".to_owned(),
                },
                match certain {
                    true => " (`site check --fix` does)",
                    false => "",
                }
            ),
            Warning::OddLetters {
                found,
                mended,
                certain,
                ..
            } => format!(
                "text: it has characters that look like others and are not: {}. {}{}",
                named(found, Lang::En),
                match mended {
                    Some(mended) => format!("Write: {mended}"),
                    None => "Type that place again.".to_owned(),
                },
                match certain {
                    true => " (`site check --fix` does)",
                    false => "",
                }
            ),
            Warning::NoMarkdownHere { found } => format!(
                "text: Markdown is not read here, and readers see `{found}` as it is. Take it away."
            ),
            Warning::SchemaNotNamed { found: None, .. } => {
                "schema: the file names none, so no editor helps to write it. Add `$schema` behind the first `{`.".into()
            }
            Warning::SchemaNotNamed { found: Some(found), .. } => format!(
                "schema: `{found}` is not the `$schema` of such a file, so no editor helps to write it. Correct it."
            ),
        }
    }
}

/// Several lines as one that can be read in a message.
fn lined(mended: &str) -> String {
    mended.replace('\n', " ⏎ ")
}
