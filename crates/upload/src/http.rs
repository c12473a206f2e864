//! Asks a bucket by the client that everything here asks with: no second one, with
//! certificates and TLS of its own, comes into the program.

use std::io;
use std::sync::Arc;

use async_trait::async_trait;
use http_body_util::BodyExt;
use object_store::ClientOptions;
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse,
    HttpResponseBody, HttpService,
};
use ureq::Agent;
use ureq::http::{Request, Response};

/// Makes clients.
#[derive(Clone, Debug)]
pub struct Connector(pub Arc<Agent>);

impl HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.clone()))
    }
}

/// The largest answer: a thousand names, or the record of a large site.
const LARGEST: u64 = 256 << 20;

#[async_trait]
impl HttpService for Connector {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (parts, body) = request.into_parts();
        let body = body.collect().await?.to_bytes();
        let agent = Arc::clone(&self.0);
        let ask = move || -> Result<Response<Vec<u8>>, ureq::Error> {
            let response = match body.is_empty() {
                true => agent.run(Request::from_parts(parts, ()))?,
                false => agent.run(Request::from_parts(parts, &body[..]))?,
            };
            let (parts, mut body) = response.into_parts();
            let body = body.with_config().limit(LARGEST).read_to_vec()?;
            Ok(Response::from_parts(parts, body))
        };
        match tokio::task::spawn_blocking(ask).await {
            Ok(Ok(response)) => Ok(response.map(HttpResponseBody::from)),
            Ok(Err(error)) => Err(HttpError::new(kind(&error), error)),
            Err(error) => Err(HttpError::new(HttpErrorKind::Unknown, error)),
        }
    }
}

/// Whether it is worth another try.
fn kind(error: &ureq::Error) -> HttpErrorKind {
    match error {
        ureq::Error::Timeout(_) => HttpErrorKind::Timeout,
        ureq::Error::ConnectionFailed => HttpErrorKind::Connect,
        ureq::Error::Io(error) => match error.kind() {
            io::ErrorKind::ConnectionRefused => HttpErrorKind::Connect,
            io::ErrorKind::TimedOut => HttpErrorKind::Timeout,
            _ => HttpErrorKind::Interrupted,
        },
        _ => HttpErrorKind::Unknown,
    }
}
