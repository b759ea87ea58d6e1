//! The summary of a comparison: counts and ratios, each with its definition.

use std::collections::BTreeSet;

use super::{Actors, Dyad, Pair, Side, Silence, Verdict};

/// With fewer dyads in common there is no figure for how two sides agree on them.
pub const LEAST_IN_COMMON: usize = 5;

/// Counts and ratios of a comparison. A ratio over nothing is `None`.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbers {
    /// Dyads per verdict as the files name their actors, every verdict named, in the order of reports.
    pub verdicts: Vec<(&'static str, usize)>,
    /// The same of dyads on which they meet by roll-up alone.
    pub rolled_up: Vec<(&'static str, usize)>,
    /// Silences per grade, as in [`Silence::ALL`].
    pub silences: [usize; 4],
    /// Claim pairs per way of differing, `agrees` last.
    pub differing: Vec<(&'static str, usize)>,
    /// Statements that only one side makes on shared dyads.
    pub more: [usize; 2],
    /// Actors of both over actors of either (Jaccard).
    pub jaccard_actors: Option<f64>,
    /// Dyads of both over dyads of either, as the files name the actors (Jaccard).
    pub jaccard_dyads: Option<f64>,
    /// Agreeing claim pairs over all claims, a pair counting as one (Jaccard).
    pub jaccard_claims: Option<f64>,
    /// Shared dyads on which both hold a single sign now.
    pub signed_dyads: usize,
    /// Of these, those with the same sign; `None` if they are fewer than [`LEAST_IN_COMMON`].
    pub sign_agreement: Option<f64>,
}

pub(super) fn count(sides: [&Side; 2], dyads: &[Dyad], actors: &Actors) -> Numbers {
    let silent = |grade: Silence| dyads.iter().filter(|dyad| dyad.silence() == Some(grade)).count();
    let [a, b] = sides.map(|side| side.named.pairs().collect::<BTreeSet<Pair>>());
    let pairs = || dyads.iter().flat_map(|dyad| &dyad.pairs);
    let agreeing = pairs().filter(|pair| pair.differing.is_empty()).count();
    let claims = |dyad: &Dyad| {
        if dyad.shared() {
            dyad.pairs.len() + dyad.more_a.len() + dyad.more_b.len()
        } else {
            dyad.a.len() + dyad.b.len()
        }
    };
    let all_actors = actors.shared.len() + actors.only_a.len() + actors.only_b.len();
    let signs = dyads.iter().filter_map(|dyad| dyad.signs[0].only().zip(dyad.signs[1].only()));
    let (same, judged) = signs.fold((0, 0), |(same, judged), (a, b)| (same + usize::from(a == b), judged + 1));
    Numbers {
        verdicts: tally(dyads, false),
        rolled_up: tally(dyads, true),
        silences: Silence::ALL.map(silent),
        differing: differing(pairs().map(|pair| pair.differing)),
        more: dyads.iter().fold([0; 2], |[a, b], dyad| [a + dyad.more_a.len(), b + dyad.more_b.len()]),
        jaccard_actors: ratio(actors.shared.len(), all_actors),
        jaccard_dyads: ratio(a.intersection(&b).count(), a.union(&b).count()),
        jaccard_claims: ratio(agreeing, dyads.iter().map(claims).sum()),
        signed_dyads: judged,
        sign_agreement: ratio(same, judged).filter(|_| judged >= LEAST_IN_COMMON),
    }
}

/// Dyads per verdict, of those that met by roll-up or of the others.
fn tally(dyads: &[Dyad], via_roll_up: bool) -> Vec<(&'static str, usize)> {
    let counted = || dyads.iter().filter(|dyad| dyad.via_roll_up == via_roll_up);
    let of = |name: &str| counted().filter(|dyad| dyad.verdict.name() == name).count();
    Verdict::NAMES.iter().map(|name| (*name, of(name))).collect()
}

fn differing(pairs: impl Iterator<Item = super::Differing>) -> Vec<(&'static str, usize)> {
    let names = super::Differing::NAMES.iter().copied().chain(["agrees"]);
    let mut counts: Vec<(&'static str, usize)> = names.map(|name| (name, 0)).collect();
    for name in pairs.flat_map(super::Differing::names) {
        if let Some(entry) = counts.iter_mut().find(|(known, _)| *known == name) {
            entry.1 += 1;
        }
    }
    counts
}

fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
