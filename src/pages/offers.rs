//! Offers and needs: each stands until its last day, and then goes by itself.

use crate::components::{cite, contact_list, dated_card, outside, page_heading, section_heading};
use markup::{Markup, Reactive, lazy, markup};
use model::document::{OfferItem, OfferSection, OffersPage};

/// Offers and needs, and how one answers them.
pub fn offers_page(page: OffersPage) -> Markup<Reactive> {
    let OffersPage {
        title,
        summary,
        nothing,
        sections,
        contact,
        through,
        ways,
    } = page;
    let last = sections.iter().map(last).max();
    let none = outside(last.unwrap_or_default(), u32::MAX);
    markup! {
        <div class="offers page wrap">
            {page_heading(title, None)}
            <p class="page__intro">{summary}</p>
            <p class="events__none" hidden={none}>{nothing}</p>
            {sections.into_iter().map(section).collect::<Vec<_>>()}
            {lazy(move || {
                markup! {
                    <section class="section">
                        {section_heading(contact, None, None)}
                        <p class="measure">{through}</p>
                        {(!ways.is_empty()).then(|| contact_list(ways))}
                    </section>
                }
            })}
        </div>
    }
}

/// When the last of them is over.
fn last(section: &OfferSection) -> u32 {
    let ends = section.offers.iter().map(|offer| offer.over);
    ends.max().unwrap_or_default()
}

fn section(section: OfferSection) -> Markup<Reactive> {
    let outside = outside(0, last(&section));
    let OfferSection { name, offers, .. } = section;
    markup! {
        <section class="section" hidden={outside}>
            {section_heading(name, None, None)}
            <div class="events__cards">{offers.into_iter().map(offer).collect::<Vec<_>>()}</div>
        </section>
    }
}

/// An offer or a need; shown until it is over.
fn offer(offer: OfferItem) -> Markup<Reactive> {
    let outside = outside(0, offer.over);
    let OfferItem {
        anchor,
        tags,
        title,
        tile,
        facts,
        note,
        source,
        ..
    } = offer;
    markup! {
        <article class="event-card" id={anchor} hidden={outside}>
            {lazy(move || {
                let note = note.map(|note| {
                    markup! {
                        <p class="small" lang={note.lang}>{note.text}</p>
                    }
                });
                let below = markup! { <div>{note}<p class="small">{cite(source)}</p></div> };
                dated_card(tile, tags, markup! { <span lang={title.lang}>{title.text}</span> }, facts, below)
            })}
        </article>
    }
}
