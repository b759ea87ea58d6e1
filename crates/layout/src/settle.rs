//! The tally of a field, kept up to date as nodes move.

use super::cost::{Field, Spot, cross, cuts, flag};
use super::lanes::Column;
use super::tally::Tally;

impl Field<'_> {
    /// Counts everything.
    pub(super) fn count_anew(&mut self) {
        let (lines, nodes) = (self.count.len(), self.bundles.at.len());
        let zeros = |count: usize| Column::new((0..count).map(|_| 0.0), 0.0);
        let [crossed, veils, hits] = [(); 3].map(|()| zeros(lines));
        let (at, lines_at) = (self.at.clone(), self.lines.clone());
        self.tally = Tally { crossed, veils, hits, struck: zeros(nodes), at, lines: lines_at };
        for line in 0..lines {
            self.count_line(line);
        }
        for node in 0..nodes {
            self.count_node(node);
        }
    }

    /// Brings the counts up to date after these nodes were moved and their lines have followed.
    pub(super) fn settle(&mut self, nodes: &[usize]) {
        for &node in nodes {
            self.shift_box(node);
        }
        let bundles = self.bundles;
        let lines = || nodes.iter().flat_map(|&node| &bundles.at[node]).map(|&(line, _)| line);
        for line in lines() {
            self.shift_line(line);
        }
        for line in lines() {
            self.count_line(line);
        }
        for &node in nodes {
            self.count_node(node);
        }
    }

    fn count_line(&mut self, line: usize) {
        let [mid, half] = spots(&self.lines, line);
        self.tally.crossed.set(line, self.crossed(line, mid, half));
        if self.veiled > 0.0 {
            self.tally.veils.set(line, self.veils(line, mid, half));
        }
        self.tally.hits.set(line, self.hits(mid, half));
    }

    fn count_node(&mut self, node: usize) {
        let struck = self.struck(node, self.spot(node));
        self.tally.struck.set(node, struck);
    }

    /// Lines hit a box where it is, and no longer where it was.
    fn shift_box(&mut self, node: usize) {
        let (w, h) = (self.size[0].get(node), self.size[1].get(node));
        let Tally { hits, at, lines, .. } = &mut self.tally;
        let was = Spot { x: at[0].get(node), y: at[1].get(node) };
        let is = Spot { x: self.at[0].get(node), y: self.at[1].get(node) };
        hits.add(lines.each_ref().map(Column::lanes), |[mx, my, hx, hy]| {
            let hit = |p: Spot| flag(cuts(p.x - mx, p.y - my, hx, hy, w, h), 1.0);
            hit(is) - hit(was)
        });
        at[0].set(node, is.x);
        at[1].set(node, is.y);
    }

    /// Others meet a line where it is, and no longer where it was. What it meets itself is counted later.
    fn shift_line(&mut self, line: usize) {
        let Tally { crossed, veils, struck, at, lines, .. } = &mut self.tally;
        let ([mid_was, half_was], [mid_is, half_is]) = (spots(lines, line), spots(&self.lines, line));
        let [mx, my, hx, hy] = lines.each_ref().map(Column::lanes);
        crossed.add([mx, my, hx, hy, self.crossing.row(line)], |[mx, my, hx, hy, price]| {
            let met = |mid: Spot, half: Spot| flag(cross(mx - mid.x, my - mid.y, half, hx, hy), price);
            met(mid_is, half_is) - met(mid_was, half_was)
        });
        let count = self.count[line];
        if self.veiled > 0.0 {
            let (w, h) = (self.words[0].get(line), self.words[1].get(line));
            let [wide, high] = self.words.each_ref().map(Column::lanes);
            veils.add([mx, my, hx, hy, wide, high], |[mx, my, hx, hy, wide, high]| {
                let met = |mid: Spot, half: Spot| {
                    let (x, y) = (mx - mid.x, my - mid.y);
                    flag(cuts(x, y, half.x, half.y, wide, high), count) + flag(cuts(x, y, hx, hy, w, h), count)
                };
                met(mid_is, half_is) - met(mid_was, half_was)
            });
        }
        let pair = &self.bundles.pairs[line];
        let own = [pair.a, pair.b].map(|node| (node, struck.get(node)));
        let [x, y] = at.each_ref().map(Column::lanes);
        let [w, h] = self.size.each_ref().map(Column::lanes);
        struck.add([x, y, w, h], |[x, y, w, h]| {
            let met = |mid: Spot, half: Spot| flag(cuts(x - mid.x, y - mid.y, half.x, half.y, w, h), count);
            met(mid_is, half_is) - met(mid_was, half_was)
        });
        // A line does not run through the boxes at its ends.
        for (node, count) in own {
            struck.set(node, count);
        }
        for (settled, now) in lines.iter_mut().zip(&self.lines) {
            settled.set(line, now.get(line));
        }
    }
}

/// The middle of a line, and half of its step.
fn spots(lines: &[Column; 4], line: usize) -> [Spot; 2] {
    let [mx, my, hx, hy] = lines.each_ref().map(|column| column.get(line));
    [Spot { x: mx, y: my }, Spot { x: hx, y: hy }]
}

#[cfg(test)]
mod tests {
    use crate::bundle::Bundles;
    use crate::cost::{Field, Spot};
    use crate::distance::{Lengths, Matrix};
    use crate::geom::Point;
    use crate::overlap::Room;
    use crate::random::Random;
    use crate::tests::{edge, node};
    use crate::{Options, Problem};

    /// Everything that a tally counts.
    fn counts(field: &Field<'_>) -> Vec<f32> {
        let tally = &field.tally;
        let of_lines = [&tally.crossed, &tally.veils, &tally.hits];
        let of_lines = (0..field.count.len()).flat_map(|line| of_lines.map(|column| column.get(line)));
        of_lines.chain((0..field.bundles.at.len()).map(|node| tally.struck.get(node))).collect()
    }

    #[test]
    fn a_tally_that_follows_moves_is_the_same_as_one_that_counts_anew() {
        let (nodes, edges) = (12, 26);
        let mut random = Random::new(7);
        let mut problem = Problem { nodes: (0..nodes).map(|_| node(90.0, 30.0)).collect(), ..Problem::default() };
        problem.edges = (0..edges).map(|_| edge(random.below(nodes), random.below(nodes))).collect();
        let (bundles, options) = (Bundles::of(&problem), Options::default());
        let wanted = Matrix::of(&Lengths::of(&problem, &bundles, &options));
        let room = Room::new(&problem, &bundles, &options);
        let mut place = || Point::new(400.0 * random.unit(), 300.0 * random.unit());
        let at: Vec<Point> = (0..nodes).map(|_| place()).collect();
        let mut field = Field::new(&problem, &bundles, &room, &wanted, &options, (&at, 1.0));
        field.block();
        let mut met = 0.0;
        for step in 0..200 {
            let moved = if step % 3 == 0 { vec![step % nodes, (step + 5) % nodes] } else { vec![step % nodes] };
            for &node in &moved {
                let Point { x, y } = place();
                field.put(node, Spot { x: x as f32, y: y as f32 });
                field.follow(node);
            }
            field.settle(&moved);
            let kept = counts(&field);
            field.count_anew();
            assert_eq!(kept, counts(&field), "after step {step}");
            met += kept.iter().sum::<f32>();
        }
        assert!(met > 1000.0, "lines meet: {met}");
    }
}
