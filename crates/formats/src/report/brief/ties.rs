//! The lines of a briefing on ties between actors: whose centre, in which respects, at whose cost, in whose voice.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::brief::{Bearers, Briefing, Camps, Foremost, Named, Share, Voice, Voices};
use parallax_core::diff::{Dyad, Pair, Verdict};
use parallax_core::model::{ActorId, Holder, RelationId, Sign};

use super::super::document::RichText;
use super::{Lines, Target, both, shell};

/// Actors and holders of a side that are named at most.
const NAMED: usize = 2;

/// The fewest passages or claims of a side that name somebody, if he is to be listed.
const LEAST: usize = 2;

/// What shows all that is said to be possible, or to come.
const UNCERTAIN: &str = "parallax show '*:mode=hypothetical+future' '*:attitude=wants+fears+intends+ought'";

/// The voices of a side with which it goes, or against which.
type OfVoices = fn(&Voices) -> &Vec<Voice>;

impl Lines<'_, '_> {
    /// Who is at the centre, the main pair, at whose cost and to whose benefit.
    pub(super) fn ties(&self, briefing: &Briefing) -> Vec<RichText> {
        let actor = |id: ActorId| self.name(id);
        let about = |id| self.about_actor(id);
        let mut lines = vec![self.foremost("brief-centre", &briefing.centre, actor, about), self.main_pair(briefing)];
        lines.push(self.bearers(["brief-cost", "against"], &briefing.bearers, |bearers| &bearers.against));
        lines.push(self.bearers(["brief-gain", "benefiting"], &briefing.bearers, |bearers| &bearers.benefiting));
        lines
    }

    /// Who is cast as what, in which respects, who does harm to whom, which camps, how certainly, in whose voice.
    pub(super) fn telling(&self, briefing: &Briefing) -> Vec<RichText> {
        let actor = |id: ActorId| self.name(id);
        let facet = |id| self.facet(id);
        let in_facet = |id| self.about_facet(id);
        let mut lines = Vec::from_iter(self.casts(&briefing.casts));
        lines.push(self.foremost("brief-respects", &briefing.respects, facet, in_facet));
        let harm = [("brief-harm", &briefing.doers), ("brief-suffering", &briefing.sufferers)];
        lines.extend(harm.map(|(key, shares)| {
            self.foremost(key, shares, actor, |id| Self::about(&format!("sign=-1,actor={}", self.actor(id))))
        }));
        lines.push(self.camps(&briefing.camps));
        lines.extend(self.certainty(briefing));
        lines.extend(self.voices(&briefing.voices));
        lines
    }

    /// To what each side gives most, and where they are farthest apart; of more than two sides the latter alone.
    pub(super) fn foremost<T: Copy>(
        &self,
        key: &str,
        shares: &Foremost<T>,
        name: impl Fn(T) -> String,
        command: impl Fn(T) -> String,
    ) -> RichText {
        if let (Some(widest), true) = (&shares.widest, self.names.len() > 2) {
            return self.with_command(self.lead(key).plain(&self.range(&name(widest.of), widest)), &command(widest.of));
        }
        let of_side = |side: usize| {
            let named = shares.of_sides[side].iter().map(|part| {
                let share = self.percent(part.shares[side]);
                self.words.say.with("brief-one", [("name", name(part.of).into()), ("share", share.into())])
            });
            let named: Vec<String> = named.collect();
            (!named.is_empty()).then(|| named.join(", "))
        };
        let line = self.lead(key).plain(&format!("{}.", self.sides("brief-hardly", of_side)));
        let Some(widest) = &shares.widest else { return line };
        let gap = [("name", name(widest.of).into()), ("shares", self.percents(&widest.shares).into())];
        let line = line.plain(&format!(" {}", self.words.say.with("brief-gap", gap)));
        self.with_command(line, &command(widest.of))
    }

    /// From whom to whom a share goes, with the median.
    pub(super) fn range<T>(&self, name: &str, share: &Share<T>) -> String {
        self.ranged("brief-range", name, share, |figure| self.percent(figure))
    }

    /// The same of a count.
    fn counted<T>(&self, key: &str, name: &str, count: &Share<T>) -> String {
        self.ranged(key, name, count, |figure| self.words.say.decimal(figure, usize::from(figure.fract() > 0.0)))
    }

    fn ranged<T>(&self, key: &str, name: &str, share: &Share<T>, figure: impl Fn(f64) -> String) -> String {
        let ([most, least], (lowest, highest)) = (share.farthest(), share.range());
        let side = |place: usize| self.names[place].as_str().into();
        let values = [
            ("name", name.into()),
            ("least", figure(lowest).into()),
            ("lower", side(least)),
            ("most", figure(highest).into()),
            ("higher", side(most)),
            ("median", figure(share.median()).into()),
        ];
        self.words.say.with(key, values)
    }

    pub(in crate::report) fn pair(&self, pair: Pair) -> String {
        self.linked(&format!("{} – {}", self.words.actor(pair.0), self.words.actor(pair.1)), Target::Pair(pair))
    }

    pub(super) fn between(&self, pair: Pair) -> String {
        let name = |id: ActorId| shell(self.words.corpus.actors.name(id));
        format!("parallax show {} {}", name(pair.0), name(pair.1))
    }

    pub(super) fn main_pair(&self, briefing: &Briefing) -> RichText {
        let lead = self.lead("brief-main-pair");
        let Some(main) = &briefing.main_pair else {
            let of_many = self.names.len() > 2;
            return lead.plain(&self.text(if of_many {
                "brief-main-pair-none-of-all"
            } else {
                "brief-main-pair-none"
            }));
        };
        let (pair, command) = (self.pair(main.of), self.between(main.of));
        let two = self.comparison.of_two();
        let line = match two.and_then(|two| two.dyads.iter().find(|dyad| dyad.pair == main.of)) {
            Some(dyad) => {
                let verdict = self.verdict(dyad);
                let values = [
                    ("pair", pair.into()),
                    ("shares", self.percents(&main.shares).into()),
                    ("verdict", verdict.into()),
                ];
                lead.plain(&self.words.say.with("brief-main-pair-text", values))
                    .faint(&(self.grounds(dyad) + &self.alone(&dyad.firmness)))
            }
            None => lead.plain(&self.range(&pair, main)),
        };
        self.with_command(line, &command)
    }

    pub(in crate::report) fn verdict(&self, dyad: &Dyad) -> String {
        if dyad.verdict == Verdict::Alike {
            return self.text("brief-not-contested");
        }
        self.words.say.word("verdict-name", dyad.verdict.name())
    }

    /// The places of what a verdict rests on, side by side.
    pub(super) fn grounds(&self, dyad: &Dyad) -> String {
        let Some(found) = dyad.findings.first() else { return String::new() };
        both(&found.ground.each_ref().map(|side| self.places_of(side)))
    }

    /// A third party of the ties of two.
    fn third(&self, actor: ActorId, dyad: Pair) -> String {
        self.words.say.with("brief-third", [("name", self.name(actor).into()), ("pair", self.pair(dyad).into())])
    }

    /// Whom each side names so, by which ties.
    fn bearers(&self, [lead, role]: [&str; 2], bearers: &[Bearers], of: fn(&Bearers) -> &Vec<Named>) -> RichText {
        if self.names.len() > 2 {
            let of_tie = |named: &Named| ((named.actor, named.dyad), named.passages);
            let counted = |side: &Bearers| of(side).iter().map(of_tie).collect();
            let widest = widest(&bearers.iter().map(counted).collect::<Vec<_>>());
            let told =
                widest.map(|share| self.counted("brief-range-passages", &self.third(share.of.0, share.of.1), &share));
            return self.lead(lead).plain(&told.unwrap_or_else(|| format!("{}.", self.text("brief-nobody"))));
        }
        let of_side = |side: usize| {
            let named = of(&bearers[side]).iter().filter(|named| named.passages >= LEAST).take(NAMED).map(|named| {
                let values = [("third", self.third(named.actor, named.dyad).into()), ("n", named.passages.into())];
                self.words.say.with("brief-third-passages", values) + &self.places_of(&named.ground)
            });
            let named: Vec<String> = named.collect();
            (!named.is_empty()).then(|| named.join("; "))
        };
        let line = self.lead(lead).plain(&format!("{}.", self.sides("brief-nobody", of_side)));
        match bearers.iter().find_map(|side| of(side).first().filter(|named| named.passages >= LEAST)) {
            Some(named) => {
                self.with_command(line, &Self::about(&format!("sign=+1,{role}={}", self.actor(named.actor))))
            }
            None => line,
        }
    }

    pub(super) fn camps(&self, camps: &[Camps]) -> RichText {
        if self.names.len() > 2 {
            let clear = camps.iter().filter(|side| !side.camps.is_empty()).count();
            let untried = camps.iter().filter(|side| side.untried).count();
            let values = [("n", clear.into()), ("sides", camps.len().into()), ("untried", untried.into())];
            let key = if untried == 0 { "brief-camps-sides" } else { "brief-camps-sides-untried" };
            return self.lead("brief-camps").plain(&self.words.say.with(key, values));
        }
        let of_side = |side: usize| {
            let Camps { camps, crossing, untried } = &camps[side];
            if *untried {
                return Some(self.text("brief-untried"));
            }
            if camps.is_empty() {
                return None;
            }
            let camps = camps.iter().map(|camp| format!("({})", self.listed(camp))).collect::<Vec<_>>().join(" | ");
            Some(match crossing {
                None => camps,
                Some((pair, id)) => {
                    let is_friendly = self.words.corpus.relation(*id).sign == Sign::Positive;
                    let key = if is_friendly { "brief-camps-bridge" } else { "brief-camps-rift" };
                    let values = [("camps", camps.into()), ("pair", self.pair(*pair).into())];
                    self.words.say.with(key, values) + &self.places_of(&[*id])
                }
            })
        };
        let line = self.lead("brief-camps").plain(&format!("{}.", self.sides("brief-camps-none", of_side)));
        self.with_command(line, "parallax diff --level state --matrix -o camps.svg")
    }

    pub(super) fn certainty(&self, briefing: &Briefing) -> Option<RichText> {
        let (uncertain, hedged) = (briefing.uncertain.as_ref()?, briefing.hedged.as_ref()?);
        if [uncertain, hedged].iter().all(|share| share.range().1 == 0.0) {
            return None;
        }
        if self.names.len() > 2 {
            let name = self.linked(&self.text("brief-uncertain"), Target::Uncertain);
            let said = [self.range(&name, uncertain), self.range(&self.text("brief-hedged"), hedged)].join(" ");
            return Some(self.with_command(self.lead("brief-certainty").plain(&said), UNCERTAIN));
        }
        let percents = |share: &Share<()>, target: Option<Target>| {
            let linked = |text: String| target.map_or(text.clone(), |target| self.linked(&text, target));
            self.sides("brief-hardly", |side| Some(linked(self.percent(share.shares[side]))))
        };
        let (uncertain, hedged) = (percents(uncertain, Some(Target::Uncertain)), percents(hedged, None));
        let values = [("uncertain", uncertain.into()), ("hedged", hedged.into())];
        let line = self.lead("brief-certainty").plain(&self.words.say.with("brief-certainty-text", values));
        Some(self.with_command(line, UNCERTAIN))
    }

    pub(super) fn voices(&self, voices: &[Voices]) -> Option<RichText> {
        if voices.iter().all(|side| side.agrees.is_empty() && side.rejects.is_empty()) {
            return None;
        }
        let line = if self.names.len() > 2 { self.voices_of_many(voices) } else { self.voices_of_two(voices) };
        let line = self.lead("brief-voices").plain(&format!("{line}."));
        Some(self.with_command(line, "parallax show '*:stance=endorses+rejects+doubts'"))
    }

    /// The voices of which the sides make most different use.
    fn voices_of_many(&self, voices: &[Voices]) -> String {
        let told = |(key, of): (&str, OfVoices)| {
            let counted = |side: &Voices| of(side).iter().map(|(holder, count, _)| (holder.clone(), *count)).collect();
            let share = widest(&voices.iter().map(counted).collect::<Vec<_>>())?;
            let first = voices.iter().flat_map(of).find(|(holder, ..)| *holder == share.of)?.2;
            let name = self.words.say.with(key, [("list", self.holder(&share.of, first).into())]);
            Some(self.counted("brief-range-claims", &name, &share))
        };
        let ways: [(&str, OfVoices); 2] =
            [("brief-agrees", |side| &side.agrees), ("brief-rejects", |side| &side.rejects)];
        let told: Vec<String> = ways.into_iter().filter_map(told).collect();
        if told.is_empty() { self.text("brief-no-voice") } else { told.join("; ") }
    }

    fn holder(&self, holder: &Holder, first: RelationId) -> String {
        match holder {
            Holder::Actor(actor) => self.linked(&self.words.within(*actor), Target::Actor(*actor)),
            Holder::Label(label) => self.linked(label, Target::Statement(first)),
        }
    }

    fn voices_of_two(&self, voices: &[Voices]) -> String {
        let list = |named: &[Voice]| {
            let one = |(holder, count, first): &Voice| {
                self.words
                    .say
                    .with("brief-times", [("name", self.holder(holder, *first).into()), ("n", (*count).into())])
            };
            named.iter().filter(|(_, count, _)| *count >= LEAST).take(NAMED).map(one).collect::<Vec<_>>().join(", ")
        };
        let of_side = |side: usize| {
            let Voices { agrees, rejects } = &voices[side];
            let said = [("brief-agrees", agrees), ("brief-rejects", rejects)];
            let said = said.into_iter().filter(|(_, named)| named.iter().any(|(_, count, _)| *count >= LEAST));
            let said: Vec<String> =
                said.map(|(key, named)| self.words.say.with(key, [("list", list(named).into())])).collect();
            (!said.is_empty()).then(|| said.join(", "))
        };
        self.sides("brief-no-voice", of_side)
    }
}

/// Of whom the sides name in passages or claims, the one of whom they differ most; of equals the first.
fn widest<T: Ord + Clone>(sides: &[BTreeMap<T, usize>]) -> Option<Share<T>> {
    let all: BTreeSet<T> = sides.iter().flat_map(BTreeMap::keys).cloned().collect();
    let counts = |of: &T| sides.iter().map(|side| side.get(of).copied().unwrap_or(0) as f64).collect();
    let shares = all.into_iter().map(|of| Share { shares: counts(&of), of });
    shares.rev().max_by(|one, other| one.gap().total_cmp(&other.gap()))
}
