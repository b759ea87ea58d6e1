//! The data-driven tests: one binary, so that the library is linked once. See `tests/README.md`.
#![allow(clippy::disallowed_methods, reason = "tests make and look at folders of their own")]
#![allow(clippy::print_stderr, reason = "what is skipped is said")]

mod alliances;
mod anchors;
mod architecture;
mod blocs;
mod browser;
mod cases;
mod console;
mod coverage;
mod edits;
mod folder;
mod forms;
mod generator;
mod handouts;
mod hierarchy;
mod layouts;
mod lock;
mod look;
mod malformed;
mod manual;
mod mentions;
mod notes;
mod output;
mod pages;
mod partly;
mod phrases;
mod properties;
mod quality;
mod reach;
mod records;
mod regressions;
mod said;
mod scenes;
mod schema;
mod sources;
mod twins;
mod verdicts;
mod watch;
mod world;
mod written;
