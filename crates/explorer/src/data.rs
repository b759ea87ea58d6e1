//! The data of an explorer page, which is also what `render -o x.json` writes: one document, `parallax-explorer/1`.
//!
//! Its keys are those of [`shapes`](super::shapes), and its schema is in `schema/explorer.schema.json`. A link to a statement that no view
//! has names it: `hudis/us-left`. Pictures of one level that keep the same have one size and their actors at the same places.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use parallax_core::diag::{steers, write_escaped};
use parallax_core::diff::Difference;
use parallax_core::messages::Messages;
use parallax_core::model::{ActorId, Corpus, Holder, Membership, Period, RelationId, TypeId, WorkId};
use parallax_core::network::{Aggregation, Collective, Level, View};
use parallax_core::text::Passages;
use parallax_formats::report::json::{Refer, Refs, dyad_shape, statement, who, works};
use parallax_render::headings;
use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

use super::Explorer;
use super::dates::dates_shape;
use super::picture::pictures_shape;
use super::places::{Places, level_word};
use super::pruned::Pruned;
use super::shapes::{
    ActorRecord, Comparison, Document, FacetShape, FrameShape, LevelShape, SCHEMA, StatementRecord, TypeShape,
    ViewShape, WorkRecord,
};

impl<'a> Document<'a> {
    pub(super) fn of(explorer: &'a Explorer<'_>) -> Self {
        let (corpus, views) = (explorer.request.corpus, &explorer.request.views);
        let records: Vec<BTreeSet<RelationId>> =
            views.iter().map(|view| view.record(corpus).into_iter().collect()).collect();
        let ids: BTreeSet<RelationId> = records.iter().flatten().copied().collect();
        let refs = Refs::of(corpus, &ids);
        let places = Places { place: ids.iter().enumerate().map(|(at, id)| (*id, at)).collect(), refs };
        let title = explorer.request.title.as_deref().unwrap_or(&corpus.title);
        let types: BTreeSet<TypeId> = ids.iter().map(|id| corpus.relation(*id).kind).collect();
        Self {
            schema: SCHEMA,
            title: if title.is_empty() { "Parallax" } else { title },
            about: &corpus.description,
            views: views_shape(corpus, views),
            works: works_shape(corpus, views, explorer.passages),
            who: who_shape(corpus, views, &ids),
            types: types.into_iter().map(|id| type_shape(corpus, id)).collect(),
            facets: corpus.facets.iter().map(|(_, id, facet)| FacetShape { id, label: &facet.label }).collect(),
            frames: frames_shape(corpus, &ids),
            dates: dates_shape(corpus, views, &ids),
            statements: ids.iter().map(|id| statement_shape(explorer, *id, &records, &places)).collect(),
            levels: [Level::Actor, Level::State].map(|level| level_shape(corpus, views, level, &ids, &places)).into(),
            pictures: pictures_shape(&explorer.pictures, &places),
        }
    }

    /// What it is called.
    pub(super) fn title(&self) -> &'a str {
        self.title
    }

    /// Compact JSON in which nothing can end a script, open a tag or turn the direction of text.
    pub(super) fn json(&self) -> String {
        let mut out = Vec::new();
        // Writing to memory cannot fail, and the keys are strings.
        let written = self.serialize(&mut Serializer::with_formatter(&mut out, Inert));
        debug_assert!(written.is_ok());
        String::from_utf8(out).unwrap_or_default()
    }
}

/// Compact JSON with what could be markup, or could steer a terminal, escaped.
struct Inert;

impl Formatter for Inert {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        write_escaped(writer, fragment, |c| matches!(c, '<' | '>' | '&') || steers(c))
    }
}

fn views_shape<'a>(corpus: &'a Corpus, views: &'a [View]) -> Vec<ViewShape<'a>> {
    let shape = |(place, (view, name)): (usize, (&'a View, String))| {
        let alone = views.iter().filter(|other| other.authors == view.authors).count() == 1;
        ViewShape {
            short: if alone { short(corpus, view) } else { name.clone() },
            name,
            view: &view.text,
            authors: view.authors.iter().map(|author| corpus.authors.name(*author)).collect(),
            plural: parallax_formats::report::several(corpus, view),
            letter: char::from(b'A' + place.min(25) as u8),
            voice: view.filter.names_a_voice(),
        }
    };
    views.iter().zip(headings(corpus, views, Messages::english())).enumerate().map(shape).collect()
}

/// The authors of a view by their short names.
fn short(corpus: &Corpus, view: &View) -> String {
    view.authors.iter().map(|author| corpus.short_name(*author)).collect::<Vec<_>>().join(", ")
}

/// The works of all views, each once, with how many paragraphs have passages.
fn works_shape<'a>(corpus: &'a Corpus, views: &[View], passages: Option<&Passages>) -> Vec<Pruned<WorkRecord<'a>>> {
    let mut last: BTreeMap<WorkId, u32> = BTreeMap::new();
    for anchor in corpus.anchors() {
        let paragraphs = last.entry(anchor.work).or_default();
        *paragraphs = (*paragraphs).max(anchor.selector.paragraph);
    }
    let mut seen = BTreeSet::new();
    let each = views.iter().flat_map(|view| {
        let ids = view.authors.iter().flat_map(|author| corpus.works_of(*author)).map(|(id, _)| id);
        ids.zip(works(corpus, view)).collect::<Vec<_>>()
    });
    let shape = |(id, work): (WorkId, _)| {
        let paragraphs = last.get(&id).copied().unwrap_or(0);
        let of = passages.and_then(|passages| passages.paragraphs(id));
        let mut record = Pruned::new(&WorkRecord { work, paragraphs, of });
        record.value["id"] = work_name(corpus, id).into();
        record
    };
    each.filter(|(id, _)| seen.insert(*id)).map(shape).collect()
}

/// The id of a work; with its author where several authors have a work of that id.
fn work_name(corpus: &Corpus, id: WorkId) -> String {
    let work = corpus.work(id);
    let alone = corpus.works.iter().filter(|other| other.id == work.id).count() == 1;
    if alone { work.id.to_string() } else { format!("{}/{}", corpus.authors.name(work.author), work.id) }
}

/// Every actor that a statement names in whatever role, and those that they stand for.
fn who_shape<'a>(corpus: &'a Corpus, views: &[View], ids: &BTreeSet<RelationId>) -> Vec<Pruned<ActorRecord<'a>>> {
    let mut named: BTreeSet<ActorId> = BTreeSet::new();
    for relation in ids.iter().map(|id| corpus.relation(*id)) {
        named.extend(relation.from.as_slice().iter().chain(relation.to.as_slice()));
        let via = relation.rare.as_deref().map_or(&[][..], |rare| &rare.via);
        named.extend(relation.holders().iter().chain(via).filter_map(|holder| match holder {
            Holder::Actor(actor) => Some(*actor),
            Holder::Label(_) => None,
        }));
        for level in [Level::Actor, Level::State] {
            let drawn = aggregation(corpus, views, level);
            named.extend(drawn.ends(relation).iter().flat_map(|end| end.iter().copied()));
        }
        let roles = relation.roles().into_iter();
        named.extend(roles.flat_map(|r| r.with.iter().chain(&r.against).chain(&r.excluding).chain(&r.benefiting)));
    }
    let mut waiting: Vec<ActorId> = named.iter().copied().collect();
    while let Some(actor) = waiting.pop() {
        let actor = corpus.actors.get(actor);
        let larger = actor.stands_for.iter().chain(&actor.part_of).map(|membership| membership.actor);
        waiting.extend(larger.chain(actor.members()).filter(|other| named.insert(*other)));
    }
    let shape = |(id, who): (&ActorId, _)| {
        let actor = corpus.actors.get(*id);
        let larger = |list: &'_ [Membership]| list.iter().map(|one| corpus.actors.name(one.actor)).collect();
        let (stands_for, part_of) = (larger(&actor.stands_for), larger(&actor.part_of));
        let composed_of = if actor.together { Vec::new() } else { larger(&actor.composed_of) };
        let aliases = actor.aliases.iter().map(|alias| &**alias).collect();
        Pruned::new(&ActorRecord { who, aliases, stands_for, part_of, composed_of })
    };
    named.iter().zip(who(corpus, named.iter().copied())).map(shape).collect()
}

fn type_shape(corpus: &Corpus, id: TypeId) -> Pruned<TypeShape<'_>> {
    let kind = corpus.types.get(id);
    Pruned::new(&TypeShape {
        id: corpus.types.name(id),
        label: &kind.label,
        phrase: &kind.phrase,
        sign: kind.sign.number(),
        directed: kind.directed,
        definition: &kind.definition,
    })
}

/// The frames that the statements belong to, as their first reader names them.
fn frames_shape<'a>(corpus: &'a Corpus, ids: &BTreeSet<RelationId>) -> Vec<FrameShape<'a>> {
    let frames: BTreeSet<_> = ids.iter().filter_map(|id| corpus.relation(*id).frame()).collect();
    let shape = |frame| {
        let reading = corpus.frames.get(frame).readings.first()?;
        Some(FrameShape { id: corpus.frames.name(frame), name: &reading.name, kind: reading.kind.word() })
    };
    frames.into_iter().filter_map(shape).collect()
}

fn statement_shape<'a>(
    explorer: &'a Explorer<'_>,
    id: RelationId,
    records: &[BTreeSet<RelationId>],
    places: &Places,
) -> Pruned<StatementRecord<'a>> {
    let corpus = explorer.request.corpus;
    let relation = corpus.relation(id);
    let has = records.iter().enumerate().filter(|(_, record)| record.contains(&id));
    let years = corpus.when(relation).into_iter().flat_map(Period::years);
    let statement = statement(corpus, id, places.refs.refer(id), places, explorer.passages);
    let mut record = Pruned::new(&StatementRecord {
        rest: statement.rest().to_owned(),
        statement,
        views: has.map(|(view, _)| view).collect(),
        now: relation.held_now(),
        main: explorer.main.contains(&id),
        years: years.map(<[_; 2]>::from).collect(),
    });
    let evidence = record.value.get_mut("evidence").and_then(Value::as_array_mut);
    for (shape, anchor) in evidence.into_iter().flatten().zip(relation.evidence()) {
        shape["work"] = work_name(corpus, anchor.work).into();
    }
    record
}

/// What is drawn for the actors of statements: members of wholes only where every view asks for them.
fn aggregation<'a>(corpus: &'a Corpus, views: &[View], level: Level) -> Aggregation<'a> {
    let members = !views.is_empty() && views.iter().all(|view| view.collective == Collective::Members);
    Aggregation::new(corpus, level).drawing(if members { Collective::Members } else { Collective::Whole })
}

fn level_shape<'a>(
    corpus: &'a Corpus,
    views: &[View],
    level: Level,
    ids: &BTreeSet<RelationId>,
    places: &Places,
) -> LevelShape<'a> {
    let aggregation = aggregation(corpus, views, level);
    let pairs = |id: &RelationId| {
        let pairs = aggregation.pairs(corpus.relation(*id));
        pairs.into_iter().map(|(from, to)| [from, to].map(|actor| corpus.actors.name(actor))).collect()
    };
    let at = |view: &View| {
        let mut view = view.clone();
        view.level = level;
        view
    };
    let couples = (0..views.len()).flat_map(|a| (a + 1..views.len()).map(move |b| [a, b]));
    let compare = |[a, b]: [usize; 2]| {
        let difference = Difference::of(corpus, &at(&views[a]), &at(&views[b]));
        let dyads = difference.dyads.iter().map(|dyad| Pruned::new(&dyad_shape(corpus, dyad, places))).collect();
        Comparison { views: [a, b], dyads }
    };
    LevelShape {
        level: level_word(level),
        pairs: ids.iter().map(pairs).collect(),
        comparisons: couples.map(compare).collect(),
    }
}
