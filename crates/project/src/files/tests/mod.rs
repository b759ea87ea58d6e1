//! What becomes of files when something goes wrong: a rename that fails, an editor that saves meanwhile.
#![allow(clippy::disallowed_methods, reason = "they look at what was written")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;

mod killed;

type Hook = Box<dyn FnMut(&Path) -> io::Result<()>>;

type Meanwhile = Box<dyn FnMut(&Path)>;

thread_local! {
    static HOOK: RefCell<Option<Hook>> = const { RefCell::new(None) };
    static MEANWHILE: RefCell<Option<Meanwhile>> = const { RefCell::new(None) };
}

/// Called just before a file is written over, and before what is left of its old bytes goes: somebody can save it then.
pub(super) fn meanwhile(path: &Path) {
    MEANWHILE.with_borrow_mut(|hook| hook.iter_mut().for_each(|hook| hook(path)));
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

/// What becomes of a file of several names that is saved at the nth moment of being written over.
#[cfg(unix)]
fn saved_at(moment: usize, saved: &'static str) -> (Result<Notes, Error>, BTreeMap<String, String>) {
    let folder = folder(&THREE);
    fs::hard_link(folder.path().join("relations/b"), folder.path().join("other")).unwrap();
    let mut nth = 0;
    let save = move |path: &Path| {
        if nth == moment {
            fs::write(path, saved).unwrap();
        }
        nth += 1;
    };
    MEANWHILE.set(Some(Box::new(save)));
    let longer = [("actors/a", "old a", "new a"), ("relations/b", "old b", "b"), ("relations/c", "old c", "new c")];
    let written = write_all(Some(folder.path()), changes(folder.path(), &longer));
    MEANWHILE.set(None);
    (written, all(folder.path()))
}

#[cfg(unix)]
#[test]
fn a_file_that_is_saved_while_it_is_written_over_is_left_and_its_old_bytes_are_kept() {
    // Before the first byte is written, and before what is left of the old ones goes.
    for moment in 0..=1 {
        let (written, now) = saved_at(moment, "old b and more");
        let told = written.unwrap_err().to_string();
        assert!(told.contains("relations/b while it was written over") && told.contains("kept as"), "{told}");
        assert_eq!((now["relations/b"].as_str(), now["relations/b.old"].as_str()), ("old b and more", "old b"));
        assert_eq!((now["actors/a"].as_str(), now["relations/c"].as_str(), now.len()), ("old a", "old c", 6));
    }
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

#[test]
fn a_file_where_a_folder_is_wanted_is_called_that() {
    let folder = folder(&[("output", "x")]);
    let said = write_whole(&folder.path().join("output/a/b.svg"), b"x").unwrap_err().to_string();
    assert!(said.ends_with("output is a file, not a folder"), "{said}");
    assert_eq!(all(folder.path()).len(), 1);
}
