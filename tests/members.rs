//! Finding a company by typing, and what is typed in an address.
#![allow(clippy::unwrap_used)]

use alliance::components::matches;
use alliance::content::{LinkId, MembershipStatus};
use alliance::library::document::{CompanyRow, Phrase};
use alliance::routes::{Address, typed, with_typed};
use proptest::prelude::*;

fn linfeng() -> CompanyRow {
    CompanyRow {
        id: "linfeng".to_owned(),
        name: Phrase {
            text: "广元林丰铝电有限公司".to_owned(),
            lang: None,
        },
        aliases: vec!["林丰铝电".to_owned(), "LinFeng".to_owned()],
        links: vec![LinkId::Electrolytic],
        products: vec!["铝液".to_owned(), "铝锭".to_owned()],
        district: Some("广元经开区".to_owned()),
        capacity: None,
        membership: MembershipStatus::Unconfirmed,
    }
}

#[test]
fn finds_a_company_by_part_of_its_name_an_alias_or_a_product() {
    let findable = linfeng().findable();
    for query in ["林丰", "linfeng", "LINFENG", "铝锭", "  林丰  ", ""] {
        assert!(matches(&findable, query), "{query}");
    }
}

#[test]
fn asks_for_every_word_that_is_typed() {
    let findable = linfeng().findable();
    assert!(matches(&findable, "铝锭 林丰"));
    assert!(!matches(&findable, "铝锭 中孚"));
}

#[test]
fn does_not_find_across_the_border_of_two_names() {
    assert!(!matches(&linfeng().findable(), "铝液铝锭"));
}

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
    assert_eq!(typed("?q=%zz%9"), "");
    assert_eq!(typed("?query=x"), "");
    assert_eq!(typed(""), "");
}

#[test]
fn names_the_same_page_with_and_without_what_is_typed() {
    let address = with_typed("/members/link/recycled/", "棒");
    assert_eq!(
        Address::parse(&address),
        Address::parse("/members/link/recycled/")
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
