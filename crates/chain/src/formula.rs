//! The formula of every result, as data: what a page writes out in words, and
//! tests hold to the balance.
//!
//! A result is a sum of terms, a term a product of other results, inputs and
//! constants of nature. The sources of inputs stand in `chain.json`, those of
//! the constants in [`stoichiometry`](crate::stoichiometry).

use super::balance::Balance;
use super::input::Inputs;
use super::output::Output;
use super::stoichiometry as pure;
use model::Input;
use model::input::InputUnit;

/// What a term multiplies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor {
    /// Another result.
    Result(Output),
    /// Divided by another result: so much for each of it.
    PerResult(Output),
    /// An input in its unit; a share or a yield as a fraction of one.
    Input(Input),
    /// What an input, as a fraction of one, leaves of one.
    Rest(Input),
    /// Divided by an input: by a yield, as a fraction of one.
    PerInput(Input),
    /// A constant of nature.
    Constant(Constant),
}

/// What the reaction itself demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Constant {
    /// Tonnes of alumina reduced to a tonne of metal.
    AluminaPerAluminium,
    /// Tonnes of CO2 from a tonne of carbon: 44/12.
    Co2PerCarbon,
    /// Kilowatt-hours for a tonne of metal at one volt and full current
    /// efficiency.
    KilowattHoursPerVolt,
}

/// A summand of a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whether it is taken away.
    pub minus: bool,
    /// What is multiplied.
    pub factors: &'static [Factor],
}

impl Constant {
    /// Its value.
    pub const fn value(self) -> f64 {
        match self {
            Constant::AluminaPerAluminium => pure::ALUMINA_T_PER_T,
            Constant::Co2PerCarbon => pure::CO2_PER_CARBON,
            Constant::KilowattHoursPerVolt => pure::KAH_PER_T,
        }
    }
}

impl Factor {
    /// Its value in a scenario. Kilograms count as tonnes, per cent as parts of
    /// one.
    pub fn value(self, inputs: &Inputs, balance: &Balance) -> f64 {
        match self {
            Factor::Result(output) => balance.get(output),
            Factor::PerResult(output) => 1.0 / balance.get(output),
            Factor::Input(input) => scaled(inputs, input),
            Factor::Rest(input) => 1.0 - scaled(inputs, input),
            Factor::PerInput(input) => 1.0 / scaled(inputs, input),
            Factor::Constant(constant) => constant.value(),
        }
    }
}

impl Term {
    /// Its value in a scenario, with its sign.
    pub fn value(&self, inputs: &Inputs, balance: &Balance) -> f64 {
        let mut value = if self.minus { -1.0 } else { 1.0 };
        for factor in self.factors {
            value *= factor.value(inputs, balance);
        }
        value
    }
}

/// An input as a formula takes it: tonnes and parts of one.
fn scaled(inputs: &Inputs, input: Input) -> f64 {
    match input.unit() {
        InputUnit::Percent => inputs.fraction(input),
        InputUnit::KilogramsPerTonne
        | InputUnit::KilogramsCo2PerKilowattHour
        | InputUnit::KilogramsCo2PerGigajoule => inputs.get(input) / 1000.0,
        _ => inputs.get(input),
    }
}

/// The formula of a result. What closes the refinery's mass is none below zero.
pub const fn formula(output: Output, from_cell: bool) -> &'static [Term] {
    use Factor::{Constant as C, Input as I, PerInput, PerResult, Rest, Result as R};
    use Input as In;
    use Output as O;
    macro_rules! terms {
        ($($sign:tt [$($factor:expr),+])+) => {
            &[$(Term { minus: terms!(@ $sign), factors: &[$($factor),+] }),+]
        };
        (@ +) => { false };
        (@ -) => { true };
    }
    match output {
        O::Bauxite => terms!(+ [R(O::Alumina), I(In::Bauxite)]),
        O::CausticSoda => terms!(+ [R(O::Alumina), I(In::CausticSoda)]),
        O::RefiningAdded => {
            terms!(+ [R(O::Alumina)] + [R(O::RedMud)] - [R(O::Bauxite)] - [R(O::CausticSoda)])
        }
        O::Alumina => terms!(+ [R(O::LiquidMetal), I(In::Alumina)]),
        O::RedMud => terms!(+ [R(O::Alumina), I(In::RedMud)]),
        O::RefiningReleased => {
            terms!(+ [R(O::Bauxite)] + [R(O::CausticSoda)] - [R(O::Alumina)] - [R(O::RedMud)])
        }
        O::RefiningHeat => terms!(+ [R(O::Alumina), I(In::RefiningHeat)]),
        O::RefiningPower => terms!(+ [R(O::Alumina), I(In::RefiningPower)]),
        O::RefiningHeatCo2 => terms!(+ [R(O::RefiningHeat), I(In::RefiningHeatCo2)]),
        O::RefiningPowerCo2 => terms!(+ [R(O::RefiningPower), I(In::RefiningGrid)]),
        O::AnodeRaw => terms!(+ [R(O::GreenAnode)] - [R(O::Butts)]),
        O::GreenAnode => terms!(+ [R(O::BakedAnode), PerInput(In::BakingYield)]),
        O::BakingLoss => terms!(+ [R(O::GreenAnode)] - [R(O::BakedAnode)]),
        O::BakedAnode => terms!(+ [R(O::LiquidMetal), I(In::GrossAnode)]),
        O::Butts => terms!(+ [R(O::BakedAnode)] - [R(O::NetAnode)]),
        O::NetAnode => terms!(+ [R(O::LiquidMetal), I(In::NetAnode)]),
        O::AluminiumFluoride => terms!(+ [R(O::LiquidMetal), I(In::AluminiumFluoride)]),
        O::AirOxygen => terms!(
            + [R(O::AnodeCo2)] + [R(O::LiquidMetal)] + [R(O::AluminaLoss)] + [R(O::AnodeResidue)]
            - [R(O::Alumina)] - [R(O::NetAnode)]
        ),
        O::LiquidMetal => terms!(+ [R(O::Primary), PerInput(In::CasthouseYield)]),
        O::AluminaLoss => terms!(
            + [R(O::Alumina)] - [R(O::LiquidMetal), C(Constant::AluminaPerAluminium)]
        ),
        O::AnodeResidue => terms!(+ [R(O::NetAnode), I(In::AnodeImpurities)]),
        O::CasthouseDross => terms!(+ [R(O::LiquidMetal)] - [R(O::Primary)]),
        O::Primary => terms!(+ [R(O::Charge)] - [R(O::Recycled)]),
        O::SmeltingPower if from_cell => terms!(+ [
            R(O::LiquidMetal), C(Constant::KilowattHoursPerVolt), I(In::CellVoltage),
            PerInput(In::CurrentEfficiency), I(In::DcToAc)
        ]),
        O::SmeltingPower => terms!(+ [R(O::LiquidMetal), I(In::Electricity)]),
        O::AnodeCo2 => terms!(+ [
            R(O::NetAnode), Rest(In::AnodeImpurities), C(Constant::Co2PerCarbon)
        ]),
        O::Pfc => terms!(+ [R(O::LiquidMetal), I(In::Pfc)]),
        O::SmeltingPowerCo2 => terms!(+ [R(O::SmeltingPower), I(In::Grid)]),
        O::Charge => terms!(
            + [R(O::RolledCharge)] + [R(O::ExtrudedCharge)] + [R(O::CastCharge)]
            + [R(O::WireCharge)]
        ),
        O::RolledCharge => terms!(+ [R(O::Rolled), PerInput(In::RollingYield)]),
        O::ExtrudedCharge => terms!(+ [R(O::Extruded), PerInput(In::ExtrusionYield)]),
        O::CastCharge => terms!(+ [R(O::Cast), PerInput(In::CastingYield)]),
        O::WireCharge => terms!(+ [R(O::Wire), PerInput(In::WireYield)]),
        O::Rolled => terms!(+ [R(O::Product), I(In::RolledShare)]),
        O::Extruded => terms!(+ [R(O::Product), I(In::ExtrudedShare)]),
        O::Cast => terms!(+ [R(O::Product), I(In::CastShare)]),
        O::Wire => terms!(+ [R(O::Product), I(In::WireShare)]),
        O::Product => terms!(+ [I(In::Product)]),
        O::Offcuts => terms!(+ [R(O::Charge)] - [R(O::Product)]),
        O::Scrap => terms!(+ [R(O::ScrapMetal), PerInput(In::ScrapMetal)]),
        O::ScrapMetal => terms!(+ [
            R(O::Product), I(In::RecycledShare), PerInput(In::RemeltYield)
        ]),
        O::ScrapResidue => terms!(+ [R(O::Scrap)] - [R(O::ScrapMetal)]),
        O::RemeltDross => terms!(+ [R(O::Offcuts)] + [R(O::ScrapMetal)] - [R(O::Recycled)]),
        O::Recycled => terms!(
            + [R(O::Offcuts), I(In::RemeltYield)] + [R(O::ScrapMetal), I(In::RemeltYield)]
        ),
        O::RemeltHeat => terms!(+ [R(O::Recycled), I(In::RemeltHeat)]),
        O::RemeltCo2 => terms!(+ [R(O::Recycled), I(In::RemeltCo2)]),
        O::Dross => terms!(+ [R(O::CasthouseDross)] + [R(O::RemeltDross)]),
        O::Electricity => terms!(+ [R(O::SmeltingPower)] + [R(O::RefiningPower)]),
        O::Heat => terms!(+ [R(O::RefiningHeat)] + [R(O::RemeltHeat)]),
        O::Co2 => terms!(
            + [R(O::SmeltingPowerCo2)] + [R(O::AnodeCo2)] + [R(O::Pfc)]
            + [R(O::RefiningHeatCo2)] + [R(O::RefiningPowerCo2)] + [R(O::RemeltCo2)]
        ),
        O::AvoidedBauxite => terms!(+ [
            R(O::Product), I(In::RecycledShare), PerInput(In::CasthouseYield),
            I(In::Alumina), I(In::Bauxite)
        ]),
        O::AvoidedElectricity => terms!(+ [
            R(O::Product), I(In::RecycledShare), PerInput(In::CasthouseYield),
            R(O::Electricity), PerResult(O::LiquidMetal)
        ]),
        O::AvoidedHeat => terms!(
            + [
                R(O::Product), I(In::RecycledShare), PerInput(In::CasthouseYield),
                R(O::RefiningHeat), PerResult(O::LiquidMetal)
            ]
            - [R(O::Product), I(In::RecycledShare), I(In::RemeltHeat)]
        ),
        O::AvoidedCo2 => terms!(
            + [
                R(O::Product), I(In::RecycledShare), PerInput(In::CasthouseYield),
                R(O::Co2), PerResult(O::LiquidMetal)
            ]
            - [
                R(O::Product), I(In::RecycledShare), PerInput(In::CasthouseYield),
                R(O::RemeltCo2), PerResult(O::LiquidMetal)
            ]
            - [R(O::Product), I(In::RecycledShare), I(In::RemeltCo2)]
        ),
    }
}
