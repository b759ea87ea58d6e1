//! View -> Network: which statements, lifted to which level, folded into which lines.
//!
//! In: a [`Corpus`](crate::model::Corpus) and a [`View`]. Out: a [`Network`], a petgraph multigraph of actors and edges.

mod aggregation;
mod edges;
mod ego_network;
mod filter;
mod keys;
mod lookup;
mod parse;
mod view;

pub use aggregation::{Aggregation, At, Collective, Level};
pub use edges::strongest;
pub use edges::{Edge, Network};
pub use filter::Filter;
pub use keys::{KEYS, Key};
pub use lookup::{Refusal, find_actor};
pub use parse::ViewError;
pub use view::View;
