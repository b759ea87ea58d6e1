//! Charts that are rows of words: a title, a head, rows with a rule between them, legend and source, on one page or several.
//!
//! Words are as large as a class needs them on a slide of 1280 by 720. What a page has no room for goes on to the next one; without a page
//! to fill it grows in height.

use parallax_core::messages::Messages;
use parallax_layout::Point;

use crate::diagram::options::Options;
use crate::diagram::page::{below, group, rule};
use crate::figure::Caption;
use crate::scene::block::Block;
use crate::scene::{Anchor, Item, Scene};
use crate::style::colour_role::ColourRole;
use crate::style::fit::Fit;
use crate::style::measure;
use crate::style::theme::{Metrics, Sizes};

/// The size of words that are read from the last row.
pub(super) const WORDS: f64 = 16.0;
/// The size of words that qualify others.
pub(super) const ASIDE: f64 = 14.0;
/// The width of a page that nobody asks to be another.
const WIDTH: f64 = 1280.0;
/// The most that rows are moved apart to fill a page.
const APART: f64 = 26.0;
/// By which share a page is made larger that has no room for its highest row.
const LARGER: f64 = 1.05;

/// A row from the origin.
pub(super) struct Band {
    pub(super) height: f64,
    pub(super) item: Item,
    /// What it says, for whoever cannot see it.
    pub(super) told: String,
}

/// What stands on the pages of one width.
pub(super) struct Sheet {
    /// What stands under the title of every page, from the origin, and its height.
    pub(super) head: (Vec<Item>, f64),
    pub(super) bands: Vec<Band>,
    /// The legend from the origin, and its height.
    pub(super) legend: (Vec<Item>, f64),
    /// Works, selection, and what is left out.
    pub(super) source: String,
    /// What stands there if there is no row.
    pub(super) nothing: String,
    /// How the chart is read, for whoever cannot see it.
    pub(super) described: String,
}

/// The sizes of such a chart: those of a theme, with larger words around the rows.
pub(super) fn sizes(metrics: &Metrics) -> Metrics {
    let text = Sizes { legend: ASIDE, ..metrics.text };
    Metrics { text, ..*metrics }
}

/// The first page and those that follow, in such sizes; `sheet` says what stands between margins of a width.
pub(super) fn pages(
    caption: &Caption,
    options: &Options,
    metrics: &Metrics,
    sheet: impl Fn(f64) -> Sheet,
) -> (Scene, Vec<Scene>) {
    let around = 2.0 * metrics.page.margin;
    let Some(fit) = options.style.fit else {
        let paper = Paper { caption, metrics: *metrics, width: WIDTH, fit: None, sheet: sheet(WIDTH - around) };
        return (paper.scene(&paper.sheet.bands, 0.0, (1, 1)), Vec::new());
    };
    let mut least = fit.page_of_letters(metrics.text.least()).0;
    loop {
        let (width, height) = fit.within(least);
        let paper = Paper { caption, metrics: *metrics, width, fit: Some((fit, height)), sheet: sheet(width - around) };
        let room = height - paper.around();
        if paper.sheet.bands.iter().all(|band| band.height <= room) && room > 0.0 {
            return paper.scenes(room);
        }
        least *= LARGER;
    }
}

/// A page with what is to stand on it.
struct Paper<'a> {
    caption: &'a Caption,
    metrics: Metrics,
    width: f64,
    /// The page to fill, and its height.
    fit: Option<(Fit, f64)>,
    sheet: Sheet,
}

impl Paper<'_> {
    fn say(&self) -> &'static Messages {
        self.caption.messages
    }

    fn inner(&self) -> f64 {
        self.width - 2.0 * self.metrics.page.margin
    }

    /// How high all is that is no row.
    fn around(&self) -> f64 {
        let title = Block::wrap(&self.title((1, 2)), self.metrics.text.title, true, self.inner());
        self.top(&title) + self.sheet.head.1 + self.foot()
    }

    /// Where what stands under a title begins.
    fn top(&self, title: &Block) -> f64 {
        self.metrics.page.margin + title.height + self.metrics.page.gap * 0.7
    }

    /// As many rows on each page as it has room for.
    fn scenes(&self, room: f64) -> (Scene, Vec<Scene>) {
        let bands = &self.sheet.bands;
        let (mut ends, mut filled) = (Vec::new(), 0.0);
        for (place, band) in bands.iter().enumerate() {
            if filled + band.height > room {
                ends.push(place);
                filled = 0.0;
            }
            filled += band.height;
        }
        let count = ends.len() + 1;
        let page = |from: usize, to: usize, number: usize| {
            let part = &bands[from..to];
            let spare = room - part.iter().map(|band| band.height).sum::<f64>();
            let apart = (spare / part.len().max(1) as f64).clamp(0.0, APART);
            self.scene(part, apart, (number, count))
        };
        ends.push(bands.len());
        let more = ends.windows(2).zip(2..).map(|(ends, number)| page(ends[0], ends[1], number)).collect();
        (page(0, ends[0], 1), more)
    }

    fn title(&self, (number, count): (usize, usize)) -> String {
        let title = measure::clean(&self.caption.title);
        if count == 1 {
            return title;
        }
        let values = [("title", title.into()), ("number", number.into()), ("count", count.into())];
        self.say().with("title-page", values)
    }

    /// A page with some of the rows, so far apart.
    fn scene(&self, bands: &[Band], apart: f64, number: (usize, usize)) -> Scene {
        let (sizes, inner) = (&self.metrics.page, self.inner());
        let left = sizes.margin;
        let named = self.title(number);
        let title = Block::wrap(&named, self.metrics.text.title, true, inner);
        let mut items = vec![group("title", title.items(Point::new(left, left), Anchor::Start, ColourRole::Ink))];
        let mut y = self.top(&title);
        let moved = |items: &[Item], y: f64| items.iter().map(|item| item.clone().moved(Point::new(left, y))).collect();
        if !self.sheet.head.0.is_empty() {
            items.push(group("head", moved(&self.sheet.head.0, y)));
            y += self.sheet.head.1;
        }
        if self.sheet.bands.is_empty() {
            let nothing = Block::wrap(&self.sheet.nothing, self.metrics.text.heading, false, inner);
            items.push(group("nothing", nothing.items(Point::new(left, y), Anchor::Start, ColourRole::Quiet)));
            y += nothing.height + sizes.gap;
        }
        for band in bands {
            items.push(rule(left, y, inner));
            items.extend(moved(std::slice::from_ref(&band.item), (y + apart / 2.0).round()));
            y += band.height + apart;
        }
        if self.sheet.legend.0.is_empty() && !bands.is_empty() {
            items.push(rule(left, y, inner));
        }
        let foot = self.fit.map_or(y, |(_, height)| y.max(height - self.foot()));
        let at = Point::new(left, foot);
        let y = below(&mut items, self.sheet.legend.clone(), &self.sheet.source, at, inner, &self.metrics);
        let height =
            self.fit.filter(|_| !bands.is_empty()).map_or((y + sizes.margin * 0.75).ceil(), |(_, height)| height);
        let told = bands.iter().map(|band| &*band.told);
        let desc: Vec<&str> = [&*self.sheet.described].into_iter().chain(told).collect();
        Scene {
            width: self.width,
            height,
            size: self.fit.and_then(|(fit, _)| fit.size),
            language: self.say().code,
            title: named,
            desc: measure::clean(&desc.join(" ")),
            items,
        }
    }

    /// How high legend and source are, with the margin below them.
    fn foot(&self) -> f64 {
        let legend = self.sheet.legend.clone();
        below(&mut Vec::new(), legend, &self.sheet.source, Point::default(), self.inner(), &self.metrics)
            + self.metrics.page.margin * 0.75
    }
}

/// What the line of sources says: works, selection, and sentences on what is left out.
pub(super) fn source(caption: &Caption, remarks: impl IntoIterator<Item = String>) -> String {
    let say = caption.messages;
    let works =
        (!caption.source.is_empty()).then(|| say.with("source-after", [("works", caption.source.join("; ").into())]));
    let selected =
        (!caption.selected.is_empty()).then(|| say.with("source-selected", [("keys", (&*caption.selected).into())]));
    works.into_iter().chain(selected).chain(remarks).filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" ")
}
