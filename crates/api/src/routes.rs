//! Every route, one row each.

mod answer;
mod assets;
mod audit;
mod check;
mod docs;
mod events;
mod find;
mod forms;
mod history;
mod look;
mod new_id;
mod people;
mod pictures;
mod presence;
mod previews;
mod publishes;
mod records;
mod review;
mod session;
mod sheets;
mod titles;
mod tokens;
mod uploads;

use std::sync::Arc;

use axum::Router;
use axum::http::{Method, StatusCode};
use axum::middleware;
use axum::routing::{any, delete, get, head, options, patch, post, put};

use crate::BASE;
use crate::caller::Needs;
use crate::caller::Right::{Administer, Publish, Read, Write};
use crate::compression;
use crate::guard::{Guard, guard};
use crate::problem::Problem;
use crate::row::{Row, of, row};
use crate::sessions;
use crate::shared::Shared;
use crate::wire;

const READ: Needs = Needs::Right(Read);
const WRITE: Needs = Needs::Right(Write);
const PUBLISH: Needs = Needs::Right(Publish);
const PERSON: Needs = Needs::Person(Read);
const ADMINISTER: Needs = Needs::Person(Administer);

const PAGED: &[(&str, &str)] = &[
    ("before", "only what came before this number"),
    ("most", "no more than so many, 1000 at most"),
];

/// Every route.
#[rustfmt::skip]
static ROWS: &[Row] = &[
    row("GET", "/", Needs::Nothing, "This page.", || get(docs::page)),
    row("GET", "/style.css", Needs::Nothing, "This page's style.", || get(docs::style)),
    row("GET", "/openapi.json", Needs::Nothing, "This interface for programs, as OpenAPI 3.1.", || get(docs::description)),
    row("POST", "/session", Needs::Nothing, "Signs in by password, and by a one-time code where one is asked for.", || post(session::sign_in))
        .takes(of::<wire::SignInWith>).gives(of::<wire::Me>),
    row("GET", "/sign-in", Needs::Nothing, "Signs in by the one-time address that the program shows at its start.", || get(session::by_address))
        .query(&[("key", "the word of the address"), ("to", "desk: go on to the desk")]),
    row("GET", "/session", READ, "Who is signed in.", || get(session::me)).gives(of::<wire::Me>),
    row("DELETE", "/session", PERSON, "Signs out.", || delete(session::sign_out)),
    row("PUT", "/session/password", PERSON, "Sets one's own password; all one's other sessions end.", || put(session::set_password))
        .takes(of::<wire::OwnPassword>),
    row("POST", "/session/codes", PERSON, "Makes a secret for one-time codes; nothing is asked for yet.", || post(session::new_codes))
        .gives(of::<wire::CodesFrom>),
    row("PUT", "/session/codes", PERSON, "Has one-time codes asked for from now on.", || put(session::confirm_codes))
        .takes(of::<wire::CodesConfirmed>),
    row("GET", "/records", READ, "Where all records stand.", || get(records::list))
        .gives(of::<wire::RecordStates>).query(&[("kind", "only of this kind"), ("unpublished", "true: only those that readers see otherwise")]),
    row("GET", "/records/{kind}/{*id}", READ, "A record as it was last saved, or at a revision. Its ETag is its revision.", || get(records::read))
        .query(&[("revision", "this revision of it")]),
    row("PUT", "/records/{kind}/{*id}", WRITE, "Saves a record as a draft, with whatever faults it has. If-Match names the revision it was made from; If-None-Match: * says that it is new. A conflict answers with both and their common ancestor.", || put(records::save))
        .gives(of::<wire::Saved>).query(&[("why", "why, for the history")]),
    row("DELETE", "/records/{kind}/{*id}", WRITE, "Removes a record, as a draft: readers see it until that is published.", || delete(records::remove))
        .gives(of::<wire::Saved>).query(&[("why", "why, for the history")]),
    row("GET", "/assets/{*path}", READ, "A picture or paper as it was last uploaded.", || get(assets::read))
        .query(&[("revision", "this revision of it")]),
    row("PUT", "/assets/{*path}", WRITE, "Uploads a picture or paper, as it is; it is checked as publishing does. If-Match and If-None-Match as for records.", || put(assets::save))
        .gives(of::<wire::Saved>).query(&[("why", "why, for the history")]),
    row("DELETE", "/assets/{*path}", WRITE, "Removes a picture or paper, as a draft.", || delete(assets::remove))
        .gives(of::<wire::Saved>).query(&[("why", "why, for the history")]),
    row("OPTIONS", "/uploads", WRITE, "What of the tus protocol 1.0 (tus.io) is spoken here, and the largest file.", || uploads::speaking(options(uploads::spoken))),
    row("POST", "/uploads", WRITE, "Begins an upload that goes on where it broke off, by the tus protocol 1.0. Location says where its bytes go, Upload-Expires until when.", || uploads::speaking(post(uploads::begin)))
        .headers(uploads::BEGIN),
    row("HEAD", "/uploads/{upload}", WRITE, "How much of an upload has come, as Upload-Offset. Once it is saved, its ETag is the file's revision.", || uploads::speaking(head(uploads::offset)))
        .headers(uploads::VERSION),
    row("PATCH", "/uploads/{upload}", WRITE, "The next bytes of an upload. After the last one the file is checked as publishing does, and saved as a draft; if the answer is lost, the same again without bytes says what came of it.", || uploads::speaking(patch(uploads::append)))
        .takes_bytes(uploads::BYTES).headers(uploads::APPEND),
    row("DELETE", "/uploads/{upload}", WRITE, "Ends an upload, and forgets what has come of it.", || uploads::speaking(delete(uploads::end)))
        .headers(uploads::VERSION),
    row("GET", "/history", READ, "All revisions, the newest first.", || get(history::all))
        .gives(of::<wire::History>).query(PAGED),
    row("GET", "/history/{kind}/{*id}", READ, "The revisions of a record, the newest first.", || get(history::one))
        .gives(of::<wire::History>).query(PAGED),
    row("POST", "/restore", WRITE, "Brings a whole state back, as drafts.", || post(history::restore_state))
        .takes(of::<wire::RestoreState>).gives(of::<wire::Saved>),
    row("POST", "/restore/{kind}/{*id}", WRITE, "Brings a revision of a record back, as a draft.", || post(history::restore))
        .takes(of::<wire::RestoreRecord>).gives(of::<wire::Saved>),
    row("GET", "/check", READ, "What is wrong with a state, in the words of `site check`.", || get(check::check))
        .gives(of::<wire::CheckResult>).query(&[("state", "drafts (if absent), ready, live, at:NUMBER or publish:NUMBER"), ("kind", "with id: what readers would see with this record as it was last saved"), ("id", "see kind"), ("with", "the same with several records: KIND/ID, with commas between them")]),
    row("POST", "/check/{kind}/{*id}", READ, "What would be wrong if this record were saved as it is sent. Nothing is saved.", || post(check::check_record))
        .gives(of::<wire::CheckResult>),
    row("GET", "/forms", READ, "Every kind of record with its fields in words: what a form needs.", || get(forms::forms)),
    row("GET", "/titles", READ, "What every record is called, and where it stands.", || get(titles::titles))
        .gives(of::<wire::Titles>),
    row("GET", "/find", READ, "The fields in which something stands that was seen on the site.", || get(find::find))
        .gives(of::<wire::Hits>).query(&[("q", "words, a number, a date, or an address of the site")]),
    row("POST", "/look/{kind}/{*id}", READ, "The page of a record as it is sent, as readers would see it. Nothing is saved.", || post(look::look))
        .gives(of::<wire::LookedAt>).query(&[("lang", "zh-Hans (if absent), zh-Hant or en")]),
    row("GET", "/look/media/{*path}", READ, "A picture of the page that was looked at last.", || get(look::picture)),
    row("GET", "/new-id", READ, "An id for a new record, from what it is called.", || get(new_id::propose))
        .gives(of::<wire::NewId>).query(&[("kind", "its kind"), ("name", "what it is called in Chinese"), ("en", "in English, if it has that"), ("date", "its day, of what has one")]),
    row("POST", "/presence", READ, "Says that somebody has a record open, and who else has.", || post(presence::here))
        .takes(of::<wire::Here>).gives(of::<wire::Others>),
    row("GET", "/pictures", READ, "Every picture as it was last saved: where it is used, what is missing, how large it is as it was sent and as readers get it.", || get(pictures::list))
        .gives(of::<wire::Pictures>),
    row("GET", "/sheets/{kind}", READ, "All records of a kind (company or indicator) as they were last saved, as an .xlsx file.", || get(sheets::take_out))
        .query(&[("lang", "zh-Hans or en; absent: as Accept-Language says")]),
    row("POST", "/sheets/{kind}", READ, "What such a file would change, cell by cell, and which cells have faults. Nothing is saved. Its ETag is of just these changes.", || post(sheets::look))
        .gives(of::<wire::SheetPlan>),
    row("PUT", "/sheets/{kind}", WRITE, "Saves what such a file changes as drafts: only what is different, and nothing of a record with a faulty cell. If-Match names the changes that were seen; if others would be made by now, nothing is saved.", || put(sheets::bring_in))
        .gives(of::<wire::Saved>).query(&[("why", "why, for the history")]),
    row("GET", "/diff", READ, "What readers would see changed from one state to another.", || get(check::diff))
        .gives(of::<wire::Difference>).query(&[("from", "live if absent"), ("to", "drafts if absent"), ("with", "in place of to: what readers would see with these records as they were last saved: KIND/ID, with commas between them")]),
    row("POST", "/propose", WRITE, "Puts records before a publisher, if what readers would see with them is sound.", || post(review::propose))
        .takes(of::<wire::Records>).gives(of::<wire::RecordStates>),
    row("POST", "/approve", PUBLISH, "Lets records go out with the next publish. Any change of them voids that.", || post(review::approve))
        .takes(of::<wire::Records>).gives(of::<wire::RecordStates>),
    row("POST", "/send-back", PUBLISH, "Gives records back with a note.", || post(review::send_back))
        .takes(of::<wire::SentBack>).gives(of::<wire::RecordStates>),
    row("POST", "/publish", PUBLISH, "Makes readers see what is approved, now or at a time.", || post(publishes::publish))
        .takes(of::<wire::PublishWith>).gives(of::<wire::PublishDone>),
    row("POST", "/rollback", PUBLISH, "Makes readers see what they saw after an earlier publish; drafts stay as they are.", || post(publishes::roll_back))
        .takes(of::<wire::RollbackWith>).gives(of::<wire::PublishDone>),
    row("GET", "/publishes", READ, "What readers saw, and what is to come.", || get(publishes::list))
        .gives(of::<wire::Publishes>).query(PAGED),
    row("DELETE", "/scheduled/{number}", PUBLISH, "Calls off a publish that is to come.", || delete(publishes::call_off)),
    row("POST", "/previews", WRITE, "Makes an address at which a state that is not published can be looked at, until it ends.", || post(previews::make))
        .takes(of::<wire::PreviewOf>).gives(of::<wire::PreviewAt>),
    row("GET", "/previews/{word}", Needs::Nothing, "Begins to look: the site is that state, for this browser.", || get(previews::begin)),
    row("GET", "/preview/end", Needs::Nothing, "Ends looking: the site is the site.", || get(previews::end)),
    row("GET", "/events", READ, "What others do, and how far a publish has come, as it happens (text/event-stream). Last-Event-ID goes on from there.", || get(events::events)),
    row("GET", "/people", ADMINISTER, "Everybody with an account.", || get(people::list)).gives(of::<wire::People>),
    row("POST", "/people", ADMINISTER, "Makes an account.", || post(people::add))
        .takes(of::<wire::NewPerson>).gives(of::<wire::PersonState>),
    row("PUT", "/people/{name}", ADMINISTER, "Changes a role or a password, or takes one-time codes off; all sessions of the account end.", || put(people::change))
        .takes(of::<wire::PersonChange>).gives(of::<wire::PersonState>),
    row("DELETE", "/people/{name}", ADMINISTER, "Takes an account away. What they did stays.", || delete(people::remove)),
    row("GET", "/tokens", ADMINISTER, "Tokens for machines.", || get(tokens::list)).gives(of::<wire::Tokens>),
    row("POST", "/tokens", ADMINISTER, "Makes a token, and shows its word this once.", || post(tokens::add))
        .takes(of::<wire::NewToken>).gives(of::<wire::TokenWord>),
    row("DELETE", "/tokens/{name}", ADMINISTER, "Takes a token back.", || delete(tokens::remove)),
    row("GET", "/audit", ADMINISTER, "The audit log, the oldest entry first.", || get(audit::list))
        .gives(of::<wire::Audit>).query(&[("after", "only what came after this number"), ("most", "no more than so many, 1000 at most")]),
];

/// Every route.
pub fn rows() -> &'static [Row] {
    ROWS
}

/// Who may use a route.
fn needs_of(method: &Method, path: &str) -> Result<Needs, Problem> {
    let mut of_path = rows().iter().filter(|row| row.path == path).peekable();
    if of_path.peek().is_none() {
        return Err(Problem::not_found("there is nothing at this address"));
    }
    // What can be read can be asked for its head.
    let is_it = |row: &&Row| match row.method {
        "GET" => matches!(*method, Method::GET | Method::HEAD),
        other => method.as_str() == other,
    };
    let row = of_path.find(is_it);
    row.map(|row| row.needs).ok_or_else(|| {
        Problem::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method",
            "this address does not take that method",
        )
    })
}

/// What answers at the base and below.
pub fn router(shared: &Arc<Shared>) -> Router {
    let router = ROWS.iter().fold(Router::new(), |router, row| {
        router.route(&format!("{BASE}{}", row.path), (row.handler)())
    });
    let nothing = || async { Problem::not_found("there is nothing at this address") };
    let at_the_door = Guard {
        shared: Arc::clone(shared),
        needs_of,
    };
    router
        .route(BASE, any(nothing))
        .route(&format!("{BASE}/{{*nothing}}"), any(nothing))
        .route_layer(middleware::from_fn_with_state(at_the_door, guard))
        .layer(sessions::layer(shared.office.store(), shared.https))
        .layer(compression::layer())
        .with_state(Arc::clone(shared))
}
