//! What is to be done, by what lies in the folder, what lies in the bucket, and what
//! earlier uploads have noted.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use publish::output::turn::Turn;

use crate::files::{LocalFile, Step, is_hashed};
use crate::record::Record;

/// What lies in a bucket: the tag of each file, by name.
pub type Listing = HashMap<String, Option<String>>;

/// What is to be done.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Numbers of files to put there, in groups: one after the other, each in any order.
    pub puts: Vec<Vec<usize>>,
    /// How many lie there as they are to be.
    pub unchanged: usize,
    /// Names of files that go, in groups as well.
    pub removals: Vec<Vec<String>>,
    /// Names of hashed files that the site has no more and open pages may still ask for,
    /// and since when.
    pub left: BTreeMap<String, u64>,
    /// Names that are noted and not there.
    pub gone: Vec<String>,
}

impl Plan {
    /// `now` and `keep` in seconds.
    pub fn new(
        files: &[LocalFile],
        record: &Record,
        listing: &Listing,
        now: u64,
        keep: u64,
    ) -> Self {
        let mut plan = Self::default();
        // What is new before what is changed, and what lies deep before what leads down to it:
        // no list leads to what is not there yet, the first time either, when all is new.
        let mut groups: BTreeMap<(Step, bool, Reverse<usize>), Vec<usize>> = BTreeMap::new();
        for (number, file) in files.iter().enumerate() {
            if is_there(file, record, listing) {
                plan.unchanged += 1;
            } else {
                let changes = listing.contains_key(&file.name);
                let depth = Reverse(file.name.matches('/').count());
                let group = groups.entry((Step::of(&file.name), changes, depth));
                group.or_default().push(number);
            }
        }
        plan.puts = groups.into_values().collect();
        let mut removals: BTreeMap<Turn, Vec<String>> = BTreeMap::new();
        let wanted: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
        for (name, kept) in &record.files {
            if wanted.contains(name.as_str()) {
                continue;
            }
            if !listing.contains_key(name) {
                plan.gone.push(name.clone());
                continue;
            }
            let since = kept.left.unwrap_or(now).min(now);
            match is_hashed(name) && now - since < keep {
                true => drop(plan.left.insert(name.clone(), since)),
                false => removals
                    .entry(Turn::of(name))
                    .or_default()
                    .push(name.clone()),
            }
        }
        // Pages before what they need.
        plan.removals.extend(removals.remove(&Turn::Page));
        plan.removals.extend(removals.into_values());
        plan
    }

    /// How many files are to be put there.
    pub fn count(&self) -> usize {
        self.puts.iter().map(Vec::len).sum()
    }

    /// Whether everything is as it is to be.
    pub fn is_empty(&self) -> bool {
        self.puts.is_empty() && self.removals.is_empty()
    }
}

/// Whether a file lies there just so: as this program has put it there, and nobody has
/// touched it since.
fn is_there(file: &LocalFile, record: &Record, listing: &Listing) -> bool {
    let (Some(kept), Some(there)) = (record.files.get(&file.name), listing.get(&file.name)) else {
        return false;
    };
    kept.digest == file.digest && kept.tag.is_some() && kept.tag == *there
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Said;
    use crate::record::Kept;

    const DAY: u64 = 86_400;

    fn file(name: &str, digest: &str) -> LocalFile {
        LocalFile {
            name: name.to_owned(),
            path: name.into(),
            length: 1,
            digest: digest.to_owned(),
            said: Said {
                kind: "",
                cache: "",
                disposition: None,
                encoding: None,
            },
        }
    }

    fn there(names: &[&str]) -> (Record, Listing) {
        let mut record = Record::default();
        let mut listing = Listing::new();
        for name in names {
            let kept = Kept {
                digest: "same".to_owned(),
                tag: Some("tag".to_owned()),
                left: None,
            };
            record.files.insert((*name).to_owned(), kept);
            listing.insert((*name).to_owned(), Some("tag".to_owned()));
        }
        (record, listing)
    }

    fn names<'a>(plan: &Plan, files: &'a [LocalFile]) -> Vec<Vec<&'a str>> {
        let group = |group: &Vec<usize>| group.iter().map(|n| files[*n].name.as_str()).collect();
        plan.puts.iter().map(group).collect()
    }

    #[test]
    fn puts_what_pages_need_before_pages_and_what_is_new_before_what_leads_to_it() {
        let files = [
            file("content/v1/manifest.json", "other"),
            file("index.html", "other"),
            file("news/new/index.html", "new"),
            file("content/v1/zh-Hans/home.json", "other"),
            file("content/v1/zh-Hans/news/new.json", "new"),
            file("app-0a1b2c3d.js", "new"),
            file("about/index.html", "same"),
        ];
        let (record, listing) = there(&[
            "content/v1/manifest.json",
            "index.html",
            "content/v1/zh-Hans/home.json",
            "about/index.html",
        ]);
        let plan = Plan::new(&files, &record, &listing, 0, 0);
        assert_eq!(
            names(&plan, &files),
            [
                vec!["app-0a1b2c3d.js"],
                vec!["content/v1/zh-Hans/news/new.json"],
                vec!["content/v1/zh-Hans/home.json"],
                vec!["news/new/index.html"],
                vec!["index.html"],
                vec!["content/v1/manifest.json"],
            ]
        );
        assert_eq!(plan.unchanged, 1);
    }

    #[test]
    fn puts_the_way_in_last_where_nothing_is_there_yet() {
        let files = [
            file("index.html", "new"),
            file("news/index.html", "new"),
            file("news/one/index.html", "new"),
            file("news/two/index.html", "new"),
        ];
        let plan = Plan::new(&files, &Record::default(), &Listing::new(), 0, 0);
        assert_eq!(
            names(&plan, &files),
            [
                vec!["news/one/index.html", "news/two/index.html"],
                vec!["news/index.html"],
                vec!["index.html"],
            ]
        );
    }

    #[test]
    fn puts_again_what_somebody_has_touched_or_what_was_broken_off() {
        let files = [file("index.html", "same")];
        let (record, mut listing) = there(&["index.html"]);
        assert!(Plan::new(&files, &record, &listing, 0, 0).is_empty());
        listing.insert("index.html".to_owned(), Some("other".to_owned()));
        assert_eq!(Plan::new(&files, &record, &listing, 0, 0).count(), 1);
        let (mut record, listing) = there(&["index.html"]);
        if let Some(kept) = record.files.get_mut("index.html") {
            kept.tag = None;
        }
        assert_eq!(Plan::new(&files, &record, &listing, 0, 0).count(), 1);
    }

    #[test]
    fn keeps_hashed_files_for_some_days_and_takes_pages_away_first() {
        let (mut record, listing) = there(&[
            "app-0a1b2c3d.js",
            "content/v1/zh-Hans/news/old.json",
            "news/old/index.html",
        ]);
        let plan = Plan::new(&[], &record, &listing, 100 * DAY, 30 * DAY);
        assert_eq!(
            plan.removals,
            [
                vec!["news/old/index.html".to_owned()],
                vec!["content/v1/zh-Hans/news/old.json".to_owned()]
            ]
        );
        assert_eq!(plan.left["app-0a1b2c3d.js"], 100 * DAY);
        if let Some(kept) = record.files.get_mut("app-0a1b2c3d.js") {
            kept.left = Some(71 * DAY);
        }
        let kept = Plan::new(&[], &record, &listing, 100 * DAY, 30 * DAY);
        assert_eq!(kept.left["app-0a1b2c3d.js"], 71 * DAY);
        let old = Plan::new(&[], &record, &listing, 101 * DAY, 30 * DAY);
        assert_eq!(
            old.removals.concat(),
            [
                "news/old/index.html",
                "app-0a1b2c3d.js",
                "content/v1/zh-Hans/news/old.json"
            ]
        );
    }

    #[test]
    fn leaves_alone_what_no_upload_has_put_there() {
        let mut listing = Listing::new();
        listing.insert("somebody/else.txt".to_owned(), None);
        let plan = Plan::new(&[], &Record::default(), &listing, 0, 0);
        assert_eq!(plan, Plan::default());
        let (record, _) = there(&["lost.html"]);
        let plan = Plan::new(&[], &record, &listing, 0, 0);
        assert_eq!(plan.gone, ["lost.html"]);
        assert!(plan.removals.is_empty());
    }
}
