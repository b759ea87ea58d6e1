//! Graphviz, if it is installed, as further engines.
//!
//! `dot` reserves room for labels and leads its lines around boxes, so its whole drawing is taken: places, lines, places
//! of labels. The others put labels on one another; of them only the positions are taken, and lines and labels are ours.
//! The program gets boxes and sizes of labels, never a name, and runs as a process of ours that is stopped at a time limit.

mod answer;

use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::bundle::Bundles;
use super::overlap::{self, Room};
use super::{Edge, Layout, Node, Options, Placement, Point, Problem, Route, multistart};
use crate::Error;
use answer::{Answer, DrawnLine};

pub use answer::read_graphviz;

/// Points in an inch; a pixel of ours is taken for a point.
const INCH: f64 = 72.0;
/// More output than this, in bytes, is no answer to a drawing.
const MOST_OUTPUT: u64 = 256 << 20;
/// So much of the program's complaint is kept, in bytes.
const MOST_COMPLAINT: u64 = 4 << 10;

/// One of Graphviz's programs.
#[derive(Debug)]
pub(super) struct Graphviz {
    program: &'static str,
    about: &'static str,
    /// What it can do that is taken from it.
    gift: Gift,
}

/// What is taken from a program beside positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gift {
    /// Its lines and its places of labels.
    Lines,
    /// It leaves nodes where it is told to.
    Pins,
    /// Nothing.
    None,
}

impl Graphviz {
    const fn new(program: &'static str, about: &'static str, gift: Gift) -> Self {
        Self { program, about, gift }
    }
}

pub(super) static DOT: Graphviz =
    Graphviz::new("dot", "Graphviz: layers, for hierarchies; lines and places of labels are its own", Gift::Lines);
pub(super) static NEATO: Graphviz = Graphviz::new("neato", "Graphviz: springs of wanted lengths", Gift::Pins);
pub(super) static FDP: Graphviz = Graphviz::new("fdp", "Graphviz: forces; keeps blocs together", Gift::Pins);
pub(super) static SFDP: Graphviz = Graphviz::new("sfdp", "Graphviz: forces, for thousands of actors", Gift::None);
pub(super) static CIRCO: Graphviz = Graphviz::new("circo", "Graphviz: circles", Gift::None);
pub(super) static TWOPI: Graphviz = Graphviz::new("twopi", "Graphviz: rings around a centre", Gift::None);

impl Layout for Graphviz {
    fn name(&self) -> &'static str {
        self.program
    }

    fn about(&self) -> &'static str {
        self.about
    }

    fn draws_lines(&self) -> bool {
        self.gift == Gift::Lines
    }

    fn place(&self, problem: &Problem, options: &Options) -> Result<Placement, Error> {
        let problem = problem.sound();
        if problem.is_pinned() && self.gift != Gift::Pins {
            let why = "cannot keep positions that are given: use neato, fdp or no --engine, or leave the positions out";
            return Err(Error(format!("Graphviz's `{}` {why}", self.program)));
        }
        if problem.nodes.is_empty() {
            return Ok(Placement::default().finished(&problem, options.margin));
        }
        let answer = run(self.program, &["-Tjson0"], request(self.program, &problem, options), options.limit)?;
        let Some(Answer { mut nodes, lines }) = Answer::read(&answer, &problem) else {
            return Err(Error(format!("Graphviz's `{}` gave an answer without usable positions", self.program)));
        };
        if self.draws_lines() {
            return Ok(in_frame(&problem, own_lines(&problem, nodes, lines, options), options));
        }
        pin(&problem, &mut nodes);
        overlap::remove(&Room::new(&problem, &Bundles::of(&problem), options), &mut nodes);
        Ok(in_frame(&problem, multistart::trace(&problem, nodes, options), options))
    }
}

/// The network in DOT: numbered boxes, wanted lengths, and labels as empty tables of their size.
fn request(program: &str, problem: &Problem, options: &Options) -> String {
    let mut dot = String::from("digraph {\ngraph [inputscale=72");
    // With pins the overlaps are left to our own remover, which moves only what is free.
    let overlap = if problem.is_pinned() { "true" } else { "prism" };
    let (gap, arrow, usual) = (options.gap / INCH, options.arrow / INCH, usual(problem, options) / INCH);
    let _ = write!(dot, " overlap={overlap} sep=\"+{:.0}\"", options.gap / 2.0);
    let _ = match program {
        "dot" => writeln!(dot, " splines=true nodesep={gap:.4} ranksep={arrow:.4}]"),
        "fdp" => writeln!(dot, " splines=none K={usual:.4}]"),
        "twopi" => writeln!(dot, " splines=none ranksep={usual:.4}]"),
        "circo" => writeln!(dot, " splines=none mindist={arrow:.4}]"),
        _ => writeln!(dot, " splines=none]"),
    };
    // Lines go on to the centres, so that they can be cut at our outlines; arrowheads are ours.
    dot.push_str("node [shape=box fixedsize=true label=\"\"]\nedge [dir=none headclip=false tailclip=false]\n");
    for (index, node) in problem.nodes.iter().enumerate() {
        let _ = write!(dot, "n{index} [width={:.4} height={:.4}", node.width / INCH, node.height / INCH);
        if let Some(pin) = node.pin {
            let _ = write!(dot, " pos=\"{:.4},{:.4}!\"", pin.x, -pin.y);
        }
        dot.push_str("]\n");
    }
    let mut grouped = vec![false; problem.nodes.len()];
    for (index, group) in problem.groups.iter().enumerate() {
        let _ = write!(dot, "subgraph cluster_{index} {{");
        // A node of several blocs goes to the first: Graphviz's clusters may not overlap.
        for node in group.iter().filter(|node| !std::mem::replace(&mut grouped[**node], true)) {
            let _ = write!(dot, " n{node}");
        }
        dot.push_str(" }\n");
    }
    for (number, edge) in problem.edges.iter().enumerate().filter(|(_, edge)| problem.joins(edge)) {
        let (length, weight) = (wanted(problem, edge, options) / INCH, edge.weight.max(1.0));
        let _ = write!(dot, "n{} -> n{} [id=t{number} len={length:.4} weight={weight:.0}", edge.from, edge.to);
        if edge.is_labelled() {
            // dot lets a label touch its line.
            let beside = if program == "dot" { 4.0 * options.clearance } else { 0.0 };
            let (width, height) = ((edge.label.0 + beside).ceil(), edge.label.1.ceil());
            let _ =
                write!(dot, " label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>");
            let _ = write!(dot, "<TD FIXEDSIZE=\"TRUE\" WIDTH=\"{width}\" HEIGHT=\"{height}\"></TD></TR></TABLE>>");
        }
        dot.push_str("]\n");
    }
    dot.push_str("}\n");
    dot
}

/// The distance of two centres at which both boxes, most of the label and an arrowhead have room, in pixels.
fn wanted(problem: &Problem, edge: &Edge, options: &Options) -> f64 {
    let half = |node: usize| problem.nodes.get(node).map_or(0.0, |node| f64::midpoint(node.width, node.height) / 2.0);
    half(edge.from) + half(edge.to) + 0.75 * edge.label.0 + options.arrow
}

/// The mean of the wanted distances.
fn usual(problem: &Problem, options: &Options) -> f64 {
    let wanted: Vec<f64> = problem.edges.iter().map(|edge| wanted(problem, edge, options)).collect();
    wanted.iter().sum::<f64>().max(options.arrow) / wanted.len().max(1) as f64
}

/// Runs a program on an input and gives its output; stops it at the limit. Never waits for more than that.
fn run(program: &str, arguments: &[&str], input: String, limit: Duration) -> Result<Vec<u8>, Error> {
    let fail = |what: String| Error(format!("Graphviz's `{program}` {what}"));
    let deadline = Instant::now() + limit.min(Duration::from_hours(24));
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            fail("was not found: install Graphviz (https://graphviz.org/download/) or leave out --engine".to_owned())
        }
        _ => fail(format!("cannot be run: {error}")),
    })?;
    if let Some(mut stdin) = child.stdin.take() {
        // A program that does not read its input to the end says so by its exit status.
        thread::spawn(move || stdin.write_all(input.as_bytes()));
    }
    let output = child.stdout.take().map(|pipe| gather(pipe, MOST_OUTPUT));
    let complaint = child.stderr.take().map(|pipe| gather(pipe, MOST_COMPLAINT));
    let output = output.and_then(|pipe| pipe.recv_timeout(left(deadline)).ok());
    let too_long = output.as_ref().is_some_and(|output| output.len() as u64 >= MOST_OUTPUT);
    let status = if too_long { None } else { ended(&mut child, deadline) };
    let Some(status) = status else {
        // Both fail only when the program has ended by itself just now.
        let _ = child.kill();
        let _ = child.wait();
        let why = if too_long { "wrote without end".to_owned() } else { format!("took longer than {limit:?}") };
        return Err(fail(format!("{why} and was stopped: choose another --engine, or a smaller view")));
    };
    match output {
        Some(output) if status.success() => Ok(output),
        _ => {
            Err(fail(format!("failed ({status}){}", complaint.map_or_else(String::new, |pipe| first_complaint(&pipe)))))
        }
    }
}

/// Reads a pipe in a thread: at most so many bytes, and the rest to nowhere, so that the writer is not held up.
fn gather(mut pipe: impl Read + Send + 'static, most: u64) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What came before a broken pipe is kept; the exit status tells the rest.
        let _ = pipe.by_ref().take(most).read_to_end(&mut bytes);
        let _ = sender.send(bytes);
        let _ = std::io::copy(&mut pipe, &mut std::io::sink());
    });
    receiver
}

fn left(deadline: Instant) -> Duration {
    deadline.saturating_duration_since(Instant::now())
}

/// The exit status, or nothing if the program still runs at the deadline.
fn ended(child: &mut Child, deadline: Instant) -> Option<ExitStatus> {
    loop {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        if left(deadline).is_zero() {
            return None;
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// The first line of what the program complained of, without control characters.
fn first_complaint(complaint: &Receiver<Vec<u8>>) -> String {
    let bytes = complaint.recv_timeout(Duration::from_secs(1)).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let line: String = text.lines().next().unwrap_or_default().chars().filter(|c| !c.is_control()).take(300).collect();
    if line.is_empty() { line } else { format!(": {line}") }
}

/// Lines and places of labels that Graphviz gave, cut at the outlines; where it gave none, they are ours.
fn own_lines(problem: &Problem, at: Vec<Point>, lines: Vec<Option<DrawnLine>>, options: &Options) -> Placement {
    let known = |(edge, line): (&Edge, &Option<DrawnLine>)| {
        let labelled = |line: &DrawnLine| line.label.is_some() || !edge.is_labelled();
        !problem.joins(edge) || line.as_ref().is_some_and(labelled)
    };
    let mut drawing = if problem.edges.iter().zip(&lines).all(known) {
        Placement { nodes: at, edges: vec![Route::default(); problem.edges.len()], ..Placement::default() }
    } else {
        multistart::trace(problem, at, options)
    };
    drawing.chains = vec![None; problem.edges.len()];
    for (number, line) in lines.into_iter().enumerate() {
        let edge = &problem.edges[number];
        let Some(DrawnLine { chain, label }) = line.filter(|_| problem.joins(edge)) else { continue };
        let (from, to) = (drawing.nodes[edge.from], drawing.nodes[edge.to]);
        let backwards = (chain.start() - from).length() > (chain.start() - to).length();
        let chain = if backwards { chain.reversed() } else { chain };
        let inside = |p: Point, centre: Point, node: &Node| node.shape.holds(p - centre, node.width, node.height);
        let [tail, head] = [&problem.nodes[edge.from], &problem.nodes[edge.to]];
        let chain = chain.between(|p| inside(p, from, tail), |p| inside(p, to, head));
        let route = &mut drawing.edges[number];
        *route = Route { curve: chain.gist(), label: label.or(route.label) };
        drawing.chains[number] = Some(chain);
    }
    drawing
}

/// Undoes Graphviz's shift of the whole, and sets pinned nodes exactly where they belong.
fn pin(problem: &Problem, at: &mut [Point]) {
    let pins: Vec<Option<Point>> = problem.nodes.iter().map(|node| node.pin).collect();
    let shift = pins.iter().zip(&*at).find_map(|(pin, at)| pin.map(|pin| pin - *at));
    for (at, pin) in at.iter_mut().zip(pins) {
        *at = pin.unwrap_or(*at + shift.unwrap_or_default());
    }
}

/// Moves everything to positive coordinates, with the margin; but nothing where a node is pinned.
fn in_frame(problem: &Problem, drawing: Placement, options: &Options) -> Placement {
    let bounds = drawing.bounds(problem);
    let stay = problem.is_pinned() || bounds.is_nothing();
    let corner = Point::new(options.margin, options.margin);
    let drawing = if stay { drawing } else { drawing.moved(corner - bounds.min) };
    drawing.finished(problem, options.margin)
}

#[cfg(test)]
mod tests {
    use super::super::{LAYOUTS, Shape, quality};
    use super::*;

    fn problem() -> Problem {
        let node = |width| Node { width, height: 30.0, shape: Shape::default(), pin: None };
        let edge = |from, to| Edge { from, to, label: (60.0, 12.0), mark: 0.0, weight: 1.0 };
        Problem {
            nodes: [60.0, 120.0, 90.0, 40.0, 200.0, 60.0].map(node).to_vec(),
            edges: vec![edge(0, 1), edge(1, 0), edge(1, 2), edge(2, 3), edge(3, 3), edge(4, 0), edge(9, 1)],
            groups: vec![vec![0, 1], vec![1, 2]],
        }
    }

    /// The drawing of an engine; nothing, said aloud, if Graphviz is missing and may be.
    #[expect(clippy::print_stderr, reason = "a test that did not run must say so")]
    fn drawn(engine: &Graphviz, problem: &Problem) -> Option<Placement> {
        match engine.place(problem, &Options::default()) {
            Err(Error(why)) if why.contains("was not found") => {
                assert!(std::env::var_os("PARALLAX_REQUIRE_GRAPHVIZ").is_none(), "{why}");
                eprintln!("skipped: Graphviz is not installed");
                None
            }
            drawn => Some(drawn.expect("a drawing")),
        }
    }

    #[test]
    fn every_engine_sets_boxes_apart() {
        let problem = problem();
        for engine in [&DOT, &NEATO, &FDP, &SFDP, &CIRCO, &TWOPI] {
            let Some(drawing) = drawn(engine, &problem) else { continue };
            let boxes: Vec<_> = problem.nodes.iter().zip(&drawing.nodes).map(|(node, at)| node.rect(*at)).collect();
            for (index, one) in boxes.iter().enumerate() {
                assert!(one.min.x >= 0.0 && one.min.y >= 0.0 && one.max.x <= drawing.width, "{}", engine.program);
                assert!(boxes[..index].iter().all(|other| !one.meets(other)), "{} lays boxes on boxes", engine.program);
            }
            assert_eq!(Some(drawing), drawn(engine, &problem), "{} is not deterministic", engine.program);
            assert!(LAYOUTS.iter().any(|layout| layout.name() == engine.program));
        }
    }

    #[test]
    fn dot_draws_its_own_lines_from_outline_to_outline() {
        let mut problem = problem();
        for (node, shape) in problem.nodes.iter_mut().zip([Shape::Ellipse, Shape::Pill, Shape::Octagon, Shape::Hexagon])
        {
            node.shape = shape;
        }
        let Some(drawing) = drawn(&DOT, &problem) else { return };
        for (number, edge) in problem.edges.iter().enumerate().filter(|(_, edge)| problem.joins(edge)) {
            assert!(drawing.chains[number].is_some(), "line {number} is dot's");
            let line = drawing.line(number);
            for (end, node) in [(line.start(), edge.from), (line.end(), edge.to)] {
                let Node { shape, width, height, .. } = problem.nodes[node];
                let offset = end - drawing.nodes[node];
                let on = shape.holds(offset * 0.98, width, height) && !shape.holds(offset * 1.02, width, height);
                assert!(on, "line {number} ends off its outline: {offset:?} of {shape:?}");
            }
        }
        let found = quality(&problem, &drawing);
        assert_eq!((found.through, found.label_on_label, found.label_on_node), (0, 0, 0), "{found:?}");
    }

    #[test]
    fn pins_are_kept_or_refused() {
        let mut problem = problem();
        (problem.nodes[0].pin, problem.nodes[4].pin) = (Some(Point::new(400.0, 100.0)), Some(Point::new(150.0, 333.0)));
        for engine in [&NEATO, &FDP] {
            let Some(drawing) = drawn(engine, &problem) else { continue };
            assert_eq!([drawing.nodes[0], drawing.nodes[4]].map(Some), [problem.nodes[0].pin, problem.nodes[4].pin]);
        }
        assert!(DOT.place(&problem, &Options::default()).is_err());
    }

    #[test]
    fn a_missing_program_is_said_plainly() {
        let missing = Graphviz::new("neato-that-is-not-installed", "", Gift::None);
        let why = missing.place(&problem(), &Options::default()).expect_err("no such program").to_string();
        assert!(why.starts_with("Graphviz's `neato-that-is-not-installed` was not found: install Graphviz"), "{why}");
        assert!(missing.place(&Problem::default(), &Options::default()).is_ok(), "nothing to draw needs no program");
    }

    #[test]
    #[cfg(unix)]
    fn a_program_is_stopped_at_the_limit_also_with_children() {
        for arguments in
            [["-c", "exec sleep 600"], ["-c", "sleep 2 & exec sleep 600"], ["-c", "exec >&-; exec sleep 600"]]
        {
            let why =
                run("sh", &arguments, String::new(), Duration::from_millis(100)).expect_err("too slow").to_string();
            assert!(why.contains("took longer than 100ms"), "{why}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn much_input_comes_through_and_failure_is_told() {
        let long = "x".repeat(3 << 20);
        let limit = Duration::from_mins(1);
        assert_eq!(run("cat", &[], long.clone(), limit).expect("an echo"), long.as_bytes());
        let deaf = run("sh", &["-c", "echo 'no\u{1b}[2J good' >&2; exit 3"], long, limit);
        assert!(deaf.expect_err("a failure").to_string().ends_with("failed (exit status: 3): no[2J good"));
    }
}
