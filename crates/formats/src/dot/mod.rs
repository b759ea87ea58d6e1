//! DOT: the network as Graphviz and other programs read it, with everything that the picture shows as attributes.
//!
//! One `digraph` a panel, one after another in the file, as DOT allows: `dot` draws each, `gc` counts each. Positions are
//! in points with y up, so that `neato -n` keeps the layout; without `-n` Graphviz lays out anew.
//!
//! Nothing goes in but through [`exact`] or [`drawn`], because the printer escapes nothing.

mod quote;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use graphviz_rust::dot_structures::{Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Vertex};
use graphviz_rust::printer::{DotPrinter, PrinterContext};
use parallax_core::diff::Verdict;
use parallax_core::model::{ActorKind, Factuality, Sign};
use parallax_render::{
    ColourRole, Figure, FigureEdge, Hue, Node as Actor, SideSet, Subject, Theme, classes, hue, tooltip,
};

use self::quote::{drawn, exact};
use crate::graph::{self, Placed, Spot};

/// Points in an inch; a pixel is taken for a point.
const INCH: f64 = 72.0;
/// Up to so many actors lines are asked to go around boxes: above that it can take Graphviz minutes.
const MOST_ROUTED: usize = 200;

/// The DOT language.
pub static FORMAT: graph::Graph = graph::Graph {
    name: "DOT",
    extension: "dot",
    about: "for Graphviz and network programs; actors stay in place with `neato -n`",
    write: |figures, theme| Ok(digraphs(figures, theme).into_bytes()),
};

fn digraphs(figures: &[Placed<'_>], theme: &Theme) -> String {
    let digraphs = figures.iter().map(|placed| digraph(placed.figure, &placed.spots, theme));
    digraphs.collect::<Vec<_>>().join("\n")
}

/// A figure in DOT. Actors without a spot are left to Graphviz.
fn digraph(figure: &Figure, spots: &[Spot], theme: &Theme) -> String {
    let mut stmts = defaults(figure, theme);
    for (index, node) in figure.nodes.iter().enumerate() {
        let attributes = actor(figure, node, spots.get(index), theme);
        stmts.push(Stmt::Node(Node::new(NodeId(exact(&node.id), None), attributes)));
    }
    for edge in &figure.edges {
        if let (Some(from), Some(to)) = (figure.nodes.get(edge.from), figure.nodes.get(edge.to)) {
            let [tail, head] = [from, to].map(|node| Vertex::N(NodeId(exact(&node.id), None)));
            stmts.push(Stmt::Edge(Edge { ty: EdgeTy::Pair(tail, head), attributes: line(figure, edge, theme) }));
        }
    }
    let graph = Graph::DiGraph { id: exact(&figure.title), strict: false, stmts };
    // A fresh context for every graph: the printer's indentation grows from graph to graph.
    graph.print(&mut PrinterContext::default()) + "\n"
}

/// Attributes of the whole, and what actors and lines have in common.
fn defaults(figure: &Figure, theme: &Theme) -> Vec<Stmt> {
    let mut caption = figure.title.clone();
    let mut whole = Attributes::default();
    if let Subject::Two(a, b) = &figure.subject {
        let _ = write!(caption, "\nA: {a}   B: {b}");
        whole = whole.exact("a", a).exact("b", b);
    }
    whole = whole.drawn("label", &caption).exact("labelloc", "t").drawn("tooltip", &figure.source.join("; "));
    if !figure.selected.is_empty() {
        whole = whole.exact("selected", &figure.selected);
    }
    whole = whole
        .exact("charset", "UTF-8")
        .exact("fontname", "DejaVu Sans Bold")
        .number("fontsize", theme.metrics.text.title);
    // neato without -n begins with our places; it has to be told that they are points.
    whole = whole.exact("inputscale", "72").exact("outputorder", "edgesfirst");
    if figure.nodes.len() <= MOST_ROUTED {
        whole = whole.exact("splines", "true");
    }
    let nodes =
        Attributes::default().exact("fontname", "DejaVu Sans Bold").number("fontsize", theme.metrics.text.actor);
    let nodes = nodes
        .exact("fontcolor", &theme.palette.letters(ColourRole::Ink).to_string())
        .number("penwidth", theme.metrics.node.outline);
    let edges = Attributes::default().exact("fontname", "DejaVu Sans").number("fontsize", theme.metrics.text.label);
    let all = [GraphAttributes::Graph(whole.0), GraphAttributes::Node(nodes.0), GraphAttributes::Edge(edges.0)];
    all.into_iter().map(Stmt::GAttribute).collect()
}

fn actor(figure: &Figure, node: &Actor, spot: Option<&Spot>, theme: &Theme) -> Vec<Attribute> {
    let (shape, style, outlines) = match node.kind {
        ActorKind::State => ("box", "filled", 1.0),
        ActorKind::Bloc => ("box", "filled", 2.0),
        ActorKind::Organisation => ("octagon", "filled", 1.0),
        ActorKind::Group => ("ellipse", "filled", 1.0),
        ActorKind::Person => ("box", "filled,rounded", 1.0),
        ActorKind::Thinker => ("box", "filled,rounded,dotted", 1.0),
        ActorKind::Place => ("hexagon", "filled", 1.0),
        ActorKind::Unknown => ("box", "filled,diagonals", 1.0),
    };
    let difference = figure.is_difference();
    // Who is in one text only has its hue and a broken outline.
    let lone = difference && node.said_by != SideSet::Both;
    let ink = if lone { Hue::Side(node.said_by, figure.colours).into() } else { ColourRole::Ink };
    let style = if lone { format!("{},dashed", style.trim_end_matches(",dotted")) } else { style.to_owned() };
    let person = matches!(node.kind, ActorKind::Person | ActorKind::Thinker);
    let fill = if person { ColourRole::Person } else { ColourRole::Actor };
    let [fill, ink] = [fill, ink].map(|role| theme.palette.colour(role).to_string());
    let only = if lone { format!(" only-{}", side(node.said_by)) } else { String::new() };
    let mut all = Attributes::default().drawn("label", &node.label).drawn("tooltip", &node.name);
    all = all.exact("kind", node.kind.word());
    if difference {
        all = all.exact("whose", side(node.said_by));
    }
    all = all.exact("class", &format!("actor {}{only}", node.kind.word())).exact("shape", shape).exact("style", &style);
    all = all.number("peripheries", outlines).exact("fillcolor", &fill).exact("color", &ink);
    if let Some(spot) = spot {
        all = all.exact("pos", &format!("{:.2},{:.2}!", spot.x, spot.y));
        all = all.number("width", spot.width / INCH).number("height", spot.height / INCH);
    }
    all.0
}

fn line(figure: &Figure, edge: &FigureEdge, theme: &Theme) -> Vec<Attribute> {
    let difference = figure.is_difference();
    let hue = hue(figure, edge).into();
    let style = match edge.sign {
        Sign::Positive => "solid",
        Sign::Neutral => "dotted",
        Sign::Negative => "dashed",
    };
    let mut all = Attributes::default().drawn("label", &label(figure, edge)).drawn("tooltip", &tooltip(figure, edge));
    all = all.number("sign", edge.sign.number() as f64).exact("glyph", edge.sign.glyph());
    all = all.exact("factuality", edge.factuality.word()).number("strength", f64::from(edge.strength));
    all = all.number("statements", edge.relations.len() as f64);
    if difference {
        all = all.exact("whose", side(edge.said_by)).exact("contested", edge.contested.map_or("", Verdict::name));
    }
    all = all.exact("class", &format!("tie {}", classes(edge, difference))).exact("style", style);
    all = all
        .number("penwidth", theme.metrics.width(edge.strength))
        .exact("color", &theme.palette.colour(hue).to_string());
    all = all.exact("fontcolor", &theme.palette.letters(hue).to_string());
    all = all.exact("dir", if edge.directed { "forward" } else { "none" });
    let head = match edge.factuality {
        Factuality::Held => "normal",
        sense if sense.is_negative() => "onormaltee",
        _ => "onormal",
    };
    all.exact("arrowhead", head).0
}

/// What stands on the line: the second cues beside hue and dash, and the type.
fn label(figure: &Figure, edge: &FigureEdge) -> String {
    let badge = if edge.contested.is_some() { "≠ " } else { "" };
    let letters = figure.letters(edge);
    let space = if letters.is_empty() { "" } else { " " };
    format!("{badge}{letters}{space}{} {}", edge.sign.glyph(), edge.label)
}

fn side(said_by: SideSet) -> &'static str {
    match said_by {
        SideSet::A => "a",
        SideSet::B => "b",
        SideSet::Both => "both",
    }
}

/// Attributes in the order in which they are added.
#[derive(Default)]
struct Attributes(Vec<Attribute>);

impl Attributes {
    fn push(mut self, name: &'static str, value: Id) -> Self {
        self.0.push(Attribute(Id::Plain(name.to_owned()), value));
        self
    }

    /// A value that Graphviz does not interpret.
    fn exact(self, name: &'static str, value: &str) -> Self {
        self.push(name, exact(value))
    }

    /// A text that Graphviz draws.
    fn drawn(self, name: &'static str, text: &str) -> Self {
        self.push(name, drawn(text))
    }

    fn number(self, name: &'static str, value: f64) -> Self {
        let rounded = (value * 10_000.0).round() / 10_000.0 + 0.0;
        self.push(name, Id::Escaped(format!("\"{rounded}\"")))
    }
}
