//! What a reader searches for, as the address of the page spells it.

use model::document::EntryKind;
use model::routes::with_typed;
#[cfg(any(target_arch = "wasm32", test))]
use model::routes::{parameter, typed};

/// A search: `?q=…&kind=…&year=…`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchQuery {
    /// The text, as typed.
    pub text: String,
    /// Only this kind, counted from 1; 0: all.
    pub kind: usize,
    /// Only this year; 0: all.
    pub year: u32,
}

impl SearchQuery {
    /// From the query of an address. An unknown filter is no filter.
    #[cfg(any(target_arch = "wasm32", test))]
    pub fn parse(query: &str) -> Self {
        let kind = parameter(query, "kind");
        let mut year = 0_u32;
        // Digits by hand: the standard library's parser costs bytes.
        let digits = parameter(query, "year").into_bytes().into_iter();
        for digit in digits.take_while(u8::is_ascii_digit) {
            year = (year.wrapping_mul(10)).wrapping_add(u32::from(digit - b'0'));
        }
        // Up to what followed the address in a text: `kind=news。`.
        let word = kind
            .split(|sign: char| !sign.is_ascii_alphanumeric())
            .next();
        let place = (EntryKind::ALL.iter()).position(|known| Some(known.as_str()) == word);
        Self {
            text: typed(query),
            kind: place.map_or(0, |place| place + 1),
            year,
        }
    }

    /// The address of the search on the page at `path`.
    pub fn address(&self, path: &str) -> String {
        let mut address = with_typed(path, &self.text);
        // Without a text there is nothing to filter.
        if self.text.trim().is_empty() {
            return address;
        }
        if self.kind > 0 {
            address.push_str("&kind=");
            address.push_str(EntryKind::ALL[self.kind - 1].as_str());
        }
        if self.year > 0 {
            address.push_str("&year=");
            address.push_str(&self.year.to_string());
        }
        address
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stands_in_the_address_and_comes_back_from_it() {
        let query = SearchQuery {
            text: "再生铝 & 5%".to_owned(),
            kind: 1,
            year: 2025,
        };
        let address = query.address("/search/");
        assert!(address.ends_with("&kind=news&year=2025"), "{address}");
        let (path, search) = address.split_once('?').unwrap_or_default();
        assert_eq!((path, SearchQuery::parse(search)), ("/search/", query));
    }

    #[test]
    fn has_no_filter_without_a_text_and_none_that_is_unknown() {
        let query = SearchQuery {
            text: " ".to_owned(),
            kind: 2,
            year: 2025,
        };
        assert_eq!(query.address("/search/"), "/search/");
        let query = SearchQuery::parse("q=a&kind=nonsense");
        assert_eq!((query.kind, query.year), (0, 0));
        let query = SearchQuery::parse("q=a&kind=news。&year=2025，见图");
        assert_eq!((query.kind, query.year), (1, 2025));
        assert_eq!(SearchQuery::parse("q=a&year=，").year, 0);
    }
}
