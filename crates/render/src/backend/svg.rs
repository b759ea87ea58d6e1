//! SVG, by hand: the form through which PNG and PDF go as well.
//!
//! Classes: `panel` holds `hulls`, `ghosts`, `ties`, `actors` and `labels`. An actor is `actor KIND [only-a|only-b] [ghost]` with the id
//! `actor-ID`; a line is `tie SIGN FACTUALITY strength-N [only-a|only-b|both] [contested]` with the id `tie-N`, its label
//! `label` and the same with the id `label-N`; the badge of what is contested is `badge-ID--ID`. With several panels ids begin with `p1-`, `p2-`, ... Around them: `title`, `heading`, `legend`, `source`.
//! A `matrix` holds `grid`, `names`, `cells`, `blocs` and `marks`. A cell is `cell [a-|b-]SIGN[-open|-denied] [contested]` with
//! the id `cell-FROM--TO`; a half without a- or b- is of the only view, or of both; SIGN can be `both-signs`.
//! An `issue [contested]` with the id `issue-ID` holds `question`, `scale`, `silent` and its answers, each `answer [taken]` with the id
//! `answer-ISSUE--ANSWER`; in it a `bead side-N held|open|denied [main]` with the id `bead-ISSUE--ANSWER--N-SENSE` for each side N that takes it.
//! A row of a timeline is `time` with the id `time-WHEN`, and has `name` and `words side-N`, in these a `said SIGN` with the id
//! `said-WHEN--N-NUMBER` for each statement.
//! A row of namings is `named` with the id `named-ACTOR`, and has `name` and `words side-N`.
//! The area of a bloc is `hull` with the id `hull-ID`. With notes the `number` of a label is that of a `note` with the id `note-N`, in
//! `notes` below. In an id stands an actor's, with `.hex.` for what is no letter, digit, `_` or lone hyphen, so that no
//! two are one, whatever they are called.
//!
//! For whoever cannot see it the picture is one image (`role="img"`), named by its title and described by its description: a
//! screen reader gives what is said in `desc` instead of spelling every label. The ids of title, description and glyphs, and the
//! name of the face, end in a fingerprint, so that they hold in a page with other pictures; those of actors and lines are stable,
//! and meet if two pictures stand in one page: there use `<img>` or `<object>`.

use super::Format;
use super::face::Face;
use super::letters::{Letters, Outlines};
use super::markup::to_svg;
use crate::Error;
use crate::diagram::drawing::Drawing;
use crate::style::render_style::TextMode;

pub use super::markup::{harmless_markup, to_element};

/// Scalable Vector Graphics.
pub static FORMAT: Format = Format {
    name: "SVG",
    extension: "svg",
    about: "vector picture for web pages and further editing; carries title, description, ids and classes",
    is_graph: false,
    has_pages: false,
    encode: write,
};

fn write(drawing: &Drawing) -> Result<Vec<u8>, Error> {
    let letters = match drawing.text_mode {
        TextMode::Plain => Letters::Plain,
        TextMode::Font => Face::of(&drawing.scene).map_or(Letters::Plain, Letters::Font),
        TextMode::Paths => Letters::Paths(Outlines::of(drawing)?),
    };
    Ok(to_svg(&drawing.scene, &drawing.theme.palette, &letters).into_bytes())
}
