//! The selection language read, against a corpus: the text of a view, and keys that are added to one.

use std::borrow::Cow;
use std::ops::Range;

use super::keys::{KEYS, Set};
use super::lookup::find_actor;
use super::{Collective, Filter, Level, View};
use crate::diag::nearest;
use crate::model::selection::{Flaw, Part, Selection, Value, written};
use crate::model::{AuthorId, Corpus};

/// What is wrong with the text of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewError {
    /// The fact.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// Which bytes of the view's text.
    pub range: Range<usize>,
}

impl View {
    /// Reads the selection language; all authors if none is named. The id of an author alone is taken as it is, whatever
    /// stands in it.
    ///
    /// # Errors
    ///
    /// If a key is unknown, or a value names what the corpus does not have; with what to do about it.
    pub fn parse(text: &str, corpus: &Corpus) -> Result<Self, ViewError> {
        let empty = |text: String, authors| Self {
            text,
            authors,
            filter: Filter::default(),
            level: Level::Actor,
            collective: Collective::Whole,
            given: Vec::new(),
        };
        if let Some(author) = corpus.authors.find(text).filter(|_| text != "*") {
            return Ok(empty(written(text).into_owned(), vec![author]));
        }
        let read = Selection::parse(text).map_err(flawed)?;
        let whose = empty(text.to_owned(), authors(&read.authors, corpus)?);
        let mut view = whose.clone();
        let refused = read.parts.iter().find_map(|part| view.add(part, corpus).err());
        let Some(error) = refused else { return Ok(view) };
        // What is wrong as it stands can be a name that lacks its quotes.
        whose.with_bare(&read, text, corpus).ok_or(error)
    }

    /// The same view with keys whose values are names as they are, `actor=Acme, Inc.`, where each is one that there is.
    fn with_bare(mut self, read: &Selection<'_>, text: &str, corpus: &Corpus) -> Option<Self> {
        let which = read.which?;
        self.text.truncate(text.len() - which.len() - 1);
        for (key, at) in read.bare(text) {
            self = self.with(key, &text[at], corpus).ok()?;
        }
        Some(self)
    }

    fn add(&mut self, part: &Part<'_>, corpus: &Corpus) -> Result<(), ViewError> {
        let wrong = |message, help| ViewError { message, help, range: part.range.clone() };
        let Some(key) = KEYS.iter().find(|key| key.name == part.key) else {
            let near = nearest(part.key, KEYS.iter().map(|key| key.name));
            let help =
                near.map_or_else(|| format!("the keys are {}", names()), |near| format!("did you mean `{near}`?"));
            return Err(wrong(format!("no key `{}` selects statements", part.key), Some(help)));
        };
        let values = &part.values;
        if values.is_empty() {
            let help = Some(format!("write {}={}", key.name, key.values));
            return Err(wrong(format!("`{}` needs a value", key.name), help));
        }
        if !key.many && (values.len() > 1 || self.given.contains(&key.name)) {
            let help = Some(format!("give `{}` once, with one value", key.name));
            return Err(wrong(format!("`{}` has more than one value", key.name), help));
        }
        self.given.push(key.name);
        for value in values {
            match key.set {
                Set::Actor(_) | Set::Name(_) if !value.after.is_empty() => {
                    let help = "a quote within quotes is written \\\"; several values are joined by +";
                    return Err(wrong(format!("`{}` follows the closing quote", value.after), Some(help.to_owned())));
                }
                Set::Actor(list) => find_actor(&value.text, corpus).map(|actor| list(self).push(actor)),
                Set::Name(set) => set(self, &value.text, corpus),
                Set::Around(set) => set(self, value, corpus),
            }
            .map_err(|(message, help)| wrong(message, help))?;
        }
        Ok(())
    }

    /// The same view with one more key, as the flags of the command line give it: a value that is a name is taken as it is,
    /// any other as a selection writes it.
    ///
    /// # Errors
    ///
    /// If a key is unknown, or a value names what the corpus does not have; with what to do about it.
    pub fn with(self, key: &str, value: &str, corpus: &Corpus) -> Result<Self, ViewError> {
        let alone = |value| Part { key, values: vec![Value::plain(value)], range: 0..0 };
        let mut whole = self.clone();
        if !value.trim().is_empty() && whole.add(&alone(value), corpus).is_ok() {
            let same = Selection::parts(&format!("{key}={value}"))
                .is_ok_and(|parts| parts.len() == 1 && parts[0].values.len() == 1 && parts[0].values[0].text == value);
            whole.append(key, &if same { Cow::Borrowed(value) } else { written(value) });
            return Ok(whole);
        }
        let mut view = self;
        let part = Part { key, values: Selection::values(value).map_err(flawed)?, range: 0..value.len() };
        view.add(&part, corpus)?;
        view.append(key, value);
        Ok(view)
    }

    /// The same view with keys more, written as in the selection language: `tag=slide,strength=2`.
    ///
    /// # Errors
    ///
    /// If a key is unknown, or a value names what the corpus does not have; with what to do about it.
    pub fn narrowed(mut self, keys: &str, corpus: &Corpus) -> Result<Self, ViewError> {
        for part in Selection::parts(keys).map_err(flawed)? {
            self.add(&part, corpus)?;
            let values = keys[part.range].split_once('=').map_or("", |(_, values)| values);
            self.append(part.key, values);
        }
        Ok(self)
    }

    fn append(&mut self, key: &str, value: &str) {
        let has_keys = Selection::parse(&self.text).is_ok_and(|read| read.which.is_some());
        self.text.push_str(&format!("{}{key}={value}", if has_keys { ',' } else { ':' }));
    }
}

fn names() -> String {
    KEYS.iter().map(|key| key.name).collect::<Vec<_>>().join(", ")
}

fn flawed(flaw: Flaw) -> ViewError {
    let help = "a name that has :, ,, +, = or ~ in it stands in double quotes: actor=\"Acme, Inc.\"";
    ViewError { message: flaw.message, help: Some(help.to_owned()), range: flaw.range }
}

fn authors(named: &[Value<'_>], corpus: &Corpus) -> Result<Vec<AuthorId>, ViewError> {
    let mut found = Vec::new();
    for value in named {
        if value.text == "*" && !value.quoted && named.len() == 1 {
            continue;
        }
        let Some(author) = corpus.authors.find(&value.text).filter(|_| value.after.is_empty()) else {
            let near = nearest(&value.text, corpus.authors.names());
            let known = || corpus.authors.names().map(written).collect::<Vec<_>>().join(", ");
            let help = near.map_or_else(
                || format!("the authors are {}", known()),
                |near| format!("did you mean `{}`?", written(near)),
            );
            let message = format!("no author `{}{}`", value.text, value.after);
            return Err(ViewError { message, help: Some(help), range: value.range.clone() });
        };
        found.push(author);
    }
    if found.is_empty() {
        return Ok(corpus.authors.ids().collect());
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}
