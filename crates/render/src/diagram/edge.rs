//! An edge -> its items: hue and dash, width by strength, arrowheads, and the label with its tag on a halo.

use parallax_core::model::{Attitude, Factuality, Feeling, Sign};
use parallax_layout::{Chain, Point};

use crate::diagram::badge::Badge;
use crate::diagram::notes::NoteMarker;
use crate::figure::{Figure, FigureEdge, SideSet, Subject};
use crate::scene::block::Block;
use crate::scene::{Anchor, Item, Outline, Paint, Pen};
use crate::style::colour_role::{ColourRole, Hue};
use crate::style::measure;
use crate::style::render_style::Labels;
use crate::style::theme::Metrics;

/// Between the tag and the text.
const TAG_GAP: f64 = 4.0;

/// Free space left and right of a label.
const MARGIN: f64 = 1.0;

/// The label of an edge with its size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LabelBox {
    /// The width of tag and text.
    pub(super) width: f64,
    /// The height of the higher of the two.
    pub(super) height: f64,
    badge: Badge,
    text: Block,
    /// The number of its note, and where it stands from the left end of the text.
    note: Option<(NoteMarker, f64)>,
}

impl LabelBox {
    /// The label that an edge needs; the tag has the letters of those who hold it, where there are several, the text its words. The tag is never
    /// left out: it is what says sign and side without hue.
    #[must_use]
    pub(super) fn of(edge: &FigureEdge, (letters, words): (&str, &str), metrics: &Metrics, labels: Labels) -> Self {
        let said = match labels {
            Labels::None => "",
            Labels::Types => edge.label.strip_suffix(&*edge.counts).unwrap_or(&edge.label),
            Labels::All => words,
        };
        let badge = Badge::of(edge.sign, letters, metrics).struck(edge.factuality.is_negative());
        let text = Block::wrap(said, metrics.text.label, false, metrics.edge.wrap);
        let text_room = if text.lines.is_empty() { 0.0 } else { TAG_GAP + text.width };
        let width = badge.width + text_room + 2.0 * MARGIN;
        Self { width, height: text.height.max(badge.height) + 1.0, badge, text, note: None }
    }

    /// The same with the number of its note behind the last word.
    #[must_use]
    pub(super) fn numbered(self, number: usize, metrics: &Metrics) -> Self {
        let mark = NoteMarker::new(number, metrics.text.label);
        let last = self.text.lines.last().map_or(-TAG_GAP, |line| measure::width(line, metrics.text.label, false));
        Self { width: self.width + mark.width, note: Some((mark, last)), ..self }
    }

    /// Whether there is more to it than the tag.
    #[must_use]
    pub(super) fn has_words(&self) -> bool {
        !self.text.lines.is_empty()
    }

    /// The width of the end of the label that stands on the line: the tag with its free space.
    #[must_use]
    pub(super) fn mark(&self) -> f64 {
        self.badge.width + 2.0 * MARGIN
    }

    /// What is painted when the middle of the label stands at `centre` and its tag at `mark`, the left end or the right.
    ///
    /// The line runs up to the tag: only under the words is there a halo.
    #[must_use]
    pub(super) fn items(&self, centre: Point, mark: Point, hue: Hue, metrics: &Metrics) -> Vec<Item> {
        let mut items = Vec::new();
        if !self.text.lines.is_empty() || self.note.is_some() {
            let (half, halo) = (self.width / 2.0, metrics.edge.halo / 2.0);
            let tag_left = mark.x <= centre.x;
            let (left, right) =
                if tag_left { (mark.x, centre.x + half + halo) } else { (centre.x - half - halo, mark.x) };
            let height = self.height + metrics.edge.halo;
            let corner = Point::new(left, centre.y - height / 2.0);
            let ground = Outline::Rect(corner, right - left, height, height.min(12.0) / 2.0);
            items.push(Item::Shape(ground, Paint::fill(ColourRole::Ground)));
            let beside = self.mark() - MARGIN + TAG_GAP;
            let left = centre.x - half + if tag_left { beside } else { MARGIN };
            // Of several lines each begins, or ends, beside the tag.
            let (anchor, from) = if tag_left { (Anchor::Start, 0.0) } else { (Anchor::End, self.text.width) };
            let text_at = Point::new(left, centre.y - self.text.height / 2.0);
            items.extend(self.text.items(text_at + Point::new(from, 0.0), anchor, ColourRole::Ink));
            let end = |last: f64| if tag_left { last } else { self.text.width };
            let note_at = |last: f64| text_at + Point::new(end(last), self.text.last_baseline());
            items.extend(self.note.iter().map(|(note, last)| note.item(note_at(*last), ColourRole::Ink)));
        }
        items.extend(self.badge.items(mark, hue));
        items
    }
}

/// The hue of an edge: the author's in a difference, else the sign's; none of what is denied.
#[must_use]
pub fn hue(figure: &Figure, edge: &FigureEdge) -> Hue {
    match figure.subject {
        Subject::One | Subject::Many(_) if edge.factuality.is_negative() => Hue::Denied,
        Subject::One | Subject::Many(_) => Hue::Sign(edge.sign),
        Subject::Two(..) => Hue::Side(edge.said_by, figure.colours),
    }
}

/// Curve, arrowheads and the marks of what is not held.
#[must_use]
pub(super) fn line(edge: &FigureEdge, curve: &Chain, role: ColourRole, metrics: &Metrics) -> Vec<Item> {
    let pen = pen(edge, role, metrics);
    let held = edge.factuality == Factuality::Held;
    let length = curve.length();
    let mut items = Vec::new();
    let mut visible = curve.clone();
    if edge.directed {
        let head = Head::at(curve, length, pen.width, metrics);
        visible = curve.part(0.0, head.from);
        items.push(head.item(held, role));
    } else if !held {
        for end in [curve.clone(), curve.reversed()] {
            items.push(ring(&end, role));
        }
    }
    if edge.factuality.is_negative() {
        items.push(bar(curve, length, pen.width, role, metrics));
    }
    items.insert(0, Item::Shape(Outline::Curve(visible), Paint::line(pen)));
    items
}

/// What draws a line: width by strength, dashes by sign.
fn pen(edge: &FigureEdge, role: ColourRole, metrics: &Metrics) -> Pen {
    let width = metrics.width(edge.strength);
    Pen { role, width, dash: metrics.dash(edge.sign, width), round: edge.sign == Sign::Neutral }
}

/// The arrowhead at the end of a curve.
struct Head {
    tip: Point,
    base: Point,
    half: f64,
    /// Where on the curve the line may end, hidden by the head.
    from: f64,
}

impl Head {
    fn at(curve: &Chain, length: f64, width: f64, metrics: &Metrics) -> Self {
        let grown = 1.0 + (width - metrics.widths[1]) * 0.2;
        // On a very short line the head is at most two thirds of it.
        let reach = (metrics.edge.head * grown).min(length * 0.66);
        let half = metrics.edge.breadth * grown / 2.0 * (reach / (metrics.edge.head * grown)).max(0.5);
        let base = curve.at(before_end(curve, reach));
        // The outline of the actor is painted over the last half pixel.
        let tip = curve.end().toward(base, (0.8 / reach.max(0.8)).min(0.5));
        Self { tip, base, half, from: before_end(curve, reach * 0.85) }
    }

    /// Filled for what is held, hollow for what is not.
    fn item(&self, held: bool, role: ColourRole) -> Item {
        let side = (self.tip - self.base).unit().turned() * self.half;
        if held {
            let notch = self.base.toward(self.tip, 0.2);
            let points = vec![self.tip, self.base + side, notch, self.base - side];
            Item::Shape(Outline::Polygon(points), Paint::fill(role))
        } else {
            let points = vec![self.tip, self.base + side, self.base - side];
            let paint = Paint { fill: Some(ColourRole::Ground), pen: Some(Pen::plain(role, 1.5)) };
            Item::Shape(Outline::Polygon(points), paint)
        }
    }
}

/// The place on a curve that is `reach` before its end, as the crow flies.
fn before_end(curve: &Chain, reach: f64) -> f64 {
    let (mut near, mut far) = (1.0, 0.0);
    for _ in 0..24 {
        let middle = f64::midpoint(near, far);
        if (curve.end() - curve.at(middle)).length() > reach {
            far = middle;
        } else {
            near = middle;
        }
    }
    near
}

/// The hollow end of an undirected line that is not held.
fn ring(curve: &Chain, role: ColourRole) -> Item {
    let radius = 3.4;
    let centre = curve.at(before_end(curve, radius + 1.0));
    Item::Shape(
        Outline::Ellipse(centre, radius, radius),
        Paint { fill: Some(ColourRole::Ground), pen: Some(Pen::plain(role, 1.5)) },
    )
}

/// The bar across a line that is denied: the way is barred.
fn bar(curve: &Chain, length: f64, width: f64, role: ColourRole, metrics: &Metrics) -> Item {
    let place = before_end(curve, (metrics.edge.head * 1.6).min(length * 0.5));
    let side = curve.direction(place).turned() * (metrics.edge.breadth * 0.75);
    let middle = curve.at(place);
    Item::Shape(Outline::Line(vec![middle - side, middle + side]), Paint::line(Pen::plain(role, width.max(2.2))))
}

/// The classes of an edge, for style sheets and scripts.
#[must_use]
pub fn classes(edge: &FigureEdge, difference: bool) -> String {
    let factuality = match edge.factuality {
        Factuality::Held => "held",
        Factuality::Past => "past",
        Factuality::Future => "future",
        Factuality::Possible => "possible",
        Factuality::Felt(feeling) => felt(feeling),
        Factuality::Rejected => "rejected",
        Factuality::Open => "open",
        Factuality::OpenNot => "open-not",
        Factuality::Denied => "denied",
    };
    let side = match (difference, edge.said_by) {
        (false, _) => "",
        (_, SideSet::A) => " only-a",
        (_, SideSet::B) => " only-b",
        (_, SideSet::Both) => " both",
    };
    let contested = if edge.contested.is_some() { " contested" } else { "" };
    format!("{} {factuality} strength-{}{side}{contested}", edge.sign.name(), edge.strength)
}

fn felt(feeling: Feeling) -> &'static str {
    match (feeling.attitude, feeling.negated) {
        (Attitude::Ought, false) => "ought",
        (Attitude::Wants, false) => "wanted",
        (Attitude::Fears, false) => "feared",
        (Attitude::Intends, false) => "intended",
        (Attitude::Ought, true) => "ought-not",
        (Attitude::Wants, true) => "wanted-not",
        (Attitude::Fears, true) => "feared-not",
        (Attitude::Intends, true) => "intended-not",
    }
}
