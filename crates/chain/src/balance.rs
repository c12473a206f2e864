//! What a quantity of product takes, the loop closed: mass, energy, CO2.
//!
//! A steady state: what processing cuts off comes back through remelting
//! within the same balance, so nothing piles up anywhere. Solved from the
//! product backwards, in closed form:
//!
//! ```text
//! charge   = Σ product × share / yield                 over the four routes
//! offcuts  = charge − product
//! scrap    = product × recycled share / remelt yield   as metal contained
//! recycled = (offcuts + scrap) × remelt yield
//! primary  = charge − recycled
//!          = product × (1 − recycled share) + offcuts × (1 − remelt yield)
//! molten   = primary / casthouse yield
//! ```
//!
//! Alumina, anodes, bath, electricity and most CO2 are in proportion to the
//! molten metal; the refinery's are to alumina, remelting's to recycled metal.
//! The formula of every result stands at its [`Output`].
//!
//! Outside the border: mining and transport, the fuel of the anode plant, and
//! the energy of the casthouse and of processing. Fuels for heat are counted
//! as energy and CO2, not as mass.

use super::impossible::ImpossibleInput;
use super::input::Inputs;
use super::output::Output;
use super::stage::stage_balance;
use super::stoichiometry as pure;
use model::Input;
use model::StageId;
use model::flow::Flow;

/// What the product takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Balance {
    outputs: [f64; Output::COUNT],
    /// Offcuts for a tonne of product.
    offcuts_t_per_t: f64,
}

/// What a flow carries, and what the picture is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Quantity {
    /// Its own mass, in tonnes.
    #[default]
    Mass,
    /// The electricity that went into it, in kilowatt-hours.
    Electricity,
    /// The CO2 that its making caused, in tonnes.
    Co2,
}

impl Quantity {
    /// Every quantity, in the order of the switch.
    pub const ALL: [Quantity; 3] = [Quantity::Mass, Quantity::Electricity, Quantity::Co2];

    /// The word for it in addresses and in class names.
    pub const fn as_str(self) -> &'static str {
        match self {
            Quantity::Mass => "mass",
            Quantity::Electricity => "electricity",
            Quantity::Co2 => "co2",
        }
    }

    /// The quantity with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|quantity| quantity.as_str() == word)
    }
}

/// What a tonne of alumina, of molten metal and of remelted metal takes.
struct PerTonne {
    /// Alternating current of the cells, in kWh/t of molten metal.
    smelting_kwh: f64,
    /// CO2 of the anode, in t/t of molten metal.
    anode_co2: f64,
    /// Electricity of refining and cells, in kWh/t of molten metal.
    kwh: f64,
    /// Heat of refining, in GJ/t of molten metal.
    gj: f64,
    /// CO2 of refining and cells, in t/t of molten metal.
    co2: f64,
}

impl PerTonne {
    fn new(inputs: &Inputs) -> Self {
        let get = |input| inputs.get(input);
        let smelting_kwh = if get(Input::FromCell) == 1.0 {
            let efficiency = inputs.fraction(Input::CurrentEfficiency);
            pure::dc_kwh_per_t(get(Input::CellVoltage), efficiency) * get(Input::DcToAc)
        } else {
            get(Input::Electricity)
        };
        let impurities = inputs.fraction(Input::AnodeImpurities);
        let anode_co2 = pure::anode_co2_t_per_t(get(Input::NetAnode), impurities);
        let alumina = get(Input::Alumina);
        let refining_kwh = alumina * get(Input::RefiningPower);
        let gj = alumina * get(Input::RefiningHeat);
        Self {
            smelting_kwh,
            anode_co2,
            kwh: smelting_kwh + refining_kwh,
            gj,
            co2: gj * get(Input::RefiningHeatCo2) / 1000.0
                + pure::grid_co2_t_per_t(refining_kwh, get(Input::RefiningGrid))
                + anode_co2
                + get(Input::Pfc)
                + pure::grid_co2_t_per_t(smelting_kwh, get(Input::Grid)),
        }
    }
}

impl Balance {
    /// The balance for the inputs.
    ///
    /// # Errors
    /// When an input is impossible.
    pub fn new(inputs: &Inputs) -> Result<Self, ImpossibleInput> {
        inputs.check()?;
        let mut balance = Self {
            outputs: [0.0; Output::COUNT],
            offcuts_t_per_t: 0.0,
        };
        balance.close_the_loop(inputs);
        balance.smelt(inputs);
        balance.refine(inputs);
        balance.total(inputs);
        Ok(balance)
    }

    /// A result, in its unit.
    pub const fn get(&self, output: Output) -> f64 {
        self.outputs[output as usize]
    }

    const fn set(&mut self, output: Output, value: f64) {
        self.outputs[output as usize] = value;
    }

    /// Processing and remelting: what metal is charged, cut off, returned.
    fn close_the_loop(&mut self, inputs: &Inputs) {
        const ROUTES: [(Input, Input, Output, Output); 4] = [
            (
                Input::RolledShare,
                Input::RollingYield,
                Output::Rolled,
                Output::RolledCharge,
            ),
            (
                Input::ExtrudedShare,
                Input::ExtrusionYield,
                Output::Extruded,
                Output::ExtrudedCharge,
            ),
            (
                Input::CastShare,
                Input::CastingYield,
                Output::Cast,
                Output::CastCharge,
            ),
            (
                Input::WireShare,
                Input::WireYield,
                Output::Wire,
                Output::WireCharge,
            ),
        ];
        let product = inputs.get(Input::Product);
        let mut offcuts_t_per_t = 0.0;
        for (share, route_yield, made, charged) in ROUTES {
            let share = inputs.fraction(share);
            let route_yield = inputs.fraction(route_yield);
            self.set(made, product * share);
            self.set(charged, product * share / route_yield);
            // Not charge less product, which loses digits when little is cut off.
            offcuts_t_per_t += share * (1.0 - route_yield) / route_yield;
        }
        let offcuts = product * offcuts_t_per_t;
        let remelt_yield = inputs.fraction(Input::RemeltYield);
        let share = inputs.fraction(Input::RecycledShare);
        let content = inputs.fraction(Input::ScrapMetal);
        let scrap_metal = product * share / remelt_yield;
        let scrap = scrap_metal / content;
        let recycled = offcuts * remelt_yield + product * share;
        self.offcuts_t_per_t = offcuts_t_per_t;
        self.set(Output::Product, product);
        self.set(Output::Offcuts, offcuts);
        self.set(Output::Charge, product + offcuts);
        self.set(Output::Scrap, scrap);
        self.set(Output::ScrapMetal, scrap_metal);
        self.set(Output::ScrapResidue, scrap * (1.0 - content));
        self.set(
            Output::RemeltDross,
            (offcuts + scrap_metal) * (1.0 - remelt_yield),
        );
        self.set(Output::Recycled, recycled);
        self.set(Output::RemeltHeat, recycled * inputs.get(Input::RemeltHeat));
        self.set(Output::RemeltCo2, recycled * inputs.get(Input::RemeltCo2));
        self.set(
            Output::Primary,
            product * (1.0 - share) + offcuts * (1.0 - remelt_yield),
        );
    }

    /// Anode plant, cells and casthouse.
    fn smelt(&mut self, inputs: &Inputs) {
        let per_tonne = PerTonne::new(inputs);
        let casthouse = inputs.fraction(Input::CasthouseYield);
        let molten = self.get(Output::Primary) / casthouse;
        let baked = molten * inputs.get(Input::GrossAnode);
        let net = molten * inputs.get(Input::NetAnode);
        let green = baked / inputs.fraction(Input::BakingYield);
        let residue = net * inputs.fraction(Input::AnodeImpurities);
        let anode_co2 = molten * per_tonne.anode_co2;
        let reduced = molten * pure::ALUMINA_T_PER_T;
        let alumina = molten * inputs.get(Input::Alumina);
        let kwh = molten * per_tonne.smelting_kwh;
        // Oxygen in the CO2, less what the reduced alumina gave.
        let air = (anode_co2 - (net - residue)) - (reduced - molten);
        for (output, value) in [
            (Output::LiquidMetal, molten),
            (Output::CasthouseDross, molten * (1.0 - casthouse)),
            (Output::BakedAnode, baked),
            (Output::NetAnode, net),
            (Output::Butts, baked - net),
            (Output::GreenAnode, green),
            (Output::BakingLoss, green - baked),
            (Output::AnodeRaw, green - (baked - net)),
            (Output::AnodeResidue, residue),
            (Output::AnodeCo2, anode_co2),
            (Output::AirOxygen, air),
            (Output::Alumina, alumina),
            (Output::AluminaLoss, alumina - reduced),
            (
                Output::AluminiumFluoride,
                molten * inputs.get(Input::AluminiumFluoride) / 1000.0,
            ),
            (Output::SmeltingPower, kwh),
            (
                Output::SmeltingPowerCo2,
                pure::grid_co2_t_per_t(kwh, inputs.get(Input::Grid)),
            ),
            (Output::Pfc, molten * inputs.get(Input::Pfc)),
        ] {
            self.set(output, value);
        }
    }

    /// The refinery.
    fn refine(&mut self, inputs: &Inputs) {
        let alumina = self.get(Output::Alumina);
        let of = |input| alumina * inputs.get(input);
        let (bauxite, soda, mud) = (
            of(Input::Bauxite),
            of(Input::CausticSoda),
            of(Input::RedMud),
        );
        // Bauxite brings water; mud takes up lime and water. Which is more
        // depends on the inputs: it is reported on the side where it belongs.
        let rest = bauxite + soda - alumina - mud;
        let (heat, kwh) = (of(Input::RefiningHeat), of(Input::RefiningPower));
        for (output, value) in [
            (Output::Bauxite, bauxite),
            (Output::CausticSoda, soda),
            (Output::RedMud, mud),
            (Output::RefiningReleased, rest.max(0.0)),
            (Output::RefiningAdded, (-rest).max(0.0)),
            (Output::RefiningHeat, heat),
            (Output::RefiningPower, kwh),
            (
                Output::RefiningHeatCo2,
                heat * inputs.get(Input::RefiningHeatCo2) / 1000.0,
            ),
            (
                Output::RefiningPowerCo2,
                pure::grid_co2_t_per_t(kwh, inputs.get(Input::RefiningGrid)),
            ),
        ] {
            self.set(output, value);
        }
    }

    /// The whole chain, and what recycling spares.
    fn total(&mut self, inputs: &Inputs) {
        let per_tonne = PerTonne::new(inputs);
        let molten = self.get(Output::LiquidMetal);
        let recycled = self.get(Output::Recycled);
        // Without scrap, this much more metal would be molten, and this much
        // less remelted.
        let spared = inputs.get(Input::Product) * inputs.fraction(Input::RecycledShare);
        let more = spared / inputs.fraction(Input::CasthouseYield);
        let remelt_gj = inputs.get(Input::RemeltHeat);
        let remelt_co2 = inputs.get(Input::RemeltCo2);
        for (output, value) in [
            (
                Output::Dross,
                self.get(Output::CasthouseDross) + self.get(Output::RemeltDross),
            ),
            (Output::Electricity, molten * per_tonne.kwh),
            (Output::Heat, molten * per_tonne.gj + recycled * remelt_gj),
            (Output::Co2, molten * per_tonne.co2 + recycled * remelt_co2),
            (
                Output::AvoidedBauxite,
                more * inputs.get(Input::Alumina) * inputs.get(Input::Bauxite),
            ),
            (Output::AvoidedElectricity, more * per_tonne.kwh),
            (
                Output::AvoidedHeat,
                more * per_tonne.gj - spared * remelt_gj,
            ),
            (
                Output::AvoidedCo2,
                more * per_tonne.co2 - spared * remelt_co2,
            ),
        ] {
            self.set(output, value);
        }
    }

    /// The mass of a flow between stages, in tonnes.
    pub const fn flow_t(&self, flow: Flow) -> f64 {
        self.get(Output::mass_of(flow))
    }

    /// What a flow carries of what went into it. At every stage what comes in
    /// and what arises there goes out. Product and offcuts share it by mass;
    /// what is lost carries none, and scrap from end of life arrives with
    /// none.
    ///
    /// Round the loop: product × (1 + o) = primary + product × o + remelting,
    /// where o are the offcuts for a tonne of product; so the product carries
    /// all that ever arose.
    pub fn carried(&self, flow: Flow, quantity: Quantity) -> f64 {
        if quantity == Quantity::Mass {
            return self.flow_t(flow);
        }
        let arising = |stage| self.arising(stage, quantity);
        let alumina = arising(StageId::Alumina);
        let anode = arising(StageId::Anode);
        let primary = alumina + anode + arising(StageId::Electrolytic);
        let remelting = arising(StageId::Recycled);
        let product = primary + arising(StageId::Processing) + remelting;
        let offcuts = product * self.offcuts_t_per_t;
        match flow {
            Flow::Alumina => alumina,
            Flow::Anode => anode,
            Flow::Primary => primary,
            Flow::Product => product,
            Flow::Offcuts => offcuts,
            Flow::Scrap => 0.0,
            Flow::Recycled => offcuts + remelting,
        }
    }

    /// What a stage adds to what its flows carry. Of mass it is what crosses
    /// the stage's border otherwise: below zero where gas, mud or dross leave.
    pub fn arising(&self, stage: StageId, quantity: Quantity) -> f64 {
        let get = |output| self.get(output);
        match (quantity, stage) {
            (Quantity::Mass, _) => Flow::ALL
                .into_iter()
                .map(|flow| {
                    let out = flow.from() == Some(stage);
                    let into = flow.to() == Some(stage);
                    let t = self.flow_t(flow);
                    f64::from(u8::from(out)) * t - f64::from(u8::from(into)) * t
                })
                .sum(),
            (Quantity::Electricity, StageId::Alumina) => get(Output::RefiningPower),
            (Quantity::Electricity, StageId::Electrolytic) => get(Output::SmeltingPower),
            (Quantity::Co2, StageId::Alumina) => {
                get(Output::RefiningHeatCo2) + get(Output::RefiningPowerCo2)
            }
            (Quantity::Co2, StageId::Electrolytic) => {
                get(Output::AnodeCo2) + get(Output::Pfc) + get(Output::SmeltingPowerCo2)
            }
            (Quantity::Co2, StageId::Recycled) => get(Output::RemeltCo2),
            (Quantity::Electricity | Quantity::Co2, _) => 0.0,
        }
    }

    /// Mass into and out of a stage, in tonnes, with all that crosses its
    /// border: they are equal.
    pub fn in_and_out_t(&self, stage: StageId) -> (f64, f64) {
        let sum = |outputs: &[Output]| outputs.iter().map(|output| self.get(*output)).sum();
        let balance = stage_balance(stage);
        (sum(balance.into), sum(balance.out))
    }
}
