//! What a first question costs when the archive has grown for twenty years.
//!
//! Held here: a phrase, a name, pinyin, several words at once, and the title of
//! any real article, as it is pasted. Sentences that hundreds of articles share
//! take more: those that were made up from a dozen of them.

use std::borrow::Cow;
use std::path::Path;

use content::load::load;
use content::synthetic::{Size, generate};
use model::Lang;

use super::publication::publication;
use super::reader::Reader;

/// The most that a first question may fetch, packed: the index's files, the
/// records and the articles of the first ten.
const MOST: usize = 41_000;

/// What no article holds.
const NOWHERE: &str = "新能源汽车";

#[test]
fn fetches_little_for_a_phrase_or_a_name_in_a_large_archive() {
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path().join("made");
    // Ten thousand in a soak: an index of them takes a build without optimisations its time.
    let of = if std::env::var_os("SOAK").is_some() {
        1
    } else {
        4
    };
    let size = Size {
        articles: 10_000 / of,
        companies: 2_000 / of,
        pictures: 0,
        events: 0,
        offers: 0,
        seed: 3,
    };
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content");
    generate(&real, &made, size).unwrap();
    let publication = publication(&load(&made).unwrap());
    let real = load(&real).unwrap();
    let mut faults = Vec::new();
    for (lang, questions) in [
        (
            Lang::ZhHans,
            &[
                "铝",
                "电解铝",
                "再生铝",
                "广元 再生铝",
                "中孚 高精铝材",
                "项目 投产",
                "绿色铝",
                "铝液直供比例",
                "电价影响",
                "林丰",
                "zhongfu",
                "zf",
                "2024",
                NOWHERE,
                "广元市铝产业联盟",
            ][..],
        ),
        (
            Lang::ZhHant,
            &["鋁", "電解鋁", "再生鋁 廣元", "林豐", "zhongfu", "zf"],
        ),
        (
            Lang::En,
            &[
                "aluminium",
                "recycled aluminium",
                "power prices",
                "quality of alumina",
                "the",
                "zhongfu",
            ],
        ),
    ] {
        let reader = Reader::new(&publication, lang);
        let script = real.traditional();
        let titles = real.news.iter().map(|article| article.title.get(lang).text);
        let titles = titles.map(|title| match lang {
            Lang::ZhHant => script.convert(title),
            _ => Cow::Borrowed(title),
        });
        let questions = questions.iter().map(|typed| Cow::Borrowed(*typed));
        for typed in questions.chain(titles) {
            let typed = &*typed;
            let (found, fetched) = reader.look_for(typed);
            assert!(
                !found.is_empty() || typed == NOWHERE,
                "{typed} finds nothing"
            );
            let bytes: usize = fetched.iter().map(|(_, bytes)| bytes).sum();
            println!("{bytes:>7} B: {typed}");
            if bytes > MOST {
                faults.push(format!("{typed}: {bytes} B: {fetched:?}"));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "more than {MOST} B:\n{}",
        faults.join("\n")
    );
}
