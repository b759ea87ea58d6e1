//! What can be said to every command: which corpus, which tables, which texts.

use std::path::PathBuf;

use clap::{Args, ColorChoice};

use crate::tables::Reading;

/// What holds for every command.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Corpus")]
pub(crate) struct Global {
    /// The folder of the corpus, or its only file (TOML, JSON) [default: the nearest folder upwards with a parallax.toml]
    #[arg(short = 'C', long = "corpus", value_name = "DIR", global = true)]
    pub(crate) corpus: Option<PathBuf>,
    /// Read a table of statements (CSV; `-` is the standard input) or a corpus in one file (TOML, JSON), alone or, with -C, beside a corpus
    #[arg(long = "table", value_name = "FILE", global = true)]
    pub(crate) tables: Vec<String>,
    /// How tables are read.
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// The folder of source texts [default: the variable `PARALLAX_SOURCES`, or as parallax.toml says]
    #[arg(long, value_name = "DIR", global = true)]
    pub(crate) sources: Option<PathBuf>,
    /// When to colour
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(crate) color: ColorChoice,
}
