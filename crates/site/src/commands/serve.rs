//! `site serve`.

use std::io::{self, Write};
use std::net::{AddrParseError, IpAddr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;
use std::sync::Arc;

use api::{Backend, OfficeError};
use content::io_words::describe_io;
use ipnet::IpNet;
use model::Lang;
use publish::origin::Origin;
use server::admin::{self, Ask};
use server::{Meter, Options, ServeError, Server};
use store::{Address, StoreError, open};
use thiserror::Error;
use tokio::runtime::Builder;

use crate::commands::bind_error::bind_error;
use crate::commands::check::Language;
use crate::commands::log::{Log, begin};

/// Arguments of `site serve`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The published folder, or a link to it
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub dir: PathBuf,
    /// The port; 0 lets the system choose
    #[arg(long, env = "PORT", default_value_t = 8080)]
    pub port: u16,
    /// The address to listen at; 0.0.0.0 is every one that this machine has
    #[arg(long, default_value = "127.0.0.1")]
    pub host: String,
    /// Readers come by https, through a proxy: tell their browsers to stay with it
    #[arg(long)]
    pub https_headers: bool,
    /// A proxy on another machine, or the network of several, as 10.0.0.0/8: it is believed
    /// for whom it asks (X-Forwarded-For), as one on this machine is
    #[arg(long, value_name = "ADDRESS")]
    pub proxy: Vec<Proxy>,
    /// Also answers at this address, as 127.0.0.1:9100, for who looks after the server:
    /// /healthz says how it is, /metrics what it has counted, for Prometheus
    #[arg(long, value_name = "ADDRESS")]
    pub admin: Option<SocketAddr>,
    /// How what happens is written to standard error: plain, for people, only what goes
    /// wrong; json, for programs, also every request
    #[arg(long, value_enum, default_value_t = Log::Plain)]
    pub log: Log,
    /// Also opens the editors' interface over a store: folder:DIR or
    /// postgres://NAME@HOST/DATABASE. What it publishes is written to DIR
    #[arg(
        long,
        env = "SITE_BACKEND",
        hide_env_values = true,
        value_name = "ADDRESS"
    )]
    pub backend: Option<Address>,
    /// With --backend: what `trunk build --release` has made [default: as `site publish`
    /// finds it]
    #[arg(long, value_name = "DIR", requires = "backend")]
    pub app: Option<PathBuf>,
    /// With --backend: write no .br and .gz beside the files: quicker, for trying out
    #[arg(long, requires = "backend")]
    pub no_compress: bool,
    /// With --backend: the public address, as https://example.org
    #[arg(long, value_name = "URL", requires = "backend")]
    pub origin: Option<Origin>,
    /// With --backend: what `make desk` has built [default: beside this program, or in
    /// target/desk]
    #[arg(long, value_name = "DIR", requires = "backend")]
    pub desk: Option<PathBuf>,
    /// The language of what is said
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    pub lang: Language,
    /// Whether to open the desk in a browser, signed in.
    #[arg(skip)]
    pub opened: bool,
}

/// A machine, or a network of them.
#[derive(Clone, Copy, Debug)]
pub struct Proxy(IpNet);

impl FromStr for Proxy {
    type Err = AddrParseError;

    fn from_str(text: &str) -> Result<Self, AddrParseError> {
        match text.parse() {
            Ok(net) => Ok(Self(net)),
            Err(_) => text.parse::<IpAddr>().map(|address| Self(address.into())),
        }
    }
}

/// Runs it.
pub fn run(args: &Args) -> ExitCode {
    run_as("serve", args)
}

/// Runs it under the name of a command.
pub fn run_as(name: &str, args: &Args) -> ExitCode {
    begin(args.log);
    match serve(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("site {name}: {}", said(&error, args));
            ExitCode::FAILURE
        }
    }
}

/// Why nothing is served.
#[derive(Debug, Error)]
enum Trouble {
    #[error(transparent)]
    Serve(#[from] ServeError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Office(#[from] OfficeError),
    #[error("cannot listen at {0} for who looks after the server: {1}. Take another --admin.")]
    Admin(SocketAddr, io::Error),
}

fn said(trouble: &Trouble, args: &Args) -> String {
    let lang = args.lang.into();
    match (trouble, lang) {
        (Trouble::Serve(error), _) => fault(error, args),
        (Trouble::Store(StoreError::InUse(dir)), Lang::ZhHans | Lang::ZhHant) => {
            format!("{} 正由另一个程序使用。", dir.display())
        }
        (Trouble::Admin(at, error), lang @ (Lang::ZhHans | Lang::ZhHant)) => {
            let why = describe_io(error, lang);
            format!("用不了 --admin 的地址 {at}：{why}。请换一个。")
        }
        (trouble, Lang::En) => trouble.to_string(),
        (trouble, _) => format!("内容库打不开：{trouble}"),
    }
}

fn fault(error: &ServeError, args: &Args) -> String {
    match (error, args.lang.into()) {
        (ServeError::Listen(error), lang) => bind_error(error, &args.host, args.port, lang),
        (error, Lang::En) => error.to_string(),
        (ServeError::Folder { dir, source }, lang) => format!(
            "打不开文件夹 {}：{}。请先发布，或用 --dir 指明。",
            dir.display(),
            describe_io(source, lang)
        ),
        (ServeError::Runtime(error), lang) => format!("无法启动：{}。", describe_io(error, lang)),
        (ServeError::BootHash(error), _) => format!("程序出错，请告诉技术同事：{error}"),
    }
}

/// How many threads wait for the disk at most: what is asked for often is in memory, and
/// every thread keeps some of it.
const DISK_THREADS: usize = 16;

fn serve(args: &Args) -> Result<(), Trouble> {
    let options = Options {
        https: args.https_headers,
        proxies: args.proxy.iter().map(|proxy| proxy.0).collect(),
        ..Options::new(&args.dir)
    };
    Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(DISK_THREADS)
        .build()
        .map_err(ServeError::Runtime)?
        .block_on(async {
            let stop = stop().map_err(ServeError::Runtime)?;
            let backend = match &args.backend {
                Some(address) => Some(Arc::new(backend(address, args).await?)),
                None => None,
            };
            let server = Server::bind((args.host.as_str(), args.port), options).await?;
            // Who started it may have closed the other end; the server stands anyway.
            let mut out = io::stdout();
            let _ = writeln!(out, "http://{}", server.address()).and_then(|()| out.flush());
            let meter = (args.admin.is_some() || args.log == Log::Json)
                .then(|| Arc::new(Meter::new(args.log == Log::Json)));
            let beside = async {
                match (args.admin, &meter) {
                    (Some(at), Some(meter)) => watched(at, args, meter, &backend).await,
                    _ => Ok(()),
                }
            };
            beside.await?;
            let metered = |server: Server| match &meter {
                Some(meter) => server.metered(meter),
                None => server,
            };
            let Some(backend) = backend else {
                metered(server).run(stop).await;
                return Ok(());
            };
            // Who sees this program's output on this machine may do everything here anyway;
            // a log goes further.
            if server.address().ip().is_loopback() && args.log == Log::Plain {
                let path = match backend.has_desk() {
                    true => backend.desk_address().await?,
                    false => backend.one_time_address().await?,
                };
                let address = format!("http://{}{path}", server.address());
                let _ = writeln!(out, "{address}").and_then(|()| out.flush());
                // The address stands there too, for where there is no browser to open.
                if args.opened && open::that_detached(&address).is_err() {
                    eprintln!("{}", no_browser(args.lang.into()));
                }
            }
            let server = metered(server.wrapped(|site| backend.wrap(site)));
            tokio::select! {
                () = server.run(stop) => {}
                () = backend.run() => {}
            }
            Ok(())
        })
}

/// Answers who looks after the server, as long as the program runs.
async fn watched(
    at: SocketAddr,
    args: &Args,
    meter: &Arc<Meter>,
    backend: &Option<Arc<Backend>>,
) -> Result<(), Trouble> {
    let backend = backend.clone();
    let ask = Ask::new(move || {
        let backend = backend.clone();
        Box::pin(async move {
            match backend {
                Some(backend) => backend.readings().await,
                None => Vec::new(),
            }
        })
    });
    let page = args.dir.join("index.html");
    let router = admin::router(Arc::clone(meter), ask, move || page.is_file());
    let server = Server::beside(at, router)
        .await
        .map_err(|error| match error {
            ServeError::Listen(error) => Trouble::Admin(at, error),
            error => error.into(),
        })?;
    tracing::info!(target: "admin", address = %server.address(), "listening");
    tokio::spawn(server.run(std::future::pending()));
    Ok(())
}

fn no_browser(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "No browser could be opened: open the address above within ten minutes.",
        _ => "没能打开浏览器：请在十分钟之内自己打开上面的地址。",
    }
}

async fn backend(address: &Address, args: &Args) -> Result<Backend, Trouble> {
    let options = api::Options {
        app: args.app.clone(),
        desk: args.desk.clone(),
        origin: args.origin.clone(),
        compress: !args.no_compress,
        program: std::env::current_exe().ok(),
        ..api::Options::new(&args.dir)
    };
    let store = open(address).await?;
    Ok(Backend::open(store, options, args.https_headers).await?)
}

/// Ends when the system or the operator says stop.
#[cfg(unix)]
pub fn stop() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ends when the operator says stop.
#[cfg(not(unix))]
pub fn stop() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
