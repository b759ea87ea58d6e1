//! What happens to half-done work when a signal ends the program: what was begun is removed, what is being put into place is
//! finished or undone first.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The files and folders that are to go if the program ends now.
static BEGUN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// While this is held a signal waits.
pub(super) type BegunFiles = MutexGuard<'static, Vec<PathBuf>>;

/// Holds signals back.
pub(super) fn hold() -> BegunFiles {
    BEGUN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Creates a file that is removed if a signal ends the program before it is forgotten.
pub(super) fn create(path: &Path, create: impl FnOnce(&Path) -> io::Result<File>) -> io::Result<File> {
    listen();
    let mut begun = hold();
    let file = create(path)?;
    begun.push(path.to_owned());
    Ok(file)
}

/// Folders that were made for files; those that are still empty in the end go again.
#[derive(Default)]
pub(super) struct Folders(Vec<PathBuf>);

impl Folders {
    /// Those that are missing for a folder to be there, by its true path, from above downwards.
    pub(super) fn missing(folder: &Path) -> Vec<PathBuf> {
        let is_missing = |folder: &&Path| fs::symlink_metadata(folder).is_err();
        let mut missing: Vec<PathBuf> = folder.ancestors().take_while(is_missing).map(Path::to_path_buf).collect();
        missing.reverse();
        missing
    }

    /// Makes a folder and those above it, if they are missing.
    pub(super) fn make(&mut self, folder: &Path) -> io::Result<()> {
        let missing = Self::missing(folder);
        if missing.is_empty() {
            return Ok(());
        }
        listen();
        let mut begun = hold();
        fs::create_dir_all(folder)?;
        begun.extend(missing.iter().cloned());
        self.0.extend(missing);
        Ok(())
    }

    /// Those that were made.
    pub(super) fn made(&self) -> &[PathBuf] {
        &self.0
    }

    /// Removes those that are still empty; one with something in it stays.
    pub(super) fn remove_empty(&self) {
        self.0.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
    }
}

impl Drop for Folders {
    fn drop(&mut self) {
        self.remove_empty();
        forget(&mut hold(), &self.0.iter().cloned().collect());
    }
}

/// These are no longer to go.
pub(super) fn forget(begun: &mut BegunFiles, paths: &BTreeSet<PathBuf>) {
    begun.retain(|path| !paths.contains(path));
}

/// Removes a file, or a folder if it is empty.
pub(super) fn remove(path: &Path) {
    if fs::remove_file(path).is_err() {
        // It is gone already, or in use: then it stays.
        let _ = fs::remove_dir(path);
    }
}

/// Makes a file that grows beyond what the system allows an error like any other, in place of the end of the program.
pub fn heed_limits() {
    #[cfg(unix)]
    {
        let heard = std::sync::Arc::default();
        // Where that cannot be done, it is as it ever was.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, heard);
    }
}

#[cfg(not(unix))]
fn listen() {}

/// Listens to the signals that end the program, from the first file on that would be left behind.
#[cfg(unix)]
fn listen() {
    use std::sync::{Once, mpsc::channel};
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let (ready, is_ready) = channel();
        let thread = std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
            let heard = signal_hook::iterator::Signals::new(ENDING.into_iter().filter(|signal| !is_ignored(*signal)));
            let _ = ready.send(());
            if let Some(signal) = heard.ok().and_then(|mut signals| signals.forever().next()) {
                end(signal);
            }
        });
        // Without the thread signals do what they always did.
        if thread.is_ok() {
            let _ = is_ready.recv();
        }
    });
}

/// The signals that end a program and can be heeded.
#[cfg(unix)]
const ENDING: [i32; 8] = {
    use signal_hook::consts::{SIGALRM, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGXCPU};
    [SIGALRM, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGXCPU]
};

/// Removes what was begun, and ends as the signal would have ended the program.
#[cfg(unix)]
fn end(signal: i32) {
    let begun = hold();
    begun.iter().rev().for_each(|path| remove(path));
    // It does not come back, and nothing can be begun any more, for `begun` is held.
    let _ = signal_hook::low_level::emulate_default_handler(signal);
}

/// Whether whoever started the program wants it to go on in spite of a signal, as `nohup` does.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    use io::Read;
    let mut status = String::new();
    let read = File::open("/proc/self/status").and_then(|mut file| file.read_to_string(&mut status));
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
    read.is_ok() && mask >> (signal - 1) & 1 == 1
}
