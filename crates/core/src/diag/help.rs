//! What to do about a finding, put as the file at fault is written: a person who fills cells is not told of brackets.

/// How a file is written, and where it was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// TOML, and whatever else people write by hand.
    Toml,
    /// JSON.
    Json,
    /// A table of rows that belongs to a corpus.
    Table,
    /// A table of rows that was named on the command line.
    Apart,
}

impl Manner {
    /// By the ending of a file's name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
        match ending.as_str() {
            "json" => Self::Json,
            "csv" | "tsv" => Self::Table,
            _ => Self::Toml,
        }
    }
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Help {
    /// The same however the file is written.
    Plain(String),
    /// For each [`Manner`] in order; empty where there is nothing to say.
    Fitting(Box<[String; 4]>),
}

impl Help {
    /// Another text for each manner, in their order.
    #[must_use]
    pub fn fitting(texts: [String; 4]) -> Self {
        Self::Fitting(Box::new(texts))
    }

    /// That a key is to have a value, given as TOML writes it: `add evidence = ["p1:1-2#..."]: where`, `write "evidence": ...`
    /// in JSON, and in a table what stands in the cell.
    #[must_use]
    pub fn entry(verb: &str, key: &str, value: &str, after: &str) -> Self {
        let read = toml::from_str::<toml::Table>(&format!("value = {value}")).ok();
        let read = read.and_then(|table| table.get("value").cloned());
        let json =
            read.as_ref().and_then(|value| serde_json::to_string(value).ok()).unwrap_or_else(|| value.to_owned());
        let cell = read.map_or_else(|| value.to_owned(), |value| in_cell(&value));
        let table = format!("write {cell} into the column `{key}`{after}");
        Self::fitting([
            format!("{verb} {key} = {value}{after}"),
            format!("{verb} \"{key}\": {json}{after}"),
            table.clone(),
            table,
        ])
    }

    /// What only makes sense in a tree: in TOML, and in JSON.
    #[must_use]
    pub fn in_trees(toml: String, json: String) -> Self {
        Self::fitting([toml, json, String::new(), String::new()])
    }

    /// What the options of a table are to say: on the command line, or in its record of `parallax.toml`.
    #[must_use]
    pub fn option(toml: &str, flag: &str) -> Self {
        Self::fitting([
            String::new(),
            String::new(),
            format!("{toml} of its [[table]] in parallax.toml"),
            flag.to_owned(),
        ])
    }

    /// The text for a file; none if there is nothing to say.
    #[must_use]
    pub fn text(&self, manner: Manner) -> Option<&str> {
        let text = match self {
            Self::Plain(text) => text,
            Self::Fitting(texts) => &texts[manner as usize],
        };
        Some(text.as_str()).filter(|text| !text.is_empty())
    }
}

impl From<String> for Help {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

impl From<&str> for Help {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl PartialEq<&str> for Help {
    fn eq(&self, other: &&str) -> bool {
        self.text(Manner::Toml) == Some(other)
    }
}

/// A value as a cell has it.
fn in_cell(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Array(items) => items.iter().map(in_cell).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_speaks_as_the_file_is_written() {
        let help = Help::entry("add", "tags", "[\"a\", \"b\"]", ": words");
        let texts = [Manner::Toml, Manner::Json, Manner::Table].map(|manner| help.text(manner).unwrap());
        let table = "write a; b into the column `tags`: words";
        assert_eq!(texts, ["add tags = [\"a\", \"b\"]: words", "add \"tags\": [\"a\",\"b\"]: words", table]);
        assert_eq!(Help::option("declare = true", "--declare").text(Manner::Toml), None);
        assert_eq!([Manner::of("a.CSV"), Manner::of("a/b.json")], [Manner::Table, Manner::Json]);
    }
}
