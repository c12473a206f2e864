//! The process factors that the balance needs, by their id in `chain.json`.

/// Alumina for a tonne of primary metal, in t/t.
pub const ALUMINA: &str = "alumina-consumption";
/// Net anode carbon for a tonne of primary metal, in t/t: gross less the butts
/// that go back to the anode plant.
pub const ANODE_NET: &str = "anode-net";
/// Alternating-current electricity for a tonne of primary metal, in kWh/t.
pub const ELECTRICITY: &str = "electricity-ac";
/// CO2 of the grid for a kilowatt-hour, in kgCO2/kWh.
pub const GRID_CO2: &str = "grid-co2-sichuan";
/// The share of the metal charged to processing that leaves as product, in %.
pub const PROCESSING_YIELD: &str = "processing-yield";
/// The share of the metal charged to remelting that leaves as metal, in %.
pub const REMELT_YIELD: &str = "remelt-yield";
/// The share of the product that is recycled metal from end-of-life scrap, in %.
pub const SCRAP_SHARE: &str = "scrap-share";

/// Every factor that the balance needs.
pub const NEEDED: [&str; 7] = [
    ALUMINA,
    ANODE_NET,
    ELECTRICITY,
    GRID_CO2,
    PROCESSING_YIELD,
    REMELT_YIELD,
    SCRAP_SHARE,
];
