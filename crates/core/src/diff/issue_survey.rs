//! Issues of any number of sides: where each stands, and what each two come to.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{Comparison, IssueVerdict, Side, Stand};
use crate::model::{Corpus, IssueId};

/// Where several sides stand on an issue. Sides are named by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyedIssue {
    /// Which.
    pub issue: IssueId,
    /// Where each side stands, in the order of the views; who is silent stands nowhere.
    pub stands: Vec<Stand>,
    /// What each two that both speak of it come to.
    pub between: BTreeMap<[usize; 2], IssueVerdict>,
}

impl SurveyedIssue {
    /// How many two sides give verdicts of a kind.
    #[must_use]
    pub fn count(&self, is: fn(IssueVerdict) -> bool) -> usize {
        self.between.values().filter(|verdict| is(**verdict)).count()
    }

    /// How many sides speak of it.
    #[must_use]
    pub fn speaking(&self) -> usize {
        self.stands.iter().filter(|stand| stand.speaks()).count()
    }
}

impl Comparison<'_> {
    /// The issues of which something is selected, with all sides. Of one side in the order in which they are declared, of two in that of
    /// their difference, of more by how many two contradict each other, then contest it, then by how many speak of it.
    /// O(i · s²) verdicts for i issues and s sides.
    #[must_use]
    pub fn surveyed_issues(&self) -> Vec<SurveyedIssue> {
        let sides: Vec<&Side> = (0..self.views.len()).map(|side| self.side(side)).collect();
        let mut surveyed: BTreeMap<IssueId, SurveyedIssue> =
            self.selected_issues().into_iter().map(|id| (id, stands(self.corpus, &sides, id))).collect();
        let mut of_two = Vec::new();
        for two in self.couples() {
            let difference = self.issues(two);
            of_two = difference.iter().map(|one| one.issue).collect();
            for one in difference.iter().filter(|one| one.stands.iter().all(Stand::speaks)) {
                if let Some(issue) = surveyed.get_mut(&one.issue) {
                    issue.between.insert(two, one.verdict);
                }
            }
        }
        match sides.len() {
            0 | 1 => declared(self.corpus, surveyed),
            2 => of_two.into_iter().filter_map(|id| surveyed.remove(&id)).collect(),
            _ => by_dispute(surveyed),
        }
    }

    fn selected_issues(&self) -> BTreeSet<IssueId> {
        let all = (0..self.views.len()).flat_map(|side| self.selected(side).answers.keys());
        all.copied().collect()
    }
}

fn stands(corpus: &Corpus, sides: &[&Side], id: IssueId) -> SurveyedIssue {
    let issue = corpus.issues.get(id);
    let stand = |side: &&Side| Stand::of(corpus, issue, side.answers.get(&id).cloned().unwrap_or_default());
    SurveyedIssue { issue: id, stands: sides.iter().map(stand).collect(), between: BTreeMap::new() }
}

/// In the order of the files, and there from above.
fn declared(corpus: &Corpus, surveyed: BTreeMap<IssueId, SurveyedIssue>) -> Vec<SurveyedIssue> {
    let mut issues: Vec<SurveyedIssue> = surveyed.into_values().collect();
    issues.sort_by_key(|issue| {
        let span = corpus.issues.get(issue.issue).span;
        (span.is_none(), span.map(|span| (span.source, span.start)), issue.issue)
    });
    issues
}

fn by_dispute(surveyed: BTreeMap<IssueId, SurveyedIssue>) -> Vec<SurveyedIssue> {
    let mut issues: Vec<SurveyedIssue> = surveyed.into_values().collect();
    issues.sort_by_cached_key(|issue| {
        let [contradicting, contesting] = [IssueVerdict::is_contradiction, IssueVerdict::is_contested];
        (Reverse(issue.count(contradicting)), Reverse(issue.count(contesting)), Reverse(issue.speaking()), issue.issue)
    });
    issues
}
