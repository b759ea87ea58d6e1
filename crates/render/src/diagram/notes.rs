//! Numbered notes under a picture: what the statements behind each line say, and where the text says so.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::messages::Messages;
use parallax_core::model::{Attitude, AuthorId, Corpus, Holder, Mode, Relation, RelationId, Stance};
use parallax_layout::Point;

use crate::diagram::columns::{self, Entry, WordStyle};
use crate::figure::{Figure, FigureEdge, Subject, places};
use crate::scene::{Anchor, Group, Item, Text};
use crate::style::colour_role::ColourRole;
use crate::style::measure;
use crate::style::theme::Metrics;

/// The size of a number at a label, as a share of the label's.
const MARK: f64 = 0.78;
/// From the end of a label to its number.
const BEFORE: f64 = 2.5;

/// What the statements behind the lines of some figures say: all that notes are made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    said: BTreeMap<RelationId, Said>,
}

/// A statement as a note tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    author: AuthorId,
    who: String,
    kind: String,
    gloss: String,
    voice: String,
    places: String,
}

impl Notes {
    /// The notes of some figures, from the corpus that they were made of.
    #[must_use]
    pub fn of(corpus: &Corpus, figures: &[Figure]) -> Self {
        let say = Figure::language(figures);
        let all = figures.iter().flat_map(|figure| &figure.edges).flat_map(|edge| &edge.relations);
        Self { said: all.map(|id| (*id, note_of(corpus, corpus.relation(*id), say))).collect() }
    }

    /// The notes as items from the origin, in columns as the width allows, and their height.
    pub(super) fn block(&self, figures: &[Figure], metrics: &Metrics, width: f64) -> (Vec<Item>, f64) {
        columns::set(&self.all(figures), metrics.text.note, width)
    }

    /// The same on pages, of which the first has so much room, and the others so much; and how high they are there.
    pub(super) fn pages(
        &self,
        figures: &[Figure],
        metrics: &Metrics,
        width: f64,
        room: [f64; 2],
    ) -> Vec<(Vec<Item>, f64)> {
        columns::pages(&self.all(figures), metrics.text.note, width, room)
    }

    /// The notes of all figures.
    fn all(&self, figures: &[Figure]) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (number, (figure, numbers)) in figures.iter().zip(numbers(figures)).enumerate() {
            if figures.len() > 1 && !figure.edges.is_empty() {
                entries.push(Entry::heading(&figure.title));
            }
            let prefix = if figures.len() > 1 { format!("p{}-", number + 1) } else { String::new() };
            entries.extend(self.entries(figure, &numbers, &prefix));
        }
        entries
    }

    /// One entry a number, in the order of the numbers.
    fn entries(&self, figure: &Figure, numbers: &[usize], prefix: &str) -> Vec<Entry> {
        let mut by_number: BTreeMap<usize, Vec<&FigureEdge>> = BTreeMap::new();
        for (edge, number) in figure.edges.iter().zip(numbers) {
            by_number.entry(*number).or_default().push(edge);
        }
        let known = figure.edges.iter().flat_map(|edge| &edge.relations).filter_map(|id| self.said.get(id));
        let authors: BTreeSet<AuthorId> = known.map(|said| said.author).collect();
        let signed = authors.len() > 1 || figure.subject != Subject::One;
        let entry = |(number, edges): (usize, Vec<&FigureEdge>)| {
            let ids: BTreeSet<RelationId> = edges.iter().flat_map(|edge| edge.relations.clone()).collect();
            let said: Vec<&Said> = ids.iter().filter_map(|id| self.said.get(id)).collect();
            let mut runs = vec![(WordStyle::Strong, ends(figure, &edges))];
            runs.extend(statement_runs(&said, signed, figure.messages));
            Entry { id: format!("{prefix}note-{number}"), number: number.to_string(), runs }
        };
        by_number.into_iter().map(entry).collect()
    }
}

/// The numbers of the lines of all figures, in the order of the actors; they go on from figure to figure. Lines that only
/// say who is a member of one bloc share a number, whether they are drawn or a hull stands for them.
#[must_use]
pub(super) fn numbers(figures: &[Figure]) -> Vec<Vec<usize>> {
    let mut next = 1;
    let of_figure = |figure: &Figure| {
        let mut of_bloc: BTreeMap<usize, usize> = BTreeMap::new();
        let number = |line: usize| {
            let bloc = figure.blocs.iter().find(|bloc| bloc.lines.contains(&line)).map(|bloc| bloc.node);
            let known = bloc.and_then(|node| of_bloc.get(&node).copied());
            known.unwrap_or_else(|| {
                of_bloc.extend(bloc.map(|node| (node, next)));
                next += 1;
                next - 1
            })
        };
        (0..figure.edges.len()).map(number).collect()
    };
    figures.iter().map(of_figure).collect()
}

/// Who is related: "A → B", or "A, B → C" for several lines with one end.
fn ends(figure: &Figure, edges: &[&FigureEdge]) -> String {
    let name = |index: usize| figure.nodes.get(index).map_or("", |node| &*node.label);
    let from: Vec<&str> = edges.iter().map(|edge| name(edge.from)).collect();
    let arrow = if edges.iter().any(|edge| edge.directed) { "→" } else { "–" };
    format!("{} {arrow} {}", from.join(", "), edges.first().map_or("", |edge| name(edge.to)))
}

/// Statements one after the other; author and type stand before the first of several that share them.
fn statement_runs(said: &[&Said], signed: bool, say: &Messages) -> Vec<(WordStyle, String)> {
    let mut runs = Vec::new();
    for (index, one) in said.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| said[before]);
        let same_author = before.is_some_and(|before| before.author == one.author);
        if signed && !same_author {
            runs.push((WordStyle::Plain, format!("{}:", one.who)));
        }
        if !same_author || before.is_some_and(|before| before.kind != one.kind) {
            runs.push((WordStyle::Quiet, format!("{}:", one.kind)));
        }
        let given = |text: &str, none: &str| if text.is_empty() { say.text(none) } else { text.to_owned() };
        runs.push((WordStyle::Plain, given(&one.gloss, "note-no-paraphrase")));
        if !one.voice.is_empty() {
            runs.push((WordStyle::Quiet, format!("({})", one.voice)));
        }
        runs.push((WordStyle::Quiet, format!("[{}]", given(&one.places, "note-no-passage"))));
    }
    runs
}

fn note_of(corpus: &Corpus, relation: &Relation, say: &Messages) -> Said {
    Said {
        author: relation.author,
        who: corpus.short_name(relation.author).to_owned(),
        kind: corpus.types.get(relation.kind).label.to_string(),
        gloss: relation.gloss().to_owned(),
        voice: voice(corpus, relation, say),
        places: places(corpus, relation.evidence()),
    }
}

/// What is not plain about a statement: whose claim it is, what the author makes of it, in which world it holds.
fn voice(corpus: &Corpus, relation: &Relation, say: &Messages) -> String {
    let via = relation.rare.as_ref().map(|rare| names(corpus, &rare.via)).filter(|via| !via.is_empty());
    let via = via.map(|via| say.with("note-relayed", [("holders", via.into())]));
    let negated = relation.negated.then(|| say.text("note-negated"));
    let mode = match relation.mode {
        Mode::Actual => None,
        Mode::Historical => Some(say.text("meaning-was")),
        Mode::Future => Some(say.text("meaning-will")),
        Mode::Hypothetical => Some(say.text("meaning-if")),
    };
    let now = || [("time", "now".into())];
    let attitude = relation.attitude.map(|attitude| match attitude {
        Attitude::Wants => say.with("attitude-wants", now()),
        Attitude::Fears => say.with("attitude-fears", now()),
        Attitude::Intends => say.with("attitude-intends", now()),
        Attitude::Ought => say.with("attitude-ought", now()),
    });
    let guarded = relation.hedged.then(|| say.text("note-guarded"));
    let parts = [stance(corpus, relation, say), via, negated, mode, attitude, guarded];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Whose claim it is, and what the author makes of it; none if it is simply the author's own.
fn stance(corpus: &Corpus, relation: &Relation, say: &Messages) -> Option<String> {
    let holders = names(corpus, relation.holders());
    let by = |verb: String| match holders.as_str() {
        "" => verb,
        holders => say.with("voice-by", [("verb", verb.into()), ("holders", holders.into())]),
    };
    let held = || by(say.text("voice-held"));
    let claimed = || [("whose", by(say.text("voice-claimed")).into())];
    match relation.stance {
        Stance::Asserts if holders.is_empty() => None,
        Stance::Asserts => Some(held()),
        Stance::Endorses => Some(say.with("note-endorsed", [("whose", held().into())])),
        Stance::Reports => Some(say.with("note-left-open", claimed())),
        Stance::Doubts => Some(say.with("note-doubted", claimed())),
        Stance::Rejects => Some(say.with("note-rejected", claimed())),
    }
}

fn names(corpus: &Corpus, holders: &[Holder]) -> String {
    let name = |holder: &Holder| match holder {
        Holder::Actor(actor) => corpus.actors.get(*actor).label.to_string(),
        Holder::Label(label) => label.to_string(),
    };
    holders.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The raised figure that points from a label to its note.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NoteMarker {
    /// Its width, with the space before it.
    pub(super) width: f64,
    number: String,
    size: f64,
    raised: f64,
}

impl NoteMarker {
    /// The mark of a note, behind text of this size.
    #[must_use]
    pub(super) fn new(number: usize, size: f64) -> Self {
        let number = number.to_string();
        let (raised, size) = (size * 0.32, size * MARK);
        Self { width: BEFORE + measure::width(&number, size, true), number, size, raised }
    }

    /// What is painted behind text that ends at `end`, on its baseline.
    #[must_use]
    pub(super) fn item(&self, end: Point, role: ColourRole) -> Item {
        let text = Text {
            turn: 0.0,
            at: Point::new(end.x + BEFORE, end.y - self.raised),
            anchor: Anchor::Start,
            line: self.number.clone(),
            size: self.size,
            bold: true,
            role,
        };
        Item::Group(Group { class: "number".to_owned(), items: vec![Item::Text(text)], ..Group::default() })
    }
}
