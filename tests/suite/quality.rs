//! The figures of every drawing of the gallery: what they are is kept in `tests/quality.md`, and some must be zero.

use std::fs;
use std::path::Path;

use crate::gallery::GALLERY;

#[test]
fn no_drawing_of_the_gallery_got_worse() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let made = str::from_utf8(&GALLERY["quality.md"]).expect("the table");
    let rows: Vec<Vec<&str>> = made.lines().filter(|line| line.starts_with("| ")).map(cells).collect();
    let [heads, drawings @ ..] = rows.as_slice() else { panic!("no table: {made}") };
    assert!(drawings.len() > 20, "only {} drawings", drawings.len());
    for fault in ["overlaps", "label-on-label", "label-on-node"] {
        let column = heads.iter().position(|head| *head == fault).expect("a figure of this name");
        for row in drawings {
            assert_eq!(row[column], "0", "{fault} in `{}`", row[0]);
        }
    }
    let kept = root.join("tests/quality.md");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&kept, made).expect("the table");
    }
    let known = fs::read_to_string(&kept).unwrap_or_default();
    let differs = made.lines().zip(known.lines()).find(|(made, known)| made != known);
    assert!(
        made == known,
        "figures changed, first {differs:#?}: look at the drawings, then UPDATE=1 cargo test quality"
    );
}

fn cells(row: &str) -> Vec<&str> {
    row.trim_matches('|').split('|').map(str::trim).collect()
}
