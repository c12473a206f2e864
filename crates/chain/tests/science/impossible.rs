//! Inputs for which there is no balance, each named with its bound.

use chain::Limits;
use chain::stoichiometry::{ALUMINA_T_PER_T, CARBON_T_PER_T};
use chain::{Balance, ImpossibleInput, Output};
use model::Input;
use model::input::MOST;
use rstest::rstest;

use super::usual;

use ImpossibleInput::{Above, Below, Mix, NoScrap, NotASwitch, NotFinite, NotPositive};

fn above(input: Input, value: f64, bound: f64) -> ImpossibleInput {
    Above {
        input,
        value,
        bound,
    }
}

fn below(input: Input, value: f64, bound: f64) -> ImpossibleInput {
    Below {
        input,
        value,
        bound,
    }
}

#[rstest]
#[case(&[(Input::ExtrusionYield, 120.0)], above(Input::ExtrusionYield, 120.0, 100.0))]
#[case(&[(Input::RemeltYield, 0.0)], NotPositive(Input::RemeltYield))]
#[case(&[(Input::WireYield, 0.0)], NotPositive(Input::WireYield))]
#[case(&[(Input::Alumina, 1.8)], below(Input::Alumina, 1.8, ALUMINA_T_PER_T))]
#[case(&[(Input::Product, -1.0)], below(Input::Product, -1.0, 0.0))]
#[case(&[(Input::Product, 2e12)], above(Input::Product, 2e12, MOST))]
#[case(&[(Input::RecycledShare, 101.0)], above(Input::RecycledShare, 101.0, 100.0))]
#[case(&[(Input::RecycledShare, -1.0)], below(Input::RecycledShare, -1.0, 0.0))]
#[case(&[(Input::Bauxite, 0.9)], below(Input::Bauxite, 0.9, 1.0))]
#[case(&[(Input::DcToAc, 0.9)], below(Input::DcToAc, 0.9, 1.0))]
#[case(&[(Input::FromCell, 0.5)], NotASwitch { input: Input::FromCell, value: 0.5 })]
#[case(&[(Input::CastShare, 12.0)], Mix { sum: 102.0 })]
#[case(&[(Input::AnodeImpurities, 100.0)], above(Input::AnodeImpurities, 100.0, 100.0))]
// Butts cannot be less than nothing.
#[case(&[(Input::GrossAnode, 0.41)], below(Input::GrossAnode, 0.41, 0.42))]
// Enough carbon if it were pure, but a tenth of it is ash.
#[case(
    &[(Input::NetAnode, 0.34), (Input::AnodeImpurities, 10.0)],
    below(Input::NetAnode, 0.34, CARBON_T_PER_T / 0.9)
)]
fn it_is_refused_by_name_and_bound(
    #[case] changes: &[(Input, f64)],
    #[case] expected: ImpossibleInput,
) {
    let inputs = changes.iter().fold(usual(), |inputs, (input, value)| {
        inputs.with(*input, *value)
    });
    assert_eq!(Balance::new(&inputs), Err(expected));
    let message = expected.to_string();
    assert!(message.contains(expected.input().key()), "{message}");
}

#[test]
fn what_is_no_number_is_refused_for_every_input() {
    for input in Input::ALL {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let refused = Balance::new(&usual().with(input, value));
            assert_eq!(refused, Err(NotFinite(input)), "{value}");
        }
    }
}

#[test]
fn more_recycled_metal_than_scrap_is_refused_with_the_share_that_the_scrap_allows() {
    let inputs = usual().with(Input::ScrapSupply, 0.2);
    let Err(NoScrap { value, bound }) = Balance::new(&inputs) else {
        panic!("0.2 t of scrap do not make 0.3 t of metal");
    };
    assert_eq!(value, 30.0);
    // 0.2 t × 94 % × 98 %
    assert!((bound - 18.424).abs() < 1e-9, "{bound}");
    let most = inputs.with(Input::RecycledShare, bound * (1.0 - 1e-12));
    let balance = Balance::new(&most).unwrap();
    assert!((balance.get(Output::Scrap) - 0.2).abs() < 1e-9);
}

#[test]
fn the_bounds_of_every_input_are_told_as_they_are_kept() {
    for input in Input::ALL {
        let (low, high) = input.bounds();
        assert!(input.check(high).is_ok(), "{input:?}");
        assert_eq!(input.check(low).is_err(), input.is_divisor(), "{input:?}");
        let beyond = high * 1.001;
        assert_eq!(input.check(beyond), Err(above(input, beyond, high)));
        assert_eq!(
            input.check(low - 0.001),
            Err(below(input, low - 0.001, low))
        );
    }
}
