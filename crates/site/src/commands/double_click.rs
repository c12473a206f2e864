//! What a double click on the program does: file managers start it without any argument,
//! in whichever folder they like.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::ExitCode;

use crate::commands::check::Language;
use crate::commands::desk;

/// The folder of what is edited, beside the program.
const CONTENT: &str = "content";
/// That of the site which is published.
const SITE: &str = "dist";

/// Opens the desk, where this is the program that is handed to editors, with the desk
/// beside it, and nothing else is asked of it; `None` where it is not.
pub fn run() -> Option<ExitCode> {
    let program = std::env::current_exe().ok()?;
    let folder = program.parent()?;
    if std::env::args_os().len() > 1 || !api::has_desk(Some(&folder.join("desk"))) {
        return None;
    }
    say!("正在打开编辑台。要停下来，关掉这个窗口。（其他命令：site --help）");
    let ended = desk::run(&args(folder));
    if ended != ExitCode::SUCCESS {
        stay();
    }
    Some(ended)
}

/// Beside the program, so that the folder can be copied to another place as a whole. Where
/// there is no content yet it begins with empty lists.
fn args(folder: &Path) -> desk::Args {
    desk::Args {
        dir: folder.join(CONTENT),
        out: folder.join(SITE),
        port: 0,
        app: None,
        desk: None,
        new: true,
        no_browser: false,
        lang: Language::Zh,
    }
}

/// A window that was opened for the program closes with it: what went wrong could not be
/// read.
fn stay() {
    let input = io::stdin();
    if input.is_terminal() {
        eprintln!("按回车键关闭。");
        // Whatever comes, or nothing any more: it ends.
        let _ = input.read_line(&mut String::new());
    }
}
