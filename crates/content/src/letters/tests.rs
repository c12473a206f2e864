use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::marks::is_han;
use super::*;
use model::Lang;

/// The twelve of the block of compatibility that are characters like any other.
const UNIFIED: &str = "\u{fa0e}\u{fa0f}\u{fa11}\u{fa13}\u{fa14}\u{fa1f}\u{fa21}\u{fa23}\u{fa24}\u{fa27}\u{fa28}\u{fa29}";

fn is_assigned(char: &char) -> bool {
    char.general_category() != GeneralCategory::Unassigned
}

/// Each odd letter's text, kind, and what belongs there.
fn all(text: &str) -> Vec<(&str, Letter, Option<String>)> {
    (odd(text).into_iter())
        .map(|odd| (&text[odd.range], odd.letter, odd.mended))
        .collect()
}

/// The text mended, whether certain or not.
fn clean(text: &str) -> String {
    mended(text, &odd(text))
}

#[test]
fn every_radical_is_a_character_that_looks_like_it() {
    assert_eq!(all("⺀"), [("⺀", Letter::Radical, None)], "of none");
    let radicals = ('\u{2e81}'..='\u{2fdf}').filter(is_assigned);
    let mut count = 0;
    for radical in radicals {
        let read = plain(&radical.to_string()).into_owned();
        let mut letters = read.chars();
        let letter = letters.next().expect("one letter");
        assert!(
            is_han(letter) && letters.next().is_none(),
            "{radical}: {read}"
        );
        assert!(
            !('\u{f900}'..='\u{20000}').contains(&letter),
            "{radical}: {read}"
        );
        let kind = match radical {
            ..'\u{2f00}' => Letter::Radical,
            _ => Letter::Kangxi,
        };
        let text = format!("在{radical}里");
        let radical = radical.to_string();
        assert_eq!(all(&text), [(&*radical, kind, Some(read))]);
        count += 1;
    }
    assert_eq!(count, 114 + 214);
}

#[test]
fn radicals_of_documents_are_read_as_they_are_meant() {
    for (radicals, letters) in [
        ("⼴元⻓江⻋⻔⻚⻅⻢⻦⻥⻰", "广元长江车门页见马鸟鱼龙"),
        ("⺠⽣⾦⽕⽔⽊⼟⼤⼩⼈⼝⼿", "民生金火水木土大小人口手"),
        ("⼀⼆⼗⼋", "一二十八"),
        ("⻄⻛⻝⻩", "西风食黄"),
    ] {
        assert_eq!(plain(radicals), letters);
    }
}

#[test]
fn every_ideograph_of_compatibility_is_the_one_it_doubles() {
    let blocks = ('\u{f900}'..='\u{faff}').chain('\u{2f800}'..='\u{2fa1f}');
    let mut doubles = 0;
    for char in blocks.filter(is_assigned) {
        let text = format!("产{char}业");
        if UNIFIED.contains(char) {
            assert_eq!(plain(&text), text);
            assert_eq!(all(&text), []);
            continue;
        }
        let read = plain(&char.to_string()).into_owned();
        assert!(read.chars().eq(char.nfc()), "{char}: {read}");
        assert!(read.chars().all(is_han), "{char}: {read}");
        let char = char.to_string();
        assert_eq!(all(&text), [(&*char, Letter::Compatibility, Some(read))]);
        doubles += 1;
    }
    assert_eq!(doubles, 472 - 12 + 542);
    assert_eq!(plain("产\u{f98e}，\u{f92c}"), "产年，郎");
}

#[test]
fn every_pair_leads_to_a_letter_that_is_itself() {
    let pairs: Vec<(char, char)> = pairs().collect();
    assert!(pairs.is_sorted_by(|one, next| one.0 < next.0));
    for (odd, letter) in &pairs {
        let letter = letter.to_string();
        assert_eq!(plain(&odd.to_string()), letter);
        assert_eq!(plain(&letter), letter, "of {odd}");
    }
    assert_eq!(pairs.len(), 114 + 214 + 472 - 12 + 542);
}

#[test]
fn every_noncharacter_and_control_character_is_hidden() {
    let noncharacters = (0..=0x10_u32)
        .flat_map(|plane| [plane << 16 | 0xfffe, plane << 16 | 0xffff])
        .chain(0xfdd0..=0xfdef);
    let noncharacters: Vec<char> = noncharacters.filter_map(char::from_u32).collect();
    assert_eq!(noncharacters.len(), 66);
    for char in noncharacters {
        assert_eq!(hidden(char), Some(Letter::Noncharacter), "{char:?}");
    }
    let controls = ('\0'..='\u{ff}').filter(|char| char.is_control());
    for char in controls {
        assert_eq!(hidden(char), Some(Letter::Control), "{char:?}");
    }
    for char in "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".chars() {
        assert_eq!(hidden(char), Some(Letter::Direction), "{char:?}");
    }
    for char in
        "\u{ad}\u{200b}\u{200c}\u{200d}\u{2060}\u{2064}\u{feff}\u{180e}\u{3164}\u{ffa0}\u{e0041}"
            .chars()
    {
        assert_eq!(hidden(char), Some(Letter::Invisible), "{char:?}");
    }
    for char in "铝 a，“—…　￥①㎡℃₂é⼴\u{fe0f}".chars() {
        assert_eq!(hidden(char), None, "{char:?}");
    }
}

#[test]
fn names_a_letter_by_its_number_and_by_what_it_is() {
    for (char, letter, zh, en) in [
        (
            '⼴',
            Some(Letter::Kangxi),
            "U+2F34 康熙部首",
            "U+2F34 Kangxi radical",
        ),
        ('\u{ffff}', None, "U+FFFF 非字符", "U+FFFF noncharacter"),
        ('\u{ad}', None, "U+00AD 软连字符", "U+00AD soft hyphen"),
        ('\u{1ffff}', None, "U+1FFFF 非字符", "U+1FFFF noncharacter"),
        ('\u{7}', None, "U+0007 控制字符", "U+0007 control character"),
    ] {
        assert_eq!(code_point(char.into(), letter, Lang::ZhHans), zh);
        assert_eq!(code_point(char.into(), letter, Lang::En), en);
    }
}

#[test]
fn wide_digits_and_letters_are_narrow_ones() {
    for (text, expected) in [
        ("２０２４年", "2024年"),
        ("６１．５万吨，增长５０％", "61.5万吨，增长50%"),
        ("增长50％", "增长50%"),
        ("61．5", "61.5"),
        ("２０２４－０３－０２", "2024-03-02"),
        ("牌号６０６３、Ａ３５６，ＣＯ₂", "牌号6063、A356，CO₂"),
        ("61。5万吨", "61.5万吨"),
        (
            "二○○五年、一九四○年、二◯二五年",
            "二〇〇五年、一九四〇年、二〇二五年",
        ),
    ] {
        assert_eq!(clean(text), expected);
    }
    for text in [
        "共61。5月起，按方案一。2025年",
        "见于2024。2025",
        "产值超过2024。5万吨项目开工",
        "全年共12。3家企业投产",
        "投资15。2025年末",
        "编号61。12345",
        "（一）铝：电；水",
        "○ 第一项",
        "第一．总则",
        "－20℃ 至 100 %",
        "见https://www.example.com/２０２４．html",
    ] {
        assert_eq!(all(text), [], "{text}");
    }
    assert!(odd("２０２４年").iter().all(|odd| odd.certain));
    assert!(odd("61。5").iter().all(|odd| !odd.certain));
}

#[test]
fn letters_of_other_scripts_in_latin_words_are_found() {
    for (text, expected, letter) in [
        ("\u{410}luminium", "Aluminium", Letter::Cyrillic),
        ("alumin\u{456}um", "aluminium", Letter::Cyrillic),
        ("\u{410}356合金", "A356合金", Letter::Cyrillic),
        ("\u{421}\u{41e}2", "CO2", Letter::Cyrillic),
        ("\u{391}l-Si", "Al-Si", Letter::Greek),
        ("c\u{3bf}pper", "copper", Letter::Greek),
        ("ɡuɑnɡyuan", "guangyuan", Letter::Phonetic),
        ("\u{406}nc", "Inc", Letter::Cyrillic),
    ] {
        assert_eq!(clean(text), expected);
        assert!(
            all(text).iter().all(|(_, found, _)| *found == letter),
            "{text}"
        );
        assert!(odd(text).iter().all(|odd| !odd.certain), "{text}");
    }
    for text in [
        "α-Al₂O₃、γ-Al2O3，5 μm，10 µm，kΩ，ΔT，ρAl，β相",
        "Рост производства алюминия, сор",
        "Péchiney, Søderberg, Årdal, naïve, İstanbul",
        "℃、㎡、№、Ⅱ、①、CO₂、m³",
        "アルミニウム、알루미늄",
    ] {
        assert_eq!(all(text), [], "{text}");
    }
}

#[test]
fn forms_that_only_look_right_are_what_they_stand_for() {
    for (text, expected) in [
        ("ｱﾙﾐﾆｳﾑ", "アルミニウム"),
        ("ﾊﾞｯﾃﾘｰ", "バッテリー"),
        ("aluminium ﬁlm, eﬃcient", "aluminium film, efficient"),
        ("𝐀𝟏", "A1"),
        ("Pe\u{301}chiney", "Péchiney"),
        ("5 k\u{2126}, 300 \u{212a}", "5 kΩ, 300 K"),
    ] {
        assert_eq!(plain(text), expected);
        assert_eq!(plain(&clean(text)), expected);
        assert!(odd(text).iter().all(|odd| odd.certain), "{text}");
        assert!(!odd(text).is_empty(), "{text}");
    }
}

#[test]
fn addresses_stay_as_they_are() {
    for (text, expected) in [
        (
            "⼴元见[⾦属](https://a.example.com/⼴元?a=２ )，https://b.example.com/⾦，⾦",
            "广元见[金属](https://a.example.com/⼴元?a=２ )，https://b.example.com/⾦，金",
        ),
        (
            "https://a.example.com/\u{f98e}",
            "https://a.example.com/\u{f98e}",
        ),
        ("a://b://⼴ ⼴", "a://b://⼴ 广"),
    ] {
        assert_eq!(plain(text), expected);
        assert_eq!(clean(text), expected);
    }
}

#[test]
fn marks_on_nothing_are_found() {
    for (text, expected) in [
        ("\u{301}铝", "铝"),
        ("铝\u{301}业", "铝业"),
        ("，\u{308}a", "，a"),
        ("铝\u{fe0f}业", "铝业"),
        ("\u{fe0f}铝", "铝"),
        ("a\u{e0101}b", "ab"),
        ("铝\u{fe0f}", "铝"),
    ] {
        assert_eq!(clean(text), expected, "{text:?}");
    }
    for text in [
        "⚠\u{fe0f}",
        "1\u{fe0f}\u{20e3}",
        "葛\u{e0101}",
        "，\u{fe01}",
        "q\u{303}",
    ] {
        assert_eq!(all(text), [], "{text:?}");
    }
}

#[test]
fn what_nobody_can_read_is_named_and_left() {
    let text = "商标\u{f8ff}和\u{100000}";
    assert_eq!(
        all(text),
        [
            ("\u{f8ff}", Letter::Private, None),
            ("\u{100000}", Letter::Private, None)
        ]
    );
    assert_eq!(clean(text), text);
}

proptest! {
    /// Whatever is certain is gone after it has been mended, and stays so.
    #[test]
    fn what_is_certain_is_mended_for_good(
        text in "[铝年○一２Ａ．％。5a⼴⺠\u{f98e}ｶﾞﬁ\u{301}\u{fe0f}еο\u{f8ff} ，]{0,12}"
    ) {
        let certain: Vec<Odd> = odd(&text).into_iter().filter(|odd| odd.certain).collect();
        let once = mended(&text, &certain);
        // A mend may make another one possible, as in `site check --fix`.
        let mut last = once;
        for _ in 0..4 {
            let certain: Vec<Odd> = odd(&last).into_iter().filter(|odd| odd.certain).collect();
            last = mended(&last, &certain);
        }
        prop_assert!(odd(&last).iter().all(|odd| !odd.certain), "{:?} of {:?}", last, text);
    }

    /// Loading reads the same letters as what is mended, but for width.
    #[test]
    fn plain_is_plain_and_composed(text in any::<String>().prop_map(|text| text.replace("://", ""))) {
        let read = plain(&text).into_owned();
        prop_assert_eq!(&plain(&read), &read);
        prop_assert!(read.nfc().eq(read.chars()));
    }

    #[test]
    fn odd_letters_lie_one_after_the_other(text in any::<String>()) {
        let mut from = 0;
        for odd in odd(&text) {
            prop_assert!(from <= odd.range.start && odd.range.start < odd.range.end);
            prop_assert!(text.is_char_boundary(odd.range.start));
            prop_assert!(text.is_char_boundary(odd.range.end));
            from = odd.range.end;
        }
    }
}
