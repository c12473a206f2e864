//! Which form of a file a client gets: as it is, gzip or brotli.
//!
//! By hand: `headers` 0.4 has no `Accept-Encoding`, and `tower-http` keeps its own to
//! itself.

use std::cmp::Reverse;

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;

/// A form that a file is kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coding {
    /// Beside the file with `.br` at its end.
    Brotli,
    /// Beside the file with `.gz` at its end.
    Gzip,
    /// The file itself.
    Identity,
}

/// From the smallest to the largest: the order among equals.
const CODINGS: [Coding; 3] = [Coding::Brotli, Coding::Gzip, Coding::Identity];

impl Coding {
    /// What the file's name has at its end.
    pub fn suffix(self) -> &'static str {
        match self {
            Coding::Brotli => ".br",
            Coding::Gzip => ".gz",
            Coding::Identity => "",
        }
    }

    /// What `content-encoding` says.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Coding::Brotli => Some("br"),
            Coding::Gzip => Some("gzip"),
            Coding::Identity => None,
        }
    }

    fn is_called(self, word: &str) -> bool {
        let names: &[&str] = match self {
            Coding::Brotli => &["br"],
            Coding::Gzip => &["gzip", "x-gzip"],
            Coding::Identity => &["identity"],
        };
        names.iter().any(|name| name.eq_ignore_ascii_case(word))
    }
}

/// The forms that a client takes, the one it likes best first.
///
/// The file itself is always among them, as the last resort even of a client
/// that refuses it: a reader is better served by a page than by a refusal.
pub fn accepted(headers: &HeaderMap) -> Vec<Coding> {
    let choices: Vec<(&str, u16)> = headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(weighed)
        .collect();
    let weight = |coding: Coding| {
        let named = choices.iter().find(|(word, _)| coding.is_called(word));
        let any = || choices.iter().find(|(word, _)| *word == "*");
        match (named, coding) {
            (Some((_, weight)), _) => *weight,
            // Not forbidden, and liked less than anything that is named.
            (None, Coding::Identity) => 0,
            (None, _) => any().map_or(0, |(_, weight)| *weight),
        }
    };
    let mut order: Vec<Coding> = CODINGS
        .into_iter()
        .filter(|coding| *coding == Coding::Identity || weight(*coding) > 0)
        .collect();
    order.sort_by_key(|coding| Reverse(weight(*coding)));
    order
}

/// A word and its weight in thousandths; what cannot be read weighs nothing.
fn weighed(choice: &str) -> (&str, u16) {
    let mut parts = choice.split(';').map(str::trim);
    let word = parts.next().unwrap_or_default();
    let weight = parts
        .find_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q=")))
        .map_or(1000, |weight| match weight.parse::<f32>() {
            // Whole thousandths up to one thousand: the cast loses nothing.
            Ok(weight) if (0.0..=1.0).contains(&weight) => (weight * 1000.0).round() as u16,
            _ => 0,
        });
    (word, weight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Coding::{Brotli, Gzip, Identity};

    fn order(accept: &str) -> Vec<Coding> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, accept.parse().expect("a header's value"));
        accepted(&headers)
    }

    #[test]
    fn likes_what_the_client_likes() {
        assert_eq!(order("gzip, deflate, br, zstd"), [Brotli, Gzip, Identity]);
        assert_eq!(order("gzip;q=1.0, br;q=0.5"), [Gzip, Brotli, Identity]);
        assert_eq!(order("BR, X-GZIP;Q=0.1"), [Brotli, Gzip, Identity]);
        assert_eq!(order("identity, br;q=0.5"), [Identity, Brotli]);
        assert_eq!(order("*"), [Brotli, Gzip, Identity]);
        assert_eq!(order("*;q=0.5, br;q=0"), [Gzip, Identity]);
    }

    #[test]
    fn takes_no_for_an_answer() {
        assert_eq!(accepted(&HeaderMap::new()), [Identity]);
        for accept in [
            "",
            "identity",
            "br;q=0",
            "br;q=0.000, gzip; q=0",
            "*;q=0",
            "zstd",
            "br;q=2",
            "br;q=NaN",
            "br;q=x",
            "brotli",
            "identity;q=0",
        ] {
            assert_eq!(order(accept), [Identity], "{accept}");
        }
    }

    #[test]
    fn reads_every_line_of_the_header() {
        let mut headers = HeaderMap::new();
        headers.append(ACCEPT_ENCODING, "gzip;q=0.5".parse().expect("a value"));
        headers.append(ACCEPT_ENCODING, "br;q=0.4".parse().expect("a value"));
        assert_eq!(accepted(&headers), [Gzip, Brotli, Identity]);
    }
}
