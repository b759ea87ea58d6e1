//! The forms of a picture: which figures are made of some views, and how they stand on the page.
//!
//! A new form is its function here and its line in [`DIAGRAM_KINDS`]; flags, saved views, help and lists follow from there.

use std::ops::RangeInclusive;
use std::slice;

use parallax_core::diff::{Difference, doubled};
use parallax_core::messages::Messages;
use parallax_core::network::Network;

use crate::Error;
use crate::diagram::drawing::Drawing;
use crate::diagram::notes::Notes;
use crate::diagram::onto_page::{draw, places};
use crate::diagram::options::Options;
use crate::diagram::request::RenderRequest;
use crate::diagram::side_columns::MOST_COLUMNS;
use crate::diagram::{briefing, issues, matrix, naming, timeline};
use crate::figure::narrow::narrowed;
use crate::figure::{Figure, headings};
use crate::style::render_style::RenderStyle;

type Figures = fn(&RenderRequest<'_>, &'static Messages) -> Result<Vec<Figure>, Error>;

/// A way to draw some views.
#[derive(Debug)]
pub struct DiagramKind {
    /// What it is called.
    pub name: &'static str,
    /// What it is good for, in a line.
    pub about: &'static str,
    /// How many views it takes.
    pub views: RangeInclusive<usize>,
    /// Actors and lines, if it is made of these.
    figures: Option<Figures>,
    /// Whether it prints a text that the request brings: it makes no words of its own.
    pub is_printed: bool,
    make: fn(&RenderRequest<'_>, &Options) -> Result<Drawing, Error>,
}

/// Every form. The first is what `render` draws, the second what `diff` does of two views, the last what it does of
/// more, the one before it what `brief` draws.
pub static DIAGRAM_KINDS: &[DiagramKind] = &[
    DiagramKind {
        name: "panels",
        about: "a panel for each view, side by side on one layout; what a panel lacks is a ghost",
        views: 1..=usize::MAX,
        figures: Some(|request, say| Ok(in_panels(request, say))),
        is_printed: false,
        make: panels,
    },
    DiagramKind {
        name: "superposition",
        about: "two views on one another: who says what, and which pairs are contested",
        views: 2..=2,
        figures: Some(on_another),
        is_printed: false,
        make: superposition,
    },
    DiagramKind {
        name: "side-by-side",
        about: "the two views of a difference apart, at the same places, contested pairs marked in both",
        views: 2..=2,
        figures: Some(of_each),
        is_printed: false,
        make: side_by_side,
    },
    DiagramKind {
        name: "only",
        about: "the difference alone: what both draw alike is left out",
        views: 2..=2,
        figures: Some(what_differs),
        is_printed: false,
        make: only,
    },
    DiagramKind {
        name: "matrix",
        about: "actors by actors, blocs together, a half of each cell for each view; reads best past 25 actors",
        views: 1..=2,
        figures: None,
        is_printed: false,
        make: matrix,
    },
    DiagramKind {
        name: "issues",
        about: "a row an issue: its answers, and where each view stands on them",
        views: 1..=usize::MAX,
        figures: None,
        is_printed: false,
        make: |request, options| Ok(issues::draw(&request.comparison(), request.title.as_deref(), options)),
    },
    DiagramKind {
        name: "naming",
        about: "who calls whom what: a row an actor, a column a view",
        views: 1..=MOST_COLUMNS,
        figures: None,
        is_printed: false,
        make: |request, options| Ok(naming::draw(request, options)),
    },
    DiagramKind {
        name: "timeline",
        about: "what is said to have happened when: a row a time, a column a view",
        views: 1..=MOST_COLUMNS,
        figures: None,
        is_printed: false,
        make: |request, options| Ok(timeline::draw(request, options)),
    },
    DiagramKind {
        name: "briefing",
        about: "what divides and joins the views, a row a line of `parallax brief`",
        views: 2..=usize::MAX,
        figures: None,
        is_printed: true,
        make: |request, options| Ok(briefing::draw(request, options)),
    },
    DiagramKind {
        name: "consensus",
        about: "several views on one another: every line once, as broad as it is shared",
        views: 2..=usize::MAX,
        figures: Some(|request, say| Ok(vec![shared(request, say)?])),
        is_printed: false,
        make: consensus,
    },
];

impl DiagramKind {
    /// The form of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        DIAGRAM_KINDS.iter().find(|form| form.name == name)
    }

    /// What is drawn of views that are not compared, if no form is asked for.
    #[must_use]
    pub fn usual() -> &'static Self {
        &DIAGRAM_KINDS[0]
    }

    /// What is drawn of a comparison of so many sides, if no form is asked for.
    #[must_use]
    pub fn usual_of_sides(sides: usize) -> &'static Self {
        if sides == 2 { &DIAGRAM_KINDS[1] } else { &DIAGRAM_KINDS[DIAGRAM_KINDS.len() - 1] }
    }

    /// What is drawn of what divides and joins some views.
    #[must_use]
    pub fn briefing() -> &'static Self {
        &DIAGRAM_KINDS[DIAGRAM_KINDS.len() - 2]
    }

    /// Whether it is made of actors and lines, so that it can be written as a graph.
    #[must_use]
    pub fn is_graph(&self) -> bool {
        self.figures.is_some()
    }

    /// How many views it takes, in words.
    #[must_use]
    pub fn takes(&self) -> String {
        match (*self.views.start(), *self.views.end()) {
            (1, 1) => "one view".to_owned(),
            (1, usize::MAX) => "1 view or more".to_owned(),
            (least, most) if least == most => format!("{least} views"),
            (least, usize::MAX) => format!("{least} views or more"),
            (least, most) => format!("{least} to {most} views"),
        }
    }

    /// What it shows, before any geometry: of a look only what is left out counts.
    ///
    /// # Errors
    ///
    /// If the form is no graph, takes another number of views, or an actor in focus is not drawn.
    pub fn figures(&self, request: &RenderRequest<'_>, style: &RenderStyle) -> Result<Vec<Figure>, Error> {
        self.takes_those(request)?;
        let no_graph =
            || Error::Usage(format!("a {} is no graph: take another form, or write SVG, PNG or PDF", self.name));
        let figures = self.figures.ok_or_else(no_graph)?;
        Ok(narrowed(&figures(request, style.messages())?, style.top, style.focus)?.figures)
    }

    /// The picture.
    ///
    /// # Errors
    ///
    /// If the form takes another number of views, or the layout fails.
    pub fn draw(&self, request: &RenderRequest<'_>, options: &Options) -> Result<Drawing, Error> {
        self.takes_those(request)?;
        (self.make)(request, options)
    }

    fn takes_those(&self, request: &RenderRequest<'_>) -> Result<(), Error> {
        let given = request.views.len();
        if self.views.contains(&given) {
            return Ok(());
        }
        Err(Error::Usage(format!("the form `{}` takes {}, not {given}", self.name, self.takes())))
    }
}

/// The picture of some figures, with the notes that the look asks for.
fn drawn(figures: &[Figure], request: &RenderRequest<'_>, options: Options) -> Result<Drawing, Error> {
    let notes = options.style.notes.unwrap_or_default().then(|| Notes::of(request.corpus, figures));
    draw(figures, &Options { notes, ..options })
}

fn in_panels(request: &RenderRequest<'_>, say: &'static Messages) -> Vec<Figure> {
    let titles = match (&request.title, request.views.as_slice()) {
        (Some(title), [_]) => vec![title.clone()],
        _ => headings(request.corpus, &request.views, say),
    };
    let networks = request.views.iter().map(|view| Network::of(request.corpus, view));
    networks.zip(&titles).map(|(network, title)| Figure::of_network(&network, Some(title), say)).collect()
}

fn panels(request: &RenderRequest<'_>, options: &Options) -> Result<Drawing, Error> {
    let figures = in_panels(request, options.style.messages());
    let over_all = request.title.clone().filter(|_| figures.len() > 1);
    drawn(&figures, request, Options { title: over_all, ..options.clone() })
}

fn on_another(request: &RenderRequest<'_>, say: &'static Messages) -> Result<Vec<Figure>, Error> {
    Ok(vec![superposed(request, say)?])
}

fn superposition(request: &RenderRequest<'_>, options: &Options) -> Result<Drawing, Error> {
    drawn(&on_another(request, options.style.messages())?, request, untitled(options))
}

fn of_each(request: &RenderRequest<'_>, say: &'static Messages) -> Result<Vec<Figure>, Error> {
    Ok(Figure::of_sides(&difference(request)?, say))
}

/// The layout is that of the superposition, made to fit a panel of the page.
fn side_by_side(request: &RenderRequest<'_>, options: &Options) -> Result<Drawing, Error> {
    let say = options.style.messages();
    let figures = of_each(request, say)?;
    let options = on_the_layout_of(&superposed(request, say)?, figures.len(), options)?;
    drawn(&figures, request, Options { title: request.title.clone(), ..options })
}

fn what_differs(request: &RenderRequest<'_>, say: &'static Messages) -> Result<Vec<Figure>, Error> {
    Ok(vec![differing(superposed(request, say)?, request)])
}

fn only(request: &RenderRequest<'_>, options: &Options) -> Result<Drawing, Error> {
    let whole = superposed(request, options.style.messages())?;
    let options = on_the_layout_of(&whole, 1, options)?;
    drawn(&[differing(whole, request)], request, untitled(&options))
}

fn differing(whole: Figure, request: &RenderRequest<'_>) -> Figure {
    let usual = || whole.messages.with("title-what-differs", [("title", (&*whole.title).into())]);
    let title = request.title.clone().unwrap_or_else(usual);
    Figure { title, ..whole.without_alike() }
}

fn alone(request: &RenderRequest<'_>, say: &'static Messages) -> Result<Vec<Figure>, Error> {
    match request.views.as_slice() {
        [one] => Ok(vec![Figure::of_network(&Network::of(request.corpus, one), request.title.as_deref(), say)]),
        _ => on_another(request, say),
    }
}

fn matrix(request: &RenderRequest<'_>, options: &Options) -> Result<Drawing, Error> {
    let figures = alone(request, options.style.messages())?;
    let narrowed = narrowed(&figures, options.style.top, None)?;
    let remarks = [options.remarks.clone(), narrowed.remarks].concat();
    Ok(matrix::draw(&narrowed.figures[0], &Options { remarks, ..options.clone() }))
}

fn shared(request: &RenderRequest<'_>, say: &'static Messages) -> Result<Figure, Error> {
    match doubled(&request.views) {
        Some(twice) => Err(Error::Usage(twice.refusal(&request.views))),
        None => Ok(Figure::of_consensus(&request.comparison(), request.title.as_deref(), say)),
    }
}

fn consensus(request: &RenderRequest<'_>, options: &Options) -> Result<Drawing, Error> {
    drawn(&[shared(request, options.style.messages())?], request, untitled(options))
}

fn difference<'c>(request: &RenderRequest<'c>) -> Result<Difference<'c>, Error> {
    request.comparison().into_two().ok_or_else(|| Error::Usage("a difference is of two views".to_owned()))
}

fn superposed(request: &RenderRequest<'_>, say: &'static Messages) -> Result<Figure, Error> {
    Ok(Figure::of_difference(&difference(request)?, request.title.as_deref(), say))
}

/// A single figure has its own title.
fn untitled(options: &Options) -> Options {
    Options { title: None, ..options.clone() }
}

/// Options that pin every actor of a figure where the figure alone would have it, in one of so many panels of a page.
fn on_the_layout_of(figure: &Figure, panels: usize, options: &Options) -> Result<Options, Error> {
    let places = places(slice::from_ref(figure), panels, &untitled(options))?;
    Ok(Options { places, ..options.clone() })
}
