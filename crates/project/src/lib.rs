//! A folder of statements, from opening to writing: views, locks, changes, outputs.

pub mod build;
mod builtin;
mod check;
pub mod edit;
mod error;
pub mod files;
pub mod outputs;
pub mod page;
pub mod pipeline;
pub mod lock;
pub mod partial;
pub mod quality;
pub mod saved;
pub mod views;

pub use check::{check_views, flawed_views};
pub use builtin::{BARE, EXAMPLE, Files as BuiltinFiles};
pub use error::Error;
