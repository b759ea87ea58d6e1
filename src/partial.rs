//! A corpus with errors, as far as it can be shown: one author's broken file says nothing against the others.
//!
//! A picture is made if every author of it is read whole. What is wrong with actors, codebook or `parallax.toml` concerns all,
//! and so does a file of which nobody can say whose it is.

use std::collections::BTreeSet;

use parallax_core::diag::SourceId;
use parallax_core::model::{Corpus, SavedView};
use parallax_core::network::View;
use parallax_core::source::CONFIG;
use parallax_project::Error;
use parallax_project::flawed_views;
use parallax_project::pipeline::Loaded;

use crate::global::Global;
use crate::outcome::Outcome;
use crate::session;
use crate::terminal::Terminal;

/// What was loaded, and whose files have errors.
pub(crate) struct Partial {
    pub(crate) loaded: Loaded,
    doubted: BTreeSet<Box<str>>,
    /// The ids of the saved views that have errors of their own.
    flawed: BTreeSet<Box<str>>,
}

/// Loads a corpus of which something can be shown; errors are shown first, and if they concern all nothing else is done.
pub(crate) fn open(global: &Global, terminal: &Terminal) -> Result<Option<Partial>, Error> {
    let loaded = session::open(global)?;
    if !loaded.findings.has_errors() {
        return Ok(Some(Partial { loaded, doubted: BTreeSet::new(), flawed: BTreeSet::new() }));
    }
    session::show_findings(&loaded.findings, &loaded, terminal)?;
    let Some(doubted) = doubted(&loaded) else { return Ok(None) };
    if !doubted.is_empty() {
        let names: Vec<String> = doubted.iter().map(|author| format!("`{author}`")).collect();
        let names = names.join(", ");
        Terminal::say(&format!(
            "note: what {names} says is not read whole, and is left out; the other authors are shown"
        ));
    }
    let flawed = flawed_views(&loaded.corpus).into_iter().map(Box::from).collect();
    Ok(Some(Partial { loaded, doubted, flawed }))
}

impl Partial {
    /// Whether an author's file has errors.
    pub(crate) fn doubts(&self, author: &str) -> bool {
        self.doubted.contains(author)
    }

    /// Whether all of a selection was read whole. If not that is said: silence would be claimed that is none.
    pub(crate) fn shows(&self, views: &[View]) -> bool {
        let authors: BTreeSet<&str> = views.iter().flat_map(|view| self.doubtful(view)).collect();
        if !authors.is_empty() {
            let names: Vec<String> = authors.iter().map(|author| format!("`{author}`")).collect();
            let files = if names.len() == 1 { "whose file has" } else { "whose files have" };
            Terminal::say(&format!("nothing was written: it needs {}, {files} errors", names.join(", ")));
        }
        authors.is_empty()
    }

    /// The authors of a selection that were not read whole; whoever asks for all authors asks for those as well.
    fn doubtful(&self, view: &View) -> Vec<&str> {
        let corpus = &self.loaded.corpus;
        let of_all = matches!(view.text.split(':').next().unwrap_or_default().trim(), "" | "*");
        let asked: BTreeSet<&str> = view.authors.iter().map(|author| corpus.authors.name(*author)).collect();
        self.doubted.iter().map(|author| &**author).filter(|author| of_all || asked.contains(author)).collect()
    }

    /// Why a saved view is not drawn; none if all that it needs is sound.
    pub(crate) fn against(&self, view: &SavedView) -> Option<String> {
        let corpus = &self.loaded.corpus;
        if self.flawed.contains(&view.id) {
            return Some("it has errors".to_owned());
        }
        let views = view.what.selections().iter().filter_map(|(text, _)| View::parse(text, corpus).ok());
        let asked = views.flat_map(|view| self.doubtful(&view).into_iter().map(str::to_owned).collect::<Vec<_>>());
        let all = self.doubted.iter().filter(|_| view.of_each).map(ToString::to_string);
        let authors: BTreeSet<String> = asked.chain(all).map(|author| format!("`{author}`")).collect();
        let names = authors.into_iter().collect::<Vec<_>>().join(", ");
        (!names.is_empty()).then(|| format!("it needs {names}"))
    }

    /// What a command comes to that has done what it could.
    pub(crate) fn outcome(&self, outcome: Outcome) -> Outcome {
        if self.loaded.findings.has_errors() { Outcome::Findings } else { outcome }
    }

    /// The same for what may have failed: that something is not there follows from the errors that were shown.
    pub(crate) fn settle(&self, terminal: &Terminal, result: Result<Outcome, Error>) -> Result<Outcome, Error> {
        match result {
            Err(error @ Error::Usage(_)) if self.loaded.findings.has_errors() => {
                terminal.complain(&error.to_string());
                Ok(Outcome::Findings)
            }
            result => result.map(|outcome| self.outcome(outcome)),
        }
    }
}

/// Whether the errors of a corpus are in the files of single authors.
pub(crate) fn is_of_some(loaded: &Loaded) -> bool {
    doubted(loaded).is_some()
}

/// The authors whose files have errors; none if the errors concern all.
fn doubted(loaded: &Loaded) -> Option<BTreeSet<Box<str>>> {
    let corpus = &loaded.corpus;
    let (mut doubted, mut lacks) = (BTreeSet::new(), false);
    for (source, code) in loaded.findings.errors() {
        let name = &loaded.sources.get(source?)?.name;
        match (&**name, code) {
            // A view that is wrong is one picture less.
            (CONFIG, "bad-view") => {}
            (CONFIG, "unknown-author") => lacks = true,
            _ => doubted.extend(of_file(source?, name, corpus)?),
        }
    }
    let unknown = corpus.listed.iter().filter(|listed| corpus.authors.find(listed).is_none());
    let explained = !lacks || unknown.into_iter().all(|author| doubted.contains(author));
    explained.then_some(doubted)
}

/// The authors whom a file concerns: the one whose statements it holds, or whose text it is; none if it may concern all.
fn of_file(source: SourceId, name: &str, corpus: &Corpus) -> Option<Vec<Box<str>>> {
    if let Some(author) = corpus.files_of.get(&source) {
        return Some(vec![author.clone()]);
    }
    let is_text = |text: &str| format!("{}/{text}", corpus.sources) == name;
    let works = corpus.works.iter().filter(|work| work.text.as_deref().is_some_and(is_text));
    let authors: Vec<Box<str>> = works.map(|work| corpus.authors.name(work.author).into()).collect();
    (!authors.is_empty()).then_some(authors)
}
