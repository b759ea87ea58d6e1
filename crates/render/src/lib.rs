//! Networks and comparisons as pictures.
//!
//! **In**: a network or a difference of `parallax-core`, as a [`Figure`], and [`Options`]: a theme, a page to fill, an engine for places.
//! **Out**: a [`Drawing`], the [`Scene`] with the geometry behind it, which a [`Format`] of [`backend`] writes as SVG, PNG or PDF.
//!
//! ```
//! use parallax_core::{diag::Sink, messages::Messages, network::{Network, View}, resolve::{Config, resolve}, source::Sources};
//! use parallax_render::{Figure, Options, THEMES, backend::SVG, draw};
//!
//! let mut files = Sources::default();
//! files.add("actors/a.toml", r#"actor = [{ id = "us", name = "US" }, { id = "eu", name = "EU" }]"#);
//! files.add("relations/codebook.toml", r#"type = [{ id = "helps", sign = 1, definition = "One does good to the other." }]"#);
//! files.add("relations/me.toml", r#"author = { id = "me", name = "Me" }
//! relation = [{ from = "us", to = "eu", type = "helps", gloss = "A word." }]"#);
//! let corpus = resolve(&files, Config::default(), &mut Sink::default());
//!
//! let view = View::parse("me", &corpus).map_err(|error| error.message)?;
//! let figure = Figure::of_network(&Network::of(&corpus, &view), None, Messages::english());
//! let drawing = draw(&[figure], &Options::default())?;
//! let svg = String::from_utf8(SVG.write(&drawing)?)?;
//! assert!(svg.contains("tie positive"));
//!
//! // Light and dark are one drawing: a theme says which colour each role has when it is written.
//! let dark = String::from_utf8(SVG.write(&drawing.coloured(THEMES[1]))?)?;
//! assert!(dark != svg && dark.len() == svg.len());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`DiagramKind`] makes drawings of views by the name of a form, [`explorer_pictures`] all pictures of an explorer page, [`strips`] texts with what is coded
//! of them. The floors, in the order in which they stand on each other: figures, style, scenes, diagrams, backends.

pub mod backend;
mod diagram;
mod error;
mod figure;
mod scene;
mod style;

pub use backend::Format;
pub use diagram::columns::WordStyle;
pub use diagram::drawing::Drawing;
pub use diagram::edge::{classes, hue};
pub use diagram::explorer_pictures::{ActorSubset, ExplorerPicture, MOST_VIEWS, explorer_pictures, main_lines, narrow};
pub use diagram::hull::Hull;
pub use diagram::kinds::{DIAGRAM_KINDS, DiagramKind};
pub use diagram::notes::Notes;
pub use diagram::onto_page::draw;
pub use diagram::options::{Options, Positions};
pub use diagram::panel::Panel;
pub use diagram::panel_composer::PanelComposer;
pub use diagram::request::{PrintedLine, PrintedText, RenderRequest};
pub use diagram::strip::strips;
pub use error::Error;
pub use figure::colour::Colour;
pub use figure::words::tooltip;
pub use figure::{Alike, Bloc, Figure, FigureEdge, MEMBER, Node, SideSet, Subject, headings};
pub use scene::letter_size::Small;
pub use scene::{Anchor, Chain, Curve, Group, Item, Outline, Paint, Pen, Point, Scene, Text};
pub use style::colour_role::{Bears, ColourRole, Hue};
pub use style::faces::FAMILIES;
pub use style::fit::{Fit, Size};
pub use style::palette::{Contrast, Palette};
pub use style::render_style::{Labels, LegendDetail, RenderStyle, STYLE_KEYS, StyleError, StyleKey, TextMode};
pub use style::theme::{Boxes, Lines, Metrics, Page, Sizes, Theme};
pub use style::themes::{SCREEN, THEMES};
