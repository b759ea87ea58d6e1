//! What the verdict on a dyad rests on: the strongest statements of each side that bear it out.

use std::collections::BTreeSet;

use parallax_core::diff::{Dyad, Verdict, is_weighed, other_bearers, speaks_of, speaks_of_other_time};
use parallax_core::model::{Corpus, RelationId, Sign, Standing, TypeId};

/// The statements of each side that the verdict rests on; none where nothing sets the two against each other.
pub(super) fn grounds(corpus: &Corpus, dyad: &Dyad) -> Option<[Vec<RelationId>; 2]> {
    Grounds { corpus, dyad }.of_verdict()
}

/// The statement that says most: held now before all others, then the strongest, then the first.
pub(super) fn best(corpus: &Corpus, side: &[RelationId], wanted: impl Fn(&RelationId) -> bool) -> Option<RelationId> {
    let weight = |id: &&RelationId| {
        let relation = corpus.relation(**id);
        (relation.held_now(), relation.strength, std::cmp::Reverse(**id))
    };
    side.iter().filter(|id| wanted(id)).max_by_key(weight).copied()
}

struct Grounds<'a> {
    corpus: &'a Corpus,
    dyad: &'a Dyad,
}

impl Grounds<'_> {
    fn of_verdict(&self) -> Option<[Vec<RelationId>; 2]> {
        let corpus = self.corpus;
        // One facet is enough to show, and what stands in different ones does not answer each other.
        let facet = self.dyad.facets.iter().next();
        let within = |id: &RelationId| facet.is_none_or(|facet| corpus.relation(*id).facets.has(facet));
        let sides = [&self.dyad.a, &self.dyad.b];
        let found = match self.dyad.verdict {
            Verdict::Denied => self.denial(&within)?,
            Verdict::ForeseenDenied => self.foreseen()?,
            Verdict::Agency => return Some(sides.map(|side| self.doers(side))),
            Verdict::AtWhoseCost => {
                let [a, b] = other_bearers(corpus, self.dyad.pair, sides[0], sides[1]);
                [a, b].map(|side| best(corpus, &side, |_| true))
            }
            Verdict::SignConflict | Verdict::Ambivalent | Verdict::OtherRespects => {
                return Some(sides.map(|side| self.each_sign(side, &[Sign::Positive, Sign::Negative], &within)));
            }
            Verdict::Valued => return Some(sides.map(|side| self.each_sign(side, &Sign::ALL, &within))),
            Verdict::Possible => {
                let corpus = self.corpus;
                let held = sides.map(|side| best(self.corpus, &self.held(side, &within), |_| true));
                let sign = held.into_iter().flatten().next().map(|id| corpus.relation(id).sign);
                let weighed = |id: &RelationId| is_weighed(corpus.relation(*id));
                let same = |id: &RelationId| weighed(id) && Some(corpus.relation(*id).sign) == sign;
                [0, 1].map(|side| {
                    held[side]
                        .or_else(|| best(self.corpus, sides[side], same))
                        .or_else(|| best(self.corpus, sides[side], weighed))
                })
            }
            Verdict::Alike | Verdict::OnlyA(_) | Verdict::OnlyB(_) => return None,
        };
        Some(found.map(|id| id.into_iter().collect()))
    }

    /// What one side denies, and what of it the other holds: the same type if it has it, else the same sign; the strongest
    /// such denial of either side.
    fn denial(&self, within: &impl Fn(&RelationId) -> bool) -> Option<[Option<RelationId>; 2]> {
        let sides = [&self.dyad.a, &self.dyad.b];
        let relation = |id: &RelationId| self.corpus.relation(*id);
        let standing = |id: &RelationId, wanted| within(id) && relation(id).standing() == wanted;
        let way = |id: &RelationId| self.dyad.pair.direction(self.corpus, relation(id));
        let one_way = |a: &RelationId, b: &RelationId| way(a).zip(way(b)).is_none_or(|(a, b)| a == b);
        let mut found = Vec::new();
        for denier in [0, 1] {
            for denial in sides[denier].iter().filter(|id| standing(id, Standing::Denies)) {
                let denied = relation(denial);
                let like =
                    |id: &RelationId| standing(id, Standing::Holds) && speaks_of(self.corpus, denied, relation(id));
                let typed = best(self.corpus, sides[1 - denier], |id| {
                    like(id) && relation(id).kind == denied.kind && one_way(id, denial)
                });
                let signed = || best(self.corpus, sides[1 - denier], |id| like(id) && relation(id).sign == denied.sign);
                let mut answer = [Some(*denial); 2];
                answer[1 - denier] = typed.or_else(signed);
                let rank = (typed.is_some(), denied.strength, std::cmp::Reverse(*denial));
                found.extend(answer[1 - denier].map(|_| (rank, answer)));
            }
        }
        found.into_iter().max_by_key(|(rank, _)| *rank).map(|(_, answer)| answer)
    }

    /// What one side holds, and the other denies of another time: the strongest denial of either side that is answered so.
    fn foreseen(&self) -> Option<[Option<RelationId>; 2]> {
        let sides = [&self.dyad.a, &self.dyad.b];
        let relation = |id: &RelationId| self.corpus.relation(*id);
        let way = |id: &RelationId| self.dyad.pair.direction(self.corpus, relation(id));
        let found = [0, 1].into_iter().flat_map(|denier| {
            let denials = sides[denier].iter().filter(|id| relation(id).standing() == Standing::Denies);
            denials.filter_map(move |denial| {
                let same = |id: &RelationId| {
                    relation(id).standing() == Standing::Holds
                        && speaks_of_other_time(self.corpus, relation(denial), relation(id))
                        && way(id) == way(denial)
                };
                let mut answer = [Some(*denial); 2];
                answer[1 - denier] = Some(best(self.corpus, sides[1 - denier], same)?);
                Some((relation(denial).strength, std::cmp::Reverse(*denial), answer))
            })
        });
        found.max().map(|(.., answer)| answer)
    }

    /// The strongest statement of each type that tells of a deed of which a doer can be named.
    fn doers(&self, side: &[RelationId]) -> Vec<RelationId> {
        let types = &self.corpus.types;
        let kind = |id: &RelationId| self.corpus.relation(*id).kind;
        let all = self.dyad.a.iter().chain(&self.dyad.b).map(kind);
        let deeds: BTreeSet<TypeId> = all.filter_map(|kind| Some([kind, types.get(kind).mutual?])).flatten().collect();
        let held = self.held(side, &|_| true);
        deeds.into_iter().filter_map(|deed| best(self.corpus, &held, |id| kind(id) == deed)).collect()
    }

    /// What is held now; events count only where nothing else is held, as in the verdict.
    fn held(&self, side: &[RelationId], within: &impl Fn(&RelationId) -> bool) -> Vec<RelationId> {
        let corpus = self.corpus;
        let held = side.iter().copied().filter(|id| within(id) && corpus.relation(*id).held_now());
        let (events, standing): (Vec<_>, Vec<_>) = held.partition(|id| corpus.is_event(corpus.relation(*id)));
        if standing.is_empty() { events } else { standing }
    }

    /// The strongest statement held now of each sign.
    fn each_sign(&self, side: &[RelationId], signs: &[Sign], within: &impl Fn(&RelationId) -> bool) -> Vec<RelationId> {
        let held = self.held(side, within);
        let of = |sign: &Sign| best(self.corpus, &held, |id| self.corpus.relation(*id).sign == *sign);
        signs.iter().filter_map(of).collect()
    }
}
