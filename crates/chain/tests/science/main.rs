//! The chain's arithmetic against vectors, published figures and itself.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::OnceLock;

use chain::stoichiometry::*;
use chain::{Balance, Inputs, Output, Quantity};
use content::bundle::Bundle;
use content::chain_inputs::inputs;
use content::load::load;
use model::StageId;
use model::{Flow, Input};
use serde_json::Value;

mod amounts;
mod bands;
mod differences;
mod formulas;
mod graph;
mod impossible;
mod properties;
mod published;
mod reverse;
mod typed;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../fixtures/process-vectors.json")).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

/// The vectors' own tolerance: a thousandth of the value.
#[track_caller]
fn agrees(computed: f64, expected: &Value) {
    let expected = number(expected);
    assert!(
        (computed - expected).abs() <= 1e-3 * expected.abs().max(1.0),
        "{computed} is not {expected}"
    );
}

/// What the site calculates with by default.
fn usual() -> Inputs {
    static USUAL: OnceLock<Inputs> = OnceLock::new();
    *USUAL.get_or_init(|| inputs(bundle()).unwrap())
}

/// The editors' bundle as it is.
fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| load(Path::new("../../public/content")).expect("a sound bundle"))
}

#[test]
fn constants_agree_with_the_vectors() {
    let vectors = vectors();
    let constants = &vectors["constants"];
    agrees(AL2O3_G_PER_MOL, &constants["M_Al2O3"]);
    agrees(CO2_G_PER_MOL, &constants["M_CO2"]);
    agrees(KAH_PER_T, &constants["kAh_per_t_Al"]);
    agrees(KG_PER_KAH, &constants["kg_Al_per_kAh"]);
    let per_tonne = &vectors["stoichiometry_per_t_Al"];
    agrees(ALUMINA_T_PER_T, &per_tonne["alumina_t"]);
    agrees(CARBON_T_PER_T, &per_tonne["carbon_t"]);
    agrees(CO2_T_PER_T, &per_tonne["co2_t"]);
}

#[test]
fn the_reaction_keeps_mass() {
    let (before, after) = (ALUMINA_T_PER_T + CARBON_T_PER_T, 1.0 + CO2_T_PER_T);
    assert!((before - after).abs() < 1e-12, "{before} is not {after}");
}

#[test]
fn functions_agree_with_the_vectors() {
    let vectors = vectors();
    let rows = |name: &str| vectors[name].as_array().unwrap().clone();
    for row in rows("alumina_at_purity") {
        agrees(alumina_t_per_t(number(&row["purity"]), 0.0), &row["t"]);
    }
    for row in rows("dc_kwh_per_t") {
        agrees(
            dc_kwh_per_t(number(&row["V"]), number(&row["CE"])),
            &row["kwh"],
        );
    }
    for row in rows("anode_co2_t_per_t") {
        agrees(
            anode_co2_t_per_t(number(&row["net_C_t"]), 0.0),
            &row["co2_44_12"],
        );
    }
    for row in rows("grid_co2_t_per_t") {
        agrees(
            grid_co2_t_per_t(number(&row["kwh"]), number(&row["ef"])),
            &row["t"],
        );
    }
}

#[test]
fn results_lie_in_published_ranges() {
    // Alumina of 98.5 % with a loss of half a per cent: plants report 1.90 to 1.95.
    assert!((1.90..=1.95).contains(&alumina_t_per_t(0.985, 0.005)));
    // 4.1 V at 94 %, with 3 to 7 % for conversion: China's base line is 13,350 kWh.
    let dc = dc_kwh_per_t(4.1, 0.94);
    assert!((dc * 1.02..dc * 1.07).contains(&13_350.0));
    // Qatalum's 0.5 t gross and its butts: 0.395 t net.
    let net = net_anode_t_per_t(0.5, 63.0 / 300.0);
    assert!((net - 0.395).abs() < 1e-9, "{net}");
    // 0.40 to 0.45 t of carbon make 1.42 to 1.65 t of CO2.
    assert!((1.42..=1.65).contains(&anode_co2_t_per_t(0.42, 0.01)));
}

#[test]
fn a_tonne_of_product_takes_what_one_reckons_by_hand() {
    let balance = Balance::new(&usual()).unwrap();
    // Offcuts: 0.3 × 22/78 + 0.4 × 25/75 + 0.1 × 35/65 + 0.2 × 5/95.
    for (output, kilograms) in [
        (Output::Offcuts, 282.321),
        (Output::ScrapMetal, 306.122),
        (Output::Scrap, 325.662),
        (Output::Recycled, 576.675),
        (Output::Primary, 705.646),
        (Output::LiquidMetal, 712.774),
        (Output::Alumina, 1375.654),
        (Output::NetAnode, 299.365),
        (Output::BakedAnode, 356.387),
        (Output::Bauxite, 3439.136),
        (Output::Product, 1000.0),
    ] {
        let computed = balance.get(output) * 1000.0;
        assert!(
            (computed - kilograms).abs() < 1e-3,
            "{output:?}: {computed}"
        );
    }
    let near = |output, expected: f64| {
        let computed = balance.get(output);
        assert!(
            (computed - expected).abs() < 1e-3 * expected,
            "{output:?}: {computed}"
        );
    };
    near(Output::SmeltingPower, 712.774e-3 * 13_350.0);
    near(Output::AnodeCo2, 712.774e-3 * 0.42 * 0.98 * 44.0 / 12.0);
    near(Output::SmeltingPowerCo2, 712.774e-3 * 13.35 * 0.1564);
    near(Output::RefiningHeatCo2, 1.375_654 * 10.0 * 0.09);
}

#[test]
fn a_product_of_scrap_alone_needs_primary_metal_only_for_what_remelting_loses() {
    let balance = Balance::new(&usual().with(Input::RecycledShare, 100.0)).unwrap();
    let lost = balance.get(Output::Offcuts) * 0.02;
    assert!((balance.get(Output::Primary) - lost).abs() < 1e-12);
}

#[test]
fn what_is_avoided_is_the_difference_to_the_same_product_all_primary() {
    let some = Balance::new(&usual()).unwrap();
    let none = Balance::new(&usual().with(Input::RecycledShare, 0.0)).unwrap();
    for (avoided, output) in [
        (Output::AvoidedBauxite, Output::Bauxite),
        (Output::AvoidedElectricity, Output::Electricity),
        (Output::AvoidedHeat, Output::Heat),
        (Output::AvoidedCo2, Output::Co2),
    ] {
        let difference = none.get(output) - some.get(output);
        let result = some.get(avoided);
        assert!(
            (result - difference).abs() < 1e-9 * none.get(output),
            "{avoided:?}: {result}"
        );
        assert!(result > 0.0, "{avoided:?}");
        assert_eq!(none.get(avoided), 0.0);
    }
}

#[test]
fn electricity_can_be_given_or_follow_from_the_cell() {
    let given = usual()
        .with(Input::Electricity, dc_kwh_per_t(4.1, 0.94) * 1.05)
        .with(Input::CellVoltage, 9.9);
    let cell = given
        .with(Input::FromCell, 1.0)
        .with(Input::Electricity, 1.0)
        .with(Input::CellVoltage, 4.1)
        .with(Input::CurrentEfficiency, 94.0)
        .with(Input::DcToAc, 1.05);
    let power = |inputs| Balance::new(&inputs).unwrap().get(Output::SmeltingPower);
    assert!((power(given) - power(cell)).abs() < 1e-6);
}

#[test]
fn nothing_is_made_of_nothing() {
    let balance = Balance::new(&usual().with(Input::Product, 0.0)).unwrap();
    for output in Output::ALL {
        assert_eq!(balance.get(output), 0.0, "{output:?}");
    }
    for quantity in Quantity::ALL {
        for flow in Flow::ALL {
            assert_eq!(balance.carried(flow, quantity), 0.0, "{flow:?}");
        }
    }
}

#[test]
fn every_name_is_used_once_and_found_again() {
    for input in Input::ALL {
        assert_eq!(Input::from_key(input.key()), Some(input));
        let position = Input::ALL.iter().position(|other| *other == input);
        assert_eq!(position, Some(input as usize), "{input:?}");
        assert!(
            input.factor().is_some() != input.standing().is_some(),
            "{input:?}"
        );
    }
    let mut keys = Output::ALL.map(Output::key).to_vec();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), Output::COUNT);
    for (index, output) in Output::ALL.into_iter().enumerate() {
        assert_eq!(index, output as usize, "{output:?}");
    }
}

/// Any stage, for what is true of all.
fn stages() -> impl Iterator<Item = StageId> {
    StageId::ALL.into_iter()
}
