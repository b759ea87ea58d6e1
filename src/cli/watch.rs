//! `parallax watch`: checks on every save, says first what is new since the time before, and keeps the schemas current.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use clap::Args;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::args::Global;
use super::explore::{self, Explore};
use super::terminal::Terminal;
use super::{Outcome, schema, session};
use crate::diag::{Diagnostic, Files, Severity, Sink, Style, counted, emit};
use crate::error::Error;
use crate::pipeline::Loaded;
use crate::source::{CONFIG, LOCK};

/// An editor that saves in several steps is given so long to be done.
const QUIET: Duration = Duration::from_millis(120);

#[derive(Debug, Args)]
pub(super) struct Watch {
    /// Show every new finding, not twenty of a code
    #[arg(long)]
    all: bool,
    /// Write an explorer page as well, whenever there are no errors [default: explorer.html]
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = explore::PAGE)]
    explore: Option<PathBuf>,
}

/// What tells a finding from others when lines have moved: code, words, file, and the words that it points at.
type Key = (&'static str, String, String, String);

/// The findings of a run, and how often each occurs.
type Known = BTreeMap<Key, usize>;

pub(super) fn run(global: &Global, args: &Watch, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(folder) = session::folder_from_here(global)? else {
        return Err(Error::Usage("there is nothing to watch: name a corpus with -C DIR, not a table alone".into()));
    };
    // An empty path is here.
    let folder = std::path::absolute(if folder.as_os_str().is_empty() { Path::new(".") } else { &folder })
        .map_err(|source| Error::Read { path: folder, source })?;
    let (sender, events) = channel();
    let mut watcher = notify::recommended_watcher(sender).map_err(|error| unwatchable(&folder, &error))?;
    let (mut known, mut schemas): (Option<Known>, _) = (None, Vec::new());
    loop {
        match session::open(global) {
            Ok(loaded) => {
                watch(&mut watcher, &folder, &loaded)?;
                known = Some(tell(&loaded, known.as_ref(), args, terminal)?);
                // So that an editor completes the ids that were just written.
                schemas = schema::follow(&folder, &loaded, schemas)?;
                page(args, &loaded, terminal);
            }
            // A file that is gone for a moment is no reason to stop.
            Err(error) => terminal.complain(&error.to_string()),
        }
        let Some(changed) = next(&events, &folder) else { return Ok(Outcome::Clean) };
        Terminal::print(format!("\n{} changed\n", changed.join(", ")).as_bytes())?;
    }
}

/// Writes the page; trouble with it is told, and watching goes on.
fn page(args: &Watch, loaded: &Loaded, terminal: &Terminal) {
    let Some(output) = args.explore.clone().filter(|_| !loaded.findings.has_errors()) else { return };
    // The page that nobody named is not written through a link to elsewhere.
    let output = Some(output).filter(|output| output != Path::new(explore::PAGE));
    if let Err(error) = explore::write(&Explore { output, ..Explore::default() }, loaded) {
        terminal.complain(&error.to_string());
    }
}

fn unwatchable(path: &Path, error: &notify::Error) -> Error {
    Error::Usage(format!("{} cannot be watched: {error}", path.display()))
}

/// Watches the folder itself, and those in it that are read; one that appears later is watched from then on.
fn watch(watcher: &mut RecommendedWatcher, folder: &Path, loaded: &Loaded) -> Result<(), Error> {
    // Where links lead out of the corpus nothing is watched, as nothing is read there.
    let own =
        [folder.join("actors"), folder.join("relations")].into_iter().filter(|path| loaded.reach.read(path).is_ok());
    let inner = own.chain(loaded.folder.clone()).map(|path| (path, RecursiveMode::Recursive));
    for (path, mode) in inner.chain([(folder.to_owned(), RecursiveMode::NonRecursive)]) {
        if path.is_dir() {
            watcher.watch(&path, mode).map_err(|error| unwatchable(&path, &error))?;
        }
    }
    Ok(())
}

/// Waits until something that is read was changed, and all is quiet again; gives the names. None if nobody will say any more.
fn next(events: &Receiver<notify::Result<Event>>, folder: &Path) -> Option<Vec<String>> {
    let mut changed: Vec<String> = Vec::new();
    loop {
        let event = if changed.is_empty() {
            events.recv().ok()?
        } else {
            match events.recv_timeout(QUIET) {
                Ok(event) => event,
                Err(RecvTimeoutError::Timeout) => return Some(there(changed, folder)),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        };
        // What was only read, by ourselves too, is no change.
        let event = event.ok().filter(|event| !event.kind.is_access());
        for name in event.into_iter().flat_map(|event| event.paths).filter_map(|path| name(&path, folder)) {
            if !changed.contains(&name) {
                changed.push(name);
            }
        }
    }
}

/// Names without those of passing files that an editor wrote and took away; what was only taken away stays.
fn there(changed: Vec<String>, folder: &Path) -> Vec<String> {
    let exists: Vec<String> = changed.iter().filter(|name| folder.join(name).exists()).cloned().collect();
    if exists.is_empty() { changed } else { exists }
}

/// The name of a file that is read, as people know it; none of what editors and we ourselves write beside.
fn name(path: &Path, folder: &Path) -> Option<String> {
    let file = path.file_name()?.to_str()?;
    let hidden = file.starts_with(['.', '#']) || file.ends_with('~');
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let top = inside.parent().is_some_and(|parent| parent.as_os_str().is_empty());
    let read = !top || [CONFIG, LOCK].contains(&file);
    (read && !hidden).then(|| inside.display().to_string())
}

/// Says what is new, what is mended, and what is as before.
fn tell(loaded: &Loaded, before: Option<&Known>, args: &Watch, terminal: &Terminal) -> Result<Known, Error> {
    let mut known = Known::new();
    let mut new = Sink::default();
    for finding in loaded.findings.sorted() {
        let key = key(finding, loaded);
        let count = known.entry(key.clone()).or_default();
        *count += 1;
        if before.is_none_or(|before| before.get(&key).is_none_or(|known| known < count)) {
            new.push(finding.clone());
        }
    }
    let mut out = Vec::new();
    let style = Style { colour: terminal.colour(), all: args.all };
    emit(&new, &loaded.sources, &style, &mut out).map_err(|source| Error::Write { path: "(memory)".into(), source })?;
    let mended: usize = before.map_or(0, |before| {
        before.iter().map(|(key, count)| count.saturating_sub(known.get(key).copied().unwrap_or(0))).sum()
    });
    let old = known.values().sum::<usize>() - new.sorted().len();
    out.extend(summary(loaded, mended, old).into_bytes());
    Terminal::print(&out)?;
    Ok(known)
}

fn key(finding: &Diagnostic, loaded: &Loaded) -> Key {
    let place = finding.place();
    let file = place.map_or(String::new(), |span| loaded.sources.name(span.source).to_owned());
    let text = place.and_then(|span| loaded.sources.text(span.source).get(span.start as usize..span.end as usize));
    // How many there are of something is no other finding.
    let message =
        finding.message.chars().filter(|character| finding.severity != Severity::Note || !character.is_ascii_digit());
    (finding.code, message.collect(), file, text.unwrap_or_default().to_owned())
}

/// One line: where things stand.
fn summary(loaded: &Loaded, mended: usize, old: usize) -> String {
    let findings = &loaded.findings;
    let mut parts = vec![counted(loaded.corpus.relations().len(), "statement")];
    if mended > 0 {
        parts.push(format!("{} mended", counted(mended, "finding")));
    }
    if old > 0 {
        parts.push(format!("{old} as before (parallax check shows them)"));
    }
    let (errors, warnings) = (findings.count(Severity::Error), findings.count(Severity::Warning));
    parts.push(match (errors, warnings) {
        (0, 0) => "no errors, no warnings".to_owned(),
        (errors, warnings) => format!("{} and {} in all", counted(errors, "error"), counted(warnings, "warning")),
    });
    parts.join("; ") + "\n"
}
