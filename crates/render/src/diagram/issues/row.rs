//! A row of the issue chart: the mark of what is contested, the question, the answers along it, and who is silent.

use parallax_layout::Point;

use super::cells::{GAP, tiers};
use super::place::{Place, thinned};
use crate::diagram::badge;
use crate::diagram::bead::Beads;
use crate::diagram::page::group;
use crate::diagram::sheet::{ASIDE, Band, WORDS};
use crate::figure::issues::{AnswerPlace, IssueChart, IssueRow};
use crate::scene::block::Block;
use crate::scene::{Anchor, Group, Item, Outline, Paint, Pen, safe};
use crate::style::colour_role::ColourRole;
use crate::style::measure;

/// The room of the mark of what is contested.
const MARK: f64 = 36.0;
/// The diameter of that mark.
const BADGE: f64 = 24.0;
/// The least and the largest width of questions.
const QUESTION: (f64, f64) = (250.0, 360.0);
/// The lines that a question takes if it has room.
const LINES: usize = 2;
/// The room of those who are silent.
const SILENT: f64 = 136.0;
/// A narrower page tells of them under the question.
const WIDE: f64 = 1_100.0;
/// From one column to the next.
const BETWEEN: f64 = 24.0;
/// From a rule to the words of a row.
const PAD: f64 = 9.0;
/// From the answers of a row to those that have no room beside them.
const APART: f64 = 12.0;

/// The columns of a chart.
pub(super) struct Columns<'a> {
    chart: &'a IssueChart,
    beads: Beads<'a>,
    /// Where questions begin, and how wide they are.
    question: (f64, f64),
    /// The same of answers.
    answers: (f64, f64),
    /// The same of those who are silent, if they have a column.
    silent: Option<(f64, f64)>,
}

/// Answers side by side.
struct Tier<'a> {
    places: Vec<Place<'a>>,
    over: f64,
    under: f64,
}

impl<'a> Columns<'a> {
    /// Those that share a width.
    pub(super) fn of(chart: &'a IssueChart, width: f64) -> Self {
        let beads = Beads { caption: &chart.caption };
        let left = if chart.rows.iter().any(|row| row.is_contested) { MARK } else { 0.0 };
        let question = question_width(chart);
        let is_silent = chart.rows.iter().any(|row| !row.silent.is_empty());
        let silent = if is_silent && width >= WIDE { SILENT } else { 0.0 };
        let start = left + question + BETWEEN;
        let beside = if silent > 0.0 { silent + BETWEEN } else { 0.0 };
        Self {
            chart,
            beads,
            question: (left, question),
            answers: (start, width - start - beside),
            silent: if silent > 0.0 { Some((width - silent, silent)) } else { None },
        }
    }

    /// A row, and how many names it leaves out.
    pub(super) fn band(&self, row: &'a IssueRow) -> (Band, usize) {
        let tiers = self.tiers(row);
        let question = asked(&row.question, self.question.1);
        let verdict = words(&row.verdict, self.question.1);
        let (silent, unnamed) = self.silent(row);
        let answers =
            tiers.iter().map(|tier| tier.over + tier.under).sum::<f64>() + APART * tiers.len().saturating_sub(1) as f64;
        let asked = question.height + verdict.height + 3.0;
        let (beside, below) = if self.silent.is_some() { (silent.height, 0.0) } else { (0.0, silent.height) };
        let height = answers.max(asked + below).max(beside) + 2.0 * PAD;
        let mut items = vec![self.asked(row, &question, &verdict)];
        let mut y = PAD;
        for tier in &tiers {
            items.extend(self.tier(row, tier, y + tier.over));
            y += tier.over + tier.under + APART;
        }
        let at = match self.silent {
            Some((left, _)) => Point::new(left, PAD + 5.0),
            None => Point::new(self.question.0, PAD + 3.0 + asked),
        };
        items.push(group("silent", silent.items(at, Anchor::Start, ColourRole::Quiet)));
        let left_out = tiers.iter().flat_map(|tier| &tier.places).map(|place| place.unnamed).sum::<usize>() + unnamed;
        let told = self.chart.told(row);
        let item = Item::Group(Group {
            id: format!("issue-{}", safe(&row.id)),
            class: if row.is_contested { "issue contested" } else { "issue" }.to_owned(),
            title: measure::clean(&told),
            items,
        });
        (Band { height: height.ceil(), item, told }, left_out)
    }

    /// The question with its verdict, and the mark beside them.
    fn asked(&self, row: &IssueRow, question: &Block, verdict: &Block) -> Item {
        let at = Point::new(self.question.0, PAD + 3.0);
        let mut items = question.items(at, Anchor::Start, ColourRole::Ink);
        let below = at + Point::new(0.0, question.height + 3.0);
        let role = if row.is_contested { ColourRole::Ink } else { ColourRole::Quiet };
        items.extend(verdict.items(below, Anchor::Start, role));
        if row.is_contested {
            items.extend(badge::contested(Point::new(BADGE / 2.0, PAD + 3.0 + WORDS * 0.6), BADGE));
        }
        group("question", items)
    }

    fn tiers(&self, row: &'a IssueRow) -> Vec<Tier<'a>> {
        let tiers = tiers(&row.answers, self.beads, self.answers.1);
        let tier = |cells: Vec<(&'a AnswerPlace, f64)>| {
            let places: Vec<Place<'a>> =
                cells.into_iter().map(|(answer, width)| Place::new(answer, self.beads, width)).collect();
            let most = |height: fn(&Place<'a>) -> f64| places.iter().map(height).fold(0.0, f64::max);
            Tier { over: most(Place::over), under: most(Place::under), places }
        };
        tiers.into_iter().map(tier).collect()
    }

    /// Answers side by side, their beads on one line, which is drawn if it is a scale.
    fn tier(&self, row: &IssueRow, tier: &Tier<'a>, y: f64) -> Vec<Item> {
        let mut x = self.answers.0;
        let mut middles = Vec::with_capacity(tier.places.len());
        for place in &tier.places {
            middles.push(Point::new((x + place.width / 2.0).round(), y.round()));
            x += place.width + GAP;
        }
        let on_scale = tier.places.iter().zip(&middles).filter(|(place, _)| place.answer().is_own);
        let ends: Vec<Point> = on_scale.map(|(_, middle)| *middle).collect();
        let mut items = Vec::new();
        if let (true, [first, .., last]) = (row.ordered, ends.as_slice()) {
            items.push(group("scale", scale(*first, *last)));
        }
        items.extend(tier.places.iter().zip(&middles).map(|(place, middle)| place.item(row, *middle)));
        items
    }

    /// Who is silent: each on a line; of many how many are, and as many names as have room.
    fn silent(&self, row: &IssueRow) -> (Block, usize) {
        let silent_width = self.silent.map_or(self.question.1, |(_, width)| width);
        let say = self.chart.caption.messages;
        let names: Vec<String> = row.silent.iter().map(|side| self.chart.caption.sides[*side].clone()).collect();
        if names.is_empty() {
            return (words("", silent_width), 0);
        }
        if self.beads.are_dots() {
            return thinned(&say.count("chart-silent-count", names.len()), &names, silent_width);
        }
        let said = match self.chart.caption.sides.len() {
            1 => say.text("chart-no-answer"),
            2 => say.with("chart-silent-one", [("side", names.join(", ").into())]),
            _ => say.with("chart-silent", [("names", names.join(", ").into())]),
        };
        (words(&said, silent_width), 0)
    }
}

/// The narrowest width at which no question takes more lines than it should; if there is none the largest.
fn question_width(chart: &IssueChart) -> f64 {
    let fits = |width: f64| chart.rows.iter().all(|row| asked(&row.question, width).lines.len() <= LINES);
    let widths = (0..).map(|step| QUESTION.0 + f64::from(step) * 10.0).take_while(|width| *width <= QUESTION.1);
    widths.into_iter().find(|width| fits(*width)).unwrap_or(QUESTION.1)
}

fn asked(question: &str, width: f64) -> Block {
    Block::within(question, WORDS, true, width)
}

fn words(text: &str, width: f64) -> Block {
    Block::within(text, ASIDE, false, width)
}

/// The line of a scale, with its ends.
fn scale(first: Point, last: Point) -> Vec<Item> {
    let pen = Pen::plain(ColourRole::Quiet, 1.5);
    let line = |from: Point, to: Point| Item::Shape(Outline::Line(vec![from, to]), Paint::line(pen.clone()));
    let (out, up) = (Point::new(22.0, 0.0), Point::new(0.0, 8.0));
    let (from, to) = (first - out, last + out);
    vec![line(from, to), line(from - up, from + up), line(to - up, to + up)]
}
