//! Network -> figures: signed-graph measures with the field's definitions; one measure a file.

mod balance_partition;
mod communities;
mod signed;
mod signed_graph;
mod triads;

pub use balance_partition::{BalancePartition, balance_partition};
pub use communities::{Communities, communities};
pub use signed_graph::SignedGraph;
pub use triads::{Triads, triads};
