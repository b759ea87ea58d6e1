//! Hulls: a bloc and its members in one tinted area, in place of the lines that would only say who belongs to it.
//!
//! Membership is a statement of the author's, so a hull stands for lines of the figure. It holds no stranger: where one
//! stands between the members, the lines are drawn instead.

use std::collections::BTreeSet;

use parallax_layout::{Point, Rect};

use crate::figure::{Bloc, Figure};
use crate::scene::{Group, Item, Outline, Paint, Pen, safe};
use crate::style::colour_role::ColourRole;

/// Free space around the boxes of the innermost hull.
const PAD: f64 = 12.0;
/// How much more a hull has around one that shares actors with it.
const STEP: f64 = 7.0;
/// Corners are rounded by so many points around a circle.
const ROUND: usize = 24;
/// The dashes of their outlines: none is that of a line.
const DASHES: [&[f64]; 4] = [&[7.0, 3.5], &[2.0, 3.0], &[10.0, 3.0, 2.0, 3.0], &[]];
/// The width of the outlines.
const WIDTH: f64 = 1.2;

/// A bloc with the area that stands for its lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Hull {
    /// Whose.
    pub bloc: Bloc,
    /// Around the boxes of all that it holds, convex, in the places of the panel.
    pub outline: Vec<Point>,
    /// Whether it is only hinted at, since another actor is in focus.
    pub(super) faded: bool,
    /// Which look it has.
    style: usize,
}

/// The hulls that can be drawn when boxes stand so: those that hold no stranger; the largest first. `boxes` may go on after
/// those of the figure's own actors: with those who are absent here.
#[must_use]
pub(super) fn hulls(blocs: &[Bloc], boxes: &[Rect]) -> Vec<Hull> {
    let mut inner: Vec<(usize, BTreeSet<usize>)> =
        blocs.iter().enumerate().map(|(style, bloc)| (style, bloc.inside(blocs))).collect();
    inner.sort_by_key(|(style, inside)| (inside.len(), *style));
    let mut levels: Vec<(BTreeSet<usize>, usize)> = Vec::new();
    let mut found = Vec::new();
    for (style, inside) in inner {
        let meeting = levels.iter().filter(|(other, _)| !other.is_disjoint(&inside)).map(|(_, level)| level + 1);
        let level = meeting.max().unwrap_or(0).min(3);
        let own: Vec<Rect> = inside.iter().filter_map(|node| boxes.get(*node)).copied().collect();
        let outline = around(&own, PAD + STEP * level as f64);
        let stranger = boxes.iter().enumerate().any(|(node, rect)| !inside.contains(&node) && meets(&outline, rect));
        if !stranger {
            found.push(Hull { bloc: blocs[style].clone(), outline, faded: false, style });
        }
        levels.push((inside, level));
    }
    found.reverse();
    found
}

/// The convex outline around boxes, `pad` away from them, with round corners.
fn around(boxes: &[Rect], pad: f64) -> Vec<Point> {
    let step = |nth: usize| {
        let angle = std::f64::consts::TAU * nth as f64 / ROUND as f64;
        Point::new(libm::cos(angle), libm::sin(angle)) * pad
    };
    let circle: Vec<Point> = (0..ROUND).map(step).collect();
    let corners = boxes.iter().flat_map(|rect| {
        let (min, max) = (rect.min, rect.max);
        [min, max, Point::new(min.x, max.y), Point::new(max.x, min.y)]
    });
    let points = corners.flat_map(|corner| circle.iter().map(move |step| (corner + *step).rounded()));
    convex(points.collect())
}

/// The convex hull (monotone chain), clockwise on the screen.
fn convex(mut points: Vec<Point>) -> Vec<Point> {
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    points.dedup();
    let half = |points: &mut dyn Iterator<Item = Point>| {
        let mut chain: Vec<Point> = Vec::new();
        for point in points {
            while let [.., a, b] = chain[..] {
                if (b - a).cross(point - b) > 0.0 {
                    break;
                }
                chain.pop();
            }
            chain.push(point);
        }
        chain.pop();
        chain
    };
    let mut outline = half(&mut points.iter().copied());
    outline.extend(half(&mut points.iter().rev().copied()));
    outline
}

/// Whether a box reaches into a convex outline.
fn meets(outline: &[Point], rect: &Rect) -> bool {
    let corners = vec![rect.min, Point::new(rect.max.x, rect.min.y), rect.max, Point::new(rect.min.x, rect.max.y)];
    !shared(outline, &corners).is_empty()
}

/// What two convex outlines have in common (Sutherland and Hodgman); empty if that is nothing.
fn shared(one: &[Point], other: &[Point]) -> Vec<Point> {
    let mut left = one.to_vec();
    for (index, from) in other.iter().enumerate() {
        let edge = other[(index + 1) % other.len()] - *from;
        let depth = |point: &Point| edge.cross(*point - *from);
        let mut kept = Vec::new();
        for (nth, point) in left.iter().enumerate() {
            let next = &left[(nth + 1) % left.len()];
            let (here, there) = (depth(point), depth(next));
            if here > 0.0 {
                kept.push(*point);
            }
            if (here > 0.0) != (there > 0.0) {
                kept.push(point.toward(*next, here / (here - there)).rounded());
            }
        }
        left = kept;
    }
    if left.len() < 3 { Vec::new() } else { left }
}

impl Hull {
    /// What it covers.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        self.outline.iter().fold(Rect::NOTHING, |all, point| all.union(&Rect::spanning(*point, *point)))
    }

    /// What fills it.
    fn area(&self) -> ColourRole {
        ColourRole::Hull(self.style)
    }

    /// What draws its outline.
    fn pen(&self) -> Pen {
        let role = if self.faded { ColourRole::Ghost } else { ColourRole::HullOutline(self.style) };
        Pen { dash: DASHES[self.style % DASHES.len()].to_vec(), ..Pen::plain(role, WIDTH) }
    }

    /// The members by name, as the figure has them.
    #[must_use]
    pub(super) fn member_list(&self, figure: &Figure) -> String {
        let name = |index: &usize| figure.nodes.get(*index).map_or("", |node| &*node.label);
        let members: Vec<&str> = self.bloc.members.iter().map(name).collect();
        format!("{}: {}", name(&self.bloc.node), members.join(", "))
    }

    /// A small one, for the legend: its left end at the origin, its middle at y = 0.
    #[must_use]
    pub(super) fn sample(&self, width: f64) -> Vec<Item> {
        let outline = || Outline::Rect(Point::new(0.0, -7.0), width, 14.0, 6.0);
        vec![Item::Shape(outline(), Paint::fill(self.area())), Item::Shape(outline(), Paint::line(self.pen()))]
    }
}

/// All hulls of a panel: areas, what two of them share, and the outlines over both.
#[must_use]
pub(super) fn items(hulls: &[Hull], figure: &Figure, prefix: &str) -> Vec<Item> {
    let area = |hull: &Hull| Item::Shape(Outline::Polygon(hull.outline.clone()), Paint::fill(hull.area()));
    let lit: Vec<&Hull> = hulls.iter().filter(|hull| !hull.faded).collect();
    let mut items: Vec<Item> = lit.iter().copied().map(area).collect();
    for (index, one) in lit.iter().enumerate() {
        for other in &lit[index + 1..] {
            let common = shared(&one.outline, &other.outline);
            if !common.is_empty() {
                let both = ColourRole::HullsShared(one.style, other.style);
                items.push(Item::Shape(Outline::Polygon(common), Paint::fill(both)));
            }
        }
    }
    let outline = |hull: &Hull| {
        let node = figure.nodes.get(hull.bloc.node).map_or("", |node| &node.id);
        let line = Item::Shape(Outline::Polygon(hull.outline.clone()), Paint::line(hull.pen()));
        let id = format!("{prefix}hull-{}", safe(node));
        Item::Group(Group { id, class: "hull".to_owned(), title: hull.member_list(figure), items: vec![line] })
    };
    items.extend(hulls.iter().map(outline));
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bloc(node: usize, members: &[usize]) -> Bloc {
        Bloc { node, members: members.iter().copied().collect(), lines: BTreeSet::new() }
    }

    fn boxes(at: &[(f64, f64)]) -> Vec<Rect> {
        at.iter().map(|(x, y)| Rect::around(Point::new(*x, *y), 60.0, 30.0)).collect()
    }

    fn holds(hull: &Hull, rect: &Rect) -> bool {
        let edges = hull.outline.iter().zip(hull.outline.iter().cycle().skip(1));
        let corners = [rect.min, rect.max, Point::new(rect.min.x, rect.max.y), Point::new(rect.max.x, rect.min.y)];
        edges.into_iter().all(|(a, b)| corners.iter().all(|corner| (*b - *a).cross(*corner - *a) >= 0.0))
    }

    #[test]
    fn a_hull_holds_its_members_and_no_stranger() {
        let boxes = boxes(&[(0.0, 0.0), (200.0, 0.0), (100.0, 150.0), (100.0, -90.0)]);
        let hulls = hulls(&[bloc(0, &[1, 2])], &boxes);
        assert_eq!(hulls.len(), 1);
        assert!([0, 1, 2].iter().all(|member| holds(&hulls[0], &boxes[*member])));
        assert!(!meets(&hulls[0].outline, &boxes[3]));
    }

    #[test]
    fn a_stranger_in_between_leaves_the_lines() {
        let strange = boxes(&[(0.0, 0.0), (200.0, 0.0), (100.0, 150.0), (100.0, 40.0)]);
        assert!(hulls(&[bloc(0, &[1, 2])], &strange).is_empty());
        // A corner is enough.
        let strange = boxes(&[(0.0, 0.0), (200.0, 0.0), (100.0, 150.0), (200.0, 40.0)]);
        assert!(hulls(&[bloc(0, &[1, 2])], &strange).is_empty());
    }

    #[test]
    fn an_actor_of_two_blocs_lies_in_both_and_a_bloc_in_a_bloc_with_its_members() {
        let boxes = boxes(&[(0.0, 0.0), (120.0, 0.0), (240.0, 0.0), (360.0, 0.0), (480.0, 0.0)]);
        let two = hulls(&[bloc(0, &[1, 2]), bloc(4, &[2, 3])], &boxes);
        assert_eq!(two.len(), 2);
        assert!(two.iter().all(|hull| holds(hull, &boxes[2])));
        assert!(!shared(&two[0].outline, &two[1].outline).is_empty());
        let nested = hulls(&[bloc(0, &[1, 2]), bloc(4, &[0, 3])], &boxes);
        assert_eq!(nested.len(), 2, "the members of a member are no strangers");
        assert!(nested[1].outline.iter().all(|point| holds(&nested[0], &Rect::spanning(*point, *point))));
    }

    #[test]
    fn blocs_that_hold_each_other_end() {
        let boxes = boxes(&[(0.0, 0.0), (120.0, 0.0), (240.0, 0.0)]);
        assert_eq!(hulls(&[bloc(0, &[1, 2]), bloc(1, &[0, 2])], &boxes).len(), 2);
    }
}
