//! What each result is called.

use chain::Output;
use model::Lang;

/// What a result is called.
pub const fn name(output: Output, lang: Lang) -> &'static str {
    let (zh, en) = both(output);
    match lang {
        Lang::ZhHans | Lang::ZhHant => zh,
        Lang::En => en,
    }
}

const fn both(output: Output) -> (&'static str, &'static str) {
    match output {
        Output::Bauxite => ("铝土矿", "Bauxite"),
        Output::CausticSoda => ("烧碱", "Caustic soda"),
        Output::RefiningAdded => ("赤泥吸收的石灰和水", "Lime and water taken up by red mud"),
        Output::Alumina => ("氧化铝", "Alumina"),
        Output::RedMud => ("赤泥", "Red mud"),
        Output::RefiningReleased => ("矿中水分等其他去向", "Water of the ore and other losses"),
        Output::RefiningHeat => ("精炼用热", "Heat of refining"),
        Output::RefiningPower => ("精炼用电", "Electricity of refining"),
        Output::RefiningHeatCo2 => ("精炼用热的排放", "CO₂ of refining heat"),
        Output::RefiningPowerCo2 => ("精炼用电的排放", "CO₂ of refining electricity"),
        Output::AnodeRaw => ("石油焦和沥青", "Coke and pitch"),
        Output::GreenAnode => ("生阳极", "Green anode"),
        Output::BakingLoss => ("焙烧损失", "Lost in baking"),
        Output::BakedAnode => ("焙烧阳极", "Baked anode"),
        Output::Butts => ("返回的残极", "Butts returned"),
        Output::NetAnode => ("阳极净耗", "Net anode"),
        Output::AluminiumFluoride => ("氟化铝", "Aluminium fluoride"),
        Output::AirOxygen => ("烧去阳极的空气中的氧", "Oxygen of the air that burns anode"),
        Output::LiquidMetal => ("原铝液", "Molten primary metal"),
        Output::AluminaLoss => ("未成金属的氧化铝", "Alumina that becomes no metal"),
        Output::AnodeResidue => ("阳极中的硫和灰", "Sulphur and ash of the anode"),
        Output::CasthouseDross => ("铸造烧损", "Dross of the casthouse"),
        Output::Primary => ("原铝", "Primary aluminium"),
        Output::SmeltingPower => ("电解用电（交流）", "Electricity of smelting, AC"),
        Output::AnodeCo2 => ("阳极反应的二氧化碳", "CO₂ of the anode"),
        Output::Pfc => ("阳极效应的全氟化碳", "Perfluorocarbons, as CO₂"),
        Output::SmeltingPowerCo2 => ("电解用电的排放", "CO₂ of smelting electricity"),
        Output::Charge => ("投入加工的金属", "Metal charged to processing"),
        Output::RolledCharge => ("其中轧制投料", "of it, to rolling"),
        Output::ExtrudedCharge => ("其中挤压投料", "of it, to extrusion"),
        Output::CastCharge => ("其中铸造投料", "of it, to shape casting"),
        Output::WireCharge => ("其中线缆投料", "of it, to wire"),
        Output::Rolled => ("轧制材", "Rolled product"),
        Output::Extruded => ("挤压材", "Extruded product"),
        Output::Cast => ("铸件", "Shape castings"),
        Output::Wire => ("线缆", "Wire and cable"),
        Output::Product => ("铝材成品", "Finished product"),
        Output::Offcuts => ("边角料", "Offcuts"),
        Output::Scrap => ("社会废铝（收到时）", "End-of-life scrap, as received"),
        Output::ScrapMetal => ("其中所含金属", "Metal in that scrap"),
        Output::ScrapResidue => ("其中非金属杂质", "What of it is no metal"),
        Output::RemeltDross => ("重熔烧损", "Dross of remelting"),
        Output::Recycled => ("再生铝", "Recycled aluminium"),
        Output::RemeltHeat => ("重熔用热", "Heat of remelting"),
        Output::RemeltCo2 => ("重熔的排放", "CO₂ of remelting"),
        Output::Dross => ("烧损合计", "Dross in all"),
        Output::Electricity => ("用电合计", "Electricity in all"),
        Output::Heat => ("用热合计", "Heat in all"),
        Output::Co2 => ("排放合计（二氧化碳当量）", "CO₂ equivalent in all"),
        Output::AvoidedBauxite => ("因再生少用的铝土矿", "Bauxite saved by recycling"),
        Output::AvoidedElectricity => ("因再生少用的电", "Electricity saved by recycling"),
        Output::AvoidedHeat => ("因再生少用的热", "Heat saved by recycling"),
        Output::AvoidedCo2 => ("因再生少排的二氧化碳", "CO₂ avoided by recycling"),
    }
}
