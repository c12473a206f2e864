//! The band that the factors' ranges imply.

use chain::band::{Bands, band};
use chain::{Balance, Output, Quantity};
use content::chain_inputs::ranges;
use model::{Flow, Input};
use proptest::prelude::*;

use super::{bundle, usual};

#[test]
fn the_point_result_lies_in_its_band_and_the_band_has_a_width() {
    let inputs = usual();
    let point = Balance::new(&inputs).unwrap();
    let band = band(&inputs, &ranges(bundle(), &inputs).unwrap()).unwrap();
    for output in Output::ALL {
        let (low, high) = band.get(output);
        let value = point.get(output);
        assert!(
            low <= value && value <= high,
            "{output:?}: {low} {value} {high}"
        );
    }
    for output in [
        Output::Co2,
        Output::Electricity,
        Output::Heat,
        Output::Bauxite,
    ] {
        let (low, high) = band.get(output);
        assert!(low < high, "{output:?}");
    }
    assert_eq!(band.get(Output::Product), (1.0, 1.0));
}

#[test]
fn an_input_that_was_set_has_no_range() {
    let inputs = usual().with(Input::Electricity, 13_000.0);
    let ranges = ranges(bundle(), &inputs).unwrap();
    assert!(
        ranges
            .iter()
            .all(|(input, ..)| *input != Input::Electricity)
    );
    assert!(ranges.iter().any(|(input, ..)| *input == Input::Alumina));
    assert!(ranges.iter().all(|(input, ..)| !input.is_choice()));
}

#[test]
fn without_ranges_the_band_is_the_point() {
    let point = Balance::new(&usual()).unwrap();
    let band = band(&usual(), &[]).unwrap();
    for output in Output::ALL {
        assert_eq!(band.get(output), (point.get(output), point.get(output)));
    }
}

#[test]
fn an_impossible_corner_is_an_error() {
    let error = band(&usual(), &[(Input::RemeltYield, 0.0, 98.0)]).unwrap_err();
    assert_eq!(error.input(), Input::RemeltYield);
}

#[test]
fn what_widens_a_result_most_is_what_moves_it_most_by_itself() {
    let inputs = usual();
    let ranges = ranges(bundle(), &inputs).unwrap();
    let bands = Bands::new(&inputs, ranges.clone()).unwrap();
    let widest = bands.widest(Output::Electricity);
    // 13,000 to 15,000 kWh/t, at the cells; the other lever is the refinery's.
    assert_eq!(widest[0].input, Input::Electricity);
    let of = |value| {
        let balance = Balance::new(&inputs.with(Input::Electricity, value));
        balance.unwrap().get(Output::Electricity)
    };
    let (_, low, high) = ranges
        .iter()
        .find(|range| range.0 == Input::Electricity)
        .unwrap();
    assert_eq!((widest[0].low, widest[0].high), (of(*low), of(*high)));
    for output in Output::ALL {
        let widest = bands.widest(output);
        let (low, high) = bands.get(output).unwrap();
        assert!(widest.is_sorted_by(|one, other| one.width() >= other.width()));
        for widening in widest {
            let slack = 1e-12 * high.abs();
            let within = low - slack <= widening.low && widening.high <= high + slack;
            assert!(within, "{output:?}: {widening:?} of {low} to {high}");
        }
    }
    // What the reader wishes is not uncertain.
    assert_eq!(bands.widest(Output::Product), []);
}

proptest! {
    /// What the lines of the picture carry has a band as a result has.
    #[test]
    fn what_flows_carry_lies_in_its_band(
        at in prop::collection::vec(0.0..=1.0, Input::COUNT),
        share in 0.0..=100.0,
    ) {
        let inputs = usual().with(Input::RecycledShare, share);
        let ranges = ranges(bundle(), &inputs).unwrap();
        let bands = Bands::new(&inputs, ranges.clone()).unwrap();
        let sample = ranges.iter().fold(inputs, |inputs, (input, low, high)| {
            inputs.with(*input, low + (high - low) * at[*input as usize])
        });
        let sample = Balance::new(&sample).unwrap();
        for quantity in Quantity::ALL {
            for flow in Flow::ALL {
                let (low, high) = bands.of(&|balance| balance.carried(flow, quantity)).unwrap();
                let value = sample.carried(flow, quantity);
                let slack = 1e-9 * high.abs();
                prop_assert!(
                    low - slack <= value && value <= high + slack,
                    "{quantity:?} of {flow:?}: {value} is not within {low} and {high}"
                );
            }
        }
    }

    /// Anywhere within the ranges, and for other wishes as well.
    #[test]
    fn every_sample_within_the_ranges_lies_in_the_band(
        at in prop::collection::vec(0.0..=1.0, Input::COUNT),
        share in 0.0..=100.0,
        from_cell in any::<bool>(),
        bauxite in prop::sample::select(&[2.0, 2.227, 2.5, 2.6, 3.0][..]),
    ) {
        let inputs = usual()
            .with(Input::RecycledShare, share)
            .with(Input::FromCell, f64::from(u8::from(from_cell)))
            .with(Input::Bauxite, bauxite);
        let ranges = ranges(bundle(), &inputs).unwrap();
        let band = band(&inputs, &ranges).unwrap();
        let sample = ranges.iter().fold(inputs, |inputs, (input, low, high)| {
            inputs.with(*input, low + (high - low) * at[*input as usize])
        });
        let sample = Balance::new(&sample).unwrap();
        for output in Output::ALL {
            let (low, high) = band.get(output);
            let value = sample.get(output);
            let slack = 1e-9 * high.abs().max(low.abs());
            prop_assert!(
                low - slack <= value && value <= high + slack,
                "{output:?}: {value} is not within {low} and {high}"
            );
        }
    }
}
