//! A client of the tus protocol.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::{Method, StatusCode};

use super::{Answer, Client};

const VERSION: (&str, &str) = ("tus-resumable", "1.0.0");

/// Somebody who uploads in pieces.
pub struct Tus<'a>(pub &'a Client);

/// What is said of a file.
pub fn metadata(path: &str, why: &str) -> String {
    let encode = |text: &str| STANDARD.encode(text);
    format!("filename {},why {}", encode(path), encode(why))
}

impl Tus<'_> {
    /// Begins an upload; where its bytes go.
    pub async fn begin(&self, path: &str, length: u64, tag: &str) -> String {
        let answer = self.try_begin(path, length, tag).await;
        let answer = answer.is(StatusCode::CREATED);
        answer.headers["location"].to_str().unwrap().to_owned()
    }

    pub async fn try_begin(&self, path: &str, length: u64, tag: &str) -> Answer {
        self.begin_with(path, length, tag, None).await
    }

    /// With a header in the place of one.
    pub async fn begin_with(
        &self,
        path: &str,
        length: u64,
        tag: &str,
        instead: Option<(&'static str, &str)>,
    ) -> Answer {
        let (length, metadata) = (length.to_string(), metadata(path, "拍得更清楚"));
        let condition = match tag {
            "new" => ("if-none-match", "*"),
            tag => ("if-match", tag),
        };
        let mut headers = vec![
            VERSION,
            ("upload-length", &*length),
            ("upload-metadata", &*metadata),
            condition,
        ];
        put_in_place(&mut headers, instead);
        self.0
            .send_with(Method::POST, "/uploads", None, &headers)
            .await
    }

    pub async fn head(&self, at: &str) -> Answer {
        self.ask(Method::HEAD, at).await
    }

    pub async fn end(&self, at: &str) -> Answer {
        self.ask(Method::DELETE, at).await
    }

    async fn ask(&self, method: Method, at: &str) -> Answer {
        let at = format!("/{at}");
        self.0.send_with(method, &at, None, &[VERSION]).await
    }

    pub async fn append(&self, at: &str, offset: u64, bytes: Vec<u8>) -> Answer {
        self.append_with(at, offset, bytes, VERSION).await
    }

    /// With a header in the place of one.
    pub async fn append_with(
        &self,
        at: &str,
        offset: u64,
        bytes: Vec<u8>,
        instead: (&'static str, &str),
    ) -> Answer {
        let offset = offset.to_string();
        let mut headers = vec![
            VERSION,
            ("content-type", "application/offset+octet-stream"),
            ("upload-offset", &*offset),
        ];
        put_in_place(&mut headers, Some(instead));
        let at = format!("/{at}");
        self.0
            .send_with(Method::PATCH, &at, Some(bytes), &headers)
            .await
    }
}

fn put_in_place<'a>(
    headers: &mut Vec<(&'static str, &'a str)>,
    instead: Option<(&'static str, &'a str)>,
) {
    if let Some((name, value)) = instead {
        headers.retain(|(other, _)| *other != name);
        headers.push((name, value));
    }
}
