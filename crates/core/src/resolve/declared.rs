//! What the first uses in tables declare, and what is to be said of it when all is read: names that look alike, signs that
//! nobody gave, types whose ties have a direction here and none there.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use crate::diag::{Diagnostic, Help, Sink, Span, Spanned};
use crate::model::name::{appearance, entity, without_entities};
use crate::model::{ActorId, AuthorId, Corpus, FacetId, Id, IssueId, Register, TypeId};

/// Types that are pointed at.
const POINTED: usize = 8;

/// What first uses declared, each with its place.
#[derive(Debug, Default)]
pub(super) struct Declared {
    actors: Vec<(ActorId, Span)>,
    types: Vec<(TypeId, Span)>,
    authors: Vec<(AuthorId, Span)>,
    facets: Vec<(FacetId, Span)>,
    issues: Vec<(IssueId, Span)>,
    /// What rows say of types, by the index of the type.
    ties: Vec<Ties>,
}

/// Where rows say what of a type.
#[derive(Debug, Clone, Copy, Default)]
struct Ties {
    /// The first that has the sign of the type, which nobody gave.
    unsigned: Option<Span>,
    directed: Option<Span>,
    undirected: Option<Span>,
}

impl Declared {
    /// Whether anything was declared, so that ids are no longer in order.
    pub(super) fn any(&self) -> bool {
        !(self.actors.is_empty()
            && self.types.is_empty()
            && self.authors.is_empty()
            && self.facets.is_empty()
            && self.issues.is_empty())
    }

    /// Notes an actor; entities of HTML in its name are reported.
    pub(super) fn actor(&mut self, id: ActorId, name: Spanned<&str>, sink: &mut Sink) {
        if let Some(found) = entity(name.value) {
            let fact = format!("`{}` has `{found}` in it, which is how HTML writes a character", name.value);
            let finding = Diagnostic::warning("html-entity", fact).at(name.span, "taken as it is");
            sink.push(finding.help(format!("write {}", without_entities(name.value))));
        }
        self.actors.push((id, name.span));
    }

    pub(super) fn kind(&mut self, id: TypeId, place: Span) {
        self.types.push((id, place));
    }

    pub(super) fn author(&mut self, id: AuthorId, place: Span) {
        self.authors.push((id, place));
    }

    pub(super) fn facet(&mut self, id: FacetId, place: Span) {
        self.facets.push((id, place));
    }

    pub(super) fn issue(&mut self, id: IssueId, place: Span) {
        self.issues.push((id, place));
    }

    /// Notes that a row has the sign of its type, which nobody gave.
    pub(super) fn unsigned(&mut self, kind: TypeId, place: Span) {
        self.ties(kind).unsigned.get_or_insert(place);
    }

    /// Notes whether the tie of a row has a direction.
    pub(super) fn direction(&mut self, kind: TypeId, directed: bool, place: Span) {
        let ties = self.ties(kind);
        if directed {
            ties.directed.get_or_insert(place)
        } else {
            ties.undirected.get_or_insert(place)
        };
    }

    fn ties(&mut self, kind: TypeId) -> &mut Ties {
        if self.ties.len() <= kind.index() {
            self.ties.resize(kind.index() + 1, Ties::default());
        }
        &mut self.ties[kind.index()]
    }

    /// Gives types their direction, and reports what is worth knowing.
    pub(super) fn resolve_directions(&self, corpus: &mut Corpus, sink: &mut Sink) {
        for (kind, index) in corpus.types.values_mut().zip(0..) {
            let Some(ties) = self.ties.get(index) else { break };
            if kind.span.is_none() {
                kind.directed = ties.directed.is_some() || ties.undirected.is_none();
            }
        }
        self.report_directions(corpus, sink);
        self.report_unsigned(corpus, sink);
        alike("actor", &self.actors, &called(corpus), &corpus.actors, sink);
        alike("type", &self.types, &names(&corpus.types), &corpus.types, sink);
        alike("author", &self.authors, &names(&corpus.authors), &corpus.authors, sink);
        alike("facet", &self.facets, &names(&corpus.facets), &corpus.facets, sink);
        alike("issue", &self.issues, &names(&corpus.issues), &corpus.issues, sink);
    }

    fn report_directions(&self, corpus: &Corpus, sink: &mut Sink) {
        for (id, name, kind) in corpus.types.iter() {
            let ties = self.ties.get(id.index()).copied().unwrap_or_default();
            let fact = match (ties.undirected, kind.directed) {
                (Some(_), true) => format!("a tie of the type `{name}` has no direction here, though the type has one"),
                _ => continue,
            };
            let finding =
                ties.undirected.into_iter().fold(Diagnostic::warning("mixed-direction", fact), |finding, at| {
                    finding.at(at, "none here, and it is read as if it had one")
                });
            let finding = match (ties.directed, kind.span) {
                (Some(at), _) => finding.at(at, "one here"),
                (None, Some(at)) => finding.at(at, "one by the codebook"),
                (None, None) => finding,
            };
            sink.push(finding.help("give ties with and without a direction types of their own"));
        }
    }

    fn report_unsigned(&self, corpus: &Corpus, sink: &mut Sink) {
        let unsigned =
            || corpus.types.iter().filter_map(|(id, name, _)| Some((name, self.ties.get(id.index())?.unsigned?)));
        let count = unsigned().count();
        let Some((first, _)) = unsigned().next() else { return };
        let fact = match count {
            1 => format!("nobody gives `{first}` a sign, so it is neutral (0)"),
            _ => format!("nobody gives {count} types a sign, so they are neutral (0)"),
        };
        let note = Diagnostic::note("no-sign", fact);
        let note = unsigned().take(POINTED).fold(note, |note, (name, place)| note.at(place, format!("`{name}`")));
        sink.push(note.help(Help::option(
            &format!("say which are positive and negative: signs = {{ {first:?} = 1 }}"),
            &format!("say which are positive and negative: --signs {first}=1 (or 0, -1)"),
        )));
    }
}

/// Ids, names and aliases of the actors that files declare.
fn called(corpus: &Corpus) -> Vec<(ActorId, &str)> {
    let files = corpus.actors.iter().filter(|(_, _, actor)| actor.span.is_some());
    let all = files.flat_map(|(id, name, actor)| {
        let words = std::iter::once(&actor.name).chain(&actor.aliases).map(|word| &**word);
        std::iter::once(name).chain(words).map(move |word| (id, word))
    });
    all.collect()
}

/// All ids.
fn names<K: Id, T>(register: &Register<K, T>) -> Vec<(K, &str)> {
    register.iter().map(|(id, name, _)| (id, name)).collect()
}

/// Reports first uses whose names look like another name: of equals all but the one that stands first.
fn alike<K: Id, T>(what: &str, first: &[(K, Span)], known: &[(K, &str)], all: &Register<K, T>, sink: &mut Sink) {
    if first.is_empty() {
        return;
    }
    let places: Vec<Option<Span>> = {
        let mut places = vec![None; all.len()];
        for (id, place) in first {
            places[id.index()] = Some(*place);
        }
        places
    };
    let mut looks: Vec<(u64, K)> = known.iter().map(|(id, name)| (hash(name), *id)).collect();
    looks.extend(first.iter().map(|(id, _)| (hash(all.name(*id)), *id)));
    looks.sort_unstable();
    looks.dedup();
    let place = |id: K| places[id.index()];
    for group in looks.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
        let Some(kept) =
            group.iter().map(|(_, id)| *id).min_by_key(|id| (place(*id).map(|at| (at.source, at.start)), *id))
        else {
            continue;
        };
        for other in group.iter().map(|(_, id)| *id).filter(|id| *id != kept) {
            let Some(at) = place(other) else { continue };
            let fact = format!("`{}` and `{}` look alike, and are two {what}s", all.name(kept), all.name(other));
            let finding = Diagnostic::warning("look-alike", fact).at(at, "this one");
            let finding = place(kept).into_iter().fold(finding, |finding, at| finding.at(at, "and this one"));
            sink.push(finding.help("if they are one, write them alike"));
        }
    }
}

/// A name by its look; one without any look is like no other.
fn hash(name: &str) -> u64 {
    let appearance = appearance(name);
    let mut hasher = DefaultHasher::new();
    let seen = if appearance.is_empty() { name } else { &appearance };
    seen.hash(&mut hasher);
    hasher.finish()
}
