//! A folder of statements, from opening to writing: views, locks, changes, outputs.

mod builtin;
pub mod edit;
mod error;
pub mod files;
pub mod outputs;
pub mod pipeline;
mod saved;

pub use saved::{check_views, flawed_views};

pub use builtin::{BARE, EXAMPLE, Files as BuiltinFiles};
pub use error::Error;
