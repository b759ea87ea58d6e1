//! The lines of a briefing on what is contested, shared and left out.

use std::collections::BTreeMap;

use parallax_core::brief::{Briefing, Contested, Silent, Theme};
use parallax_core::diff::{IssueDifference, IssueVerdict, Reserve, SurveyedIssue};
use parallax_core::messages::Value;
use parallax_core::model::{Answer, IssueId, Position, PositionId, Reason, TypeId};

use super::super::document::RichText;
use super::{Lines, Target, both};

/// Contested issues and dyads that are told at most, and as many issues of many sides.
const MOST: usize = 5;
/// Issues with something in common that are told at most.
const AGREED: usize = 3;
/// Themes of a side that are told at most.
pub(in crate::report) const THEMES: usize = 2;

impl Lines<'_, '_> {
    /// The answers of a side on which a verdict turns, each with its places.
    pub(in crate::report) fn answers(&self, found: &IssueDifference, side: usize) -> String {
        self.told(found, side, &found.ground(self.words.corpus, side))
    }

    /// Some positions of a side as answers, each with its places, and what all of them fall short of.
    fn told(&self, found: &IssueDifference, side: usize, said: &[PositionId]) -> String {
        let (corpus, say) = (self.words.corpus, self.words.say);
        let told = |(answer, said): (String, Vec<PositionId>)| answer + &self.places_of_all(&said);
        let told = say.all_of(&self.by_answer(found, side, said).into_iter().map(told).collect::<Vec<_>>());
        match found.stands[side].reserve(corpus, said) {
            Some(Reserve::Guarded) => say.with("brief-guarded", [("answers", told.into())]),
            Some(Reserve::Conditional) => say.with("brief-conditional", [("answers", told.into())]),
            None => told,
        }
    }

    /// Positions of a side by what they answer, in words.
    fn by_answer(&self, found: &IssueDifference, side: usize, said: &[PositionId]) -> Vec<(String, Vec<PositionId>)> {
        let say = self.words.say;
        let mut answers: Vec<(String, Vec<PositionId>)> = Vec::new();
        for id in said {
            let answer = self.words.corpus.position(*id).answer;
            let is_denied = found.stands[side].denied.get(&answer).is_some_and(|denied| denied.contains(id));
            let told = self.words.answer(found.issue, answer);
            let told = if is_denied { say.with("brief-not", [("answer", told.into())]) } else { told };
            match answers.iter_mut().find(|(known, _)| *known == told) {
                Some((_, said)) => said.push(*id),
                None => answers.push((told, vec![*id])),
            }
        }
        answers
    }

    fn places_of_all(&self, said: &[PositionId]) -> String {
        self.places(said.iter().map(|id| Target::Position(*id)))
    }

    /// What is contested beside the main pair, of which a line of its own tells.
    pub(super) fn contested(&self, briefing: &Briefing) -> Vec<RichText> {
        let is_told = |found: &&Contested| match (found, &briefing.main_pair) {
            (Contested::Dyad(dyad), Some(main)) => dyad.pair == main.of,
            _ => false,
        };
        let contested: Vec<&Contested> = briefing.contested.iter().filter(|found| !is_told(found)).collect();
        if briefing.contested.is_empty() {
            return vec![self.lead("brief-contested").plain(&self.text("brief-contested-none"))];
        }
        let more = &contested[contested.len().min(MOST)..];
        let line = |(nth, found): (usize, &&Contested)| {
            let (line, command) = self.contest(found);
            let is_last = !more.is_empty() && nth + 1 == MOST;
            self.with_command(if is_last { line.faint(&format!(" {}", self.further(more))) } else { line }, &command)
        };
        contested.iter().take(MOST).enumerate().map(line).collect()
    }

    /// How many questions and pairs of actors are contested beside those that are told.
    fn further(&self, more: &[&Contested]) -> String {
        let issues = more.iter().filter(|found| matches!(found, Contested::Issue(_))).count();
        let counts = [("brief-further-issues", issues), ("brief-further-pairs", more.len() - issues)];
        let counted = counts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| self.words.say.count(key, n));
        self.words.say.with("brief-further", [("counts", self.words.say.all_of(&counted.collect::<Vec<_>>()).into())])
    }

    /// What two contest, and the command that shows more of it.
    fn contest(&self, found: &Contested) -> (RichText, String) {
        let lead = self.lead("brief-contested");
        match found {
            Contested::Issue(found) => {
                let values = [
                    ("question", self.question(found.issue).into()),
                    ("a", self.names[0].as_str().into()),
                    ("told-a", self.answers(found, 0).into()),
                    ("b", self.names[1].as_str().into()),
                    ("told-b", (self.answers(found, 1) + &self.alone(&found.firmness)).into()),
                ];
                (lead.plain(&self.words.say.with("brief-contested-issue", values)), self.of_issue(found.issue))
            }
            Contested::Dyad(dyad) => {
                let values = [("pair", self.pair(dyad.pair).into()), ("verdict", self.verdict(dyad).into())];
                let line = lead.plain(&self.words.say.with("brief-contested-dyad", values));
                (line.faint(&(self.grounds(dyad) + &self.alone(&dyad.firmness))), self.between(dyad.pair))
            }
        }
    }

    /// The issues of many sides: who gives which answer, those that they most contest first.
    pub(super) fn surveyed(&self, issues: &[SurveyedIssue]) -> Vec<RichText> {
        let is_contested = |found: &&SurveyedIssue| found.contested().next().is_some();
        let is_shared = |found: &&SurveyedIssue| found.speaking().count() > 1 && !is_contested(found);
        let lines = [
            ("brief-contested", issues.iter().filter(is_contested).take(MOST).collect::<Vec<_>>()),
            ("brief-shared", issues.iter().filter(is_shared).take(MOST).collect()),
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
            let line = self.lead(key).plain(&self.words.say.with("brief-shared-issue", values));
            self.with_command(line, &self.of_issue(found.issue))
        };
        lines
            .into_iter()
            .flat_map(|(key, found)| found.into_iter().map(move |found| (key, found)))
            .map(|(key, found)| line(key, found))
            .collect()
    }

    pub(super) fn agreed(&self, agreed: &[IssueDifference]) -> Vec<RichText> {
        let lead = || self.lead("brief-shared");
        if self.words.corpus.issues.is_empty() {
            return Vec::new();
        }
        if agreed.is_empty() {
            return vec![lead().plain(&self.text("brief-shared-none"))];
        }
        let line =
            |found: &IssueDifference| self.with_command(lead().plain(&self.common(found)), &self.of_issue(found.issue));
        agreed.iter().take(AGREED).map(line).collect()
    }

    /// A question with what both answer, or deny, where each does, and why, if for other reasons.
    fn common(&self, found: &IssueDifference) -> String {
        let question = self.question(found.issue);
        let [own, other] = [0, 1].map(|side| self.by_answer(found, side, &found.common[side]));
        let told = own.into_iter().filter_map(|(answer, said)| {
            let of_other = &other.iter().find(|(known, _)| *known == answer)?.1;
            Some(answer + &self.beside(found, [&said, of_other]))
        });
        let mut answers = self.words.say.all_of(&told.collect::<Vec<_>>());
        if found.verdict == IssueVerdict::InPart {
            answers = self.words.say.with("brief-shared-in-part", [("answers", answers.into())]);
        }
        let values = [("question", question.into()), ("answer", answers.into())];
        let line = self.words.say.with("brief-shared-issue", values);
        [line].into_iter().chain(self.behind(found)).collect::<Vec<_>>().join(" ")
    }

    /// Where two sides answer the same, and which of them does not do so outright.
    fn beside(&self, found: &IssueDifference, said: [&[PositionId]; 2]) -> String {
        let reserve = |side: usize| {
            let key = match found.stands[side].reserve(self.words.corpus, said[side])? {
                Reserve::Conditional => "brief-side-conditional",
                Reserve::Guarded => "brief-side-guarded",
            };
            Some(self.words.say.with(key, [("side", self.names[side].as_str().into())]))
        };
        let reserves: Vec<String> = (0..2).filter_map(reserve).collect();
        let reserves = if reserves.is_empty() { String::new() } else { format!(" ({})", reserves.join(", ")) };
        both(&said.map(|said| self.places_of_all(said))) + &reserves
    }

    /// The first reason of each side, or else its first conclusion, where these are others than the other's.
    fn behind(&self, found: &IssueDifference) -> Vec<String> {
        let corpus = self.words.corpus;
        let (key, of): (_, fn(&Position) -> &[Reason]) = match (found.other_reasons, found.other_conclusions) {
            (true, _) => ("brief-because", |position| &position.rests_on),
            (_, true) => ("brief-hence", |position| &position.so),
            _ => return Vec::new(),
        };
        let told = |(said, name): (&Vec<PositionId>, &String)| {
            let first = said.iter().find_map(|id| of(corpus.position(*id)).first())?;
            let values = [("side", name.as_str().into()), ("reason", self.reason(*first).into())];
            Some(self.words.say.with(key, values))
        };
        found.common.iter().zip(self.names).filter_map(told).collect()
    }

    pub(super) fn silent(&self, silent: &[Silent]) -> Vec<RichText> {
        if silent.is_empty() {
            return vec![self.lead("brief-silent").plain(&self.text("brief-silent-none"))];
        }
        let of_side = |side: usize| {
            let lead = self.words.say.with("brief-silent-side", self.left_out(side));
            let themes = || silent.iter().filter(|theme| theme.speaks != side).take(THEMES);
            let first = themes().next()?;
            let themes: Vec<String> = themes().map(|theme| self.silence(theme)).collect();
            let lead = RichText::default().strong(&lead).plain(": ");
            Some(self.with_command(lead.plain(&format!("{}.", themes.join("; "))), &self.of_theme(first.theme)))
        };
        (0..2).filter_map(of_side).collect()
    }

    /// A reason in short: of an answer to another question the answer alone.
    pub(in crate::report) fn reason(&self, reason: Reason) -> String {
        let Reason::Position(id) = reason else { return self.words.reason(reason) };
        self.words.reasoned_answer(id)
    }

    /// Who leaves something out, and whose words there are on it.
    pub(in crate::report) fn left_out(&self, side: usize) -> [(&'static str, Value<'_>); 2] {
        [("side", self.names[side].as_str().into()), ("other", self.names[1 - side].as_str().into())]
    }

    /// A theme with how many words its text spends on it, and the shares of the sides, or what is answered.
    pub(in crate::report) fn silence(&self, silent: &Silent) -> String {
        let theme = match silent.theme {
            Theme::Issue(id) => match self.answered(id, silent.speaks) {
                Some(answers) => format!("{} {answers}", self.theme(silent.theme)),
                None => self.theme(silent.theme),
            },
            theme => self.theme(theme),
        };
        let values =
            [("theme", theme.into()), ("n", silent.words.into()), ("shares", self.percents(&silent.shares).into())];
        let key = match (silent.theme, silent.words) {
            (Theme::Issue(_), 0) => "brief-theme-issue-alone",
            (Theme::Issue(_), _) => "brief-theme-issue",
            (_, 0) => "brief-theme-share",
            (_, _) => "brief-theme",
        };
        self.words.say.with(key, values)
    }

    /// The command that shows what is said of a theme.
    fn of_theme(&self, theme: Theme) -> String {
        match theme {
            Theme::Issue(id) => self.of_issue(id),
            Theme::Actor(id) => self.about_actor(id),
            Theme::Claim(_, pair) => self.between(pair),
            Theme::Facet(id) => self.about_facet(id),
        }
    }

    /// What the only side that answers an issue answers first, and how many answers it has beside that.
    fn answered(&self, id: IssueId, side: usize) -> Option<String> {
        let two = self.comparison.of_two()?;
        let found = two.issues.iter().find(|found| found.issue == id)?;
        let said = found.ground(self.words.corpus, side);
        let by_answer = self.by_answer(found, side, &said);
        let told = self.told(found, side, &by_answer.first()?.1);
        let more = by_answer.len() - 1;
        if more == 0 {
            return Some(told);
        }
        let more = self.words.say.count("brief-further-answers", more);
        Some(format!("{told} {}", self.words.say.with("brief-further", [("counts", more.into())])))
    }

    fn theme(&self, theme: Theme) -> String {
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
