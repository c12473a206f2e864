//! What the reaction itself demands: 2 Al₂O₃ + 3 C → 4 Al + 3 CO₂.
//!
//! The overall reaction of the Hall–Héroult cell, as the IPCC Guidelines 2006
//! (volume 3, chapter 4.4) and the aluminium tool of the GHG Protocol have it.
//! Atomic masses are the IUPAC standard ones, the Faraday constant the exact
//! one of the SI.

/// Atomic mass of aluminium, in g/mol (IUPAC).
pub const AL_G_PER_MOL: f64 = 26.981_538_5;
/// Atomic mass of oxygen, in g/mol (IUPAC).
pub const O_G_PER_MOL: f64 = 15.999;
/// Atomic mass of carbon, in g/mol (IUPAC).
pub const C_G_PER_MOL: f64 = 12.011;
/// The charge of a mole of electrons, in C/mol (SI, exact since 2019).
pub const FARADAY_C_PER_MOL: f64 = 96_485.332_12;
/// Molar mass of alumina, in g/mol.
pub const AL2O3_G_PER_MOL: f64 = 2.0 * AL_G_PER_MOL + 3.0 * O_G_PER_MOL;
/// Molar mass of carbon dioxide, in g/mol.
pub const CO2_G_PER_MOL: f64 = C_G_PER_MOL + 2.0 * O_G_PER_MOL;
/// CO2 for carbon burnt, by the integer masses that the IPCC's methods use.
pub const CO2_PER_CARBON: f64 = 44.0 / 12.0;

/// Pure alumina for a tonne of aluminium: 1.8894 t. Two moles of Al₂O₃ for
/// four of Al.
pub const ALUMINA_T_PER_T: f64 = AL2O3_G_PER_MOL / (2.0 * AL_G_PER_MOL);
/// Carbon for a tonne of aluminium: 0.3339 t. Three moles for four.
pub const CARBON_T_PER_T: f64 = 3.0 * C_G_PER_MOL / (4.0 * AL_G_PER_MOL);
/// CO2 for a tonne of aluminium: 1.2233 t. Three moles for four.
pub const CO2_T_PER_T: f64 = 3.0 * CO2_G_PER_MOL / (4.0 * AL_G_PER_MOL);

/// Charge for a tonne of aluminium at full current efficiency, in kA·h/t:
/// three electrons an atom, 3 F / M(Al), 2979.98.
pub const KAH_PER_T: f64 = 3.0 * FARADAY_C_PER_MOL / AL_G_PER_MOL / 3.6;
/// Aluminium for a kiloampere-hour at full current efficiency: 0.33557 kg.
pub const KG_PER_KAH: f64 = 1000.0 / KAH_PER_T;

/// Alumina as it is delivered for a tonne of aluminium: the pure need over
/// purity and over what is not lost as dust on the way.
pub fn alumina_t_per_t(purity: f64, loss: f64) -> f64 {
    ALUMINA_T_PER_T / purity / (1.0 - loss)
}

/// Direct current for a tonne of aluminium, in kWh: Faraday's law times the
/// cell's voltage, over the current efficiency.
pub fn dc_kwh_per_t(cell_v: f64, current_efficiency: f64) -> f64 {
    KAH_PER_T * cell_v / current_efficiency
}

/// CO2 of the anode for a tonne of aluminium: net carbon, less sulphur and
/// ash, × 44/12 (the form of the IPCC's tiers 2 and 3 for prebaked anodes).
pub fn anode_co2_t_per_t(net_carbon_t_per_t: f64, impurities: f64) -> f64 {
    net_carbon_t_per_t * (1.0 - impurities) * CO2_PER_CARBON
}

/// CO2 of the electricity for a tonne of aluminium: energy times the grid's
/// factor.
pub fn grid_co2_t_per_t(kwh_per_t: f64, kg_co2_per_kwh: f64) -> f64 {
    kwh_per_t * kg_co2_per_kwh / 1000.0
}

/// Net anode for a tonne of aluminium: the gross one less the butts that go
/// back to the anode plant.
pub fn net_anode_t_per_t(gross_t_per_t: f64, butt_share: f64) -> f64 {
    gross_t_per_t * (1.0 - butt_share)
}
