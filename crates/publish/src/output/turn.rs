//! In which order the files of a site take their places where they cannot do so all at
//! once: in a folder that must stay, in a bucket. No page is shown without what it needs.

use super::compress::ENDINGS;

/// When a file is put in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// Documents, the app, pictures: what pages fetch.
    Fetched,
    /// Pages. Their packed forms come before them.
    Page,
    /// What says which site this is, to open tabs, search engines and the next publish.
    Signpost,
}

impl Turn {
    /// Of a file, by its path below the site.
    pub fn of(path: &str) -> Self {
        let plain = without_ending(path);
        let ending = plain.rsplit('.').next().unwrap_or_default();
        let top = !plain.contains('/');
        if ending == "html" {
            Self::Page
        } else if top && matches!(ending, "json" | "xml" | "txt")
            || plain.ends_with("/manifest.json")
        {
            Self::Signpost
        } else {
            Self::Fetched
        }
    }
}

/// The path of the file of which this is a packed form, or itself.
pub fn without_ending(path: &str) -> &str {
    let mut endings = ENDINGS.into_iter();
    (endings.find_map(|ending| path.strip_suffix(ending))).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_pages_behind_what_they_fetch_and_signposts_last() {
        for (path, turn) in [
            ("app-0a1b2c3d.js", Turn::Fetched),
            ("content/v1/zh-Hans/home.json", Turn::Fetched),
            ("index.html", Turn::Page),
            ("news/index.html.br", Turn::Page),
            ("content/v1/manifest.json", Turn::Signpost),
            ("app.json", Turn::Signpost),
            ("sitemap.xml.gz", Turn::Signpost),
        ] {
            assert_eq!(Turn::of(path), turn, "{path}");
        }
        assert!(Turn::Fetched < Turn::Page && Turn::Page < Turn::Signpost);
    }
}
