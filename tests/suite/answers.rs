//! Issues and positions of random corpora: made up as data, and written as records.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::world::{Context, FRAMES, Voice, World, context, facets, one_of, voice, whens};
use crate::written::{Names, Record, context_entries, record, toml, voice_entries};

pub(crate) const ISSUES: usize = 3;
/// Answers that an issue offers at most.
pub(crate) const ANSWERS: usize = 5;
const KINDS: [&str; 4] = ["fact", "degree", "cause", "forecast"];

/// A question; actors by number.
#[derive(Debug, Clone)]
pub(crate) struct Issue {
    kind: &'static str,
    about: Vec<usize>,
    answers: usize,
    ordered: bool,
    several: Option<bool>,
}

/// An answer of an author; issues, answers and reasons by number.
#[derive(Debug, Clone)]
pub(crate) struct Position {
    pub(crate) author: usize,
    issue: usize,
    /// Of those of the issue and the two that all have, counted round.
    answer: usize,
    strength: Option<i64>,
    facets: Vec<usize>,
    when: Option<&'static str>,
    condition: bool,
    voice: Voice,
    context: Context,
    /// What it rests on, what follows.
    reasons: [Vec<Reason>; 2],
}

/// Something else that the author says, counted round.
#[derive(Debug, Clone)]
pub(crate) enum Reason {
    Statement(usize),
    Position(usize),
    Frame(usize),
}

pub(crate) fn issue(actors: usize) -> impl Strategy<Value = Issue> {
    (one_of(&KINDS), vec(0..actors, 0..3), 1..=ANSWERS, any::<bool>(), any::<Option<bool>>()).prop_map(
        |(kind, about, answers, ordered, several)| {
            let several = several.filter(|_| !ordered);
            Issue { kind, about, answers, ordered, several }
        },
    )
}

pub(crate) fn position(actors: usize) -> impl Strategy<Value = Position> {
    let reason = prop_oneof![
        any::<usize>().prop_map(Reason::Statement),
        any::<usize>().prop_map(Reason::Position),
        (0..FRAMES).prop_map(Reason::Frame),
    ];
    let reasons = prop_oneof![2 => Just(Vec::new()), 1 => vec(reason, 1..3)];
    let content = (0..ISSUES, 0..ANSWERS + 2, option::weighted(0.4, 1_i64..=3), facets(), whens());
    let around = (prop::bool::weighted(0.2), voice(actors), context(actors), [reasons.clone(), reasons]);
    (0_usize..2, content, around).prop_map(|(author, content, (condition, voice, context, reasons))| {
        let (issue, answer, strength, facets, when) = content;
        Position { author, issue, answer, strength, facets, when, condition, voice, context, reasons }
    })
}

/// An issue as TOML: its answers stand in their order, whatever they are called.
pub(crate) fn issue_text(number: usize, issue: &Issue, names: &Names) -> String {
    let ordered = if issue.ordered { json!(true) } else { Value::Null };
    let head = record(&[
        ("id", json!(names.issue(number))),
        ("question", json!(format!("Is it {number}?"))),
        ("about", names.actors(&issue.about)),
        ("kind", json!(issue.kind)),
        ("ordered", ordered),
        ("several", json!(issue.several)),
    ]);
    let answers = (0..issue.answers).map(|answer| format!("{} = \"Answer {answer}\"", names.answer(answer)));
    format!("{}answers = {{ {} }}\n", toml("issue", &[head]), answers.collect::<Vec<_>>().join(", "))
}

pub(crate) fn position_record(world: &World, number: usize, names: &Names) -> Record {
    let position = &world.positions[number];
    let offered = world.issues[position.issue].answers;
    let answer = match position.answer % (offered + 2) {
        own if own < offered => names.answer(own),
        own if own == offered => "undecided",
        _ => "wrong-question",
    };
    let facets: Vec<_> = position.facets.iter().map(|facet| names.facet(*facet)).collect();
    let [rests_on, so] = &position.reasons;
    let list = |reasons: &[Reason]| {
        json!(reasons.iter().filter_map(|one| name(world, position, one, names)).collect::<Vec<_>>())
    };
    let own = [
        ("id", if is_named(world, number) { json!(names.position(number)) } else { Value::Null }),
        ("issue", json!(names.issue(position.issue))),
        ("answer", json!(answer)),
        ("strength", json!(position.strength)),
        ("facets", json!(facets)),
        ("when", json!(position.when)),
        ("condition", if position.condition { json!("the winds hold") } else { Value::Null }),
        ("rests-on", list(rests_on)),
        ("so", list(so)),
    ];
    let voice = voice_entries(&position.voice, names);
    let around = context_entries(world, &position.context, names);
    record(&own.into_iter().chain(voice).chain(around).collect::<Vec<_>>())
}

/// The id of a reason; none if the author has nothing of its kind.
fn name(world: &World, position: &Position, reason: &Reason, names: &Names) -> Option<String> {
    let nth = |own: Vec<usize>, at: usize| (!own.is_empty()).then(|| own[at % own.len()]);
    match reason {
        Reason::Statement(at) => nth(world.of(position.author), *at).map(|number| names.statement(number)),
        Reason::Position(at) => nth(world.positions_of(position.author), *at).map(|number| names.position(number)),
        Reason::Frame(at) => world.frames[*at].read_by[position.author].then(|| names.frame(*at).to_owned()),
    }
}

fn reasons(world: &World, author: usize) -> impl Iterator<Item = &Reason> {
    let own = world.positions.iter().filter(move |position| position.author == author);
    own.flat_map(|position| position.reasons.iter().flatten())
}

/// Whether a statement is the reason of a position, or its conclusion.
pub(crate) fn is_reason(world: &World, statement: usize) -> bool {
    let author = world.statements[statement].author;
    let own = world.of(author);
    reasons(world, author).any(|reason| matches!(reason, Reason::Statement(at) if own[at % own.len()] == statement))
}

/// Whether a position has an id: if another points at it, and every third.
fn is_named(world: &World, number: usize) -> bool {
    let author = world.positions[number].author;
    let own = world.positions_of(author);
    let mut all = reasons(world, author);
    number.is_multiple_of(3)
        || all.any(|reason| matches!(reason, Reason::Position(at) if own[at % own.len()] == number))
}
