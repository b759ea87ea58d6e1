//! What positions rest on and lead to: read with the position, resolved when all that an author says has its place.

use std::collections::{BTreeMap, BTreeSet};

use super::names::may_suggest;
use crate::diag::{Diagnostic, Sink, SourceId, Spanned, nearest};
use crate::model::{AuthorId, Corpus, Id, PositionId, Reason, RelationId};

/// The reasons and the conclusions of a position as they are written.
pub(super) struct RawReasons {
    /// The position that has them.
    pub(super) place: (SourceId, u32),
    pub(super) author: AuthorId,
    /// What it rests on, what follows.
    pub(super) lists: [Vec<Spanned<Box<str>>>; 2],
}

/// Resolves reasons; `ids` are those of all records, also of those that have errors of their own.
pub(super) fn resolve(
    corpus: &mut Corpus,
    pending: Vec<RawReasons>,
    ids: &BTreeSet<(AuthorId, Box<str>)>,
    sink: &mut Sink,
) {
    if pending.is_empty() {
        return;
    }
    let known = known(corpus);
    let mut by_place: BTreeMap<(SourceId, u32), usize> = BTreeMap::new();
    for (index, position) in corpus.positions.iter().enumerate() {
        let record = position.spans.record();
        by_place.insert((record.source, record.start), index);
    }
    for RawReasons { place, author, lists } in pending {
        let Some(index) = by_place.get(&place) else { continue };
        let [rests_on, so] = lists.map(|list| {
            // The order is the coder's: the best reason stands first.
            let mut found: Vec<Reason> = Vec::new();
            for reason in list.iter().filter_map(|name| reason(name, author, corpus, &known, ids, sink)) {
                if !found.contains(&reason) {
                    found.push(reason);
                }
            }
            found
        });
        let position = &mut corpus.positions[*index];
        (position.rests_on, position.so) = (rests_on, so);
    }
}

/// Statements and positions with an id, by author.
fn known(corpus: &Corpus) -> BTreeMap<(AuthorId, Box<str>), Reason> {
    let relations = corpus.relations.iter().enumerate().filter_map(|(index, relation)| {
        let id = relation.rare.as_ref()?.id.clone()?;
        Some(((relation.author, id), Reason::Relation(RelationId::from_index(index))))
    });
    let positions = corpus.positions.iter().enumerate().filter_map(|(index, position)| {
        let id = position.rare.as_ref()?.id.clone()?;
        Some(((position.author, id), Reason::Position(PositionId::from_index(index))))
    });
    relations.chain(positions).collect()
}

fn reason(
    name: &Spanned<Box<str>>,
    author: AuthorId,
    corpus: &Corpus,
    known: &BTreeMap<(AuthorId, Box<str>), Reason>,
    ids: &BTreeSet<(AuthorId, Box<str>)>,
    sink: &mut Sink,
) -> Option<Reason> {
    let said = known.get(&(author, name.value.clone())).copied();
    let frame = corpus.frames.find(&name.value).filter(|frame| corpus.frames.get(*frame).reading(author).is_some());
    match (said, frame) {
        (Some(_), Some(_)) => {
            let fact = format!("`{}` is the id of a frame and of something that the author says", name.value);
            let finding = Diagnostic::error("unknown-reason", fact).at(name.span, "which of the two?");
            sink.push(finding.help("give one of them another id"));
            None
        }
        (Some(said), None) => Some(said),
        (None, Some(frame)) => Some(Reason::Frame(frame)),
        // That record has errors of its own.
        (None, None) if ids.contains(&(author, name.value.clone())) => None,
        (None, None) => {
            let fact = format!("the author has no statement, position or frame `{}`", name.value);
            let own = known.range((author, "".into())..).take_while(|((owner, _), _)| *owner == author);
            let frames = corpus.frames.iter().filter(|(_, _, frame)| frame.reading(author).is_some());
            let all = own.map(|((_, id), _)| &**id).chain(frames.map(|(_, id, _)| id));
            let near = if may_suggest("unknown-reason", sink) { nearest(&name.value, all) } else { None };
            let finding = Diagnostic::error("unknown-reason", fact).at(name.span, "nothing has this id");
            let help = "reasons are ids of relations, positions and frames in the same author's files";
            sink.push(finding.did_you_mean(near).help(help));
            None
        }
    }
}
