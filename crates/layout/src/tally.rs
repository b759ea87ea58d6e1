//! What lines cross, veil and hit while nodes are at rest: whole numbers, so that it makes no difference in which order they
//! are added and taken away.

use super::lanes::Column;

/// The counts, and the places that they were counted for.
#[derive(Clone, Default)]
pub(super) struct Tally {
    /// For each line what it pays for crossings, how many labels it veils or is veiled by, how many boxes it hits.
    pub(super) crossed: Column,
    pub(super) veils: Column,
    pub(super) hits: Column,
    /// For each node how many foreign edges run through it.
    pub(super) struck: Column,
    pub(super) at: [Column; 2],
    pub(super) lines: [Column; 4],
}
