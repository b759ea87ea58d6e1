//! What one author answers to an issue and answers otherwise as well, by the rules for two.

use super::super::stand::Stand;
use crate::model::{AuthorId, Corpus, Id, IssueId, PositionId};

/// Two answers of an author to one issue that cannot both be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PositionTension {
    /// The issue.
    pub issue: IssueId,
    /// What is held.
    pub held: PositionId,
    /// What stands against it.
    pub against: PositionId,
    /// Whether that is the denial of the same answer; else it is an answer that excludes it.
    pub is_denial: bool,
}

/// The issues on which an author holds what the same author denies, or answers that exclude each other: of respects and times that can
/// meet, each carried. O(p²) for p positions on an issue.
#[must_use]
pub fn position_tensions(corpus: &Corpus, author: AuthorId) -> Vec<PositionTension> {
    let said: Vec<PositionId> = corpus.positions_of(author).map(PositionId::from_index).collect();
    let of_issues = said.chunk_by(|one, other| corpus.position(*one).issue == corpus.position(*other).issue);
    of_issues.flat_map(|positions| of_issue(corpus, positions)).collect()
}

fn of_issue(corpus: &Corpus, positions: &[PositionId]) -> Vec<PositionTension> {
    let Some(issue) = positions.first().map(|id| corpus.position(*id).issue) else { return Vec::new() };
    let stand = Stand::of(corpus, corpus.issues.get(issue), positions.to_vec());
    let tension = |[held, against]: [PositionId; 2], is_denial| PositionTension { issue, held, against, is_denial };
    let denied = stand.holds_and_denies(corpus).map(|pair| tension(pair, true));
    let torn = stand.torn(corpus, corpus.issues.get(issue)).map(|pair| tension(pair, false));
    denied.into_iter().chain(torn).collect()
}
