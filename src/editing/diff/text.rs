//! Changes as text for a terminal.

use std::fmt::Write;

use similar::{ChangeTag, TextDiff};

use super::flat::{Step, Way};
use super::{Change, FieldChange, Kind, What};
use crate::content::Lang;
use crate::content::fields::field;

/// Texts longer than this are told by what in them is different.
const SHORT: usize = 40;
/// So much of what is the same stands around it.
const AROUND: usize = 10;

/// Every change, and a closing line that counts them.
pub fn render(changes: &[Change], lang: Lang) -> String {
    let zh = lang != Lang::En;
    let mut text = String::new();
    for change in changes {
        let sign = match change.what {
            What::Added => '+',
            What::Removed => '-',
            What::Changed(_) => '~',
        };
        let (chinese, english) = &change.name;
        let name = match english {
            Some(english) if !zh => english,
            _ => chinese,
        };
        let heading = [kind(change.kind, lang), &change.id, name];
        let heading: Vec<&str> = heading
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let _ = writeln!(text, "{sign} {}", heading.join(" "));
        if let What::Changed(fields) = &change.what {
            for field in fields {
                let _ = writeln!(text, "    {}", told(field, lang));
            }
        }
    }
    text.push_str(&closing(changes, lang));
    text
}

fn closing(changes: &[Change], lang: Lang) -> String {
    let count = |of: fn(&What) -> bool| changes.iter().filter(|change| of(&change.what)).count();
    let added = count(|what| *what == What::Added);
    let removed = count(|what| *what == What::Removed);
    let changed = changes.len() - added - removed;
    match lang {
        _ if changes.is_empty() && lang == Lang::En => {
            "Readers would see no difference.".to_owned()
        }
        _ if changes.is_empty() => "读者看不出变化。".to_owned(),
        Lang::En => format!("{added} added, {removed} removed, {changed} changed."),
        _ => format!("新增 {added}，删去 {removed}，改动 {changed}。"),
    }
}

const fn kind(kind: Kind, lang: Lang) -> &'static str {
    let (zh, en) = match kind {
        Kind::Article => ("文章", "article"),
        Kind::Company => ("企业", "company"),
        Kind::Project => ("项目", "project"),
        Kind::Indicator => ("数据", "figures"),
        Kind::Chain => ("产业链", "chain"),
        Kind::Alliance => ("联盟", "alliance"),
        Kind::Term => ("术语", "term"),
        Kind::Source => ("来源", "source"),
        Kind::Choice => ("筛选项", "choice"),
    };
    match lang {
        Lang::En => en,
        _ => zh,
    }
}

fn told(change: &FieldChange, lang: Lang) -> String {
    let zh = lang != Lang::En;
    let way = way(&change.way, lang);
    let colon = if zh { "：" } else { ": " };
    match (&change.old, &change.new) {
        (Some(old), Some(new)) => format!("{way}{colon}{}", between(old, new)),
        (None, Some(new)) if zh => format!("{way}：新增“{}”", shown(new)),
        (None, Some(new)) => format!("{way}: added `{}`", shown(new)),
        (Some(old), None) if zh => format!("{way}：删去“{}”", shown(old)),
        (Some(old), None) => format!("{way}: removed `{}`", shown(old)),
        (None, None) => way,
    }
}

fn way(way: &Way, lang: Lang) -> String {
    let words: Vec<String> = way
        .iter()
        .map(|step| match step {
            Step::Field(of, key) => {
                let title = field(of, key).map(|field| field.title(lang));
                title.unwrap_or(key).to_owned()
            }
            Step::Entry(told) => told.clone(),
            Step::Language(_) if lang == Lang::En => "English".to_owned(),
            Step::Language(_) => "英文".to_owned(),
        })
        .collect();
    words.join(" › ")
}

/// A short text whole; of a long one its beginning.
fn shown(text: &str) -> String {
    let line = text.replace('\n', " ");
    if line.chars().count() <= SHORT {
        return line;
    }
    let beginning: String = line.chars().take(SHORT).collect();
    format!("{beginning}…")
}

/// Short texts side by side; of long ones what is different, with a little
/// around it: `[-old-]` and `{+new+}`.
fn between(old: &str, new: &str) -> String {
    if old.chars().count().max(new.chars().count()) <= SHORT {
        return format!("{old} → {new}");
    }
    let diff = TextDiff::from_unicode_words(old, new);
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match runs.last_mut() {
            Some((tag, run)) if *tag == change.tag() => run.push_str(change.value()),
            _ => runs.push((change.tag(), change.value().to_owned())),
        }
    }
    let last = runs.len().saturating_sub(1);
    let text: String = runs
        .iter()
        .enumerate()
        .map(|(index, (tag, run))| match tag {
            ChangeTag::Equal => around(run, index > 0, index < last),
            ChangeTag::Delete => format!("[-{run}-]"),
            ChangeTag::Insert => format!("{{+{run}+}}"),
        })
        .collect();
    text.replace('\n', " ")
}

/// Of what is the same, the parts next to what is not.
fn around(run: &str, after: bool, before: bool) -> String {
    let chars: Vec<char> = run.chars().collect();
    let kept = AROUND * (usize::from(after) + usize::from(before));
    if chars.len() <= kept {
        return run.to_owned();
    }
    let head: String = chars.iter().take(if after { AROUND } else { 0 }).collect();
    let skip = chars.len() - if before { AROUND } else { 0 };
    let tail: String = chars.iter().skip(skip).collect();
    format!("{head}…{tail}")
}
