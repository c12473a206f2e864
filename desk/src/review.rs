//! Addresses of reviews: which records somebody is asked to approve.

/// What the records of a review are named by in its address.
pub const OF: &str = "of";

/// The address of the review of some records; with none, of all that wait.
pub fn address<'a>(records: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    match named(records) {
        names if names.is_empty() => "/desk/review".to_owned(),
        names => format!("/desk/review?{OF}={names}"),
    }
}

/// Records by kind and id, as addresses and the interface name several. Neither kinds nor
/// ids have anything in them that an address would have to escape.
pub fn named<'a>(records: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let names = records.into_iter().map(|(kind, id)| format!("{kind}/{id}"));
    names.collect::<Vec<_>>().join(",")
}

/// The records that an address names.
pub fn parse(names: &str) -> Vec<(String, String)> {
    let pairs = names.split(',').filter_map(|name| name.split_once('/'));
    pairs
        .filter(|(kind, id)| !kind.is_empty() && !id.is_empty())
        .map(|(kind, id)| (kind.to_owned(), id.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_records_there_and_back() {
        let records = [("article", "2025-11-20-gate"), ("asset", "media/gate.png")];
        let address = address(records);
        assert_eq!(
            address,
            "/desk/review?of=article/2025-11-20-gate,asset/media/gate.png"
        );
        let (_, names) = address.split_once('=').expect("it has a query");
        let parsed = parse(names);
        let parsed = parsed.iter().map(|(kind, id)| (&**kind, &**id));
        assert_eq!(parsed.collect::<Vec<_>>(), records);
    }

    #[test]
    fn without_records_all_that_wait_are_meant() {
        assert_eq!(address([]), "/desk/review");
        assert!(parse("").is_empty() && parse("article,/x").is_empty());
    }
}
