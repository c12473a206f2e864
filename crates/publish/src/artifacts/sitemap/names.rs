//! What the files of the sitemap are called.

/// The sitemap, or an index of sitemaps: the first, and more where one index cannot
/// name all.
pub fn index(number: usize) -> String {
    match number {
        1 => "sitemap.xml".to_owned(),
        number => format!("sitemap-index-{number}.xml"),
    }
}

/// A sitemap that an index names.
pub fn part(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

/// A plain list of addresses.
pub fn list(number: usize) -> String {
    match number {
        1 => "sitemap.txt".to_owned(),
        number => format!("sitemap-{number}.txt"),
    }
}

/// Those of the files that are there from which all others are found: `robots.txt`
/// names them.
pub fn starts(is_there: impl Fn(&str) -> bool) -> Vec<String> {
    let named = |name: fn(usize) -> String| {
        let all = (1..).map(name);
        all.take_while(|name| is_there(name)).collect::<Vec<_>>()
    };
    [named(index), named(list)].concat()
}

/// Whether a file of this name is a sitemap, an index of them or a plain list.
pub fn is_sitemap(name: &str) -> bool {
    let numbered = |prefix, ending| {
        let number = name.strip_prefix(prefix)?.strip_suffix(ending)?;
        number.parse::<u32>().ok()
    };
    name == index(1)
        || name == list(1)
        || [
            ("sitemap-index-", ".xml"),
            ("sitemap-", ".xml"),
            ("sitemap-", ".txt"),
        ]
        .into_iter()
        .any(|(prefix, ending)| numbered(prefix, ending).is_some())
}

/// Whether a sitemap of this name is a plain list.
pub fn is_list(name: &str) -> bool {
    name.ends_with(".txt")
}
