//! The briefing of a page in its data: what divides and joins the views, in every language, with what each name leads to.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::brief::Briefing;
use parallax_core::messages::LANGUAGES;
use parallax_core::model::{ActorId, Corpus, Mode, PositionId, RelationId};
use parallax_formats::report::{BriefingPiece, Target, briefing};
use parallax_render::RenderRequest;
use schemars::JsonSchema;
use serde::Serialize;

use super::places::Places;

/// Of what is to come or possible.
const UNCERTAIN: [Mode; 2] = [Mode::Future, Mode::Hypothetical];

/// What divides and joins the views, in a few lines, in a language.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Briefing")]
pub(super) struct BriefingShape<'a> {
    title: String,
    /// How its figures are to be read.
    about: String,
    /// Its lines, each in pieces that follow one another.
    lines: Vec<Vec<PieceShape<'a>>>,
}

/// A piece of a line.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BriefingPiece")]
struct PieceShape<'a> {
    text: String,
    /// Whether it says what the line is on.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    lead: bool,
    /// What it tells of.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<TargetShape<'a>>,
}

/// What a piece tells of: an actor, two of them (lifted to those for whom they stand), an issue, a statement or a position by its place,
/// a facet, or the modes of statements.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "BriefingTarget")]
enum TargetShape<'a> {
    Actor(&'a str),
    Pair([&'a str; 2]),
    Issue(&'a str),
    Statement(usize),
    Position(usize),
    Facet(&'a str),
    Modes([&'static str; 2]),
}

/// The briefing by language; none of a single view.
pub(super) fn briefing_shape<'a>(
    request: &'a RenderRequest<'_>,
    known: &BTreeSet<ActorId>,
    places: &Places,
) -> BTreeMap<&'static str, BriefingShape<'a>> {
    if request.views.len() < 2 {
        return BTreeMap::new();
    }
    let comparison = request.comparison();
    let found = Briefing::of(&comparison);
    let shape = |piece: BriefingPiece| {
        let to = piece.target.and_then(|target| target_shape(request.corpus, target, known, places));
        PieceShape { text: piece.text, lead: piece.is_lead, to }
    };
    let of_language = |messages| {
        let (title, about, lines) = briefing(&comparison, &found, messages);
        let lines = lines.into_iter().map(|line| line.into_iter().map(shape).collect()).collect();
        BriefingShape { title, about, lines }
    };
    LANGUAGES.iter().map(|language| (language.code, of_language(language))).collect()
}

/// Where a target stands in the document; nothing if it does not.
fn target_shape<'a>(
    corpus: &'a Corpus,
    target: Target,
    known: &BTreeSet<ActorId>,
    places: &Places,
) -> Option<TargetShape<'a>> {
    let actor = |id: ActorId| known.contains(&id).then(|| corpus.actors.name(id));
    let statement = |id: RelationId| places.place.get(&id).copied();
    let position = |id: PositionId| places.positions.get(&id).copied();
    match target {
        Target::Actor(id) => actor(id).map(TargetShape::Actor),
        Target::Pair(pair) => Some(TargetShape::Pair([actor(pair.0)?, actor(pair.1)?])),
        Target::Issue(id) => places.issues.contains(&id).then(|| TargetShape::Issue(corpus.issues.name(id))),
        Target::Statement(id) => statement(id).map(TargetShape::Statement),
        Target::Position(id) => position(id).map(TargetShape::Position),
        Target::Facet(id) => Some(TargetShape::Facet(corpus.facets.name(id))),
        Target::Uncertain => {
            let has = places.place.keys().any(|id| UNCERTAIN.contains(&corpus.relation(*id).mode));
            has.then(|| TargetShape::Modes(UNCERTAIN.map(Mode::word)))
        }
    }
}
