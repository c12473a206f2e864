//! `site preview`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use content::fault::paint::Paint;
use content::io_words::describe_io;
use model::Lang;
use publish::app::App;
use server::preview::{Following, Options, Preview, PreviewError, ReadingReport};
use tokio::runtime::Runtime;

use crate::commands::bind_error::bind_error;
use crate::commands::check::Language;
use crate::commands::missing_app;
use crate::commands::serve::stop;
use crate::commands::warnings::line;

/// Where publishing leaves the site by default.
const PUBLISHED: &str = "dist";

/// Arguments of `site preview`.
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
    /// Look through the folder every second, for a disk of whose changes the system
    /// does not tell; done by itself where that is known, as on a network share
    #[arg(long)]
    poll: bool,
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
        (PreviewError::Listen(error), lang) => bind_error(error, &args.host, args.port, lang),
        (PreviewError::Watch(error), lang) => unwatched(error, args, lang),
        (error, Lang::En) => error.to_string(),
        (PreviewError::App(error), _) => missing_app::describe(error),
        (PreviewError::Runtime(error), _) => format!("无法启动：{}。", describe_io(error, lang)),
    }
}

fn unwatched(error: &notify::Error, args: &Args, lang: Lang) -> String {
    let folder = args.content.display();
    match (&error.kind, lang) {
        (notify::ErrorKind::PathNotFound, Lang::En) => {
            format!("there is no folder {folder}. Check --content.")
        }
        (notify::ErrorKind::PathNotFound, _) => {
            format!("找不到内容文件夹 {folder}。请用 --content 指明。")
        }
        (_, Lang::En) => format!("cannot watch {folder}: {error}"),
        (notify::ErrorKind::Io(error), _) => {
            format!(
                "跟踪不了内容文件夹 {folder}：{}。",
                describe_io(error, lang)
            )
        }
        (notify::ErrorKind::MaxFilesWatch, _) => {
            format!("跟踪不了内容文件夹 {folder}：系统允许跟踪的文件夹已经用完。请告诉技术同事。")
        }
        (_, _) => format!("跟踪不了内容文件夹 {folder}，请告诉技术同事：{error}"),
    }
}

fn preview(args: &Args) -> Result<(), PreviewError> {
    let lang: Lang = args.lang.into();
    let options = Options {
        content: args.content.clone(),
        app: App::find(args.app.as_deref(), Path::new(PUBLISHED))?,
        lang,
        poll: args.poll,
    };
    let runtime = Runtime::new().map_err(PreviewError::Runtime)?;
    runtime.block_on(async {
        let stop = stop().map_err(PreviewError::Runtime)?;
        let report = move |reading: &ReadingReport| print(reading, lang);
        let preview = Preview::bind((args.host.as_str(), args.port), options, report).await?;
        eprintln!("{}", followed(preview.following(), lang));
        // Who started it may have closed the other end.
        let mut out = io::stdout();
        let _ = writeln!(out, "http://{}", preview.address()).and_then(|()| out.flush());
        preview.run(stop).await.map_err(PreviewError::Listen)
    })
}

/// How changes are noticed, which says where to look when one is not.
fn followed(following: Following, lang: Lang) -> String {
    match (following, lang) {
        (Following::Notified, Lang::En) => {
            "Changes are noticed by what the system tells. If one is not, add --poll.".into()
        }
        (Following::Notified, _) => "按系统的通知跟踪改动；如有改动没有反应，请加 --poll。".into(),
        (Following::Polled(None), Lang::En) => {
            "Changes are looked for every second, as --poll asks.".into()
        }
        (Following::Polled(None), _) => "按 --poll 的要求，每秒查看一遍有没有改动。".into(),
        (Following::Polled(Some(disk)), Lang::En) => format!(
            "Changes are looked for every second: the system does not tell of those on {disk}."
        ),
        (Following::Polled(Some(disk)), _) => {
            format!("内容文件夹在 {disk} 上，系统不通知别处的改动，所以每秒查看一遍。")
        }
    }
}

fn print(reading: &ReadingReport, lang: Lang) {
    let took = reading.took.as_millis();
    if let Some(line) = line(&reading.warnings, None, lang) {
        anstream::eprintln!("{line}");
    }
    let Some(unshown) = &reading.unshown else {
        match lang {
            Lang::ZhHans | Lang::ZhHant => eprintln!("内容已更新（{took} 毫秒）。"),
            Lang::En => eprintln!("The content is up to date ({took} ms)."),
        }
        return;
    };
    let shown = match (reading.shown, lang) {
        (true, Lang::ZhHans | Lang::ZhHant) => "内容有问题，网页仍显示上一次的内容。",
        (true, Lang::En) => "The content has faults: the pages still show what was good before.",
        (false, Lang::ZhHans | Lang::ZhHant) => {
            "内容有问题，还没有可显示的网页。改好以后，网页自动出现。"
        }
        (false, Lang::En) => {
            "The content has faults, and there is nothing to show yet. Pages appear once it is mended."
        }
    };
    let faults = unshown.render(lang, &Paint::COLOURS);
    anstream::eprintln!("{faults}\n{shown}");
}
