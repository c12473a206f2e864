//! Uploads that go on where they broke off, and what is tried against them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use api::{Backend, Options};
use common::stores::Of;
use common::tus::Tus;
use common::{Answer, Client, Running, app, picture, picture_of};
use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::json;
use server::Server;
use store::Role;

/// The bytes of a file as it was last uploaded.
async fn kept(client: &Client, path: &str) -> Vec<u8> {
    let answer = client.get(&format!("/assets/{path}")).await;
    answer.is(StatusCode::OK).bytes
}

/// Begins to send bytes of which more is said to come.
async fn half(
    site: &Running,
    client: &Client,
    at: &str,
    offset: u64,
    declared: usize,
    bytes: &[u8],
) -> TcpStream {
    let cookie = client.headers["cookie"].to_str().unwrap();
    let head = format!(
        "PATCH {at} HTTP/1.1\r\nhost: {}\r\ncookie: {cookie}\r\nsec-fetch-site: same-origin\r\n\
         tus-resumable: 1.0.0\r\ncontent-type: application/offset+octet-stream\r\n\
         upload-offset: {offset}\r\ncontent-length: {declared}\r\n\r\n",
        site.address
    );
    let (address, bytes) = (site.address, bytes.to_vec());
    let sending = tokio::task::spawn_blocking(move || {
        let mut line = TcpStream::connect(address).unwrap();
        line.write_all(head.as_bytes()).unwrap();
        line.write_all(&bytes).unwrap();
        line
    });
    sending.await.unwrap()
}

/// Waits until so much has come.
async fn comes(tus: &Tus<'_>, at: &str, offset: u64) {
    for _ in 0..200 {
        if tus.head(at).await.offset() == Some(offset) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{offset} bytes never came");
}

trait Offset {
    fn offset(&self) -> Option<u64>;
}

impl Offset for Answer {
    fn offset(&self) -> Option<u64> {
        let value = self.headers.get("upload-offset")?;
        value.to_str().unwrap().parse().ok()
    }
}

#[rstest]
#[tokio::test]
async fn goes_on_where_it_broke_off(#[values(Of::Folder, Of::Postgres)] of: Of) {
    let site = Running::over_little(of).await;
    let writer = site.person(Role::Writer).await;
    let tus = Tus(&writer);
    let spoken = writer.send(Method::OPTIONS, "/uploads", None).await;
    let spoken = spoken.is(StatusCode::NO_CONTENT).headers;
    assert_eq!(spoken["tus-version"], "1.0.0");
    assert_eq!(spoken["tus-extension"], "creation,termination,expiration");
    assert_eq!(spoken["tus-max-size"], "40000000");

    let bytes = picture_of(900_000);
    let at = tus.begin("media/hall.png", bytes.len() as u64, "new").await;
    tus.append(&at, 0, bytes[..300_000].to_vec())
        .await
        .is(StatusCode::NO_CONTENT);
    // The line is cut in the middle of a piece: what came of it stays.
    let line = half(
        &site,
        &writer,
        &at,
        300_000,
        400_000,
        &bytes[300_000..500_000],
    )
    .await;
    comes(&tus, &at, 500_000).await;
    drop(line);
    let rest = bytes[500_000..].to_vec();
    let mut done = tus.append(&at, 500_000, rest.clone()).await;
    while done.status == StatusCode::LOCKED {
        tokio::time::sleep(Duration::from_millis(50)).await;
        done = tus.append(&at, 500_000, rest.clone()).await;
    }
    let done = done.is(StatusCode::NO_CONTENT);
    assert_eq!(done.headers["tus-resumable"], "1.0.0");
    assert!(
        done.headers["upload-expires"]
            .to_str()
            .unwrap()
            .ends_with("GMT")
    );
    assert_eq!(kept(&writer, "media/hall.png").await, bytes);

    // Whoever has missed the answer asks again, and the file is saved once.
    let asked = tus.head(&at).await.is(StatusCode::OK);
    assert_eq!(asked.offset(), Some(900_000));
    assert_eq!(asked.tag(), done.tag());
    let again = tus.append(&at, 900_000, Vec::new()).await;
    assert_eq!(again.is(StatusCode::NO_CONTENT).tag(), done.tag());
    let history = writer.get("/history/asset/media/hall.png").await.json();
    let revisions = history["revisions"].as_array().unwrap();
    assert_eq!(revisions.len(), 1);
    assert_eq!(revisions[0]["who"], "writer");
    assert_eq!(revisions[0]["why"], "拍得更清楚");

    // In the place of the file itself, by its revision.
    let other = picture_of(120_000);
    let at = tus.begin("media/hall.png", 120_000, &done.tag()).await;
    tus.append(&at, 0, other.clone())
        .await
        .is(StatusCode::NO_CONTENT);
    assert_eq!(kept(&writer, "media/hall.png").await, other);
    // What lay here meanwhile is gone.
    let left = uploads(&site).read_dir().unwrap();
    let parts = left.filter(|file| {
        let path = file.as_ref().unwrap().path();
        path.extension().is_some_and(|ending| ending == "part")
    });
    assert_eq!(parts.count(), 0);
}

fn uploads(site: &Running) -> std::path::PathBuf {
    site.out.with_file_name(".dist.backend").join("uploads")
}

#[tokio::test]
async fn what_publishing_refuses_is_refused_in_the_same_words() {
    let site = Running::over_little(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let tus = Tus(&writer);
    let page = b"<html><script>alert(1)</script>".to_vec();
    for path in ["media/page.png", "media/drawing.svg", "papers/page.pdf"] {
        let whole = writer
            .put(&format!("/assets/{path}"), page.clone(), "new")
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY);
        let at = tus.begin(path, page.len() as u64, "new").await;
        let refused = tus.append(&at, 0, page.clone()).await;
        assert_eq!(refused.body, whole.body, "{path}");
        assert_eq!(refused.status, whole.status);
        // Asked again, it is the same; then it is ended.
        let again = tus.append(&at, page.len() as u64, Vec::new()).await;
        assert_eq!(again.body, whole.body);
        tus.end(&at).await.is(StatusCode::NO_CONTENT);
        tus.head(&at).await.is(StatusCode::NOT_FOUND);
    }
    // Somebody else was faster: before it begins, and before it ends.
    let at = tus.begin("media/gate.png", 100_000, "new").await;
    let put = writer
        .put("/assets/media/gate.png", picture(9, 9), "new")
        .await;
    let refused = tus.append(&at, 0, picture_of(100_000)).await;
    assert_eq!(refused.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(refused.problem(), "conflict");
    let refused = tus.try_begin("media/gate.png", 100_000, "new").await;
    assert_eq!(refused.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(refused.json()["theirs"]["who"], "writer");
    tus.begin("media/gate.png", 100_000, &put.tag()).await;
}

#[tokio::test]
async fn a_restart_takes_nothing_away_and_another_server_has_none_of_it() {
    let site = Running::over_little(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let bytes = picture_of(200_000);
    let at = Tus(&writer).begin("media/hall.png", 200_000, "new").await;
    Tus(&writer)
        .append(&at, 0, bytes[..80_000].to_vec())
        .await
        .is(StatusCode::NO_CONTENT);
    // Another program that opens the same folders knows what this one has written.
    let again = another(&site, &site.out).await;
    let there = Client {
        base: format!("http://{again}"),
        ..writer.clone()
    };
    let tus = Tus(&there);
    assert_eq!(tus.head(&at).await.offset(), Some(80_000));
    tus.append(&at, 80_000, bytes[80_000..].to_vec())
        .await
        .is(StatusCode::NO_CONTENT);
    assert_eq!(kept(&writer, "media/hall.png").await, bytes);
    // One with folders of its own over the same store does not: the client begins anew.
    let elsewhere = tempfile::tempdir().unwrap();
    let node = another(&site, &elsewhere.path().join("dist")).await;
    let at = Tus(&writer).begin("media/gate.png", 1000, "new").await;
    let there = Client {
        base: format!("http://{node}"),
        ..writer.clone()
    };
    Tus(&there).head(&at).await.is(StatusCode::NOT_FOUND);
    Tus(&writer).head(&at).await.is(StatusCode::OK);
}

/// Another server over the same store.
async fn another(site: &Running, out: &std::path::Path) -> std::net::SocketAddr {
    let options = Options {
        app: Some(app()),
        compress: false,
        cards: false,
        ..Options::new(out)
    };
    let backend = Backend::open(site.tried.store.clone(), options, false)
        .await
        .unwrap();
    let backend = Arc::new(backend);
    let server = Server::bind("127.0.0.1:0", server::Options::new(out))
        .await
        .unwrap();
    let server = server.wrapped(|site| backend.wrap(site));
    let address = server.address();
    tokio::spawn(server.run(std::future::pending()));
    address
}

#[tokio::test]
async fn nothing_comes_at_the_wrong_place_or_beyond_the_end() {
    let site = Running::over_little(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let tus = Tus(&writer);
    let bytes = picture_of(60_000);
    let at = tus.begin("media/hall.png", 60_000, "new").await;
    tus.append(&at, 0, bytes[..20_000].to_vec()).await;
    for wrong in [0, 19_999, 20_001, 60_000, u64::MAX] {
        let answer = tus.append(&at, wrong, bytes[20_000..30_000].to_vec()).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{wrong}");
        assert_eq!(answer.problem(), "offset");
    }
    // Longer than was said, with and without saying so beforehand.
    let answer = tus.append(&at, 20_000, vec![0; 40_001]).await;
    answer.is(StatusCode::PAYLOAD_TOO_LARGE);
    let chunked = chunked(&site, &writer, &at, 20_000, 40_001);
    let answer = tokio::task::spawn_blocking(chunked).await.unwrap();
    assert_eq!(answer, "HTTP/1.1 413");
    assert_eq!(tus.head(&at).await.offset(), Some(20_000));
    for (name, value, expected) in [
        ("content-type", "application/octet-stream", 415),
        ("upload-offset", "-1", 400),
        ("upload-offset", "+20000", 400),
        ("upload-offset", "2e4", 400),
        ("upload-offset", "", 400),
        ("tus-resumable", "0.2.2", 412),
    ] {
        let answer = tus
            .append_with(&at, 20_000, vec![0; 10], (name, value))
            .await;
        assert_eq!(answer.status.as_u16(), expected, "{name}: {value}");
    }
    let other = writer.send(Method::HEAD, &format!("/{at}"), None).await;
    assert_eq!(other.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(other.headers["tus-version"], "1.0.0");
    // Two at once: one has the turn, and nothing is mixed.
    let line = half(&site, &writer, &at, 20_000, 40_000, &bytes[20_000..30_000]).await;
    comes(&tus, &at, 30_000).await;
    let answer = tus.append(&at, 30_000, bytes[30_000..].to_vec()).await;
    assert_eq!(answer.status, StatusCode::LOCKED);
    assert_eq!(answer.headers["retry-after"], "2");
    let answer = tus.end(&at).await;
    assert_eq!(answer.status, StatusCode::LOCKED);
    let rest = bytes[30_000..].to_vec();
    let answer = tokio::task::spawn_blocking(move || {
        let mut line = line;
        line.write_all(&rest).unwrap();
        start_of(line)
    });
    assert_eq!(answer.await.unwrap(), "HTTP/1.1 204");
    assert_eq!(kept(&writer, "media/hall.png").await, bytes);
}

fn start_of(mut line: TcpStream) -> String {
    let mut start = [0; 12];
    line.set_read_timeout(Some(Duration::from_secs(30)))
        .unwrap();
    line.read_exact(&mut start).unwrap();
    String::from_utf8(start.to_vec()).unwrap()
}

/// Sends so many bytes without saying how many.
fn chunked(
    site: &Running,
    client: &Client,
    at: &str,
    offset: u64,
    length: usize,
) -> impl FnOnce() -> String + use<> {
    let cookie = client.headers["cookie"].to_str().unwrap();
    let head = format!(
        "PATCH {at} HTTP/1.1\r\nhost: {}\r\ncookie: {cookie}\r\nsec-fetch-site: same-origin\r\n\
         tus-resumable: 1.0.0\r\ncontent-type: application/offset+octet-stream\r\n\
         upload-offset: {offset}\r\ntransfer-encoding: chunked\r\n\r\n{length:x}\r\n",
        site.address
    );
    let address = site.address;
    move || {
        let mut line = TcpStream::connect(address).unwrap();
        line.write_all(head.as_bytes()).unwrap();
        // It may be refused before all of it was sent.
        let _ = line.write_all(&vec![0; length]);
        let _ = line.write_all(b"\r\n0\r\n\r\n");
        start_of(line)
    }
}

#[tokio::test]
async fn names_and_sizes_are_bounded() {
    let site = Running::over_little(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let tus = Tus(&writer);
    for size in [40_000_001, 1_000_000_000, u64::MAX] {
        let answer = tus.try_begin("media/big.png", size, "new").await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{size}");
        assert_eq!(answer.problem(), "too-large");
    }
    for path in [
        "../../etc/passwd",
        "/etc/passwd",
        "media/../../x.png",
        "media/..\\x.png",
        "media/x.png\0.txt",
        "media/.site/store.db",
        ".site/store.db",
        "news/x.json",
        "media/",
        "x.png",
        "",
    ] {
        let answer = tus.try_begin(path, 10, "new").await;
        assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
    }
    for (name, value) in [
        ("upload-length", "-1"),
        ("upload-length", "ten"),
        ("upload-length", "99999999999999999999999"),
        ("upload-metadata", "filename ../../etc/passwd"),
        ("upload-metadata", "filename /w=="),
        ("upload-metadata", ""),
        ("if-none-match", "x"),
    ] {
        let answer = tus
            .begin_with("media/x.png", 10, "new", Some((name, value)))
            .await;
        assert!(answer.status.is_client_error(), "{name}: {value}");
    }
    for at in ["../uploads", "%2e%2e%2fstore", "x", &"A".repeat(43)] {
        let answer = tus.head(&format!("/api/v1/uploads/{at}")).await;
        assert!(answer.status.is_client_error(), "{at}");
    }
    // Nothing of all this has left anything.
    let left = uploads(&site).read_dir().map_or(0, Iterator::count);
    assert_eq!(left, 0);
    // So many bytes and no more may be unfinished, until something is ended.
    let mut begun = Vec::new();
    for number in 0..5 {
        begun.push(
            tus.begin(&format!("media/{number}.png"), 40_000_000, "new")
                .await,
        );
    }
    let refused = tus.try_begin("media/one-more.png", 1, "new").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(refused.problem(), "too-many-uploads");
    let publisher = site.person(Role::Publisher).await;
    Tus(&publisher).begin("media/theirs.png", 1, "new").await;
    tus.end(&begun[0]).await.is(StatusCode::NO_CONTENT);
    tus.begin("media/one-more.png", 1, "new").await;
}

#[tokio::test]
async fn an_upload_is_its_accounts_alone() {
    let site = Running::over_little(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let tus = Tus(&writer);
    let bytes = picture_of(50_000);
    let at = tus.begin("media/hall.png", 50_000, "new").await;
    tus.append(&at, 0, bytes[..10_000].to_vec()).await;
    let mut writing = writer.clone();
    writing.headers.remove("sec-fetch-site");
    let author = store::Author::new("site", "");
    let ledger = site.store().ledger();
    let scopes = [store::Scope::Write];
    let token = ledger
        .add_token(&author, "writer", &scopes, 1)
        .await
        .unwrap();
    for (name, other) in [
        ("administrator", site.person(Role::Administrator).await),
        ("token", site.stranger().with_token(&token)),
    ] {
        let tus = Tus(&other);
        for answer in [
            tus.head(&at).await,
            tus.append(&at, 10_000, bytes[10_000..].to_vec()).await,
            tus.append(&at, 0, bytes.clone()).await,
            tus.end(&at).await,
        ] {
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
        }
    }
    // Another site cannot make the account's browser send or end anything.
    let evil = writing.with("sec-fetch-site", "cross-site");
    let tus_of_evil = Tus(&evil);
    for answer in [
        tus_of_evil.try_begin("media/evil.png", 10, "new").await,
        tus_of_evil.append(&at, 10_000, vec![0; 10]).await,
        tus_of_evil.end(&at).await,
    ] {
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(tus.head(&at).await.offset(), Some(10_000));
    // A day later nobody can go on with it.
    for file in uploads(&site).read_dir().unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let text = std::fs::read_to_string(&path).unwrap();
            let mut upload: serde_json::Value = serde_json::from_str(&text).unwrap();
            upload["expires"] = json!(1_700_000_000);
            std::fs::write(&path, upload.to_string()).unwrap();
        }
    }
    tus.head(&at).await.is(StatusCode::NOT_FOUND);
    tus.append(&at, 10_000, bytes[10_000..].to_vec())
        .await
        .is(StatusCode::NOT_FOUND);
    // The next one that begins takes it away.
    tus.begin("media/gate.png", 10, "new").await;
    assert_eq!(uploads(&site).read_dir().unwrap().count(), 2);
}
