//! Native only: from the bundle to a folder that any host can serve.
