//! Surnames that are written as they are, though the same character is written
//! otherwise as a common word: 于明 beside 於會上.
//!
//! OpenCC lists both forms of these characters, the common word's first, and the
//! names of those whom its `STPhrases` knows. Of anybody else only what stands
//! around a name says that it is one: an office before it or after it, a form of
//! address, or a verb of speaking.

/// Those of which OpenCC has a form of their own in names. 钟 is 鍾 there by itself,
/// 万 萬, 叶 葉; 沈, 曲 and 姜 stay.
const SURNAMES: &str = "于范余干岳种郁涂游朴云";

/// Of these few words in a list of names begin so.
const LISTED: &str = "于范";

/// Offices, which come before a name.
const OFFICES: [&str; 34] = [
    "董事长",
    "经理",
    "书记",
    "市长",
    "县长",
    "区长",
    "省长",
    "镇长",
    "主任",
    "主席",
    "会长",
    "理事长",
    "秘书长",
    "局长",
    "厅长",
    "部长",
    "处长",
    "科长",
    "院长",
    "所长",
    "校长",
    "行长",
    "厂长",
    "总监",
    "总裁",
    "工程师",
    "教授",
    "研究员",
    "院士",
    "记者",
    "代表",
    "委员",
    "负责人",
    "通讯员",
];

/// Forms of address, which come after a name.
const FORMS: [&str; 6] = ["某", "总", "先生", "女士", "老师", "同志"];

/// What people do in reports.
const VERBS: [&str; 17] = [
    "说", "表示", "介绍", "指出", "强调", "认为", "告诉", "透露", "坦言", "主持", "出席", "致辞",
    "宣布", "参加", "带队", "陪同", "担任",
];

/// What follows 于 as a preposition, and no given name begins with.
const NO_NAME: &str = "京沪渝川蓉穗津港此今其是同当该本前后中日内上下年月初末底第会一两三";

/// Whether a character has another form as a surname.
pub fn is_surname(sign: char) -> bool {
    SURNAMES.contains(sign)
}

/// Words that begin with 范 and are nobody's name.
const COMMON: [&str; 6] = ["范围", "范例", "范本", "范畴", "范文", "范式"];

/// Whether a word that only half a name is taken for may be one: 范志 of 范志刚. Of the
/// other surnames there are too many words that begin with them.
pub fn begins_name(word: &str) -> bool {
    word.starts_with('范') && !COMMON.contains(&word)
}

/// Whether a word is an office of somebody above others: 总工程师.
pub fn is_office(word: &str) -> bool {
    word.strip_prefix('总')
        .is_some_and(|office| OFFICES.contains(&office) || office.ends_with('师'))
}

/// What stands around a character in its run of Chinese.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The character.
    pub sign: char,
    /// The run before it.
    pub before: &'a str,
    /// The run after it.
    pub after: &'a str,
    /// Whether nothing is before it that it belongs to, as to a number: 100余人.
    pub first: bool,
    /// Whether the run is an entry of a list: 、 is beside it.
    pub listed: bool,
}

/// How many characters of a given name follow, if what stands around a surname says
/// that it is one.
pub fn given(around: Around) -> Option<usize> {
    let Around {
        sign,
        before,
        after,
        first,
        listed,
    } = around;
    let in_office = OFFICES.iter().any(|office| before.ends_with(office));
    let begins = |text: &str, words: &[&str]| words.iter().any(|word| text.starts_with(word));
    // 来自于董事长: only at the beginning is 于 before an office a name.
    if begins(after, &FORMS) || ((sign != '于' || first) && begins(after, &OFFICES)) {
        return Some(0);
    }
    if after.starts_with(|next: char| NO_NAME.contains(next)) {
        return None;
    }
    let rest = |length: usize| {
        let mut rest = after.chars();
        (0..length)
            .all(|_| rest.next().is_some())
            .then_some(rest.as_str())
    };
    (1..=2).find(|length| {
        rest(*length).is_some_and(|rest| {
            let speaks = begins(rest, &VERBS) && first;
            let addressed = begins(rest, &FORMS[1..]) || begins(rest, &OFFICES);
            let alone = first && rest.is_empty() && listed && LISTED.contains(sign);
            in_office || speaks || (addressed && (first || sign != '于')) || alone
        })
    })
}
