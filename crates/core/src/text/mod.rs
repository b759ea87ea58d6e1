//! Source texts: paragraphs, words, sentences, passages found, anchors made and verified, actors named, and what is coded of it. Texts are never copied into what is written.

mod across;
mod characters;
mod coverage;
mod cutter;
mod edition;
mod examine;
mod find;
mod languages;
mod lexicon;
mod library;
mod mentions;
mod moved;
mod page;
mod paragraphs;
mod passages;
mod quote;
mod reading;
mod sentences;
mod tokens;
mod verify;
mod words;
mod wrapped;

pub use across::across;
pub use coverage::{Anchored, Coverage, Covered, Sentence, State, Stretch, Tally, cover};
pub use edition::edition;
pub use examine::{Examined, Held, examine};
pub use find::{Match, find};
pub use lexicon::Lexicon;
pub use library::{Texts, how_to_get};
pub use mentions::{Mention, Named, mentions};
pub use paragraphs::Text;
pub use passages::{Passage, Passages};
pub use quote::{Quoted, quoted, settle};
pub use verify::{Verification, make, stands, verify, verify_all};
pub use words::{Folded, Paragraph};
pub use wrapped::Wrapped;
