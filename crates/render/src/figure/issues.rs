//! The issue chart before any geometry: a row an issue, its answers in their order, and where each side stands on them.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diff::{Comparison, IssueDifference, IssueVerdict, Stand, SurveyedIssue};
use parallax_core::messages::Messages;
use parallax_core::model::{Answer, Corpus, Issue, IssueId, IssueKind, Mode, Position, PositionId, Stance};

use super::Figure;
use super::caption::{Caption, places};

/// Questions, their answers, and who gives them.
#[derive(Debug, Clone)]
pub(crate) struct IssueChart {
    /// Whose chart it is, and what it rests on.
    pub(crate) caption: Caption,
    /// The issues, contested ones first; of one side as they are declared.
    pub(crate) rows: Vec<IssueRow>,
    /// How many there were before the last were left out.
    pub(crate) issues: usize,
    /// How many positions on these issues no mark shows.
    pub(crate) not_shown: usize,
    /// Whether what rests on a single passage is not marked as contested.
    pub(crate) only_firm: bool,
}

/// An issue.
#[derive(Debug, Clone)]
pub(crate) struct IssueRow {
    /// The id in the files.
    pub(crate) id: String,
    /// What is asked.
    pub(crate) question: String,
    /// Its answers are a scale.
    pub(crate) ordered: bool,
    /// The answers, in their order; those that every issue has only where somebody gives them.
    pub(crate) answers: Vec<AnswerPlace>,
    /// What the sides come to, in a word or two; nothing of one side, or where only one speaks.
    pub(crate) verdict: String,
    /// Some two sides answer it otherwise.
    pub(crate) is_contested: bool,
    /// Who does not answer, by its place.
    pub(crate) silent: Vec<usize>,
}

/// An answer, and who takes it.
#[derive(Debug, Clone)]
pub(crate) struct AnswerPlace {
    /// The id in the files.
    pub(crate) id: String,
    /// What people read.
    pub(crate) label: String,
    /// It is one of the issue's own, and so on its scale.
    pub(crate) is_own: bool,
    /// Who says what of it, side by side.
    pub(crate) marks: Vec<AnswerMark>,
}

/// What a side says of an answer.
#[derive(Debug, Clone)]
pub(crate) struct AnswerMark {
    /// Which side, by its place.
    pub(crate) side: usize,
    /// How far it holds.
    pub(crate) sense: AnswerSense,
    /// It is among what the side says most strongly.
    pub(crate) is_main: bool,
    /// How it is held, if not outright: "if", "to come", "not".
    pub(crate) word: String,
    /// The paragraphs that say so.
    pub(crate) places: String,
    positions: Vec<PositionId>,
}

/// How far a side holds an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum AnswerSense {
    /// Outright.
    Held,
    /// Guardedly, on a condition, as to come, or as the word of others.
    Open,
    /// It denies it.
    Denied,
}

impl AnswerSense {
    /// The name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Open => "open",
            Self::Denied => "denied",
        }
    }
}

impl IssueChart {
    /// The issues of the sides of a comparison; of a number `top` the first.
    #[must_use]
    pub(crate) fn of(
        comparison: &Comparison<'_>,
        title: Option<&str>,
        top: Option<usize>,
        say: &'static Messages,
    ) -> Self {
        let surveyed = comparison.surveyed_issues();
        let two = if comparison.views.len() == 2 { comparison.issues([0, 1]) } else { Vec::new() };
        let of_two = two.into_iter().map(|found| (found.issue, found)).collect();
        let reader = Reader { corpus: comparison.corpus, of_two, say };
        let shown = &surveyed[..top.unwrap_or(surveyed.len()).min(surveyed.len())];
        let rows: Vec<IssueRow> = shown.iter().map(|issue| reader.row(issue)).collect();
        let said: usize = shown.iter().flat_map(|issue| &issue.stands).map(|stand| stand.positions.len()).sum();
        let marks = rows.iter().flat_map(|row| &row.answers).flat_map(|answer| &answer.marks);
        let marked: BTreeSet<PositionId> = marks.flat_map(|mark| &mark.positions).copied().collect();
        Self {
            caption: Caption::of(comparison.corpus, &comparison.views, "title-issues", title, say),
            rows,
            issues: surveyed.len(),
            not_shown: said.saturating_sub(marked.len()),
            only_firm: comparison.is_only_firm(),
        }
    }

    /// Every mark.
    pub(crate) fn marks(&self) -> impl Iterator<Item = &AnswerMark> {
        self.rows.iter().flat_map(|row| &row.answers).flat_map(|answer| &answer.marks)
    }

    /// A row in a sentence or two.
    #[must_use]
    pub(crate) fn told(&self, row: &IssueRow) -> String {
        let say = self.caption.messages;
        let name = |mark: &AnswerMark| match (mark.sense, mark.word.as_str()) {
            (AnswerSense::Denied, _) => {
                say.with("chart-denied-by", [("side", (&*self.caption.sides[mark.side]).into())])
            }
            (_, "") => self.caption.sides[mark.side].clone(),
            (_, word) => format!("{} ({word})", self.caption.sides[mark.side]),
        };
        let taken = row.answers.iter().filter(|answer| !answer.marks.is_empty());
        let given = taken.map(|answer| {
            let names: Vec<String> = answer.marks.iter().map(name).collect();
            format!("{}: {}", answer.label, names.join(", "))
        });
        let silent: Vec<&str> = row.silent.iter().map(|side| &*self.caption.sides[*side]).collect();
        let silent = (!silent.is_empty()).then(|| say.with("chart-silent", [("names", silent.join(", ").into())]));
        let verdict = (!row.verdict.is_empty()).then(|| row.verdict.clone());
        let said: Vec<String> = given.chain(silent).chain(verdict).collect();
        format!("{} {}.", row.question, said.join("; "))
    }
}

/// What rows are made from.
struct Reader<'a> {
    corpus: &'a Corpus,
    /// What two sides come to, if there are two.
    of_two: BTreeMap<IssueId, IssueDifference>,
    say: &'static Messages,
}

impl Reader<'_> {
    fn row(&self, surveyed: &SurveyedIssue) -> IssueRow {
        let issue = self.corpus.issues.get(surveyed.issue);
        let mut marks: BTreeMap<Answer, Vec<AnswerMark>> = BTreeMap::new();
        for (side, stand) in surveyed.stands.iter().enumerate() {
            for (answer, mark) in self.marks(issue, side, stand) {
                marks.entry(answer).or_default().push(mark);
            }
        }
        // Dots of one kind stand together.
        if surveyed.stands.len() > Figure::MOST_LETTERS {
            for of_answer in marks.values_mut() {
                of_answer.sort_by_key(|mark| (mark.sense, !mark.is_main, mark.side));
            }
        }
        let standing = |answer: Answer| matches!(answer, Answer::Undecided | Answer::WrongQuestion);
        let answers = issue.all().filter(|answer| !standing(*answer) || marks.contains_key(answer));
        let place = |answer: Answer| AnswerPlace {
            id: issue.id_of(answer).to_owned(),
            label: self.label(issue, answer),
            is_own: !standing(answer),
            marks: marks.get(&answer).cloned().unwrap_or_default(),
        };
        let silent = surveyed.stands.iter().enumerate().filter(|(_, stand)| !stand.speaks());
        IssueRow {
            id: self.corpus.issues.name(surveyed.issue).to_owned(),
            question: issue.question.to_string(),
            ordered: issue.ordered,
            answers: answers.map(place).collect(),
            verdict: self.verdict(surveyed),
            is_contested: surveyed.count(IssueVerdict::is_contested) > 0,
            silent: silent.map(|(side, _)| side).collect(),
        }
    }

    fn label(&self, issue: &Issue, answer: Answer) -> String {
        match answer {
            Answer::Given(place) => issue.answers[usize::from(place)].label.to_string(),
            Answer::Undecided => self.say.text("chart-undecided"),
            Answer::WrongQuestion => self.say.text("chart-wrong-question"),
        }
    }

    /// Of two sides their verdict; of more how many two contradict each other or are at odds.
    fn verdict(&self, surveyed: &SurveyedIssue) -> String {
        let all = surveyed.verdicts.len();
        if let Some(found) = self.of_two.get(&surveyed.issue) {
            return match found.verdict {
                IssueVerdict::OnlyA(_) | IssueVerdict::OnlyB(_) => String::new(),
                IssueVerdict::Agree if found.other_reasons => self.say.text("chart-agree-other-reasons"),
                verdict => self.say.word("issue-verdict", verdict.name()),
            };
        }
        let counted = |key: &str, n: usize| self.say.with(key, [("n", n.into()), ("all", all.into())]);
        match (surveyed.count(IssueVerdict::is_contradiction), surveyed.count(IssueVerdict::is_contested)) {
            (0, 0) if all > 0 && surveyed.count(|verdict| verdict == IssueVerdict::Agree) == all => {
                self.say.text("issue-verdict-agree")
            }
            (0, 0) => String::new(),
            (0, contested) => counted("chart-pairs-contest", contested),
            (contradicting, _) => counted("chart-pairs-contradict", contradicting),
        }
    }

    /// What a side says, answer by answer. What it only reports or doubts of an answer that it holds or denies itself is not shown.
    fn marks(&self, issue: &Issue, side: usize, stand: &Stand) -> Vec<(Answer, AnswerMark)> {
        let main = stand.main(self.corpus);
        let held = stand.held.iter().map(|(answer, positions)| {
            let word = self.why_open(issue, stand, positions);
            let sense = if word.is_empty() { AnswerSense::Held } else { AnswerSense::Open };
            (*answer, self.mark(side, sense, main.contains(answer), word, positions))
        });
        let denied = stand.denied.iter().map(|(answer, positions)| {
            (*answer, self.mark(side, AnswerSense::Denied, true, self.say.text("sense-not"), positions))
        });
        let mut open: BTreeMap<Answer, Vec<PositionId>> = BTreeMap::new();
        for id in &stand.open {
            open.entry(self.corpus.position(*id).answer).or_default().push(*id);
        }
        open.retain(|answer, _| !stand.held.contains_key(answer) && !stand.denied.contains_key(answer));
        let open = open.iter().map(|(answer, positions)| {
            let word = self.whose_word(positions);
            let sense = if word.is_empty() { AnswerSense::Held } else { AnswerSense::Open };
            (*answer, self.mark(side, sense, true, word, positions))
        });
        held.chain(denied).chain(open).collect()
    }

    fn mark(
        &self,
        side: usize,
        sense: AnswerSense,
        is_main: bool,
        word: String,
        positions: &[PositionId],
    ) -> AnswerMark {
        let anchors = positions.iter().flat_map(|id| self.corpus.position(*id).evidence());
        AnswerMark { side, sense, is_main, word, places: places(self.corpus, anchors), positions: positions.to_vec() }
    }

    /// Why what a side holds is not held outright; nothing if it is.
    fn why_open(&self, issue: &Issue, stand: &Stand, positions: &[PositionId]) -> String {
        let all = |is: fn(&Position) -> bool| positions.iter().all(|id| is(self.corpus.position(*id)));
        let to_come = |position: &Position| position.qualifiers.mode == Mode::Future;
        let is_conditional = |id: &PositionId| stand.conditional.contains(&self.corpus.position(*id).answer);
        if positions.iter().all(is_conditional) {
            let only_to_come = issue.kind != IssueKind::Forecast && all(to_come);
            return self.say.text(if only_to_come { "chart-to-come" } else { "sense-if" });
        }
        if all(|position| position.qualifiers.hedged) { self.say.text("chart-guarded") } else { String::new() }
    }

    /// What a side makes of the word of others; nothing if it is undecided itself.
    fn whose_word(&self, positions: &[PositionId]) -> String {
        let all = |is: fn(&Position) -> bool| positions.iter().all(|id| is(self.corpus.position(*id)));
        let first = positions.first().map(|id| self.corpus.position(*id).qualifiers.factuality());
        if all(|position| position.qualifiers.stance == Stance::Doubts) {
            return self.say.text("chart-doubted");
        }
        if all(|position| matches!(position.qualifiers.stance, Stance::Asserts | Stance::Endorses)) {
            return String::new();
        }
        first.map_or(String::new(), |sense| self.say.word("sense", sense.word()))
    }
}
