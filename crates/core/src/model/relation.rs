//! A statement by an author about actors: what everything drawn is derived from.

use super::voice::words;
use super::{
    ActorId, Anchor, Attitude, AuthorId, Casts, FacetId, Factuality, FrameId, Mode, RelationId, Sign, Stance, Standing,
    TypeId,
};
use crate::diag::{SourceId, Span};

/// A statement. Common fields stand here in about a hundred bytes; rare ones in [`RareFields`].
#[derive(Debug, Clone)]
pub struct Relation {
    /// Whose statement it is.
    pub author: AuthorId,
    /// What is said.
    pub kind: TypeId,
    /// Of whom.
    pub from: Participants,
    /// To whom.
    pub to: Participants,
    /// The sign: the type's, unless the statement says otherwise.
    pub sign: Sign,
    /// How the author stands to it.
    pub stance: Stance,
    /// The content is that this does *not* hold.
    pub negated: bool,
    /// In which world it holds.
    pub mode: Mode,
    /// What the holder feels about it.
    pub attitude: Option<Attitude>,
    /// Held, but guardedly.
    pub hedged: bool,
    /// 1 slight, 2 plain, 3 strong.
    pub strength: u8,
    /// When, as a number in the corpus' list of periods.
    pub when: Option<PeriodId>,
    /// In which respects.
    pub facets: Facets,
    /// What few statements have.
    pub rare: Option<Box<RareFields>>,
    /// Where it is written.
    pub spans: FieldSpans,
}

/// The number of a period in the corpus' list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeriodId(pub(crate) u32);

/// The actors at one end: mostly one, sometimes several at once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Participants {
    /// One actor.
    One(ActorId),
    /// Several actors of whom the same is said; sorted, at least two.
    Many(Box<[ActorId]>),
}

impl Participants {
    /// From a list; `None` if it is empty.
    #[must_use]
    pub fn new(mut actors: Vec<ActorId>) -> Option<Self> {
        actors.sort_unstable();
        actors.dedup();
        match actors.as_slice() {
            [] => None,
            [one] => Some(Self::One(*one)),
            _ => Some(Self::Many(actors.into())),
        }
    }

    /// The actors.
    #[must_use]
    pub fn as_slice(&self) -> &[ActorId] {
        match self {
            Self::One(actor) => std::slice::from_ref(actor),
            Self::Many(actors) => actors,
        }
    }

    pub(crate) fn as_mut_slice(&mut self) -> &mut [ActorId] {
        match self {
            Self::One(actor) => std::slice::from_mut(actor),
            Self::Many(actors) => actors,
        }
    }
}

/// A set of facets: at most [`Facets::MAX`] of a codebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Facets(u64);

impl Facets {
    /// How many facets a codebook can have.
    pub const MAX: usize = 64;

    /// Adds one; facets past [`Facets::MAX`] cannot exist.
    pub fn add(&mut self, facet: FacetId) {
        self.0 |= 1 << (facet.0 % 64);
    }

    /// Whether it is in the set.
    #[must_use]
    pub fn has(self, facet: FacetId) -> bool {
        self.0 & (1 << (facet.0 % 64)) != 0
    }

    /// The same, where facets have other numbers now.
    pub(crate) fn renumbered(self, places: &[FacetId]) -> Self {
        let mut facets = Self::default();
        if self.is_empty() {
            return facets;
        }
        places.iter().zip(0..).filter(|(_, old)| self.has(FacetId(*old))).for_each(|(new, _)| facets.add(*new));
        facets
    }

    /// What both have.
    #[must_use]
    pub fn shared(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What either has.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What a statement speaks of that names these: all, if it names none.
    #[must_use]
    pub fn or_all(self) -> Self {
        if self.is_empty() { Self(u64::MAX) } else { self }
    }

    /// Whether two statements that name these can speak of the same: they share one, or one of them names none.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        !self.or_all().shared(other.or_all()).is_empty()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The set as bits, for sorting.
    #[must_use]
    pub fn bits(self) -> u64 {
        self.0
    }

    /// The facets, in order.
    pub fn iter(self) -> impl Iterator<Item = FacetId> {
        (0..64).filter(move |bit| self.0 & (1 << bit) != 0).map(FacetId)
    }
}

impl From<FacetId> for Facets {
    fn from(facet: FacetId) -> Self {
        let mut facets = Self::default();
        facets.add(facet);
        facets
    }
}

/// Where a statement and the fields that are most often wrong are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldSpans {
    pub(crate) source: SourceId,
    pub(crate) record: (u32, u32),
    pub(crate) from: (u32, u32),
    pub(crate) to: (u32, u32),
    pub(crate) kind: (u32, u32),
}

impl FieldSpans {
    fn span(&self, (start, end): (u32, u32)) -> Span {
        Span { source: self.source, start, end }
    }

    /// The whole record.
    #[must_use]
    pub fn record(&self) -> Span {
        self.span(self.record)
    }

    /// The `from` field.
    #[must_use]
    pub fn from(&self) -> Span {
        self.span(self.from)
    }

    /// The `to` field.
    #[must_use]
    pub fn to(&self) -> Span {
        self.span(self.to)
    }

    /// The `type` field.
    #[must_use]
    pub fn kind(&self) -> Span {
        self.span(self.kind)
    }
}

/// Whose claim it is, if not the author's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// An actor of the corpus.
    Actor(ActorId),
    /// A free label: "some analysts".
    Label(Box<str>),
}

words! {
    /// What one relation does for another.
    LinkKind {
        /// It is a means to it.
        Serves = "serves",
        /// It brings it about.
        Causes = "causes",
        /// It weakens it.
        Undermines = "undermines",
        /// It is set against it.
        Opposes = "opposes",
    }
}

/// A link from a statement to another of the same author.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// What it does for it.
    pub kind: LinkKind,
    /// The other statement.
    pub to: RelationId,
}

/// The third actors of a statement, by role: never lines of their own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Roles {
    /// Together with whom.
    pub with: Vec<ActorId>,
    /// Against whom.
    pub against: Vec<ActorId>,
    /// Who is kept out.
    pub excluding: Vec<ActorId>,
    /// Who gains.
    pub benefiting: Vec<ActorId>,
}

impl Roles {
    /// Every third actor.
    pub fn all(&self) -> impl Iterator<Item = ActorId> + '_ {
        [&self.with, &self.against, &self.excluding, &self.benefiting].into_iter().flatten().copied()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all().next().is_none()
    }
}

/// The fields that few statements have.
#[derive(Debug, Clone, Default)]
pub struct RareFields {
    /// The id in the file, so that others can point at it.
    pub id: Option<Box<str>>,
    /// The author's own word for `from`.
    pub from_as: Option<Box<str>>,
    /// The author's own word for `to`.
    pub to_as: Option<Box<str>>,
    /// Whose claim it is.
    pub holders: Vec<Holder>,
    /// Who relays it.
    pub via: Vec<Holder>,
    /// Third actors.
    pub roles: Roles,
    /// In which roles the text casts whom it names.
    pub casts: Casts,
    /// Links to other statements.
    pub links: Vec<Link>,
    /// The frame that it belongs to.
    pub frame: Option<FrameId>,
    /// By which means.
    pub by: Option<Box<str>>,
    /// The quantity, as given.
    pub amount: Option<Box<str>>,
    /// What it hangs on.
    pub condition: Option<Box<str>>,
    /// A paraphrase in the coder's own words.
    pub gloss: Option<Box<str>>,
    /// Free words to select by.
    pub tags: Vec<Box<str>>,
    /// Who coded it, if not the file's coder.
    pub coder: Option<Box<str>>,
    /// Where the text says so.
    pub evidence: Vec<Anchor>,
}

impl Relation {
    /// Whether the author holds it. Of an attitude, negation is part of what is felt: a wish that something be not is held as a wish.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.qualifiers().standing()
    }

    /// What somebody feels about the content, and whether about its not being so.
    #[must_use]
    pub fn feeling(&self) -> Option<(Attitude, bool)> {
        self.attitude.map(|attitude| (attitude, self.negated))
    }

    /// Stance, negation, mode and attitude in one.
    #[must_use]
    pub fn factuality(&self) -> Factuality {
        self.qualifiers().factuality()
    }

    /// Held now: the author holds it, of the present of the work, and not only as somebody's wish or fear.
    #[must_use]
    pub fn held_now(&self) -> bool {
        self.factuality() == Factuality::Held
    }

    /// The paraphrase, or nothing.
    #[must_use]
    pub fn gloss(&self) -> &str {
        self.rare.as_ref().and_then(|rare| rare.gloss.as_deref()).unwrap_or("")
    }

    /// Where the text says so.
    #[must_use]
    pub fn evidence(&self) -> &[Anchor] {
        self.rare.as_ref().map_or(&[], |rare| &rare.evidence)
    }

    /// Whose claim it is, if not the author's own.
    #[must_use]
    pub fn holders(&self) -> &[Holder] {
        self.rare.as_ref().map_or(&[], |rare| &rare.holders)
    }

    /// The links to other statements.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        self.rare.as_ref().map_or(&[], |rare| &rare.links)
    }

    /// The frame that it belongs to.
    #[must_use]
    pub fn frame(&self) -> Option<FrameId> {
        self.rare.as_ref().and_then(|rare| rare.frame)
    }

    /// The third actors.
    #[must_use]
    pub fn roles(&self) -> Option<&Roles> {
        self.rare.as_ref().map(|rare| &rare.roles)
    }

    /// How many actors it relates to themselves.
    #[must_use]
    pub fn to_itself(&self) -> usize {
        self.from.as_slice().iter().filter(|from| self.to.as_slice().contains(from)).count()
    }

    /// Every ordered pair of actors that it relates; an actor is never paired with itself.
    pub fn pairs(&self) -> impl Iterator<Item = (ActorId, ActorId)> + '_ {
        let from = self.from.as_slice().iter();
        from.flat_map(|from| self.to.as_slice().iter().map(|to| (*from, *to))).filter(|(from, to)| from != to)
    }
}
