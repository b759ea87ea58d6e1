//! What can be said on the command line; choices come from the registries.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ColorChoice, Parser, Subcommand};

use super::coverage::CoverageArgs;
use super::explore::Explore;
use super::fix::Fix;
use super::fmt::FmtArgs;
use super::form::FormArg;
use super::keys::ViewKeys;
use super::looks::LookKeys;
use super::record::IntoFile;
use super::rename::{Merge, Rename};
use super::schema::SchemaArgs;
use super::tables::Reading;
use crate::diff::Verdict;
use crate::export::report::REPORTS;
use crate::export::{FORMATS, Format};
use crate::layout::LAYOUTS;

/// Actor-relation networks of what authors say: check, draw, compare.
#[derive(Debug, Parser)]
#[command(name = "parallax", version, about, after_help = EXAMPLES)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

const EXAMPLES: &str = "\
Examples:
  parallax init my-corpus              a new corpus, from the built-in example
  parallax check                       what is wrong in the files, and where
  parallax build                       every picture that parallax.toml asks for
  parallax render hudis -o hudis.svg   what one author holds now
  parallax diff pozhidaev hudis        what two authors say of the same actors
  parallax explore                     a page to walk through both, in one offline file
  parallax --table edges.csv --columns from=Source,to=Target --declare --undirected show edges
                                       a table from elsewhere, without a corpus

Exit status: 0 clean, 1 findings, 2 something failed.";

/// What holds for every command.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Corpus")]
pub(super) struct Global {
    /// The folder of the corpus, or its only file (TOML, JSON) [default: the nearest folder upwards with a parallax.toml]
    #[arg(short = 'C', long = "corpus", value_name = "DIR", global = true)]
    pub(super) corpus: Option<PathBuf>,
    /// Read a table of statements (CSV; `-` is the standard input) or a corpus in one file (TOML, JSON), alone or, with -C, beside a corpus
    #[arg(long = "table", value_name = "FILE", global = true)]
    pub(super) tables: Vec<String>,
    /// How tables are read.
    #[command(flatten)]
    pub(super) reading: Reading,
    /// The folder of source texts [default: the variable `PARALLAX_SOURCES`, or as parallax.toml says]
    #[arg(long, value_name = "DIR", global = true)]
    pub(super) sources: Option<PathBuf>,
    /// When to colour
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(super) color: ColorChoice,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write every picture that parallax.toml asks for
    #[command(
        after_help = "Examples:\n  parallax build\n  parallax build diff -o slides\n  parallax build --lock\n  parallax build --relayout --lock"
    )]
    Build(Build),
    /// Say what is wrong in the files, and where
    #[command(
        after_help = "Examples:\n  parallax check\n  parallax check --strict --format json\n  parallax check --evidence --sources ~/texts\n  parallax --table edges.csv --set type=knows --signs knows=1 --declare check\n  parallax explain unknown-actor"
    )]
    Check(Check),
    /// Find the passage of a text that has some words, with the anchor that names it
    #[command(
        after_help = "Examples:\n  parallax cite hudis \"no longer allies\"\n  parallax cite hudis p12:3-27\n  parallax cite hudis p12 --format json\n  parallax cite hudis \"no longer allies\" --relation us-left-allies\n  parallax cite hudis p12:3-27 --new us opposes russia\n\nExit status: 0 found, 1 not found (what comes nearest is shown) or not written, 2 something failed."
    )]
    Cite(Cite),
    /// Mend what can be mended without a judgement: anchors whose passages have moved
    #[command(
        after_help = "Examples:\n  parallax fix --moved\n  parallax fix --moved --dry-run\n  parallax fix --moved --yes\n\nExit status: 0 nothing is left to mend, 1 something is left or was not written, 2 something failed."
    )]
    Fix(Fix),
    /// Change the id of an actor, type, facet or frame wherever it stands
    #[command(
        after_help = "Examples:\n  parallax rename actor us usa --dry-run\n  parallax rename type opposes resists\n\nExit status: 0 done, 1 not written, 2 something failed."
    )]
    Rename(Rename),
    /// Make one actor of several: what was said of the others is said of the first
    #[command(
        after_help = "Examples:\n  parallax merge actor us washington --dry-run\n  parallax merge actor eu brussels european-commission\n\nExit status: 0 done, 1 not written, 2 something failed."
    )]
    Merge(Merge),
    /// Say what of the texts is coded, and which sentences that name several actors are still to be looked at
    #[command(
        after_help = "Examples:\n  parallax coverage hudis\n  parallax coverage hudis --fail-under 90\n  parallax coverage -o coverage.svg\n  parallax coverage hudis --format json"
    )]
    Coverage(CoverageArgs),
    /// Put a network in words: who holds what about whom, and where the text says so
    #[command(
        after_help = "Examples:\n  parallax show hudis:near=ukraine\n  parallax show 'edges:actor=\"Acme, Inc.\"'\n  parallax show hudis --stance rejects\n  parallax show us russia --by author --passages\n  parallax show --format markdown -o handout.md"
    )]
    Show(Show),
    /// Draw views; several stand side by side on one layout
    #[command(
        after_help = "Examples:\n  parallax render hudis -o hudis.svg\n  parallax render pozhidaev hudis --level state -o both.png\n  parallax render pozhidaev hudis --consensus -o shared.svg\n  parallax render hudis --engine neato -o hudis.pdf\n  parallax render hudis -o - --to dot | dot -Tsvg > hudis.svg"
    )]
    Render(Render),
    /// Compare two views: what both say, what one denies, where one is silent
    #[command(
        after_help = "Examples:\n  parallax diff pozhidaev hudis\n  parallax diff pozhidaev hudis -o diff.svg\n  parallax diff pozhidaev hudis --side-by-side -o apart.svg\n  parallax diff pozhidaev hudis --matrix -o matrix.svg\n  parallax diff 'hudis:period=../2024' 'hudis:period=2025/..'\n  parallax --table pacts.csv --columns type=relation --declare diff COW ATOP --tally type"
    )]
    Diff(Diff),
    /// Write a page to walk through: graph, matrix, table, words, filters and evidence in one offline file
    #[command(
        after_help = "Examples:\n  parallax explore\n  parallax explore explorer -o lecture.html\n  parallax explore pozhidaev hudis --main tag=slide -o lecture.html\n  parallax explore --with-passages --sources ~/texts\n  parallax explore hudis -o hudis.json\n\nWithout a view: the authors, or the view of parallax.toml that asks for html."
    )]
    Explore(Explore),
    /// List what there is: actors, types, authors, views, formats ...
    #[command(
        after_help = "Examples:\n  parallax list actors\n  parallax list views --format json\n  parallax list keys"
    )]
    List(List),
    /// Explain the code of a finding
    #[command(after_help = "Examples:\n  parallax explain\n  parallax explain unknown-actor")]
    Explain(Explain),
    /// Make a new corpus folder, from the built-in example
    #[command(after_help = "Examples:\n  parallax init my-corpus\n  parallax init my-corpus --bare")]
    Init(Init),
    /// Check on every save, say first what is new since the time before, and keep schema/, pictures and a page current
    #[command(
        after_help = "Examples:\n  parallax watch\n  parallax -C my-corpus watch\n  parallax watch --build\n  parallax watch --build diff --explore\n\nIt ends with Ctrl-C, or when nobody reads what it says any more."
    )]
    Watch(super::watch::Watch),
    /// Lay the TOML files out alike: keys in order, aligned; what they say and their comments stay
    #[command(
        after_help = "Examples:\n  parallax fmt\n  parallax fmt --check\n  parallax fmt relations/hudis.toml\n\nExit status: 0 clean, 1 a file has errors or, with --check, would be laid out anew, 2 something failed."
    )]
    Fmt(FmtArgs),
    /// Write the JSON Schemas by which an editor completes keys and ids, and checks values
    #[command(
        after_help = "Examples:\n  parallax schema                   all of them, into schema/ of the corpus\n  parallax schema author --bare     one of them, without the ids of a corpus"
    )]
    Schema(SchemaArgs),
    /// Print completions for a shell
    #[command(
        after_help = "Example:\n  parallax completions bash > ~/.local/share/bash-completion/completions/parallax"
    )]
    Completions(Completions),
}

#[derive(Debug, Default, Args)]
pub(super) struct Build {
    /// Only these views of parallax.toml
    #[arg(value_name = "VIEW")]
    pub(super) views: Vec<String>,
    /// Where to write [default: the folder output/ of the corpus]
    #[arg(short, long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    /// Write where the actors stand to layout.lock: from then on they stay there, and new ones are placed around them
    #[arg(long)]
    pub(super) lock: bool,
    /// Place everything afresh, as if there were no layout.lock
    #[arg(long)]
    pub(super) relayout: bool,
    /// Write the figures of every drawing as well: quality.md
    #[arg(long)]
    pub(super) quality: bool,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Warnings count as errors
    #[arg(long)]
    pub(super) strict: bool,
    /// Only whether the passages stand in the texts, with a line a work: how its anchors came out, and its edition
    #[arg(long)]
    pub(super) evidence: bool,
    /// Show every finding, not twenty of a code
    #[arg(long)]
    pub(super) all: bool,
    /// text, or json: one finding a line
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = ["text", "json"])]
    pub(super) format: String,
}

#[derive(Debug, Args)]
pub(super) struct Cite {
    /// Whose text
    #[arg(value_name = "AUTHOR")]
    pub(super) author: String,
    /// The words, or a passage by its numbers: p12, p12:3-27
    #[arg(value_name = "WORDS", required = true)]
    pub(super) words: Vec<String>,
    /// The work, where the author has several [default: all of them]
    #[arg(long, value_name = "WORK")]
    pub(super) work: Option<String>,
    #[command(flatten)]
    pub(super) into: IntoFile,
    /// text or json
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = ["text", "json"])]
    pub(super) format: String,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    /// Which statements; or two actors or more, for all that is said between them [default: what all authors hold now]
    #[arg(value_name = "VIEW|ACTORS", default_value = "*")]
    pub(super) what: Vec<String>,
    #[command(flatten)]
    pub(super) keys: ViewKeys,
    #[command(flatten)]
    pub(super) report: ReportArgs,
    /// What each author says of a pair apart, and who is silent
    #[arg(long, value_name = "WHAT", value_parser = ["author"])]
    pub(super) by: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ReportArgs {
    /// How a report is written [default: by the extension of -o, else text]
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(REPORTS.iter().map(|report| report.name())))]
    pub(super) format: Option<String>,
    /// Everything, nothing left at a count
    #[arg(long)]
    pub(super) all: bool,
    /// With the passages themselves, where the texts are at hand
    #[arg(long)]
    pub(super) passages: bool,
    /// Where to write: a file, whose extension says how, or `-`
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub(super) output: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Render {
    /// Selections, or one saved view of parallax.toml
    #[arg(value_name = "VIEW", required = true)]
    pub(super) views: Vec<String>,
    #[command(flatten)]
    pub(super) keys: ViewKeys,
    /// Where to write; the extension says in which format. `-` is the standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: PathBuf,
    /// Say the figures of the drawing: overlaps, crossings, faults of labels ...
    #[arg(long, help_heading = "Picture")]
    pub(super) quality: bool,
    #[command(flatten)]
    pub(super) picture: PictureArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Picture")]
pub(super) struct PictureArgs {
    #[command(flatten)]
    pub(super) form: FormArg,
    /// The format, where the file's extension does not say it
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format: &&Format| format.extension)))]
    pub(super) to: Option<String>,
    /// The title [default: the view's]
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,
    /// The engine that finds the places; all but the first need Graphviz
    #[arg(long, value_name = "ENGINE", default_value = LAYOUTS[0].name(), value_parser = PossibleValuesParser::new(LAYOUTS.iter().map(|layout| layout.name())))]
    pub(super) engine: String,
    #[command(flatten)]
    pub(super) look: LookKeys,
    /// As if there were no layout.lock
    #[arg(long)]
    pub(super) relayout: bool,
}

#[derive(Debug, Args)]
pub(super) struct Diff {
    /// The two views [default: the authors, if there are two]
    #[arg(value_name = "VIEW", num_args = 0..=2)]
    pub(super) views: Vec<String>,
    #[command(flatten)]
    pub(super) keys: ViewKeys,
    #[command(flatten)]
    pub(super) report: ReportArgs,
    /// Only dyads with these verdicts
    #[arg(long, value_name = "VERDICT", value_delimiter = ',', value_parser = PossibleValuesParser::new(Verdict::NAMES))]
    pub(super) verdict: Vec<String>,
    /// Count instead, type by type: how many directed pairs the one has, the other, both
    #[arg(long, value_name = "WHAT", value_parser = ["type"])]
    pub(super) tally: Option<String>,
    /// End with 1 if the views differ
    #[arg(long)]
    pub(super) exit_code: bool,
    #[command(flatten)]
    pub(super) picture: PictureArgs,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// What to list
    #[arg(value_name = "WHAT", value_parser = PossibleValuesParser::new(super::list::LISTS.iter().map(|list| list.name)))]
    pub(super) what: String,
    /// text, or json
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = ["text", "json"])]
    pub(super) format: String,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The code, as a finding names it [default: list them]
    #[arg(value_name = "CODE")]
    pub(super) code: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// The new folder
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
    /// A skeleton with two actors and one statement instead of the example
    #[arg(long)]
    pub(super) bare: bool,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    pub(super) shell: clap_complete::Shell,
}
