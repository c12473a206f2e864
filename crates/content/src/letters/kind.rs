//! What kinds of such letters there are, and what they are called.

use model::Lang;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// What a letter is that should be another, or not be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Letter {
    /// What a terminal or an old printer obeys.
    Control,
    /// What Unicode says is no character, and XML forbids.
    Noncharacter,
    /// What turns the direction of writing.
    Direction,
    /// What has no width, or shows nothing.
    Invisible,
    /// A separator of lines or paragraphs.
    Separator,
    /// What is left of a broken character or of an object.
    Broken,
    /// What every font draws otherwise, or not at all.
    Private,
    /// A radical of Kangxi's dictionary.
    Kangxi,
    /// Another radical.
    Radical,
    /// A character that stands twice in Unicode.
    Compatibility,
    /// Half as wide as it should be.
    HalfWidth,
    /// A Latin letter in a form of its own: a ligature, or for formulas.
    Styled,
    /// A letter and its accent, or a sign, that is one character elsewhere.
    Apart,
    /// A digit or letter as wide as a Chinese character.
    FullWidth,
    /// A full stop for a decimal point.
    Stop,
    /// A circle for the Chinese zero.
    Circle,
    /// What chooses a form of a character that has none.
    Selector,
    /// An accent on nothing.
    Accent,
    /// A Cyrillic letter that looks like a Latin one.
    Cyrillic,
    /// A Greek letter that looks like a Latin one.
    Greek,
    /// A letter of phonetics that looks like a Latin one.
    Phonetic,
    /// Any other letter that looks like a Latin one.
    Foreign,
}

impl Letter {
    /// What it is called.
    pub const fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Control => ("控制字符", "control character"),
            Self::Noncharacter => ("非字符", "noncharacter"),
            Self::Direction => ("改变书写方向的字符", "mark of direction"),
            Self::Invisible => ("不显示的字符", "invisible character"),
            Self::Separator => ("行或段的分隔符", "separator of lines"),
            Self::Broken => ("残缺字符", "what is left of a broken character"),
            Self::Private => ("私用区字符", "private use"),
            Self::Kangxi => ("康熙部首", "Kangxi radical"),
            Self::Radical => ("部首补充", "CJK radical"),
            Self::Compatibility => ("兼容汉字", "compatibility ideograph"),
            Self::HalfWidth => ("半角字符", "half-width form"),
            Self::Styled => ("连字或数学字母", "ligature or mathematical letter"),
            Self::Apart => ("不规范的组合", "not in its composed form"),
            Self::FullWidth => ("全角字符", "full-width form"),
            Self::Stop => ("句号当小数点", "full stop for a decimal point"),
            Self::Circle => ("圆圈当“〇”", "circle for 〇"),
            Self::Selector => ("多余的变体选择符", "stray variation selector"),
            Self::Accent => ("没有依附的附加符号", "accent on nothing"),
            Self::Cyrillic => ("西里尔字母", "Cyrillic letter"),
            Self::Greek => ("希腊字母", "Greek letter"),
            Self::Phonetic => ("音标字母", "letter of phonetics"),
            Self::Foreign => ("形似的外文字母", "letter of another script"),
        };
        match lang {
            Lang::En => en,
            _ => zh,
        }
    }
}

/// What a character is that nobody sees, or that breaks a file; none if it may stand in
/// a text.
pub fn hidden(char: char) -> Option<Letter> {
    let code = u32::from(char);
    Some(match char {
        '\u{2028}' | '\u{2029}' => Letter::Separator,
        '\u{fffc}' | '\u{fffd}' => Letter::Broken,
        '\u{61c}' | '\u{200e}' | '\u{200f}' => Letter::Direction,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => Letter::Direction,
        // Letters without a stroke: fillers of Korean, the joiner of graphemes, the
        // inherent vowels of Khmer.
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}' => {
            Letter::Invisible
        }
        '\u{fdd0}'..='\u{fdef}' => Letter::Noncharacter,
        _ if code & 0xfffe == 0xfffe => Letter::Noncharacter,
        // Below them stand neither marks of format nor what is unassigned.
        '\u{3400}'..='\u{9fff}' => return None,
        _ => match char.general_category() {
            GeneralCategory::Control => Letter::Control,
            GeneralCategory::Format => Letter::Invisible,
            _ => return None,
        },
    })
}

/// A character by its number and by what it is: U+2F34 康熙部首.
pub fn code_point(code: u32, letter: Option<Letter>, lang: Lang) -> String {
    let char = char::from_u32(code);
    let name = char.and_then(|char| known_as(char, lang));
    let letter = letter.or_else(|| char.and_then(hidden));
    let name = name.or_else(|| Some(letter?.name(lang)));
    format!("U+{code:04X} {}", name.unwrap_or_default())
}

/// What editors know some of these characters as.
const fn known_as(char: char, lang: Lang) -> Option<&'static str> {
    let (zh, en) = match char {
        '\t' => ("制表符", "tab"),
        '\n' | '\r' => ("换行符", "line break"),
        '\u{ad}' => ("软连字符", "soft hyphen"),
        '\u{200b}' => ("零宽空格", "zero width space"),
        '\u{200c}' => ("零宽非连接符", "zero width non-joiner"),
        '\u{200d}' => ("零宽连接符", "zero width joiner"),
        '\u{200e}' => ("从左到右标记", "left-to-right mark"),
        '\u{200f}' => ("从右到左标记", "right-to-left mark"),
        '\u{2028}' => ("行分隔符", "line separator"),
        '\u{2029}' => ("段分隔符", "paragraph separator"),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            ("双向文字控制符", "bidirectional control")
        }
        '\u{2060}' => ("文字连接符", "word joiner"),
        '\u{feff}' => ("字节顺序标记", "byte order mark"),
        '\u{fffc}' => ("对象占位符", "object replacement character"),
        '\u{fffd}' => ("替换字符", "replacement character"),
        _ => return None,
    };
    Some(match lang {
        Lang::En => en,
        _ => zh,
    })
}
