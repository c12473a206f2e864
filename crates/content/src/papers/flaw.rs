//! What keeps a file from being given to readers, and what to do.

use std::io::ErrorKind;

use super::MEGABYTES;
use crate::io_words::of_kind;

/// What keeps a file from being given to readers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of the fields say what they are")]
pub enum Flaw {
    /// It cannot be read.
    Unreadable(ErrorKind),
    /// Nothing is in it.
    Empty,
    /// More bytes than a reader on a phone should fetch.
    TooLarge { megabytes: u64 },
    /// Of no kind that is known.
    NoPaper,
    /// A kind that is not taken.
    Foreign(Foreign),
    /// The name ends as that of another kind does; how it should end.
    Ending { expected: &'static str },
    /// The end is missing, or what is there cannot be read.
    Broken,
    /// Locked by a password, or by what it allows.
    Encrypted,
    /// It can do more than be read.
    Active(Active),
}

/// A kind of file that is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// `.doc`, `.xls` and their like, of Office before 2007; WPS writes them too.
    OldOffice,
    /// Slides, or a workbook in another form.
    OtherOffice,
    /// Files in a file.
    Zip,
    /// A text with a format of its own.
    Rtf,
    /// A page of the web.
    Page,
    /// A picture.
    Picture,
}

/// What in a file can do more than be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Active {
    /// A program.
    Program,
    /// A macro of Office.
    Macro,
    /// A script in a PDF.
    Script,
    /// Another file in it.
    Enclosed,
}

impl Flaw {
    /// What it is and what to do, in Chinese.
    pub fn zh(&self) -> String {
        let fixed = match self {
            Self::Unreadable(error) => {
                let why = of_kind(*error).map_or_else(|| error.to_string(), str::to_owned);
                return format!("读不了（{why}）。请检查它是不是普通文件，有没有读取权限。");
            }
            Self::TooLarge { megabytes } => {
                return format!(
                    "有 {megabytes} MB，超过上限 {MEGABYTES} MB。请用“另存为 › 最小文件大小”重新导出，或拆成几份。"
                );
            }
            Self::Ending { expected } => {
                return format!(
                    "的内容与扩展名不符。请把扩展名改为“.{expected}”，file 也一起改；或另存为扩展名所说的格式。"
                );
            }
            Self::Empty => "是空的。请重新复制一份。",
            Self::NoPaper => "不是 PDF、DOCX 或 XLSX。请用原来的软件打开它，另存为其中一种。",
            Self::Broken => "不完整或已损坏。请从原来的地方重新复制一份。",
            Self::Encrypted => {
                "加了密或限制了权限，读者打不开、印不了。请去掉密码和限制，另存一份。"
            }
            Self::Foreign(Foreign::OldOffice) => {
                "是旧版 Office 的格式（.doc、.xls 等）。请另存为 .docx 或 .xlsx；只供阅读的另存为 PDF。"
            }
            Self::Foreign(Foreign::OtherOffice) => {
                "是幻灯片或别的 Office 文件，不收。请另存为 PDF。"
            }
            Self::Foreign(Foreign::Zip) => {
                "是压缩包，不收：手机上打不开。请把里面的文件一份一份放进来。"
            }
            Self::Foreign(Foreign::Rtf) => "是 RTF，不收。请另存为 DOCX 或 PDF。",
            Self::Foreign(Foreign::Page) => {
                "是网页，不是文件；多半是下载时存错了。请重新下载，或只写网址（url）。"
            }
            Self::Foreign(Foreign::Picture) => {
                "是图片。扫描件请存成 PDF；照片请放进 media/，登记在 media.json。"
            }
            Self::Active(Active::Program) => "是程序，或会启动程序，不收。请换成 PDF。",
            Self::Active(Active::Macro) => {
                "带有宏，会在读者的电脑上运行。请另存为不带宏的 .docx 或 .xlsx。"
            }
            Self::Active(Active::Script) => "带有脚本。请重新“打印到 PDF”，得到一份没有脚本的。",
            Self::Active(Active::Enclosed) => "里面还嵌着别的文件。请把它们取出来，一份一份登记。",
        };
        fixed.to_owned()
    }

    /// What it is and what to do, in English.
    pub fn en(&self) -> String {
        let fixed = match self {
            Self::Unreadable(error) => {
                return format!(
                    "cannot be read ({error}). See whether it is a plain file, and readable."
                );
            }
            Self::TooLarge { megabytes } => {
                return format!(
                    "has {megabytes} MB, more than the limit of {MEGABYTES} MB. Export it again with the smallest size, or split it."
                );
            }
            Self::Ending { expected } => {
                return format!(
                    "is of another kind than its name says. Change the ending to `.{expected}`, in `file` too; or save it as the kind that the name says."
                );
            }
            Self::Empty => "is empty. Copy it again.",
            Self::NoPaper => {
                "is no PDF, DOCX or XLSX. Open it in the program that made it, and save it as one of them."
            }
            Self::Broken => "is not whole, or damaged. Copy it again from where it came from.",
            Self::Encrypted => {
                "is encrypted or restricted: readers can neither open nor print it. Take password and restrictions off, and save it again."
            }
            Self::Foreign(Foreign::OldOffice) => {
                "is of an Office before 2007 (.doc, .xls). Save it as .docx or .xlsx, or as PDF if it is only to be read."
            }
            Self::Foreign(Foreign::OtherOffice) => {
                "is a presentation or another file of Office, which is not taken. Save it as PDF."
            }
            Self::Foreign(Foreign::Zip) => {
                "is a zip archive, which phones do not open. Put the files that are in it here one by one."
            }
            Self::Foreign(Foreign::Rtf) => "is RTF, which is not taken. Save it as DOCX or PDF.",
            Self::Foreign(Foreign::Page) => {
                "is a web page, and no file; a download may have gone wrong. Fetch it again, or give the address alone (`url`)."
            }
            Self::Foreign(Foreign::Picture) => {
                "is a picture. Save a scan as PDF; put a photograph into media/ and record it in media.json."
            }
            Self::Active(Active::Program) => {
                "is a program, or starts one, and is not taken. Bring a PDF instead."
            }
            Self::Active(Active::Macro) => {
                "has macros, which would run on readers' computers. Save it as .docx or .xlsx without macros."
            }
            Self::Active(Active::Script) => {
                "has scripts in it. Print it to PDF again, which leaves them out."
            }
            Self::Active(Active::Enclosed) => {
                "has other files in it. Take them out, and record each by itself."
            }
        };
        fixed.to_owned()
    }
}
