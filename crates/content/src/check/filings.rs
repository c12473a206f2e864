//! The numbers under which authorities have the site on file: each is linked to the
//! authority, which answers for nothing that is not written as it writes it.

use super::cursor::At;
use crate::fault::{Fault, FilingKind, Kind};

/// Checks the filing numbers of `alliance.json`.
pub fn check(alliance: &At, faults: &mut Vec<Fault>) {
    for (key, filing) in [
        ("icp", FilingKind::Icp),
        ("publicSecurity", FilingKind::PublicSecurity),
    ] {
        if let Some(at) = alliance.get(key)
            && let Some(number) = at.text()
            && !is_filing(number, filing)
        {
            faults.push(at.fault(Kind::Filing(filing)));
        }
    }
}

/// Whether a number is written as the authority writes it: a province in one
/// character, the words, digits, 号; that of a site among several of the same owner
/// ends in `-1`.
fn is_filing(number: &str, filing: FilingKind) -> bool {
    let mut chars = number.chars();
    let province = chars
        .next()
        .is_some_and(|sign| ('一'..='鿿').contains(&sign));
    let rest = match filing {
        FilingKind::Icp => chars.as_str().strip_prefix("ICP备"),
        FilingKind::PublicSecurity => chars.as_str().strip_prefix("公网安备"),
    };
    let Some((digits, site)) = rest.and_then(|rest| rest.split_once('号')) else {
        return false;
    };
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let has = |digits: &str, least: usize, most: usize| {
        (least..=most).contains(&digits.len()) && is_number(digits)
    };
    province
        && match filing {
            FilingKind::Icp => {
                let site = site
                    .strip_prefix('-')
                    .map_or(site.is_empty(), |site| has(site, 1, 3));
                has(digits, 8, 10) && site
            }
            FilingKind::PublicSecurity => {
                has(digits.trim_start_matches(' '), 14, 14) && site.is_empty()
            }
        }
}

#[cfg(test)]
mod tests {
    use super::{FilingKind, is_filing};
    use rstest::rstest;

    #[rstest]
    #[case("蜀ICP备12345678号", true)]
    #[case("蜀ICP备2024012345号-1", true)]
    #[case("蜀ICP备2024012345号-12", true)]
    #[case("ICP备12345678号", false)]
    #[case("蜀icp备12345678号", false)]
    #[case("蜀ICP备1234567号", false)]
    #[case("蜀ICP备12345678", false)]
    #[case("蜀ICP备12345678号-", false)]
    #[case("蜀ICP备１２３４５６７８号", false)]
    #[case("蜀ICP备12345678号-1 ", false)]
    fn knows_how_an_icp_number_is_written(#[case] number: &str, #[case] holds: bool) {
        assert_eq!(is_filing(number, FilingKind::Icp), holds);
    }

    #[rstest]
    #[case("川公网安备51080202000001号", true)]
    #[case("川公网安备 51080202000001号", true)]
    #[case("川公网安备51080202000001", false)]
    #[case("川公网安备5108020200001号", false)]
    #[case("公网安备51080202000001号", false)]
    fn knows_how_a_number_of_the_police_is_written(#[case] number: &str, #[case] holds: bool) {
        assert_eq!(is_filing(number, FilingKind::PublicSecurity), holds);
    }
}
