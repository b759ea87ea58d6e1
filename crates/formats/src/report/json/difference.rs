//! A difference as data.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diff::{
    ActorView, Difference, Dyad, Firmness, FrameReading, NetworkShape, Passage, Silence, Verdict,
};
use parallax_core::measure::BalancePartition;
use parallax_core::model::{ActorId, Corpus, Period, PositionId, Reading, RelationId, Sign, Signs};
use parallax_core::network::View;
use parallax_core::text::Passages;
use schemars::JsonSchema;
use serde::Serialize;

use super::issue::{self, Position};
use super::issues::{AnsweredShape, answered_shape};
use super::statement::{self, Evidence, Refer, Refs, Statements};
use super::{Who, WorkShape, who, works};
use crate::report::Options;
use crate::report::words::Words;

/// A difference as written.
#[derive(Serialize)]
pub(super) struct DifferenceShape<'a> {
    schema: &'static str,
    sides: [SideShape<'a>; 2],
    numbers: NumbersShape,
    dyads: Vec<DyadShape<'a, String>>,
    issues: Vec<AnsweredShape<'a>>,
    actors: ActorsShape<'a>,
    /// Contested dyads that rest on single passages, and are left out.
    left_out: usize,
    frames: Vec<FrameShape<'a>>,
    structure: [StructureShape<'a>; 2],
    who: Vec<Who<'a>>,
    statements: Statements<'a>,
    positions: Vec<Position<'a, String>>,
}

#[derive(Serialize)]
pub(super) struct SideShape<'a> {
    name: String,
    view: &'a str,
    authors: Vec<&'a str>,
    statements: usize,
    works: Vec<WorkShape<'a>>,
}

impl<'a> SideShape<'a> {
    pub(super) fn of(corpus: &'a Corpus, view: &'a View, name: String) -> Self {
        Self {
            name,
            view: &view.text,
            authors: view.authors.iter().map(|author| corpus.authors.name(*author)).collect(),
            statements: view.record(corpus).len(),
            works: works(corpus, view),
        }
    }
}

#[derive(Serialize)]
struct NumbersShape {
    verdicts: BTreeMap<&'static str, usize>,
    rolled_up: BTreeMap<&'static str, usize>,
    silences: BTreeMap<&'static str, usize>,
    pairs: BTreeMap<&'static str, usize>,
    beside: [usize; 2],
    jaccard: JaccardShape,
    signed_dyads: usize,
    sign_agreement: Option<f64>,
}

#[derive(Serialize)]
struct JaccardShape {
    actors: Option<f64>,
    dyads: Option<f64>,
    claims: Option<f64>,
}

/// What two sides say of two actors. Lists of two have the first side's part and the second side's.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Dyad")]
pub struct DyadShape<'a, N> {
    actors: [&'a str; 2],
    #[schemars(length(min = 1))]
    verdict: &'static str,
    /// Whether the two tell the pair otherwise: drawn with ≠.
    contested: bool,
    /// The rules that hold besides.
    also: Vec<&'static str>,
    /// The statements of each side on which the verdict rests, and then those on which each rule in `also` does.
    ground: Vec<[Vec<N>; 2]>,
    /// Why one side is silent, if one is.
    silence: Option<&'static str>,
    /// In which facets the verdict was found, if not in all.
    facets: Vec<&'a str>,
    /// Whether a side speaks of the pair only through those who stand for its actors.
    via_roll_up: bool,
    /// The other pairs by which the sides speak of it: of those who stand for its actors.
    through: Vec<[&'a str; 2]>,
    /// The verdict on what names the two actors alone, where that is another.
    as_named: Option<&'static str>,
    /// The passages without one of which it would not be contested; none if it is firm.
    rests_on: Vec<PassageShape<'a, N>>,
    /// Too much is said of it to try whether it rests on single passages.
    untried: bool,
    /// The signs held now.
    signs: [Vec<i64>; 2],
    statements: [Vec<N>; 2],
    /// Statements that answer each other.
    pairs: Vec<PairShape<N>>,
    /// Statements that answer none of the other side's.
    beside: [Vec<N>; 2],
}

/// A passage: a paragraph of a work, the events of a time, or a statement that has no place.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RestsOn")]
struct PassageShape<'a, N> {
    work: Option<&'a str>,
    paragraph: Option<u32>,
    when: Option<&'a str>,
    statement: Option<N>,
}

/// Two statements that answer each other.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Pair")]
struct PairShape<N> {
    statements: [N; 2],
    /// The ways in which they differ; none if they agree.
    differs: Vec<&'static str>,
}

#[derive(Serialize)]
struct ActorsShape<'a> {
    shared: Vec<ActorShape<'a>>,
    only: [Vec<&'a str>; 2],
    granularity: Vec<GrainShape<'a>>,
}

#[derive(Serialize)]
struct ActorShape<'a> {
    actor: &'a str,
    out: [usize; 2],
    #[serde(rename = "in")]
    into: [usize; 2],
    rank: [usize; 2],
}

#[derive(Serialize)]
struct GrainShape<'a> {
    whole: &'a str,
    parts: Vec<&'a str>,
    parts_in: usize,
}

#[derive(Serialize)]
struct FrameShape<'a> {
    frame: &'a str,
    statements: [usize; 2],
    readings: [Vec<ReadingShape<'a>>; 2],
}

#[derive(Serialize)]
struct ReadingShape<'a> {
    author: &'a str,
    name: &'a str,
    kind: &'static str,
    when: Option<&'a str>,
    participants: Vec<&'a str>,
    absent: Vec<&'a str>,
    likens: BTreeMap<&'a str, &'a str>,
    gloss: &'a str,
    evidence: Vec<Evidence<'a>>,
}

#[derive(Serialize)]
struct StructureShape<'a> {
    centres: Vec<CentreShape<'a>>,
    camps: Option<Vec<Vec<&'a str>>>,
    misplaced: Option<usize>,
    triads: Option<TriadsShape<'a>>,
}

#[derive(Serialize)]
struct CentreShape<'a> {
    actor: &'a str,
    partners: usize,
}

#[derive(Serialize)]
struct TriadsShape<'a> {
    balanced: usize,
    unbalanced: usize,
    named: Vec<[&'a str; 3]>,
}

impl<'a> DifferenceShape<'a> {
    /// The difference, with the dyads of the wanted verdicts.
    pub(super) fn of(difference: &'a Difference<'_>, options: &'a Options) -> Self {
        let corpus = difference.corpus;
        let views = [&difference.a, &difference.b];
        let names = Words::of(corpus, &views, options).sides(views[0], views[1]);
        let wanted = |dyad: &&Dyad| options.verdicts.is_empty() || options.verdicts.contains(&dyad.verdict.name());
        let dyads: Vec<&Dyad> = difference.dyads.iter().filter(wanted).collect();
        let statements: BTreeSet<RelationId> =
            dyads.iter().flat_map(|dyad| dyad.a.iter().chain(&dyad.b)).copied().collect();
        let stands = difference.issues.iter().flat_map(|found| &found.stands);
        let positions: Vec<PositionId> = stands.flat_map(|stand| &stand.positions).copied().collect();
        let named = statements.union(&issue::reasons(corpus, &positions)).copied().collect();
        let refs = Refs::of(corpus, &named);
        let shape = |id: &PositionId| issue::position(corpus, *id, &refs, options.passages.as_ref());
        let told = positions.iter().map(shape).collect();
        let ends = dyads.iter().flat_map(|dyad| [dyad.pair.0, dyad.pair.1]).collect::<BTreeSet<_>>();
        let [a, b] = names;
        Self {
            schema: "parallax-difference/1",
            sides: [SideShape::of(corpus, views[0], a), SideShape::of(corpus, views[1], b)],
            numbers: numbers(difference),
            dyads: dyads.iter().map(|dyad| dyad_shape(corpus, dyad, &refs)).collect(),
            issues: difference.issues.iter().map(|found| answered_shape(corpus, found, &refs)).collect(),
            actors: actors(difference),
            left_out: difference.left_out,
            frames: frames(difference, options.passages.as_ref()),
            structure: difference.structure().shapes.each_ref().map(|shape| structure(corpus, shape)),
            who: who(corpus, ends),
            statements: Statements { corpus, ids: statements, refs, passages: options.passages.as_ref() },
            positions: told,
        }
    }
}

fn numbers(difference: &Difference<'_>) -> NumbersShape {
    let numbers = &difference.numbers;
    NumbersShape {
        verdicts: numbers.verdicts.iter().copied().collect(),
        rolled_up: numbers.rolled_up.iter().copied().collect(),
        silences: Silence::ALL.map(Silence::name).into_iter().zip(numbers.silences).collect(),
        pairs: numbers.differing.iter().copied().collect(),
        beside: numbers.more,
        jaccard: JaccardShape {
            actors: numbers.jaccard_actors,
            dyads: numbers.jaccard_dyads,
            claims: numbers.jaccard_claims,
        },
        signed_dyads: numbers.signed_dyads,
        sign_agreement: numbers.sign_agreement,
    }
}

/// Signs as numbers.
pub(super) fn signs(signs: Signs) -> Vec<i64> {
    Sign::ALL.into_iter().filter(|sign| signs.has(*sign)).map(Sign::number).collect()
}

/// A dyad, which points at statements as `refs` does.
pub fn dyad_shape<'a, R: Refer>(corpus: &'a Corpus, dyad: &Dyad, refs: &R) -> DyadShape<'a, R::Name> {
    let pairs = dyad.pairs.iter().map(|pair| PairShape {
        statements: [refs.refer(pair.a), refs.refer(pair.b)],
        differs: if pair.differing.is_empty() { Vec::new() } else { pair.differing.names() },
    });
    DyadShape {
        actors: [dyad.pair.0, dyad.pair.1].map(|actor| corpus.actors.name(actor)),
        verdict: dyad.verdict.name(),
        contested: dyad.verdict.is_contested(),
        also: dyad.also().map(|found| found.verdict.name()).collect(),
        ground: dyad.findings.iter().map(|found| found.ground.each_ref().map(|side| refs.list(side))).collect(),
        silence: dyad.silence().map(Silence::name),
        facets: statement::facets(corpus, dyad.facets()),
        via_roll_up: dyad.via_roll_up,
        through: dyad
            .through(corpus)
            .into_iter()
            .map(|pair| [pair.0, pair.1].map(|actor| corpus.actors.name(actor)))
            .collect(),
        as_named: dyad.as_named.map(Verdict::name),
        rests_on: passages(corpus, &dyad.firmness, refs),
        untried: dyad.firmness == Firmness::Untried,
        signs: dyad.signs.map(signs),
        statements: [refs.list(&dyad.a), refs.list(&dyad.b)],
        pairs: pairs.collect(),
        beside: [refs.list(&dyad.more_a), refs.list(&dyad.more_b)],
    }
}

fn passages<'a, R: Refer>(corpus: &'a Corpus, firmness: &Firmness, refs: &R) -> Vec<PassageShape<'a, R::Name>> {
    let Firmness::RestsOn(passages) = firmness else { return Vec::new() };
    let statement = |passage: &Passage| if let Passage::Statement(id) = passage { Some(refs.refer(*id)) } else { None };
    passages.iter().map(|passage| passage_shape(corpus, *passage, statement(passage))).collect()
}

/// A passage; of what has no place the name of what is said.
fn passage_shape<N>(corpus: &Corpus, passage: Passage, statement: Option<N>) -> PassageShape<'_, N> {
    let (work, paragraph) = match passage {
        Passage::Paragraph(work, paragraph) => (Some(&*corpus.work(work).id), Some(paragraph)),
        _ => (None, None),
    };
    let when = if let Passage::Time(when) = passage { Some(corpus.period(when).text()) } else { None };
    PassageShape { work, paragraph, when, statement }
}

fn actors<'a>(difference: &'a Difference<'_>) -> ActorsShape<'a> {
    let corpus = difference.corpus;
    let actors = &difference.actors;
    let name = |actor: &ActorId| corpus.actors.name(*actor);
    let only = |views: &[ActorView]| views.iter().map(|view| name(&view.actor)).collect::<Vec<_>>();
    let shared = actors.shared.iter().map(|view| ActorShape {
        actor: name(&view.actor),
        out: view.out,
        into: view.into,
        rank: view.rank,
    });
    let grains = actors.granularity.iter().map(|grain| GrainShape {
        whole: name(&grain.whole),
        parts: grain.parts.iter().map(name).collect(),
        parts_in: grain.parts_in,
    });
    ActorsShape {
        shared: shared.collect(),
        only: [only(&actors.only_a), only(&actors.only_b)],
        granularity: grains.collect(),
    }
}

fn frames<'a>(difference: &'a Difference<'_>, passages: Option<&'a Passages>) -> Vec<FrameShape<'a>> {
    let corpus = difference.corpus;
    let shape = |reading: &'a Reading| ReadingShape {
        author: corpus.authors.name(reading.author),
        name: &reading.name,
        kind: reading.kind.word(),
        when: reading.when.as_ref().map(Period::text),
        participants: statement::actors(corpus, &reading.participants),
        absent: statement::actors(corpus, &reading.absent),
        likens: reading.likens.iter().map(|(then, now)| (&**then, corpus.actors.name(*now))).collect(),
        gloss: &reading.gloss,
        evidence: statement::evidence(corpus, &reading.evidence, passages),
    };
    let frame = |frame: &FrameReading| {
        let readings = &corpus.frames.get(frame.frame).readings;
        let of = |view: &View| {
            readings.iter().filter(|reading| view.authors.contains(&reading.author)).map(shape).collect::<Vec<_>>()
        };
        let readings = [of(&difference.a), of(&difference.b)];
        FrameShape { frame: corpus.frames.name(frame.frame), statements: frame.statements, readings }
    };
    difference.frames.iter().map(frame).collect()
}

fn structure<'a>(corpus: &'a Corpus, shape: &NetworkShape) -> StructureShape<'a> {
    let name = |actor: &ActorId| corpus.actors.name(*actor);
    let centres = shape.centres.iter();
    let camps = |camps: &BalancePartition| camps.members.iter().map(|camp| camp.iter().map(name).collect()).collect();
    StructureShape {
        centres: centres.map(|centre| CentreShape { actor: name(&centre.actor), partners: centre.partners }).collect(),
        camps: shape.partition.as_ref().map(camps),
        misplaced: shape.partition.as_ref().map(|found| found.frustration),
        triads: shape.triads.as_ref().map(|triads| TriadsShape {
            balanced: triads.balanced,
            unbalanced: triads.unbalanced,
            named: triads.named.iter().map(|triad| triad.each_ref().map(name)).collect(),
        }),
    }
}
