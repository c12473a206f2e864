//! The process factors that the balance needs, by their id in `chain.json`.

use super::balance::Input;

/// Alumina for a tonne of primary metal, in t/t.
pub const ALUMINA: &str = "alumina-per-aluminium";
/// Net anode carbon for a tonne of primary metal, in t/t: gross less the butts
/// that go back to the anode plant.
pub const NET_ANODE: &str = "net-anode";
/// Alternating-current electricity for a tonne of primary metal, in kWh/t.
pub const ELECTRICITY: &str = "electricity-ac";
/// CO2 of the grid for a kilowatt-hour, in kgCO2/kWh.
pub const GRID_CO2: &str = "grid-sichuan";
/// The share of the metal charged to processing that leaves as product, in %.
pub const PROCESSING_YIELD: &str = "processing-yield";
/// The share of the metal charged to remelting that leaves as metal, in %.
pub const REMELT_YIELD: &str = "remelt-yield";
/// The share of the product that is recycled metal from end-of-life scrap, in %.
pub const SCRAP_SHARE: &str = "recycled-share";
/// Bauxite for a tonne of alumina, in t/t: told where it is known.
pub const BAUXITE: &str = "bauxite-per-alumina";

impl Input {
    /// The factor that the input is read from; `None` for what is no factor.
    pub const fn factor(self) -> Option<&'static str> {
        match self {
            Input::Product | Input::AnodeImpurities => None,
            Input::ProcessingYield => Some(PROCESSING_YIELD),
            Input::RemeltYield => Some(REMELT_YIELD),
            Input::ScrapShare => Some(SCRAP_SHARE),
            Input::Alumina => Some(ALUMINA),
            Input::NetAnode => Some(NET_ANODE),
            Input::Electricity => Some(ELECTRICITY),
            Input::GridCo2 => Some(GRID_CO2),
        }
    }
}
