//! What a quantity of product takes, the loop closed: mass, electricity, CO2.
//!
//! A steady state: what processing cuts off comes back through remelting
//! within the same balance, so nothing piles up anywhere.
//!
//! ```text
//! charge   = product / processing yield
//! offcuts  = charge − product
//! scrap    = product × scrap share / remelt yield
//! recycled = (offcuts + scrap) × remelt yield
//! primary  = charge − recycled
//! ```
//!
//! Alumina, anodes, electricity and CO2 follow from the primary metal.

use thiserror::Error;

use super::graph::Flow;
use super::stoichiometry as pure;
use crate::content::LinkId;

/// What the balance is asked for, and the factors of the process.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs {
    /// Finished product, in tonnes.
    pub product_t: f64,
    /// Product over metal charged to processing.
    pub processing_yield: f64,
    /// Metal out of remelting over metal contained in what went in.
    pub remelt_yield: f64,
    /// The share of the product that is recycled metal from end-of-life scrap.
    pub scrap_share: f64,
    /// Alumina as delivered for a tonne of primary metal.
    pub alumina_t_per_t: f64,
    /// Net anode for a tonne of primary metal.
    pub net_anode_t_per_t: f64,
    /// Sulphur and ash in the anode, as a share.
    pub anode_impurities: f64,
    /// Alternating-current electricity for a tonne of primary metal.
    pub electricity_kwh_per_t: f64,
    /// CO2 of the grid.
    pub grid_kg_co2_per_kwh: f64,
}

/// An input by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Input {
    /// [`Inputs::product_t`]
    Product,
    /// [`Inputs::processing_yield`]
    ProcessingYield,
    /// [`Inputs::remelt_yield`]
    RemeltYield,
    /// [`Inputs::scrap_share`]
    ScrapShare,
    /// [`Inputs::alumina_t_per_t`]
    Alumina,
    /// [`Inputs::net_anode_t_per_t`]
    NetAnode,
    /// [`Inputs::anode_impurities`]
    AnodeImpurities,
    /// [`Inputs::electricity_kwh_per_t`]
    Electricity,
    /// [`Inputs::grid_kg_co2_per_kwh`]
    GridCo2,
}

/// An input for which there is no balance.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum ImpossibleInput {
    /// Not a number, or an infinite one.
    #[error("{0:?} is not a finite number")]
    NotFinite(Input),
    /// Below the least that is possible.
    #[error("{input:?} is {value}, which is below {bound}")]
    Below {
        /// Which.
        input: Input,
        /// What was given.
        value: f64,
        /// The least that is possible.
        bound: f64,
    },
    /// Zero where something must be divided by it.
    #[error("{0:?} must be above zero")]
    NotPositive(Input),
    /// Above the most that is possible.
    #[error("{input:?} is {value}, which is above {bound}")]
    Above {
        /// Which.
        input: Input,
        /// What was given.
        value: f64,
        /// The most that is possible.
        bound: f64,
    },
}

/// What the product takes. Masses in tonnes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Balance {
    /// Finished product.
    pub product_t: f64,
    /// Metal charged to processing.
    pub charge_t: f64,
    /// Offcuts back to remelting.
    pub offcuts_t: f64,
    /// End-of-life scrap, as metal contained.
    pub scrap_t: f64,
    /// Metal lost as dross in remelting.
    pub melt_loss_t: f64,
    /// Recycled metal into processing.
    pub recycled_t: f64,
    /// Primary metal into processing.
    pub primary_t: f64,
    /// Alumina into the cells.
    pub alumina_t: f64,
    /// Net anode into the cells.
    pub anode_t: f64,
    /// Oxygen of the air that burns anode beyond what the reaction uses.
    pub air_oxygen_t: f64,
    /// Alumina that becomes no metal: impurities and dust.
    pub alumina_loss_t: f64,
    /// Sulphur and ash of the anode.
    pub anode_residue_t: f64,
    /// CO2 of the anode.
    pub anode_co2_t: f64,
    /// Electricity into the cells.
    pub electricity_kwh: f64,
    /// CO2 of that electricity.
    pub grid_co2_t: f64,
}

impl ImpossibleInput {
    /// Which input it is.
    pub const fn input(&self) -> Input {
        match self {
            Self::NotFinite(input) | Self::NotPositive(input) => *input,
            Self::Below { input, .. } | Self::Above { input, .. } => *input,
        }
    }
}

impl Inputs {
    /// Whether there is a balance for them.
    ///
    /// # Errors
    /// Names the first input that is impossible, and its bound.
    pub fn check(&self) -> Result<(), ImpossibleInput> {
        let share = (0.0, 1.0);
        let any = (0.0, f64::INFINITY);
        // Less alumina than the reaction uses cannot make the metal.
        let alumina = (pure::ALUMINA_T_PER_T, f64::INFINITY);
        let ranges = [
            (Input::Product, self.product_t, any),
            (Input::ProcessingYield, self.processing_yield, share),
            (Input::RemeltYield, self.remelt_yield, share),
            (Input::ScrapShare, self.scrap_share, share),
            (Input::Alumina, self.alumina_t_per_t, alumina),
            (Input::NetAnode, self.net_anode_t_per_t, any),
            (Input::AnodeImpurities, self.anode_impurities, share),
            (Input::Electricity, self.electricity_kwh_per_t, any),
            (Input::GridCo2, self.grid_kg_co2_per_kwh, any),
        ];
        for (input, value, (low, high)) in ranges {
            within(input, value, low, high)?;
        }
        for (input, value) in [
            (Input::ProcessingYield, self.processing_yield),
            (Input::RemeltYield, self.remelt_yield),
        ] {
            if value <= 0.0 {
                return Err(ImpossibleInput::NotPositive(input));
            }
        }
        // Nor can less carbon than the reaction uses, sulphur and ash aside.
        if self.anode_impurities >= 1.0 {
            return Err(ImpossibleInput::Above {
                input: Input::AnodeImpurities,
                value: self.anode_impurities,
                bound: 1.0,
            });
        }
        let carbon = pure::CARBON_T_PER_T / (1.0 - self.anode_impurities);
        within(
            Input::NetAnode,
            self.net_anode_t_per_t,
            carbon,
            f64::INFINITY,
        )
    }
}

fn within(input: Input, value: f64, low: f64, high: f64) -> Result<(), ImpossibleInput> {
    if !value.is_finite() {
        return Err(ImpossibleInput::NotFinite(input));
    }
    if value < low {
        return Err(ImpossibleInput::Below {
            input,
            value,
            bound: low,
        });
    }
    if value > high {
        return Err(ImpossibleInput::Above {
            input,
            value,
            bound: high,
        });
    }
    Ok(())
}

impl Balance {
    /// The balance for the inputs.
    ///
    /// There is always enough room for the scrap: processing is charged with
    /// `product + offcuts`, of which remelting returns at most
    /// `product × scrap share + offcuts`.
    ///
    /// # Errors
    /// When an input is impossible.
    pub fn new(inputs: &Inputs) -> Result<Self, ImpossibleInput> {
        inputs.check()?;
        let product_t = inputs.product_t;
        let charge_t = product_t / inputs.processing_yield;
        let offcuts_t = charge_t - product_t;
        let scrap_t = product_t * inputs.scrap_share / inputs.remelt_yield;
        let remelted_t = offcuts_t + scrap_t;
        let recycled_t = remelted_t * inputs.remelt_yield;
        // Rounding may leave a trace below zero where nothing primary is needed.
        let primary_t = (charge_t - recycled_t).max(0.0);

        let alumina_t = primary_t * inputs.alumina_t_per_t;
        let anode_t = primary_t * inputs.net_anode_t_per_t;
        let anode_residue_t = anode_t * inputs.anode_impurities;
        let anode_co2_t =
            primary_t * pure::anode_co2_t_per_t(inputs.net_anode_t_per_t, inputs.anode_impurities);
        let oxygen_t = anode_co2_t - (anode_t - anode_residue_t);
        let alumina_used_t = primary_t * pure::ALUMINA_T_PER_T;
        let electricity_kwh = primary_t * inputs.electricity_kwh_per_t;
        Ok(Self {
            product_t,
            charge_t,
            offcuts_t,
            scrap_t,
            melt_loss_t: remelted_t - recycled_t,
            recycled_t,
            primary_t,
            alumina_t,
            anode_t,
            air_oxygen_t: oxygen_t - (alumina_used_t - primary_t),
            alumina_loss_t: alumina_t - alumina_used_t,
            anode_residue_t,
            anode_co2_t,
            electricity_kwh,
            grid_co2_t: primary_t
                * pure::grid_co2_t_per_t(inputs.electricity_kwh_per_t, inputs.grid_kg_co2_per_kwh),
        })
    }

    /// The mass of a flow between links, in tonnes.
    pub fn flow_t(&self, flow: Flow) -> f64 {
        match flow {
            Flow::Alumina => self.alumina_t,
            Flow::Anode => self.anode_t,
            Flow::Primary => self.primary_t,
            Flow::Product => self.product_t,
            Flow::Offcuts => self.offcuts_t,
            Flow::Scrap => self.scrap_t,
            Flow::Recycled => self.recycled_t,
        }
    }

    /// Mass into and out of a link, in tonnes, with all that crosses its
    /// border: they are equal. Alumina and anode plants only pass on here what
    /// the cells take.
    pub fn in_and_out_t(&self, link: LinkId) -> (f64, f64) {
        match link {
            LinkId::Alumina => (self.alumina_t, self.alumina_t),
            LinkId::Anode => (self.anode_t, self.anode_t),
            LinkId::Electrolytic => (
                self.alumina_t + self.anode_t + self.air_oxygen_t,
                self.primary_t + self.anode_co2_t + self.alumina_loss_t + self.anode_residue_t,
            ),
            LinkId::Processing => (
                self.primary_t + self.recycled_t,
                self.product_t + self.offcuts_t,
            ),
            LinkId::Recycled => (
                self.offcuts_t + self.scrap_t,
                self.recycled_t + self.melt_loss_t,
            ),
        }
    }
}
