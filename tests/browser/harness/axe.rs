//! axe-core: what assistive technology would stumble over.

use std::fs;

use serde::Deserialize;

use super::Browser;
use crate::common::tool;

/// What is not laid out before it is near the screen lies where a guess of its
/// height puts it, partly on other things: it is laid out as its reader sees it.
const RUN: &str = r"
    const done = arguments[arguments.length - 1];
    const seen = new CSSStyleSheet();
    seen.replaceSync('* { content-visibility: visible !important }');
    const before = document.adoptedStyleSheets;
    document.adoptedStyleSheets = [...before, seen];
    axe.run(document, {
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
        rules: { 'target-size': { enabled: true } },
        resultTypes: ['violations'],
    }).then(
        result => done(result.violations.map(violation => ({
            rule: violation.id,
            help: violation.help,
            places: violation.nodes.slice(0, 5).map(node =>
                `${node.target.join(' ')}: ${node.html.slice(0, 160)} ${(node.failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 300)}`),
        }))),
        error => done([{ rule: 'axe itself', help: String(error), places: [] }]),
    ).finally(() => { document.adoptedStyleSheets = before; });
";

#[derive(Debug, Deserialize)]
struct Violation {
    rule: String,
    help: String,
    places: Vec<String>,
}

impl Browser {
    /// What breaks the rules of WCAG 2.2 AA on the page, one a line.
    pub fn barriers(&self) -> Vec<String> {
        if !self.run::<bool>("return typeof axe === 'object'", &[]) {
            let source = fs::read_to_string(tool("axe-core/axe.min.js")).expect("axe can be read");
            self.run::<()>(&source, &[]);
        }
        let violations: Vec<Violation> = self.run_async(RUN, &[]);
        violations
            .into_iter()
            .map(|Violation { rule, help, places }| {
                format!("{rule} ({help}):\n      {}", places.join("\n      "))
            })
            .collect()
    }
}
