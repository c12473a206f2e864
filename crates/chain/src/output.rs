//! What the balance tells: every mass, energy and emission by name, with its
//! formula, its unit and the stage where it arises.

use super::amount::AmountUnit;
use model::StageId;
use model::flow::Flow;

/// A result of the balance. Molten metal, charge and the like are in tonnes of
/// metal; "avoided" is against the same product from primary metal alone, its
/// offcuts still remelted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Output {
    /// Bauxite: alumina × [`Input::Bauxite`](model::Input::Bauxite).
    Bauxite,
    /// Caustic soda made up: alumina × [`Input::CausticSoda`](model::Input::CausticSoda).
    CausticSoda,
    /// Lime and water that red mud takes up: what closes the refinery's mass
    /// when more comes out than bauxite and soda bring.
    RefiningAdded,
    /// Alumina: molten metal × [`Input::Alumina`](model::Input::Alumina).
    Alumina,
    /// Red mud: alumina × [`Input::RedMud`](model::Input::RedMud).
    RedMud,
    /// Water of the bauxite and whatever else leaves the refinery: what closes
    /// its mass when bauxite and soda bring more than comes out.
    RefiningReleased,
    /// Heat of refining: alumina × [`Input::RefiningHeat`](model::Input::RefiningHeat).
    RefiningHeat,
    /// Electricity of refining: alumina × [`Input::RefiningPower`](model::Input::RefiningPower).
    RefiningPower,
    /// CO2 of that heat: heat × [`Input::RefiningHeatCo2`](model::Input::RefiningHeatCo2).
    RefiningHeatCo2,
    /// CO2 of that electricity: kWh × [`Input::RefiningGrid`](model::Input::RefiningGrid).
    RefiningPowerCo2,
    /// Coke and pitch: green anode − butts.
    AnodeRaw,
    /// Green anode: baked anode / [`Input::BakingYield`](model::Input::BakingYield).
    GreenAnode,
    /// What baking drives off: green − baked anode.
    BakingLoss,
    /// Baked anode into the cells: molten metal × [`Input::GrossAnode`](model::Input::GrossAnode).
    BakedAnode,
    /// Butts 残极 back from the cells: gross − net anode.
    Butts,
    /// Anode that stays in the cells: molten metal × [`Input::NetAnode`](model::Input::NetAnode).
    NetAnode,
    /// Aluminium fluoride into the bath; as much leaves with gas and bath.
    AluminiumFluoride,
    /// Oxygen of the air that burns anode beyond what the reaction uses:
    /// oxygen in the CO2 − oxygen of the alumina reduced.
    AirOxygen,
    /// Molten primary metal: primary / [`Input::CasthouseYield`](model::Input::CasthouseYield).
    LiquidMetal,
    /// Alumina that becomes no metal: impurities and dust.
    AluminaLoss,
    /// Sulphur and ash of the anode: net anode × impurities.
    AnodeResidue,
    /// Metal lost as dross in the casthouse: molten − delivered.
    CasthouseDross,
    /// Primary metal delivered, cast or molten: charge − recycled metal.
    Primary,
    /// Alternating current of the cells: molten metal × kWh/t, as given or
    /// 2979.98 · V / CE × conversion.
    SmeltingPower,
    /// CO2 of the anode: net anode × (1 − impurities) × 44/12.
    AnodeCo2,
    /// Perfluorocarbons: molten metal × [`Input::Pfc`](model::Input::Pfc).
    Pfc,
    /// CO2 of the cells' electricity: kWh × [`Input::Grid`](model::Input::Grid).
    SmeltingPowerCo2,
    /// Metal charged to processing: the four routes together.
    Charge,
    /// Metal charged to rolling: rolled product / yield.
    RolledCharge,
    /// Metal charged to extrusion: extruded product / yield.
    ExtrudedCharge,
    /// Metal charged to shape casting: castings / yield.
    CastCharge,
    /// Metal charged to wire: wire / yield.
    WireCharge,
    /// Rolled product: product × share.
    Rolled,
    /// Extruded product: product × share.
    Extruded,
    /// Shape castings: product × share.
    Cast,
    /// Wire and cable: product × share.
    Wire,
    /// Finished product.
    Product,
    /// Offcuts back to remelting: charge − product.
    Offcuts,
    /// End-of-life scrap as received: its metal / [`Input::ScrapMetal`](model::Input::ScrapMetal).
    Scrap,
    /// Metal in that scrap: product × recycled share / remelt yield.
    ScrapMetal,
    /// What of that scrap is no metal: paint, dirt, other matter.
    ScrapResidue,
    /// Metal lost as dross in remelting: metal in × (1 − remelt yield).
    RemeltDross,
    /// Recycled metal into processing: (offcuts + scrap's metal) × remelt yield.
    Recycled,
    /// Heat of remelting: recycled metal × [`Input::RemeltHeat`](model::Input::RemeltHeat).
    RemeltHeat,
    /// CO2 of remelting: recycled metal × [`Input::RemeltCo2`](model::Input::RemeltCo2).
    RemeltCo2,
    /// Metal lost as dross in all: casthouse and remelting.
    Dross,
    /// Electricity in all: refining and cells.
    Electricity,
    /// Heat in all: refining and remelting.
    Heat,
    /// CO2 in all: refining, anode, perfluorocarbons, electricity, remelting.
    Co2,
    /// Bauxite that the same product all primary would take more.
    AvoidedBauxite,
    /// Electricity that the same product all primary would take more.
    AvoidedElectricity,
    /// Heat that the same product all primary would take more.
    AvoidedHeat,
    /// CO2 that the same product all primary would cause more.
    AvoidedCo2,
}

impl Output {
    /// Every result, in the order of the chain; totals last.
    pub const ALL: [Output; 53] = [
        Output::Bauxite,
        Output::CausticSoda,
        Output::RefiningAdded,
        Output::Alumina,
        Output::RedMud,
        Output::RefiningReleased,
        Output::RefiningHeat,
        Output::RefiningPower,
        Output::RefiningHeatCo2,
        Output::RefiningPowerCo2,
        Output::AnodeRaw,
        Output::GreenAnode,
        Output::BakingLoss,
        Output::BakedAnode,
        Output::Butts,
        Output::NetAnode,
        Output::AluminiumFluoride,
        Output::AirOxygen,
        Output::LiquidMetal,
        Output::AluminaLoss,
        Output::AnodeResidue,
        Output::CasthouseDross,
        Output::Primary,
        Output::SmeltingPower,
        Output::AnodeCo2,
        Output::Pfc,
        Output::SmeltingPowerCo2,
        Output::Charge,
        Output::RolledCharge,
        Output::ExtrudedCharge,
        Output::CastCharge,
        Output::WireCharge,
        Output::Rolled,
        Output::Extruded,
        Output::Cast,
        Output::Wire,
        Output::Product,
        Output::Offcuts,
        Output::Scrap,
        Output::ScrapMetal,
        Output::ScrapResidue,
        Output::RemeltDross,
        Output::Recycled,
        Output::RemeltHeat,
        Output::RemeltCo2,
        Output::Dross,
        Output::Electricity,
        Output::Heat,
        Output::Co2,
        Output::AvoidedBauxite,
        Output::AvoidedElectricity,
        Output::AvoidedHeat,
        Output::AvoidedCo2,
    ];
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Its short name, for `site balance` and downloads.
    pub const fn key(self) -> &'static str {
        match self {
            Output::Bauxite => "bauxite",
            Output::CausticSoda => "caustic-soda",
            Output::RefiningAdded => "refining-added",
            Output::Alumina => "alumina",
            Output::RedMud => "red-mud",
            Output::RefiningReleased => "refining-released",
            Output::RefiningHeat => "refining-heat",
            Output::RefiningPower => "refining-power",
            Output::RefiningHeatCo2 => "refining-heat-co2",
            Output::RefiningPowerCo2 => "refining-power-co2",
            Output::AnodeRaw => "anode-raw",
            Output::GreenAnode => "green-anode",
            Output::BakingLoss => "baking-loss",
            Output::BakedAnode => "baked-anode",
            Output::Butts => "butts",
            Output::NetAnode => "net-anode",
            Output::AluminiumFluoride => "aluminium-fluoride",
            Output::AirOxygen => "air-oxygen",
            Output::LiquidMetal => "liquid-metal",
            Output::AluminaLoss => "alumina-loss",
            Output::AnodeResidue => "anode-residue",
            Output::CasthouseDross => "casthouse-dross",
            Output::Primary => "primary",
            Output::SmeltingPower => "smelting-power",
            Output::AnodeCo2 => "anode-co2",
            Output::Pfc => "pfc",
            Output::SmeltingPowerCo2 => "smelting-power-co2",
            Output::Charge => "charge",
            Output::RolledCharge => "rolled-charge",
            Output::ExtrudedCharge => "extruded-charge",
            Output::CastCharge => "cast-charge",
            Output::WireCharge => "wire-charge",
            Output::Rolled => "rolled",
            Output::Extruded => "extruded",
            Output::Cast => "cast",
            Output::Wire => "wire",
            Output::Product => "product",
            Output::Offcuts => "offcuts",
            Output::Scrap => "scrap",
            Output::ScrapMetal => "scrap-metal",
            Output::ScrapResidue => "scrap-residue",
            Output::RemeltDross => "remelt-dross",
            Output::Recycled => "recycled",
            Output::RemeltHeat => "remelt-heat",
            Output::RemeltCo2 => "remelt-co2",
            Output::Dross => "dross",
            Output::Electricity => "electricity",
            Output::Heat => "heat",
            Output::Co2 => "co2",
            Output::AvoidedBauxite => "avoided-bauxite",
            Output::AvoidedElectricity => "avoided-electricity",
            Output::AvoidedHeat => "avoided-heat",
            Output::AvoidedCo2 => "avoided-co2",
        }
    }

    /// Its unit.
    pub const fn unit(self) -> AmountUnit {
        match self {
            Output::RefiningPower
            | Output::SmeltingPower
            | Output::Electricity
            | Output::AvoidedElectricity => AmountUnit::KilowattHours,
            Output::RefiningHeat | Output::RemeltHeat | Output::Heat | Output::AvoidedHeat => {
                AmountUnit::Gigajoules
            }
            Output::RefiningHeatCo2
            | Output::RefiningPowerCo2
            | Output::AnodeCo2
            | Output::Pfc
            | Output::SmeltingPowerCo2
            | Output::RemeltCo2
            | Output::Co2
            | Output::AvoidedCo2 => AmountUnit::TonnesCo2,
            _ => AmountUnit::Tonnes,
        }
    }

    /// The stage where it arises; `None` for what is about the whole chain.
    pub const fn stage(self) -> Option<StageId> {
        match self {
            Output::Bauxite
            | Output::CausticSoda
            | Output::RefiningAdded
            | Output::Alumina
            | Output::RedMud
            | Output::RefiningReleased
            | Output::RefiningHeat
            | Output::RefiningPower
            | Output::RefiningHeatCo2
            | Output::RefiningPowerCo2 => Some(StageId::Alumina),
            Output::AnodeRaw
            | Output::GreenAnode
            | Output::BakingLoss
            | Output::BakedAnode
            | Output::Butts
            | Output::NetAnode => Some(StageId::Anode),
            Output::AluminiumFluoride
            | Output::AirOxygen
            | Output::LiquidMetal
            | Output::AluminaLoss
            | Output::AnodeResidue
            | Output::CasthouseDross
            | Output::Primary
            | Output::SmeltingPower
            | Output::AnodeCo2
            | Output::Pfc
            | Output::SmeltingPowerCo2 => Some(StageId::Electrolytic),
            Output::Charge
            | Output::RolledCharge
            | Output::ExtrudedCharge
            | Output::CastCharge
            | Output::WireCharge
            | Output::Rolled
            | Output::Extruded
            | Output::Cast
            | Output::Wire
            | Output::Product
            | Output::Offcuts => Some(StageId::Processing),
            Output::Scrap
            | Output::ScrapMetal
            | Output::ScrapResidue
            | Output::RemeltDross
            | Output::Recycled
            | Output::RemeltHeat
            | Output::RemeltCo2 => Some(StageId::Recycled),
            Output::Dross
            | Output::Electricity
            | Output::Heat
            | Output::Co2
            | Output::AvoidedBauxite
            | Output::AvoidedElectricity
            | Output::AvoidedHeat
            | Output::AvoidedCo2 => None,
        }
    }
}

impl Output {
    /// The result that is the mass of a flow. Anodes are net: their butts go back.
    pub const fn mass_of(flow: Flow) -> Self {
        match flow {
            Flow::Alumina => Output::Alumina,
            Flow::Anode => Output::NetAnode,
            Flow::Primary => Output::Primary,
            Flow::Product => Output::Product,
            Flow::Offcuts => Output::Offcuts,
            Flow::Scrap => Output::Scrap,
            Flow::Recycled => Output::Recycled,
        }
    }

    /// What a stage makes: what its capacity is about.
    pub const fn made_at(stage: StageId) -> Self {
        Self::mass_of(match stage {
            StageId::Alumina => Flow::Alumina,
            StageId::Anode => Flow::Anode,
            StageId::Electrolytic => Flow::Primary,
            StageId::Processing => Flow::Product,
            StageId::Recycled => Flow::Recycled,
        })
    }

    /// The result with a short name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|output| output.key() == key)
    }
}
