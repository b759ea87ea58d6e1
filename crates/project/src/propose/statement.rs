//! A passage that was found, written into the files: as evidence of a statement or a position, or with one begun.

use parallax_core::diag::Span;
use parallax_core::model::{Anchor, AuthorId, Corpus, Id, PositionId, Selector, WorkId};

use super::Proposal;
use crate::edit::{Edits, RecordTemplate, add_evidence, append};
use crate::{Error, Project, views};

/// Where a passage goes.
#[derive(Debug, Clone, Copy)]
pub enum Goal<'g> {
    /// Into the evidence of the author's statement or position of this id, its own or the one that it is shown with.
    Statement(&'g str),
    /// Into a statement begun, from, of a type, to; several actors are joined by `+`.
    New([&'g str; 3]),
    /// Into a position begun, on an issue, with an answer.
    NewPosition([&'g str; 2]),
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
    /// If there is no such author, statement, position, actor, type, issue or answer.
    pub fn check_goal(&self, author: &str, goal: Goal<'_>) -> Result<(), Error> {
        let of = self.author(author)?;
        match goal {
            Goal::Statement(id) => said(id, of, &self.corpus).map(drop),
            Goal::New(words) => self.statement(words, of, "").map(drop),
            Goal::NewPosition(words) => self.position(words, of, "").map(drop),
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
                let (place, known) = said(id, of, &self.corpus)?;
                let same = |known: &Anchor| known.work == passage.work && known.selector == passage.selector;
                if known.iter().any(same) {
                    return Ok(None);
                }
                add_evidence(&mut edits, place, known, passage.anchor)?;
            }
            Goal::New(words) => {
                append(&mut edits, &self.sources, author, &self.statement(words, of, passage.anchor)?)?;
            }
            Goal::NewPosition(words) => {
                append(&mut edits, &self.sources, author, &self.position(words, of, passage.anchor)?)?;
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
    fn statement(&self, [from, kind, to]: [&str; 3], author: AuthorId, anchor: &str) -> Result<RecordTemplate, Error> {
        let types = &self.corpus.types;
        let (from, to) = (self.actors(from)?, self.actors(to)?);
        if types.find(kind).is_none() {
            let near = views::near(kind, types.names());
            return Err(Error::Usage(format!("there is no relation type `{kind}`{near}")));
        }
        let id = self.free_id(format!("{}-{kind}-{}", from.join("-"), to.join("-")), author);
        Ok(RecordTemplate::statement(&id, &from, kind, &to, anchor))
    }

    /// The position to begin, with its id made likewise.
    fn position(&self, [name, answer]: [&str; 2], author: AuthorId, anchor: &str) -> Result<RecordTemplate, Error> {
        let issues = &self.corpus.issues;
        let Some(issue) = issues.find(name).map(|id| issues.get(id)) else {
            let near = views::near(name, issues.names());
            return Err(Error::Usage(format!("there is no issue `{name}`{near}")));
        };
        if issue.find(answer).is_none() {
            let known: Vec<&str> = issue.all().map(|answer| issue.id_of(answer)).collect();
            let known = known.join(", ");
            return Err(Error::Usage(format!("`{name}` has no answer `{answer}`: its answers are {known}")));
        }
        Ok(RecordTemplate::position(&self.free_id(format!("{name}-{answer}"), author), name, answer, anchor))
    }

    /// The id, or with a number where something that the author says has it.
    fn free_id(&self, plain: String, author: AuthorId) -> String {
        let corpus = &self.corpus;
        let statements = corpus.relations()[corpus.relations_of(author)].iter().map(|said| said.rare.as_deref());
        let positions = corpus.positions()[corpus.positions_of(author)].iter().map(|said| said.rare.as_deref());
        let taken: Vec<&str> = statements.chain(positions).filter_map(|rare| rare?.id.as_deref()).collect();
        let numbered = (2..).map(|number| format!("{plain}-{number}"));
        let id = std::iter::once(plain.clone()).chain(numbered).find(|id| !taken.contains(&&**id));
        id.unwrap_or(plain)
    }

    /// The ids of actors named by id, alias or name, joined by `+`.
    fn actors(&self, words: &str) -> Result<Vec<String>, Error> {
        let id = |word: &str| Ok(self.corpus.actors.name(self.actor(word.trim())?).to_owned());
        words.split('+').map(id).collect()
    }
}

/// Where a statement or a position of an author is written, with its anchors: by its id, its own or the one that it is shown with.
fn said<'c>(id: &str, author: AuthorId, corpus: &'c Corpus) -> Result<(Span, &'c [Anchor]), Error> {
    let statements = corpus.relations()[corpus.relations_of(author)].iter();
    let statements = statements.map(|said| (said.rare.as_deref(), said.spans.record(), said.evidence()));
    let positions = corpus.positions_of(author).map(|index| corpus.position(PositionId::from_index(index)));
    let positions = positions.map(|said| (said.rare.as_deref(), said.spans.record(), said.evidence()));
    let mut own = statements.chain(positions);
    if let Some((_, place, known)) = own.find(|(rare, ..)| rare.and_then(|rare| rare.id.as_deref()) == Some(id)) {
        return Ok((place, known));
    }
    let shown = shown(author, corpus);
    let found = shown.iter().find(|(name, ..)| name == id).map(|(_, place, known)| (*place, *known));
    found.ok_or_else(|| {
        let near = views::near(id, shown.iter().map(|(name, ..)| name.as_str()));
        let what = if corpus.positions().is_empty() { "statement" } else { "statement or position" };
        Error::Usage(format!("`{}` has no {what} `{id}`{near}", corpus.authors.name(author)))
    })
}

/// All that an author says, each with the id that it is shown with, where it is written, and its anchors.
fn shown(author: AuthorId, corpus: &Corpus) -> Vec<(String, Span, &[Anchor])> {
    let statements = corpus.relations()[corpus.relations_of(author)].iter();
    let statements = statements.map(|said| (corpus.relation_name(said), said.spans.record(), said.evidence()));
    let positions = corpus.positions_of(author).map(PositionId::from_index).map(|id| {
        let said = corpus.position(id);
        (corpus.position_name(id), said.spans.record(), said.evidence())
    });
    statements.chain(positions).collect()
}
