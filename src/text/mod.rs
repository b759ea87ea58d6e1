//! Source texts: paragraphs, words, sentences, passages found, anchors made and verified, actors named, and what is coded of it. Texts are never copied into what is written.

mod coverage;
mod find;
mod lexicon;
mod library;
mod mentions;
mod sentences;
mod tokens;
mod verify;
mod words;

pub use coverage::{Anchored, Coverage, Covered, Passage, Sentence, State, Tally, cover};
pub use find::{Match, find};
pub use lexicon::Lexicon;
pub use library::{Texts, how_to_get};
pub use mentions::{Mention, Named, mentions};
pub use verify::{Verification, make, verify};
pub use words::{Folded, Paragraph, Text, words};
