//! Changes to files: the whole built-in corpus renamed and back, actors made one, and texts that moved.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use parallax_core::diag::Files;
use parallax_core::model::record::EntityKind;
use parallax_project::EXAMPLE;
use parallax_project::edit::{Change, Edits, mend, merge, rename};
use parallax_project::{Project, Request};
use tempfile::TempDir;

use crate::folder::{folder, loaded, states, types};

/// The built-in corpus with a lock in a folder of its own.
fn example() -> TempDir {
    let mut files: Vec<(&str, String)> = EXAMPLE.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
    files.push(("layout.lock", "[diff]\nus 10 20\nrussia 30.5 40\n".to_owned()));
    files.push((
        "relations/more.csv",
        "author,from,to,type,holder,evidence\nhudis,us,russia,opposes,\"trump; us\",\n".to_owned(),
    ));
    files.push(("relations/more-issues.toml", MORE_ISSUES.to_owned()));
    let answers = "author,issue,answer,holder,against\nhudis,what-for,power,\"trump; us\",china\n";
    files.push(("relations/answers.csv", answers.to_owned()));
    folder(&files)
}

/// An issue, and who answers it.
const MORE_ISSUES: &str = "author = \"hudis\"\n\n[[issue]]\nid = \"what-for\"\nquestion = \"What for?\"\nabout = [\"us\", \"russia\"]\n\
    kind = \"aim\"\nanswers = { power = \"power\", us = \"gain\" }\n\n\
    [[position]]\nissue = \"what-for\"\nanswer = \"us\"\nstance = \"reports\"\nholder = [\"china\", \"us\"]\nrests-on = [\"a-frame\"]\n\n\
    [[frame]]\nid = \"a-frame\"\nname = \"A frame\"\nkind = \"event\"\n";

fn write(root: &Path, loaded: &Project, changes: &[Change]) {
    for change in changes {
        let file = change.write(root, &loaded.sources).expect("a file as it was read");
        fs::write(file.path, file.bytes).expect("a file");
    }
}

fn bytes(root: &Path, loaded: &Project) -> Vec<Vec<u8>> {
    loaded.sources.iter().map(|source| fs::read(root.join(&source.name)).expect("a file")).collect()
}

/// What is found, where: messages name ids, which change.
fn found(loaded: &Project) -> BTreeSet<(&'static str, String, usize)> {
    let line = |finding: &&parallax_core::diag::Diagnostic| {
        let place = finding.place().expect("a place");
        let text = loaded.sources.text(place.source);
        (finding.code, loaded.sources.name(place.source).to_owned(), text[..place.start as usize].lines().count())
    };
    loaded.findings.sorted().iter().map(line).collect()
}

#[test]
fn what_is_renamed_and_back_is_the_same_to_the_byte() {
    let corpus = example();
    let root = corpus.path();
    let before = loaded(root);
    assert!(!before.findings.has_errors());
    let original = bytes(root, &before);
    let names = |noun| -> Vec<String> {
        let corpus = &before.corpus;
        let every = |names: Vec<&str>, nth: usize| names.into_iter().step_by(nth).map(str::to_owned).collect();
        match noun {
            EntityKind::Actor => [
                every(corpus.named_actors().map(|(_, id, _)| id).collect(), 16),
                vec!["us".to_owned(), "russia".into(), "hudis".into(), "china".into()],
            ]
            .concat(),
            EntityKind::Type => every(corpus.types.names().collect(), 12),
            EntityKind::Facet => every(corpus.facets.names().collect(), 4),
            EntityKind::Issue => vec!["what-for".to_owned()],
            _ => every(corpus.frames.names().collect(), 6),
        }
    };
    for noun in [EntityKind::Actor, EntityKind::Type, EntityKind::Facet, EntityKind::Frame, EntityKind::Issue] {
        for old in names(noun) {
            let new = format!("{old}.é_1");
            let changes = rename(&before.sources, &before.corpus, noun, &old, &new).expect("changes");
            assert!(!changes.is_empty(), "{old}");
            write(root, &before, &changes);
            let after = loaded(root);
            assert_eq!(found(&after), found(&before), "{old}");
            assert_eq!(after.corpus.relations().len(), before.corpus.relations().len());
            let back = rename(&after.sources, &after.corpus, noun, &new, &old).expect("changes");
            write(root, &after, &back);
            let again = bytes(root, &before);
            // A bare key that had to be put into quotes keeps them.
            let unquoted =
                |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&format!("\"{old}\" = "), &format!("{old} = "));
            let same = original
                .iter()
                .zip(&again)
                .all(|(before, after)| before == after || unquoted(before) == unquoted(after));
            assert!(same, "{old} does not come back");
            original
                .iter()
                .zip(before.sources.iter())
                .for_each(|(bytes, source)| fs::write(root.join(&source.name), bytes).expect("a file"));
        }
    }
}

const ACTORS: &str = "\
# Head.
[[actor]]
id = \"a\"
name = \"A\"
kind = \"state\"

# Of b.
[[actor]]
id = \"b\" # the second
name = \"B\"
kind = \"bloc\"
aliases = ['Bee', { name = \"the B\", work = \"x:w\" }]
part-of = [
  { actor = \"c\", when = \"2020\" }, # since then
]
note = \"N\"

# Of c.
[[actor]]
id = \"c\"
name = \"C\"
kind = \"state\"
part-of = \"d\"

[[actor]]
id = \"d\"
name = \"D\"
kind = \"state\"
";

const SAID: &str = "\
author.id = \"x\"
author.name = \"X\"
author.actor = \"b\"

[[work]]
id = \"w\"
title = \"W\"

[[frame]]
id = \"f\"
name = \"F\"
kind = \"analogy\"
participants = [
  \"b\", # then
  \"a\", # now
  'bee' # and again
]
likens = { b = \"c\", \"z\" = 'b' }

[[relation]]
from = [\"a\", \"b\"]
to = \"c\"
type = \"t\"
holder = [\"Bee\", \"b\", \"b and c\"]
evidence = [{ anchor = \"p1:1-2#0000000a\" }]
with = [\"d\", \"b\", \"a\"]

[[relation]]
id = \"b\"
from = \"bee\"
to = \"c\"
type = \"t\"
";

fn small(said: &str, rows: &str) -> TempDir {
    folder(&[
        ("actors/a.toml", ACTORS),
        ("relations/codebook.toml", "[[type]]\nid = \"t\"\nsign = 1\n"),
        ("relations/x.toml", said),
        ("relations/y.csv", rows),
        ("parallax.toml", ""),
        ("layout.lock", "[one]\nb 1 2\na 3 4\n[two]\n b 5 6\n"),
    ])
}

fn after<'c>(changes: &'c [Change], name: &str) -> &'c str {
    changes.iter().find(|change| change.name == name).map_or("", |change| &change.after)
}

#[test]
fn what_is_said_of_a_membership_in_oneself_is_told() {
    let config = "title = \"Small\"\n".to_owned();
    let told = |member: &str| {
        let actors = format!(
            "[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"state\"\n\n[[actor]]\nid = \"c\"\nname = \"C\"\nkind = \"state\"\n\n\
             [[actor]]\nid = \"b\"\nname = \"B\"\nkind = \"state\"\nstands-for = {member}\n"
        );
        let corpus = folder(&[("parallax.toml", config.clone()), ("actors/a.toml", actors)]);
        let before = loaded(corpus.path());
        let actor = |id: &str| before.corpus.actors.find(id).expect("an actor");
        merge(&before.sources, &before.corpus, actor("a"), &[actor("b")], false).expect("one actor").told
    };
    for member in ["{ actor = \"a\", when = \"1990/..\" }", "[\"a\", \"c\"]"] {
        assert_eq!(told(member), [format!("of `b` this is left out: stands-for = {member}")]);
    }
    assert!(told("\"a\"").is_empty());
}

#[test]
fn of_two_actors_one_is_made() {
    let corpus = small(SAID, "author,from,to,type,with\nx,c,d,t,\"a; b ;d\"\nx,b,c,t,b\n");
    let before = loaded(corpus.path());
    assert!(!before.findings.has_errors(), "{:?}", before.findings.sorted());
    let actor = |id: &str| before.corpus.actors.find(id).expect("an actor");
    let merged = merge(&before.sources, &before.corpus, actor("a"), &[actor("b")], false).expect("one actor");
    let actors = after(&merged.changes, "actors/a.toml");
    assert!(actors.starts_with("# Head.\n# Of b.\n# the second\n# since then\n[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"state\"\naliases = [\"B\", \"Bee\"]\npart-of = [\n  { actor = \"c\", when = \"2020\" }, # since then\n]\nnote = \"N\"\n\n# Of c.\n"), "{actors}");
    let left = ["kind = \"bloc\"", "aliases = { name = \"the B\", work = \"x:w\" }"];
    assert_eq!(merged.told, left.map(|left| format!("of `b` this is left out: {left}")));
    let said = after(&merged.changes, "relations/x.toml");
    let expected = SAID
        .replace("author.actor = \"b\"", "author.actor = \"a\"")
        .replace(
            "  \"b\", # then\n  \"a\", # now\n  'bee' # and again",
            "  \"a\", # then\n  # now\n  'bee' # and again",
        )
        .replace("{ b = \"c\", \"z\" = 'b' }", "{ a = \"c\", \"z\" = 'a' }")
        .replace("from = [\"a\", \"b\"]", "from = [\"a\"]")
        .replace("\"Bee\", \"b\", \"b and c\"", "\"Bee\", \"a\", \"b and c\"")
        .replace("\"d\", \"b\", \"a\"", "\"d\", \"a\"");
    assert_eq!(said, expected);
    assert_eq!(after(&merged.changes, "relations/y.csv"), "author,from,to,type,with\nx,c,d,t,\"a; d\"\nx,a,c,t,a\n");
    assert_eq!(after(&merged.changes, "layout.lock"), "[one]\na 3 4\n[two]\n a 5 6\n");
    write(corpus.path(), &before, &merged.changes);
    let now = loaded(corpus.path());
    assert!(!now.findings.has_errors(), "{:?}", now.findings.sorted());
    assert_eq!(now.corpus.relations().len(), before.corpus.relations().len());
}

#[test]
fn what_would_go_wrong_is_refused_and_nothing_is_written() {
    let corpus = small(SAID, "author,from,to,type\nx,c,d,t\n");
    let before = loaded(corpus.path());
    let actor = |id: &str| before.corpus.actors.find(id).expect("an actor");
    let refused = |kept, other, force| {
        let merged = merge(&before.sources, &before.corpus, actor(kept), &[actor(other)], force);
        merged.err().map(|error| error.to_string()).unwrap_or_default()
    };
    assert!(refused("b", "c", false).contains("would relate `b` to itself: "), "{}", refused("b", "c", false));
    // Of `c`, of which `b` is a part, nothing stands for itself when it goes; the other way round `c` would be part of itself.
    assert!(
        refused("b", "c", true).contains("cyclic") || refused("b", "c", true).contains("itself"),
        "{}",
        refused("b", "c", true)
    );
    let changes = rename(&before.sources, &before.corpus, EntityKind::Actor, "a", "z");
    assert!(changes.err().is_some_and(|error| error.to_string().contains("the files name it already")));
    fs::write(corpus.path().join("relations/x.toml"), format!("{SAID}# someone was here\n")).expect("a file");
    let changes = rename(&before.sources, &before.corpus, EntityKind::Actor, "a", "q").expect("changes");
    let refused: Vec<String> = changes
        .iter()
        .filter_map(|change| change.write(corpus.path(), &before.sources).err())
        .map(|error| error.to_string())
        .collect();
    assert!(refused.len() == 1 && refused[0].contains("no longer what was read"), "{refused:?}");
}

#[test]
fn three_are_made_one_in_every_notation() {
    let actors = "[{\"id\": \"a\", \"name\": \"A\", \"kind\": \"state\"}, // of a\n {\"id\": \"b\", \"name\": \"B\", \"kind\": \"state\"},\n  {\"id\": \"c\", \"name\": \"C\", \"kind\": \"state\", \"iso\": \"CCC\" /* of c */ }\n]\n";
    let corpus = folder(&[
        ("actors/a.json", actors),
        ("actors/b.csv", "id,name,kind,aliases\nd,D,state,\ne,E,state,\"Ee; \"\"E\"\"\"\n"),
        ("relations/codebook.toml", "[[type]]\nid = \"t\"\nsign = 1\n"),
        (
            "relations/x.toml",
            "author.id = \"x\"\nauthor.name = \"X\"\nrelation = [{ from = [\"a\", \"b\", \"c\"], to = [\"d\",\"e\"], type = \"t\" }]\n",
        ),
        ("relations/y.csv", "author,from,to,type\nx,c; a; b,d,t\nx,d,c;b ;a,t\n"),
        ("parallax.toml", "title = \"\"\n"),
    ]);
    let before = loaded(corpus.path());
    assert!(!before.findings.has_errors(), "{:?}", before.findings.sorted());
    let actor = |id: &str| before.corpus.actors.find(id).expect("an actor");
    let merged =
        merge(&before.sources, &before.corpus, actor("a"), &[actor("b"), actor("c")], false).expect("one actor");
    let expected = "[{\"id\": \"a\", \"name\": \"A\", \"kind\": \"state\", \"aliases\": [\"B\", \"C\"], \"iso\": \"CCC\"} // of a\n]\n";
    assert_eq!(after(&merged.changes, "actors/a.json"), expected);
    assert_eq!(merged.told, ["a comment goes with the record of `c`: /* of c */"]);
    let said = after(&merged.changes, "relations/x.toml");
    assert!(said.contains("from = [\"a\"], to = [\"d\",\"e\"]"), "{said}");
    assert_eq!(after(&merged.changes, "relations/y.csv"), "author,from,to,type\nx,a,d,t\nx,d,a,t\n");
    let merged = merge(&before.sources, &before.corpus, actor("d"), &[actor("e")], false).expect("one actor");
    assert_eq!(after(&merged.changes, "actors/b.csv"), "id,name,kind,aliases\nd,D,state,\"Ee; \"\"E\"\"; E\"\n");
    let merged = merge(&before.sources, &before.corpus, actor("d"), &[actor("a")], true).expect("one actor");
    assert_eq!(
        after(&merged.changes, "actors/b.csv"),
        "id,name,kind,aliases\nd,D,state,A\ne,E,state,\"Ee; \"\"E\"\"\"\n"
    );
}

/// What stands before the text, how its lines end, where a link leads and who may read the file stay as they are.
#[test]
#[cfg(unix)]
fn a_file_is_written_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let corpus = small(&format!("\u{feff}{}", SAID.replace('\n', "\r\n")), "");
    let (file, other) = (corpus.path().join("relations/x.toml"), corpus.path().join("elsewhere.toml"));
    fs::rename(&file, &other).and_then(|()| std::os::unix::fs::symlink("../elsewhere.toml", &file)).expect("a link");
    fs::set_permissions(&other, fs::Permissions::from_mode(0o640)).expect("permissions");
    let run = |args: &[&str]| {
        let run =
            snapbox::cmd::Command::new(snapbox::cmd::cargo_bin!("parallax")).arg("-C").arg(corpus.path()).args(args);
        run.output().expect("a run").status.code()
    };
    assert_eq!(run(&["rename", "actor", "c", "q"]), Some(1), "nobody said yes");
    assert_eq!(run(&["rename", "actor", "c", "q", "--yes"]), Some(0));
    let now = fs::read_to_string(&other).expect("a text");
    let said = SAID.replace("\"c\"", "\"q\"").replace('\n', "\r\n");
    assert_eq!(now, format!("\u{feff}{said}"));
    assert!(fs::symlink_metadata(&file).expect("a link").is_symlink());
    assert_eq!(fs::metadata(&other).expect("a file").permissions().mode() & 0o777, 0o640);
    fs::set_permissions(&other, fs::Permissions::from_mode(0o440)).expect("permissions");
    assert_eq!(run(&["rename", "actor", "q", "c", "--yes"]), Some(2), "read-only");
    assert!(
        fs::read_to_string(corpus.path().join("actors/a.toml")).expect("a text").contains("id = \"q\""),
        "all or none"
    );
}

/// The essays with three paragraphs before them: every anchor has moved, and comes to the same words.
#[test]
fn anchors_follow_their_passages() {
    let Some(texts) = std::env::var_os("PARALLAX_SOURCES") else {
        eprintln!("skipped: PARALLAX_SOURCES does not say where the essays are");
        return;
    };
    let moved = tempfile::tempdir().expect("a folder");
    for name in ["hudis.txt", "pozhidaev.txt"] {
        let text = fs::read_to_string(Path::new(&texts).join(name)).expect("an essay");
        fs::write(moved.path().join(name), format!("One.\nTwo.\nThree.\n{text}")).expect("a file");
    }
    let corpus = example();
    let request =
        Request { root: Some(corpus.path().to_owned()), texts: Some(moved.path().to_owned()), ..Request::default() };
    let before = Project::load(&request).expect("the machine works");
    let mut edits = Edits::new(&before.sources);
    mend(&mut edits, &before.evidence).expect("anchors");
    let all = before.corpus.anchors().count();
    let count =
        |loaded: &Project, name: &str| loaded.evidence.iter().map(|verified| verified.count(name)).sum::<usize>();
    assert!(all > 600 && count(&before, "moved") == all, "{} of {all}", count(&before, "moved"));
    write(corpus.path(), &before, &edits.finish().expect("changes"));
    let after = Project::load(&request).expect("the machine works");
    assert_eq!(count(&after, "exact"), all);
}

#[test]
fn a_cell_that_means_somebody_else_names_nobody() {
    let table = "[[table]]\nfile = \"relations/pacts.csv\"\nauthor = \"h\"\nvalues = { from = { b = \"a\" } }\n";
    let config = format!("[[author]]\nid = \"h\"\nname = \"H\"\n\n{table}");
    let files = [
        ("parallax.toml", config),
        ("actors/all.toml", states(&["a", "b", "c"])),
        ("relations/codebook.toml", types(&[("opposes", -1, true)])),
        ("relations/pacts.csv", "from,to,type\nb; c,b,opposes\nb,c,opposes\n".to_owned()),
    ];
    let corpus = folder(&files);
    let loaded = loaded(corpus.path());
    let after = |old: &str| -> BTreeSet<String> {
        let changes = rename(&loaded.sources, &loaded.corpus, EntityKind::Actor, old, "e").expect("changes");
        changes.into_iter().filter(|change| !change.name.starts_with("actors/")).map(|change| change.after).collect()
    };
    assert_eq!(after("b"), BTreeSet::from(["from,to,type\nb; c,e,opposes\nb,c,opposes\n".to_owned()]));
    assert_eq!(after("a"), BTreeSet::from([files[0].1.replace("= \"a\"", "= \"e\"")]));
}
