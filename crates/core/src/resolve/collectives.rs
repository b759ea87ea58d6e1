//! Lists of actors that a statement speaks of as a whole: each becomes one actor, the body that consists of the same if there is one.

use crate::diag::{Diagnostic, Sink, Span, Spanned};
use crate::model::{
    Actor, ActorId, ActorKind, Corpus, FieldSpans, Layer, Membership, Participants, Together as End, together_id,
};

/// So many members a label names at most; of more it names some, and says how many there are besides.
const NAMED: usize = 4;

/// A statement that speaks of lists as wholes.
pub(super) struct Together {
    /// Its place among the statements as they were read.
    pub(super) statement: usize,
    /// Whether `from` is meant, and `to`.
    pub(super) ends: [bool; 2],
}

/// Which ends of a statement are spoken of as wholes; that there is no list to speak of is reported.
pub(super) fn ends(
    said: Option<Spanned<Result<bool, End>>>,
    named: [&Participants; 2],
    spans: &FieldSpans,
    sink: &mut Sink,
) -> [bool; 2] {
    let Some(said) = said.filter(|said| said.value != Ok(false)) else { return [false; 2] };
    let lists = named.map(|end| end.as_slice().len() > 1);
    let meant = match said.value {
        Ok(_) => lists,
        Err(End::From) => [true, false],
        Err(End::To) => [false, true],
    };
    let places: &[Span] = match said.value {
        Ok(_) if lists == [false; 2] => &[spans.from(), spans.to()],
        Err(End::From) if !lists[0] => &[spans.from()],
        Err(End::To) if !lists[1] => &[spans.to()],
        _ => return meant,
    };
    let finding = Diagnostic::error("together-alone", "one actor alone is no list that could be spoken of as a whole");
    let finding = finding.at(said.span, "who together?");
    let finding = places.iter().fold(finding, |finding, place| finding.at(*place, "one actor"));
    sink.push(finding.help("name several actors in a list, or take `together` out"));
    [false; 2]
}

/// Makes one actor of each list, and of those for whom its members stand. Says whether there are new actors.
pub(super) fn resolve(corpus: &mut Corpus, together: &[Together]) -> bool {
    let before = corpus.actors.len();
    corpus.find_wholes();
    for Together { statement, ends } in together {
        let relation = &corpus.relations[*statement];
        let named = [relation.from.clone(), relation.to.clone()];
        let [from, to] = [0, 1].map(|end| {
            let whole = if ends[end] { whole(corpus, *statement, named[end].as_slice()) } else { None };
            whole.map_or_else(|| named[end].clone(), Participants::One)
        });
        let relation = &mut corpus.relations[*statement];
        (relation.from, relation.to) = (from, to);
    }
    corpus.find_voices();
    for Together { statement, .. } in together {
        lift(corpus, *statement);
    }
    corpus.actors.len() > before
}

/// The actor that some are together, at the time of a statement; made if there is none.
fn whole(corpus: &mut Corpus, statement: usize, members: &[ActorId]) -> Option<ActorId> {
    let known = corpus.whole(members, corpus.reference(&corpus.relations[statement]));
    known.or_else(|| make(corpus, members))
}

/// Makes the actors for whom lists stand in views that draw persons as their states.
fn lift(corpus: &mut Corpus, statement: usize) {
    let relation = &corpus.relations[statement];
    if corpus.layer(relation) != Layer::World {
        return;
    }
    let when = corpus.reference(relation);
    let lifted: Vec<Vec<ActorId>> =
        corpus.of_wholes(relation).map(|list| corpus.members_stand_for(list, when)).collect();
    for members in lifted.iter().filter(|members| members.len() > 1) {
        whole(corpus, statement, members);
    }
}

/// An actor that is some others together.
fn make(corpus: &mut Corpus, members: &[ActorId]) -> Option<ActorId> {
    let mut id = together_id(members.iter().map(|member| corpus.actors.name(*member)));
    while corpus.actors.find(&id).is_some() {
        id.push('+');
    }
    let actors: Vec<&Actor> = members.iter().map(|member| corpus.actors.get(*member)).collect();
    let mut labels: Vec<&str> = actors.iter().map(|actor| &*actor.label).collect();
    let mut names: Vec<&str> = actors.iter().map(|actor| &*actor.name).collect();
    // By what they are called, so that ids say nothing.
    labels.sort_unstable();
    names.sort_unstable();
    let named = if labels.len() > NAMED { NAMED - 1 } else { NAMED };
    let more = labels.len().checked_sub(named).filter(|more| *more > 0).map(|more| more.to_string());
    let label = labels.iter().take(named).copied().chain(more.as_deref()).collect::<Vec<_>>().join(" + ");
    let actor = Actor {
        name: names.join(" + ").into(),
        label: label.into(),
        kind: kind(&actors),
        plural: Some(true),
        aliases: Vec::new(),
        scoped: Vec::new(),
        except: Vec::new(),
        stands_for: Vec::new(),
        part_of: Vec::new(),
        composed_of: members.iter().map(|member| Membership { actor: *member, when: None }).collect(),
        together: true,
        wikidata: None,
        iso: None,
        note: None,
        span: None,
    };
    let made = corpus.actors.insert(&id, actor).ok()?;
    corpus.note_list(members, made);
    Some(made)
}

/// What several actors are together: people are a group, states and bodies a bloc, others what they are alike.
fn kind(members: &[&Actor]) -> ActorKind {
    let all = |kinds: &[ActorKind]| members.iter().all(|member| kinds.contains(&member.kind));
    match () {
        () if all(&[ActorKind::Thinker]) => ActorKind::Thinker,
        () if all(&[ActorKind::Person, ActorKind::Thinker, ActorKind::Group]) => ActorKind::Group,
        () if all(&[ActorKind::Place]) => ActorKind::Place,
        () if all(&[ActorKind::Unknown]) => ActorKind::Unknown,
        () => ActorKind::Bloc,
    }
}
