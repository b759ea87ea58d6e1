//! The gallery in `output/` is what the corpus makes, and every format comes out the same wherever it is made.

use std::path::Path;

use crate::gallery::{ELSEWHERE, Files, GALLERY, files, run};

#[test]
fn the_gallery_is_what_the_corpus_makes() {
    let kept = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("output"));
    assert!(!kept.is_empty());
    for (name, bytes) in &kept {
        let made = GALLERY.get(name).unwrap_or_else(|| panic!("output/{name} is no longer made: delete it"));
        let same = if ending(name) == "png" { near(made, bytes) } else { made == bytes };
        assert!(same, "output/{name} is not what the corpus makes: run `cargo run --release -- build` and look at it");
    }
    for name in GALLERY.keys().filter(|name| *name != "quality.md") {
        assert!(kept.contains_key(name), "output/{name} is not checked in");
    }
}

/// What the gallery lacks of the formats, and a picture with its lock, PNG and all.
fn made(environment: &[(&str, &str)]) -> Files {
    let place = tempfile::tempdir().expect("a folder");
    run(&place, environment, &["render", "pozhidaev", "hudis", "--level", "state"], "both.pdf");
    run(&place, environment, &["diff", "pozhidaev", "hudis"], "diff.pdf");
    run(&place, environment, &["diff", "pozhidaev:tag=slide", "hudis:tag=slide"], "slides.png");
    for (format, extension) in [("text", "txt"), ("markdown", "md"), ("json", "json")] {
        let whole = ["diff", "pozhidaev", "hudis", "--all", "--format", format];
        run(&place, environment, &whole, &format!("diff.{extension}"));
        run(&place, environment, &["show", "--standing", "any", "--format", format], &format!("all.{extension}"));
    }
    files(&place.path().join("made"))
}

#[test]
fn the_same_files_give_the_same_bytes_everywhere() {
    let one_thread = [("RAYON_NUM_THREADS", "1")];
    let (here, there) = (made(&[]), made(&[&ELSEWHERE[..], &one_thread].concat()));
    assert_eq!(here.keys().collect::<Vec<_>>(), there.keys().collect::<Vec<_>>());
    for (name, bytes) in &here {
        assert!(there.get(name) == Some(bytes), "{name} differs between two runs");
    }
}

/// Pixels may differ by one between processors.
fn near(made: &[u8], kept: &[u8]) -> bool {
    let ((made_size, made), (kept_size, kept)) = (pixels(made), pixels(kept));
    made_size == kept_size && made.iter().zip(&kept).all(|(a, b)| a.abs_diff(*b) <= 1)
}

fn pixels(bytes: &[u8]) -> ((u32, u32), Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("a frame");
    ((info.width, info.height), pixels)
}

fn ending(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}
