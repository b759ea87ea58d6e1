//! The target `selection` for the fuzzer: see `targets.rs`.

#![no_main]

#[path = "../targets.rs"]
#[allow(dead_code, reason = "each target tries one of them")]
mod targets;

libfuzzer_sys::fuzz_target!(|input: &str| targets::selection(input));
