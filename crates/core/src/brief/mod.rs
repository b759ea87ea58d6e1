//! Comparison -> Briefing: what divides and joins the sides, in ten lines.
//!
//! In: a [`Comparison`]. Out: a [`Briefing`]: each line with its figures and what they rest on. Every figure is a share of what the sides
//! say, weighed by how strongly it is said, with actors lifted to those for whom they stand; or a count of passages. Small ones are left out,
//! so that no single statement makes a line.

mod bearers;
mod camps;
mod casts;
mod shares;
mod silence;
mod voices;
mod weights;

pub use bearers::{Bearers, Named};
pub use camps::Camps;
pub use casts::{Cast, Character};
pub use shares::{Foremost, Share};
pub use silence::{Silent, Theme};
pub use voices::{Voice, Voices};

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diff::{Comparison, Difference, Dyad, IssueDifference, IssueVerdict, Pair, SurveyedIssue};
use crate::model::{ActorId, AuthorId, Corpus, FacetId, Mode, Relation, Standing, WorkKind};
use weights::Weighed;

/// What divides and joins several sides.
#[derive(Debug)]
pub struct Briefing {
    /// Who is at the centre: the share of a record that touches an actor.
    pub centre: Foremost<ActorId>,
    /// The dyad to which the side gives most that gives least to it; `None` if there is no dyad of all.
    pub main_pair: Option<Share<Pair>>,
    /// In which respects.
    pub respects: Foremost<FacetId>,
    /// Whom the sides cast in which role of a story, by role; nothing where nobody coded that.
    pub casts: Vec<Cast>,
    /// At whose cost and for whose benefit friendly ties are, side by side.
    pub bearers: Vec<Bearers>,
    /// Who does harm.
    pub doers: Foremost<ActorId>,
    /// Who suffers it.
    pub sufferers: Foremost<ActorId>,
    /// The camps of each side.
    pub camps: Vec<Camps>,
    /// The share that is not said of what is or was: possible, to come, wished for or feared. `None` of events.
    pub uncertain: Option<Share<()>>,
    /// The share that is said guardedly. `None` of events.
    pub hedged: Option<Share<()>>,
    /// Whose voices. None of events.
    pub voices: Vec<Voices>,
    /// Of two sides: all issues that they contest, then the dyads; firm ones first, those of which the quieter side says most first.
    pub contested: Vec<Contested>,
    /// Of two sides: the issues on which they agree, then those on which they have some answers or denials in common.
    pub agreed: Vec<IssueDifference>,
    /// Of two sides: what one has and the other leaves out.
    pub silent: Vec<Silent>,
    /// Of more sides: the issues, those that they most contest first.
    pub surveyed: Vec<SurveyedIssue>,
    /// Whether any side relates two actors at all.
    pub has_ties: bool,
}

/// What two sides contest.
#[derive(Debug)]
pub enum Contested {
    /// A question.
    Issue(Box<IssueDifference>),
    /// A pair of actors.
    Dyad(Box<Dyad>),
}

impl Briefing {
    /// Briefs on a comparison. O(n log n) for n statements, beside the verdicts.
    #[must_use]
    pub fn of(comparison: &Comparison<'_>) -> Self {
        let corpus = comparison.corpus;
        let sides: Vec<Weighed<'_>> = comparison.selected().map(|side| Weighed::of(corpus, side)).collect();
        let harm: Vec<[BTreeMap<ActorId, f64>; 2]> = sides.iter().map(bearers::harm).collect();
        let [doers, sufferers] =
            [0, 1].map(|end| Foremost::of(&harm.iter().map(|shares| shares[end].clone()).collect::<Vec<_>>()));
        let is_of_events = comparison.views.iter().flat_map(|view| &view.authors).all(|id| is_of_events(corpus, *id));
        let share = |is_so: fn(&Relation) -> bool| {
            let shares = sides.iter().map(|side| side.share(is_so)).collect();
            (!is_of_events).then_some(Share { of: (), shares })
        };
        let two = comparison.of_two();
        let mut briefing = Self {
            centre: Foremost::of(&sides.iter().map(|side| side.actors.clone()).collect::<Vec<_>>()),
            main_pair: main_pair(&sides),
            respects: Foremost::of(&sides.iter().map(Weighed::facets).collect::<Vec<_>>()),
            casts: casts::casts(&sides),
            bearers: sides.iter().map(bearers::bearers).collect(),
            doers,
            sufferers,
            camps: sides.iter().map(|side| camps::camps(side, camps::MOST / sides.len())).collect(),
            uncertain: share(|relation| {
                matches!(relation.mode, Mode::Future | Mode::Hypothetical) || relation.attitude.is_some()
            }),
            hedged: share(|relation| relation.hedged),
            voices: if is_of_events { Vec::new() } else { sides.iter().map(voices::voices).collect() },
            contested: Vec::new(),
            agreed: Vec::new(),
            silent: Vec::new(),
            surveyed: if two.is_none() { comparison.surveyed_issues() } else { Vec::new() },
            has_ties: sides.iter().any(|side| !side.is_empty()),
        };
        if let Some(two) = two {
            briefing.silent = silence::silences(comparison, &sides, [0, 1]);
            briefing.agreed = agreed(corpus, &two.issues);
            briefing.contested = contested(corpus, two, &sides);
        }
        briefing
    }
}

/// Whether all that an author says is of works of events.
fn is_of_events(corpus: &Corpus, author: AuthorId) -> bool {
    let mut works = corpus.works_of(author).map(|(_, work)| work.kind).peekable();
    works.peek().is_some() && works.all(|kind| kind == WorkKind::Events)
}

/// The dyad to which the side that gives least to it gives most.
fn main_pair(sides: &[Weighed<'_>]) -> Option<Share<Pair>> {
    let of_all = |pair: &Pair| -> Option<Share<Pair>> {
        let shares: Option<Vec<f64>> = sides.iter().map(|side| side.dyads.get(pair).copied()).collect();
        Some(Share { of: *pair, shares: shares? })
    };
    let all: Vec<Share<Pair>> = sides.first()?.dyads.keys().filter_map(of_all).collect();
    let sum = |share: &Share<Pair>| share.shares.iter().sum::<f64>();
    let weightier = |one: &Share<Pair>, other: &Share<Pair>| {
        one.range().0.total_cmp(&other.range().0).then(sum(one).total_cmp(&sum(other)))
    };
    all.into_iter().rev().max_by(weightier)
}

/// The issues on which two sides have something in common: agreements first, then common answers before common denials alone, those that both
/// hold outright first, then by what the quieter side says of them.
fn agreed(corpus: &Corpus, issues: &[IssueDifference]) -> Vec<IssueDifference> {
    let is_agreed = |issue: &&IssueDifference| !issue.verdict.is_contested() && !issue.common[0].is_empty();
    let mut agreed: Vec<IssueDifference> = issues.iter().filter(is_agreed).cloned().collect();
    let denied_alone =
        |issue: &IssueDifference| issue.common[0].iter().all(|id| corpus.position(*id).standing() == Standing::Denies);
    let reserves = |issue: &IssueDifference| {
        let of_sides = issue.stands.iter().zip(&issue.common);
        of_sides.filter(|(stand, said)| stand.reserve(corpus, said).is_some()).count()
    };
    agreed.sort_by_key(|issue| {
        let is_in_part = issue.verdict != IssueVerdict::Agree;
        (is_in_part, denied_alone(issue), reserves(issue), Reverse(issue.weight(corpus)))
    });
    agreed
}

/// What two sides contest: issues before dyads, firm ones first, then by what the quieter side says of it.
fn contested(corpus: &Corpus, two: &Difference<'_>, sides: &[Weighed<'_>]) -> Vec<Contested> {
    let issues = two.issues.iter().filter(|issue| issue.verdict.is_contested());
    let mut issues: Vec<IssueDifference> = issues.cloned().collect();
    issues.sort_by_key(|issue| (!issue.firmness.is_firm(), Reverse(issue.weight(corpus))));
    let least = |dyad: &Dyad| {
        let of_sides = sides.iter().map(|side| side.dyads.get(&dyad.pair).copied().unwrap_or(0.0));
        of_sides.fold(f64::INFINITY, f64::min)
    };
    let mut dyads: Vec<Dyad> = two.dyads.iter().filter(|dyad| dyad.verdict.is_contested()).cloned().collect();
    dyads.sort_by(|one, other| {
        let firm = |dyad: &Dyad| Reverse(dyad.firmness.is_firm());
        firm(one).cmp(&firm(other)).then(least(other).total_cmp(&least(one)))
    });
    let issues = issues.into_iter().map(|issue| Contested::Issue(Box::new(issue)));
    issues.chain(dyads.into_iter().map(|dyad| Contested::Dyad(Box::new(dyad)))).collect()
}
