//! The pictures of the page in its data: places of actors, and what stands behind each line.

use std::collections::BTreeMap;

use parallax_core::messages::LANGUAGES;
use parallax_render::ExplorerPicture;
use schemars::JsonSchema;
use serde::Serialize;

use super::drawings::legends_of;
use super::places::{Places, level_word};

/// A picture of a view, or of all views on one another. Places are centres, in pixels, y down.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Picture")]
pub(super) struct PictureShape<'a> {
    /// `actor` or `state`.
    level: &'static str,
    /// Which statements it draws: `main-now`, `main`, `now`, or the whole `record`.
    keeps: &'static str,
    /// Whose it is; without it that of all views.
    #[serde(skip_serializing_if = "Option::is_none")]
    view: Option<usize>,
    width: f64,
    height: f64,
    actors: Vec<PlacedShape<'a>>,
    /// In the order of the drawing.
    #[serde(rename = "ties")]
    edges: Vec<TieShape<'a>>,
    /// Its place among the drawings of the page.
    drawing: usize,
    /// The places of its wide and its narrow legend among them, by language.
    legends: Legends,
    /// Those for the views side by side.
    #[serde(skip_serializing_if = "Option::is_none")]
    legends_apart: Option<Legends>,
}

/// The places of a wide and a narrow legend, by language.
type Legends = BTreeMap<&'static str, [usize; 2]>;

/// An actor in a picture.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Placed")]
struct PlacedShape<'a> {
    id: &'a str,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    /// Whether only its place is shown.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    ghost: bool,
}

/// A line of a picture, with what it stands for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Tie")]
struct TieShape<'a> {
    from: &'a str,
    to: &'a str,
    views: Vec<usize>,
    statements: Vec<usize>,
}

/// The pictures, and where their drawings stand: in the order of [`Drawings::elements`](super::drawings::Drawings).
pub(super) fn pictures_shape<'a>(pictures: &'a [ExplorerPicture], places: &Places) -> Vec<PictureShape<'a>> {
    let of_a_width: usize = pictures.iter().map(legends_of).sum();
    let mut legend = pictures.len();
    let shape = |(drawing, picture)| {
        let legends = LANGUAGES.iter().enumerate().map(|(turn, language)| {
            let wide = legend + turn * 2 * of_a_width;
            (language.code, [wide, wide + of_a_width])
        });
        let legends = legends.collect();
        legend += legends_of(picture);
        picture_shape(picture, drawing, legends, places)
    };
    pictures.iter().enumerate().map(shape).collect()
}

/// A picture whose drawing and legends stand at these places among those of the page.
fn picture_shape<'a>(
    picture: &'a ExplorerPicture,
    drawing: usize,
    legends: Legends,
    places: &Places,
) -> PictureShape<'a> {
    let panel = &picture.panel;
    let all =
        panel.figure.nodes.iter().chain(&panel.ghosts).zip(panel.problem.nodes.iter().zip(&panel.placement.nodes));
    let actors = all.enumerate().map(|(index, (node, (sized, at)))| {
        let at = *at + panel.at;
        let ghost = index >= panel.figure.nodes.len();
        PlacedShape {
            id: &node.id,
            x: hundredth(at.x),
            y: hundredth(at.y),
            width: sized.width,
            height: sized.height,
            ghost,
        }
    });
    let node = |index: usize| panel.figure.nodes.get(index).map_or("", |node| &*node.id);
    let edges = panel.figure.edges.iter().map(|edge| TieShape {
        from: node(edge.from),
        to: node(edge.to),
        views: picture.holders(edge),
        statements: edge.relations.iter().filter_map(|id| places.place.get(id)).copied().collect(),
    });
    let behind = || legends.iter().map(|(language, places)| (*language, places.map(|place| place + 1))).collect();
    PictureShape {
        level: level_word(picture.level),
        keeps: picture.keeps.word(),
        view: picture.view,
        width: picture.size.x,
        height: picture.size.y,
        actors: actors.collect(),
        edges: edges.collect(),
        drawing,
        legends_apart: picture.is_of_several().then(behind),
        legends,
    }
}

/// A length as it is written.
fn hundredth(length: f64) -> f64 {
    (length * 100.0).round() / 100.0
}
