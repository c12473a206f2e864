//! What systems, programs and habits leave in a folder that is no content: by its name.
//!
//! What no person has made is passed over ([`is_passed_over`]). What somebody may still want
//! is worth a line ([`Leftover`]). A copy of a record is a record with a mistaken name
//! ([`Copied`]), and is never passed over; nor is what stands for a record that is not on
//! this computer ([`Elsewhere`]).

mod copied;
mod elsewhere;

pub use copied::{Copied, CopyMaker};
pub use elsewhere::Elsewhere;

/// Names of files and folders that systems and programs make by themselves, in lower case.
const LITTER: [&str; 26] = [
    // Windows.
    "thumbs.db",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "desktop.ini",
    "$recycle.bin",
    "recycler",
    "system volume information",
    "found.000",
    "iconcache.db",
    "wpsettings.dat",
    // macOS; the first as its Finder writes it, with a line end in the name.
    "icon\r",
    "__macosx",
    "network trash folder",
    "temporary items",
    "desktop db",
    "desktop df",
    // Disks, network storage and programs that keep folders alike.
    "lost+found",
    "@eadir",
    "@tmp",
    "@synoresource",
    "#recycle",
    "#snapshot",
    "@recycle",
    "node_modules",
    "nppbackup",
    // Vim asks by this name whether a folder can be written to.
    "4913",
];

/// How names begin that programs make by themselves: an Office or WPS program while a
/// file is open, a program for keeping folders alike while it writes.
const LITTER_BEGINS: [&str; 7] = [
    "~$",
    "~wr",
    "~df",
    "~syncthing~",
    "~lock.",
    "(a document being saved by",
    "（“文本编辑”正在存储的文稿",
];

/// How names end that programs make by themselves: while they write or fetch, or for
/// what would be lost in a crash.
const LITTER_ENDS: [&str; 28] = [
    "~",
    ".tmp",
    ".temp",
    ".swp",
    ".swo",
    ".swn",
    ".un~",
    ".kate-swp",
    ".crdownload",
    ".part",
    ".partial",
    ".download",
    ".filepart",
    ".!ut",
    ".downloading",
    ".nutstore_tmp",
    "___jb_tmp___",
    "___jb_old___",
    ".xltd",
    ".xltd.cfg",
    ".td",
    ".td.cfg",
    ".aria2",
    ".opdownload",
    ".fdmdownload",
    ".!qb",
    ".bc!",
    ".idlk",
];

/// Hidden files and folders that programs make by themselves, in lower case, by how
/// their names begin.
const HIDDEN_LITTER: [&str; 24] = [
    "._",
    ".#",
    ".~",
    ".ds_store",
    ".localized",
    ".spotlight-v100",
    ".fseventsd",
    ".documentrevisions-v100",
    ".temporaryitems",
    ".apdisk",
    ".appledouble",
    ".trash",
    ".directory",
    ".git",
    ".svn",
    ".hg",
    ".idea",
    ".vscode",
    ".vs",
    ".nutstore",
    ".stfolder",
    ".stversions",
    ".dropbox",
    ".849c9593",
];

/// Whether a name says that some program has made it for itself, or is hidden, and so
/// nobody's content; but see [`Leftover::Hidden`].
pub fn is_passed_over(name: &str) -> bool {
    let is_hidden = name.starts_with('.') && !is_hidden_record(&name.to_lowercase());
    Elsewhere::of(name).is_none() && (is_litter(name) || is_hidden)
}

/// Whether a name says that some program has made it for itself.
pub fn is_litter(name: &str) -> bool {
    let lower = name.to_lowercase();
    let own_of_emacs = name.len() > 2 && name.starts_with('#') && name.ends_with('#');
    LITTER.contains(&lower.as_str())
        || LITTER_BEGINS.iter().any(|begin| lower.starts_with(begin))
        || LITTER_ENDS.iter().any(|end| lower.ends_with(end))
        || own_of_emacs
        || is_safe_save(&lower)
        || is_numbered(name, &lower)
        || HIDDEN_LITTER.iter().any(|begin| lower.starts_with(begin))
}

/// What macOS writes before it replaces a file: `output.json.sb-1a2b3c4d-Xy12Zz`.
fn is_safe_save(lower: &str) -> bool {
    let own = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    (lower.rsplit_once(".sb-"))
        .and_then(|(_, rest)| rest.split_once('-'))
        .is_some_and(|(first, last)| own(first, 8) && own(last, 6))
}

/// What programs name by number until it is whole: `output.json.tmp.4711`, and Excel's
/// `5C6B3000`.
fn is_numbered(name: &str, lower: &str) -> bool {
    let of_process = (lower.rsplit_once(".tmp.")).is_some_and(|(_, number)| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'A'..=b'F');
    let is_date = name.bytes().all(|byte| byte.is_ascii_digit());
    let of_excel = name.len() == 8 && name.bytes().all(hex) && name.ends_with("00") && !is_date;
    of_process || of_excel
}

/// A hidden file that looks like a record, and not like what macOS (`._x`), Emacs
/// (`.#x`), LibreOffice or WPS (`.~x`) put beside one.
fn is_hidden_record(lower: &str) -> bool {
    lower.ends_with(".json") && !["._", ".#", ".~"].iter().any(|own| lower.starts_with(own))
}

/// What is worth a line, since somebody may want it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leftover {
    /// Made by "New" in the menu of a folder, and never named.
    Unnamed,
    /// Of a program that keeps what was there before.
    Backup,
    /// A link to a file or a page.
    Shortcut,
    /// Copied with its folder, or by a program that keeps folders alike.
    Copy,
    /// A record that begins with a dot, and so is hidden.
    Hidden,
}

/// How names begin that nobody has chosen.
const UNNAMED: [&str; 29] = [
    "新建文本文档",
    "新建 文本文档",
    "新建 text document",
    "新建文件夹",
    "新建 microsoft",
    "新建 docx",
    "新建 doc ",
    "新建 xlsx",
    "新建 xls ",
    "新建 pptx",
    "新建 ppt ",
    "新建 rtf ",
    "新建 wps",
    "新建 bmp",
    "新建 winrar",
    "新建 zip",
    "新建位图图像",
    "新建压缩",
    "新建 压缩",
    "新建联系人",
    "新建日记本",
    "new bitmap image",
    "未命名",
    "未命名文件夹",
    "无标题",
    "new text document",
    "new folder",
    "untitled",
    "new microsoft",
];

/// Whether nothing was added to such a beginning but a number, an ending or what kind of
/// file it is.
fn is_unnamed(lower: &str, begin: &str) -> bool {
    lower.strip_prefix(begin).is_some_and(|rest| {
        let ending = [' ', '.', '(', '（'];
        let of_kind = begin.ends_with(' ') || begin.ends_with("压缩");
        rest.is_empty() || rest.starts_with(ending) || of_kind
    })
}

const BACKUP: [&str; 13] = [
    ".bak",
    ".backup",
    ".orig",
    ".old",
    ".rej",
    ".sav",
    ".save",
    ".wbk",
    ".asd",
    ".xlk",
    ".mine",
    ".sublime-workspace",
    ".code-workspace",
];
const SHORTCUT: [&str; 7] = [
    ".lnk",
    ".url",
    ".webloc",
    ".desktop",
    " alias",
    "的替身",
    "的别名",
];

impl Leftover {
    /// What a name that is none of the bundle's looks like.
    pub fn of(name: &str) -> Option<Self> {
        let lower = name.to_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|end| lower.ends_with(end));
        let record = lower.ends_with(".json");
        if record && lower.starts_with('.') {
            return Some(Self::Hidden);
        }
        // What else is a record's is somebody's, whatever it is called.
        if record {
            return None;
        }
        if ends(&BACKUP) {
            return Some(Self::Backup);
        }
        if ends(&SHORTCUT) {
            return Some(Self::Shortcut);
        }
        if UNNAMED.iter().any(|begin| is_unnamed(&lower, begin)) {
            return Some(Self::Unnamed);
        }
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        Copied::of(stem).map(|_| Self::Copy)
    }

    /// Who made it, and whether it may go.
    pub(crate) const fn zh(self) -> &'static str {
        match self {
            Self::Unnamed => {
                "在文件夹里点“新建”留下的，还没有起名。网站不用它，里面的字不会发布；不需要就删去。"
            }
            Self::Backup => "编辑器或别的程序留下的备份。网站不用它；不需要就删去。",
            Self::Shortcut => "快捷方式。网站不用它；不需要就删去。",
            Self::Copy => "复制或网盘同步时留下的副本。网站不用它；不需要就删去。",
            Self::Hidden => {
                "名字以点开头的文件是隐藏的，不会发布。若是要发布的内容，请去掉开头的点；不需要就删去。"
            }
        }
    }

    /// The same in English.
    pub(crate) const fn en(self) -> &'static str {
        match self {
            Self::Unnamed => {
                "left by “New” in the menu of a folder, and never named. The site does not use it, and what is in it is not published; it may go."
            }
            Self::Backup => {
                "a backup that an editor or another program has left. The site does not use it; it may go."
            }
            Self::Shortcut => "a shortcut. The site does not use it; it may go.",
            Self::Copy => {
                "a copy that was made by hand or by a program that syncs folders. The site does not use it; it may go."
            }
            Self::Hidden => {
                "a name that begins with a dot is hidden, and is not published. If it is meant to be, take the dot away; otherwise it may go."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_over_what_programs_make_for_themselves() {
        for name in [
            "Thumbs.db",
            "thumbs.db",
            "desktop.ini",
            "Desktop.ini",
            "~$draft.json",
            "~$企业名单.xlsx",
            "~WRL0001.tmp",
            ".DS_Store",
            "._output.json",
            ".output.json.swp",
            "output.json~",
            "#output.json#",
            ".#output.json",
            ".~output.json",
            ".~lock.output.json#",
            "output.json.tmp",
            "3F2A.TMP",
            "Icon\r",
            "$RECYCLE.BIN",
            "System Volume Information",
            "__MACOSX",
            ".git",
            ".idea",
            ".vscode",
            ".nutstore",
            ".stfolder",
            "node_modules",
            "@eaDir",
            "lost+found",
            "output.json.crdownload",
            "output.json.baiduyun.downloading",
            ".849C9593-D756-4E56-8D6E-42412F2A707B",
            "output.json.sb-1a2b3c4d-Xy12Zz",
            "(A Document Being Saved By TextEdit)",
            "output.json.xltd",
            "output.json.td.cfg",
            "output.json.aria2",
            "FOUND.000",
            "IconCache.db",
            "nppBackup",
            "@SynoResource",
            "~DF3A1B.TMP",
            "output.json.tmp.4711",
            "5C6B3000",
        ] {
            assert!(is_litter(name), "{name}");
            assert!(is_passed_over(name), "{name}");
        }
    }

    #[test]
    fn passes_over_nothing_that_may_be_a_record() {
        for name in [
            "2025-10-31-output.json",
            "2025-10-31-output copy.json",
            "2025-10-31-output - 副本.json",
            "新建文本文档.json",
            ".2025-10-31-output.json",
            "output.JSON",
            "output.json.txt",
            "output.json.sb-1a2b",
            ".2025-10-31-output.json.icloud",
            "2025-10-31-output.json.nextcloud",
            "tmp.json",
            "README.md",
            "news",
            "notes.docx",
        ] {
            assert!(!is_passed_over(name), "{name}");
        }
        // Hidden, but somebody's: a site may have them.
        for name in [".well-known", ".htaccess", ".user.ini"] {
            assert!(is_passed_over(name) && !is_litter(name), "{name}");
        }
    }

    #[test]
    fn says_who_made_what_may_go() {
        for (name, left) in [
            ("新建文本文档.txt", Leftover::Unnamed),
            ("新建文本文档 (2).txt", Leftover::Unnamed),
            ("新建 文本文档.txt", Leftover::Unnamed),
            ("新建 Microsoft Word 文档.docx", Leftover::Unnamed),
            ("新建文件夹", Leftover::Unnamed),
            ("New Text Document.txt", Leftover::Unnamed),
            ("untitled folder", Leftover::Unnamed),
            ("output.json.bak", Leftover::Backup),
            ("output.json.orig", Leftover::Backup),
            ("output.json.save", Leftover::Backup),
            ("新建位图图像.bmp", Leftover::Unnamed),
            ("新建压缩(zipped)文件夹.zip", Leftover::Unnamed),
            ("新建 WPS 文字.wps", Leftover::Unnamed),
            ("output.json的替身", Leftover::Shortcut),
            ("output.json alias", Leftover::Shortcut),
            ("备份属于 章程.wbk", Leftover::Backup),
            ("企业 - 快捷方式.lnk", Leftover::Shortcut),
            ("news - 副本", Leftover::Copy),
            ("news copy", Leftover::Copy),
            ("说明 副本.txt", Leftover::Copy),
            (".output.json", Leftover::Hidden),
        ] {
            assert_eq!(Leftover::of(name), Some(left), "{name}");
        }
        for name in [
            "untitled-guide.pdf",
            "无标题党.txt",
            "notes.txt",
            "output copy.json",
            "新建文本文档.json",
            "新建生产线.docx",
            "20251100",
            "旧",
        ] {
            assert_eq!(Leftover::of(name), None, "{name}");
        }
    }
}
