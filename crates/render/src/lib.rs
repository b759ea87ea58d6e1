//! Figures -> scene: what is painted where. Sizes come from the text, places from the layout, looks from the theme.
//!
//! In: [`Figure`]s, of a network or a difference. Out: a [`Drawing`]: the scene, and the geometry behind it.

mod atlas;
pub mod backend;
mod board;
mod colour;
mod columns;
#[cfg(test)]
mod cues;
mod drawing;
mod error;
mod figure;
mod fit;
mod forms;
mod handout;
mod hull;
mod legend;
mod letters;
mod look;
mod matrix;
mod measure;
mod narrow;
mod node;
mod notes;
mod options;
mod page;
mod panel;
mod scene;
mod strip;
mod tag;
mod theme;
mod themes;
mod tie;
mod words;

pub use atlas::{Keeps, MOST_VIEWS, Plate, atlas, main_lines, narrow};
pub use backend::Format;
pub use board::{Board, draw};
pub use colour::Colour;
pub use drawing::Drawing;
pub use error::Error;
pub use figure::{Alike, Bloc, Figure, MEMBER, Node, Stroke, Subject, Whose, headings};
pub use fit::Fit;
pub use forms::{FORMS, Form, Shown};
pub use hull::Hull;
pub use letters::Small;
pub use look::{LOOKS, Labels, Lettering, Look, LookError, LookKey};
pub(crate) use measure::BOLD;
pub use measure::REGULAR;
pub use notes::Notes;
pub use options::{Options, Places};
pub use panel::Panel;
pub use scene::{Anchor, Chain, Curve, Group, Item, Outline, Paint, Pen, Point, Scene, Size, Text, safe};
pub use strip::strips;
pub use theme::Theme;
pub use themes::THEMES;
pub use tie::{classes, colour, told};
