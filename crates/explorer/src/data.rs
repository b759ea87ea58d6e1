//! The data of an explorer page, which is also what `render -o x.json` writes: one document, `parallax-explorer/1`.
//!
//! Its keys are those of [`shapes`](super::shapes), and its schema is in `schema/explorer.schema.json`. A link to a statement that no view
//! has names it: `hudis/us-left`. Pictures of one level that keep the same have one size and their actors at the same places.

use std::collections::BTreeSet;
use std::io::{self, Write};

use parallax_core::diag::{steers, write_escaped};
use parallax_core::diff::Difference;
use parallax_core::messages::Messages;
use parallax_core::model::{
    ActorId, Corpus, FrameId, Holder, Membership, Period, RareFields, Reason, RelationId, TypeId,
};
use parallax_core::network::{Aggregation, Collective, Level, View};
use parallax_formats::report::json::{Refer, Refs, dyad_shape, statement, who};
use parallax_render::headings;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::Explorer;
use super::briefing::briefing_shape;
use super::dates::dates_shape;
use super::issues::{Told, issue_comparison, issues_shape, positions_shape};
use super::picture::pictures_shape;
use super::places::{Places, level_word};
use super::pruned::Pruned;
use super::shapes::{
    ActorRecord, Comparison, Document, FacetShape, FrameShape, LevelShape, SCHEMA, StatementRecord, TypeShape,
    ViewShape,
};
use super::works::{name_works, works_shape};

impl<'a> Document<'a> {
    pub(super) fn of(explorer: &'a Explorer<'_>) -> Self {
        let (corpus, views) = (explorer.request.corpus, &explorer.request.views);
        let records: Vec<BTreeSet<RelationId>> =
            views.iter().map(|view| view.record(corpus).into_iter().collect()).collect();
        let ids: BTreeSet<RelationId> = records.iter().flatten().copied().collect();
        let told = Told::of(corpus, views);
        let refs = Refs::of(corpus, &ids.union(&told.grounds(corpus)).copied().collect());
        let place = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let positions = told.positions.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let places = Places { place, positions, issues: told.issues(corpus), refs };
        let known = known_actors(corpus, views, &ids, &told);
        let title = explorer.request.title.as_deref().unwrap_or(&corpus.title);
        let types: BTreeSet<TypeId> = ids.iter().map(|id| corpus.relation(*id).kind).collect();
        let named = differences(corpus, views, Level::Actor);
        let answered = named.iter().filter_map(|(views, difference)| issue_comparison(*views, difference, &places));
        let issue_comparisons = answered.collect();
        let lifted = differences(corpus, views, Level::State);
        let levels = [(Level::Actor, named), (Level::State, lifted)];
        Self {
            schema: SCHEMA,
            title: if title.is_empty() { "Parallax" } else { title },
            about: &corpus.description,
            views: views_shape(corpus, views),
            briefing: briefing_shape(&explorer.request, &known, &places),
            works: works_shape(corpus, views, explorer.passages),
            who: who_shape(corpus, &known),
            types: types.into_iter().map(|id| type_shape(corpus, id)).collect(),
            facets: corpus.facets.iter().map(|(_, id, facet)| FacetShape { id, label: &facet.label }).collect(),
            frames: frames_shape(corpus, &ids, &told),
            dates: dates_shape(corpus, views, &ids, &told.positions),
            statements: ids.iter().map(|id| statement_shape(explorer, *id, &records, &places)).collect(),
            levels: levels.map(|(level, compared)| level_shape(corpus, views, level, &compared, &ids, &places)).into(),
            issues: issues_shape(corpus, &told, &places),
            positions: positions_shape(explorer, &told, &places),
            issue_comparisons,
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

/// Every actor that a statement or a position names in whatever role, that an issue is about, and those that they stand for.
fn known_actors(corpus: &Corpus, views: &[View], ids: &BTreeSet<RelationId>, told: &Told) -> BTreeSet<ActorId> {
    let mut named: BTreeSet<ActorId> = BTreeSet::new();
    named.extend(told.issues(corpus).into_iter().flat_map(|id| &corpus.issues.get(id).about));
    let of_positions = told.positions.iter().filter_map(|id| corpus.position(*id).rare.as_deref());
    named.extend(of_positions.flat_map(beside));
    for relation in ids.iter().map(|id| corpus.relation(*id)) {
        named.extend(relation.from.as_slice().iter().chain(relation.to.as_slice()));
        named.extend(relation.rare.as_deref().into_iter().flat_map(beside));
        for level in [Level::Actor, Level::State] {
            let drawn = aggregation(corpus, views, level);
            named.extend(drawn.ends(relation).iter().flat_map(|end| end.iter().copied()));
        }
    }
    let mut waiting: Vec<ActorId> = named.iter().copied().collect();
    while let Some(actor) = waiting.pop() {
        let actor = corpus.actors.get(actor);
        let larger = actor.stands_for.iter().chain(&actor.part_of).map(|membership| membership.actor);
        waiting.extend(larger.chain(actor.members()).filter(|other| named.insert(*other)));
    }
    named
}

fn who_shape<'a>(corpus: &'a Corpus, known: &BTreeSet<ActorId>) -> Vec<Pruned<ActorRecord<'a>>> {
    let shape = |(id, who): (&ActorId, _)| {
        let actor = corpus.actors.get(*id);
        let larger = |list: &'_ [Membership]| list.iter().map(|one| corpus.actors.name(one.actor)).collect();
        let (stands_for, part_of) = (larger(&actor.stands_for), larger(&actor.part_of));
        let composed_of = if actor.together { Vec::new() } else { larger(&actor.composed_of) };
        let aliases = actor.aliases.iter().map(|alias| &**alias).collect();
        Pruned::new(&ActorRecord { who, aliases, stands_for, part_of, composed_of })
    };
    known.iter().zip(who(corpus, known.iter().copied())).map(shape).collect()
}

/// The actors that something names beside its ends: whose claim it is, and third roles.
fn beside(rare: &RareFields) -> impl Iterator<Item = ActorId> + '_ {
    let voices = rare.holders.iter().chain(&rare.via).filter_map(|holder| match holder {
        Holder::Actor(actor) => Some(*actor),
        Holder::Label(_) => None,
    });
    voices.chain(rare.roles.all())
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

/// The frames that statements and positions belong to or rest on, as their first reader names them.
fn frames_shape<'a>(corpus: &'a Corpus, ids: &BTreeSet<RelationId>, told: &Told) -> Vec<FrameShape<'a>> {
    let mut frames: BTreeSet<FrameId> = ids.iter().filter_map(|id| corpus.relation(*id).frame()).collect();
    frames.extend(told.positions.iter().filter_map(|id| corpus.position(*id).said().frame()));
    frames.extend(told.reasons(corpus).filter_map(|reason| match reason {
        Reason::Frame(frame) => Some(frame),
        _ => None,
    }));
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
    name_works(corpus, &mut record.value, relation.evidence());
    record
}

/// What is drawn for the actors of statements: members of wholes only where every view asks for them.
fn aggregation<'a>(corpus: &'a Corpus, views: &[View], level: Level) -> Aggregation<'a> {
    let members = !views.is_empty() && views.iter().all(|view| view.collective == Collective::Members);
    Aggregation::new(corpus, level).drawing(if members { Collective::Members } else { Collective::Whole })
}

/// Each two views set against each other, with their actors at a level.
fn differences<'a>(corpus: &'a Corpus, views: &[View], level: Level) -> Vec<([usize; 2], Difference<'a>)> {
    let at = |view: &View| {
        let mut view = view.clone();
        view.level = level;
        view
    };
    let couples = (0..views.len()).flat_map(|a| (a + 1..views.len()).map(move |b| [a, b]));
    couples.map(|[a, b]| ([a, b], Difference::of(corpus, &at(&views[a]), &at(&views[b])))).collect()
}

fn level_shape<'a>(
    corpus: &'a Corpus,
    views: &[View],
    level: Level,
    compared: &[([usize; 2], Difference<'a>)],
    ids: &BTreeSet<RelationId>,
    places: &Places,
) -> LevelShape<'a> {
    let aggregation = aggregation(corpus, views, level);
    let pairs = |id: &RelationId| {
        let pairs = aggregation.pairs(corpus.relation(*id));
        pairs.into_iter().map(|(from, to)| [from, to].map(|actor| corpus.actors.name(actor))).collect()
    };
    let comparison = |(views, difference): &([usize; 2], Difference<'a>)| {
        let dyads = difference.dyads.iter().map(|dyad| Pruned::new(&dyad_shape(corpus, dyad, places))).collect();
        Comparison { views: *views, dyads }
    };
    LevelShape {
        level: level_word(level),
        pairs: ids.iter().map(pairs).collect(),
        comparisons: compared.iter().map(comparison).collect(),
    }
}
