//! Parallax: who says what about whom, drawn, cited and compared.
pub mod diag;
pub mod diff;
pub mod error;
pub mod layout;
pub mod measure;
pub mod model;
pub mod network;
pub mod read;
pub mod resolve;
pub mod source;
pub mod text;
