//! The dyads of a difference on a page: what both say beside each other, and where one is silent.

use std::collections::BTreeSet;

use parallax_core::diff::{ClaimPair, Difference, Dyad, Firmness, Pair, Silence, Verdict};
use parallax_core::model::{Corpus, Factuality, RelationId, Sign, Signs, Standing};
use parallax_core::network::{Aggregation, Level};

use super::Options;
use super::document::{Block, Document, RichText, Row, Tone};
use super::grammar::capital;
use super::names::number;
use super::words::Words;

/// Pairs of claims that are shown of a dyad unless all are asked for.
const SHOWN: usize = 5;

/// Statements of one side alone that are shown of a dyad unless all are asked for.
const BESIDE: usize = 3;

/// A remark, and the statements of each side that it is about.
type DyadRow = (RichText, [Vec<RelationId>; 2]);

/// Writes dyads on a page.
pub(super) struct Dyads<'a> {
    pub(super) difference: &'a Difference<'a>,
    pub(super) words: Words<'a>,
    pub(super) sides: &'a [String; 2],
    pub(super) options: &'a Options,
}

impl Dyads<'_> {
    /// All dyads that are wanted, verdict by verdict.
    pub(super) fn write(&self, page: &mut Document) {
        for name in Verdict::NAMES {
            let is_of_it = |dyad: &&Dyad| dyad.verdict.name() == name && self.options.wants_pair(dyad.pair);
            let dyads: Vec<&Dyad> = self.difference.dyads.iter().filter(is_of_it).collect();
            let wanted = self.options.verdicts.is_empty() || self.options.verdicts.contains(&name);
            let Some(first) = dyads.first().filter(|_| wanted) else { continue };
            let title = format!("{} ({})", self.title(first.verdict), dyads.len());
            let tone = if first.verdict.is_contested() { Tone::Clash } else { Tone::Strong };
            page.push(Block::Heading(2, RichText::default().and(&title, tone)));
            if first.silence().is_some() {
                self.silences(page, &dyads);
            } else {
                self.shared(page, &dyads);
            }
        }
    }

    fn shared(&self, page: &mut Document, dyads: &[&Dyad]) {
        let agreeing = |dyad: &Dyad| {
            dyad.verdict == Verdict::Alike
                && !dyad.pairs.is_empty()
                && dyad.pairs.iter().all(|pair| pair.differing.is_empty())
        };
        let (brief, full): (Vec<&Dyad>, Vec<&Dyad>) =
            dyads.iter().partition(|dyad| agreeing(dyad) && !self.options.all);
        for dyad in full {
            let met = if dyad.via_roll_up { self.say("dyad-via-roll-up") } else { String::new() };
            page.push(Block::Heading(3, RichText::default().strong(&self.pair(dyad.pair)).faint(&met)));
            page.push(Block::Paragraph(self.summary(dyad)));
            let rows = self.rows(dyad);
            let rest = self.rest(dyad, &rows);
            let rows = rows.into_iter().map(|(what, sides)| Row { what, sides: sides.map(|ids| self.claims(&ids)) });
            page.push(Block::Sides(self.sides.clone(), rows.collect()));
            if !rest.is_empty() {
                page.push(Block::Paragraph(
                    RichText::default().faint(&self.words.say.with("dyad-rest", [("rest", rest.into())])),
                ));
            }
        }
        for dyad in brief {
            let rest = self.rest(dyad, &[]);
            page.push(Block::Item(RichText::default().strong(&self.pair(dyad.pair)).plain(&format!(": {rest}."))));
        }
    }

    /// A message without variables.
    fn say(&self, key: &str) -> String {
        self.words.say.text(key)
    }

    /// A message that stands out.
    fn strong(&self, key: &str) -> RichText {
        RichText::default().strong(&self.say(key))
    }

    fn claims(&self, ids: &[RelationId]) -> Vec<super::document::ClaimItem> {
        ids.iter().map(|id| self.words.claim(*id)).collect()
    }

    fn pair(&self, pair: Pair) -> String {
        format!("{} – {}", self.words.actor(pair.0), self.words.actor(pair.1))
    }

    /// Who says how much, which signs, in which facets the verdict was found, and how the two met.
    fn summary(&self, dyad: &Dyad) -> RichText {
        let say = self.words.say;
        let of_side = |side: usize, said: &[RelationId]| {
            let values = [("n", said.len().into()), ("signs", self.sign_words(dyad.signs[side], said).into())];
            RichText::message(say, "dyad-summary", [("side", &self.sides[side], side)], values)
        };
        let mut line = of_side(0, &dyad.a).plain(" ");
        line.0.extend(of_side(1, &dyad.b).0);
        if !dyad.facets().is_empty() {
            let found = say.with("dyad-facets", [("facets", self.words.facets(dyad.facets()).into())]);
            line = line.plain(&format!(" {found}"));
        }
        let also: Vec<String> = dyad.also().map(|found| say.word("verdict", found.verdict.name())).collect();
        if !also.is_empty() {
            line =
                line.plain(&format!(" {}", say.with("dyad-verdicts-also", [("verdicts", say.all_of(&also).into())])));
        }
        line = self.rests_on(dyad).into_iter().fold(line, |line, rests| line.plain(&format!(" {rests}")));
        if let Some(named) = dyad.as_named {
            let named = say.word("verdict", named.name());
            line = line.plain(&format!(" {}", say.with("verdict-as-named", [("verdict", named.into())])));
        }
        if dyad.via_roll_up {
            let [as_a, as_b] = [&dyad.a, &dyad.b].map(|side| self.as_named(dyad.pair, side).into());
            let [a, b] = self.sides.each_ref().map(|side| self.words.side(side).into());
            let met = say.with("dyad-met", [("a", a), ("as-a", as_a), ("b", b), ("as-b", as_b)]);
            line = line.plain(&format!(" {met}"));
        }
        line
    }

    /// Whether a contested verdict stands on single passages, and on which.
    fn rests_on(&self, dyad: &Dyad) -> Option<String> {
        let say = self.words.say;
        match &dyad.firmness {
            Firmness::Firm => None,
            Firmness::RestsOn(passages) => {
                let named: Vec<String> = passages.iter().map(|passage| self.words.passage(*passage)).collect();
                let values = [("n", named.len().into()), ("passages", say.all_of(&named).into())];
                Some(say.with("verdict-rests-on", values))
            }
            Firmness::Untried => Some(say.text("verdict-untried")),
        }
    }

    /// Which actors a side names where the dyad was met by lifting them.
    fn as_named(&self, pair: Pair, side: &[RelationId]) -> String {
        let corpus = self.difference.corpus;
        let aggregation = Aggregation::new(corpus, Level::State);
        let mut named = BTreeSet::new();
        for relation in side.iter().map(|id| corpus.relation(*id)) {
            let when = aggregation.reference(relation);
            let met = relation.pairs().filter(|(from, to)| {
                let (from, to) = (aggregation.actor(*from, when), aggregation.actor(*to, when));
                from != to && Pair::new(from, to) == pair
            });
            named.extend(met.map(|(from, to)| Pair::new(from, to)));
        }
        self.words.say.all_of(&named.into_iter().map(|pair| self.pair(pair)).collect::<Vec<_>>())
    }

    /// What is shown of a dyad: what the verdict rests on, the pairs that differ, what is central or denied beside them;
    /// under all, everything.
    fn rows(&self, dyad: &Dyad) -> Vec<DyadRow> {
        let mut rows = Vec::new();
        let mut differing: Vec<&ClaimPair> = dyad.pairs.iter().filter(|pair| !pair.differing.is_empty()).collect();
        differing.sort_by_key(|pair| std::cmp::Reverse(self.weight(pair)));
        differing.truncate(if self.options.all { usize::MAX } else { SHOWN });
        for (nth, found) in dyad.findings.iter().enumerate() {
            let [a, b] = &found.ground;
            differing.retain(|pair| *a != [pair.a] || *b != [pair.b]);
            let verdict = self.words.say.word("verdict", found.verdict.name());
            let also = || self.words.say.with("row-grounds-also", [("verdict", verdict.into())]);
            let what = if nth == 0 { self.say("row-grounds") } else { also() };
            rows.push((RichText::default().strong(&what), found.ground.clone()));
        }
        for pair in differing {
            let names = pair.differing.names();
            let tone = if names.contains(&"standing") { Tone::Clash } else { Tone::Strong };
            let ways: Vec<String> = names.iter().map(|name| self.words.say.word("differs", name)).collect();
            let ways = [("ways", self.words.say.all_of(&ways).into())];
            let what = RichText::default().and(&self.words.say.with("row-differ", ways), tone);
            rows.push((what, [vec![pair.a], vec![pair.b]]));
        }
        if self.options.all {
            for pair in dyad.pairs.iter().filter(|pair| pair.differing.is_empty()) {
                rows.push((self.strong("row-agree"), [vec![pair.a], vec![pair.b]]));
            }
        } else if rows.is_empty() {
            let best =
                [&dyad.a, &dyad.b].map(|side| best(self.difference.corpus, side, |_| true).into_iter().collect());
            rows.push((self.strong("row-beside"), best));
        }
        let more = [&dyad.more_a, &dyad.more_b].map(|more| self.noteworthy(more, &rows));
        if more.iter().any(|more| !more.is_empty()) {
            rows.push((self.strong("row-alone"), more));
        }
        rows
    }

    /// How much a pair of claims tells: a contradiction, then what both hold now, then by strength.
    fn weight(&self, pair: &ClaimPair) -> (bool, bool, u8) {
        let [a, b] = [pair.a, pair.b].map(|id| self.difference.corpus.relation(id));
        (a.standing() != b.standing(), a.held_now() && b.held_now(), a.strength + b.strength)
    }

    /// Of what one side alone says: all, if all is asked for; else what it denies or leaves open, and what is central to it.
    fn noteworthy(&self, more: &[RelationId], rows: &[DyadRow]) -> Vec<RelationId> {
        let shown = |id: &RelationId| rows.iter().any(|(_, sides)| sides.iter().flatten().any(|known| known == id));
        let mut left: Vec<RelationId> = more.iter().copied().filter(|id| !shown(id)).collect();
        if !self.options.all {
            let relation = |id: &RelationId| self.difference.corpus.relation(*id);
            let central = |id: &RelationId| relation(id).held_now() && relation(id).strength == 3;
            left.retain(|id| relation(id).standing() != Standing::Holds || central(id));
            left.sort_by_key(|id| {
                (std::cmp::Reverse(relation(id).standing()), std::cmp::Reverse(relation(id).strength), *id)
            });
            left.truncate(BESIDE);
        }
        left
    }

    /// What of a dyad the rows leave out, counted.
    fn rest(&self, dyad: &Dyad, rows: &[DyadRow]) -> String {
        let shown: BTreeSet<RelationId> = rows.iter().flat_map(|(_, sides)| sides.iter().flatten()).copied().collect();
        let hidden = |pair: &&ClaimPair| !shown.contains(&pair.a) || !shown.contains(&pair.b);
        let (agreeing, differing): (Vec<&ClaimPair>, Vec<&ClaimPair>) =
            dyad.pairs.iter().filter(hidden).partition(|pair| pair.differing.is_empty());
        let alone = [&dyad.more_a, &dyad.more_b].map(|more| more.iter().filter(|id| !shown.contains(id)).count());
        let say = self.words.say;
        let mut parts = Vec::new();
        if !differing.is_empty() {
            parts.push(say.count("rest-differing", differing.len()));
        }
        if !agreeing.is_empty() {
            parts.push(say.count("rest-agreeing", agreeing.len()));
        }
        for (side, alone) in self.sides.iter().zip(alone).filter(|(_, alone)| *alone > 0) {
            parts.push(say.with("rest-alone", [("n", alone.into()), ("side", self.words.side(side).into())]));
        }
        say.all_of(&parts)
    }

    fn silences(&self, page: &mut Document, dyads: &[&Dyad]) {
        let silent = usize::from(matches!(dyads.first().map(|dyad| dyad.verdict), Some(Verdict::OnlyA(_))));
        let several = self.words.several([&self.difference.a, &self.difference.b][silent]);
        for grade in Silence::ALL {
            let graded: Vec<&&Dyad> = dyads.iter().filter(|dyad| dyad.silence() == Some(grade)).collect();
            if graded.is_empty() {
                continue;
            }
            let key = match grade {
                Silence::Unrelated => "silence-unrelated",
                Silence::PartsOrWhole => "silence-parts-or-whole",
                Silence::NotNamed => "silence-not-named",
                Silence::OutOfPeriod => "silence-out-of-period",
            };
            let dyads = self.words.say.count("count-dyads", graded.len());
            let values = [("number", number(several)), ("dyads", dyads.into())];
            let side = capital(&self.sides[silent]);
            let line = RichText::message(self.words.say, key, [("side", &side, silent)], values);
            page.push(Block::Paragraph(line));
            if grade == Silence::Unrelated || self.options.all {
                for dyad in graded {
                    self.alone(page, dyad);
                }
            }
        }
    }

    /// What the one side says of a dyad on which the other is silent.
    fn alone(&self, page: &mut Document, dyad: &Dyad) {
        let said = if dyad.a.is_empty() { &dyad.b } else { &dyad.a };
        let listed = if self.options.all { said.clone() } else { self.each_sense(said) };
        let more = said.len() - listed.len();
        let more = if more == 0 { String::new() } else { format!(" {}", self.words.say.count("dyad-more", more)) };
        for (index, id) in listed.into_iter().enumerate() {
            let lead = RichText::default().strong(&self.pair(dyad.pair));
            let lead =
                if index == 0 { lead.faint(&more).plain(": ") } else { RichText::from(self.say("dyad-also") + " ") };
            page.push(Block::ClaimItem(lead, self.words.claim(id)));
        }
    }

    /// The heading of the dyads of a verdict.
    fn title(&self, verdict: Verdict) -> String {
        let only = |side: usize| {
            self.words.say.with("verdict-title-only", [("side", self.words.side(&self.sides[side]).into())])
        };
        match verdict {
            Verdict::OnlyA(_) => only(0),
            Verdict::OnlyB(_) => only(1),
            other => self.words.say.word("verdict-title", other.name()),
        }
    }

    /// The signs that a side holds now, in words, of what it says.
    fn sign_words(&self, signs: Signs, said: &[RelationId]) -> String {
        let is_held = |id: &RelationId| self.words.corpus.relation(*id).held_now();
        match (signs.both(), signs.only(), signs.neutral) {
            (true, ..) => self.say("held-both-signs"),
            (_, Some(sign), _) => self.words.say.word("relation", sign.name()),
            (_, _, true) => self.words.say.word("relation", Sign::Neutral.name()),
            _ if said.iter().any(is_held) => self.say("held-in-passing"),
            _ => self.say("held-nothing"),
        }
    }

    /// The strongest statement of each sense, the most telling first.
    fn each_sense(&self, said: &[RelationId]) -> Vec<RelationId> {
        let sense = |id: &RelationId| self.difference.corpus.relation(*id).factuality();
        let mut senses: Vec<Factuality> = said.iter().map(sense).collect();
        senses.sort_unstable_by_key(|sense| (sense_rank(*sense), *sense));
        senses.dedup();
        let of = |wanted| best(self.difference.corpus, said, |id| sense(id) == wanted);
        senses.into_iter().filter_map(of).take(BESIDE).collect()
    }
}

/// The statement that says most: held now before all others, then the strongest, then the first.
fn best(corpus: &Corpus, side: &[RelationId], wanted: impl Fn(&RelationId) -> bool) -> Option<RelationId> {
    let weight = |id: &&RelationId| {
        let relation = corpus.relation(**id);
        (relation.held_now(), relation.strength, std::cmp::Reverse(**id))
    };
    side.iter().filter(|id| wanted(id)).max_by_key(weight).copied()
}

/// Where a sense stands where only a few can be shown: held, denied, left open, possible, felt, to come, past.
fn sense_rank(sense: Factuality) -> u8 {
    match sense {
        Factuality::Held => 0,
        Factuality::Denied => 1,
        Factuality::Open => 2,
        Factuality::OpenNot => 3,
        Factuality::Possible => 4,
        Factuality::Felt(_) => 5,
        Factuality::Rejected => 6,
        Factuality::Future => 7,
        Factuality::Past => 8,
    }
}
