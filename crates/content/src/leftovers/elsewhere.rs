//! Files that stand for others, which a network disk keeps and has not fetched.

/// What a placeholder stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The name of the file.
    pub original: String,
    /// Who keeps it.
    pub keeper: &'static str,
}

/// How the names of placeholders end, and whose they are.
const ENDS: [(&str, &str); 3] = [
    (".icloud", "iCloud"),
    (".nextcloud", "Nextcloud"),
    (".owncloud", "ownCloud"),
];

impl Elsewhere {
    /// Reads a name: `.output.json.icloud`, `output.json.nextcloud`. What stands for no
    /// file of a kind that has a place in a bundle is somebody else's.
    pub fn of(name: &str) -> Option<Self> {
        let (rest, keeper) =
            (ENDS.iter()).find_map(|(end, keeper)| Some((name.strip_suffix(end)?, *keeper)))?;
        let original = rest.strip_prefix('.').unwrap_or(rest);
        let named = original
            .rsplit_once('.')
            .is_some_and(|(stem, _)| !stem.is_empty());
        named.then(|| Self {
            original: original.to_owned(),
            keeper,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_a_placeholder_stands_for() {
        for (name, original, keeper) in [
            (
                ".2025-10-31-output.json.icloud",
                "2025-10-31-output.json",
                "iCloud",
            ),
            (
                "2025-10-31-output.json.nextcloud",
                "2025-10-31-output.json",
                "Nextcloud",
            ),
            (".厂区 1.jpg.icloud", "厂区 1.jpg", "iCloud"),
        ] {
            let found = Elsewhere::of(name).expect("it is one");
            assert_eq!((&*found.original, found.keeper), (original, keeper));
        }
        for name in [
            ".icloud",
            "icloud",
            ".x.icloud",
            "output.json",
            ".output.json",
        ] {
            assert_eq!(Elsewhere::of(name), None, "{name}");
        }
    }
}
