//! A passage that `cite` has found, written into the files: as evidence of a statement, or with a statement begun.

use clap::Args;
use parallax_core::model::{ActorId, AuthorId, Corpus, Locus, Relation, WorkId};
use parallax_project::Error;
use parallax_project::Project;
use parallax_project::edit::{Called, Edits, Skeleton, add_evidence, append};
use parallax_project::views;

use crate::change;
use crate::global::Global;
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Where a passage goes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Into the files")]
pub(crate) struct IntoFile {
    /// Write the anchor into this statement
    #[arg(long, value_name = "ID", conflicts_with_all = ["new", "format"])]
    relation: Option<String>,
    /// Begin a statement with the anchor; several actors: us+china
    #[arg(long, num_args = 3, conflicts_with = "format", value_names = ["FROM", "TYPE", "TO"])]
    new: Option<Vec<String>>,
    /// Only show what would be written
    #[arg(long)]
    dry_run: bool,
}

/// A passage, and its anchor as it is written.
pub(crate) struct Found<'l> {
    pub(crate) work: WorkId,
    pub(crate) locus: Locus,
    pub(crate) anchor: &'l str,
}

impl IntoFile {
    /// Whether anything is to be written.
    pub(crate) fn is_asked(&self) -> bool {
        self.relation.is_some() || self.new.is_some()
    }

    /// Says what is wrong with the ids that were named, before anything is looked for.
    pub(crate) fn check(&self, author: &str, loaded: &Project) -> Result<(), Error> {
        let author = author_of(author, &loaded.corpus)?;
        if let Some(id) = &self.relation {
            relation(id, author, &loaded.corpus)?;
        }
        if let Some([from, kind, to]) = self.new.as_deref() {
            skeleton([from, kind, to], author, String::new(), &loaded.corpus)?;
        }
        Ok(())
    }

    /// Writes the one passage that was found.
    pub(crate) fn write(
        &self,
        author: &str,
        found: &Found<'_>,
        loaded: &Project,
        global: &Global,
        terminal: &Terminal,
    ) -> Result<Outcome, Error> {
        let corpus = &loaded.corpus;
        let mut edits = Edits::new(&loaded.sources);
        let of = author_of(author, corpus)?;
        if let Some(id) = &self.relation {
            let relation = relation(id, of, corpus)?;
            let same = |known: &&parallax_core::model::Anchor| known.work == found.work && known.locus == found.locus;
            if relation.evidence().iter().any(|known| same(&known)) {
                Terminal::say(&format!("`{id}` has {} already: nothing to write", found.anchor));
                return Ok(Outcome::Clean);
            }
            add_evidence(&mut edits, relation, found.anchor)?;
        }
        if let Some([from, kind, to]) = self.new.as_deref() {
            let begun = skeleton([from, kind, to], of, found.anchor.to_owned(), corpus)?;
            append(&mut edits, &loaded.sources, author, &begun)?;
        }
        let changes = edits.finish()?;
        change::show(&changes, terminal)?;
        if !self.dry_run {
            change::write(&changes, loaded, global)?;
        }
        Ok(Outcome::Clean)
    }
}

fn author_of(id: &str, corpus: &Corpus) -> Result<AuthorId, Error> {
    let near = || views::near(id, corpus.authors.names());
    corpus.authors.find(id).ok_or_else(|| Error::Usage(format!("there is no author `{id}`{}", near())))
}

/// A statement of an author by its id, its own or the one that it is shown with.
fn relation<'c>(id: &str, author: AuthorId, corpus: &'c Corpus) -> Result<&'c Relation, Error> {
    let named = || corpus.relations()[corpus.relations_of(author)].iter();
    let own = |relation: &&Relation| relation.more.as_ref().and_then(|more| more.id.as_deref()) == Some(id);
    let found = named().find(own).or_else(|| named().find(|relation| corpus.relation_name(relation) == id));
    found.ok_or_else(|| {
        let names: Vec<String> = named().map(|relation| corpus.relation_name(relation)).collect();
        let near = views::near(id, names.iter().map(String::as_str));
        Error::Usage(format!("`{}` has no statement `{id}`{near}", corpus.authors.name(author)))
    })
}

/// The statement to begin. Its id says what it says; where that is taken a number follows.
fn skeleton(words: [&String; 3], author: AuthorId, anchor: String, corpus: &Corpus) -> Result<Skeleton, Error> {
    let [from, kind, to] = words;
    let (from, to) = (actors(from, corpus)?, actors(to, corpus)?);
    if corpus.types.find(kind).is_none() {
        let near = views::near(kind, corpus.types.names());
        return Err(Error::Usage(format!("there is no relation type `{kind}`{near}")));
    }
    let plain = format!("{}-{kind}-{}", from.join("-"), to.join("-"));
    let taken: Vec<&str> = corpus.relations()[corpus.relations_of(author)]
        .iter()
        .filter_map(|relation| relation.more.as_ref()?.id.as_deref())
        .collect();
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    let id = std::iter::once(plain.clone()).chain(numbered).find(|id| !taken.contains(&&**id)).unwrap_or(plain.clone());
    Ok(Skeleton { id, from, to, kind: kind.clone(), anchor })
}

/// The ids of actors named by id, alias or name, joined by `+`.
fn actors(words: &str, corpus: &Corpus) -> Result<Vec<String>, Error> {
    let called = Called::of(corpus);
    words
        .split('+')
        .map(|word| actor(word.trim(), &called, corpus).map(|id| corpus.actors.name(id).to_owned()))
        .collect()
}

/// An actor by id, alias or name.
pub(crate) fn actor(word: &str, called: &Called, corpus: &Corpus) -> Result<ActorId, Error> {
    called.find(word, corpus).ok_or_else(|| {
        let near = called.near(word, corpus).map_or_else(
            || ": declare it first, with an [[actor]]".to_owned(),
            |near| format!(": did you mean `{near}`?"),
        );
        Error::Usage(format!("there is no actor `{word}`{near}"))
    })
}
