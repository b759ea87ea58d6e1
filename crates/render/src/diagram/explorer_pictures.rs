//! Every picture that an explorer page can show. Pictures of one level that draw the same statements stand on one
//! layout, so that no actor moves when the page goes from one author to another, to both, or to what differs.

use parallax_core::diff::{Comparison, Difference};
use parallax_core::messages::Messages;
use parallax_core::model::{Corpus, Factuality};
use parallax_core::network::{Level, Network, View, ViewError};
use parallax_layout::Rect;
use rayon::prelude::*;

use crate::Error;
use crate::diagram::legend::legend;
use crate::diagram::onto_page::on_one_layout;
use crate::diagram::options::Options;
use crate::diagram::page::group;
use crate::diagram::panel::Panel;
use crate::diagram::request::RenderRequest;
use crate::figure::{Figure, FigureEdge, SideSet, Subject, headings};
use crate::scene::{Item, Point, Scene};
use crate::style::render_style::{Labels, LegendDetail, RenderStyle};
use crate::style::theme::Metrics;
use crate::style::themes::SCREEN;

/// Which statements a picture draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActorSubset {
    /// The main lines that are held now.
    MainNow,
    /// The main lines, in whatever sense they hold.
    Main,
    /// What is held now.
    Now,
    /// Everything.
    Record,
}

impl ActorSubset {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::MainNow => "main-now",
            Self::Main => "main",
            Self::Now => "now",
            Self::Record => "record",
        }
    }
}

/// The most views that such a page can hold: there are no letters for more.
pub const MOST_VIEWS: usize = 26;

/// A page has a dozen pictures and more, and whole records are not looked at whole: beyond so many lines none is bent anew for the sake of
/// labels.
const RETOUCHED: usize = 250;

/// Lines of a picture with more than these have signs and no words: so many words are not read, and pages tell them to whoever points.
const LABELLED: usize = 1_500;

/// A picture of an explorer page.
#[derive(Debug)]
pub struct ExplorerPicture {
    /// Whether persons and institutions are drawn as their states.
    pub level: Level,
    /// Which statements are drawn.
    pub keeps: ActorSubset,
    /// Whose picture it is, by the place of the view; of all on one another if none.
    pub view: Option<usize>,
    /// Actors and lines with their places in the picture.
    pub panel: Panel,
    /// What a legend has to explain where the views of a picture of all stand side by side instead.
    apart: Vec<Figure>,
    /// Width and height: the same for all of a level that draw the same.
    pub size: Point,
}

/// The pictures of some views, the first being the one to open with. `main` says which statements are the main lines, in the keys of the
/// selection language; none if there are no such.
///
/// # Errors
///
/// If the keys of the main lines are wrong, or the layout fails.
pub fn explorer_pictures(
    request: &RenderRequest<'_>,
    main: Option<&str>,
    options: &Options,
) -> Result<Vec<ExplorerPicture>, Error> {
    let style = RenderStyle { hulls: Some(false), theme: Some(&SCREEN), ..options.style.clone() };
    let layout = parallax_layout::Options { retouched: RETOUCHED, ..options.layout.clone() };
    let options = Options { layout, style, ..options.clone() };
    let mains = main.iter().flat_map(|_| [ActorSubset::MainNow, ActorSubset::Main]);
    let kept = mains.chain([ActorSubset::Now, ActorSubset::Record]);
    let groups: Vec<(Level, ActorSubset)> =
        kept.flat_map(|keeps| [Level::Actor, Level::State].map(|level| (level, keeps))).collect();
    let pictures = groups.into_par_iter().map(|(level, keeps)| {
        let at_level = |mut view: View| {
            view.level = level;
            view
        };
        let kept = request.views.iter().map(|view| kept_of(view, keeps, main, request.corpus).map(at_level));
        let whole: Vec<View> = request.views.iter().cloned().map(at_level).collect();
        of_group(
            &RenderRequest { views: kept.collect::<Result<_, _>>()?, ..request.clone() },
            &whole,
            level,
            keeps,
            &options,
        )
    });
    Ok(pictures.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().collect())
}

/// The statements of a view that are drawn.
fn kept_of(view: &View, keeps: ActorSubset, main: Option<&str>, corpus: &Corpus) -> Result<View, Error> {
    let narrowed = match (keeps, main) {
        (ActorSubset::Main | ActorSubset::MainNow, Some(keys)) => main_lines(view, keys, corpus)?,
        _ => view.clone(),
    };
    if matches!(keeps, ActorSubset::Now | ActorSubset::MainNow) || narrowed.filter.names_a_voice() {
        return Ok(narrowed);
    }
    narrowed.with("standing", "any", corpus).map_err(|error| wrong("standing=any", &error))
}

/// The main lines of a view, said in keys of the selection language.
///
/// # Errors
///
/// If a key is unknown, or a value names what the corpus does not have; with what to do about it.
pub fn main_lines(view: &View, keys: &str, corpus: &Corpus) -> Result<View, Error> {
    narrow(view, keys, corpus).map_err(|error| wrong(keys, &error))
}

/// A view narrowed by keys written as in the selection language: `tag=slide,strength=2`.
///
/// # Errors
///
/// If a key is unknown, or a value names what the corpus does not have; with what to do about it.
pub fn narrow(view: &View, keys: &str, corpus: &Corpus) -> Result<View, ViewError> {
    view.clone().narrowed(keys, corpus)
}

fn wrong(keys: &str, error: &ViewError) -> Error {
    let help = error.help.as_ref().map_or(String::new(), |help| format!(" ({help})"));
    Error::Usage(format!("the main lines `{keys}`: {}{help}", error.message))
}

/// The pictures on one layout: all views on one another first, then each. Contradictions are those of the whole views, whatever is left out.
fn of_group(
    request: &RenderRequest<'_>,
    whole: &[View],
    level: Level,
    keeps: ActorSubset,
    options: &Options,
) -> Result<Vec<ExplorerPicture>, Error> {
    let (corpus, say) = (request.corpus, options.style.messages());
    let together = match request.views.as_slice() {
        [_] => None,
        [a, b] => {
            let [part, whole] = [[a, b], [&whole[0], &whole[1]]].map(|[a, b]| Difference::of(corpus, a, b));
            Some(Figure::of_part(&part, &whole, request.title.as_deref(), say))
        }
        views => {
            let whole = Comparison::of(corpus, whole);
            Some(Figure::of_consensus_part(views, &whole, request.title.as_deref(), say))
        }
    };
    let titles = headings(corpus, &request.views, say);
    let each = request.views.iter().zip(&titles);
    let each = each.map(|(view, title)| Figure::of_network(&Network::of(corpus, view), Some(title), say));
    let subjects = together.iter().map(|_| None).chain((0..request.views.len()).map(Some)).collect::<Vec<_>>();
    let figures: Vec<Figure> = together.iter().cloned().chain(each).collect();
    let many = figures.iter().any(|figure| figure.edges.len() > LABELLED);
    let labels = if many { Some(Labels::None) } else { options.style.labels };
    let options = &Options { style: RenderStyle { labels, ..options.style.clone() }, ..options.clone() };
    let (panels, frame) = on_one_layout(&figures, options)?;
    let (step, size) = page(frame, options);
    let picture = |(view, panel): (Option<usize>, Panel)| {
        let panel = Panel { at: step, ..panel };
        ExplorerPicture { level, keeps, view, panel, apart: Vec::new(), size }
    };
    let mut pictures: Vec<ExplorerPicture> = subjects.into_iter().zip(panels).map(picture).collect();
    if let [all, each @ ..] = pictures.as_mut_slice()
        && all.is_of_several()
    {
        all.apart = each.iter().map(|picture| picture.panel.drawn()).collect();
    }
    Ok(pictures)
}

/// Where the origin of the panels stands in a picture that holds them, and the size of that picture.
fn page(frame: Rect, options: &Options) -> (Point, Point) {
    let margin = options.style.theme().metrics.page.margin;
    if frame.is_nothing() {
        return (Point::new(margin, margin), Point::new(2.0 * margin, 2.0 * margin));
    }
    let step = (Point::new(margin, margin) - frame.min).rounded();
    (step, Point::new((frame.width() + 2.0 * margin).ceil(), (frame.height() + 2.0 * margin).ceil()))
}

impl ExplorerPicture {
    /// The picture.
    #[must_use]
    pub fn scene(&self, metrics: &Metrics) -> Scene {
        self.scene_of(vec![self.panel.group("", metrics)], self.size, self.panel.figure.messages)
    }

    /// What explains its marks in a language, so wide.
    #[must_use]
    pub fn legend(&self, metrics: &Metrics, width: f64, say: &Messages) -> Scene {
        let absent = if self.view.is_some() { "legend-not-in-view" } else { "legend-no-difference" };
        let ghosts = (!self.panel.ghosts.is_empty()).then(|| say.text(absent));
        let mut drawn = self.panel.drawn();
        // A comparison has what answers as well, be it past or denied: with facts alone no page shows that.
        if matches!(self.keeps, ActorSubset::Now | ActorSubset::MainNow) {
            drawn.edges.retain(|edge| edge.factuality == Factuality::Held);
        }
        self.legend_of(&[drawn], ghosts.as_deref(), metrics, width, say)
    }

    /// What explains the marks of all views where they stand side by side, in place of a picture [of several](ExplorerPicture::is_of_several).
    #[must_use]
    pub fn legend_apart(&self, metrics: &Metrics, width: f64, say: &Messages) -> Scene {
        let all = self.panel.figure.nodes.len();
        let lacks = self.apart.iter().any(|figure| figure.nodes.len() < all);
        let ghosts = lacks.then(|| say.text("legend-not-in-view"));
        self.legend_of(&self.apart, ghosts.as_deref(), metrics, width, say)
    }

    /// Whether views are drawn on one another, which could stand side by side.
    #[must_use]
    pub fn is_of_several(&self) -> bool {
        self.view.is_none()
    }

    fn legend_of(
        &self,
        figures: &[Figure],
        ghosts: Option<&str>,
        metrics: &Metrics,
        width: f64,
        say: &Messages,
    ) -> Scene {
        let (items, height) = legend(figures, metrics, say, ghosts, None, (width, LegendDetail::Full));
        self.scene_of(vec![group("legend", items)], Point::new(width, height.ceil()), say)
    }

    fn scene_of(&self, items: Vec<Item>, size: Point, say: &Messages) -> Scene {
        let (title, language) = (self.panel.figure.title.clone(), say.code);
        Scene { width: size.x, height: size.y, size: None, language, title, desc: String::new(), items }
    }

    /// Which views hold a line, by their places.
    #[must_use]
    pub fn holders(&self, edge: &FigureEdge) -> Vec<usize> {
        match (self.view, &self.panel.figure.subject) {
            (Some(view), _) => vec![view],
            (None, Subject::Many(_)) => edge.holders.clone(),
            (None, _) => match edge.said_by {
                SideSet::A => vec![0],
                SideSet::B => vec![1],
                SideSet::Both => vec![0, 1],
            },
        }
    }
}
