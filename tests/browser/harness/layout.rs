//! What moves, what sticks out, and whom the page asks.

use super::Browser;

impl Browser {
    /// How much of the page has moved without the reader's doing, and what, from where to where.
    pub fn layout_shift(&self) -> (f64, Vec<String>) {
        self.run_async(
            r"
            const done = arguments[arguments.length - 1];
            let total = 0;
            const moved = [];
            const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
            new PerformanceObserver(list => {
                for (const entry of list.getEntries()) {
                    if (entry.hadRecentInput) continue;
                    total += entry.value;
                    for (const source of entry.sources) {
                        const node = source.node;
                        const what = node?.outerHTML?.slice(0, 120) ?? node?.nodeName ?? 'gone';
                        const at = Math.round(entry.startTime);
                        moved.push(`${place(source.previousRect)} -> ${place(source.currentRect)} at ${at} ms: ${what}`);
                    }
                }
            }).observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done([total, moved]), 50)));
            ",
            &[],
        )
    }

    /// By how many pixels the page is wider than the screen, and what sticks out.
    pub fn overflow(&self) -> (i64, Vec<String>) {
        self.run(
            r"
            const width = document.documentElement.clientWidth;
            const over = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - width;
            const out = over <= 0 ? [] : [...document.body.querySelectorAll('*')]
                .filter(element => element.getBoundingClientRect().right > width + 1)
                .map(element => element.outerHTML.slice(0, 120));
            return [over, out.slice(0, 6)];
            ",
            &[],
        )
    }

    /// What the page has asked of other hosts.
    pub fn foreign_requests(&self) -> Vec<String> {
        self.run(
            r"
            return performance.getEntriesByType('resource')
                .map(entry => entry.name)
                .filter(name => !name.startsWith(location.origin) && !name.startsWith('data:'));
            ",
            &[],
        )
    }
}
