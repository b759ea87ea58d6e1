//! The files of the page: its frame, its style and script as `npm run bundle` makes them of the modules in `web/`, its texts.

/// The frame, with places for what is put in.
pub(super) static FRAME: &str = include_str!("../web/page.html");

/// The style, but for what the drawings need.
pub(super) static STYLE: &str = include_str!("../web/dist/explorer.css");

/// The script.
pub(super) static SCRIPT: &str = include_str!("../web/dist/explorer.js");

/// The texts of the page, by language; the first is the one that a reader of no other gets. A new language is its file and its line.
pub(super) static TEXTS: &[(&str, &str)] =
    &[("en", include_str!("../web/texts/en.json")), ("de", include_str!("../web/texts/de.json"))];
