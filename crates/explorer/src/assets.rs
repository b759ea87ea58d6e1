//! The files of the page: its frame, and its style and script as `npm run bundle` makes them of the modules in `web/`.

/// The frame, with places for what is put in.
pub(super) static FRAME: &str = include_str!("../web/page.html");

/// The style, but for what the drawings need.
pub(super) static STYLE: &str = include_str!("../web/dist/explorer.css");

/// The script.
pub(super) static SCRIPT: &str = include_str!("../web/dist/explorer.js");
