//! `site check`.

use std::path::PathBuf;
use std::process::ExitCode;

use alliance::content::Lang;
use alliance::content::bundle::Bundle;
use alliance::content::fault::zh_io;
use alliance::content::load::load;
use clap::ValueEnum;

/// What `site check` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder with the bundle.
    #[arg(default_value = "public/content")]
    dir: PathBuf,
    /// The language of the report.
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
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

/// Runs it: 0 when all is well, 1 with every fault, 2 when there is no folder to read.
pub fn run(args: &Args) -> ExitCode {
    let lang = args.lang.into();
    let dir = args.dir.display();
    if let Err(error) = args.dir.read_dir() {
        match lang {
            Lang::ZhHans => eprintln!(
                "无法读取文件夹“{dir}”：{}。请检查路径。",
                zh_io(error.kind())
            ),
            Lang::En => eprintln!("cannot read the folder `{dir}`: {error}. Check the path."),
        }
        return ExitCode::from(2);
    }
    match load(&args.dir) {
        Ok(bundle) => {
            println!("{}", counts(&bundle, lang));
            ExitCode::SUCCESS
        }
        Err(faults) => {
            println!("{}", faults.render(lang));
            ExitCode::FAILURE
        }
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
        Lang::ZhHans => format!(
            "没有问题：文章 {news} 篇，企业 {companies} 家，项目 {projects} 个，指标 {indicators} 项，来源 {sources} 条。"
        ),
        Lang::En => format!(
            "No faults. Articles: {news}; companies: {companies}; projects: {projects}; indicators: {indicators}; sources: {sources}."
        ),
    }
}
