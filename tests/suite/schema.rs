//! The schemas by a validator that knows nothing of them: they are schemas, take what `check` takes, and refuse what is wrong.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jsonschema::Validator;
use miniz_oxide::inflate::decompress_to_vec_zlib;
use parallax_core::model::record::data_keys;
use parallax_core::model::schema::{Completions, SCHEMAS, Schema};
use proptest::prelude::*;
use serde_json::{Value, json as of};
use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

use crate::folder::loaded;
use crate::gallery::GALLERY;
use crate::manual;
use crate::pages::{apart, hostile, made_up};
use crate::world::worlds;
use crate::written::{Names, Notation, written};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn validator(text: &str) -> Validator {
    let schema: Value = serde_json::from_str(text).expect("JSON");
    assert!(jsonschema::meta::is_valid(&schema), "{:?}", jsonschema::meta::validate(&schema).err());
    jsonschema::validator_for(&schema).expect("a schema")
}

/// The schemas of a corpus, in a folder of their own.
fn schemas(corpus: &Path) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let run = Command::new(cargo_bin!("parallax")).arg("-C").arg(corpus).args(["schema", "-o"]).arg(folder.path());
    run.assert().success();
    folder
}

/// TOML as JSON: a date is what is written.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Table(table) => Value::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect()),
        toml::Value::Array(items) => items.into_iter().map(json).collect(),
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(date) => date.to_string().into(),
    }
}

fn read(text: &str) -> Value {
    json(toml::Value::Table(text.parse().expect("TOML")))
}

/// The schema for a file: by its name, or by its first key.
fn schema_of(name: &str, file: &Value) -> Option<&'static Schema> {
    if name == "parallax.toml" {
        return SCHEMAS.iter().find(|schema| schema.name == "parallax");
    }
    let first = file.as_object()?.keys().find(|key| data_keys().any(|known| known.name == **key))?;
    SCHEMAS.iter().skip(1).find(|schema| schema.record.key(first).is_some())
}

/// The TOML files of a corpus, by their names within it.
fn files(corpus: &Path) -> Vec<(String, PathBuf)> {
    let mut files = vec![("parallax.toml".to_owned(), corpus.join("parallax.toml"))];
    for folder in ["actors", "relations"] {
        // A corpus can be its parallax.toml alone.
        for entry in fs::read_dir(corpus.join(folder)).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                files.push((path.display().to_string(), path));
            }
        }
    }
    files
}

fn wrong_in(corpus: &Path, schemas: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, path) in files(corpus) {
        let file = read(&fs::read_to_string(path).expect("a file"));
        let Some(schema) = schema_of(&name, &file) else { continue };
        let text = fs::read_to_string(schemas.join(schema.file())).expect("a schema");
        let found = validator(&text);
        wrong.extend(found.iter_errors(&file).map(|error| format!("{name}: {}: {error}", error.instance_path())));
    }
    wrong
}

#[test]
fn corpora_are_valid_by_their_own_schemas() {
    let made = tempfile::tempdir().expect("a folder");
    for (name, bare) in [("bare", &["--bare"][..]), ("example", &[])] {
        let run = Command::new(cargo_bin!("parallax")).arg("init").arg(made.path().join(name)).args(bare);
        run.assert().success();
        let corpus = made.path().join(name);
        assert_eq!(wrong_in(&corpus, &corpus.join("schema")), Vec::<String>::new(), "{name}");
    }
    let mut corpora = vec![root().to_owned()];
    for folder in ["tests/data", "tests/corpora"] {
        let entries = fs::read_dir(root().join(folder)).expect("a folder").map(|entry| entry.expect("an entry").path());
        corpora.extend(entries.filter(|path| path.join("parallax.toml").is_file()));
    }
    assert!(corpora.len() > 4);
    for corpus in corpora {
        assert_eq!(wrong_in(&corpus, schemas(&corpus).path()), Vec::<String>::new(), "{}", corpus.display());
    }
}

#[test]
fn the_schemas_of_the_built_in_corpus_are_current() {
    let made = schemas(root());
    for schema in SCHEMAS {
        let now = fs::read_to_string(made.path().join(schema.file())).expect("a schema");
        let path = root().join("schema").join(schema.file());
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, now).expect("a file");
        } else {
            let there = fs::read_to_string(&path).expect("a schema");
            assert!(there == now, "schema/{} is old: run `parallax schema`, or this test with UPDATE=1", schema.file());
        }
    }
}

#[test]
fn the_schema_of_the_explorer_page_is_current() {
    let (now, path) = (parallax_explorer::schema(), root().join("crates/explorer/schema/explorer.schema.json"));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, now).expect("a file");
    } else {
        let there = fs::read_to_string(&path).expect("a schema");
        assert!(there == now, "explorer.schema.json is old: run this test with UPDATE=1, then `npm run bundle`");
    }
}

/// The data of a page of the corpus in a folder.
fn page_data(corpus: &Path, arguments: &[&str]) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("page.json");
    let run = Command::new(cargo_bin!("parallax")).arg("-C").arg(corpus).arg("explore").args(arguments);
    run.arg("-o").arg(&data).assert().success();
    serde_json::from_str(&fs::read_to_string(data).expect("the data")).expect("JSON")
}

/// The data that stand packed in a page.
fn unpacked(page: &[u8]) -> Value {
    let page = str::from_utf8(page).expect("a page");
    let (_, data) = page.split_once("id=\"data\">").expect("the data");
    let (data, _) = data.split_once("</script>").expect("their end");
    let packed = BASE64_STANDARD.decode(data).expect("base64");
    serde_json::from_slice(&decompress_to_vec_zlib(&packed).expect("zlib")).expect("JSON")
}

#[test]
fn the_data_of_explorer_pages_fit_their_schema() {
    let schema = validator(&parallax_explorer::schema());
    let [hostile, apart, six] = [hostile(), apart(), made_up(6, 14, 150)].map(|files| crate::folder::folder(&files));
    let sources = hostile.path().join("sources").display().to_string();
    let with_passages = ["--sources", &sources, "--with-passages"];
    let pages = [
        ("built-in", unpacked(&GALLERY["explorer.html"])),
        ("hostile", page_data(hostile.path(), &with_passages)),
        ("apart", page_data(apart.path(), &[])),
        ("issues", page_data(&root().join("tests/data/historians"), &[])),
        ("six", page_data(six.path(), &["author-0", "author-1", "author-2", "author-3", "author-4", "author-5"])),
    ];
    for (name, data) in &pages {
        let wrong: Vec<String> =
            schema.iter_errors(data).map(|error| format!("{}: {error}", error.instance_path())).take(5).collect();
        assert_eq!(wrong, Vec::<String>::new(), "{name}");
        let answers = ["hostile", "issues"].contains(name);
        for key in ["issues", "positions", "issue_comparisons"] {
            assert!(*name == "built-in" || data.get(key).is_some() == answers, "{name}: {key}");
        }
    }
    let wrong = [
        ("/schema", Value::Null),
        ("/views/0/lettre", of!("A")),
        ("/views/0/letter", of!("AB")),
        ("/statements/0/sentence", Value::Null),
        ("/statements/0/from", of!([])),
        ("/statements/0/negated", of!(false)),
        ("/statements/0/evidence/0/paragraph", of!("12")),
        ("/levels/0/comparisons/0/dyads/0/signs", of!([[1]])),
        ("/pictures/0/actors/0/x", of!("left")),
    ];
    for (place, value) in wrong {
        let mut data = pages[0].1.clone();
        put(&mut data, place, value.clone());
        assert!(!schema.is_valid(&data), "{place} = {value} is taken");
    }
}

/// Valid files, with every way in which one thing is wrong.
#[test]
fn what_is_wrong_is_refused() {
    let corpus = root().join("tests/corpora/every-key");
    let schemas = schemas(&corpus);
    let wrong = [
        ("parallax.toml", "/title", of!(1)),
        ("parallax.toml", "/titel", of!("x")),
        ("parallax.toml", "/author/0/colour", of!("red")),
        ("parallax.toml", "/view/0/form", of!("pannels")),
        ("parallax.toml", "/view/0/theme", of!("dork")),
        ("parallax.toml", "/view/0/top", of!(0)),
        ("parallax.toml", "/view/0/notes", of!("yes")),
        ("parallax.toml", "/view/0/formats/0", of!("gif")),
        ("parallax.toml", "/view/1/diff", of!(["a", "b", "c"])),
        ("parallax.toml", "/view/0/id", of!("../x")),
        ("parallax.toml", "/table/0/columns/form", of!("x")),
        ("actors", "/actor/0/kind", of!("stat")),
        ("actors", "/actor/0/id", of!("a b")),
        ("actors", "/actor/0/aliases", of!([1])),
        ("actors", "/actor/0/part-of/actor", Value::Null),
        ("actors", "/actor/0/part-of/wen", of!("2025")),
        ("codebook", "/type/0/sign", of!(2)),
        ("codebook", "/type/0/sign", Value::Null),
        ("codebook", "/facet/0/sign", of!(1)),
        ("thucydides", "/author/name", Value::Null),
        ("thucydides", "/author/name", of!(" ")),
        ("thucydides", "/work/0/paragraphs", of!("pages")),
        ("thucydides", "/work/0/date", of!("last year")),
        ("thucydides", "/frame/0/kind", of!("idea")),
        ("thucydides", "/frame/0/likens", of!({ "Troy": 1 })),
        ("thucydides", "/frame/0/evidence/0", of!("p1:1-2")),
        ("thucydides", "/relation/0/from", Value::Null),
        ("thucydides", "/relation/0/type", of!("oposes")),
        ("thucydides", "/relation/0/facets/0", of!("millitary")),
        ("thucydides", "/relation/0/stance", of!("claims")),
        ("thucydides", "/relation/0/strength", of!(4)),
        ("thucydides", "/relation/0/strength", of!("2")),
        ("thucydides", "/relation/0/negated", of!("no")),
        ("thucydides", "/relation/0/negate", of!(true)),
        ("thucydides", "/relation/0/author", of!(3)),
        ("thucydides", "/relation/0/links/0/kind", of!("cause")),
        ("thucydides", "/relation/0/links/0/to", Value::Null),
        ("thucydides", "/relation/0/evidence/0", of!("p0:1-2#9f2c41aa")),
    ];
    for (stem, place, value) in wrong {
        let path = files(&corpus).into_iter().find(|(name, _)| name.contains(stem)).expect("a file");
        let mut file = read(&fs::read_to_string(&path.1).expect("a file"));
        let schema = schema_of(&path.0, &file).expect("a schema");
        let schema = validator(&fs::read_to_string(schemas.path().join(schema.file())).expect("a schema"));
        assert!(schema.is_valid(&file), "{}", path.0);
        put(&mut file, place, value.clone());
        assert!(!schema.is_valid(&file), "{stem} with {place} = {value} is taken");
    }
}

/// Puts a value into a place; null takes away what is there.
fn put(file: &mut Value, place: &str, value: Value) {
    let (above, key) = place.rsplit_once('/').expect("a place");
    match file.pointer_mut(above).expect("the place is there") {
        Value::Object(table) if value.is_null() => drop(table.remove(key).expect("the key is there")),
        Value::Object(table) => drop(table.insert(key.to_owned(), value)),
        Value::Array(items) => items[key.parse::<usize>().expect("a number")] = value,
        other => panic!("{other} holds nothing"),
    }
}

/// The manual pages on what a single file can show wrong.
#[test]
fn what_the_manual_shows_wrong_is_refused() {
    for code in ["bad-anchor", "bad-id", "bad-value", "missing-field", "unknown-key", "wrong-type"] {
        let page = parallax_core::diag::page(code).expect("a page");
        let refused = manual::wrong_files(page).into_iter().any(|(name, text)| {
            let Ok(table) = String::from_utf8_lossy(&text).parse::<toml::Table>() else { return false };
            let file = json(toml::Value::Table(table));
            let Some(schema) = schema_of(&name, &file) else { return false };
            !validator(&schema.text(&Completions::default())).is_valid(&file)
        });
        assert!(refused, "the example of {code} is taken");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn random_corpora_are_valid(world in worlds(30), seed: u64) {
        let files = written(&world, &Names::plain(), Notation::Toml, Some(seed));
        let folder = crate::folder::folder(&files);
        let completions = Completions::of(&loaded(folder.path()).corpus);
        for (name, text) in &files {
            let file = read(text);
            let Some(schema) = schema_of(name, &file) else { continue };
            let schema = validator(&schema.text(&completions));
            let errors: Vec<String> = schema.iter_errors(&file).map(|error| error.to_string()).collect();
            prop_assert!(errors.is_empty(), "{name}: {errors:?}");
        }
    }
}
