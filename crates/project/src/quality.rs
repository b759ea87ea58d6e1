//! The figures of drawings: for a person on the terminal, and as a table of all pictures.

use parallax_render::{Drawing, Panel};

/// A number as it is shown: counts whole, shares to the thousandth.
fn shown(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value}") } else { format!("{value:.3}") }
}

/// What a panel is called in lists: the picture, and which panel of it if there are several.
fn name(picture: &str, number: usize, panels: usize) -> String {
    if panels > 1 { format!("{picture} {}", number + 1) } else { picture.to_owned() }
}

/// The figures of a picture, a line each; several panels have a column each.
#[must_use]
pub fn lines(drawing: &Drawing) -> String {
    let columns: Vec<_> = drawing.panels.iter().map(|panel| panel.quality().figures()).collect();
    let Some(first) = columns.first() else { return String::new() };
    let line = |(nth, (name, _)): (usize, &(&'static str, f64))| {
        let values =
            columns.iter().filter_map(|column| column.get(nth)).map(|(_, value)| format!("{:>9}", shown(*value)));
        format!("{name:<15}{}", values.collect::<String>())
    };
    first.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

/// The rows of a picture in the table of all.
#[must_use]
pub fn rows(picture: &str, drawing: &Drawing) -> Vec<String> {
    let panels = drawing.panels.len();
    let row = |(number, panel): (usize, &Panel)| {
        let values = panel.quality().figures().into_iter().map(|(_, value)| shown(value));
        let counts = [panel.figure.nodes.len(), panel.figure.edges.len()].map(|count| count.to_string());
        let cells: Vec<String> = std::iter::once(name(picture, number, panels)).chain(counts).chain(values).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    drawing.panels.iter().enumerate().map(row).collect()
}

/// The table: what the figures mean, and a row a panel.
#[must_use]
pub fn table(rows: &[String]) -> String {
    let figures = parallax_layout::Quality::default().figures();
    let heads: Vec<&str> =
        ["picture", "actors", "lines"].into_iter().chain(figures.iter().map(|(name, _)| *name)).collect();
    let rule = format!("|{}\n", heads.iter().map(|_| "---|").collect::<String>());
    format!("{INTRODUCTION}\n| {} |\n{rule}{}", heads.join(" | "), rows.concat())
}

const INTRODUCTION: &str = "\
# The figures of the drawings

Written by `parallax build --quality`. Faults come first, and less is better: actors on actors, lines through actors, crossings,
labels on labels, on actors and on lines not their own, labels nearer to another line. Then how far distances are from steps in
the network (stress), the area over that of all boxes, and width over height.
";
