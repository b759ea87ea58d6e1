//! Blocs drawn as hulls: who is in, who is out, and what becomes of the lines that they stand for.

use std::collections::BTreeSet;

use parallax_core::diff::Difference;
use parallax_core::messages::Messages;
use parallax_core::model::Corpus;
use parallax_core::network::{Network, View};
use parallax_layout::{Point, Rect};
use parallax_render::{Drawing, Figure, Hull, MEMBER, Notes, Options, Panel, RenderStyle, draw};

use crate::folder::{self, states};
use crate::scenes::{classed, texts};

/// Names that would break a picture that trusts them.
const HOSTILE: &str = "<b>&\"'اتحاد الدول\u{202e} Ж";

fn bloc(id: &str, name: &str) -> String {
    format!("\n[[actor]]\nid = {id:?}\nname = {}\nkind = \"bloc\"\n", serde_json::json!(name))
}

fn said(from: &[&str], to: &str, kind: &str, rest: &str) -> String {
    format!("\n[[relation]]\nfrom = {from:?}\nto = {to:?}\ntype = {kind:?}\n{rest}\n")
}

fn author(id: &str, said: &[String]) -> String {
    format!("author = {id:?}\n{}", said.concat())
}

/// Three blocs: two share a member, one holds another.
fn world(extra: &[String]) -> Corpus {
    let actors = states(&["athens", "chios", "corinth", "lesbos", "megara", "sparta", "thebes", "thrace"]);
    let blocs = [bloc("league", "League"), bloc("pact", HOSTILE), bloc("west", "West")].concat();
    let types = folder::types(&[(MEMBER, 0, true), ("fights", -1, true), ("helps", 1, true)]);
    let mut first = vec![
        said(&["athens", "chios", "lesbos"], "league", MEMBER, "gloss = \"They pay tribute.\""),
        said(&["sparta", "corinth", "lesbos"], "pact", MEMBER, ""),
        said(&["league", "thebes"], "west", MEMBER, ""),
        said(&["athens"], "sparta", "fights", ""),
        said(&["thrace"], "athens", "helps", ""),
        said(&["megara"], "corinth", "helps", ""),
    ];
    first.extend(extra.iter().cloned());
    let second = vec![said(&["athens", "chios"], "league", MEMBER, "")];
    folder::corpus(actors + &blocs, types, [author("thucydides", &first), author("herodotus", &second)])
}

fn figure(corpus: &Corpus, view: &str) -> Figure {
    Figure::of_network(&Network::of(corpus, &View::parse(view, corpus).expect("a view")), None, Messages::english())
}

fn drawn(figures: &[Figure], options: &Options) -> Drawing {
    draw(figures, options).expect("a drawing")
}

fn index(panel: &Panel, id: &str) -> usize {
    panel.figure.nodes.iter().position(|node| node.id == id).expect("an actor")
}

fn rect(panel: &Panel, node: usize) -> Rect {
    panel.problem.nodes[node].rect(panel.placement.nodes[node])
}

/// Whether all corners lie inside a convex outline.
fn holds(hull: &Hull, rect: &Rect) -> bool {
    let corners = [rect.min, rect.max, Point::new(rect.min.x, rect.max.y), Point::new(rect.max.x, rect.min.y)];
    let edges = hull.outline.iter().zip(hull.outline.iter().cycle().skip(1));
    edges.into_iter().all(|(a, b)| corners.iter().all(|corner| (*b - *a).cross(*corner - *a) >= 0.0))
}

#[test]
fn hulls_hold_their_members_and_no_stranger() {
    let corpus = world(&[]);
    let panel = drawn(&[figure(&corpus, "thucydides")], &Options::default()).panels.remove(0);
    assert_eq!(panel.figure.blocs.len(), 3);
    assert_eq!(panel.hulls.len(), 3, "the layout keeps strangers out of three small blocs");
    let inside = |id: &str| match id {
        "league" => vec!["league", "athens", "chios", "lesbos"],
        "pact" => vec!["pact", "sparta", "corinth", "lesbos"],
        _ => vec!["west", "thebes", "league", "athens", "chios", "lesbos"],
    };
    for hull in &panel.hulls {
        let own = inside(&panel.figure.nodes[hull.bloc.node].id);
        for (number, node) in panel.figure.nodes.iter().enumerate() {
            let rect = rect(&panel, number);
            if own.contains(&&*node.id) {
                assert!(holds(hull, &rect), "{} is a member", node.id);
            } else {
                assert!(!hull.outline.iter().any(|point| rect.holds(*point)) && !holds(hull, &rect), "{}", node.id);
            }
        }
    }
}

#[test]
fn a_hull_stands_for_its_lines_and_nothing_else() {
    let corpus = world(&[]);
    let figures = [figure(&corpus, "thucydides")];
    let options = Options { notes: Some(Notes::of(&corpus, &figures)), ..Options::default() };
    let drawing = drawn(&figures, &options);
    let panel = &drawing.panels[0];
    let lines = classed(&drawing.scene.items, "tie");
    let hidden = (0..panel.figure.edges.len()).filter(|line| panel.is_hidden(*line)).count();
    assert_eq!((lines.len(), hidden), (3, 8));
    assert!(drawing.scene.desc.contains("in place of 8 lines"), "{}", drawing.scene.desc);
    assert!(drawing.scene.desc.contains("Athens, Chios, Lesbos"), "{}", drawing.scene.desc);
    let notes = texts(&classed(&drawing.scene.items, "notes"));
    assert!(notes.contains("Athens, Chios, Lesbos → League"), "{notes}");
    assert!(notes.contains("They pay tribute."), "{notes}");
    let legend = texts(&classed(&drawing.scene.items, "legend"));
    assert!(legend.contains("in place of 8 lines") && !legend.contains("neutral"), "{legend}");

    let plain = drawn(
        &figures,
        &Options { style: RenderStyle { hulls: Some(false), ..RenderStyle::default() }, ..Options::default() },
    );
    assert!(plain.panels[0].hulls.is_empty());
    assert_eq!(classed(&plain.scene.items, "tie").len(), 11);
    assert!(!texts(&classed(&plain.scene.items, "legend")).contains("in place of"));
}

#[test]
fn what_is_denied_possible_or_of_one_alone_makes_no_hull() {
    let corpus = world(&[
        said(&["thrace"], "pact", MEMBER, "negated = true"),
        said(&["megara"], "pact", MEMBER, "mode = \"future\""),
    ]);
    let any = figure(&corpus, "thucydides:standing=any");
    let pact = any.blocs.iter().find(|bloc| any.nodes[bloc.node].id == "pact").expect("a bloc");
    let members: BTreeSet<&str> = pact.members.iter().map(|member| &*any.nodes[*member].id).collect();
    assert_eq!(members, BTreeSet::from(["corinth", "lesbos", "sparta"]));
    assert!(figure(&corpus, "thucydides:near=thebes~1").blocs.is_empty(), "one member is no area");
}

#[test]
fn a_line_that_says_more_than_membership_stays() {
    let codebook = folder::types(&[(MEMBER, 0, true), ("leads", 0, true)]);
    let statements = [said(&["a", "b"], "c", MEMBER, ""), said(&["a"], "c", "leads", "")];
    let actors = states(&["a", "b"]) + &bloc("c", "C");
    let corpus = folder::corpus(actors, codebook, [author("thucydides", &statements), author("herodotus", &[])]);
    let drawing = drawn(&[figure(&corpus, "thucydides")], &Options::default());
    let panel = &drawing.panels[0];
    assert_eq!((panel.hulls.len(), classed(&drawing.scene.items, "tie").len()), (1, 1));
    assert!(holds(&panel.hulls[0], &rect(panel, index(panel, "a"))));
}

#[test]
fn a_difference_has_lines_and_two_panels_have_hulls_of_their_own() {
    let corpus = world(&[]);
    let [a, b] = ["thucydides", "herodotus"].map(|view| View::parse(view, &corpus).expect("a view"));
    let difference = Figure::of_difference(&Difference::of(&corpus, &a, &b), None, Messages::english());
    assert!(drawn(&[difference], &Options::default()).panels[0].hulls.is_empty());
    let figures = ["thucydides", "herodotus"].map(|view| figure(&corpus, view));
    for panel in drawn(&figures, &Options::default()).panels {
        for hull in &panel.hulls {
            let absent = panel.figure.nodes.len()..panel.placement.nodes.len();
            assert!(!absent.into_iter().any(|ghost| holds(hull, &rect(&panel, ghost))));
        }
    }
}

#[test]
fn the_same_blocs_are_drawn_the_same_twice() {
    let corpus = world(&[]);
    let figures = [figure(&corpus, "thucydides")];
    let [one, two] = [0, 1].map(|_| drawn(&figures, &Options::default()).scene);
    assert_eq!(one, two);
}
