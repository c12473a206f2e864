//! Files that must name the site's own address, published before anybody knew
//! it: a sitemap has no relative addresses.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HOST, VARY};
use axum::http::request::Parts;
use axum::http::uri::Authority;
use axum::http::{HeaderValue, Method};
use axum::response::Response;

use super::folder::{Snapshot, read as read_part};
use crate::failure::Failure;
use publish::artifacts::sitemap;
use publish::headers::REVALIDATE;
use publish::mime;

const SITEMAP: &str = "sitemap.xml";
const ROBOTS: &str = "robots.txt";

/// The sitemap or what points at it, with the address that the client used;
/// `None` when the file is as it should be, or is another.
pub fn find(
    folder: &Snapshot<'_>,
    name: &str,
    request: &Parts,
    https: bool,
) -> Result<Option<Response>, Failure> {
    let map = match name {
        ROBOTS => SITEMAP,
        name if sitemap::is_sitemap(name) => name,
        _ => return Ok(None),
    };
    let (Some(sitemap), Some(origin)) = (read(folder, map)?, origin(request, https)) else {
        return Ok(None);
    };
    let Some(sitemap) = sitemap::addressed(map, &sitemap, &origin) else {
        return Ok(None);
    };
    let text = match name {
        name if name != ROBOTS => sitemap,
        _ => match read(folder, ROBOTS)? {
            Some(robots) => {
                let is_there = |name: &str| folder.open(name).is_ok_and(|file| file.is_some());
                let starts = sitemap::starts(is_there);
                sitemap::with_sitemaps(&robots, &origin, &starts)
            }
            None => return Ok(None),
        },
    };
    let length = text.len();
    let body = match request.method {
        Method::HEAD => Body::empty(),
        _ => Body::from(text),
    };
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(mime::of(name)));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(REVALIDATE));
    headers.insert(VARY, HeaderValue::from_static("host"));
    Ok(Some(response))
}

fn read(folder: &Snapshot<'_>, name: &str) -> Result<Option<String>, Failure> {
    let Some(mut opened) = folder.open(name)? else {
        return Ok(None);
    };
    let Ok(length) = usize::try_from(opened.length) else {
        return Ok(None);
    };
    Ok(String::from_utf8(read_part(&mut opened.file, 0, length)?).ok())
}

/// The address that the client used, if it can stand in a text.
fn origin(request: &Parts, https: bool) -> Option<String> {
    let host = match request.uri.authority() {
        Some(authority) => authority.as_str(),
        None => request.headers.get(HOST)?.to_str().ok()?,
    };
    let authority: Authority = host.parse().ok()?;
    let plain = |sign: char| sign.is_ascii_alphanumeric() || "-.:[]".contains(sign);
    let scheme = if https { "https" } else { "http" };
    (authority.as_str().chars().all(plain)).then(|| format!("{scheme}://{authority}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn of(host: &str) -> Option<String> {
        let request = Request::builder().header(HOST, host).body(()).ok()?;
        origin(&request.into_parts().0, false)
    }

    #[test]
    fn takes_the_host_that_the_client_used() {
        assert_eq!(
            of("127.0.0.1:8080").as_deref(),
            Some("http://127.0.0.1:8080")
        );
        assert_eq!(of("[::1]:80").as_deref(), Some("http://[::1]:80"));
        assert_eq!(
            of("alliance.example").as_deref(),
            Some("http://alliance.example")
        );
    }

    #[test]
    fn takes_no_host_that_could_be_more_than_one() {
        for host in ["a.example/x", "user@a.example", "a.example<loc>", "a'b", ""] {
            assert_eq!(of(host), None, "{host}");
        }
    }
}
