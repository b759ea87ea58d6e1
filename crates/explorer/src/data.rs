//! The data of an explorer page, which is also what `render -o x.json` writes: one document, `parallax-explorer/1`.
//!
//! Actors, types, facets, frames and works are named by their ids; statements by their places in `statements`, views by their places in
//! `views`. What does not apply is left out: a key without a value, an empty list, `false`.
//!
//! ```json
//! {"schema": "parallax-explorer/1", "title", "about",
//!  "views": [{"name", "short", "view": "hudis", "authors": [ID], "letter": "B", "voice": true}],
//!  "works": [{"id", "author", "title", "publisher", "date", "url", "paragraphs": 41, "of": 60}],
//!  "who": [{"id", "name", "label", "kind", "aliases": ["Washington"], "stands_for": [ID], "part_of": [ID], "wikidata", "iso"}],
//!  "types": [{"id", "label", "phrase", "sign": 1, "directed": true, "definition"}],
//!  "facets": [{"id", "label"}], "frames": [{"id", "name", "kind"}],
//!  "dates": {"2025/..": {"span": [{"date": {"year": {"is": 2025}}}, "open"]}},
//!  "statements": [{"ref": "hudis/us-left", "views": [1], "main": true, "now": true, "years": [[2025, null]], ...}],
//!  "levels": [{"level": "actor", "pairs": [[[ID, ID]]],
//!              "comparisons": [{"views": [0, 1], "dyads": [DYAD]}]}],
//!  "pictures": [{"level": "actor", "keeps": "main", "view": 0, "width": 1200, "height": 700,
//!                "actors": [{"id", "x", "y", "width", "height", "ghost": true}],
//!                "ties": [{"from": ID, "to": ID, "views": [0, 1], "statements": [3, 40]}],
//!                "drawing": 2, "legends": [30, 62]}]}
//! ```
//!
//! A statement is that of a report (see [`json`](parallax_formats::report::json)) with `views`, the views that have it; `main`, one of the main lines;
//! `now`, held now; `years`, the first and the last year of its period, `null` where that is open, and of a set those of each member;
//! `dates` has the parts of each date that occurs, for saying it in words. A dyad is that of a report of a
//! difference. `paragraphs` counts to the last paragraph with a passage, so that it does not depend on the text being at hand;
//! a document with passages has in `of` how many the text has.
//! A link to a statement that no view has names it: `hudis/us-left`.
//! `pairs` are, for each statement, the pairs of actors that it relates at that level, without those that became one actor.
//! `keeps` says which statements a picture draws: `main-now`, `main`, `now`, or the whole `record`. A picture without `view` has all views on one
//! another. Places are centres, in pixels of the picture, y down; pictures of one level that keep the same have one size and their
//! actors at the same places. Ties are in the order of the drawing. `drawing` and `legends` (wide and narrow) are places among the page's
//! drawings; a picture of all views has `legends_apart` too, for the views side by side.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use parallax_core::diag::{steers, write_escaped};
use parallax_core::diff::Difference;
use parallax_core::messages::Messages;
use parallax_core::model::{ActorId, Corpus, Holder, Membership, Parts, RelationId, TypeId, WorkId};
use parallax_core::network::{Level, Lift, View};
use parallax_core::text::Passages;
use parallax_formats::report::json::{Refer, Refs, Who, dyad_shape, statement, who, works};
use parallax_render::headings;
use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

use super::Explorer;
use super::dates::dates_shape;
use super::picture::{PictureShape, pictures_shape};
use super::places::{Places, level_word};

/// The document.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    schema: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    about: &'a str,
    views: Vec<ViewShape<'a>>,
    works: Vec<Value>,
    who: Vec<Value>,
    types: Vec<Value>,
    facets: Vec<FacetShape<'a>>,
    frames: Vec<FrameShape<'a>>,
    dates: BTreeMap<&'a str, Parts>,
    statements: Vec<Value>,
    levels: Vec<LevelShape<'a>>,
    pictures: Vec<PictureShape<'a>>,
}

#[derive(Serialize)]
struct ViewShape<'a> {
    name: String,
    short: String,
    view: &'a str,
    authors: Vec<&'a str>,
    letter: char,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    plural: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    voice: bool,
}

#[derive(Serialize)]
struct WhoShape<'a> {
    #[serde(flatten)]
    who: Who<'a>,
    aliases: Vec<&'a str>,
    stands_for: Vec<&'a str>,
    part_of: Vec<&'a str>,
}

#[derive(Serialize)]
struct TypeShape<'a> {
    id: &'a str,
    label: &'a str,
    phrase: &'a str,
    sign: i64,
    directed: bool,
    definition: &'a str,
}

#[derive(Serialize)]
struct FacetShape<'a> {
    id: &'a str,
    label: &'a str,
}

#[derive(Serialize)]
struct FrameShape<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
}

#[derive(Serialize)]
struct LevelShape<'a> {
    level: &'static str,
    pairs: Vec<Vec<[&'a str; 2]>>,
    comparisons: Vec<Comparison>,
}

#[derive(Serialize)]
struct Comparison {
    views: [usize; 2],
    dyads: Vec<Value>,
}

impl<'a> Document<'a> {
    pub(super) fn of(explorer: &'a Explorer<'_>) -> Self {
        let (corpus, views) = (explorer.shown.corpus, &explorer.shown.views);
        let records: Vec<BTreeSet<RelationId>> =
            views.iter().map(|view| view.record(corpus).into_iter().collect()).collect();
        let ids: BTreeSet<RelationId> = records.iter().flatten().copied().collect();
        let refs = Refs::of(corpus, &ids);
        let places = Places { place: ids.iter().enumerate().map(|(at, id)| (*id, at)).collect(), refs };
        let title = explorer.shown.title.as_deref().unwrap_or(&corpus.title);
        let types: BTreeSet<TypeId> = ids.iter().map(|id| corpus.relation(*id).kind).collect();
        Self {
            schema: "parallax-explorer/1",
            title: if title.is_empty() { "Parallax" } else { title },
            about: &corpus.description,
            views: views_shape(corpus, views),
            works: works_shape(corpus, views, explorer.passages),
            who: who_shape(corpus, &ids),
            types: types.into_iter().map(|id| type_shape(corpus, id)).collect(),
            facets: corpus.facets.iter().map(|(_, id, facet)| FacetShape { id, label: &facet.label }).collect(),
            frames: frames_shape(corpus, &ids),
            dates: dates_shape(corpus, views, &ids),
            statements: ids.iter().map(|id| statement_shape(explorer, *id, &records, &places)).collect(),
            levels: [Level::Actor, Level::State].map(|level| level_shape(corpus, views, level, &ids, &places)).into(),
            pictures: pictures_shape(&explorer.plates, &places),
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

/// A record without what does not apply.
fn pruned(record: impl Serialize) -> Value {
    let mut value = serde_json::to_value(record).unwrap_or_default();
    prune(&mut value);
    value
}

fn prune(value: &mut Value) {
    let says = |value: &Value| match value {
        Value::Null | Value::Bool(false) => false,
        Value::Array(list) => !list.is_empty(),
        Value::String(text) => !text.is_empty(),
        _ => true,
    };
    match value {
        Value::Object(record) => {
            record.values_mut().for_each(prune);
            record.retain(|_, value| says(value));
        }
        Value::Array(list) => list.iter_mut().for_each(prune),
        _ => {}
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
fn works_shape(corpus: &Corpus, views: &[View], passages: Option<&Passages>) -> Vec<Value> {
    let mut last: BTreeMap<WorkId, u32> = BTreeMap::new();
    for anchor in corpus.anchors() {
        let paragraphs = last.entry(anchor.work).or_default();
        *paragraphs = (*paragraphs).max(anchor.locus.paragraph);
    }
    let mut seen = BTreeSet::new();
    let each = views.iter().flat_map(|view| {
        let ids = view.authors.iter().flat_map(|author| corpus.works_of(*author)).map(|(id, _)| id);
        ids.zip(works(corpus, view)).collect::<Vec<_>>()
    });
    let shape = |(id, work): (WorkId, _)| {
        let mut work = pruned(work);
        work["id"] = work_name(corpus, id).into();
        work["paragraphs"] = last.get(&id).copied().unwrap_or(0).into();
        if let Some(all) = passages.and_then(|passages| passages.paragraphs(id)) {
            work["of"] = all.into();
        }
        work
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
fn who_shape(corpus: &Corpus, ids: &BTreeSet<RelationId>) -> Vec<Value> {
    let mut named: BTreeSet<ActorId> = BTreeSet::new();
    for relation in ids.iter().map(|id| corpus.relation(*id)) {
        named.extend(relation.from.as_slice().iter().chain(relation.to.as_slice()));
        let via = relation.more.as_deref().map_or(&[][..], |more| &more.via);
        named.extend(relation.holders().iter().chain(via).filter_map(|holder| match holder {
            Holder::Actor(actor) => Some(*actor),
            Holder::Label(_) => None,
        }));
        let roles = relation.roles().into_iter();
        named.extend(roles.flat_map(|r| r.with.iter().chain(&r.against).chain(&r.excluding).chain(&r.benefiting)));
    }
    let mut waiting: Vec<ActorId> = named.iter().copied().collect();
    while let Some(actor) = waiting.pop() {
        let actor = corpus.actors.get(actor);
        let larger = actor.stands_for.iter().chain(&actor.part_of).map(|membership| membership.actor);
        waiting.extend(larger.filter(|larger| named.insert(*larger)));
    }
    let shape = |(id, who): (&ActorId, _)| {
        let actor = corpus.actors.get(*id);
        let larger = |list: &'_ [Membership]| list.iter().map(|one| corpus.actors.name(one.actor)).collect();
        let (stands_for, part_of) = (larger(&actor.stands_for), larger(&actor.part_of));
        pruned(WhoShape { who, aliases: actor.aliases.iter().map(|alias| &**alias).collect(), stands_for, part_of })
    };
    named.iter().zip(who(corpus, named.iter().copied())).map(shape).collect()
}

fn type_shape(corpus: &Corpus, id: TypeId) -> Value {
    let kind = corpus.types.get(id);
    pruned(TypeShape {
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

fn statement_shape(
    explorer: &Explorer<'_>,
    id: RelationId,
    records: &[BTreeSet<RelationId>],
    places: &Places,
) -> Value {
    let corpus = explorer.shown.corpus;
    let relation = corpus.relation(id);
    let mut value = pruned(statement(corpus, id, places.refs.refer(id), places, explorer.passages));
    let has = records.iter().enumerate().filter(|(_, record)| record.contains(&id));
    value["views"] = has.map(|(view, _)| view).collect::<Vec<_>>().into();
    if relation.held_now() {
        value["now"] = true.into();
    }
    if explorer.main.contains(&id) {
        value["main"] = true.into();
    }
    if let Some(when) = corpus.when(relation) {
        value["years"] = when.years().map(|(first, last)| serde_json::json!([first, last])).collect();
    }
    let evidence = value.get_mut("evidence").and_then(Value::as_array_mut);
    for (shape, anchor) in evidence.into_iter().flatten().zip(relation.evidence()) {
        shape["work"] = work_name(corpus, anchor.work).into();
    }
    value
}

fn level_shape<'a>(
    corpus: &'a Corpus,
    views: &[View],
    level: Level,
    ids: &BTreeSet<RelationId>,
    places: &Places,
) -> LevelShape<'a> {
    let lift = Lift::new(corpus, level);
    let pairs = |id: &RelationId| {
        let pairs = lift.pairs(corpus.relation(*id));
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
        let dyads = difference.dyads.iter().map(|dyad| pruned(dyad_shape(corpus, dyad, places))).collect();
        Comparison { views: [a, b], dyads }
    };
    LevelShape {
        level: level_word(level),
        pairs: ids.iter().map(pairs).collect(),
        comparisons: couples.map(compare).collect(),
    }
}
