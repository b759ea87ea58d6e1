//! The lines of a briefing on ties between actors: whose centre, in which respects, at whose cost, in whose voice.

use parallax_core::brief::{Bearers, Briefing, Camps, Foremost, Named, Share, Voices};
use parallax_core::diff::{Dyad, Pair};
use parallax_core::model::selection::written;
use parallax_core::model::{ActorId, Holder, RelationId};

use super::super::document::RichText;
use super::{Lines, Target};

/// What shows all that is said to be possible, or to come.
const UNCERTAIN: &str = "parallax show '*:mode=hypothetical+future'";

impl Lines<'_> {
    /// The lines on ties between actors.
    pub(super) fn ties(&self, briefing: &Briefing) -> Vec<RichText> {
        let actor = |id: ActorId| self.name(id);
        let facet = |id| self.facet(id);
        let mut lines = vec![
            self.foremost("brief-centre", &briefing.centre, actor, |id| {
                Self::about(&format!("actor={}", self.actor(id)))
            }),
            self.main_pair(briefing),
            self.foremost("brief-respects", &briefing.respects, facet, |id| {
                Self::about(&format!("facet={}", written(self.words.corpus.facets.name(id))))
            }),
        ];
        lines.push(self.bearers("brief-cost", &briefing.bearers, |bearers| &bearers.against));
        lines.push(self.bearers("brief-gain", &briefing.bearers, |bearers| &bearers.benefiting));
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
        let Some(widest) = &shares.widest else { return self.lead(key).plain(&self.text("brief-hardly")) };
        if self.names.len() > 2 {
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
        let gap = [("name", name(widest.of).into()), ("shares", self.percents(&widest.shares).into())];
        let line = self.lead(key).plain(&format!(
            "{}. {}",
            self.sides("brief-hardly", of_side),
            self.words.say.with("brief-gap", gap)
        ));
        self.with_command(line, &command(widest.of))
    }

    /// From whom to whom a share goes, with the median.
    pub(super) fn range<T>(&self, name: &str, share: &Share<T>) -> String {
        let [most, least] = share.farthest();
        let side = |place: usize| self.names[place].as_str().into();
        let values = [
            ("name", name.into()),
            ("least", self.percent(share.range().0).into()),
            ("lower", side(least)),
            ("most", self.percent(share.range().1).into()),
            ("higher", side(most)),
            ("median", self.percent(share.median()).into()),
        ];
        self.words.say.with("brief-range", values)
    }

    pub(super) fn pair(&self, pair: Pair) -> String {
        self.linked(&format!("{} – {}", self.words.actor(pair.0), self.words.actor(pair.1)), Target::Pair(pair))
    }

    pub(super) fn between(&self, pair: Pair) -> String {
        format!("parallax show {} {}", self.actor(pair.0), self.actor(pair.1))
    }

    pub(super) fn main_pair(&self, briefing: &Briefing) -> RichText {
        let lead = self.lead("brief-main-pair");
        let Some(main) = &briefing.main_pair else { return lead.plain(&self.text("brief-main-pair-none")) };
        let (pair, command) = (self.pair(main.of), self.between(main.of));
        let two = self.comparison.of_two();
        let line = match two.as_ref().and_then(|two| two.dyads.iter().find(|dyad| dyad.pair == main.of)) {
            Some(dyad) => {
                let verdict = self.verdict(dyad);
                let values = [
                    ("pair", pair.into()),
                    ("shares", self.percents(&main.shares).into()),
                    ("verdict", verdict.into()),
                ];
                lead.plain(&self.words.say.with("brief-main-pair-text", values)).faint(&self.grounds(dyad))
            }
            None => lead.plain(&self.range(&pair, main)),
        };
        self.with_command(line, &command)
    }

    pub(super) fn verdict(&self, dyad: &Dyad) -> String {
        let name = self.words.say.word("verdict", dyad.verdict.name());
        if dyad.verdict.is_contested() { format!("≠ {name}") } else { name }
    }

    /// The places of what a verdict rests on, side by side.
    pub(super) fn grounds(&self, dyad: &Dyad) -> String {
        let Some(found) = dyad.findings.first() else { return String::new() };
        found.ground.iter().map(|side| self.places_of(side)).collect::<Vec<_>>().join(" /")
    }

    pub(super) fn bearers(&self, key: &str, bearers: &[Bearers], of: fn(&Bearers) -> &Vec<Named>) -> RichText {
        let of_side = |side: usize| {
            let named = of(&bearers[side]).iter().map(|named| {
                let values = [("name", self.name(named.actor).into()), ("n", named.passages.into())];
                self.words.say.with("brief-passages", values) + &self.places_of(&named.ground)
            });
            let named: Vec<String> = named.collect();
            (!named.is_empty()).then(|| named.join(", "))
        };
        self.lead(key).plain(&format!("{}.", self.sides("brief-nobody", of_side)))
    }

    pub(super) fn camps(&self, camps: &[Camps]) -> RichText {
        let of_side = |side: usize| {
            let Camps { camps, crossing } = &camps[side];
            if camps.is_empty() {
                return None;
            }
            let camps = camps.iter().map(|camp| format!("({})", self.listed(camp))).collect::<Vec<_>>().join(" | ");
            Some(match crossing {
                None => camps,
                Some((pair, id)) => {
                    let values = [("camps", camps.into()), ("pair", self.pair(*pair).into())];
                    self.words.say.with("brief-camps-crossing", values) + &self.places_of(&[*id])
                }
            })
        };
        self.lead("brief-camps").plain(&format!("{}.", self.sides("brief-camps-none", of_side)))
    }

    pub(super) fn certainty(&self, briefing: &Briefing) -> Option<RichText> {
        let (uncertain, hedged) = (briefing.uncertain.as_ref()?, briefing.hedged.as_ref()?);
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
        let list = |named: &[(Holder, usize, RelationId)]| {
            let one = |(holder, count, id): &(Holder, usize, RelationId)| {
                let name = match holder {
                    Holder::Actor(actor) => self.linked(&self.words.within(*actor), Target::Actor(*actor)),
                    Holder::Label(label) => self.linked(label, Target::Statement(*id)),
                };
                self.words.say.with("brief-times", [("name", name.into()), ("n", (*count).into())])
            };
            named.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        let of_side = |side: usize| {
            let Voices { agrees, rejects } = &voices[side];
            let said = [("brief-agrees", agrees), ("brief-rejects", rejects)];
            let said = said.into_iter().filter(|(_, named)| !named.is_empty());
            let said: Vec<String> =
                said.map(|(key, named)| self.words.say.with(key, [("list", list(named).into())])).collect();
            (!said.is_empty()).then(|| said.join(", "))
        };
        let line = || self.lead("brief-voices").plain(&format!("{}.", self.sides("brief-nobody", of_side)));
        (!voices.is_empty()).then(|| self.with_command(line(), "parallax show '*:stance=endorses+rejects+doubts'"))
    }
}
