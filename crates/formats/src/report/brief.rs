//! A briefing on a page: ten lines, each with its figures, the passages behind it and the command that shows more.

use std::collections::BTreeMap;

use parallax_core::brief::{Bearers, Briefing, Camps, Contested, Foremost, Named, Share, Silent, Theme, Voices};
use parallax_core::diff::{Comparison, Dyad, IssueDifference, Pair, SurveyedIssue};
use parallax_core::model::selection::written;
use parallax_core::model::{ActorId, Anchor, Answer, Holder, RelationId, TypeId};

use super::Options;
use super::document::{Block, Document, RichText};
use super::words::Words;

/// The page of a briefing alone.
pub(super) fn page(comparison: &Comparison<'_>, options: &Options) -> Document {
    let views: Vec<_> = comparison.views.iter().collect();
    let words = Words::of(comparison.corpus, &views, options);
    let names = words.side_names(&views);
    let mut page = vec![Block::Heading(1, RichText::default().strong(&words.say.all_of(&names)))];
    write(&mut page, comparison, words, &names);
    page
}

/// The lines of a briefing, under their heading.
pub(super) fn write(page: &mut Document, comparison: &Comparison<'_>, words: Words<'_>, names: &[String]) {
    let briefing = Briefing::of(comparison);
    let lines = Lines { comparison, words, names };
    page.push(Block::Heading(2, RichText::default().strong(&words.say.text("brief-title"))));
    page.push(Block::Paragraph(RichText::default().faint(&words.say.text("brief-intro"))));
    for line in lines.all(&briefing) {
        page.push(Block::Item(line));
    }
}

/// What shows all that is said to be possible, or to come.
const UNCERTAIN: &str = "parallax show '*:mode=hypothetical+future'";
/// Issues of many sides that are told at most, contested ones and others.
const SURVEYED: usize = 5;

struct Lines<'a> {
    comparison: &'a Comparison<'a>,
    words: Words<'a>,
    names: &'a [String],
}

impl Lines<'_> {
    fn all(&self, briefing: &Briefing) -> Vec<RichText> {
        let mut lines = if briefing.has_ties { self.ties(briefing) } else { Vec::new() };
        if self.names.len() == 2 {
            lines.extend(self.contested(&briefing.contested));
            lines.extend(self.agreed(&briefing.agreed));
            lines.extend(self.silent(&briefing.silent));
        } else {
            lines.extend(self.surveyed(&briefing.surveyed));
        }
        lines
    }

    /// The lines on ties between actors.
    fn ties(&self, briefing: &Briefing) -> Vec<RichText> {
        let actor = |id: ActorId| self.words.actor(id).to_owned();
        let facet = |id| self.words.corpus.facets.get(id).label.to_string();
        let mut lines = vec![
            self.foremost("brief-centre", &briefing.centre, actor, |id| {
                self.about(&format!("actor={}", self.actor(id)))
            }),
            self.main_pair(briefing),
            self.foremost("brief-respects", &briefing.respects, facet, |id| {
                self.about(&format!("facet={}", written(self.words.corpus.facets.name(id))))
            }),
        ];
        let costs: [(&str, fn(&Bearers) -> &Vec<Named>); 2] =
            [("brief-cost", |bearers| &bearers.against), ("brief-gain", |bearers| &bearers.benefiting)];
        lines.extend(costs.map(|(key, of)| self.bearers(key, &briefing.bearers, of)));
        let harm = [("brief-harm", &briefing.doers), ("brief-suffering", &briefing.sufferers)];
        lines.extend(harm.map(|(key, shares)| {
            self.foremost(key, shares, actor, |id| self.about(&format!("sign=-1,actor={}", self.actor(id))))
        }));
        lines.push(self.camps(&briefing.camps));
        lines.extend(self.certainty(briefing));
        lines.extend(self.voices(&briefing.voices));
        lines
    }

    fn text(&self, key: &str) -> String {
        self.words.say.text(key)
    }

    fn actor(&self, id: ActorId) -> String {
        written(self.words.corpus.actors.name(id)).into_owned()
    }

    /// The beginning of a line.
    fn lead(&self, key: &str) -> RichText {
        RichText::default().strong(&self.text(key)).plain(": ")
    }

    fn percent(&self, share: f64) -> String {
        self.words.say.with("brief-share", [("n", format!("{:.0}", share * 100.0).into())])
    }

    fn percents(&self, shares: &[f64]) -> String {
        shares.iter().map(|share| self.percent(*share)).collect::<Vec<_>>().join(" / ")
    }

    /// What each side names, side by side; of many sides only those that name something. What nobody does is said once.
    fn sides(&self, nothing: &str, of: impl Fn(usize) -> Option<String>) -> String {
        let named: Vec<Option<String>> = (0..self.names.len()).map(of).collect();
        if named.iter().all(Option::is_none) {
            return self.text(nothing);
        }
        let of_two = self.names.len() == 2;
        let side = |(name, list): (&String, Option<String>)| {
            let list = list.or_else(|| of_two.then(|| self.text(nothing)))?;
            Some(self.words.say.with("brief-of-side", [("side", name.as_str().into()), ("list", list.into())]))
        };
        self.names.iter().zip(named).filter_map(side).collect::<Vec<_>>().join("; ")
    }

    /// The command that shows all that is said of something.
    fn about(&self, keys: &str) -> String {
        format!("parallax show '*:standing=any,level=state,{keys}' --by author")
    }

    fn with_command(&self, line: RichText, command: &str) -> RichText {
        line.faint(&format!(" {}", self.words.say.with("brief-more", [("command", command.into())])))
    }

    /// Where some passages stand.
    fn places<'e>(&self, evidence: impl IntoIterator<Item = &'e Anchor>) -> String {
        let mut places: Vec<String> =
            evidence.into_iter().map(|anchor| format!("p{}", anchor.selector.paragraph)).collect();
        places.sort_by_key(|place| place[1..].parse::<u32>().unwrap_or(0));
        places.dedup();
        if places.is_empty() { String::new() } else { format!(" [{}]", places.join(", ")) }
    }

    fn places_of(&self, id: RelationId) -> String {
        self.places(self.words.corpus.relation(id).evidence())
    }

    /// To what each side gives most, and where they are farthest apart; of more than two sides the latter alone.
    fn foremost<T: Copy>(
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
    fn range<T>(&self, name: &str, share: &Share<T>) -> String {
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

    fn pair(&self, pair: Pair) -> String {
        format!("{} – {}", self.words.actor(pair.0), self.words.actor(pair.1))
    }

    fn between(&self, pair: Pair) -> String {
        format!("parallax show {} {}", self.actor(pair.0), self.actor(pair.1))
    }

    fn main_pair(&self, briefing: &Briefing) -> RichText {
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

    fn verdict(&self, dyad: &Dyad) -> String {
        let name = self.words.say.word("verdict", dyad.verdict.name());
        if dyad.verdict.is_contested() { format!("≠ {name}") } else { name }
    }

    /// The places of what a verdict rests on, side by side.
    fn grounds(&self, dyad: &Dyad) -> String {
        let Some(found) = dyad.findings.first() else { return String::new() };
        let of =
            |side: &Vec<RelationId>| self.places(side.iter().flat_map(|id| self.words.corpus.relation(*id).evidence()));
        found.ground.iter().map(of).collect::<Vec<_>>().join(" /")
    }

    fn bearers(&self, key: &str, bearers: &[Bearers], of: fn(&Bearers) -> &Vec<Named>) -> RichText {
        let of_side = |side: usize| {
            let named = of(&bearers[side]).iter().map(|named| {
                let name = self.words.actor(named.actor);
                let values = [("name", name.into()), ("n", named.passages.into())];
                self.words.say.with("brief-passages", values) + &self.places_of(named.ground)
            });
            let named: Vec<String> = named.collect();
            (!named.is_empty()).then(|| named.join(", "))
        };
        self.lead(key).plain(&format!("{}.", self.sides("brief-nobody", of_side)))
    }

    fn camps(&self, camps: &[Camps]) -> RichText {
        let of_side = |side: usize| {
            let Camps { camps, crossing } = &camps[side];
            if camps.is_empty() {
                return None;
            }
            let camps =
                camps.iter().map(|camp| format!("({})", self.words.names(camp))).collect::<Vec<_>>().join(" | ");
            Some(match crossing {
                None => camps,
                Some((pair, id)) => {
                    let values = [("camps", camps.into()), ("pair", self.pair(*pair).into())];
                    self.words.say.with("brief-camps-crossing", values) + &self.places_of(*id)
                }
            })
        };
        self.lead("brief-camps").plain(&format!("{}.", self.sides("brief-camps-none", of_side)))
    }

    fn certainty(&self, briefing: &Briefing) -> Option<RichText> {
        let (uncertain, hedged) = (briefing.uncertain.as_ref()?, briefing.hedged.as_ref()?);
        if self.names.len() > 2 {
            let said = [("brief-uncertain", uncertain), ("brief-hedged", hedged)];
            let said = said.map(|(key, share)| self.range(&self.text(key), share)).join(" ");
            return Some(self.with_command(self.lead("brief-certainty").plain(&said), UNCERTAIN));
        }
        let shares = |share: &Share<()>| self.sides("brief-hardly", |side| Some(self.percent(share.shares[side])));
        let values = [("uncertain", shares(uncertain).into()), ("hedged", shares(hedged).into())];
        let line = self.lead("brief-certainty").plain(&self.words.say.with("brief-certainty-text", values));
        Some(self.with_command(line, UNCERTAIN))
    }

    fn voices(&self, voices: &[Voices]) -> Option<RichText> {
        let list = |named: &[(Holder, usize, RelationId)]| {
            let one = |(holder, count, _): &(Holder, usize, RelationId)| {
                let name = match holder {
                    Holder::Actor(actor) => self.words.within(*actor),
                    Holder::Label(label) => label.to_string(),
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

    /// The main answers of a side to an issue, or what it denies or leaves open.
    fn answers(&self, found: &IssueDifference, side: usize) -> String {
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
        self.words.say.all_of(&said) + &self.places(ground.iter().flat_map(|id| corpus.position(*id).evidence()))
    }

    fn contested(&self, contested: &[Contested]) -> Vec<RichText> {
        let lead = || self.lead("brief-contested");
        if contested.is_empty() {
            return vec![lead().plain(&self.text("brief-contested-none"))];
        }
        let line = |contested: &Contested| match contested {
            Contested::Issue(found) => {
                let issue = self.words.corpus.issues.get(found.issue);
                let values = [
                    ("question", (&*issue.question).into()),
                    ("a", self.names[0].as_str().into()),
                    ("answer-a", self.answers(found, 0).into()),
                    ("b", self.names[1].as_str().into()),
                    ("answer-b", self.answers(found, 1).into()),
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
    fn surveyed(&self, issues: &[SurveyedIssue]) -> Vec<RichText> {
        let is_contested = |found: &&SurveyedIssue| found.contested().next().is_some();
        let is_shared = |found: &&SurveyedIssue| found.stands.len() > 1 && !is_contested(found);
        let lines = [
            ("brief-contested", issues.iter().filter(is_contested).take(SURVEYED).collect::<Vec<_>>()),
            ("brief-shared", issues.iter().filter(is_shared).take(SURVEYED).collect()),
        ];
        let line = |key: &str, found: &SurveyedIssue| {
            let issue = self.words.corpus.issues.get(found.issue);
            let mut answers: BTreeMap<Answer, usize> = BTreeMap::new();
            for answer in found.stands.values().flat_map(|stand| stand.main(self.words.corpus)) {
                *answers.entry(answer).or_default() += 1;
            }
            let counted = answers.into_iter().map(|(answer, count)| {
                let answer = self.words.answer(found.issue, answer);
                self.words.say.with("brief-times", [("name", answer.into()), ("n", count.into())])
            });
            let counted: Vec<String> = counted.collect();
            let values = [("question", (&*issue.question).into()), ("answer", counted.join("; ").into())];
            let command = format!("parallax diff --issue {}", written(self.words.corpus.issues.name(found.issue)));
            self.with_command(self.lead(key).plain(&self.words.say.with("brief-shared-issue", values)), &command)
        };
        lines
            .into_iter()
            .flat_map(|(key, found)| found.into_iter().map(move |found| (key, found)))
            .map(|(key, found)| line(key, found))
            .collect()
    }

    fn agreed(&self, agreed: &[IssueDifference]) -> Vec<RichText> {
        let lead = || self.lead("brief-shared");
        if agreed.is_empty() {
            return vec![lead().plain(&self.text("brief-shared-none"))];
        }
        let line = |found: &IssueDifference| {
            let question = &self.words.corpus.issues.get(found.issue).question;
            let values = [("question", (&**question).into()), ("answer", self.answers(found, 0).into())];
            lead().plain(&match (found.other_reasons, found.other_conclusions) {
                (true, _) => self.words.say.with("brief-shared-other-reasons", values),
                (_, true) => self.words.say.with("brief-shared-other-conclusions", values),
                _ => self.words.say.with("brief-shared-issue", values),
            })
        };
        agreed.iter().map(line).collect()
    }

    fn silent(&self, silent: &[Silent]) -> Vec<RichText> {
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

    fn theme(&self, theme: Theme) -> String {
        let corpus = self.words.corpus;
        let kind = |id: TypeId| &corpus.types.get(id).label;
        match theme {
            Theme::Issue(id) => corpus.issues.get(id).question.to_string(),
            Theme::Actor(id) => self.words.actor(id).to_owned(),
            Theme::Claim(id, pair) => format!("{}: {}", self.pair(pair), kind(id)),
            Theme::Facet(id) => corpus.facets.get(id).label.to_string(),
        }
    }
}
