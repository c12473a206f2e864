//! `site migrate`.

use std::path::PathBuf;
use std::process::ExitCode;

use content::editing::migrate::{Change, MigrateError, MigratedFile, Migration, SCHEMA, plan};
use content::io_words::describe_io;
use content::load::load;
use model::Lang;

use crate::commands::check::Language;

/// Arguments of `site migrate`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the bundle
    #[arg(value_name = "DIR", default_value = "public/content")]
    content: PathBuf,
    /// Only show what would change, line by line; write nothing
    #[arg(long)]
    dry_run: bool,
    /// The language of the report
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

/// Runs it: 0 when the bundle is of this version, 1 when it has faults beside
/// its version, 2 when it cannot be brought up.
pub fn run(args: &Args) -> ExitCode {
    let lang = args.lang.into();
    let migration = match plan(&args.content) {
        Ok(migration) => migration,
        Err(error) => {
            eprintln!("{}", fault(&error, lang));
            return ExitCode::from(2);
        }
    };
    for file in &migration.files {
        say!("{}", describe(file, lang));
        if args.dry_run {
            say!("{}", file.lines());
        }
    }
    if !args.dry_run
        && let Err(error) = migration.write(&args.content)
    {
        eprintln!("{}", fault(&error, lang));
        return ExitCode::from(2);
    }
    say!("{}", summary(&migration, args.dry_run, lang));
    if args.dry_run {
        return ExitCode::SUCCESS;
    }
    match load(&args.content) {
        Ok(_) => ExitCode::SUCCESS,
        Err(faults) => {
            eprintln!("{}", faults.render(lang));
            ExitCode::FAILURE
        }
    }
}

fn summary(migration: &Migration, dry_run: bool, lang: Lang) -> String {
    let (from, files) = (migration.from, migration.files.len());
    match (files, dry_run, lang) {
        (0, _, Lang::ZhHans | Lang::ZhHant) => format!("内容已是第 {SCHEMA} 版，没有要改的。"),
        (0, _, Lang::En) => format!("The bundle is of version {SCHEMA}: nothing to do."),
        (_, true, Lang::ZhHans | Lang::ZhHant) => {
            format!("从第 {from} 版到第 {SCHEMA} 版，会改动 {files} 个文件。没有写入。")
        }
        (_, true, Lang::En) => {
            format!(
                "From version {from} to {SCHEMA}, {files} files would change. Nothing was written."
            )
        }
        (_, false, Lang::ZhHans | Lang::ZhHant) => {
            format!("已从第 {from} 版升级到第 {SCHEMA} 版，改动 {files} 个文件。")
        }
        (_, false, Lang::En) => {
            format!("Brought from version {from} to {SCHEMA}; {files} files changed.")
        }
    }
}

fn describe(file: &MigratedFile, lang: Lang) -> String {
    let changes: Vec<String> = (file.changes.iter())
        .map(|change| self::change(change, lang))
        .collect();
    let between = match lang {
        Lang::ZhHans | Lang::ZhHant => "；",
        Lang::En => "; ",
    };
    format!("{}  {}", file.name, changes.join(between))
}

fn change(change: &Change, lang: Lang) -> String {
    match (change, lang) {
        (Change::NewFile, Lang::ZhHans | Lang::ZhHant) => "新文件，还没有词条".to_owned(),
        (Change::NewFile, Lang::En) => "new, without entries yet".to_owned(),
        (Change::Schema, Lang::ZhHans | Lang::ZhHant) => "注明格式说明（$schema）".to_owned(),
        (Change::Schema, Lang::En) => "names its schema".to_owned(),
        (Change::Version, Lang::ZhHans | Lang::ZhHant) => format!("版本改为 {SCHEMA}"),
        (Change::Version, Lang::En) => format!("version {SCHEMA}"),
        (Change::Factor(id), Lang::ZhHans | Lang::ZhHant) => format!("新系数 {id}"),
        (Change::Factor(id), Lang::En) => format!("new factor {id}"),
        (Change::Renamed { from, to }, Lang::ZhHans | Lang::ZhHant) => {
            format!("系数 {from} 改名为 {to}")
        }
        (Change::Renamed { from, to }, Lang::En) => format!("factor {from} is now {to}"),
        (Change::Field { factor, field }, Lang::ZhHans | Lang::ZhHant) => {
            format!("系数 {factor} 的 {field} 更新")
        }
        (Change::Field { factor, field }, Lang::En) => format!("{field} of factor {factor}"),
        (Change::Named(stage), Lang::ZhHans | Lang::ZhHant) => format!("环节 {stage} 列出新系数"),
        (Change::Named(stage), Lang::En) => format!("stage {stage} names the new factors"),
        (Change::Stages, Lang::ZhHans | Lang::ZhHant) => {
            "字段 links（link）改名为 stages（stage）".to_owned()
        }
        (Change::Stages, Lang::En) => "the field links (link) is now stages (stage)".to_owned(),
        (Change::Addresses, Lang::ZhHans | Lang::ZhHant) => {
            "正文里列表的地址由 /link/ 改为 /stage/".to_owned()
        }
        (Change::Addresses, Lang::En) => {
            "addresses of lists in texts: /link/ is now /stage/".to_owned()
        }
        (Change::Source(id), Lang::ZhHans | Lang::ZhHant) => format!("新来源 {id}"),
        (Change::Source(id), Lang::En) => format!("new source {id}"),
    }
}

fn fault(error: &MigrateError, lang: Lang) -> String {
    match (error, lang) {
        (MigrateError::TooNew { found }, Lang::ZhHans | Lang::ZhHant) => format!(
            "内容是第 {found} 版（alliance.json 的 schemaVersion），本程序只认到第 {SCHEMA} 版。请换用新版的 site。没有改动。"
        ),
        (MigrateError::TooNew { .. }, Lang::En) => {
            format!("{error}. Use a newer site. Nothing has changed.")
        }
        (MigrateError::Read { path, source }, Lang::ZhHans | Lang::ZhHant) => {
            let why = describe_io(source, lang);
            format!("{}：读不出来（{why}）。没有改动。", path.display())
        }
        // The parser's own words are English; `site check` says the same in Chinese.
        (MigrateError::Syntax { name, fault }, Lang::ZhHans | Lang::ZhHant) => format!(
            "{name}:{}:{}：这里不是正确的 JSON。请先改好，怎么改可以看 site check。没有改动。",
            fault.line_display(),
            fault.column_display(),
        ),
        (MigrateError::Missing { name }, Lang::ZhHans | Lang::ZhHant) => {
            format!("缺少 {name}。没有改动。")
        }
        (MigrateError::Shape { name, wanted }, Lang::ZhHans | Lang::ZhHant) => {
            format!("{name}：找不到 {wanted}。没有改动。")
        }
        (MigrateError::Write { path, source }, Lang::ZhHans | Lang::ZhHant) => {
            let why = describe_io(source, lang);
            format!(
                "{}：写不进去（{why}）。改好后请再运行一次。",
                path.display()
            )
        }
        (other, Lang::En) => other.to_string(),
    }
}
