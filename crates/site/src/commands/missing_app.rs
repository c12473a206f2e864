//! Why the browser's program was not found whole, in Chinese.

use content::io_words::describe_io;
use model::Lang;
use publish::app::AppError;

/// What is wrong with it, and what to do.
pub fn describe(error: &AppError) -> String {
    match error {
        AppError::Missing { trunk, record } => format!(
            "找不到网页程序：本程序旁边没有 app 文件夹，{} 和 {} 也不存在。请用 make tool 做的整个文件夹，或先运行 make app，或用 --app 指明文件夹。",
            trunk.display(),
            record.display()
        ),
        AppError::Read { path, error } => format!(
            "读不了网页程序的 {}：{}。请用 --app 指明别的文件夹。",
            path.display(),
            describe_io(error, Lang::ZhHans)
        ),
        AppError::Record { path, .. } => {
            format!("{} 已损坏。请用 --app 指明网页程序。", path.display())
        }
        AppError::Door { path, door } => format!(
            "{} 里没有网页程序的 {door} 部分：它是较早的版本留下的。请用 --app 指明网页程序。",
            path.display()
        ),
        AppError::Wasm { path, .. } => format!(
            "{} 不是本网站的网页程序。请用 --app 指明别的文件夹。",
            path.display()
        ),
    }
}
