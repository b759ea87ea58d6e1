//! Layout: sizes in, positions, curves and places of labels out. Plain geometry on both sides; nothing here knows what
//! an actor or a tie means.
//!
//! The steps, each a file that can be read alone:
//! `pack::parts` what hangs together · `distance` how far apart things should be · `stress` positions that come
//! close to that · `overlap` boxes made free of one another · `refine` moves that lower crossings, priced by `field` ·
//! `route` ties as arcs between the borders · `labels` places for labels · `retouch` lines bent anew where labels ask for
//! it · `candidate` a little more room, steps aside · `search` the best of several starts · `pack::arrange` the parts
//! side by side · `quality` what came of it, in figures.
//!
//! Only `+ - * /` and `sqrt` are used, and every random choice is seeded: the same problem gives the same bytes
//! everywhere.

mod bundle;
mod candidate;
mod chain;
mod column;
mod curve;
mod distance;
mod error;
mod field;
mod geom;
mod graphviz;
mod grid;
mod labels;
mod line;
mod overlap;
mod pack;
mod quality;
mod random;
mod refine;
mod retouch;
mod route;
mod search;
mod stress;
#[cfg(test)]
mod tests;

use std::time::Duration;

pub use chain::Chain;
pub use curve::{Curve, PIECES};
pub use error::Error;
pub use geom::{Point, Rect, Shape};
pub use graphviz::read_graphviz;
pub use quality::{Quality, quality};

/// What is to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Problem {
    /// The boxes; all else names them by position.
    pub nodes: Vec<Node>,
    /// The lines. A tie that names no node gets an empty route.
    pub ties: Vec<Tie>,
    /// Blocs: nodes to be kept together and free of strangers. A node may be in several.
    pub groups: Vec<Vec<usize>>,
}

/// A box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// Its width in pixels.
    pub width: f64,
    /// Its height in pixels.
    pub height: f64,
    /// The outline inside the box, where lines end.
    pub shape: Shape,
    /// A centre that must not change.
    pub pin: Option<Point>,
}

/// A line from one box to another, or back to the same one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tie {
    /// The node where it begins.
    pub from: usize,
    /// The node where it ends.
    pub to: usize,
    /// Width and height of the label; `(0.0, 0.0)` for none.
    pub label: (f64, f64),
    /// Width of the mark at one end of the label. The mark is put onto the line, and the words to its right or left, so
    /// that no label can be taken for another line's. 0 for none: then the label stands on the line or beside it.
    pub mark: f64,
    /// How much it matters that the two stand near each other; 1 is usual.
    pub weight: f64,
}

impl Tie {
    /// Whether there is a label to place.
    #[must_use]
    pub fn is_labelled(&self) -> bool {
        self.label.0 > 0.0 && self.label.1 > 0.0
    }

    /// Where the mark is if it is the left or the right end of a label whose centre stands at `at`; without a mark, the
    /// centre.
    #[must_use]
    pub fn marks(&self, at: Point) -> [Point; 2] {
        let step = if self.mark > 0.0 { Point::new((self.label.0 - self.mark) / 2.0, 0.0) } else { Point::default() };
        [at - step, at + step]
    }

    /// The mark, or the centre, of a label that belongs to these curves: of both ends the one that is nearer to it.
    #[must_use]
    pub fn mark_on(&self, curves: &[Curve], at: Point) -> Point {
        let [left, right] = self.marks(at);
        if to_nearest(curves, right) < to_nearest(curves, left) { right } else { left }
    }
}

/// What a drawing should be like. Lengths are in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Width divided by height that is aimed at. It is approached, never forced. Default 16/9, a slide.
    pub aspect: f64,
    /// Least free space between two boxes. Default 18.
    pub gap: f64,
    /// Least length of a visible line, so that there is room for an arrowhead. Default 26.
    pub arrow: f64,
    /// From one parallel line to the next. Default 17; higher labels get more.
    pub spacing: f64,
    /// Free space kept around a label. Default 2.
    pub clearance: f64,
    /// Free space around the whole. Default 24.
    pub margin: f64,
    /// Where chance starts. Default 30.
    pub seed: u64,
    /// The picture that curves and labels should stay in when positions are given ([`route()`]): the rectangle from the
    /// origin to this width and height. Default none.
    pub frame: Option<(f64, f64)>,
    /// Above this many ties none is bent anew for the sake of labels: that costs more than all else. Default 600.
    pub retouched: usize,
    /// How long another program may take. Default one minute.
    pub limit: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            aspect: 16.0 / 9.0,
            gap: 18.0,
            arrow: 26.0,
            spacing: 17.0,
            clearance: 2.0,
            margin: 24.0,
            seed: 30,
            frame: None,
            retouched: 600,
            limit: Duration::from_mins(1),
        }
    }
}

/// A drawing: where everything stands, to the hundredth of a pixel.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Placement {
    /// From the origin to the right end of everything, and the margin.
    pub width: f64,
    /// From the origin to the lower end of everything, and the margin.
    pub height: f64,
    /// The centres of the nodes.
    pub nodes: Vec<Point>,
    /// The ties, as drawn.
    pub ties: Vec<Route>,
    /// Lines of several curves, by the numbers of their ties; such a line is drawn instead of its route's curve, which only
    /// has its ends and its middle. Empty if there is none. Ask [`Placement::curves`] or [`Placement::line`].
    pub chains: Vec<Option<Chain>>,
}

/// A tie as drawn.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Route {
    /// From the outline of `from` to the outline of `to`.
    pub curve: Curve,
    /// The centre of the label, if there is one.
    pub label: Option<Point>,
}

impl Placement {
    /// What boxes, curves and labels span, without a margin. Panels that share positions get one frame from the union
    /// of their bounds.
    #[must_use]
    pub fn bounds(&self, problem: &Problem) -> Rect {
        let boxes = problem.nodes.iter().zip(&self.nodes).map(|(node, &at)| node.rect(at));
        let routes = problem.ties.iter().zip(&self.ties).enumerate();
        let lines = routes.filter(|(_, (tie, _))| problem.joins(tie)).flat_map(|(number, (tie, route))| {
            let label = route.label.map(|at| Rect::around(at, tie.label.0, tie.label.1));
            self.curves(number).iter().map(Curve::bounds).chain(label)
        });
        boxes.chain(lines).fold(Rect::NOTHING, |all, rect| all.union(&rect))
    }

    fn moved(mut self, step: Point) -> Self {
        for at in &mut self.nodes {
            *at = *at + step;
        }
        for route in &mut self.ties {
            route.curve = route.curve.moved(step);
            route.label = route.label.map(|at| at + step);
        }
        for chain in self.chains.iter_mut().flatten() {
            *chain = chain.moved(step);
        }
        self
    }

    fn rounded(mut self) -> Self {
        for at in &mut self.nodes {
            *at = at.rounded();
        }
        for route in &mut self.ties {
            route.curve = route.curve.rounded();
            route.label = route.label.map(Point::rounded);
        }
        for chain in self.chains.iter_mut().flatten() {
            *chain = chain.rounded();
        }
        self
    }

    /// Rounds, and measures width and height.
    fn finished(self, problem: &Problem, margin: f64) -> Self {
        let rounded = self.rounded();
        let bounds = rounded.bounds(problem);
        let far = if bounds.is_nothing() { Point::default() } else { bounds.max };
        Self { width: geom::hundredth(far.x + margin), height: geom::hundredth(far.y + margin), ..rounded }
    }
}

impl Node {
    /// The box when its centre stands at `at`.
    #[must_use]
    pub fn rect(&self, at: Point) -> Rect {
        Rect::around(at, self.width, self.height)
    }
}

impl Problem {
    fn joins(&self, tie: &Tie) -> bool {
        tie.from < self.nodes.len() && tie.to < self.nodes.len()
    }

    fn is_pinned(&self) -> bool {
        self.nodes.iter().any(|node| node.pin.is_some())
    }

    /// The same with every number finite and in range, so that no later step has to ask.
    fn sound(&self) -> Self {
        let size = |v: f64, least: f64| {
            if v.is_finite() { v.clamp(least, 10_000.0) } else { least }
        };
        let mut sound = self.clone();
        for node in &mut sound.nodes {
            (node.width, node.height) = (size(node.width, 1.0), size(node.height, 1.0));
            node.pin = node.pin.filter(|&pin| in_range(pin));
        }
        for tie in &mut sound.ties {
            tie.label = (size(tie.label.0, 0.0), size(tie.label.1, 0.0));
            tie.mark = size(tie.mark, 0.0).min(tie.label.0);
            tie.weight = if tie.weight.is_finite() { tie.weight.clamp(0.01, 100.0) } else { 1.0 };
        }
        for group in &mut sound.groups {
            group.retain(|&node| node < self.nodes.len());
            group.sort_unstable();
            group.dedup();
        }
        sound
    }
}

/// The distance of a point from the nearest of some curves.
fn to_nearest(curves: &[Curve], at: Point) -> f64 {
    curves.iter().map(|curve| curve.distance(at)).fold(f64::INFINITY, f64::min)
}

/// Whether a place is a finite one that a picture can hold.
fn in_range(at: Point) -> bool {
    at.x.abs() < 1e6 && at.y.abs() < 1e6
}

/// Positions, curves and labels. Everything has positive coordinates, with the margin around it; where a node is
/// pinned, nothing is moved to that end, and only what is not pinned keeps clear of the rest.
#[must_use]
pub fn place(problem: &Problem, options: &Options) -> Placement {
    let problem = problem.sound();
    let parts = pack::parts(&problem);
    let drawings = parts.iter().map(|part| search::best(&part.problem, options)).collect();
    pack::arrange(&problem, &parts, drawings, options).finished(&problem, options.margin)
}

/// Curves and labels for positions that are given: panels of one comparison share them. No node is moved, and nothing
/// is shifted: width and height count from the origin. For panels of one size pass the frame of the common drawing in
/// [`Options::frame`], and take the union of [`Placement::bounds`] in case that something had to leave it.
/// A node without a centre stands at the origin.
#[must_use]
pub fn route(problem: &Problem, centres: &[Point], options: &Options) -> Placement {
    let problem = problem.sound();
    let known = |&at: &Point| if in_range(at) { at } else { Point::default() };
    let mut nodes: Vec<Point> = centres.iter().map(known).collect();
    nodes.resize(problem.nodes.len(), Point::default());
    search::trace(&problem, nodes, options).finished(&problem, options.margin)
}

/// A way to lay out, to be chosen by name.
pub trait Layout: Sync {
    /// What it is called on the command line.
    fn name(&self) -> &'static str;
    /// What it is good for, in a line.
    fn about(&self) -> &'static str;
    /// Whether its lines and places of labels are to be kept for panels that show a part of its drawing.
    fn draws_lines(&self) -> bool {
        false
    }
    /// The drawing.
    ///
    /// # Errors
    ///
    /// If Graphviz, where it is asked, is missing, fails, or takes too long.
    fn place(&self, problem: &Problem, options: &Options) -> Result<Placement, Error>;
}

/// Every engine; the first needs nothing installed, the others Graphviz.
pub static LAYOUTS: &[&dyn Layout] =
    &[&Stress, &graphviz::DOT, &graphviz::NEATO, &graphviz::FDP, &graphviz::SFDP, &graphviz::CIRCO, &graphviz::TWOPI];

struct Stress;

impl Layout for Stress {
    fn name(&self) -> &'static str {
        "stress"
    }

    fn about(&self) -> &'static str {
        "distances as in the network, few crossings, parallel ties fanned out, labels free (default)"
    }

    fn place(&self, problem: &Problem, options: &Options) -> Result<Placement, Error> {
        Ok(place(problem, options))
    }
}
