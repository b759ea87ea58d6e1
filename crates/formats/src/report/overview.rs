//! A comparison of two sides in short: what they contest, what they share, what each leaves out, all else counted.

use std::cmp::Reverse;

use parallax_core::brief::{Briefing, Contested};
use parallax_core::diff::{Difference, Dyad, Firmness, IssueDifference, IssueVerdict, Verdict};
use parallax_core::model::RelationId;

use super::brief::{Lines, THEMES};
use super::document::{Block, ClaimItem, Document, RichText, Row, Tone};
use super::grammar::capital;

/// Contested issues that are told; the rest is named.
const ISSUES: usize = 5;
/// Contested dyads that are told; where there are fewer issues, as many more.
const DYADS: usize = 2;
/// Dyads told alike that are named.
const ALIKE: usize = 5;

/// Writes the overview of a difference.
pub(super) struct Overview<'a, 'c> {
    pub(super) difference: &'a Difference<'a>,
    pub(super) briefing: &'a Briefing,
    pub(super) lines: &'a Lines<'a, 'c>,
    pub(super) sides: &'a [String; 2],
}

impl Overview<'_, '_> {
    /// In the order of the briefing: contested, shared, each side alone; then how much there is of what.
    pub(super) fn write(&self, page: &mut Document) {
        self.contested(page);
        self.further(page);
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
        let issues = contested.iter().filter(|found| matches!(found, Contested::Issue(_))).count();
        let room = ISSUES + DYADS - ISSUES.min(issues);
        let (mut told, mut rest) = ([ISSUES, room], Vec::new());
        for found in contested {
            let left = &mut told[usize::from(matches!(found, Contested::Dyad(_)))];
            match found {
                _ if *left == 0 => rest.push(self.name(found)),
                Contested::Issue(found) => self.issue(page, found),
                Contested::Dyad(dyad) => self.dyad(page, dyad),
            }
            *left = left.saturating_sub(1);
        }
        if !rest.is_empty() {
            let values = [("n", rest.len().into()), ("names", rest.join("; ").into())];
            page.push(Block::Paragraph(self.lines.words.say.with("overview-more", values).into()));
        }
    }

    /// An issue by its question and its id, a dyad by its actors.
    fn name(&self, found: &Contested) -> String {
        let issues = &self.lines.words.corpus.issues;
        match found {
            Contested::Issue(found) => {
                format!("{} ({})", issues.get(found.issue).question, issues.name(found.issue))
            }
            Contested::Dyad(dyad) => self.lines.pair(dyad.pair),
        }
    }

    /// A question, what its answers come to, and what each side answers.
    fn issue(&self, page: &mut Document, found: &IssueDifference) {
        let words = self.lines.words;
        let heading = RichText::default().strong(&words.corpus.issues.get(found.issue).question);
        let heading = heading.faint(&format!(" ({}) ", words.corpus.issues.name(found.issue)));
        let verdict = capital(&words.say.word("issue-verdict", found.verdict.name()));
        let heading = heading.and(&self.verdict(&verdict, &found.firmness), Tone::Clash).plain(".");
        let sides = [0, 1].map(|side| vec![self.answer(found, side)]);
        self.entry(page, heading, sides);
    }

    fn entry(&self, page: &mut Document, heading: RichText, sides: [Vec<ClaimItem>; 2]) {
        page.push(Block::Heading(3, heading));
        page.push(Block::Sides(self.sides.clone(), vec![Row { what: RichText::default(), sides }]));
    }

    /// The answers of a side with their places, and the paraphrase of the weightiest.
    fn answer(&self, found: &IssueDifference, side: usize) -> ClaimItem {
        let first = found.stands[side].ground(self.difference.corpus).first().copied();
        let gloss = first.map_or("", |id| self.difference.corpus.position(id).gloss());
        claim(&format!("{}.", self.lines.answers(found, side)), gloss)
    }

    /// A verdict, and on which single passages it rests, if it does.
    fn verdict(&self, verdict: &str, firmness: &Firmness) -> String {
        let alone = self.lines.rests_on(firmness).map_or(String::new(), |alone| format!(", {alone}"));
        format!("{verdict}{alone}")
    }

    /// Two actors, the verdict, and on what it rests.
    fn dyad(&self, page: &mut Document, dyad: &Dyad) {
        let heading = RichText::default().strong(&self.lines.pair(dyad.pair)).plain(" ");
        let verdict = self.verdict(&self.lines.verdict(dyad), &dyad.firmness);
        let ground = dyad.findings.first().map(|found| found.ground.clone()).unwrap_or_default();
        let sides = ground.map(|ids| ids.iter().map(|id| self.statement(*id)).collect());
        self.entry(page, heading.and(&verdict, Tone::Clash).plain("."), sides);
    }

    fn statement(&self, id: RelationId) -> ClaimItem {
        let words = self.lines.words;
        let (relation, sentences) = (words.corpus.relation(id), words.sentences(id));
        let told = sentences.main(relation) + &sentences.qualified(relation.said());
        claim(&format!("{told}.{}", self.lines.places_of(&[id])), "")
    }

    /// Dyads that both tell alike, and what is left out beyond what the briefing tells; the issues with something in common are counted below.
    fn further(&self, page: &mut Document) {
        let mut lines = Vec::from_iter(self.alike());
        lines.extend((0..2).filter_map(|side| self.left_out(side)));
        if !lines.is_empty() {
            page.push(Block::Heading(2, RichText::default().strong(&self.text("overview-further"))));
            page.extend(lines.into_iter().map(Block::Item));
        }
    }

    /// The dyads on which they claim the same in every respect, those first of which the quieter side says most.
    fn alike(&self) -> Option<RichText> {
        let is_alike = |dyad: &&Dyad| {
            let agree = dyad.pairs.iter().all(|pair| pair.differing.is_empty());
            dyad.verdict == Verdict::Alike && !dyad.pairs.is_empty() && agree
        };
        let mut alike: Vec<&Dyad> = self.difference.dyads.iter().filter(is_alike).collect();
        alike.sort_by_key(|dyad| Reverse(dyad.a.len().min(dyad.b.len())));
        let named: Vec<String> = alike.iter().take(ALIKE).map(|dyad| self.lines.pair(dyad.pair)).collect();
        let values = [("n", alike.len().into()), ("names", named.join(", ").into())];
        let key = if alike.len() > ALIKE { "overview-alike-more" } else { "overview-alike" };
        (!named.is_empty()).then(|| self.lines.words.say.with(key, values).into())
    }

    /// What a side leaves out that weighs with the other.
    fn left_out(&self, side: usize) -> Option<RichText> {
        let themes = self.briefing.silent.iter().filter(|silent| silent.speaks != side).skip(THEMES);
        let themes: Vec<String> = themes.map(|silent| self.lines.silence(silent)).collect();
        let lead = self.lines.words.say.with("brief-silent-side", self.lines.left_out(side));
        let lead = RichText::default().strong(&lead).plain(": ");
        (!themes.is_empty()).then(|| lead.plain(&format!("{}.", themes.join("; "))))
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

/// A sentence with the paraphrase below it.
fn claim(sentence: &str, gloss: &str) -> ClaimItem {
    let nothing = RichText::default;
    ClaimItem { sentence: capital(sentence).into(), gloss: gloss.into(), places: nothing(), passages: Vec::new() }
}
