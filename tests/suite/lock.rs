//! `layout.lock`: locked actors stay, others come, and the same files give the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

use crate::folder::{CONFIG, folder, states, types};

/// A ring of states, and one who joins it later.
fn ring(late: bool) -> TempDir {
    let config =
        format!("{CONFIG}\n[[view]]\nid = \"all\"\nselect = \"thucydides\"\nformats = [\"svg\", \"layout.json\"]\n");
    let mut ids = vec!["argos", "athens", "corinth", "sparta", "thebes"];
    let mut pairs: Vec<(&str, &str)> = ids.iter().copied().zip(ids.iter().copied().cycle().skip(1)).collect();
    pairs.push(("athens", "sparta"));
    if late {
        ids.push("megara");
        pairs.extend([("megara", "athens"), ("corinth", "megara")]);
    }
    let said =
        |(from, to): &(&str, &str)| format!("\n[[relation]]\nfrom = \"{from}\"\nto = \"{to}\"\ntype = \"opposes\"\n");
    let author = |id: &str, said: String| format!("author = \"{id}\"\n{said}");
    folder(&[
        ("parallax.toml", config),
        ("actors/all.toml", states(&ids)),
        ("relations/codebook.toml", types(&[("opposes", -1, true)])),
        ("relations/a.toml", author("thucydides", pairs.iter().map(said).collect())),
        ("relations/b.toml", author("herodotus", String::new())),
    ])
}

/// Runs `build` in a corpus; what it tells, and where its actors stand.
fn build(corpus: &Path, args: &[&str]) -> (String, BTreeMap<String, (f64, f64)>) {
    let run =
        Command::new(cargo_bin!("parallax")).arg("-C").arg(corpus).arg("build").args(args).output().expect("a run");
    let told = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "{told}");
    let laid = fs::read_to_string(corpus.join("output/all.layout.json")).expect("a layout");
    let laid: serde_json::Value = serde_json::from_str(&laid).expect("JSON");
    let nodes = laid["nodes"].as_object().expect("nodes");
    let at = |(id, at): (&String, &serde_json::Value)| (id.clone(), (at[0].as_f64().unwrap(), at[1].as_f64().unwrap()));
    (told, nodes.iter().map(at).collect())
}

fn bytes(corpus: &Path, file: &str) -> Vec<u8> {
    fs::read(corpus.join(file)).expect("a file")
}

#[test]
fn locked_actors_stay_and_who_comes_later_finds_a_place() {
    let (early, late) = (ring(false), ring(true));
    let (early, late) = (early.path(), late.path());
    let (told, first) = build(early, &["--lock"]);
    assert_eq!(told, "");
    let (lock, drawn) = (bytes(early, "layout.lock"), bytes(early, "output/all.svg"));
    build(early, &["--lock"]);
    assert!(bytes(early, "layout.lock") == lock && bytes(early, "output/all.svg") == drawn, "the same again");
    build(early, &[]);
    assert!(bytes(early, "output/all.svg") == drawn, "the same without --lock");

    fs::write(late.join("layout.lock"), &lock).expect("a file");
    let (told, second) = build(late, &[]);
    assert!(told.contains("1 actor is not in layout.lock yet, placed near their neighbours: megara"), "{told}");
    assert!(first.iter().all(|(actor, at)| second.get(actor) == Some(at)), "{first:?} {second:?}");
    let reach = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).abs() + (a.1 - b.1).abs();
    let farthest = first.values().map(|at| reach(*at, second["megara"])).fold(0.0, f64::max);
    assert!(reach(second["athens"], second["megara"]) <= farthest, "near its neighbours: {second:?}");
    let (_, third) = build(late, &["--lock"]);
    assert_eq!(second, third);

    fs::copy(late.join("layout.lock"), early.join("layout.lock")).expect("a file");
    let (told, again) = build(early, &[]);
    assert!(told.contains("1 actor of layout.lock is no longer drawn, left in it: megara"), "{told}");
    assert_eq!(first, again);
    let (_, afresh) = build(early, &["--relayout", "--lock"]);
    assert_eq!(first, afresh);
    assert!(bytes(early, "layout.lock") == lock, "who is gone is taken out");
}

#[test]
fn places_moved_by_hand_are_heeded_and_said_where_they_clash() {
    let corpus = ring(false);
    let text = "[all]\nargos 40 30\nathens 500 40\nsparta 505 41\n";
    fs::write(corpus.path().join("layout.lock"), text).expect("a file");
    let (told, places) = build(corpus.path(), &[]);
    assert_eq!([places["argos"], places["athens"], places["sparta"]], [(40.0, 30.0), (500.0, 40.0), (505.0, 41.0)]);
    assert!(told.contains("1 pair of actors stand on one another"), "{told}");
}
