//! The records that stand within a statement: roles, links, passages.

use super::super::{CastRole, LinkKind};
use super::FieldType::{Anchor, Table, Text, Words};
use super::{EntityKind, FieldType, Record, key, needed, one};

/// Roles in a story. Who only stands by, or relays a claim, has none: of such a one a statement of its own says more.
pub(crate) static CASTS: Record = Record {
    name: "cast",
    about: "In which roles the text casts those of whom a statement speaks: never inferred",
    keys: &[
        key("from", CAST, "Those from whom it goes"),
        key("to", CAST, "Those to whom it goes"),
        key("against", CAST, "Those against whom it is"),
        key("benefiting", CAST, "Those who gain"),
    ],
    columns: &[],
};
const CAST: FieldType = Words(CastRole::GLOSSARY);

/// A link.
pub(crate) static LINK: Record = Record {
    name: "link",
    about: "What a statement does for another",
    keys: &[
        needed("kind", Words(LinkKind::GLOSSARY), "What it does for it"),
        needed("to", one(EntityKind::Relation), "The id of the other statement of this author"),
    ],
    columns: &[],
};

/// A passage with its words.
pub(crate) static PASSAGE: Record = Record {
    name: "anchor",
    about: "A passage, with its words where the licence of the text allows",
    keys: &[
        needed("anchor", Anchor, "Where the passage stands: paragraph, words, fingerprint"),
        key("quote", Table(&QUOTE), "What stands there"),
    ],
    columns: &[],
};

/// A quotation.
pub(crate) static QUOTE: Record = Record {
    name: "quote",
    about: "The words of a passage and those around it (W3C TextQuoteSelector)",
    keys: &[
        needed("exact", Text, "The passage"),
        key("prefix", Text, "What stands right before it"),
        key("suffix", Text, "What stands right after it"),
    ],
    columns: &[],
};
