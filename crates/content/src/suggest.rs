//! "Did you mean …?"

/// The word nearest to the one written, if it is near enough to have been meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let folded = fold(word);
    let known: Vec<&str> = known.into_iter().collect();
    known
        .iter()
        .map(|known| (strsim::damerau_levenshtein(&folded, &fold(known)), *known))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, known)| near(*distance, word, known))
        .map(|(_, known)| known)
        .or_else(|| begun(word, &known))
        .map(str::to_owned)
}

/// The only word that begins like it: 亿 for 亿元. A single Latin letter says
/// too little.
fn begun<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    // In bytes: one Chinese character has three.
    if word.len() < 2 {
        return None;
    }
    let mut longer = known.iter().filter(|known| known.starts_with(word));
    longer.next().filter(|_| longer.next().is_none()).copied()
}

/// A third of the letters may be wrong; case and `_` or `-` do not count.
fn near(distance: usize, word: &str, known: &str) -> bool {
    distance <= word.chars().count().max(known.chars().count()) / 3
}

fn fold(word: &str) -> String {
    word.to_lowercase().replace(['_', '-', ' '], "")
}
