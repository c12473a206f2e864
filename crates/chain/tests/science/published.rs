//! Results against figures published elsewhere than where the factors are
//! from, within their stated ranges.

use chain::{Balance, Inputs, Output};
use model::Input;

use super::usual;

/// A tonne of primary metal without loss after it, which is how others tell
/// their figures.
fn primary() -> Inputs {
    usual()
        .with(Input::RecycledShare, 0.0)
        .with(Input::RollingYield, 100.0)
        .with(Input::ExtrusionYield, 100.0)
        .with(Input::CastingYield, 100.0)
        .with(Input::WireYield, 100.0)
}

fn result(inputs: Inputs, output: Output) -> f64 {
    Balance::new(&inputs).unwrap().get(output)
}

/// International Aluminium Institute, FAQ on the carbon footprint: 4 to 6 t of
/// bauxite make about 2 t of alumina, which make 1 t of metal.
#[test]
fn bauxite_and_alumina_of_a_tonne_of_metal() {
    assert!((4.0..=6.0).contains(&result(primary(), Output::Bauxite)));
    assert!((1.9..=2.1).contains(&result(primary(), Output::Alumina)));
}

/// The same: refining emits 0.6 to 2.4 t CO2e for a tonne of alumina.
#[test]
fn emissions_of_refining() {
    let balance = Balance::new(&primary()).unwrap();
    let co2 = balance.get(Output::RefiningHeatCo2) + balance.get(Output::RefiningPowerCo2);
    let per_tonne = co2 / balance.get(Output::Alumina);
    assert!((0.6..=2.4).contains(&per_tonne), "{per_tonne}");
}

/// The same: electrolysis emits 1.9 to 23.6 t CO2e for a tonne of metal, by
/// the electricity it runs on. With coal alone (0.8273 kg/kWh, fossil power of
/// China in 2023) and with Sichuan's grid.
#[test]
fn emissions_of_electrolysis() {
    for grid in [0.1564, 0.5306, 0.8273] {
        let balance = Balance::new(&primary().with(Input::Grid, grid)).unwrap();
        let co2 = balance.get(Output::AnodeCo2)
            + balance.get(Output::Pfc)
            + balance.get(Output::SmeltingPowerCo2);
        assert!((1.9..=23.6).contains(&co2), "{grid}: {co2}");
    }
}

/// The same: cradle to gate 4.5 to 22 t CO2e for a tonne of primary metal, 15.1
/// on average in 2022. Below 15.1 on Sichuan's grid, and near it with coal.
#[test]
fn emissions_of_primary_metal_from_cradle_to_gate() {
    let co2 = |grid| result(primary().with(Input::Grid, grid), Output::Co2);
    assert!((4.5..=22.0).contains(&co2(0.1564)), "{}", co2(0.1564));
    assert!((14.0..=16.0).contains(&co2(0.8273)), "{}", co2(0.8273));
}

/// China's draft guideline of 2024 has 1.424 t CO2 of the anode as its default;
/// 0.40 to 0.45 t of carbon make up to 1.65.
#[test]
fn emissions_of_the_anode() {
    let molten = result(primary(), Output::LiquidMetal);
    let per_tonne = result(primary(), Output::AnodeCo2) / molten;
    assert!((1.42..=1.65).contains(&per_tonne), "{per_tonne}");
}

/// Qatalum: 300 kt of anodes and 63 kt of butts a year, 0.5 t of anode for a
/// tonne of metal: 0.395 t net.
#[test]
fn anodes_and_butts_of_a_smelter() {
    let inputs = primary()
        .with(Input::GrossAnode, 0.5)
        .with(Input::NetAnode, 0.395);
    let balance = Balance::new(&inputs).unwrap();
    let share = balance.get(Output::Butts) / balance.get(Output::BakedAnode);
    assert!((share - 63.0 / 300.0).abs() < 1e-9, "{share}");
}

/// China's base line is 13,350 kWh, its benchmark 13,000, and 15,000 the high
/// end of the world: a cell of 4.0 V at 94 % with 5 % for conversion lies there.
#[test]
fn electricity_that_follows_from_the_cell() {
    let inputs = primary()
        .with(Input::FromCell, 1.0)
        .with(Input::CasthouseYield, 100.0);
    let kwh = result(inputs, Output::SmeltingPower);
    assert!((13_000.0..=15_000.0).contains(&kwh), "{kwh}");
}

/// International Aluminium Institute: recycled metal takes 10 GJ/t, 4.9 to 6 %
/// of the 170 GJ/t of primary metal. Those count the fuel behind electricity;
/// even without it, remelting takes about a seventh of ours.
#[test]
fn energy_of_recycled_metal() {
    let balance = Balance::new(&usual()).unwrap();
    let per_tonne = balance.get(Output::RemeltHeat) / balance.get(Output::Recycled);
    assert!((0.049..=0.06).contains(&(per_tonne / 170.0)), "{per_tonne}");
    let primary = Balance::new(&primary()).unwrap();
    let gj = primary.get(Output::Heat) + primary.get(Output::Electricity) * 0.0036;
    assert!(per_tonne / gj < 0.17, "{gj}");
}

/// Boin and Bertram: 94 % of scrap is metal, of which 98 % is recovered, about
/// 0.92 t for a tonne as received.
#[test]
fn recycled_metal_of_a_tonne_of_scrap() {
    let inputs = primary().with(Input::RecycledShare, 100.0);
    let balance = Balance::new(&inputs).unwrap();
    let per_tonne = balance.get(Output::Recycled) / balance.get(Output::Scrap);
    assert!((0.915..=0.925).contains(&per_tonne), "{per_tonne}");
}

/// Milford, Allwood and Cullen (2011): over whole chains of production 41 % of
/// liquid metal becomes scrap of the process. Ours ends at the semi-finished
/// product and lies below; with castings alone it comes near.
#[test]
fn process_scrap_of_liquid_metal() {
    let usual = Balance::new(&usual()).unwrap();
    let share = usual.get(Output::Offcuts) / usual.get(Output::Charge);
    assert!((0.18..=0.41).contains(&share), "{share}");
}
