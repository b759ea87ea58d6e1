//! Source texts: paragraphs, words, and anchors made and verified. Texts are never copied into what is written.

mod library;
mod verify;
mod words;

pub use library::Texts;
pub use verify::{Verification, make, verify};
pub use words::{Folded, Paragraph, Text, words};
