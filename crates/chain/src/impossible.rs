//! Inputs for which there is no balance.

use thiserror::Error;

use model::Input;

/// An input for which there is no balance, and the bound that it breaks, both
/// in the input's unit.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum ImpossibleInput {
    /// Not a number, or an infinite one.
    #[error("`{}` is not a finite number", .0.key())]
    NotFinite(Input),
    /// Below the least that is possible.
    #[error("`{}` is {value} {}, which is below {bound}", input.key(), input.unit().as_str())]
    Below {
        /// Which.
        input: Input,
        /// What was given.
        value: f64,
        /// The least that is possible.
        bound: f64,
    },
    /// Zero where something must be divided by it.
    #[error("`{}` must be above zero", .0.key())]
    NotPositive(Input),
    /// Above the most that is possible.
    #[error("`{}` is {value} {}, which is above {bound}", input.key(), input.unit().as_str())]
    Above {
        /// Which.
        input: Input,
        /// What was given.
        value: f64,
        /// The most that is possible.
        bound: f64,
    },
    /// Neither on nor off.
    #[error("`{}` is {value}; it is a switch, either 0 or 1", input.key())]
    NotASwitch {
        /// Which.
        input: Input,
        /// What was given.
        value: f64,
    },
    /// The shares of the product do not make 100 % together.
    #[error(
        "the shares of the product, `rolled-share`, `extruded-share`, `cast-share` and `wire-share`, make {sum} % together; they must make 100"
    )]
    Mix {
        /// What they make, in per cent.
        sum: f64,
    },
    /// More recycled metal than there is scrap for.
    #[error(
        "`recycled-share` is {value} %, which takes more end-of-life scrap than there is: `scrap-supply` allows {bound} %"
    )]
    NoScrap {
        /// The recycled share asked for.
        value: f64,
        /// The most that the supply allows.
        bound: f64,
    },
}

/// What it holds is finite: each value is looked at before it is held.
impl Eq for ImpossibleInput {}

impl ImpossibleInput {
    /// Which input it is; of several that contradict each other, the first.
    pub const fn input(&self) -> Input {
        match self {
            Self::NotFinite(input) | Self::NotPositive(input) => *input,
            Self::Below { input, .. } | Self::Above { input, .. } => *input,
            Self::NotASwitch { input, .. } => *input,
            Self::Mix { .. } => Input::RolledShare,
            Self::NoScrap { .. } => Input::RecycledShare,
        }
    }

    /// The inputs that contradict each other, the one to blame first.
    pub const fn involved(&self) -> &'static [Input] {
        use Input as I;
        match self {
            Self::Mix { .. } => &Input::MIX,
            Self::NoScrap { .. } => &[
                I::RecycledShare,
                I::ScrapSupply,
                I::Product,
                I::RemeltYield,
                I::ScrapMetal,
            ],
            Self::Below {
                input: I::NetAnode, ..
            } => &[I::NetAnode, I::AnodeImpurities],
            Self::Below {
                input: I::GrossAnode,
                ..
            } => &[I::GrossAnode, I::NetAnode],
            Self::Above {
                input: I::AnodeImpurities,
                ..
            } => &[I::AnodeImpurities],
            // The others are impossible alone.
            _ => &[],
        }
    }

    /// The least and the most that is possible, as far as the fault is about
    /// them.
    pub const fn bounds(&self) -> (Option<f64>, Option<f64>) {
        match self {
            Self::Below { bound, .. } => (Some(*bound), None),
            Self::Above { bound, .. } | Self::NoScrap { bound, .. } => (None, Some(*bound)),
            _ => (None, None),
        }
    }
}

pub(crate) fn within(input: Input, value: f64, low: f64, high: f64) -> Result<(), ImpossibleInput> {
    if !value.is_finite() {
        return Err(ImpossibleInput::NotFinite(input));
    }
    if value < low {
        let bound = low;
        return Err(ImpossibleInput::Below {
            input,
            value,
            bound,
        });
    }
    if value > high {
        let bound = high;
        return Err(ImpossibleInput::Above {
            input,
            value,
            bound,
        });
    }
    Ok(())
}
