//! What the page knows and does not change: names, levers, presets, and how a
//! choice becomes a balance.

use std::sync::Arc;

use crate::diagram::scene::{Scene, scene, with_bands};
use chain::band::Bands;
use chain::difference::difference;
use chain::view::{Against, ChainView, Menu};
use chain::{Balance, ImpossibleInput, Inputs, Output};
use model::document::{Diagram, Lever, Levers, PresetText};
use model::{Flow, Input};
use model::{Lang, StageId};

/// What the page knows and does not change.
#[derive(Debug)]
pub struct ChainModel {
    /// The levers, the presets, the capacities.
    pub levers: Levers,
    /// The names in the picture.
    pub diagram: Diagram,
    /// The scenarios in numbers.
    pub menu: Menu,
}

/// A scenario that is possible, and what follows from it.
#[derive(Clone, Debug)]
pub struct ShownScenario {
    /// What is chosen; what is pinned is kept apart from it.
    pub view: ChainView,
    /// What follows.
    pub balance: Balance,
    /// What it is compared with, and what follows from that.
    pub against: Option<(Inputs, Balance)>,
    /// The bands around it; `None` where the reader wants none.
    pub bands: Option<Arc<Bands>>,
}

impl ChainModel {
    /// The model of a document.
    pub fn new(levers: Levers, diagram: Diagram) -> Self {
        let menu = menu(&levers);
        Self {
            levers,
            diagram,
            menu,
        }
    }

    /// Every lever.
    pub fn levers(&self) -> impl Iterator<Item = &Lever> {
        self.levers.groups.iter().flat_map(|group| &group.levers)
    }

    /// The lever of an input.
    pub fn lever(&self, input: Input) -> Option<&Lever> {
        self.levers().find(|lever| lever.input == input)
    }

    /// A preset in words.
    pub fn preset(&self, preset: usize) -> Option<&PresetText> {
        self.levers.presets.get(preset)
    }

    /// Whether a view's inputs are no longer those of its preset.
    // Not inlined: it is asked in several places, and inputs are many.
    #[inline(never)]
    pub fn is_changed(&self, view: &ChainView) -> bool {
        view.inputs != self.menu.inputs(view.preset)
    }

    /// What a stage is called.
    pub fn stage(&self, stage: StageId) -> String {
        let mut nodes = self.diagram.nodes.iter();
        nodes
            .find(|node| node.id == stage)
            .map(|node| node.name.clone())
            .unwrap_or_default()
    }

    /// What flows.
    pub fn flow(&self, flow: Flow) -> String {
        let mut flows = self.diagram.flows.iter();
        flows
            .find(|line| line.kind == flow)
            .map(|line| line.name.clone())
            .unwrap_or_default()
    }

    /// What a result is called.
    pub fn output(&self, output: Output) -> &str {
        let mut names = self.levers.outputs.iter().skip(output as usize);
        names.next().map_or("", String::as_str)
    }

    /// What is on screen as a picture, with what it is compared with; with bands if
    /// they are to be drawn at all.
    pub fn scene(&self, shown: &ShownScenario, bands: bool, lang: Lang) -> Scene {
        let against = shown.against.as_ref().map(|(_, balance)| balance);
        let quantity = shown.view.quantity;
        let scene = scene(&self.diagram, &shown.balance, against, quantity, lang);
        // Differences take the place of bands.
        match (&shown.bands, against) {
            (Some(around), None) if bands => with_bands(scene, &shown.balance, around),
            _ => scene,
        }
    }

    /// The bands around a scenario, by the ranges of what is measured and has not
    /// been changed: a factor that the reader has set is certain. `None` where
    /// the ends of the ranges contradict each other.
    ///
    /// Two balances for every range, and two more for every band that is asked
    /// for: some eighty in a frame.
    pub fn bands(&self, inputs: &Inputs) -> Option<Bands> {
        Bands::new(inputs, self.ranges(inputs)).ok()
    }

    /// The band of what a result differs by from what it is compared with: factors
    /// that both take are the same in both. Some two thousand balances: for what
    /// has come to rest.
    pub fn difference(&self, shown: &ShownScenario, output: Output) -> Option<(f64, f64)> {
        let (own, (other, _)) = (&shown.view.inputs, shown.against.as_ref()?);
        let ranges = [own, other].map(|inputs| self.ranges(inputs));
        difference((own, &ranges[0]), (other, &ranges[1]), output).ok()
    }

    /// What is published of what is measured and has not been changed.
    fn ranges(&self, inputs: &Inputs) -> Vec<(Input, f64, f64)> {
        self.levers()
            .filter(|lever| !lever.input.is_choice() && inputs.get(lever.input) == lever.default)
            .map(|lever| (lever.input, lever.low, lever.high))
            .collect()
    }

    /// What follows from a view.
    pub fn follow(&self, view: ChainView) -> Result<ShownScenario, ImpossibleInput> {
        let against = view.against.map(|against| match against {
            Against::Preset(preset) => self.menu.inputs(preset),
            Against::Kept(inputs) => inputs,
        });
        Ok(ShownScenario {
            view,
            balance: Balance::new(&view.inputs)?,
            bands: match view.bands {
                true => self.bands(&view.inputs).map(Arc::new),
                false => None,
            },
            against: against.and_then(|inputs| Some((inputs, Balance::new(&inputs).ok()?))),
        })
    }
}

/// The scenarios of a document in numbers.
fn menu(levers: &Levers) -> Menu {
    let all = || levers.groups.iter().flat_map(|group| &group.levers);
    let defaults = Inputs::from_fn(|input| {
        let mut found = all().filter(|lever| lever.input == input);
        found.next().map_or(f64::NAN, |lever| lever.default)
    });
    Menu {
        presets: (levers.presets.iter())
            .map(|preset| {
                let mut inputs = defaults;
                for value in &preset.values {
                    inputs = inputs.with(value.input, value.value);
                }
                (preset.id.clone(), inputs)
            })
            .collect(),
    }
}
