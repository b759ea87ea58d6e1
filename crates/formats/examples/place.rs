//! Lays out a network given as JSON and writes the drawing as JSON, with its figures.
//!
//! `cargo run --release --example place GRAPH.json OUT.json [POSITIONS.json]`
//!
//! A graph is `{"name", "nodes": [{"id", "w", "h", "cluster"?}], "edges": [{"source", "target", "lw", "lh"}],
//! "clusters": [{"id"}]}`, all sizes in pixels. The third argument is a drawing written earlier: nodes of the same id
//! keep their positions.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::time::Instant;

use parallax_formats::Laid;
use parallax_layout::{Edge, Node, Options, Point, Problem, Shape, place, quality};
use serde::Deserialize;

#[derive(Deserialize)]
struct Graph {
    name: String,
    nodes: Vec<GraphNode>,
    edges: Vec<GraphEdge>,
    #[serde(default)]
    clusters: Vec<Cluster>,
}

#[derive(Deserialize)]
struct GraphNode {
    id: String,
    w: f64,
    h: f64,
    cluster: Option<String>,
}

#[derive(Deserialize)]
struct GraphEdge {
    source: String,
    target: String,
    #[serde(default)]
    lw: f64,
    #[serde(default)]
    lh: f64,
}

#[derive(Deserialize)]
struct Cluster {
    id: String,
}

/// Of a drawing written earlier, what is kept.
#[derive(Deserialize)]
struct Positions {
    nodes: BTreeMap<String, [f64; 4]>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, input, output, rest @ ..] = arguments.as_slice() else {
        return Err("usage: place GRAPH.json OUT.json [POSITIONS.json]".into());
    };
    let graph: Graph = serde_json::from_reader(BufReader::new(File::open(input)?))?;
    let mut problem = problem(&graph);
    if let Some(path) = rest.first() {
        let earlier: Positions = serde_json::from_reader(BufReader::new(File::open(path)?))?;
        for (node, known) in problem.nodes.iter_mut().zip(&graph.nodes) {
            node.pin = earlier.nodes.get(&known.id).map(|at| Point::new(at[0], at[1]));
        }
    }
    let begin = Instant::now();
    let placement = place(&problem, &Options::default());
    let wall_s = begin.elapsed().as_secs_f64();
    let mut report = std::io::stdout();
    let found = quality(&problem, &placement);
    writeln!(report, "{} {wall_s:.3} s {found:?}", graph.name)?;
    let ids: Vec<String> = graph.nodes.iter().map(|node| node.id.clone()).collect();
    let blocs: Vec<String> = graph.clusters.iter().map(|cluster| cluster.id.clone()).collect();
    let laid = Laid::of(&graph.name, &ids, &blocs, &problem, &placement).judged(&found);
    let drawing = Laid { wall_s: Some(wall_s), ..laid };
    serde_json::to_writer(BufWriter::new(File::create(output)?), &drawing)?;
    Ok(())
}

fn problem(graph: &Graph) -> Problem {
    let number: BTreeMap<&str, usize> = graph.nodes.iter().enumerate().map(|(k, n)| (n.id.as_str(), k)).collect();
    let missing = graph.nodes.len();
    let find = |id: &String| number.get(id.as_str()).copied().unwrap_or(missing);
    let node = |n: &GraphNode| Node { width: n.w, height: n.h, shape: Shape::Rect, pin: None };
    let edge = |e: &GraphEdge| Edge {
        from: find(&e.source),
        to: find(&e.target),
        label: (e.lw, e.lh),
        mark: 0.0,
        weight: 1.0,
    };
    let members = |c: &Cluster| (0..missing).filter(|&k| graph.nodes[k].cluster.as_ref() == Some(&c.id)).collect();
    Problem {
        nodes: graph.nodes.iter().map(node).collect(),
        edges: graph.edges.iter().map(edge).collect(),
        groups: graph.clusters.iter().map(members).collect(),
    }
}
