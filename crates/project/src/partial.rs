//! A corpus with errors, as far as it can be shown: one author's broken file says nothing against the others.
//!
//! A picture is made if every author of it is read whole. What is wrong with actors, codebook or `parallax.toml` concerns all,
//! and so does a file of which nobody can say whose it is.

use std::collections::BTreeSet;

use parallax_core::diag::SourceId;
use parallax_core::model::{Corpus, SavedView};
use parallax_core::network::View;
use parallax_core::source::CONFIG;

use crate::Project;
use crate::check::flawed_views;

/// What was loaded, and whose files have errors.
pub struct Partial {
    /// All that was read.
    pub loaded: Project,
    doubted: BTreeSet<Box<str>>,
    /// The ids of the saved views that have errors of their own.
    flawed: BTreeSet<Box<str>>,
}

impl Partial {
    /// What can be shown of what was loaded; none if its errors concern all.
    #[must_use]
    pub fn of(loaded: Project) -> Option<Self> {
        if !loaded.findings.has_errors() {
            return Some(Self { loaded, doubted: BTreeSet::new(), flawed: BTreeSet::new() });
        }
        let doubted = doubted(&loaded)?;
        let flawed = flawed_views(&loaded.corpus).into_iter().map(Box::from).collect();
        Some(Self { loaded, doubted, flawed })
    }

    /// The authors whose files have errors.
    pub fn doubted(&self) -> impl Iterator<Item = &str> {
        self.doubted.iter().map(|author| &**author)
    }

    /// Whether an author's file has errors.
    #[must_use]
    pub fn doubts(&self, author: &str) -> bool {
        self.doubted.contains(author)
    }

    /// The authors of selections that were not read whole. Of them silence would be claimed that is none.
    #[must_use]
    pub fn missing(&self, views: &[View]) -> BTreeSet<&str> {
        views.iter().flat_map(|view| self.doubtful(view)).collect()
    }

    /// The authors of a selection that were not read whole; whoever asks for all authors asks for those as well.
    fn doubtful(&self, view: &View) -> Vec<&str> {
        let corpus = &self.loaded.corpus;
        let of_all = matches!(view.text.split(':').next().unwrap_or_default().trim(), "" | "*");
        let asked: BTreeSet<&str> = view.authors.iter().map(|author| corpus.authors.name(*author)).collect();
        self.doubted.iter().map(|author| &**author).filter(|author| of_all || asked.contains(author)).collect()
    }

    /// Why a saved view is not drawn; none if all that it needs is sound.
    pub fn against(&self, view: &SavedView) -> Option<String> {
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
}

/// Whether the errors of a corpus are in the files of single authors.
#[must_use]
pub fn is_of_some(loaded: &Project) -> bool {
    doubted(loaded).is_some()
}

/// The authors whose files have errors; none if the errors concern all.
fn doubted(loaded: &Project) -> Option<BTreeSet<Box<str>>> {
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
