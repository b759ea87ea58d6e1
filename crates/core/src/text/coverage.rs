//! What of a text is coded: who is named where, which words statements stand on, and which sentences name several actors with
//! nothing coded on them.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::Lexicon;
use super::mentions::{Mention, Named, mentions};
use super::sentences::{Small, sentences};
use super::verify::holding;
use super::{Paragraph, Text, Texts, make, stands};
use crate::model::{ActorId, Anchor, AuthorId, Corpus, FrameId, Holder, Id, PositionId};
use crate::model::{RareFields, RelationId, Selector, WorkId};

/// What of a work's text is coded.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// The work.
    pub work: WorkId,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Covered>,
    /// The numbers.
    pub tally: Tally,
    /// Actors that the text names and no statement of the work relates, with how often it names them: most often first.
    pub never_coded: Vec<(ActorId, usize)>,
    /// Actors that statements of the work relate and the text never names.
    pub never_named: Vec<ActorId>,
}

/// A paragraph.
#[derive(Debug, Clone, Default)]
pub struct Covered {
    /// How many words it has.
    pub words: u32,
    /// Where it names actors, in order.
    pub mentions: Vec<Mention>,
    /// Where something is anchored, in order.
    pub passages: Vec<Stretch>,
    /// The sentences that name two or more different actors.
    pub sentences: Vec<Sentence>,
}

/// Words that something is anchored to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The first word, from 1.
    pub first: u32,
    /// The last word, included.
    pub last: u32,
    /// What is anchored there.
    pub what: Anchored,
}

/// What is anchored to words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchored {
    /// A statement.
    Statement(RelationId),
    /// A position.
    Position(PositionId),
    /// A reading of a frame.
    Frame(FrameId),
    /// That no two actors are related there.
    NoRelation,
}

/// A sentence that names two or more actors.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Where it stands.
    pub selector: Selector,
    /// Whom it names, in the order of their ids.
    pub actors: Vec<ActorId>,
    /// Whether it was looked at.
    pub state: State,
}

/// Whether a sentence was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The evidence of a statement or a position shares words with it.
    Coded,
    /// A coder says that it relates no two actors.
    SetAside,
    /// Neither.
    Uncoded,
}

impl State {
    /// In a word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Coded => "coded",
            Self::SetAside => "set-aside",
            Self::Uncoded => "uncoded",
        }
    }
}

/// The numbers of one or more texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Paragraphs.
    pub paragraphs: usize,
    /// Words.
    pub words: usize,
    /// Words in scripts in which no actor has a name.
    pub unnamed: usize,
    /// Words under the evidence of a statement, position or frame.
    pub anchored: usize,
    /// Places where an actor is named.
    pub mentions: usize,
    /// Places where it is not certain who of several is named.
    pub ambiguous: usize,
    /// Sentences.
    pub sentences: usize,
    /// Those that name two or more different actors.
    pub several: usize,
    /// Those of them that the evidence of a statement or a position shares words with.
    pub coded: usize,
    /// Those of them that are said to relate nobody.
    pub set_aside: usize,
    /// Anchors whose words do not stand where they say: they cover nothing.
    pub astray: usize,
}

impl Tally {
    /// Sentences that name several actors and that nobody has looked at.
    #[must_use]
    pub fn uncoded(&self) -> usize {
        self.several - self.coded - self.set_aside
    }

    /// The share of sentences with several actors that were looked at, from 0 to 1; `None` if [nothing](Self::nothing) was found, for
    /// then nothing shows that anybody looked.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        self.nothing().is_none().then(|| (self.coded + self.set_aside) as f64 / self.several as f64)
    }

    /// The share of words under an anchor, from 0 to 1; `None` if there are no words.
    #[must_use]
    pub fn anchored_share(&self) -> Option<f64> {
        (self.words > 0).then(|| self.anchored as f64 / self.words as f64)
    }

    /// Whether a text has words, and its actors cannot be found in it.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        self.words > 0 && (self.mentions == 0 || self.unnamed * 2 > self.words)
    }

    /// Why nothing to look at was found, in a few words; `None` if something was.
    #[must_use]
    pub fn nothing(&self) -> Option<&'static str> {
        match self {
            Self { words: 0, .. } => Some("there are no words"),
            Self { words, unnamed, .. } if unnamed * 2 > *words => {
                Some("no actor has a name in the script of the text")
            }
            Self { mentions: 0, .. } => Some("no name of an actor was found"),
            Self { several: 0, .. } => Some("no sentence names several actors"),
            _ => None,
        }
    }

    /// The sum of several texts.
    #[must_use]
    pub fn sum<'t>(all: impl IntoIterator<Item = &'t Self>) -> Self {
        all.into_iter().fold(Self::default(), |one, other| Self {
            paragraphs: one.paragraphs + other.paragraphs,
            words: one.words + other.words,
            unnamed: one.unnamed + other.unnamed,
            anchored: one.anchored + other.anchored,
            mentions: one.mentions + other.mentions,
            ambiguous: one.ambiguous + other.ambiguous,
            sentences: one.sentences + other.sentences,
            several: one.several + other.several,
            coded: one.coded + other.coded,
            set_aside: one.set_aside + other.set_aside,
            astray: one.astray + other.astray,
        })
    }
}

/// What is coded of each of some works whose texts are at hand; a work whose text is not is left out.
#[must_use]
pub fn cover(corpus: &Corpus, texts: &Texts, works: &[WorkId]) -> Vec<Coverage> {
    let lexicon = Lexicon::of(corpus);
    let mut anchors = anchors(corpus);
    let mut related = related(corpus);
    let one = |work: &WorkId| {
        let (anchors, related) = (anchors.remove(work).unwrap_or_default(), related.remove(work).unwrap_or_default());
        Some(Reading { corpus, lexicon: &lexicon, work: *work, text: texts.get(*work)? }.cover(&anchors, &related))
    };
    works.iter().filter_map(one).collect()
}

/// What is anchored in each work.
fn anchors(corpus: &Corpus) -> BTreeMap<WorkId, Vec<(Selector, Anchored)>> {
    let mut anchors: BTreeMap<WorkId, Vec<(Selector, Anchored)>> = BTreeMap::new();
    for (index, relation) in corpus.relations().iter().enumerate() {
        for anchor in relation.evidence() {
            let what = Anchored::Statement(RelationId::from_index(index));
            anchors.entry(anchor.work).or_default().push((anchor.selector, what));
        }
    }
    for (index, position) in corpus.positions().iter().enumerate() {
        for anchor in position.evidence() {
            let what = Anchored::Position(PositionId::from_index(index));
            anchors.entry(anchor.work).or_default().push((anchor.selector, what));
        }
    }
    for (id, _, frame) in corpus.frames.iter() {
        for anchor in frame.readings.iter().flat_map(|reading| &reading.evidence) {
            anchors.entry(anchor.work).or_default().push((anchor.selector, Anchored::Frame(id)));
        }
    }
    for anchor in corpus.works.iter().flat_map(|work| &work.no_relation) {
        anchors.entry(anchor.work).or_default().push((anchor.selector, Anchored::NoRelation));
    }
    anchors
}

/// Whom the statements and positions of each work name, in any part. What has no evidence is of its author's only work.
fn related(corpus: &Corpus) -> BTreeMap<WorkId, BTreeSet<ActorId>> {
    let mut related: BTreeMap<WorkId, BTreeSet<ActorId>> = BTreeMap::new();
    let mut add = |author: AuthorId, evidence: &[Anchor], actors: BTreeSet<ActorId>| {
        let mut works: Vec<WorkId> = evidence.iter().map(|anchor| anchor.work).collect();
        if let ([], [(only, _)]) = (&works[..], &corpus.works_of(author).take(2).collect::<Vec<_>>()[..]) {
            works.push(*only);
        }
        works.dedup();
        for work in works {
            related.entry(work).or_default().extend(&actors);
        }
    };
    for relation in corpus.relations() {
        let ends = relation.from.as_slice().iter().chain(relation.to.as_slice()).copied();
        add(relation.author, relation.evidence(), ends.chain(others(relation.rare.as_deref())).collect());
    }
    for position in corpus.positions() {
        add(position.author, position.evidence(), others(position.rare.as_deref()).collect());
    }
    related
}

/// Third actors, holders, and who relays it.
fn others(rare: Option<&RareFields>) -> impl Iterator<Item = ActorId> + '_ {
    let thirds = rare.into_iter().flat_map(|rare| rare.roles.all());
    let voices = rare.into_iter().flat_map(|rare| rare.holders.iter().chain(&rare.via));
    thirds.chain(voices.filter_map(|holder| match holder {
        Holder::Actor(actor) => Some(*actor),
        Holder::Label(_) => None,
    }))
}

/// A text that is gone through.
struct Reading<'c> {
    corpus: &'c Corpus,
    lexicon: &'c Lexicon,
    work: WorkId,
    text: &'c Text,
}

impl Reading<'_> {
    fn cover(&self, anchors: &[(Selector, Anchored)], related: &BTreeSet<ActorId>) -> Coverage {
        let mut tally = Tally { paragraphs: self.text.paragraphs.len(), ..Tally::default() };
        let mut passages: BTreeMap<u32, Vec<Stretch>> = BTreeMap::new();
        for (selector, what) in anchors {
            if let Some(place) = stands(self.text, *selector) {
                let passage = Stretch { first: place.first, last: place.last, what: *what };
                passages.entry(place.paragraph).or_default().push(passage);
            } else if holding(self.text, *selector).is_none() {
                tally.astray += 1;
            }
        }
        let small = Small::of(self.text);
        let mut paragraphs = Vec::with_capacity(self.text.paragraphs.len());
        for (paragraph, number) in self.text.paragraphs.iter().zip(1..) {
            let mut passages = passages.remove(&number).unwrap_or_default();
            passages.sort_by_key(|passage| (passage.first, passage.last, passage.what));
            paragraphs.push(self.paragraph(paragraph, number, passages, &small, &mut tally));
        }
        let named = named(&paragraphs);
        let never_coded = || named.iter().filter(|(actor, (_, sure))| *sure > 0 && !related.contains(actor));
        let mut never_coded: Vec<(ActorId, usize)> = never_coded().map(|(actor, (_, sure))| (*actor, *sure)).collect();
        never_coded.sort_by_key(|(actor, count)| (std::cmp::Reverse(*count), *actor));
        // The author speaks as "I": no name is missed.
        let author = self.corpus.authors.get(self.corpus.work(self.work).author).actor;
        let unnamed = |actor: &&ActorId| !named.contains_key(actor) && Some(**actor) != author;
        // Of actors who are spoken of together the members have names.
        let members = |actor: &ActorId| {
            let whole = self.corpus.actors.get(*actor);
            if whole.together { whole.members().collect() } else { vec![*actor] }
        };
        let by_name: BTreeSet<ActorId> = related.iter().flat_map(members).collect();
        let never_named = by_name.iter().filter(unnamed).copied().collect();
        Coverage { work: self.work, paragraphs, tally, never_coded, never_named }
    }

    fn paragraph(
        &self,
        paragraph: &Paragraph,
        number: u32,
        passages: Vec<Stretch>,
        small: &Small<'_>,
        tally: &mut Tally,
    ) -> Covered {
        let words = paragraph.len();
        let is_coded = |what: &Anchored| matches!(what, Anchored::Statement(_) | Anchored::Position(_));
        let coded = Under::of(&passages, words, is_coded);
        let set_aside = Under::of(&passages, words, |what| *what == Anchored::NoRelation);
        let anchored = Under::of(&passages, words, |what| *what != Anchored::NoRelation);
        let mentions = mentions(paragraph, self.work, self.lexicon);
        tally.words += words;
        tally.unnamed += paragraph.words().filter(|word| !self.lexicon.has_script_of(word)).count();
        tally.anchored += anchored.count(0, words);
        tally.mentions += mentions.len();
        tally.ambiguous += mentions.iter().filter(|mention| mention.actor().is_none()).count();
        let mut sentences_of = Vec::new();
        let mut next = 0;
        for range in sentences(paragraph, small) {
            tally.sentences += 1;
            let inside = mentions[next..].iter().take_while(|mention| mention.first as usize <= range.end);
            let inside: Vec<&Mention> = inside.collect();
            next += inside.len();
            let actors: BTreeSet<ActorId> = inside.into_iter().filter_map(Mention::actor).collect();
            let Some(selector) = make(self.text, number, range.start as u32 + 1, range.end as u32) else { continue };
            if actors.len() < 2 {
                continue;
            }
            let state = match () {
                () if coded.count(range.start, range.end) > 0 => State::Coded,
                () if set_aside.count(range.start, range.end) > 0 => State::SetAside,
                () => State::Uncoded,
            };
            tally.several += 1;
            tally.coded += usize::from(state == State::Coded);
            tally.set_aside += usize::from(state == State::SetAside);
            sentences_of.push(Sentence { selector, actors: actors.into_iter().collect(), state });
        }
        Covered { words: words as u32, mentions, passages, sentences: sentences_of }
    }
}

/// How often each actor is named, and how often for certain.
fn named(paragraphs: &[Covered]) -> BTreeMap<ActorId, (usize, usize)> {
    let mut named: BTreeMap<ActorId, (usize, usize)> = BTreeMap::new();
    for mention in paragraphs.iter().flat_map(|paragraph| &paragraph.mentions) {
        match &mention.who {
            Named::One(actor) => named.entry(*actor).or_default().1 += 1,
            Named::Several(actors) => actors.iter().for_each(|actor| named.entry(*actor).or_default().0 += 1),
        }
    }
    named
}

/// How many words up to each are under a passage.
struct Under(Vec<u32>);

impl Under {
    fn of(passages: &[Stretch], words: usize, wanted: impl Fn(&Anchored) -> bool) -> Self {
        let mut under = vec![0; words + 1];
        let mut covered = 0;
        // In order of their first words, so each word is marked once.
        for passage in passages.iter().filter(|passage| wanted(&passage.what)) {
            let from = (passage.first as usize).max(covered + 1);
            (from..=passage.last as usize).for_each(|word| under[word] = 1);
            covered = covered.max(passage.last as usize);
        }
        for word in 1..=words {
            under[word] += under[word - 1];
        }
        Self(under)
    }

    /// Of the words from `start` up to `end`, counted from 0.
    fn count(&self, start: usize, end: usize) -> usize {
        (self.0[end] - self.0[start]) as usize
    }
}
