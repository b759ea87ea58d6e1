//! The board: figures -> one layout -> panels -> scene. Several figures stand side by side, and no actor moves between them.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::{Figure, Node, Subject};
use super::legend;
use super::measure::{self, Block};
use super::node::NodeBox;
use super::panel::{self, Panel};
use super::scene::{Anchor, Group, Item, Outline, Paint, Pen, Scene};
use super::theme::Theme;
use super::tie::LabelBox;
use super::words;
use crate::error::Error;
use crate::layout::{self, Layout, Placement, Point, Problem, Rect, Tie};
use crate::model::ActorId;

/// Title and legend stand above and below, so the panels are to be this much flatter than the picture.
const LOWER: f64 = 1.25;

/// What a picture should have.
#[derive(Clone)]
pub struct Options {
    /// The title over all panels; else that of the only figure, or none.
    pub title: Option<String>,
    /// Pixels of a raster format for one of the picture.
    pub scale: f64,
    /// Which engine finds the places.
    pub engine: &'static dyn Layout,
    /// What the layout should be like.
    pub layout: layout::Options,
    /// Places that are known already: actors there do not move, and the picture is at least as large.
    pub places: Places,
}

impl Default for Options {
    fn default() -> Self {
        // Long enough that a label leaves part of its line to be seen.
        let layout = layout::Options { margin: 6.0, gap: 34.0, arrow: 80.0, ..layout::Options::default() };
        Self { title: None, scale: 2.0, engine: layout::LAYOUTS[0], layout, places: Places::default() }
    }
}

/// Where actors stand, so that another picture can put them at the same places.
#[derive(Debug, Clone, PartialEq)]
pub struct Places {
    /// The centres, by the ids of the actors.
    pub centres: BTreeMap<String, Point>,
    /// What the picture covers.
    pub frame: Rect,
}

impl Default for Places {
    fn default() -> Self {
        Self { centres: BTreeMap::new(), frame: Rect::NOTHING }
    }
}

/// A picture with the geometry that it was made from.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// The panels, in the order of the figures.
    pub panels: Vec<Panel>,
    /// What is painted.
    pub scene: Scene,
    /// Pixels of a raster format for one of the scene.
    pub scale: f64,
    /// How it looks.
    pub theme: Theme,
    /// Characters that the bundled face cannot draw.
    pub missing: BTreeSet<char>,
}

impl Drawing {
    /// Where this picture has its actors: in every panel at the same places.
    #[must_use]
    pub fn places(&self) -> Places {
        let mut places = Places::default();
        for panel in &self.panels {
            let actors = panel.figure.nodes.iter().chain(&panel.ghosts).zip(&panel.placement.nodes);
            places.centres.extend(actors.map(|(node, at)| (node.id.clone(), *at)));
            places.frame = places.frame.union(&panel.placement.bounds(&panel.problem));
        }
        places
    }
}

/// Draws figures: one fills the picture, several stand side by side on one layout.
pub fn draw(figures: &[Figure], theme: &Theme, options: &Options) -> Result<Drawing, Error> {
    let board = Board::of(figures, theme, options);
    let placement = options.engine.place(&board.problem, &board.layout)?;
    Ok(board.finish(&placement))
}

/// Figures with their sizes, and the layout problem of all of them together.
pub struct Board<'a> {
    /// All actors and lines of all figures: what an engine has to place.
    pub problem: Problem,
    /// What the layout of a panel should be like.
    pub layout: layout::Options,
    figures: &'a [Figure],
    theme: &'a Theme,
    options: &'a Options,
    /// Every actor of any figure, in the order of the problem's nodes.
    actors: Vec<Node>,
    boxes: Vec<NodeBox>,
    place: BTreeMap<ActorId, usize>,
}

impl<'a> Board<'a> {
    /// Measures the figures and states the problem.
    #[must_use]
    pub fn of(figures: &'a [Figure], theme: &'a Theme, options: &'a Options) -> Self {
        let mut union: BTreeMap<ActorId, (Node, NodeBox)> = BTreeMap::new();
        for figure in figures {
            let difference = figure.subject != Subject::One;
            for node in &figure.nodes {
                let sized = NodeBox::of(node, theme, difference);
                match union.get_mut(&node.actor) {
                    Some((_, known)) if known.width < sized.width => *known = sized,
                    Some(_) => {}
                    None => {
                        union.insert(node.actor, (node.clone(), sized));
                    }
                }
            }
        }
        let place = union.keys().enumerate().map(|(index, actor)| (*actor, index)).collect();
        let (actors, boxes) = union.into_values().unzip();
        let (columns, rows) = grid(figures.len());
        let aspect = options.layout.aspect * LOWER * rows as f64 / columns as f64;
        let layout = layout::Options { aspect, ..options.layout.clone() };
        let mut board = Self { problem: Problem::default(), layout, figures, theme, options, actors, boxes, place };
        board.problem.nodes = board
            .actors
            .iter()
            .zip(&board.boxes)
            .map(|(node, sized)| sized.problem_node(options.places.centres.get(&node.id).copied()))
            .collect();
        board.problem.ties = board.all_ties();
        board
    }

    /// The lines that the common layout makes room for: of every pair those of the panel that has most of them.
    fn all_ties(&self) -> Vec<Tie> {
        let mut by_pair: BTreeMap<(usize, usize), Vec<Tie>> = BTreeMap::new();
        for figure in self.figures {
            let mut here: BTreeMap<(usize, usize), Vec<Tie>> = BTreeMap::new();
            for tie in panel::ties(figure, &self.labels(figure), self.theme, &|index| self.at(figure, index)) {
                here.entry((tie.from.min(tie.to), tie.from.max(tie.to))).or_default().push(tie);
            }
            for (pair, ties) in here {
                let known = by_pair.entry(pair).or_default();
                if known.len() < ties.len() {
                    *known = ties;
                }
            }
        }
        by_pair.into_values().flatten().collect()
    }

    /// Where an actor of a figure stands among the actors of all.
    fn at(&self, figure: &Figure, index: usize) -> usize {
        figure.nodes.get(index).and_then(|node| self.place.get(&node.actor)).copied().unwrap_or(usize::MAX)
    }

    fn labels(&self, figure: &Figure) -> Vec<LabelBox> {
        let difference = figure.subject != Subject::One;
        figure.strokes.iter().map(|stroke| LabelBox::of(stroke, self.theme, difference)).collect()
    }

    /// The picture, with places from an engine: the centres of `problem`'s nodes, of which lines and labels are then made.
    #[must_use]
    pub fn finish(&self, placement: &Placement) -> Drawing {
        let mut panels: Vec<Panel> = self.figures.iter().map(|figure| self.panel(figure, placement)).collect();
        let frame = panels
            .iter()
            .map(|panel| panel.placement.bounds(&panel.problem))
            .fold(self.options.places.frame, |all, rect| all.union(&rect));
        let page = self.arrange(&mut panels, frame);
        let scene = self.scene(&panels, &page);
        let mut texts = Vec::new();
        scene.items.iter().for_each(|item| item.texts(&mut texts));
        let missing = measure::missing(texts);
        Drawing { panels, scene, scale: self.options.scale, theme: self.theme.clone(), missing }
    }

    fn panel(&self, figure: &Figure, common: &Placement) -> Panel {
        let own: Vec<usize> = (0..figure.nodes.len()).map(|index| self.at(figure, index)).collect();
        let present: BTreeSet<usize> = own.iter().copied().collect();
        let absent = (0..self.actors.len()).filter(|index| !present.contains(index));
        let order: Vec<usize> = own.iter().copied().chain(absent).filter(|index| *index < self.actors.len()).collect();
        let labels = self.labels(figure);
        let problem = Problem {
            nodes: order.iter().map(|index| self.problem.nodes[*index]).collect(),
            ties: panel::ties(figure, &labels, self.theme, &|index| index),
            groups: Vec::new(),
        };
        let centres: Vec<Point> =
            order.iter().map(|index| common.nodes.get(*index).copied().unwrap_or_default()).collect();
        let framed = layout::Options { frame: Some((common.width, common.height)), ..self.layout.clone() };
        let placement = layout::route(&problem, &centres, &framed);
        let difference = figure.subject != Subject::One;
        let text = |nth: usize| figure.nodes.get(nth).map(|node| NodeBox::of(node, self.theme, difference));
        let boxes =
            order.iter().enumerate().map(|(nth, index)| self.boxes[*index].clone().with_text_of(text(nth))).collect();
        let ghosts = order.iter().skip(own.len()).map(|index| self.actors[*index].clone()).collect();
        Panel { figure: figure.clone(), boxes, ghosts, labels, at: Point::default(), problem, placement }.turned_back()
    }

    /// Stands the panels side by side, and says what page they fill.
    fn arrange(&self, panels: &mut [Panel], frame: Rect) -> Page {
        let sizes = &self.theme.page;
        let (wide, high) = if frame.is_nothing() { (sizes.least, 120.0) } else { (frame.width(), frame.height()) };
        let (columns, rows) = grid(panels.len());
        let between = 2.0 * sizes.margin;
        let filled = columns as f64 * wide + (columns - 1) as f64 * between;
        let width = filled.max(sizes.least) + 2.0 * sizes.margin;
        let title = match (&self.options.title, self.figures) {
            (Some(title), _) => title.clone(),
            (None, [figure]) => figure.title.clone(),
            (None, _) => String::new(),
        };
        let title = Block::wrap(&title, self.theme.text.title, true, width - 2.0 * sizes.margin);
        let heading = if self.has_headings() { self.theme.text.heading * 1.2 + sizes.gap } else { 0.0 };
        let top = sizes.margin + title.height + if title.lines.is_empty() { 0.0 } else { sizes.gap };
        let left = (width - filled) / 2.0;
        let corner = if frame.is_nothing() { Point::default() } else { frame.min };
        for (index, panel) in panels.iter_mut().enumerate() {
            let (column, row) = ((index % columns) as f64, (index / columns) as f64);
            let at = Point::new(left + column * (wide + between), top + heading + row * (high + heading + between));
            panel.at = (at - corner).rounded();
        }
        let bottom = top + rows as f64 * (high + heading) + (rows - 1) as f64 * between + sizes.gap;
        Page { width, title, bottom, corner, wide }
    }

    /// Headings tell panels apart; a single figure has its title, unless the picture has another.
    fn has_headings(&self) -> bool {
        self.figures.len() > 1
    }

    fn scene(&self, panels: &[Panel], page: &Page) -> Scene {
        let (theme, sizes) = (self.theme, &self.theme.page);
        let left = sizes.margin;
        let inner = page.width - 2.0 * sizes.margin;
        let mut items =
            vec![group("title", page.title.items(Point::new(left, sizes.margin), Anchor::Start, theme.ink))];
        for (number, panel) in panels.iter().enumerate() {
            let prefix = if panels.len() > 1 { format!("p{}-", number + 1) } else { String::new() };
            if self.has_headings() {
                let at = panel.at + page.corner - Point::new(0.0, theme.text.heading * 1.2 + sizes.gap);
                let heading = Block::wrap(&panel.figure.title, theme.text.heading, true, page.wide);
                items.push(group("heading", heading.items(at, Anchor::Start, theme.ink)));
            }
            items.push(panel.group(&prefix, theme));
        }
        let mut y = page.bottom;
        if panels.iter().all(|panel| panel.figure.nodes.is_empty()) {
            let nothing = Block::wrap("Nothing to draw: no statement is selected.", theme.text.heading, false, inner);
            items.push(group("nothing", nothing.items(Point::new(left, y - 100.0), Anchor::Start, theme.quiet)));
        }
        let ghosts = panels.iter().any(|panel| !panel.ghosts.is_empty());
        let (legend, height) = legend::legend(self.figures, theme, ghosts, inner);
        if !legend.is_empty() {
            items.push(rule(left, y, inner, theme));
            y += 8.0;
            let at = Point::new(left, y);
            items.push(group("legend", legend.into_iter().map(|item| item.moved(at)).collect()));
            y += height;
        }
        let source = Block::run(&self.source(), theme.text.source, false, inner);
        items.push(group("source", source.items(Point::new(left, y + 4.0), Anchor::Start, theme.quiet)));
        let height = y + source.height + if source.lines.is_empty() { 0.0 } else { 4.0 } + sizes.margin * 0.75;
        let desc = measure::clean(&words::describe(self.figures));
        let title = if page.title.lines.is_empty() { self.titles() } else { page.title.lines.join(" ") };
        let up = |length: f64| length.ceil();
        Scene { width: up(page.width), height: up(height), ground: theme.ground, title, desc, items }
    }

    fn titles(&self) -> String {
        self.figures.iter().map(|figure| measure::clean(&figure.title)).collect::<Vec<_>>().join(" · ")
    }

    /// What was selected: once if the same for all figures, else by figure.
    fn selected(&self) -> String {
        let first = self.figures.first().map_or("", |figure| &figure.selected);
        if self.figures.iter().all(|figure| figure.selected == first) {
            return if first.is_empty() { String::new() } else { format!(" Selected: {first}.") };
        }
        // A heading that tells two figures of the same authors apart says it already.
        let told = |figure: &&Figure| !figure.selected.is_empty() && !figure.title.contains(&figure.selected);
        let each = self.figures.iter().filter(told).map(|figure| format!("{} {}", figure.title, figure.selected));
        let each: Vec<String> = each.collect();
        if each.is_empty() { String::new() } else { format!(" Selected: {}.", each.join("; ")) }
    }

    /// The sources of all figures, each once, and what is counted but not drawn.
    fn source(&self) -> String {
        let mut said: Vec<&str> = Vec::new();
        for work in self.figures.iter().flat_map(|figure| &figure.source) {
            if !said.contains(&&**work) {
                said.push(work);
            }
        }
        let works =
            if said.is_empty() { String::new() } else { format!("After {}.{}", said.join("; "), self.selected()) };
        match self.figures.iter().map(|figure| figure.loops).max().unwrap_or(0) {
            0 => works,
            1 => format!("{works} Not drawn: 1 statement within one actor."),
            loops => format!("{works} Not drawn: {loops} statements within one actor."),
        }
    }
}

/// What the panels leave to title, legend and source.
struct Page {
    width: f64,
    title: Block,
    bottom: f64,
    corner: Point,
    wide: f64,
}

/// Columns and rows for panels: two and three side by side, more in a square.
fn grid(panels: usize) -> (usize, usize) {
    let columns = (1..=panels).find(|columns| columns * columns >= panels).unwrap_or(1);
    let columns = if panels <= 3 { panels.max(1) } else { columns };
    (columns, panels.div_ceil(columns).max(1))
}

fn group(class: &str, items: Vec<Item>) -> Item {
    Item::Group(Group { class: class.to_owned(), items, ..Group::default() })
}

fn rule(left: f64, y: f64, width: f64, theme: &Theme) -> Item {
    let line = Outline::Line(vec![Point::new(left, y), Point::new(left + width, y)]);
    Item::Shape(line, Paint::line(Pen::plain(theme.ghost, 1.0)))
}
