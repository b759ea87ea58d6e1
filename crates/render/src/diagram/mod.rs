//! Diagrams: what is painted where, of a network, a difference, a matrix, a text.
//!
//! In: figures, [`options::Options`], and places from the layout. Out: a [`drawing::Drawing`], the scene with the geometry behind it.

pub(crate) mod atlas;
pub(crate) mod board;
mod columns;
#[cfg(test)]
mod cues;
pub(crate) mod drawing;
pub(crate) mod forms;
mod handout;
pub(crate) mod hull;
mod legend;
mod matrix;
mod node;
pub(crate) mod notes;
pub(crate) mod options;
mod page;
pub(crate) mod panel;
pub(crate) mod strip;
mod tag;
pub(crate) mod tie;
