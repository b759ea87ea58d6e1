//! The positions of a network's view on a page: issue by issue, answer by answer, each with its passages and its reasons.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::model::{Answer, IssueId, IssueKind, Mode, PositionId, Qualifiers, Reason, Stance};
use parallax_core::network::Network;

use super::document::{Block, ClaimItem, Document, RichText};
use super::grammar::capital;
use super::sentence::Sentences;
use super::words::Words;

/// So many reasons and conclusions are told of a position, unless everything is asked for.
const REASONS: usize = 3;

/// The positions of a network's view, by issue.
pub(super) type ByIssue = BTreeMap<IssueId, Vec<PositionId>>;

/// The positions of a network's view, by issue.
pub(super) fn by_issue(network: &Network<'_>) -> ByIssue {
    let mut issues = ByIssue::new();
    for id in network.view.positions(network.corpus) {
        issues.entry(network.corpus.position(id).issue).or_default().push(id);
    }
    issues
}

/// How many there are.
pub(super) fn counts(issues: &ByIssue, words: Words<'_>) -> String {
    counted(words, issues.values().flatten().copied())
}

/// How many positions, on how many issues.
pub(super) fn counted(words: Words<'_>, positions: impl IntoIterator<Item = PositionId>) -> String {
    let issues: Vec<IssueId> = positions.into_iter().map(|id| words.corpus.position(id).issue).collect();
    let distinct = issues.iter().collect::<BTreeSet<_>>().len();
    words.say.with("network-positions", [("n", issues.len().into()), ("issues", distinct.into())])
}

/// A section for each issue, in the order of their ids.
pub(super) fn write_into(page: &mut Document, words: Words<'_>, issues: ByIssue) {
    let corpus = words.corpus;
    for (issue, mut positions) in issues {
        positions.sort_by_key(|id| (corpus.position(*id).answer, *id));
        let about = format!(" ({})", corpus.issues.name(issue));
        let heading = RichText::default().strong(&corpus.issues.get(issue).question).faint(&about);
        page.push(Block::Heading(2, heading));
        page.extend(positions.into_iter().map(|id| Block::ClaimItem(RichText::default(), words.position(id))));
    }
}

impl Words<'_> {
    /// A position with its paraphrase and its places.
    pub(super) fn position(&self, id: PositionId) -> ClaimItem {
        let position = self.corpus.position(id);
        let name = self.full.then(|| self.corpus.position_name(id));
        self.as_claim(&self.told(id), position.gloss(), position.author, (name, position.evidence()))
    }

    /// A position in a sentence: the answer, who holds it, details; and behind it what it rests on and what follows.
    pub(super) fn told(&self, id: PositionId) -> String {
        let position = self.corpus.position(id);
        let sentences = Sentences::of_report(self.corpus, self.say, self.full);
        let answer = self.qualified_answer(id);
        let said = capital(&answer) + &sentences.around(position.said()) + &sentences.qualified(position.said());
        let because = self.reasons("position-rests-on", &position.rests_on);
        let so = self.reasons("position-so", &position.so);
        let behind: Vec<String> = because.into_iter().chain(so).collect();
        if behind.is_empty() { said } else { format!("{said}. {}", behind.join(" ")) }
    }

    /// An answer with its "not", and with the world in which it is given.
    fn qualified_answer(&self, id: PositionId) -> String {
        let position = self.corpus.position(id);
        let Qualifiers { negated, mode, .. } = position.qualifiers;
        let keys = [if negated { "position-not" } else { "" }, self.in_mode(position.issue, mode)];
        let answer = self.answer(position.issue, position.answer);
        keys.into_iter()
            .filter(|key| !key.is_empty())
            .fold(answer, |answer, key| self.say.with(key, [("answer", answer.into())]))
    }

    /// The same as a reason: what somebody else answers, and the author rejects, is denied as well.
    pub(super) fn reasoned_answer(&self, id: PositionId) -> String {
        let answer = self.qualified_answer(id);
        let Qualifiers { negated, stance, .. } = self.corpus.position(id).qualifiers;
        let is_rejected = stance == Stance::Rejects && !negated;
        if is_rejected { self.say.with("position-not", [("answer", answer.into())]) } else { answer }
    }

    /// What people read of an answer.
    pub(super) fn answer(&self, issue: IssueId, answer: Answer) -> String {
        let issue = self.corpus.issues.get(issue);
        match answer {
            Answer::Given(place) => {
                issue.answers.get(usize::from(place)).map_or(String::new(), |choice| choice.label.to_string())
            }
            standing => self.say.word("answer", issue.id_of(standing)),
        }
    }

    /// The message of an answer that is not of now; of a forecast what is to come is what was asked for.
    fn in_mode(&self, issue: IssueId, mode: Mode) -> &'static str {
        match mode {
            Mode::Future if self.corpus.issues.get(issue).kind == IssueKind::Forecast => "",
            Mode::Actual => "",
            Mode::Historical => "position-past",
            Mode::Future => "position-to-come",
            Mode::Hypothetical => "position-possible",
        }
    }

    /// Reasons or conclusions: the first few, unless everything is asked for.
    fn reasons(&self, key: &str, reasons: &[Reason]) -> Option<String> {
        let room = if self.full { usize::MAX } else { REASONS };
        let mut told: Vec<String> = reasons.iter().take(room).map(|reason| self.reason(*reason)).collect();
        let more = reasons.len() - told.len();
        if more > 0 {
            told.push(self.say.count("count-more", more));
        }
        (!told.is_empty()).then(|| self.say.with(key, [("reasons", told.join("; ").into())]))
    }

    /// A statement, an answer or a frame as a reason.
    pub(super) fn reason(&self, reason: Reason) -> String {
        match reason {
            Reason::Relation(id) => {
                let relation = self.corpus.relation(id);
                let said = self.sentences(id).main(relation);
                // Of a claim that the author rejects the sentence tells what is rejected.
                let is_rejected = relation.stance == Stance::Rejects;
                if is_rejected { self.say.with("position-not", [("answer", said.into())]) } else { said }
            }
            Reason::Position(id) => {
                let position = self.corpus.position(id);
                let question = &*self.corpus.issues.get(position.issue).question;
                let answer = self.reasoned_answer(id);
                self.say.with("position-answer-to", [("question", question.into()), ("answer", answer.into())])
            }
            Reason::Frame(id) => {
                let reading = self.corpus.frames.get(id).readings.first();
                reading.map_or(String::new(), |reading| reading.name.to_string())
            }
        }
    }
}
