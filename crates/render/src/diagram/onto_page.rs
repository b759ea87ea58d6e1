//! Figures -> a page: actors pressed onto it, words thinned out where they have no room, or a poster that says on which paper it can be read.

use std::collections::BTreeSet;

use parallax_layout::{Placement, Rect};

use crate::Error;
use crate::diagram::drawing::Drawing;
use crate::diagram::options::{Options, Positions};
use crate::diagram::page;
use crate::diagram::panel::Panel;
use crate::diagram::panel_composer::PanelComposer;
use crate::diagram::thinning::crowded;
use crate::figure::Figure;
use crate::figure::narrow::narrowed;
use crate::style::fit::{Fit, LEAST_ON_PAPER, POINTS, grid, smallest_paper};

/// What stands around the picture of an explorer page makes it this much flatter than the page.
const LOWER: f64 = 1.25;

/// How often words are thinned out.
const ROUNDS: usize = 6;

/// With more lines than this no words are drawn.
const MOST_WORDS: usize = 600;

/// The share of a page that boxes and words fill at most if they are to be read.
const FULL: f64 = 0.75;

/// The room around boxes, and around words.
const AROUND: (f64, f64) = (24.0, 6.0);

/// On which shares of the room actors are pressed, one after the other, until lines and words stay on all of it.
const PRESSED: [f64; 3] = [1.0, 0.94, 0.88];

/// Draws figures: one fills the picture, several stand side by side on one layout.
///
/// # Errors
///
/// If an actor in focus is not drawn, or the layout engine fails.
pub fn draw(figures: &[Figure], options: &Options) -> Result<Drawing, Error> {
    let (figures, options) = prepared(figures, options)?;
    Ok(laid_out(&figures, &options, figures.len())?.drawing())
}

/// Figures with their actors placed, and the panels that come of it.
struct LaidOut<'f> {
    composer: PanelComposer<'f>,
    placement: Placement,
    panels: Vec<Panel>,
    /// What the panels cover together.
    frame: Rect,
}

impl LaidOut<'_> {
    fn drawing(self) -> Drawing {
        self.composer.finished(self.panels, self.frame)
    }

    /// Whether every panel has room on so much of a page.
    fn fits(&self, (wide, high): (f64, f64)) -> bool {
        self.frame.is_nothing() || (self.frame.width() <= wide && self.frame.height() <= high)
    }
}

/// Figures in so many panels of a page: pressed onto it, with fewer words where they have no room; a poster if it is too full for that.
fn laid_out<'f>(figures: &'f [Figure], options: &Options, panels: usize) -> Result<LaidOut<'f>, Error> {
    let room = page::room(figures, &options.style.theme().metrics, options, panels);
    let mut last = None;
    for share in PRESSED {
        let mut composer = PanelComposer::on_page(figures, options, (room.0 * share, room.1 * share));
        if composer.is_free() && composer.fills() > FULL {
            break;
        }
        let placement = composer.place_actors()?;
        let tried = composer.thinned(placement);
        if !tried.composer.is_free() || (tried.fits(room) && !tried.composer.is_too_full()) {
            return Ok(tried);
        }
        if tried.composer.is_too_full() {
            last = None;
            break;
        }
        last = Some(tried);
    }
    if let Some(last) = last {
        return Ok(last);
    }
    let mut poster = PanelComposer::poster(figures, options, room);
    if figures.iter().any(|figure| figure.edges.len() > MOST_WORDS) {
        poster.wordless = figures.iter().map(|figure| (0..figure.edges.len()).collect()).collect();
        poster.state();
    }
    let placement = poster.place_actors()?;
    Ok(poster.thinned(placement))
}

/// What of the figures is drawn, and how: for a slide, unless another page is asked for or notes stand below.
fn prepared(figures: &[Figure], options: &Options) -> Result<(Vec<Figure>, Options), Error> {
    let narrowed = narrowed(figures, options.style.top, options.style.focus)?;
    let mut options = options.clone();
    options.remarks.extend(narrowed.remarks);
    if options.notes.is_none() {
        options.style.fit = options.style.fit.or(Some(Fit::SLIDE));
    }
    Ok((narrowed.figures, options))
}

/// Where figures would have their actors in one of so many panels of a page.
///
/// # Errors
///
/// As [`draw`].
pub(super) fn places(figures: &[Figure], panels: usize, options: &Options) -> Result<Positions, Error> {
    let (figures, options) = prepared(figures, options)?;
    let whole = laid_out(&figures, &options, 1)?;
    if panels == 1 {
        return Ok(whole.drawing().places());
    }
    // In a part of the page everybody stands as on the whole of it, only nearer; if there is no room for that, where there is.
    let room = page::room(&figures, &options.style.theme().metrics, &options, panels);
    let mut last = None;
    for share in PRESSED {
        let part = PanelComposer::on_page(&figures, &options, (room.0 * share, room.1 * share));
        let Some(nodes) = parallax_layout::press(&part.problem, &whole.placement.nodes, &part.layout) else { continue };
        let placement = parallax_layout::route(&part.problem, &nodes, &part.layout);
        let pressed = part.thinned(placement);
        let fits = pressed.fits(room);
        last = Some(pressed);
        if fits {
            break;
        }
    }
    if let Some(pressed) = last {
        return Ok(pressed.drawing().places());
    }
    Ok(laid_out(&figures, &options, panels)?.drawing().places())
}

/// Figures on one layout, each a panel with its origin where the others have theirs; and what the panels cover together.
pub(super) fn on_one_layout(figures: &[Figure], options: &Options) -> Result<(Vec<Panel>, Rect), Error> {
    let layout = parallax_layout::Options { aspect: options.layout.aspect * LOWER, ..options.layout.clone() };
    let mut composer = PanelComposer::measured(figures, options, layout);
    let placement = composer.place_actors()?;
    Ok(composer.panels(&placement))
}

impl<'f> PanelComposer<'f> {
    /// Whether the engine may place the actors where it likes.
    fn is_free(&self) -> bool {
        self.problem.nodes.iter().any(|node| node.pin.is_none())
    }

    /// Which share of the page boxes and words would fill, with a little room around each.
    fn fills(&self) -> f64 {
        let (wide, high) = self.layout.page.unwrap_or((f64::INFINITY, f64::INFINITY));
        let boxes = self.problem.nodes.iter().map(|node| (node.width + AROUND.0) * (node.height + AROUND.0));
        let labels = self.problem.edges.iter().map(|edge| (edge.label.0 + AROUND.1) * (edge.label.1 + AROUND.1));
        boxes.chain(labels).sum::<f64>() / (wide * high)
    }

    /// How many lines there are, and how many of them have no words for want of room.
    fn lines(&self) -> (usize, usize) {
        let lines = self.figures.iter().map(|figure| figure.edges.len()).sum();
        (lines, self.wordless.iter().map(BTreeSet::len).sum())
    }

    /// Whether more than a third of the lines have no room for words.
    fn is_too_full(&self) -> bool {
        let (lines, wordless) = self.lines();
        3 * wordless > lines
    }

    /// What the line of sources says of the room: which lines have no words, on which paper the words of a poster can be read.
    pub(super) fn remarks(&self, frame: Rect) -> Vec<String> {
        let say = Figure::language(self.figures);
        let (lines, wordless) = self.lines();
        let fewer =
            (wordless > 0).then(|| say.with("source-wordless", [("n", wordless.into()), ("all", lines.into())]));
        let (columns, rows) = grid(self.figures.len(), self.options.style.fit);
        let millimetres = |pixels: f64| pixels * LEAST_ON_PAPER / (self.metrics.text.label * POINTS);
        let paper = || {
            let paper =
                smallest_paper(millimetres(frame.width() * columns as f64), millimetres(frame.height() * rows as f64));
            paper.map_or_else(
                || say.text("source-large-poster"),
                |paper| say.with("source-poster", [("paper", paper.into())]),
            )
        };
        fewer.into_iter().chain(self.is_poster.then(paper)).collect()
    }

    /// Takes the words from lines where they have no room, until all have some or too many have none.
    fn thinned(mut self, placement: Placement) -> LaidOut<'f> {
        let (mut panels, mut frame) = self.panels(&placement);
        for _ in 0..ROUNDS {
            let crowded: Vec<_> = panels.iter().map(|panel| crowded(panel, self.layout.page)).collect();
            if crowded.iter().all(BTreeSet::is_empty) {
                break;
            }
            self.wordless.iter_mut().zip(crowded).for_each(|(wordless, more)| wordless.extend(more));
            if self.layout.page.is_some() && self.is_free() && self.is_too_full() {
                break;
            }
            (panels, frame) = self.panels(&placement);
        }
        LaidOut { composer: self, placement, panels, frame }
    }
}
