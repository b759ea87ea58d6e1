//! A passage that was found, written into the files: as evidence of a statement, or with a statement begun.

use parallax_core::model::{Anchor, AuthorId, Corpus, Relation, Selector, WorkId};

use super::Proposal;
use crate::edit::{Edits, StatementTemplate, add_evidence, append};
use crate::{Error, Project, views};

/// Where a passage goes.
#[derive(Debug, Clone, Copy)]
pub enum Goal<'g> {
    /// Into the evidence of the author's statement of this id, its own or the one that it is shown with.
    Statement(&'g str),
    /// Into a statement begun, from, of a type, to; several actors are joined by `+`.
    New([&'g str; 3]),
}

/// A passage.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'g> {
    /// The work whose text it stands in.
    pub work: WorkId,
    /// Where.
    pub selector: Selector,
    /// Its anchor as it is written.
    pub anchor: &'g str,
}

impl Project {
    /// Says what is wrong with the ids that a goal names, before any passage is looked for.
    ///
    /// # Errors
    ///
    /// If there is no such author, statement, actor or type.
    pub fn check_goal(&self, author: &str, goal: Goal<'_>) -> Result<(), Error> {
        let of = self.author(author)?;
        match goal {
            Goal::Statement(id) => relation(id, of, &self.corpus).map(drop),
            Goal::New(words) => self.template(words, of, String::new()).map(drop),
        }
    }

    /// Writes a passage where it is to go; nothing if it stands there already.
    ///
    /// # Errors
    ///
    /// As [`Project::check_goal`], or if a file cannot be changed safely.
    pub fn record(&self, author: &str, goal: Goal<'_>, passage: &Passage<'_>) -> Result<Option<Proposal>, Error> {
        let mut edits = Edits::new(&self.sources);
        let of = self.author(author)?;
        match goal {
            Goal::Statement(id) => {
                let relation = relation(id, of, &self.corpus)?;
                let same = |known: &Anchor| known.work == passage.work && known.selector == passage.selector;
                if relation.evidence().iter().any(same) {
                    return Ok(None);
                }
                add_evidence(&mut edits, relation, passage.anchor)?;
            }
            Goal::New(words) => {
                let begun = self.template(words, of, passage.anchor.to_owned())?;
                append(&mut edits, &self.sources, author, &begun)?;
            }
        }
        Ok(Some(edits.finish()?.into()))
    }

    /// An author by id.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn author(&self, id: &str) -> Result<AuthorId, Error> {
        let near = || views::near(id, self.corpus.authors.names());
        self.corpus.authors.find(id).ok_or_else(|| Error::Usage(format!("there is no author `{id}`{}", near())))
    }

    /// The statement to begin. Its id says what it says; where that is taken a number follows.
    fn template(
        &self,
        [from, kind, to]: [&str; 3],
        author: AuthorId,
        anchor: String,
    ) -> Result<StatementTemplate, Error> {
        let corpus = &self.corpus;
        let (from, to) = (self.actors(from)?, self.actors(to)?);
        if corpus.types.find(kind).is_none() {
            let near = views::near(kind, corpus.types.names());
            return Err(Error::Usage(format!("there is no relation type `{kind}`{near}")));
        }
        let plain = format!("{}-{kind}-{}", from.join("-"), to.join("-"));
        let own = corpus.relations()[corpus.relations_of(author)].iter();
        let taken: Vec<&str> = own.filter_map(|relation| relation.rare.as_ref()?.id.as_deref()).collect();
        let numbered = (2..).map(|number| format!("{plain}-{number}"));
        let id = std::iter::once(plain.clone()).chain(numbered).find(|id| !taken.contains(&&**id));
        Ok(StatementTemplate { id: id.unwrap_or(plain), from, to, kind: kind.to_owned(), anchor })
    }

    /// The ids of actors named by id, alias or name, joined by `+`.
    fn actors(&self, words: &str) -> Result<Vec<String>, Error> {
        let id = |word: &str| Ok(self.corpus.actors.name(self.actor(word.trim())?).to_owned());
        words.split('+').map(id).collect()
    }
}

/// A statement of an author by its id, its own or the one that it is shown with.
fn relation<'c>(id: &str, author: AuthorId, corpus: &'c Corpus) -> Result<&'c Relation, Error> {
    let named = || corpus.relations()[corpus.relations_of(author)].iter();
    let own = |relation: &&Relation| relation.rare.as_ref().and_then(|rare| rare.id.as_deref()) == Some(id);
    let found = named().find(own).or_else(|| named().find(|relation| corpus.relation_name(relation) == id));
    found.ok_or_else(|| {
        let names: Vec<String> = named().map(|relation| corpus.relation_name(relation)).collect();
        let near = views::near(id, names.iter().map(String::as_str));
        Error::Usage(format!("`{}` has no statement `{id}`{near}", corpus.authors.name(author)))
    })
}
