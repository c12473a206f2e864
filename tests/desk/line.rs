//! A line between the browser and the backend that can be slow, and break.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A line that is whole, and as fast as the machine, until something else is said.
pub struct Line {
    pub address: SocketAddr,
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    /// How many bytes have gone up.
    up: AtomicU64,
    /// Beyond so many it breaks.
    breaks_at: AtomicU64,
    is_broken: AtomicBool,
    /// How many bytes go up in a second.
    pace: AtomicU64,
    /// What went up: the heads of requests among it.
    heads: Mutex<Vec<u8>>,
}

/// How much is passed on at once.
const PIECE: usize = 16 * 1024;

impl Line {
    pub fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(State {
            breaks_at: AtomicU64::new(u64::MAX),
            pace: AtomicU64::new(u64::MAX),
            ..State::default()
        });
        let line = Self {
            address,
            state: Arc::clone(&state),
        };
        // It ends with the test.
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                if state.is_broken.load(SeqCst) {
                    continue;
                }
                let server = TcpStream::connect(server).unwrap();
                let (state, other) = (Arc::clone(&state), Arc::clone(&state));
                let ends = (browser.try_clone().unwrap(), server.try_clone().unwrap());
                thread::spawn(move || pass(&state, browser, server, true));
                thread::spawn(move || pass(&other, ends.1, ends.0, false));
            }
        });
        line
    }

    /// Breaks once so many more bytes have gone up, and stays broken.
    pub fn break_after(&self, bytes: u64) {
        self.state.breaks_at.store(self.up() + bytes, SeqCst);
    }

    pub fn mend(&self) {
        self.state.breaks_at.store(u64::MAX, SeqCst);
        self.state.is_broken.store(false, SeqCst);
    }

    /// Lets so many bytes up in a second.
    pub fn slow_to(&self, bytes: u64) {
        self.state.pace.store(bytes, SeqCst);
    }

    /// How many bytes have gone up.
    pub fn up(&self) -> u64 {
        self.state.up.load(SeqCst)
    }

    /// How often something was asked for.
    pub fn asked(&self, request: &str) -> usize {
        let heads = self.state.heads.lock().unwrap();
        String::from_utf8_lossy(&heads).matches(request).count()
    }
}

fn pass(state: &State, mut from: TcpStream, mut to: TcpStream, is_up: bool) {
    from.set_read_timeout(Some(Duration::from_millis(20)))
        .unwrap();
    let mut piece = vec![0; PIECE];
    while !state.is_broken.load(SeqCst) {
        let length = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => continue,
            Err(_) => break,
        };
        if is_up {
            state.heads.lock().unwrap().extend(&piece[..length]);
            let up = state.up.fetch_add(length as u64, SeqCst) + length as u64;
            if up > state.breaks_at.load(SeqCst) {
                state.is_broken.store(true, SeqCst);
                break;
            }
            let pace = state.pace.load(SeqCst);
            thread::sleep(Duration::from_secs_f64(length as f64 / pace as f64));
        }
        if to.write_all(&piece[..length]).is_err() {
            break;
        }
    }
    // One of them may have gone already.
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}
