//! What can fail when places are found.

/// Why there are no places: Graphviz, which is another program, is missing, failed, or took too long.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Error(pub String);
