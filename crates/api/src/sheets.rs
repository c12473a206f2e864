//! Records as spreadsheets: out as .xlsx, and in again. What comes in is compared cell by
//! cell with what went out; only what is different is anybody's change.
//!
//! ```text
//! columns   which columns a kind has, from its form
//! cell      what stands in a cell, and what value that is
//! out       records as a file
//! file      a file as cells, looked at before anything believes it
//! plan      what would change, and which cells have faults
//!   rows    a list of a record meanwhile
//!   tree    JSON in its order
//! ```

pub mod cell;
pub mod columns;
pub mod file;
pub mod out;
pub mod plan;
mod rows;
mod tree;

use model::Lang;
use serde_json::Value;
use thiserror::Error;

/// What a spreadsheet is sent as.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A record that is taken out.
#[derive(Clone, Debug)]
pub struct ExportedRecord {
    /// Its kind.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// At which revision.
    pub revision: i64,
    /// As it is written.
    pub text: String,
    /// What that says.
    pub value: Value,
}

/// Why a spreadsheet is not taken, or not made.
#[derive(Debug, Error)]
pub enum SheetError {
    /// It cannot be read.
    #[error(
        "This is no .xlsx file that can be read. Save it as an Excel workbook (.xlsx), without a password."
    )]
    NoSheet,
    /// There is more in it than any of ours has.
    #[error("There is too much in this file: it is none that was taken out here.")]
    TooLarge,
    /// None of its sheets is of ours.
    #[error("There is no sheet `{0}` in it: it is none that was taken out here.")]
    Foreign(String),
    /// A sheet has no column of numbers.
    #[error(
        "The sheet `{0}` has no column of numbers any more: nobody knows which row is which. Take it out again."
    )]
    NoKeys(String),
    /// A text does not fit.
    #[error("A text is longer than a cell can be: {0}")]
    Write(#[from] rust_xlsxwriter::XlsxError),
    /// A record that was saved is no JSON.
    #[error("a record cannot be read")]
    Broken,
}

impl SheetError {
    /// In a language.
    pub fn words(&self, lang: Lang) -> String {
        if lang == Lang::En {
            return self.to_string();
        }
        match self {
            Self::NoSheet => {
                "这不是能读的 .xlsx 文件。请另存为 Excel 工作簿（.xlsx），不加密码。".to_owned()
            }
            Self::TooLarge => "文件里的内容太多，不像是从这里带出来的。".to_owned(),
            Self::Foreign(name) => format!("里面没有叫“{name}”的表，不像是从这里带出来的。"),
            Self::NoKeys(name) => {
                format!("“{name}”里没有编号一列了，认不出哪一行是哪一条。请重新带出来。")
            }
            Self::Write(error) => format!("有一段文字太长，放不进一格：{error}"),
            Self::Broken => "有一条记录读不出来。".to_owned(),
        }
    }
}
