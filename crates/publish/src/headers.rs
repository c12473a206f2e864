//! The one place that spells the response headers of the site.
//!
//! The embedded server sends them, publishing writes them into the `_headers`
//! file that some hosts read, and tests hold the nginx sample to them.

use std::fmt::Write;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::papers::{FOLDER_DIGITS, encoded};
use model::Lang;
use model::routes::{Address, PAPERS, PICTURES, Route};

/// A header's name, in lower case as HTTP/2 wants it, and its value.
pub type Header = (&'static str, String);

/// For files whose name changes with their content: never ask again.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// For everything else: keep it, but ask whether it is still the one.
pub const REVALIDATE: &str = "no-cache";

/// Browsers that came by https once come by https for a year.
///
/// Apart from [`security`], because a site that is on http only must not
/// promise it: who serves by https adds it. Without `includeSubDomains`: what
/// else runs under the alliance's domain is not for this site to say.
pub const HSTS: (&str, &str) = ("strict-transport-security", "max-age=31536000");

/// The script that stands inline in every page, byte for byte: without what
/// only its authors read, the comments and indents.
pub static BOOT: LazyLock<String> = LazyLock::new(|| {
    let lines = include_str!("../../../public/assets/boot.js").lines();
    let lines = lines.map(str::trim).filter(|line| !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
});

/// A script as a policy names it: `'sha256-…'`.
///
/// Of the text exactly as it stands between the tags: a changed space changes
/// it.
pub fn script_hash(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

/// Who may show a page in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// Nobody: a page in a frame can be laid under another one's buttons.
    Nobody,
    /// Anybody: the page was made for that.
    Anybody,
}

impl Framing {
    /// Who may frame a published file.
    pub fn of(file: &str) -> Self {
        let made_for_it = Lang::ALL.into_iter().any(|lang| {
            let page = Address::new(lang, Route::Embed).path();
            file.strip_suffix("index.html") == page.strip_prefix('/')
        });
        if made_for_it {
            Self::Anybody
        } else {
            Self::Nobody
        }
    }
}

/// What every response carries, whatever it answers.
///
/// `boot_hash` is the [`script_hash`] of the one script that stands inline.
pub fn security(boot_hash: &str, framing: Framing) -> Vec<Header> {
    let (ancestors, resource) = match framing {
        Framing::Nobody => ("; frame-ancestors 'none'", "same-origin"),
        Framing::Anybody => ("; frame-ancestors *", "cross-origin"),
    };
    vec![
        (
            "content-security-policy",
            content_policy(boot_hash) + ancestors,
        ),
        // A file is what its type says: no browser guesses a script into it.
        ("x-content-type-options", "nosniff".to_owned()),
        // Other sites learn which site sent the reader, not which page.
        (
            "referrer-policy",
            "strict-origin-when-cross-origin".to_owned(),
        ),
        // A page that opened this one, or was opened by it, holds no handle on it.
        ("cross-origin-opener-policy", "same-origin".to_owned()),
        // No other site embeds these files, so none can read them by side
        // channels; a page made for it is let into sites that ask for consent.
        ("cross-origin-resource-policy", resource.to_owned()),
        // Nor does this one embed files that did not agree to it.
        ("cross-origin-embedder-policy", "require-corp".to_owned()),
        // The site uses none of these: a script that gets in has none of them either.
        (
            "permissions-policy",
            "camera=(), microphone=(), geolocation=()".to_owned(),
        ),
    ]
}

/// Closed, then opened for what the site has; who may frame it comes last.
fn content_policy(boot_hash: &str) -> String {
    [
        "default-src 'none'",
        // The app; its wasm, which browsers count as evaluation; the boot script.
        &format!("script-src 'self' 'wasm-unsafe-eval' {boot_hash}"),
        // No inline styles: nothing that gets into the markup can dress up.
        "style-src 'self'",
        "img-src 'self' data:",
        // The documents. A backend on another origin is added here.
        "connect-src 'self'",
        "manifest-src 'self'",
        // A <base> that gets in cannot send relative links elsewhere.
        "base-uri 'none'",
        // Without the app, the search's form leads to the search.
        "form-action 'self'",
        // No text becomes markup or script by way of the DOM.
        "require-trusted-types-for 'script'",
    ]
    .join("; ")
}

/// How long a browser may keep what a path gives, if it is there.
pub fn cache_control(path: &str) -> &'static str {
    if is_hashed(path) {
        IMMUTABLE
    } else {
        REVALIDATE
    }
}

/// What a response says of a file that is to be saved, and under which name; none for
/// what is shown.
pub fn content_disposition(path: &str) -> Option<String> {
    let name = paper_name(path)?;
    Some(format!("attachment; filename*=UTF-8''{}", encoded(name)))
}

/// The name of a paper's file, if a path is that of one: the folder is its hash.
fn paper_name(path: &str) -> Option<&str> {
    let below = path.trim_start_matches('/');
    let below = below.strip_prefix(PAPERS.trim_start_matches('/'))?;
    let (folder, name) = below.split_once('/')?;
    let is_hash = folder.len() == FOLDER_DIGITS
        && (folder.bytes()).all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    (is_hash && !name.is_empty() && !name.contains('/')).then_some(name)
}

/// Whether a file's name carries a hash of its content: `site-0a1b2c3d.css`,
/// `app-0a1b2c3d4e5f6071_bg.wasm`.
///
/// Eight hexadecimal digits or more between a hyphen and `.` or `_`. Only a
/// file with an ending counts: an article called `notice-20251031` has an
/// address without one, `news/notice-20251031/`, and its document is a `.json`
/// whose content changes under the same name.
fn is_hashed(path: &str) -> bool {
    if paper_name(path).is_some() {
        return true;
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((stem, ending)) = name.split_once('.') else {
        return false;
    };
    let Some((_, hash)) = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-') else {
        return false;
    };
    !matches!(ending, "html" | "json" | "xml" | "txt")
        && hash.len() >= 8
        && hash
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The `_headers` file that Netlify, Cloudflare Pages and others read.
///
/// `paths` are the published files; those with a hash in their name get a rule
/// each. Hosts join the values of all rules that match a path by a comma, so no
/// path may get `cache-control` twice: everything else is left to the hosts'
/// own default, which is to revalidate. Two policies joined both hold, so the
/// one for all cannot forbid frames: a header of its own does, which browsers
/// leave aside where a policy speaks of frames.
/// Pictures, of which there may be thousands, have one rule for all, and papers have one
/// that has them saved: browsers name them by their addresses, which end in their titles.
pub fn headers_file<'a>(
    boot_hash: &str,
    paths: impl IntoIterator<Item = &'a str>,
    has_pictures: bool,
    has_papers: bool,
) -> String {
    let mut file = String::from("/*\n");
    let (name, value) = HSTS;
    let hsts = (name, value.to_owned());
    let policy = ("content-security-policy", content_policy(boot_hash));
    let no_frames = ("x-frame-options", "DENY".to_owned());
    let others = security(boot_hash, Framing::Nobody);
    let others = others.into_iter().skip(1).chain([no_frames, hsts]);
    for (name, value) in [policy].into_iter().chain(others) {
        // Writing to a String cannot fail.
        let _ = writeln!(file, "  {name}: {value}");
    }
    for lang in Lang::ALL {
        let page = Address::new(lang, Route::Embed).path();
        for (name, value) in security(boot_hash, Framing::Anybody).into_iter().take(1) {
            let _ = writeln!(file, "{page}\n  {name}: {value}");
        }
    }
    let mut hashed: Vec<&str> = paths
        .into_iter()
        .map(|path| path.trim_start_matches('/'))
        .filter(|path| is_hashed(path))
        .collect();
    hashed.sort_unstable();
    hashed.dedup();
    for path in hashed {
        let _ = writeln!(file, "/{path}\n  cache-control: {IMMUTABLE}");
    }
    if has_papers {
        let _ = writeln!(
            file,
            "{PAPERS}*\n  cache-control: {IMMUTABLE}\n  content-disposition: attachment"
        );
    }
    if has_pictures {
        let _ = writeln!(file, "{PICTURES}*\n  cache-control: {IMMUTABLE}");
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_for_hosts_that_read_a_headers_file_is_up_to_date() {
        let sample = include_str!("../../../deploy/_headers");
        let current = headers_file(&script_hash(&BOOT), [], false, false);
        assert_eq!(
            sample, current,
            "write this into deploy/_headers:\n{current}"
        );
    }

    #[test]
    fn names_a_script_by_its_hash() {
        // As `printf 'alert(1)' | openssl dgst -sha256 -binary | base64` gives it.
        assert_eq!(
            script_hash("alert(1)"),
            "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
        );
    }

    #[test]
    fn lets_only_the_picture_made_for_it_be_framed() {
        for file in ["embed/chain/index.html", "en/embed/chain/index.html"] {
            assert_eq!(Framing::of(file), Framing::Anybody, "{file}");
        }
        for file in [
            "index.html",
            "404.html",
            "chain/index.html",
            "embed/index.html",
            "embed/chain/",
            "embed/chain/other/index.html",
            "news/embed/chain/index.html",
            "",
        ] {
            assert_eq!(Framing::of(file), Framing::Nobody, "{file}");
        }
    }

    #[test]
    fn keeps_only_what_changes_its_name() {
        for path in [
            "/app-0a1b2c3d4e5f6071.js",
            "/app-0a1b2c3d4e5f6071_bg.wasm",
            "/site-0a1b2c3d.css",
            "/images/hall-00ff00ff.webp",
            "/papers/0a1b2c3d4e5f6071/章程.pdf",
        ] {
            assert_eq!(cache_control(path), IMMUTABLE, "{path}");
        }
        for path in [
            "/",
            "/index.html",
            "/404.html",
            "/content/v1/manifest.json",
            "/content/v1/zh-Hans/news/notice-20251031.json",
            "/news/notice-20251031/",
            "/news/notice-20251031",
            "/site.css",
            "/site-0a1b2c3.css",
            "/site-0a1b2c3g.css",
            "/site-.css",
            "/0a1b2c3d4e.css",
            "/-0a1b2c3d/plain.css",
            "/papers/0a1b2c3d4e5f607/章程.pdf",
            "/papers/0a1b2c3d4e5f6071/",
            "/news/papers/0a1b2c3d4e5f6071/a.pdf",
        ] {
            assert_eq!(cache_control(path), REVALIDATE, "{path}");
        }
    }

    #[test]
    fn writes_a_rule_for_all_and_one_for_each_hashed_file() {
        let file = headers_file(
            "'sha256-x'",
            [
                "site-0a1b2c3d.css",
                "index.html",
                "/app-0a1b2c3d.js",
                "site-0a1b2c3d.css",
            ],
            true,
            true,
        );
        let mut blocks = file
            .split_inclusive('\n')
            .filter(|line| line.starts_with('/'));
        assert_eq!(blocks.next(), Some("/*\n"));
        assert_eq!(blocks.next(), Some("/embed/chain/\n"));
        assert_eq!(blocks.next(), Some("/zh-hant/embed/chain/\n"));
        assert_eq!(blocks.next(), Some("/en/embed/chain/\n"));
        assert_eq!(blocks.next(), Some("/app-0a1b2c3d.js\n"));
        assert_eq!(blocks.next(), Some("/site-0a1b2c3d.css\n"));
        assert_eq!(blocks.next(), Some("/papers/*\n"));
        assert_eq!(blocks.next(), Some("/media/*\n"));
        assert_eq!(blocks.next(), None);
        assert!(file.contains("\n  content-security-policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-x'; "));
        let (for_all, rest) = file.split_once("/embed/chain/\n").expect("it is there");
        assert!(for_all.contains("\n  x-frame-options: DENY\n"));
        assert!(
            !for_all.contains("frame-ancestors"),
            "it would hold for all"
        );
        assert_eq!(rest.matches("; frame-ancestors *\n").count(), 3);
        assert!(file.contains("\n  strict-transport-security: "));
        assert_eq!(file.matches("cache-control").count(), 4);
        // Cloudflare drops longer lines.
        assert!(file.lines().all(|line| line.len() < 2000));
    }
}
