//! How a command ended.

/// What a command came to; trouble of the machine is an error and ends with 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing to complain about: 0.
    Clean,
    /// Findings that count, or differences that were asked for: 1.
    Findings,
}
