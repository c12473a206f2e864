//! The balance as JSON, with units: what `site balance` writes. Native only.

use chain::Limits;
use rust_decimal::prelude::ToPrimitive;
use serde::{Serialize, Serializer};

use chain::band::{Bands, Widening};
use chain::difference::{Ranged, difference};
use chain::reverse::{NoAnswer, product_of_capacities, solve};
use chain::{Balance, Inputs, Output, Quantity, decimal};
use content::bundle::{Bundle, Factor, Grade};
use content::chain_inputs::{ChainFault, capacities, factor, ranges};
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
    /// The version of this form, as `docs/balance.md` describes it.
    format: u32,
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
    /// How much product each published capacity is enough for, the least first:
    /// the first is what they allow together.
    capacities: Vec<EnoughFor>,
    /// What another scenario differs by; only where one is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<Fields<Differs>>,
    /// What was asked the other way round; only where something was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    answers: Vec<Answer>,
}

/// The version of the form of a [`Report`].
const FORMAT: u32 = 2;
/// How many inputs are named that widen a result most.
const WIDEST: usize = 3;

/// What is asked besides the balance itself.
#[derive(Clone, Debug, Default)]
pub struct Questions {
    /// The scenario that the report's own is compared with.
    pub against: Option<Inputs>,
    /// What a result is to be, and by which input.
    pub solve: Vec<Question>,
}

/// A question the other way round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// Which result.
    pub result: Output,
    /// What it is to be, in its unit.
    pub target: f64,
    /// Which input is to move.
    pub by: Input,
}

/// How much product a stage's capacity is enough for.
#[derive(Clone, Debug, Serialize)]
struct EnoughFor {
    stage: &'static str,
    capacity: Measure,
    product: Measure,
}

/// By how much a result differs from the other scenario's.
#[derive(Clone, Debug, Serialize)]
struct Differs {
    value: f64,
    unit: &'static str,
    /// The band of the difference: factors that both take are the same in both.
    low: f64,
    high: f64,
}

/// What was asked the other way round, and what came of it.
#[derive(Clone, Debug, Serialize)]
struct Answer {
    result: &'static str,
    target: f64,
    unit: &'static str,
    by: &'static str,
    /// What the input must be; `null` where no value of it does it.
    value: Option<f64>,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Why>,
}

/// Why no value of an input does it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case", tag = "reason")]
enum Why {
    /// The result does not depend on the input.
    Unmoved,
    /// With the input between two values, the result goes no further than this.
    OutOfReach {
        from: f64,
        to: f64,
        least: f64,
        most: f64,
    },
}

/// An input that widens a result, over its range while the others stand still.
#[derive(Clone, Debug, Serialize)]
struct Widens {
    input: &'static str,
    low: f64,
    high: f64,
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
    /// What widens it most, the widest first.
    widest: Vec<Widens>,
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
    pub fn new(
        bundle: &Bundle,
        inputs: &Inputs,
        questions: &Questions,
    ) -> Result<Self, ChainFault> {
        let balance = Balance::new(inputs)?;
        let ranges = ranges(bundle, inputs)?;
        let bands = Bands::new(inputs, ranges.clone())?;
        let results = (Output::ALL.into_iter())
            .map(|output| Ok((output.key(), amount(&balance, &bands, output)?)))
            .collect::<Result<_, ChainFault>>()?;
        let difference = match &questions.against {
            Some(other) => Some(differences(bundle, (inputs, &ranges), other)?),
            None => None,
        };
        let assumed = |input: &Input| {
            let factor = input.factor().and_then(|id| factor(bundle, id));
            factor.is_some_and(|factor| factor.assumption)
        };
        Ok(Self {
            format: FORMAT,
            inputs: Fields(
                Input::ALL
                    .map(|input| (input.key(), given(inputs, input)))
                    .into(),
            ),
            assumptions: (Input::ALL.into_iter().filter(assumed))
                .map(Input::key)
                .collect(),
            results: Fields(results),
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
            capacities: enough_for(bundle, inputs)?,
            difference,
            answers: (questions.solve.iter())
                .map(|question| answer(inputs, *question))
                .collect::<Result<_, ChainFault>>()?,
        })
    }
}

fn given(inputs: &Inputs, input: Input) -> Option<f64> {
    let value = inputs.get(input);
    (input != Input::ScrapSupply || value < MOST).then_some(value)
}

fn amount(balance: &Balance, bands: &Bands, output: Output) -> Result<Amount, ChainFault> {
    let (low, high) = bands.get(output)?;
    let widest = bands.widest(output).into_iter().take(WIDEST);
    Ok(Amount {
        value: balance.get(output),
        unit: output.unit().as_str(),
        low,
        high,
        stage: output.stage().map(StageId::as_str),
        widest: widest
            .map(|Widening { input, low, high }| Widens {
                input: input.key(),
                low,
                high,
            })
            .collect(),
    })
}

/// What two scenarios differ by, in every result.
fn differences(
    bundle: &Bundle,
    one: Ranged<'_>,
    other: &Inputs,
) -> Result<Fields<Differs>, ChainFault> {
    let ranges = ranges(bundle, other)?;
    let (own, theirs) = (Balance::new(one.0)?, Balance::new(other)?);
    let differs = |output: Output| {
        let (low, high) = difference(one, (other, &ranges), output)?;
        let differs = Differs {
            value: own.get(output) - theirs.get(output),
            unit: output.unit().as_str(),
            low,
            high,
        };
        Ok((output.key(), differs))
    };
    let all = Output::ALL.into_iter().map(differs);
    Ok(Fields(all.collect::<Result<_, ChainFault>>()?))
}

/// What the published capacities are enough for.
fn enough_for(bundle: &Bundle, inputs: &Inputs) -> Result<Vec<EnoughFor>, ChainFault> {
    let capacities = capacities(bundle);
    let of = |stage: StageId| {
        let mut found = capacities.iter().filter(|(other, _)| *other == stage);
        found.next().map_or(0.0, |(_, tonnes)| *tonnes)
    };
    let products = product_of_capacities(inputs, &capacities)?;
    Ok((products.into_iter())
        .map(|(stage, product)| EnoughFor {
            stage: stage.as_str(),
            capacity: measure(of(stage), Quantity::Mass),
            product: measure(product, Quantity::Mass),
        })
        .collect())
}

/// Within whatever is possible of the input.
fn answer(inputs: &Inputs, question: Question) -> Result<Answer, ChainFault> {
    let Question { result, target, by } = question;
    let (value, why) = match solve(inputs, by, by.bounds(), result, target) {
        // So short that it can be put in again.
        Ok(value) => (Some(decimal::rounded(value)), None),
        Err(NoAnswer::Unmoved(_)) => (None, Some(Why::Unmoved)),
        Err(NoAnswer::OutOfReach {
            from,
            to,
            least,
            most,
            ..
        }) => {
            let why = Why::OutOfReach {
                from,
                to,
                least,
                most,
            };
            (None, Some(why))
        }
        Err(NoAnswer::Impossible(impossible)) => return Err(impossible.into()),
    };
    Ok(Answer {
        result: result.key(),
        target,
        unit: result.unit().as_str(),
        by: by.key(),
        value,
        why,
    })
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
