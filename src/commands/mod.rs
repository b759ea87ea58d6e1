//! The commands, one a file: its arguments, and what it does.

pub(crate) mod brief;
pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod cite;
pub(crate) mod completions;
pub(crate) mod coverage;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod explore;
pub(crate) mod fix;
pub(crate) mod fmt;
pub(crate) mod init;
pub(crate) mod list;
pub(crate) mod overview;
pub(crate) mod rename;
pub(crate) mod render;
pub(crate) mod schema;
pub(crate) mod show;
pub(crate) mod watch;
