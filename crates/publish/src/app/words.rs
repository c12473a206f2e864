//! The interface's words for the browser, in the order in which it reads them.

use serde_json::Value;

use model::Lang;
use model::routes::Door;
use model::words::{SHAPE, Words, list, of_door};

/// The list of a language's words as JSON: the number that tells its shape, and
/// the words.
pub fn json(lang: Lang) -> Value {
    written(lang.words())
}

/// Those that a door needs, as a script that its pages load beside the app.
pub fn script(lang: Lang, door: Door) -> String {
    format!("export default {};\n", written(&of_door(lang, door)))
}

fn written(words: &Words) -> Value {
    let words = list(words).into_iter().map(Value::from);
    [Value::from(SHAPE)].into_iter().chain(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::words::from_list;

    #[test]
    fn writes_words_that_read_back_as_they_were() {
        for lang in Lang::ALL {
            let there = list(lang.words());
            let back = list(&from_list(there.clone().into_iter()));
            assert_eq!(back, there, "{}", lang.tag());
        }
    }
}
