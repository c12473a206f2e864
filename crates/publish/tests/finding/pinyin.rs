//! Names in pinyin: found by every reading and marked, and by nothing else.

use content::bundle::Bundle;
use content::load::load;
use model::Lang;
use model::routes::{Address, Route};

use super::publication::{Publication, publication};
use super::published::real;
use super::reader::Reader;

/// The editors' bundle with these aliases for its first company.
fn with(aliases: &[&str]) -> Bundle {
    let mut bundle = load(&real()).unwrap();
    let company = &mut bundle.companies.companies[0];
    (company.aliases).extend(aliases.iter().map(|alias| (*alias).to_owned()));
    bundle
}

fn published(bundle: &Bundle) -> Publication {
    publication(bundle)
}

/// What is shown of a company that is found, with what is marked in brackets.
fn shown(reader: &Reader, path: &str, typed: &str) -> Option<String> {
    let shown = reader.shown(typed);
    let found = shown.into_iter().find(|(address, _)| address == path);
    found.map(|(_, text)| text)
}

/// Names of several readings, and what one may type for them.
const READ: &[(&str, &[&str])] = &[
    (
        "重庆铝业",
        &[
            "chongqing",
            "zhongqing",
            "cqly",
            "zqly",
            "chongqinglvye",
            "qinglu",
        ],
    ),
    ("银行", &["yinhang", "yinxing", "yh", "yx", "yinheng"]),
    (
        "行业协会",
        &["hangye", "xingye", "hyxh", "xiehui", "xiekuai"],
    ),
    ("长乐铝材", &["changle", "zhangyue", "cllc", "zylc"]),
    (
        "成都都江堰",
        &["chengdu", "chengdou", "dujiangyan", "cddjy"],
    ),
    ("厦门铝箔", &["xiamen", "shamen", "xmlb", "smlb"]),
    (
        "朝天区铝厂",
        &["chaotian", "zhaotian", "ctq", "ztq", "chaotianqu"],
    ),
    ("乐山", &["leshan", "yueshan"]),
    ("六安绿洲", &["luan", "liuan", "lvzhou", "luzhou", "lalz"]),
    ("率先铝", &["shuaixian", "lvxian", "luxian", "sxl"]),
    ("单氏", &["shanshi", "danshi"]),
];

#[test]
fn a_company_is_found_and_marked_by_every_reading_of_its_names() {
    let names: Vec<&str> = READ.iter().map(|(name, _)| *name).collect();
    let bundle = with(&names);
    let publication = published(&bundle);
    let company = &bundle.companies.companies[0];
    for lang in Lang::ALL {
        let reader = Reader::unweighed(&publication, lang);
        let path = Address::new(lang, Route::Member(company.id.clone())).path();
        for (name, ways) in READ {
            let name = match lang {
                Lang::ZhHant => bundle.traditional().convert(name),
                _ => (*name).into(),
            };
            for typed in *ways {
                let text = shown(&reader, &path, typed).unwrap_or_default();
                assert!(has(&text, &name), "{path}, {name} by {typed}: {text}");
            }
        }
        // No reading of theirs, nor both in full and by first letters.
        for typed in [
            "clvcai", "zhongq", "tongqing", "yinzhang", "zhqing", "chosha",
        ] {
            let text = shown(&reader, &path, typed);
            assert_eq!(
                text.is_some(),
                typed == "zhongq",
                "{path} by {typed}: {text:?}"
            );
        }
    }
}

/// Whether part of a name is marked in a text.
fn has(text: &str, name: &str) -> bool {
    let marked = text
        .split('[')
        .skip(1)
        .filter_map(|rest| rest.split(']').next());
    marked.into_iter().any(|marked| name.contains(marked))
}

#[test]
fn ü_is_typed_as_v_as_u_and_as_itself() {
    let bundle = with(&["吕氏铝业"]);
    let publication = published(&bundle);
    for lang in Lang::ALL {
        let reader = Reader::unweighed(&publication, lang);
        let company = &bundle.companies.companies[0];
        let path = Address::new(lang, Route::Member(company.id.clone())).path();
        for typed in [
            "lvshi",
            "lushi",
            "lüshi",
            "LÜSHI",
            "lvshilvye",
            "lushiluye",
            "lvshiluye",
            "lüshilüye",
            "lv shi",
            "lü shi lü ye",
            "lsly",
        ] {
            let text = shown(&reader, &path, typed).unwrap_or_default();
            assert!(text.contains('['), "{path} by {typed}: {text}");
        }
    }
}

#[test]
fn terms_figures_and_stages_are_found_and_marked_by_the_pinyin_of_their_names() {
    let bundle = load(&real()).unwrap();
    let publication = published(&bundle);
    for lang in Lang::ALL {
        let reader = Reader::unweighed(&publication, lang);
        let chain = Address::new(lang, Route::Chain(None)).path();
        let figures = Address::new(lang, Route::Figures).path();
        for (typed, begins) in [
            ("dianjielv", format!("{chain}electrolytic/")),
            ("djl", format!("{chain}electrolytic/")),
            ("yanghualu", format!("{chain}alumina/")),
            ("dianliuxiaolv", format!("{chain}#term-")),
            ("dianliuxiaoshuai", format!("{chain}#term-")),
            ("chanzhi", figures),
        ] {
            let shown = reader.shown(typed);
            let found = shown.iter().find(|(path, _)| path.starts_with(&begins));
            let text = found.map(|(_, text)| text.as_str()).unwrap_or_default();
            assert!(text.contains('['), "{begins} by {typed}: {shown:#?}");
        }
    }
}

/// The syllables of a table of pinyin, about: what a name could be typed by.
fn syllables() -> Vec<String> {
    let initials = [
        "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh",
        "r", "z", "c", "s", "y", "w",
    ];
    let finals = [
        "a", "o", "e", "i", "u", "v", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong",
        "ia", "ie", "iao", "iu", "ian", "in", "iang", "ing", "ua", "uo", "uai", "ui", "uan", "un",
        "uang",
    ];
    let all = initials
        .iter()
        .flat_map(|initial| finals.iter().map(move |rest| format!("{initial}{rest}")));
    all.collect()
}

#[test]
fn nothing_is_found_that_no_reading_explains() {
    let names: Vec<&str> = READ.iter().map(|(name, _)| *name).collect();
    let bundle = with(&names);
    let publication = published(&bundle);
    let reader = Reader::unweighed(&publication, Lang::ZhHans);
    let letters = || 'a'..='z';
    let pairs = letters().flat_map(|one| letters().map(move |other| format!("{one}{other}")));
    let syllables = syllables();
    // Every seventh of the pairs of syllables: thousands are enough.
    let spoken = (syllables.iter().enumerate()).flat_map(|(at, one)| {
        let others = syllables.iter().skip(at % 89).step_by(89);
        others.map(move |other| format!("{one}{other}"))
    });
    for (what, questions) in [
        ("pairs of letters", pairs.collect::<Vec<_>>()),
        ("syllables", syllables.clone()),
        ("pairs of syllables", spoken.collect()),
    ] {
        let (mut asked, mut hits) = (0, 0);
        for typed in &questions {
            asked += 1;
            let shown = reader.shown(typed);
            let companies = shown
                .iter()
                .filter(|(path, _)| path.starts_with("/members/"));
            let companies: Vec<_> = companies.collect();
            hits += usize::from(!companies.is_empty());
            for (path, text) in companies {
                let explained = text.contains('[') || begins_a_word(&bundle, path, typed);
                assert!(explained, "{path} by {typed}: {text}");
            }
        }
        println!("{what}: {hits} of {asked} find a company");
    }
}

/// Whether a word of letters in a company's names begins so: two letters find it by that,
/// and mark nothing.
fn begins_a_word(bundle: &Bundle, path: &str, typed: &str) -> bool {
    let mut companies = bundle.companies.companies.iter();
    let company = companies.find(|company| path == format!("/members/{}/", company.id));
    let company = company.unwrap();
    let names = company.name.by_lang.values().chain(&company.aliases);
    let text = names.cloned().collect::<Vec<_>>().join(" ").to_lowercase();
    (text.split(|char: char| !char.is_ascii_alphanumeric())).any(|word| word.starts_with(typed))
}
