//! A comparison of two sides in short: what they contest, what they share, what each leaves out, all else counted.

use parallax_core::brief::{Briefing, Contested};
use parallax_core::diff::{Difference, Dyad, Firmness, IssueDifference, IssueVerdict};
use parallax_core::model::{PositionId, RelationId};

use super::brief::Lines;
use super::document::{Block, ClaimItem, Document, RichText, Row, Tone};
use super::grammar::capital;

/// Contested issues and dyads that are told; the rest is counted.
const CONTESTED: usize = 8;
/// Agreements that are told.
const SHARED: usize = 5;
/// Reasons of an agreement that are told of a side.
const REASONS: usize = 2;

/// Writes the overview of a difference.
pub(super) struct Overview<'a> {
    pub(super) difference: &'a Difference<'a>,
    pub(super) briefing: &'a Briefing,
    pub(super) lines: &'a Lines<'a>,
    pub(super) sides: &'a [String; 2],
}

impl Overview<'_> {
    /// In the order of the briefing: contested, shared, each side alone; then how much there is of what.
    pub(super) fn write(&self, page: &mut Document) {
        self.contested(page);
        self.shared(page);
        self.left_out(page);
        self.counts(page);
    }

    fn text(&self, key: &str) -> String {
        self.lines.words.say.text(key)
    }

    fn heading(&self, key: &str, n: usize) -> Block {
        Block::Heading(2, RichText::default().strong(&self.lines.words.say.with(key, [("n", n.into())])))
    }

    fn contested(&self, page: &mut Document) {
        let contested = &self.briefing.contested;
        if contested.is_empty() {
            return;
        }
        page.push(self.heading("overview-contested", contested.len()));
        for found in contested.iter().take(CONTESTED) {
            match found {
                Contested::Issue(found) => self.issue(page, found, |side| vec![self.answer(found, side)]),
                Contested::Dyad(dyad) => self.dyad(page, dyad),
            }
        }
        let rest: Vec<String> = contested.iter().skip(CONTESTED).map(|found| self.name(found)).collect();
        self.more(page, &rest);
    }

    /// An issue by its id, a dyad by its actors.
    fn name(&self, found: &Contested) -> String {
        match found {
            Contested::Issue(found) => self.lines.words.corpus.issues.name(found.issue).to_owned(),
            Contested::Dyad(dyad) => self.lines.pair(dyad.pair),
        }
    }

    /// What there is no room for, by name.
    fn more(&self, page: &mut Document, names: &[String]) {
        if !names.is_empty() {
            let values = [("n", names.len().into()), ("names", names.join(", ").into())];
            page.push(Block::Paragraph(self.lines.words.say.with("overview-more", values).into()));
        }
    }

    /// A question, what its answers come to, and what is told of each side.
    fn issue(&self, page: &mut Document, found: &IssueDifference, of_side: impl Fn(usize) -> Vec<ClaimItem>) {
        let words = self.lines.words;
        let issue = words.corpus.issues.get(found.issue);
        let verdict = capital(&words.say.word("issue-verdict", found.verdict.name()));
        let tone = if found.verdict.is_contested() { Tone::Clash } else { Tone::Plain };
        let heading = RichText::default().strong(&issue.question);
        let heading = heading.faint(&format!(" ({}) ", words.corpus.issues.name(found.issue)));
        let heading = heading.and(&format!("{verdict}."), tone).plain(&self.firmness(&found.firmness));
        page.push(Block::Heading(3, heading));
        let row = Row { what: RichText::default(), sides: [of_side(0), of_side(1)] };
        page.push(Block::Sides(self.sides.clone(), vec![row]));
    }

    /// The answers of a side with their places, and the paraphrase of the weightiest.
    fn answer(&self, found: &IssueDifference, side: usize) -> ClaimItem {
        let first = found.stands[side].ground(self.difference.corpus).first().copied();
        let gloss = first.map_or("", |id| self.difference.corpus.position(id).gloss());
        self.claim(&format!("{}.", self.lines.answers(found, side)), gloss)
    }

    fn claim(&self, sentence: &str, gloss: &str) -> ClaimItem {
        let nothing = RichText::default;
        ClaimItem { sentence: capital(sentence).into(), gloss: gloss.into(), places: nothing(), passages: Vec::new() }
    }

    /// On which single passages a verdict rests, if it does.
    fn firmness(&self, firmness: &Firmness) -> String {
        let words = self.lines.words;
        match firmness {
            Firmness::Firm => String::new(),
            Firmness::RestsOn(passages) => {
                let named: Vec<String> = passages.iter().map(|passage| words.passage(*passage)).collect();
                let values = [("n", named.len().into()), ("passages", words.say.all_of(&named).into())];
                format!(" {}", words.say.with("verdict-rests-on", values))
            }
            Firmness::Untried => format!(" {}", self.text("verdict-untried")),
        }
    }

    /// Two actors, the verdict, and on what it rests.
    fn dyad(&self, page: &mut Document, dyad: &Dyad) {
        let heading = RichText::default().strong(&self.lines.pair(dyad.pair)).plain(" ");
        let heading = heading.and(&format!("{}.", self.lines.verdict(dyad)), Tone::Clash);
        page.push(Block::Heading(3, heading.plain(&self.firmness(&dyad.firmness))));
        let ground = dyad.findings.first().map(|found| found.ground.clone()).unwrap_or_default();
        let sides = ground.map(|ids| ids.iter().map(|id| self.statement(*id)).collect());
        page.push(Block::Sides(self.sides.clone(), vec![Row { what: RichText::default(), sides }]));
    }

    fn statement(&self, id: RelationId) -> ClaimItem {
        let words = self.lines.words;
        let (relation, sentences) = (words.corpus.relation(id), words.sentences(id));
        let told = sentences.main(relation) + &sentences.qualified(relation.said());
        self.claim(&format!("{told}.{}", self.lines.places_of(id)), "")
    }

    fn shared(&self, page: &mut Document) {
        let agreed = &self.briefing.agreed;
        if agreed.is_empty() {
            return;
        }
        page.push(self.heading("overview-shared", agreed.len()));
        for found in agreed.iter().take(SHARED) {
            self.issue(page, found, |side| vec![self.reasoned(found, side)]);
        }
        let issues = &self.lines.words.corpus.issues;
        let rest: Vec<String> = agreed.iter().skip(SHARED).map(|found| issues.name(found.issue).to_owned()).collect();
        self.more(page, &rest);
    }

    /// The answers of a side with the first reasons that it gives for the weightiest, or else the paraphrase.
    fn reasoned(&self, found: &IssueDifference, side: usize) -> ClaimItem {
        let (corpus, words) = (self.difference.corpus, self.lines.words);
        let ground: Vec<PositionId> = found.stands[side].ground(corpus);
        let Some(id) = ground.iter().find(|id| !corpus.position(**id).rests_on.is_empty()) else {
            return self.answer(found, side);
        };
        let reasons = corpus.position(*id).rests_on.iter().take(REASONS);
        let reasons: Vec<String> = reasons.map(|reason| self.lines.reason(*reason)).collect();
        let because = words.say.with("position-rests-on", [("reasons", reasons.join("; ").into())]);
        self.claim(&format!("{}. {because}", self.lines.answers(found, side)), "")
    }

    /// What each side leaves out that weighs with the other.
    fn left_out(&self, page: &mut Document) {
        if self.briefing.silent.is_empty() {
            return;
        }
        page.push(Block::Heading(2, RichText::default().strong(&self.text("overview-left-out"))));
        for side in 0..2 {
            let themes = self.briefing.silent.iter().filter(|silent| silent.speaks != side);
            let themes: Vec<String> = themes.map(|silent| self.lines.silence(silent)).collect();
            if !themes.is_empty() {
                let lead = self.lines.words.say.with("brief-silent-side", self.lines.left_out(side));
                let lead = RichText::default().strong(&lead).plain(": ");
                page.push(Block::Item(lead.plain(&format!("{}.", themes.join("; ")))));
            }
        }
    }

    /// How many issues and dyads have which verdict; the issues by their ids, which `--issue` takes.
    fn counts(&self, page: &mut Document) {
        let (words, difference) = (self.lines.words, self.difference);
        page.push(Block::Heading(2, RichText::default().strong(&self.text("overview-counts"))));
        let issues: Vec<String> = IssueVerdict::NAMES.iter().filter_map(|name| self.issues_of(name)).collect();
        if !issues.is_empty() {
            let values = [("n", difference.issues.len().into()), ("verdicts", issues.join("; ").into())];
            page.push(Block::Item(words.say.with("overview-issues", values).into()));
        }
        let both = difference.numbers.verdicts.iter().zip(&difference.numbers.rolled_up);
        let numbers = both.map(|((name, named), (_, rolled_up))| (name, named + rolled_up)).filter(|(_, n)| *n > 0);
        let verdict = |name: &str| self.only(name).unwrap_or_else(|| words.say.word("verdict", name));
        let dyads: Vec<String> = numbers.map(|(name, number)| format!("{} {number}", verdict(name))).collect();
        if !dyads.is_empty() {
            let values = [("n", difference.dyads.len().into()), ("verdicts", dyads.join(", ").into())];
            page.push(Block::Item(words.say.with("overview-dyads", values).into()));
        }
    }

    /// How many issues have a verdict; by their ids where they are not told above.
    fn issues_of(&self, verdict: &str) -> Option<String> {
        let words = self.lines.words;
        let of_it = self.difference.issues.iter().filter(|found| found.verdict.name() == verdict);
        let of_it: Vec<&IssueDifference> = of_it.collect();
        let first = of_it.first()?;
        let name = self.only(verdict).unwrap_or_else(|| words.say.word("issue-verdict", verdict));
        let is_told = first.verdict.is_contested() || first.verdict == IssueVerdict::Agree;
        let ids: Vec<&str> = of_it.iter().map(|found| words.corpus.issues.name(found.issue)).collect();
        let listed = if is_told { String::new() } else { format!(" ({})", ids.join(", ")) };
        Some(format!("{name} {}{listed}", of_it.len()))
    }

    /// The name of a silence.
    fn only(&self, verdict: &str) -> Option<String> {
        let speaks = ["only-a", "only-b"].iter().position(|name| *name == verdict)?;
        let side = self.lines.words.side(&self.sides[speaks]);
        Some(self.lines.words.say.with("verdict-only", [("side", side.into())]))
    }
}
