//! The aluminium chain as science: graph, balance, units.
