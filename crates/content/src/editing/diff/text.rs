//! Changes as text for a terminal.

use std::fmt::Write;

use similar::{ChangeTag, TextDiff};

use super::describe::{Names, yes};
use super::lists::Difference;
use super::value::{FieldValue, Step, Way};
use super::{Change, Diff, Edit, FieldChange, Kind};
use crate::fields::field;
use model::Lang;

/// Of texts longer than this only the difference is shown.
const SHORT: usize = 40;
/// How much of the unchanged text stands around it.
const AROUND: usize = 10;

/// Every change, and a closing line that counts them.
pub fn render(diff: &Diff, lang: Lang) -> String {
    let mut text = String::new();
    for change in &diff.changes {
        let sign = match change.edit {
            Edit::Added => '+',
            Edit::Removed => '-',
            Edit::Changed(_) | Edit::Reordered => '~',
        };
        let _ = writeln!(text, "{sign} {}", heading(change, &diff.names, lang));
        if let Edit::Changed(fields) = &change.edit {
            for field in fields {
                let _ = writeln!(text, "    {}", field_change(field, &diff.names, lang));
            }
        }
    }
    text.push_str(&closing(&diff.changes, lang));
    text
}

fn heading(change: &Change, names: &Names, lang: Lang) -> String {
    let (chinese, english) = &change.name;
    let name = match (english, lang) {
        (Some(english), Lang::En) => english,
        // A flow has the name of what flows.
        (None, _) if chinese.is_empty() && change.kind == Kind::Chain => {
            match names.of("flows", &change.id, lang) {
                name if name == change.id => "",
                name => name,
            }
        }
        _ => chinese,
    };
    if change.edit == Edit::Reordered {
        return match lang {
            Lang::En => format!("{name}: in another order"),
            _ => format!("{name}：顺序有变"),
        };
    }
    let heading = [kind(change.kind, lang), &change.id, name];
    let heading: Vec<&str> = heading
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    heading.join(" ")
}

fn closing(changes: &[Change], lang: Lang) -> String {
    let count = |of: fn(&Edit) -> bool| changes.iter().filter(|change| of(&change.edit)).count();
    let added = count(|edit| *edit == Edit::Added);
    let removed = count(|edit| *edit == Edit::Removed);
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
        Kind::Picture => ("图片", "picture"),
        Kind::Event => ("活动", "event"),
        Kind::Paper => ("资料", "paper"),
        Kind::Offer => ("供需", "offer"),
        Kind::Choice => ("筛选项", "choice"),
        Kind::Script => ("繁体写法", "traditional form"),
    };
    match lang {
        Lang::En => en,
        _ => zh,
    }
}

fn field_change(change: &FieldChange, names: &Names, lang: Lang) -> String {
    let way = way(&change.way, names, lang);
    let colon = if lang == Lang::En { ": " } else { "：" };
    let describe = |value: &FieldValue| value.describe(names, lang);
    let text = match (&change.old, &change.new) {
        (Some(FieldValue::Order(_)), Some(FieldValue::Order(_))) => reordered(None, lang),
        (Some(FieldValue::List(old)), Some(FieldValue::List(new))) => lists(old, new, names, lang),
        (Some(old), Some(new)) if old.is_text() => between(&describe(old), &describe(new)),
        (Some(old), Some(new)) => {
            let (before, after) = (describe(old), describe(new));
            match (old, new) {
                // Two of one name: their ids distinguish them.
                (FieldValue::Named(_, old), FieldValue::Named(_, new)) if before == after => {
                    format!("{before} ({old}) → {after} ({new})")
                }
                _ => format!("{before} → {after}"),
            }
        }
        (None, Some(FieldValue::Yes)) => format!("{} → {}", yes(false, lang), yes(true, lang)),
        (Some(FieldValue::Yes), None) => format!("{} → {}", yes(true, lang), yes(false, lang)),
        (None, Some(FieldValue::List(new))) => lists(&[], new, names, lang),
        (Some(FieldValue::List(old)), None) => lists(old, &[], names, lang),
        (None, Some(new)) => added(&[quote(&describe(new))], lang),
        (Some(old), None) => removed(&[quote(&describe(old))], lang),
        (None, None) => return way,
    };
    format!("{way}{colon}{text}")
}

/// What was added and removed, and whether the rest is in another order.
fn lists(old: &[FieldValue], new: &[FieldValue], names: &Names, lang: Lang) -> String {
    let difference = Difference::of(old, new);
    let texts = |list: &[&FieldValue]| -> Vec<String> {
        let texts = list.iter().map(|value| quote(&value.describe(names, lang)));
        texts.collect()
    };
    let mut parts = Vec::new();
    let pairs = difference.removed.len() == difference.added.len()
        && difference.removed.iter().all(|value| value.is_text());
    if pairs {
        let pairs = difference.removed.iter().zip(&difference.added);
        parts.extend(
            pairs.map(|(old, new)| between(&old.describe(names, lang), &new.describe(names, lang))),
        );
    } else {
        if !difference.removed.is_empty() {
            parts.push(removed(&texts(&difference.removed), lang));
        }
        if !difference.added.is_empty() {
            parts.push(added(&texts(&difference.added), lang));
        }
    }
    if difference.reordered || parts.is_empty() {
        let now: Vec<&FieldValue> = new.iter().collect();
        parts.push(reordered(Some(&texts(&now)), lang));
    }
    parts.join(if lang == Lang::En { "; " } else { "；" })
}

fn added(texts: &[String], lang: Lang) -> String {
    match lang {
        Lang::En => format!("added `{}`", texts.join("`, `")),
        _ => format!("新增“{}”", texts.join("”“")),
    }
}

fn removed(texts: &[String], lang: Lang) -> String {
    match lang {
        Lang::En => format!("removed `{}`", texts.join("`, `")),
        _ => format!("删去“{}”", texts.join("”“")),
    }
}

fn reordered(now: Option<&[String]>, lang: Lang) -> String {
    match (now, lang) {
        (Some(now), Lang::En) => format!("in another order, now {}", now.join(", ")),
        (None, Lang::En) => "in another order".to_owned(),
        (Some(now), _) => format!("顺序改为 {}", now.join("、")),
        (None, _) => "顺序有变".to_owned(),
    }
}

fn way(way: &Way, names: &Names, lang: Lang) -> String {
    let words: Vec<String> = way
        .iter()
        .map(|step| match step {
            Step::Field(of, key) => {
                let title = field(of, key).map(|field| field.title(lang));
                title.unwrap_or(key).to_owned()
            }
            Step::Entry(parts, number) => {
                let mut words: Vec<String> = parts
                    .iter()
                    .map(|part| part.describe(names, lang))
                    .collect();
                if *number > 1 {
                    words.push(format!("#{number}"));
                }
                words.join(" ")
            }
            Step::Language(_) if lang == Lang::En => "English".to_owned(),
            Step::Language(_) => "英文".to_owned(),
        })
        .collect();
    words.join(" › ")
}

/// A short text whole; of a long one its beginning.
fn quote(text: &str) -> String {
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
