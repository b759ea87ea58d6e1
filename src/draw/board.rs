//! The board: figures -> one layout -> panels -> scene. Several figures stand side by side, and no actor moves between them.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::{Figure, Node};
use super::measure;
use super::node::NodeBox;
use super::options::{Options, Places};
use super::page::{self, grid};
use super::panel::{self, Panel};
use super::scene::Scene;
use super::theme::Theme;
use super::tie::LabelBox;
use crate::error::Error;
use crate::layout::{self, Placement, Point, Problem, Tie};
use crate::model::ActorId;

/// Title and legend stand above and below, so the panels are to be this much flatter than the picture.
const LOWER: f64 = 1.25;

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
            let difference = figure.is_difference();
            for node in figure.nodes.iter().chain(&figure.alike.nodes) {
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
        figure.strokes.iter().map(|stroke| LabelBox::of(stroke, &figure.letters(stroke), self.theme)).collect()
    }

    /// The picture, with places from an engine: the centres of `problem`'s nodes, of which lines and labels are then made.
    #[must_use]
    pub fn finish(&self, placement: &Placement) -> Drawing {
        let mut panels: Vec<Panel> = self.figures.iter().map(|figure| self.panel(figure, placement)).collect();
        let frame = panels
            .iter()
            .map(|panel| panel.placement.bounds(&panel.problem))
            .fold(self.options.places.frame, |all, rect| all.union(&rect));
        let scene = page::scene(self.figures, self.theme, self.options, &mut panels, frame);
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
        let difference = figure.is_difference();
        let text = |nth: usize| figure.nodes.get(nth).map(|node| NodeBox::of(node, self.theme, difference));
        let boxes =
            order.iter().enumerate().map(|(nth, index)| self.boxes[*index].clone().with_text_of(text(nth))).collect();
        let ghosts = order.iter().skip(own.len()).map(|index| self.actors[*index].clone()).collect();
        Panel { figure: figure.clone(), boxes, ghosts, labels, at: Point::default(), problem, placement }.turned_back()
    }
}
