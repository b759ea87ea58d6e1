//! How the tables of the command line are read: the options, and what they say.

use std::collections::BTreeMap;

use clap::Args;
use clap::builder::PossibleValuesParser;
use parallax_core::model::selection::Selection;
use parallax_core::model::{ActorKind, Sign};
use parallax_core::read::Columns;
use parallax_core::resolve::TableOptions;
use parallax_project::Error;

/// What is said of all tables.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Tables")]
pub(crate) struct Reading {
    /// Where the fields of the tables stand: field=column, such as type=relation,when=year; several are divided by commas, a
    /// column with a comma before another field or in quotes; `strength=` reads the field from no column
    #[arg(long, value_name = "FIELD=COLUMN", global = true)]
    columns: Vec<String>,
    /// What a field is in all rows: type=knows, author=red, sign=-1
    #[arg(long, value_name = "FIELD=VALUE", global = true)]
    set: Vec<String>,
    /// What the cells of a field mean: answer:1=yes,0=no; what a cell says otherwise is taken as it is
    #[arg(long, value_name = "FIELD:CELL=VALUE", global = true)]
    values: Vec<String>,
    /// Actors, types, facets, issues and authors of the tables are declared by their first use
    #[arg(long, global = true)]
    declare: bool,
    /// What the actors are that the tables declare [default: unknown]
    #[arg(id = "actor-kind", long = "kind", value_name = "KIND", global = true, value_parser = PossibleValuesParser::new(ActorKind::WORDS.iter().map(|(word, _)| *word)))]
    kind: Option<String>,
    /// The ties of the types that the tables declare have no direction
    #[arg(long, global = true)]
    undirected: bool,
    /// The signs of the types that the tables declare: helps=1,attacks=-1
    #[arg(long, value_name = "TYPE=SIGN", global = true, allow_hyphen_values = true)]
    signs: Vec<String>,
}

impl Reading {
    /// What is said of each of some tables.
    pub(crate) fn options(&self, files: &[String]) -> Result<Vec<TableOptions>, Error> {
        if files.is_empty() {
            self.about_nothing()?;
            return Ok(Vec::new());
        }
        let options = self.each()?;
        Ok(files.iter().map(|file| TableOptions { file: file.as_str().into(), ..options.clone() }).collect())
    }

    /// How the only file of a corpus is read, if its first uses declare.
    pub(crate) fn declared(&self) -> Result<Option<TableOptions>, Error> {
        self.declare.then(|| self.each()).transpose()
    }

    /// What is said of each of some files.
    fn each(&self) -> Result<TableOptions, Error> {
        Ok(TableOptions {
            columns: self.columns()?,
            declare: self.declare,
            kind: self.kind.as_deref().and_then(ActorKind::from_word).unwrap_or(ActorKind::Unknown),
            undirected: self.undirected,
            signs: self.signs()?,
            ..TableOptions::default()
        })
    }

    /// Refuses options that would be about no table.
    fn about_nothing(&self) -> Result<(), Error> {
        let given = [
            ("--set", !self.set.is_empty()),
            ("--values", !self.values.is_empty()),
            ("--kind", self.kind.is_some()),
            ("--undirected", self.undirected),
            ("--signs", !self.signs.is_empty()),
        ];
        match given.iter().find(|(_, given)| *given) {
            Some((flag, _)) => Err(Error::Usage(format!(
                "{flag} is said of tables, and none is named: add --table FILE; for those of a corpus write [[table]] in parallax.toml"
            ))),
            None => Ok(()),
        }
    }

    fn columns(&self) -> Result<Columns, Error> {
        let mut columns = Columns::default();
        for given in &self.columns {
            for (field, column) in pairs(given, "--columns takes field=column", "type=relation")? {
                columns.map(field, column, None);
            }
        }
        for given in &self.set {
            let Some((field, value)) = given.split_once('=').filter(|(_, value)| !value.trim().is_empty()) else {
                return Err(Error::Usage(format!("--set takes field=value, not `{given}`: write type=knows")));
            };
            columns.set(field.trim(), value.trim(), None);
        }
        for given in &self.values {
            let what = "--values takes field:cell=value";
            let Some((field, meanings)) = given.split_once(':') else {
                return Err(Error::Usage(format!("{what}, not `{given}`: write answer:1=yes,0=no")));
            };
            for (says, means) in pairs(meanings, what, "answer:1=yes,0=no")? {
                columns.mean(field.trim(), says.trim(), means, None);
            }
        }
        Ok(columns)
    }

    fn signs(&self) -> Result<BTreeMap<Box<str>, Sign>, Error> {
        let mut signs = BTreeMap::new();
        for given in &self.signs {
            for (kind, sign) in pairs(given, "--signs takes type=sign", "helps=1,attacks=-1")? {
                let known = sign.parse().ok().and_then(Sign::from_number);
                let named = Sign::ALL.into_iter().find(|known| known.name() == sign);
                let Some(sign) = known.or(named) else {
                    return Err(Error::Usage(format!("`{sign}` is no sign of `{kind}`: write 1, 0 or -1")));
                };
                signs.insert(kind.into(), sign);
            }
        }
        Ok(signs)
    }
}

/// `name=value,name=value`. What follows a comma and has no `=` belongs to the value before; in quotes anything can.
fn pairs(given: &str, what: &str, example: &str) -> Result<Vec<(String, String)>, Error> {
    let wrong = || Error::Usage(format!("{what}, not `{given}`: write {example}"));
    let parts = Selection::parts(given).map_err(|flaw| Error::Usage(format!("in `{given}`: {}", flaw.message)))?;
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut end = 0;
    for part in parts {
        let written = &given[part.range.clone()];
        let Some((_, value)) = written.split_once('=') else {
            let (_, value) = pairs.last_mut().ok_or_else(wrong)?;
            value.push_str(given[end..part.range.end].trim_end());
            end = part.range.end;
            continue;
        };
        end = part.range.end;
        let value = match part.values.as_slice() {
            [one] if one.quoted && one.after.is_empty() => one.text.to_string(),
            _ => value.trim().to_owned(),
        };
        pairs.push((part.key.to_owned(), value));
    }
    if pairs.is_empty() { Err(wrong()) } else { Ok(pairs) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_may_have_commas_and_quotes() {
        let read = |given| {
            let pairs = pairs(given, "x", "y").unwrap();
            pairs.into_iter().map(|(field, column)| format!("{field}|{column}")).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(read("from=Sender, full name,to=Receiver"), "from|Sender, full name to|Receiver");
        assert_eq!(read("from=\"a=b,c\", to = A + B"), "from|a=b,c to|A + B");
        assert_eq!(read("strength=,type=T"), "strength| type|T");
        assert!(pairs("type", "x", "y").is_err() && pairs("a=\"b", "x", "y").is_err());
    }
}
