//! Layout of networks with boxes, labels and parallel edges: sizes in, positions, curves and places of labels out.
//!
//! **In**: a [`Problem`], boxes ([`Node`]) and lines between them ([`Edge`]) with the sizes of their labels, and [`Options`]. **Out**: a
//! [`Placement`], the centre of every box, a curve for every line, and a place for every label, where boxes do not overlap and labels lie
//! neither on boxes nor on one another. Nothing here knows what a box or a line stands for; lengths are in pixels, x runs to the right, y down.
//!
//! ```
//! use parallax_layout::{Node, Options, Problem, Shape, Edge, place, quality};
//!
//! let node = Node { width: 80.0, height: 30.0, shape: Shape::Rect, pin: None };
//! let edge = |from, to| Edge { from, to, label: (50.0, 12.0), mark: 0.0, weight: 1.0 };
//! // A triangle, with a line back between the first two.
//! let problem = Problem { nodes: vec![node; 3], edges: vec![edge(0, 1), edge(1, 0), edge(1, 2), edge(2, 0)], groups: vec![] };
//!
//! let drawing = place(&problem, &Options::default());
//! for (edge, route) in problem.edges.iter().zip(&drawing.edges) {
//!     println!("{} -> {}: {:?}, label at {:?}", edge.from, edge.to, route.curve, route.label);
//! }
//! let found = quality(&problem, &drawing);
//! assert_eq!((found.overlaps, found.crossings, found.label_on_node), (0, 0, 0));
//! ```
//!
//! - [`place`] finds positions, curves and labels; [`route()`] finds curves and labels for positions that are given.
//! - [`quality()`] says in figures what a drawing is worth: overlaps, crossings, stress and others.
//! - [`LAYOUTS`] has every engine by name: that of this crate, and those of Graphviz where it is installed.
//!
//! # How it works
//!
//! | step | in | source |
//! |---|---|---|
//! | what hangs together is drawn alone, then packed | `pack` | |
//! | wanted distances: shortest paths over lengths with room for labels | `distance` | Dijkstra 1959, doi:10.1007/BF01386390 |
//! | positions: gradient descent on the stress, over pivots beyond 150 nodes | `stress` | Zheng, Pawar, Goodman 2018, doi:10.1109/TVCG.2018.2859997; Ortmann, Klimenta, Brandes 2016, doi:10.1007/978-3-319-50106-2_15 |
//! | and then majorization, up to 6000 nodes | `stress` | Gansner, Koren, North 2004, doi:10.1007/978-3-540-31843-9_25 |
//! | boxes made free of one another | `overlap` | after Gansner, Hu 2010, doi:10.7155/jgaa.00198 |
//! | boxes pressed onto a page, if there is one to fit on | `page` | |
//! | moves of nodes that lower crossings and other costs, up to 150 nodes | `refine_nodes`, `cost`, `settle` | Davidson, Harel 1996, doi:10.1145/234535.234538 |
//! | lines as arcs, parallel ones fanned out, ends cut at the outlines | `route` | |
//! | places for labels, on the line or beside it | `labels` | |
//! | lines bent anew where labels ask for it | `refine_edges` | |
//! | several starts, of which the best is kept; steps aside, of which only the lines that they concern are bent anew | `multistart`, `candidates`, `route` | |
//!
//! How much is tried follows from how many nodes and lines there are. Beyond 3.5 lines a node (and 150 in all) nothing is stepped aside, and
//! bends are compared at a glance; beyond 8 a node, or 1500 in all, lines are bent only to miss boxes, and nothing is varied.
//!
//! # The same everywhere
//!
//! Only `+ - * /` and `sqrt` are used, sums have a fixed order, and every random choice is seeded: the same problem gives the same bytes on
//! every platform, however many processors there are.

mod bundle;
mod candidates;
mod chain;
mod cost;
mod curve;
mod distance;
mod error;
mod geom;
mod graphviz;
mod grid;
mod intruders;
mod labels;
mod lanes;
mod line;
mod multistart;
mod options;
mod overlap;
mod pack;
mod page;
mod placement;
mod problem;
mod quality;
mod random;
mod refine_edges;
mod refine_nodes;
mod route;
mod settle;
mod stress;
mod tally;
#[cfg(test)]
mod tests;

pub use chain::Chain;
pub use curve::{Curve, PIECES};
pub use error::Error;
pub use geom::{Point, Rect, Shape};
pub use graphviz::read_graphviz;
pub use options::Options;
pub use placement::{Placement, Route};
pub use problem::{Edge, Node, Problem};
pub use quality::{Quality, quality};

/// Positions, curves and labels. Everything has positive coordinates, with the margin around it; where a node is
/// pinned, nothing is moved to that end, and only what is not pinned keeps clear of the rest.
///
/// Up to 150 boxes in one piece most time goes into moves that are tried, a few hundred to a few thousand of each box; a move costs the
/// lines of the box times all lines, and where lines cover the picture there are the fewer moves the more lines. Beyond that, for n boxes: O(n²) a round up to 6000 of them, then O(150·n).
///
/// ```
/// use parallax_layout::{Node, Options, Point, Problem, Shape, Edge, place};
///
/// let node = Node { width: 60.0, height: 24.0, shape: Shape::Ellipse, pin: None };
/// let pinned = Node { pin: Some(Point::new(200.0, 100.0)), ..node };
/// let edge = Edge { from: 0, to: 1, label: (0.0, 0.0), mark: 0.0, weight: 1.0 };
/// let problem = Problem { nodes: vec![pinned, node], edges: vec![edge], groups: vec![] };
/// let drawing = place(&problem, &Options::default());
/// assert_eq!(drawing.nodes[0], Point::new(200.0, 100.0));
/// assert_eq!(drawing, place(&problem, &Options::default()));
/// ```
#[must_use]
pub fn place(problem: &Problem, options: &Options) -> Placement {
    let problem = problem.sound();
    if let Some(drawing) = page::place(&problem, options) {
        return drawing.finished(&problem, options.margin);
    }
    let parts = pack::parts(&problem);
    let drawings = parts.iter().map(|part| multistart::best(&part.problem, options)).collect();
    pack::arrange(&problem, &parts, drawings, options).finished(&problem, options.margin)
}

/// Curves and labels for positions that are given: panels of one comparison share them. No node is moved, and nothing
/// is shifted: width and height count from the origin. For panels of one size pass the frame of the common drawing in
/// [`Options::frame`], and take the union of [`Placement::bounds`] in case that something had to leave it.
/// A node without a centre stands at the origin.
///
/// ```
/// use parallax_layout::{Node, Options, Point, Problem, Shape, Edge, route};
///
/// let node = Node { width: 60.0, height: 24.0, shape: Shape::Rect, pin: None };
/// let edge = |from, to| Edge { from, to, label: (30.0, 10.0), mark: 0.0, weight: 1.0 };
/// let problem = Problem { nodes: vec![node; 2], edges: vec![edge(0, 1), edge(0, 1)], groups: vec![] };
/// let centres = [Point::new(50.0, 50.0), Point::new(250.0, 50.0)];
/// let drawing = route(&problem, &centres, &Options::default());
/// assert_eq!(drawing.nodes, centres);
/// // Parallel lines are fanned out.
/// assert!(drawing.edges[0].curve.at(0.5) != drawing.edges[1].curve.at(0.5));
/// ```
#[must_use]
pub fn route(problem: &Problem, centres: &[Point], options: &Options) -> Placement {
    let problem = problem.sound();
    let known = |&at: &Point| if problem::in_range(at) { at } else { Point::default() };
    let mut nodes: Vec<Point> = centres.iter().map(known).collect();
    nodes.resize(problem.nodes.len(), Point::default());
    multistart::trace(&problem, nodes, options).finished(&problem, options.margin)
}

/// The centres of a drawing pressed onto [`Options::page`], with the boxes of a problem free of one another: everybody stands about as before, only
/// nearer. Nothing if there is no page, if there are more than 150 boxes, or if they have no room. O(n²) a round, of which there are 24 at most.
///
/// ```
/// use parallax_layout::{Node, Options, Point, Problem, Shape, press};
///
/// let node = Node { width: 60.0, height: 24.0, shape: Shape::Rect, pin: None };
/// let problem = Problem { nodes: vec![node; 3], ..Problem::default() };
/// let centres = [Point::new(40.0, 40.0), Point::new(900.0, 60.0), Point::new(500.0, 500.0)];
/// let onto = |page| press(&problem, &centres, &Options { page: Some(page), ..Options::default() });
/// let [left, right, middle] = onto((400.0, 300.0)).expect("room")[..] else { panic!("three") };
/// assert!(left.x < middle.x && middle.x < right.x && right.x < 400.0 && middle.y < 300.0);
/// assert_eq!(onto((100.0, 50.0)), None);
/// ```
#[must_use]
pub fn press(problem: &Problem, centres: &[Point], options: &Options) -> Option<Vec<Point>> {
    page::press(&problem.sound(), centres, options)
}

/// A way to lay out, to be chosen by name.
///
/// ```
/// use parallax_layout::{LAYOUTS, Options, Problem};
///
/// let stress = LAYOUTS.iter().find(|layout| layout.name() == "stress").expect("the first");
/// assert!(stress.place(&Problem::default(), &Options::default())?.nodes.is_empty());
/// # Ok::<(), parallax_layout::Error>(())
/// ```
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

/// The example of the `README.md`, which is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
