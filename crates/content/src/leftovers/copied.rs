//! Names that systems and programs give to copies.

use model::routes::is_slug;

/// A copy, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The name of what was copied, without its ending.
    pub original: String,
    /// Who names copies like this.
    pub maker: CopyMaker,
}

/// Who makes copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyMaker {
    /// A person, by a system's "Copy" and "Paste".
    System,
    /// A browser, a chat or a network disk that found the name taken.
    Download,
    /// A program that keeps folders alike, of which two were changed.
    Sync,
}

impl CopyMaker {
    pub(crate) const fn zh(self) -> &'static str {
        match self {
            Self::System => "复制粘贴时系统起的名字",
            Self::Download => "下载或接收文件遇到重名时起的名字",
            Self::Sync => "网盘同步遇到冲突时起的名字",
        }
    }

    pub(crate) const fn en(self) -> &'static str {
        match self {
            Self::System => "the name that a system gives to a pasted copy",
            Self::Download => "the name of a download where the name was taken",
            Self::Sync => "the name that a program for syncing gives to one of two versions",
        }
    }
}

/// What a copy's name begins with.
const BEGINS: [&str; 5] = ["副本", "复件", "Copy of ", "copy of ", "Copy "];
/// What it ends with, brackets and marks between aside.
const ENDS: [&str; 10] = [
    "另一个副本",
    "另一个复件",
    "的副本",
    "副本",
    "复件",
    "拷贝",
    "another copy",
    "copy",
    "Copy",
    "COPY",
];
/// What the name of a version in conflict has in it.
const CONFLICT: [&str; 4] = ["冲突", "conflict", "Conflict", "CONFLICT"];
/// Where the name of a computer begins that a program for syncing puts behind.
const COMPUTER: [&str; 3] = ["-DESKTOP-", "-LAPTOP-", "-WIN-"];
/// What stands between a name and what was added to it.
const BETWEEN: [char; 8] = [' ', '-', '_', '.', '(', ')', '（', '）'];

impl Copied {
    /// Reads a name without its ending. Ids are plain: what could be one is no copy.
    pub fn of(stem: &str) -> Option<Self> {
        if is_slug(stem) {
            return None;
        }
        if let Some(original) = in_conflict(stem) {
            return Self::made(original, CopyMaker::Sync);
        }
        let (rest, numbered) = without_number(stem);
        let copied = (BEGINS.iter().find_map(|begin| rest.strip_prefix(begin))).or_else(|| {
            let rest = rest.trim_end_matches(BETWEEN);
            ENDS.iter().find_map(|end| rest.strip_suffix(end))
        });
        match (copied, numbered) {
            (Some(original), _) => Self::made(original, CopyMaker::System),
            (None, Some(maker)) => Self::made(rest, maker),
            (None, None) => None,
        }
    }

    fn made(original: &str, maker: CopyMaker) -> Option<Self> {
        let original = original.trim_matches(BETWEEN);
        (!original.is_empty()).then(|| Self {
            original: original.to_owned(),
            maker,
        })
    }
}

/// What stands before the note of a conflict.
fn in_conflict(stem: &str) -> Option<&str> {
    if let Some(at) = COMPUTER.iter().find_map(|computer| stem.find(computer)) {
        return Some(&stem[..at]);
    }
    let at = CONFLICT.iter().find_map(|word| stem.find(word))?;
    // The note may begin before the word, with a name: `x (某某 的冲突副本)`.
    let begins = stem.find(['(', '（']).filter(|begins| *begins < at);
    let before = &stem[..begins.unwrap_or(at)];
    Some(before.strip_suffix("sync-").unwrap_or(before))
}

/// A name without the number behind it, and who numbers like this: `x (2)`, `x(2)`,
/// `x 2`.
fn without_number(stem: &str) -> (&str, Option<CopyMaker>) {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let in_brackets = [('(', ')'), ('（', '）')].iter().find_map(|(open, close)| {
        let (rest, number) = stem.strip_suffix(*close)?.rsplit_once(*open)?;
        digits(number).then_some(rest)
    });
    if let Some(rest) = in_brackets {
        return (rest, Some(CopyMaker::Download));
    }
    match stem.rsplit_once(' ') {
        Some((rest, number)) if digits(number) => (rest, Some(CopyMaker::System)),
        _ => (stem, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_copies_by_the_names_that_programs_give() {
        let id = "2025-10-31-output";
        for (name, maker) in [
            ("2025-10-31-output - 副本", CopyMaker::System),
            ("2025-10-31-output - 副本 (2)", CopyMaker::System),
            ("2025-10-31-output - Copy", CopyMaker::System),
            ("2025-10-31-output - Copy (3)", CopyMaker::System),
            ("2025-10-31-output 副本", CopyMaker::System),
            ("2025-10-31-output 副本 2", CopyMaker::System),
            ("2025-10-31-output的副本", CopyMaker::System),
            ("2025-10-31-output copy", CopyMaker::System),
            ("2025-10-31-output copy 2", CopyMaker::System),
            ("2025-10-31-output（副本）", CopyMaker::System),
            ("2025-10-31-output (复件)", CopyMaker::System),
            ("2025-10-31-output (another copy)", CopyMaker::System),
            ("复件 2025-10-31-output", CopyMaker::System),
            ("副本 2025-10-31-output", CopyMaker::System),
            ("Copy of 2025-10-31-output", CopyMaker::System),
            ("2025-10-31-output 2", CopyMaker::System),
            ("2025-10-31-output (1)", CopyMaker::Download),
            ("2025-10-31-output(1)", CopyMaker::Download),
            ("2025-10-31-output（1）", CopyMaker::Download),
            (
                "2025-10-31-output (李四 的冲突副本 2025-11-01)",
                CopyMaker::Sync,
            ),
            (
                "2025-10-31-output (Li's conflicted copy 2025-11-01)",
                CopyMaker::Sync,
            ),
            ("2025-10-31-output_冲突文件_李四", CopyMaker::Sync),
            (
                "2025-10-31-output.sync-conflict-20251101-101010-ABCDEFG",
                CopyMaker::Sync,
            ),
            ("2025-10-31-output-DESKTOP-4K2P1QX", CopyMaker::Sync),
        ] {
            let copied = Copied::of(name).unwrap_or_else(|| panic!("{name} is a copy"));
            assert_eq!(
                (copied.original.as_str(), copied.maker),
                (id, maker),
                "{name}"
            );
        }
    }

    #[test]
    fn takes_no_other_name_for_a_copy() {
        for name in [
            "2025-10-31-output",
            "output-copy",
            "output-2",
            "Output",
            "铝业",
            "a b",
            "副本",
        ] {
            assert_eq!(Copied::of(name), None, "{name}");
        }
    }
}
