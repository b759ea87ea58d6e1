//! Every command of the program, and what its help says.

use clap::{Parser, Subcommand};

use crate::commands::brief::Brief;
use crate::commands::build::Build;
use crate::commands::check::Check;
use crate::commands::cite::Cite;
use crate::commands::completions::Completions;
use crate::commands::coverage::CoverageArgs;
use crate::commands::diff::Diff;
use crate::commands::explain::Explain;
use crate::commands::explore::Explore;
use crate::commands::fix::Fix;
use crate::commands::fmt::FmtArgs;
use crate::commands::init::Init;
use crate::commands::list::List;
use crate::commands::rename::{Merge, Rename};
use crate::commands::render::Render;
use crate::commands::schema::SchemaArgs;
use crate::commands::show::Show;
use crate::commands::watch::Watch;
use crate::global::Global;

/// Actor-relation networks of what authors say: check, draw, compare.
#[derive(Debug, Parser)]
#[command(name = "parallax", version, about, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
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

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
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
    /// Say in ten lines what divides and joins two views, or more
    #[command(
        after_help = "Examples:\n  parallax brief pozhidaev hudis\n  parallax brief pozhidaev hudis -o brief.md\n  parallax brief pozhidaev hudis --fit 16:9 -o brief.png\n  parallax brief --format json"
    )]
    Brief(Brief),
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
    Watch(Watch),
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
