//! Random corpora, made up as data and written as the files that a person would write.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::answers::{self, ISSUES, Issue, Position};
use crate::written::{Names, Notation, written};

/// Two authors, some actors, and whatever can be said of them.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) actors: Vec<Actor>,
    pub(crate) frames: Vec<Frame>,
    pub(crate) statements: Vec<Statement>,
    pub(crate) issues: Vec<Issue>,
    pub(crate) positions: Vec<Position>,
}

#[derive(Debug, Clone)]
pub(crate) struct Actor {
    pub(crate) kind: &'static str,
    /// Larger actors, by number: smaller ones only, so that no actor belongs to itself.
    pub(crate) stands_for: Option<(usize, Option<&'static str>)>,
    pub(crate) part_of: Option<(usize, Option<&'static str>)>,
    /// Smaller numbers as well, so that none consists of itself.
    pub(crate) composed_of: Vec<(usize, Option<&'static str>)>,
}

/// A frame, read by one author or both.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    pub(crate) kind: &'static str,
    pub(crate) read_by: [bool; 2],
    pub(crate) participants: Vec<usize>,
    pub(crate) absent: Vec<usize>,
}

/// A statement; actors, types, facets and frames by number.
#[derive(Debug, Clone)]
pub(crate) struct Statement {
    pub(crate) author: usize,
    pub(crate) core: Core,
    pub(crate) voice: Voice,
    pub(crate) context: Context,
}

#[derive(Debug, Clone)]
pub(crate) struct Core {
    pub(crate) from: Vec<usize>,
    pub(crate) to: Vec<usize>,
    /// Whether lists are spoken of as wholes: both, or one of them.
    pub(crate) together: Option<&'static str>,
    pub(crate) kind: usize,
    pub(crate) sign: Option<i64>,
    pub(crate) strength: Option<i64>,
    pub(crate) facets: Vec<usize>,
    pub(crate) when: Option<&'static str>,
    /// Roles of those from whom and to whom it goes, against whom it is, and who gains; those of nobody are not written.
    pub(crate) casts: [Option<&'static str>; 4],
}

#[derive(Debug, Clone)]
pub(crate) struct Voice {
    pub(crate) stance: &'static str,
    pub(crate) negated: bool,
    pub(crate) mode: &'static str,
    pub(crate) attitude: Option<&'static str>,
    pub(crate) hedged: bool,
    /// An actor, or nobody in particular.
    pub(crate) holder: Option<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct Context {
    /// Third actors: with, against, excluding, benefiting.
    pub(crate) roles: [Vec<usize>; 4],
    /// Links to other statements of the author, counted round.
    pub(crate) links: Vec<(&'static str, usize)>,
    pub(crate) frame: Option<usize>,
    pub(crate) tag: Option<&'static str>,
    pub(crate) coder: Option<&'static str>,
    pub(crate) gloss: Option<&'static str>,
    /// Which of the author's two works, and which paragraph.
    pub(crate) evidence: Vec<(usize, u32)>,
}

/// Types of the codebook: sign and whether directed.
pub(crate) const TYPES: [(i64, bool); 6] = [(1, false), (1, true), (0, true), (0, false), (-1, true), (-1, false)];
pub(crate) const FACETS: usize = 3;
pub(crate) const KINDS: [&str; 4] = ["state", "person", "organisation", "bloc"];
pub(crate) const STANCES: [&str; 5] = ["asserts", "endorses", "reports", "doubts", "rejects"];
pub(crate) const MODES: [&str; 4] = ["actual", "historical", "future", "hypothetical"];
pub(crate) const ATTITUDES: [&str; 4] = ["wants", "fears", "intends", "ought"];
const WHENS: [&str; 6] = ["2020", "2021-03", "2019/2021", "2022/..", "../1990", "2025-02-28"];
const CASTS: [&str; 4] = ["hero", "villain", "victim", "beneficiary"];
const LINKS: [&str; 4] = ["serves", "causes", "undermines", "opposes"];
pub(crate) const FRAMES: usize = 3;

/// Corpora of two to eight actors, up to `most` statements, and a quarter as many positions.
pub(crate) fn worlds(most: usize) -> impl Strategy<Value = World> {
    (2_usize..=8).prop_flat_map(move |count| {
        let statements = vec(statement(count), 0..=most);
        let frames = vec(frame(count), FRAMES);
        let actors: Vec<_> = (0..count).map(actor).collect();
        let said = (vec(answers::issue(count), ISSUES), vec(answers::position(count), 0..=most / 4));
        (actors, frames, statements, said).prop_map(|(actors, frames, statements, (issues, positions))| World {
            actors,
            frames,
            statements,
            issues,
            positions,
        })
    })
}

pub(crate) fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(words)
}

fn actor(number: usize) -> impl Strategy<Value = Actor> {
    let larger = move || option::weighted(0.3, (0..number.max(1), option::weighted(0.4, one_of(&WHENS))));
    let place = move |larger: Option<(usize, Option<&'static str>)>| larger.filter(|(to, _)| *to < number);
    let part = move || (0..number.max(1), option::weighted(0.2, one_of(&WHENS)));
    let parts = move || prop_oneof![3 => Just(Vec::new()), 1 => vec(part(), 1..4)];
    (one_of(&KINDS), larger(), larger(), parts()).prop_map(move |(kind, stands_for, part_of, parts)| Actor {
        kind,
        stands_for: place(stands_for),
        part_of: place(part_of),
        composed_of: parts.into_iter().filter(|(part, _)| *part < number).collect(),
    })
}

fn frame(actors: usize) -> impl Strategy<Value = Frame> {
    let some = move || vec(0..actors, 0..3);
    (one_of(&["framework", "analogy", "event"]), any::<[bool; 2]>(), some(), some())
        .prop_map(|(kind, read_by, participants, absent)| Frame { kind, read_by, participants, absent })
}

fn statement(actors: usize) -> impl Strategy<Value = Statement> {
    (0_usize..2, core(actors), voice(actors), context(actors)).prop_map(|(author, core, voice, context)| Statement {
        author,
        core,
        voice,
        context,
    })
}

fn core(actors: usize) -> impl Strategy<Value = Core> {
    // One actor mostly; several at times; both ends may share some.
    let ends = move || prop_oneof![5 => vec(0..actors, 1), 1 => vec(0..actors, 2..4)];
    (
        ends(),
        ends(),
        0..TYPES.len(),
        option::weighted(0.2, -1_i64..=1),
        option::weighted(0.4, 1_i64..=3),
        facets(),
        whens(),
        option::weighted(0.5, one_of(&["true", "from", "to"])),
        [cast(), cast(), cast(), cast()],
    )
        .prop_map(|(from, to, kind, sign, strength, facets, when, together, casts)| {
            let to = once_shared(&from, to);
            let together = together.filter(|which| has_list(which, &from, &to));
            Core { from, to, together, kind, sign, strength, facets, when, casts }
        })
}

pub(crate) fn facets() -> impl Strategy<Value = Vec<usize>> {
    prop_oneof![1 => Just(Vec::new()), 1 => vec(0..FACETS, 1..3)]
}

fn cast() -> impl Strategy<Value = Option<&'static str>> {
    option::weighted(0.15, one_of(&CASTS))
}

pub(crate) fn whens() -> impl Strategy<Value = Option<&'static str>> {
    option::weighted(0.3, one_of(&WHENS))
}

/// Whether there is a list that can be spoken of as a whole.
fn has_list(which: &str, from: &[usize], to: &[usize]) -> bool {
    let [from, to] = [from, to].map(|end| end.iter().any(|actor| *actor != end[0]));
    match which {
        "from" => from,
        "to" => to,
        _ => from || to,
    }
}

/// At most one actor stands at both ends: of two, a statement would point both ways, and have no direction to compare.
fn once_shared(from: &[usize], mut to: Vec<usize>) -> Vec<usize> {
    let shared = to.iter().copied().find(|actor| from.contains(actor));
    to.retain(|actor| Some(*actor) == shared || !from.contains(actor));
    to
}

pub(crate) fn voice(actors: usize) -> impl Strategy<Value = Voice> {
    let stance = prop_oneof![3 => Just(STANCES[0]), 2 => one_of(&STANCES)];
    let mode = prop_oneof![3 => Just(MODES[0]), 2 => one_of(&MODES)];
    let negated = prop::bool::weighted(0.25);
    let holder = option::weighted(0.5, 0..actors);
    (stance, negated, mode, option::weighted(0.2, one_of(&ATTITUDES)), any::<bool>(), holder).prop_map(
        |(stance, negated, mode, attitude, hedged, holder)| Voice { stance, negated, mode, attitude, hedged, holder },
    )
}

pub(crate) fn context(actors: usize) -> impl Strategy<Value = Context> {
    let role = move || prop_oneof![4 => Just(Vec::new()), 1 => vec(0..actors, 1..3)];
    let links = prop_oneof![3 => Just(Vec::new()), 1 => vec((one_of(&LINKS), any::<usize>()), 1..3)];
    (
        [role(), role(), role(), role()],
        links,
        option::weighted(0.3, 0..FRAMES),
        option::weighted(0.2, one_of(&["slide", "aside"])),
        option::weighted(0.2, one_of(&["kim", "lee"])),
        option::weighted(0.3, one_of(&["They act as one.", "Grain for \"ships\"; and back.", "Ein Bündnis, lose"])),
        vec((0_usize..2, 1_u32..4), 0..2),
    )
        .prop_map(|(roles, links, frame, tag, coder, gloss, evidence)| Context {
            roles,
            links,
            frame,
            tag,
            coder,
            gloss,
            evidence,
        })
}

/// A world that breaks a law is shown as the files that a person would write.
impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (name, text) in written(self, &Names::plain(), Notation::Toml, None) {
            write!(f, "\n==> {name}\n{text}")?;
        }
        Ok(())
    }
}

impl World {
    /// The numbers of an author's statements.
    pub(crate) fn of(&self, author: usize) -> Vec<usize> {
        (0..self.statements.len()).filter(|number| self.statements[*number].author == author).collect()
    }

    /// The numbers of an author's positions.
    pub(crate) fn positions_of(&self, author: usize) -> Vec<usize> {
        (0..self.positions.len()).filter(|number| self.positions[*number].author == author).collect()
    }
}
