//! The balance as JSON, with units: what `site balance` writes. Native only.

use chain::Limits;
use rust_decimal::prelude::ToPrimitive;
use serde::{Serialize, Serializer};

use chain::band::{Band, band};
use chain::{Balance, Inputs, Output, Quantity};
use content::bundle::{Bundle, Factor, Grade};
use content::chain_inputs::{ChainFault, factor, ranges};
use model::input::MOST;
use model::quantity::Number;
use model::{Flow, Input};
use model::{Lang, StageId};

/// Fields by name, in the order given.
#[derive(Clone, Debug)]
pub struct Fields<T>(Vec<(&'static str, T)>);

impl<T: Serialize> Serialize for Fields<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// The balance for some inputs.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The inputs; `null` is no limit.
    inputs: Fields<Option<f64>>,
    /// Inputs that rest on an assumption.
    assumptions: Vec<&'static str>,
    /// Every result, with its band.
    results: Fields<Amount>,
    /// What each flow carries.
    flows: Fields<Carried>,
    /// What arises at each stage.
    stages: Fields<Arising>,
}

/// A result.
#[derive(Clone, Debug, Serialize)]
struct Amount {
    value: f64,
    unit: &'static str,
    /// The ends of the band that the factors' ranges imply.
    low: f64,
    high: f64,
    /// Where it arises; `null` for the whole chain.
    stage: Option<&'static str>,
}

/// A value with its unit.
#[derive(Clone, Debug, Serialize)]
struct Measure {
    value: f64,
    unit: &'static str,
}

/// What a flow carries.
#[derive(Clone, Debug, Serialize)]
struct Carried {
    /// `null` is outside.
    from: Option<&'static str>,
    to: Option<&'static str>,
    mass: Measure,
    electricity: Measure,
    co2: Measure,
}

/// What a stage adds, and the mass that passes it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Arising {
    mass_in: Measure,
    mass_out: Measure,
    electricity: Measure,
    co2: Measure,
}

impl Report {
    /// Computes the balance.
    ///
    /// # Errors
    /// When an input or a corner of the factors' ranges is impossible, and when
    /// a factor is missing.
    pub fn new(bundle: &Bundle, inputs: &Inputs) -> Result<Self, ChainFault> {
        let balance = Balance::new(inputs)?;
        let band = band(inputs, &ranges(bundle, inputs)?)?;
        let assumed = |input: &Input| {
            let factor = input.factor().and_then(|id| factor(bundle, id));
            factor.is_some_and(|factor| factor.assumption)
        };
        Ok(Self {
            inputs: Fields(
                Input::ALL
                    .map(|input| (input.key(), given(inputs, input)))
                    .into(),
            ),
            assumptions: (Input::ALL.into_iter().filter(assumed))
                .map(Input::key)
                .collect(),
            results: Fields(
                Output::ALL
                    .map(|output| (output.key(), amount(&balance, &band, output)))
                    .into(),
            ),
            flows: Fields(
                Flow::ALL
                    .map(|flow| (flow.as_str(), carried(&balance, flow)))
                    .into(),
            ),
            stages: Fields(
                StageId::ALL
                    .map(|stage| (stage.as_str(), arising(&balance, stage)))
                    .into(),
            ),
        })
    }
}

fn given(inputs: &Inputs, input: Input) -> Option<f64> {
    let value = inputs.get(input);
    (input != Input::ScrapSupply || value < MOST).then_some(value)
}

fn amount(balance: &Balance, band: &Band, output: Output) -> Amount {
    let (low, high) = band.get(output);
    Amount {
        value: balance.get(output),
        unit: output.unit().as_str(),
        low,
        high,
        stage: output.stage().map(StageId::as_str),
    }
}

fn measure(value: f64, quantity: Quantity) -> Measure {
    let unit = match quantity {
        Quantity::Mass => "t",
        Quantity::Electricity => "kWh",
        Quantity::Co2 => "tCO2e",
    };
    Measure { value, unit }
}

fn carried(balance: &Balance, flow: Flow) -> Carried {
    let carried = |quantity| measure(balance.carried(flow, quantity), quantity);
    Carried {
        from: flow.from().map(StageId::as_str),
        to: flow.to().map(StageId::as_str),
        mass: carried(Quantity::Mass),
        electricity: carried(Quantity::Electricity),
        co2: carried(Quantity::Co2),
    }
}

fn arising(balance: &Balance, stage: StageId) -> Arising {
    let arising = |quantity| measure(balance.arising(stage, quantity), quantity);
    let (into, out) = balance.in_and_out_t(stage);
    Arising {
        mass_in: measure(into, Quantity::Mass),
        mass_out: measure(out, Quantity::Mass),
        electricity: arising(Quantity::Electricity),
        co2: arising(Quantity::Co2),
    }
}

/// Every input, by name: `site balance --print-inputs`.
pub fn print_inputs(bundle: &Bundle, defaults: &Inputs, lang: Lang) -> Fields<InputText> {
    Fields(
        Input::ALL
            .map(|input| (input.key(), input_text(bundle, defaults, input, lang)))
            .into(),
    )
}

/// An input, for people who write a file of them.
#[derive(Clone, Debug, Serialize)]
pub struct InputText {
    name: String,
    /// What is taken when a file does not name it; `null` is no limit.
    default: Option<f64>,
    unit: &'static str,
    /// The published or assumed range, which makes the band of the results.
    low: Option<f64>,
    high: Option<f64>,
    /// What is possible at all.
    least: f64,
    most: f64,
    /// Whether it has no published source.
    assumption: bool,
    source: Option<SourceText>,
    note: Option<String>,
}

/// Where a factor is from.
#[derive(Clone, Debug, Serialize)]
struct SourceText {
    id: String,
    publisher: String,
    title: String,
    url: Option<String>,
}

fn input_text(bundle: &Bundle, defaults: &Inputs, input: Input, lang: Lang) -> InputText {
    let factor = input.factor().and_then(|id| factor(bundle, id));
    let (least, most) = input.bounds();
    let number =
        |number: fn(&Factor) -> Number| factor.and_then(|factor| number(factor).0.to_f64());
    let note = factor.and_then(|factor| factor.note.as_ref());
    InputText {
        name: match factor {
            Some(factor) => factor.name.get(lang).text.to_owned(),
            None => standing_name(input, lang).to_owned(),
        },
        default: given(defaults, input),
        unit: input.unit().as_str(),
        low: number(|factor| factor.low),
        high: number(|factor| factor.high),
        least,
        most,
        assumption: factor.is_some_and(|factor| factor.assumption),
        source: factor
            .and_then(|factor| factor.source.as_deref())
            .and_then(|id| source(bundle, id, lang)),
        note: note.map(|note| note.get(lang).text.to_owned()),
    }
}

/// The name of what is no factor.
const fn standing_name(input: Input, lang: Lang) -> &'static str {
    match (input, lang) {
        (Input::Product, Lang::ZhHans | Lang::ZhHant) => "铝材成品",
        (Input::Product, Lang::En) => "Finished product",
        (Input::ScrapSupply, Lang::ZhHans | Lang::ZhHant) => "可得的社会废铝（不写则不限）",
        (Input::ScrapSupply, Lang::En) => "End-of-life scrap that can be had; no limit if left out",
        (Input::FromCell, Lang::ZhHans | Lang::ZhHant) => {
            "由槽电压推算电耗（1）或直接给出电耗（0）"
        }
        (Input::FromCell, Lang::En) => {
            "Electricity from the cell’s voltage (1) or given directly (0)"
        }
        (other, _) => other.key(),
    }
}

fn source(bundle: &Bundle, id: &str, lang: Lang) -> Option<SourceText> {
    let source = (bundle.sources.sources.iter()).find(|source| source.id == id)?;
    Some(SourceText {
        id: id.to_owned(),
        publisher: source.publisher.get(lang).text.to_owned(),
        title: source.title.get(lang).text.to_owned(),
        // A re-post is evidence, never a link.
        url: match source.grade {
            Grade::A | Grade::B => source.url.clone(),
            Grade::C => None,
        },
    })
}
