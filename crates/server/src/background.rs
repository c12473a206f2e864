//! A server beside what else a program does.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc;
use std::thread::JoinHandle;

use tokio::sync::oneshot;

use super::{Options, ServeError, Server};

/// A server on a thread of its own, on a free port of this machine; it stops
/// when this is dropped.
#[derive(Debug)]
pub struct Background {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Background {
    /// Starts it; when this returns it answers.
    pub fn start(options: Options) -> Result<Self, ServeError> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .map_err(ServeError::Runtime)?;
        let (stop, stopped) = oneshot::channel();
        let (sender, bound) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            runtime.block_on(async move {
                match Server::bind((Ipv4Addr::LOCALHOST, 0), options).await {
                    Ok(server) => {
                        // If nobody listens any more, nobody needs a server.
                        let _ = sender.send(Ok(server.address()));
                        server.run(async { drop(stopped.await) }).await;
                    }
                    Err(error) => drop(sender.send(Err(error))),
                }
            });
        });
        let ended = |_| ServeError::Runtime(std::io::ErrorKind::BrokenPipe.into());
        Ok(Self {
            address: bound.recv().map_err(ended)??,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The whole address of a path on it: `http://127.0.0.1:40123/news/`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
