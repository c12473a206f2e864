//! The band of what two scenarios differ by.

use chain::band::Bands;
use chain::difference::difference;
use chain::{Balance, Inputs, Output};
use content::chain_inputs::ranges;
use model::Input;
use proptest::prelude::*;

use super::{bundle, usual};

type Ranges = Vec<(Input, f64, f64)>;

fn ranged(inputs: &Inputs) -> Ranges {
    ranges(bundle(), inputs).unwrap()
}

fn of(one: &Inputs, other: &Inputs, output: Output) -> (f64, f64) {
    difference((one, &ranged(one)), (other, &ranged(other)), output).unwrap()
}

#[test]
fn two_of_the_same_do_not_differ_at_all() {
    let one = usual();
    for output in Output::ALL {
        assert_eq!(of(&one, &one, output), (0.0, 0.0), "{output:?}");
        // What is left of two bands would be as wide as both together.
        let band = Bands::new(&one, ranged(&one)).unwrap().get(output).unwrap();
        assert!(band.0 <= band.1);
    }
}

#[test]
fn what_both_take_cancels() {
    let one = usual();
    let other = one.with(Input::RecycledShare, 40.0);
    let (low, high) = of(&other, &one, Output::Co2);
    let band = |inputs: &Inputs| {
        let bands = Bands::new(inputs, ranged(inputs)).unwrap();
        bands.get(Output::Co2).unwrap()
    };
    let (one_band, other_band) = (band(&one), band(&other));
    // The bands overlap, and yet more recycling is less CO2 for certain.
    assert!(other_band.1 > one_band.0);
    assert!(high < 0.0, "{low} to {high}");
    let left = (other_band.0 - one_band.1, other_band.1 - one_band.0);
    assert!(
        high - low < (left.1 - left.0) / 2.0,
        "{low} to {high} of {left:?}"
    );
}

#[test]
fn twice_the_product_differs_by_one_band() {
    let one = usual();
    let twice = one.with(Input::Product, 2.0);
    for output in [
        Output::Co2,
        Output::Electricity,
        Output::Bauxite,
        Output::Recycled,
    ] {
        let (low, high) = of(&twice, &one, output);
        let band = Bands::new(&one, ranged(&one)).unwrap().get(output).unwrap();
        assert!(
            (low - band.0).abs() <= 1e-9 * band.1,
            "{output:?}: {low}, {band:?}"
        );
        assert!(
            (high - band.1).abs() <= 1e-9 * band.1,
            "{output:?}: {high}, {band:?}"
        );
    }
}

#[test]
fn a_factor_set_in_one_moves_in_the_other_alone() {
    let one = usual();
    let set = one.with(Input::Electricity, 13_000.0);
    let (low, high) = of(&one, &set, Output::SmeltingPower);
    let metal = |inputs: &Inputs| Balance::new(inputs).unwrap().get(Output::LiquidMetal);
    // From 13,000 to 15,000 kWh/t against 13,000.
    assert!(low.abs() < 1e-6 * high, "{low}");
    assert!(high > 1900.0 * metal(&one), "{high}");
}

proptest! {
    // Each case looks for the ends of every result.
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// However the factors lie, the same in both.
    #[test]
    fn every_sample_lies_in_the_band_of_the_difference(
        at in prop::collection::vec(prop::sample::select(&[0.0, 0.1, 0.5, 0.9, 1.0][..]), Input::COUNT),
        shares in (0.0..=100.0, 0.0..=100.0),
        product in prop::sample::select(&[0.5, 1.0, 3.0][..]),
        grid in prop::sample::select(&[None, Some(0.0), Some(0.5)][..]),
        yields in any::<bool>(),
    ) {
        let one = usual().with(Input::RecycledShare, shares.0).with(Input::Product, product);
        let mut other = usual().with(Input::RecycledShare, shares.1);
        if let Some(grid) = grid {
            other = other.with(Input::Grid, grid);
        }
        if yields {
            other = other.with(Input::RollingYield, 88.0).with(Input::RemeltYield, 99.0);
        }
        let ranges = [ranged(&one), ranged(&other)];
        let sample = |inputs: Inputs, ranges: &Ranges| {
            let sample = ranges.iter().fold(inputs, |inputs, (input, low, high)| {
                inputs.with(*input, low + (high - low) * at[*input as usize])
            });
            Balance::new(&sample).unwrap()
        };
        let samples = [sample(one, &ranges[0]), sample(other, &ranges[1])];
        for output in Output::ALL {
            let band = difference((&one, &ranges[0]), (&other, &ranges[1]), output).unwrap();
            let value = samples[0].get(output) - samples[1].get(output);
            let scale = samples[0].get(output).abs().max(samples[1].get(output).abs());
            // Between the places that are tried a bend may be a hair higher.
            let slack = 1e-9 * scale + 1e-3 * (band.1 - band.0);
            prop_assert!(
                band.0 - slack <= value && value <= band.1 + slack,
                "{output:?}: {value} is not within {band:?}"
            );
        }
    }
}
