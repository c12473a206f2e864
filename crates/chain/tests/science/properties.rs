//! What is true of every possible balance.

use chain::Limits;
use chain::stoichiometry::{ALUMINA_T_PER_T, CARBON_T_PER_T};
use chain::{Balance, Inputs, Output, Quantity};
use model::{Flow, Input, flow};
use proptest::prelude::*;

use super::{stages, usual};

/// Where an input may lie, far beyond what is published.
fn wide(input: Input) -> (f64, f64) {
    match input {
        Input::Product => (0.001, 2e6),
        Input::RecycledShare => (0.0, 100.0),
        Input::Alumina => (ALUMINA_T_PER_T, 3.0),
        Input::Bauxite => (1.0, 5.0),
        Input::CausticSoda => (0.0, 0.5),
        Input::RedMud => (0.0, 3.0),
        Input::NetAnode => (CARBON_T_PER_T / 0.9, 0.7),
        Input::GrossAnode => (0.7, 1.0),
        Input::AnodeImpurities => (0.0, 10.0),
        Input::AluminiumFluoride => (0.0, 100.0),
        Input::Electricity => (1e4, 2e4),
        Input::CellVoltage => (2.0, 6.0),
        Input::DcToAc => (1.0, 1.2),
        Input::RefiningGrid | Input::Grid | Input::Pfc | Input::RemeltCo2 => (0.0, 1.2),
        Input::RefiningHeat | Input::RemeltHeat => (0.0, 40.0),
        Input::RefiningPower => (0.0, 1000.0),
        Input::RefiningHeatCo2 => (0.0, 200.0),
        Input::ScrapSupply | Input::FromCell => {
            let value = usual().get(input);
            (value, value)
        }
        // The mix is dealt with below; all others are yields.
        _ => (5.0, 100.0),
    }
}

prop_compose! {
    /// Any inputs that are possible.
    pub fn possible()(
        at in prop::collection::vec(0.0..=1.0, Input::COUNT),
        from_cell in any::<bool>(),
        mix in prop::array::uniform4(0.001..1.0),
    ) -> Inputs {
        let mut inputs = Inputs::from_fn(|input| {
            let (low, high) = wide(input);
            low + (high - low) * at[input as usize]
        });
        let sum: f64 = mix.iter().sum();
        for (input, share) in Input::MIX.into_iter().zip(mix) {
            inputs = inputs.with(input, share / sum * 100.0);
        }
        inputs.with(Input::FromCell, f64::from(u8::from(from_cell)))
    }
}

proptest! {
    #[test]
    fn mass_closes_at_every_stage(inputs in possible()) {
        let balance = Balance::new(&inputs).unwrap();
        for stage in stages() {
            let (into, out) = balance.in_and_out_t(stage);
            prop_assert!((into - out).abs() <= 1e-9 * into, "{stage:?}: {into} in, {out} out");
        }
    }

    #[test]
    fn every_route_and_every_plant_adds_up(inputs in possible()) {
        let balance = Balance::new(&inputs).unwrap();
        use Output as O;
        for (whole, parts) in [
            (O::Charge, &[O::RolledCharge, O::ExtrudedCharge, O::CastCharge, O::WireCharge][..]),
            (O::Product, &[O::Rolled, O::Extruded, O::Cast, O::Wire]),
            (O::Charge, &[O::Primary, O::Recycled]),
            (O::BakedAnode, &[O::NetAnode, O::Butts]),
            (O::GreenAnode, &[O::AnodeRaw, O::Butts]),
            (O::Dross, &[O::CasthouseDross, O::RemeltDross]),
            (O::Scrap, &[O::ScrapMetal, O::ScrapResidue]),
            (O::Electricity, &[O::RefiningPower, O::SmeltingPower]),
            (O::Heat, &[O::RefiningHeat, O::RemeltHeat]),
            (O::Co2, &[
                O::RefiningHeatCo2, O::RefiningPowerCo2, O::AnodeCo2, O::Pfc,
                O::SmeltingPowerCo2, O::RemeltCo2,
            ]),
        ] {
            let sum: f64 = parts.iter().map(|part| balance.get(*part)).sum();
            let whole_is = balance.get(whole);
            prop_assert!((sum - whole_is).abs() <= 1e-9 * whole_is, "{whole:?}: {whole_is}, {sum}");
        }
    }

    #[test]
    fn nothing_is_below_zero_or_no_number(inputs in possible()) {
        let balance = Balance::new(&inputs).unwrap();
        let small = 1e-9 * balance.get(Output::Charge);
        for output in Output::ALL {
            let value = balance.get(output);
            prop_assert!(value.is_finite(), "{output:?}");
            // Recycling may cost more heat and CO2 than it spares.
            if !matches!(output, Output::AvoidedHeat | Output::AvoidedCo2) {
                prop_assert!(value >= -small, "{output:?}: {value}");
            }
        }
    }

    #[test]
    fn what_flows_carry_is_conserved_at_every_stage(inputs in possible()) {
        let balance = Balance::new(&inputs).unwrap();
        for quantity in Quantity::ALL {
            for stage in stages() {
                let carried = |flow: Flow| balance.carried(flow, quantity);
                let into: f64 = flow::into(stage).map(carried).sum();
                let out: f64 = flow::out_of(stage).map(carried).sum();
                let arising = balance.arising(stage, quantity);
                let scale = into.max(out).max(arising.abs());
                prop_assert!(
                    (into + arising - out).abs() <= 1e-9 * scale,
                    "{quantity:?} at {stage:?}: {into} + {arising} is not {out}"
                );
            }
            let all: f64 = stages().map(|stage| balance.arising(stage, quantity)).sum();
            let product = balance.carried(Flow::Product, quantity);
            let scrap = balance.carried(Flow::Scrap, quantity);
            prop_assert!((all + scrap - product).abs() <= 1e-9 * product.max(balance.get(Output::Bauxite)));
        }
        let total = |quantity, output| {
            let carried: f64 = balance.carried(Flow::Product, quantity);
            (carried - balance.get(output)).abs() <= 1e-9 * carried
        };
        prop_assert!(total(Quantity::Electricity, Output::Electricity));
        prop_assert!(total(Quantity::Co2, Output::Co2));
    }

    #[test]
    fn twice_the_product_takes_twice_of_everything(inputs in possible(), times in 0.1..50.0) {
        let one = Balance::new(&inputs).unwrap();
        let product = inputs.get(Input::Product) * times;
        let many = Balance::new(&inputs.with(Input::Product, product)).unwrap();
        for output in Output::ALL {
            let (expected, many): (f64, f64) = (one.get(output) * times, many.get(output));
            let scale = expected.abs().max(1e-3 * product);
            prop_assert!((expected - many).abs() <= 1e-9 * scale, "{output:?}: {expected}, {many}");
        }
    }

    #[test]
    fn more_recycling_never_needs_more_bauxite(inputs in possible(), more in 0.0..=1.0) {
        let share = inputs.get(Input::RecycledShare);
        let share = share + (100.0 - share) * more;
        let before = Balance::new(&inputs).unwrap();
        let after = Balance::new(&inputs.with(Input::RecycledShare, share)).unwrap();
        for output in [Output::Bauxite, Output::Alumina, Output::Electricity, Output::AnodeCo2] {
            let (before, after) = (before.get(output), after.get(output));
            prop_assert!(after <= before * (1.0 + 1e-12), "{output:?}: {before}, then {after}");
        }
    }

    #[test]
    fn a_better_yield_never_needs_more_primary_metal(inputs in possible(), better in 0.0..=1.0) {
        let before = Balance::new(&inputs).unwrap().get(Output::LiquidMetal);
        for input in Input::ALL.into_iter().filter(|input| input.is_divisor()) {
            let value = inputs.get(input);
            let inputs = inputs.with(input, value + (100.0 - value) * better);
            let after = Balance::new(&inputs).unwrap().get(Output::LiquidMetal);
            prop_assert!(after <= before * (1.0 + 1e-9), "{input:?}: {before}, then {after}");
        }
    }
}

/// The largest change of an output over a sixteenth of a range of an input,
/// and where that sixteenth begins.
fn steepest(inputs: &Inputs, input: Input, output: Output, from: f64, width: f64) -> (f64, f64) {
    let step = width / 16.0;
    let at = |index: i32| {
        let value = from + step * f64::from(index);
        Balance::new(&inputs.with(input, value))
            .unwrap()
            .get(output)
    };
    (0..16)
        .map(|index| {
            (
                (at(index + 1) - at(index)).abs(),
                from + step * f64::from(index),
            )
        })
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .unwrap()
}

/// A jump would stay as large however closely one looks; a slope does not.
#[test]
fn results_are_continuous_in_every_input() {
    let usual = usual()
        .with(Input::GrossAnode, 0.8)
        .with(Input::AnodeImpurities, 4.0);
    for from_cell in [0.0, 1.0] {
        let inputs = usual.with(Input::FromCell, from_cell);
        // A share of the product moves only with another.
        let single = |input: &Input| !Input::MIX.contains(input) && *input != Input::FromCell;
        for input in Input::ALL.into_iter().filter(single) {
            let (low, high) = wide(input);
            for output in Output::ALL {
                let (mut from, mut width) = (low, high - low);
                let (whole, _) = steepest(&inputs, input, output, from, width);
                let mut change = whole;
                for _ in 0..4 {
                    (change, from) = steepest(&inputs, input, output, from, width);
                    width /= 16.0;
                }
                assert!(
                    change <= whole / 500.0 + 1e-9,
                    "{output:?} jumps with {input:?} at {from}: {change} of {whole}"
                );
            }
        }
    }
}
