//! An actor -> its box and its items: shape by kind, size by the name.

use parallax_core::messages::Messages;
use parallax_core::model::ActorKind;
use parallax_layout::{Point, Shape};

use crate::diagram::badge::Badge;
use crate::diagram::notes::NoteMarker;
use crate::figure::{Node, SideSet};
use crate::scene::block::Block;
use crate::scene::{Anchor, Group, Item, Outline, Paint, Pen};
use crate::style::colour_role::{ColourRole, Hue};
use crate::style::measure;
use crate::style::theme::Metrics;

/// A name longer than this would cover what it stands among; it is whole in the words that go with a picture.
const LONGEST: usize = 120;

/// An actor with its size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NodeBox {
    /// The width of the box.
    pub(super) width: f64,
    /// Its height.
    pub(super) height: f64,
    /// The outline inside it.
    pub(super) shape: Shape,
    /// The letter of the only text that has the actor.
    badge: Option<Badge>,
    name: Block,
    /// The number of the note on a hull around it.
    mark: Option<NoteMarker>,
}

/// How much of an actor is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    /// It is part of the picture.
    Full,
    /// It only marks the place that it has in another panel.
    Ghost,
}

/// The outline of a kind of actor.
#[must_use]
pub(super) fn shape(kind: ActorKind) -> Shape {
    match kind {
        ActorKind::State | ActorKind::Bloc | ActorKind::Unknown => Shape::Rect,
        ActorKind::Organisation => Shape::Octagon,
        ActorKind::Group => Shape::Ellipse,
        ActorKind::Person | ActorKind::Thinker => Shape::Pill,
        ActorKind::Place => Shape::Hexagon,
    }
}

/// How far the outline of a shape has turned inwards at a height `y` above its middle; `b` is half its height.
fn corner(shape: Shape, b: f64, y: f64) -> f64 {
    match shape {
        Shape::Pill => b - (b * b - y * y).max(0.0).sqrt(),
        Shape::Octagon => (y - b / 3.0).max(0.0),
        Shape::Rect | Shape::Ellipse | Shape::Hexagon => 0.0,
    }
}

impl NodeBox {
    /// The box that an actor needs. In a difference an actor of one text only carries its letter.
    #[must_use]
    pub(super) fn of(node: &Node, metrics: &Metrics, difference: bool) -> Self {
        let sizes = &metrics.node;
        let label = measure::shortened(&node.label, LONGEST);
        // A very long name becomes a broad box, not a tower.
        let whole = measure::width(&label, metrics.text.actor, true);
        let name =
            Block::wrap(&label, metrics.text.actor, true, sizes.wrap.max((whole * metrics.text.actor * 3.0).sqrt()));
        let badge =
            (difference && node.said_by != SideSet::Both).then(|| Badge::letter(node.said_by.letter(), metrics));
        let badge_room = badge.as_ref().map_or(0.0, |badge| badge.width + 5.0);
        let (inner, high) = (name.width + badge_room, name.height.max(metrics.text.actor));
        let shape = shape(node.kind);
        let (width, height) = match (node.kind, shape) {
            // A rectangle inscribed in an ellipse, with the corners of the text just inside.
            (_, Shape::Ellipse) => (inner * 1.22 + 2.0 * sizes.pad_x, high * 1.3 + 2.0 * sizes.pad_y),
            (_, Shape::Hexagon) => (inner + high / 2.0 + 2.0 * sizes.pad_x, high + 2.0 * sizes.pad_y),
            (_, Shape::Octagon | Shape::Pill) => {
                let height = high + 2.0 * sizes.pad_y;
                let corners = corner(shape, height / 2.0, high / 2.0 - metrics.text.actor * 0.2);
                (inner + 2.0 * (sizes.pad_x + 3.0).max(corners + sizes.pad_x / 2.0), height)
            }
            // Room for the second outline.
            (ActorKind::Bloc, _) => (inner + 2.0 * sizes.pad_x + 8.0, high + 2.0 * sizes.pad_y + 8.0),
            _ => (inner + 2.0 * sizes.pad_x, high + 2.0 * sizes.pad_y),
        };
        let width = width.max(sizes.least).max(if shape == Shape::Rect { 0.0 } else { height * 1.15 });
        Self { width, height, shape, badge, name, mark: None }
    }

    /// The same with the number of a note behind the name.
    #[must_use]
    pub(super) fn numbered(self, number: usize, metrics: &Metrics) -> Self {
        let mark = NoteMarker::new(number, metrics.text.actor);
        Self { width: self.width + mark.width, mark: Some(mark), ..self }
    }

    /// What is painted when the centre of the box stands at `centre`. `side` is the hue of the only text that has it.
    #[must_use]
    pub(super) fn items(
        &self,
        node: &Node,
        centre: Point,
        metrics: &Metrics,
        presence: Presence,
        side: Option<Hue>,
    ) -> Vec<Item> {
        let ghost = presence == Presence::Ghost;
        let ink = if ghost { ColourRole::Ghost } else { side.map_or(ColourRole::Ink, ColourRole::Hue) };
        let dash = match node.kind {
            _ if node.of_one_side && side.is_some() && !ghost => metrics.node.of_one_side,
            ActorKind::Thinker => metrics.node.thinker,
            _ => &[],
        };
        let width = metrics.node.outline * if side.is_some() { 1.4 } else { 1.0 };
        let pen = Pen { role: ink, width: if ghost { 1.0 } else { width }, dash: dash.to_vec(), round: false };
        let fill = match node.kind {
            _ if ghost => ColourRole::Ground,
            ActorKind::Person | ActorKind::Thinker => ColourRole::Person,
            _ => ColourRole::Actor,
        };
        let mut items = vec![outline(
            node.kind,
            centre,
            self.width,
            self.height,
            metrics,
            Paint { fill: Some(fill), pen: Some(pen.clone()) },
        )];
        if node.kind == ActorKind::Bloc {
            let inner = Pen { width: pen.width * 0.7, ..pen };
            items.push(outline(node.kind, centre, self.width - 8.0, self.height - 8.0, metrics, Paint::line(inner)));
        }
        let badge_room = self.badge.as_ref().map_or(0.0, |badge| badge.width + 5.0);
        let mark_room = self.mark.as_ref().map_or(0.0, |mark| mark.width);
        let top = centre.y - self.name.height / 2.0;
        let role = if ghost { ColourRole::Ghost } else { ColourRole::Ink };
        let name = if ghost { self.name.clone().regular() } else { self.name.clone() };
        let name_at = Point::new(centre.x + (badge_room - mark_room) / 2.0, top);
        items.extend(name.items(name_at, Anchor::Middle, role));
        let end = name_at + Point::new(self.name.width / 2.0, self.name.last_baseline());
        items.extend(self.mark.iter().map(|mark| mark.item(end, role)));
        if let (Some(badge), Some(hue), false) = (&self.badge, side, ghost) {
            let left = centre.x - f64::midpoint(self.name.width, badge_room);
            items.extend(badge.items(Point::new(left + badge.width / 2.0, centre.y), hue));
        }
        items
    }

    /// What the layout needs to know.
    #[must_use]
    pub(super) fn problem_node(&self, pin: Option<Point>) -> parallax_layout::Node {
        parallax_layout::Node { width: self.width, height: self.height, shape: self.shape, pin }
    }

    /// The same box with the name and tag of another panel's: boxes are as large as the largest, texts are each panel's own.
    #[must_use]
    pub(super) fn with_text_of(self, other: Option<Self>) -> Self {
        match other {
            Some(other) => Self { badge: other.badge, name: other.name, mark: other.mark, ..self },
            None => Self { badge: None, mark: None, ..self },
        }
    }

    /// The items as a group with its classes.
    #[must_use]
    pub(super) fn group(node: &Node, id: String, items: Vec<Item>, presence: Presence, say: &Messages) -> Item {
        let said_by = match node.said_by {
            SideSet::A => " only-a",
            SideSet::B => " only-b",
            SideSet::Both => "",
        };
        let ghost = if presence == Presence::Ghost { " ghost" } else { "" };
        let class = format!("actor {}{said_by}{ghost}", node.kind.word());
        Item::Group(Group { id, class, title: tooltip(node, say), items })
    }
}

/// The outline of a kind, as the legend draws it too.
#[must_use]
pub(super) fn outline(
    kind: ActorKind,
    centre: Point,
    width: f64,
    height: f64,
    metrics: &Metrics,
    paint: Paint,
) -> Item {
    let (a, b) = (width / 2.0, height / 2.0);
    let corner = Point::new(centre.x - a, centre.y - b);
    let around =
        |points: &[(f64, f64)]| Outline::Polygon(points.iter().map(|(x, y)| centre + Point::new(*x, *y)).collect());
    let outline = match shape(kind) {
        Shape::Ellipse => Outline::Ellipse(centre, a, b),
        Shape::Hexagon => {
            around(&[(-a, 0.0), (b / 2.0 - a, -b), (a - b / 2.0, -b), (a, 0.0), (a - b / 2.0, b), (b / 2.0 - a, b)])
        }
        Shape::Octagon => {
            let (x, y) = (a - 2.0 * b / 3.0, b / 3.0);
            around(&[(-a, -y), (-x, -b), (x, -b), (a, -y), (a, y), (x, b), (-x, b), (-a, y)])
        }
        Shape::Pill => Outline::Rect(corner, width, height, a.min(b)),
        // Two of its corners are missing, as is the word for it.
        Shape::Rect if kind == ActorKind::Unknown => {
            let cut = (0.6 * b).min(7.0);
            around(&[(-a, -b), (a - cut, -b), (a, cut - b), (a, b), (cut - a, b), (-a, b - cut)])
        }
        Shape::Rect if kind == ActorKind::Bloc => Outline::Rect(corner, width, height, b.min(9.0)),
        Shape::Rect => Outline::Rect(corner, width, height, metrics.node.radius),
    };
    Item::Shape(outline, paint)
}

/// What a pointer that rests on an actor is told: the full name, and what it is.
pub(super) fn tooltip(node: &Node, say: &Messages) -> String {
    let kind = say.word("actor-kind", node.kind.word());
    if node.kind == ActorKind::Unknown { node.name.clone() } else { format!("{} ({kind})", node.name) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::THEMES;
    use parallax_core::model::{ActorId, Id};

    #[test]
    fn names_stay_inside_the_corners() {
        for kind in [ActorKind::Person, ActorKind::Organisation, ActorKind::Place] {
            for words in [1, 3, 8, 20] {
                let label = ["Gemeinschaft"; 20][..words].join(" ");
                let (actor, id, name) = (ActorId::from_index(0), "x".to_owned(), label.clone());
                let node = Node { actor, id, label, name, kind, said_by: SideSet::Both, of_one_side: false };
                let sized = NodeBox::of(&node, &THEMES[0].metrics, false);
                let (b, y) = (sized.height / 2.0, sized.name.height / 2.0 - THEMES[0].metrics.text.actor * 0.2);
                let turned = if kind == ActorKind::Place { y / 2.0 } else { corner(sized.shape, b, y) };
                assert!(sized.width / 2.0 - turned >= sized.name.width / 2.0 + 3.0, "{kind:?} {words}");
            }
        }
    }
}
