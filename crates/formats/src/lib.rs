//! Networks and comparisons in other forms than pictures: as graphs, as the data of a layout, as reports.

mod dot;
mod graph;
mod layout;
pub mod report;

pub use dot::FORMAT as DOT;
pub use graph::{Graph, Placed, Spot};
pub use layout::{FORMAT as LAYOUT, Laid, LaidCluster, LaidEdge};

use parallax_render::{Drawing, Error, Panel};

/// The panels of a drawing for a format that is a graph: a form without places has none.
fn panels<'d>(drawing: &'d Drawing, name: &str) -> Result<&'d [Panel], Error> {
    if drawing.panels.is_empty() {
        return Err(Error::Usage(format!(
            "a matrix is no graph, and cannot be written as {name}: write SVG, PNG or PDF, or take another form"
        )));
    }
    Ok(&drawing.panels)
}
