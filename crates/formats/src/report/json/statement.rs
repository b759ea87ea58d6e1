//! Statements as data, and the names by which a report points at them.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::model::{
    ActorId, Anchor, Attitude, CastEnd, CastRole, Casts, Corpus, Facets, Holder, Id, Period, PositionId, RelationId,
};
use parallax_core::text::{Passage, Passages};
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::Options;
use crate::report::words::Words;

/// How a document points at statements.
pub trait Refer {
    /// What stands for a statement.
    type Name: Serialize;

    /// What stands for this one.
    fn refer(&self, id: RelationId) -> Self::Name;

    /// What stands for a position.
    fn position(&self, corpus: &Corpus, id: PositionId) -> Self::Name;

    /// What stands for these.
    fn list(&self, ids: &[RelationId]) -> Vec<Self::Name> {
        ids.iter().map(|id| self.refer(*id)).collect()
    }
}

/// How statements are called in one report: `author/id`, made unique.
pub struct Refs(BTreeMap<RelationId, String>);

impl Refs {
    /// Names for the statements, and for those that they link to.
    #[must_use]
    pub fn of(corpus: &Corpus, statements: &BTreeSet<RelationId>) -> Self {
        let links = statements.iter().flat_map(|id| corpus.relation(*id).links()).map(|link| link.to);
        let all: BTreeSet<RelationId> = links.chain(statements.iter().copied()).collect();
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        let mut refs = BTreeMap::new();
        for id in all {
            let relation = corpus.relation(id);
            let name = format!("{}/{}", corpus.authors.name(relation.author), corpus.relation_name(relation));
            let times = taken.entry(name.clone()).or_default();
            *times += 1;
            refs.insert(id, if *times == 1 { name } else { format!("{name}~{times}") });
        }
        Self(refs)
    }
}

impl Refer for Refs {
    type Name = String;

    fn refer(&self, id: RelationId) -> String {
        self.0.get(&id).cloned().unwrap_or_default()
    }

    fn position(&self, corpus: &Corpus, id: PositionId) -> String {
        format!("{}/{}", corpus.authors.name(corpus.position(id).author), corpus.position_name(id))
    }
}

/// A statement as written.
#[derive(Serialize, JsonSchema)]
pub struct Statement<'a, N> {
    /// Its name: that of its author and its own.
    #[serde(rename = "ref")]
    #[schemars(length(min = 1))]
    name: String,
    #[schemars(length(min = 1))]
    author: &'a str,
    #[schemars(length(min = 1))]
    id: String,
    #[schemars(length(min = 1))]
    from: Vec<&'a str>,
    #[schemars(length(min = 1))]
    to: Vec<&'a str>,
    from_as: Option<&'a str>,
    to_as: Option<&'a str>,
    #[serde(rename = "type")]
    #[schemars(length(min = 1))]
    kind: &'a str,
    /// -1, 0 or 1.
    sign: i64,
    #[schemars(length(min = 1))]
    stance: &'static str,
    negated: bool,
    /// What follows from stance and negation: `holds`, `open` or `denies`.
    #[schemars(length(min = 1))]
    standing: &'static str,
    holders: Vec<HolderShape<'a>>,
    via: Vec<HolderShape<'a>>,
    #[schemars(length(min = 1))]
    mode: &'static str,
    attitude: Option<&'static str>,
    hedged: bool,
    /// In EDTF.
    when: Option<&'a str>,
    /// 1 in passing, 2 plain, 3 strong.
    strength: u8,
    facets: Vec<&'a str>,
    with: Vec<&'a str>,
    against: Vec<&'a str>,
    excluding: Vec<&'a str>,
    benefiting: Vec<&'a str>,
    /// In which roles the text casts them.
    casts: Option<CastsShape>,
    links: Vec<LinkShape<N>>,
    frame: Option<&'a str>,
    by: Option<&'a str>,
    amount: Option<&'a str>,
    condition: Option<&'a str>,
    gloss: &'a str,
    tags: Vec<&'a str>,
    coder: Option<&'a str>,
    evidence: Vec<Evidence<'a>>,
    /// What is said, in English.
    #[schemars(length(min = 1))]
    sentence: String,
    /// Where in the sentence that begins which only qualifies it.
    #[serde(skip)]
    main_end: usize,
}

impl<N> Statement<'_, N> {
    /// The end of the sentence, which qualifies the rest of it: what it is for, who holds it, and details.
    #[must_use]
    pub fn rest(&self) -> &str {
        self.sentence.get(self.main_end..).unwrap_or_default()
    }
}

/// Who holds or relays a statement: an actor of the corpus, or somebody who is only named.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "Holder")]
pub(super) enum HolderShape<'a> {
    Actor(#[schemars(length(min = 1))] &'a str),
    Label(#[schemars(length(min = 1))] &'a str),
}

/// Who is cast as `hero`, `villain`, `victim` or `beneficiary`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Casts")]
struct CastsShape {
    from: Option<&'static str>,
    to: Option<&'static str>,
    against: Option<&'static str>,
    benefiting: Option<&'static str>,
}

/// What a statement does for another one.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Link")]
struct LinkShape<N> {
    #[schemars(length(min = 1))]
    kind: &'static str,
    to: N,
}

/// A passage.
#[derive(Serialize, JsonSchema)]
pub(super) struct Evidence<'a> {
    #[schemars(length(min = 1))]
    work: &'a str,
    #[schemars(length(min = 1))]
    anchor: String,
    /// Counted from 1.
    paragraph: u32,
    passage: Option<PassageShape<'a>>,
}

/// What stands there.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Passage")]
struct PassageShape<'a> {
    #[schemars(length(min = 1))]
    anchor: String,
    before: &'a str,
    #[schemars(length(min = 1))]
    words: &'a str,
    after: &'a str,
}

/// The statements, in the order of the corpus: each is made when it is written.
pub(super) struct Statements<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) ids: BTreeSet<RelationId>,
    pub(super) refs: Refs,
    pub(super) passages: Option<&'a Passages>,
}

impl Serialize for Statements<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { corpus, ids, refs, passages } = self;
        serializer.collect_seq(ids.iter().map(|id| statement(corpus, *id, refs.refer(*id), refs, *passages)))
    }
}

/// A statement under a name, which points at others as `refs` does.
pub fn statement<'a, R: Refer>(
    corpus: &'a Corpus,
    id: RelationId,
    name: String,
    refs: &R,
    passages: Option<&'a Passages>,
) -> Statement<'a, R::Name> {
    let relation = corpus.relation(id);
    let rare = relation.rare.as_deref();
    let roles = relation.roles();
    let coder = rare.and_then(|rare| rare.coder.as_deref());
    let links = relation.links().iter();
    let options = Options::default();
    let sentences = Words::of(corpus, &[], &options).sentences(id);
    let (main, rest) = (sentences.main(relation), sentences.rest(relation));
    Statement {
        name,
        author: corpus.authors.name(relation.author),
        id: corpus.relation_name(relation),
        from: actors(corpus, relation.from.as_slice()),
        to: actors(corpus, relation.to.as_slice()),
        from_as: rare.and_then(|rare| rare.from_as.as_deref()),
        to_as: rare.and_then(|rare| rare.to_as.as_deref()),
        kind: corpus.types.name(relation.kind),
        sign: relation.sign.number(),
        stance: relation.stance.word(),
        negated: relation.negated,
        standing: relation.standing().word(),
        holders: holders(corpus, relation.holders()),
        via: rare.map_or_else(Vec::new, |rare| holders(corpus, &rare.via)),
        mode: relation.mode.word(),
        attitude: relation.attitude.map(Attitude::word),
        hedged: relation.hedged,
        when: corpus.when(relation).map(Period::text),
        strength: relation.strength,
        facets: facets(corpus, relation.facets),
        with: roles.map_or_else(Vec::new, |roles| actors(corpus, &roles.with)),
        against: roles.map_or_else(Vec::new, |roles| actors(corpus, &roles.against)),
        excluding: roles.map_or_else(Vec::new, |roles| actors(corpus, &roles.excluding)),
        benefiting: roles.map_or_else(Vec::new, |roles| actors(corpus, &roles.benefiting)),
        casts: casts(relation.casts()),
        links: links.map(|link| LinkShape { kind: link.kind.word(), to: refs.refer(link.to) }).collect(),
        frame: relation.frame().map(|frame| corpus.frames.name(frame)),
        by: rare.and_then(|rare| rare.by.as_deref()),
        amount: rare.and_then(|rare| rare.amount.as_deref()),
        condition: rare.and_then(|rare| rare.condition.as_deref()),
        gloss: relation.gloss(),
        tags: rare.map_or_else(Vec::new, |rare| rare.tags.iter().map(|tag| &**tag).collect()),
        coder: coder.or(corpus.authors.get(relation.author).coder.as_deref()),
        evidence: evidence(corpus, relation.evidence(), passages),
        main_end: main.len(),
        sentence: main + &rest,
    }
}

fn casts(casts: Casts) -> Option<CastsShape> {
    let of = |end| casts.get(end).map(CastRole::word);
    let [from, to] = [CastEnd::From, CastEnd::To].map(of);
    let [against, benefiting] = [CastEnd::Against, CastEnd::Benefiting].map(of);
    (!casts.is_empty()).then_some(CastsShape { from, to, against, benefiting })
}

/// Actors by id.
pub(super) fn actors<'a>(corpus: &'a Corpus, actors: &[ActorId]) -> Vec<&'a str> {
    actors.iter().map(|actor| corpus.actors.name(*actor)).collect()
}

/// Facets by id.
pub(super) fn facets(corpus: &Corpus, facets: Facets) -> Vec<&str> {
    let known = facets.iter().filter(|facet| facet.index() < corpus.facets.len());
    known.map(|facet| corpus.facets.name(facet)).collect()
}

/// Passages with their works.
pub(super) fn evidence<'a>(
    corpus: &'a Corpus,
    anchors: &[Anchor],
    passages: Option<&'a Passages>,
) -> Vec<Evidence<'a>> {
    let passage = |passage: &'a Passage| PassageShape {
        anchor: passage.place.to_string(),
        before: &passage.before,
        words: &passage.words,
        after: &passage.after,
    };
    let shape = |anchor: &Anchor| Evidence {
        work: &corpus.work(anchor.work).id,
        anchor: anchor.selector.to_string(),
        paragraph: anchor.selector.paragraph,
        passage: passages.and_then(|passages| passages.get(anchor)).map(passage),
    };
    anchors.iter().map(shape).collect()
}

/// Who holds or relays something.
pub(super) fn holders<'a>(corpus: &'a Corpus, holders: &'a [Holder]) -> Vec<HolderShape<'a>> {
    let shape = |holder: &'a Holder| match holder {
        Holder::Actor(actor) => HolderShape::Actor(corpus.actors.name(*actor)),
        Holder::Label(label) => HolderShape::Label(label),
    };
    holders.iter().map(shape).collect()
}
