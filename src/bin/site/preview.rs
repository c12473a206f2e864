//! `site preview`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use alliance::content::Lang;
use alliance::publish::app::{App, AppError};
use alliance::publish::preview::{Options, Preview, PreviewError, Told};
use tokio::runtime::Runtime;

use crate::check::Language;
use crate::serve::stop;

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
            eprintln!("site preview: {error}");
            ExitCode::FAILURE
        }
    }
}

fn preview(args: &Args) -> Result<(), PreviewError> {
    let lang: Lang = args.lang.into();
    let options = Options {
        content: args.content.clone(),
        app: app(args.app.as_deref())?,
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

/// The program that was named, or the first that is found.
fn app(named: Option<&Path>) -> Result<App, AppError> {
    if let Some(folder) = named {
        return open(folder);
    }
    let beside = std::env::current_exe()
        .ok()
        .and_then(|program| Some(program.parent()?.join("app")));
    let usual = ["dist", "target/app"].map(PathBuf::from);
    let mut folders = beside.into_iter().chain(usual);
    let missing = AppError::Missing {
        trunk: "target/app/index.html".into(),
        record: "dist/app.json".into(),
    };
    folders.find_map(|folder| open(&folder).ok()).ok_or(missing)
}

/// What Trunk has built or a publish has left.
fn open(folder: &Path) -> Result<App, AppError> {
    if alliance::publish::app::is_published(folder) {
        App::from_published(folder)
    } else {
        App::from_trunk(folder)
    }
}

fn say(told: &Told, lang: Lang) {
    let took = told.took.as_millis();
    match (&told.faults, lang) {
        (Some(faults), Lang::ZhHans | Lang::ZhHant) => {
            eprintln!("{faults}\n内容有问题，仍显示上一次的内容。")
        }
        (Some(faults), Lang::En) => eprintln!("{faults}\nStill showing what was good."),
        (None, Lang::ZhHans | Lang::ZhHant) => eprintln!("内容已更新（{took} 毫秒）。"),
        (None, Lang::En) => eprintln!("The content is up to date ({took} ms)."),
    }
}
