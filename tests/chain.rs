//! The chain's arithmetic against vectors, published figures and itself.
#![allow(clippy::unwrap_used)]

use alliance::chain::stoichiometry::*;
use alliance::chain::{Balance, Flow, ImpossibleInput, Input, Inputs, graph};
use alliance::content::LinkId;
use proptest::prelude::*;
use serde_json::Value;

fn vectors() -> Value {
    serde_json::from_str(include_str!("fixtures/process-vectors.json")).unwrap()
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
const USUAL: Inputs = Inputs {
    product_t: 1.0,
    processing_yield: 0.75,
    remelt_yield: 0.98,
    scrap_share: 0.30,
    alumina_t_per_t: 1.93,
    net_anode_t_per_t: 0.42,
    anode_impurities: 0.0,
    electricity_kwh_per_t: 13_350.0,
    grid_kg_co2_per_kwh: 0.1404,
};

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
    let balance = Balance::new(&USUAL).unwrap();
    for (flow, kilograms) in [
        (Flow::Offcuts, 333.333),
        (Flow::Scrap, 306.122),
        (Flow::Recycled, 626.667),
        (Flow::Primary, 706.667),
        (Flow::Alumina, 1363.867),
        (Flow::Anode, 296.8),
        (Flow::Product, 1000.0),
    ] {
        let computed = balance.flow_t(flow) * 1000.0;
        assert!((computed - kilograms).abs() < 1e-3, "{flow:?}: {computed}");
    }
    assert!((balance.electricity_kwh - 9434.0).abs() < 1e-6);
    assert!((balance.anode_co2_t - 1.088_267).abs() < 1e-6);
    assert!((balance.grid_co2_t - 1.324_534).abs() < 1e-5);
}

#[test]
fn a_product_of_scrap_alone_needs_primary_metal_only_for_what_remelting_loses() {
    let inputs = Inputs {
        scrap_share: 1.0,
        ..USUAL
    };
    let balance = Balance::new(&inputs).unwrap();
    let lost = balance.offcuts_t * (1.0 - inputs.remelt_yield);
    assert!((balance.primary_t - lost).abs() < 1e-12);
}

#[test]
fn impossible_inputs_are_named_with_their_bound() {
    use ImpossibleInput::{Above, Below, NotFinite, NotPositive};
    let fails = |inputs: Inputs| Balance::new(&inputs).unwrap_err();
    assert_eq!(
        fails(Inputs {
            processing_yield: 1.2,
            ..USUAL
        }),
        Above {
            input: Input::ProcessingYield,
            value: 1.2,
            bound: 1.0
        }
    );
    assert_eq!(
        fails(Inputs {
            remelt_yield: 0.0,
            ..USUAL
        }),
        NotPositive(Input::RemeltYield)
    );
    assert_eq!(
        fails(Inputs {
            alumina_t_per_t: 1.8,
            ..USUAL
        }),
        Below {
            input: Input::Alumina,
            value: 1.8,
            bound: ALUMINA_T_PER_T
        }
    );
    // Enough pure carbon, but not with a tenth of it ash.
    assert_eq!(
        fails(Inputs {
            net_anode_t_per_t: 0.34,
            anode_impurities: 0.1,
            ..USUAL
        }),
        Below {
            input: Input::NetAnode,
            value: 0.34,
            bound: CARBON_T_PER_T / 0.9
        }
    );
    assert_eq!(
        fails(Inputs {
            product_t: -1.0,
            ..USUAL
        }),
        Below {
            input: Input::Product,
            value: -1.0,
            bound: 0.0
        }
    );
    assert_eq!(
        fails(Inputs {
            scrap_share: f64::NAN,
            ..USUAL
        }),
        NotFinite(Input::ScrapShare)
    );
}

#[test]
fn every_flow_joins_links_that_call_each_other_neighbours() {
    for flow in Flow::ALL {
        if let (Some(from), Some(to)) = (flow.from(), flow.to()) {
            assert!(graph::neighbours(from).any(|link| link == to), "{flow:?}");
            assert!(graph::neighbours(to).any(|link| link == from), "{flow:?}");
        }
        for link in LinkId::ALL {
            let comes_in = graph::into(link).any(|other| other == flow);
            let goes_out = graph::out_of(link).any(|other| other == flow);
            assert_eq!(comes_in, flow.to() == Some(link));
            assert_eq!(goes_out, flow.from() == Some(link));
        }
    }
}

#[test]
fn the_loop_is_closed() {
    let recycled = LinkId::Recycled;
    let processing = LinkId::Processing;
    assert_eq!(
        (Flow::Offcuts.from(), Flow::Offcuts.to()),
        (Some(processing), Some(recycled))
    );
    assert_eq!(
        (Flow::Recycled.from(), Flow::Recycled.to()),
        (Some(recycled), Some(processing))
    );
    assert_eq!((Flow::Scrap.from(), Flow::Product.to()), (None, None));
}

prop_compose! {
    /// Any inputs that are possible.
    fn possible()(
        product_t in 0.001..2e6,
        processing_yield in 0.05..=1.0,
        remelt_yield in 0.05..=1.0,
        scrap_share in 0.0..=1.0,
        alumina_t_per_t in ALUMINA_T_PER_T..3.0,
        anode_impurities in 0.0..0.1,
        net_anode_t_per_t in CARBON_T_PER_T / 0.9..0.7,
        electricity_kwh_per_t in 10_000.0..20_000.0,
        grid_kg_co2_per_kwh in 0.0..1.0,
    ) -> Inputs {
        Inputs {
            product_t,
            processing_yield,
            remelt_yield,
            scrap_share,
            alumina_t_per_t,
            net_anode_t_per_t,
            anode_impurities,
            electricity_kwh_per_t,
            grid_kg_co2_per_kwh,
        }
    }
}

proptest! {
    #[test]
    fn mass_closes_at_every_link(inputs in possible()) {
        let balance = Balance::new(&inputs).unwrap();
        for link in LinkId::ALL {
            let (into, out) = balance.in_and_out_t(link);
            prop_assert!(
                (into - out).abs() <= 1e-9 * into.max(balance.charge_t),
                "{link:?}: {into} in, {out} out"
            );
        }
        for flow in Flow::ALL {
            prop_assert!(balance.flow_t(flow) >= 0.0, "{flow:?}");
        }
        prop_assert!(balance.air_oxygen_t >= 0.0);
        prop_assert!(balance.melt_loss_t >= 0.0);
    }

    #[test]
    fn twice_the_product_takes_twice_of_everything(inputs in possible(), times in 0.1..50.0) {
        let one = Balance::new(&inputs).unwrap();
        let many = Balance::new(&Inputs { product_t: inputs.product_t * times, ..inputs }).unwrap();
        for flow in Flow::ALL {
            let expected: f64 = one.flow_t(flow) * times;
            let many: f64 = many.flow_t(flow);
            prop_assert!((expected - many).abs() <= 1e-9 * many.max(inputs.product_t), "{flow:?}");
        }
        let expected: f64 = one.electricity_kwh * times;
        prop_assert!((expected - many.electricity_kwh).abs() <= 1e-9 * expected.max(1.0));
    }

    #[test]
    fn more_scrap_never_needs_more_alumina(inputs in possible(), more in 0.0..=1.0) {
        let scrap_share = inputs.scrap_share + (1.0 - inputs.scrap_share) * more;
        let before = Balance::new(&inputs).unwrap();
        let after = Balance::new(&Inputs { scrap_share, ..inputs }).unwrap();
        prop_assert!(after.alumina_t <= before.alumina_t * (1.0 + 1e-12));
        prop_assert!(after.electricity_kwh <= before.electricity_kwh * (1.0 + 1e-12));
    }

    #[test]
    fn a_better_yield_never_needs_more_primary_metal(inputs in possible(), better in 0.0..=1.0) {
        let rise = |value: f64| value + (1.0 - value) * better;
        let before = Balance::new(&inputs).unwrap().primary_t;
        for after in [
            Inputs { processing_yield: rise(inputs.processing_yield), ..inputs },
            Inputs { remelt_yield: rise(inputs.remelt_yield), ..inputs },
        ] {
            let after = Balance::new(&after).unwrap().primary_t;
            prop_assert!(after <= before + 1e-9 * inputs.product_t / inputs.processing_yield);
        }
    }
}
