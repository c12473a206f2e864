//! All of a file or a part.
//!
//! By hand, because the crates for it differ from RFC 9110, as of November 2026:
//! `headers` 0.4 gives nothing for a suffix that is longer than the file,
//! `http-range-header` 0.4 reads `BYTES=` and numbers beyond 64 bits as no range.

/// What a `range` header asks of a file.
#[derive(Debug, PartialEq, Eq)]
pub enum Part {
    /// Everything: no range, one that cannot be read, or several at once,
    /// which a server may answer in whole.
    Whole,
    /// From the first to the last byte, both counted from 0 and included.
    Bytes(u64, u64),
    /// Nothing that the file has.
    Beyond,
}

/// Reads a `range` header for a file of `length` bytes.
pub fn parse(range: &str, length: u64) -> Part {
    let Some((first, last)) = bounds(range) else {
        return Part::Whole;
    };
    let end = length.saturating_sub(1);
    match (number(first), number(last)) {
        (Some(first), Some(last)) if last < first => Part::Whole,
        (Some(first), _) if first >= length => Part::Beyond,
        (Some(first), Some(last)) => Part::Bytes(first, last.min(end)),
        (Some(first), None) if last.is_empty() => Part::Bytes(first, end),
        // The last so many bytes.
        (None, Some(count)) if first.is_empty() => match length.checked_sub(count) {
            _ if count == 0 || length == 0 => Part::Beyond,
            Some(first) => Part::Bytes(first, end),
            None => Part::Bytes(0, end),
        },
        _ => Part::Whole,
    }
}

fn bounds(range: &str) -> Option<(&str, &str)> {
    let (unit, range) = range.split_once('=')?;
    let (first, last) = range.split_once('-')?;
    unit.trim()
        .eq_ignore_ascii_case("bytes")
        .then_some((first.trim(), last.trim()))
}

/// Digits; more than fit count as the most that fit.
fn number(digits: &str) -> Option<u64> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_part() {
        for (range, part) in [
            ("bytes=0-3", Part::Bytes(0, 3)),
            ("BYTES = 2 - 3", Part::Bytes(2, 3)),
            ("bytes=4-", Part::Bytes(4, 9)),
            ("bytes=4-99999999999999999999999", Part::Bytes(4, 9)),
            ("bytes=-3", Part::Bytes(7, 9)),
            ("bytes=-30", Part::Bytes(0, 9)),
            ("bytes=9-9", Part::Bytes(9, 9)),
            ("bytes=10-", Part::Beyond),
            ("bytes=99999999999999999999999-", Part::Beyond),
            ("bytes=-0", Part::Beyond),
            ("bytes=3-1", Part::Whole),
            ("bytes=0-1,3-4", Part::Whole),
            ("bytes=-", Part::Whole),
            ("bytes=+1-2", Part::Whole),
            ("bytes=1-x", Part::Whole),
            ("bytes", Part::Whole),
            ("lines=0-3", Part::Whole),
        ] {
            assert_eq!(parse(range, 10), part, "{range}");
        }
    }

    #[test]
    fn finds_nothing_in_an_empty_file() {
        for range in ["bytes=0-", "bytes=0-0", "bytes=-1"] {
            assert_eq!(parse(range, 0), Part::Beyond, "{range}");
        }
    }
}
