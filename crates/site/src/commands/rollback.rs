//! `site rollback`.

use std::path::PathBuf;
use std::process::ExitCode;

use content::io_words::describe_io;
use model::Lang;
use publish::output::history::{EarlierPublish, History, RestoreError};
use time::{Duration, OffsetDateTime};

use crate::commands::check::Language;

/// Arguments of `site rollback`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Which publish to restore [default: the one before]
    number: Option<u64>,
    /// The published folder
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    /// Only show which publishes are kept
    #[arg(long)]
    list: bool,
    /// The language of the report
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

/// Runs it: 0 when it is done, 1 when nothing has changed.
pub fn run(args: &Args) -> ExitCode {
    let lang = args.lang.into();
    let history = History::of(&args.out);
    if args.list {
        let list = history.list();
        if list.is_empty() {
            say!("{}", fault(&RestoreError::None(args.out.clone()), lang));
        }
        for kept in list {
            say!("{}", line(&kept, lang));
        }
        return ExitCode::SUCCESS;
    }
    match history.restore(args.number) {
        Ok(kept) => {
            match lang {
                Lang::ZhHans | Lang::ZhHant => {
                    say!(
                        "已恢复：{}。再运行一次（不写号码）可以撤销。",
                        line(&kept, lang)
                    )
                }
                Lang::En => say!(
                    "Restored: {}. Run it again without a number to undo.",
                    line(&kept, lang)
                ),
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}", fault(&error, lang));
            ExitCode::FAILURE
        }
    }
}

/// `3  2026-01-31 16:05 北京时间  1db50f1e524dbfe5`: the clock that counts days for
/// publishing, too.
fn line(kept: &EarlierPublish, lang: Lang) -> String {
    let time = OffsetDateTime::from(kept.published) + Duration::hours(8);
    let clock = match lang {
        Lang::ZhHans | Lang::ZhHant => "北京时间",
        Lang::En => "China time",
    };
    format!(
        "{}  {} {:02}:{:02} {clock}  {}",
        kept.number,
        time.date(),
        time.hour(),
        time.minute(),
        kept.revision
    )
}

fn fault(error: &RestoreError, lang: Lang) -> String {
    match (error, lang) {
        (RestoreError::None(out), Lang::ZhHans | Lang::ZhHant) => {
            format!("{} 没有保留更早的发布。", out.display())
        }
        (RestoreError::NotThisOne(number), Lang::ZhHans | Lang::ZhHant) => {
            format!("没有第 {number} 号发布。运行 site rollback --list 查看保留了哪些。")
        }
        (RestoreError::Busy(out), Lang::ZhHans | Lang::ZhHant) => {
            format!("正在发布到 {}。请等它结束再退回。", out.display())
        }
        (RestoreError::Exchange(error), Lang::ZhHans | Lang::ZhHant) => {
            format!("无法恢复，网站未作改动：{}", describe_io(error, lang))
        }
        (error, Lang::En) => error.to_string(),
    }
}
