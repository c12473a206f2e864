//! What a first question costs when the archive has grown for twenty years.

use std::path::Path;

use alliance::content::Lang;
use alliance::content::load::load;
use alliance::publish::documents::publication;
use alliance::synthetic::{Size, generate};

use super::reader::Reader;

/// The most that a first question may fetch, packed: the index's files, the
/// records and the articles of the first ten.
const MOST: usize = 40_000;

#[test]
fn fetches_little_for_a_first_question_to_ten_thousand_articles() {
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path().join("made");
    let size = Size {
        articles: 10_000,
        companies: 2_000,
        seed: 3,
    };
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content");
    generate(&real, &made, size).unwrap();
    let bundle = load(&made).unwrap();
    let (publication, _) = publication(&bundle).unwrap();
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        let reader = Reader::new(&publication, lang);
        let company = &bundle.companies.companies[0].name;
        let title = bundle.news[bundle.news.len() / 2].title.get(lang).text;
        let often = match lang {
            // In nearly every article, in many, in few; and what is put
            // together from parts.
            Lang::ZhHans => ["铝", "电解铝", "林丰", "广元 再生铝 项目", "zhongfu", "zf"],
            Lang::ZhHant => ["鋁", "電解鋁", "林豐", "廣元 再生鋁 項目", "zhongfu", "zf"],
            Lang::En => [
                "a",
                "aluminium",
                "the company",
                "recycled aluminium",
                "zhongfu",
                "2024",
            ],
        };
        for typed in (often.into_iter()).chain([title, company.get(lang).text]) {
            let (found, fetched) = reader.look_for(typed);
            assert!(!found.is_empty(), "{typed} finds nothing");
            let bytes: usize = fetched.iter().map(|(_, bytes)| bytes).sum();
            println!("{lang:?}: {typed}: {bytes} B in {} files", fetched.len());
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
