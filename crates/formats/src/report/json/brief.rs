//! A briefing as data.

use parallax_core::brief::{
    Bearers, Briefing, Camps, Cast, Character, Contested, Foremost, Named, Share, Silent, Theme, Voice, Voices,
};
use parallax_core::diff::{Comparison, Pair};
use parallax_core::model::{ActorId, Corpus, Holder, RelationId};
use serde::Serialize;

use super::difference::SideShape;
use super::issues::{SurveyedIssueShape, surveyed_issue};
use crate::report::Options;
use crate::report::words::Words;

/// A briefing as written. Lists of shares have one figure a side, in the order of `sides`.
#[derive(Serialize)]
pub(super) struct BriefingShape<'a> {
    schema: &'static str,
    sides: Vec<SideShape<'a>>,
    centre: ForemostShape,
    main_pair: Option<ShareShape>,
    respects: ForemostShape,
    casts: Vec<CastShape>,
    bearers: Vec<BearersShape>,
    doers: ForemostShape,
    sufferers: ForemostShape,
    camps: Vec<CampsShape>,
    uncertain: Option<Vec<f64>>,
    hedged: Option<Vec<f64>>,
    voices: Vec<VoicesShape>,
    contested: Vec<ContestedShape>,
    agreed: Vec<String>,
    silent: Vec<SilentShape>,
    /// Of more than two sides: the issues.
    surveyed: Vec<SurveyedIssueShape<'a>>,
}

#[derive(Serialize)]
struct ForemostShape {
    of_sides: Vec<Vec<ShareShape>>,
    widest: Option<ShareShape>,
}

#[derive(Serialize)]
struct ShareShape {
    of: String,
    shares: Vec<f64>,
}

/// A role, and whom each side casts in it.
#[derive(Serialize)]
struct CastShape {
    role: &'static str,
    of_sides: Vec<Vec<CharacterShape>>,
}

#[derive(Serialize)]
struct CharacterShape {
    actor: String,
    passages: usize,
    ground: Vec<String>,
}

#[derive(Serialize)]
struct BearersShape {
    against: Vec<NamedShape>,
    benefiting: Vec<NamedShape>,
}

#[derive(Serialize)]
struct NamedShape {
    actor: String,
    passages: usize,
    /// The two of whose ties most of these are.
    dyad: String,
    ground: Vec<String>,
}

#[derive(Serialize)]
struct CampsShape {
    camps: Vec<Vec<String>>,
    untried: bool,
    crossing: Option<String>,
}

#[derive(Serialize)]
struct VoicesShape {
    agrees: Vec<VoiceShape>,
    rejects: Vec<VoiceShape>,
}

#[derive(Serialize)]
struct VoiceShape {
    holder: String,
    statements: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum ContestedShape {
    Issue { id: String, verdict: &'static str, firm: bool },
    Dyad { actors: [String; 2], verdict: &'static str, firm: bool },
}

#[derive(Serialize)]
struct SilentShape {
    /// `issue ID`, `actor ID`, `claim ID ID ID` or `facet ID`.
    theme: String,
    speaks: usize,
    /// In the order of `sides`.
    shares: [f64; 2],
    words: usize,
}

impl<'a> BriefingShape<'a> {
    pub(super) fn of(comparison: &'a Comparison<'_>, options: &'a Options) -> Self {
        let corpus = comparison.corpus;
        let views: Vec<_> = comparison.views.iter().collect();
        let names = Words::of(corpus, &views, options).side_names(&views);
        let sides = views.iter().zip(names).map(|(view, name)| SideShape::of(corpus, view, name)).collect();
        let briefing = Briefing::of(comparison);
        let actor = |id: ActorId| corpus.actors.name(id).to_owned();
        Self {
            schema: "parallax-briefing/1",
            sides,
            centre: foremost(&briefing.centre, actor),
            main_pair: briefing.main_pair.as_ref().map(|main| share(main, |pair| self::pair(corpus, pair))),
            respects: foremost(&briefing.respects, |id| corpus.facets.name(id).to_owned()),
            casts: briefing.casts.iter().map(|found| cast(corpus, found)).collect(),
            bearers: briefing.bearers.iter().map(|bearers| self::bearers(corpus, bearers)).collect(),
            doers: foremost(&briefing.doers, actor),
            sufferers: foremost(&briefing.sufferers, actor),
            camps: briefing.camps.iter().map(|camps| self::camps(corpus, camps)).collect(),
            uncertain: briefing.uncertain.map(|share| share.shares),
            hedged: briefing.hedged.map(|share| share.shares),
            voices: briefing.voices.iter().map(|voices| self::voices(corpus, voices)).collect(),
            contested: briefing.contested.iter().map(|contested| self::contested(corpus, contested)).collect(),
            agreed: briefing.agreed.iter().map(|found| corpus.issues.name(found.issue).to_owned()).collect(),
            silent: briefing.silent.iter().map(|silent| self::silent(corpus, silent)).collect(),
            surveyed: briefing.surveyed.iter().map(|found| surveyed_issue(corpus, found)).collect(),
        }
    }
}

fn share<T: Copy>(share: &Share<T>, name: impl Fn(T) -> String) -> ShareShape {
    ShareShape { of: name(share.of), shares: share.shares.clone() }
}

fn foremost<T: Copy>(shares: &Foremost<T>, name: impl Fn(T) -> String) -> ForemostShape {
    let of_side = |named: &Vec<Share<T>>| named.iter().map(|part| share(part, &name)).collect();
    ForemostShape {
        of_sides: shares.of_sides.iter().map(of_side).collect(),
        widest: shares.widest.as_ref().map(|part| share(part, &name)),
    }
}

fn pair(corpus: &Corpus, pair: Pair) -> String {
    format!("{} {}", corpus.actors.name(pair.0), corpus.actors.name(pair.1))
}

fn statement(corpus: &Corpus, id: RelationId) -> String {
    let relation = corpus.relation(id);
    format!("{}/{}", corpus.authors.name(relation.author), corpus.relation_name(relation))
}

fn cast(corpus: &Corpus, cast: &Cast) -> CastShape {
    let character = |character: &Character| CharacterShape {
        actor: corpus.actors.name(character.actor).to_owned(),
        passages: character.passages,
        ground: character.ground.iter().map(|id| statement(corpus, *id)).collect(),
    };
    let of_side = |side: &Vec<Character>| side.iter().map(character).collect();
    CastShape { role: cast.role.word(), of_sides: cast.of_sides.iter().map(of_side).collect() }
}

fn bearers(corpus: &Corpus, bearers: &Bearers) -> BearersShape {
    let named = |named: &Named| NamedShape {
        actor: corpus.actors.name(named.actor).to_owned(),
        passages: named.passages,
        dyad: pair(corpus, named.dyad),
        ground: named.ground.iter().map(|id| statement(corpus, *id)).collect(),
    };
    let Bearers { against, benefiting } = bearers;
    BearersShape { against: against.iter().map(named).collect(), benefiting: benefiting.iter().map(named).collect() }
}

fn camps(corpus: &Corpus, camps: &Camps) -> CampsShape {
    let names = |camp: &Vec<ActorId>| camp.iter().map(|id| corpus.actors.name(*id).to_owned()).collect();
    CampsShape {
        camps: camps.camps.iter().map(names).collect(),
        untried: camps.untried,
        crossing: camps.crossing.map(|(pair, _)| self::pair(corpus, pair)),
    }
}

fn voices(corpus: &Corpus, voices: &Voices) -> VoicesShape {
    let voice = |(holder, statements, _): &Voice| VoiceShape {
        holder: match holder {
            Holder::Actor(actor) => corpus.actors.name(*actor).to_owned(),
            Holder::Label(label) => label.to_string(),
        },
        statements: *statements,
    };
    VoicesShape {
        agrees: voices.agrees.iter().map(voice).collect(),
        rejects: voices.rejects.iter().map(voice).collect(),
    }
}

fn contested(corpus: &Corpus, contested: &Contested) -> ContestedShape {
    match contested {
        Contested::Issue(found) => ContestedShape::Issue {
            id: corpus.issues.name(found.issue).to_owned(),
            verdict: found.verdict.name(),
            firm: found.firmness.is_firm(),
        },
        Contested::Dyad(dyad) => ContestedShape::Dyad {
            actors: [dyad.pair.0, dyad.pair.1].map(|id| corpus.actors.name(id).to_owned()),
            verdict: dyad.verdict.name(),
            firm: dyad.firmness.is_firm(),
        },
    }
}

fn silent(corpus: &Corpus, silent: &Silent) -> SilentShape {
    let theme = match silent.theme {
        Theme::Issue(id) => format!("issue {}", corpus.issues.name(id)),
        Theme::Actor(id) => format!("actor {}", corpus.actors.name(id)),
        Theme::Claim(kind, of) => format!("claim {} {}", corpus.types.name(kind), pair(corpus, of)),
        Theme::Facet(id) => format!("facet {}", corpus.facets.name(id)),
    };
    SilentShape { theme, speaks: silent.speaks, shares: silent.shares, words: silent.words }
}
