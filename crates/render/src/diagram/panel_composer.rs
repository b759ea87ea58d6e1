//! Figures -> one layout -> panels -> scene. Several figures stand side by side, and no actor moves between them.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::model::ActorId;
use parallax_layout::{Edge, Placement, Point, Problem, Rect};

use crate::Error;
use crate::diagram::drawing::Drawing;
use crate::diagram::edge::LabelBox;
use crate::diagram::handout;
use crate::diagram::hull::{self, Hull};
use crate::diagram::node::NodeBox;
use crate::diagram::notes;
use crate::diagram::options::Options;
use crate::diagram::page;
use crate::diagram::panel::{self, Panel, UNDRAWN};
use crate::figure::Bloc;
use crate::figure::narrow::Highlight;
use crate::figure::{Figure, Node};
use crate::style::measure;
use crate::style::render_style::Labels;
use crate::style::theme::Metrics;

/// Figures with their sizes, and the layout problem of all of them together.
pub struct PanelComposer<'a> {
    /// All actors and lines of all figures: what an engine has to place.
    pub problem: Problem,
    /// What the layout of a panel should be like.
    pub layout: parallax_layout::Options,
    pub(super) figures: &'a [Figure],
    pub(super) metrics: &'a Metrics,
    pub(super) options: Options,
    /// Every actor of any figure, in the order of the problem's nodes.
    actors: Vec<Node>,
    boxes: Vec<NodeBox>,
    place: BTreeMap<ActorId, usize>,
    /// The blocs of each figure that are to have a hull.
    blocs: Vec<Vec<Bloc>>,
    /// The numbers of the notes of each figure's lines, if there are to be notes.
    numbers: Vec<Vec<usize>>,
    /// The lines of each figure whose words have no room.
    pub(super) wordless: Vec<BTreeSet<usize>>,
    /// Whether it is too full for a page.
    pub(super) is_poster: bool,
}

impl<'a> PanelComposer<'a> {
    /// Measures the figures and states the problem of pressing them onto their page.
    #[must_use]
    pub fn of(figures: &'a [Figure], options: &Options) -> Self {
        let room = page::room(figures, &options.style.theme().metrics, options, figures.len());
        Self::on_page(figures, options, room)
    }

    /// The same, to stand on so much of a page.
    pub(super) fn on_page(figures: &'a [Figure], options: &Options, room: (f64, f64)) -> Self {
        let layout = parallax_layout::Options { aspect: room.0 / room.1, page: Some(room), ..options.layout.clone() };
        Self::measured(figures, options, layout)
    }

    /// The same with as much room as it takes, in the proportions of a page.
    pub(super) fn poster(figures: &'a [Figure], options: &Options, room: (f64, f64)) -> Self {
        let layout = parallax_layout::Options { aspect: room.0 / room.1, ..options.layout.clone() };
        Self { is_poster: true, ..Self::measured(figures, options, layout) }
    }

    pub(super) fn measured(figures: &'a [Figure], options: &Options, layout: parallax_layout::Options) -> Self {
        let metrics = &options.style.theme().metrics;
        let mut union: BTreeMap<ActorId, (Node, NodeBox)> = BTreeMap::new();
        let numbers = if options.notes.is_some() { notes::numbers(figures) } else { Vec::new() };
        let hulls = options.style.hulls.unwrap_or(true);
        let blocs = figures.iter().map(|figure| if hulls { figure.blocs.clone() } else { Vec::new() });
        let blocs: Vec<Vec<Bloc>> = blocs.collect();
        for (number, figure) in figures.iter().enumerate() {
            let difference = figure.is_difference();
            for (index, node) in figure.nodes.iter().chain(&figure.alike.nodes).enumerate() {
                let sized = NodeBox::of(node, metrics, difference);
                let note = note_of(&blocs[number], index, numbers.get(number));
                let sized = note.map_or(sized.clone(), |note| sized.numbered(note, metrics));
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
        let mut composer = Self {
            problem: Problem::default(),
            layout,
            figures,
            metrics,
            options: options.clone(),
            wordless: vec![BTreeSet::new(); figures.len()],
            is_poster: false,
            actors,
            boxes,
            place,
            blocs,
            numbers,
        };
        composer.problem.nodes = composer
            .actors
            .iter()
            .zip(&composer.boxes)
            .map(|(node, sized)| sized.problem_node(options.places.centres.get(&node.id).copied()))
            .collect();
        composer.state();
        composer
    }

    /// States the lines and the groups of the problem.
    pub(super) fn state(&mut self) {
        self.problem.edges = self.all_edges();
        let group = |(figure, blocs): (&Figure, &Vec<Bloc>)| {
            let inside = blocs.iter().map(|bloc| bloc.inside(blocs));
            inside.map(|nodes| nodes.into_iter().map(|node| self.at(figure, node)).collect()).collect::<Vec<_>>()
        };
        self.problem.groups = self.figures.iter().zip(&self.blocs).flat_map(group).collect();
    }

    /// Leaves out the hulls that would hold a stranger (`all`: if there is one such, all hulls); whether there were any.
    fn forgo_hulls(&mut self, placement: &Placement, all: bool) -> bool {
        let kept = |(number, blocs): (usize, &Vec<Bloc>)| {
            let hulls = self.hulls(number, placement);
            let kept = blocs.iter().filter(|bloc| hulls.iter().any(|hull| hull.bloc.node == bloc.node));
            kept.cloned().collect::<Vec<_>>()
        };
        let kept: Vec<Vec<Bloc>> = self.blocs.iter().enumerate().map(kept).collect();
        if kept == self.blocs {
            return false;
        }
        self.blocs = if all { kept.iter().map(|_| Vec::new()).collect() } else { kept };
        self.state();
        true
    }

    /// The hulls of a figure, where actors stand so.
    fn hulls(&self, number: usize, placement: &Placement) -> Vec<Hull> {
        let rect = |index: &usize| {
            let centre = placement.nodes.get(*index).copied().unwrap_or_default();
            self.problem.nodes.get(*index).map(|node| node.rect(centre))
        };
        let boxes: Vec<Rect> = self.order(&self.figures[number]).iter().filter_map(rect).collect();
        hull::hulls(&self.blocs[number], &boxes)
    }

    /// The actors of all figures: those of one first, in its order, then the others.
    fn order(&self, figure: &Figure) -> Vec<usize> {
        let own: Vec<usize> = (0..figure.nodes.len()).map(|index| self.at(figure, index)).collect();
        let present: BTreeSet<usize> = own.iter().copied().collect();
        let absent = (0..self.actors.len()).filter(|index| !present.contains(index));
        own.iter().copied().chain(absent).filter(|index| *index < self.actors.len()).collect()
    }

    /// The lines that the common layout makes room for: of every pair those of the panel that has most of them; with room
    /// for the labels of every panel if the engine's own lines are kept.
    fn all_edges(&self) -> Vec<Edge> {
        let mut by_pair: BTreeMap<(usize, usize), Vec<Edge>> = BTreeMap::new();
        for (number, figure) in self.figures.iter().enumerate() {
            let mut here: BTreeMap<(usize, usize), Vec<Edge>> = BTreeMap::new();
            let edges = panel::edges(figure, &self.labels(number), self.metrics, &|index| self.at(figure, index));
            for (line, mut edge) in edges.into_iter().enumerate() {
                // What a hull will stand for keeps members near, but needs no room for words.
                if self.blocs[number].iter().any(|bloc| bloc.lines.contains(&line)) {
                    edge.label = (0.0, 0.0);
                }
                here.entry((edge.from.min(edge.to), edge.from.max(edge.to))).or_default().push(edge);
            }
            for (pair, mut edges) in here {
                let known = by_pair.entry(pair).or_default();
                if known.len() < edges.len() {
                    std::mem::swap(known, &mut edges);
                }
                for (edge, other) in known.iter_mut().zip(edges).filter(|_| self.options.engine.draws_lines()) {
                    edge.label = (edge.label.0.max(other.label.0), edge.label.1.max(other.label.1));
                }
            }
        }
        by_pair.into_values().flatten().collect()
    }

    /// Where an actor of a figure stands among the actors of all.
    fn at(&self, figure: &Figure, index: usize) -> usize {
        figure.nodes.get(index).and_then(|node| self.place.get(&node.actor)).copied().unwrap_or(usize::MAX)
    }

    fn labels(&self, number: usize) -> Vec<LabelBox> {
        let figure = &self.figures[number];
        let (numbers, labels) = (self.numbers.get(number), self.options.style.labels.unwrap_or_default());
        let label = |(line, edge)| {
            let labels = if self.wordless[number].contains(&line) { Labels::None } else { labels };
            let label = LabelBox::of(edge, (&figure.letters(edge), figure.words(edge)), self.metrics, labels);
            let note = numbers.and_then(|numbers| numbers.get(line));
            note.map_or(label.clone(), |note| label.numbered(*note, self.metrics))
        };
        figure.edges.iter().enumerate().map(label).collect()
    }

    /// The picture, with places from an engine: the centres of `problem`'s nodes, of which lines and labels are then made.
    #[must_use]
    pub fn finish(&self, placement: &Placement) -> Drawing {
        let (panels, frame) = self.panels(placement);
        self.finished(panels, frame)
    }

    /// The same of panels that are made already, and of what they cover together.
    pub(super) fn finished(&self, mut panels: Vec<Panel>, frame: Rect) -> Drawing {
        let mut options = self.options.clone();
        options.remarks.extend(self.remarks(frame));
        let mut pages = handout::pages(self.figures, self.metrics, &options, &mut panels, frame);
        let mut texts = Vec::new();
        pages.iter().flat_map(|page| &page.items).for_each(|item| item.texts(&mut texts));
        let missing = measure::missing(texts);
        let more = pages.split_off(1);
        let scene = pages.remove(0);
        Drawing {
            panels,
            scene,
            more,
            fit: self.options.style.fit,
            scale: self.options.scale,
            text_mode: self.options.style.text_mode.unwrap_or_default(),
            theme: self.options.style.theme().clone(),
            missing,
        }
    }

    /// The panels, and what each of them covers.
    pub(super) fn panels(&self, placement: &Placement) -> (Vec<Panel>, Rect) {
        let panels: Vec<Panel> = (0..self.figures.len()).map(|number| self.panel(number, placement)).collect();
        let bounds = panels.iter().map(Panel::bounds);
        let frame = bounds.fold(self.options.places.frame, |all, rect| all.union(&rect));
        (panels, frame)
    }

    /// Places for the actors. Blocs whose hull would hold a stranger are drawn with lines, which want a layout of their own.
    pub(super) fn place_actors(&mut self) -> Result<Placement, Error> {
        let mut placement = self.place()?;
        for last in [false, true] {
            if self.forgo_hulls(&placement, last) {
                placement = self.place()?;
            }
        }
        Ok(placement)
    }

    /// Places for the actors: those that are known already, or those of the engine.
    fn place(&self) -> Result<Placement, Error> {
        let pins: Option<Vec<Point>> = self.problem.nodes.iter().map(|node| node.pin).collect();
        if let Some(centres) = pins {
            return Ok(parallax_layout::route(&self.problem, &centres, &self.layout));
        }
        Ok(self.options.engine.place(&self.problem, &self.layout)?)
    }

    fn panel(&self, number: usize, common: &Placement) -> Panel {
        let figure = &self.figures[number];
        let order = self.order(figure);
        let lit = Highlight::of(figure, self.options.style.focus);
        let mut hulls = self.hulls(number, common);
        for hull in &mut hulls {
            hull.faded = !lit.nodes.get(hull.bloc.node).copied().unwrap_or(true);
        }
        let labels = self.labels(number);
        let nodes = order.iter().map(|index| self.problem.nodes[*index]).collect();
        let mut edges = panel::edges(figure, &labels, self.metrics, &|index| index);
        for line in hulls.iter().flat_map(|hull| &hull.bloc.lines) {
            edges[*line] = Edge { from: UNDRAWN, to: UNDRAWN, ..edges[*line] };
        }
        let problem = Problem { nodes, edges, groups: Vec::new() };
        let centres: Vec<Point> =
            order.iter().map(|index| common.nodes.get(*index).copied().unwrap_or_default()).collect();
        let fits = |page: &(f64, f64)| common.width <= page.0 && common.height <= page.1;
        let frame = self.layout.page.filter(fits).or(Some((common.width, common.height)));
        let framed = parallax_layout::Options { frame, ..self.layout.clone() };
        // An engine's own lines are kept where they are this panel's too.
        let own_lines = common.shown(&self.problem, &problem, &order);
        let placement = own_lines.unwrap_or_else(|| parallax_layout::route(&problem, &centres, &framed));
        let difference = figure.is_difference();
        let blocs: Vec<Bloc> = hulls.iter().map(|hull| hull.bloc.clone()).collect();
        let text = |nth: usize| {
            let sized = NodeBox::of(figure.nodes.get(nth)?, self.metrics, difference);
            let note = note_of(&blocs, nth, self.numbers.get(number));
            Some(note.map_or(sized.clone(), |note| sized.numbered(note, self.metrics)))
        };
        let boxes =
            order.iter().enumerate().map(|(nth, index)| self.boxes[*index].clone().with_text_of(text(nth))).collect();
        let ghosts = order.iter().skip(figure.nodes.len()).map(|index| self.actors[*index].clone()).collect();
        Panel { figure: figure.clone(), boxes, ghosts, labels, lit, hulls, at: Point::default(), problem, placement }
            .turned_back()
    }
}

/// The number of the note on the members of a bloc, at its node.
fn note_of(blocs: &[Bloc], node: usize, numbers: Option<&Vec<usize>>) -> Option<usize> {
    let line = blocs.iter().find(|bloc| bloc.node == node)?.lines.first()?;
    numbers?.get(*line).copied()
}
