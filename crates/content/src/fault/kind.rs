//! The kinds of faults.

use std::io::ErrorKind;

use rust_decimal::Decimal;

use super::{Position, Syntax, Warning};
use crate::leftovers::CopyMaker;
use crate::papers;
use crate::pictures;
use crate::root_name::RootFlaw;
use crate::table::Referent;
use chain::ImpossibleInput;
use model::Flow;
use model::date::{Date, DateError, Day};

/// The shape of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A whole number that is not negative.
    Integer,
    /// Any other number.
    Number,
    /// A text in quotes.
    String,
    /// A list in `[]`.
    List,
    /// An object in `{}`.
    Object,
}

/// An authority's file on the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilingKind {
    /// ICP备案, with the ministry of industry.
    Icp,
    /// 公安联网备案, with the ministry of public security.
    PublicSecurity,
}

impl FilingKind {
    /// How a number is written; nobody has this one.
    pub const fn example(self) -> &'static str {
        match self {
            Self::Icp => "蜀ICP备00000000号-1",
            Self::PublicSecurity => "川公网安备00000000000000号",
        }
    }
}

/// Why a text is not an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// No scheme in front.
    NoScheme,
    /// No host, or one that only this machine or a private net knows.
    Host,
    /// A space or a line break inside.
    Space,
    /// It leads away from the site without saying so: `//host`, `/\\host`.
    Ambiguous,
    /// Anything else.
    Form,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of the fields say what they are")]
pub enum Kind {
    /// A file of the bundle is not there.
    MissingFile,
    /// A file cannot be read.
    Unreadable { error: ErrorKind },
    /// A folder of the bundle is not there.
    MissingFolder,
    /// A folder cannot be read.
    UnreadableFolder { error: ErrorKind },
    /// A file that the bundle does not have.
    UnknownFile { suggestion: Option<String> },
    /// A file beyond the limit, in bytes.
    TooLarge { size: u64, limit: u64 },
    /// A file in another encoding, and in which, as far as can be seen.
    NotUtf8 { looks_like: Option<&'static str> },
    /// A name that is not UTF-8: its bytes, and what it is in the encoding of Chinese
    /// Windows.
    NameNotUtf8 {
        bytes: String,
        meant: Option<String>,
    },
    /// A file or folder in `root/` that could not be served.
    RootName { flaw: RootFlaw },
    /// One whose place is taken: by what the site itself has there, or by another file
    /// in `root/`.
    RootClash { with: String },
    /// A copy of a record, by its name; the name of the file that was copied.
    Copied { original: String, maker: CopyMaker },
    /// What stands for a file that is not on this computer.
    Elsewhere {
        original: String,
        keeper: &'static str,
    },
    /// An article whose id is not the name of its file.
    FileName { id: String, stem: String },

    /// Not JSON.
    Syntax(Syntax),
    /// Lists and objects in one another beyond the limit.
    TooDeep { limit: usize },
    /// A field twice in one object.
    DuplicateKey { key: String, first: Position },

    /// A value of another shape.
    WrongShape { found: Shape, expected: Vec<Shape> },
    /// A field is not there.
    MissingField { field: String },
    /// A field that there is not; the first of the others that is not there yet.
    UnknownField {
        field: String,
        accepted: Vec<String>,
        suggestion: Option<String>,
        unused: Option<String>,
    },
    /// A word that is none of a closed list.
    UnknownWord {
        word: String,
        accepted: Vec<String>,
        suggestion: Option<String>,
    },
    /// Not a date.
    Date(DateError),
    /// A number with more digits than are kept, or out of all bounds.
    Number { text: String },
    /// A text without a character.
    EmptyText,
    /// A list that needs more.
    EmptyList,
    /// A list that must be of one length; one of that length, if there is one.
    Count {
        found: usize,
        expected: usize,
        instead: Option<Vec<String>>,
    },

    /// The bundle is of another schema than the one that this program reads.
    SchemaVersion { found: u32, readable: u32 },
    /// Not an id.
    NotSlug {
        id: String,
        suggestion: Option<String>,
    },
    /// An id twice; where it was first, and one that nothing has.
    DuplicateId {
        id: String,
        first: Position,
        free: Option<String>,
    },
    /// A word twice in a list that names each once.
    Repeated { word: String, first: Position },
    /// An id that nothing has; any that something has.
    Dangling {
        referent: Referent,
        id: String,
        suggestion: Option<String>,
        any: Option<String>,
    },
    /// One of the five stages is not there.
    MissingStage { stage: &'static str },
    /// The stages are there, but not in the order of the chain.
    StageOrder {
        stage: String,
        expected: &'static str,
    },
    /// A flow of the chain is not there; a material that could flow.
    MissingFlow {
        flow: Flow,
        material: Option<String>,
    },
    /// A flow that goes elsewhere than its kind does; its material.
    MisledFlow {
        flow: Flow,
        material: Option<String>,
    },
    /// A factor that the balance needs is not there.
    MissingFactor {
        factor: &'static str,
        unit: &'static str,
    },
    /// A factor is in a unit that the balance cannot read.
    FactorUnit {
        factor: &'static str,
        found: &'static str,
        expected: &'static str,
    },
    /// The factor's default contradicts nature.
    NoBalance {
        value: Decimal,
        low: Option<Decimal>,
        high: Option<Decimal>,
    },
    /// Inputs of the balance that are impossible.
    Impossible(ImpossibleInput),

    /// A date without year, and no sort date.
    NoSortDate,
    /// A sort date that is not a whole date.
    PartialSortDate { date: String },
    /// A correction on a day that is not known in full.
    PartialCorrection { date: String },
    /// Less than a day, where the site goes by the day.
    PartialDay { date: String },
    /// A correction before what it puts right was there.
    EarlyCorrection { date: String, article: Date },
    /// A correction on a day to come.
    FutureCorrection { date: String, today: Day },
    /// Corrections out of order.
    CorrectionOrder { date: String, before: String },
    /// Points out of order.
    PointOrder { period: String, before: String },
    /// Two points for one period.
    DuplicatePoint { period: String, first: Position },
    /// A corrected value of a point that is not there; any that is.
    NoPoint { period: String, any: Option<String> },
    /// Low ≤ default ≤ high does not hold.
    Range {
        low: Decimal,
        default: Decimal,
        high: Decimal,
    },
    /// A number beyond its bounds.
    OutOfBounds {
        value: Decimal,
        low: Decimal,
        high: Option<Decimal>,
    },
    /// A factor without source that is no assumption.
    NoSource,
    /// An assumption with a source.
    AssumptionWithSource,
    /// A confirmed member without source.
    ConfirmedWithoutSource,
    /// A role of a company that is not confirmed.
    RoleUnconfirmed,

    /// Not an address.
    BadAddress { address: String, flaw: Flaw },
    /// An address of a scheme that is not allowed.
    Scheme {
        address: String,
        scheme: String,
        accepted: &'static [&'static str],
    },
    /// An address with user name or password.
    Credentials,
    /// A link to a host that cannot be trusted.
    GradeC,

    /// The founding's article, which is not published yet.
    Withheld { id: String, draft: bool },

    /// A word in two scripts that has a single character, or not as many in one
    /// as in the other.
    TermPair {
        simplified: String,
        traditional: String,
    },

    /// A contact without any way to reach the company.
    EmptyContact,
    /// A filing number that the authority does not write so.
    Filing(FilingKind),
    /// A picture whose file is not there.
    NoPicture {
        file: String,
        suggestion: Option<String>,
    },
    /// A file that cannot be published as a picture.
    BadPicture { file: String, flaw: pictures::Flaw },
    /// A paper whose file is not there.
    NoPaper {
        file: String,
        suggestion: Option<String>,
    },
    /// A file that cannot be given to readers.
    BadPaper { file: String, flaw: papers::Flaw },
    /// A paper with both a file and an address.
    TwicePaper,

    /// Markup in a text.
    RawHtml { line: usize, html: String },
    /// A heading of a level that articles do not have.
    Heading { line: usize, level: u8 },
    /// An image in a text.
    Image { line: usize },
    /// A link to a heading that the text does not have; those that it has.
    MissingHeading {
        line: usize,
        target: String,
        suggestion: Option<String>,
        known: Vec<String>,
    },
    /// A link in a text.
    BodyLink { line: usize, problem: Box<Kind> },
    /// A text beyond its length.
    TooLong { length: usize, limit: usize },
    /// A character that nobody sees, or that breaks a file; a short text without any.
    HiddenCharacter { code: u32, clean: Option<String> },

    /// What is worth a look, and keeps nothing from being published.
    Warning(Warning),
}
