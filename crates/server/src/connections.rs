//! Who may talk, how long, and how it ends.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use ipnet::IpNet;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::sleep;
use tokio_io_timeout::TimeoutStream;

/// What clients may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long a client may take for the head of a request, and how long it
    /// may stay without one.
    pub head: Duration,
    /// How long a client may take nothing of a response.
    pub stall: Duration,
    /// How large the head of a request may be, in bytes.
    pub head_bytes: usize,
    /// How many clients are talked to at a time; more wait.
    pub connections: usize,
    /// How long responses under way may take once the server is to stop.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(15),
            stall: Duration::from_secs(30),
            head_bytes: 16 * 1024,
            connections: 1024,
            grace: Duration::from_secs(10),
        }
    }
}

/// Who is talked to: an extension of every request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    /// The address of the other end.
    pub address: SocketAddr,
    /// Whether that is a proxy, which says for whom it asks.
    pub is_proxy: bool,
}

/// Serves every connection until `stop`. `proxies` are who is believed for whom it asks,
/// beside this machine itself.
pub async fn run(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    proxies: Vec<IpNet>,
    stop: impl Future<Output = ()>,
) {
    let router = TowerToHyperService::new(router);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(limits.head_bytes);
    let open = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(limits.connections));
    let mut stop = pin!(stop);
    loop {
        let next = async {
            // Never closed, so never an error.
            let place = Arc::clone(&places).acquire_owned().await;
            (place, accept(&listener).await)
        };
        let (place, (stream, peer)) = tokio::select! {
            next = next => next,
            () = &mut stop => break,
        };
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(limits.stall));
        let io = TokioIo::new(Box::pin(stream));
        let router = router.clone();
        let ip = peer.ip().to_canonical();
        let peer = Peer {
            address: peer,
            is_proxy: ip.is_loopback() || proxies.iter().any(|net| net.contains(&ip)),
        };
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(peer);
            router.call(request)
        });
        let connection = open.watch(http.serve_connection(io, service));
        tokio::spawn(async move {
            // A client that breaks off is its own affair.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    tokio::select! {
        () = open.shutdown() => {}
        () = sleep(limits.grace) => {}
    }
}

/// The next connection.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                // Small answers leave at once; without it they only come later.
                let _ = stream.set_nodelay(true);
                return (stream, peer);
            }
            Err(error) if is_of_the_client(&error) => {}
            // Out of file handles, most likely: some come back as others end.
            Err(_) => sleep(Duration::from_millis(200)).await,
        }
    }
}

fn is_of_the_client(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionReset
    )
}
