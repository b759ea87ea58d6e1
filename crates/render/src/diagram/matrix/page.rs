//! The page of a matrix: names beside rows and turned over columns, cells, lines between blocs, the legend at its side.

use parallax_layout::Point;

use super::cell::Cell;
use super::{Matrix, legend};
use crate::diagram::node::tooltip;
use crate::diagram::options::Options;
use crate::diagram::page::{self, group, rule};
use crate::figure::Node;
use crate::figure::words;
use crate::scene::block::Block;
use crate::scene::safe;
use crate::scene::{Anchor, Group, Item, Outline, Paint, Pen, Scene, Text};
use crate::style::colour_role::ColourRole;
use crate::style::measure;
use crate::style::theme::Metrics;

/// The side of a matrix that cells are made to fill.
const SIDE: f64 = 780.0;
/// The least and the largest cell.
const CELL: (f64, f64) = (10.0, 46.0);
/// The widest name, as a multiple of its size.
const NAME: f64 = 17.0;
/// From names to cells.
const BESIDE: f64 = 7.0;
/// With more actors than this names stand on all four sides.
const FOUR_SIDES: usize = 30;
/// Names over broad columns lean by so much; over narrow ones they stand upright.
const LEAN: f64 = -50.0;

/// A matrix with its sizes.
struct Table<'a> {
    matrix: &'a Matrix<'a>,
    cell: f64,
    /// The size of names.
    size: f64,
    /// The names, no longer than there is room for, and their widths.
    names: Vec<(String, f64)>,
    /// Degrees by which names over columns are turned.
    turn: f64,
    /// The upper left corner of the cells.
    corner: Point,
}

/// The whole page.
#[must_use]
pub(super) fn scene(matrix: &Matrix<'_>, metrics: &Metrics, options: &Options) -> Scene {
    let (figure, sizes) = (matrix.figure, &metrics.page);
    let margin = sizes.margin;
    let mut table = Table::of(matrix, metrics);
    let (left, over) = (table.widest() + BESIDE, table.over());
    let (legend, legend_width, legend_height) = legend::legend(matrix, metrics);
    let full = table.side() + left + table.right();
    let width = (full + 2.0 * sizes.gap + legend_width).max(sizes.least) + 2.0 * margin;
    let inner = width - 2.0 * margin;
    let title = Block::wrap(&figure.title, metrics.text.title, true, inner);
    let top = margin + title.height + if title.lines.is_empty() { 0.0 } else { sizes.gap };
    table.corner = Point::new(margin + left, top + over);
    let mut items = vec![group("title", title.items(Point::new(margin, margin), Anchor::Start, ColourRole::Ink))];
    items.push(table.group());
    if matrix.order.is_empty() {
        let nothing = page::nothing(std::slice::from_ref(figure));
        let nothing = Block::wrap(&nothing, metrics.text.heading, false, inner);
        items.push(group("nothing", nothing.items(Point::new(margin, top + 40.0), Anchor::Start, ColourRole::Quiet)));
    }
    let beside = Point::new(margin + full + 2.0 * sizes.gap, table.corner.y);
    items.push(group("legend", legend.into_iter().map(|item| item.moved(beside)).collect()));
    let bottom = (table.corner.y + table.side() + table.under()).max(table.corner.y + legend_height).max(top + 80.0);
    let y = bottom + sizes.gap;
    let source =
        Block::run(&page::source(std::slice::from_ref(figure), &options.remarks), metrics.text.source, false, inner);
    if !source.lines.is_empty() {
        items.push(rule(margin, y, inner));
        items.push(group("source", source.items(Point::new(margin, y + 8.0), Anchor::Start, ColourRole::Quiet)));
    }
    let height = y + if source.lines.is_empty() { 0.0 } else { 8.0 + source.height } + margin * 0.75;
    let desc = measure::clean(&words::describe_matrix(figure, &matrix.communities()));
    let title = title.lines.join(" ");
    let (width, height, language) = (width.ceil(), height.ceil(), figure.messages.code);
    let scene = Scene { width, height, size: None, language, title, desc, items };
    match options.style.fit {
        Some(fit) => scene.centred(fit),
        None => scene,
    }
}

impl<'a> Table<'a> {
    fn of(matrix: &'a Matrix<'a>, metrics: &Metrics) -> Self {
        let count = matrix.order.len();
        let cell = (SIDE / count.max(1) as f64).clamp(CELL.0, CELL.1).floor();
        let size = (cell * 0.62).clamp(8.5, metrics.text.actor - 0.5);
        let names = matrix.nodes().map(|node| fitted(&node.label, size)).collect();
        let turn = if cell >= size * 1.6 { LEAN } else { -90.0 };
        Self { matrix, cell, size, names, turn, corner: Point::default() }
    }

    fn side(&self) -> f64 {
        self.cell * self.names.len() as f64
    }

    fn widest(&self) -> f64 {
        self.names.iter().map(|(_, width)| *width).fold(0.0, f64::max)
    }

    fn on_four_sides(&self) -> bool {
        self.names.len() > FOUR_SIDES
    }

    /// The room that names over the columns need.
    fn over(&self) -> f64 {
        self.widest() * libm::sin(-self.turn.to_radians()) + self.size + BESIDE
    }

    /// The room under the cells.
    fn under(&self) -> f64 {
        if self.on_four_sides() { self.widest() + BESIDE } else { 0.0 }
    }

    /// The room at the right: names, or what leans over the last column.
    fn right(&self) -> f64 {
        let lean = libm::cos(self.turn.to_radians()).max(0.0);
        let ends = self.names.iter().rev().enumerate();
        let leaning = ends.map(|(nth, (_, width))| width * lean - nth as f64 * self.cell).fold(0.0, f64::max);
        leaning.max(if self.on_four_sides() { self.widest() + BESIDE } else { 0.0 })
    }

    fn group(&self) -> Item {
        let layers = [
            ("grid", self.grid()),
            ("names", self.all_names()),
            ("cells", self.cells()),
            ("blocs", self.bloc_lines()),
            ("marks", self.marks()),
        ];
        let items = layers.into_iter().filter(|(_, items)| !items.is_empty()).map(|(class, items)| group(class, items));
        Item::Group(Group { class: "matrix".to_owned(), items: items.collect(), ..Group::default() })
    }

    fn at(&self, row: usize, column: usize) -> Point {
        self.corner + Point::new(column as f64 * self.cell, row as f64 * self.cell)
    }

    /// Thin lines, and the diagonal, where nobody is.
    fn grid(&self) -> Vec<Item> {
        let (count, side) = (self.names.len(), self.side());
        let own = |nth: usize| {
            let shape = Outline::Rect(self.at(nth, nth), self.cell, self.cell, 0.0);
            Item::Shape(shape, Paint::fill(ColourRole::Actor))
        };
        let line = |from: Point, to: Point| {
            Item::Shape(Outline::Line(vec![from, to]), Paint::line(Pen::plain(ColourRole::Grid, 0.6)))
        };
        let across = (0..=count).map(|row| line(self.at(row, 0), self.at(row, 0) + Point::new(side, 0.0)));
        let down = (0..=count).map(|column| line(self.at(0, column), self.at(0, column) + Point::new(0.0, side)));
        let lines: Vec<Item> = if count == 0 { Vec::new() } else { across.chain(down).collect() };
        (0..count).map(own).chain(lines).collect()
    }

    /// Strong lines where a bloc begins, and around all.
    fn bloc_lines(&self) -> Vec<Item> {
        let (count, side) = (self.names.len(), self.side());
        if count == 0 {
            return Vec::new();
        }
        let line = |from: Point, to: Point| {
            Item::Shape(Outline::Line(vec![from, to]), Paint::line(Pen::plain(ColourRole::Quiet, 1.3)))
        };
        let ends = self.matrix.breaks.iter().copied().chain([0, count]);
        ends.flat_map(|at| {
            let (row, column) = (self.at(at, 0), self.at(0, at));
            [line(row, row + Point::new(side, 0.0)), line(column, column + Point::new(0.0, side))]
        })
        .collect()
    }

    fn all_names(&self) -> Vec<Item> {
        let count = self.names.len();
        let mut items = Vec::new();
        for (nth, (node, (name, width))) in self.matrix.nodes().zip(&self.names).enumerate() {
            let mut own: Vec<Item> = Vec::new();
            let middle = (nth as f64 + 0.5) * self.cell;
            let base = self.corner.y + middle + self.size * measure::HALF_CAPITAL;
            let before = Point::new(self.corner.x - BESIDE - width, base);
            own.push(self.text(name, before, 0.0));
            // Turned about the middle of its foot, so that the name points at its column.
            let (sin, cos) = (libm::sin(-self.turn.to_radians()), libm::cos(self.turn.to_radians()));
            let foot = Point::new(sin, cos) * (self.size * measure::HALF_CAPITAL);
            let over = Point::new(self.corner.x + middle, self.corner.y - BESIDE) + foot;
            own.push(self.text(name, over, self.turn));
            if self.on_four_sides() {
                own.push(self.text(name, Point::new(self.at(0, count).x + BESIDE, base), 0.0));
                let under = Point::new(
                    self.corner.x + middle + self.size * measure::HALF_CAPITAL,
                    self.at(count, 0).y + BESIDE + width,
                );
                own.push(self.text(name, under, -90.0));
            }
            let title = tooltip(node, self.matrix.figure.messages);
            items.push(Item::Group(Group {
                id: format!("actor-{}", safe(&node.id)),
                class: format!("actor {}", node.kind.word()),
                title,
                items: own,
            }));
        }
        items
    }

    fn text(&self, name: &str, at: Point, turn: f64) -> Item {
        let (line, role) = (name.to_owned(), ColourRole::Ink);
        Item::Text(Text { at, anchor: Anchor::Start, line, size: self.size, bold: false, turn, role })
    }

    fn cells(&self) -> Vec<Item> {
        self.each_cell(|cell, at| cell.items(self.matrix.figure, at, self.cell), "cell")
    }

    /// Contradictions, over the lines between blocs.
    fn marks(&self) -> Vec<Item> {
        self.each_cell(|cell, at| cell.marks(at, self.cell), "mark")
    }

    fn each_cell(&self, items: impl Fn(&Cell<'_>, Point) -> Vec<Item>, class: &str) -> Vec<Item> {
        let id = |place: usize| self.matrix.node(place).map_or(String::new(), |node| safe(&node.id));
        let paint = |((row, column), cell): (&(usize, usize), &Cell<'_>)| {
            let items = items(cell, self.at(*row, *column));
            (!items.is_empty()).then(|| {
                Item::Group(Group {
                    id: format!("{class}-{}--{}", id(*row), id(*column)),
                    class: format!("{class}{}", cell.classes(self.matrix.figure)),
                    title: cell.tooltip(self.matrix.figure),
                    items,
                })
            })
        };
        self.matrix.cells.iter().filter_map(paint).collect()
    }
}

impl Matrix<'_> {
    fn node(&self, place: usize) -> Option<&Node> {
        self.figure.nodes.get(*self.order.get(place)?)
    }

    /// The actors, in the order of rows and columns.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.order.iter().filter_map(|node| self.figure.nodes.get(*node))
    }

    /// The actors, bloc by bloc.
    pub(super) fn communities(&self) -> Vec<Vec<&Node>> {
        let ends: Vec<usize> = [0].into_iter().chain(self.breaks.iter().copied()).chain([self.order.len()]).collect();
        ends.windows(2).map(|ends| (ends[0]..ends[1]).filter_map(|place| self.node(place)).collect()).collect()
    }
}

/// A name as long as there is room for, and its width.
fn fitted(name: &str, size: f64) -> (String, f64) {
    let mut name = measure::clean(name);
    let width = measure::width(&name, size, false);
    if width <= NAME * size {
        return (name, width);
    }
    let letters = name.chars().count() as f64;
    let kept = (letters * NAME * size / width).max(1.0) as usize;
    name = name.chars().take(kept).collect::<String>().trim_end().to_owned() + "…";
    let width = measure::width(&name, size, false);
    (name, width)
}
