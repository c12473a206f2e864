//! What a mass is made of, as colour and grain have it.

use chain::Output;

/// What a mass is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Material {
    /// Bauxite, and what is left of it.
    Ore,
    /// Alumina.
    Alumina,
    /// Anodes, and what they are made of.
    Carbon,
    /// Primary metal.
    Metal,
    /// What is sold.
    Product,
    /// What goes round.
    Recycled,
    /// Gases and water.
    Gas,
}

impl Material {
    /// What a number of the balance is made of.
    pub const fn of(output: Output) -> Self {
        match output {
            Output::Bauxite | Output::RedMud => Self::Ore,
            Output::Alumina | Output::AluminaLoss => Self::Alumina,
            Output::AnodeRaw | Output::Butts | Output::BakedAnode | Output::AnodeResidue => {
                Self::Carbon
            }
            Output::Primary | Output::CasthouseDross => Self::Metal,
            Output::Rolled | Output::Extruded | Output::Cast | Output::Wire => Self::Product,
            Output::Offcuts | Output::Scrap | Output::Recycled | Output::RemeltDross => {
                Self::Recycled
            }
            _ => Self::Gas,
        }
    }

    /// The word for it in the style sheet.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ore => "ore",
            Self::Alumina => "alumina",
            Self::Carbon => "carbon",
            Self::Metal => "metal",
            Self::Product => "product",
            Self::Recycled => "recycled",
            Self::Gas => "gas",
        }
    }
}
