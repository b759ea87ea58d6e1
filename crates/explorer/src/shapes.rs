//! The shape of the data document: what it is written from, and what its schema is made of.
//!
//! Actors, types, facets, frames, works and issues are named by their ids; statements, positions and views by their places in the lists
//! of them. Most records are written without what does not apply ([`Pruned`]): a key without a value, an empty list, `false`.

use std::collections::BTreeMap;

use parallax_formats::report::json::{DyadShape, Statement, Who};
use schemars::JsonSchema;
use serde::Serialize;

use super::briefing::BriefingShape;
use super::issues::{IssueComparison, IssueRecord, PositionRecord};
use super::picture::PictureShape;
use super::places::Place;
use super::pruned::Pruned;
use super::works::WorkRecord;

/// What a document says that it is.
pub(super) const SCHEMA: &str = "parallax-explorer/1";

/// Views of a corpus with all that the explorer page shows of them: what `render -o x.json` writes, and the page itself holds.
///
/// Actors, types, facets, frames, works and issues are named by their ids; statements, positions and views by their places in the lists of them, counted from 0.
#[derive(Serialize, JsonSchema)]
pub(super) struct Document<'a> {
    #[schemars(extend("const" = SCHEMA))]
    pub(super) schema: &'static str,
    pub(super) title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) about: &'a str,
    pub(super) views: Vec<ViewShape<'a>>,
    /// What divides and joins the views, by language; nothing of a single view.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) briefing: BTreeMap<&'static str, BriefingShape<'a>>,
    pub(super) works: Vec<Pruned<WorkRecord<'a>>>,
    pub(super) who: Vec<Pruned<ActorRecord<'a>>>,
    pub(super) types: Vec<Pruned<TypeShape<'a>>>,
    pub(super) facets: Vec<FacetShape<'a>>,
    pub(super) frames: Vec<FrameShape<'a>>,
    /// Each date that occurs, in words: by its EDTF, then by language.
    pub(super) dates: BTreeMap<&'a str, BTreeMap<&'static str, String>>,
    pub(super) statements: Vec<Pruned<StatementRecord<'a>>>,
    pub(super) levels: Vec<LevelShape<'a>>,
    /// The questions that the views answer, with where each stands; none if they answer none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) issues: Vec<Pruned<IssueRecord<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) positions: Vec<Pruned<PositionRecord<'a>>>,
    /// What the answers of each two views come to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) issue_comparisons: Vec<IssueComparison<'a>>,
    pub(super) pictures: Vec<PictureShape<'a>>,
}

/// A selection of statements: most often those of an author.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "View")]
pub(super) struct ViewShape<'a> {
    pub(super) name: String,
    pub(super) short: String,
    /// The selection, as it was written.
    pub(super) view: &'a str,
    pub(super) authors: Vec<&'a str>,
    /// What stands for it where there is little room.
    pub(super) letter: char,
    /// Whether its name is that of several.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) plural: bool,
    /// Whether the selection names stances or holders.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) voice: bool,
}

/// An actor that a statement names, or that such an actor belongs to.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Actor")]
pub(super) struct ActorRecord<'a> {
    #[serde(flatten)]
    pub(super) who: Who<'a>,
    pub(super) aliases: Vec<&'a str>,
    pub(super) stands_for: Vec<&'a str>,
    pub(super) part_of: Vec<&'a str>,
    /// What a body consists of.
    pub(super) composed_of: Vec<&'a str>,
}

/// A type of relation.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Type")]
pub(super) struct TypeShape<'a> {
    #[schemars(length(min = 1))]
    pub(super) id: &'a str,
    #[schemars(length(min = 1))]
    pub(super) label: &'a str,
    /// What stands between the actors of a sentence.
    #[schemars(length(min = 1))]
    pub(super) phrase: &'a str,
    /// -1, 0 or 1.
    pub(super) sign: i64,
    pub(super) directed: bool,
    pub(super) definition: &'a str,
}

/// In which respect something is said.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Facet")]
pub(super) struct FacetShape<'a> {
    pub(super) id: &'a str,
    pub(super) label: &'a str,
}

/// A frame that statements belong to.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Frame")]
pub(super) struct FrameShape<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) kind: &'static str,
}

/// A statement by an author.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Statement")]
pub(super) struct StatementRecord<'a> {
    #[serde(flatten)]
    pub(super) statement: Statement<'a, Place>,
    /// How the sentence ends: what only qualifies it, if there is such.
    pub(super) rest: String,
    /// The views that have it.
    #[schemars(length(min = 1))]
    pub(super) views: Vec<usize>,
    /// Whether it is held now.
    pub(super) now: bool,
    /// Whether it is one of the main lines.
    pub(super) main: bool,
    /// The first and the last year of its period, `null` where that is open; of a set those of each member.
    pub(super) years: Vec<[Option<i64>; 2]>,
}

/// What the statements come to when actors are taken as they are named, or aggregated.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Level")]
pub(super) struct LevelShape<'a> {
    /// `actor` or `state`.
    pub(super) level: &'static str,
    /// For each statement the pairs of actors that it relates, without those that became one actor.
    pub(super) pairs: Vec<Vec<[&'a str; 2]>>,
    pub(super) comparisons: Vec<Comparison<'a>>,
}

/// Two views set against each other.
#[derive(Serialize, JsonSchema)]
pub(super) struct Comparison<'a> {
    pub(super) views: [usize; 2],
    /// All their statements are in the document.
    #[schemars(with = "Vec<Pruned<DyadShape<'a, usize>>>")]
    pub(super) dyads: Vec<Pruned<DyadShape<'a, Place>>>,
}
