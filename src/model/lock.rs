//! Where actors stand for good: what `layout.lock` says.

use std::collections::BTreeMap;

/// Where actors stand, by their ids: x and y in pixels.
pub type Stands = BTreeMap<Box<str>, (f64, f64)>;

/// Places by the id of the view whose picture they are of, then by that of the actor.
///
/// A view that borrows the layout of another has places of its own only for actors that the other lacks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lock {
    /// The views.
    pub views: BTreeMap<Box<str>, Stands>,
}

/// The first line of the file: what it is, for who opens it.
const HEAD: &str =
    "# Where the actors stand: [view], then actor, x and y in pixels. Written by `parallax build --lock`.\n";

impl Lock {
    /// The file: views and actors in the order of their ids, a line each.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (view, actors) in self.views.iter().filter(|(_, actors)| !actors.is_empty()) {
            text.push_str(&format!("\n[{view}]\n"));
            for (actor, (x, y)) in actors {
                text.push_str(&format!("{actor} {x} {y}\n"));
            }
        }
        text
    }
}
