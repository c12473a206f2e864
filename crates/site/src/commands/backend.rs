//! `site backend`: what an operator does with a store on the command line.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use model::Lang;
use store::backup::{self, BackupError};
use store::{Address, Author, Role, Store, StoreError, Which, open, transfer};
use thiserror::Error;
use tokio::runtime::Runtime;

use crate::commands::check::Language;

/// Arguments of `site backend`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Puts everything in a store away: content, history, people, the log.
    Backup {
        /// The folder to make; it must not be there yet
        dir: PathBuf,
        #[command(flatten)]
        at: At,
    },
    /// Puts a backup back, into a folder or database in which nothing is.
    Restore {
        /// The folder that `backup` has made
        dir: PathBuf,
        #[command(flatten)]
        at: At,
    },
    #[command(flatten)]
    Opened(Opened),
}

/// What is done with a store that is open.
#[derive(Debug, clap::Subcommand)]
enum Opened {
    /// Takes a bundle's folder into a store: what the folder lacks is removed there.
    Import {
        /// The bundle's folder
        dir: PathBuf,
        #[command(flatten)]
        at: At,
    },
    /// Writes what is in a store as a bundle's folder, formatted.
    Export {
        /// The folder to write; what it has before goes
        dir: PathBuf,
        /// drafts, live, ready, at:NUMBER or publish:NUMBER
        #[arg(long, default_value = "drafts")]
        state: String,
        #[command(flatten)]
        at: At,
    },
    /// Lists everybody with an account.
    People {
        #[command(flatten)]
        at: At,
    },
    /// Makes an account; the password is read from standard input.
    AddPerson {
        /// The account's name
        name: String,
        /// writer, publisher or administrator
        #[arg(long, default_value = "writer")]
        role: Role,
        #[command(flatten)]
        at: At,
    },
    /// Gives somebody another password, read from standard input: all their sessions end.
    SetPassword {
        /// The account's name
        name: String,
        /// Also asks for no one-time codes any more
        #[arg(long)]
        without_codes: bool,
        #[command(flatten)]
        at: At,
    },
    /// Takes an account away; what they did stays.
    RemovePerson {
        /// The account's name
        name: String,
        #[command(flatten)]
        at: At,
    },
}

/// Which store.
#[derive(Debug, clap::Args)]
struct At {
    /// The store: folder:DIR or postgres://NAME@HOST/DATABASE
    #[arg(
        long,
        env = "SITE_BACKEND",
        hide_env_values = true,
        value_name = "ADDRESS"
    )]
    backend: Address,
    /// The language of what is said
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

/// Why it was not done.
#[derive(Debug, Error)]
pub enum BackendError {
    /// The store refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Nothing was put away, or back.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// There is no state of that name.
    #[error(transparent)]
    State(#[from] api::OfficeError),
    /// There is no runtime, or nothing to read.
    #[error("{0}")]
    Io(#[from] io::Error),
}

impl BackendError {
    /// In a language; what a store itself says is for operators, in English.
    pub fn said(&self, lang: Lang) -> String {
        match (self, lang) {
            (error, Lang::En) => error.to_string(),
            (Self::Store(StoreError::InUse(dir)), _) => format!(
                "{} 正由另一个程序使用。请先停下它，或改用它的网页接口。",
                dir.display()
            ),
            (error, _) => format!("没有做成：{error}"),
        }
    }
}

/// Runs it.
pub fn run(args: &Args) -> ExitCode {
    let (at, done) = match &args.command {
        // Others may have it open.
        Command::Backup { dir, at } => {
            let done = blocking_on(backup::back_up(&at.backend, dir));
            (at, done.map(|_| backed_up(dir, at.lang.into())))
        }
        // There is no store yet.
        Command::Restore { dir, at } => {
            let done = blocking_on(backup::restore(dir, &at.backend));
            (at, done.map(|_| restored(at)))
        }
        Command::Opened(command) => {
            let (Opened::Import { at, .. }
            | Opened::Export { at, .. }
            | Opened::People { at }
            | Opened::AddPerson { at, .. }
            | Opened::SetPassword { at, .. }
            | Opened::RemovePerson { at, .. }) = command;
            let done = with_store(&at.backend, async |store| {
                done(command, &*store, at.lang.into()).await
            });
            (at, done)
        }
    };
    let lang = at.lang.into();
    match done {
        Ok(said) => {
            say!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("site backend: {}", error.said(lang));
            ExitCode::FAILURE
        }
    }
}

fn blocking_on<T>(work: impl Future<Output = Result<T, BackupError>>) -> Result<T, BackendError> {
    Ok(Runtime::new()?.block_on(work)?)
}

fn backed_up(dir: &Path, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Everything is put away in {}.", dir.display()),
        Lang::ZhHans | Lang::ZhHant => format!("全部内容已备份到 {}。", dir.display()),
    }
}

fn restored(at: &At) -> String {
    match Lang::from(at.lang) {
        Lang::En => format!("Everything is back, in {}.", at.backend),
        Lang::ZhHans | Lang::ZhHant => format!("备份已恢复到 {}。", at.backend),
    }
}

/// Opens a store and works with it.
pub fn with_store<T>(
    address: &Address,
    work: impl AsyncFnOnce(Arc<dyn Store>) -> Result<T, BackendError>,
) -> Result<T, BackendError> {
    Runtime::new()?.block_on(async {
        let store = open(address).await?;
        work(store).await
    })
}

async fn done(command: &Opened, store: &dyn Store, lang: Lang) -> Result<String, BackendError> {
    let author = Author::new("command-line", "");
    let ledger = store.ledger();
    let english = lang == Lang::En;
    Ok(match command {
        Opened::Import { dir, .. } => {
            let changed = transfer::import(store, &author, dir).await?;
            match english {
                true => format!("{changed} records are other than before."),
                false => format!("有 {changed} 条记录与原来不同。"),
            }
        }
        Opened::Export { dir, state, .. } => {
            let which: Which = api::parse_which(state)?;
            let files = transfer::export(store, &which, dir).await?;
            match english {
                true => format!("{files} files in {}.", dir.display()),
                false => format!("{} 里有 {files} 个文件。", dir.display()),
            }
        }
        Opened::People { .. } => {
            let people = ledger.people().await?;
            let lines = people.iter().map(|person| {
                let codes = if person.totp { "\tTOTP" } else { "" };
                format!("{}\t{}{codes}", person.name, person.role)
            });
            lines.collect::<Vec<_>>().join("\n")
        }
        Opened::AddPerson { name, role, .. } => {
            let password = password(lang)?;
            ledger.add_person(&author, name, *role, &password).await?;
            format!("{name}\t{role}")
        }
        Opened::SetPassword {
            name,
            without_codes,
            ..
        } => {
            let password = password(lang)?;
            ledger.set_password(&author, name, &password).await?;
            if *without_codes {
                ledger.set_totp(&author, name, None).await?;
            }
            name.clone()
        }
        Opened::RemovePerson { name, .. } => {
            ledger.remove_person(&author, name).await?;
            name.clone()
        }
    })
}

/// A password: one line of standard input, so that it stands in no list of processes and
/// no history of a shell.
fn password(lang: Lang) -> Result<String, BackendError> {
    use std::io::IsTerminal;
    if io::stdin().is_terminal() {
        match lang {
            Lang::En => eprintln!("Password (10 characters or more; it is shown as you type):"),
            _ => eprintln!("密码（至少 10 个字；输入时会显示）："),
        }
    }
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
