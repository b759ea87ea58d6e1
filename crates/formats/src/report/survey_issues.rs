//! The issues of several sides on a page: who answers what, who contests it, and who stands against most.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diff::{Stand, Survey, SurveyedIssue};
use parallax_core::model::Answer;

use super::Options;
use super::document::{Block, Document, RichText, Tone};
use super::words::Words;

/// Writes the issues that are asked for, at most so many; the others are counted.
pub(super) fn write(
    page: &mut Document,
    survey: &Survey,
    words: Words<'_>,
    names: &[String],
    (options, shown): (&Options, usize),
) {
    let is_wanted = |found: &&SurveyedIssue| options.wants_issue(words.corpus, found.issue);
    let issues: Vec<&SurveyedIssue> = survey.issues.iter().filter(is_wanted).collect();
    if issues.is_empty() {
        return;
    }
    let say = words.say;
    let contested = issues.iter().filter(|issue| issue.contested().next().is_some()).count();
    let title = say.with("survey-issues", [("n", issues.len().into()), ("contested", contested.into())]);
    page.push(Block::Heading(2, RichText::default().strong(&title)));
    for found in issues.iter().take(shown) {
        issue(page, survey, found, words, names);
    }
    let left = issues.len().saturating_sub(shown);
    if left > 0 {
        page.push(Block::Paragraph(RichText::default().faint(&say.count("count-more", left))));
    }
}

fn issue(page: &mut Document, survey: &Survey, found: &SurveyedIssue, words: Words<'_>, names: &[String]) {
    let say = words.say;
    let issue = words.corpus.issues.get(found.issue);
    let is_contested = found.contested().next().is_some();
    let (mark, tone) = if is_contested { ("≠ ", Tone::Clash) } else { ("", Tone::Strong) };
    let id = words.corpus.issues.name(found.issue);
    let title = RichText::default().and(&format!("{mark}{}", issue.question), tone).faint(&format!(" ({id})"));
    page.push(Block::Heading(3, title));
    let sides = |sides: &BTreeSet<usize>| -> String {
        say.all_of(&sides.iter().map(|side| words.side(&names[*side])).collect::<Vec<_>>())
    };
    for (key, of) in [
        ("survey-answer", (|stand, words| stand.main(words.corpus)) as fn(&Stand, Words<'_>) -> BTreeSet<Answer>),
        ("survey-answer-denied", |stand, _| stand.denied.keys().copied().collect()),
    ] {
        let mut answers: BTreeMap<Answer, BTreeSet<usize>> = BTreeMap::new();
        for (side, stand) in found.speaking() {
            for answer in of(stand, words) {
                answers.entry(answer).or_default().insert(side);
            }
        }
        for (answer, of_it) in answers {
            let answer = words.answer(found.issue, answer);
            let values = [("answer", answer.into()), ("n", of_it.len().into()), ("sides", sides(&of_it).into())];
            page.push(Block::Item(say.with(key, values).into()));
        }
    }
    let silent = survey.sides - found.speaking().count();
    let leaves_open = |(_, stand): &(usize, &Stand)| stand.held.is_empty() && stand.denied.is_empty();
    let open: BTreeSet<usize> = found.speaking().filter(leaves_open).map(|(side, _)| side).collect();
    if !open.is_empty() {
        page.push(Block::Item(say.with("survey-answer-open", [("sides", sides(&open).into())]).into()));
    }
    if silent > 0 {
        page.push(Block::Item(say.count("survey-silent", silent).into()));
    }
    if !found.outliers.is_empty() {
        let values = [("sides", sides(&found.outliers).into()), ("n", found.majority.len().into())];
        page.push(Block::Item(say.with("survey-issue-outliers", values).into()));
    }
}
