//! Sentences about nothing in particular, from the bundle's own words: stages,
//! materials, products and districts, with numbers in between.

use fastrand::Rng;

use crate::bundle::{Bundle, Text};
use model::Lang;

/// Words in both languages.
type Pair = (String, String);

/// What sentences are made of.
#[derive(Debug)]
pub struct Sentences {
    stages: Vec<Pair>,
    materials: Vec<Pair>,
    products: Vec<Pair>,
    districts: Vec<Pair>,
}

const CHINESE: [&str; 12] = [
    "样例企业在{d}的{l}环节完成一轮设备检修，{m}单耗下降{n}%。",
    "第{n}条{p}生产线进入调试，设计能力每年{n}万吨，预计{n}个月后投料。",
    "{m}的平均运距为{n}公里，比上一季度缩短{n}公里，物流费用每吨减少{n}元。",
    "技术人员对{l}与下游{p}之间的衔接作了{n}次测算，铝液直供比例达到{n}%。",
    "{d}的{n}家样例企业参加了这次交流，议题是{m}的质量控制和{p}的交货周期。",
    "按每吨{p}计算，电耗{n}千瓦时，阳极净耗{n}公斤，均在行业区间之内。",
    "样例园区当年新增{n}套环保设施，{l}车间的粉尘排放浓度降到每立方米{n}毫克。",
    "会议认为，{m}供应总体平稳，{p}订单同比增加{n}%，但利润仍受电价影响。",
    "{l}环节的{n}名操作人员完成培训，考核合格率{n}%。",
    "一批{n}吨的{p}从{d}发出，目的地在样例口岸，单程{n}天。",
    "{d}计划在{n}年内建成{n}万平方米标准厂房，首先安排{l}项目。",
    "抽检{n}个批次的{m}，合格{n}个批次，其余退回重检。",
];

const ENGLISH: [&str; 12] = [
    "A sample plant in {d} finished an overhaul of its {l} section, and used {n}% less {m}.",
    "Line {n} for {p} is being commissioned; it is laid out for {n} kt a year and starts in {n} months.",
    "The mean haul of {m} is {n} km, {n} km less than in the quarter before, which saves {n} yuan a tonne.",
    "Engineers measured the hand-over from {l} to {p} {n} times; {n}% of the metal now arrives molten.",
    "From {d}, {n} sample companies took part; the subject was the quality of {m} and delivery times of {p}.",
    "A tonne of {p} took {n} kWh and {n} kg of anodes net, both within the industry's range.",
    "The sample park added {n} filters this year; dust from {l} fell to {n} mg a cubic metre.",
    "The meeting found the supply of {m} steady and orders for {p} {n}% up, with margins still set by power prices.",
    "In {l}, {n} operators finished their training; {n}% passed.",
    "A lot of {n} tonnes of {p} left {d} for a sample port, {n} days away.",
    "Within {n} years {d} plans {n} thousand square metres of workshops, beginning with {l}.",
    "Of {m}, {n} lots were sampled and {n} passed; the others go back to be tested again.",
];

impl Sentences {
    /// With the words of a bundle.
    pub fn new(bundle: &Bundle) -> Self {
        let pair = |text: &Text| -> Pair {
            let word = |lang| text.get(lang).text.to_owned();
            (word(Lang::ZhHans), word(Lang::En).to_lowercase())
        };
        let (chain, companies) = (&bundle.chain, &bundle.companies);
        let name = |text: &Text| -> Pair {
            let word = |lang| text.get(lang).text.to_owned();
            (word(Lang::ZhHans), word(Lang::En))
        };
        Self {
            stages: chain.stages.iter().map(|stage| pair(&stage.name)).collect(),
            materials: (chain.materials.iter().map(|it| pair(&it.name))).collect(),
            products: (companies.products.iter().map(|it| pair(&it.name))).collect(),
            districts: (companies.districts.iter().map(|it| name(&it.name))).collect(),
        }
    }

    /// A few words to head an article with.
    pub fn topic(&self, chance: &mut Rng) -> Pair {
        let (stage, product) = (one(&self.stages, chance), one(&self.products, chance));
        (
            format!("{}与{}", stage.0, product.0),
            format!("{} and {}", stage.1, product.1),
        )
    }

    /// A sentence in Chinese.
    pub fn chinese(&self, chance: &mut Rng) -> String {
        self.fill(CHINESE[chance.usize(..CHINESE.len())], chance, |pair| {
            &pair.0
        })
    }

    /// A sentence in English.
    pub fn english(&self, chance: &mut Rng) -> String {
        self.fill(ENGLISH[chance.usize(..ENGLISH.len())], chance, |pair| {
            &pair.1
        })
    }

    /// A paragraph in Chinese.
    pub fn chinese_paragraph(&self, chance: &mut Rng) -> String {
        (0..chance.usize(2..=5))
            .map(|_| self.chinese(chance))
            .collect()
    }

    /// A paragraph in English.
    pub fn english_paragraph(&self, chance: &mut Rng) -> String {
        let sentences: Vec<String> = (0..chance.usize(2..=4))
            .map(|_| self.english(chance))
            .collect();
        sentences.join(" ")
    }

    fn fill(&self, pattern: &str, chance: &mut Rng, of: fn(&Pair) -> &String) -> String {
        let mut sentence = String::with_capacity(pattern.len() * 2);
        let mut pieces = pattern.split('{');
        sentence.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            let (key, rest) = piece.split_once('}').unwrap_or(("", piece));
            match key {
                "l" => sentence.push_str(of(one(&self.stages, chance))),
                "m" => sentence.push_str(of(one(&self.materials, chance))),
                "p" => sentence.push_str(of(one(&self.products, chance))),
                "d" => sentence.push_str(of(one(&self.districts, chance))),
                _ => sentence.push_str(&chance.u32(2..98).to_string()),
            }
            sentence.push_str(rest);
        }
        sentence
    }
}

/// One of a list that is never empty in a checked bundle.
fn one<'a>(list: &'a [Pair], chance: &mut Rng) -> &'a Pair {
    static NOTHING: Pair = (String::new(), String::new());
    chance.choice(list).unwrap_or(&NOTHING)
}
