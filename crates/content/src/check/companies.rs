//! Companies and projects.

use rust_decimal::Decimal;

use super::address;
use super::chain::within;
use super::cursor::At;
use crate::fault::{Fault, Kind};
use model::MembershipStatus;

/// Checks `companies.json`.
pub fn check(root: &At, faults: &mut Vec<Fault>) {
    for company in root.list("companies") {
        company.needs_an_entry("stages", faults);
        company.needs_an_entry("sources", faults);
        for capacity in company.list("capacities") {
            not_negative(capacity.get("value"), faults);
        }
        for contact in company.list("contacts") {
            check_contact(&contact, faults);
        }
        if let Some(membership) = company.get("membership") {
            check_membership(&membership, faults);
        }
    }
}

/// Checks `projects.json`.
pub fn check_projects(root: &At, faults: &mut Vec<Fault>) {
    for project in root.list("projects") {
        project.needs_an_entry("stages", faults);
        not_negative(
            project
                .get("investment")
                .and_then(|amount| amount.get("value")),
            faults,
        );
    }
}

/// Nothing makes a company a member but evidence.
fn check_membership(membership: &At, faults: &mut Vec<Fault>) {
    match membership.field("status") {
        Some(MembershipStatus::Confirmed) if membership.get("source").is_none() => {
            faults.push(membership.fault(Kind::ConfirmedWithoutSource));
        }
        Some(MembershipStatus::Unconfirmed) => {
            if let Some(role) = membership.get("role") {
                faults.push(role.fault(Kind::RoleUnconfirmed));
            }
        }
        _ => {}
    }
}

/// An entry says at least one way to reach the company, and a site is an address.
fn check_contact(contact: &At, faults: &mut Vec<Fault>) {
    if ["website", "address", "phone"]
        .iter()
        .all(|key| contact.get(key).is_none())
    {
        faults.push(contact.fault(Kind::EmptyContact));
    }
    if let Some(at) = contact.get("website")
        && let Some(Err(kind)) = at.text().map(address::of_source)
    {
        faults.push(at.fault(*kind));
    }
}

fn not_negative(at: Option<At>, faults: &mut Vec<Fault>) {
    if let Some(at) = at {
        within(&at, Decimal::ZERO, None, faults);
    }
}
