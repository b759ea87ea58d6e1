//! A grid of cells over the plane, to find the rectangles near a place without asking them all.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::geom::Rect;

/// A cell by its column and row.
type Cell = (i64, i64);

/// Rectangles by number, found by the cells that they touch. Cells are looked up, never walked through, so the order of
/// the map does not matter.
pub(super) struct Grid {
    cell: f64,
    cells: FxHashMap<Cell, Vec<Entry>>,
}

/// A rectangle in one of its cells.
#[derive(Clone, Copy)]
struct Entry {
    number: usize,
    rect: Rect,
    /// The first of its cells, by which a search that meets it in several takes it once.
    first: Cell,
}

impl Grid {
    /// An empty grid; `cell` is about the size of what is put in.
    pub(super) fn new(cell: f64) -> Self {
        Self { cell: cell.max(1.0), cells: HashMap::default() }
    }

    /// A grid that holds `rects` under their positions in the slice.
    pub(super) fn of(rects: &[Rect]) -> Self {
        let total: f64 = rects.iter().map(|r| r.width().max(r.height())).sum();
        let mut grid = Self::new(1.5 * total / rects.len().max(1) as f64);
        for (number, rect) in rects.iter().enumerate() {
            grid.add(number, rect);
        }
        grid
    }

    /// The first and the last cell of a rectangle.
    fn corners(&self, rect: &Rect) -> (Cell, Cell) {
        let at = |v: f64| (v / self.cell).floor() as i64;
        ((at(rect.min.x), at(rect.min.y)), (at(rect.max.x), at(rect.max.y)))
    }

    fn span(&self, rect: &Rect) -> impl Iterator<Item = Cell> + use<> {
        let ((x0, y0), (x1, y1)) = self.corners(rect);
        (x0..=x1).flat_map(move |x| (y0..=y1).map(move |y| (x, y)))
    }

    /// Puts a rectangle in.
    pub(super) fn add(&mut self, number: usize, rect: &Rect) {
        let entry = Entry { number, rect: *rect, first: self.corners(rect).0 };
        for key in self.span(rect) {
            self.cells.entry(key).or_default().push(entry);
        }
    }

    /// Takes a rectangle out that was put in just so.
    pub(super) fn remove(&mut self, number: usize, rect: &Rect) {
        for key in self.span(rect) {
            if let Some(cell) = self.cells.get_mut(&key) {
                cell.retain(|entry| entry.number != number);
            }
        }
    }

    /// The numbers of all that have a cell in common with `rect`, each once, ascending.
    pub(super) fn near(&self, rect: &Rect) -> Vec<usize> {
        sorted(self.met(*rect).map(|entry| entry.number))
    }

    /// The numbers of all that touch `rect`, each once, ascending.
    pub(super) fn touching(&self, rect: &Rect) -> Vec<usize> {
        sorted(self.touched(*rect))
    }

    /// The same in no order.
    pub(super) fn touched(&self, rect: Rect) -> impl Iterator<Item = usize> {
        self.met(rect).filter(move |entry| entry.rect.touches(&rect)).map(|entry| entry.number)
    }

    /// What has a cell in common with `rect`, each once. Of several cells that it shares, the first counts: it is the larger
    /// of the two first ones.
    fn met(&self, rect: Rect) -> impl Iterator<Item = &Entry> {
        let (x0, y0) = self.corners(&rect).0;
        self.span(&rect).filter_map(|cell| Some((cell, self.cells.get(&cell)?))).flat_map(move |(cell, entries)| {
            let first = move |entry: &&Entry| (entry.first.0.max(x0), entry.first.1.max(y0)) == cell;
            entries.iter().filter(first)
        })
    }
}

fn sorted(found: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut found: Vec<usize> = found.collect();
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Point;

    #[test]
    fn finds_what_is_near_and_forgets_what_is_removed() {
        let rects: Vec<Rect> =
            (0..20).map(|k| Rect::around(Point::new(f64::from(k) * 50.0 - 300.0, 0.0), 40.0, 20.0)).collect();
        let mut grid = Grid::of(&rects);
        let near = grid.near(&rects[7]);
        assert!(near.contains(&7) && !near.contains(&12));
        grid.remove(7, &rects[7]);
        assert!(!grid.near(&rects[7]).contains(&7));
    }
}
