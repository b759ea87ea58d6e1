//! Figures: what a picture shows, before any geometry.
//!
//! In: networks and differences. Out: a [`Figure`], with actors and edges, of one view, of a difference, or of what many have in common;
//! and the same in sentences, for whoever cannot see it.

mod bloc;
mod caption;
pub(crate) mod colour;
mod consensus;
mod difference;
pub(crate) mod issues;
mod lines;
pub(crate) mod naming;
pub(crate) mod narrow;
mod network;
pub(crate) mod timeline;
pub(crate) mod words;

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diff::Verdict;
use parallax_core::messages::Messages;
use parallax_core::model::{ActorId, ActorKind, Factuality, RelationId, Sign};

use self::colour::Colour;

pub use self::bloc::{Bloc, MEMBER};
pub use self::caption::headings;
pub(crate) use self::caption::{Caption, places, sources};

/// A picture before any geometry: what is drawn, in an order that the files' order cannot change.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The language of its words.
    pub messages: &'static Messages,
    /// The title.
    pub title: String,
    /// Which texts it rests on, a line a text.
    pub source: Vec<String>,
    /// What was selected of them, as written; empty if everything.
    pub selected: String,
    /// Whose picture it is.
    pub subject: Subject,
    /// The colours that the corpus asks for the two sides; both or neither, and never the same.
    pub colours: [Option<Colour>; 2],
    /// The actors, in the order of their ids.
    pub nodes: Vec<Node>,
    /// The lines.
    pub edges: Vec<FigureEdge>,
    /// The blocs whose members are drawn, in a picture of one view.
    pub blocs: Vec<Bloc>,
    /// How many statements are selected, held now or not.
    pub statements: usize,
    /// Those of them that are not held now, of which a picture draws only what answers another view.
    pub unheld: BTreeSet<RelationId>,
    /// Statements that became loops at this level: counted, not drawn.
    pub loops: usize,
    /// What the form leaves out because both sides draw it alike.
    pub alike: Alike,
    /// Whether contested pairs that rest on a single passage are not marked.
    pub only_firm: bool,
}

/// What both sides of a difference draw alike, where only the differences are drawn.
#[derive(Debug, Clone, Default)]
pub struct Alike {
    /// The actors that are left without a line; their places are marked.
    pub nodes: Vec<Node>,
    /// How many lines are left out.
    pub lines: usize,
}

/// Whose picture it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// One view.
    One,
    /// Two views, by the names of the two sides.
    Two(String, String),
    /// What several views have in common, by their names.
    Many(Vec<String>),
}

/// Which side of a difference something is on; everything in a picture of one view is of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SideSet {
    /// The first view alone.
    A,
    /// The second view alone.
    B,
    /// Both; or the only one.
    Both,
}

/// An actor of a picture.
#[derive(Debug, Clone)]
pub struct Node {
    /// Who.
    pub actor: ActorId,
    /// The id in the files.
    pub id: String,
    /// The short name, which is drawn.
    pub label: String,
    /// The full name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Whose lines reach it.
    pub said_by: SideSet,
    /// The whole record of the other side names it nowhere.
    pub of_one_side: bool,
}

/// A line of a picture.
#[derive(Debug, Clone)]
pub struct FigureEdge {
    /// Index of the actor that it leaves.
    pub from: usize,
    /// Index of the actor that it reaches.
    pub to: usize,
    /// Whether the ends differ in role.
    pub directed: bool,
    /// The type's label, "×n" for n statements of it, and "+n" for n of other types.
    pub label: String,
    /// The end of the label that counts; empty if there is only one statement.
    pub counts: String,
    /// The sign.
    pub sign: Sign,
    /// In which sense it holds.
    pub factuality: Factuality,
    /// 1 slight, 2 plain, 3 strong.
    pub strength: u8,
    /// Whose line it is.
    pub said_by: SideSet,
    /// Which of many views hold it, by their places in [`Subject::Many`].
    pub holders: Vec<usize>,
    /// What two sides make of this pair, if they tell it otherwise.
    pub contested: Option<Verdict>,
    /// The statements behind it.
    pub relations: Vec<RelationId>,
}

impl Figure {
    /// The language of a picture of some figures.
    #[must_use]
    pub(super) fn language(figures: &[Self]) -> &'static Messages {
        figures.first().map_or_else(Messages::english, |figure| figure.messages)
    }

    /// The pairs of actors that two sides tell otherwise, by their places in `nodes`, with what they make of each.
    #[must_use]
    pub(crate) fn contested(&self) -> BTreeMap<(usize, usize), Verdict> {
        let pair = |edge: &FigureEdge| Some(((edge.from.min(edge.to), edge.from.max(edge.to)), edge.contested?));
        self.edges.iter().filter_map(pair).collect()
    }

    /// The statements behind its lines.
    #[must_use]
    pub fn drawn(&self) -> BTreeSet<RelationId> {
        self.edges.iter().flat_map(|edge| &edge.relations).copied().collect()
    }

    /// Whether it sets two views against each other.
    #[must_use]
    pub fn is_difference(&self) -> bool {
        matches!(self.subject, Subject::Two(..))
    }

    /// The letters of those who hold a line: of one view none, of a difference A, B or AB, of many the letter of each.
    #[must_use]
    pub fn letters(&self, edge: &FigureEdge) -> String {
        match &self.subject {
            Subject::One => String::new(),
            Subject::Two(..) => edge.said_by.letter().to_owned(),
            // Where the letters would outgrow the label, its "3 of 9" has to do.
            Subject::Many(names) if names.len() > Self::MOST_LETTERS => String::new(),
            Subject::Many(_) => edge.holders.iter().map(|holder| letter(*holder)).collect(),
        }
    }

    /// What a line is called on a picture: how many of many hold it is said where no letters say who.
    #[must_use]
    pub(crate) fn words<'e>(&self, edge: &'e FigureEdge) -> &'e str {
        match &self.subject {
            Subject::Many(names) if names.len() <= Self::MOST_LETTERS => {
                let values = [("n", edge.holders.len().into()), ("all", names.len().into())];
                edge.label.strip_suffix(&*self.messages.with("label-shared", values)).unwrap_or(&edge.label)
            }
            _ => &edge.label,
        }
    }

    /// Up to so many views are named by letters.
    pub const MOST_LETTERS: usize = 6;
}

impl SideSet {
    /// The letter of a side.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::Both => "AB",
        }
    }
}

/// The letter of one of many views.
#[must_use]
pub(crate) fn letter(view: usize) -> char {
    u32::try_from(view)
        .ok()
        .and_then(|view| char::from_u32(u32::from('A') + view))
        .filter(char::is_ascii_uppercase)
        .unwrap_or('*')
}
