//! In whose voices a side speaks: whose claims it makes its own, and whose it rejects or doubts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::weights::Weighed;
use crate::model::{Holder, RelationId, Stance};

/// A holder, how many claims of his, and the first of them.
pub type Voice = (Holder, usize, RelationId);

/// Whose claims, and how many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Voices {
    /// With whom a side agrees, most often first.
    pub agrees: Vec<Voice>,
    /// Whose claims it rejects or doubts.
    pub rejects: Vec<Voice>,
}

pub(super) fn voices(side: &Weighed<'_>) -> Voices {
    let of = |stances: &[Stance]| {
        let mut holders: BTreeMap<Holder, (usize, RelationId)> = BTreeMap::new();
        for told in side.statements() {
            if !stances.contains(&told.relation.stance) || told.relation.attitude.is_some() {
                continue;
            }
            for holder in told.relation.holders() {
                holders.entry(holder.clone()).or_insert((0, told.id)).0 += 1;
            }
        }
        let mut named: Vec<Voice> = holders.into_iter().map(|(holder, (count, id))| (holder, count, id)).collect();
        named.sort_by_key(|(holder, count, _)| (Reverse(*count), holder.clone()));
        named
    };
    Voices { agrees: of(&[Stance::Endorses]), rejects: of(&[Stance::Rejects, Stance::Doubts]) }
}
