//! Letters that are too small to be read: a handout goes on to a second page, and of a slide that is said.

use std::fs;
use std::path::Path;

use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

use crate::folder::{folder, states, types};

/// An author who says much of a few: `count` statements, each with a paraphrase of so many words.
fn corpus(count: usize, words: usize) -> TempDir {
    let ids = ["athens", "sparta", "thebes", "corinth", "argos", "megara"];
    let mut said = "[author]\nid = \"a\"\nname = \"A\"\n".to_owned();
    for nth in 0..count {
        let (from, to) = (ids[nth % 5], ids[nth % 5 + 1]);
        let gloss = format!("word{nth} ").repeat(words);
        said += &format!(
            "\n[[relation]]\nfrom = \"{from}\"\nto = \"{to}\"\ntype = \"opposes\"\ngloss = \"{}\"\n",
            gloss.trim()
        );
    }
    folder(&[
        ("parallax.toml", "[[view]]\nid = \"slide\"\nselect = \"a\"\nfit = \"16:9\"\nnotes = true\n".to_owned()),
        ("actors/all.toml", states(&ids)),
        ("relations/codebook.toml", types(&[("opposes", -1, true)])),
        ("relations/a.toml", said),
    ])
}

fn run(corpus: &Path, args: &[&str]) -> (i32, String) {
    let program = Command::new(cargo_bin!("parallax")).arg("-C").arg(corpus).args(args).current_dir(corpus);
    let run = program.env_remove("PARALLAX_SOURCES").env("NO_COLOR", "1").output().expect("a run");
    (run.status.code().expect("an end"), String::from_utf8_lossy(&run.stderr).into_owned())
}

/// The number behind a mark in a text.
fn number(text: &str, mark: &str) -> f64 {
    let rest = text.split(mark).nth(1).expect(mark);
    rest.split(|character: char| !character.is_ascii_digit() && character != '.')
        .next()
        .expect("digits")
        .parse()
        .expect("a number")
}

/// The points of the smallest words of an SVG for paper, numbers beside labels aside.
fn least_points(svg: &str) -> f64 {
    let wide = number(svg, "width=\"") / 25.4 * 72.0;
    let view: Vec<&str> = svg.split("viewBox=\"").nth(1).expect("a view").split(['"', ' ']).collect();
    let unit = wide / view[2].parse::<f64>().expect("a width");
    let sizes = svg.split("font-size=\"").skip(1).filter(|rest| {
        let words = rest.split('>').nth(1).unwrap_or_default();
        words.split('<').next().unwrap_or_default().chars().any(char::is_alphabetic)
    });
    sizes
        .map(|rest| rest.split('"').next().expect("a size").parse::<f64>().expect("a size") * unit)
        .fold(f64::INFINITY, f64::min)
}

#[test]
fn a_handout_that_is_full_goes_on_to_further_pages_and_loses_nothing() {
    let corpus = corpus(60, 40);
    for page in ["a4", "a4-landscape"] {
        let (code, said) =
            run(corpus.path(), &["render", "a", "--fit", page, "--notes", "--text", "plain", "-o", "h.svg"]);
        assert_eq!(code, 0, "{said}");
        assert!(said.contains("h-2.svg") && !said.contains("warning"), "{said}");
        let mut pages = vec![fs::read_to_string(corpus.path().join("h.svg")).expect("a page")];
        for nth in 2.. {
            let path = corpus.path().join(format!("h-{nth}.svg"));
            let Ok(text) = fs::read_to_string(&path) else { break };
            fs::remove_file(path).expect("a page");
            pages.push(text);
        }
        assert!(
            pages.iter().all(|svg| least_points(svg) > 7.99),
            "{page}: {:?}",
            pages.iter().map(|svg| least_points(svg)).collect::<Vec<_>>()
        );
        assert!(pages[0].contains("The notes go on to page 2."));
        let all = pages.concat();
        for nth in 0..60 {
            let word = format!("word{nth}");
            let count =
                all.split(|character: char| !character.is_alphanumeric()).filter(|found| *found == word).count();
            assert_eq!(count, 40, "{page}: {word}");
        }
        let (code, said) = run(corpus.path(), &["render", "a", "--fit", page, "--notes", "-o", "h.pdf"]);
        assert_eq!((code, said.as_str()), (0, ""));
        let pdf = fs::read(corpus.path().join("h.pdf")).expect("a PDF");
        let count = String::from_utf8_lossy(&pdf).matches("/Type/Page/").count();
        assert!(count == pages.len(), "{count} pages in PDF, {} in SVG", pages.len());
    }
    let (code, said) = run(corpus.path(), &["render", "a", "--fit", "a4", "--notes", "--to", "svg", "-o", "-"]);
    assert!(code == 2 && said.contains("--to pdf"), "{said}");
}

#[test]
fn a_handout_with_room_is_one_page() {
    let corpus = corpus(4, 5);
    let (code, said) = run(corpus.path(), &["render", "a", "--fit", "a4", "--notes", "--text", "plain", "-o", "h.svg"]);
    assert_eq!((code, said.as_str()), (0, ""));
    assert!(!corpus.path().join("h-2.svg").exists());
    assert!(least_points(&fs::read_to_string(corpus.path().join("h.svg")).expect("a page")) > 7.99);
}

#[test]
fn words_too_small_for_a_slide_are_told() {
    let full = corpus(60, 40);
    let (code, said) = run(full.path(), &["build"]);
    assert!(code == 0 && said.contains("view `slide`") && said.contains("px high on a slide"), "{said}");
    assert!(
        run(full.path(), &["render", "a", "--fit", "1920x1080", "--notes", "-o", "x.svg"]).1.contains("under 12 px")
    );
    let free = corpus(4, 5);
    assert!(!run(free.path(), &["build"]).1.contains("warning"));
}

#[test]
fn pages_are_not_written_over_what_was_read() {
    let corpus = corpus(60, 40);
    fs::rename(corpus.path().join("relations/a.toml"), corpus.path().join("relations/a-2.toml")).expect("a file");
    let before = fs::read(corpus.path().join("relations/a-2.toml")).expect("a file");
    let (code, said) =
        run(corpus.path(), &["render", "a", "--fit", "a4", "--notes", "--to", "svg", "-o", "relations/a.toml"]);
    assert!(code == 2 && said.contains("a-2.toml is a file that was read"), "{code} {said}");
    assert!(!corpus.path().join("relations/a.toml").exists(), "neither page is written");
    assert_eq!(fs::read(corpus.path().join("relations/a-2.toml")).expect("a file"), before);
}

#[test]
fn further_pages_replace_those_of_an_earlier_run_and_nothing_else() {
    let corpus = corpus(60, 40);
    let at = |name: &str| corpus.path().join(name);
    let drawn = "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>By hand</title></svg>";
    for (page, others) in [("h-2.svg", ["", drawn].as_slice()), ("h-2.png", &["\u{89}PNG\r\n"])] {
        let picture = page.replace("-2", "");
        let render = || run(corpus.path(), &["render", "a", "--fit", "a4", "--notes", "-o", &picture]);
        assert_eq!(render().0, 0, "{page}");
        let ours = fs::read(at(page)).expect("a page");
        for own in others {
            fs::write(at(page), own).expect("a file");
            fs::write(at(&picture), "as before").expect("a file");
            let (code, said) = render();
            assert!(code == 2 && said.contains(&format!("{page} is there")) && said.contains("PDF"), "{code} {said}");
            assert_eq!(fs::read_to_string(at(page)).expect("a file"), *own);
            assert_eq!(fs::read_to_string(at(&picture)).expect("a file"), "as before", "no page is written");
        }
        fs::write(at(page), ours).expect("a file");
        assert_eq!(render().0, 0);
    }
}

#[test]
fn build_names_a_page_that_is_taken() {
    let corpus = corpus(60, 40);
    let paper = "[[view]]\nid = \"h\"\nselect = \"a\"\nfit = \"a4\"\nnotes = true\nformats = [\"svg\", \"pdf\"]\n";
    fs::write(corpus.path().join("parallax.toml"), paper).expect("a file");
    fs::create_dir(corpus.path().join("output")).expect("a folder");
    fs::write(corpus.path().join("output/h-2.svg"), "mine").expect("a file");
    let (code, said) = run(corpus.path(), &["build"]);
    assert!(code == 1 && said.contains("view `h`") && said.contains("h-2.svg is there"), "{code} {said}");
    assert_eq!(fs::read(corpus.path().join("output/h-2.svg")).expect("a file"), b"mine");
    assert!(corpus.path().join("output/h.pdf").exists());
}
