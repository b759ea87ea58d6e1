//! What is being collected while statements are read.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::collectives::Together;
use super::links::RawLinks;
use super::names::Names;
use super::reasons::RawReasons;
use crate::diag::Span;
use crate::model::{AuthorId, Corpus, PeriodId};

/// What is being collected while statements are read.
pub(super) struct Collector<'c> {
    pub(super) corpus: &'c mut Corpus,
    pub(super) names: &'c mut Names,
    pub(super) links: RawLinks,
    pub(super) reasons: Vec<RawReasons>,
    pub(super) together: Vec<Together>,
    pub(super) periods: IndexMap<Box<str>, PeriodId>,
    /// Where the ids stand, also of records that give no statement.
    pub(super) ids: BTreeMap<(AuthorId, Box<str>), Span>,
}
