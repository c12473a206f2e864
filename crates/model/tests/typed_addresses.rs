//! What is typed, in an address.
#![allow(clippy::unwrap_used)]

use model::routes::{Address, typed, with_typed};
use proptest::prelude::*;

#[test]
fn leaves_the_address_alone_while_nothing_is_typed() {
    assert_eq!(with_typed("/members/", ""), "/members/");
    assert_eq!(with_typed("/members/", "  "), "/members/");
}

#[test]
fn writes_chinese_as_browsers_do() {
    assert_eq!(
        with_typed("/members/", "铝 a&b"),
        "/members/?q=%E9%93%9D%20a%26b"
    );
}

#[test]
fn reads_what_other_sites_make_of_an_address() {
    assert_eq!(typed("?utm=x&q=%e9%93%9d+a"), "铝 a");
    assert_eq!(typed("?q=%zz%9"), "%zz%9");
    assert_eq!(typed("?q=5%25+%"), "5% %");
    assert_eq!(typed("?query=x"), "");
    assert_eq!(typed(""), "");
}

#[test]
fn names_the_same_page_with_and_without_what_is_typed() {
    let address = with_typed("/members/stage/recycled/", "棒");
    assert_eq!(
        Address::parse(&address),
        Address::parse("/members/stage/recycled/")
    );
}

proptest! {
    #[test]
    fn reads_what_it_has_written(text in "\\PC{0,40}") {
        let address = with_typed("/members/", &text);
        let search = address.strip_prefix("/members/").unwrap();
        prop_assert_eq!(typed(search), text.trim());
    }
}
