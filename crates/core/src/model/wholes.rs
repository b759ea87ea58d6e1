//! Which actors are others together.

use std::collections::BTreeMap;

use super::ActorId;

/// Which actors are others together.
#[derive(Debug, Default)]
pub(crate) struct Wholes {
    /// Those that files say consist of others.
    pub(super) bodies: Vec<ActorId>,
    /// Lists that statements speak of as a whole, by their members in order.
    pub(super) lists: BTreeMap<Box<[ActorId]>, ActorId>,
}
