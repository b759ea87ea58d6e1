//! Source texts: paragraphs, words, passages found, and anchors made and verified. Texts are never copied into what is written.

mod edition;
mod examine;
mod find;
mod html;
mod library;
mod markdown;
mod moved;
mod paragraphs;
mod passages;
mod quote;
mod verify;
mod words;

pub use edition::edition;
pub use examine::{Examined, Held, examine};
pub use find::{Match, find};
pub use library::{Texts, how_to_get};
pub use paragraphs::Text;
pub use passages::{Passage, Passages};
pub use quote::{Quoted, quoted, settle};
pub use verify::{Verification, make, verify, verify_all};
pub use words::Paragraph;
