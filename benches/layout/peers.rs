//! Graphviz's programs as peers: each draws the same boxes and labels of the same sizes, and is measured as it draws them.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use parallax_layout::{Placement, Problem, read_graphviz};

/// The programs, with the options that suit such networks best.
pub(crate) const PEERS: &[&[&str]] = &[
    &["dot"],
    &["neato", "-Goverlap=prism", "-Gsplines=true"],
    &["fdp"],
    &["sfdp", "-Goverlap=prism"],
    &["circo"],
    &["twopi"],
];

/// Points in an inch; a pixel is taken for a point.
const INCH: f64 = 72.0;

/// Whether a program can be run at all.
pub(crate) fn installed(peer: &[&str]) -> bool {
    Command::new(peer[0]).arg("-V").stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The drawing of a program; nothing if it fails.
pub(crate) fn draw(peer: &[&str], problem: &Problem) -> Option<Placement> {
    let mut command = Command::new(peer[0]);
    command.args(&peer[1..]).arg("-Tjson0").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    // Graphviz reads all before it writes.
    child.stdin.take()?.write_all(dot(problem).as_bytes()).ok()?;
    let output = child.wait_with_output().ok().filter(|output| output.status.success())?;
    read_graphviz(&output.stdout, problem)
}

/// The network in DOT: boxes of fixed sizes, and labels as empty tables of theirs.
fn dot(problem: &Problem) -> String {
    let mut dot = String::from("digraph {\nnode [shape=box fixedsize=true label=\"\"]\n");
    for (index, node) in problem.nodes.iter().enumerate() {
        let _ = writeln!(dot, "n{index} [width={:.4} height={:.4}]", node.width / INCH, node.height / INCH);
    }
    for (index, edge) in problem.edges.iter().enumerate() {
        let (width, height) = (edge.label.0.ceil(), edge.label.1.ceil());
        let _ = writeln!(
            dot,
            "n{} -> n{} [id=t{index} label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>\
             <TD FIXEDSIZE=\"TRUE\" WIDTH=\"{width}\" HEIGHT=\"{height}\"></TD></TR></TABLE>>]",
            edge.from, edge.to
        );
    }
    dot + "}\n"
}
