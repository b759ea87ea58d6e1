//! Network -> figures: signed-graph measures with the field's definitions; one measure a file.

mod blocs;
mod camps;
mod folded;
mod signed;
mod triads;

pub use blocs::{Blocs, blocs};
pub use camps::{Camps, camps};
pub use folded::Folded;
pub use triads::{Triads, triads};
