//! Where OpenCC gives a text several forms, its own among them, it writes the
//! first; `zhconv` leaves such a text as it is. These are OpenCC's first forms, in
//! Taiwan's characters, from its `STCharacters`, `STPhrases`, `TSCharacters` and
//! `TWVariants` (commit 26753884, which `zhconv` 0.4.2 stands on; Apache-2.0).

/// Characters, each with its traditional form.
pub(super) const CHARACTERS: &str = "
    㐹㑶 万萬 丑醜 丰豐 于於 云雲 亘亙 仆僕 价價 伙夥 余餘 佣傭 党黨 准準 几幾 凶兇 划劃
    占佔 厂廠 厘釐 台臺 叶葉 吁籲 后後 咨諮 咸鹹 夸誇 尸屍 岩巖 岳嶽 帘簾 干幹 广廣 征徵
    愿願 挂掛 据據 斗鬥 朴樸 杠槓 杰傑 极極 柜櫃 涂塗 涌湧 淀澱 游遊 熏燻 确確 种種 筑築
    胜勝 腊臘 腌醃 膻羶 苹蘋 范範 荐薦 虫蟲 蚝蠔 蜡蠟 蝎蠍 跖蹠 辟闢 适適 郁鬱 采採 雇僱
    面面";

/// Phrases, each with its traditional form. Many stay as they are, and must be
/// here for it: by their characters they would not.
#[rustfmt::skip]
pub(super) const PHRASES: [(&str, &str); 55] = [
    ("一出", "一齣"), ("下面", "下面"), ("不准", "不準"), ("丰度", "丰度"), ("二娘", "二孃"),
    ("先后", "先後"), ("冷面", "冷麵"), ("凌姓", "淩姓"), ("凌小姐", "淩小姐"), ("凌氏", "淩氏"),
    ("切面", "切面"), ("加注", "加註"), ("占城", "占城"), ("反扣", "反扣"), ("吊扣", "吊扣"),
    ("后街", "後街"), ("四周", "四周"), ("大梁", "大梁"), ("天台", "天台"), ("天后", "天后"),
    ("夫子", "夫子"), ("姨娘", "姨娘"), ("小丑", "小丑"), ("小丑丫鬟", "小丑丫鬟"),
    ("小卷", "小卷"), ("尸身", "屍身"), ("屯里", "屯裡"), ("干他", "幹他"), ("干你", "幹你"),
    ("干她", "幹她"), ("干我", "幹我"), ("幺麼小丑", "么麼小丑"), ("念着", "念著"),
    ("才能", "才能"), ("才行", "才行"), ("搜集", "蒐集"), ("改制", "改制"), ("文丑", "文丑"),
    ("斗斗", "鬥鬥"), ("春天里", "春天裡"), ("本系", "本系"), ("杆子", "杆子"), ("梁木", "梁木"),
    ("死面", "死麵"), ("海里", "海里"), ("溪子", "溪子"), ("溪州", "溪州"), ("石梁", "石梁"),
    ("素面", "素面"), ("索面", "索面"), ("背向", "背向"), ("自制", "自制"), ("英里", "英里"),
    ("金杯", "金盃"), ("雅筑", "雅筑"),
];

/// Traditional characters, each with the simplified one; and two that the
/// dictionaries do not take back one by one (瞭, 著).
pub(super) const SIMPLIFIED: &str = "
    乾干 剋克 吒咤 夥伙 徵征 於于 昇升 氾泛 瞭了 礆硷 祕秘 脩修 著着 蒐搜 薹苔 谿溪 釐厘 陞升
    麽么";

/// The pairs of a list of characters.
pub(super) fn pairs(list: &str) -> impl Iterator<Item = (char, char)> {
    list.split_whitespace().filter_map(|pair| {
        let mut chars = pair.chars();
        Some((chars.next()?, chars.next()?))
    })
}
