//! The band that the factors' ranges imply.

use chain::band::band;
use chain::{Balance, Output};
use content::chain_inputs::ranges;
use model::Input;
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

proptest! {
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
