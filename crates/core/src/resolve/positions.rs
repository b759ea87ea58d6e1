//! `[[position]]` -> answers of authors to issues. Every flaw of a record is reported; a record with one gives no position.

use super::collector::Collector;
use super::names::{may_suggest, seen, unknown};
use super::qualifiers::holder_needed;
use super::reasons::RawReasons;
use super::relations::AuthorScope;
use super::table_options::TableOptions;
use crate::diag::{Diagnostic, Severity, Sink, Span, Spanned, nearest};
use crate::model::record::POSITION;
use crate::model::{Answer, AnswerChoice, Id, Issue, IssueId, IssueKind, Position, PositionSpans};
use crate::model::{RareFields, Register};
use crate::read::{Fields, Table};

impl Collector<'_> {
    /// Reads one position, or reports what is wrong in it.
    pub(super) fn add_position(
        &mut self,
        table: &Table<'_>,
        scope: AuthorScope,
        declare: Option<&TableOptions>,
        sink: &mut Sink,
    ) {
        let errors = sink.count(Severity::Error);
        let mut fields = Fields::new(table, &POSITION, sink);
        let author = self.whose(&mut fields, scope, declare);
        let (issue, answer) = (fields.required_str("issue"), fields.required_str("answer"));
        let qualifiers = self.qualifiers(&mut fields, declare);
        let rare = self.rare(&mut fields, author, declare);
        let owned = |list: Vec<Spanned<&str>>| list.into_iter().map(|name| name.map(Into::into)).collect();
        let reasons: [Vec<Spanned<Box<str>>>; 2] = [owned(fields.list("rests-on")), owned(fields.list("so"))];
        let id = fields.str("id").and_then(|id| self.id("position", id, author, fields.sink()));
        fields.finish();
        let rare = RareFields { id, ..rare };
        holder_needed(qualifiers.stance, &rare, table, sink);
        let found = issue.and_then(|issue| self.issue(issue, declare, sink));
        let given = found.zip(answer).and_then(|(issue, answer)| self.answer(issue, answer, declare, sink));
        let (Some(author), Some(issue), Some(answer)) = (author, found, given) else { return };
        if sink.count(Severity::Error) > errors {
            return;
        }
        let bytes = |key: &str| table.get(key).map_or(table.span, |entry| entry.value.span);
        let spans = spans(table.span, bytes("issue"), bytes("answer"));
        if reasons.iter().any(|list| !list.is_empty()) {
            self.reasons.push(RawReasons { place: (table.span.source, table.span.start), author, lists: reasons });
        }
        let rare = (!rare.is_bare()).then(|| Box::new(rare));
        let (rests_on, so) = (Vec::new(), Vec::new());
        self.corpus.positions.push(Position { author, issue, answer, qualifiers, rare, rests_on, so, spans });
    }

    /// An issue by id; with `declare` the first use declares one.
    fn issue(&mut self, name: Spanned<&str>, declare: Option<&TableOptions>, sink: &mut Sink) -> Option<IssueId> {
        let issues = &mut self.corpus.issues;
        match (issues.find(name.value.trim()), declare) {
            (None, Some(_)) => {
                let id = seen(name, sink)?;
                let (kind, ordered, several) = (IssueKind::Value, false, false);
                let question = (&*id).into();
                let (about, answers) = (Vec::new(), Vec::new());
                let issue = Issue { question, about, kind, answers, ordered, several, span: None };
                let issue = issues.insert(&id, issue).unwrap_or_else(|known| known);
                self.names.declared.issue(issue, name.span);
                Some(issue)
            }
            (None, None) => {
                unknown("issue", "unknown-issue", name.value, name.span, issues.names(), sink);
                None
            }
            (found, _) => found,
        }
    }

    /// An answer of an issue; of one that a first use declared, the first use of the answer declares it.
    fn answer(
        &mut self,
        id: IssueId,
        name: Spanned<&str>,
        declare: Option<&TableOptions>,
        sink: &mut Sink,
    ) -> Option<Answer> {
        let issue = self.corpus.issues.get(id);
        let found = issue.find(name.value.trim());
        if found.is_some() {
            return found;
        }
        if declare.is_some() && issue.span.is_none() {
            let label = seen(name, sink)?;
            let issue = self.corpus.issues.get_mut(id)?;
            let place = u16::try_from(issue.answers.len()).ok()?;
            issue.answers.push(AnswerChoice { id: (&*label).into(), label: (&*label).into() });
            return Some(Answer::Given(place));
        }
        let fact = format!("`{}` has no answer `{}`", self.corpus.issues.name(id), name.value);
        let finding = Diagnostic::error("unknown-answer", fact).at(name.span, "no answer of this issue");
        let known: Vec<&str> = issue.all().map(|answer| issue.id_of(answer)).collect();
        let near = if may_suggest("unknown-answer", sink) { nearest(name.value, known.iter().copied()) } else { None };
        let finding = finding.did_you_mean(near).help(format!("its answers are {}", known.join(", ")));
        sink.push(finding);
        None
    }
}

fn spans(record: Span, issue: Span, answer: Span) -> PositionSpans {
    let bytes = |span: Span| (span.start, span.end);
    PositionSpans { source: record.source, record: bytes(record), issue: bytes(issue), answer: bytes(answer) }
}

/// Sorts the answers of issues that tables declared, so that the order of rows changes nothing.
pub(super) fn sort_declared(issues: &mut Register<IssueId, Issue>, positions: &mut [Position]) {
    let mut places: Vec<Option<Vec<u16>>> = Vec::with_capacity(issues.len());
    for issue in issues.values_mut() {
        let declared = issue.span.is_none().then(|| {
            let old: Vec<AnswerChoice> = issue.answers.clone();
            issue.answers.sort_by(|a, b| a.id.cmp(&b.id));
            let place = |choice: &AnswerChoice| issue.answers.binary_search_by(|known| known.id.cmp(&choice.id));
            old.iter().map(|choice| place(choice).unwrap_or_default() as u16).collect()
        });
        places.push(declared);
    }
    for position in positions {
        if let (Answer::Given(old), Some(Some(places))) = (position.answer, places.get(position.issue.index())) {
            position.answer = Answer::Given(places.get(usize::from(old)).copied().unwrap_or(old));
        }
    }
}
