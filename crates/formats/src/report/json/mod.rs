//! Reports for programs. Every key below is always there; what does not apply is `null` or an empty list.
//!
//! Things are named by their ids in the files; a statement by `"author/id"`, with `~2`, `~3` after it where ids repeat. Where
//! two sides are told apart, a list of two has the first view's and the second view's part: swapping the views swaps them.
//!
//! A difference:
//!
//! ```json
//! {"schema": "parallax-difference/1",
//!  "sides": [{"name", "view", "authors": [ID], "statements": 72,
//!             "works": [{"id", "author", "title", "publisher", "date", "url"}]}, ...],
//!  "numbers": {"verdicts": {"denied": 2, ...}, "rolled_up": {...}, "silences": {"unrelated": 9, ...},
//!              "pairs": {"standing": 1, ..., "agrees": 3}, "beside": [11, 15],
//!              "jaccard": {"actors": 0.4, "dyads", "claims"}, "signed_dyads": 12, "sign_agreement": 0.5},
//!  "dyads": [{"actors": [ID, ID], "verdict": "denied", "contested": true, "also": ["agency"], "ground": [[[REF], [REF]], ...], "silence": null, "facets": [ID], "via_roll_up": false,
//!             "through": [[ID, ID]], "as_named": null, "rests_on": [{"work": ID, "paragraph": 63, "when": null, "statement": null}], "untried": false,
//!             "signs": [[1, -1], [-1]], "statements": [[REF], [REF]],
//!             "pairs": [{"statements": [REF, REF], "differs": ["type"]}], "beside": [[REF], [REF]]}],
//!  "issues": [{"issue": ID, "question", "verdict": "contradict", "contested": true, "silence": null,
//!              "answers": [[{"answer": ID, "standing": "holds", "main": true, "conditional": false, "positions": ["author/position"]}], [...]],
//!              "other": ["reasons"], "shared_denials": [ID], "rests_on": [{"work": ID, "paragraph": 3, "when": null, "position": null}], "untried": false}],
//!  "actors": {"shared": [{"actor": ID, "out": [4, 0], "in": [1, 6], "rank": [2, 5]}], "only": [[ID], [ID]],
//!             "granularity": [{"whole": ID, "parts": [ID], "parts_in": 0}]},
//!  "frames": [{"frame": ID, "statements": [2, 5], "readings": [[{"author", "name", "kind", "when", "participants", "absent",
//!              "likens": {"then": ID}, "gloss", "evidence"}], [...]]}],
//!  "structure": [{"centres": [{"actor": ID, "partners": 9}], "camps": [[ID]], "misplaced": 1,
//!                 "triads": {"balanced": 3, "unbalanced": 1, "named": [[ID, ID, ID]]}}, ...],
//!  "who": [{"id", "name", "label", "kind", "members": [ID], "wikidata", "iso"}], "statements": [STATEMENT],
//!  "positions": [POSITION]}
//! ```
//!
//! A dyad has one verdict, on all that the two sides say of its actors and of those who stand for them (`through` names these); `as_named` is the verdict on what
//! names the two alone, where that is another. `ground` has the statements on which the verdict rests, then those of each rule in `also`. `rests_on` are the passages of which any one, left out, would leave nothing contested.
//! `numbers.signed_dyads` are the shared dyads with one sign for each side, and `sign_agreement` is null if they are fewer than five.
//! `numbers.pairs` counts ways of differing, so that a pair of claims can count several times; an empty `differs` is an
//! agreement. `signs` are those held now. `beside` are claims that answer none of the other side's; of a silence it is empty.
//! `centres` are five, and whoever has as many partners as the fifth. `camps` are those who stand together in every best split that
//! was found, and `misplaced` is how many ties that leaves out of place: an upper bound, since a better one may exist.
//! Actors that a statement speaks of as a whole are one in `who`, and `members` says who they are; of others it is empty.
//! Only wanted verdicts are listed under `dyads`; `numbers` counts them all.
//!
//! A comparison of more than two sides, which are named by their places:
//!
//! ```json
//! {"schema": "parallax-survey/1", "sides": [...],
//!  "between": [{"sides": [0, 1], "both": 12, "one": 30, "overlap": 0.29, "contested": 3, "contradictions": 1, "conflict": 0.17,
//!               "issues": {"both": 9, "one": 2, "overlap": 0.82, "conflict": 0.5}}],
//!  "dyads": [{"actors": [ID, ID], "answers": [{"side": 0, "signs": [1]}], "contested": [{"sides": [0, 2], "verdict": "denied", "also": ["agency"]}],
//!             "denying": [4], "majority": [0, 1, 3], "outliers": [2]}],
//!  "issues": [{"issue": ID, "question", "answers": [{"side": 0, "answers": [...]}], "verdicts": [{"sides": [0, 1], "verdict": "agree", "contested": false}],
//!              "majority": [0, 1, 3], "outliers": [2]}],
//!  "types": [{"type": ID, "from": ID, "to": ID, "share": "most", "sides": [0, 1, 3], "divided": [4]}], "left_out": 0, "who": [...]}
//! ```
//!
//! `answers` are those of the sides that speak of the two, with the signs held now, and `denying` are those who hold nothing and deny something; `left_out` counts what `--firm` does; `conflict` is null with fewer than five dyads in common.
//! `divided` are sides that hold the type and say the opposite as well; `share` counts the others, and is null if there are none.
//!
//! A briefing: `{"schema": "parallax-briefing/1", "sides": [...], "centre": {"of_sides": [[{"of": ID, "shares": [0.6, 0.4]}], ...], "widest": {...}},
//! "main_pair", "respects", "casts": [{"role": "villain", "of_sides": [[{"actor": ID, "passages": 3, "ground": [REF]}], ...]}], "bearers": [{"against": [{"actor": ID, "passages": 3, "ground": [REF]}], "benefiting": [...]}, ...], "doers", "sufferers",
//! "camps": [{"camps": [[ID]], "crossing": "ID ID"}, ...], "uncertain": [0.2, 0.1], "hedged", "voices": [{"agrees": [{"holder", "statements": 3}], "rejects"}, ...],
//! "contested": [{"issue": {"id": ID, "verdict", "firm"}}, {"dyad": {"actors": [ID, ID], "verdict", "firm"}}], "agreed": [ID],
//! "silent": [{"theme": "actor ID", "speaks": 0, "shares": [0.1, 0.0], "words": 120}], "surveyed": [...]}`; what needs two sides is empty for more,
//! and `surveyed`, as `issues` of a survey, for two.
//!
//! A network: `{"schema": "parallax-network/1", "view", "level": "actor", "loops": 0, "self_ties": 0, "works": [...], "who": [...],
//! "ties": [{"from": ID, "to": ID, "directed", "sign": -1, "factuality": "held", "type": ID, "strength": 3,
//! "statements": [REF]}], "statements": [STATEMENT], "issues": [{"id", "question", "about": [ID], "kind": "cause",
//! "answers": [{"id", "label"}], "ordered", "several"}], "positions": [POSITION]}`, with the issues that its positions answer.
//!
//! A tally: `{"schema": "parallax-tally/1", "sides": [NAME, NAME],
//! "types": [{"type": ID, "label", "held": [26, 27], "both": 24, "only": [2, 3]}]}`.
//!
//! A statement: `{"ref", "author", "id", "from": [ID], "to": [ID], "from_as", "to_as", "type", "sign", "stance", "negated",
//! "standing", "holders": [HOLDER], "via": [HOLDER], "mode", "attitude", "hedged", "when", "strength", "facets": [ID],
//! "with": [ID], "against": [ID], "excluding": [ID], "benefiting": [ID], "casts": null or {"from": "villain", "to": "victim", "against": null, "benefiting": null}, "links": [{"kind", "to": REF}], "frame", "by",
//! "amount", "condition", "gloss", "tags", "coder", "evidence": [{"work", "anchor", "paragraph": 12,
//! "passage": null}], "sentence"}`, where a passage, if it was asked for, is `{"anchor", "before", "words", "after"}` as it stands now,
//! HOLDER is `{"actor": ID}` or `{"label": "some analysts"}`, and a link may point at a statement that is not listed.
//!
//! A position has `author`, `id`, `issue`, `answer`, all that a statement has from `stance` to `evidence` but for `links`, and instead of
//! these `rests_on` and `so`: `[{"statement": ID}, {"position": ID}, {"frame": ID}]`, of its author.

mod brief;
mod difference;
mod issue;
mod issues;
mod statement;
mod survey;

pub use difference::{DyadShape, dyad_shape};
pub use issue::{IssueShape, IssueVerdictShape, Position, issue_shape, issue_verdict_shape, position};
pub use statement::{Refer, Refs, Statement, statement};

use std::collections::BTreeSet;
use std::io::{self, Write};

use parallax_core::diag::write_json;
use parallax_core::diff::{Comparison, Difference, Tally};
use parallax_core::model::{ActorId, Corpus, Period, RelationId, TypeId, Work, WorkId};
use parallax_core::network::{Level, Network, View};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Options, Report};
use brief::BriefingShape;
use difference::DifferenceShape;
use statement::Statements;
use survey::SurveyShape;

/// Reports for programs.
pub(super) struct Json;

impl Report for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "for programs, with every statement"
    }

    fn difference(&self, difference: &Difference<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        write_json(&DifferenceShape::of(difference, options), out)
    }

    fn survey(&self, comparison: &Comparison<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        write_json(&SurveyShape::of(comparison, options), out)
    }

    fn briefing(&self, comparison: &Comparison<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        write_json(&BriefingShape::of(comparison, options), out)
    }

    fn network(&self, network: &Network<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        write_json(&NetworkShape::of(network, options), out)
    }

    fn tally(
        &self,
        corpus: &Corpus,
        sides: &[String; 2],
        tallies: &[(TypeId, Tally)],
        _: &Options,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let types = tallies.iter().map(|(id, tally)| TallyShape {
            kind: corpus.types.name(*id),
            label: &corpus.types.get(*id).label,
            held: [tally.a, tally.b],
            both: tally.both,
            only: [tally.only_a, tally.only_b],
        });
        write_json(&TalliesShape { schema: "parallax-tally/1", sides, types: types.collect() }, out)
    }
}

#[derive(Serialize)]
struct TalliesShape<'a> {
    schema: &'static str,
    sides: &'a [String; 2],
    types: Vec<TallyShape<'a>>,
}

#[derive(Serialize)]
struct TallyShape<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    label: &'a str,
    held: [usize; 2],
    both: usize,
    only: [usize; 2],
}

/// An actor: its id, its names, its kind, and what other catalogues call it.
#[derive(Serialize, JsonSchema)]
pub struct Who<'a> {
    #[schemars(length(min = 1))]
    id: &'a str,
    #[schemars(length(min = 1))]
    name: &'a str,
    /// What is written in its box: short.
    #[schemars(length(min = 1))]
    label: &'a str,
    #[schemars(length(min = 1))]
    kind: &'static str,
    /// Of a list of actors that a statement speaks of as a whole: who they are.
    members: Vec<&'a str>,
    wikidata: Option<&'a str>,
    iso: Option<&'a str>,
}

/// Who is meant by the ids of actors.
pub fn who(corpus: &Corpus, actors: impl IntoIterator<Item = ActorId>) -> Vec<Who<'_>> {
    let shape = |id: ActorId| {
        let actor = corpus.actors.get(id);
        let (wikidata, iso) = (actor.wikidata.as_deref(), actor.iso.as_deref());
        Who {
            id: corpus.actors.name(id),
            name: &actor.name,
            label: &actor.label,
            kind: actor.kind.word(),
            members: actor.members().map(|member| corpus.actors.name(member)).collect(),
            wikidata,
            iso,
        }
    };
    actors.into_iter().map(shape).collect()
}

/// A work: whose it is, and where it was published.
#[derive(Serialize, JsonSchema)]
pub struct WorkShape<'a> {
    /// What it is called in the files.
    #[schemars(length(min = 1))]
    pub id: &'a str,
    #[schemars(length(min = 1))]
    author: &'a str,
    #[schemars(length(min = 1))]
    title: &'a str,
    publisher: Option<&'a str>,
    /// In EDTF.
    date: Option<&'a str>,
    url: Option<&'a str>,
}

/// The works of a view's authors.
#[must_use]
pub fn works<'a>(corpus: &'a Corpus, view: &View) -> Vec<WorkShape<'a>> {
    let works = view.authors.iter().flat_map(|author| corpus.works_of(*author));
    let shape = |(_, work): (WorkId, &'a Work)| WorkShape {
        id: &work.id,
        author: corpus.authors.name(work.author),
        title: &work.title,
        publisher: work.publisher.as_deref(),
        date: work.date.as_ref().map(Period::text),
        url: work.url.as_deref(),
    };
    works.map(shape).collect()
}

#[derive(Serialize)]
struct NetworkShape<'a> {
    schema: &'static str,
    view: &'a str,
    level: &'static str,
    loops: usize,
    self_ties: usize,
    works: Vec<WorkShape<'a>>,
    who: Vec<Who<'a>>,
    #[serde(rename = "ties")]
    edges: Vec<EdgeShape<'a>>,
    statements: Statements<'a>,
    issues: Vec<IssueShape<'a>>,
    positions: Vec<Position<'a, String>>,
}

#[derive(Serialize)]
struct EdgeShape<'a> {
    from: &'a str,
    to: &'a str,
    directed: bool,
    sign: i64,
    factuality: &'static str,
    #[serde(rename = "type")]
    kind: &'a str,
    strength: u8,
    statements: Vec<String>,
}

impl<'a> NetworkShape<'a> {
    fn of(network: &'a Network<'_>, options: &'a Options) -> Self {
        let corpus = network.corpus;
        let statements: BTreeSet<RelationId> =
            network.edges().flat_map(|(_, _, edge)| edge.relations.iter().copied()).collect();
        let (positions, passages) = (network.view.positions(corpus), options.passages.as_ref());
        let named = statements.union(&issue::reasons(corpus, &positions)).copied().collect();
        let refs = Refs::of(corpus, &named);
        let edges = network.edges().map(|(from, to, edge)| EdgeShape {
            from: corpus.actors.name(from),
            to: corpus.actors.name(to),
            directed: edge.directed,
            sign: edge.sign.number(),
            factuality: edge.factuality.word(),
            kind: corpus.types.name(edge.kind),
            strength: edge.strength,
            statements: refs.list(&edge.relations),
        });
        Self {
            schema: "parallax-network/1",
            view: &network.view.text,
            level: if network.view.level == Level::State { "state" } else { "actor" },
            loops: network.loops.len(),
            self_ties: network.self_ties,
            works: works(corpus, &network.view),
            who: who(corpus, network.actors()),
            edges: edges.collect(),
            issues: issue::answered(corpus, &positions),
            positions: positions.iter().map(|id| position(corpus, *id, &refs, passages)).collect(),
            statements: Statements { corpus, ids: statements, refs, passages },
        }
    }
}
