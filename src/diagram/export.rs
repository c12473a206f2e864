//! What readers take along: the picture as SVG, the table as CSV and JSON, the
//! address as a QR code. Texts in, texts out, on both halves.

pub mod beside;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod csv;
pub mod json;
pub mod qr;
pub mod stage;
pub mod svg;

/// What is taken along, written out in the page's language. Numbers are exact,
/// with a point and without grouping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What the picture shows.
    pub title: String,
    /// The scenario, and whether it has been changed.
    pub scenario: String,
    /// What it is compared with; empty when with nothing.
    pub compared: String,
    /// The day it was taken: `2025-11-24`.
    pub date: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where it is from: the full address of the view.
    pub address: String,
    /// On what the picture rests.
    pub caption: String,
    /// What was put in.
    pub inputs: Vec<Row>,
    /// What came out.
    pub results: Vec<Row>,
}

/// A number with what must be known of it. What is unknown is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its short name, as `site balance` has it.
    pub key: &'static str,
    /// What it belongs to: a group of inputs, a stage of the chain.
    pub group: String,
    /// What it is.
    pub name: String,
    /// The number.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// The low end of what is published, or follows from it.
    pub low: String,
    /// The high end.
    pub high: String,
    /// The same number of what it is compared with.
    pub other: String,
    /// From where, or that it is an assumption.
    pub source: String,
}

impl Sheet {
    /// The sources, each once, in order.
    pub fn sources(&self) -> Vec<&str> {
        let mut sources: Vec<&str> = Vec::new();
        for row in &self.inputs {
            if !row.source.is_empty() && !sources.contains(&row.source.as_str()) {
                sources.push(&row.source);
            }
        }
        sources
    }
}
