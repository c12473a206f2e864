//! Inputs for which there is no balance, in words, with how to mend them.

use rust_decimal::Decimal;

use chain::ImpossibleInput;
use model::Input;

/// 中文
pub fn zh(impossible: &ImpossibleInput) -> String {
    use ImpossibleInput as I;
    match impossible {
        I::NotFinite(input) => format!("输入：“{}”不是有限的数。请改为数字。", input.key()),
        I::NotPositive(input) => format!("输入：“{}”必须大于 0。请改正。", input.key()),
        I::Below {
            input,
            value,
            bound,
        } => format!(
            "输入：“{}”为 {}，不可能小于 {}{}。请核对数字和单位（{}）。",
            input.key(),
            short(*value),
            short(*bound),
            match input {
                Input::Alumina => "（化学反应的需要）",
                Input::NetAnode => "（扣除硫和灰分后，化学反应所需的碳）",
                Input::GrossAnode => "（净耗阳极 net-anode）",
                _ => "",
            },
            input.unit().as_str()
        ),
        I::Above {
            input,
            value,
            bound,
        } => format!(
            "输入：“{}”为 {}，不可能大于 {}。请核对数字和单位（{}）。",
            input.key(),
            short(*value),
            short(*bound),
            input.unit().as_str()
        ),
        I::NotASwitch { input, value } => format!(
            "输入：“{}”为 {}。它是开关：直接给出电耗写 0，由槽电压推算写 1。",
            input.key(),
            short(*value)
        ),
        I::Mix { sum } => format!(
            "输入：四类产品占比 {} 合计 {}%，应为 100%。请改正其中几项。",
            mix("、", |key| format!("“{key}”")),
            short(*sum)
        ),
        I::NoScrap { value, bound } => format!(
            "输入：“recycled-share”为 {}%，所需社会废铝多于“scrap-supply”；按这个供应量最多 {}%。请调低前者，或调高后者。",
            short(*value),
            short(*bound)
        ),
    }
}

/// English
pub fn en(impossible: &ImpossibleInput) -> String {
    use ImpossibleInput as I;
    let remedy = match impossible {
        I::NotFinite(_) => "Give a number.".to_owned(),
        I::NotPositive(_) => "Something is divided by it: give a number above zero.".to_owned(),
        I::Below { input, .. } => format!(
            "{}Check the number and its unit, {}.",
            match input {
                Input::Alumina => "The reaction uses as much. ",
                Input::NetAnode => "The reaction uses as much carbon, sulphur and ash aside. ",
                Input::GrossAnode => "The net anode, `net-anode`, is part of it. ",
                _ => "",
            },
            input.unit().as_str()
        ),
        I::Above { input, .. } => {
            format!("Check the number and its unit, {}.", input.unit().as_str())
        }
        I::NotASwitch { .. } => {
            "Write 0 to give the electricity itself, 1 to have it follow from the voltage."
                .to_owned()
        }
        I::Mix { .. } => "Correct some of them.".to_owned(),
        I::NoScrap { .. } => "Lower the one or raise the other.".to_owned(),
    };
    let what = match impossible {
        I::Below {
            input,
            value,
            bound,
        } => format!(
            "`{}` is {}; it cannot be below {}",
            input.key(),
            short(*value),
            short(*bound)
        ),
        I::Above {
            input,
            value,
            bound,
        } => format!(
            "`{}` is {}; it cannot be above {}",
            input.key(),
            short(*value),
            short(*bound)
        ),
        I::NoScrap { value, bound } => format!(
            "`recycled-share` is {} %, which takes more scrap than `scrap-supply` has; that is enough for {} %",
            short(*value),
            short(*bound)
        ),
        I::Mix { sum } => format!(
            "the shares {} make {} % together; they must make 100 %",
            mix(", ", |key| format!("`{key}`")),
            short(*sum)
        ),
        other => other.to_string(),
    };
    format!("input: {what}. {remedy}")
}

fn mix(between: &str, name: impl Fn(&str) -> String) -> String {
    Input::MIX.map(|share| name(share.key())).join(between)
}

/// A number without the digits of rounding errors.
fn short(value: f64) -> String {
    match Decimal::try_from(value) {
        Ok(value) => value.round_dp(6).normalize().to_string(),
        Err(_) => value.to_string(),
    }
}
