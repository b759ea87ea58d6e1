//! A statement in a sentence: who does what to whom, for what, and who holds it.
//!
//! A sentence has one language: English where the phrase of its type is English, else that of the report.

use parallax_core::messages::{Messages, Value};
use parallax_core::model::{
    ActorId, Attitude, Corpus, Holder, LinkKind, Mode, Qualifiers, Relation, RelationId, Said, Stance,
};

use super::grammar::{self, Grammar, Phrase, Tense, capital};
use super::names::{actor_within, author_several, facet_labels, is_plural, number};

/// So many purposes and effects are told of a statement, unless everything is asked for.
const LINKS: usize = 3;

/// Tells statements in a language.
#[derive(Clone, Copy)]
pub(super) struct Sentences<'c> {
    corpus: &'c Corpus,
    say: &'static Messages,
    grammar: &'static dyn Grammar,
    /// All links, and how strong it is.
    full: bool,
}

impl<'c> Sentences<'c> {
    /// What tells a statement in a report of a language.
    pub(super) fn of(corpus: &'c Corpus, relation: &Relation, report: &'static Messages, full: bool) -> Self {
        let english = Messages::english();
        let is_english = report == english || grammar::of(english).conjugate(&phrase(corpus, relation)).is_some();
        let say = if is_english { english } else { report };
        Self { corpus, say, grammar: grammar::of(say), full }
    }

    /// What tells positions in a report of a language.
    pub(super) fn of_report(corpus: &'c Corpus, report: &'static Messages, full: bool) -> Self {
        Self { corpus, say: report, grammar: grammar::of(report), full }
    }

    /// A statement with all that qualifies it: [`main`](Self::main), then [`rest`](Self::rest).
    pub(super) fn sentence(&self, id: RelationId) -> String {
        let relation = self.corpus.relation(id);
        self.main(relation) + &self.rest(relation)
    }

    /// Who does what to whom, with whom and by which means.
    pub(super) fn main(&self, relation: &Relation) -> String {
        capital(&self.core(relation)) + &self.around(relation.said())
    }

    /// What stands behind it: what it is for, who holds it, and details; empty if there is nothing.
    pub(super) fn rest(&self, relation: &Relation) -> String {
        self.links(relation) + &self.behind(relation.said(), self.casts(relation))
    }

    /// With whom, against whom, by which means, on which condition.
    pub(super) fn around(&self, said: Said<'_>) -> String {
        self.roles(said) + &self.means(said)
    }

    /// Who holds it, and details; empty if there is nothing.
    pub(super) fn qualified(&self, said: Said<'_>) -> String {
        self.behind(said, None)
    }

    fn behind(&self, said: Said<'_>, casts: Option<String>) -> String {
        let voice = self.voice(said).map_or(String::new(), |voice| format!(": {voice}"));
        let details = [Some(self.details(said)), casts].into_iter().flatten().filter(|part| !part.is_empty());
        let details = details.collect::<Vec<_>>().join("; ");
        if details.is_empty() { voice } else { format!("{voice} ({details})") }
    }

    /// Who does what to whom, in the tense of the mode.
    pub(super) fn core(&self, relation: &Relation) -> String {
        let rare = relation.rare.as_deref();
        let end = |actors: &[ActorId], word: Option<&str>| {
            let names = self.actors(actors);
            word.map_or(names.clone(), |word| {
                self.say.with("statement-as", [("names", names.into()), ("word", word.into())])
            })
        };
        let from = end(relation.from.as_slice(), rare.and_then(|rare| rare.from_as.as_deref()));
        let to = end(relation.to.as_slice(), rare.and_then(|rare| rare.to_as.as_deref()));
        let phrase = phrase(self.corpus, relation);
        let said = self.grammar.conjugate(&phrase).unwrap_or_else(|| grammar::bracketed(&phrase, self.say));
        format!("{from} {said} {to}")
    }

    /// The names of actors as a sentence has them: "the United States, Russia and the West".
    fn actors(&self, ids: &[ActorId]) -> String {
        self.say.all_of(&ids.iter().map(|id| self.actor(*id)).collect::<Vec<_>>())
    }

    fn actor(&self, id: ActorId) -> String {
        actor_within(self.corpus, id, self.say)
    }

    fn roles(&self, Said { rare, .. }: Said<'_>) -> String {
        let Some(roles) = rare.map(|rare| &rare.roles) else { return String::new() };
        let said = |key: &str, actors: &[ActorId]| match actors {
            [] => String::new(),
            actors => self.say.with(key, [("actors", self.actors(actors).into())]),
        };
        [
            said("statement-with", &roles.with),
            said("statement-against", &roles.against),
            said("statement-excluding", &roles.excluding),
            said("statement-benefiting", &roles.benefiting),
        ]
        .concat()
    }

    fn means(&self, Said { rare, .. }: Said<'_>) -> String {
        let by = rare.and_then(|rare| rare.by.as_deref());
        let condition = rare.and_then(|rare| rare.condition.as_deref());
        let by = by.map(|by| self.say.with("statement-by", [("means", by.into())]));
        let condition = condition.map(|hangs| self.say.with("statement-condition", [("condition", hangs.into())]));
        by.into_iter().chain(condition).collect()
    }

    /// What it serves, brings about, undermines and opposes: the first few, unless everything is asked for.
    fn links(&self, relation: &Relation) -> String {
        let mut said = String::new();
        let mut room = if self.full { usize::MAX } else { LINKS };
        for (_, kind) in LinkKind::WORDS {
            let aims = relation.links().iter().filter(|link| link.kind == *kind).take(room);
            let aims: Vec<String> = aims.map(|link| self.aim(self.corpus.relation(link.to))).collect();
            room -= aims.len();
            let Some(aims) = self.aims(aims) else { continue };
            let aims = [("aims", aims.into())];
            said.push_str(&match kind {
                LinkKind::Serves => self.say.with("statement-serves", aims),
                LinkKind::Causes => self.say.with("statement-causes", aims),
                LinkKind::Undermines => self.say.with("statement-undermines", aims),
                LinkKind::Opposes => self.say.with("statement-opposes", aims),
            });
        }
        match relation.links().len().saturating_sub(LINKS) {
            rare if rare > 0 && !self.full => format!("{said} {}", self.say.count("statement-more-links", rare)),
            _ => said,
        }
    }

    /// What a statement leads to, as a clause: a denial with what narrows it, else it would deny more.
    fn aim(&self, relation: &Relation) -> String {
        let narrowed = if relation.negated { self.means(relation.said()) } else { String::new() };
        self.core(relation) + &narrowed
    }

    /// Clauses one after the other; none if there are none.
    fn aims(&self, aims: Vec<String>) -> Option<String> {
        let last = aims.len().saturating_sub(1);
        let joined = |(_, aims): (usize, String), (index, next): (usize, String)| {
            let key = if index == last { "statement-last" } else { "statement-next" };
            (index, self.say.with(key, [("aims", aims.into()), ("next", next.into())]))
        };
        aims.into_iter().enumerate().reduce(joined).map(|(_, aims)| aims)
    }

    /// Who holds it, if it is not simply the author's own word; the author by name.
    fn voice(&self, said: Said<'_>) -> Option<String> {
        let author = || ("author", Value::from(self.grammar.name(self.corpus.short_name(said.author))));
        let number = || ("number", number(author_several(self.corpus, said.author)));
        let Qualifiers { stance, attitude, mode, .. } = said.qualifiers;
        let attitude = attitude.map(|attitude| felt(self.say, attitude, mode == Mode::Historical));
        let whose = |verb: String| ("whose", Value::from(self.whose(said, verb)));
        let claimed = |verb: Option<String>| whose(verb.unwrap_or_else(|| self.say.text("voice-claimed")));
        Some(match (stance, attitude) {
            (Stance::Asserts, None) => return None,
            (Stance::Asserts, Some(verb)) if said.holders().is_empty() => {
                let (_, author) = author();
                self.say.with("voice-by", [("verb", verb.into()), ("holders", author)])
            }
            (Stance::Asserts, Some(verb)) => self.whose(said, verb),
            (Stance::Endorses, None) => {
                self.say.with("voice-endorses", [whose(self.say.text("voice-held")), author(), number()])
            }
            (Stance::Endorses, Some(verb)) => {
                self.say.with("voice-endorses-feeling", [whose(verb), author(), number()])
            }
            (Stance::Reports, verb) => self.say.with("voice-reports", [claimed(verb), author(), number()]),
            (Stance::Doubts, verb) => self.say.with("voice-doubts", [claimed(verb), author(), number()]),
            (Stance::Rejects, verb) => self.say.with("voice-rejects", [claimed(verb), author(), number()]),
        })
    }

    /// Whose it is: "claimed by Russia, as relayed by the press".
    fn whose(&self, said: Said<'_>, verb: String) -> String {
        let holders = self.holders(said.holders());
        let via = said.rare.map_or(&[][..], |rare| &rare.via);
        let said = if holders.is_empty() {
            self.say.with("voice-by-others", [("verb", verb.into())])
        } else {
            self.say.with("voice-by", [("verb", verb.into()), ("holders", holders.into())])
        };
        if via.is_empty() { said } else { said + &self.say.with("voice-via", [("holders", self.holders(via).into())]) }
    }

    fn holders(&self, holders: &[Holder]) -> String {
        let names = holders.iter().map(|holder| match holder {
            Holder::Actor(actor) => self.actor(*actor),
            Holder::Label(label) => label.to_string(),
        });
        self.say.all_of(&names.collect::<Vec<_>>())
    }

    /// Who is cast in which role; `None` if nobody is.
    fn casts(&self, relation: &Relation) -> Option<String> {
        let cast = relation.characters().map(|(role, actors)| {
            let role = self.say.word("cast-role", role.word());
            self.say.with("detail-cast", [("actors", self.actors(actors).into()), ("role", role.into())])
        });
        let cast: Vec<String> = cast.collect();
        (!cast.is_empty()).then(|| self.say.with("detail-casts", [("cast", cast.join(", ").into())]))
    }

    /// In which respects, when, in which frame, how much, how guardedly.
    fn details(&self, said: Said<'_>) -> String {
        let Said { author, qualifiers, rare } = said;
        let mut parts = vec![facet_labels(self.corpus, qualifiers.facets)];
        parts.extend(self.corpus.time_of(&said).map(|when| when.words(self.say)));
        let reading = said.frame().and_then(|frame| self.corpus.frames.get(frame).reading(author));
        parts.extend(
            reading.map(|reading| format!("{}: {}", self.say.word("frame-kind", reading.kind.word()), reading.name)),
        );
        let amount = rare.and_then(|rare| rare.amount.as_deref());
        parts.extend(amount.map(|amount| self.say.with("detail-amount", [("amount", amount.into())])));
        if qualifiers.hedged {
            parts.push(self.say.text("detail-hedged"));
        }
        match qualifiers.strength {
            3 if self.full => parts.push(self.say.text("detail-central")),
            0 | 1 if self.full => parts.push(self.say.text("detail-in-passing")),
            _ => {}
        }
        parts.retain(|part| !part.is_empty());
        parts.join("; ")
    }
}

/// The phrase of a statement, in the tense of its mode.
fn phrase<'c>(corpus: &'c Corpus, relation: &Relation) -> Phrase<'c> {
    let subject = relation.from.as_slice();
    let plural = subject.len() > 1 || subject.iter().all(|id| is_plural(corpus.actors.get(*id)));
    let tense = match (relation.mode, relation.attitude) {
        (_, Some(Attitude::Ought)) => Tense::Wanted,
        (Mode::Future, _) => Tense::Future,
        (Mode::Hypothetical, _) | (_, Some(_)) => Tense::Possible,
        (Mode::Historical, None) => Tense::Past,
        (Mode::Actual, None) => Tense::Present,
    };
    let kind = corpus.types.get(relation.kind);
    Phrase { text: &kind.phrase, past: kind.past.as_deref(), tense, plural, denied: relation.negated }
}

/// What is done by whoever feels something about a content.
pub(super) fn felt(say: &Messages, attitude: Attitude, past: bool) -> String {
    let time = [("time", if past { "past".into() } else { "now".into() })];
    match attitude {
        Attitude::Wants => say.with("attitude-wants", time),
        Attitude::Fears => say.with("attitude-fears", time),
        Attitude::Intends => say.with("attitude-intends", time),
        Attitude::Ought => say.with("attitude-ought", time),
    }
}

#[cfg(test)]
mod tests {
    use parallax_core::diag::Sink;
    use parallax_core::model::Corpus;
    use parallax_core::resolve::{read_config, resolve};
    use parallax_core::source::Sources;

    use super::*;

    const TYPES: &str = r#"
[[type]]
id = "verbuendet"
phrase = "ist verbündet mit"
past = "war verbündet mit"
sign = 1
[[type]]
id = "plans-against"
phrase = "plans against"
past = "planned against"
sign = -1
"#;

    /// A corpus in which an author says this.
    fn corpus(statements: &str) -> Corpus {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        sources.add("parallax.toml", "title = \"T\"\n");
        let actor = |(id, name)| format!("[[actor]]\nid = \"{id}\"\nname = \"{name}\"\nkind = \"state\"\n");
        let league = ("league", "League: all, so that none is left");
        let actors = [("athen", "athen"), ("sparta", "sparta"), ("theben", "theben"), league];
        sources.add("actors/a.toml", actors.map(actor).concat());
        sources.add("relations/codebook.toml", TYPES);
        sources.add("relations/a.toml", format!("[author]\nid = \"meier\"\nname = \"Meier\"\n{statements}"));
        let config = sources.named("parallax.toml").map(|source| read_config(source, &mut sink)).unwrap();
        let corpus: Corpus = resolve(&sources, config, &mut sink);
        assert!(!sink.has_errors(), "{:?}", sink.sorted());
        corpus
    }

    /// The statements of an author, each in the language of a report.
    fn sentences_of(statements: &str, messages: &'static Messages) -> Vec<String> {
        let corpus = corpus(statements);
        let ids = (0..corpus.relations().len()).map(parallax_core::model::Id::from_index);
        ids.map(|id| Sentences::of(&corpus, corpus.relation(id), messages, false).sentence(id)).collect()
    }

    #[test]
    fn the_end_of_a_sentence_is_what_qualifies_it_whatever_its_words_are() {
        let relation = |id: &str, more: &str| {
            format!(
                "[[relation]]\nid = \"{id}\"\nfrom = \"league\"\nto = \"sparta\"\ntype = \"plans-against\"\n{more}\n"
            )
        };
        let means = "by = \"a wall: long, so that it holds (twice)\"\ncondition = \"peace, in order that: x\"\n";
        let voice = "stance = \"reports\"\nholder = \"league\"\nwhen = \"-0430\"\n";
        let corpus = corpus(&(relation("a", means) + &relation("b", &(means.to_owned() + voice))));
        let ends: Vec<(String, String)> = corpus
            .relations()
            .iter()
            .map(|relation| {
                let sentences = Sentences::of(&corpus, relation, Messages::english(), false);
                (sentences.main(relation), sentences.rest(relation))
            })
            .collect();
        let main = "The League: all, so that none is left plans against sparta, by a wall: long, so that it holds (twice), \
                    provided: peace, in order that: x";
        let rest = ": claimed by the League: all, so that none is left, which Meier leaves open (431 BC)";
        assert_eq!(ends, [(main.to_owned(), String::new()), (main.to_owned(), rest.to_owned())]);
    }

    #[test]
    fn a_sentence_is_of_one_language() {
        let relation = |kind: &str, rare: &str| {
            format!("[[relation]]\nfrom = \"athen\"\nto = \"sparta\"\ntype = \"{kind}\"\n{rare}\n")
        };
        let german = Messages::of("de").unwrap();
        let claimed = "against = \"theben\"\nholder = \"theben\"\nstance = \"doubts\"\nwhen = \"-0430/..\"";
        let said = |kind: &str, rare: &str| sentences_of(&relation(kind, rare), german).concat();
        assert_eq!(
            said("verbuendet", claimed),
            "Athen ist verbündet mit sparta, gegen theben: behauptet von theben, was Meier bezweifelt (seit 431 v. Chr.)"
        );
        assert_eq!(
            said("plans-against", claimed),
            "Athen plans against sparta, against theben: claimed by theben, which Meier doubts (since 431 BC)"
        );
        assert_eq!(said("verbuendet", "mode = \"historical\""), "Athen war verbündet mit sparta");
        assert_eq!(said("verbuendet", "negated = true"), "Athen (nicht) ist verbündet mit sparta");
        assert_eq!(said("plans-against", "mode = \"historical\""), "Athen planned against sparta");
    }
}
