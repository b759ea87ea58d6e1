//! Our drawings beside Graphviz's, by one measure: `cargo bench --bench layout [-- GRAPHS]`.
//!
//! Of each kind of network so many graphs (30 unless said) are drawn by our engine and by every program of Graphviz that is
//! installed; the table has the medians. Graphviz's drawings are measured with its own lines and places of labels.
#![allow(clippy::print_stdout, reason = "a bench prints what it measured")]

#[allow(dead_code, reason = "shared with the tests, which need more of it")]
#[path = "../../tests/suite/generator.rs"]
mod generator;
mod graphs;
mod peers;

use std::time::Instant;

use parallax_layout::{Options, Placement, Problem, Quality, place, quality};

use graphs::{KINDS, Kind};
use peers::PEERS;

/// A drawing in figures; of each, less is better.
type Figures = [f64; 9];

const COLUMNS: [&str; 9] =
    ["crossings", "stress", "through box", "label/label", "label/actor", "label/line", "ambiguous", "area/boxes", "ms"];

/// What an engine came to.
struct Row {
    engine: String,
    medians: Figures,
    /// Graphs in which a label lies on a label or on an actor.
    faulty: usize,
    drawn: usize,
}

fn main() {
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(30);
    let (found, missing): (Vec<&[&str]>, Vec<&[&str]>) = PEERS.iter().copied().partition(|peer| peers::installed(peer));
    for peer in missing {
        println!("skipped: Graphviz's `{}` is not installed", peer[0]);
    }
    for kind in KINDS {
        println!("\n{} graphs of {}, medians (less is better)\n", count, kind.name);
        let ours = |problem: &Problem| Some(place(problem, &Options::default()));
        let mut rows = vec![row("parallax".to_owned(), kind, count, &ours)];
        for peer in &found {
            rows.push(row(peer.join(" "), kind, count, &|problem| peers::draw(peer, problem)));
        }
        print(&rows, count as usize);
    }
}

fn row(engine: String, kind: &Kind, count: u64, draw: &dyn Fn(&Problem) -> Option<Placement>) -> Row {
    let mut all: Vec<Figures> = Vec::new();
    for seed in 1..=count {
        let problem = kind.problem(seed);
        let begin = Instant::now();
        let drawing = draw(&problem);
        let took = begin.elapsed().as_secs_f64();
        all.extend(drawing.map(|drawing| figures(&quality(&problem, &drawing), took)));
    }
    let faulty = all.iter().filter(|figures| figures[3] + figures[4] > 0.0).count();
    let median = |column: usize| {
        let mut values: Vec<f64> = all.iter().map(|figures| figures[column]).collect();
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        match values.len() {
            0 => f64::NAN,
            even if even % 2 == 0 => f64::midpoint(values[middle - 1], values[middle]),
            _ => values[middle],
        }
    };
    Row { engine, medians: std::array::from_fn(median), faulty, drawn: all.len() }
}

fn figures(found: &Quality, seconds: f64) -> Figures {
    let n = |count: usize| count as f64;
    [
        n(found.crossings),
        found.stress,
        n(found.through),
        n(found.label_on_label),
        n(found.label_on_node),
        n(found.label_on_line),
        n(found.ambiguous),
        found.area,
        seconds * 1_000.0,
    ]
}

fn print(rows: &[Row], count: usize) {
    let wide = rows.iter().map(|row| row.engine.len()).max().unwrap_or(0).max("engine".len());
    let heads: Vec<String> = COLUMNS.iter().map(|name| format!("{name:>11}")).collect();
    println!("{:wide$} {} label faults in", "engine", heads.join(" "));
    for row in rows {
        let decimals = |column: usize| if column == 1 { 3 } else { 1 };
        let cells = row.medians.iter().enumerate().map(|(column, value)| format!("{value:>11.*}", decimals(column)));
        let failed = if row.drawn < count { format!(" ({} not drawn)", count - row.drawn) } else { String::new() };
        println!("{:wide$} {} {:>3}{failed}", row.engine, cells.collect::<Vec<_>>().join(" "), row.faulty);
    }
    let Some((ours, others)) = rows.split_first() else { return };
    for other in others {
        let worse = (0..COLUMNS.len()).filter(|&column| ours.medians[column] > other.medians[column]);
        let worse: Vec<&str> = worse.map(|column| COLUMNS[column]).collect();
        if !worse.is_empty() {
            println!("{} does better in: {}", other.engine, worse.join(", "));
        }
    }
}
