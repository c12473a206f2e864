//! The inputs of the balance by name, with unit, factor in `chain.json` and possible
//! range.
//!
//! Values are in the reader's unit, the one of `chain.json`: shares and yields
//! in per cent.

use model_derive::{Served, Words};
use serde::{Deserialize, Serialize};

/// No mass, energy or factor of the site is larger; it keeps every result
/// finite.
pub const MOST: f64 = 1e12;

/// An input of the balance; its key stands in addresses and for `site balance`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Served, Words,
)]
#[serde(rename_all = "kebab-case")]
#[words(to = "key", from = "from_key")]
#[repr(u8)]
pub enum Input {
    /// Finished product, in tonnes.
    Product,
    /// The share of the product that is recycled metal from end-of-life scrap.
    RecycledShare,
    /// The end-of-life scrap that can be had, in tonnes as received;
    /// [`MOST`] is no limit.
    ScrapSupply,
    /// The share of the product that is rolled: sheet, strip, foil.
    RolledShare,
    /// The share that is extruded: profiles, tube.
    ExtrudedShare,
    /// The share that is cast to shape: wheels, car parts.
    CastShare,
    /// The share that is drawn: rod, wire, cable.
    WireShare,
    /// Rolled product over metal charged for it.
    RollingYield,
    /// Extruded product over metal charged for it.
    ExtrusionYield,
    /// Shape castings over metal charged for them.
    CastingYield,
    /// Wire and cable over metal charged for them.
    WireYield,
    /// Cast or molten metal delivered over molten metal from the cells.
    CasthouseYield,
    /// Metal out of remelting over metal contained in what went in.
    RemeltYield,
    /// Metal contained in end-of-life scrap as received.
    ScrapMetal,
    /// Bauxite for a tonne of alumina.
    Bauxite,
    /// Caustic soda for a tonne of alumina.
    CausticSoda,
    /// Red mud with a tonne of alumina.
    RedMud,
    /// Heat for a tonne of alumina.
    RefiningHeat,
    /// CO2 of a gigajoule of that heat.
    RefiningHeatCo2,
    /// Electricity for a tonne of alumina.
    RefiningPower,
    /// CO2 of a kilowatt-hour where the alumina is refined.
    RefiningGrid,
    /// Net anode for a tonne of molten metal: gross less butts.
    NetAnode,
    /// Gross anode for a tonne of molten metal.
    GrossAnode,
    /// Sulphur and ash in the anode.
    AnodeImpurities,
    /// Baked over green anode.
    BakingYield,
    /// Alumina as delivered for a tonne of molten metal.
    Alumina,
    /// Aluminium fluoride for a tonne of molten metal.
    AluminiumFluoride,
    /// Alternating-current electricity for a tonne of molten metal, when it is
    /// given directly.
    Electricity,
    /// 0: [`Input::Electricity`] is what the cells take. 1: it follows from
    /// voltage, current efficiency and conversion.
    FromCell,
    /// Voltage of a cell.
    CellVoltage,
    /// Current efficiency of a cell.
    CurrentEfficiency,
    /// Alternating over direct current: rectifiers and the plant's own needs.
    DcToAc,
    /// CO2 of a kilowatt-hour where the cells are.
    Grid,
    /// Perfluorocarbons for a tonne of molten metal, as CO2.
    Pfc,
    /// Heat for a tonne of remelted metal.
    RemeltHeat,
    /// CO2 of a tonne of remelted metal.
    RemeltCo2,
}

/// The unit of an input, by the word of `chain.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InputUnit {
    /// t
    Tonnes,
    /// %
    Percent,
    /// t/t
    TonnesPerTonne,
    /// kg/t
    KilogramsPerTonne,
    /// kWh/t
    KilowattHoursPerTonne,
    /// GJ/t
    GigajoulesPerTonne,
    /// tCO2/t
    TonnesCo2PerTonne,
    /// kgCO2/kWh
    KilogramsCo2PerKilowattHour,
    /// kgCO2/GJ
    KilogramsCo2PerGigajoule,
    /// V
    Volts,
    /// A ratio or a switch; written `1`.
    Ratio,
}

impl InputUnit {
    /// The word in the bundle.
    pub const fn as_str(self) -> &'static str {
        match self {
            InputUnit::Tonnes => "t",
            InputUnit::Percent => "%",
            InputUnit::TonnesPerTonne => "t/t",
            InputUnit::KilogramsPerTonne => "kg/t",
            InputUnit::KilowattHoursPerTonne => "kWh/t",
            InputUnit::GigajoulesPerTonne => "GJ/t",
            InputUnit::TonnesCo2PerTonne => "tCO2/t",
            InputUnit::KilogramsCo2PerKilowattHour => "kgCO2/kWh",
            InputUnit::KilogramsCo2PerGigajoule => "kgCO2/GJ",
            InputUnit::Volts => "V",
            InputUnit::Ratio => "1",
        }
    }
}

impl Input {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// The four shares of the product, which make 100 % together.
    pub const MIX: [Input; 4] = [
        Input::RolledShare,
        Input::ExtrudedShare,
        Input::CastShare,
        Input::WireShare,
    ];

    /// The factor of `chain.json` that gives its default and its range; `None`
    /// for what no factor can give, see [`Input::standing`].
    pub const fn factor(self) -> Option<&'static str> {
        match self {
            Input::Product | Input::ScrapSupply | Input::FromCell => None,
            Input::Bauxite => Some("bauxite-per-alumina"),
            Input::RefiningGrid => Some("grid-national"),
            Input::Alumina => Some("alumina-per-aluminium"),
            Input::Electricity => Some("electricity-ac"),
            Input::Grid => Some("grid-sichuan"),
            other => Some(other.key()),
        }
    }

    /// The default of what is no factor: a tonne of product, as much scrap as
    /// it takes, electricity given directly.
    pub const fn standing(self) -> Option<f64> {
        match self {
            Input::Product => Some(1.0),
            Input::ScrapSupply => Some(MOST),
            Input::FromCell => Some(0.0),
            _ => None,
        }
    }

    /// True for user choices, which have no uncertainty band.
    pub const fn is_choice(self) -> bool {
        matches!(
            self,
            Input::Product
                | Input::RecycledShare
                | Input::ScrapSupply
                | Input::RolledShare
                | Input::ExtrudedShare
                | Input::CastShare
                | Input::WireShare
                | Input::FromCell
        )
    }

    /// Its unit, the one of its factor.
    pub const fn unit(self) -> InputUnit {
        match self {
            Input::Product | Input::ScrapSupply => InputUnit::Tonnes,
            Input::RecycledShare
            | Input::RolledShare
            | Input::ExtrudedShare
            | Input::CastShare
            | Input::WireShare
            | Input::RollingYield
            | Input::ExtrusionYield
            | Input::CastingYield
            | Input::WireYield
            | Input::CasthouseYield
            | Input::RemeltYield
            | Input::ScrapMetal
            | Input::AnodeImpurities
            | Input::BakingYield
            | Input::CurrentEfficiency => InputUnit::Percent,
            Input::Bauxite
            | Input::CausticSoda
            | Input::RedMud
            | Input::NetAnode
            | Input::GrossAnode
            | Input::Alumina => InputUnit::TonnesPerTonne,
            Input::AluminiumFluoride => InputUnit::KilogramsPerTonne,
            Input::RefiningPower | Input::Electricity => InputUnit::KilowattHoursPerTonne,
            Input::RefiningHeat | Input::RemeltHeat => InputUnit::GigajoulesPerTonne,
            Input::Pfc | Input::RemeltCo2 => InputUnit::TonnesCo2PerTonne,
            Input::RefiningGrid | Input::Grid => InputUnit::KilogramsCo2PerKilowattHour,
            Input::RefiningHeatCo2 => InputUnit::KilogramsCo2PerGigajoule,
            Input::CellVoltage => InputUnit::Volts,
            Input::FromCell | Input::DcToAc => InputUnit::Ratio,
        }
    }
}
