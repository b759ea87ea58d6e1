//! Figures -> scene: what is painted where. Sizes come from the text, places from the layout, looks from the theme.
//!
//! In: [`Figure`]s, of a network or a difference. Out: a [`Drawing`]: the scene, and the geometry behind it.

mod board;
mod colour;
mod figure;
mod forms;
mod legend;
mod matrix;
mod measure;
mod node;
mod options;
mod page;
mod panel;
mod scene;
mod tag;
mod theme;
mod tie;
mod words;

pub use board::{Board, Drawing, draw};
pub use colour::Colour;
pub use figure::{Alike, Figure, Node, Stroke, Subject, Whose, heading};
pub use forms::{FORMS, Form, Shown};
pub use measure::{BOLD, REGULAR};
pub use options::{Options, Places};
pub use panel::{Panel, safe};
pub use scene::{Anchor, Curve, Group, Item, Outline, Paint, Pen, Point, Scene, Text};
pub use theme::{THEMES, Theme};
pub use tie::{classes, colour, told};
