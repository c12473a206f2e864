//! `site new`.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use content::editing::ask::{AskError, Asker};
use content::editing::new::{
    Desk, NewError, NewRecord, article, company, event, indicator, offer, paper,
};
use content::io_words::describe_io;
use content::load::load;
use model::Lang;
use model::date::Day;

use crate::commands::check::{Language, unreadable};

/// Arguments of `site new`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The kind of record.
    #[command(subcommand)]
    kind: RecordKind,
    /// The folder with the bundle
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        default_value = "public/content"
    )]
    content: PathBuf,
    /// The language of the questions
    #[arg(long, global = true, value_enum, default_value_t = Language::Zh)]
    lang: Language,
    /// Take the default wherever there is one, without asking
    #[arg(long, global = true)]
    yes: bool,
    /// The day that counts as today, as 2026-03-02 [default: today in China]
    #[arg(long, global = true, value_name = "DAY")]
    today: Option<Day>,
}

#[derive(Debug, Subcommand)]
enum RecordKind {
    /// An article: a file in news/, a draft until it is written (what is put right in a
    /// published one goes into its `corrections`)
    Article(article::ArticleArgs),
    /// A company, in companies.json.
    Company(company::CompanyArgs),
    /// An indicator with its first figure, in indicators.json.
    Indicator(indicator::IndicatorArgs),
    /// An event, in events.json.
    Event(event::EventArgs),
    /// A paper, in documents.json.
    Paper(paper::PaperArgs),
    /// An offer or a need, in offers.json.
    Offer(offer::OfferArgs),
}

/// Runs it: 0 when it is written, 1 when nothing has changed, 2 when there is
/// no folder to read.
pub fn run(args: &Args) -> ExitCode {
    let lang = args.lang.into();
    if let Err(error) = args.content.read_dir() {
        eprintln!("{}", unreadable(&args.content, &error, lang));
        return ExitCode::from(2);
    }
    match create(args, lang) {
        Ok(written) => {
            say!("{}", done(&written, &args.content, lang));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}", fault(&error, lang));
            ExitCode::FAILURE
        }
    }
}

fn create(args: &Args, lang: Lang) -> Result<NewRecord, NewError> {
    let bundle = load(&args.content).map_err(NewError::Faulty)?;
    let desk = Desk {
        dir: &args.content,
        bundle: &bundle,
        today: args.today.unwrap_or_else(Day::today),
    };
    let mut asker = Asker::new(io::stdin().lock(), io::stdout(), lang, args.yes);
    match &args.kind {
        RecordKind::Article(given) => article::create(desk, given, &mut asker),
        RecordKind::Company(given) => company::create(desk, given, &mut asker),
        RecordKind::Indicator(given) => indicator::create(desk, given, &mut asker),
        RecordKind::Event(given) => event::create(desk, given, &mut asker),
        RecordKind::Paper(given) => paper::create(desk, given, &mut asker),
        RecordKind::Offer(given) => offer::create(desk, given, &mut asker),
    }
}

fn done(written: &NewRecord, content: &Path, lang: Lang) -> String {
    let (path, id, content) = (written.path.display(), &written.id, content.display());
    match lang {
        Lang::En => format!("Written: {path} ({id}). Check it with: site check {content}"),
        _ => format!("已写好：{path}（{id}）。接着可运行：site check {content}"),
    }
}

fn fault(error: &NewError, lang: Lang) -> String {
    let zh = lang != Lang::En;
    match error {
        NewError::Faulty(faults) | NewError::Refused(faults) => {
            let what = match (error, zh) {
                (NewError::Faulty(_), true) => "内容包里已有问题，请先改正，再添加。",
                (NewError::Faulty(_), false) => {
                    "The bundle has faults already. Mend them first, then add."
                }
                (_, true) => "新写的内容有问题，没有保存。",
                (_, false) => "What is new has faults and was not kept.",
            };
            format!("{}\n{what}", faults.render(lang))
        }
        NewError::Exists(name) if zh => format!("{name} 已经有了，不会覆盖。"),
        NewError::NoList { path, list } if zh => {
            format!("{} 里没有名单 {list}，不能添加。", path.display())
        }
        NewError::Io { path, error } if zh => {
            let why = describe_io(error, lang);
            format!("{}：读不出来或写不进去（{why}）。", path.display())
        }
        NewError::Ask(AskError::Io(error)) if zh => {
            format!("读不到回答（{}），什么也没有写。", describe_io(error, lang))
        }
        NewError::Json(_) if zh => "写不成 JSON，什么也没有写。".to_owned(),
        NewError::Ask(AskError::NoAnswer(question)) if zh => {
            format!("“{question}”没有回答，什么也没有写。")
        }
        NewError::Ask(AskError::NoAnswer(question)) => {
            format!("No answer to `{question}`; nothing was written.")
        }
        other => other.to_string(),
    }
}
