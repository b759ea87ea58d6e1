//! A passage that `cite` has found, written into the files: as evidence of a statement or a position, or with one begun.

use clap::Args;
use parallax_project::propose::{Goal, Passage};
use parallax_project::{Error, Project};

use crate::change;
use crate::global::Global;
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Where a passage goes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Into the files")]
pub(crate) struct IntoFile {
    /// Write the anchor into this statement or position
    #[arg(long, value_name = "ID", conflicts_with_all = ["new", "new_position", "format"])]
    relation: Option<String>,
    /// Begin a statement with the anchor; several actors: us+china
    #[arg(long, num_args = 3, conflicts_with = "format", value_names = ["FROM", "TYPE", "TO"])]
    new: Option<Vec<String>>,
    /// Begin a position with the anchor: an issue, and the answer
    #[arg(long, num_args = 2, conflicts_with_all = ["new", "format"], value_names = ["ISSUE", "ANSWER"])]
    new_position: Option<Vec<String>>,
    /// Only show what would be written
    #[arg(long)]
    dry_run: bool,
}

impl IntoFile {
    /// Whether anything is to be written.
    pub(crate) fn is_asked(&self) -> bool {
        self.relation.is_some() || self.new.is_some() || self.new_position.is_some()
    }

    /// Where the passage is to go, if anywhere.
    fn goal(&self) -> Option<Goal<'_>> {
        match (&self.relation, self.new.as_deref(), self.new_position.as_deref()) {
            (Some(id), ..) => Some(Goal::Statement(id)),
            (None, Some([from, kind, to]), _) => Some(Goal::New([from, kind, to])),
            (None, None, Some([issue, answer])) => Some(Goal::NewPosition([issue, answer])),
            _ => None,
        }
    }

    /// Says what is wrong with the ids that were named, before anything is looked for.
    pub(crate) fn check(&self, author: &str, loaded: &Project) -> Result<(), Error> {
        self.goal().map_or(Ok(()), |goal| loaded.check_goal(author, goal))
    }

    /// Writes the one passage that was found.
    pub(crate) fn write(
        &self,
        author: &str,
        found: &Passage<'_>,
        loaded: &Project,
        global: &Global,
        terminal: &Terminal,
    ) -> Result<Outcome, Error> {
        let Some(goal) = self.goal() else { return Ok(Outcome::Clean) };
        let Some(proposal) = loaded.record(author, goal, found)? else {
            let id = self.relation.as_deref().unwrap_or_default();
            Terminal::say(&format!("`{id}` has {} already: nothing to write", found.anchor));
            return Ok(Outcome::Clean);
        };
        change::show(&proposal, terminal)?;
        if !self.dry_run {
            change::write(&proposal, loaded, global)?;
        }
        Ok(Outcome::Clean)
    }
}
