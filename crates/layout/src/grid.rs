//! A grid of cells over the plane, to find the rectangles near a place without asking them all.

use std::collections::HashMap;

use super::geom::Rect;

/// Rectangles by number, found by the cells that they touch. Cells are looked up, never walked through, so the order of
/// the map does not matter.
pub(super) struct Grid {
    cell: f64,
    cells: HashMap<(i64, i64), Vec<usize>>,
}

impl Grid {
    /// An empty grid; `cell` is about the size of what is put in.
    pub(super) fn new(cell: f64) -> Self {
        Self { cell: cell.max(1.0), cells: HashMap::new() }
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

    fn span(&self, rect: &Rect) -> impl Iterator<Item = (i64, i64)> + use<> {
        let at = |v: f64| (v / self.cell).floor() as i64;
        let (x0, x1, y0, y1) = (at(rect.min.x), at(rect.max.x), at(rect.min.y), at(rect.max.y));
        (x0..=x1).flat_map(move |x| (y0..=y1).map(move |y| (x, y)))
    }

    /// Puts a rectangle in.
    pub(super) fn add(&mut self, number: usize, rect: &Rect) {
        for key in self.span(rect) {
            self.cells.entry(key).or_default().push(number);
        }
    }

    /// Takes a rectangle out that was put in just so.
    pub(super) fn remove(&mut self, number: usize, rect: &Rect) {
        for key in self.span(rect) {
            if let Some(cell) = self.cells.get_mut(&key) {
                cell.retain(|&n| n != number);
            }
        }
    }

    /// The numbers of all that may touch `rect`, each once, ascending.
    pub(super) fn near(&self, rect: &Rect) -> Vec<usize> {
        let mut found: Vec<usize> = self.span(rect).filter_map(|key| self.cells.get(&key)).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
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
