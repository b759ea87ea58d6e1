//! Values -> Corpus: every id exists, every reference holds, and all that is wrong is said at once.
//!
//! In: the sources of a corpus. Out: a [`Corpus`] of everything that resolved; it is whole only if no error was found.

mod actors;
mod anchors;
mod authors;
mod casts;
mod circles;
mod codebook;
mod collectives;
mod collector;
mod config;
mod declared;
mod decode;
mod documents;
mod each;
mod file_authors;
mod issues;
mod links;
mod lock;
mod names;
mod order;
mod parted;
mod phrases;
mod positions;
mod qualifiers;
mod reasons;
mod relations;
mod rows;
mod slips;
mod statements;
mod stem;
mod table_options;
mod uses;

pub use config::{Config, read_config};
pub use documents::key_of_list;
pub use rows::record_of_rows;
pub use table_options::TableOptions;

use crate::diag::Sink;
use crate::model::{Corpus, LayoutLock};
use crate::source::{LOCK, Sources};
use documents::Documents;

/// Resolves the files of a corpus. Tables given apart from the corpus come with their options.
pub fn resolve(sources: &Sources, config: Config, sink: &mut Sink) -> Corpus {
    let documents = Documents::read(sources, &config, sink);
    let mut corpus =
        Corpus { title: config.title.clone(), description: config.description.clone(), ..Corpus::default() };
    corpus.sources = config.sources.clone();
    let (mut names, said) = actors::resolve(&documents, &mut corpus, sink);
    codebook::resolve(&documents, &mut corpus, sink);
    authors::resolve(&documents, &config, &names, &mut corpus, sink);
    issues::resolve(&documents, &names, &mut corpus, sink);
    phrases::resolve_scopes(said, &mut corpus, sink);
    let pending = statements::resolve(&documents, &mut names, &mut corpus, sink);
    names.declared.resolve_directions(&mut corpus, sink);
    let made = collectives::resolve(&mut corpus, &pending.together);
    order::canonicalise(&mut corpus, &config, names.declared.any() || made, &pending);
    corpus.find_wholes();
    corpus.find_voices();
    links::resolve(&mut corpus, pending.links, &pending.ids, sink);
    reasons::resolve(&mut corpus, pending.reasons, &pending.ids, sink);
    corpus.files_of = file_authors::files(sources, &documents, &config, &corpus);
    corpus.listed = config.authors.iter().map(|author| author.id.value.clone()).collect();
    corpus.views = config.views;
    each::expand_each(&mut corpus, sink);
    corpus.lock = sources.named(LOCK).map_or_else(LayoutLock::default, |source| lock::read(source, sink));
    corpus
}
