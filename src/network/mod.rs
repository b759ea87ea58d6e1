//! View -> Network: which statements, lifted to which level, folded into which lines.
//!
//! In: a [`Corpus`](crate::model::Corpus) and a [`View`]. Out: a [`Network`], a petgraph multigraph of actors and ties.

mod keys;
mod lift;
mod near;
mod ties;
mod view;

pub(crate) use keys::find_actor;
pub use keys::{KEYS, Key};
pub use lift::{Lift, When};
pub(crate) use ties::strongest;
pub use ties::{Network, Tie};
pub use view::{Filter, Level, View, ViewError};
