//! `site publish`.

use std::path::PathBuf;
use std::process::ExitCode;

use content::bundle::Audience;
use content::fault::paint::Paint;
use content::io_words::describe_io;
use model::Lang;
use model::date::Day;
use publish::artifacts::cards::Undrawn;
use publish::origin::Origin;
use publish::output::atomic_dir::ReplaceError;
use publish::{Options, PublishError, Report, publish};

use crate::commands::check::Language;
use crate::commands::missing_app;
use crate::commands::warnings::line;

/// Arguments of `site publish`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the bundle
    #[arg(long, value_name = "DIR", default_value = "public/content")]
    content: PathBuf,
    /// The folder to write; it is replaced whole
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    /// What `trunk build --release` has made [default: the folder `app` beside
    /// this command, or what the last publish left in OUT, or target/app]
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
    /// The public address, as https://example.org: makes links in canonical,
    /// sitemap and Open Graph absolute
    #[arg(long, value_name = "URL")]
    origin: Option<Origin>,
    /// Write only the documents, under content/v1/
    #[arg(long)]
    documents_only: bool,
    /// Write no .br and .gz beside the files: quicker, for trying out
    #[arg(long)]
    no_compress: bool,
    /// Draw no pictures for shared links: quicker, for trying out
    #[arg(long)]
    no_cards: bool,
    /// The day that counts as today, as 2026-03-02: an article is published from
    /// its date on [default: today in China]
    #[arg(long, value_name = "DAY")]
    today: Option<Day>,
    /// Publish a bundle that `site generate` has made up
    #[arg(long)]
    synthetic: bool,
    /// The language of the report
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

/// Runs it: 0 when the site is written, 1 when it is not and nothing has
/// changed.
pub fn run(args: &Args) -> ExitCode {
    let lang = args.lang.into();
    let options = Options {
        content: args.content.clone(),
        out: args.out.clone(),
        app: args.app.clone(),
        origin: args.origin.clone(),
        documents_only: args.documents_only,
        compress: !args.no_compress,
        cards: !args.no_cards,
        audience: Audience::Readers,
        today: args.today.unwrap_or_else(Day::today),
        synthetic: args.synthetic,
    };
    match publish(&options) {
        Ok(report) => {
            say!("{}", written(&options, &report, lang));
            if let Some(line) = line(&report.warnings, None, lang) {
                say!("{line}");
            }
            for undrawn in &report.undrawn {
                eprintln!("{}", without_card(undrawn, lang));
            }
            if options.origin.is_none() && !options.documents_only {
                say!("{}", without_origin(lang));
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            anstream::eprintln!("{}", fault(&error, lang));
            ExitCode::FAILURE
        }
    }
}

fn written(options: &Options, report: &Report, lang: Lang) -> String {
    let out = options.out.display();
    let Report {
        pages,
        documents,
        cards,
        files,
        unchanged,
        revision,
        ..
    } = report;
    let bytes = report.bytes.div_ceil(1000);
    let compressed = report.compressed.div_ceil(1000);
    match lang {
        Lang::ZhHans | Lang::ZhHant => {
            let packed = match options.compress {
                true => format!("，压缩后 {compressed} kB"),
                false => String::new(),
            };
            format!(
                "已发布到 {out}：页面 {pages} 个，文档 {documents} 个，分享图片 {cards} 张，文件 {files} 个（未变 {unchanged} 个），{bytes} kB{packed}；版本 {revision}"
            )
        }
        Lang::En => {
            let packed = match options.compress {
                true => format!(" ({compressed} kB after brotli)"),
                false => String::new(),
            };
            format!(
                "Published to {out}: {pages} pages, {documents} documents, {cards} cards, {files} files ({unchanged} unchanged), {bytes} kB{packed}; revision {revision}"
            )
        }
    }
}

fn without_card(undrawn: &Undrawn, lang: Lang) -> String {
    let Undrawn { path, character } = undrawn;
    match lang {
        Lang::ZhHans | Lang::ZhHant => format!(
            "提醒：{path} 没有画出，字体里没有“{character}”字。分享这篇文章时显示栏目的图片。"
        ),
        Lang::En => format!(
            "Warning: {path} is not drawn, its type has no “{character}”. Shares of the article show the card of the news."
        ),
    }
}

fn without_origin(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHans | Lang::ZhHant => {
            "没有给出 --origin：规范链接和站点地图以实际提供网站的地址为准，不虚构域名。网站有了域名后，请加上 --origin https://…"
        }
        Lang::En => {
            "No --origin: canonical links and the sitemap use the address that serves the site; no domain is made up. Once it has a domain, publish with --origin https://…"
        }
    }
}

/// What went wrong, in the words of the language where editors meet it.
fn fault(error: &PublishError, lang: Lang) -> String {
    let unchanged = match lang {
        Lang::ZhHans | Lang::ZhHant => "没有发布，原有网站未作改动。",
        Lang::En => "Nothing was published; the site is as it was.",
    };
    let what = match (error, lang) {
        (PublishError::Faults(faults), _) => faults.painted(lang, &Paint::COLOURS),
        (error, Lang::En) => error.to_string(),
        (error, Lang::ZhHans | Lang::ZhHant) => in_chinese(error),
    };
    format!("{what}\n{unchanged}")
}

fn in_chinese(error: &PublishError) -> String {
    let why = |error| describe_io(error, Lang::ZhHans);
    match error {
        PublishError::App(error) => missing_app::describe(error),
        PublishError::Synthetic => "内容含有合成数据，只供测量，不能发布为网站。".to_owned(),
        PublishError::Write(error) => format!("写不了：{}", why(error)),
        PublishError::AtomicDir(ReplaceError::NotOurs(folder)) => format!(
            "{} 里有不属于本网站的文件。请换一个空的或新的文件夹。",
            folder.display()
        ),
        PublishError::AtomicDir(ReplaceError::NoFolder(path)) => {
            format!("{} 不是文件夹。请用 --out 指明另一个。", path.display())
        }
        PublishError::AtomicDir(ReplaceError::Write { path, error }) => {
            format!("写不了 {}：{}", path.display(), why(error))
        }
        PublishError::AtomicDir(ReplaceError::Rename { path, error }) => {
            format!("换不了 {}：{}", path.display(), why(error))
        }
        // What no editor can bring about by what is in the bundle.
        other => format!("程序出错，请告诉技术同事：{other}"),
    }
}
