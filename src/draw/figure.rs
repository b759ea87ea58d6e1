//! What a picture shows, before any geometry: actors and strokes, of one view or of a difference.

use std::collections::{BTreeMap, BTreeSet};

use super::colour::Colour;
use super::hull::Bloc;
use crate::diff::{Difference, Dyad, Pair, Verdict};
use crate::model::{ActorId, ActorKind, AuthorId, Corpus, Factuality, RelationId, Sign, TypeId};
use crate::network::{Network, Tie, View, strongest};

/// A picture before any geometry: what is drawn, in an order that the files' order cannot change.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The title.
    pub title: String,
    /// Which texts it rests on, a line a text.
    pub source: Vec<String>,
    /// What was selected of them, as written; empty if everything.
    pub selected: String,
    /// Whose picture it is.
    pub subject: Subject,
    /// The colours that the corpus asks for the two sides; both or neither, and never the same.
    pub colours: [Option<Colour>; 2],
    /// The actors, in the order of their ids.
    pub nodes: Vec<Node>,
    /// The lines.
    pub strokes: Vec<Stroke>,
    /// The blocs whose members are drawn, in a picture of one view.
    pub blocs: Vec<Bloc>,
    /// Statements that became loops at this level: counted, not drawn.
    pub loops: usize,
}

/// Whose picture it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// One view.
    One,
    /// Two views, by the names of the two sides.
    Two(String, String),
}

/// Which side of a difference something is on; everything in a picture of one view is of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    /// The first view alone.
    A,
    /// The second view alone.
    B,
    /// Both; or the only one.
    Both,
}

/// An actor of a picture.
#[derive(Debug, Clone)]
pub struct Node {
    /// Who.
    pub actor: ActorId,
    /// The id in the files.
    pub id: String,
    /// The short name, which is drawn.
    pub label: String,
    /// The full name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Whose text relates it.
    pub whose: Whose,
}

/// A line of a picture.
#[derive(Debug, Clone)]
pub struct Stroke {
    /// Index of the actor that it leaves.
    pub from: usize,
    /// Index of the actor that it reaches.
    pub to: usize,
    /// Whether the ends differ in role.
    pub directed: bool,
    /// The type's label, "×n" for n statements of it, and "+n" for n of other types.
    pub label: String,
    /// The end of the label that counts; empty if there is only one statement.
    pub counts: String,
    /// The sign.
    pub sign: Sign,
    /// In which sense it holds.
    pub factuality: Factuality,
    /// 1 slight, 2 plain, 3 strong.
    pub strength: u8,
    /// Whose line it is.
    pub whose: Whose,
    /// The two sides contradict each other on this pair.
    pub contradiction: bool,
    /// The statements behind it.
    pub relations: Vec<RelationId>,
}

impl Figure {
    /// The picture of one view.
    #[must_use]
    pub fn of_network(network: &Network<'_>, title: Option<&str>) -> Self {
        let corpus = network.corpus;
        let ties: Vec<Line> =
            network.ties().map(|(from, to, tie)| Line { from, to, tie: tie.clone(), whose: Whose::Both }).collect();
        let title = title.map_or_else(|| heading(corpus, &network.view, &[]), str::to_owned);
        let mut figure = Self {
            title,
            source: sources(corpus, &network.view.authors),
            selected: which(&network.view),
            subject: Subject::One,
            colours: [None; 2],
            nodes: Vec::new(),
            strokes: Vec::new(),
            blocs: Vec::new(),
            loops: network.loops,
        };
        figure.fill(corpus, ties, &BTreeSet::new());
        figure.blocs = Bloc::of(corpus, &figure.nodes, &figure.strokes);
        figure
    }

    /// The picture of a difference: both networks on one another, with what answers them though it is not held.
    #[must_use]
    pub fn of_difference(difference: &Difference<'_>, title: Option<&str>) -> Self {
        let corpus = difference.corpus;
        let networks = [&difference.a, &difference.b].map(|view| Network::of(corpus, view));
        // What met by roll-up is drawn between the actors that the texts name.
        let named = || difference.dyads.iter().filter(|dyad| !dyad.via_roll_up);
        let mut lines: Vec<Line> = Vec::new();
        for (network, whose) in networks.iter().zip([Whose::A, Whose::B]) {
            lines.extend(network.ties().map(|(from, to, tie)| Line { from, to, tie: tie.clone(), whose }));
        }
        let answers = named().filter(|dyad| matches!(dyad.verdict, Verdict::Denied | Verdict::Possible));
        for (side, whose) in [(0, Whose::A), (1, Whose::B)] {
            let unheld: Vec<&Dyad> =
                answers.clone().filter(|dyad| dyad.verdict == Verdict::Denied || dyad.signs[side].is_empty()).collect();
            lines.extend(answering_lines(corpus, &unheld, side, whose));
        }
        let contradicted = named().filter(|dyad| dyad.verdict.contradicts()).map(|dyad| dyad.pair).collect();
        let sides = [&difference.a, &difference.b];
        let [a, b] = [(0, 1), (1, 0)].map(|(one, other)| heading(corpus, sides[one], &[sides[other]]));
        let title = title.map_or_else(|| format!("{a} and {b}"), str::to_owned);
        let authors: Vec<AuthorId> = difference.a.authors.iter().chain(&difference.b.authors).copied().collect();
        let loops = networks.iter().map(|network| network.loops).sum();
        let mut figure = Self {
            title,
            source: sources(corpus, &authors),
            selected: match sides.map(which) {
                [one, other] if one == other => one,
                [one, other] => format!("A {}; B {}", all_or(&one), all_or(&other)),
            },
            subject: Subject::Two(a, b),
            colours: colours(corpus, sides),
            nodes: Vec::new(),
            strokes: Vec::new(),
            blocs: Vec::new(),
            loops,
        };
        figure.fill(corpus, merge(corpus, lines), &contradicted);
        figure
    }

    /// The pairs of actors on which the two sides contradict each other, by their places in `nodes`.
    #[must_use]
    pub fn contradicted(&self) -> Vec<(usize, usize)> {
        let strokes = self.strokes.iter().filter(|stroke| stroke.contradiction);
        let pairs: BTreeSet<(usize, usize)> =
            strokes.map(|stroke| (stroke.from.min(stroke.to), stroke.from.max(stroke.to))).collect();
        pairs.into_iter().collect()
    }

    fn fill(&mut self, corpus: &Corpus, lines: Vec<Line>, contradicted: &BTreeSet<Pair>) {
        let mut whose: BTreeMap<ActorId, Whose> = BTreeMap::new();
        for (actor, side) in lines.iter().flat_map(|line| [(line.from, line.whose), (line.to, line.whose)]) {
            whose
                .entry(actor)
                .and_modify(|known| *known = if *known == side { side } else { Whose::Both })
                .or_insert(side);
        }
        let index: BTreeMap<ActorId, usize> = whose.keys().enumerate().map(|(index, actor)| (*actor, index)).collect();
        self.nodes = whose.into_iter().map(|(actor, whose)| node(corpus, actor, whose)).collect();
        for line in lines {
            let contradiction = contradicted.contains(&Pair::new(line.from, line.to));
            self.strokes.push(line.stroke(corpus, &index, contradiction));
        }
    }
}

struct Line {
    from: ActorId,
    to: ActorId,
    tie: Tie,
    whose: Whose,
}

impl Line {
    fn stroke(self, corpus: &Corpus, index: &BTreeMap<ActorId, usize>, contradiction: bool) -> Stroke {
        let kind = &corpus.types.get(self.tie.kind).label;
        let prefix = match self.tie.factuality {
            Factuality::Held => String::new(),
            other => format!("{}: ", other.word()),
        };
        let same = self.tie.relations.iter().filter(|id| corpus.relation(**id).kind == self.tie.kind).count();
        let times = match (self.tie.relations.len(), self.tie.relations.len() - same) {
            (1, _) => String::new(),
            (all, 0) => format!(" ×{all}"),
            (_, others) if same > 1 => format!(" ×{same} +{others}"),
            (_, others) => format!(" +{others}"),
        };
        let at = |actor: &ActorId| index.get(actor).copied().unwrap_or(0);
        Stroke {
            from: at(&self.from),
            to: at(&self.to),
            directed: self.tie.directed,
            label: format!("{prefix}{kind}{times}"),
            counts: times,
            sign: self.tie.sign,
            factuality: self.tie.factuality,
            strength: self.tie.strength,
            whose: self.whose,
            contradiction,
            relations: self.tie.relations,
        }
    }
}

fn node(corpus: &Corpus, id: ActorId, whose: Whose) -> Node {
    let actor = corpus.actors.get(id);
    let (label, name) = (actor.label.to_string(), actor.name.to_string());
    Node { actor: id, id: corpus.actors.name(id).to_owned(), label, name, kind: actor.kind, whose }
}

/// What lines of one side or of both are told apart by; the type that names a line does not split it.
type LineKey = (ActorId, ActorId, bool, Sign, Factuality);

/// Lines for what a side says on contradicted or merely possible dyads without holding it now.
fn answering_lines(corpus: &Corpus, dyads: &[&Dyad], side: usize, whose: Whose) -> Vec<Line> {
    let mut lines: BTreeMap<LineKey, Vec<RelationId>> = BTreeMap::new();
    for dyad in dyads {
        for id in if side == 0 { &dyad.a } else { &dyad.b } {
            let relation = corpus.relation(*id);
            let wanted = if dyad.verdict == Verdict::Denied {
                relation.factuality() == Factuality::Denied
            } else {
                !relation.held_now()
            };
            if !wanted {
                continue;
            }
            let directed = corpus.types.get(relation.kind).directed;
            let (from, to) = if directed && dyad.pair.direction(corpus, relation) == Some(false) {
                (dyad.pair.1, dyad.pair.0)
            } else {
                (dyad.pair.0, dyad.pair.1)
            };
            lines.entry((from, to, directed, relation.sign, relation.factuality())).or_default().push(*id);
        }
    }
    lines.into_iter().map(|(key, relations)| line(corpus, key, relations, whose)).collect()
}

/// A line of some statements, named by the strongest of them.
fn line(corpus: &Corpus, key: LineKey, mut relations: Vec<RelationId>, whose: Whose) -> Line {
    let (from, to, directed, sign, factuality) = key;
    relations.sort_unstable();
    relations.dedup();
    let (kind, strength) = strongest(corpus, &relations);
    Line { from, to, tie: Tie { relations, sign, factuality, directed, kind, strength }, whose }
}

/// Lines of one side that say the same become one, and so do those of the two sides that have the same name.
fn merge(corpus: &Corpus, lines: Vec<Line>) -> Vec<Line> {
    let mut sides: BTreeMap<(LineKey, Whose), Vec<RelationId>> = BTreeMap::new();
    for Line { from, to, tie, whose } in lines {
        let key = (from, to, tie.directed, tie.sign, tie.factuality);
        sides.entry((key, whose)).or_default().extend(tie.relations);
    }
    let mut merged: BTreeMap<(LineKey, TypeId), Line> = BTreeMap::new();
    for ((key, whose), relations) in sides {
        let own = line(corpus, key, relations, whose);
        let slot = (key, own.tie.kind);
        let both = match merged.remove(&slot) {
            Some(known) => line(corpus, key, [known.tie.relations, own.tie.relations].concat(), Whose::Both),
            None => own,
        };
        merged.insert(slot, both);
    }
    let mut lines: Vec<Line> = merged.into_values().collect();
    lines.sort_by_key(|line| (line.from, line.to, line.whose));
    lines
}

/// The colours of the authors of two views, where each view is of one author and the corpus gives both a colour.
fn colours(corpus: &Corpus, views: [&View; 2]) -> [Option<Colour>; 2] {
    let asked = views.map(|view| match *view.authors {
        [author] => corpus.authors.get(author).colour.as_deref().and_then(Colour::parse),
        _ => None,
    });
    match asked {
        [Some(a), Some(b)] if a != b => asked,
        _ => [None; 2],
    }
}

/// The authors of a view, with what it selects.
/// What a picture of a view is called: by its authors, and by what is selected if another view has the same authors.
#[must_use]
pub fn heading(corpus: &Corpus, view: &View, others: &[&View]) -> String {
    let authors = names(corpus, &view.authors);
    if others.iter().any(|other| other.authors == view.authors) {
        return format!("{authors} ({})", all_or(&which(view)));
    }
    authors
}

/// What a view selects, as written.
fn which(view: &View) -> String {
    view.text.split_once(':').map_or(String::new(), |(_, which)| which.split(',').collect::<Vec<_>>().join(", "))
}

fn all_or(which: &str) -> &str {
    if which.is_empty() { "all" } else { which }
}

fn names(corpus: &Corpus, authors: &[AuthorId]) -> String {
    authors.iter().map(|author| &*corpus.authors.get(*author).name).collect::<Vec<_>>().join(", ")
}

/// "Name, Title (publisher, date)" of every work of the authors.
fn sources(corpus: &Corpus, authors: &[AuthorId]) -> Vec<String> {
    let mut authors = authors.to_vec();
    authors.sort_unstable();
    authors.dedup();
    let works = authors.iter().flat_map(|author| corpus.works_of(*author));
    let lines = works.map(|(_, work)| {
        let date = work.date.as_ref().map(|date| date.text().to_owned());
        let where_and_when: Vec<String> = work.publisher.iter().map(ToString::to_string).chain(date).collect();
        let name = &corpus.authors.get(work.author).name;
        if where_and_when.is_empty() {
            format!("{name}, {}", work.title)
        } else {
            format!("{name}, {} ({})", work.title, where_and_when.join(", "))
        }
    });
    lines.collect()
}
