//! Statements of authors about actors: read from files, resolved, checked, selected, compared, measured.
//!
//! ```text
//! files --source--> bytes --read--> values --resolve--> Corpus --network(View)--> Network
//!                                                         |                          |
//!                                                         +--check--> findings       +--diff, measure--> Difference --brief--> Briefing
//! ```
//!
//! The modules stand in the order of the pipeline. Nothing here draws, writes a file or knows a command line.

pub mod diag;
pub mod error;
pub mod source;

pub mod read;

pub mod messages;

pub mod model;

pub mod resolve;

pub mod text;

pub mod check;

pub mod network;

pub mod measure;

pub mod diff;

pub mod brief;
