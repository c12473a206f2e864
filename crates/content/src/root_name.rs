//! The files in `root/`, which are served from the top of the site as they are, and
//! which names they may have.

use std::sync::Arc;

/// The folder, inside that of the bundle.
pub const FOLDER: &str = "root";

/// A file that is served from the top of the site as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RootFile {
    /// Its path below the top: `.well-known/security.txt`.
    pub path: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

/// Why a name cannot be served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RootFlaw {
    /// It begins with a dot: servers keep such files to themselves. `.well-known` at
    /// the top is the one that they do not.
    Hidden,
    /// `.br` and `.gz` are packed forms of other files.
    Packed,
    /// Hosts read it and serve it to nobody.
    ForHosts,
    /// A sign that addresses have another use for, or none.
    Sign(char),
    /// Longer than a file's name may be on common disks.
    Long,
}

/// The folder whose dot does not hide it.
const WELL_KNOWN: &str = ".well-known";
/// The most bytes of a name.
const LONGEST: usize = 200;

/// What is wrong with the name of a file or folder, at the top or below.
pub fn flaw(name: &str, at_top: bool) -> Option<RootFlaw> {
    let plain = |sign: char| sign.is_alphanumeric() || "-_.~".contains(sign);
    let lower = name.to_lowercase();
    if name.starts_with('.') && !(at_top && name == WELL_KNOWN) {
        Some(RootFlaw::Hidden)
    } else if lower.ends_with(".br") || lower.ends_with(".gz") {
        Some(RootFlaw::Packed)
    } else if at_top && ["_headers", "_redirects"].contains(&lower.as_str()) {
        Some(RootFlaw::ForHosts)
    } else if let Some(sign) = name.chars().find(|sign| !plain(*sign)) {
        Some(RootFlaw::Sign(sign))
    } else if name.len() > LONGEST {
        Some(RootFlaw::Long)
    } else {
        None
    }
}

impl RootFlaw {
    pub(crate) fn zh(self) -> String {
        match self {
            Self::Hidden => "名字以点开头的文件，服务器不给读者看，只有最上一层的 .well-known 例外。请改名；不需要就移走".into(),
            Self::Packed => "以 .br、.gz 结尾的是别的文件的压缩形式，服务器不单独给读者看。请解开，或改成 .zip".into(),
            Self::ForHosts => "这个文件是给托管商读的，读者打不开；_headers 由发布时自动写。请移走".into(),
            Self::Sign(sign) => format!("名字里的“{}”在网址里写不出来。请只用字母、数字、“-”“_”“.”", visible(sign)),
            Self::Long => format!("名字超过 {LONGEST} 个字节。请改短"),
        }
    }

    pub(crate) fn en(self) -> String {
        match self {
            Self::Hidden => "servers keep names that begin with a dot to themselves, but for .well-known at the top. Rename it, or move it away".into(),
            Self::Packed => "names that end in .br or .gz are packed forms of other files, which servers do not give out by themselves. Unpack it, or make it a .zip".into(),
            Self::ForHosts => "hosts read it and serve it to nobody; _headers is written by publishing. Move it away".into(),
            Self::Sign(sign) => format!("`{}` cannot stand in an address. Use letters, digits, `-`, `_` and `.` only", visible(sign)),
            Self::Long => format!("its name is longer than {LONGEST} bytes. Shorten it"),
        }
    }
}

/// A sign that can be seen in a message.
fn visible(sign: char) -> String {
    match sign {
        ' ' => "空格 space".into(),
        sign if sign.is_control() => format!("U+{:04X}", u32::from(sign)),
        sign => sign.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_names_that_can_be_served() {
        for name in [
            "MP_verify_abc.txt",
            "WW_verify_x.txt",
            "a~b-c_d.html",
            "章程.pdf",
        ] {
            assert_eq!(flaw(name, true), None, "{name}");
            assert_eq!(flaw(name, false), None, "{name}");
        }
        assert_eq!(flaw(".well-known", true), None);
        assert_eq!(flaw("_headers", false), None);
    }

    #[test]
    fn names_what_keeps_a_name_from_being_served() {
        for (name, at_top, expected) in [
            (".well-known", false, RootFlaw::Hidden),
            (".htaccess", true, RootFlaw::Hidden),
            ("a.txt.gz", true, RootFlaw::Packed),
            ("a.BR", true, RootFlaw::Packed),
            ("_headers", true, RootFlaw::ForHosts),
            ("_redirects", true, RootFlaw::ForHosts),
            ("a b.txt", true, RootFlaw::Sign(' ')),
            ("a?.txt", true, RootFlaw::Sign('?')),
            ("a%41.txt", true, RootFlaw::Sign('%')),
            ("a\\b", true, RootFlaw::Sign('\\')),
            ("a:b", true, RootFlaw::Sign(':')),
            ("a\u{200b}", true, RootFlaw::Sign('\u{200b}')),
        ] {
            assert_eq!(flaw(name, at_top), Some(expected), "{name}");
        }
        assert_eq!(flaw(&"a".repeat(201), true), Some(RootFlaw::Long));
    }
}
