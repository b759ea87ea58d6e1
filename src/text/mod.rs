//! Source texts: paragraphs, words, passages found, and anchors made and verified. Texts are never copied into what is written.

mod find;
mod library;
mod verify;
mod words;

pub use find::{Match, find};
pub use library::{Texts, how_to_get};
pub use verify::{Verification, make, verify};
pub use words::{Folded, Paragraph, Text, words};
