//! A handout whose letters would be too small on its page: its notes go on to a second one, and a third.

use parallax_layout::{Point, Rect};

use crate::diagram::notes::Notes;
use crate::diagram::options::Options;
use crate::diagram::page::{self, group, rule};
use crate::diagram::panel::Panel;
use crate::figure::Figure;
use crate::scene::block::Block;
use crate::scene::letter_size::small;
use crate::scene::{Anchor, Item, Scene};
use crate::style::colour_role::ColourRole;
use crate::style::fit::Fit;
use crate::style::fit::Size;
use crate::style::theme::Metrics;

/// From a rule to the notes below it.
const BELOW: f64 = 8.0;

/// The pages of a picture: one, or several if it is a handout with notes that fills paper, and has no room for them.
pub(super) fn pages(
    figures: &[Figure],
    metrics: &Metrics,
    options: &Options,
    panels: &mut [Panel],
    frame: Rect,
) -> Vec<Scene> {
    let whole = page::scene(figures, metrics, options, panels, frame);
    let (Some(fit), Some(notes)) = (options.style.fit, &options.notes) else { return vec![whole] };
    let is_paper = matches!(fit.size, Some(Size::Millimetres(..)));
    if !is_paper || small(&whole, fit).is_none() {
        return vec![whole];
    }
    let mut bare = options.clone();
    bare.notes = None;
    bare.remarks.push(Figure::language(figures).text("source-goes-on"));
    let (wide, high) = fit.page_of_letters(metrics.text.least());
    let paper = Paper { figures, metrics, fit, notes, wide, high };
    paper.pages(&bare, panels, frame)
}

/// The paper that notes are written on: as wide and high as their letters allow.
struct Paper<'a> {
    figures: &'a [Figure],
    metrics: &'a Metrics,
    fit: Fit,
    notes: &'a Notes,
    wide: f64,
    high: f64,
}

impl Paper<'_> {
    fn pages(&self, bare: &Options, panels: &mut [Panel], frame: Rect) -> Vec<Scene> {
        let first = page::scene(self.figures, self.metrics, bare, panels, frame);
        let title = first.title.clone();
        let sizes = &self.metrics.page;
        let head = Block::wrap(&title, self.metrics.text.heading, true, self.inner());
        let top = sizes.margin + head.height + sizes.gap + BELOW;
        // A picture that is too large for its letters has the first page for itself.
        let alone = first.width > self.wide + 0.01;
        let needed = page::height(self.figures, self.metrics, bare, panels, frame, self.wide);
        let beside = if alone { 0.0 } else { self.high - needed - sizes.gap - BELOW };
        let room = [beside.max(0.0), self.high - top - sizes.margin];
        let mut notes = self.notes.pages(self.figures, self.metrics, self.inner(), room).into_iter();
        let (beside, height) = notes.next().unwrap_or_default();
        let more: Vec<(Vec<Item>, f64)> = notes.collect();
        let mut pages = vec![if alone || beside.is_empty() {
            first
        } else {
            let spare = (self.high - needed - sizes.gap - BELOW - height).max(0.0);
            let picture = page::on(self.figures, self.metrics, bare, panels, frame, (self.wide, spare));
            self.with_notes(picture, beside)
        }];
        let count = more.len() + 1;
        pages.extend(
            more.into_iter().zip(2..).map(|((items, _), number)| self.page(&title, items, top, (number, count))),
        );
        pages
    }

    /// What stands between the margins.
    fn inner(&self) -> f64 {
        self.wide - 2.0 * self.metrics.page.margin
    }

    /// The picture with what there is room for below it.
    fn with_notes(&self, mut picture: Scene, notes: Vec<Item>) -> Scene {
        let sizes = &self.metrics.page;
        let y = picture.height - sizes.margin * 0.75 + sizes.gap;
        picture.items.push(rule(sizes.margin, y, self.inner()));
        let at = Point::new(sizes.margin, y + BELOW);
        picture.items.push(group("notes", notes.into_iter().map(|item| item.moved(at)).collect()));
        Scene { width: self.wide, height: self.high, size: self.fit.size, ..picture }
    }

    /// A page of notes alone.
    fn page(&self, title: &str, notes: Vec<Item>, top: f64, (number, count): (usize, usize)) -> Scene {
        let (metrics, margin) = (self.metrics, self.metrics.page.margin);
        let say = Figure::language(self.figures);
        let title =
            say.with("title-page", [("title", title.into()), ("number", number.into()), ("count", count.into())]);
        let head = Block::wrap(&title, metrics.text.heading, true, self.inner());
        let at = Point::new(margin, top);
        let items = vec![
            group("title", head.items(Point::new(margin, margin), Anchor::Start, ColourRole::Ink)),
            rule(margin, top - BELOW, self.inner()),
            group("notes", notes.into_iter().map(|item| item.moved(at)).collect()),
        ];
        let desc = say.with("described-page", [("number", number.into()), ("count", count.into())]);
        let (width, height, size) = (self.wide, self.high, self.fit.size);
        Scene { width, height, size, language: say.code, title, desc, items }
    }
}
