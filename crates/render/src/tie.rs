//! A stroke -> its items: hue and dash, width by strength, arrowheads, and the label with its tag on a halo.

use parallax_core::model::{Attitude, Factuality, Feeling};
use parallax_layout::{Chain, Point};

use super::colour::Colour;
use super::figure::{Figure, Stroke, Subject, Whose};
use super::look::Labels;
use super::measure::{self, Block};
use super::notes::Mark;
use super::scene::{Anchor, Item, Outline, Paint, Pen};
use super::tag::Tag;
use super::theme::Theme;

/// Between the tag and the text.
const TAG_GAP: f64 = 4.0;

/// Free space left and right of a label.
const MARGIN: f64 = 1.0;

/// The label of a stroke with its size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LabelBox {
    /// The width of tag and text.
    pub(super) width: f64,
    /// The height of the higher of the two.
    pub(super) height: f64,
    tag: Tag,
    text: Block,
    /// The number of its note, and where it stands from the left end of the text.
    note: Option<(Mark, f64)>,
}

impl LabelBox {
    /// The label that a stroke needs; the tag has the letters of those who hold it, where there are several. The tag is never
    /// left out: it is what says sign and side without hue.
    #[must_use]
    pub(super) fn of(stroke: &Stroke, letters: &str, theme: &Theme, labels: Labels) -> Self {
        let said = match labels {
            Labels::None => "",
            Labels::Types => stroke.label.strip_suffix(&*stroke.counts).unwrap_or(&stroke.label),
            Labels::All => &stroke.label,
        };
        let tag = Tag::of(stroke.sign, letters, theme);
        let text = Block::wrap(said, theme.text.label, false, theme.tie.wrap);
        let text_room = if text.lines.is_empty() { 0.0 } else { TAG_GAP + text.width };
        let width = tag.width + text_room + 2.0 * MARGIN;
        Self { width, height: text.height.max(tag.height) + 1.0, tag, text, note: None }
    }

    /// The same with the number of its note behind the last word.
    #[must_use]
    pub(super) fn numbered(self, number: usize, theme: &Theme) -> Self {
        let mark = Mark::new(number, theme.text.label);
        let last = self.text.lines.last().map_or(-TAG_GAP, |line| measure::width(line, theme.text.label, false));
        Self { width: self.width + mark.width, note: Some((mark, last)), ..self }
    }

    /// The width of the end of the label that stands on the line: the tag with its free space.
    #[must_use]
    pub(super) fn mark(&self) -> f64 {
        self.tag.width + 2.0 * MARGIN
    }

    /// What is painted when the middle of the label stands at `centre` and its tag at `mark`, the left end or the right.
    ///
    /// The line runs up to the tag: only under the words is there a halo.
    #[must_use]
    pub(super) fn items(&self, centre: Point, mark: Point, colour: Colour, theme: &Theme) -> Vec<Item> {
        let mut items = Vec::new();
        if !self.text.lines.is_empty() || self.note.is_some() {
            let (half, halo) = (self.width / 2.0, theme.tie.halo / 2.0);
            let tag_left = mark.x <= centre.x;
            let (left, right) =
                if tag_left { (mark.x, centre.x + half + halo) } else { (centre.x - half - halo, mark.x) };
            let height = self.height + theme.tie.halo;
            let corner = Point::new(left, centre.y - height / 2.0);
            let ground = Outline::Rect(corner, right - left, height, height.min(12.0) / 2.0);
            items.push(Item::Shape(ground, Paint::fill(theme.ground)));
            let beside = self.mark() - MARGIN + TAG_GAP;
            let left = centre.x - half + if tag_left { beside } else { MARGIN };
            // Of several lines each begins, or ends, beside the tag.
            let (anchor, from) = if tag_left { (Anchor::Start, 0.0) } else { (Anchor::End, self.text.width) };
            let text_at = Point::new(left, centre.y - self.text.height / 2.0);
            items.extend(self.text.items(text_at + Point::new(from, 0.0), anchor, theme.ink));
            let end = |last: f64| if tag_left { last } else { self.text.width };
            let note_at = |last: f64| text_at + Point::new(end(last), self.text.last_baseline());
            items.extend(self.note.iter().map(|(note, last)| note.item(note_at(*last), theme.ink)));
        }
        items.extend(self.tag.items(mark, colour, theme));
        items
    }
}

/// The colour of a stroke: the author's in a difference, else the sign's.
#[must_use]
pub fn colour(figure: &Figure, stroke: &Stroke, theme: &Theme) -> Colour {
    match figure.subject {
        Subject::One | Subject::Many(_) => theme.sign(stroke.sign),
        Subject::Two(..) => theme.side(stroke.whose, figure.colours),
    }
}

/// Curve, arrowheads and the marks of what is not held.
#[must_use]
pub(super) fn line(stroke: &Stroke, curve: &Chain, colour: Colour, theme: &Theme) -> Vec<Item> {
    let pen = theme.pen(colour, stroke.sign, stroke.strength);
    let held = stroke.factuality == Factuality::Held;
    let length = curve.length();
    let mut items = Vec::new();
    let mut visible = curve.clone();
    if stroke.directed {
        let head = Head::at(curve, length, pen.width, theme);
        visible = curve.part(0.0, head.from);
        items.push(head.item(held, colour, theme));
    } else if !held {
        for end in [curve.clone(), curve.reversed()] {
            items.push(ring(&end, colour, theme));
        }
    }
    if stroke.factuality.is_negative() {
        items.push(bar(curve, length, pen.width, colour, theme));
    }
    items.insert(0, Item::Shape(Outline::Curve(visible), Paint::line(pen)));
    items
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
    fn at(curve: &Chain, length: f64, width: f64, theme: &Theme) -> Self {
        let grown = 1.0 + (width - theme.widths[1]) * 0.2;
        // On a very short line the head is at most two thirds of it.
        let reach = (theme.tie.head * grown).min(length * 0.66);
        let half = theme.tie.breadth * grown / 2.0 * (reach / (theme.tie.head * grown)).max(0.5);
        let base = curve.at(before_end(curve, reach));
        // The outline of the actor is painted over the last half pixel.
        let tip = curve.end().toward(base, (0.8 / reach.max(0.8)).min(0.5));
        Self { tip, base, half, from: before_end(curve, reach * 0.85) }
    }

    /// Filled for what is held, hollow for what is not.
    fn item(&self, held: bool, colour: Colour, theme: &Theme) -> Item {
        let side = (self.tip - self.base).unit().turned() * self.half;
        if held {
            let notch = self.base.toward(self.tip, 0.2);
            let points = vec![self.tip, self.base + side, notch, self.base - side];
            Item::Shape(Outline::Polygon(points), Paint::fill(colour))
        } else {
            let points = vec![self.tip, self.base + side, self.base - side];
            let paint = Paint { fill: Some(theme.ground), pen: Some(Pen::plain(colour, 1.5)) };
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
fn ring(curve: &Chain, colour: Colour, theme: &Theme) -> Item {
    let radius = 3.4;
    let centre = curve.at(before_end(curve, radius + 1.0));
    Item::Shape(
        Outline::Ellipse(centre, radius, radius),
        Paint { fill: Some(theme.ground), pen: Some(Pen::plain(colour, 1.5)) },
    )
}

/// The bar across a line that is denied: the way is barred.
fn bar(curve: &Chain, length: f64, width: f64, colour: Colour, theme: &Theme) -> Item {
    let place = before_end(curve, (theme.tie.head * 1.6).min(length * 0.5));
    let side = curve.direction(place).turned() * (theme.tie.breadth * 0.75);
    let middle = curve.at(place);
    Item::Shape(Outline::Line(vec![middle - side, middle + side]), Paint::line(Pen::plain(colour, width.max(2.2))))
}

/// The classes of a stroke, for style sheets and scripts.
#[must_use]
pub fn classes(stroke: &Stroke, difference: bool) -> String {
    let factuality = match stroke.factuality {
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
    let side = match (difference, stroke.whose) {
        (false, _) => "",
        (_, Whose::A) => " only-a",
        (_, Whose::B) => " only-b",
        (_, Whose::Both) => " both",
    };
    let contradiction = if stroke.contradiction { " contradiction" } else { "" };
    format!("{} {factuality} strength-{}{side}{contradiction}", stroke.sign.name(), stroke.strength)
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

/// What a pointer that rests on a stroke is told.
#[must_use]
pub fn told(figure: &Figure, stroke: &Stroke) -> String {
    let say = figure.messages;
    let name = |index: usize| figure.nodes.get(index).map_or("", |node| &node.label);
    let arrow = if stroke.directed { "→" } else { "–" };
    let side = match (&figure.subject, stroke.whose) {
        // Of many, the label says how many hold it.
        (Subject::One | Subject::Many(_), _) => String::new(),
        (Subject::Two(side, _), Whose::A) | (Subject::Two(_, side), Whose::B) => {
            say.with("line-of-one", [("side", (&**side).into())])
        }
        (Subject::Two(..), Whose::Both) => say.text("line-of-both"),
    };
    let sign = say.word("sign", stroke.sign.name());
    format!("{} {arrow} {}: {} ({sign}{side})", name(stroke.from), name(stroke.to), stroke.label)
}
