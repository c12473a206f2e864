//! What the picture shows: names, amounts, and how heavy each line is. Pure, on
//! both halves, the same from the same balance.

mod numbers;

pub use numbers::{scene, with_bands};

use super::role::Role;
use chain::{Pin, Quantity};
use model::Flow;
use model::StageId;
use model::document::Diagram;
use model::words::{PictureWords, Words, fill};

/// What the picture shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// What it is about: `生产 1 吨铝材`.
    pub title: String,
    /// On what it rests.
    pub caption: String,
    /// What the lines are as wide as.
    pub quantity: Quantity,
    /// The picture beside it, with which it shares a scale.
    pub beside: Option<Box<Scene>>,
    /// The stages, in order.
    pub nodes: Vec<SceneNode>,
    /// The flows, in the order of [`Flow::ALL`].
    pub flows: Vec<SceneFlow>,
    /// What comes into the cell from outside: the electricity; in a picture
    /// of CO2 what arises there.
    pub power: ScenePower,
}

/// A stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SceneNode {
    /// Which.
    pub id: StageId,
    /// What it is called.
    pub name: String,
    /// What stands under its name.
    pub lines: Vec<(Role, String)>,
    /// Whether it is drawn open: Guangyuan has none.
    pub open: bool,
    /// What arises at it, written out; empty where that is nothing or unknown.
    pub arising: String,
    /// The same in thousandths of what the product carries.
    pub weight: i32,
    /// Whether the page is about it.
    pub here: bool,
}

/// A flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SceneFlow {
    /// Which.
    pub flow: Flow,
    /// What flows.
    pub name: String,
    /// How much of it, written out.
    pub amount: String,
    /// The same in thousandths of what the product carries: its width.
    pub weight: i32,
    /// The low and the high end of what is known of it, in the same measure;
    /// zeros where none are drawn.
    pub band: (i32, i32),
}

/// What comes into the cell from outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScenePower {
    /// What it is called.
    pub name: String,
    /// How much of it; empty where nothing comes.
    pub amount: String,
    /// Its width; zero where it is no part of what the widths show.
    pub weight: i32,
}

impl Scene {
    /// The picture as it was published, for a tonne of product: mass.
    pub fn published(diagram: Diagram, words: &Words) -> Self {
        let nodes = diagram
            .nodes
            .into_iter()
            .map(|node| SceneNode {
                id: node.id,
                name: node.name,
                lines: vec![(Role::Detail, node.detail), (Role::Remark, node.remark)],
                open: !node.local,
                arising: String::new(),
                weight: 0,
                here: false,
            })
            .collect();
        let flows = diagram
            .flows
            .into_iter()
            .map(|line| SceneFlow {
                flow: line.kind,
                name: line.name,
                amount: line.amount,
                // More than a thousand tonnes for one is no picture any more.
                weight: line.kilograms.min(1_000_000) as i32,
                band: (0, 0),
            })
            .collect();
        Self {
            title: diagram.title,
            caption: diagram.caption,
            quantity: Quantity::Mass,
            beside: None,
            nodes,
            flows,
            power: ScenePower {
                name: words.chain.electricity.to_owned(),
                amount: diagram.electricity,
                weight: 0,
            },
        }
    }

    /// A flow of it.
    pub fn flow(&self, flow: Flow) -> Option<&SceneFlow> {
        self.flows.iter().find(|line| line.flow == flow)
    }

    /// Whether a flow is drawn: one that carries nothing is not.
    pub fn is_drawn(&self, flow: Flow) -> bool {
        self.flow(flow).is_some_and(|line| line.weight > 0)
    }

    /// What a stage is called.
    pub fn name_of(&self, stage: StageId) -> &str {
        self.nodes
            .iter()
            .find(|node| node.id == stage)
            .map_or("", |node| &node.name)
    }

    /// A stage or a flow in words: what it is, how much, and where it leads.
    pub fn describe(&self, pin: Pin, words: &PictureWords) -> String {
        let mut text = String::new();
        match pin {
            Pin::Stage(stage) => {
                text.push_str(self.name_of(stage));
                text.push_str(words.colon);
                let node = self.nodes.iter().find(|node| node.id == stage);
                let arising = node.map_or("", |node| node.arising.as_str());
                if !arising.is_empty() {
                    text.push_str(&fill(words.arises, &[arising]));
                }
                self.describe_flows(stage, words, &mut text);
            }
            Pin::Flow(flow) => self.describe_flow(flow, words, &mut text),
        }
        text
    }

    /// The whole in words.
    pub fn summary(&self, words: &PictureWords) -> String {
        let mut text = self.title.clone();
        text.push_str(words.colon);
        for (index, line) in self.flows_at(|_| true).into_iter().enumerate() {
            if index > 0 {
                text.push_str(words.and);
            }
            text.push_str(&line.name);
            text.push(' ');
            text.push_str(&line.amount);
        }
        text
    }

    /// What comes into a stage and goes out of it.
    pub fn describe_flows(&self, stage: StageId, words: &PictureWords, text: &mut String) {
        let mut part = |lead: &str, between: &str| {
            if !text.is_empty() && !text.ends_with(words.colon) {
                text.push_str(between);
            }
            text.push_str(lead);
        };
        for (lead, flows) in [
            (words.takes, self.flows_at(|flow| flow.to() == Some(stage))),
            (
                words.gives,
                self.flows_at(|flow| flow.from() == Some(stage)),
            ),
        ] {
            for (index, line) in flows.into_iter().enumerate() {
                let mut said = String::new();
                if index == 0 {
                    said.push_str(lead);
                    said.push(' ');
                }
                said.push_str(&line.name);
                said.push(' ');
                said.push_str(&line.amount);
                if line.flow.from() == Some(stage) {
                    let to = self.end(line.flow.to(), words.users);
                    said.push_str(&fill(words.to, &[to]));
                }
                part(&said, if index == 0 { words.then } else { words.and });
            }
        }
    }

    /// What flows, how much, from where to where.
    fn describe_flow(&self, flow: Flow, words: &PictureWords, text: &mut String) {
        let Some(line) = self.flow(flow) else {
            return;
        };
        text.push_str(&line.name);
        text.push(' ');
        text.push_str(&line.amount);
        text.push_str(words.colon);
        text.push_str(&fill(
            words.from_to,
            &[
                self.end(flow.from(), words.collected),
                self.end(flow.to(), words.users),
            ],
        ));
    }

    fn end<'a>(&'a self, stage: Option<StageId>, outside: &'a str) -> &'a str {
        stage.map_or(outside, |stage| self.name_of(stage))
    }

    fn flows_at(&self, is_at: impl Fn(Flow) -> bool) -> Vec<&SceneFlow> {
        self.flows
            .iter()
            .filter(|line| line.weight > 0 && is_at(line.flow))
            .collect()
    }
}

/// What is connected with a stage or a flow, itself included: a stage with its
/// flows and the stages at their other ends, a flow with its two ends.
pub fn connected(pin: Pin, other: Pin) -> bool {
    let ends = |flow: Flow| [flow.from(), flow.to()];
    match (pin, other) {
        _ if pin == other => true,
        (Pin::Stage(stage), Pin::Flow(flow)) | (Pin::Flow(flow), Pin::Stage(stage)) => {
            ends(flow).contains(&Some(stage))
        }
        (Pin::Stage(stage), Pin::Stage(other)) => Flow::ALL
            .into_iter()
            .any(|flow| ends(flow).contains(&Some(stage)) && ends(flow).contains(&Some(other))),
        (Pin::Flow(_), Pin::Flow(_)) => false,
    }
}
