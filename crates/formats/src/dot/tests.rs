//! The DOT that is written, read back by Graphviz's own programs.

use std::io::Write as _;
use std::process::{Command, Stdio};

use parallax_core::model::{ActorId, Id as _};
use parallax_render::{Alike, Options, THEMES, draw};
use serde_json::Value;

use super::*;

/// Names that are hard on a quoting that is wrong, with what Graphviz keeps of them as an id.
fn names() -> Vec<(String, String)> {
    let plain = [
        "",
        "graph",
        "Node",
        "->",
        "a:b:n",
        "<b>bold</b>",
        "<",
        "a;b]} // /* # c",
        "\"",
        "say \"no\"",
        "one\ntwo",
        "Россия",
        "الصين",
        "欧洲联盟",
        "🕊️",
        "&amp; &#38; AT&T; R&D",
        "1.5",
        "it's",
    ];
    let mut names: Vec<_> = plain.map(|name| (name.to_owned(), name.to_owned())).to_vec();
    let doubled = [
        ("\\", r"\\"),
        (r"C:\temp\", r"C:\\temp\\"),
        (r"\N \G \l", r"\\N \\G \\l"),
        (r#"\" x"#, r#"\\" x"#),
        ("\\\n", r"\\\u{a}"),
    ];
    names.extend(doubled.map(|(name, kept)| (name.to_owned(), kept.to_owned())));
    names.push(("bell\u{7}".to_owned(), r"bell\u{7}".to_owned()));
    names.push(("long ".repeat(2_000), "long ".repeat(2_000)));
    names
}

/// A ring of all names, each line labelled as the actor that it leaves.
fn ring() -> Figure {
    let names = names();
    let node = |(index, (name, _)): (usize, &(String, String))| Actor {
        actor: ActorId::from_index(index),
        id: name.clone(),
        label: name.clone(),
        name: name.clone(),
        kind: ActorKind::WORDS[index % ActorKind::WORDS.len()].1,
        said_by: [SideSet::A, SideSet::B, SideSet::Both][index % 3],
        of_one_side: index % 2 == 0,
    };
    let edge = |from: usize| FigureEdge {
        from,
        to: (from + 1) % names.len(),
        directed: !from.is_multiple_of(4),
        label: names[from].0.clone(),
        counts: String::new(),
        sign: Sign::ALL[from % 3],
        factuality: Factuality::all().cycle().nth(from).unwrap(),
        strength: 1 + (from % 3) as u8,
        said_by: [SideSet::A, SideSet::B, SideSet::Both][from % 3],
        holders: Vec::new(),
        contested: from.is_multiple_of(5).then_some(Verdict::Denied),
        relations: Vec::new(),
    };
    Figure {
        messages: parallax_core::messages::Messages::english(),
        title: "\"Both\" \\N".to_owned(),
        source: vec!["two texts".to_owned()],
        selected: String::new(),
        subject: Subject::Two("a\\".to_owned(), "\"b\"".to_owned()),
        colours: [None; 2],
        nodes: names.iter().enumerate().map(node).collect(),
        edges: (0..names.len()).map(edge).collect(),
        blocs: Vec::new(),
        statements: 0,
        unheld: std::collections::BTreeSet::new(),
        only_firm: false,
        loops: 0,
        alike: Alike::default(),
    }
}

/// What a program of Graphviz's says to a DOT; nothing, said aloud, if it is missing and may be.
#[expect(clippy::print_stderr, reason = "a test that did not run must say so")]
fn ask(program: &str, arguments: &[&str], dot: &str) -> Option<String> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else {
        assert!(std::env::var_os("PARALLAX_REQUIRE_GRAPHVIZ").is_none(), "`{program}` cannot be run");
        eprintln!("skipped: Graphviz is not installed");
        return None;
    };
    let (mut stdin, dot) = (child.stdin.take().expect("a pipe"), dot.to_owned());
    let writer = std::thread::spawn(move || stdin.write_all(dot.as_bytes()));
    let output = child.wait_with_output().expect("an end");
    writer.join().expect("no panic").expect("all read");
    assert!(output.status.success(), "{program} {arguments:?}: {}", output.status);
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

fn list(graph: &str, of: &str) -> Vec<Value> {
    let graph: Value = serde_json::from_str(graph).expect("JSON");
    graph[of].as_array().cloned().unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// What is drawn as the label of a node or edge.
fn painted(thing: &Value) -> String {
    let painted = thing["_ldraw_"].as_array().into_iter().flatten().filter(|item| item["op"] == "T");
    painted.map(|item| text(&item["text"])).collect::<Vec<_>>().join("\n")
}

#[test]
fn graphviz_reads_every_name_back() {
    let (figure, names) = (ring(), names());
    let dot = digraph(&figure, &[], THEMES[0]);
    let Some(counts) = ask("gc", &["-n", "-e"], &dot) else { return };
    let counted: Vec<&str> = counts.split_whitespace().take(2).collect();
    assert_eq!(counted, [names.len().to_string(), names.len().to_string()]);
    let Some(canonical) = ask("dot", &["-Tcanon"], &dot) else { return };
    for dot in [&dot, &canonical] {
        let Some(json) = ask("dot", &["-Tjson"], dot) else { return };
        let nodes = list(&json, "objects");
        let ids: Vec<&str> = nodes.iter().map(|node| text(&node["name"])).collect();
        for (actor, (name, kept)) in figure.nodes.iter().zip(&names) {
            let node = nodes.iter().find(|node| node["name"] == kept.as_str());
            let node = node.unwrap_or_else(|| panic!("{name:?} is not among {ids:?}"));
            let label: String = name.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
            assert_eq!(painted(node), label.trim_end_matches('\n'), "{:?}", node["label"]);
            assert_eq!(text(&node["kind"]), actor.kind.word());
        }
        let edges = list(&json, "edges");
        for (edge, (_, kept)) in figure.edges.iter().zip(&names) {
            let from = |drawn: &&Value| {
                drawn["tail"].as_u64().and_then(|tail| ids.get(tail as usize)).is_some_and(|id| id == kept)
            };
            let drawn = edges.iter().find(from).expect("a line from every actor");
            assert_eq!(painted(drawn), label(&figure, edge).replace('\u{7}', "").trim_end_matches('\n'));
            assert_eq!(
                (text(&drawn["whose"]), text(&drawn["sign"])),
                (side(edge.said_by), &*edge.sign.number().to_string())
            );
        }
    }
}

#[test]
fn neato_keeps_the_places() {
    let mut figure = ring();
    figure.nodes.iter_mut().for_each(|node| node.label = "x".to_owned());
    let spot = |index: usize| Spot {
        x: 120.0 * (index % 5) as f64 + 50.25,
        y: 77.5 * (index / 5) as f64 + 20.0,
        width: 90.0,
        height: 30.0,
    };
    let spots: Vec<Spot> = (0..figure.nodes.len()).map(spot).collect();
    let dot = digraph(&figure, &spots, THEMES[0]);
    for arguments in [&["-n", "-Tjson"][..], &["-Tjson"]] {
        let Some(json) = ask("neato", arguments, &dot) else { return };
        let shift = std::cell::OnceCell::new();
        for (node, spot) in list(&json, "objects").iter().zip(&spots) {
            let (x, y) = text(&node["pos"]).split_once(',').expect("two numbers");
            let [x, y] = [x, y].map(|number| number.trim_end_matches('!').parse::<f64>().expect("a number"));
            // Graphviz moves the whole to its origin.
            let step = (x - spot.x, y - spot.y);
            let (right, up) = *shift.get_or_init(|| step);
            assert!((step.0 - right).abs() < 1.0 && (step.1 - up).abs() < 1.0, "{node} is not at {spot:?}");
        }
    }
}

#[test]
fn every_panel_is_a_digraph() {
    let mut figure = ring();
    figure.nodes.truncate(3);
    figure.edges.truncate(2);
    let drawing = draw(&[figure.clone(), figure], &Options::default()).expect("our own engine");
    let dot = String::from_utf8(FORMAT.write_drawing(&drawing).expect("DOT")).expect("UTF-8");
    let digraphs: Vec<&str> = dot.split("\n\n").collect();
    assert!(matches!(*digraphs, [one, two] if one.trim() == two.trim()), "{dot}");
    assert_eq!(dot.matches(" pos=").count(), 6);
    let Some(counts) = ask("gc", &["-n", "-e"], &dot) else { return };
    let counted = counts.lines().map(|line| line.split_whitespace().take(2).collect::<Vec<_>>());
    // A line for each digraph, and the sum.
    assert_eq!(counted.collect::<Vec<_>>(), [["3", "2"], ["3", "2"], ["6", "4"]]);
}

#[test]
fn the_same_figure_gives_the_same_dot() {
    let one = digraph(&ring(), &[], THEMES[0]);
    assert_eq!(one, digraph(&ring(), &[], THEMES[0]));
    assert!(one.starts_with("digraph \"\\\"Both\\\" \\\\N\" {\n"), "{}", &one[..40]);
    assert!(!one.contains(|c: char| c.is_control() && c != '\n'));
}

#[test]
fn two_thousand_actors_need_no_layout() {
    let mut figure = ring();
    let (node, edge) = (figure.nodes[5].clone(), figure.edges[5].clone());
    let called = |index: usize| format!("actor-{index}");
    figure.nodes = (0..2_000).map(|index| Actor { id: called(index), ..node.clone() }).collect();
    figure.edges =
        (0..6_000).map(|index| FigureEdge { from: index % 2_000, to: index * 7 % 2_000, ..edge.clone() }).collect();
    let dot = String::from_utf8(FORMAT.write(&[figure], THEMES[0]).expect("DOT")).expect("UTF-8");
    assert_eq!((dot.matches(" -> ").count(), dot.matches("peripheries=").count()), (6_000, 2_000));
    assert!(!dot.contains(" pos="));
}
