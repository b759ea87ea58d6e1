//! The issues of a page in its data: who answers them how, and what the answers of each two views come to.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diff::{Difference, Stand};
use parallax_core::model::{Answer, Corpus, Issue, IssueId, Period, PositionId, Reason, RelationId};
use parallax_core::network::View;
use parallax_formats::report::json::{
    IssueShape, IssueVerdictShape, Position, issue_shape, issue_verdict_shape, position,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::Explorer;
use super::places::{Place, Places};
use super::pruned::Pruned;
use super::works::name_works;

/// The positions of the views, by view: what is told of issues.
pub(super) struct Told {
    pub(super) by_view: Vec<BTreeSet<PositionId>>,
    /// All of them.
    pub(super) positions: BTreeSet<PositionId>,
}

impl Told {
    pub(super) fn of(corpus: &Corpus, views: &[View]) -> Self {
        let by_view: Vec<BTreeSet<_>> = views.iter().map(|view| view.positions(corpus).into_iter().collect()).collect();
        let positions = by_view.iter().flatten().copied().collect();
        Self { by_view, positions }
    }

    /// The issues that they answer.
    pub(super) fn issues(&self, corpus: &Corpus) -> BTreeSet<IssueId> {
        self.positions.iter().map(|id| corpus.position(*id).issue).collect()
    }

    /// What they rest on and lead to.
    pub(super) fn reasons<'c>(&self, corpus: &'c Corpus) -> impl Iterator<Item = Reason> + use<'_, 'c> {
        let positions = self.positions.iter().map(|id| corpus.position(*id));
        positions.flat_map(|position| position.rests_on.iter().chain(&position.so)).copied()
    }

    /// The statements among these.
    pub(super) fn grounds(&self, corpus: &Corpus) -> BTreeSet<RelationId> {
        let relation = |reason| if let Reason::Relation(id) = reason { Some(id) } else { None };
        self.reasons(corpus).filter_map(relation).collect()
    }
}

/// A question that texts answer, and where the views stand on it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Issue")]
pub(super) struct IssueRecord<'a> {
    #[serde(flatten)]
    issue: IssueShape<'a>,
    /// Those of the views that say anything of it, in their order.
    #[schemars(length(min = 1))]
    stands: Vec<StandShape<'a>>,
}

/// Where a view stands on an issue. What somebody only wishes for or fears is neither held nor denied nor open.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Stand")]
struct StandShape<'a> {
    view: usize,
    /// The answers that it holds: outright; where there are none, those that hang on a condition or are to come.
    held: Vec<StandingShape<'a>>,
    /// What it holds hangs on a condition, or is to come.
    conditional: bool,
    denied: Vec<StandingShape<'a>>,
    /// What it reports or doubts, and that it is undecided.
    open: Vec<usize>,
}

/// An answer that is held or denied, with where.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Standing")]
struct StandingShape<'a> {
    #[schemars(length(min = 1))]
    answer: &'a str,
    /// Whether it is one of those held most strongly.
    main: bool,
    /// All of it is said guardedly.
    guarded: bool,
    #[schemars(length(min = 1))]
    positions: Vec<usize>,
}

/// A position of an author.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Position")]
pub(super) struct PositionRecord<'a> {
    #[serde(flatten)]
    position: Position<'a, Place>,
    /// The views that have it.
    #[schemars(length(min = 1))]
    views: Vec<usize>,
    /// The first and the last year of its period, `null` where that is open; of a set those of each member.
    years: Vec<[Option<i64>; 2]>,
}

/// Two views set against each other, issue by issue: contested ones first, firm before others.
#[derive(Serialize, JsonSchema)]
pub(super) struct IssueComparison<'a> {
    views: [usize; 2],
    /// All their positions are in the document.
    #[schemars(with = "Vec<Pruned<IssueVerdictShape<'a, usize>>>")]
    issues: Vec<Pruned<IssueVerdictShape<'a, Place>>>,
}

/// The issues that the views answer, in the order of their ids.
pub(super) fn issues_shape<'a>(corpus: &'a Corpus, told: &Told, places: &Places) -> Vec<Pruned<IssueRecord<'a>>> {
    let of_view = |view: &BTreeSet<PositionId>| {
        let mut by_issue: BTreeMap<IssueId, Vec<PositionId>> = BTreeMap::new();
        for id in view {
            by_issue.entry(corpus.position(*id).issue).or_default().push(*id);
        }
        by_issue
    };
    let said: Vec<_> = told.by_view.iter().map(of_view).collect();
    let record = |id: IssueId| {
        let of_issue = said.iter().enumerate().filter_map(|(view, said)| Some((view, said.get(&id)?)));
        let stands = of_issue.map(|(view, said)| stand_shape(corpus, id, view, said, places)).collect();
        Pruned::new(&IssueRecord { issue: issue_shape(corpus, id), stands })
    };
    told.issues(corpus).into_iter().map(record).collect()
}

fn stand_shape<'a>(
    corpus: &'a Corpus,
    id: IssueId,
    view: usize,
    said: &[PositionId],
    places: &Places,
) -> StandShape<'a> {
    let issue: &Issue = corpus.issues.get(id);
    let stand = Stand::of(corpus, issue, said.to_vec());
    let main = stand.main(corpus);
    let shape = |(answer, said): (&Answer, &Vec<PositionId>)| StandingShape {
        answer: issue.id_of(*answer),
        main: main.contains(answer),
        guarded: said.iter().all(|id| corpus.position(*id).qualifiers.hedged),
        positions: places.of_positions(said),
    };
    StandShape {
        view,
        held: stand.held.iter().map(shape).collect(),
        conditional: stand.is_conditional(),
        denied: stand.denied.iter().map(shape).map(|standing| StandingShape { main: false, ..standing }).collect(),
        open: places.of_positions(&stand.open),
    }
}

/// The positions, in the order of the corpus.
pub(super) fn positions_shape<'a>(
    explorer: &'a Explorer<'_>,
    told: &Told,
    places: &Places,
) -> Vec<Pruned<PositionRecord<'a>>> {
    let corpus = explorer.request.corpus;
    let record = |id: &PositionId| {
        let said = corpus.position(*id);
        let has = told.by_view.iter().enumerate().filter(|(_, view)| view.contains(id));
        let years = corpus.time_of(&said.said()).into_iter().flat_map(Period::years);
        let mut record = Pruned::new(&PositionRecord {
            position: position(corpus, *id, places, explorer.passages),
            views: has.map(|(view, _)| view).collect(),
            years: years.map(<[_; 2]>::from).collect(),
        });
        name_works(corpus, &mut record.value, said.evidence());
        record
    };
    told.positions.iter().map(record).collect()
}

/// What the answers of two views come to; nothing if neither answers anything.
pub(super) fn issue_comparison<'a>(
    views: [usize; 2],
    difference: &Difference<'a>,
    places: &Places,
) -> Option<IssueComparison<'a>> {
    let shape = |found| Pruned::new(&issue_verdict_shape(difference.corpus, found, places));
    let issues: Vec<_> = difference.issues.iter().map(shape).collect();
    (!issues.is_empty()).then_some(IssueComparison { views, issues })
}
