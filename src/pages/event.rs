//! An event: when, where, by whom, what happens, what came of it.

use crate::components::{
    LinkTo, Place, attachments, breadcrumbs, calendar_link, changes, cite, contact_list, date_tile,
    event_tags, headline_list, outside, page_heading, picture, pictures, section_heading, share,
};
use crate::library::{href, use_words};
use markup::{Markup, Reactive, lazy, markup};
use model::document;
use model::routes::Route;

/// An event.
pub fn event_page(page: document::EventPage) -> Markup<Reactive> {
    let words = &use_words().events;
    let document::EventPage {
        event,
        past,
        cancelled,
        agenda,
        changes: changed,
        cover,
        gallery,
        papers,
        article,
        organiser: _,
        end: _,
        source,
    } = page;
    let trail = vec![LinkTo::new(href(Route::Events(1)), words.title)];
    let over = match past {
        true => 0,
        false => event.over,
    };
    let waits = !past && !cancelled && article.is_empty() && gallery.is_empty();
    let any = waits || !article.is_empty() || !gallery.is_empty();
    let calendar = calendar_link(&event);
    let share = share(None, &event.title.text);
    markup! {
        <div class="event page wrap">
            {breadcrumbs(trail)}
            <div class="event__head">
                {date_tile(event.tile, past)}
                <div>
                    {event_tags(event.tags)}
                    <p class="event__over small" hidden={outside(over, u32::MAX)}>{words.over}</p>
                    {page_heading(event.title.text, event.title.lang)}
                </div>
            </div>
            <div class="event__columns">
                <div class="event__facts">
                    {contact_list(event.facts)}
                    <p>{cite(source)}</p>
                    <p class="event-card__ways" hidden={outside(0, over)}>{calendar}</p>
                    {(!past).then(|| markup! { <p class="small">{words.changes_note}</p> })}
                    {share}
                </div>
                {lazy(move || {
                    let summary = event.summary;
                    let after = any.then(|| {
                        markup! {
                            <section class="section">
                                {section_heading(words.after.into(), Some("after"), None)}
                                {waits.then(|| markup! { <p class="event__waits">{words.after_note}</p> })}
                                {(!article.is_empty()).then(|| headline_list(article, 3, false))}
                                {(!gallery.is_empty()).then(|| pictures(gallery))}
                            </section>
                        }
                    });
                    let agenda = (!agenda.is_empty()).then(|| {
                        markup! {
                            <section class="section">
                                {section_heading(words.agenda.into(), Some("programme"), None)}
                                {contact_list(agenda)}
                            </section>
                        }
                    });
                    markup! {
                        <div>
                            <p class="event__summary" lang={summary.lang}>{summary.text}</p>
                            {cover.map(|cover| picture(cover, Place::Cover))}
                            {agenda}
                            {changes(changed)}
                            {after}
                            {attachments(papers)}
                        </div>
                    }
                })}
            </div>
        </div>
    }
}
