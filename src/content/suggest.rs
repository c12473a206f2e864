//! "Did you mean …?"

/// The word nearest to the one written, if it is near enough to have been meant.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let folded = fold(word);
    known
        .into_iter()
        .map(|known| (strsim::damerau_levenshtein(&folded, &fold(known)), known))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, known)| near(*distance, word, known))
        .map(|(_, known)| known.to_owned())
}

/// A third of the letters may be wrong; case and `_` or `-` do not count.
fn near(distance: usize, word: &str, known: &str) -> bool {
    distance <= word.chars().count().max(known.chars().count()) / 3
}

fn fold(word: &str) -> String {
    word.to_lowercase().replace(['_', '-', ' '], "")
}
