//! The legend: what is drawn and nothing else, in rows under the picture.

use std::collections::BTreeSet;

use parallax_core::messages::Messages;
use parallax_core::model::{ActorKind, Factuality, Sign};
use parallax_layout::{Curve, Point};

use crate::diagram::badge::{self, Badge};
use crate::diagram::edge;
use crate::diagram::hull::Hull;
use crate::diagram::node;
use crate::diagram::panel::Panel;
use crate::figure::{Figure, FigureEdge, SideSet, Subject, letter, words};
use crate::scene::block::Block;
use crate::scene::{Anchor, Item, Paint, Pen, Text};
use crate::style::colour_role::{ColourRole, Hue};
use crate::style::measure;
use crate::style::render_style::LegendDetail;
use crate::style::theme::Metrics;

/// The length of a sample line.
const SAMPLE: f64 = 38.0;
/// From a sample to its words.
const WORDS: f64 = 6.0;
/// From one entry to the next.
const BETWEEN: f64 = 16.0;
/// From one section to the next.
const SECTIONS: f64 = 26.0;

/// A sample with its words; the sample begins at the origin and its middle runs along y = 0.
pub(super) struct Entry {
    pub(super) sample: Vec<Item>,
    pub(super) width: f64,
    pub(super) words: String,
}

/// Entries under one caption.
pub(super) struct Section {
    pub(super) caption: String,
    pub(super) entries: Vec<Entry>,
}

/// The hulls of some panels, as legend and description tell them.
pub(super) struct Areas {
    /// One of them, as a sample.
    sample: Hull,
    /// How many lines they stand for.
    lines: usize,
    /// Who is in which, in a sentence.
    pub(super) told: String,
}

impl Areas {
    /// Those of some panels; none if no hull is drawn.
    #[must_use]
    pub(super) fn of(panels: &[Panel]) -> Option<Self> {
        let hulls = || {
            panels.iter().flat_map(|panel| {
                let lit = panel.hulls.iter().filter(|hull| !hull.faded);
                lit.map(move |hull| (panel, hull))
            })
        };
        let (_, sample) = hulls().next()?;
        let lines = hulls().map(|(_, hull)| hull.bloc.lines.len()).sum();
        let each: Vec<String> = hulls().map(|(panel, hull)| hull.member_list(&panel.figure)).collect();
        let say = panels.first()?.figure.messages;
        let values = [("lines", say.count("count-lines", lines).into()), ("blocs", each.join("; ").into())];
        let told = say.with("described-areas", values);
        Some(Self { sample: sample.clone(), lines, told })
    }
}

/// The legend of some figures in a language, from the origin, and its height. `ghosts`: what the marked places of absent actors mean, if there are any.
#[must_use]
pub(super) fn legend(
    figures: &[Figure],
    metrics: &Metrics,
    say: &Messages,
    ghosts: Option<&str>,
    areas: Option<&Areas>,
    (width, detail): (f64, LegendDetail),
) -> (Vec<Item>, f64) {
    let said = [sides(figures, metrics, say), signs(figures, metrics, say)];
    let senses = senses(figures, metrics, say);
    let sections = match detail {
        LegendDetail::None => return (Vec::new(), 0.0),
        LegendDetail::Short => {
            let absent = Section { caption: say.text("legend-actor"), entries: absent(metrics, say, ghosts, areas) };
            said.into_iter().chain([senses, absent]).collect::<Vec<_>>()
        }
        LegendDetail::Full => {
            let strengths = [strengths(figures, metrics, say), counts(figures, say)];
            let actors = actors(figures, metrics, say, absent(metrics, say, ghosts, areas));
            said.into_iter().chain(strengths).chain([senses, actors]).collect::<Vec<_>>()
        }
    };
    rows(&sections, metrics, width)
}

/// Sections in rows, from the origin, and their height; those without entries are left out.
#[must_use]
pub(super) fn rows(sections: &[Section], metrics: &Metrics, width: f64) -> (Vec<Item>, f64) {
    let set = |column| {
        let mut flow = Flow { metrics, width, column, at: Point::default(), row: 0.0, leading: 0.0, items: Vec::new() };
        sections.iter().filter(|section| !section.entries.is_empty()).for_each(|section| flow.section(section));
        flow
    };
    // Samples of all rows begin where those of the row with the widest caption do.
    let first = set(0.0);
    let flow = if first.at.y > 0.0 { set(first.leading) } else { first };
    (flow.items, flow.at.y + flow.row)
}

/// Puts entry after entry into rows.
struct Flow<'t> {
    metrics: &'t Metrics,
    width: f64,
    /// Where the samples of a row begin, unless its caption is wider.
    column: f64,
    at: Point,
    row: f64,
    /// The widest caption that begins a row.
    leading: f64,
    items: Vec<Item>,
}

impl Flow<'_> {
    fn section(&mut self, section: &Section) {
        let size = self.metrics.text.legend;
        let caption = measure::width(&section.caption, size, true) + 10.0;
        let limit = (self.width * 0.6).max(160.0);
        let words = |entry: &Entry| Block::wrap(&entry.words, size, false, limit);
        let entries: Vec<(&Entry, Block)> = section.entries.iter().map(|entry| (entry, words(entry))).collect();
        let room = |(entry, words): &(&Entry, Block)| entry.width + WORDS + words.width + BETWEEN;
        if self.at.x + caption - BETWEEN + entries.iter().map(room).sum::<f64>() > self.width {
            self.next_row();
        }
        let begins = self.at.x <= 0.0;
        self.leading = if begins { self.leading.max(caption) } else { self.leading };
        self.caption(&section.caption);
        self.at.x += if begins { caption.max(self.column) } else { caption };
        let start = if begins { self.at.x } else { self.column.max(SECTIONS) };
        let mut fresh = true;
        for (entry, words) in &entries {
            if !fresh && self.at.x + entry.width + WORDS + words.width > self.width {
                self.next_row();
                self.at.x = start;
            }
            fresh = false;
            self.entry(entry, words);
        }
        self.at.x += SECTIONS - BETWEEN;
    }

    /// The middle of the first line of the row.
    fn middle(&self) -> f64 {
        self.at.y + self.metrics.text.legend * 0.6 + 4.0
    }

    fn caption(&mut self, caption: &str) {
        let size = self.metrics.text.legend;
        let at = Point::new(self.at.x, self.middle() + size * measure::HALF_CAPITAL);
        let (line, role) = (caption.to_owned(), ColourRole::Quiet);
        self.items.push(Item::Text(Text { at, anchor: Anchor::Start, line, size, bold: true, turn: 0.0, role }));
    }

    fn entry(&mut self, entry: &Entry, words: &Block) {
        let size = self.metrics.text.legend;
        self.row = self.row.max(words.height.max(size) + 9.0);
        let middle = Point::new(self.at.x, self.middle());
        self.items.extend(entry.sample.iter().cloned().map(|item| item.moved(middle)));
        let words_at = Point::new(middle.x + entry.width + WORDS, middle.y - size * 0.6);
        self.items.extend(words.items(words_at, Anchor::Start, ColourRole::Ink));
        self.at.x += entry.width + WORDS + words.width + BETWEEN;
    }

    fn next_row(&mut self) {
        if self.at.x > 0.0 {
            self.at = Point::new(0.0, self.at.y + self.row);
            self.row = 0.0;
        }
    }
}

fn edges(figures: &[Figure]) -> impl Iterator<Item = &FigureEdge> {
    figures.iter().flat_map(|figure| &figure.edges)
}

fn differences(figures: &[Figure]) -> impl Iterator<Item = (&Figure, &String, &String)> {
    figures.iter().filter_map(|figure| match &figure.subject {
        Subject::Two(a, b) => Some((figure, a, b)),
        Subject::One | Subject::Many(_) => None,
    })
}

/// A line drawn as on the picture, from left to right.
fn sample(role: ColourRole, metrics: &Metrics, edge: &FigureEdge) -> Vec<Item> {
    let end = |x: f64| Point::new(x, 0.0);
    let curve = Curve { start: end(0.0), control: end(SAMPLE / 2.0), end: end(SAMPLE) };
    edge::line(edge, &curve.into(), role, metrics)
}

/// A held line without a name.
pub(super) fn plain(sign: Sign, said_by: SideSet) -> FigureEdge {
    FigureEdge {
        from: 0,
        to: 0,
        directed: false,
        label: String::new(),
        counts: String::new(),
        sign,
        factuality: Factuality::Held,
        strength: 2,
        said_by,
        holders: Vec::new(),
        contested: None,
        relations: Vec::new(),
    }
}

/// The two authors of a difference, or the many of a consensus; and the mark of what is contested.
fn sides(figures: &[Figure], metrics: &Metrics, say: &Messages) -> Section {
    let mut entries = Vec::new();
    for (figure, a, b) in differences(figures) {
        let drawn: BTreeSet<SideSet> = figure.edges.iter().map(|edge| edge.said_by).collect();
        for said_by in drawn {
            let words = match said_by {
                SideSet::A => a.clone(),
                SideSet::B => b.clone(),
                SideSet::Both => say.text("legend-both"),
            };
            let hue = Hue::Side(said_by, figure.colours);
            let badge = Badge::letter(said_by.letter(), metrics);
            let mut items = sample(hue.into(), metrics, &plain(Sign::Positive, said_by));
            items.extend(badge.items(Point::new(SAMPLE / 2.0, 0.0), hue));
            entries.push(Entry { sample: items, width: SAMPLE, words });
        }
    }
    for figure in figures {
        let Subject::Many(names) = &figure.subject else { continue };
        for (view, name) in names.iter().enumerate().filter(|_| names.len() <= Figure::MOST_LETTERS) {
            let badge = Badge::letter(&letter(view).to_string(), metrics);
            let middle = Point::new(badge.width / 2.0, 0.0);
            let (sample, width) = (badge.items(middle, Hue::BOTH), badge.width);
            entries.push(Entry { sample, width, words: name.clone() });
        }
    }
    if let Some(words) = words::verdicts(figures.iter(), say) {
        let size = metrics.edge.badge * 0.85;
        let sample = badge::contested(Point::new(size / 2.0, 0.0), size);
        entries.push(Entry { sample, width: size, words });
    }
    let named = figures.iter().any(|figure| figure.subject != Subject::One);
    Section { caption: say.text(if named { "legend-who" } else { "legend-contested" }), entries }
}

/// The signs that occur: with their hues in pictures of one view, in grey where hue is the author's.
fn signs(figures: &[Figure], metrics: &Metrics, say: &Messages) -> Section {
    let single = figures.iter().any(|figure| !figure.is_difference());
    let drawn: BTreeSet<Sign> = edges(figures).map(|edge| edge.sign).collect();
    let entry = |sign: Sign| {
        let hue = if single { Hue::Sign(sign) } else { Hue::BOTH };
        let mut items = sample(hue.into(), metrics, &plain(sign, SideSet::Both));
        items.extend(Badge::of(sign, "", metrics).items(Point::new(SAMPLE / 2.0, 0.0), hue));
        Entry { sample: items, width: SAMPLE, words: say.word("sign", sign.name()) }
    };
    Section { caption: say.text("legend-relation"), entries: drawn.into_iter().map(entry).collect() }
}

/// What the number behind a word means, if there is one.
fn counts(figures: &[Figure], say: &Messages) -> Section {
    let counted = edges(figures).any(|edge| edge.label.contains(" ×"));
    let entry = || Entry { sample: Vec::new(), width: -WORDS, words: say.text("legend-times") };
    Section { caption: say.text("legend-count"), entries: counted.then(entry).into_iter().collect() }
}

/// The strengths, if there are several; of a consensus, how many hold a line.
fn strengths(figures: &[Figure], metrics: &Metrics, say: &Messages) -> Section {
    let drawn: BTreeSet<u8> = edges(figures).map(|edge| edge.strength.clamp(1, 3)).collect();
    let shared = figures.iter().any(|figure| matches!(figure.subject, Subject::Many(_)));
    let entry = |strength: u8| {
        let words = say.text(match (shared, strength) {
            (false, 1) => "strength-slight",
            (false, 2) => "strength-plain",
            (false, _) => "strength-strong",
            (true, 1) => "shared-half",
            (true, 2) => "shared-most",
            (true, _) => "shared-all",
        });
        Entry {
            sample: sample(ColourRole::Ink, metrics, &FigureEdge { strength, ..plain(Sign::Positive, SideSet::Both) }),
            width: SAMPLE,
            words,
        }
    };
    let several = drawn.len() > 1;
    let caption = say.text(if shared { "legend-held-by" } else { "legend-strength" });
    Section { caption, entries: drawn.into_iter().filter(|_| several).map(entry).collect() }
}

/// What is drawn but not held now: the words before the labels, as the picture has them, and what they mean; denial apart.
fn senses(figures: &[Figure], metrics: &Metrics, say: &Messages) -> Section {
    let drawn_as = Figure::language(figures);
    let drawn: BTreeSet<Factuality> =
        edges(figures).map(|edge| edge.factuality).filter(|factuality| *factuality != Factuality::Held).collect();
    let entry = |factualities: &[Factuality]| {
        let factuality = *factualities.last()?;
        let words = |factuality: &Factuality| {
            format!("{}: {}", drawn_as.word("sense", factuality.word()), say.word("meaning", factuality.word()))
        };
        let said: Vec<String> = factualities.iter().map(words).collect();
        let directed = edges(figures).any(|edge| edge.directed && factualities.contains(&edge.factuality));
        let edge = FigureEdge { directed, factuality, ..plain(Sign::Positive, SideSet::Both) };
        Some(Entry { sample: sample(ColourRole::Ink, metrics, &edge), width: SAMPLE, words: said.join(", ") })
    };
    let (denied, open): (Vec<_>, Vec<_>) = drawn.into_iter().partition(|factuality| factuality.is_negative());
    Section {
        caption: say.text("legend-not-now"),
        entries: [open, denied].iter().filter_map(|group| entry(group)).collect(),
    }
}

/// The size of an actor as a sample.
const ACTOR: (f64, f64) = (26.0, 14.0);

/// An actor as a sample.
fn actor(kind: ActorKind, pen: Pen, fill: ColourRole, metrics: &Metrics) -> Item {
    let (width, height) = ACTOR;
    let paint = Paint { fill: Some(fill), pen: Some(pen) };
    node::outline(kind, Point::new(width / 2.0, 0.0), width, height, metrics, paint)
}

/// The marks of absence, and the areas of blocs.
fn absent(metrics: &Metrics, say: &Messages, ghosts: Option<&str>, areas: Option<&Areas>) -> Vec<Entry> {
    let (width, _) = ACTOR;
    let ghost = |words: &str| Entry {
        sample: vec![actor(ActorKind::State, Pen::plain(ColourRole::Ghost, 1.0), ColourRole::Ground, metrics)],
        width,
        words: words.to_owned(),
    };
    let area = |areas: &Areas| Entry {
        sample: areas.sample.sample(width),
        width,
        words: say.with("legend-bloc", [("lines", say.count("count-lines", areas.lines).into())]),
    };
    ghosts.map(ghost).into_iter().chain(areas.map(area)).collect()
}

/// The kinds of actors that occur, whose they are, and the marks of absence.
fn actors(figures: &[Figure], metrics: &Metrics, say: &Messages, absent: Vec<Entry>) -> Section {
    let (width, height) = ACTOR;
    let centre = Point::new(width / 2.0, 0.0);
    let kinds: BTreeSet<ActorKind> = figures.iter().flat_map(|figure| &figure.nodes).map(|node| node.kind).collect();
    let entry = |kind: ActorKind| {
        let dash = if kind == ActorKind::Thinker { metrics.node.thinker } else { &[] };
        let pen = Pen { dash: dash.to_vec(), ..Pen::plain(ColourRole::Ink, 1.2) };
        let fill =
            if matches!(kind, ActorKind::Person | ActorKind::Thinker) { ColourRole::Person } else { ColourRole::Actor };
        let mut sample = vec![actor(kind, pen.clone(), fill, metrics)];
        if kind == ActorKind::Bloc {
            sample.push(node::outline(
                kind,
                centre,
                width - 5.0,
                height - 5.0,
                metrics,
                Paint::line(Pen { width: 0.8, ..pen }),
            ));
        }
        Entry { sample, width, words: say.word("actor-kind", kind.word()) }
    };
    // Where nobody's kind was said there is nothing to tell apart.
    let told = kinds.iter().any(|kind| *kind != ActorKind::Unknown);
    let mut entries: Vec<Entry> = kinds.into_iter().filter(|_| told).map(entry).collect();
    for (figure, ..) in differences(figures) {
        let of_one: BTreeSet<(bool, SideSet)> = figure
            .nodes
            .iter()
            .map(|node| (!node.of_one_side, node.said_by))
            .filter(|(_, said_by)| *said_by != SideSet::Both)
            .collect();
        for (elsewhere, said_by) in of_one {
            let dash = if elsewhere { &[] } else { metrics.node.of_one_side };
            let pen = Pen { dash: dash.to_vec(), ..Pen::plain(Hue::Side(said_by, figure.colours).into(), 1.6) };
            let key = if elsewhere { "legend-related-by" } else { "legend-only-in" };
            let words = say.with(key, [("letter", said_by.letter().into())]);
            entries.push(Entry {
                sample: vec![actor(ActorKind::State, pen, ColourRole::Ground, metrics)],
                width,
                words,
            });
        }
    }
    entries.extend(absent);
    Section { caption: say.text("legend-actor"), entries }
}
