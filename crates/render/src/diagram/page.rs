//! The page: panels side by side, with title, headings, legend and source around them.

use parallax_layout::{Point, Rect};

use crate::diagram::legend::{self, Areas};
use crate::diagram::options::Options;
use crate::diagram::panel::Panel;
use crate::figure::Figure;
use crate::figure::words;
use crate::scene::block::Block;
use crate::scene::{Anchor, Group, Item, Outline, Paint, Pen, Scene};
use crate::style::colour_role::ColourRole;
use crate::style::fit::{Fit, grid};
use crate::style::measure;
use crate::style::render_style::{Labels, LegendDetail};
use crate::style::theme::Metrics;

/// The panels with all that stands around them. `frame` is what each of them covers; where they stand is written into them.
pub(super) fn scene(
    figures: &[Figure],
    metrics: &Metrics,
    options: &Options,
    panels: &mut [Panel],
    frame: Rect,
) -> Scene {
    let page = Page { figures, metrics, options };
    let Some(fit) = options.style.fit else { return page.set(panels, frame, page.least().0, 0.0) };
    let (width, height) = page.fill(fit, panels, frame);
    let spare = height - page.set(panels, frame, width, 0.0).height;
    Scene { width, height, size: fit.size, ..page.set(panels, frame, width, spare) }
}

/// How high all is on a page of this width.
pub(super) fn height(
    figures: &[Figure],
    metrics: &Metrics,
    options: &Options,
    panels: &mut [Panel],
    frame: Rect,
    width: f64,
) -> f64 {
    Page { figures, metrics, options }.set(panels, frame, width, 0.0).height
}

/// All on a page of this width, with so much room to spare around the panels.
pub(super) fn on(
    figures: &[Figure],
    metrics: &Metrics,
    options: &Options,
    panels: &mut [Panel],
    frame: Rect,
    (width, spare): (f64, f64),
) -> Scene {
    Page { figures, metrics, options }.set(panels, frame, width, spare)
}

/// Width and height that so many panels would each have on the page that letters have their sizes for: what title, headings, legend and
/// source leave. A handout has its notes below.
pub(super) fn room(figures: &[Figure], metrics: &Metrics, options: &Options, panels: usize) -> (f64, f64) {
    let page = Page { figures, metrics, options };
    let sizes = &metrics.page;
    let (wide, high) = page.least();
    let inner = wide - 2.0 * sizes.margin;
    let heading = if panels > 1 { metrics.text.heading * 1.2 + sizes.gap } else { 0.0 };
    let say = Figure::language(figures);
    let ghosts = (panels > 1).then(|| say.text("legend-not-in-panel"));
    let legend =
        legend::legend(&page.told(figures.to_vec()), metrics, say, ghosts.as_deref(), None, (inner, page.detail()));
    let said = source(figures, &options.remarks);
    let bottom = below(&mut Vec::new(), legend, &said, Point::default(), inner, metrics) + sizes.gap;
    let (columns, rows) = grid(panels, options.style.fit);
    let between = |count: usize| (count - 1) as f64 * 2.0 * sizes.margin;
    let left = high - page.top(&page.title(wide)) - bottom - sizes.margin * 0.75 - between(rows);
    let room = ((inner - between(columns)) / columns as f64 - SPARE, left / rows as f64 - heading - SPARE);
    let has_notes_below = options.notes.is_some() && options.style.fit.is_some_and(|fit| fit.aspect() < 1.0);
    (room.0, if has_notes_below { room.1.min(room.0 * UPPER) } else { room.1 })
}

/// What of the room stays free for a label that stands a little outside.
const SPARE: f64 = 10.0;

/// How high a picture with notes below it is on upright paper, as a share of its width.
const UPPER: f64 = 0.62;

/// What stands on a page, and how it looks.
struct Page<'a> {
    figures: &'a [Figure],
    metrics: &'a Metrics,
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
    /// The page that letters have their sizes for.
    fn least(&self) -> (f64, f64) {
        self.options.style.fit.unwrap_or(Fit::SLIDE).page_of_letters(self.metrics.text.least())
    }

    /// How much the legend explains: on paper, beside notes, all.
    fn detail(&self) -> LegendDetail {
        let usual = if self.options.notes.is_some() { LegendDetail::Full } else { LegendDetail::Short };
        self.options.style.legend.unwrap_or(usual)
    }

    /// The title on a page of this width.
    fn title(&self, width: f64) -> Block {
        let title = match (&self.options.title, self.figures) {
            (Some(title), _) => title,
            (None, [figure]) => &figure.title,
            (None, _) => "",
        };
        Block::wrap(title, self.metrics.text.title, true, width - 2.0 * self.metrics.page.margin)
    }

    /// Where what stands under a title begins.
    fn top(&self, title: &Block) -> f64 {
        let sizes = &self.metrics.page;
        sizes.margin + title.height + if title.lines.is_empty() { 0.0 } else { sizes.gap }
    }

    /// The page, at least `least` wide and with `spare` height around the panels.
    fn set(&self, panels: &mut [Panel], frame: Rect, least: f64, spare: f64) -> Scene {
        let room = self.arrange(panels, frame, least, spare);
        self.scene(panels, &room)
    }

    /// Width and height of the smallest page of the wanted proportions.
    fn fill(&self, fit: Fit, panels: &mut [Panel], frame: Rect) -> (f64, f64) {
        let least = self.set(panels, frame, self.least().0, 0.0).width;
        fit.page(least, |width| self.set(panels, frame, width, 0.0).height)
    }

    /// Stands the panels side by side, and says what page they fill.
    fn arrange(&self, panels: &mut [Panel], frame: Rect, least: f64, spare: f64) -> Room {
        let sizes = &self.metrics.page;
        let (wide, high) = if frame.is_nothing() { (sizes.least, 120.0) } else { (frame.width(), frame.height()) };
        let (columns, rows) = grid(panels.len(), self.options.style.fit);
        let between = 2.0 * sizes.margin;
        let filled = columns as f64 * wide + (columns - 1) as f64 * between;
        let width = (filled.max(sizes.least) + 2.0 * sizes.margin).max(least);
        let title = self.title(width);
        let heading = if self.has_headings() { self.metrics.text.heading * 1.2 + sizes.gap } else { 0.0 };
        let top = self.top(&title);
        let left = (width - filled) / 2.0;
        let corner = if frame.is_nothing() { Point::default() } else { frame.min };
        for (index, panel) in panels.iter_mut().enumerate() {
            let (column, row) = ((index % columns) as f64, (index / columns) as f64);
            let at = Point::new(
                left + column * (wide + between),
                top + spare / 2.0 + heading + row * (high + heading + between),
            );
            panel.at = (at - corner).rounded();
        }
        let bottom = top + spare + rows as f64 * (high + heading) + (rows - 1) as f64 * between + sizes.gap;
        Room { width, title, bottom, corner, wide }
    }

    /// Headings tell panels apart; a single figure has its title, unless the picture has another.
    fn has_headings(&self) -> bool {
        self.figures.len() > 1
    }

    fn scene(&self, panels: &[Panel], room: &Room) -> Scene {
        let (metrics, sizes) = (self.metrics, &self.metrics.page);
        let left = sizes.margin;
        let inner = room.width - 2.0 * sizes.margin;
        let mut items =
            vec![group("title", room.title.items(Point::new(left, sizes.margin), Anchor::Start, ColourRole::Ink))];
        for (number, panel) in panels.iter().enumerate() {
            let prefix = if panels.len() > 1 { format!("p{}-", number + 1) } else { String::new() };
            if self.has_headings() {
                let at = panel.at + room.corner - Point::new(0.0, metrics.text.heading * 1.2 + sizes.gap);
                let heading = Block::wrap(&panel.figure.title, metrics.text.heading, true, room.wide);
                items.push(group("heading", heading.items(at, Anchor::Start, ColourRole::Ink)));
                items.push(rule(at.x, at.y + metrics.text.heading * 1.2 + 4.0, room.wide));
            }
            items.push(panel.group(&prefix, metrics));
        }
        let mut y = room.bottom;
        if panels.iter().all(|panel| panel.figure.nodes.is_empty()) {
            let nothing = Block::wrap(&nothing(self.figures), metrics.text.heading, false, inner);
            items.push(group("nothing", nothing.items(Point::new(left, y - 100.0), Anchor::Start, ColourRole::Quiet)));
        }
        let absent = if panels.len() > 1 { "legend-not-in-panel" } else { "legend-no-difference" };
        let ghosts = panels.iter().any(|panel| !panel.ghosts.is_empty());
        let say = Figure::language(self.figures);
        let ghosts = ghosts.then(|| say.text(absent));
        let areas = Areas::of(panels);
        let legend = legend::legend(
            &self.explained(panels),
            metrics,
            say,
            ghosts.as_deref(),
            areas.as_ref(),
            (inner, self.detail()),
        );
        y = below(
            &mut items,
            legend,
            &source(self.figures, &self.options.remarks),
            Point::new(left, y),
            inner,
            metrics,
        );
        if let Some(notes) = &self.options.notes {
            let (notes, height) = notes.block(self.figures, metrics, inner);
            y += sizes.gap;
            items.push(rule(left, y, inner));
            let at = Point::new(left, y + 8.0);
            items.push(group("notes", notes.into_iter().map(|item| item.moved(at)).collect()));
            y += 8.0 + height;
        }
        let height = y + sizes.margin * 0.75;
        let told = areas.map_or(String::new(), |areas| format!(" {}", areas.told));
        let desc = measure::clean(&format!("{}{told}", words::describe(self.figures)));
        let title = if room.title.lines.is_empty() { self.titles() } else { room.title.lines.join(" ") };
        let up = |length: f64| length.ceil();
        let (width, height) = (up(room.width), up(height));
        let language = Figure::language(self.figures).code;
        Scene { width, height, size: None, language, title, desc, items }
    }

    /// What the legend explains: what is drawn in full, with the labels that it has.
    fn explained(&self, panels: &[Panel]) -> Vec<Figure> {
        self.told(panels.iter().map(Panel::drawn).collect())
    }

    /// Figures with the labels that lines have.
    fn told(&self, mut figures: Vec<Figure>) -> Vec<Figure> {
        if self.options.style.labels.unwrap_or_default() != Labels::All {
            figures.iter_mut().flat_map(|figure| &mut figure.edges).for_each(|edge| edge.label.clear());
        }
        figures
    }

    fn titles(&self) -> String {
        self.figures.iter().map(|figure| measure::clean(&figure.title)).collect::<Vec<_>>().join(" · ")
    }
}

/// What was selected: once if the same for all figures, else by figure.
fn selected(figures: &[Figure]) -> String {
    let said = |keys: &str| format!(" {}", Figure::language(figures).with("source-selected", [("keys", keys.into())]));
    let first = figures.first().map_or("", |figure| &figure.selected);
    if figures.iter().all(|figure| figure.selected == first) {
        return if first.is_empty() { String::new() } else { said(first) };
    }
    // A heading that tells two figures of the same authors apart says it already.
    let told = |figure: &&Figure| !figure.selected.is_empty() && !figure.title.contains(&figure.selected);
    let each = figures.iter().filter(told).map(|figure| format!("{} {}", figure.title, figure.selected));
    let each: Vec<String> = each.collect();
    if each.is_empty() { String::new() } else { said(&each.join("; ")) }
}

/// The sources of all figures, each once, what is counted but not drawn, and what else is to be said.
pub(super) fn source(figures: &[Figure], remarks: &[String]) -> String {
    let say = Figure::language(figures);
    let mut said: Vec<&str> = Vec::new();
    for work in figures.iter().flat_map(|figure| &figure.source) {
        if !said.contains(&&**work) {
            said.push(work);
        }
    }
    let after = || say.with("source-after", [("works", said.join("; ").into())]) + &selected(figures);
    let works = if said.is_empty() { String::new() } else { after() };
    let alike = match figures.iter().map(|figure| figure.alike.lines).max().unwrap_or(0) {
        0 => String::new(),
        lines => say.count("source-alike", lines),
    };
    let drawn = drawn(figures);
    let said = [&works, &alike, &drawn].into_iter().chain(remarks);
    said.filter(|text| !text.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// What stands in place of a picture without a line.
pub(super) fn nothing(figures: &[Figure]) -> String {
    let selected = figures.iter().any(|figure| figure.statements > 0);
    Figure::language(figures).text(if selected { "nothing-drawn" } else { "nothing-selected" })
}

/// What a picture leaves out of what is selected, and of what is contested.
fn drawn(figures: &[Figure]) -> String {
    let say = Figure::language(figures);
    let firm = figures.iter().any(|figure| figure.only_firm).then(|| say.text("source-only-firm"));
    let said = [drawn_statements(figures)].into_iter().chain(firm).filter(|part| !part.is_empty());
    said.collect::<Vec<_>>().join(" ")
}

/// How many of the statements that are selected a picture draws, figure by figure, and why not the others; nothing if it draws all.
fn drawn_statements(figures: &[Figure]) -> String {
    let say = Figure::language(figures);
    let each: Vec<_> = figures.iter().map(|figure| (figure.drawn(), figure)).collect();
    if each.iter().all(|(drawn, figure)| drawn.len() >= figure.statements) {
        return String::new();
    }
    let shares = each.iter().map(|(drawn, figure)| {
        say.with("source-share", [("n", drawn.len().into()), ("all", figure.statements.into())])
    });
    let shares = shares.reduce(|all, next| say.all_of(&[all, next])).unwrap_or_default();
    let said = say.with("source-drawn", [("shares", shares.into())]);
    let unheld: usize = each.iter().map(|(drawn, figure)| figure.unheld.difference(drawn).count()).sum();
    let loops: usize = figures.iter().map(|figure| figure.loops).sum();
    let unheld = (unheld > 0).then(|| say.count("source-unheld", unheld));
    let loops = (loops > 0).then(|| say.count("source-loops", loops));
    let why: Vec<String> = unheld.into_iter().chain(loops).collect();
    if why.is_empty() {
        return said;
    }
    format!("{said} {}", say.with("source-not-drawn", [("why", why.join(", ").into())]))
}

/// Puts the legend, which is so high, and the source under a picture; gives where they end.
pub(super) fn below(
    items: &mut Vec<Item>,
    (legend, height): (Vec<Item>, f64),
    source: &str,
    mut at: Point,
    inner: f64,
    metrics: &Metrics,
) -> f64 {
    if !legend.is_empty() {
        items.push(rule(at.x, at.y, inner));
        at.y += 8.0;
        items.push(group("legend", legend.into_iter().map(|item| item.moved(at)).collect()));
        at.y += height;
    }
    let source = Block::run(source, metrics.text.source, false, inner);
    items.push(group("source", source.items(Point::new(at.x, at.y + 4.0), Anchor::Start, ColourRole::Quiet)));
    at.y + source.height + if source.lines.is_empty() { 0.0 } else { 4.0 }
}

/// Items of a class.
pub(super) fn group(class: &str, items: Vec<Item>) -> Item {
    Item::Group(Group { class: class.to_owned(), items, ..Group::default() })
}

/// A thin line across the page.
pub(super) fn rule(left: f64, y: f64, width: f64) -> Item {
    let line = Outline::Line(vec![Point::new(left, y), Point::new(left + width, y)]);
    Item::Shape(line, Paint::line(Pen::plain(ColourRole::Ghost, 1.0)))
}
