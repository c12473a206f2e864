//! `site desk`: the editors' desk over a folder, in a browser of this machine.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use content::editing::ask::{Asker, Question};
use content::editing::blank::{self, BlankError};
use content::io_words::describe_io;
use model::Lang;
use publish::app::App;
use store::Address;

use crate::commands::check::{Language, unreadable};
use crate::commands::log::Log;
use crate::commands::{missing_app, serve};

/// Arguments of `site desk`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The bundle's folder
    #[arg(default_value = "public/content")]
    pub dir: PathBuf,
    /// Where the site is written that the desk publishes
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub out: PathBuf,
    /// The port; 0 lets the system choose
    #[arg(long, env = "PORT", default_value_t = 0)]
    pub port: u16,
    /// What `trunk build --release` has made [default: as `site publish` finds it]
    #[arg(long, value_name = "DIR")]
    pub app: Option<PathBuf>,
    /// What `make desk` has built [default: beside this program, or in target/desk]
    #[arg(long, value_name = "DIR")]
    pub desk: Option<PathBuf>,
    /// Begin with empty lists where the folder is empty, or not there, without asking
    #[arg(long)]
    pub new: bool,
    /// Only show the address: open no browser
    #[arg(long)]
    pub no_browser: bool,
    /// The language of what is said
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    pub lang: Language,
}

/// Runs it: 1 when something that it is made of is missing, 2 when there is no folder to
/// work in.
pub fn run(args: &Args) -> ExitCode {
    let lang = args.lang.into();
    if let Err(missing) = is_whole(args, lang) {
        eprintln!("site desk: {missing}");
        return ExitCode::FAILURE;
    }
    match begun(args, lang) {
        Ok(None) => {}
        Ok(Some(done)) => say!("{done}"),
        Err(why) => {
            eprintln!("site desk: {why}");
            return ExitCode::from(2);
        }
    }
    serve::run_as("desk", &served(args))
}

/// Whether both programs for browsers are there: the desk, and the site's own.
fn is_whole(args: &Args, lang: Lang) -> Result<(), String> {
    if !api::has_desk(args.desk.as_deref()) {
        return Err(no_desk(args, lang));
    }
    match App::find(args.app.as_deref(), &args.out) {
        Ok(_) => Ok(()),
        Err(error) => Err(match lang {
            Lang::En => error.to_string(),
            Lang::ZhHans | Lang::ZhHant => missing_app::describe(&error),
        }),
    }
}

fn no_desk(args: &Args, lang: Lang) -> String {
    let named = args.desk.as_ref().map(|folder| folder.display());
    match (named, lang) {
        (Some(folder), Lang::En) => format!(
            "the desk is not in {folder}: there is no index.html. Name the folder that `make desk-app` has built, target/desk."
        ),
        (None, Lang::En) => "the desk's pages are missing: there is no folder `desk` beside this program, and no target/desk. Take the whole folder that `make tool` makes; or run `make desk-app` first, or name its folder by --desk.".to_owned(),
        (Some(folder), _) => format!(
            "{folder} 里没有编辑台：缺 index.html。请指明 make desk-app 做出的文件夹 target/desk。"
        ),
        (None, _) => "缺编辑台的网页：本程序旁边没有 desk 文件夹，也没有 target/desk。请用 make tool 做的整个文件夹，或先运行 make desk-app，或用 --desk 指明文件夹。".to_owned(),
    }
}

/// Offers a bundle to begin with where the folder is empty; says what was done.
fn begun(args: &Args, lang: Lang) -> Result<Option<String>, String> {
    let (zh, dir) = (lang != Lang::En, args.dir.display());
    if args.new && !args.dir.exists() {
        std::fs::create_dir_all(&args.dir).map_err(|error| unreadable(&args.dir, &error, lang))?;
    }
    let empty = blank::is_empty(&args.dir);
    if !empty.map_err(|error| not_there(args, &error, lang))? {
        return Ok(None);
    }
    if !args.new && !wants(args, lang)? {
        return Err(match zh {
            true => format!(
                "{dir} 是空的，没有可编辑的内容。要从空白开始，请加 --new；或指明内容文件夹。"
            ),
            false => format!(
                "{dir} is empty: there is nothing to edit. To begin with empty lists, add --new; or name the bundle's folder."
            ),
        });
    }
    blank::write(&args.dir).map_err(|error| match (error, zh) {
        (BlankError::Io { path, error }, true) => {
            format!(
                "{}：写不进去（{}）。",
                path.display(),
                describe_io(&error, lang)
            )
        }
        (error, _) => error.to_string(),
    })?;
    Ok(Some(match zh {
        true => format!(
            "{dir} 里已放好空白的内容：名单都是空的。联盟名称等请在编辑台里填，填齐才能发布。"
        ),
        false => format!(
            "Empty lists are in {dir} now. The alliance's name and the rest are to be filled in at the desk, before anything can be published."
        ),
    }))
}

/// A folder that is not there may be a slip in its name, and is not made unasked.
fn not_there(args: &Args, error: &io::Error, lang: Lang) -> String {
    let said = unreadable(&args.dir, error, lang);
    match (error.kind(), lang) {
        (io::ErrorKind::NotFound, Lang::En) => {
            format!("{said} To make it and begin with empty lists, add --new.")
        }
        (io::ErrorKind::NotFound, _) => format!("{said}要新建它、从空白开始，请加 --new。"),
        _ => said,
    }
}

/// Asks whoever sits at the terminal; where nobody does, nothing is done unasked.
fn wants(args: &Args, lang: Lang) -> Result<bool, String> {
    let input = io::stdin();
    if !input.is_terminal() {
        return Ok(false);
    }
    let dir = args.dir.display();
    let zh = format!("{dir} 是空的。在里面放一份空白的内容，从头开始？(y/n)");
    let en = format!("{dir} is empty. Begin with empty lists there? (y/n)");
    let question = Question {
        zh: &zh,
        en: &en,
        default: Some("y"),
    };
    let mut asker = Asker::new(input.lock(), io::stdout(), lang, false);
    let answer = asker.ask(None, question, |answer| {
        match (answer.to_lowercase().as_str(), lang) {
            ("y" | "yes" | "是", _) => Ok(true),
            ("n" | "no" | "否", _) => Ok(false),
            (_, Lang::En) => Err("Answer y or n.".to_owned()),
            (_, _) => Err("请答 y 或 n。".to_owned()),
        }
    });
    answer.map_err(|error| error.to_string())
}

/// The desk over a folder, on this machine alone.
fn served(args: &Args) -> serve::Args {
    serve::Args {
        dir: args.out.clone(),
        port: args.port,
        host: "127.0.0.1".to_owned(),
        https_headers: false,
        proxy: Vec::new(),
        admin: None,
        log: Log::Plain,
        backend: Some(Address::Folder(args.dir.clone())),
        app: args.app.clone(),
        no_compress: true,
        origin: None,
        desk: args.desk.clone(),
        lang: args.lang,
        opened: !args.no_browser,
    }
}
