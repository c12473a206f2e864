//! What faults are counted by: a word for programs that never changes, and words
//! for people. A new kind of fault or warning needs a row here.

use super::{Kind, Warning};
use model::Lang;

/// Declares the classes, and of which class each kind is.
macro_rules! classes {
    (
        faults { $($fault:ident $slug:literal $zh:literal $en:literal;)* }
        warnings { $($warning:ident $warning_slug:literal $warning_zh:literal $warning_en:literal;)* }
    ) => {
        /// What faults are counted by.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Class {
            $(#[doc = $en] $fault,)*
            $(#[doc = $warning_en] $warning,)*
        }

        impl Class {
            /// What is worth a look, and keeps nothing from being published.
            pub const WARNINGS: &[Self] = &[$(Self::$warning),*];

            const fn row(self) -> [&'static str; 3] {
                match self {
                    $(Self::$fault => [$slug, $zh, $en],)*
                    $(Self::$warning => [$warning_slug, $warning_zh, $warning_en],)*
                }
            }
        }

        impl Kind {
            /// What it is counted by.
            pub const fn class(&self) -> Class {
                match self {
                    $(Self::$fault { .. } => Class::$fault,)*
                    Self::Warning(warning) => warning.class(),
                }
            }
        }

        impl Warning {
            /// What it is counted by.
            pub const fn class(&self) -> Class {
                match self {
                    $(Self::$warning { .. } => Class::$warning,)*
                }
            }
        }
    };
}

classes! {
    faults {
        MissingFile "missing-file" "缺文件" "missing file";
        Unreadable "unreadable" "读不了的文件" "unreadable file";
        MissingFolder "missing-folder" "缺文件夹" "missing folder";
        UnreadableFolder "unreadable-folder" "读不了的文件夹" "unreadable folder";
        UnknownFile "unknown-file" "多余的文件" "file without a place";
        TooLarge "too-large" "文件太大" "file too large";
        NotUtf8 "not-utf8" "编码不是 UTF-8" "not UTF-8";
        NameNotUtf8 "name-not-utf8" "文件名编码不对" "name not UTF-8";
        RootName "root-name" "root/ 里的文件名" "name in root/";
        RootClash "root-clash" "root/ 里的重名" "place taken in root/";
        Copied "copied-file" "副本" "copy of a file";
        Elsewhere "file-elsewhere" "没有下载的文件" "file not fetched";
        FileName "file-name" "文件名与编号不一致" "id other than the file’s name";
        Syntax "syntax" "语法" "syntax";
        TooDeep "too-deep" "嵌套太深" "nested too deep";
        DuplicateKey "duplicate-key" "字段重复" "field twice";
        WrongShape "wrong-shape" "类型不对" "wrong type";
        MissingField "missing-field" "缺字段" "missing field";
        UnknownField "unknown-field" "没有的字段" "unknown field";
        UnknownWord "unknown-word" "不在可选范围" "not one of the choices";
        Date "date" "日期" "date";
        Number "number" "数字" "number";
        EmptyText "empty-text" "空文字" "empty text";
        EmptyList "empty-list" "空列表" "empty list";
        Count "count" "项数不对" "wrong number of entries";
        SchemaVersion "schema-version" "版本不对" "schema version";
        NotSlug "not-slug" "编号不合规则" "not an id";
        DuplicateId "duplicate-id" "编号重复" "id twice";
        Repeated "repeated" "列表重复" "entry twice";
        Dangling "dangling" "引用落空" "reference to nothing";
        MissingStage "missing-stage" "缺环节" "missing stage";
        StageOrder "stage-order" "环节次序" "order of stages";
        MissingFlow "missing-flow" "缺物流" "missing flow";
        MisledFlow "misled-flow" "物流起讫不对" "flow that leads elsewhere";
        MissingFactor "missing-factor" "缺系数" "missing factor";
        FactorUnit "factor-unit" "系数单位不对" "unit of a factor";
        NoBalance "no-balance" "算不出平衡" "no balance";
        Impossible "impossible-input" "不可能的数值" "impossible value";
        NoSortDate "no-sort-date" "缺排序日期" "missing sort date";
        PartialSortDate "partial-sort-date" "排序日期不完整" "partial sort date";
        PartialCorrection "partial-correction-date" "更正日期不完整" "partial date of a correction";
        EarlyCorrection "correction-before-article" "更正早于发布" "correction before publication";
        FutureCorrection "future-correction" "更正日期未到" "correction to come";
        CorrectionOrder "correction-order" "更正次序" "order of corrections";
        PointOrder "point-order" "数据次序" "order of figures";
        DuplicatePoint "duplicate-point" "数据重复" "figure twice";
        NoPoint "corrected-without-point" "更正的数不在" "correction of no figure";
        Range "range" "高低颠倒" "low, default and high out of order";
        OutOfBounds "out-of-bounds" "超出范围" "out of bounds";
        NoSource "no-source" "缺来源" "missing source";
        AssumptionWithSource "assumption-with-source" "假设带来源" "assumption with a source";
        ConfirmedWithoutSource "confirmed-without-source" "确认无依据" "confirmed without source";
        RoleUnconfirmed "role-unconfirmed" "未确认的职务" "role without confirmation";
        BadAddress "bad-address" "网址不对" "not an address";
        Scheme "scheme" "不许用的网址" "address not allowed";
        Credentials "credentials" "网址带密码" "password in an address";
        GradeC "grade-c" "C 级来源带链接" "link of grade C";
        Withheld "withheld" "成立报道未发布" "founding article withheld";
        TermPair "term-pair" "简繁不对应" "term in two scripts";
        EmptyContact "empty-contact" "联系方式没有内容" "contact without content";
        Filing "filing-number" "备案号不对" "filing number";
        NoPicture "no-picture" "缺图片文件" "picture without a file";
        BadPicture "bad-picture" "图片用不了" "file that is no good as a picture";
        NoPaper "no-paper" "缺资料文件" "paper without a file";
        BadPaper "bad-paper" "资料文件用不了" "file that is no good as a paper";
        PartialDay "partial-day" "日期没写到日" "less than a day";
        TwicePaper "paper-twice" "资料又有文件又有网址" "paper with both file and address";
        RawHtml "raw-html" "HTML" "HTML";
        Heading "heading" "标题级别" "level of a heading";
        Image "image" "正文里的图片" "image in a text";
        MissingHeading "missing-heading" "链到没有的小标题" "link to no heading";
        BodyLink "body-link" "正文里的链接" "link in a text";
        TooLong "too-long" "文字太长" "text too long";
        HiddenCharacter "hidden-character" "看不见的字符" "hidden character";
    }
    warnings {
        NoSummary "no-summary" "缺摘要" "no summary";
        NoEnglish "no-english" "缺英文" "no English";
        ImageWithoutText "image-without-text" "图片没有说明" "image without words";
        PictureWithoutRecord "picture-without-record" "没有登记的图片" "picture without a record";
        PaperWithoutRecord "paper-without-record" "没有登记的资料" "paper without a record";
        OldFigure "old-figure" "旧数据" "old figure";
        Unverified "unverified" "企业久未核对" "company not compared for long";
        LongTitle "long-title" "标题太长" "long title";
        Http "http-link" "未加密链接" "link without encryption";
        Future "future-date" "日期未到" "date to come";
        OfferNotShown "offer-not-shown" "不显示的供需" "offer that is not shown";
        Draft "draft" "草稿" "draft";
        Unread "unread-markdown" "没读作 Markdown" "unread Markdown";
        OddLetters "odd-letters" "似是而非的字" "letters that look right and are others";
        NoMarkdownHere "markdown-outside-body" "用不上的 Markdown" "Markdown out of place";
        Leftover "leftover" "可以删去的文件" "file that may go";
        SchemaNotNamed "schema-not-named" "没写 $schema" "no $schema";
    }
}

impl Class {
    /// The word for programs; it never changes.
    pub const fn slug(self) -> &'static str {
        self.row()[0]
    }

    /// The words for people.
    pub const fn words(self, lang: Lang) -> &'static str {
        match lang {
            Lang::ZhHans | Lang::ZhHant => self.row()[1],
            Lang::En => self.row()[2],
        }
    }

    /// Whether it keeps nothing from being published.
    pub fn is_warning(self) -> bool {
        Self::WARNINGS.contains(&self)
    }
}

impl Kind {
    /// A stable word for it.
    pub const fn code(&self) -> &'static str {
        self.class().slug()
    }
}
