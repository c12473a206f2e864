//! Which version of the tus protocol is spoken.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;

use crate::asset::LARGEST_PICTURE;
use crate::problem::Problem;
use crate::routes::answer::done;
use crate::shared::Shared;

const SPOKEN: &str = "1.0.0";
const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const VERSION: HeaderName = HeaderName::from_static("tus-version");
const EXTENSION: HeaderName = HeaderName::from_static("tus-extension");
const MAX_SIZE: HeaderName = HeaderName::from_static("tus-max-size");

/// A route that speaks the protocol: it takes no other version, and says so whatever it
/// answers.
pub fn speaking(route: MethodRouter<Arc<Shared>>) -> MethodRouter<Arc<Shared>> {
    route.layer(middleware::from_fn(in_this_version))
}

async fn in_this_version(request: Request, next: Next) -> Response {
    let asked = request.headers().get(RESUMABLE);
    let is_spoken = asked.is_some_and(|asked| asked == SPOKEN);
    let mut response = match is_spoken || request.method() == Method::OPTIONS {
        true => next.run(request).await,
        false => other_version(),
    };
    let value = HeaderValue::from_static(SPOKEN);
    response.headers_mut().insert(RESUMABLE, value);
    response
}

fn other_version() -> Response {
    let problem = Problem::new(
        StatusCode::PRECONDITION_FAILED,
        "version",
        format!("Tus-Resumable is {SPOKEN}"),
    );
    let mut response = problem.into_response();
    let value = HeaderValue::from_static(SPOKEN);
    response.headers_mut().insert(VERSION, value);
    response
}

/// Says what is spoken here.
pub async fn spoken() -> Response {
    let mut response = done();
    let headers = response.headers_mut();
    headers.insert(VERSION, HeaderValue::from_static(SPOKEN));
    let extensions = HeaderValue::from_static("creation,termination,expiration");
    headers.insert(EXTENSION, extensions);
    headers.insert(MAX_SIZE, LARGEST_PICTURE.into());
    response
}
