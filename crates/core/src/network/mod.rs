//! View -> Network: which statements, lifted to which level, folded into which lines.
//!
//! In: a [`Corpus`](crate::model::Corpus) and a [`View`]. Out: a [`Network`], a petgraph multigraph of actors and ties.

mod keys;
mod lift;
mod near;
mod ties;
mod view;

pub use keys::{KEYS, Key};
pub use keys::{Refusal, find_actor};
pub use lift::{Aggregation, When};
pub use ties::strongest;
pub use ties::{Edge, Network};
pub use view::{Filter, Level, View, ViewError};
