//! An event: when, where, by whom, what happens, what came of it.

use crate::components::{
    LinkTo, Place, attachments, breadcrumbs, calendar_link, changes, cite, date_tile, event_fact,
    event_place, event_tags, event_time, headline_list, is_over, page_heading, phrase, picture,
    pictures, section_heading, share,
};
use crate::library::{href, use_words};
use markup::{Markup, Reactive, lazy, markup};
use model::document;
use model::document::{AgendaItem, Headline, Picture};
use model::routes::Route;

/// An event.
pub fn event_page(page: document::EventPage) -> Markup<Reactive> {
    let words = &use_words().events;
    let document::EventPage {
        event,
        past,
        audience,
        registration_url,
        agenda,
        changes: changed,
        cover,
        gallery,
        papers,
        article,
        end: _,
        source,
    } = page;
    let trail = vec![LinkTo::new(href(Route::Events(1)), words.title)];
    let facts = [
        Some(event_fact(words.time, event_time(&event))),
        Some(event_fact(words.place, event_place(&event, past))),
        (event.organiser.clone()).map(|text| event_fact(words.organiser, phrase(text))),
        audience.map(|text| event_fact(words.audience, phrase(text))),
        (event.registration.clone()).map(|text| event_fact(words.registration, phrase(text))),
        Some(event_fact(use_words().shell.source, cite(source))),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>();
    let over = is_over(event.over);
    let calendar = (!event.cancelled).then(|| calendar_link(&event));
    let register = registration_url.map(|url| {
        markup! {
            <a class="button" href={url} rel="external noopener">{words.register}</a>
        }
    });
    let head = event.clone();
    let (reported, shown) = (article.is_some(), !gallery.is_empty());
    let waits = !past && !event.cancelled && !reported && !shown;
    markup! {
        <div class="event page wrap">
            {breadcrumbs(trail)}
            <div class="event__head">
                {date_tile(event.tile, past)}
                <div>
                    {event_tags(&head)}
                    <p class="event__over small" hidden={move || !past && !over()}>{words.over}</p>
                    {page_heading(event.title.text, event.title.lang)}
                </div>
            </div>
            <div class="event__columns">
                <div class="event__facts">
                    <dl class="contact-list">{facts}</dl>
                    <p class="event-card__ways" hidden={move || past || over()}>
                        {calendar.flatten()} {register}
                    </p>
                    {(!past).then(|| markup! { <p class="small">{words.changes_note}</p> })}
                    {share(None, &head.title.text)}
                </div>
                <div>
                    {lazy(move || {
                        markup! {
                            <div>
                                <p class="event__summary" lang={event.summary.lang}>
                                    {event.summary.text}
                                </p>
                                {cover.map(|cover| picture(cover, Place::Cover))}
                                {(!agenda.is_empty()).then(|| programme(agenda))}
                                {changes(changed)}
                                {after(article, gallery, waits)} {attachments(papers)}
                            </div>
                        }
                    })}
                </div>
            </div>
        </div>
    }
}

/// What happens when.
fn programme(agenda: Vec<AgendaItem>) -> Markup {
    let rows = agenda.into_iter().map(|AgendaItem { time, text }| {
        markup! {
            <div>
                <dt>{time}</dt>
                <dd lang={text.lang}>{text.text}</dd>
            </div>
        }
    });
    markup! {
        <section class="section">
            {section_heading(use_words().events.agenda.into(), Some("programme"), None)}
            <dl class="event__agenda">{rows.collect::<Vec<_>>()}</dl>
        </section>
    }
}

/// What came of it, or that it will stand here.
fn after(article: Option<Headline>, gallery: Vec<Picture>, waits: bool) -> Option<Markup> {
    let words = &use_words().events;
    let any = article.is_some() || !gallery.is_empty() || waits;
    any.then(|| {
        markup! {
            <section class="section">
                {section_heading(words.after.into(), Some("after"), None)}
                {waits.then(|| markup! { <p class="event__waits">{words.after_note}</p> })}
                {article.map(|article| headline_list(vec![article], 3, false))}
                {(!gallery.is_empty()).then(|| pictures(gallery))}
            </section>
        }
    })
}
