//! Views as people name them: a saved one by its id, or a selection, narrowed by more keys.

use parallax_core::diag::meant;
use parallax_core::model::{Corpus, ViewSubject};
use parallax_core::network::{View, ViewError};

use crate::Error;

/// Keys of the selection language, each with its value: they narrow every view of a command.
pub type Keys = [(&'static str, String)];

/// Reads a view, or takes a saved one that selects once; narrowed by the keys given as flags.
///
/// # Errors
///
/// If a key is unknown, or a value names what the corpus does not have; with what to do about it.
pub fn view(text: &str, keys: &Keys, corpus: &Corpus) -> Result<View, Error> {
    let text = saved_selection(text, corpus).unwrap_or(text);
    let wrong = |error| saved_comparison(text, corpus).unwrap_or_else(|| wrong_view(text, &error));
    let mut view = View::parse(text, corpus).map_err(wrong)?;
    for (key, value) in keys {
        view = view.with(key, value, corpus).map_err(|error| wrong_view(&format!("--{key} {value}"), &error))?;
    }
    Ok(view)
}

/// What is meant where several views are expected: `*` alone stands for each author.
#[must_use]
pub fn each(texts: &[String], corpus: &Corpus) -> Vec<String> {
    let one = |text: &String| match text.trim() {
        "*" if !corpus.authors.is_empty() => corpus.authors.names().map(str::to_owned).collect(),
        _ => vec![text.clone()],
    };
    texts.iter().flat_map(one).collect()
}

/// `: did you mean ...?` where a known name is near to a word.
pub fn near<'n>(word: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    meant("id", word, &known).map_or(String::new(), |near| format!(": did you mean `{near}`?"))
}

/// What a saved view selects, if it is one that selects once.
fn saved_selection<'c>(id: &str, corpus: &'c Corpus) -> Option<&'c str> {
    match &corpus.views.iter().find(|view| *view.id == *id)?.what {
        ViewSubject::Panels(selections) => match selections.as_slice() {
            [(text, _)] => Some(text),
            _ => None,
        },
        ViewSubject::Comparison(_) => None,
    }
}

/// What is wrong with the id of a saved view that compares, where one that selects is wanted.
fn saved_comparison(id: &str, corpus: &Corpus) -> Option<Error> {
    let view = corpus.views.iter().find(|view| *view.id == *id)?;
    let ViewSubject::Comparison(sides) = &view.what else { return None };
    let sides = sides.iter().map(|(side, _)| format!("'{side}'")).collect::<Vec<_>>().join(" ");
    Some(Error::Usage(format!(
        "`{id}` is a saved comparison: `parallax render {id}` draws it, `parallax diff {sides}` tells it"
    )))
}

fn wrong_view(text: &str, error: &ViewError) -> Error {
    let help = error.help.as_ref().map_or(String::new(), |help| format!(" ({help})"));
    Error::Usage(format!("in `{text}`: {}{help}", error.message))
}
