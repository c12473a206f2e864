//! The table of requests and answers, and the ways out of the folder that are
//! shut.

use publish::headers::{BOOT, Framing, IMMUTABLE, REVALIDATE, script_hash, security};

use super::Answer;

/// A request and what must come back.
pub struct Expectation {
    pub method: &'static str,
    pub path: &'static str,
    pub lines: &'static [&'static str],
    status: u16,
    /// `None`: must not be there.
    headers: Vec<(&'static str, Option<&'static str>)>,
    framing: Framing,
    /// `None`: the server's own words.
    body: Option<&'static str>,
}

impl Expectation {
    pub fn check(&self, answer: &Answer) {
        let asked = format!("{} {} {:?}", self.method, self.path, self.lines);
        assert_eq!(answer.status, self.status, "{asked}: {answer:?}");
        for (name, value) in &self.headers {
            match (*name, *value) {
                ("vary", Some(on)) => {
                    let varies = answer.varies();
                    assert!(varies.contains(on), "{varies:?} of {asked}");
                }
                ("vary", None) => assert_eq!(answer.varies(), "", "vary of {asked}"),
                _ => assert_eq!(answer.header(name), *value, "{name} of {asked}"),
            }
        }
        if let Some(body) = self.body {
            assert_eq!(answer.text(), body, "{asked}");
        }
        check_security(answer, self.framing);
    }
}

/// Every answer carries the headers of security, whatever it answers.
pub fn check_security(answer: &Answer, framing: Framing) {
    for (name, value) in security(&script_hash(&BOOT), framing) {
        assert_eq!(answer.header(name), Some(value.as_str()), "{answer:?}");
    }
    assert_eq!(answer.header("x-frame-options"), None, "the policy says it");
    let hsts = answer.header("strict-transport-security");
    assert_eq!(hsts, None, "promised on http");
}

/// A file that is there.
fn file(path: &'static str, kind: &'static str, body: &'static str) -> Expectation {
    Expectation {
        method: "GET",
        path,
        lines: &[],
        status: 200,
        framing: Framing::Nobody,
        headers: vec![
            ("content-type", Some(kind)),
            ("cache-control", Some(REVALIDATE)),
            ("content-encoding", None),
        ],
        body: Some(body),
    }
}

/// A file whose name changes with its content.
fn hashed(path: &'static str, kind: &'static str, body: &'static str) -> Expectation {
    let mut expectation = file(path, kind, body);
    expectation.headers[1].1 = Some(IMMUTABLE);
    expectation
}

/// A file that is saved under this name, and kept for good.
fn saved(
    path: &'static str,
    kind: &'static str,
    disposition: &'static str,
    body: &'static str,
) -> Expectation {
    let mut expectation = hashed(path, kind, body);
    (expectation.headers).push(("content-disposition", Some(disposition)));
    expectation
}

/// A file of which there are packed forms.
fn packed(
    path: &'static str,
    accept: &'static [&'static str],
    coding: Option<&'static str>,
    body: &'static str,
) -> Expectation {
    Expectation {
        method: "GET",
        path,
        lines: accept,
        status: 200,
        framing: Framing::Nobody,
        headers: vec![
            ("content-encoding", coding),
            ("vary", Some("accept-encoding")),
        ],
        body: Some(body),
    }
}

/// The page that other sites may frame.
fn framed(path: &'static str, body: &'static str) -> Expectation {
    Expectation {
        framing: Framing::Anybody,
        ..file(path, HTML, body)
    }
}

/// The page of a language for what is not there.
fn missing(path: &'static str, body: &'static str) -> Expectation {
    let mut expectation = file(path, HTML, body);
    expectation.status = 404;
    expectation
}

fn missing_for(
    lines: &'static [&'static str],
    path: &'static str,
    body: &'static str,
) -> Expectation {
    let mut expectation = missing(path, body);
    expectation.lines = lines;
    expectation.headers.push(("vary", Some("accept-language")));
    expectation
}

fn moved(path: &'static str, location: &'static str) -> Expectation {
    Expectation {
        method: "GET",
        path,
        lines: &[],
        status: 308,
        framing: Framing::Nobody,
        headers: vec![
            ("location", Some(location)),
            ("cache-control", Some(REVALIDATE)),
        ],
        body: None,
    }
}

fn refused(method: &'static str) -> Expectation {
    Expectation {
        method,
        path: "/news/",
        lines: &[],
        status: 405,
        framing: Framing::Nobody,
        headers: vec![("allow", Some("GET, HEAD"))],
        body: None,
    }
}

const HTML: &str = "text/html; charset=utf-8";
const ZH_404: &str = "<p>没有这一页";
const HANT_404: &str = "<p>沒有這一頁";
const EN_404: &str = "<p>no such page";

/// What both servers are held to.
pub fn expectations() -> Vec<Expectation> {
    vec![
        // Folders have a page, files a type.
        file("/", HTML, "<p>home"),
        file("/?q=rod", HTML, "<p>home"),
        file("/news/", HTML, "<p>news"),
        file("/en/", HTML, "<p>home in English"),
        file("/news/at-20251031/", HTML, "<p>an article"),
        // Only the page that is made for it may be framed.
        framed("/embed/chain/", "<p>the picture"),
        framed("/embed/chain/?product=1", "<p>the picture"),
        framed("/embed/ch%61in/", "<p>the picture"),
        framed("/en/embed/chain/", "<p>the picture in English"),
        framed("/zh-hant/embed/chain/", "<p>the picture, traditional"),
        moved("/members/link/anode/", "/members/stage/anode/"),
        moved(
            "/members/link/anode/product/rod/?a=b",
            "/members/stage/anode/product/rod/?a=b",
        ),
        moved(
            "/en/news/topic/market/link/anode/",
            "/en/news/topic/market/stage/anode/",
        ),
        missing("/members/link/alumina/", "<p>没有这一页"),
        moved("/embed/chain", "/embed/chain/"),
        moved("/embed/chain/index.html", "/embed/chain/"),
        missing("/embed/chain/nowhere/", ZH_404),
        missing("/embed/", ZH_404),
        file("/robots.txt", "text/plain; charset=utf-8", "User-agent: *"),
        file(
            "/r%6fbots.txt",
            "text/plain; charset=utf-8",
            "User-agent: *",
        ),
        file("/empty.txt", "text/plain; charset=utf-8", ""),
        file(
            "/sitemap.xml",
            "application/xml; charset=utf-8",
            "<urlset/>",
        ),
        file("/icon.svg", "image/svg+xml; charset=utf-8", "<svg/>"),
        file(
            "/feeds/all.atom",
            "application/atom+xml; charset=utf-8",
            "<feed/>",
        ),
        file(
            "/feeds/events.ics",
            "text/calendar; charset=utf-8",
            "BEGIN:VCALENDAR",
        ),
        file(
            "/feeds/all.rss",
            "application/rss+xml; charset=utf-8",
            "<rss/>",
        ),
        file("/picture.webp", "image/webp", "RIFF"),
        file("/manifest.webmanifest", "application/manifest+json", "{}"),
        file("/unknown.kind", "application/octet-stream", "?"),
        file(
            "/content/v1/manifest.json",
            "application/json",
            r#"{"schema":1,"revision":"a"}"#,
        ),
        file(
            "/content/v1/zh-Hans/news/at-20251031.json",
            "application/json",
            "{}",
        ),
        file(
            "/.well-known/security.txt",
            "text/plain; charset=utf-8",
            "Contact: none yet",
        ),
        file("/MP_verify_abc.txt", "text/plain; charset=utf-8", "a1b2c3"),
        file("/baidu_verify_codeva-x.html", HTML, "x"),
        // Hashed names are kept for good.
        hashed(
            "/app-0a1b2c3d4e5f6071.js",
            "text/javascript; charset=utf-8",
            "export {}",
        ),
        hashed("/app-0a1b2c3d4e5f6071_bg.wasm", "application/wasm", "\0asm"),
        hashed(
            "/site-0a1b2c3d.css",
            "text/css; charset=utf-8",
            "p { color: red }",
        ),
        // A paper is saved under its title.
        saved(
            "/papers/0a1b2c3d4e5f6071/%E8%81%94%E7%9B%9F%E7%AB%A0%E7%A8%8B%20%28%E4%B8%80%29.pdf",
            "application/pdf",
            "attachment; filename*=UTF-8''%E8%81%94%E7%9B%9F%E7%AB%A0%E7%A8%8B%20%28%E4%B8%80%29.pdf",
            "%PDF-",
        ),
        saved(
            "/papers/0a1b2c3d4e5f6071/form.docx?from=mail",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "attachment; filename*=UTF-8''form.docx",
            "PK",
        ),
        Expectation {
            headers: vec![("content-disposition", None)],
            ..missing("/papers/0a1b2c3d4e5f6071/other.pdf", ZH_404)
        },
        // Packed only for who takes it.
        packed("/", &[], None, "<p>home"),
        packed("/", &["Accept-Encoding: gzip"], Some("gzip"), "gz of home"),
        packed("/", &["Accept-Encoding: gzip;q=0"], None, "<p>home"),
        packed("/", &["Accept-Encoding: identity"], None, "<p>home"),
        packed("/", &["Accept-Encoding: zstd"], None, "<p>home"),
        packed(
            "/news/",
            &["Accept-Encoding: gzip, deflate"],
            Some("gzip"),
            "gz of news",
        ),
        packed(
            "/nowhere/",
            &["Accept-Encoding: gzip"],
            Some("gzip"),
            "gz of 404",
        )
        .with_status(404),
        // Not there, in the language of the address.
        missing("/nowhere", ZH_404),
        missing("/nowhere/", ZH_404),
        missing("/news/nowhere/", ZH_404),
        missing("/content/", ZH_404),
        missing("/content", ZH_404),
        missing("/robots.txt/", ZH_404),
        missing("/english/", ZH_404),
        missing("/app-ffffffffffffffff.js", ZH_404),
        missing("/en/nowhere/", EN_404),
        missing("/zh-hant/nowhere/", HANT_404),
        missing("/zh-hant/404.html", HANT_404),
        // Where the address is of no language, in the reader's.
        missing_for(
            &["Accept-Language: en-GB,en;q=0.9,zh;q=0.8"],
            "/nowhere/",
            EN_404,
        ),
        missing_for(
            &["Accept-Language: zh-TW,zh;q=0.9,en;q=0.8"],
            "/nowhere/",
            HANT_404,
        ),
        missing_for(&["Accept-Language: zh-Hant-HK"], "/nowhere/", HANT_404),
        missing_for(
            &["Accept-Language: zh-CN,zh;q=0.9,en;q=0.8"],
            "/nowhere/",
            ZH_404,
        ),
        // The first that there is.
        missing_for(&["Accept-Language: de-DE,en;q=0.5"], "/nowhere/", EN_404),
        missing_for(
            &["Accept-Language: ja, yue-HK;q=0.8, ZH-TW;q=0.5, en;q=0.3"],
            "/nowhere/",
            HANT_404,
        ),
        missing_for(
            &["Accept-Language: de,zh-Hans-HK;q=0.7,en;q=0.3"],
            "/nowhere/",
            ZH_404,
        ),
        missing_for(&["Accept-Language: de-DE,eng,*;q=0.5"], "/nowhere/", ZH_404),
        missing_for(&["Accept-Language: zh-CN"], "/en/nowhere/", EN_404),
        missing("/en/news", EN_404),
        // The page for what is not there is not there either.
        missing("/404.html", ZH_404),
        missing("/en/404.html", EN_404),
        // Not for readers.
        missing("/_headers", ZH_404),
        missing("/.env", ZH_404),
        missing("/%2eenv", ZH_404),
        missing("/index.html.br", ZH_404),
        missing("/index.html.gz", ZH_404),
        missing("/index.html%2Egz", ZH_404),
        missing("/only.txt", ZH_404),
        missing("//example.com", ZH_404),
        missing("//example.com/", ZH_404),
        // A page has one address.
        moved("/news", "/news/"),
        moved("/news?page=2&q=%E9%93%9D", "/news/?page=2&q=%E9%93%9D"),
        moved("/en", "/en/"),
        moved("/news/at-20251031", "/news/at-20251031/"),
        moved("/index.html", "/"),
        moved("/news/index.html?a", "/news/?a"),
        // And who has it almost right is led there.
        moved("/zh-Hant/", "/zh-hant/"),
        moved("/ZH-HANT/embed/chain/", "/zh-hant/embed/chain/"),
        moved("/zh-TW", "/zh-hant/"),
        moved("/zh_hk/", "/zh-hant/"),
        moved("/zh-Hant-TW/?a=b", "/zh-hant/?a=b"),
        moved("/zh-cn/news/", "/news/"),
        moved("/zh-Hans-HK/", "/"),
        moved("/zh/", "/"),
        moved("/cn/news", "/news/"),
        moved("/En/", "/en/"),
        moved("/en-US/embed/chain", "/en/embed/chain/"),
        moved("/NEWS/", "/news/"),
        moved("/News/at-20251031?a", "/news/at-20251031/?a"),
        moved("/News/index.html", "/news/"),
        moved("/INDEX.html", "/"),
        moved("//news/", "/news/"),
        moved("/en//embed/chain//", "/en/embed/chain/"),
        moved("/news//at-20251031/", "/news/at-20251031/"),
        moved("/news/%E3%80%82", "/news/"),
        moved("/news/at-20251031/).", "/news/at-20251031/"),
        moved("/news%EF%BC%8C%E8%AF%B7%E7%9C%8B", "/news/"),
        missing("/Nowhere/", ZH_404),
        missing("/zh-TW/news/", ZH_404),
        missing("/news/%E9%93%9D", ZH_404),
        missing("/chinese/", ZH_404),
        // Nothing is taken in.
        refused("POST"),
        refused("PUT"),
        refused("DELETE"),
        refused("OPTIONS"),
        refused("PROPFIND"),
        // The head of an answer without its body.
        Expectation {
            method: "HEAD",
            status: 200,
            headers: vec![("content-type", Some(HTML)), ("content-length", Some("7"))],
            body: Some(""),
            ..file("/", HTML, "")
        },
        // A part of a file.
        part("/robots.txt", &["Range: bytes=0-3"], "bytes 0-3/13", "User"),
        part("/robots.txt", &["Range: bytes=11-"], "bytes 11-12/13", " *"),
        part("/robots.txt", &["Range: bytes=-1"], "bytes 12-12/13", "*"),
        part(
            "/robots.txt",
            &["Range: bytes=9-99"],
            "bytes 9-12/13",
            "t: *",
        ),
        Expectation {
            lines: &["Range: bytes=0-3", "If-Range: \"another\""],
            headers: vec![("content-range", None)],
            ..file("/robots.txt", "", "User-agent: *")
        },
    ]
}

fn part(
    path: &'static str,
    lines: &'static [&'static str],
    range: &'static str,
    body: &'static str,
) -> Expectation {
    Expectation {
        method: "GET",
        path,
        lines,
        status: 206,
        framing: Framing::Nobody,
        headers: vec![("content-range", Some(range))],
        body: Some(body),
    }
}

impl Expectation {
    fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }
}

/// Ways out of the folder to `secret.txt` beside it, and to the system's files.
pub const TRAVERSALS: &[&str] = &[
    "/../secret.txt",
    "/../../../../../../../../etc/passwd",
    "/news/../../secret.txt",
    "/news/../../../../../../../etc/passwd",
    "/./../secret.txt",
    "/news/./../../secret.txt",
    "/..//secret.txt",
    "//../secret.txt",
    "/..;/secret.txt",
    "/.../secret.txt",
    "/....//secret.txt",
    "/%2e%2e/secret.txt",
    "/%2E%2E/secret.txt",
    "/.%2e/secret.txt",
    "/%2e./secret.txt",
    "/..%2fsecret.txt",
    "/..%2Fsecret.txt",
    "/%2e%2e%2fsecret.txt",
    "/news/%2e%2e/%2e%2e/secret.txt",
    "/news%2f..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/news\\..\\..\\secret.txt",
    "/%2e%2e%5csecret.txt",
    "/%252e%252e/secret.txt",
    "/%252e%252e%252fsecret.txt",
    "/..%252fsecret.txt",
    "/%25%32%65%25%32%65/secret.txt",
    "/%c0%ae%c0%ae/secret.txt",
    "/..%c0%afsecret.txt",
    "/%e0%80%ae%e0%80%ae/secret.txt",
    "/%uff0e%uff0e/secret.txt",
    "/%EF%BC%8E%EF%BC%8E/secret.txt",
    "/..%00/secret.txt",
    "/../secret.txt%00",
    "/../secret.txt%00.html",
    "/index.html%00/../../secret.txt",
    "/%00",
    "/news/%0d%0aX-Injected:%201/",
    "/../secret.txt?x=.html",
    "/?../secret.txt",
    "/secret.txt",
    "/../site/../secret.txt",
    "/../site-other/secret.txt",
    "//etc/passwd",
    "/%2fetc/passwd",
    "/file:///etc/passwd",
    "/C:/secret.txt",
    "/proc/self/environ",
    "../secret.txt",
    "secret.txt",
    "http://test/../secret.txt",
    "http://test/%2e%2e/secret.txt",
    "file:///etc/passwd",
];
