//! The verdict of a dyad: exactly one, the first rule that holds.

use super::{Pair, Silence};
use crate::model::{Corpus, Facets, Mode, Relation, RelationId, Sign, Signs, Standing, TypeId};

/// What two views' statements about a pair of actors come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// One holds a type, or a sign, that the other denies.
    Denied,
    /// Held now: all positive for one, all negative for the other.
    SignConflict,
    /// One holds both signs now, in the same facet; the other only one.
    Ambivalent,
    /// Neutral for one, signed for the other.
    Valued,
    /// Held now by one; the other has it only as reported, doubted, hypothetical, future or past.
    Possible,
    /// None of the others.
    SameSign,
    /// Only the first view relates them.
    OnlyA(Silence),
    /// Only the second view relates them.
    OnlyB(Silence),
}

impl Verdict {
    /// Every verdict, without the grades of silence, in the order of reports.
    pub const NAMES: [&'static str; 8] =
        ["denied", "sign-conflict", "ambivalent", "valued", "possible", "same-sign", "only-a", "only-b"];

    /// The name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES[self.rank().0 as usize]
    }

    /// The order of reports: contradictions first, telling silences before the others.
    #[must_use]
    pub fn rank(self) -> (u8, u8) {
        match self {
            Self::Denied => (0, 0),
            Self::SignConflict => (1, 0),
            Self::Ambivalent => (2, 0),
            Self::Valued => (3, 0),
            Self::Possible => (4, 0),
            Self::SameSign => (5, 0),
            Self::OnlyA(silence) => (6, silence as u8),
            Self::OnlyB(silence) => (7, silence as u8),
        }
    }

    /// Whether the two say what cannot both be so.
    #[must_use]
    pub fn contradicts(self) -> bool {
        matches!(self, Self::Denied | Self::SignConflict)
    }
}

/// A verdict, the facets that it holds in, and the signs that the two hold now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The verdict.
    pub verdict: Verdict,
    /// In which facets; none if on the whole.
    pub facets: Facets,
    /// What each side holds now.
    pub signs: [Signs; 2],
}

/// Judges a dyad that both speak of.
///
/// Where both name facets and share some, each shared facet is judged by itself, and what names none of them by itself;
/// the gravest verdict is the dyad's. O(n · f) for n statements and f shared facets, and O(n log n) for denials.
pub(super) fn judge(corpus: &Corpus, pair: Pair, a: &[RelationId], b: &[RelationId]) -> Found {
    let named =
        |side: &[RelationId]| side.iter().fold(Facets::default(), |all, id| all.joined(corpus.relation(*id).facets));
    let shared = named(a).shared(named(b));
    let signs = [held_signs(corpus, a), held_signs(corpus, b)];
    let whole = judge_unit(corpus, pair, a, b);
    if shared.is_empty() {
        return Found { verdict: whole, facets: Facets::default(), signs };
    }
    let mut best: Option<(Verdict, Facets)> = None;
    let mut consider = |a: Vec<RelationId>, b: Vec<RelationId>, facet: Facets| {
        let speaks = |side: &[RelationId]| weighs(corpus, side) || !held_signs(corpus, side).is_empty();
        let denied = || denies(corpus, pair, &a, &b) || denies(corpus, pair, &b, &a);
        if a.is_empty() || b.is_empty() || !(speaks(&a) && speaks(&b) || denied()) {
            return;
        }
        let verdict = judge_unit(corpus, pair, &a, &b);
        best = match best {
            Some((known, facets)) if known == verdict => Some((known, facets.joined(facet))),
            Some((known, facets)) if known.rank() < verdict.rank() => Some((known, facets)),
            _ => Some((verdict, facet)),
        };
    };
    for facet in shared.iter() {
        let within =
            |side: &[RelationId]| side.iter().copied().filter(|id| corpus.relation(*id).facets.has(facet)).collect();
        consider(within(a), within(b), Facets::from(facet));
    }
    let rest = |side: &[RelationId]| {
        side.iter().copied().filter(|id| corpus.relation(*id).facets.shared(shared).is_empty()).collect()
    };
    consider(rest(a), rest(b), Facets::default());
    let (verdict, facets) = best.unwrap_or((whole, Facets::default()));
    Found { verdict, facets, signs }
}

fn judge_unit(corpus: &Corpus, pair: Pair, a: &[RelationId], b: &[RelationId]) -> Verdict {
    if denies(corpus, pair, a, b) || denies(corpus, pair, b, a) {
        return Verdict::Denied;
    }
    let (held_a, held_b) = (held_signs(corpus, a), held_signs(corpus, b));
    if held_a.only().zip(held_b.only()).is_some_and(|(a, b)| a != b) {
        return Verdict::SignConflict;
    }
    let mixed =
        |one: &[RelationId], signs: Signs, other: Signs| signs.both() && other.only().is_some() && torn(corpus, one);
    if mixed(a, held_a, held_b) || mixed(b, held_b, held_a) {
        return Verdict::Ambivalent;
    }
    if held_a.is_empty() != held_b.is_empty() && weighs(corpus, if held_a.is_empty() { a } else { b }) {
        return Verdict::Possible;
    }
    if held_a.signed() != held_b.signed() {
        return Verdict::Valued;
    }
    Verdict::SameSign
}

/// Whether a side reports, doubts, expects, remembers or thinks possible: anything short of holding it now or denying it.
fn weighs(corpus: &Corpus, side: &[RelationId]) -> bool {
    side.iter()
        .map(|id| corpus.relation(*id))
        .any(|relation| relation.standing() != Standing::Denies && !relation.held_now())
}

/// The signs held now; events count only where nothing else is held.
pub(super) fn held_signs(corpus: &Corpus, side: &[RelationId]) -> Signs {
    let held = standing_now(corpus, side);
    held.iter().map(|relation| relation.sign).collect()
}

fn standing_now<'c>(corpus: &'c Corpus, side: &[RelationId]) -> Vec<&'c Relation> {
    let held: Vec<&Relation> =
        side.iter().map(|id| corpus.relation(*id)).filter(|relation| relation.held_now()).collect();
    let (events, standing): (Vec<_>, Vec<_>) = held.into_iter().partition(|relation| corpus.is_event(relation));
    if standing.is_empty() { events } else { standing }
}

/// Whether both signs are held in one facet; a statement without facets speaks of all.
fn torn(corpus: &Corpus, side: &[RelationId]) -> bool {
    let held = standing_now(corpus, side);
    let facets = |sign: Sign| {
        let with = held.iter().filter(move |relation| relation.sign == sign);
        with.fold((false, Facets::default()), |(bare, all), relation| {
            (bare || relation.facets.is_empty(), all.joined(relation.facets))
        })
    };
    let ((bare_plus, plus), (bare_minus, minus)) = (facets(Sign::Positive), facets(Sign::Negative));
    bare_plus || bare_minus || !plus.shared(minus).is_empty()
}

/// A type as it is held or denied of a pair: with its direction, if it has one, and its mode.
type Claim = (TypeId, Option<bool>, Mode);

fn claim(corpus: &Corpus, pair: Pair, relation: &Relation) -> Claim {
    let directed = corpus.types.get(relation.kind).directed;
    (relation.kind, directed.then(|| pair.is_from_first(corpus, relation)), relation.mode)
}

/// Whether `holder` holds what `denier` denies and does not hold as well.
fn denies(corpus: &Corpus, pair: Pair, holder: &[RelationId], denier: &[RelationId]) -> bool {
    let relations = |side: &[RelationId], standing: Standing| -> Vec<&Relation> {
        side.iter().map(|id| corpus.relation(*id)).filter(|relation| relation.standing() == standing).collect()
    };
    let denied = relations(denier, Standing::Denies);
    if denied.is_empty() {
        return false;
    }
    let claims = |side: Vec<&Relation>| {
        let mut claims: Vec<Claim> = side.into_iter().map(|relation| claim(corpus, pair, relation)).collect();
        claims.sort_unstable();
        claims
    };
    let held = claims(relations(holder, Standing::Holds));
    let own = claims(relations(denier, Standing::Holds));
    let has = |claims: &[Claim], wanted: &Claim| claims.binary_search(wanted).is_ok();
    let of_type = denied
        .iter()
        .map(|relation| claim(corpus, pair, relation))
        .any(|denied| has(&held, &denied) && !has(&own, &denied));
    of_type || denies_sign(corpus, holder, denier, &denied)
}

/// Whether a sign is denied now in a facet in which the other holds it, while the denier holds nothing of that sign.
fn denies_sign(corpus: &Corpus, holder: &[RelationId], denier: &[RelationId], denied: &[&Relation]) -> bool {
    let (held, own) = (standing_now(corpus, holder), held_signs(corpus, denier));
    denied.iter().filter(|relation| relation.mode == Mode::Actual && relation.sign != Sign::Neutral).any(|denied| {
        let same =
            |relation: &&&Relation| relation.sign == denied.sign && !relation.facets.shared(denied.facets).is_empty();
        !own.has(denied.sign) && held.iter().any(|relation| same(&relation))
    })
}
