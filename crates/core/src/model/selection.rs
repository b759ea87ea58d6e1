//! How selections are written: `author+author:key=value+value,key=value`; a value that has `:`, `,`, `+`, `=` or `~` in it
//! stands in quotes. What the keys mean is not asked here.

use std::borrow::Cow;
use std::ops::Range;

use super::quoted::{is_plain, quoted, unquoted};

/// A selection, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection<'a> {
    /// Whose statements, before the colon.
    pub authors: Vec<Value<'a>>,
    /// Which of them, after it, as written; none without a colon.
    pub which: Option<&'a str>,
    /// The keys with their values; blank parts are left out.
    pub parts: Vec<Part<'a>>,
}

/// A key with its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<'a> {
    /// The key.
    pub key: &'a str,
    /// Its values, blank ones left out.
    pub values: Vec<Value<'a>>,
    /// Where all of it stands in the text.
    pub range: Range<usize>,
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value<'a> {
    /// What it says.
    pub text: Cow<'a, str>,
    /// Where it stands in the text, with its quotes.
    pub range: Range<usize>,
    /// Whether it stands in quotes.
    pub quoted: bool,
    /// What follows the closing quote, such as `~2`.
    pub after: &'a str,
}

/// What is wrong in how a selection is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The fact.
    pub message: String,
    /// Where.
    pub range: Range<usize>,
}

/// A name as a selection writes it: in quotes where it would not read back plain.
#[must_use]
pub fn written(name: &str) -> Cow<'_, str> {
    if is_plain(name) && !name.contains([':', ',', '+', '=', '~']) && name != "*" {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(quoted(name))
    }
}

impl<'a> Selection<'a> {
    /// Takes a selection apart.
    ///
    /// # Errors
    ///
    /// If a quotation is not closed, or a key has no value.
    pub fn parse(text: &'a str) -> Result<Self, Flaw> {
        let mut reader = Reader { text, at: 0 };
        let authors = reader.values(&[':'])?;
        let which = reader.takes(':').then(|| &text[reader.at..]);
        Ok(Self { authors, which, parts: if which.is_some() { reader.parts()? } else { Vec::new() } })
    }

    /// The parts once more, for names that stand without the quotes they need: each with all that follows its `=` up to the next
    /// part that has one, as it is written, and where that stands.
    #[must_use]
    pub fn bare(&self, text: &'a str) -> Vec<(&'a str, Range<usize>)> {
        let mut bare: Vec<(&'a str, Range<usize>)> = Vec::new();
        for part in &self.parts {
            match (text[part.range.clone()].find('='), bare.last_mut()) {
                (Some(at), _) => bare.push((part.key, part.range.start + at + 1..part.range.end)),
                (None, Some((_, before))) => before.end = part.range.end,
                (None, None) => bare.push((part.key, part.range.end..part.range.end)),
            }
        }
        for (_, range) in &mut bare {
            let value = &text[range.clone()];
            let start = range.start + value.len() - value.trim_start().len();
            *range = start..start + value.trim().len();
        }
        bare
    }

    /// Takes the part after the colon apart.
    ///
    /// # Errors
    ///
    /// As [`Selection::parse`].
    pub fn parts(text: &'a str) -> Result<Vec<Part<'a>>, Flaw> {
        Reader { text, at: 0 }.parts()
    }

    /// Takes the values of one key apart.
    ///
    /// # Errors
    ///
    /// As [`Selection::parse`].
    pub fn values(text: &'a str) -> Result<Vec<Value<'a>>, Flaw> {
        Reader { text, at: 0 }.values(&[])
    }
}

impl<'a> Value<'a> {
    /// A name as it is.
    #[must_use]
    pub fn plain(name: &'a str) -> Self {
        Self { text: Cow::Borrowed(name), range: 0..name.len(), quoted: false, after: "" }
    }

    /// Name and steps of `us~2`, or of `"us"~2`; an unquoted one can also be a name that has a `~`.
    #[must_use]
    pub fn steps(&self) -> Option<(&str, &str)> {
        if self.quoted { Some((&self.text, self.after.strip_prefix('~')?)) } else { self.text.rsplit_once('~') }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Goes on behind a character, if it is the next.
    fn takes(&mut self, character: char) -> bool {
        let next = self.rest().starts_with(character);
        self.at += if next { character.len_utf8() } else { 0 };
        next
    }

    /// Where the first of some characters is from here on, or the end.
    fn until(&self, stops: &[char]) -> usize {
        self.at + self.rest().find(stops).unwrap_or(self.rest().len())
    }

    fn parts(&mut self) -> Result<Vec<Part<'a>>, Flaw> {
        let mut parts = Vec::new();
        loop {
            let start = self.at;
            let end = self.until(&['=', ',']);
            let key = self.text[start..end].trim();
            self.at = end;
            let values = if self.takes('=') { self.values(&[','])? } else { Vec::new() };
            if !self.text[start..self.at].trim().is_empty() {
                parts.push(Part { key, values, range: start..self.at });
            }
            if !self.takes(',') {
                return Ok(parts);
            }
        }
    }

    /// The values up to one of some characters, or the end.
    fn values(&mut self, ends: &[char]) -> Result<Vec<Value<'a>>, Flaw> {
        let stops: Vec<char> = ends.iter().copied().chain(['+']).collect();
        let mut values = Vec::new();
        loop {
            values.extend(self.value(&stops)?);
            if !self.takes('+') {
                return Ok(values);
            }
        }
    }

    fn value(&mut self, stops: &[char]) -> Result<Option<Value<'a>>, Flaw> {
        let rest = self.rest();
        let start = self.at + rest.len() - rest.trim_start().len();
        let text = &self.text[start..];
        if text.starts_with('"') {
            let (name, length) = unquoted(text).map_err(|at| flaw(at, start, self.text))?;
            self.at = start + length;
            let end = self.until(stops);
            let after = self.text[self.at..end].trim();
            self.at = end;
            return Ok(Some(Value { text: Cow::Owned(name), range: start..start + length, quoted: true, after }));
        }
        let end = self.until(stops).max(start);
        self.at = end;
        let text = self.text[start..end].trim_end();
        let value = Value { text: Cow::Borrowed(text), range: start..start + text.len(), quoted: false, after: "" };
        Ok((!text.is_empty()).then_some(value))
    }
}

fn flaw(at: Option<usize>, start: usize, text: &str) -> Flaw {
    match at {
        Some(at) => {
            let message = "a backslash in quotes stands before \", \\, n, r, t or u{...}".to_owned();
            Flaw { message, range: start + at..start + at + 1 }
        }
        None => Flaw { message: "these quotes are never closed".to_owned(), range: start..text.len() },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn values_stand_where_they_say() {
        let text = "a+ \"b: c\" : near = us~2 + \"x,\\\"y\"~3 ,, tag=\"+\",negated";
        let read = Selection::parse(text).unwrap();
        let said = |values: &[Value<'_>]| values.iter().map(|value| value.text.to_string()).collect::<Vec<_>>();
        assert_eq!(said(&read.authors), ["a", "b: c"]);
        let parts: Vec<_> = read.parts.iter().map(|part| (part.key, said(&part.values))).collect();
        let owned = |values: &[&str]| values.iter().map(ToString::to_string).collect::<Vec<_>>();
        let expected = [("near", owned(&["us~2", "x,\"y"])), ("tag", owned(&["+"])), ("negated", Vec::new())];
        assert_eq!(parts, expected);
        assert_eq!(read.parts[0].values[1].steps(), Some(("x,\"y", "3")));
        assert_eq!(&text[read.parts[0].values[1].range.clone()], "\"x,\\\"y\"");
        let text = "a:actor= Acme, Inc. ,tag=x + y,z";
        let bare = Selection::parse(text).unwrap().bare(text);
        let bare: Vec<_> = bare.into_iter().map(|(key, at)| (key, &text[at])).collect();
        assert_eq!(bare, [("actor", "Acme, Inc."), ("tag", "x + y,z")]);
        assert_eq!(Selection::parse("a").unwrap().which, None);
        assert_eq!(Selection::parse("a:b=\"c").unwrap_err().range, 4..6);
    }

    proptest! {
        #[test]
        fn any_name_comes_back(name in "\\PC{1,12}|[\"\\\\:,+=~*# \n\ta]{1,8}", other in "[a\",+]{1,4}") {
            let text = format!("{}:actor={}+{},tag=x", written(&name), written(&name), written(&other));
            let read = Selection::parse(&text).unwrap();
            let values: Vec<&str> = read.parts[0].values.iter().map(|value| &*value.text).collect();
            assert_eq!(values, [&*name, &*other]);
            assert_eq!((&*read.authors[0].text, read.authors.len()), (&*name, 1));
            assert_eq!(read.parts.len(), 2);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[\"\\\\:,+=~u{}1a \u{e9}]{0,24}|\\PC{0,24}") {
            match Selection::parse(&text) {
                Ok(read) => {
                    let values = read.parts.iter().flat_map(|part| &part.values).chain(&read.authors);
                    for value in values.filter(|value| !value.quoted) {
                        assert_eq!(&text[value.range.clone()], &*value.text);
                    }
                }
                Err(flaw) => assert!(text.get(flaw.range).is_some()),
            }
        }
    }
}
