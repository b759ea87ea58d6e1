//! What several sides answer to an issue: each two of them, the majority, and who stands against all of it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::issue::{self, IssueVerdict};
use super::{Comparison, LEAST_IN_COMMON, Stand};
use crate::model::{Answer, Corpus, Issue, IssueId};

/// What the sides answer to an issue. Sides are named by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyedIssue {
    /// Which.
    pub issue: IssueId,
    /// Where each side stands, in the order of the views; who is silent stands nowhere.
    pub stands: Vec<Stand>,
    /// The verdict of every two sides that speak of it.
    pub verdicts: BTreeMap<[usize; 2], IssueVerdict>,
    /// Who gives the answer (on a scale one of two neighbours) of more than half of those who answer, at least three.
    pub majority: BTreeSet<usize>,
    /// Who contradicts each of the majority.
    pub outliers: BTreeSet<usize>,
}

/// How two sides stand to each other on issues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct IssuesBetween {
    /// Issues of which both speak.
    pub both: usize,
    /// Issues of which one alone speaks.
    pub one: usize,
    /// How far apart they are on those of both, in quarters, summed: none where they agree, four where they contradict each other.
    pub quarters: u32,
}

impl IssuesBetween {
    /// Issues of both over issues of either, from 0 to 1 (Jaccard); `None` if neither speaks of any.
    #[must_use]
    pub fn overlap(&self) -> Option<f64> {
        let all = self.both + self.one;
        (all > 0).then(|| self.both as f64 / all as f64)
    }

    /// How far apart the two are where both speak, on average: 0 agreed, 1 in contradiction everywhere. `None` with fewer than
    /// [`LEAST_IN_COMMON`] issues in common.
    #[must_use]
    pub fn conflict(&self) -> Option<f64> {
        (self.both >= LEAST_IN_COMMON).then(|| f64::from(self.quarters) / (4 * self.both) as f64)
    }
}

impl SurveyedIssue {
    /// Every two sides that contest it.
    pub fn contested(&self) -> impl Iterator<Item = ([usize; 2], IssueVerdict)> {
        self.verdicts.iter().filter(|(_, verdict)| verdict.is_contested()).map(|(two, verdict)| (*two, *verdict))
    }

    /// How many two sides have a verdict of a kind.
    #[must_use]
    pub fn count(&self, is: fn(IssueVerdict) -> bool) -> usize {
        self.verdicts.values().filter(|verdict| is(**verdict)).count()
    }

    /// The sides that speak of it, by their places, each with where it stands.
    pub fn speaking(&self) -> impl Iterator<Item = (usize, &Stand)> {
        self.stands.iter().enumerate().filter(|(_, stand)| stand.speaks())
    }

    fn contradicts(&self, one: usize, other: usize) -> bool {
        let verdict = self.verdicts.get(&[one.min(other), one.max(other)]);
        verdict.is_some_and(|verdict| verdict.is_contradiction())
    }
}

/// What all sides answer, and how each two stand to each other by it.
pub(super) struct SurveyedIssues {
    pub(super) issues: Vec<SurveyedIssue>,
    pub(super) between: BTreeMap<[usize; 2], IssuesBetween>,
    /// Verdicts that are left out for resting on single passages.
    pub(super) left_out: usize,
}

impl Comparison<'_> {
    /// The issues of which something is selected, as all sides answer them. Of one side in the order in which they are declared, of two
    /// in that of their difference, of more those that most contradict each other first.
    /// O(i · s²) verdicts for i issues and s sides.
    #[must_use]
    pub fn surveyed_issues(&self) -> Vec<SurveyedIssue> {
        let mut issues = self.survey_of_issues().issues;
        if self.views.len() == 1 {
            issues.sort_by_key(|found| {
                let span = self.corpus.issues.get(found.issue).span;
                (span.is_none(), span.map(|span| (span.source, span.start)), found.issue)
            });
        }
        if self.views.len() == 2 {
            let order: Vec<IssueId> = self.issues([0, 1]).iter().map(|found| found.issue).collect();
            issues.sort_by_key(|found| order.iter().position(|id| *id == found.issue));
        }
        issues
    }

    pub(super) fn survey_of_issues(&self) -> SurveyedIssues {
        let mut all = SurveyedIssues { issues: Vec::new(), between: BTreeMap::new(), left_out: 0 };
        for id in self.selected_issues() {
            let stands: Vec<Stand> =
                self.sides().map(|side| side.stands.get(&id).cloned().unwrap_or_default()).collect();
            let majority = majority(self.corpus, id, &stands);
            let (verdicts, outliers) = (BTreeMap::new(), BTreeSet::new());
            let mut found = SurveyedIssue { issue: id, verdicts, majority, stands, outliers };
            for two in self.couples() {
                self.add_verdict(&mut all, &mut found, two);
            }
            found.outliers = outliers_of(&found);
            all.issues.push(found);
        }
        all.issues.sort_by_key(|found| {
            let [contradicting, contested] = [IssueVerdict::is_contradiction, IssueVerdict::is_contested];
            let speaking = found.speaking().count();
            (Reverse(found.count(contradicting)), Reverse(found.count(contested)), Reverse(speaking), found.issue)
        });
        all
    }

    fn add_verdict(&self, all: &mut SurveyedIssues, found: &mut SurveyedIssue, two: [usize; 2]) {
        let id = found.issue;
        let stands = self.judged(two).map(|side| side.stands.get(&id).filter(|stand| stand.speaks()));
        let between = all.between.entry(two).or_default();
        let [Some(a), Some(b)] = stands else {
            between.one += usize::from(stands.iter().any(Option::is_some));
            return;
        };
        let verdict = issue::verdict(self.corpus, id, [a, b]);
        between.both += 1;
        if self.is_only_firm() && verdict.is_contested() && issue::firmness(self.corpus, id, [a, b]).is_soft() {
            all.left_out += 1;
            return;
        }
        between.quarters += verdict.quarters().unwrap_or(0);
        found.verdicts.insert(two, verdict);
    }
}

fn outliers_of(found: &SurveyedIssue) -> BTreeSet<usize> {
    let is_outlier = |side: &usize| found.majority.iter().all(|of_most| found.contradicts(*side, *of_most));
    if found.majority.is_empty() {
        BTreeSet::new()
    } else {
        found.speaking().map(|(side, _)| side).filter(is_outlier).collect()
    }
}

/// Who gives the commonest main answer, on a scale that or the next, if they are at least three and more than half of those who answer.
fn majority(corpus: &Corpus, id: IssueId, stands: &[Stand]) -> BTreeSet<usize> {
    let issue = corpus.issues.get(id);
    let main: BTreeMap<usize, BTreeSet<Answer>> =
        stands.iter().map(|stand| stand.main(corpus)).enumerate().filter(|(_, main)| !main.is_empty()).collect();
    let groups = groups(issue).into_iter().map(|group| {
        let of_it = main.iter().filter(|(_, main)| main.iter().any(|answer| group.contains(answer)));
        of_it.map(|(side, _)| *side).collect::<BTreeSet<usize>>()
    });
    let most = groups.filter(|sides| sides.len() >= 3 && sides.len() * 2 > main.len());
    most.min_by_key(|sides| Reverse(sides.len())).unwrap_or_default()
}

/// The answers, each alone, and then on a scale each two neighbours.
fn groups(issue: &Issue) -> Vec<Vec<Answer>> {
    let single: Vec<Vec<Answer>> = issue.all().map(|answer| vec![answer]).collect();
    let next = (1..issue.answers.len() as u16).filter(|_| issue.ordered);
    let next = next.map(|place| vec![Answer::Given(place - 1), Answer::Given(place)]);
    single.into_iter().chain(next).collect()
}
