//! The data-driven tests: one binary, so that the library is linked once. See `tests/README.md`.
#![allow(clippy::disallowed_methods, reason = "tests make and look at folders of their own")]
#![allow(clippy::print_stderr, reason = "what is skipped is said")]

mod alliances;
mod anchors;
mod architecture;
mod cases;
mod console;
mod folder;
mod generator;
mod layouts;
mod malformed;
mod manual;
mod output;
mod properties;
mod regressions;
mod said;
mod sources;
mod verdicts;
mod world;
mod written;
