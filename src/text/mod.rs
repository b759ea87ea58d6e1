//! Source texts: paragraphs, words, passages found, and anchors made and verified. Texts are never copied into what is written.

mod edition;
mod find;
mod html;
mod library;
mod markdown;
mod moved;
mod paragraphs;
mod verify;
mod words;

pub use edition::edition;
pub use find::{Match, find};
pub use library::{Texts, how_to_get};
pub use paragraphs::Text;
pub use verify::{Verification, make, verify, verify_all};
pub use words::Paragraph;
