//! The explorer page in real browsers: the program makes the pages, and the tests of `tests/browser` are run on them.
//!
//! They need Node, `npm ci` in `tests/browser`, Chromium and Firefox. What is missing is said and its tests skipped,
//! unless `PARALLAX_REQUIRE_BROWSER` is set. With `PARALLAX_PAGES` the pages are made there and stay.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::folder::folder;
use crate::pages::{Files, apart, hostile, made_up};

/// What must be installed in `tests/browser`, and what for.
const BUNDLER: &str = "node_modules/esbuild/package.json";
const TYPES: &str = "node_modules/typescript/bin/tsc";
const LINT: &str = "node_modules/@biomejs";
const DRIVER: &str = "node_modules/puppeteer-core/package.json";

/// The browsers that the tests look for, each by its names.
const BROWSERS: [(&str, &[&str]); 2] = [
    ("CHROMIUM", &["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]),
    ("FIREFOX", &["/usr/bin/firefox-esr", "/usr/bin/firefox"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the tests in browsers.
fn tests() -> PathBuf {
    root().join("tests/browser")
}

/// What of this is missing.
fn missing(installed: &str, browsers: bool) -> Vec<String> {
    let mut missing = Vec::new();
    let node = Command::new("node").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !node.is_ok_and(|status| status.success()) {
        missing.push("Node (`node`)".to_owned());
    }
    if !tests().join(installed).exists() {
        missing.push(format!("tests/browser/{installed} (run `npm ci` in tests/browser)"));
    }
    for (variable, paths) in BROWSERS.iter().filter(|_| browsers) {
        let named = std::env::var_os(variable).map(PathBuf::from);
        if !named.into_iter().chain(paths.iter().map(PathBuf::from)).any(|path| path.exists()) {
            missing.push(format!("a browser: none of {}, and {variable} names none", paths.join(", ")));
        }
    }
    missing
}

/// Whether a test can be run; says what is missing if not.
fn can_run(what: &str, installed: &str, browsers: bool) -> bool {
    let missing = missing(installed, browsers).join("; ");
    if missing.is_empty() {
        return true;
    }
    assert!(std::env::var_os("PARALLAX_REQUIRE_BROWSER").is_none(), "{what} needs {missing}");
    eprintln!("skipped: {what} needs {missing}");
    false
}

/// Runs a program of Node's in `tests/browser`; what it says is shown if it fails.
fn node(arguments: &[&str], pages: Option<&Path>) {
    let mut command = Command::new("node");
    command.args(arguments).current_dir(tests()).env("NO_COLOR", "1");
    if let Some(pages) = pages {
        command.env("PARALLAX_PAGES", pages);
    }
    let output = command.output().expect("node runs");
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    // What was skipped is worth a look also where all is well.
    said.lines().filter(|line| line.contains("# SKIP") || line.contains('﹣')).for_each(|line| eprintln!("{line}"));
    assert!(output.status.success(), "node {}\n{said}", arguments.join(" "));
}

/// Makes a page of the corpus in a folder.
fn explore(corpus: &Path, arguments: &[&str], page: &Path) {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("parallax"));
    command.arg("-C").arg(corpus).arg("explore").args(arguments).arg("-o").arg(page);
    let output = command.env("NO_COLOR", "1").output().expect("the program");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{said}", page.display());
}

/// Makes a page of a corpus that is written here.
fn explored(files: &Files, arguments: &[&str], page: &Path) {
    let corpus = folder(files);
    explore(corpus.path(), arguments, page);
}

/// Makes the pages that the tests open besides that of the built-in corpus.
fn make_pages(folder: &Path) {
    if std::env::var_os("PARALLAX_SOURCES").is_some() {
        let few = ["pozhidaev:tag=slide", "hudis:tag=slide", "--with-passages"];
        explore(root(), &few, &folder.join("passages.html"));
    } else {
        eprintln!("skipped: the page with passages, for PARALLAX_SOURCES is not set");
    }
    explored(&made_up(1, 12, 40), &["author-0"], &folder.join("one.html"));
    explored(&apart(), &[], &folder.join("apart.html"));
    let authors: Vec<String> = (0..6).map(|at| format!("author-{at}")).collect();
    let authors: Vec<&str> = authors.iter().map(String::as_str).collect();
    explored(&made_up(6, 14, 150), &authors, &folder.join("six.html"));
    explored(&made_up(4, 100, 1_200), &authors[..4], &folder.join("many.html"));
    hostile_page(&folder.join("hostile.html"));
    let historians = root().join("tests/data/historians");
    let sources = historians.join("sources").display().to_string();
    explore(&historians, &["--sources", &sources, "--with-passages"], &folder.join("issues.html"));
    let three = ["thucydides", "herodotus", "thucydides:strength=3"];
    explore(&historians, &three, &folder.join("issues-of-three.html"));
}

/// The page of the built-in corpus stands in the gallery, which has a test of its own.
fn page_of_the_gallery(folder: &Path) {
    std::fs::copy(root().join("output/explorer.html"), folder.join("builtin.html")).expect("the page of the gallery");
}

/// For whoever works on the page: that of the built-in corpus as it is now, and the large one that `bars.js` measures.
fn pages_to_work_on(folder: &Path) {
    explore(root(), &[], &folder.join("builtin.html"));
    explored(&made_up(4, 300, 5_000), &["author-0", "author-1", "author-2", "author-3"], &folder.join("large.html"));
}

/// The hostile corpus with its passages, which come from a text beside it.
fn hostile_page(page: &Path) {
    let corpus = folder(&hostile());
    let sources = corpus.path().join("sources").display().to_string();
    explore(corpus.path(), &["--sources", &sources, "--with-passages"], page);
}

#[test]
fn the_page_works_in_real_browsers() {
    if !can_run("the explorer page in browsers", DRIVER, true) {
        return;
    }
    let kept = std::env::var_os("PARALLAX_PAGES").map(PathBuf::from);
    let passing: Option<TempDir> = kept.is_none().then(|| tempfile::tempdir().expect("a temporary folder"));
    let folder = kept.as_deref().or(passing.as_ref().map(TempDir::path)).expect("one of the two");
    std::fs::create_dir_all(folder).expect("the folder of the pages");
    make_pages(folder);
    if kept.is_some() {
        pages_to_work_on(folder);
    } else {
        page_of_the_gallery(folder);
    }
    node(&["--test", "--test-concurrency=2", "--test-reporter=spec"], Some(folder));
}

#[test]
fn what_is_checked_in_of_the_page_is_what_its_modules_and_its_schema_make() {
    if can_run("esbuild on the explorer page", BUNDLER, false) {
        node(&["bundle.js", "--check"], None);
    }
}

#[test]
fn the_types_of_the_page_and_of_its_tests_are_right() {
    if can_run("tsc on the explorer page", TYPES, false) {
        node(&[TYPES, "--project", "../../crates/explorer/web/tsconfig.json"], None);
        node(&[TYPES, "--project", "tsconfig.json"], None);
    }
}

#[test]
fn the_page_and_its_tests_are_free_of_lint() {
    if can_run("biome on the explorer page", LINT, false) {
        node(&["lint.js"], None);
    }
}
