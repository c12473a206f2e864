//! The embedded server: what a published folder looks like over HTTP.
//!
//! It never writes, and reads nothing outside the folder, whatever is asked
//! and wherever links inside point. Every request looks whether the folder
//! still has its name, so a publish that puts another in its place is served from the
//! next request on.
//!
//! ```text
//! admin         whether it can serve, and what it has counted, at another address
//! connections   who may talk, how long, and how it ends
//!   meter       counts and logs what is asked
//!   handler     one request in, one response out
//!     path      which file a path means; most attacks end here
//!     absolute_sitemap  the sitemap, when only the server knows the site's address
//!     memory    small files asked for lately
//!     folder    opens it, within the folder, and knows its tag
//!     chosen    what is answered with a file
//!       encoding  as it is, gzip or brotli
//!       range     all of it or a part
//! ```

mod absolute_sitemap;
pub mod admin;
mod background;
mod chosen;
mod client;
mod connections;
mod encoding;
mod failure;
mod folder;
mod handler;
mod memory;
mod meter;
mod path;
pub mod preview;
mod range;

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::http::header::InvalidHeaderValue;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware;
use ipnet::IpNet;
use tokio::net::{TcpListener, ToSocketAddrs};

pub use background::Background;
pub use client::client;
pub use connections::{Limits, Peer};
pub use meter::Meter;

use folder::Folder;
use memory::Memory;
use publish::headers;
use publish::headers::Framing;

/// What to serve, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The published folder, or a symbolic link to it.
    pub dir: PathBuf,
    /// The [`script_hash`](headers::script_hash) of the script that stands
    /// inline in its pages.
    pub boot_hash: String,
    /// Whether readers come by https, through a proxy in front: then promise
    /// that they always will.
    pub https: bool,
    /// What one client may take.
    pub limits: Limits,
    /// Who is believed for whom it asks, beside this machine itself.
    pub proxies: Vec<IpNet>,
}

impl Options {
    /// Serves a folder that this program published, by http.
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self {
            dir: dir.into(),
            boot_hash: headers::script_hash(&headers::BOOT),
            https: false,
            limits: Limits::default(),
            proxies: Vec::new(),
        }
    }
}

/// Why nothing is served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The folder cannot be opened.
    #[error("cannot open the folder {}: {source}", dir.display())]
    Folder {
        /// Which folder.
        dir: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The address cannot be listened at.
    #[error("cannot listen: {0}")]
    Listen(#[source] io::Error),
    /// There is no runtime for the connections.
    #[error("cannot start: {0}")]
    Runtime(#[source] io::Error),
    /// The hash of the boot script is not one.
    #[error("the hash of the boot script cannot stand in a header: {0}")]
    BootHash(#[from] InvalidHeaderValue),
}

/// A server that listens but does not answer yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    router: Router,
    limits: Limits,
    proxies: Vec<IpNet>,
}

impl Server {
    /// Opens the folder and the port; port 0 lets the system choose.
    pub async fn bind(at: impl ToSocketAddrs, options: Options) -> Result<Self, ServeError> {
        let site = Site {
            always: always(&options, Framing::Nobody)?,
            framed: always(&options, Framing::Anybody)?,
            https: options.https,
            folder: Folder::open(options.dir)?,
            memory: Memory::default(),
        };
        let listener = TcpListener::bind(at).await.map_err(ServeError::Listen)?;
        Ok(Self {
            address: listener.local_addr().map_err(ServeError::Listen)?,
            listener,
            router: Router::new()
                .fallback(handler::handle)
                .with_state(Arc::new(site)),
            limits: options.limits,
            proxies: options.proxies,
        })
    }

    /// Lets something answer before the folder does, or instead of it.
    #[must_use]
    pub fn wrapped(mut self, wrap: impl FnOnce(Router) -> Router) -> Self {
        self.router = wrap(self.router);
        self
    }

    /// Counts everything that is asked from now on. Last of all: what is put before the
    /// site afterwards is not counted.
    #[must_use]
    pub fn metered(mut self, meter: &Arc<Meter>) -> Self {
        let meter = Arc::clone(meter);
        let measure = middleware::from_fn_with_state(meter, meter::measure);
        self.router = self.router.layer(measure);
        self
    }

    /// Something else at an address of its own, within the same limits.
    ///
    /// # Errors
    /// When the address cannot be listened at.
    pub async fn beside(at: impl ToSocketAddrs, router: Router) -> Result<Self, ServeError> {
        let listener = TcpListener::bind(at).await.map_err(ServeError::Listen)?;
        Ok(Self {
            address: listener.local_addr().map_err(ServeError::Listen)?,
            listener,
            router,
            limits: Limits::default(),
            proxies: Vec::new(),
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until `stop`, then lets requests under way end.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        connections::run(self.listener, self.router, self.limits, self.proxies, stop).await;
    }
}

/// What all requests share.
struct Site {
    folder: Folder,
    memory: Memory,
    /// Whether readers come by https.
    https: bool,
    /// The headers that every response carries.
    always: Vec<(HeaderName, HeaderValue)>,
    /// The same for a page that any site may frame.
    framed: Vec<(HeaderName, HeaderValue)>,
}

fn always(
    options: &Options,
    framing: Framing,
) -> Result<Vec<(HeaderName, HeaderValue)>, ServeError> {
    let (name, value) = headers::HSTS;
    let hsts = options.https.then(|| (name, value.to_owned()));
    headers::security(&options.boot_hash, framing)
        .into_iter()
        .chain(hsts)
        .map(|(name, value)| {
            Ok((
                HeaderName::from_static(name),
                HeaderValue::from_str(&value)?,
            ))
        })
        .collect()
}
