//! `site desk`: the editors' desk over a folder, in a browser of this machine.

use std::path::PathBuf;
use std::process::ExitCode;

use store::Address;

use crate::commands::check::Language;
use crate::commands::log::Log;
use crate::commands::serve;

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
    /// Only show the address: open no browser
    #[arg(long)]
    pub no_browser: bool,
    /// The language of what is said
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    pub lang: Language,
}

/// Runs it.
pub fn run(args: &Args) -> ExitCode {
    serve::run_as("desk", &served(args))
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
