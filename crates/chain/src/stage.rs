//! A stage's own balance: all that goes in and all that comes out.

use super::output::Output;
use model::StageId;

/// What crosses a stage's border.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageBalance {
    /// The masses that come in; they weigh as much as `out`.
    pub into: &'static [Output],
    /// The masses that go out.
    pub out: &'static [Output],
    /// What comes in and is no mass of this balance: electricity and heat; of
    /// aluminium fluoride as much leaves with gas and bath as comes in.
    pub energy: &'static [Output],
    /// What is emitted, each as CO2. The CO2 of the anode is among the masses,
    /// too; that of electricity and fuels arises where they are burnt.
    pub emitted: &'static [Output],
}

/// The balance of a stage. What closes the refinery's mass, water and lime,
/// is reported on the side where it belongs, and is zero on the other.
pub const fn stage_balance(stage: StageId) -> StageBalance {
    use Output as O;
    match stage {
        StageId::Alumina => StageBalance {
            into: &[O::Bauxite, O::CausticSoda, O::RefiningAdded],
            out: &[O::Alumina, O::RedMud, O::RefiningReleased],
            energy: &[O::RefiningPower, O::RefiningHeat],
            emitted: &[O::RefiningHeatCo2, O::RefiningPowerCo2],
        },
        StageId::Anode => StageBalance {
            into: &[O::AnodeRaw, O::Butts],
            out: &[O::BakedAnode, O::BakingLoss],
            energy: &[],
            emitted: &[],
        },
        StageId::Electrolytic => StageBalance {
            into: &[O::Alumina, O::BakedAnode, O::AirOxygen],
            out: &[
                O::Primary,
                O::AnodeCo2,
                O::Butts,
                O::AluminaLoss,
                O::CasthouseDross,
                O::AnodeResidue,
            ],
            energy: &[O::SmeltingPower, O::AluminiumFluoride],
            emitted: &[O::SmeltingPowerCo2, O::AnodeCo2, O::Pfc],
        },
        StageId::Processing => StageBalance {
            into: &[O::Primary, O::Recycled],
            out: &[O::Rolled, O::Extruded, O::Cast, O::Wire, O::Offcuts],
            energy: &[],
            emitted: &[],
        },
        StageId::Recycled => StageBalance {
            into: &[O::Offcuts, O::Scrap],
            out: &[O::Recycled, O::RemeltDross, O::ScrapResidue],
            energy: &[O::RemeltHeat],
            emitted: &[O::RemeltCo2],
        },
    }
}
