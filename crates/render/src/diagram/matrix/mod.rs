//! The matrix: actors by actors, bloc by bloc. A row acts on a column; of a difference each cell has a half for each side.

mod cell;
mod legend;
mod page;

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::measure::{SignedGraph, communities};
use parallax_core::model::{ActorId, Sign};

use self::cell::{Cell, Half, Part};
use crate::diagram::drawing::Drawing;
use crate::diagram::options::Options;
use crate::figure::{Figure, FigureEdge};

/// A figure as a table.
struct Matrix<'a> {
    figure: &'a Figure,
    /// The actors of the figure, in the order of rows and columns.
    order: Vec<usize>,
    /// Where in the order a bloc begins, but for the first.
    breaks: BTreeSet<usize>,
    /// What stands where, by places in the order: row, then column.
    cells: BTreeMap<(usize, usize), Cell<'a>>,
}

/// Draws a figure as a matrix.
#[must_use]
pub(super) fn draw(figure: &Figure, options: &Options) -> Drawing {
    Drawing::of_scene(page::scene(&Matrix::of(figure), &options.style.theme().metrics, options), options)
}

impl<'a> Matrix<'a> {
    fn of(figure: &'a Figure) -> Self {
        let (order, breaks) = arranged(figure);
        let mut place = vec![0; order.len()];
        for (at, node) in order.iter().enumerate() {
            place[*node] = at;
        }
        let mut cells: BTreeMap<(usize, usize), Cell<'a>> = BTreeMap::new();
        for edge in &figure.edges {
            let (Some(&from), Some(&to)) = (place.get(edge.from), place.get(edge.to)) else { continue };
            cells.entry((from, to)).or_default().add(edge);
            if !edge.directed && from != to {
                cells.entry((to, from)).or_default().add(edge);
            }
        }
        mark_contested(&mut cells);
        Self { figure, order, breaks, cells }
    }
}

impl Matrix<'_> {
    /// The parts of all cells.
    fn parts(&self) -> impl Iterator<Item = (Part, Half)> {
        self.cells.values().flat_map(|cell| cell.parts(self.figure)).map(|(part, _, half)| (part, half))
    }
}

/// Marks the cells in which something contested is seen: of the two ways between a pair those in which both sides speak, if there is one.
fn mark_contested(cells: &mut BTreeMap<(usize, usize), Cell<'_>>) {
    let both: BTreeSet<(usize, usize)> =
        cells.iter().filter(|(_, cell)| cell.of_both()).map(|(place, _)| *place).collect();
    for (place, cell) in cells {
        let back = (place.1, place.0);
        if both.contains(place) || !both.contains(&back) {
            cell.mark();
        }
    }
}

/// The actors bloc by bloc, those in none last, and where blocs begin.
fn arranged(figure: &Figure) -> (Vec<usize>, BTreeSet<usize>) {
    let actor = |index: usize| figure.nodes.get(index).map(|node| node.actor);
    let ends = |edge: &FigureEdge| -> Option<(ActorId, ActorId, Sign)> {
        Some((actor(edge.from)?, actor(edge.to)?, edge.sign))
    };
    let found = communities(&SignedGraph::from_edges(figure.edges.iter().filter_map(ends)));
    let index: BTreeMap<ActorId, usize> =
        figure.nodes.iter().enumerate().map(|(index, node)| (node.actor, index)).collect();
    let (mut order, mut breaks) = (Vec::new(), BTreeSet::new());
    for group in found.members.iter().chain([&found.alone]) {
        breaks.insert(order.len());
        order.extend(group.iter().filter_map(|actor| index.get(actor).copied()));
    }
    let known: BTreeSet<usize> = order.iter().copied().collect();
    order.extend((0..figure.nodes.len()).filter(|node| !known.contains(node)));
    breaks.retain(|at| (1..order.len()).contains(at));
    (order, breaks)
}
