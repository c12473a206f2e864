//! `site check`.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;
use content::bundle::Bundle;
use content::editing::ask::{AskError, Asker, Question};
use content::editing::fix::{plan, write};
use content::fault::paint::Paint;
use content::fault::{Fault, Summary, listing, report, zh_io};
use content::io_words::describe_io;
use content::load::{Reading, read};
use model::Lang;
use model::date::Day;

use crate::commands::warnings::{ALL, Wanted, line};

/// Arguments of `site check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder with the bundle.
    #[arg(default_value = "public/content")]
    dir: PathBuf,
    /// How the report is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// List the warnings, too: all of them, or those of one kind. Without it, text
    /// counts them; the other formats list them all.
    #[arg(
        long,
        value_name = "KIND",
        num_args = 0..=1,
        default_missing_value = ALL,
        value_parser = Wanted::parser()
    )]
    warnings: Option<Wanted>,
    /// Fail on warnings, too, and list them.
    #[arg(long)]
    deny_warnings: bool,
    /// Mend what can be mended in one way only, after showing it and asking.
    #[arg(long, conflicts_with = "format")]
    fix: bool,
    /// With --fix: write without asking.
    #[arg(long, requires = "fix")]
    yes: bool,
    /// The day that counts as today, as 2026-03-02 [default: today in China].
    #[arg(long, value_name = "DAY")]
    today: Option<Day>,
    /// The language of the report.
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// One object with every fault.
    Json,
    /// SARIF 2.1.0, for code hosts and text editors.
    Sarif,
    /// Commands by which GitHub's runners annotate a change.
    Github,
}

/// The language of a report.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Language {
    /// 中文
    Zh,
    /// English
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => Lang::ZhHans,
            Language::En => Lang::En,
        }
    }
}

impl Args {
    /// Which warnings are listed. Who has mended sees what could not be; whom they
    /// fail sees why.
    fn wanted(&self) -> Option<Wanted> {
        let fallback = match (self.deny_warnings, self.fix) {
            (true, _) => Some(Wanted::All),
            (false, true) => Some(Wanted::Mendable),
            (false, false) => None,
        };
        self.warnings.or(fallback)
    }
}

/// Runs it: 0 when all is well or only worth a look, 1 with every fault, 2 when
/// there is no folder to read.
pub fn run(args: &Args) -> ExitCode {
    let lang = args.lang.into();
    if let Err(error) = args.dir.read_dir() {
        eprintln!("{}", unreadable(&args.dir, &error, lang));
        return ExitCode::from(2);
    }
    if args.fix
        && let Err(error) = fix(args, lang)
    {
        eprintln!("{error}");
        return ExitCode::from(2);
    }
    let reading = read(&args.dir, args.today.unwrap_or_else(Day::today));
    let wanted = args.wanted();
    let listed = || listed(&reading, wanted.unwrap_or(Wanted::All));
    match args.format {
        Format::Text => say!("{}", text(&reading, wanted, lang)),
        Format::Json => say!("{:#}", report::json(listed(), &summary(&reading), lang)),
        Format::Sarif => say!("{:#}", report::sarif(&args.dir, listed(), lang)),
        Format::Github => {
            let lines = report::github(&args.dir, listed(), lang);
            if !lines.is_empty() {
                say!("{}", lines.trim_end());
            }
        }
    }
    if reading.bundle.is_err() || (args.deny_warnings && reading.warnings.is_some()) {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Shows what would be mended, and writes it when that is wanted.
fn fix(args: &Args, lang: Lang) -> Result<(), String> {
    let zh = lang != Lang::En;
    let fixed = plan(&args.dir);
    if fixed.is_empty() {
        say!(
            "{}",
            match zh {
                true => "没有可以代改的。",
                false => "Nothing can be mended in one way only.",
            }
        );
        return Ok(());
    }
    for file in &fixed {
        say!("{}\n{}", file.name, file.lines());
    }
    let mut asker = Asker::new(io::stdin().lock(), io::stdout(), lang, false);
    let question = Question {
        zh: "写入以上改动？(y/n)",
        en: "Write these changes? (y/n)",
        default: Some("n"),
    };
    let given = args.yes.then_some("y");
    let wanted = asker.ask(given, question, |answer| {
        match answer.to_lowercase().as_str() {
            "y" | "yes" | "是" => Ok(true),
            "n" | "no" | "否" => Ok(false),
            _ if zh => Err("请答 y 或 n。".to_owned()),
            _ => Err("Answer y or n.".to_owned()),
        }
    });
    if !wanted.map_err(|error| unanswered(&error, lang))? {
        say!(
            "{}",
            match zh {
                true => "没有写入。",
                false => "Nothing was written.",
            }
        );
        return Ok(());
    }
    write(&args.dir, &fixed).map_err(|error| match zh {
        true => format!(
            "{}：写不进去（{}）。",
            error.path.display(),
            describe_io(&error.source, lang)
        ),
        false => error.to_string(),
    })?;
    say!(
        "{}",
        match zh {
            true => format!("已改好 {} 个文件。", fixed.len()),
            false => format!("Mended {} files.", fixed.len()),
        }
    );
    Ok(())
}

fn unanswered(error: &AskError, lang: Lang) -> String {
    match (error, lang) {
        (_, Lang::En) => error.to_string(),
        (AskError::Io(error), _) => {
            format!("读不到回答（{}），什么也没有写。", describe_io(error, lang))
        }
        (AskError::NoAnswer(_), _) => "没有回答，什么也没有写。".to_owned(),
        (AskError::Refused(reason), _) => reason.clone(),
    }
}

/// Why a folder cannot be read.
pub fn unreadable(dir: &Path, error: &io::Error, lang: Lang) -> String {
    let dir = dir.display();
    match lang {
        Lang::En => format!("cannot read the folder `{dir}`: {error}. Check the path."),
        _ => format!(
            "无法读取文件夹“{dir}”：{}。请检查路径。",
            zh_io(error.kind())
        ),
    }
}

/// What is wrong, then what is worth a look and asked for.
fn listed(reading: &Reading, wanted: Wanted) -> impl Iterator<Item = &Fault> {
    let faults = reading.bundle.as_ref().err().into_iter().flatten();
    faults.chain(warnings(reading, wanted))
}

fn warnings(reading: &Reading, wanted: Wanted) -> impl Iterator<Item = &Fault> {
    let warnings = reading.warnings.iter().flatten();
    warnings.filter(move |warning| wanted.includes(warning))
}

fn summary(reading: &Reading) -> Summary {
    Summary::of(listed(reading, Wanted::All))
}

/// What is worth a look in one line, after each of it that is asked for. What is wrong
/// stands last, next to where the reader looks first, and is counted first there.
fn text(reading: &Reading, wanted: Option<Wanted>, lang: Lang) -> String {
    let paint = &Paint::COLOURS;
    let summary = summary(reading);
    let mut text = String::new();
    if let Some(wanted) = wanted {
        text.push_str(&listing(warnings(reading, wanted), lang, paint));
    }
    if let Some(line) = line(&summary, wanted, lang) {
        text.push_str(&line);
        text.push('\n');
    }
    match &reading.bundle {
        Ok(bundle) => text.push_str(&counts(bundle, lang)),
        Err(faults) => {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&faults.painted(lang, paint));
            text.push_str(&besides(summary.warnings(), lang));
        }
    }
    text
}

/// After the count of what is wrong.
fn besides(warnings: usize, lang: Lang) -> String {
    match (warnings, lang) {
        (0, _) => String::new(),
        (1, Lang::En) => " 1 warning besides.".to_owned(),
        (_, Lang::En) => format!(" {warnings} warnings besides."),
        _ => format!("另有提醒 {warnings} 处。"),
    }
}

fn counts(bundle: &Bundle, lang: Lang) -> String {
    let (news, companies) = (bundle.news.len(), bundle.companies.companies.len());
    let (projects, indicators) = (
        bundle.projects.projects.len(),
        bundle.indicators.indicators.len(),
    );
    let sources = bundle.sources.sources.len();
    match lang {
        Lang::ZhHans | Lang::ZhHant => format!(
            "没有问题：文章 {news} 篇，企业 {companies} 家，项目 {projects} 个，指标 {indicators} 项，来源 {sources} 条。"
        ),
        Lang::En => format!(
            "No faults. Articles: {news}; companies: {companies}; projects: {projects}; indicators: {indicators}; sources: {sources}."
        ),
    }
}
