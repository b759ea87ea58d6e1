//! The comparison of several sides: each side is read once; what two of them come to is found when it is asked for.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::matching::{Matched, matched};
use super::{
    Contest, Difference, IssueDifference, Pair, Side, Stand, Verdict, actors, dyads, firmness, frames, issue, numbers,
    verdict,
};
use crate::model::{Corpus, IssueId, PositionId};
use crate::network::View;

/// Several views of a corpus as the sides of a comparison.
///
/// Verdicts come from the whole records of the witnesses that the views are of; a selection of these only chooses which dyads are shown.
/// Two selections of one witness are compared as they are: else it would be held against itself.
#[derive(Debug)]
pub struct Comparison<'c> {
    /// Where everything is looked up.
    pub corpus: &'c Corpus,
    /// The views, in the order in which they are named.
    pub views: Vec<View>,
    records: Vec<Record>,
    /// The difference of the only two sides, once it is asked for.
    of_two: OnceLock<Difference<'c>>,
    /// Leave out contested dyads that rest on a single passage.
    firm: bool,
}

/// What a side is judged by.
#[derive(Debug)]
struct Record {
    /// The witness that the view is of.
    witness: View,
    /// What the view selects.
    selected: Side,
    /// All that the witness says, if that is more.
    whole: Option<Side>,
}

/// What two sides contest on a dyad.
pub(super) struct Contested {
    pub(super) rules: Vec<Contest>,
    /// It rests on single passages, and only what is firm is wanted.
    pub(super) is_left_out: bool,
}

impl Record {
    fn of(corpus: &Corpus, view: &View) -> Self {
        let witness = view.witness();
        let whole = (witness.filter != view.filter).then(|| Side::of(corpus, &witness));
        Self { witness, selected: Side::of(corpus, view), whole }
    }

    fn whole(&self) -> &Side {
        self.whole.as_ref().unwrap_or(&self.selected)
    }

    fn is_of_witness(&self, other: &Self) -> bool {
        self.witness.authors == other.witness.authors && self.witness.filter == other.witness.filter
    }
}

impl<'c> Comparison<'c> {
    /// Reads the records of some views: O(n log n) for n statements.
    #[must_use]
    pub fn of(corpus: &'c Corpus, views: &[View]) -> Self {
        let records = views.iter().map(|view| Record::of(corpus, view)).collect();
        Self { corpus, views: views.to_vec(), records, of_two: OnceLock::new(), firm: false }
    }

    /// The same, without contested dyads that rest on a single passage, if that is wanted.
    #[must_use]
    pub fn only_firm(self, firm: bool) -> Self {
        Self { firm, of_two: OnceLock::new(), ..self }
    }

    /// Whether contested dyads that rest on a single passage are left out.
    #[must_use]
    pub fn is_only_firm(&self) -> bool {
        self.firm
    }

    /// Their difference, if there are two sides: found once.
    #[must_use]
    pub fn of_two(&self) -> Option<&Difference<'c>> {
        (self.records.len() == 2).then(|| self.of_two.get_or_init(|| self.difference([0, 1])))
    }

    /// The same, to keep.
    #[must_use]
    pub fn into_two(mut self) -> Option<Difference<'c>> {
        if self.records.len() == 2 { self.of_two.take().or_else(|| self.pair(0, 1)) } else { None }
    }

    /// Whether any two sides differ in anything.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.couples().any(|two| self.difference(two).differs())
    }

    /// What two of the sides say of the same actors, by their places in [`views`](Self::views); `None` if there are no such sides.
    #[must_use]
    pub fn pair(&self, a: usize, b: usize) -> Option<Difference<'c>> {
        (a < self.records.len() && b < self.records.len()).then(|| self.difference([a, b]))
    }

    fn difference(&self, two: [usize; 2]) -> Difference<'c> {
        let [a, b] = two.map(|side| self.views[side].clone());
        let selected = two.map(|side| &self.records[side].selected);
        let mut dyads = dyads::compare(self.corpus, self.judged(two), self.matched(two));
        let all = dyads.len();
        dyads.retain(|dyad| !self.firm || !dyad.firmness.is_soft());
        let left_out = all - dyads.len();
        let mut issues = self.issues(two);
        let answered = issues.len();
        issues.retain(|issue| !self.firm || !issue.firmness.is_soft());
        let left_out = left_out + answered - issues.len();
        let actors = actors::compare(self.corpus, selected);
        let frames = frames::compare(self.corpus, selected);
        let numbers = numbers::count(selected, &dyads, &actors);
        Difference { corpus: self.corpus, a, b, dyads, issues, actors, frames, numbers, left_out }
    }

    /// The issues of which something is selected, as two sides answer them, by their places: in the order of [`Difference::issues`].
    #[must_use]
    pub fn issues(&self, two: [usize; 2]) -> Vec<IssueDifference> {
        let judged = self.judged(two);
        let shown = selected_issues(two.iter().map(|side| &self.records[*side]));
        let mut issues: Vec<IssueDifference> =
            shown.into_iter().filter_map(|id| issue::compare(self.corpus, judged, id)).collect();
        issues.sort_by_cached_key(|issue| {
            let weight = Reverse(issue.weight(self.corpus));
            (issue.verdict.rank(), !issue.firmness.is_firm(), weight, issue.issue)
        });
        issues
    }

    /// What is selected of each side, in the order of the views.
    pub(crate) fn selected(&self) -> impl Iterator<Item = &Side> {
        self.records.iter().map(|record| &record.selected)
    }

    /// What each side says on the whole, in the order of the views.
    pub(super) fn sides(&self) -> impl Iterator<Item = &Side> {
        (0..self.records.len()).map(|side| self.side(side))
    }

    /// The issues of which something is selected that one side answers, and another does not speak of.
    pub(crate) fn issues_alone(&self, speaks: usize, silent: usize) -> Vec<IssueId> {
        let speaks_of = |side: usize, id: &IssueId| self.side(side).stands.get(id).is_some_and(Stand::speaks);
        let alone = |id: &IssueId| speaks_of(speaks, id) && !speaks_of(silent, id);
        self.selected_issues().into_iter().filter(alone).collect()
    }

    /// What a side says of an issue.
    pub(crate) fn stand(&self, side: usize, id: IssueId) -> &[PositionId] {
        self.side(side).stands.get(&id).map_or(&[], |stand| &stand.positions)
    }

    /// Everything that a side answers to any issue.
    pub(crate) fn positions(&self, side: usize) -> impl Iterator<Item = PositionId> + '_ {
        self.side(side).stands.values().flat_map(|stand| stand.positions.iter().copied())
    }

    /// The issues of which any side selects something.
    pub(super) fn selected_issues(&self) -> BTreeSet<IssueId> {
        selected_issues(self.records.iter())
    }

    /// The dyads that some two sides contest, and the pairs as which they name and contest them, each with the first such verdict in the
    /// order of reports.
    /// O(d · s²) verdicts for d dyads and s sides.
    #[must_use]
    pub fn contested(&self) -> BTreeMap<Pair, Verdict> {
        let mut contested: BTreeMap<Pair, Verdict> = BTreeMap::new();
        for two in self.couples() {
            for pair in self.matched(two).shared {
                let found = self.contests(two, pair).filter(|found| !found.is_left_out);
                if let Some(found) = found.and_then(|found| found.rules.first().map(|first| first.verdict)) {
                    for named in dyads::contested_as_named(self.corpus, self.judged(two), pair) {
                        contested.entry(named).and_modify(|known| *known = found.min(*known)).or_insert(found);
                    }
                }
            }
        }
        contested
    }

    /// Every two sides, by their places, each two once.
    pub(super) fn couples(&self) -> impl Iterator<Item = [usize; 2]> + use<> {
        let number = self.records.len();
        (0..number).flat_map(move |a| (a + 1..number).map(move |b| [a, b]))
    }

    /// The dyads that two sides share, and those that one has alone, as far as they are selected.
    pub(super) fn matched(&self, two: [usize; 2]) -> Matched {
        let judged = self.judged(two);
        let mut matched = matched(self.corpus, judged);
        let selected = two.map(|side| &self.records[side].selected);
        if [0, 1].iter().any(|side| !std::ptr::eq(judged[*side], selected[*side])) {
            matched.select(judged, selected);
        }
        matched
    }

    /// What two sides contest on a dyad of which both speak; `None` if they do not.
    pub(super) fn contests(&self, two: [usize; 2], pair: Pair) -> Option<Contested> {
        let [a, b] = self.judged(two).map(|side| side.said.of(pair));
        let rules = verdict::contests(self.corpus, pair, a, b);
        let is_soft = || self.firm && firmness::of(self.corpus, pair, a, b).is_soft();
        (!rules.is_empty()).then(|| Contested { is_left_out: is_soft(), rules })
    }

    /// By what two sides are judged: by their whole records, unless they are of one witness.
    pub(super) fn judged(&self, two: [usize; 2]) -> [&Side; 2] {
        let records = two.map(|side| &self.records[side]);
        if records[0].is_of_witness(records[1]) {
            return records.map(|record| &record.selected);
        }
        records.map(Record::whole)
    }

    /// What a side says on the whole: its whole record, unless another side is of the same witness.
    pub(super) fn side(&self, side: usize) -> &Side {
        let own = &self.records[side];
        let shares = |(other, record): (usize, &Record)| other != side && record.is_of_witness(own);
        if self.records.iter().enumerate().any(shares) { &own.selected } else { own.whole() }
    }
}

fn selected_issues<'r>(records: impl Iterator<Item = &'r Record>) -> BTreeSet<IssueId> {
    records.flat_map(|record| record.selected.stands.keys()).copied().collect()
}

impl<'c> Difference<'c> {
    /// Compares two views of a corpus, as the two sides of a [`Comparison`].
    #[must_use]
    pub fn of(corpus: &'c Corpus, a: &View, b: &View) -> Self {
        Comparison::of(corpus, &[a.clone(), b.clone()]).difference([0, 1])
    }
}
