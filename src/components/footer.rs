//! The foot of every page: the ways to everything, in four groups, and the filings.

use leptos::prelude::*;

use super::LinkTo;
use crate::library::{href, use_library, use_words};
use markup::{Markup, markup};
use model::StatementId;
use model::document::Filing;
use model::routes::Route;

/// The foot of every page.
pub fn footer() -> Markup {
    let site = use_library().site.get_untracked();
    let words = &use_words().shell;
    let to = |route: Route, name: &'static str| LinkTo::new(href(route), name);
    let statement = |id: StatementId, name| to(Route::Statement(id), name);
    let below = |route: Route, place: &str, name| LinkTo::new(href(route) + place, name);
    let alliance = [
        Some(to(Route::About, words.about_alliance)),
        Some(statement(StatementId::Join, words.join)),
        // What has nothing in it is not advertised.
        site.has_events.then(|| to(Route::Events(1), words.events)),
    ];
    let industry = [
        Some(to(Route::News(Default::default()), words.news)),
        Some(to(Route::Members(Default::default()), words.members)),
        Some(to(Route::Chain(None), words.chain)),
        Some(to(Route::Figures, words.figures)),
        site.has_offers.then(|| to(Route::Offers, words.offers)),
    ];
    let material = [
        to(Route::Papers, words.papers),
        below(Route::Figures, "#data", words.downloads),
        below(Route::About, "#sources", words.sources),
        statement(StatementId::Corrections, words.corrections),
    ];
    let own = [
        statement(StatementId::Privacy, words.privacy),
        statement(StatementId::Accessibility, words.accessibility),
        statement(StatementId::Copyright, words.copyright),
    ];
    let groups = [
        group(words.of_alliance, alliance.into_iter().flatten().collect()),
        group(words.of_industry, industry.into_iter().flatten().collect()),
        group(words.of_material, material.into()),
        group(words.of_site, own.into()),
    ];
    markup! {
        <footer class="footer">
            <div class="footer__inner wrap">
                <div class="footer__top">
                    <div class="footer__who">
                        <p class="footer__name">{site.name.clone()}</p>
                        <p class="footer__note">{words.footer_note}</p>
                    </div>
                    {groups}
                </div>
                {filings(site.filings.clone())}
            </div>
        </footer>
    }
}

/// Ways that belong together.
fn group(name: &'static str, links: Vec<LinkTo>) -> Markup {
    let item = |link: LinkTo| {
        markup! {
            <li>
                <a href={link.href}>{link.text}</a>
            </li>
        }
    };
    markup! {
        <div class="footer__group">
            <h2 class="footer__heading">{name}</h2>
            <ul class="footer__items" role="list">{links.into_iter().map(item).collect::<Vec<_>>()}</ul>
        </div>
    }
}

/// The numbers under which authorities have the site on file; nothing while there
/// are none.
fn filings(filings: Vec<Filing>) -> Option<Markup> {
    let filing = |Filing { number, url }| {
        markup! {
            <p class="footer__filing">
                <a href={url}>{number}</a>
            </p>
        }
    };
    (!filings.is_empty()).then(|| {
        markup! {
            <div class="footer__filings">
                {filings.into_iter().map(filing).collect::<Vec<_>>()}
            </div>
        }
    })
}
