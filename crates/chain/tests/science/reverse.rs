//! The question the other way round.

use chain::reverse::{NoAnswer, product_of_capacities, solve};
use chain::{Balance, Output};
use model::{Input, StageId};
use proptest::prelude::*;

use super::properties::possible;
use super::usual;

const SHARE: (f64, f64) = (0.0, 100.0);

proptest! {
    #[test]
    fn the_answer_gives_the_target(inputs in possible(), wanted in 0.0..=100.0) {
        for (input, range) in [
            (Input::RecycledShare, SHARE),
            (Input::Product, (0.0, 1e7)),
            (Input::Grid, (0.0, 1.0)),
            (Input::RollingYield, (40.0, 100.0)),
        ] {
            let wished = range.0 + (range.1 - range.0) * wanted / 100.0;
            let target = Balance::new(&inputs.with(input, wished)).unwrap().get(Output::Co2);
            match solve(&inputs, input, range, Output::Co2, target) {
                Ok(value) => {
                    let found = Balance::new(&inputs.with(input, value)).unwrap().get(Output::Co2);
                    prop_assert!((found - target).abs() <= 1e-9 * target.abs(), "{input:?}: {found} is not {target}");
                }
                // Nothing is rolled, or all electricity is given without CO2.
                Err(NoAnswer::Unmoved(unmoved)) => {
                    prop_assert_eq!(unmoved, input);
                    let at = |value| Balance::new(&inputs.with(input, value)).unwrap().get(Output::Co2);
                    prop_assert!((at(range.0) - at(range.1)).abs() <= 1e-9 * at(range.1).abs());
                }
                Err(other) => prop_assert!(false, "{input:?}: {other}"),
            }
        }
    }
}

#[test]
fn what_cannot_be_had_says_what_can() {
    let inputs = usual();
    let co2 = |share| {
        let balance = Balance::new(&inputs.with(Input::RecycledShare, share));
        balance.unwrap().get(Output::Co2)
    };
    let answer = solve(&inputs, Input::RecycledShare, SHARE, Output::Co2, 0.0);
    let expected = NoAnswer::OutOfReach {
        input: Input::RecycledShare,
        from: 0.0,
        to: 100.0,
        least: co2(100.0),
        most: co2(0.0),
    };
    assert_eq!(answer, Err(expected));
    assert!(expected.to_string().contains("recycled-share"));
}

#[test]
fn only_as_far_as_there_is_scrap() {
    let inputs = usual().with(Input::ScrapSupply, 0.5);
    let Err(NoAnswer::OutOfReach { to, .. }) =
        solve(&inputs, Input::RecycledShare, SHARE, Output::Co2, 0.0)
    else {
        panic!("there is not scrap enough");
    };
    let beyond = Balance::new(&inputs.with(Input::RecycledShare, to + 1e-6));
    assert!(beyond.is_err(), "{to}");
    assert!(Balance::new(&inputs.with(Input::RecycledShare, to)).is_ok());
}

#[test]
fn what_does_not_depend_on_it_says_so() {
    let answer = solve(&usual(), Input::Grid, (0.0, 1.0), Output::Bauxite, 2.0);
    assert_eq!(answer, Err(NoAnswer::Unmoved(Input::Grid)));
}

#[test]
fn a_scenario_that_is_impossible_has_no_answer() {
    let inputs = usual().with(Input::RemeltYield, 0.0);
    let answer = solve(&inputs, Input::Grid, (0.0, 1.0), Output::Co2, 2.0);
    assert!(matches!(answer, Err(NoAnswer::Impossible(_))), "{answer:?}");
}

#[test]
fn the_least_capacity_bounds_the_product() {
    let inputs = usual();
    let capacities = [
        (StageId::Processing, 2e6),
        (StageId::Electrolytic, 615_000.0),
    ];
    let products = product_of_capacities(&inputs, &capacities).unwrap();
    let (stage, product) = products[0];
    assert_eq!(stage, StageId::Electrolytic);
    let made = Balance::new(&inputs.with(Input::Product, product)).unwrap();
    assert!((made.get(Output::Primary) - 615_000.0).abs() < 1e-6);
    assert_eq!(products[1], (StageId::Processing, 2e6));
    // Nothing is melted from scrap alone that is cut without loss.
    let mut all = inputs
        .with(Input::RecycledShare, 100.0)
        .with(Input::RemeltYield, 100.0);
    for input in [
        Input::RollingYield,
        Input::ExtrusionYield,
        Input::CastingYield,
        Input::WireYield,
    ] {
        all = all.with(input, 100.0);
    }
    assert_eq!(product_of_capacities(&all, &capacities).unwrap().len(), 1);
}
