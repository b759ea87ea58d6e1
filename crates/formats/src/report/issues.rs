//! The issues of a difference on a page: what each side answers, verdict by verdict.

use parallax_core::diff::{Difference, Firmness, IssueDifference, IssueSilence, IssueVerdict, Reserve, Stand};
use parallax_core::model::PositionId;

use super::Options;
use super::document::{Block, ClaimItem, Document, RichText, Row, Tone};
use super::names::number;
use super::words::Words;

/// Positions of a side that are shown of an issue unless all are asked for.
const SHOWN: usize = 2;

/// Writes issues on a page.
pub(super) struct Issues<'a> {
    pub(super) difference: &'a Difference<'a>,
    pub(super) words: Words<'a>,
    pub(super) sides: &'a [String; 2],
    pub(super) options: &'a Options,
}

impl Issues<'_> {
    /// All issues, verdict by verdict; nothing if there is none.
    pub(super) fn write(&self, page: &mut Document) {
        let is_wanted = |found: &&IssueDifference| self.options.wants_issue(self.difference.corpus, found.issue);
        let issues: Vec<&IssueDifference> = self.difference.issues.iter().filter(is_wanted).collect();
        if issues.is_empty() {
            return;
        }
        let (say, count) =
            (self.words.say, |is: fn(&&IssueDifference) -> bool| issues.iter().copied().filter(is).count().into());
        let title = say.with("issues-title", [("n", issues.len().into())]);
        page.push(Block::Heading(2, RichText::default().strong(&title)));
        let counts = [
            ("contested", count(|issue| issue.verdict.is_contested())),
            ("firm", count(|issue| issue.verdict.is_contested() && issue.firmness.is_firm())),
            ("agreed", count(|issue| issue.verdict == IssueVerdict::Agree)),
            ("alone", count(|issue| issue.silence().is_some())),
        ];
        page.push(Block::Paragraph(say.with("issues-intro", counts).into()));
        for name in IssueVerdict::NAMES {
            let of_it: Vec<&IssueDifference> =
                issues.iter().copied().filter(|issue| issue.verdict.name() == name).collect();
            let Some(first) = of_it.first() else { continue };
            let title = format!("{} ({})", self.title(first.verdict), of_it.len());
            let tone = if first.verdict.is_contested() { Tone::Clash } else { Tone::Strong };
            page.push(Block::Heading(2, RichText::default().and(&title, tone)));
            for issue in of_it {
                self.issue(page, issue);
            }
        }
    }

    /// The heading of the issues of a verdict.
    fn title(&self, verdict: IssueVerdict) -> String {
        let only = |side: usize| {
            self.words.say.with("issue-title-only", [("side", self.words.side(&self.sides[side]).into())])
        };
        match verdict {
            IssueVerdict::OnlyA(_) => only(0),
            IssueVerdict::OnlyB(_) => only(1),
            other => self.words.say.word("issue-title", other.name()),
        }
    }

    fn issue(&self, page: &mut Document, found: &IssueDifference) {
        let corpus = self.difference.corpus;
        let (question, id) = (&corpus.issues.get(found.issue).question, corpus.issues.name(found.issue));
        page.push(Block::Heading(3, RichText::default().strong(question).faint(&format!(" ({id})"))));
        let remarks = self.remarks(found);
        if !remarks.is_empty() {
            page.push(Block::Paragraph(remarks.join(" ").into()));
        }
        let sides = [0, 1].map(|side| self.claims(found, side));
        page.push(Block::Sides(self.sides.clone(), vec![Row { what: RichText::default(), sides }]));
    }

    /// What is to be said of an issue beside the answers.
    fn remarks(&self, found: &IssueDifference) -> Vec<String> {
        let say = self.words.say;
        let mut remarks = self.reserves(found);
        if let Firmness::RestsOn(passages) = &found.firmness {
            let named: Vec<String> = passages.iter().map(|passage| self.words.passage(*passage)).collect();
            let values = [("n", named.len().into()), ("passages", say.all_of(&named).into())];
            remarks.push(say.with("issue-rests-on", values));
        }
        if found.other_reasons {
            remarks.push(say.text("issue-other-reasons"));
        }
        if found.other_conclusions {
            remarks.push(say.text("issue-other-conclusions"));
        }
        let denied: Vec<String> =
            found.shared_denials.iter().map(|answer| self.words.answer(found.issue, *answer)).collect();
        if !denied.is_empty() {
            remarks.push(say.with("issue-shared-denials", [("answers", say.all_of(&denied).into())]));
        }
        remarks.extend(self.silence(found));
        remarks
    }

    /// What the answers of the sides fall short of.
    pub(super) fn reserves(&self, found: &IssueDifference) -> Vec<String> {
        let of_side = |(stand, side): (&Stand, &String)| {
            let key = match stand.reserve(self.difference.corpus, &stand.all_held())? {
                Reserve::Conditional => "issue-conditional",
                Reserve::Guarded => "issue-guarded",
            };
            Some(self.words.say.with(key, [("side", self.words.side(side).into())]))
        };
        found.stands.iter().zip(self.sides).filter_map(of_side).collect()
    }

    fn silence(&self, found: &IssueDifference) -> Option<String> {
        let (silent, view) = match found.verdict {
            IssueVerdict::OnlyA(_) => (1, &self.difference.b),
            IssueVerdict::OnlyB(_) => (0, &self.difference.a),
            _ => return None,
        };
        let side = ("side", self.words.side(&self.sides[silent]).into());
        let values = [side, ("number", number(self.words.several(view)))];
        Some(self.words.say.with(
            match found.silence()? {
                IssueSilence::Unanswered => "issue-silence-unanswered",
                IssueSilence::NotRaised => "issue-silence-not-raised",
                IssueSilence::OutOfPeriod => "issue-silence-out-of-period",
            },
            values,
        ))
    }

    /// What a side says of an issue: on what the verdict turns, one position of each other answer and standing, held outright or not, then all else; the last only
    /// if there is room, or all is asked for.
    fn claims(&self, found: &IssueDifference, side: usize) -> Vec<ClaimItem> {
        let stand = &found.stands[side];
        let mut all = found.ground(self.difference.corpus, side);
        let corpus = self.difference.corpus;
        let standing = |id: &PositionId| {
            let position = corpus.position(*id);
            (position.answer, position.standing(), position.is_conditional(false))
        };
        for id in &stand.positions {
            if !all.iter().any(|known| standing(known) == standing(id)) {
                all.push(*id);
            }
        }
        let least = all.len();
        let rest: Vec<PositionId> = stand.positions.iter().copied().filter(|id| !all.contains(id)).collect();
        all.extend(rest);
        let shown = if self.options.all { all.len() } else { least.max(SHOWN).min(all.len()) };
        let mut claims: Vec<ClaimItem> = all[..shown].iter().map(|id| self.words.position(*id)).collect();
        if shown < all.len() {
            let more = RichText::default().faint(&self.words.say.count("issue-more", all.len() - shown));
            let nothing = RichText::default;
            claims.push(ClaimItem { sentence: more, gloss: nothing(), places: nothing(), passages: Vec::new() });
        }
        claims
    }
}
