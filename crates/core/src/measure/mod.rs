//! Network -> figures: signed-graph measures with the field's definitions; one measure a file.

mod blocs;
mod camps;
mod folded;
mod signed;
mod triads;

pub use blocs::{Communities, blocs};
pub use camps::{BalancePartition, camps};
pub use folded::SignedGraph;
pub use triads::{Triads, triads};
