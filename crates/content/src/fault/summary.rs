//! How many faults there are of each class.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Class, Fault};
use model::Lang;

/// How many faults there are of each class: what keeps a bundle from being
/// published first, then the most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary(Vec<(Class, usize)>);

impl Summary {
    /// Counts them.
    pub fn of<'a>(faults: impl IntoIterator<Item = &'a Fault>) -> Self {
        let mut counts: BTreeMap<Class, usize> = BTreeMap::new();
        for fault in faults {
            *counts.entry(fault.kind.class()).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(class, count)| (class.is_warning(), std::cmp::Reverse(*count)));
        Self(counts)
    }

    /// How many are only worth a look.
    pub fn warnings(&self) -> usize {
        self.count(true)
    }

    /// How many keep the bundle from being published.
    pub fn faults(&self) -> usize {
        self.count(false)
    }

    fn count(&self, warnings: bool) -> usize {
        let counted = self.0.iter();
        let counted = counted.filter(|(class, _)| class.is_warning() == warnings);
        counted.map(|(_, count)| count).sum()
    }

    /// The class of most warnings.
    pub fn commonest_warning(&self) -> Option<Class> {
        let mut classes = self.0.iter().map(|(class, _)| *class);
        classes.find(|class| class.is_warning())
    }

    /// The warnings in one line: `41 提醒：22 缺英文，16 旧数据，3 未加密链接`. `None`
    /// when there are none.
    pub fn warnings_line(&self, lang: Lang) -> Option<String> {
        let kinds = self.0.iter().filter(|(class, _)| class.is_warning());
        let kinds: Vec<String> = kinds
            .map(|(class, count)| match lang {
                Lang::ZhHans | Lang::ZhHant => format!("{count} {}", class.words(lang)),
                Lang::En => format!("{count} × {}", class.words(lang)),
            })
            .collect();
        let count = self.warnings();
        match (count, lang) {
            (0, _) => None,
            (_, Lang::ZhHans | Lang::ZhHant) => Some(format!("{count} 提醒：{}", kinds.join("，"))),
            (1, Lang::En) => Some(format!("1 warning: {}", kinds.join(", "))),
            (_, Lang::En) => Some(format!("{count} warnings: {}", kinds.join(", "))),
        }
    }

    /// For programs.
    pub fn json(&self, lang: Lang) -> Value {
        let rows = self.0.iter().map(|(class, count)| {
            json!({
                "severity": if class.is_warning() { "warning" } else { "error" },
                "code": class.slug(),
                "words": class.words(lang),
                "count": count,
            })
        });
        rows.collect()
    }
}
