//! `parallax` alone: what is in this corpus, and what to try.

use parallax_core::diag::{Manner, counted};
use parallax_core::model::Corpus;
use parallax_core::source::discover;
use parallax_project::Error;

use crate::global::Global;
use crate::outcome::Outcome;
use crate::session;
use crate::terminal::Terminal;

pub(crate) fn run(global: &Global, terminal: &Terminal) -> Result<Outcome, Error> {
    let somewhere = global.corpus.is_some() || !global.tables.is_empty();
    if !somewhere && std::env::current_dir().ok().and_then(|here| discover(&here)).is_none() {
        Terminal::print(NOWHERE.as_bytes())?;
        return Ok(Outcome::Clean);
    }
    let Some(loaded) = session::open_whole(global, terminal)? else { return Ok(Outcome::Findings) };
    Terminal::print_text(&describe(&loaded.corpus))?;
    for finding in loaded.findings.sorted().into_iter().filter(|finding| finding.code == "unread-file") {
        Terminal::say(&format!(
            "warning: {} ({})",
            finding.message,
            finding.helps.iter().filter_map(|help| help.text(Manner::Toml)).collect::<Vec<_>>().join("; ")
        ));
    }
    Ok(Outcome::Clean)
}

const NOWHERE: &str = "\
There is no corpus here. Try

  parallax init my-corpus     a new folder with the built-in example
  cd my-corpus
  parallax                    what is in it
  parallax --help             everything else
";

fn describe(corpus: &Corpus) -> String {
    let title = if corpus.title.is_empty() { "An untitled corpus" } else { &corpus.title };
    let mut text = format!("{title}\n\n");
    for (author, id, found) in corpus.authors.iter() {
        let number = corpus.relations_of(author).len();
        let noun = if number == 1 { "statement" } else { "statements" };
        text.push_str(&format!("  {id:<14} {number:>7} {noun:<10}   {}\n", found.name));
    }
    let counts = [
        (corpus.named_actors().count(), "actor"),
        (corpus.types.len(), "relation type"),
        (corpus.frames.len(), "frame"),
    ];
    let of_issues = [(corpus.issues.len(), "issue"), (corpus.positions().len(), "position")];
    let of_issues = of_issues.into_iter().filter(|_| !corpus.issues.is_empty());
    let counts: Vec<String> = counts.into_iter().chain(of_issues).map(|(number, noun)| counted(number, noun)).collect();
    text.push_str(&format!("\n  {}\n", counts.join(", ")));
    if !corpus.views.is_empty() {
        let ids: Vec<&str> = corpus.views.iter().map(|view| &*view.id).collect();
        text.push_str(&format!("  views: {}\n", ids.join(", ")));
    }
    text.push_str("\nTry\n\n");
    let names: Vec<&str> = corpus.authors.names().collect();
    let first = names.first().copied().unwrap_or("*");
    text.push_str("  parallax check\n  parallax build\n");
    text.push_str(&format!("  parallax show {first}\n  parallax render {first} -o {first}.svg\n"));
    if let [a, b, ..] = names.as_slice() {
        text.push_str(&format!("  parallax diff {a} {b}\n"));
    }
    text
}
