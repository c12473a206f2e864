//! Ways to reach the alliance or a company, each with what it is.

use content::bundle::{CompanyContact, Contact, Text};
use model::document::{CompanyContactText, ContactLine};

use super::context::Context;

/// The ways to reach the alliance.
pub fn of_alliance(cx: &Context, contact: &Contact) -> Vec<ContactLine> {
    let email = contact.email.as_ref().map(|email| ContactLine {
        label: cx.words().email.to_owned(),
        value: email.clone(),
        lang: None,
        url: Some(format!("mailto:{email}")),
    });
    let address = contact.address.as_ref().map(|text| address(cx, text));
    let phone = contact.phone.as_ref().map(|number| phone(cx, number));
    [address, phone, email].into_iter().flatten().collect()
}

/// The ways to reach a company that it has published in one place.
pub fn of_company(cx: &Context, contact: &CompanyContact) -> CompanyContactText {
    let website = contact.website.as_ref().map(|url| ContactLine {
        label: cx.words().website.to_owned(),
        value: bare(url).to_owned(),
        lang: None,
        url: Some(url.clone()),
    });
    let address = contact.address.as_ref().map(|text| address(cx, text));
    let phone = contact.phone.as_ref().map(|number| phone(cx, number));
    CompanyContactText {
        lines: [website, address, phone].into_iter().flatten().collect(),
        as_of: cx.when(contact.as_of),
        source: cx.cite(&contact.source),
    }
}

fn address(cx: &Context, text: &Text) -> ContactLine {
    let address = cx.phrase(text);
    ContactLine {
        label: cx.words().address.to_owned(),
        value: address.text,
        lang: address.lang,
        url: None,
    }
}

fn phone(cx: &Context, number: &str) -> ContactLine {
    let digits: String = (number.chars())
        .filter(|sign| sign.is_ascii_digit() || *sign == '+')
        .collect();
    ContactLine {
        label: cx.words().phone.to_owned(),
        value: number.to_owned(),
        lang: None,
        url: Some(format!("tel:{digits}")),
    }
}

/// An address as people say it: `www.example.com`.
fn bare(url: &str) -> &str {
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    rest.trim_end_matches('/')
}
