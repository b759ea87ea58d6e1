//! The page: panels side by side, with title, headings, legend and source around them.

use super::figure::Figure;
use super::legend;
use super::measure::{self, Block};
use super::options::Options;
use super::panel::Panel;
use super::scene::{Anchor, Group, Item, Outline, Paint, Pen, Scene};
use super::theme::Theme;
use super::words;
use crate::layout::{Point, Rect};

/// The panels with all that stands around them. `frame` is what each of them covers; where they stand is written into them.
pub(super) fn scene(figures: &[Figure], theme: &Theme, options: &Options, panels: &mut [Panel], frame: Rect) -> Scene {
    let page = Page { figures, theme, options };
    let room = page.arrange(panels, frame);
    page.scene(panels, &room)
}

/// What stands on a page, and how it looks.
struct Page<'a> {
    figures: &'a [Figure],
    theme: &'a Theme,
    options: &'a Options,
}

/// What the panels leave to title, legend and source.
struct Room {
    width: f64,
    title: Block,
    bottom: f64,
    corner: Point,
    wide: f64,
}

impl Page<'_> {
    /// Stands the panels side by side, and says what page they fill.
    fn arrange(&self, panels: &mut [Panel], frame: Rect) -> Room {
        let sizes = &self.theme.page;
        let (wide, high) = if frame.is_nothing() { (sizes.least, 120.0) } else { (frame.width(), frame.height()) };
        let (columns, rows) = grid(panels.len());
        let between = 2.0 * sizes.margin;
        let filled = columns as f64 * wide + (columns - 1) as f64 * between;
        let width = filled.max(sizes.least) + 2.0 * sizes.margin;
        let title = match (&self.options.title, self.figures) {
            (Some(title), _) => title.clone(),
            (None, [figure]) => figure.title.clone(),
            (None, _) => String::new(),
        };
        let title = Block::wrap(&title, self.theme.text.title, true, width - 2.0 * sizes.margin);
        let heading = if self.has_headings() { self.theme.text.heading * 1.2 + sizes.gap } else { 0.0 };
        let top = sizes.margin + title.height + if title.lines.is_empty() { 0.0 } else { sizes.gap };
        let left = (width - filled) / 2.0;
        let corner = if frame.is_nothing() { Point::default() } else { frame.min };
        for (index, panel) in panels.iter_mut().enumerate() {
            let (column, row) = ((index % columns) as f64, (index / columns) as f64);
            let at = Point::new(left + column * (wide + between), top + heading + row * (high + heading + between));
            panel.at = (at - corner).rounded();
        }
        let bottom = top + rows as f64 * (high + heading) + (rows - 1) as f64 * between + sizes.gap;
        Room { width, title, bottom, corner, wide }
    }

    /// Headings tell panels apart; a single figure has its title, unless the picture has another.
    fn has_headings(&self) -> bool {
        self.figures.len() > 1
    }

    fn scene(&self, panels: &[Panel], room: &Room) -> Scene {
        let (theme, sizes) = (self.theme, &self.theme.page);
        let left = sizes.margin;
        let inner = room.width - 2.0 * sizes.margin;
        let mut items =
            vec![group("title", room.title.items(Point::new(left, sizes.margin), Anchor::Start, theme.ink))];
        for (number, panel) in panels.iter().enumerate() {
            let prefix = if panels.len() > 1 { format!("p{}-", number + 1) } else { String::new() };
            if self.has_headings() {
                let at = panel.at + room.corner - Point::new(0.0, theme.text.heading * 1.2 + sizes.gap);
                let heading = Block::wrap(&panel.figure.title, theme.text.heading, true, room.wide);
                items.push(group("heading", heading.items(at, Anchor::Start, theme.ink)));
                items.push(rule(at.x, at.y + theme.text.heading * 1.2 + 4.0, room.wide, theme));
            }
            items.push(panel.group(&prefix, theme));
        }
        let mut y = room.bottom;
        if panels.iter().all(|panel| panel.figure.nodes.is_empty()) {
            let nothing = Block::wrap("Nothing to draw: no statement is selected.", theme.text.heading, false, inner);
            items.push(group("nothing", nothing.items(Point::new(left, y - 100.0), Anchor::Start, theme.quiet)));
        }
        let ghosts = panels.iter().any(|panel| !panel.ghosts.is_empty());
        let (legend, height) = legend::legend(self.figures, theme, ghosts, inner);
        if !legend.is_empty() {
            items.push(rule(left, y, inner, theme));
            y += 8.0;
            let at = Point::new(left, y);
            items.push(group("legend", legend.into_iter().map(|item| item.moved(at)).collect()));
            y += height;
        }
        let source = Block::run(&source(self.figures), theme.text.source, false, inner);
        items.push(group("source", source.items(Point::new(left, y + 4.0), Anchor::Start, theme.quiet)));
        let height = y + source.height + if source.lines.is_empty() { 0.0 } else { 4.0 } + sizes.margin * 0.75;
        let desc = measure::clean(&words::describe(self.figures));
        let title = if room.title.lines.is_empty() { self.titles() } else { room.title.lines.join(" ") };
        let up = |length: f64| length.ceil();
        Scene { width: up(room.width), height: up(height), ground: theme.ground, title, desc, items }
    }

    fn titles(&self) -> String {
        self.figures.iter().map(|figure| measure::clean(&figure.title)).collect::<Vec<_>>().join(" · ")
    }
}

/// What was selected: once if the same for all figures, else by figure.
fn selected(figures: &[Figure]) -> String {
    let first = figures.first().map_or("", |figure| &figure.selected);
    if figures.iter().all(|figure| figure.selected == first) {
        return if first.is_empty() { String::new() } else { format!(" Selected: {first}.") };
    }
    // A heading that tells two figures of the same authors apart says it already.
    let told = |figure: &&Figure| !figure.selected.is_empty() && !figure.title.contains(&figure.selected);
    let each = figures.iter().filter(told).map(|figure| format!("{} {}", figure.title, figure.selected));
    let each: Vec<String> = each.collect();
    if each.is_empty() { String::new() } else { format!(" Selected: {}.", each.join("; ")) }
}

/// The sources of all figures, each once, and what is counted but not drawn.
pub(super) fn source(figures: &[Figure]) -> String {
    let mut said: Vec<&str> = Vec::new();
    for work in figures.iter().flat_map(|figure| &figure.source) {
        if !said.contains(&&**work) {
            said.push(work);
        }
    }
    let works =
        if said.is_empty() { String::new() } else { format!("After {}.{}", said.join("; "), selected(figures)) };
    let works = match figures.iter().map(|figure| figure.alike.lines).max().unwrap_or(0) {
        0 => works,
        1 => format!("{works} Left out: 1 line that both draw alike."),
        lines => format!("{works} Left out: {lines} lines that both draw alike."),
    };
    match figures.iter().map(|figure| figure.loops).max().unwrap_or(0) {
        0 => works,
        1 => format!("{works} Not drawn: 1 statement within one actor."),
        loops => format!("{works} Not drawn: {loops} statements within one actor."),
    }
}

/// Columns and rows for panels: two and three side by side, more in a square.
pub(super) fn grid(panels: usize) -> (usize, usize) {
    let columns = (1..=panels).find(|columns| columns * columns >= panels).unwrap_or(1);
    let columns = if panels <= 3 { panels.max(1) } else { columns };
    (columns, panels.div_ceil(columns).max(1))
}

/// Items of a class.
pub(super) fn group(class: &str, items: Vec<Item>) -> Item {
    Item::Group(Group { class: class.to_owned(), items, ..Group::default() })
}

/// A thin line across the page.
pub(super) fn rule(left: f64, y: f64, width: f64, theme: &Theme) -> Item {
    let line = Outline::Line(vec![Point::new(left, y), Point::new(left + width, y)]);
    Item::Shape(line, Paint::line(Pen::plain(theme.ghost, 1.0)))
}
