//! Tables from elsewhere: whatever names they declare are one actor where they look so to a program, can be selected, locked and
//! renamed; what the command line says of them holds, and help speaks of cells.

use std::fs;

use parallax_core::diag::{Severity, Sink};
use parallax_core::model::selection::written;
use parallax_core::model::{ActorKind, Sign};
use parallax_core::network::{Network, View};
use parallax_core::resolve::TableOptions;
use parallax_project::{Project, Request};
use proptest::prelude::*;
use snapbox::cmd::{Command, cargo_bin};

/// A table that is read alone, with what the options say.
fn read(text: &[u8], options: impl FnOnce(&mut TableOptions)) -> Project {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("edges.csv");
    fs::write(&file, text).expect("a file");
    let mut table = TableOptions { file: file.display().to_string().into(), declare: true, ..TableOptions::default() };
    options(&mut table);
    let tables = vec![table];
    Project::load(&Request { tables, ..Request::default() }).expect("loaded")
}

fn plain(text: &str) -> Project {
    read(text.as_bytes(), |_| {})
}

fn actors(loaded: &Project) -> Vec<&str> {
    loaded.corpus.actors.names().collect()
}

fn messages(findings: &Sink, code: &str) -> Vec<String> {
    findings.sorted().into_iter().filter(|found| found.code == code).map(|found| found.message.clone()).collect()
}

/// What the program prints, standard error included.
fn run(text: &str, args: &[&str]) -> (String, i32) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("edges.csv"), text).expect("a file");
    let run =
        Command::new(cargo_bin!("parallax")).current_dir(folder.path()).args(["--table", "edges.csv", "--declare"]);
    let done = run.args(args).output().expect("a run");
    let told = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8")).concat();
    (told, done.status.code().unwrap_or(-1))
}

#[test]
fn spellings_that_look_alike_to_a_program_are_one_actor_and_to_people_a_finding() {
    let loaded = plain(
        "from,to,type\nKo\u{308}ln,Lille\u{a0},twins\nK\u{f6}ln,Lille,twins\n\"Aix  en Provence\",K\u{f6}\u{ad}ln,twins\n\
         Aix\u{202f}en\u{a0}Provence,Lille,twins\nlille,\u{41b}ille,twins\n",
    );
    assert_eq!(actors(&loaded), ["Aix en Provence", "K\u{f6}ln", "Lille", "lille", "\u{41b}ille"]);
    let said = messages(&loaded.findings, "look-alike");
    assert_eq!(said, ["`Lille` and `lille` look alike, and are two actors"]);
    let types = plain("from,to,type\na,b,helps\na,b,Helps\na,b,\u{feff}helps\n");
    assert_eq!(types.corpus.types.len(), 2);
    assert_eq!(types.findings.count_of("look-alike"), 1);
    assert_eq!(plain("from,to,type\na,\u{200b},x\n").findings.count_of("missing-field"), 1);
}

#[test]
fn semicolons_of_names_and_entities_cut_nothing() {
    let loaded = plain("from,to,type\nDoe\\; Jane; Roe,P&amp;Q,knows\nPark; Lake,R&D; Sales,knows\n");
    assert_eq!(actors(&loaded), ["Doe; Jane", "Lake", "P&amp;Q", "Park", "R&D", "Roe", "Sales"]);
    assert_eq!(loaded.findings.count_of("html-entity"), 1);
}

#[test]
fn what_is_not_said_is_not_made_up() {
    let loaded = plain("from,to,type\nIda,Max,greets\n");
    assert!(loaded.corpus.actors.iter().all(|(_, _, actor)| actor.kind == ActorKind::Unknown));
    assert_eq!(messages(&loaded.findings, "no-sign"), ["nobody gives `greets` a sign, so it is neutral (0)"]);
    let said = read(b"from,to,type\nIda,Max,greets\n", |options| {
        options.kind = ActorKind::Person;
        options.signs.insert("greets".into(), Sign::Positive);
    });
    assert!(said.corpus.actors.iter().all(|(_, _, actor)| actor.kind == ActorKind::Person));
    assert_eq!(said.corpus.relations()[0].sign, Sign::Positive);
    assert_eq!(said.findings.count_of("no-sign"), 0);
}

#[test]
fn a_type_or_anything_else_can_be_the_same_in_all_rows() {
    let bare = read(b"Source,Target\nIda,Max\n", |options| {
        options.columns.map("from", "Source", None);
        options.columns.map("to", "Target", None);
    });
    assert_eq!(bare.findings.count(Severity::Error), 0);
    assert_eq!(bare.corpus.types.names().collect::<Vec<_>>(), ["related-to"]);
    let other = plain("from,to,how\nIda,Max,greets\n");
    assert_eq!(other.findings.count_of("missing-column"), 1);
    assert!(other.findings.has_errors());
    assert!(!plain("from,to,weight\nIda,Max,2.5\n").findings.has_errors());
    let set = read(b"from,to,type\nIda,Max,\n", |options| options.columns.set("type", "knows", None));
    assert_eq!(set.corpus.types.names().collect::<Vec<_>>(), ["knows"]);
    let twice = read(b"from,to,kind\nIda,Max,x\n", |options| {
        options.columns.set("type", "knows", None);
        options.columns.map("type", "kind", None);
    });
    assert_eq!(twice.findings.count_of("duplicate-key"), 1);
}

#[test]
fn ties_have_the_direction_that_is_said() {
    let directed = |loaded: &Project| loaded.corpus.types.iter().map(|(_, _, kind)| kind.directed).collect::<Vec<_>>();
    assert_eq!(
        directed(&plain("from,to,type,Type\na,b,x,Undirected\na,b,y,Directed\na,b,z,Mutual\n")),
        [false, true, false]
    );
    assert_eq!(directed(&plain("from,to,Type\na,b,Undirected\n")), [false]);
    assert_eq!(directed(&plain("from,to,Type\na,b,ally\n")), [true]);
    assert_eq!(directed(&read(b"from,to,type\na,b,x\n", |options| options.undirected = true)), [false]);
    let mixed = plain("from,to,type,direction\na,b,x,directed\na,b,x,undirected\n");
    assert_eq!((directed(&mixed), mixed.findings.count_of("mixed-direction")), (vec![true], 1));
}

#[test]
fn what_spreadsheets_write_is_read() {
    let text = "\u{feff}from;to;type;negated;strength\r\nIda;Max;helps;WAHR;2,0\r\nIda;Max;helps;FAUX;3\r\n";
    let german = plain(text);
    assert_eq!(german.findings.count(Severity::Error), 0, "{:?}", german.findings.sorted().first());
    let wide: Vec<u8> = "\u{feff}from\tto\ttype\nIda\tMax\thelps\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = read(&wide, |_| {});
    assert_eq!((wide.findings.count(Severity::Error), actors(&wide)), (0, vec!["Ida", "Max"]));
}

#[test]
fn help_on_a_table_is_not_of_brackets_and_keys() {
    let text = "from,to,type,negated,strength,stance,against,frame,evidence\n\
                a,b,x,perhaps,2.5,doubts,,f,p1:1-2#00bb4cd8\n,b,x,,,,,,\na,b,x,,9,cheers,,,oops\n";
    for args in [&["check"][..], &["--columns", "from=Sender", "check"]] {
        let (told, code) = run(text, args);
        assert_eq!(code, 1, "{told}");
        for line in told.lines().filter(|line| line.contains("help:")) {
            let is_toml = ["[[", "]]", " = [", " = \"", "without quotes", "parallax.toml"];
            assert!(!is_toml.iter().any(|toml| line.contains(toml)), "{line}");
        }
    }
    let (told, _) = run("Source,Target,Relation\na,b,x\n", &["check"]);
    assert!(told.contains("--columns from=..."), "{told}");
}

#[test]
fn what_is_no_table_is_called_what_it_is() {
    for (text, name) in [
        ("<?xml version='1.0'?><graphml/>", "GraphML"),
        ("{\"from\":\"a\"}\n{\"from\":\"b\"}\n", "JSON Lines"),
        ("It was late when the ferry came, and nobody waited.\n", "running text"),
        ("SQLite format 3\0", "an SQLite database"),
    ] {
        let loaded = plain(text);
        let found = loaded.findings.sorted();
        assert!(found.len() == 1 && found[0].message.contains(name), "{found:?}");
    }
}

#[test]
fn columns_with_commas_can_be_named() {
    let text = "\"Giver, full name\",Taker,Kind\nIda,Max,helps\n";
    for columns in ["from=Giver, full name,to=Taker,type=Kind", "from=\"Giver, full name\",to=Taker,type=Kind"] {
        let (told, code) = run(text, &["--columns", columns, "check"]);
        assert_eq!(code, 0, "{told}");
    }
}

#[test]
fn what_is_said_of_an_actor_and_itself_is_told() {
    let (told, _) = run("from,to,type\nIda,Ida,doubts\nIda,Max,helps\n", &["show", "edges"]);
    assert!(told.contains("1 statement of an actor about itself") && told.contains("Ida doubts Ida"), "{told}");
    let (told, _) = run("author,from,to,type\nx,Ida,Ida,doubts\ny,Ida,Max,helps\n", &["diff", "x", "y"]);
    assert!(told.contains("1 statement within one actor"), "{told}");
}

#[test]
fn names_are_selected_as_they_are_or_in_quotes() {
    let text = "from,to,type\n\"Ash, Elm & Co.\",Max,pays\nSalt + Sand,Max,pays\n\"The \"\"Fox\"\"\",Max,pays\nA~B: C=D,Max,pays\n";
    for name in ["Ash, Elm & Co.", "Salt + Sand", "The \"Fox\"", "A~B: C=D"] {
        let quoted = written(name);
        let ways = [
            vec!["show".to_owned(), "edges".to_owned(), "--actor".to_owned(), name.to_owned()],
            vec!["show".to_owned(), "edges".to_owned(), "--near".to_owned(), name.to_owned()],
            vec!["show".to_owned(), format!("edges:actor={quoted}")],
            vec!["show".to_owned(), format!("*:near={quoted}")],
            vec!["show".to_owned(), name.to_owned(), "Max".to_owned()],
        ];
        for way in ways {
            let (told, code) = run(text, &way.iter().map(String::as_str).collect::<Vec<_>>());
            assert!(code == 0 && told.contains(&format!("{name} pays Max")), "{way:?}: {told}");
        }
    }
    let (told, code) = run(text, &["show", "edges:actor=Ash, Elm & Co.,type=pays"]);
    assert!(code == 0 && told.contains("Selected: actor=\"Ash, Elm & Co.\",type=pays"), "{told}");
    let (told, code) = run(text, &["show", "edges:actor=Ash, Oak"]);
    assert_eq!(code, 2, "{told}");
    let (told, _) = run(text, &["show", "edges:actor=\"Salt + Sant\""]);
    assert!(told.contains("did you mean `\"Salt + Sand\"`?"), "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_declared_name_can_be_selected(name in "[a-z\"\\\\:,+=~*# ;&é]{1,8}|\\PC{1,8}") {
        let cell = name.replace(';', "\\;").replace('"', "\"\"");
        let loaded = plain(&format!("author,from,to,type\n\"{cell}\",\"{cell} \",x y z,knows\n"));
        let corpus = &loaded.corpus;
        prop_assume!(corpus.relations().len() == 1);
        let actor = corpus.relations()[0].from.as_slice()[0];
        let id = corpus.actors.name(actor);
        let author = corpus.authors.name(corpus.relations()[0].author);
        for text in [
            author.to_owned(),
            format!("{}:actor={}", written(author), written(id)),
            format!("*:near={}", written(id)),
            format!("*:between={}+{}", written(id), written("x y z")),
        ] {
            let view = View::parse(&text, corpus).map_err(|error| TestCaseError::fail(format!("{text}: {error:?}")))?;
            assert_eq!(Network::of(corpus, &view).graph.edge_count(), usize::from(id != "x y z"), "{text}");
            assert_eq!(View::parse(&view.text, corpus).map(|again| again.filter), Ok(view.filter.clone()));
        }
        let whole = View::parse("*", corpus).unwrap();
        for key in ["actor", "near", "between"] {
            let narrowed = whole.clone().with(key, id, corpus).unwrap();
            assert_eq!(View::parse(&narrowed.text, corpus).map(|again| again.filter), Ok(narrowed.filter));
        }
    }

    #[test]
    fn any_selection_is_read_or_refused(text in "[a\":,+=~*\\\\ ]{0,16}|(a|\\*)?:(actor|near|tag|type|level)=\\PC{0,12}") {
        let loaded = plain("author,from,to,type\na,b,c,d\n");
        if let Err(error) = View::parse(&text, &loaded.corpus) {
            assert!(text.get(error.range).is_some() && !error.message.is_empty());
        }
    }
}

#[test]
fn places_of_any_name_are_kept_and_names_are_changed_everywhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    fs::create_dir_all(root.join("relations")).expect("a folder");
    let rows = "author,from,to,type\nau,#Here,\"[gone]\",x\nau,\"Ash, Elm\",\"The \"\"Fox\"\"; Doe\\; Jane\",x\n";
    fs::write(root.join("relations/w.csv"), rows).expect("a file");
    let config = "[[view]]\nid = 'v'\nselect = 'au:actor=\"#Here\"+\"Ash, Elm\"'\n[[table]]\nfile = 'relations/w.csv'\ndeclare = true\n";
    fs::write(root.join("parallax.toml"), config).expect("a file");
    let parallax = |args: &[&str]| {
        let done = Command::new(cargo_bin!("parallax")).arg("-C").arg(root).args(args).output().expect("a run");
        let told = [done.stdout, done.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        assert!(done.status.success(), "{args:?}: {told}");
        told
    };
    parallax(&["build", "--lock"]);
    let lock = || fs::read_to_string(root.join("layout.lock")).expect("a lock");
    assert!(lock().contains("\n\"#Here\" ") && lock().contains("\nAsh, Elm "), "{}", lock());
    assert!(!parallax(&["build"]).contains("not in layout.lock"));
    for (old, new) in [("#Here", "here"), ("Ash, Elm", "ash-elm"), ("The \"Fox\"", "fox"), ("Doe; Jane", "doe")] {
        parallax(&["rename", "actor", old, new, "--yes"]);
    }
    let table = fs::read_to_string(root.join("relations/w.csv")).expect("a table");
    assert_eq!(table, "author,from,to,type\nau,here,\"[gone]\",x\nau,\"ash-elm\",\"fox; doe\",x\n");
    assert!(fs::read_to_string(root.join("parallax.toml")).expect("a file").contains("actor=here+ash-elm"));
    assert!(lock().contains("\nhere ") && lock().contains("\nash-elm "), "{}", lock());
    assert!(!parallax(&["build"]).contains("not in layout.lock"));
}
