//! A comparison of several sides on a page: how far apart each two are, who sides with whom, and who holds what.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diff::{Between, Comparison, HeldType, Share, Survey, SurveyedDyad, Verdict};
use parallax_core::model::{AuthorId, Facets, Sign, Signs};

use super::Options;
use super::difference::{selection, subject};
use super::document::{Block, Document, RichText, Tone};
use super::survey_issues;
use super::words::Words;

/// Rows and dyads that are shown of a list unless all are asked for.
const SHOWN: usize = 15;

/// The page of a comparison.
pub(super) fn page(comparison: &Comparison<'_>, options: &Options) -> Document {
    let views: Vec<_> = comparison.views.iter().collect();
    let words = Words::of(comparison.corpus, &views, options);
    let survey = comparison.survey();
    let page = Page { survey: &survey, words, names: words.side_names(&views), options };
    let title = words.say.with("survey-title", [("n", views.len().into())]);
    let mut blocks = vec![Block::Heading(1, title.into())];
    let mut known: BTreeSet<&[AuthorId]> = BTreeSet::new();
    for (name, view) in page.names.iter().zip(&views) {
        let number = view.record(comparison.corpus).len();
        let is_new = known.insert(&view.authors);
        let said = if is_new { subject(words, view, number) } else { selection(words, view, number) };
        blocks.push(Block::Item(RichText::default().strong(name).plain(&format!(": {said}"))));
    }
    blocks.push(Block::Paragraph(words.say.text("survey-intro").into()));
    if survey.left_out > 0 {
        blocks.push(Block::Paragraph(words.say.count("diff-left-out", survey.left_out).into()));
    }
    page.between(&mut blocks);
    survey_issues::write(&mut blocks, &survey, words, &page.names, (options, page.shown()));
    if views.iter().all(|view| view.filter.asks_for_positions()) {
        return blocks;
    }
    page.contested(&mut blocks);
    page.majorities(&mut blocks);
    page.types(&mut blocks);
    if !options.all {
        blocks.push(Block::Paragraph(RichText::default().faint(&words.say.text("survey-hint"))));
    }
    blocks
}

struct Page<'a> {
    survey: &'a Survey,
    words: Words<'a>,
    names: Vec<String>,
    options: &'a Options,
}

impl Page<'_> {
    fn text(&self, key: &str) -> String {
        self.words.say.text(key)
    }

    fn heading(&self, page: &mut Document, key: &str, number: usize) {
        let title = self.words.say.with(key, [("n", number.into())]);
        page.push(Block::Heading(2, RichText::default().strong(&title)));
    }

    /// How many of a list are shown.
    fn shown(&self) -> usize {
        if self.options.all { usize::MAX } else { SHOWN }
    }

    /// What of a list is left out, counted.
    fn left_out(&self, page: &mut Document, all: usize) {
        let left = all.saturating_sub(self.shown());
        if left > 0 {
            page.push(Block::Paragraph(RichText::default().faint(&self.words.say.count("count-more", left))));
        }
    }

    fn sides<'s>(&self, sides: impl IntoIterator<Item = &'s usize>) -> String {
        self.words.say.all_of(&sides.into_iter().map(|side| self.words.side(&self.names[*side])).collect::<Vec<_>>())
    }

    fn pair(&self, dyad: &SurveyedDyad) -> String {
        format!("{} – {}", self.words.actor(dyad.pair.0), self.words.actor(dyad.pair.1))
    }

    /// Overlap and conflict of each two sides: the farthest apart first, then those that share most.
    fn between(&self, page: &mut Document) {
        self.heading(page, "survey-between", self.survey.between.len());
        let mut between: Vec<&Between> = self.survey.between.iter().collect();
        let order = |between: &Between| (between.conflict().unwrap_or(-1.0), between.overlap().unwrap_or(0.0));
        between.sort_by(|one, other| {
            let ((conflict, overlap), (of_other, overlap_of_other)) = (order(one), order(other));
            of_other.total_cmp(&conflict).then(overlap_of_other.total_cmp(&overlap))
        });
        let heads = [
            "column-sides",
            "column-both",
            "column-overlap",
            "column-contested",
            "column-contradicted",
            "column-conflict",
        ];
        let rows = between.iter().take(self.shown()).map(|two| {
            let [a, b] = two.sides.map(|side| &self.names[side]);
            let figure =
                |figure: Option<f64>| figure.map_or("–".to_owned(), |figure| self.words.say.decimal(figure, 2));
            let count = |number: usize| number.to_string();
            let [both, contested, contradicted] = [two.both, two.contested, two.contradictions].map(count);
            let cells = [both, figure(two.overlap()), contested, contradicted, figure(two.conflict())];
            let sides = RichText::default().strong(&format!("{a} – {b}"));
            std::iter::once(sides).chain(cells.map(RichText::from)).collect()
        });
        let rows = rows.collect();
        page.push(Block::Table(heads.map(|head| self.text(head)).to_vec(), rows));
        self.left_out(page, between.len());
        page.push(Block::Paragraph(RichText::default().faint(&self.text("survey-figures"))));
    }

    /// The dyads that some two sides contest: who holds which sign, and who stands against whom.
    fn contested(&self, page: &mut Document) {
        let wanted =
            |verdict: &Verdict| self.options.verdicts.is_empty() || self.options.verdicts.contains(&verdict.name());
        let is_wanted =
            |dyad: &&SurveyedDyad| dyad.contested.values().flatten().any(|contest| wanted(&contest.verdict));
        let dyads: Vec<&SurveyedDyad> = self.survey.dyads.iter().filter(is_wanted).collect();
        if dyads.is_empty() {
            return;
        }
        self.heading(page, "survey-contested", dyads.len());
        for dyad in dyads.iter().take(self.shown()) {
            page.push(Block::Heading(3, RichText::default().and(&format!("≠ {}", self.pair(dyad)), Tone::Clash)));
            page.push(Block::Item(self.camps(dyad).into()));
            for (verdict, (facets, couples)) in by_verdict(dyad).into_iter().filter(|(verdict, _)| wanted(verdict)) {
                let named = self.words.say.word("verdict", verdict.name());
                let respects = self.words.facets(facets);
                let title = if respects.is_empty() { named } else { format!("{named} ({respects})") };
                page.push(Block::Item(
                    RichText::default().strong(&title).plain(&format!(": {}", self.couples(&couples))),
                ));
            }
        }
        self.left_out(page, dyads.len());
    }

    /// Who holds which signs of a dyad, and how many are silent.
    fn camps(&self, dyad: &SurveyedDyad) -> String {
        let mut camps: BTreeMap<Camp, BTreeSet<usize>> = BTreeMap::new();
        for (side, signs) in &dyad.answers {
            let camp = if dyad.denying.contains(side) { Camp::Denials } else { Camp::of(*signs) };
            camps.entry(camp).or_default().insert(*side);
        }
        let told = camps.iter().map(|(camp, sides)| {
            let values =
                [("n", sides.len().into()), ("signs", self.camp(*camp).into()), ("sides", self.sides(sides).into())];
            self.words.say.with("survey-camp", values)
        });
        let silent = self.survey.sides - dyad.answers.len();
        let silent = (silent > 0).then(|| self.words.say.count("survey-silent", silent));
        told.chain(silent).collect::<Vec<_>>().join("; ") + "."
    }

    fn camp(&self, camp: Camp) -> String {
        match camp {
            Camp::Friendly => self.words.say.word("relation", Sign::Positive.name()),
            Camp::Hostile => self.words.say.word("relation", Sign::Negative.name()),
            Camp::Both => self.text("held-both-signs"),
            Camp::Neutral => self.words.say.word("relation", Sign::Neutral.name()),
            Camp::Denials => self.text("survey-denials"),
            Camp::Nothing => self.text("held-nothing"),
        }
    }

    /// Who stands against whom: of one side, all the others at once.
    fn couples(&self, couples: &[[usize; 2]]) -> String {
        let mut against: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        let mut left: Vec<[usize; 2]> = couples.to_vec();
        while let Some(most) = most_often(&left) {
            let (of_most, rest) = left.into_iter().partition::<Vec<_>, _>(|two| two.contains(&most));
            against.insert(most, of_most.into_iter().flatten().filter(|side| *side != most).collect());
            left = rest;
        }
        let told = against.iter().map(|(side, others)| {
            let values = [("side", self.words.side(&self.names[*side]).into()), ("others", self.sides(others).into())];
            self.words.say.with("survey-against", values)
        });
        told.collect::<Vec<_>>().join("; ")
    }

    /// The dyads with a majority, and who contradicts all of it.
    fn majorities(&self, page: &mut Document) {
        let mut dyads: Vec<&SurveyedDyad> = self.survey.dyads.iter().filter(|dyad| !dyad.majority.is_empty()).collect();
        if dyads.is_empty() {
            return;
        }
        dyads.sort_by_key(|dyad| (Reverse(dyad.outliers.len()), Reverse(dyad.majority.len()), dyad.pair));
        self.heading(page, "survey-majorities", dyads.len());
        let heads =
            ["column-dyad", "column-holds", "column-majority", "column-answering", "column-silent", "column-outliers"];
        let rows = dyads.iter().take(self.shown()).map(|dyad| {
            let signs = dyad.majority.first().and_then(|side| dyad.answers.get(side)).copied().unwrap_or_default();
            let answering = dyad.answers.values().filter(|signs| !signs.is_empty()).count();
            let silent = self.survey.sides - dyad.answers.len();
            let counts = [dyad.majority.len(), answering, silent].map(|number| RichText::from(number.to_string()));
            let [majority, answering, silent] = counts;
            let outliers =
                RichText::from(if dyad.outliers.is_empty() { String::new() } else { self.sides(&dyad.outliers) });
            let holds = RichText::from(self.camp(Camp::of(signs)));
            vec![RichText::default().strong(&self.pair(dyad)), holds, majority, answering, silent, outliers]
        });
        let rows = rows.collect();
        page.push(Block::Table(heads.map(|head| self.text(head)).to_vec(), rows));
        self.left_out(page, dyads.len());
    }

    /// What is held now of whom, by all, most or some; what one alone holds is counted unless all is asked for.
    fn types(&self, page: &mut Document) {
        let mut held: Vec<&HeldType> = self.survey.types.iter().collect();
        if held.is_empty() {
            return;
        }
        self.heading(page, "survey-types", held.len());
        let share = |held: &HeldType| held.share(self.survey.sides);
        let of = |wanted: Option<Share>| held.iter().filter(|held| share(held) == wanted).count();
        let counts = Share::ALL.map(|wanted| (wanted.name(), of(Some(wanted)).into()));
        let divided = of(None);
        let divided = (divided > 0).then(|| self.words.say.count("survey-divided", divided));
        let told: Vec<String> = std::iter::once(self.words.say.with("survey-shares", counts)).chain(divided).collect();
        page.push(Block::Paragraph(told.join(" ").into()));
        held.retain(|held| self.options.all || held.sides.len() + held.divided.len() > 1);
        let rows = held.iter().take(self.shown()).map(|held| {
            let label = &self.words.corpus.types.get(held.kind).label;
            let ends = [held.from, held.to].map(|end| self.words.actor(end));
            let share = share(held).map_or_else(String::new, |share| self.words.say.word("share", share.name()));
            let cells = [ends[0], label, ends[1], &share, &self.holders(held)];
            cells.map(RichText::from).to_vec()
        });
        let rows: Vec<Vec<RichText>> = rows.collect();
        if !rows.is_empty() {
            let heads =
                ["column-from", "column-type", "column-to", "column-share", "column-sides"].map(|head| self.text(head));
            page.push(Block::Table(heads.to_vec(), rows));
            self.left_out(page, held.len());
        }
    }

    /// Who holds a type, and who of them says the opposite as well.
    fn holders(&self, held: &HeldType) -> String {
        let values = || [("n", held.divided.len().into()), ("sides", self.sides(&held.divided).into())];
        let divided = (!held.divided.is_empty()).then(|| self.words.say.with("survey-opposite", values()));
        let plain = (!held.sides.is_empty()).then(|| self.sides(&held.sides));
        plain.into_iter().chain(divided).collect::<Vec<_>>().join("; ")
    }
}

/// What a side holds now of a dyad, as camps go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Camp {
    Friendly,
    Both,
    Hostile,
    Neutral,
    Denials,
    Nothing,
}

impl Camp {
    fn of(signs: Signs) -> Self {
        match (signs.both(), signs.only(), signs.neutral) {
            (true, ..) => Self::Both,
            (_, Some(Sign::Positive), _) => Self::Friendly,
            (_, Some(_), _) => Self::Hostile,
            (_, _, true) => Self::Neutral,
            _ => Self::Nothing,
        }
    }
}

/// Who contests a dyad, rule by rule, and in which facets any two do.
fn by_verdict(dyad: &SurveyedDyad) -> BTreeMap<Verdict, (Facets, Vec<[usize; 2]>)> {
    let mut verdicts: BTreeMap<Verdict, (Facets, Vec<[usize; 2]>)> = BTreeMap::new();
    for (couple, contest) in
        dyad.contested.iter().flat_map(|(couple, rules)| rules.iter().map(move |rule| (couple, rule)))
    {
        let (facets, couples) = verdicts.entry(contest.verdict).or_default();
        *facets = facets.joined(contest.facets);
        couples.push(*couple);
    }
    verdicts
}

/// The side that is in most of some couples; the first of equals.
fn most_often(couples: &[[usize; 2]]) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for side in couples.iter().flatten() {
        *counts.entry(*side).or_default() += 1;
    }
    counts.into_iter().min_by_key(|(side, count)| (Reverse(*count), *side)).map(|(side, _)| side)
}
