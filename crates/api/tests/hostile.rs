//! What is tried against it: nothing gets in, nothing is lost.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use api::{Needs, Right, Row};
use common::stores::Of;
use common::{PASSWORD, Running, picture};
use reqwest::{Method, StatusCode};
use serde_json::json;
use store::{Role, Scope};

/// An address of a route.
fn path(row: &Row) -> String {
    row.path
        .replace("{kind}", "article")
        .replace("{*id}", "founding")
        .replace("{*path}", "media/x.png")
        .replace("{number}", "1")
        .replace("{name}", "nobody")
        .replace("{word}", "nothing")
        .replace("{upload}", "nothing")
}

fn method(row: &Row) -> Method {
    Method::from_bytes(row.method.as_bytes()).unwrap()
}

/// Whether an answer says that the caller may not.
fn is_refusal(status: StatusCode) -> bool {
    status == StatusCode::UNAUTHORIZED || status == StatusCode::FORBIDDEN
}

#[tokio::test]
async fn each_route_is_for_whom_its_row_says() {
    let site = Running::over(Of::Folder).await;
    let ledger = site.store().ledger();
    let author = store::Author::new("site", "");
    let mut callers = Vec::new();
    for role in Role::ALL {
        let may = move |needs: Needs| match needs {
            Needs::Nothing => true,
            Needs::Right(right) | Needs::Person(right) => right.is_of(role),
        };
        let may: Box<dyn Fn(Needs) -> bool> = Box::new(may);
        callers.push((role.word().to_owned(), site.person(role).await, may));
    }
    for scope in Scope::ALL {
        let name = format!("token for {scope}");
        let word = ledger
            .add_token(&author, scope.word(), &[scope], 1)
            .await
            .unwrap();
        let may = move |needs: Needs| match needs {
            Needs::Nothing => true,
            Needs::Person(_) => false,
            Needs::Right(right) => right == Right::Read || right.is_in(&[scope]),
        };
        callers.push((name, site.stranger().with_token(&word), Box::new(may)));
    }
    let nobody = |needs| matches!(needs, Needs::Nothing);
    callers.push((
        "stranger".to_owned(),
        site.stranger().in_a_browser(),
        Box::new(nobody),
    ));
    callers.push((
        "made-up token".to_owned(),
        site.stranger().with_token("site_made-up"),
        Box::new(nobody),
    ));
    for row in api::rows() {
        // Its stream does not end; who may is asked before it begins. Signing out would
        // end what follows, and is tried last.
        let is_last = row.method == "DELETE" && row.path == "/session";
        if row.path == "/events" || is_last || row.path == "/sign-in" {
            continue;
        }
        for (name, client, may) in &callers {
            if row.path == "/session" && row.method == "POST" {
                continue;
            }
            let body = (row.method != "GET").then(Vec::new);
            let answer = client.send(method(row), &path(row), body).await;
            let refused = is_refusal(answer.status);
            let path = path(row);
            assert_eq!(
                refused,
                !may(row.needs),
                "{name} at {} {path}: {} {}",
                row.method,
                answer.status,
                answer.body
            );
        }
    }
    // What has no row is not there, whoever asks.
    for (_, client, _) in &callers {
        for path in ["/nothing", "/records/x", "/people/a/b", "/../store.db"] {
            let answer = client.get(path).await;
            assert!(answer.status.is_client_error(), "{path}");
        }
    }
    for (name, client, _) in callers.iter().filter(|(name, ..)| name == "writer") {
        let events = client.http.get(format!("{}/api/v1/events", client.base));
        assert!(is_refusal(events.send().await.unwrap().status()));
        client
            .send(Method::DELETE, "/session", None)
            .await
            .is(StatusCode::NO_CONTENT);
        assert!(
            is_refusal(client.get("/session").await.status),
            "{name} has signed out"
        );
    }
}

#[tokio::test]
async fn another_site_cannot_make_a_browser_do_anything() {
    let site = Running::over_little(Of::Folder).await;
    let person = site.person(Role::Administrator).await;
    let host = site.address.to_string();
    let mut bare = person.clone();
    bare.headers.remove("sec-fetch-site");
    let body = || {
        Some(
            json!({ "name": "x", "role": "writer", "password": PASSWORD })
                .to_string()
                .into(),
        )
    };
    for (name, client) in [
        (
            "cross-site",
            bare.clone().with("sec-fetch-site", "cross-site"),
        ),
        (
            "same-site",
            bare.clone().with("sec-fetch-site", "same-site"),
        ),
        ("typed in", bare.clone().with("sec-fetch-site", "none")),
        (
            "another origin",
            bare.clone().with("origin", "https://evil.example"),
        ),
        ("no origin", bare.clone().with("origin", "null")),
        (
            "looks alike",
            bare.clone()
                .with("origin", &format!("http://{host}.evil.example")),
        ),
        ("says nothing", bare.clone()),
        (
            "own origin, other site",
            bare.clone()
                .with("origin", &format!("http://{host}"))
                .with("sec-fetch-site", "cross-site"),
        ),
    ] {
        let answer = client.send(Method::POST, "/people", body()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}");
        assert_eq!(answer.problem(), "cross-site");
        let signed = client.clone().sign_in("writer", PASSWORD).await;
        assert_eq!(
            signed.status,
            StatusCode::FORBIDDEN,
            "{name} signs nobody in either"
        );
    }
    let own = bare.with("origin", &format!("http://{host}"));
    own.send(Method::POST, "/people", body())
        .await
        .is(StatusCode::CREATED);
}

#[tokio::test]
async fn sessions_are_neither_fixed_nor_replayed() {
    let site = Running::over_little(Of::Folder).await;
    let fixed = "site-session=AAAAAAAAAAAAAAAAAAAAAA";
    let mut victim = site.stranger().in_a_browser().with("cookie", fixed);
    let signed = victim.sign_in("writer", PASSWORD).await.is(StatusCode::OK);
    let cookie = signed.headers["set-cookie"].to_str().unwrap();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/api/v1"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let attacker = site.stranger().with("cookie", fixed);
    attacker.get("/session").await.is(StatusCode::UNAUTHORIZED);
    // Signing in again is another session, and the one before has ended.
    let before = victim.clone();
    victim.sign_in("writer", PASSWORD).await.is(StatusCode::OK);
    assert_ne!(before.headers["cookie"], victim.headers["cookie"]);
    before.get("/session").await.is(StatusCode::UNAUTHORIZED);
    victim.get("/session").await.is(StatusCode::OK);
    // One that was copied ends with it.
    let copied = victim.clone();
    victim
        .send(Method::DELETE, "/session", None)
        .await
        .is(StatusCode::NO_CONTENT);
    copied.get("/session").await.is(StatusCode::UNAUTHORIZED);
    // A new password ends all of them.
    let (one, two) = (
        site.person(Role::Writer).await,
        site.person(Role::Writer).await,
    );
    let new = json!({ "current": "wrong password", "password": "another password" });
    one.send(
        Method::PUT,
        "/session/password",
        Some(new.to_string().into()),
    )
    .await
    .is(StatusCode::FORBIDDEN);
    let new = json!({ "current": PASSWORD, "password": "another password" });
    one.send(
        Method::PUT,
        "/session/password",
        Some(new.to_string().into()),
    )
    .await
    .is(StatusCode::NO_CONTENT);
    two.get("/session").await.is(StatusCode::UNAUTHORIZED);
    // A one-time address is used once.
    let address = site.backend.one_time_address().await.unwrap();
    let address = address.trim_start_matches("/api/v1");
    let stranger = site.stranger();
    let signed = stranger.get(address).await.is(StatusCode::SEE_OTHER);
    let local = stranger.clone().with("cookie", &signed.cookie().unwrap());
    assert_eq!(local.get("/session").await.json()["role"], "administrator");
    stranger.get(address).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn ten_thousand_wrong_passwords_get_nowhere() {
    let site = Running::over_little(Of::Folder).await;
    let ledger = site.store().ledger();
    let mut client = site.stranger().in_a_browser();
    let mut by_status = std::collections::BTreeMap::new();
    // All ten thousand in a soak, each of which takes a server without optimisations its time.
    let tries = if std::env::var_os("SOAK").is_some() {
        10_000
    } else {
        2_000_u32
    };
    for number in 0..tries {
        // Half of them against one account, half against others; another address each five
        // hundred tries.
        let name = match number % 2 {
            0 => "writer".to_owned(),
            _ => format!("guess-{number}"),
        };
        let from = format!("203.0.113.{}", number / 500);
        client = client.with("x-forwarded-for", &from);
        let answer = client
            .sign_in(&name, &format!("wrong password {number}"))
            .await;
        *by_status.entry(answer.status.as_u16()).or_insert(0) += 1;
        if number == 100 {
            assert!(answer.status == 401 || answer.headers.contains_key("retry-after"));
        }
    }
    let let_through = by_status.get(&401).copied().unwrap_or(0);
    assert_eq!(
        by_status.keys().copied().collect::<BTreeSet<_>>(),
        BTreeSet::from([401, 429])
    );
    // Against the account itself there were ten, and one in half a minute.
    assert!(let_through < tries * 15 / 100, "{by_status:?}");
    // The right one waits as well: nobody learns by the answer that it is right.
    let answer = client.sign_in("writer", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    ledger.verify_audit().await.unwrap();
}

#[tokio::test]
async fn paths_lead_nowhere_else() {
    let site = Running::over_little(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    for path in [
        "/assets/media/../../../../etc/passwd",
        "/assets/media/%2e%2e/%2e%2e/etc/passwd",
        "/assets/media/..%2f..%2fetc%2fpasswd",
        "/assets/media%2f..%2f..%2fx.png",
        "/assets/%2fetc%2fpasswd",
        "/assets/.site/store.db",
        "/assets/media/.site/store.db",
        "/assets/media/x.png%00.txt",
        "/assets/media/con:x.png",
        "/assets/media%5c..%5cx.png",
        "/records/asset/media/x.png",
        "/records/file/..%2f..%2fetc%2fpasswd",
        "/records/article/..%2ffounding",
        "/records/article/%2e%2e",
        "/records/person/writer",
    ] {
        for method in [Method::GET, Method::PUT, Method::DELETE] {
            let body = (method == Method::PUT).then(|| picture(8, 8));
            let condition = [("if-none-match", "*")];
            let answer = writer.send_with(method, path, body, &condition).await;
            assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
            assert!(!answer.body.contains("root:"), "{path}");
        }
    }
    for path in ["//.site/store.db", "//%2e%2e/.site/store.db"] {
        let answer = site.stranger().get(path).await;
        assert!(
            answer.status.is_client_error() || answer.status.is_redirection(),
            "{path}"
        );
    }
    let outside = site.tried.bundle.parent().unwrap();
    let names: Vec<_> = outside
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names.len(), 1, "{names:?}");
}

#[tokio::test]
async fn bodies_are_neither_endless_nor_bombs() {
    let site = Running::over_little(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let path = "/records/article/bomb";
    let large = vec![b' '; 5_000_000];
    writer
        .put(path, large, "new")
        .await
        .is(StatusCode::PAYLOAD_TOO_LARGE);
    let deep = "[".repeat(200_000);
    writer
        .put(path, deep, "new")
        .await
        .is(StatusCode::BAD_REQUEST);
    let deep = format!(
        "{{\"id\":\"bomb\",\"a\":{}1{}}}",
        "[".repeat(100),
        "]".repeat(100)
    );
    writer
        .put(path, deep, "new")
        .await
        .is(StatusCode::BAD_REQUEST);
    for text in [
        "",
        "{",
        "{\"id\":\"bomb\"} {}",
        "nul",
        "{\"id\":\"bomb\",}",
        "\u{feff}{}",
    ] {
        let answer = writer.put(path, text, "new").await;
        assert!(answer.status.is_client_error(), "{text}: {}", answer.status);
    }
    writer
        .put(path, vec![0xff, 0xfe], "new")
        .await
        .is(StatusCode::BAD_REQUEST);
    writer.get(path).await.is(StatusCode::NOT_FOUND);
    // A few bytes that would be ten thousand million pixels.
    let mut bomb = picture(8, 8);
    bomb[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
    let answer = writer.put("/assets/media/bomb.png", bomb, "new").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.problem(), "picture");
    for (name, bytes) in [
        ("page.png", b"<html><script>alert(1)</script>".to_vec()),
        (
            "drawing.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(),
        ),
        ("wrong.jpg", picture(8, 8)),
    ] {
        let answer = writer
            .put(&format!("/assets/media/{name}"), bytes, "new")
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
    }
    let page = b"<html><script>alert(1)</script>".to_vec();
    let answer = writer.put("/assets/papers/page.pdf", page, "new").await;
    assert_eq!(answer.problem(), "paper");
    // A body that says it has gigabytes is refused before any of it is taken.
    let cookie = writer.headers["cookie"].to_str().unwrap();
    let head = format!(
        "PUT /api/v1/assets/media/big.png HTTP/1.1\r\nhost: {}\r\ncookie: {cookie}\r\n\
         sec-fetch-site: same-origin\r\nif-none-match: *\r\ncontent-length: 9000000000\r\n\r\n",
        site.address
    );
    let address = site.address;
    let answer = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        let mut start = [0; 12];
        stream.read_exact(&mut start).unwrap();
        String::from_utf8(start.to_vec()).unwrap()
    });
    assert_eq!(answer.await.unwrap(), "HTTP/1.1 413");
    assert_eq!(
        site.tried.bundle.join("media").read_dir().unwrap().count(),
        0
    );
}

#[tokio::test]
async fn a_body_that_stalls_is_given_up() {
    let site = Running::over_little(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let cookie = writer.headers["cookie"].to_str().unwrap().to_owned();
    let address = site.address;
    let answer = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .unwrap();
        let head = format!(
            "PUT /api/v1/records/article/slow HTTP/1.1\r\nhost: {address}\r\ncookie: {cookie}\r\n\
             sec-fetch-site: same-origin\r\nif-none-match: *\r\ncontent-length: 100\r\n\r\n{{"
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut start = [0; 12];
        stream.read_exact(&mut start).unwrap();
        String::from_utf8(start.to_vec()).unwrap()
    });
    assert_eq!(answer.await.unwrap(), "HTTP/1.1 408");
    writer
        .get("/records/article/slow")
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn text_is_text_and_never_sql() {
    for of in [Of::Folder, Of::Postgres] {
        let site = Running::over_little(of).await;
        let writer = site.person(Role::Writer).await;
        let evil = "x'); DROP TABLE versions; --";
        let words = json!({ "id": "evil", "title": evil });
        let path = format!(
            "/records/article/evil?why={}",
            "x%27%29%3B%20DROP%20TABLE%20heads%3B--"
        );
        writer
            .put(&path, words.to_string(), "new")
            .await
            .is(StatusCode::CREATED);
        assert_eq!(writer.record("article/evil").await.0["title"], evil);
        for path in [
            "/records?kind=x%27%20OR%201%3D1--",
            "/history?before=1%20OR%201%3D1",
            "/check?state=drafts%27--",
            "/sign-in?key=%27%20OR%201%3D1--",
        ] {
            let answer = writer.get(path).await;
            let none = answer.status == StatusCode::OK && answer.json()["records"] == json!([]);
            assert!(
                none || answer.status.is_client_error(),
                "{path}: {}",
                answer.body
            );
        }
        let mut stranger = site.stranger().in_a_browser();
        let signed = stranger
            .sign_in("' OR role = 'administrator' --", PASSWORD)
            .await;
        assert_eq!(signed.status, StatusCode::UNAUTHORIZED);
        let nul = writer
            .put("/records/article/nul?why=%00", "{\"id\":\"nul\"}", "new")
            .await;
        assert_eq!(nul.status, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn secrets_stand_nowhere_in_the_clear() {
    let site = Running::over_little(Of::Folder).await;
    let administrator = site.person(Role::Administrator).await;
    let made = administrator
        .post(
            "/tokens",
            json!({ "name": "scanner", "scopes": ["read"], "days": 1 }),
        )
        .await
        .is(StatusCode::CREATED)
        .json();
    let token = made["token"].as_str().unwrap().to_owned();
    let cookie = administrator.headers["cookie"].to_str().unwrap();
    let session = cookie.split_once('=').unwrap().1.to_owned();
    site.stranger()
        .with_token(&token)
        .get("/session")
        .await
        .is(StatusCode::OK);
    let audit = administrator.get("/audit?most=1000").await.body;
    let lists = administrator.get("/tokens").await.body + &administrator.get("/people").await.body;
    let mut kept = Vec::new();
    let own = site.tried.bundle.join(".site");
    for name in ["store.db", "store.db-wal"] {
        kept.extend(std::fs::read(own.join(name)).unwrap_or_default());
    }
    for secret in [&*token, &*session, PASSWORD] {
        assert!(!audit.contains(secret) && !lists.contains(secret));
        let bytes = secret.as_bytes();
        assert!(
            !kept.windows(bytes.len()).any(|window| window == bytes),
            "{secret}"
        );
    }
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(&own).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "nobody else on the machine has a look");
}

#[tokio::test]
async fn without_a_backend_nothing_of_it_answers() {
    let site = Running::over_little(Of::Folder).await;
    let bare = server::Server::bind("127.0.0.1:0", server::Options::new(&site.out))
        .await
        .unwrap();
    let address = bare.address();
    tokio::spawn(bare.run(std::future::pending()));
    for row in api::rows().iter().filter(|row| row.method == "GET") {
        let answer = reqwest::get(format!("http://{address}/api/v1{}", path(row)))
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{}", row.path);
    }
}

#[tokio::test]
async fn the_description_fits_what_answers() {
    let site = Running::over(Of::Folder).await;
    let administrator = site.person(Role::Administrator).await;
    let document = administrator
        .get("/openapi.json")
        .await
        .is(StatusCode::OK)
        .json();
    assert_eq!(document["openapi"], "3.1.0");
    for row in api::rows() {
        let path = row.path.replace("{*", "{");
        let operation = &document["paths"][&path][row.method.to_lowercase()];
        assert_eq!(operation["summary"], row.summary, "{path}");
    }
    let append = &document["paths"]["/uploads/{upload}"]["patch"];
    let takes = &append["requestBody"]["content"];
    assert!(takes["application/offset+octet-stream"].is_object());
    let named = append["parameters"].as_array().unwrap().iter();
    let headers: Vec<_> = named
        .filter(|one| one["in"] == "header")
        .map(|one| &one["name"])
        .collect();
    assert_eq!(headers, ["Tus-Resumable", "Upload-Offset"]);
    // What is answered is as the schema says.
    for path in [
        "/session",
        "/records",
        "/history",
        "/publishes",
        "/check",
        "/people",
        "/tokens",
        "/audit",
    ] {
        let answer = administrator.get(path).await.is(StatusCode::OK).json();
        let schema = &document["paths"][path]["get"]["responses"]["2XX"]["content"]["application/json"]
            ["schema"];
        let mut whole = schema.clone();
        whole["components"] = document["components"].clone();
        let validator = jsonschema::validator_for(&whole).unwrap();
        let wrong: Vec<String> = validator
            .iter_errors(&answer)
            .map(|error| error.to_string())
            .collect();
        assert!(wrong.is_empty(), "{path}: {wrong:?}");
    }
    let page = administrator.get("/").await.is(StatusCode::OK);
    assert!(
        page.body.contains("<h1>")
            && page.headers["content-security-policy"]
                .to_str()
                .unwrap()
                .contains("default-src 'none'")
    );
}
