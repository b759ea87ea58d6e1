//! The nouns: actors, authors, works, statements, and the corpus that holds them, valid by construction.

mod actor;
mod anchor;
mod author;
mod belonging;
mod codebook;
mod corpus;
mod factuality;
mod id;
mod layer;
mod lock;
pub mod name;
mod period;
mod quoted;
pub mod record;
mod relation;
pub mod schema;
pub mod selection;
mod sign;
mod voice;
mod wholes;

pub use actor::{Actor, ActorKind, Membership, Phrase, Scope};
pub use anchor::{Anchor, Quote, Selector};
pub use author::{Author, Frame, FrameKind, Paragraphs, Reading, Work, WorkKind};
pub use belonging::{When, together_id};
pub use codebook::{Facet, RelationType};
pub use corpus::{Corpus, SavedView, ViewSubject};
pub use factuality::{Factuality, Feeling};
pub use id::{ActorId, AuthorId, FacetId, FrameId, Id, Register, RelationId, TypeId, WorkId};
pub use layer::Layer;
pub use lock::{LayoutLock, Stand, Stands};
pub use period::Period;
pub(crate) use period::how_to_write;
pub use relation::{Facets, FieldSpans, Holder, Link, LinkKind, Participants, PeriodId, RareFields, Relation, Roles};
pub use sign::{Sign, Signs};
pub use voice::{Attitude, Direction, Mode, Stance, Standing, Together};
pub(crate) use wholes::Wholes;
