//! How inputs move under a reader's hand: a slider over many decades, and
//! shares that stay whole.

use super::{Inputs, decimal};
use model::Input;

/// Steps of a slider in each decade: 1.0, 1.1, … 9.9.
const STEPS: u32 = 90;

/// How far a slider over decades goes: from 10^`from` to 10^`to`.
pub fn decade_steps(from: i32, to: i32) -> u32 {
    u32::try_from(to - from).unwrap_or_default() * STEPS
}

/// The value where such a slider stands: two significant digits.
pub fn decade_value(position: u32, from: i32) -> f64 {
    let mantissa = f64::from(10 + position % STEPS);
    let power = (position / STEPS) as i32 + from - 1;
    // Divided, where it is a fraction: that is rounded correctly.
    match power {
        0.. => mantissa * ten(power),
        _ => mantissa / ten(-power),
    }
}

/// Where such a slider stands for a value; at an end for what is beyond.
pub fn decade_position(value: f64, from: i32, to: i32) -> u32 {
    let mut position = 0;
    for step in 0..decade_steps(from, to) / STEPS {
        let decade = from + step as i32;
        let start = decade_value(step * STEPS, from);
        if value < start {
            break;
        }
        let tenths = match decade - 1 {
            power @ 0.. => value / ten(power),
            power => value * ten(-power),
        };
        // Beyond this decade the next one takes over, or the end is reached.
        let within = ((tenths - 10.0).round() as u32).min(STEPS);
        position = step * STEPS + within;
    }
    position
}

fn ten(power: i32) -> f64 {
    let mut value = 1.0;
    for _ in 0..power {
        value *= 10.0;
    }
    value
}

/// The inputs with one of the product's shares set and the other three in
/// proportion to what they were, so that they make 100 % together. For another
/// input, or a share beyond 0 to 100 %, just with that value.
#[must_use]
pub fn with(inputs: &Inputs, input: Input, value: f64) -> Inputs {
    let set = inputs.with(input, value);
    if !Input::MIX.contains(&input) || !(0.0..=100.0).contains(&value) {
        return set;
    }
    let others = || Input::MIX.into_iter().filter(|other| *other != input);
    let before: f64 = others().map(|other| inputs.get(other)).sum();
    let left = 100.0 - value;
    let mut rest = left;
    let mut all = set;
    let count = others().count();
    for (index, other) in others().enumerate() {
        let share = if index + 1 == count {
            rest
        } else if before > 0.0 {
            left * inputs.get(other) / before
        } else {
            left / 3.0
        };
        // Short numbers, and never more than is left.
        let share = decimal::rounded((share * 100.0).round() / 100.0).clamp(0.0, rest.max(0.0));
        all = all.with(other, share);
        rest = decimal::rounded(((rest - share) * 1e6).round() / 1e6);
    }
    all
}
