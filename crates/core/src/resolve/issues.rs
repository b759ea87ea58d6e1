//! `[[issue]]` -> the questions that texts answer, sorted by id.

use std::collections::BTreeMap;

use super::decode;
use super::documents::Documents;
use super::names::Names;
use crate::diag::{Diagnostic, Sink, Spanned};
use crate::model::record::ISSUE;
use crate::model::{ActorId, Answer, AnswerChoice, Corpus, Issue, IssueKind};
use crate::read::{Data, Fields, Table};

/// Answers that an issue has at most: nobody reads more on one line of a chart.
const MOST_ANSWERS: usize = 64;

pub(super) fn resolve(documents: &Documents<'_>, names: &Names, corpus: &mut Corpus, sink: &mut Sink) {
    let mut issues: BTreeMap<&str, Issue> = BTreeMap::new();
    for table in documents.tables_of("issue") {
        let Some((id, found)) = issue(table, names, corpus, sink) else { continue };
        match issues.get(id.value) {
            Some(first) => decode::duplicate("issue", id.value, id.span, first.span, sink),
            None => drop(issues.insert(id.value, found)),
        }
    }
    for (id, found) in issues {
        let _ = corpus.issues.insert(id, found);
    }
}

fn issue<'t>(
    table: &'t Table<'_>,
    names: &Names,
    corpus: &Corpus,
    sink: &mut Sink,
) -> Option<(Spanned<&'t str>, Issue)> {
    let mut fields = Fields::new(table, &ISSUE, sink);
    let (id, question) = (fields.required_str("id"), fields.required_str("question"));
    let about = fields.list("about");
    let kind = fields.required_choice("kind", IssueKind::WORDS);
    let answers = fields.required_table("answers");
    let (ordered, several) = (fields.bool("ordered"), fields.bool("several"));
    fields.finish();
    let mut about: Vec<ActorId> = about.into_iter().filter_map(|actor| names.known(actor, corpus, sink)).collect();
    about.sort_unstable();
    about.dedup();
    let answers = answers.map(|table| choices(table, sink));
    if let (Some(ordered), Some(several)) = (&ordered, &several)
        && ordered.value
        && several.value
    {
        let finding = Diagnostic::error("bad-issue", "answers that form a scale exclude each other");
        let finding = finding.at(several.span, "several at once").at(ordered.span, "in order");
        sink.push(finding.help("take one of the two away"));
    }
    let id = decode::id(id?, sink)?;
    let (question, kind, answers) = (question?.value.trim().into(), kind?.value, answers??);
    let ordered = ordered.is_some_and(|ordered| ordered.value);
    let several = several.map_or(kind.takes_several() && !ordered, |several| several.value);
    Some((id, Issue { question, about, kind, answers, ordered, several, span: Some(id.span) }))
}

/// The answers of an issue; none if one of them is wrong.
fn choices(table: &Table<'_>, sink: &mut Sink) -> Option<Vec<AnswerChoice>> {
    let mut choices = Vec::new();
    let mut wrong = |finding: Diagnostic, at, label: &str, help: &str| sink.push(finding.at(at, label).help(help));
    let mut is_whole = true;
    for entry in &table.entries {
        let id = Spanned::new(entry.key.value.trim(), entry.key.span);
        match &entry.value.data {
            _ if Answer::STANDING.iter().any(|(standing, _)| *standing == id.value) => {
                let finding = Diagnostic::error("bad-issue", format!("`{}` is an answer to every issue", id.value));
                wrong(finding, id.span, "declared here", "take it out: positions can name it all the same");
                is_whole = false;
            }
            Data::Str(label) if !label.trim().is_empty() && !id.value.is_empty() => {
                choices.push((id, AnswerChoice { id: id.value.into(), label: label.trim().into() }));
            }
            _ => {
                let finding = Diagnostic::error("bad-issue", format!("the answer `{}` has no label", id.value));
                wrong(finding, entry.value.span, "no text", "write what people are to read: id = \"label\"");
                is_whole = false;
            }
        }
    }
    if choices.is_empty() && is_whole {
        let finding = Diagnostic::error("bad-issue", "an issue without answers");
        wrong(finding, table.span, "none here", "write answers = { yes = \"it is so\", no = \"it is not\" }");
    }
    if let Some((first, _)) = choices.get(MOST_ANSWERS) {
        let finding = Diagnostic::error("bad-issue", format!("an issue has at most {MOST_ANSWERS} answers"));
        wrong(finding, first.span, "one too many", "merge answers that no reader tells apart, or ask two questions");
        is_whole = false;
    }
    let sound: Vec<AnswerChoice> =
        choices.into_iter().filter_map(|(id, choice)| decode::id(id, sink).map(|_| choice)).collect();
    (is_whole && !sound.is_empty()).then_some(sound)
}
