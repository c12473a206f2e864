//! What is marked of what was found.

use content::load::load;
use model::Lang;
use model::routes::{Address, Route};
use pinyin::ToPinyin;
use search::{Question, Script, excerpt};

use super::publication::publication;
use super::published::real;
use super::reader::{Reader, bracketed};

fn marked(text: &str, pinyin: &str, typed: &str) -> String {
    let script = Script::default();
    let question = Question::new(typed, &script);
    let whole = question.words.is_empty();
    bracketed(&excerpt(text, &question, whole, &script, pinyin, 300))
}

const PINYIN: &str = "广guang元yuan中zhong孚fu铝lv业ye";

#[test]
fn syllables_and_first_letters_mark_the_characters_they_stand_for() {
    for (typed, expected) in [
        ("zhongfu", "广元[中孚]铝业"),
        ("zf", "广元[中孚]铝业"),
        ("zhongf", "广元[中孚]铝业"),
        ("ZhongFu", "广元[中孚]铝业"),
        ("lvye", "广元中孚[铝业]"),
        ("luye", "广元中孚[铝业]"),
        ("gyzf", "[广元中孚]铝业"),
        ("fuluye", "广元中[孚铝业]"),
        ("yuanzhongfulvye", "广[元中孚铝业]"),
        ("zhonglv", "广元中孚铝业"),
        ("xyz", "广元中孚铝业"),
    ] {
        assert_eq!(marked("广元中孚铝业", PINYIN, typed), expected, "{typed}");
    }
}

#[test]
fn a_character_of_several_readings_is_marked_by_each() {
    let pinyin = "重zhong,chong庆qing铝lv业ye西xi安an先xian";
    for (text, typed, expected) in [
        ("重庆铝业", "chongqing", "[重庆]铝业"),
        ("重庆铝业", "zhongqing", "[重庆]铝业"),
        ("重庆铝业", "chongqinglvye", "[重庆铝业]"),
        ("重庆铝业", "chong qing luye", "[重][庆][铝业]"),
        ("重庆铝业", "cqly", "[重庆铝业]"),
        ("重庆铝业", "zql", "[重庆铝]业"),
        ("重庆铝业", "cho", "[重]庆铝业"),
        ("重庆铝业", "chqing", "重庆铝业"),
        ("重庆铝业", "chong,qing", "[重][庆]铝业"),
        ("重重", "zhongchong", "[重重]"),
    ] {
        assert_eq!(marked(text, pinyin, typed), expected, "{typed}");
    }
    // A reading that another one begins with: whichever goes on.
    for (typed, expected) in [
        ("xian", "[西安]"),
        ("xianan", "[西安]"),
        ("xiana", "[西安]"),
    ] {
        assert_eq!(
            marked("西安", "西xi,xian安an,a", typed),
            expected,
            "{typed}"
        );
    }
}

#[test]
fn each_word_is_marked_as_it_is_typed() {
    assert_eq!(
        marked("广元中孚铝业", PINYIN, "zf 铝业"),
        "广元[中孚][铝业]"
    );
}

#[test]
fn what_stands_there_as_it_was_typed_is_marked_alone() {
    assert_eq!(marked("中孚 Zhongfu", PINYIN, "zhongfu"), "中孚 [Zhongfu]");
}

#[test]
fn a_text_that_is_not_spelled_has_no_marks_of_it() {
    assert_eq!(marked("广元中孚铝业", "", "zf"), "广元中孚铝业");
    assert_eq!(marked("guang 广", PINYIN, "uang"), "guang 广");
}

#[test]
fn whatever_a_company_is_found_by_is_marked() {
    let bundle = load(&real()).unwrap();
    let publication = publication(&bundle);
    for lang in Lang::ALL {
        let reader = Reader::new(&publication, lang);
        for company in &bundle.companies.companies {
            let path = Address::new(lang, Route::Member(company.id.clone())).path();
            let names = company.aliases.iter().chain(company.name.by_lang.values());
            for typed in names.flat_map(|name| ways(name)) {
                let shown = reader.shown(&typed);
                let found = shown.iter().find(|(address, _)| *address == path);
                let (_, text) = found.unwrap_or_else(|| panic!("no {path} by {typed}: {shown:#?}"));
                assert!(text.contains('['), "{path} by {typed}: {text}");
            }
        }
    }
}

/// A name as it stands, and by the syllables of its first characters.
fn ways(name: &str) -> Vec<String> {
    let syllables = name.chars().map_while(|char| char.to_pinyin()).take(4);
    let syllables: Vec<String> = syllables
        .map(|syllable| syllable.plain().replace('ü', "v"))
        .collect();
    let mut ways = vec![name.to_owned()];
    if syllables.len() > 1 {
        ways.extend([syllables.concat(), syllables.join(" ")]);
    }
    ways
}
