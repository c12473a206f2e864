//! What keeps a file from being published as a picture, and what to do.

use std::io::ErrorKind;

use super::{LONGEST, MEGABYTES, MEGAPIXELS};
use crate::io_words::of_kind;

/// What keeps a file from being published as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of the fields say what they are")]
pub enum Flaw {
    /// It cannot be read.
    Unreadable(ErrorKind),
    /// Nothing is in it.
    Empty,
    /// More bytes than a camera writes.
    TooLarge { megabytes: u64 },
    /// No picture at all.
    NoPicture,
    /// A picture of a kind that is not read.
    Foreign(Foreign),
    /// The name ends as that of another kind does; how it should end.
    Ending { expected: &'static str },
    /// The end is missing, or what is there cannot be read.
    Broken,
    /// Too wide, too high or too many pixels.
    Dimensions { width: u32, height: u32 },
    /// Colours for a printing press.
    Cmyk,
}

/// A kind of picture that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// What iPhones write.
    Heic,
    /// Smaller than WebP, and slow to make.
    Avif,
    /// A drawing, which may hold script.
    Svg,
    /// Of scanners.
    Tiff,
    /// Of old Windows.
    Bmp,
    /// A document.
    Pdf,
}

impl Foreign {
    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::Svg => "SVG",
            Self::Tiff => "TIFF",
            Self::Bmp => "BMP",
            Self::Pdf => "PDF",
        }
    }
}

impl Flaw {
    /// What it is and what to do, in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::Unreadable(error) => {
                let why = of_kind(*error).map_or_else(|| error.to_string(), str::to_owned);
                format!("读不了（{why}）。请检查它是不是普通文件，有没有读取权限。")
            }
            Self::Empty => "是空的。请重新复制一份。".to_owned(),
            Self::TooLarge { megabytes } => format!(
                "有 {megabytes} MB，超过上限 {MEGABYTES} MB。请用手机或电脑的图片编辑缩到长边 4000 像素，另存为 JPEG。"
            ),
            Self::NoPicture => {
                "不是图片。请用看图软件打开它，能打开就另存为 JPEG，打不开就换一张。".to_owned()
            }
            Self::Foreign(Foreign::Heic) => {
                "是 HEIC（苹果手机的格式），浏览器大多打不开。请导出为 JPEG；在手机“设置 › 相机 › 格式”里选“兼容性最佳”，以后拍的就是 JPEG。".to_owned()
            }
            Self::Foreign(Foreign::Svg) => {
                "是 SVG，里面可以藏脚本，不收。请导出为 PNG，宽 800 像素以上。".to_owned()
            }
            Self::Foreign(Foreign::Pdf) => "是 PDF，不是图片。请把要用的一页导出为 JPEG 或 PNG。".to_owned(),
            Self::Foreign(other) => format!("是 {}，不收。请用看图软件另存为 JPEG 或 PNG。", other.name()),
            Self::Ending { expected } => format!(
                "的内容与扩展名不符。请把扩展名改为“.{expected}”，file 也一起改；或另存为扩展名所说的格式。"
            ),
            Self::Broken => "不完整或已损坏。请从原来的手机、相机或聊天记录里重新复制一份。".to_owned(),
            Self::Dimensions { width, height } => format!(
                "有 {width}×{height} 像素，超过上限（边长 {LONGEST}，共 {MEGAPIXELS} 百万像素）。请缩到长边 4000 像素，另存为 JPEG。"
            ),
            Self::Cmyk => "用的是印刷的颜色（CMYK），屏幕上会走样。请在图片编辑软件里转成 sRGB，再另存为 JPEG。".to_owned(),
        }
    }

    /// What it is and what to do, in English.
    pub fn en(&self) -> String {
        match self {
            Self::Unreadable(error) => {
                format!("cannot be read ({error}). See whether it is a plain file, and readable.")
            }
            Self::Empty => "is empty. Copy it again.".to_owned(),
            Self::TooLarge { megabytes } => format!(
                "has {megabytes} MB, more than the limit of {MEGABYTES} MB. Reduce its longer side to 4000 pixels and save it as JPEG."
            ),
            Self::NoPicture => {
                "is no picture. Open it in a viewer: if that works, save it as JPEG; if not, take another.".to_owned()
            }
            Self::Foreign(Foreign::Heic) => {
                "is HEIC, of iPhones, which most browsers cannot show. Export it as JPEG; with Settings › Camera › Formats › Most Compatible, the phone writes JPEG from then on.".to_owned()
            }
            Self::Foreign(Foreign::Svg) => {
                "is SVG, which can hold script, and is not taken. Export it as PNG, at least 800 pixels wide.".to_owned()
            }
            Self::Foreign(Foreign::Pdf) => "is PDF, and no picture. Export the page as JPEG or PNG.".to_owned(),
            Self::Foreign(other) => format!(
                "is {}, which is not taken. Save it as JPEG or PNG in a viewer.",
                other.name()
            ),
            Self::Ending { expected } => format!(
                "is of another kind than its name says. Change the ending to `.{expected}`, in `file` too; or save it as the kind that the name says."
            ),
            Self::Broken => "is not whole, or damaged. Copy it again from the phone, the camera or the chat.".to_owned(),
            Self::Dimensions { width, height } => format!(
                "has {width} by {height} pixels, more than the limit ({LONGEST} a side, {MEGAPIXELS} million in all). Reduce its longer side to 4000 pixels and save it as JPEG."
            ),
            Self::Cmyk => "has the colours of a printing press (CMYK), which screens show wrongly. Convert it to sRGB and save it as JPEG.".to_owned(),
        }
    }
}
