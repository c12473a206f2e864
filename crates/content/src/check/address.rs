//! Which addresses may be linked to.

use url::{Host, ParseError, Url};

use crate::fault::{Flaw, Kind};

const SOURCE: &[&str] = &["https", "http"];
const TEXT: &[&str] = &["https", "http", "mailto", "tel"];

/// Judges the address of a source: a page on the web.
pub(super) fn of_source(address: &str) -> Result<(), Box<Kind>> {
    judge(address, SOURCE)
}

/// Judges an address in an article: on the web, a mail address, a telephone
/// number, a path of this site, or a place on the page.
///
/// # Errors
/// What is wrong with it.
pub fn in_text(address: &str) -> Result<(), Box<Kind>> {
    // A browser takes control characters out before it looks at the scheme.
    let seen: String = address.chars().filter(|char| !char.is_control()).collect();
    let seen = seen.trim();
    if seen.starts_with('#') {
        return Ok(());
    }
    if seen.starts_with('/') {
        if seen.starts_with("//") || seen.contains('\\') {
            return Err(bad(address, Flaw::Ambiguous));
        }
        return Ok(());
    }
    judge(seen, TEXT)
}

fn judge(address: &str, accepted: &'static [&'static str]) -> Result<(), Box<Kind>> {
    let url = Url::parse(address).map_err(|error| bad(address, flaw(error)))?;
    let scheme = url.scheme();
    if !accepted.contains(&scheme) {
        return Err(Box::new(Kind::Scheme {
            address: shown(address),
            scheme: scheme.to_owned(),
            accepted,
        }));
    }
    if address
        .chars()
        .any(|char| char.is_whitespace() || char.is_control())
    {
        return Err(bad(address, Flaw::Space));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Box::new(Kind::Credentials));
    }
    match url.host() {
        Some(Host::Domain(domain)) if !domain.trim_matches('.').contains('.') => {
            Err(bad(address, Flaw::Host))
        }
        Some(Host::Ipv4(_) | Host::Ipv6(_)) => Err(bad(address, Flaw::Host)),
        None if SOURCE.contains(&scheme) => Err(bad(address, Flaw::Host)),
        _ => Ok(()),
    }
}

const fn flaw(error: ParseError) -> Flaw {
    match error {
        ParseError::RelativeUrlWithoutBase => Flaw::NoScheme,
        ParseError::EmptyHost
        | ParseError::IdnaError
        | ParseError::InvalidDomainCharacter
        | ParseError::InvalidIpv4Address
        | ParseError::InvalidIpv6Address => Flaw::Host,
        _ => Flaw::Form,
    }
}

fn bad(address: &str, flaw: Flaw) -> Box<Kind> {
    let address = shown(address);
    Box::new(Kind::BadAddress { address, flaw })
}

/// Short enough for a message, without what a terminal would obey.
fn shown(address: &str) -> String {
    let mut text: String = address
        .chars()
        .map(|char| if char.is_control() { '\u{fffd}' } else { char })
        .take(60)
        .collect();
    if address.chars().count() > 60 {
        text.push('…');
    }
    text
}
