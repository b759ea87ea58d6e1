//! The files of the page: its frame, its style, its script in the order in which the modules build on one another, its texts.

/// A file of the page, by name.
macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!("../web/", $name)))
    };
}

/// The frame, with places for what is put in.
pub(super) static FRAME: &str = include_str!("../web/page.html");

/// The styles, in order.
pub(super) static STYLES: &[(&str, &str)] = &[
    file!("page.css"),
    file!("filters.css"),
    file!("graph.css"),
    file!("twins.css"),
    file!("forms.css"),
    file!("print.css"),
];

/// The modules, each after those that it imports.
pub(super) static MODULES: &[(&str, &str)] = &[
    file!("state.js"),
    file!("data.js"),
    file!("select.js"),
    file!("app.js"),
    file!("dom.js"),
    file!("texts.js"),
    file!("dates.js"),
    file!("values.js"),
    file!("chips.js"),
    file!("drawer.js"),
    file!("filters.js"),
    file!("modes.js"),
    file!("drawings.js"),
    file!("hand.js"),
    file!("camera.js"),
    file!("parts.js"),
    file!("labels.js"),
    file!("ends.js"),
    file!("spoken.js"),
    file!("picture.js"),
    file!("legend.js"),
    file!("hint.js"),
    file!("near.js"),
    file!("walk.js"),
    file!("pointing.js"),
    file!("graph.js"),
    file!("looks.js"),
    file!("forms.js"),
    file!("tell.js"),
    file!("cells.js"),
    file!("order.js"),
    file!("verdict.js"),
    file!("matrix.js"),
    file!("judged.js"),
    file!("statement.js"),
    file!("dyad.js"),
    file!("actor.js"),
    file!("panel.js"),
    file!("search.js"),
    file!("table.js"),
    file!("carry.js"),
    file!("csv.js"),
    file!("words.js"),
    file!("handout.js"),
    file!("take.js"),
    file!("unfold.js"),
    file!("main.js"),
];

/// The texts of the page, by language; the first is the one that a reader of no other gets. A new language is its file and its line.
pub(super) static TEXTS: &[(&str, &str)] =
    &[("en", include_str!("../web/texts/en.json")), ("de", include_str!("../web/texts/de.json"))];
