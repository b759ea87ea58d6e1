//! The lines of a briefing on what is contested, shared and left out.

use std::collections::BTreeMap;

use parallax_core::brief::{Contested, Silent, Theme};
use parallax_core::diff::{IssueDifference, SurveyedIssue};
use parallax_core::model::selection::written;
use parallax_core::model::{Answer, TypeId};

use super::super::document::RichText;
use super::{Lines, Target};

/// Issues of many sides that are told at most, contested ones and others.
const SURVEYED: usize = 5;

impl Lines<'_> {
    /// The main answers of a side to an issue, or what it denies or leaves open.
    pub(super) fn answers(&self, found: &IssueDifference, side: usize) -> String {
        let corpus = self.words.corpus;
        let ground = found.stands[side].ground(corpus);
        let mut said: Vec<String> = Vec::new();
        for id in &ground {
            let position = corpus.position(*id);
            let answer = self.words.answer(found.issue, position.answer);
            let denies = found.stands[side].held.is_empty() && found.stands[side].denied.contains_key(&position.answer);
            let answer = if denies { self.words.say.with("position-not", [("answer", answer.into())]) } else { answer };
            if !said.contains(&answer) {
                said.push(answer);
            }
        }
        self.words.say.all_of(&said) + &self.places(ground.iter().map(|id| Target::Position(*id)))
    }

    pub(super) fn contested(&self, contested: &[Contested]) -> Vec<RichText> {
        let lead = || self.lead("brief-contested");
        if contested.is_empty() {
            return vec![lead().plain(&self.text("brief-contested-none"))];
        }
        let line = |contested: &Contested| match contested {
            Contested::Issue(found) => {
                let values = [
                    ("question", self.question(found.issue).into()),
                    ("a", self.names[0].as_str().into()),
                    ("told-a", self.answers(found, 0).into()),
                    ("b", self.names[1].as_str().into()),
                    ("told-b", self.answers(found, 1).into()),
                ];
                lead().plain(&self.words.say.with("brief-contested-issue", values))
            }
            Contested::Dyad(dyad) => {
                let values = [("pair", self.pair(dyad.pair).into()), ("verdict", self.verdict(dyad).into())];
                let line =
                    lead().plain(&self.words.say.with("brief-contested-dyad", values)).faint(&self.grounds(dyad));
                self.with_command(line, &self.between(dyad.pair))
            }
        };
        contested.iter().map(line).collect()
    }

    /// The issues of many sides: who gives which answer, those that they most contest first.
    pub(super) fn surveyed(&self, issues: &[SurveyedIssue]) -> Vec<RichText> {
        let is_contested = |found: &&SurveyedIssue| found.contested().next().is_some();
        let is_shared = |found: &&SurveyedIssue| found.speaking().count() > 1 && !is_contested(found);
        let lines = [
            ("brief-contested", issues.iter().filter(is_contested).take(SURVEYED).collect::<Vec<_>>()),
            ("brief-shared", issues.iter().filter(is_shared).take(SURVEYED).collect()),
        ];
        let line = |key: &str, found: &SurveyedIssue| {
            let mut answers: BTreeMap<Answer, usize> = BTreeMap::new();
            for answer in found.speaking().flat_map(|(_, stand)| stand.main(self.words.corpus)) {
                *answers.entry(answer).or_default() += 1;
            }
            let counted = answers.into_iter().map(|(answer, count)| {
                let answer = self.words.answer(found.issue, answer);
                self.words.say.with("brief-times", [("name", answer.into()), ("n", count.into())])
            });
            let counted: Vec<String> = counted.collect();
            let values = [("question", self.question(found.issue).into()), ("answer", counted.join("; ").into())];
            let command = format!("parallax diff --issue {}", written(self.words.corpus.issues.name(found.issue)));
            self.with_command(self.lead(key).plain(&self.words.say.with("brief-shared-issue", values)), &command)
        };
        lines
            .into_iter()
            .flat_map(|(key, found)| found.into_iter().map(move |found| (key, found)))
            .map(|(key, found)| line(key, found))
            .collect()
    }

    pub(super) fn agreed(&self, agreed: &[IssueDifference]) -> Vec<RichText> {
        let lead = || self.lead("brief-shared");
        if agreed.is_empty() {
            return vec![lead().plain(&self.text("brief-shared-none"))];
        }
        let line = |found: &IssueDifference| {
            let corpus = self.words.corpus;
            let question = self.question(found.issue);
            let other = found.stands[1].ground(corpus);
            let other = self.places(other.iter().map(|id| Target::Position(*id)));
            let answer = format!("{} /{other}", self.answers(found, 0));
            let values = [("question", question.into()), ("answer", answer.into())];
            lead().plain(&match (found.other_reasons, found.other_conclusions) {
                (true, _) => self.words.say.with("brief-shared-other-reasons", values),
                (_, true) => self.words.say.with("brief-shared-other-conclusions", values),
                _ => self.words.say.with("brief-shared-issue", values),
            })
        };
        agreed.iter().map(line).collect()
    }

    pub(super) fn silent(&self, silent: &[Silent]) -> Vec<RichText> {
        let lead = || self.lead("brief-silent");
        if silent.is_empty() {
            return vec![lead().plain(&self.text("brief-silent-none"))];
        }
        let of_side = |side: usize| {
            let themes = silent.iter().filter(|theme| theme.speaks != side).map(|theme| {
                let values = [("theme", self.theme(theme.theme).into()), ("n", theme.words.into())];
                self.words.say.with("brief-theme", values)
            });
            let themes: Vec<String> = themes.collect();
            let values = [("side", self.names[side].as_str().into()), ("themes", themes.join("; ").into())];
            (!themes.is_empty()).then(|| lead().plain(&self.words.say.with("brief-silent-side", values)))
        };
        (0..2).filter_map(of_side).collect()
    }

    pub(super) fn theme(&self, theme: Theme) -> String {
        let corpus = self.words.corpus;
        let kind = |id: TypeId| &corpus.types.get(id).label;
        match theme {
            Theme::Issue(id) => self.question(id),
            Theme::Actor(id) => self.name(id),
            Theme::Claim(id, pair) => format!("{}: {}", self.pair(pair), kind(id)),
            Theme::Facet(id) => self.facet(id),
        }
    }
}
