//! Corpora, networks and differences told by content, without ids of this run and places in files.

use std::fmt::{Debug, Write};

use parallax_core::diff::{
    ActorView, Difference, Dyad, Granularity, IssueDifference, IssueVerdict, NetworkShape, Verdict,
};
use parallax_core::model::{ActorId, Corpus, Holder, Id, Period, PositionId, RareFields, Reason, Relation, RelationId};
use parallax_core::network::Network;

/// Writes what it is told, a line each.
#[derive(Default)]
pub(crate) struct Told(String);

impl Told {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }
}

/// Everything that a corpus says.
pub(crate) fn corpus(corpus: &Corpus) -> String {
    let mut told = Told::default();
    for (id, name, actor) in corpus.actors.iter() {
        let larger = actor.stands_for.iter().chain(&actor.part_of).chain(&actor.composed_of);
        let larger = larger.map(|to| (corpus.actors.name(to.actor), to.when.as_ref().map(Period::text)));
        told.line(&format!("{id:?} {name} {} {:?}", actor.kind.word(), larger.collect::<Vec<_>>()));
    }
    for (id, name, frame) in corpus.frames.iter() {
        let readings =
            frame.readings.iter().map(|reading| (reading.author, reading.kind.word(), &reading.participants));
        told.line(&format!("{id:?} {name} {:?}", readings.collect::<Vec<_>>()));
    }
    for relation in corpus.relations() {
        told.line(&statement(corpus, relation));
    }
    for (id, name, issue) in corpus.issues.iter() {
        let (about, answers) = (names(corpus, &issue.about), &issue.answers);
        let scale = (issue.ordered, issue.several);
        told.line(&format!("{id:?} {name} {} {about} {} {answers:?} {scale:?}", issue.question, issue.kind.word()));
    }
    for index in 0..corpus.positions().len() {
        told.line(&position_with_reasons(corpus, PositionId::from_index(index)));
    }
    told.0
}

/// All that a position says, with what it rests on and leads to.
fn position_with_reasons(corpus: &Corpus, id: PositionId) -> String {
    let reason = |reason: &Reason| match reason {
        Reason::Relation(id) => without_links(corpus, corpus.relation(*id)),
        Reason::Position(id) => position(corpus, *id),
        Reason::Frame(id) => corpus.frames.name(*id).to_owned(),
    };
    // They stand in the order of what they are, which names do not change.
    let reasons = |reasons: &[Reason]| reasons.iter().map(reason).collect::<Vec<_>>();
    let said = corpus.position(id);
    format!("{} {:?} {:?}", position(corpus, id), reasons(&said.rests_on), reasons(&said.so))
}

/// What a position says.
fn position(corpus: &Corpus, id: PositionId) -> String {
    let said = corpus.position(id);
    let issue = corpus.issues.get(said.issue);
    let qualifiers = format!("{:?}", said.qualifiers).replace(&format!("{:?}", said.qualifiers.when), "");
    let when = said.qualifiers.when.map(|when| corpus.period(when).text());
    let (author, answer) = (corpus.authors.name(said.author), issue.id_of(said.answer));
    let rare = said.rare.as_ref().map(|rare| around(corpus, rare));
    format!("{author}: {} {answer} {qualifiers} {when:?} {rare:?}", corpus.issues.name(said.issue))
}

/// What few have: holders, evidence, third actors and the rest.
fn around(corpus: &Corpus, rare: &RareFields) -> String {
    let holders = rare.holders.iter().map(|holder| match holder {
        Holder::Actor(actor) => corpus.actors.name(*actor),
        Holder::Label(label) => label,
    });
    let evidence = rare.evidence.iter().map(|anchor| format!("{}:{}", corpus.work(anchor.work).id, anchor.selector));
    let roles = &rare.roles;
    let roles = [&roles.with, &roles.against, &roles.excluding, &roles.benefiting].map(|list| names(corpus, list));
    let frame = rare.frame.map(|frame| corpus.frames.name(frame));
    let (holders, evidence) = (holders.collect::<Vec<_>>(), evidence.collect::<Vec<_>>());
    format!(
        "{holders:?} {evidence:?} {roles:?} {frame:?} {:?} {:?} {:?} {:?} {:?}",
        rare.id, rare.tags, rare.coder, rare.condition, rare.gloss
    )
}

fn names(corpus: &Corpus, actors: &[ActorId]) -> String {
    actors.iter().map(|actor| corpus.actors.name(*actor)).collect::<Vec<_>>().join("+")
}

/// All that a statement says, links included.
pub(crate) fn statement(corpus: &Corpus, relation: &Relation) -> String {
    let mut text = without_links(corpus, relation);
    for link in relation.links() {
        let _ = write!(text, " [{} {}]", link.kind.word(), without_links(corpus, corpus.relation(link.to)));
    }
    text
}

fn without_links(corpus: &Corpus, relation: &Relation) -> String {
    let facets: Vec<_> = relation.facets.iter().map(|facet| corpus.facets.name(facet)).collect();
    let mut text = format!(
        "{}: {} {} {} {:?} {:?} neg={} {:?} {:?} hedged={} s{} {facets:?} {:?}",
        corpus.authors.name(relation.author),
        names(corpus, relation.from.as_slice()),
        corpus.types.name(relation.kind),
        names(corpus, relation.to.as_slice()),
        relation.sign,
        relation.stance,
        relation.negated,
        relation.mode,
        relation.attitude,
        relation.hedged,
        relation.strength,
        corpus.when(relation).map(Period::text),
    );
    let holders = relation.holders().iter().map(|holder| match holder {
        Holder::Actor(actor) => corpus.actors.name(*actor),
        Holder::Label(label) => label,
    });
    let holders: Vec<_> = holders.collect();
    let evidence = relation.evidence().iter();
    let evidence: Vec<_> =
        evidence.map(|anchor| format!("{}:{}", corpus.work(anchor.work).id, anchor.selector)).collect();
    let roles = relation.roles().map(|roles| {
        [&roles.with, &roles.against, &roles.excluding, &roles.benefiting].map(|list| names(corpus, list))
    });
    let frame = relation.frame().map(|frame| corpus.frames.name(frame));
    let rare = relation.rare.as_ref().map(|rare| (&rare.id, &rare.tags, &rare.coder));
    let casts: Vec<_> = relation.casts().iter().map(|(end, role)| (end.word(), role.word())).collect();
    let _ = write!(text, " {holders:?} {evidence:?} {roles:?} {casts:?} {frame:?} {rare:?} {:?}", relation.gloss());
    text
}

/// A network, tie by tie.
pub(crate) fn network(network: &Network<'_>) -> String {
    let corpus = network.corpus;
    let mut told = Told::default();
    told.line(&format!("loops {}", network.loops.len()));
    told.line(&names(corpus, &network.actors().collect::<Vec<_>>()));
    for (from, to, edge) in network.edges() {
        let kind = corpus.types.name(edge.kind);
        told.line(&format!(
            "{} {kind} {} {:?} {:?} {} s{}",
            corpus.actors.name(from),
            corpus.actors.name(to),
            edge.sign,
            edge.factuality,
            edge.directed,
            edge.strength
        ));
        statements(&mut told, corpus, &edge.relations);
    }
    told.0
}

fn statements(told: &mut Told, corpus: &Corpus, ids: &[RelationId]) {
    for id in ids {
        told.line(&format!("    {}", statement(corpus, corpus.relation(*id))));
    }
}

/// Which of two is told first: the views as they were given, or swapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sides {
    Given,
    Swapped,
}

impl Sides {
    fn of<T>(self, a: T, b: T) -> [T; 2] {
        match self {
            Self::Given => [a, b],
            Self::Swapped => [b, a],
        }
    }

    fn verdict(self, verdict: Verdict) -> Verdict {
        match (self, verdict) {
            (Self::Swapped, Verdict::OnlyA(silence)) => Verdict::OnlyB(silence),
            (Self::Swapped, Verdict::OnlyB(silence)) => Verdict::OnlyA(silence),
            _ => verdict,
        }
    }
}

impl Sides {
    fn issue_verdict(self, verdict: IssueVerdict) -> IssueVerdict {
        match (self, verdict) {
            (Self::Swapped, IssueVerdict::OnlyA(silence)) => IssueVerdict::OnlyB(silence),
            (Self::Swapped, IssueVerdict::OnlyB(silence)) => IssueVerdict::OnlyA(silence),
            _ => verdict,
        }
    }
}

/// A difference: everything in it, dyads in its order, or by name if it is told for comparison with its swap.
pub(crate) fn difference(difference: &Difference<'_>, sides: Sides) -> String {
    let corpus = difference.corpus;
    let mut dyads: Vec<&Dyad> = difference.dyads.iter().collect();
    // Silences of the first view come before those of the second, so swapping may move them, and nothing else.
    dyads.sort_by_key(|dyad| match sides.verdict(dyad.verdict) {
        Verdict::OnlyA(silence) => (1, silence as u8),
        Verdict::OnlyB(silence) => (2, silence as u8),
        _ => (0, 0),
    });
    let mut told = Told::default();
    for dyad in dyads {
        tell_dyad(&mut told, corpus, dyad, sides);
    }
    let mut issues: Vec<&IssueDifference> = difference.issues.iter().collect();
    issues.sort_by_key(|issue| match sides.issue_verdict(issue.verdict) {
        IssueVerdict::OnlyA(silence) => (1, silence as u8),
        IssueVerdict::OnlyB(silence) => (2, silence as u8),
        _ => (0, 0),
    });
    for issue in issues {
        tell_issue(&mut told, corpus, issue, sides);
    }
    tell_actors(&mut told, difference, sides);
    tell_numbers(&mut told, difference, sides);
    for frame in &difference.frames {
        let ([a, b], [n, m]) = (frame.read_by, frame.statements);
        let name = corpus.frames.name(frame.frame);
        told.line(&format!("frame {name} {:?} {:?}", sides.of(a, b), sides.of(n, m)));
    }
    let [a, b] = &difference.structure().shapes;
    let tell = |shape: &NetworkShape| {
        let centres = shape.centres.iter().map(|centre| (corpus.actors.name(centre.actor), centre.partners));
        format!("{:?} {:?} {:?}", centres.collect::<Vec<_>>(), shape.partition, shape.triads)
    };
    told.line(&format!("{:?}", sides.of(tell(a), tell(b))));
    told.0
}

fn tell_dyad(told: &mut Told, corpus: &Corpus, dyad: &Dyad, sides: Sides) {
    let pair = names(corpus, &[dyad.pair.0, dyad.pair.1]);
    let facets: Vec<_> = dyad.facets().iter().map(|facet| corpus.facets.name(facet)).collect();
    let [a, b] = dyad.signs;
    let (verdict, signs) = (sides.verdict(dyad.verdict), sides.of(a, b));
    let also: Vec<Verdict> = dyad.also().map(|found| found.verdict).collect();
    let also = (also, dyad.as_named, &dyad.firmness);
    told.line(&format!("{pair} {verdict:?} {facets:?} roll-up={} {signs:?} {also:?}", dyad.via_roll_up));
    let [a, b] = sides.of(&dyad.a, &dyad.b);
    statements(told, corpus, a);
    told.line("  and");
    statements(told, corpus, b);
    for found in &dyad.findings {
        let [a, b] = sides.of(&found.ground[0], &found.ground[1]);
        statements(told, corpus, a);
        told.line("  against");
        statements(told, corpus, b);
    }
    for claims in &dyad.pairs {
        told.line(&format!("  pair {:?}", claims.differing.names()));
        statements(told, corpus, &sides.of(claims.a, claims.b));
    }
    let [a, b] = sides.of(&dyad.more_a, &dyad.more_b);
    told.line("  more");
    statements(told, corpus, a);
    told.line("  and");
    statements(told, corpus, b);
}

fn tell_issue(told: &mut Told, corpus: &Corpus, difference: &IssueDifference, sides: Sides) {
    let verdict = sides.issue_verdict(difference.verdict);
    let IssueDifference { other_reasons, other_conclusions, shared_denials, .. } = difference;
    let firm = difference.firmness.is_firm();
    let name = corpus.issues.name(difference.issue);
    told.line(&format!("{name} {verdict:?} {other_reasons} {other_conclusions} {shared_denials:?} firm={firm}"));
    let [a, b] = &difference.stands;
    for stand in sides.of(a, b) {
        let said: Vec<String> = stand.positions.iter().map(|id| position(corpus, *id)).collect();
        let answers = (stand.held.keys().collect::<Vec<_>>(), stand.denied.keys().collect::<Vec<_>>());
        told.line(&format!("  {answers:?} {} open={} {said:?}", stand.is_conditional(), stand.open.len()));
    }
}

fn tell_actors(told: &mut Told, difference: &Difference<'_>, sides: Sides) {
    let corpus = difference.corpus;
    let actors = &difference.actors;
    let views = |views: &[ActorView]| {
        let each = views.iter().map(|view| {
            let both = [view.out, view.into, view.rank].map(|[a, b]| sides.of(a, b));
            format!("{} {both:?}", corpus.actors.name(view.actor))
        });
        each.collect::<Vec<_>>().join(", ")
    };
    told.line(&format!("shared {}", views(&actors.shared)));
    told.line(&format!("only {:?}", sides.of(views(&actors.only_a), views(&actors.only_b))));
    let place = |granularity: &Granularity| usize::from((granularity.parts_in == 1) ^ (sides == Sides::Swapped));
    let mut granularity: Vec<_> = actors.granularity.iter().collect();
    granularity.sort_by_key(|found| place(found));
    for found in granularity {
        let whole = corpus.actors.name(found.whole);
        told.line(&format!("{whole} in parts {} in {}", names(corpus, &found.parts), place(found)));
    }
}

fn tell_numbers(told: &mut Told, difference: &Difference<'_>, sides: Sides) {
    let numbers = &difference.numbers;
    let count = |name: &str| numbers.verdicts.iter().find(|(known, _)| *known == name).map_or(0, |(_, count)| *count);
    let same: Vec<_> = numbers.verdicts.iter().filter(|(name, _)| !name.starts_with("only-")).collect();
    let [more_a, more_b] = numbers.more;
    let parts: [&dyn Debug; 5] = [
        &same,
        &sides.of(count("only-a"), count("only-b")),
        &sides.of(more_a, more_b),
        &(numbers.silences, &numbers.differing),
        &[numbers.jaccard_actors, numbers.jaccard_dyads, numbers.jaccard_claims, numbers.sign_agreement],
    ];
    for part in parts {
        told.line(&format!("{part:?}"));
    }
}
