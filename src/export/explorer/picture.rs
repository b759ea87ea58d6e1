//! The pictures of the page in its data: places of actors, and what stands behind each line.

use serde::Serialize;

use super::data::{Places, level_word};
use crate::draw::Plate;

/// A picture as written.
#[derive(Serialize)]
pub(super) struct PictureShape<'a> {
    level: &'static str,
    keeps: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    view: Option<usize>,
    width: f64,
    height: f64,
    actors: Vec<PlacedShape<'a>>,
    ties: Vec<TieShape<'a>>,
    drawing: usize,
    legends: [usize; 2],
}

#[derive(Serialize)]
struct PlacedShape<'a> {
    id: &'a str,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    ghost: bool,
}

#[derive(Serialize)]
struct TieShape<'a> {
    from: &'a str,
    to: &'a str,
    views: Vec<usize>,
    statements: Vec<usize>,
}

/// A picture, and where its drawing and legends stand among those of the page: three for each.
pub(super) fn picture_shape<'a>(plate: &'a Plate, number: usize, places: &Places) -> PictureShape<'a> {
    let panel = &plate.panel;
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
    let ties = panel.figure.strokes.iter().map(|stroke| TieShape {
        from: node(stroke.from),
        to: node(stroke.to),
        views: plate.holders(stroke),
        statements: stroke.relations.iter().filter_map(|id| places.place.get(id)).copied().collect(),
    });
    PictureShape {
        level: level_word(plate.level),
        keeps: plate.keeps.word(),
        view: plate.view,
        width: plate.size.x,
        height: plate.size.y,
        actors: actors.collect(),
        ties: ties.collect(),
        drawing: 3 * number,
        legends: [3 * number + 1, 3 * number + 2],
    }
}

/// A length as it is written.
fn hundredth(length: f64) -> f64 {
    (length * 100.0).round() / 100.0
}
