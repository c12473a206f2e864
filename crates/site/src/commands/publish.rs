//! `site publish`.

mod report;

use std::io;
use std::path::PathBuf;
use std::process::{ExitCode, exit};
use std::thread;

use content::bundle::Audience;
use model::date::Day;
use publish::content_base::ContentBase;
use publish::origin::Origin;
use publish::outcome::Outcome;
use publish::output::foreign::OnForeign;
use publish::{Options, PublishError, Report, publish};
use upload::Address;

use crate::commands::check::Language;
use crate::commands::upload::{How, bring};
use crate::commands::warnings::line;
use report::{fault, in_place, with_foreign, without_card, without_origin, written};

/// Arguments of `site publish`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the bundle
    #[arg(long, value_name = "DIR", default_value = "public/content")]
    content: PathBuf,
    /// The folder to write; it is replaced whole, or in place where it must stay
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
    /// Where a backend serves the documents, as https://api.example.org/content/v1/ or
    /// another path of this host: the app asks there, and falls back on the site's own
    #[arg(long, value_name = "URL")]
    content_base: Option<ContentBase>,
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
    /// Replace the files of OUT one by one and leave the folder itself, which a
    /// container or another program holds on to; done by itself where a disk is
    /// mounted at OUT. Keeps no earlier publish
    #[arg(long)]
    in_place: bool,
    /// What becomes of files in OUT that no publish has written
    #[arg(long, value_enum, default_value_t = Foreign::Stop)]
    foreign: Foreign,
    /// Then bring the site to a bucket, as s3://BUCKET/PREFIX; endpoint, region and keys
    /// are taken from AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID and
    /// AWS_SECRET_ACCESS_KEY
    #[arg(long, value_name = "ADDRESS", conflicts_with = "format")]
    to: Option<Address>,
    #[command(flatten)]
    how: How,
    /// The form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// End as soon as standard input does: for a program that leaves nothing running behind it
    #[arg(long, hide = true)]
    while_input: bool,
    /// The language of the report
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

/// How the report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// How it went, as one object
    Json,
}

/// What becomes of files that no publish has written.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Foreign {
    /// Name them and publish nothing
    Stop,
    /// Carry them over into the new site
    Keep,
    /// Leave them behind
    Drop,
}

impl From<Foreign> for OnForeign {
    fn from(foreign: Foreign) -> Self {
        match foreign {
            Foreign::Stop => Self::Stop,
            Foreign::Keep => Self::Keep,
            Foreign::Drop => Self::Drop,
        }
    }
}

/// Runs it: 0 when the site is written, 1 when it is not and nothing has
/// changed.
pub fn run(args: &Args) -> ExitCode {
    let lang = args.lang.into();
    if args.while_input {
        end_with_input();
    }
    let options = Options {
        content: args.content.clone(),
        out: args.out.clone(),
        app: args.app.clone(),
        origin: args.origin.clone(),
        content_base: args.content_base.clone(),
        documents_only: args.documents_only,
        compress: !args.no_compress,
        cards: !args.no_cards,
        audience: Audience::Readers,
        today: args.today.unwrap_or_else(Day::today),
        synthetic: args.synthetic,
        foreign: args.foreign.into(),
        in_place: args.in_place,
    };
    let published = publish(&options);
    if args.format == Format::Json {
        return say_json(&published);
    }
    match published {
        Ok(report) => {
            say!("{}", written(&options, &report, lang));
            if let Some(line) = line(&report.warnings, None, lang) {
                say!("{line}");
            }
            if let Some(line) = with_foreign(&options, &report, lang) {
                say!("{line}");
            }
            if let Some(reason) = report.in_place {
                say!("{}", in_place(reason, lang));
            }
            for undrawn in &report.undrawn {
                eprintln!("{}", without_card(undrawn, lang));
            }
            if options.origin.is_none() && !options.documents_only {
                say!("{}", without_origin(lang));
            }
            match &args.to {
                Some(to) => bring(&args.out, to, &args.how, lang),
                None => ExitCode::SUCCESS,
            }
        }
        Err(error) => {
            anstream::eprintln!("{}", fault(&error, lang));
            ExitCode::FAILURE
        }
    }
}

/// Says how it went to another program.
fn say_json(published: &Result<Report, PublishError>) -> ExitCode {
    match serde_json::to_string(&Outcome::from(published)) {
        Ok(line) => say!("{line}"),
        Err(error) => eprintln!("site publish: {error}"),
    }
    match published {
        Ok(_) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Ends this program when nothing more can come in: whoever started it has ended. What it
/// was about to write is then as if its power had gone.
fn end_with_input() {
    thread::spawn(|| {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        exit(1);
    });
}
