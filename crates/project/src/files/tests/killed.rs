//! What a kill leaves behind, and what the next run makes of it; journals that came from elsewhere.

use super::super::journal::{self, Journal, NAME};
use super::super::step::{Step, Way};
use super::super::{digest, exchange};
use super::*;

/// The steps of a change of a corpus, with what stands beside its files, as a kill leaves them.
fn begun(root: &Path) -> Vec<Step> {
    let root = root.canonicalize().unwrap();
    let step = |(nth, (name, was, is)): (usize, &(&str, &str, &str))| {
        let target = root.join(name);
        let [new, kept] = journal::names(7, nth).map(|name| target.with_file_name(name));
        fs::write(&new, is).unwrap();
        let [was, is] = [was, is].map(|text| digest::of_bytes(text.as_bytes()));
        let path = target.clone();
        Step { path, target, new, kept, way: Way::Exchange, was: Some(was), is, precious: true }
    };
    ANEW.iter().enumerate().map(step).collect()
}

/// Its journal, as it is when the files begin to come into their places.
fn ready(root: &Path, steps: &[Step]) -> Journal {
    let mut journal = Journal::begin(&root.canonicalize().unwrap(), steps, &[]).unwrap();
    journal.ready().unwrap();
    journal
}

#[test]
fn what_a_kill_leaves_is_undone_by_the_next_run() {
    for exchanged in 0..=3 {
        let folder = folder(&THREE);
        let steps = begun(folder.path());
        drop(ready(folder.path(), &steps));
        for step in &steps[..exchanged] {
            assert!(step.apply().is_ok());
        }
        let notes = recover(folder.path());
        assert_eq!(notes.len(), 1, "{notes:?}");
        assert_eq!(all(folder.path()), all(self::folder(&THREE).path()), "{exchanged}");
        assert!(recover(folder.path()).is_empty());
    }
}

#[test]
fn what_a_kill_leaves_at_the_end_is_finished() {
    let folder = folder(&THREE);
    let steps = begun(folder.path());
    let mut journal = ready(folder.path(), &steps);
    assert!(steps.iter().all(|step| step.apply().is_ok()));
    journal.done().unwrap();
    drop(journal);
    assert_eq!(recover(folder.path()).len(), 1);
    let now = all(folder.path());
    assert_eq!((now["actors/a"].as_str(), now["relations/c"].as_str(), now.len()), ("new a", "new c", 4));
}

#[test]
fn an_edit_that_a_kill_caught_half_way_is_kept() {
    let folder = folder(&THREE);
    let steps = begun(folder.path());
    drop(ready(folder.path(), &steps));
    fs::write(folder.path().join("actors/a"), "an hour of work").unwrap();
    // Exchanged, and killed before it was compared.
    assert!(steps[0].apply().is_err());
    assert_eq!(recover(folder.path()).len(), 1);
    let now = all(folder.path());
    assert_eq!((now["actors/a"].as_str(), now["relations/b"].as_str(), now.len()), ("an hour of work", "old b", 4));
}

#[cfg(unix)]
#[test]
fn an_exchange_in_steps_that_was_interrupted_is_undone() {
    for steps_done in 1..=2 {
        let folder = folder(&THREE);
        let steps = begun(folder.path());
        drop(ready(folder.path(), &steps));
        fs::rename(&steps[0].target, exchange::spare(&steps[0].new)).unwrap();
        if steps_done == 2 {
            fs::rename(&steps[0].new, &steps[0].target).unwrap();
        }
        assert_eq!(recover(folder.path()).len(), 1);
        assert_eq!(all(folder.path()), all(self::folder(&THREE).path()), "{steps_done}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_was_half_written_in_place_is_put_right() {
    // Nothing yet, some letters, all of them; and what no half-written file looks like: somebody has saved it since.
    for (now, then) in [("old a", "old a"), ("ned a", "old a"), ("new a", "old a"), ("new work", "new work")] {
        let folder = folder(&THREE);
        let steps = begun(folder.path());
        fs::write(&steps[0].kept, "old a").unwrap();
        drop(ready(folder.path(), &steps));
        fs::write(&steps[0].target, now).unwrap();
        assert_eq!(recover(folder.path()).len(), 1);
        let mut wanted = all(self::folder(&THREE).path());
        wanted.insert("actors/a".to_owned(), then.to_owned());
        if then != "old a" {
            wanted.insert("actors/a.old".to_owned(), "old a".to_owned());
        }
        assert_eq!(all(folder.path()), wanted);
    }
}

#[test]
fn who_went_on_with_a_file_decides_what_becomes_of_the_others() {
    // How many had come into their places, which was edited, and what the others are then.
    for (placed, edited, others) in
        [(3, 0, "new"), (3, 2, "new"), (2, 0, "new"), (2, 2, "old"), (0, 0, "old"), (1, 0, "new")]
    {
        for in_place in [false, true] {
            let folder = folder(&THREE);
            let steps = begun(folder.path());
            if in_place {
                assert!(steps.iter().all(|step| fs::copy(&step.target, &step.kept).is_ok()));
            }
            let mut journal = ready(folder.path(), &steps);
            for step in &steps[..placed] {
                assert!(step.apply().is_ok());
                journal.placed().unwrap();
            }
            drop(journal);
            fs::write(&steps[edited].target, "an hour of work").unwrap();
            let notes = recover(folder.path()).concat();
            let now = all(folder.path());
            for (nth, (name, ..)) in ANEW.iter().enumerate() {
                let wanted = if nth == edited { "an hour" } else { others };
                assert!(now[*name].starts_with(wanted), "{placed} {edited} {in_place}: {now:?}");
            }
            assert!(notes.contains(ANEW[edited].0), "{notes}");
            // What it was before is somewhere, if it was there no more when it was edited.
            let old = now.get(&format!("{}.old", ANEW[edited].0));
            assert_eq!(old.map(String::as_str), (others == "new" || in_place).then_some(ANEW[edited].1));
            assert_eq!(now.len(), 4 + usize::from(old.is_some()), "{now:?}");
            assert!(recover(folder.path()).is_empty());
        }
    }
}

#[cfg(unix)]
#[test]
fn a_hidden_file_of_several_names_is_put_right_like_any_other() {
    let folder = folder(&[(".corpus.toml", "old text")]);
    let root = folder.path().canonicalize().unwrap();
    let target = root.join(".corpus.toml");
    fs::hard_link(&target, root.join("other")).unwrap();
    let [new, kept] = journal::names(7, 0).map(|name| root.join(name));
    fs::write(&new, "new").unwrap();
    fs::copy(&target, &kept).unwrap();
    let [was, is] = ["old text", "new"].map(|text| digest::of_bytes(text.as_bytes()));
    let path = target.clone();
    let step = Step { path, target, new, kept, way: Way::InPlace, was: Some(was), is, precious: true };
    drop(ready(&root, &[step]));
    fs::write(root.join(".corpus.toml"), "new text").unwrap();
    assert!(recover(&root)[0].contains("1 file as before"));
    let now = all(&root);
    assert_eq!((now[".corpus.toml"].as_str(), now["other"].as_str(), now.len()), ("old text", "old text", 2));
}

#[test]
fn one_journal_names_what_is_written_elsewhere_and_what_was_made_for_it() {
    let (corpus, elsewhere) = (folder(&THREE), folder(&[]));
    let home = corpus.path().canonicalize().unwrap();
    let mut journals = 0;
    let outside = elsewhere.path().join("new/x");
    let (seen, there) = (home.join(NAME), elsewhere.path().canonicalize().unwrap());
    let count = move |path: &Path| {
        // At the second file both journals would be there.
        if path.starts_with(&there) {
            assert!(fs::read_to_string(&seen).unwrap().contains("new/x"));
            assert!(!there.join(NAME).exists() && !there.join("new").join(NAME).exists());
            journals += 1;
        }
        if journals > 0 { Err(io::ErrorKind::PermissionDenied.into()) } else { Ok(()) }
    };
    let mut files = changes(corpus.path(), &ANEW[..1]);
    files.push(Write { path: outside, bytes: b"x".to_vec(), before: Before::Anything });
    assert!(hooked(count, || write_all(None, files)).is_err());
    assert!(!elsewhere.path().join("new").exists());
}

#[test]
fn folders_that_a_killed_run_had_made_go_again_if_they_are_empty() {
    let folder = folder(&THREE);
    let root = folder.path().canonicalize().unwrap();
    let made = ["output", "output/a", "output/b"].map(|name| root.join(name));
    drop(Journal::begin(&root, &[], &made).unwrap());
    assert!(made.iter().all(|made| fs::create_dir(made).is_ok()));
    fs::write(root.join("output/a/mine"), "").unwrap();
    assert!(recover(&root)[0].contains("removed"));
    assert!(root.join("output/a/mine").exists() && !root.join("output/b").exists());
}

#[test]
fn a_journal_that_was_copied_or_came_with_a_corpus_is_not_heeded() {
    let folder = folder(&THREE);
    let steps = begun(folder.path());
    drop(ready(folder.path(), &steps));
    assert!(steps[0].apply().is_ok());
    let path = folder.path().join(NAME);
    let copy = folder.path().join("copy");
    fs::copy(&path, &copy).unwrap();
    fs::rename(&copy, &path).unwrap();
    let before = all(folder.path());
    let notes = recover(folder.path());
    assert!(notes[0].contains("written elsewhere"), "{notes:?}");
    // Those who write must not go on as if nothing were.
    assert!(matches!(write_all(Some(folder.path()), changes(folder.path(), &ANEW)), Err(Error::Refused(_))));
    assert_eq!(all(folder.path()), before);
}

#[cfg(unix)]
#[test]
fn a_journal_of_another_user_is_not_heeded() {
    let folder = folder(&THREE);
    let steps = begun(folder.path());
    drop(ready(folder.path(), &steps));
    let before = all(folder.path());
    // Only the superuser gives files away.
    if std::os::unix::fs::chown(folder.path().join(NAME), Some(65534), None).is_ok() {
        assert!(recover(folder.path())[0].contains("by another user"));
        assert_eq!(all(folder.path()), before);
    }
}

#[test]
fn a_journal_that_is_torn_or_of_something_else_is_told_apart() {
    let folder = folder(&THREE);
    fs::write(folder.path().join(NAME), "parallax jour").unwrap();
    assert!(recover(folder.path())[0].contains("removed"));
    assert!(!folder.path().join(NAME).exists());
    fs::write(folder.path().join(NAME), "my own notes").unwrap();
    assert!(recover(folder.path())[0].contains("move it away"));
    assert_eq!(fs::read_to_string(folder.path().join(NAME)).unwrap(), "my own notes");
}
