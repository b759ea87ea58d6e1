//! What becomes of files when something goes wrong: a rename that fails, an editor that saves meanwhile, a kill, a forged journal.
#![allow(clippy::disallowed_methods, reason = "they look at what was written")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::journal::{self, Journal, NAME};
use super::step::{Step, Way};
use super::*;

type Hook = Box<dyn FnMut(&Path) -> io::Result<()>>;

thread_local! {
    static HOOK: RefCell<Option<Hook>> = const { RefCell::new(None) };
}

/// Called before a file is renamed: a test can do something then, or let the renaming fail.
pub(super) fn before_rename(path: &Path) -> io::Result<()> {
    HOOK.with_borrow_mut(|hook| hook.as_mut().map_or(Ok(()), |hook| hook(path)))
}

fn hooked<T>(hook: impl FnMut(&Path) -> io::Result<()> + 'static, act: impl FnOnce() -> T) -> T {
    HOOK.set(Some(Box::new(hook)));
    let result = act();
    HOOK.set(None);
    result
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Every file below a folder, hidden ones too, and what it says.
fn all(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(all(&path).into_iter().map(|(below, text)| (format!("{name}/{below}"), text)));
        } else {
            found.insert(name, String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned());
        }
    }
    found
}

/// Changes of files that were read.
fn changes(folder: &Path, files: &[(&str, &str, &str)]) -> Vec<Write> {
    let write = |(name, before, after): &(&str, &str, &str)| Write {
        path: folder.join(name),
        bytes: after.as_bytes().to_vec(),
        before: Before::Bytes(before.as_bytes().to_vec()),
    };
    files.iter().map(write).collect()
}

const THREE: [(&str, &str); 4] =
    [("parallax.toml", ""), ("actors/a", "old a"), ("relations/b", "old b"), ("relations/c", "old c")];
const ANEW: [(&str, &str, &str); 3] =
    [("actors/a", "old a", "new a"), ("relations/b", "old b", "new b"), ("relations/c", "old c", "new c")];

#[test]
fn a_file_appears_whole_in_a_folder_that_was_missing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a/b/c.svg");
    write_whole(&path, b"one").unwrap();
    write_whole_with(&path, |out| out.write_all(b"two")).unwrap();
    assert_eq!(all(folder.path()), BTreeMap::from([("a/b/c.svg".to_owned(), "two".to_owned())]));
}

#[cfg(unix)]
#[test]
fn others_may_read_it_as_any_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("plain", ""), ("secret", "")]);
    let at = |name| folder.path().join(name);
    fs::set_permissions(at("secret"), fs::Permissions::from_mode(0o600)).unwrap();
    write_whole(&at("ours"), b"").unwrap();
    write_whole(&at("secret"), b"x").unwrap();
    let mode = |name| fs::metadata(at(name)).unwrap().permissions().mode();
    assert_eq!(mode("plain"), mode("ours"));
    assert_eq!(mode("secret") & 0o777, 0o600);
}

#[test]
fn what_cannot_be_written_leaves_nothing_behind() {
    let folder = folder(&[("taken/x", "")]);
    let at = |name| folder.path().join(name);
    assert!(matches!(write_whole(&at("taken"), b"x"), Err(Error::Write { .. })));
    let files = [(at("new/first"), b"x".to_vec()), (at("taken"), b"x".to_vec())];
    assert!(matches!(write_all_whole(&files), Err(Error::Write { .. })));
    let stopped = write_whole_with(&at("other/file"), |_| Err(io::ErrorKind::Other.into()));
    assert!(matches!(stopped, Err(Error::Write { .. })));
    assert_eq!(all(folder.path()).into_keys().collect::<Vec<_>>(), ["taken/x"]);
    assert!(!at("new").exists() && !at("other").exists());
}

#[test]
fn two_for_one_place_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let files = ["a", "./a"].map(|name| (folder.path().join(name), b"x".to_vec()));
    assert!(matches!(write_all_whole(&files), Err(Error::Refused(_))));
    assert!(all(folder.path()).is_empty());
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_a_device_is_not_replaced() {
    let folder = folder(&[("file", "old")]);
    let [file, link, null] = ["file", "link", "null"].map(|name| folder.path().join(name));
    std::os::unix::fs::symlink("file", &link).unwrap();
    std::os::unix::fs::symlink("/dev/null", &null).unwrap();
    write_whole(&link, b"new").unwrap();
    write_whole(&null, b"new").unwrap();
    assert_eq!(fs::read(&file).unwrap(), b"new");
    assert!(link.symlink_metadata().unwrap().is_symlink() && null.symlink_metadata().unwrap().is_symlink());
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_below_dev_is_replaced_like_any_other() {
    let Ok(folder) = tempfile::tempdir_in("/dev/shm") else { return };
    let path = folder.path().join("x");
    write_whole(&path, b"longer").unwrap();
    write_whole(&path, b"short").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"short");
}

#[cfg(target_os = "linux")]
#[test]
fn what_an_open_descriptor_leads_to_is_written_into() {
    use std::os::fd::AsRawFd;
    let folder = folder(&[("log", "first\n")]);
    let log = folder.path().join("log");
    let open = fs::File::options().append(true).open(&log).unwrap();
    let path = PathBuf::from(format!("/proc/self/fd/{}", open.as_raw_fd()));
    write_whole(&path, b"second\n").unwrap();
    (&open).write_all(b"third\n").unwrap();
    assert_eq!(fs::read_to_string(&log).unwrap(), "first\nsecond\nthird\n");
}

#[test]
fn all_are_as_before_if_one_cannot_be_renamed_at_whatever_place() {
    for last_to_work in 0..3 {
        for ever_after in [false, true] {
            let folder = folder(&THREE);
            let mut renamed = 0;
            let failing = move |_: &Path| {
                renamed += 1;
                let fails = renamed == last_to_work + 1 || (ever_after && renamed > last_to_work);
                if fails { Err(io::ErrorKind::PermissionDenied.into()) } else { Ok(()) }
            };
            let written = hooked(failing, || write_all(Some(folder.path()), changes(folder.path(), &ANEW)));
            assert!(matches!(written, Err(Error::Write { .. })), "{written:?}");
            assert_eq!(all(folder.path()), all(self::folder(&THREE).path()), "{last_to_work} {ever_after}");
        }
    }
}

#[test]
fn what_somebody_saves_meanwhile_is_kept_and_nothing_is_written() {
    // In place, or as a new file in the place of the old; before the file is exchanged, or after it.
    for by_rename in [false, true] {
        for when in ["relations/b", "relations/c"] {
            let folder = folder(&THREE);
            let saved = folder.path().join("relations/b");
            let trigger = folder.path().join(when).canonicalize().unwrap();
            let mut done = false;
            let save = move |path: &Path| {
                if path == trigger && !done {
                    done = true;
                    if by_rename {
                        fs::remove_file(&saved).unwrap();
                    }
                    fs::write(&saved, "an hour of work").unwrap();
                }
                Ok(())
            };
            let written = hooked(save, || write_all(Some(folder.path()), changes(folder.path(), &ANEW)));
            assert!(matches!(&written, Err(Error::Refused(why)) if why.contains("relations/b")), "{written:?}");
            let mut wanted = all(self::folder(&THREE).path());
            wanted.insert("relations/b".to_owned(), "an hour of work".to_owned());
            assert_eq!(all(folder.path()), wanted, "{by_rename} {when}");
        }
    }
}

#[test]
fn a_file_that_is_not_what_was_read_is_refused() {
    let folder = folder(&THREE);
    let stale = changes(folder.path(), &[("actors/a", "old a", "x"), ("relations/b", "another b", "x")]);
    assert!(matches!(write_all(Some(folder.path()), stale), Err(Error::Refused(_))));
    let there = Write { path: folder.path().join("actors/a"), bytes: vec![], before: Before::Nothing };
    assert!(matches!(write_all(Some(folder.path()), vec![there]), Err(Error::Refused(_))));
    assert_eq!(all(folder.path()), all(self::folder(&THREE).path()));
}

#[cfg(unix)]
#[test]
fn other_names_attributes_and_owner_stay() {
    use std::os::unix::fs::MetadataExt;
    let folder = folder(&THREE);
    let at = |name| folder.path().join(name);
    fs::hard_link(at("actors/a"), at("other")).unwrap();
    let has_attributes = xattr::set(at("relations/b"), "user.note", b"mine").is_ok();
    let is_root = std::os::unix::fs::chown(at("relations/c"), Some(65534), Some(65534)).is_ok();
    write_all(Some(folder.path()), changes(folder.path(), &ANEW)).unwrap();
    assert_eq!(fs::read_to_string(at("other")).unwrap(), "new a");
    assert_eq!(fs::metadata(at("other")).unwrap().ino(), fs::metadata(at("actors/a")).unwrap().ino());
    let note = xattr::get(at("relations/b"), "user.note").ok().flatten();
    assert!(!has_attributes || note.as_deref() == Some(b"mine"));
    assert!(!is_root || fs::metadata(at("relations/c")).unwrap().uid() == 65534);
    assert_eq!(fs::read_to_string(at("relations/b")).unwrap(), "new b");
    assert_eq!(all(folder.path()).len(), 5);
}

#[cfg(unix)]
#[test]
fn a_file_of_several_names_goes_back_in_place() {
    let folder = folder(&THREE);
    fs::hard_link(folder.path().join("actors/a"), folder.path().join("other")).unwrap();
    let fail = |path: &Path| if path.ends_with("c") { Err(io::ErrorKind::PermissionDenied.into()) } else { Ok(()) };
    assert!(hooked(fail, || write_all(Some(folder.path()), changes(folder.path(), &ANEW))).is_err());
    let now = all(folder.path());
    assert_eq!((now["other"].as_str(), now["actors/a"].as_str(), now.len()), ("old a", "old a", 5));
}

#[test]
fn a_read_only_file_is_refused_whoever_writes() {
    let folder = folder(&THREE);
    let path = folder.path().join("actors/a");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert!(matches!(write_whole(&path, b"x"), Err(Error::Refused(_))));
    assert!(matches!(write_all(Some(folder.path()), changes(folder.path(), &ANEW)), Err(Error::Refused(_))));
    assert_eq!(all(folder.path()), all(self::folder(&THREE).path()));
}

/// The steps of a change of a corpus, with what stands beside its files, as a kill leaves them.
fn begun(root: &Path) -> Vec<Step> {
    let root = root.canonicalize().unwrap();
    let step = |(nth, (name, was, is)): (usize, &(&str, &str, &str))| {
        let target = root.join(name);
        let [new, kept] = journal::names(7, nth).map(|name| target.with_file_name(name));
        fs::write(&new, is).unwrap();
        let [was, is] = [was, is].map(|text| digest::of_bytes(text.as_bytes()));
        let path = target.clone();
        Step { path, target, new, kept: Some(kept), way: Way::Exchange, was: Some(was), is, precious: true }
    };
    ANEW.iter().enumerate().map(step).collect()
}

#[test]
fn what_a_kill_leaves_is_undone_by_the_next_run() {
    for exchanged in 0..=3 {
        let folder = folder(&THREE);
        let steps = begun(folder.path());
        drop(Journal::begin(&folder.path().canonicalize().unwrap(), &steps).unwrap());
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
    let mut journal = Journal::begin(&folder.path().canonicalize().unwrap(), &steps).unwrap();
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
    drop(Journal::begin(&folder.path().canonicalize().unwrap(), &steps).unwrap());
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
        drop(Journal::begin(&folder.path().canonicalize().unwrap(), &steps).unwrap());
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
        fs::write(steps[0].kept.as_ref().unwrap(), "old a").unwrap();
        drop(Journal::begin(&folder.path().canonicalize().unwrap(), &steps).unwrap());
        fs::write(&steps[0].target, now).unwrap();
        assert_eq!(recover(folder.path()).len(), 1);
        let mut wanted = all(self::folder(&THREE).path());
        wanted.insert("actors/a".to_owned(), then.to_owned());
        assert_eq!(all(folder.path()), wanted);
    }
}

#[cfg(unix)]
#[test]
fn a_forged_journal_reaches_nothing_outside_and_no_hidden_folder() {
    let outside = folder(&[("victim", "new a")]);
    for (name, link) in [("../victim", None), ("victim", Some("link")), ("config", Some(".git"))] {
        let folder = folder(&THREE);
        let root = folder.path().canonicalize().unwrap();
        let below = link.unwrap_or("actors");
        match link {
            Some("link") => std::os::unix::fs::symlink(outside.path(), root.join("link")).unwrap(),
            _ => fs::create_dir_all(root.join(below)).unwrap(),
        }
        fs::write(root.join(below).join(name), "new a").unwrap();
        let beside = journal::names(7, 0)[0].clone();
        fs::write(root.join(below).join(&beside), "old a").unwrap();
        let [was, is] = ["old a", "new a"].map(|text| digest::of_bytes(text.as_bytes()));
        let entry = format!(
            r#"{{"folder":"{below}","file":"{name}","way":"exchange","was":"{was}","is":"{is}","precious":true,"new":"{beside}","kept":null}}"#
        );
        fs::write(root.join(NAME), format!("parallax journal 1\n{entry}\nopen\n")).unwrap();
        let notes = recover(&root);
        assert!(notes.iter().all(|note| note.contains("no journal")), "{notes:?}");
        assert_eq!(fs::read_to_string(root.join(below).join(name)).unwrap(), "new a", "{below}/{name}");
        // Those who write must not go on as if nothing were.
        assert!(matches!(write_all(Some(&root), changes(&root, &ANEW)), Err(Error::Refused(_))));
    }
    assert_eq!(fs::read_to_string(outside.path().join("victim")).unwrap(), "new a");
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

#[test]
fn a_file_where_a_folder_is_wanted_is_called_that() {
    let folder = folder(&[("output", "x")]);
    let said = write_whole(&folder.path().join("output/a/b.svg"), b"x").unwrap_err().to_string();
    assert!(said.ends_with("output is a file, not a folder"), "{said}");
    assert_eq!(all(folder.path()).len(), 1);
}
