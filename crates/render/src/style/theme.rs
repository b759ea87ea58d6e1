//! A theme: the sizes that a picture is made with, and the palette that it is written in. The themes themselves are in `themes`.

use parallax_core::model::Sign;

use crate::style::palette::{Palette, place};

/// How a picture looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// What it is called.
    pub name: &'static str,
    /// What it is for, in a line.
    pub about: &'static str,
    /// The colours, looked up when a picture is written.
    pub palette: Palette,
    /// The sizes, which layout and scene are made with. Themes with the same ones share their drawings.
    pub metrics: Metrics,
}

/// Every size and dash of a picture. Lengths are in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Metrics {
    /// Widths of slight, plain and strong lines.
    pub widths: [f64; 3],
    /// Dashes and gaps of positive, neutral and negative lines, in multiples of a plain line's width.
    pub dashes: [&'static [f64]; 3],
    /// Text.
    pub text: Sizes,
    /// Actors.
    pub node: Boxes,
    /// Lines.
    pub edge: Lines,
    /// The page around it.
    pub page: Page,
}

/// Sizes of the face.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// The title.
    pub title: f64,
    /// The heading of a panel.
    pub heading: f64,
    /// The name of an actor.
    pub actor: f64,
    /// The label of a line.
    pub label: f64,
    /// The legend.
    pub legend: f64,
    /// The source line.
    pub source: f64,
    /// Notes below the picture.
    pub note: f64,
}

impl Sizes {
    /// The smallest letters.
    pub(crate) fn least(&self) -> f64 {
        self.source.min(self.note)
    }
}

/// How actors are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Boxes {
    /// Names are wrapped at this width.
    pub wrap: f64,
    /// Free space left and right of the name.
    pub pad_x: f64,
    /// Free space above and below it.
    pub pad_y: f64,
    /// The least width of a box.
    pub least: f64,
    /// The width of the outline.
    pub outline: f64,
    /// The radius of a state's corners.
    pub radius: f64,
    /// Dashes of the outline of an actor of one text only.
    pub of_one_side: &'static [f64],
    /// Dashes of the outline of a thinker.
    pub thinker: &'static [f64],
}

/// How lines are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lines {
    /// Labels are wrapped at this width.
    pub wrap: f64,
    /// The length of the arrowhead of a plain line.
    pub head: f64,
    /// Its breadth.
    pub breadth: f64,
    /// Free space around a label.
    pub halo: f64,
    /// The diameter of the badge of what is contested.
    pub badge: f64,
}

/// The page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Page {
    /// Free space around everything.
    pub margin: f64,
    /// Free space between title, panels, legend and source.
    pub gap: f64,
    /// The least width, so that title and legend have room.
    pub least: f64,
}

impl Metrics {
    /// The width of a line of this strength.
    #[must_use]
    pub fn width(&self, strength: u8) -> f64 {
        self.widths[usize::from(strength.clamp(1, 3)) - 1]
    }

    /// Dashes and gaps of a line of this sign and width; none if it is unbroken.
    pub(crate) fn dash(&self, sign: Sign, width: f64) -> Vec<f64> {
        // Dashes grow with the line, but less than it does, so that a slight line is not a row of crumbs.
        let unit = f64::midpoint(width, self.widths[1]);
        self.dashes[place(sign)].iter().map(|length| length * unit).collect()
    }
}
