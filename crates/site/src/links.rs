//! Whether addresses elsewhere still answer, asked politely.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use serde::Serialize;
use thiserror::Error;
use ureq::Agent;
use url::Url;

use crate::agent::agent;
use model::Lang;

/// How to ask.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    /// How many hosts are asked at once; each is asked one thing at a time.
    pub hosts: usize,
    /// Between two questions to a host.
    pub pause: Duration,
    /// For each question, redirects and all.
    pub patience: Duration,
}

impl Default for Manners {
    fn default() -> Self {
        Self {
            hosts: 4,
            pause: Duration::from_secs(1),
            patience: Duration::from_secs(15),
        }
    }
}

/// Says who asks.
pub const USER_AGENT: &str = concat!("site-stats/", env!("CARGO_PKG_VERSION"), " (link check)");

/// What an address has answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// The address.
    pub url: String,
    /// The status of HTTP, after redirects.
    pub status: Option<u16>,
    /// Why there was none.
    pub error: Option<Silence>,
}

/// Why an address has not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Error)]
#[serde(rename_all = "camelCase")]
pub enum Silence {
    /// It is no address, or nobody has its host's name.
    #[error("there is no such host")]
    NoHost,
    /// Nothing came in the time that it had.
    #[error("it did not answer in time")]
    Late,
    /// There was no connection, or it broke off.
    #[error("there is no connection to it")]
    NoConnection,
    /// The connection could not be made safe.
    #[error("its certificate is not trusted")]
    NotTrusted,
    /// It leads from one address to the next without end.
    #[error("it leads from one address to the next without end")]
    Astray,
    /// What came is no answer by HTTP.
    #[error("what it says is no HTTP")]
    NotHttp,
}

impl Silence {
    /// The same in a language.
    pub fn describe(self, lang: Lang) -> String {
        let chinese = match self {
            _ if lang == Lang::En => return self.to_string(),
            Self::NoHost => "没有这个网站",
            Self::Late => "等得太久，没有回应",
            Self::NoConnection => "连接不上",
            Self::NotTrusted => "证书不可信",
            Self::Astray => "转来转去，没有尽头",
            Self::NotHttp => "回答的不是网页",
        };
        chinese.to_owned()
    }
}

impl From<ureq::Error> for Silence {
    fn from(error: ureq::Error) -> Self {
        match error {
            ureq::Error::HostNotFound | ureq::Error::BadUri(_) | ureq::Error::Http(_) => {
                Self::NoHost
            }
            ureq::Error::Timeout(_) => Self::Late,
            ureq::Error::Io(error) if error.kind() == ErrorKind::TimedOut => Self::Late,
            // What goes wrong in a handshake comes as a fault of reading.
            ureq::Error::Io(error) if error.kind() == ErrorKind::InvalidData => Self::NotTrusted,
            ureq::Error::Tls(_) | ureq::Error::Rustls(_) => Self::NotTrusted,
            ureq::Error::TooManyRedirects | ureq::Error::RedirectFailed => Self::Astray,
            ureq::Error::Protocol(_) => Self::NotHttp,
            _ => Self::NoConnection,
        }
    }
}

impl Answer {
    /// Whether a reader would find nothing. A host that shuts out programs
    /// (401, 403, 429) may well let readers in.
    pub fn is_dead(&self) -> bool {
        match self.status {
            Some(401 | 403 | 429) => false,
            Some(status) => status >= 400,
            None => true,
        }
    }
}

/// Asks every address once, in order of the addresses.
pub fn check(urls: impl IntoIterator<Item = String>, manners: Manners) -> Vec<Answer> {
    let mut hosts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for url in urls {
        let host = (Url::parse(&url).ok())
            .and_then(|url| url.host_str().map(str::to_owned))
            .unwrap_or_default();
        let urls = hosts.entry(host).or_default();
        if !urls.contains(&url) {
            urls.push(url);
        }
    }
    let agent = agent(manners.patience, USER_AGENT);
    let workers = manners.hosts.clamp(1, hosts.len().max(1));
    let waiting = Mutex::new(hosts.into_values().collect::<Vec<_>>());
    let answers = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(urls) = locked(&waiting).pop() {
                    for (index, url) in urls.into_iter().enumerate() {
                        if index > 0 {
                            thread::sleep(manners.pause);
                        }
                        let answer = ask(&agent, url, manners.pause);
                        locked(&answers).push(answer);
                    }
                }
            });
        }
    });
    let mut answers = answers.into_inner().unwrap_or_else(PoisonError::into_inner);
    answers.sort_by(|a, b| a.url.cmp(&b.url));
    answers
}

/// A list with which no thread can have failed half-way.
fn locked<T>(list: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    list.lock().unwrap_or_else(PoisonError::into_inner)
}

/// `HEAD`, which costs the host least; `GET` where that is not understood.
fn ask(agent: &Agent, url: String, pause: Duration) -> Answer {
    let head = agent.head(&url).call();
    let result = match head {
        Ok(reply) if reply.status().as_u16() < 400 => Ok(reply),
        Ok(_) => {
            thread::sleep(pause);
            agent.get(&url).call()
        }
        // Who does not answer at all is not asked twice.
        Err(error) => Err(error),
    };
    match result {
        Ok(reply) => Answer {
            url,
            status: Some(reply.status().as_u16()),
            error: None,
        },
        Err(error) => Answer {
            url,
            status: None,
            error: Some(error.into()),
        },
    }
}
