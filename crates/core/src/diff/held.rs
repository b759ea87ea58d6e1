//! Who holds which type now, of several sides: those who say the opposite as well are told apart.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::tally::{Triple, by_triple};
use super::{Pair, verdict};
use crate::model::{ActorId, Corpus, Mode, Relation, RelationId, Standing, TypeId};
use crate::network::View;

/// A type that is held now of two actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldType {
    /// Which.
    pub kind: TypeId,
    /// From whom; the smaller id if the type has no direction.
    pub from: ActorId,
    /// To whom.
    pub to: ActorId,
    /// Who holds it, and does not say the opposite.
    pub sides: BTreeSet<usize>,
    /// Who holds it, and says the opposite as well: denies it, or holds the other sign of the two in the same respect.
    pub divided: BTreeSet<usize>,
}

impl HeldType {
    /// How many of all sides hold it without saying the opposite as well; `None` if none does.
    #[must_use]
    pub fn share(&self, all: usize) -> Option<Share> {
        (!self.sides.is_empty()).then(|| Share::of(self.sides.len(), all))
    }
}

/// How many sides hold something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Share {
    /// Every side.
    All,
    /// More than half.
    Most,
    /// Several, but no more than half.
    Some,
    /// A single one.
    One,
}

impl Share {
    /// Every share, the largest first.
    pub const ALL: [Self; 4] = [Self::All, Self::Most, Self::Some, Self::One];

    /// So many of all.
    #[must_use]
    pub fn of(holders: usize, all: usize) -> Self {
        match holders {
            _ if holders == all => Self::All,
            _ if holders * 2 > all => Self::Most,
            0 | 1 => Self::One,
            _ => Self::Some,
        }
    }

    /// The name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Most => "most",
            Self::Some => "some",
            Self::One => "one",
        }
    }
}

/// Which types each view holds now of whom, of what it selects: by most sides first, then by name.
pub(super) fn types(corpus: &Corpus, views: &[View]) -> Vec<HeldType> {
    let mut held: BTreeMap<Triple, HeldType> = BTreeMap::new();
    for (side, view) in views.iter().enumerate() {
        for (triple, is_divided) in of_view(corpus, view) {
            let (kind, from, to) = triple;
            let new = || HeldType { kind, from, to, sides: BTreeSet::new(), divided: BTreeSet::new() };
            let held = held.entry(triple).or_insert_with(new);
            if is_divided {
                held.divided.insert(side)
            } else {
                held.sides.insert(side)
            };
        }
    }
    let mut types: Vec<HeldType> = held.into_values().collect();
    types.sort_by_key(|held| (Reverse(held.sides.len()), Reverse(held.divided.len()), held.from, held.to, held.kind));
    types
}

/// What a view holds now, and of each whether it says the opposite as well.
fn of_view(corpus: &Corpus, view: &View) -> Vec<(Triple, bool)> {
    let held = by_triple(corpus, view, Relation::held_now);
    let denied = by_triple(corpus, view, denied_now);
    let mut of_pairs: BTreeMap<Pair, Vec<RelationId>> = BTreeMap::new();
    for ((_, from, to), statements) in &held {
        of_pairs.entry(Pair::new(*from, *to)).or_default().extend(statements);
    }
    let divided = |triple: &Triple, statements: &[RelationId]| {
        let pair = Pair::new(triple.1, triple.2);
        let denials = denied.get(triple).map_or(&[][..], Vec::as_slice);
        let is_denied = || verdict::own_denial(corpus, pair, &[statements, denials].concat()).is_some();
        let all = of_pairs.get(&pair).map_or(&[][..], Vec::as_slice);
        (!denials.is_empty() && is_denied()) || verdict::holds_opposite(corpus, pair, all, statements)
    };
    held.iter().map(|(triple, statements)| (*triple, divided(triple, statements))).collect()
}

/// Whether something is denied of now, in fact.
fn denied_now(relation: &Relation) -> bool {
    relation.standing() == Standing::Denies && relation.mode == Mode::Actual && relation.attitude.is_none()
}
