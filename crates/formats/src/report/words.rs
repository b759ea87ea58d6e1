//! Names and claims of a report: what actors, authors and sides are called, and where a text says what it says.

use std::collections::BTreeSet;

use parallax_core::diff;
use parallax_core::messages::Messages;
use parallax_core::model::{ActorId, Anchor, AuthorId, Corpus, Facets, RelationId, Selector, WorkId};
use parallax_core::network::View;
use parallax_core::text::{Passage, Passages};

use super::Options;
use super::document::{ClaimItem, RichText};
use super::grammar::{self, Grammar, capital};
use super::names::{actor_within, author_several, facet_labels, is_plural};
use super::sentence::Sentences;

/// Turns what a corpus holds into words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'c> {
    /// Where everything is looked up.
    pub(super) corpus: &'c Corpus,
    /// The language of the report.
    pub(super) say: &'static Messages,
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
        Self { corpus, say: options.messages, full: options.all, signed, passages: options.passages.as_ref() }
    }

    /// The name of an actor.
    pub(super) fn actor(&self, id: ActorId) -> &'c str {
        &self.corpus.actors.get(id).name
    }

    /// The names of actors as a sentence has them: "the United States, Russia and the West".
    pub(super) fn actors(&self, ids: &[ActorId]) -> String {
        self.say.all_of(&ids.iter().map(|id| self.within(*id)).collect::<Vec<_>>())
    }

    /// The names of actors as a list has them.
    pub(super) fn names(&self, ids: &[ActorId]) -> String {
        ids.iter().map(|id| self.actor(*id)).collect::<Vec<_>>().join(", ")
    }

    /// The name of an actor within a sentence.
    pub(super) fn within(&self, id: ActorId) -> String {
        actor_within(self.corpus, id, self.say)
    }

    /// The name of an author or a side within a sentence.
    pub(super) fn side(&self, name: &str) -> String {
        self.grammar().name(name)
    }

    fn grammar(&self) -> &'static dyn Grammar {
        grammar::of(self.say)
    }

    /// An author by the short name.
    pub(super) fn author(&self, id: AuthorId) -> &'c str {
        self.corpus.short_name(id)
    }

    /// Whether the authors of a view take a verb in the plural.
    pub(super) fn several(&self, view: &View) -> bool {
        match *view.authors {
            [author] => author_several(self.corpus, author),
            _ => true,
        }
    }

    /// Whether an actor takes a verb in the plural.
    pub(super) fn actor_several(&self, id: ActorId) -> bool {
        is_plural(self.corpus.actors.get(id))
    }

    /// Facets by their labels.
    pub(super) fn facets(&self, facets: Facets) -> String {
        facet_labels(self.corpus, facets)
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
        self.say.all_of(&view.authors.iter().map(|author| self.author(*author)).collect::<Vec<_>>())
    }

    /// What several views are called beside one another: by author where that tells them apart, else with what they select, else counted.
    pub(super) fn side_names(&self, views: &[&View]) -> Vec<String> {
        let short: Vec<String> = views.iter().map(|view| self.authors(view)).collect();
        let long: Vec<String> = views.iter().map(|view| self.view(view)).collect();
        let is_told_apart = |names: &[String]| names.iter().collect::<BTreeSet<_>>().len() == names.len();
        if is_told_apart(&short) {
            short
        } else if is_told_apart(&long) {
            long
        } else {
            long.iter().enumerate().map(|(index, name)| format!("{name} ({})", index + 1)).collect()
        }
    }

    /// What two views are called beside each other: by author where that tells them apart.
    pub(super) fn sides(&self, a: &View, b: &View) -> [String; 2] {
        let short = [a, b].map(|view| self.authors(view));
        let long = [a, b].map(|view| self.view(view));
        match (short[0] != short[1], long[0] != long[1]) {
            (true, _) => short,
            (_, true) => long,
            _ => {
                let [first, second] = long;
                let named = |key: &str, side: String| self.say.with(key, [("side", side.into())]);
                [named("side-first", first), named("side-second", second)]
            }
        }
    }

    /// A statement with its paraphrase and its places.
    pub(super) fn claim(&self, id: RelationId) -> ClaimItem {
        let relation = self.corpus.relation(id);
        let name = self.full.then(|| self.corpus.relation_name(relation));
        self.as_claim(&self.sentences(id).sentence(id), relation.gloss(), relation.author, (name, relation.evidence()))
    }

    /// A passage with whose it is: "p63 of Hudis".
    pub(super) fn passage(&self, passage: diff::Passage) -> String {
        match passage {
            diff::Passage::Paragraph(work, paragraph) => {
                let place = format!("{}p{paragraph}", self.work(work));
                let author = self.author(self.corpus.work(work).author);
                self.say.with("passage-of", [("place", place.into()), ("author", self.side(author).into())])
            }
            diff::Passage::Time(when) => self.corpus.period(when).words(self.say),
            diff::Passage::Statement(id) => {
                let name = self.corpus.relation_name(self.corpus.relation(id));
                self.say.with("passage-statement", [("statement", name.into())])
            }
            diff::Passage::Position(id) => {
                let name = self.corpus.position_name(id);
                self.say.with("passage-statement", [("statement", name.into())])
            }
        }
    }

    /// A statement that has been told already, in short.
    pub(super) fn again(&self, id: RelationId) -> ClaimItem {
        let sentence = capital(&self.sentences(id).core(self.corpus.relation(id)));
        let gloss = RichText::default().faint(&self.say.text("claim-again"));
        ClaimItem { sentence: sentence.as_str().into(), gloss, passages: Vec::new(), ..self.claim(id) }
    }

    /// What tells a statement in a sentence.
    pub(super) fn sentences(&self, id: RelationId) -> Sentences<'c> {
        Sentences::of(self.corpus, self.corpus.relation(id), self.say, self.full)
    }

    /// A sentence with a paraphrase and places: paragraphs, or whole anchors after the id if all is asked for.
    pub(super) fn as_claim(
        &self,
        sentence: &str,
        gloss: &str,
        author: AuthorId,
        (id, evidence): (Option<String>, &[Anchor]),
    ) -> ClaimItem {
        let place = |anchor: &Anchor| {
            let work = self.work(anchor.work);
            if self.full {
                format!("{work}{}", anchor.selector)
            } else {
                format!("{work}p{}", anchor.selector.paragraph)
            }
        };
        let author = self.signed.then(|| self.author(author).to_owned());
        let mut places: Vec<String> = author.into_iter().chain(id).chain(evidence.iter().map(place)).collect();
        places.dedup();
        let places = if places.is_empty() { String::new() } else { format!("[{}]", places.join(", ")) };
        let passages = self.passages.map_or_else(Vec::new, |passages| self.passages(evidence, passages));
        ClaimItem {
            sentence: sentence.into(),
            gloss: gloss.into(),
            places: RichText::default().faint(&places),
            passages,
        }
    }

    /// What the text says at some anchors, each in a line; a work whose text is not at hand has none.
    fn passages(&self, evidence: &[Anchor], passages: &Passages) -> Vec<RichText> {
        let line = |anchor: &Anchor| {
            let lead = |selector: &Selector| format!("{}p{}: ", self.work(anchor.work), selector.paragraph);
            match passages.get(anchor) {
                Some(Passage { place, before, words, after }) => {
                    let line = RichText::default().faint(&lead(place)).plain(before).plain("»").strong(words);
                    Some(line.plain("«").plain(after))
                }
                None if passages.has(anchor.work) => {
                    Some(RichText::default().faint(&(lead(&anchor.selector) + &self.say.text("passage-not-found"))))
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
