//! What can fail when a picture is made.

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The picture that is asked for cannot be.
    #[error("{0}")]
    Usage(String),
    /// A file could not be made from the SVG.
    #[error("cannot make the {format}: {reason}")]
    Render {
        /// The format wanted.
        format: &'static str,
        /// Why not.
        reason: String,
    },
    /// The layout engine failed.
    #[error(transparent)]
    Layout(#[from] parallax_layout::Error),
}
