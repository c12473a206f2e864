//! `site preview`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use alliance::content::Lang;
use alliance::editing::told_io;
use alliance::publish::app::{App, AppError};
use alliance::publish::preview::{Options, Preview, PreviewError, Told};
use tokio::runtime::Runtime;

use crate::check::Language;
use crate::serve::stop;

/// Where publishing leaves the site, unless it is told otherwise.
const PUBLISHED: &str = "dist";

/// What `site preview` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the bundle
    #[arg(long, value_name = "DIR", default_value = "public/content")]
    content: PathBuf,
    /// What `trunk build --release` has made, or a published site [default:
    /// `app` beside this program, dist, or target/app]
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
    /// The port; 0 lets the system choose
    #[arg(long, env = "PORT", default_value_t = 8080)]
    port: u16,
    /// The address to listen at
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// The language of what is said
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

/// Runs it until it is stopped.
pub fn run(args: &Args) -> ExitCode {
    match preview(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("site preview: {}", fault(&error, args));
            ExitCode::FAILURE
        }
    }
}

fn fault(error: &PreviewError, args: &Args) -> String {
    let lang: Lang = args.lang.into();
    match (error, lang) {
        (error, Lang::En) => error.to_string(),
        (PreviewError::App(AppError::Missing { .. }), _) => {
            "找不到网页程序：本程序旁边没有 app 文件夹，dist 和 target/app 也不存在。请用 make tool 做的整个文件夹，或用 --app 指明文件夹。".to_owned()
        }
        (PreviewError::Watch(_), _) => {
            format!("看不了内容文件夹 {}：它在吗？可以读吗？", args.content.display())
        }
        (PreviewError::Listen(error), _) => format!(
            "用不了端口 {}：{}。可以换一个，例如 --port {}。",
            args.port,
            told_io(error, lang),
            args.port.saturating_add(1)
        ),
        (error, _) => error.to_string(),
    }
}

fn preview(args: &Args) -> Result<(), PreviewError> {
    let lang: Lang = args.lang.into();
    let options = Options {
        content: args.content.clone(),
        app: App::find(args.app.as_deref(), Path::new(PUBLISHED))?,
        lang,
    };
    Runtime::new()?.block_on(async {
        let stop = stop()?;
        let told = move |told: &Told| say(told, lang);
        let preview = Preview::bind((args.host.as_str(), args.port), options, told).await?;
        // Who started it may have closed the other end.
        let mut out = io::stdout();
        let _ = writeln!(out, "http://{}", preview.address()).and_then(|()| out.flush());
        Ok(preview.run(stop).await?)
    })
}

fn say(told: &Told, lang: Lang) {
    let took = told.took.as_millis();
    match (&told.faults, lang) {
        (Some(faults), Lang::ZhHans | Lang::ZhHant) => {
            eprintln!("{faults}\n内容有问题。有过没有问题的内容，就仍显示那一次的。")
        }
        (Some(faults), Lang::En) => {
            eprintln!("{faults}\nShowing what was good before, if anything was.")
        }
        (None, Lang::ZhHans | Lang::ZhHant) => eprintln!("内容已更新（{took} 毫秒）。"),
        (None, Lang::En) => eprintln!("The content is up to date ({took} ms)."),
    }
}
