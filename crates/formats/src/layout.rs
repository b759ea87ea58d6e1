//! The layout as JSON: where boxes, lines and labels are, in pixels, for programs that judge or redraw a drawing.

use std::collections::BTreeMap;

use parallax_core::diag;
use parallax_layout::{Curve, Edge, Node, Placement, Point, Problem, Quality, Rect, Route};
use parallax_render::Error;
use parallax_render::Format;
use parallax_render::{Drawing, Panel};
use serde::Serialize;

use super::panels;

/// The layout as JSON.
pub static FORMAT: Format = Format {
    name: "layout",
    extension: "layout.json",
    about: "where boxes, lines and labels are, as JSON with the figures of the drawing; a list if there are several panels",
    is_graph: true,
    has_pages: false,
    encode: write,
};

fn write(drawing: &Drawing) -> Result<Vec<u8>, Error> {
    let laid: Vec<Laid> = panels(drawing, FORMAT.name)?.iter().map(of_panel).collect();
    let text = match laid.as_slice() {
        [one] => diag::json(one),
        several => diag::json(&several),
    };
    Ok(text.into_bytes())
}

/// A drawing as it is written.
#[derive(Debug, Clone, Serialize)]
pub struct Laid {
    /// What drew it.
    pub engine: String,
    /// What is drawn.
    pub graph: String,
    /// How long it took, in seconds, if it was measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wall_s: Option<f64>,
    /// Boxes by id: the centre, then width and height.
    pub nodes: BTreeMap<String, [f64; 4]>,
    /// The lines, in order.
    pub edges: Vec<LaidEdge>,
    /// The blocs.
    pub clusters: Vec<LaidCluster>,
    /// The figures of the drawing, by name.
    pub quality: BTreeMap<&'static str, f64>,
}

/// A line.
#[derive(Debug, Clone, Serialize)]
pub struct LaidEdge {
    /// Its place among the lines of the network.
    pub i: usize,
    /// The id of the box where it begins.
    pub source: String,
    /// The id of the box where it ends.
    pub target: String,
    /// Points on it, from end to end.
    pub pts: Vec<[f64; 2]>,
    /// The label, if it has one: the centre, then width and height.
    pub label: Option<[f64; 4]>,
}

/// A bloc.
#[derive(Debug, Clone, Serialize)]
pub struct LaidCluster {
    /// What it is called.
    pub id: String,
    /// The box around its members: left, top, right, bottom.
    #[serde(rename = "box")]
    pub bounds: [f64; 4],
}

impl Laid {
    /// A drawing of a problem whose nodes and groups have these ids.
    #[must_use]
    pub fn of(graph: &str, ids: &[String], groups: &[String], problem: &Problem, placement: &Placement) -> Self {
        let id = |node: usize| ids.get(node).cloned().unwrap_or_default();
        let node = |(number, (node, at)): (usize, (&Node, &Point))| (id(number), [at.x, at.y, node.width, node.height]);
        let edge = |(i, (edge, route)): (usize, (&Edge, &Route))| LaidEdge {
            i,
            source: id(edge.from),
            target: id(edge.to),
            pts: placement.curves(i).iter().flat_map(Curve::points).map(|at| [at.x, at.y]).collect(),
            label: route.label.map(|at| [at.x, at.y, edge.label.0, edge.label.1]),
        };
        // What an area of a bloc stands for has no line.
        let drawn = |(_, (edge, _)): &(usize, (&Edge, &Route))| edge.from.max(edge.to) < problem.nodes.len();
        let cluster = |(id, group): (&String, &Vec<usize>)| {
            let members = group.iter().filter_map(|&k| Some(problem.nodes.get(k)?.rect(*placement.nodes.get(k)?)));
            let all = members.fold(Rect::NOTHING, |all, rect| all.union(&rect)).grown(8.0);
            LaidCluster { id: id.clone(), bounds: [all.min.x, all.min.y, all.max.x, all.max.y] }
        };
        Self {
            engine: "parallax".to_owned(),
            graph: graph.to_owned(),
            wall_s: None,
            nodes: problem.nodes.iter().zip(&placement.nodes).enumerate().map(node).collect(),
            edges: problem.edges.iter().zip(&placement.edges).enumerate().filter(drawn).map(edge).collect(),
            clusters: groups.iter().zip(&problem.groups).map(cluster).collect(),
            quality: BTreeMap::new(),
        }
    }

    /// The same with its figures.
    #[must_use]
    pub fn judged(self, quality: &Quality) -> Self {
        Self { quality: quality.figures().into_iter().collect(), ..self }
    }
}

/// A panel: its actors and ghosts, its lines without the badges of contradictions, which have none.
fn of_panel(panel: &Panel) -> Laid {
    let ids: Vec<String> = panel.figure.nodes.iter().chain(&panel.ghosts).map(|node| node.id.clone()).collect();
    let (problem, placement) = panel.seen();
    Laid::of(&panel.figure.title, &ids, &[], &problem, &placement).judged(&panel.quality())
}
