//! Diagrams: what is painted where, of a network, a difference, a matrix, a text.
//!
//! In: figures, [`options::Options`], and places from the layout. Out: a [`drawing::Drawing`], the scene with the geometry behind it.

#[cfg(test)]
mod accessibility;
mod badge;
mod bead;
mod briefing;
#[cfg(test)]
mod chart_geometry;
pub(crate) mod columns;
pub(crate) mod drawing;
pub(crate) mod edge;
pub(crate) mod explorer_pictures;
mod handout;
pub(crate) mod hull;
mod issues;
pub(crate) mod kinds;
mod legend;
mod matrix;
mod naming;
mod node;
pub(crate) mod notes;
pub(crate) mod onto_page;
pub(crate) mod options;
mod page;
pub(crate) mod panel;
pub(crate) mod panel_composer;
pub(crate) mod request;
mod sheet;
mod side_columns;
pub(crate) mod strip;
mod thinning;
mod timeline;
