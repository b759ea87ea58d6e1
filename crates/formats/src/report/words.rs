//! Statements in sentences: who does what to whom, for what, and who holds it. Every report takes its words from here.

use parallax_core::model::{
    Actor, ActorId, ActorKind, Anchor, Attitude, AuthorId, Corpus, Facets, Holder, LinkKind, Locus, Mode, Period,
    Relation, RelationId, Stance, WorkId,
};
use parallax_core::network::View;
use parallax_core::text::{Passage, Passages};

use super::Options;
use super::grammar::{Tense, capital, conjugate, plural, with_article, within};
use super::page::{Claim, Line};

/// So many purposes and effects are told of a statement, unless everything is asked for.
const LINKS: usize = 3;

/// Turns what a corpus holds into words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'c> {
    /// Where everything is looked up.
    pub(super) corpus: &'c Corpus,
    /// Whole anchors, ids and strength as well.
    pub(super) full: bool,
    /// Whose statement it is stands before its places: a view has several authors.
    pub(super) signed: bool,
    /// What stands at the anchors, if it is to be shown.
    passages: Option<&'c Passages>,
}

impl<'c> Words<'c> {
    /// Words for a report on views of a corpus.
    pub(super) fn of(corpus: &'c Corpus, views: &[&View], options: &'c Options) -> Self {
        let signed = !options.by_author && views.iter().any(|view| view.authors.len() > 1);
        Self { corpus, full: options.all, signed, passages: options.passages.as_ref() }
    }

    /// The name of an actor.
    pub(super) fn actor(&self, id: ActorId) -> &'c str {
        &self.corpus.actors.get(id).name
    }

    /// The names of actors as a sentence has them: "the United States, Russia and the West".
    pub(super) fn actors(&self, ids: &[ActorId]) -> String {
        join(&ids.iter().map(|id| self.within(*id)).collect::<Vec<_>>())
    }

    /// The names of actors as a list has them.
    pub(super) fn names(&self, ids: &[ActorId]) -> String {
        ids.iter().map(|id| self.actor(*id)).collect::<Vec<_>>().join(", ")
    }

    /// The name of an actor within a sentence.
    pub(super) fn within(&self, id: ActorId) -> String {
        let actor = self.corpus.actors.get(id);
        match actor.kind {
            ActorKind::Person | ActorKind::Thinker | ActorKind::Unknown => within(&actor.name),
            _ => with_article(&actor.name),
        }
    }

    /// An author by the short name.
    pub(super) fn author(&self, id: AuthorId) -> &'c str {
        self.corpus.short_name(id)
    }

    /// An author within a sentence.
    fn author_within(&self, id: AuthorId) -> String {
        within(self.author(id))
    }

    /// Whether the authors of a view take a verb in the plural.
    pub(super) fn several(&self, view: &View) -> bool {
        match *view.authors {
            [author] => self.author_several(author),
            _ => true,
        }
    }

    /// Whether an author takes a verb in the plural.
    pub(super) fn author_several(&self, id: AuthorId) -> bool {
        let author = self.corpus.authors.get(id);
        let namesake =
            author.actor.map(|actor| self.corpus.actors.get(actor)).filter(|actor| actor.name == author.name);
        author.plural || namesake.is_some_and(is_plural)
    }

    /// Whether an actor takes a verb in the plural.
    pub(super) fn actor_several(&self, id: ActorId) -> bool {
        is_plural(self.corpus.actors.get(id))
    }

    /// Facets by their labels.
    pub(super) fn facets(&self, facets: Facets) -> String {
        let known = facets.iter().filter(|facet| parallax_core::model::Id::index(*facet) < self.corpus.facets.len());
        known.map(|facet| &*self.corpus.facets.get(facet).label).collect::<Vec<_>>().join(", ")
    }

    /// A view in short: its authors, and what it selects of them.
    fn view(&self, view: &View) -> String {
        let authors = self.authors(view);
        match view.which() {
            "" => authors,
            which => format!("{authors} ({which})"),
        }
    }

    /// The authors of a view.
    pub(super) fn authors(&self, view: &View) -> String {
        join(&view.authors.iter().map(|author| self.author(*author)).collect::<Vec<_>>())
    }

    /// What two views are called beside each other: by author where that tells them apart.
    pub(super) fn sides(&self, a: &View, b: &View) -> [String; 2] {
        let short = [a, b].map(|view| self.authors(view));
        let long = [a, b].map(|view| self.view(view));
        match (short[0] != short[1], long[0] != long[1]) {
            (true, _) => short,
            (_, true) => long,
            _ => [format!("{} (first)", long[0]), format!("{} (second)", long[1])],
        }
    }

    /// A statement with its paraphrase and its places.
    pub(super) fn claim(&self, id: RelationId) -> Claim {
        let relation = self.corpus.relation(id);
        let name = self.full.then(|| self.corpus.relation_name(relation));
        self.as_claim(&self.sentence(id), relation.gloss(), relation.author, (name, relation.evidence()))
    }

    /// A statement that has been told already, in short.
    pub(super) fn again(&self, id: RelationId) -> Claim {
        let sentence = capital(&self.core(self.corpus.relation(id)));
        let gloss = Line::default().faint("As above.");
        Claim { sentence: sentence.as_str().into(), gloss, passages: Vec::new(), ..self.claim(id) }
    }

    /// A statement in a sentence, with all that qualifies it.
    pub(super) fn sentence(&self, id: RelationId) -> String {
        let relation = self.corpus.relation(id);
        let mut said = capital(&self.core(relation));
        for part in [self.roles(relation), means(relation), self.links(relation)] {
            said.push_str(&part);
        }
        if let Some(voice) = self.voice(relation) {
            said.push_str(": ");
            said.push_str(&voice);
        }
        let details = self.details(relation);
        if details.is_empty() { said } else { format!("{said} ({details})") }
    }

    /// Who does what to whom, in the tense of the mode.
    fn core(&self, relation: &Relation) -> String {
        let more = relation.more.as_deref();
        let end = |actors: &[ActorId], word: Option<&str>| {
            let names = self.actors(actors);
            word.map_or_else(|| names.clone(), |word| format!("{names} (“{word}”)"))
        };
        let from = end(relation.from.as_slice(), more.and_then(|more| more.from_as.as_deref()));
        let to = end(relation.to.as_slice(), more.and_then(|more| more.to_as.as_deref()));
        let subject = relation.from.as_slice();
        let plural = subject.len() > 1 || subject.iter().all(|id| is_plural(self.corpus.actors.get(*id)));
        let tense = match (relation.mode, relation.attitude) {
            (_, Some(Attitude::Ought)) => Tense::Wanted,
            (Mode::Future, _) => Tense::Future,
            (Mode::Hypothetical, _) | (_, Some(_)) => Tense::Possible,
            (Mode::Historical, None) => Tense::Past,
            (Mode::Actual, None) => Tense::Present,
        };
        let phrase = &self.corpus.types.get(relation.kind).phrase;
        format!("{from} {} {to}", conjugate(phrase, tense, plural, relation.negated))
    }

    fn roles(&self, relation: &Relation) -> String {
        let Some(roles) = relation.roles() else { return String::new() };
        let lists = [
            ("together with", &roles.with),
            ("against", &roles.against),
            ("shutting out", &roles.excluding),
            ("to the benefit of", &roles.benefiting),
        ];
        let named = lists.into_iter().filter(|(_, actors)| !actors.is_empty());
        named.map(|(role, actors)| format!(", {role} {}", self.actors(actors))).collect::<Vec<_>>().concat()
    }

    /// What it serves, brings about, undermines and opposes: the first few, unless everything is asked for.
    fn links(&self, relation: &Relation) -> String {
        let mut said = String::new();
        let mut room = if self.full { usize::MAX } else { LINKS };
        for (_, kind) in LinkKind::WORDS {
            let aims = relation.links().iter().filter(|link| link.kind == *kind).take(room);
            let aims: Vec<String> = aims.map(|link| self.core(self.corpus.relation(link.to))).collect();
            if aims.is_empty() {
                continue;
            }
            room -= aims.len();
            said.push_str(match kind {
                LinkKind::Serves => ", in order that ",
                LinkKind::Causes => ", so that ",
                LinkKind::Undermines => ", which undermines that ",
                LinkKind::Opposes => ", which is set against that ",
            });
            said.push_str(&join_with(&aims, ", that ", " and that "));
        }
        match relation.links().len().saturating_sub(LINKS) {
            more if more > 0 && !self.full => format!("{said} (and {})", count(more, "more link")),
            _ => said,
        }
    }

    /// Who holds it, if it is not simply the author's own word; the author by name.
    fn voice(&self, relation: &Relation) -> Option<String> {
        let author = self.author_within(relation.author);
        let says = |one: &'static str, several: &'static str| {
            if self.author_several(relation.author) { several } else { one }
        };
        let holders = self.holders(relation.holders());
        let via = relation.more.as_ref().map_or(&[][..], |more| &more.via);
        let via = if via.is_empty() { String::new() } else { format!(", as relayed by {}", self.holders(via)) };
        let attitude = relation.attitude.map(|attitude| felt(attitude, relation.mode == Mode::Historical));
        let whose = |verb: &str| {
            if holders.is_empty() { format!("{verb} by others{via}") } else { format!("{verb} by {holders}{via}") }
        };
        Some(match (relation.stance, attitude) {
            (Stance::Asserts, None) => return None,
            (Stance::Asserts, Some(verb)) if holders.is_empty() => format!("{verb} by {author}"),
            (Stance::Asserts, Some(verb)) => whose(verb),
            (Stance::Endorses, None) => format!("{}, and {author} {}", whose("held"), says("agrees", "agree")),
            (Stance::Endorses, Some(verb)) => format!("{}, {} {author}", whose(verb), says("says", "say")),
            (stance, verb) => {
                let verdict = match stance {
                    Stance::Reports => says("leaves open", "leave open"),
                    Stance::Doubts => says("doubts", "doubt"),
                    _ => says("rejects", "reject"),
                };
                format!("{}, which {author} {verdict}", whose(verb.unwrap_or("claimed")))
            }
        })
    }

    fn holders(&self, holders: &[Holder]) -> String {
        let names = holders.iter().map(|holder| match holder {
            Holder::Actor(actor) => self.within(*actor),
            Holder::Label(label) => label.to_string(),
        });
        join(&names.collect::<Vec<_>>())
    }

    /// In which respects, when, in which frame, how much, how guardedly.
    fn details(&self, relation: &Relation) -> String {
        let mut parts = vec![self.facets(relation.facets)];
        parts.extend(self.corpus.when(relation).map(Period::words));
        let reading = relation.frame().and_then(|frame| self.corpus.frames.get(frame).reading(relation.author));
        parts.extend(reading.map(|reading| format!("{}: {}", reading.kind.word(), reading.name)));
        parts.extend(
            relation.more.as_ref().and_then(|more| more.amount.as_deref()).map(|amount| format!("amount: {amount}")),
        );
        if relation.hedged {
            parts.push("said guardedly".into());
        }
        match relation.strength {
            3 if self.full => parts.push("central".into()),
            0 | 1 if self.full => parts.push("in passing".into()),
            _ => {}
        }
        parts.retain(|part| !part.is_empty());
        parts.join("; ")
    }

    /// A sentence with a paraphrase and places: paragraphs, or whole anchors after the id if all is asked for.
    pub(super) fn as_claim(
        &self,
        sentence: &str,
        gloss: &str,
        author: AuthorId,
        (id, evidence): (Option<String>, &[Anchor]),
    ) -> Claim {
        let place = |anchor: &Anchor| {
            let work = self.work(anchor.work);
            if self.full { format!("{work}{}", anchor.locus) } else { format!("{work}p{}", anchor.locus.paragraph) }
        };
        let author = self.signed.then(|| self.author(author).to_owned());
        let mut places: Vec<String> = author.into_iter().chain(id).chain(evidence.iter().map(place)).collect();
        places.dedup();
        let places = if places.is_empty() { String::new() } else { format!("[{}]", places.join(", ")) };
        let passages = self.passages.map_or_else(Vec::new, |passages| self.passages(evidence, passages));
        Claim { sentence: sentence.into(), gloss: gloss.into(), places: Line::default().faint(&places), passages }
    }

    /// What the text says at some anchors, each in a line; a work whose text is not at hand has none.
    fn passages(&self, evidence: &[Anchor], passages: &Passages) -> Vec<Line> {
        let line = |anchor: &Anchor| {
            let lead = |locus: &Locus| format!("{}p{}: ", self.work(anchor.work), locus.paragraph);
            match passages.get(anchor) {
                Some(Passage { place, before, words, after }) => {
                    let line = Line::default().faint(&lead(place)).plain(before).plain("»").strong(words);
                    Some(line.plain("«").plain(after))
                }
                None if passages.has(anchor.work) => {
                    Some(Line::default().faint(&(lead(&anchor.locus) + "not found in the text")))
                }
                None => None,
            }
        };
        evidence.iter().filter_map(line).collect()
    }

    /// The id of a work before a place, where its author has several.
    fn work(&self, id: WorkId) -> String {
        let work = self.corpus.work(id);
        let several = self.corpus.works_of(work.author).nth(1).is_some();
        if several { format!("{} ", work.id) } else { String::new() }
    }
}

/// "A, B and C".
pub(super) fn join<T: AsRef<str>>(parts: &[T]) -> String {
    join_with(parts, ", ", " and ")
}

fn join_with<T: AsRef<str>>(parts: &[T], between: &str, last: &str) -> String {
    let mut joined = String::new();
    for (index, part) in parts.iter().enumerate() {
        match index {
            0 => {}
            _ if index + 1 == parts.len() => joined.push_str(last),
            _ => joined.push_str(between),
        }
        joined.push_str(part.as_ref());
    }
    joined
}

/// "1 statement", "2 statements".
pub(super) fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// What is done by whoever feels something about a content.
pub(super) fn felt(attitude: Attitude, past: bool) -> &'static str {
    match (attitude, past) {
        (Attitude::Wants, false) => "wanted",
        (Attitude::Fears, false) => "feared",
        (Attitude::Intends, false) => "intended",
        (Attitude::Ought, false) => "called for",
        (Attitude::Wants, true) => "once wanted",
        (Attitude::Fears, true) => "once feared",
        (Attitude::Intends, true) => "once intended",
        (Attitude::Ought, true) => "once called for",
    }
}

fn means(relation: &Relation) -> String {
    let more = relation.more.as_deref();
    let by = more.and_then(|more| more.by.as_deref()).map(|by| format!(", by {by}"));
    let condition = more.and_then(|more| more.condition.as_deref()).map(|hangs| format!(", provided: {hangs}"));
    by.into_iter().chain(condition).collect()
}

/// Whether a name is a plural: where the files do not say, English names of people tell: "Russian officials".
fn is_plural(actor: &Actor) -> bool {
    if let Some(plural) = actor.plural {
        return plural;
    }
    let of_people = matches!(actor.kind, ActorKind::Group | ActorKind::Bloc);
    of_people && actor.name.split_whitespace().any(plural)
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn lists_end_in_and() {
        assert_eq!(join(&["a"]), "a");
        assert_eq!(join(&["a", "b", "c"]), "a, b and c");
    }
}
