//! Parallax: who says what about whom, drawn, cited and compared.
//!
//! A relation is a statement by an author in a text; everything drawn is derived from statements.
//!
//! ```text
//! files --source--> bytes --read--> values --resolve--> Corpus --network(View)--> Network --layout, draw--> Drawing --export--> files
//!                                                         |                          |
//!                                                         +--check--> findings       +--diff, measure--> Difference --export--> reports
//! ```
//!
//! The modules stand in the order of the pipeline; [`pipeline`] calls the stages.

pub mod diag;
pub mod error;
pub mod source;

pub mod files;

pub mod read;

pub mod model;

pub mod resolve;

pub mod text;

pub mod edit;

pub mod check;

pub mod network;

pub mod measure;

pub mod diff;

pub mod layout;

pub mod draw;

pub mod export;

pub mod pipeline;

pub mod cli;
