//! The words of the levers, the languages side by side.

use model::Input;
use model::Lang;

/// The words of the levers.
#[derive(Debug)]
pub struct LeverWords {
    /// The groups, in order; every input is in one.
    pub groups: &'static [Group],
    /// The factor of each grid, and what it is called.
    pub grids: [(&'static str, &'static str); 3],
    /// The cells' electricity is given.
    pub given: &'static str,
    /// It follows from voltage and efficiency.
    pub from_cell: &'static str,
    /// Before the terms in a lever's name.
    pub terms: &'static str,
    /// Between two of them.
    pub between: &'static str,
    product: (&'static str, &'static str),
    supply: (&'static str, &'static str),
    from: (&'static str, &'static str),
    grid: (&'static str, &'static str),
    refining_grid: (&'static str, &'static str),
}

/// Levers that belong together.
#[derive(Debug)]
pub struct Group {
    /// What they are about.
    pub name: &'static str,
    /// What a reader must know of all of them.
    pub note: Option<&'static str>,
    /// Whether few readers need them.
    pub rare: bool,
    /// Which.
    pub inputs: &'static [Input],
}

/// What moves the picture most.
const MAIN: &[Input] = &[
    Input::Product,
    Input::RecycledShare,
    Input::Grid,
    Input::Electricity,
    Input::NetAnode,
];
const CELL: &[Input] = &[
    Input::FromCell,
    Input::CellVoltage,
    Input::CurrentEfficiency,
    Input::DcToAc,
    Input::Alumina,
];
const MIX: &[Input] = &[
    Input::RolledShare,
    Input::ExtrudedShare,
    Input::CastShare,
    Input::WireShare,
];
const YIELDS: &[Input] = &[
    Input::RollingYield,
    Input::ExtrusionYield,
    Input::CastingYield,
    Input::WireYield,
    Input::CasthouseYield,
];
const RECYCLING: &[Input] = &[
    Input::ScrapSupply,
    Input::RemeltYield,
    Input::ScrapMetal,
    Input::RemeltHeat,
    Input::RemeltCo2,
];
const REFINING: &[Input] = &[
    Input::Bauxite,
    Input::CausticSoda,
    Input::RedMud,
    Input::RefiningHeat,
    Input::RefiningHeatCo2,
    Input::RefiningPower,
    Input::RefiningGrid,
];
const REST: &[Input] = &[
    Input::GrossAnode,
    Input::AnodeImpurities,
    Input::BakingYield,
    Input::AluminiumFluoride,
    Input::Pfc,
];

const fn group(
    name: &'static str,
    note: Option<&'static str>,
    rare: bool,
    inputs: &'static [Input],
) -> Group {
    Group {
        name,
        note,
        rare,
        inputs,
    }
}

static ZH_HANS: LeverWords = LeverWords {
    groups: &[
        group("主要条件", None, false, MAIN),
        group(
            "做成什么",
            Some("四项合计100%：改动一项，其余三项按比例跟着增减。"),
            true,
            MIX,
        ),
        group("电解槽", None, true, CELL),
        group("成材率", None, true, YIELDS),
        group("废铝与重熔", None, true, RECYCLING),
        group("氧化铝的消耗", None, true, REFINING),
        group("阳极、氟化盐与阳极效应", None, true, REST),
    ],
    grids: [
        ("grid-sichuan", "四川电网"),
        ("grid-national", "全国电网"),
        ("hydro-life-cycle", "水电"),
    ],
    given: "直接给定每吨电耗",
    from_cell: "由槽电压和电流效率推算",
    terms: "释义：",
    between: "、",
    product: ("铝材成品", "一年做出多少吨铝材；其余各环的量都由它推算。"),
    supply: (
        "可得的社会废铝",
        "一年能收到多少吨社会废铝。不填就是要多少有多少。",
    ),
    from: ("电解电耗怎么定", "两种办法择一，另一种不参与计算。"),
    grid: (
        "电解用电的来源",
        "每千瓦时电排放多少二氧化碳。可选电网，也可自定。",
    ),
    refining_grid: (
        "氧化铝厂用电的排放因子",
        "本地没有氧化铝厂，默认按全国电网计。",
    ),
};

static EN: LeverWords = LeverWords {
    groups: &[
        group("The main conditions", None, false, MAIN),
        group(
            "What it is made into",
            Some(
                "The four make 100% together: change one, and the other three follow in proportion.",
            ),
            true,
            MIX,
        ),
        group("The cells", None, true, CELL),
        group("Yields", None, true, YIELDS),
        group("Scrap and remelting", None, true, RECYCLING),
        group("What alumina takes", None, true, REFINING),
        group("Anodes, fluoride and anode effects", None, true, REST),
    ],
    grids: [
        ("grid-sichuan", "Sichuan grid"),
        ("grid-national", "National grid"),
        ("hydro-life-cycle", "Hydropower"),
    ],
    given: "Electricity per tonne, given directly",
    from_cell: "From cell voltage and current efficiency",
    terms: " Terms: ",
    between: ", ",
    product: (
        "Finished product",
        "How many tonnes a year are made; every other amount follows from it.",
    ),
    supply: (
        "End-of-life scrap to be had",
        "How many tonnes a year can be collected. Left empty, there is as much as it takes.",
    ),
    from: (
        "How the cells’ electricity is set",
        "One of two ways; the other takes no part.",
    ),
    grid: (
        "Power of the cells",
        "How much carbon dioxide a kilowatt-hour causes: a grid’s, or one of your own.",
    ),
    refining_grid: (
        "Emission factor of the refinery’s power",
        "There is no refinery in Guangyuan; the national grid is the default.",
    ),
};

/// The words in a language.
pub fn words(lang: Lang) -> &'static LeverWords {
    match lang {
        Lang::ZhHans | Lang::ZhHant => &ZH_HANS,
        Lang::En => &EN,
    }
}

impl LeverWords {
    /// Name and explanation of what is not named by its factor.
    pub const fn own(&self, input: Input) -> Option<(&'static str, &'static str)> {
        Some(match input {
            Input::Product => self.product,
            Input::ScrapSupply => self.supply,
            Input::FromCell => self.from,
            Input::Grid => self.grid,
            Input::RefiningGrid => self.refining_grid,
            _ => return None,
        })
    }
}
