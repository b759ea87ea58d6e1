//! A folder of statements, from opening to writing: views, locks, changes, outputs.

pub mod build;
mod builtin;
pub mod check;
pub mod cite;
pub mod edit;
mod error;
pub mod files;
pub mod lock;
mod open;
pub mod outputs;
pub mod page_request;
pub mod partial;
pub mod propose;
pub mod quality;
pub mod saved;
pub mod schemas;
pub mod target;
mod view;
pub mod views;
pub mod watch;

pub use builtin::{BARE, EXAMPLE, Files as BuiltinFiles};
pub use error::Error;
pub use open::{Project, Request};
pub use view::ProjectView;
