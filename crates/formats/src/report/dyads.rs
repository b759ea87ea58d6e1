//! The dyads of a difference on a page: what both say beside each other, and where one is silent.

use std::collections::BTreeSet;

use parallax_core::diff::{ClaimPair, Difference, Dyad, Pair, Silence, Verdict, is_weighed, speaks_of};
use parallax_core::model::{Factuality, RelationId, Sign, Signs, Standing};
use parallax_core::network::{Level, Lift};

use super::Options;
use super::grammar::{capital, within};
use super::page::{Block, Line, Page, Row, Tone};
use super::words::{Words, count, join};

/// Pairs of claims that are shown of a dyad unless all are asked for.
const SHOWN: usize = 5;

/// Statements of one side alone that are shown of a dyad unless all are asked for.
const BESIDE: usize = 3;

/// A remark, and the statements of each side that it is about.
type Shown = (Line, [Vec<RelationId>; 2]);

/// Writes dyads on a page.
pub(super) struct Dyads<'a> {
    pub(super) difference: &'a Difference<'a>,
    pub(super) words: Words<'a>,
    pub(super) sides: &'a [String; 2],
    pub(super) options: &'a Options,
}

impl Dyads<'_> {
    /// All dyads that are wanted, verdict by verdict.
    pub(super) fn write(&self, page: &mut Page) {
        for name in Verdict::NAMES {
            let mut dyads: Vec<&Dyad> =
                self.difference.dyads.iter().filter(|dyad| dyad.verdict.name() == name).collect();
            dyads.sort_by_key(|dyad| dyad.via_roll_up);
            let wanted = self.options.verdicts.is_empty() || self.options.verdicts.contains(&name);
            let Some(first) = dyads.first().filter(|_| wanted) else { continue };
            let title = format!("{} ({})", title(first.verdict, self.sides), dyads.len());
            let tone = if first.verdict.contradicts() { Tone::Clash } else { Tone::Strong };
            page.push(Block::Heading(2, Line::default().and(&title, tone)));
            if first.silence().is_some() {
                self.silences(page, &dyads);
            } else {
                self.shared(page, &dyads);
            }
        }
    }

    fn shared(&self, page: &mut Page, dyads: &[&Dyad]) {
        let agreeing = |dyad: &Dyad| {
            dyad.verdict == Verdict::SameSign
                && !dyad.pairs.is_empty()
                && dyad.pairs.iter().all(|pair| pair.differing.is_empty())
        };
        let (brief, full): (Vec<&Dyad>, Vec<&Dyad>) =
            dyads.iter().partition(|dyad| agreeing(dyad) && !self.options.all);
        for dyad in full {
            let met = if dyad.via_roll_up { ", via roll-up" } else { "" };
            page.push(Block::Heading(3, Line::default().strong(&self.pair(dyad.pair)).faint(met)));
            page.push(Block::Paragraph(self.summary(dyad)));
            let rows = self.rows(dyad);
            let rest = self.rest(dyad, &rows);
            let rows = rows.into_iter().map(|(what, sides)| Row { what, sides: sides.map(|ids| self.claims(&ids)) });
            page.push(Block::Sides(self.sides.clone(), rows.collect()));
            if !rest.is_empty() {
                page.push(Block::Paragraph(Line::default().faint(&format!("And {rest}."))));
            }
        }
        for dyad in brief {
            let rest = self.rest(dyad, &[]);
            page.push(Block::Item(Line::default().strong(&self.pair(dyad.pair)).plain(&format!(": {rest}."))));
        }
    }

    fn claims(&self, ids: &[RelationId]) -> Vec<super::page::Claim> {
        ids.iter().map(|id| self.words.claim(*id)).collect()
    }

    fn pair(&self, pair: Pair) -> String {
        format!("{} – {}", self.words.actor(pair.0), self.words.actor(pair.1))
    }

    /// Who says how much, which signs, in which facets the verdict was found, and how the two met.
    fn summary(&self, dyad: &Dyad) -> Line {
        let [a, b] = self.sides;
        let [held_a, held_b] = dyad.signs.map(sign_words);
        let mut line = Line::default()
            .of_side(a, 0)
            .plain(&format!(": {}, held now: {held_a}. ", count(dyad.a.len(), "statement")))
            .of_side(b, 1)
            .plain(&format!(": {}, held now: {held_b}.", count(dyad.b.len(), "statement")));
        if !dyad.facets.is_empty() {
            line = line.plain(&format!(" The verdict was found in: {}.", self.words.facets(dyad.facets)));
        }
        if dyad.via_roll_up {
            let named = [&dyad.a, &dyad.b].map(|side| self.as_named(dyad.pair, side));
            let met =
                format!(" They meet via roll-up: for {} {}; for {} {}.", within(a), named[0], within(b), named[1]);
            line = line.plain(&met);
        }
        line
    }

    /// Which actors a side names where the dyad was met by lifting them.
    fn as_named(&self, pair: Pair, side: &[RelationId]) -> String {
        let corpus = self.difference.corpus;
        let lift = Lift::new(corpus, Level::State);
        let mut named = BTreeSet::new();
        for relation in side.iter().map(|id| corpus.relation(*id)) {
            let when = lift.reference(relation);
            let met = relation.pairs().filter(|(from, to)| {
                let (from, to) = (lift.actor(*from, when), lift.actor(*to, when));
                from != to && Pair::new(from, to) == pair
            });
            named.extend(met.map(|(from, to)| Pair::new(from, to)));
        }
        join(&named.into_iter().map(|pair| self.pair(pair)).collect::<Vec<_>>())
    }

    /// What is shown of a dyad: what the verdict rests on, the pairs that differ, what is central or denied beside them;
    /// under all, everything.
    fn rows(&self, dyad: &Dyad) -> Vec<Shown> {
        let mut rows = Vec::new();
        let mut differing: Vec<&ClaimPair> = dyad.pairs.iter().filter(|pair| !pair.differing.is_empty()).collect();
        differing.sort_by_key(|pair| std::cmp::Reverse(self.weight(pair)));
        differing.truncate(if self.options.all { usize::MAX } else { SHOWN });
        let grounds =
            self.grounds(dyad).filter(|[a, b]| !differing.iter().any(|pair| *a == [pair.a] && *b == [pair.b]));
        rows.extend(grounds.map(|grounds| (Line::default().strong("The verdict rests on:"), grounds)));
        for pair in differing {
            let names = pair.differing.names();
            let tone = if names.contains(&"standing") { Tone::Clash } else { Tone::Strong };
            let what = Line::default().and(&format!("They differ in {}:", join(&names)), tone);
            rows.push((what, [vec![pair.a], vec![pair.b]]));
        }
        if self.options.all {
            for pair in dyad.pairs.iter().filter(|pair| pair.differing.is_empty()) {
                rows.push((Line::default().strong("They agree:"), [vec![pair.a], vec![pair.b]]));
            }
        } else if rows.is_empty() {
            let best = [&dyad.a, &dyad.b].map(|side| self.best(side, |_| true).into_iter().collect());
            rows.push((Line::default().strong("Beside each other:"), best));
        }
        let more = [&dyad.more_a, &dyad.more_b].map(|more| self.telling(more, &rows));
        if more.iter().any(|more| !more.is_empty()) {
            rows.push((Line::default().strong("Beside these, each alone:"), more));
        }
        rows
    }

    /// How much a pair of claims tells: a contradiction, then what both hold now, then by strength.
    fn weight(&self, pair: &ClaimPair) -> (bool, bool, u8) {
        let [a, b] = [pair.a, pair.b].map(|id| self.difference.corpus.relation(id));
        (a.standing() != b.standing(), a.held_now() && b.held_now(), a.strength + b.strength)
    }

    /// Of what one side alone says: all, if all is asked for; else what it denies or leaves open, and what is central to it.
    fn telling(&self, more: &[RelationId], rows: &[Shown]) -> Vec<RelationId> {
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

    /// The statements that a verdict rests on: the strongest of each side that bear it out.
    fn grounds(&self, dyad: &Dyad) -> Option<[Vec<RelationId>; 2]> {
        let corpus = self.difference.corpus;
        // One facet is enough to show, and what stands in different ones does not answer each other.
        let facet = dyad.facets.iter().next();
        let within = |id: &RelationId| facet.is_none_or(|facet| corpus.relation(*id).facets.has(facet));
        let sides = [&dyad.a, &dyad.b];
        let found = match dyad.verdict {
            Verdict::Denied => self.denial(dyad, &within)?,
            Verdict::SignConflict | Verdict::Ambivalent => {
                return Some(sides.map(|side| self.each_sign(side, &[Sign::Positive, Sign::Negative], &within)));
            }
            Verdict::Valued => return Some(sides.map(|side| self.each_sign(side, &Sign::ALL, &within))),
            Verdict::Possible => {
                let corpus = self.difference.corpus;
                let held = sides.map(|side| self.best(&self.held(side, &within), |_| true));
                let sign = held.into_iter().flatten().next().map(|id| corpus.relation(id).sign);
                let weighed = |id: &RelationId| is_weighed(corpus.relation(*id));
                let same = |id: &RelationId| weighed(id) && Some(corpus.relation(*id).sign) == sign;
                [0, 1].map(|side| {
                    held[side].or_else(|| self.best(sides[side], same)).or_else(|| self.best(sides[side], weighed))
                })
            }
            Verdict::SameSign | Verdict::OnlyA(_) | Verdict::OnlyB(_) => return None,
        };
        Some(found.map(|id| id.into_iter().collect()))
    }

    /// What one side denies, and what of it the other holds: the same type if it has it, else the same sign; the strongest
    /// such denial of either side.
    fn denial(&self, dyad: &Dyad, within: &impl Fn(&RelationId) -> bool) -> Option<[Option<RelationId>; 2]> {
        let sides = [&dyad.a, &dyad.b];
        let relation = |id: &RelationId| self.difference.corpus.relation(*id);
        let standing = |id: &RelationId, wanted| within(id) && relation(id).standing() == wanted;
        let way = |id: &RelationId| dyad.pair.direction(self.difference.corpus, relation(id));
        let one_way = |a: &RelationId, b: &RelationId| way(a).zip(way(b)).is_none_or(|(a, b)| a == b);
        let mut found = Vec::new();
        for denier in [0, 1] {
            for denial in sides[denier].iter().filter(|id| standing(id, Standing::Denies)) {
                let denied = relation(denial);
                let like = |id: &RelationId| {
                    standing(id, Standing::Holds) && speaks_of(self.difference.corpus, denied, relation(id))
                };
                let typed = self
                    .best(sides[1 - denier], |id| like(id) && relation(id).kind == denied.kind && one_way(id, denial));
                let signed = || self.best(sides[1 - denier], |id| like(id) && relation(id).sign == denied.sign);
                let mut answer = [Some(*denial); 2];
                answer[1 - denier] = typed.or_else(signed);
                let rank = (typed.is_some(), denied.strength, std::cmp::Reverse(*denial));
                found.extend(answer[1 - denier].map(|_| (rank, answer)));
            }
        }
        found.into_iter().max_by_key(|(rank, _)| *rank).map(|(_, answer)| answer)
    }

    /// What is held now; events count only where nothing else is held, as in the verdict.
    fn held(&self, side: &[RelationId], within: &impl Fn(&RelationId) -> bool) -> Vec<RelationId> {
        let corpus = self.difference.corpus;
        let held = side.iter().copied().filter(|id| within(id) && corpus.relation(*id).held_now());
        let (events, standing): (Vec<_>, Vec<_>) = held.partition(|id| corpus.is_event(corpus.relation(*id)));
        if standing.is_empty() { events } else { standing }
    }

    /// The strongest statement held now of each sign.
    fn each_sign(&self, side: &[RelationId], signs: &[Sign], within: &impl Fn(&RelationId) -> bool) -> Vec<RelationId> {
        let held = self.held(side, within);
        let of = |sign: &Sign| self.best(&held, |id| self.difference.corpus.relation(*id).sign == *sign);
        signs.iter().filter_map(of).collect()
    }

    /// The statement that says most: held now before all others, then the strongest, then the first.
    fn best(&self, side: &[RelationId], wanted: impl Fn(&RelationId) -> bool) -> Option<RelationId> {
        let weight = |id: &&RelationId| {
            let relation = self.difference.corpus.relation(**id);
            (relation.held_now(), relation.strength, std::cmp::Reverse(**id))
        };
        side.iter().filter(|id| wanted(id)).max_by_key(weight).copied()
    }

    /// What of a dyad the rows leave out, counted.
    fn rest(&self, dyad: &Dyad, rows: &[Shown]) -> String {
        let shown: BTreeSet<RelationId> = rows.iter().flat_map(|(_, sides)| sides.iter().flatten()).copied().collect();
        let hidden = |pair: &&ClaimPair| !shown.contains(&pair.a) || !shown.contains(&pair.b);
        let (agreeing, differing): (Vec<&ClaimPair>, Vec<&ClaimPair>) =
            dyad.pairs.iter().filter(hidden).partition(|pair| pair.differing.is_empty());
        let alone = [&dyad.more_a, &dyad.more_b].map(|more| more.iter().filter(|id| !shown.contains(id)).count());
        let mut parts = Vec::new();
        if !differing.is_empty() {
            parts.push(format!("{} that differ", count(differing.len(), "more pair")));
        }
        match agreeing.len() {
            0 => {}
            1 => parts.push("one pair of claims agrees".to_owned()),
            more => parts.push(format!("{more} pairs of claims agree")),
        }
        for (side, alone) in self.sides.iter().zip(alone) {
            if alone > 0 {
                parts.push(format!("{alone} more of {} alone", within(side)));
            }
        }
        join(&parts)
    }

    fn silences(&self, page: &mut Page, dyads: &[&Dyad]) {
        let silent = usize::from(matches!(dyads.first().map(|dyad| dyad.verdict), Some(Verdict::OnlyA(_))));
        let several = self.words.several([&self.difference.a, &self.difference.b][silent]);
        for grade in [Silence::Unrelated, Silence::Lacking, Silence::OutOfPeriod] {
            let graded: Vec<&&Dyad> = dyads.iter().filter(|dyad| dyad.silence() == Some(grade)).collect();
            if graded.is_empty() {
                continue;
            }
            let meaning = match grade {
                Silence::Unrelated if several => "have both actors, but do not relate them",
                Silence::Lacking if several => "do not have both actors",
                Silence::OutOfPeriod if several => "are about another time",
                Silence::Unrelated => "has both actors, but does not relate them",
                Silence::Lacking => "does not have both actors",
                Silence::OutOfPeriod => "is about another time",
            };
            let line = Line::default().of_side(&capital(&self.sides[silent]), silent);
            let line = line.plain(&format!(" {meaning} ({}): {}.", grade.code(), count(graded.len(), "dyad")));
            page.push(Block::Paragraph(line));
            if grade == Silence::Unrelated || self.options.all {
                for dyad in graded {
                    self.alone(page, dyad);
                }
            }
        }
    }

    /// What the one side says of a dyad on which the other is silent.
    fn alone(&self, page: &mut Page, dyad: &Dyad) {
        let said = if dyad.a.is_empty() { &dyad.b } else { &dyad.a };
        let listed = if self.options.all { said.clone() } else { self.each_sense(said) };
        let more = said.len() - listed.len();
        let more = if more == 0 { String::new() } else { format!(" (and {more} more)") };
        for (index, id) in listed.into_iter().enumerate() {
            let lead = Line::default().strong(&self.pair(dyad.pair));
            let lead = if index == 0 { lead.faint(&more).plain(": ") } else { Line::from("… also: ") };
            page.push(Block::Claim(lead, self.words.claim(id)));
        }
    }

    /// The strongest statement of each sense, the most telling first.
    fn each_sense(&self, said: &[RelationId]) -> Vec<RelationId> {
        let sense = |id: &RelationId| self.difference.corpus.relation(*id).factuality();
        let mut senses: Vec<Factuality> = said.iter().map(sense).collect();
        senses.sort_unstable_by_key(|sense| (telling(*sense), *sense));
        senses.dedup();
        let of = |wanted| self.best(said, |id| sense(id) == wanted);
        senses.into_iter().filter_map(of).take(BESIDE).collect()
    }
}

/// Where a sense stands where only a few can be shown: held, denied, left open, possible, felt, to come, past.
fn telling(sense: Factuality) -> u8 {
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

/// The heading of the dyads of a verdict.
fn title(verdict: Verdict, sides: &[String; 2]) -> String {
    match verdict {
        Verdict::OnlyA(_) => format!("Only {}", within(&sides[0])),
        Verdict::OnlyB(_) => format!("Only {}", within(&sides[1])),
        Verdict::Denied => "≠ Denied: one holds what the other denies".into(),
        Verdict::SignConflict => "≠ Sign conflict: friendly for one, hostile for the other".into(),
        Verdict::Ambivalent => "Ambivalent: both friendly and hostile for one, only one of them for the other".into(),
        Verdict::Valued => "Valued: neutral for one, friendly or hostile for the other".into(),
        Verdict::Possible => {
            "Possible: held by one, for the other no more than said, possible, wished for, feared or past".into()
        }
        Verdict::SameSign => "No conflict: none of these; what differs is said pair by pair".into(),
    }
}

/// The signs that a side holds now, in words.
fn sign_words(signs: Signs) -> &'static str {
    match (signs.positive, signs.negative, signs.neutral) {
        (true, true, _) => "both friendly and hostile",
        (true, false, _) => "friendly",
        (false, true, _) => "hostile",
        (false, false, true) => "neutral",
        (false, false, false) => "nothing",
    }
}
