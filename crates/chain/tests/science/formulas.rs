//! What the page writes out as a formula is what the balance does.

use chain::formula::{Factor, formula};
use chain::stage::stage_balance;
use chain::{Balance, Output};
use model::{Input, StageId};
use proptest::prelude::*;

use super::properties::possible;
use super::usual;

/// What closes the refinery's mass stops at zero.
fn closes_the_refinery(output: Output) -> bool {
    matches!(output, Output::RefiningAdded | Output::RefiningReleased)
}

proptest! {
    #[test]
    fn every_formula_gives_the_result(inputs in possible()) {
        let balance = Balance::new(&inputs).unwrap();
        let from_cell = inputs.get(Input::FromCell) == 1.0;
        for output in Output::ALL {
            let terms = formula(output, from_cell);
            let values: Vec<f64> = terms.iter().map(|term| term.value(&inputs, &balance)).collect();
            let mut sum: f64 = values.iter().sum();
            if closes_the_refinery(output) {
                sum = sum.max(0.0);
            }
            let value = balance.get(output);
            let scale = values.iter().fold(value.abs(), |scale, value| scale.max(value.abs()));
            prop_assert!((sum - value).abs() <= 1e-9 * scale, "{output:?}: {sum} is not {value}");
        }
    }
}

/// Followed far enough back, a formula rests on inputs alone, never on itself.
/// The two that close the cells' and the refinery's mass are no exception.
#[test]
fn no_formula_rests_on_itself() {
    fn below(output: Output, way: &mut Vec<Output>) {
        assert!(!way.contains(&output), "{output:?} by way of {way:?}");
        way.push(output);
        for term in formula(output, false) {
            for factor in term.factors {
                if let Factor::Result(other) | Factor::PerResult(other) = factor {
                    below(*other, way);
                }
            }
        }
        way.pop();
    }
    for output in Output::ALL {
        below(output, &mut Vec::new());
    }
}

#[test]
fn a_formula_says_how_the_electricity_is_known() {
    let of = |from_cell| {
        let terms = formula(Output::SmeltingPower, from_cell);
        terms[0]
            .factors
            .contains(&Factor::Input(Input::CellVoltage))
    };
    assert!(of(true));
    assert!(!of(false));
}

#[test]
fn a_stages_balance_names_each_mass_once_and_only_its_neighbours_share_it() {
    for stage in StageId::ALL {
        let balance = stage_balance(stage);
        let all: Vec<Output> = balance.into.iter().chain(balance.out).copied().collect();
        for output in &all {
            let times = all.iter().filter(|other| *other == output).count();
            assert_eq!(times, 1, "{output:?} at {stage:?}");
            assert_eq!(
                output.unit().as_str().trim_end_matches("CO2e"),
                "t",
                "{output:?}"
            );
        }
    }
    // What a stage delivers to the next is what the next takes in.
    let into_cell = stage_balance(StageId::Electrolytic).into;
    assert!(into_cell.contains(&Output::Alumina) && into_cell.contains(&Output::BakedAnode));
    assert!(stage_balance(StageId::Anode).into.contains(&Output::Butts));
}

#[test]
fn what_stages_emit_and_take_is_the_chains() {
    let balance = Balance::new(&usual()).unwrap();
    let emitted: f64 = (StageId::ALL.into_iter())
        .flat_map(|stage| stage_balance(stage).emitted)
        .map(|output| balance.get(*output))
        .sum();
    assert!((emitted - balance.get(Output::Co2)).abs() < 1e-9);
    let power: f64 = (StageId::ALL.into_iter())
        .flat_map(|stage| stage_balance(stage).energy)
        .filter(|output| output.unit().as_str() == "kWh")
        .map(|output| balance.get(*output))
        .sum();
    assert!((power - balance.get(Output::Electricity)).abs() < 1e-6);
}
