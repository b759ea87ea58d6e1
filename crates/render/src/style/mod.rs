//! Style: how a picture is to look, before anything has a place.
//!
//! In: what a person asks for ([`render_style::RenderStyle`]), and the themes. Out: sizes and dashes ([`theme::Metrics`]), the width of words, the page
//! that is to be filled, and which colour each role has ([`palette::Palette`]).

pub(crate) mod colour_role;
pub(crate) mod contrast;
pub(crate) mod faces;
pub(crate) mod fit;
pub(crate) mod measure;
pub(crate) mod palette;
pub(crate) mod render_style;
pub(crate) mod theme;
pub(crate) mod themes;
