//! Which column of a table holds which field, and what its cells mean.

use std::collections::BTreeMap;

use super::cells::Cells;
use crate::diag::{Diagnostic, Help, Sink, Span, nearest};
use crate::model::Direction;
use crate::model::record::{Key, Record};
use crate::source::Source;

/// Unread columns that are pointed at.
const POINTED: usize = 8;

/// Rows that are looked at to tell what a column holds.
const PEEKED: usize = 100;

/// Where a table keeps its fields, if not in columns of the same name, and what is the same in all rows.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    mapped: Vec<Mapped>,
    set: Vec<Mapped>,
    /// What cells mean, by field.
    meanings: BTreeMap<String, Meanings>,
}

/// What the cells of a field mean.
#[derive(Debug, Clone)]
pub(super) struct Meanings {
    /// What is meant, by what a cell says.
    pub(super) of: BTreeMap<String, String>,
    place: Option<Span>,
}

/// What is said of a field.
#[derive(Debug, Clone, Copy)]
enum Told {
    InColumn,
    Set,
    Meant,
}

#[derive(Debug, Clone)]
struct Mapped {
    field: String,
    /// The column; of a field that is set the value.
    to: String,
    place: Option<Span>,
}

impl Columns {
    /// Says that a field stands in a column, and where that was said. The column of no name is none: the field is not read.
    pub fn map(&mut self, field: impl Into<String>, column: impl Into<String>, place: Option<Span>) {
        self.mapped.push(Mapped { field: field.into(), to: column.into(), place });
    }

    /// Says what a field is in all rows, whatever column is called like it, and where that was said.
    pub fn set(&mut self, field: impl Into<String>, value: impl Into<String>, place: Option<Span>) {
        self.set.push(Mapped { field: field.into(), to: value.into(), place });
    }

    /// Says what a cell of a field means if it says this, and where that was said. A cell that means nothing is read as an empty one.
    pub fn mean(
        &mut self,
        field: impl Into<String>,
        says: impl Into<String>,
        means: impl Into<String>,
        place: Option<Span>,
    ) {
        let none = || Meanings { of: BTreeMap::new(), place };
        self.meanings.entry(field.into()).or_insert_with(none).of.insert(says.into(), means.into());
    }

    /// What a cell of a field that says this means, if that was said.
    #[must_use]
    pub fn meaning(&self, field: &str, says: &str) -> Option<&str> {
        self.meanings(field)?.of.get(says).map(String::as_str)
    }

    /// What the cells of a field mean, if that was said.
    pub(super) fn meanings(&self, field: &str) -> Option<&Meanings> {
        self.meanings.get(field)
    }

    /// Whether it is said where a field stands, what it is in all rows, or what its cells mean.
    #[must_use]
    pub fn names(&self, field: &str) -> bool {
        self.sets(field)
            || self.meanings.contains_key(field)
            || self.of(field).is_some_and(|mapped| !mapped.to.is_empty())
    }

    /// Every field of which something is said: of one that stands in a column, or is set, with what; and where.
    fn told(&self) -> impl Iterator<Item = (&str, &str, Option<Span>, Told)> {
        fn one(mapped: &Mapped, told: Told) -> (&str, &str, Option<Span>, Told) {
            (&mapped.field, &mapped.to, mapped.place, told)
        }
        let meanings = self.meanings.iter().map(|(field, of)| (field.as_str(), "", of.place, Told::Meant));
        let mapped = self.mapped.iter().map(|mapped| one(mapped, Told::InColumn));
        mapped.chain(self.set.iter().map(|set| one(set, Told::Set))).chain(meanings)
    }

    fn of(&self, field: &str) -> Option<&Mapped> {
        self.mapped.iter().rev().find(|mapped| mapped.field == field)
    }

    /// The fields that are the same in all rows.
    pub(super) fn constants(&self, record: &'static Record) -> Vec<(&'static Key, &str)> {
        let known = self.set.iter().filter_map(|set| Some((record.column(&set.field)?, set.to.as_str())));
        known.collect()
    }

    fn sets(&self, field: &str) -> bool {
        self.set.iter().any(|set| set.field == field)
    }
}

/// The names in the first row of a table.
pub(super) struct Header {
    /// Each name and its place.
    names: Vec<(String, Span)>,
    pub(super) span: Span,
    /// The columns that say whether ties have a direction, as some programs write beside the kind of a tie.
    directions: Vec<usize>,
    /// The columns in which words stand, not only numbers.
    wordy: Vec<usize>,
}

/// For each column the fields that it holds (mostly one or none), and the place of its name.
pub(super) type Plan = Vec<(Vec<&'static Key>, Span)>;

impl Header {
    /// Reads the first row; none if there is no row.
    pub(super) fn read(source: &Source, cells: &mut Cells<'_>) -> Option<Self> {
        let mut names = Vec::new();
        let mut whole: Option<Span> = None;
        while let Some(cell) = cells.next() {
            let span = source.span(cell.whole);
            whole = Some(whole.map_or(span, |before| before.join(span)));
            names.push((cell.text.trim().to_owned(), source.span(cell.range)));
            if cell.last {
                break;
            }
        }
        let is_type = |(index, (name, _)): (usize, &(String, Span))| (folded(name) == "type").then_some(index);
        let types: Vec<usize> = names.iter().enumerate().filter_map(is_type).collect();
        let directions = types.into_iter().filter(|column| says_direction(cells.clone(), *column)).collect();
        let wordy = wordy(cells.clone());
        whole.map(|span| Self { names, span, directions, wordy })
    }

    /// Finds the column of each field. None if the mapping names what is not there.
    pub(super) fn plan(&self, columns: &Columns, record: &'static Record, sink: &mut Sink) -> Option<Plan> {
        let mut plan: Plan = self.names.iter().map(|&(_, span)| (Vec::new(), span)).collect();
        let mut complete = true;
        for (field, to, place, told) in columns.told() {
            if record.column(field).is_none() {
                sink.push(self.unknown_field((field, to, place), told, &record.column_names()));
                complete = false;
            }
        }
        for mapped in columns.mapped.iter().chain(&columns.set) {
            if columns.sets(&mapped.field) && columns.of(&mapped.field).is_some_and(|of| !of.to.is_empty()) {
                sink.push(self.duplicate_field(mapped));
                return None;
            }
        }
        for key in record.columns.iter().chain(record.keys).filter(|key| !columns.sets(key.name)) {
            let mapped = columns.of(key.name);
            match (self.column_of(key.name, mapped), mapped) {
                (Some(found), _) => {
                    complete &= self.is_only(found, sink);
                    plan.get_mut(found)?.0.push(key);
                }
                (None, Some(mapped)) if !mapped.to.is_empty() => {
                    sink.push(self.missing(mapped));
                    complete = false;
                }
                (None, _) => {}
            }
        }
        self.report_unread(&plan, columns, record, sink);
        complete.then_some(plan)
    }

    /// The column that holds a field.
    fn column_of(&self, field: &str, mapped: Option<&Mapped>) -> Option<usize> {
        match mapped {
            Some(mapped) => self.find(&mapped.to, |_| true).filter(|_| !mapped.to.is_empty()),
            None if field == "type" => self.find(field, |column| !self.directions.contains(&column)),
            None if field == "direction" => self.find(field, |_| true).or_else(|| self.directions.first().copied()),
            None => self.find(field, |_| true),
        }
    }

    /// Whether words stand in a column that is not read: it could hold what a table lacks.
    pub(super) fn has_more(&self, plan: &Plan) -> bool {
        plan.iter().zip(0..).any(|((fields, _), column)| fields.is_empty() && self.wordy.contains(&column))
    }

    /// The names, for a message.
    pub(super) fn list(&self) -> String {
        let names: Vec<_> = self.names.iter().map(|(name, _)| format!("`{name}`")).collect();
        names.join(", ")
    }

    /// The column of a name: the one written so, else the first that differs in case, `_`, `-` or space.
    fn find(&self, column: &str, may: impl Fn(usize) -> bool) -> Option<usize> {
        let of = |is: &dyn Fn(&str) -> bool| {
            self.names.iter().enumerate().position(|(index, (name, _))| is(name) && may(index))
        };
        of(&|name| name == column).or_else(|| of(&|name| folded(name) == folded(column)))
    }

    /// Reports a second column of the same name.
    fn is_only(&self, found: usize, sink: &mut Sink) -> bool {
        let Some((name, first)) = self.names.get(found) else {
            return true;
        };
        let again = self.names.iter().enumerate().find(|(index, (other, _))| *index != found && other == name);
        if let Some((_, (_, second))) = again {
            let finding = Diagnostic::error("duplicate-column", format!("two columns are called `{name}`"));
            sink.push(finding.at(*second, "again").at(*first, "first").help("rename or remove one of them"));
        }
        again.is_none()
    }

    fn missing(&self, mapped: &Mapped) -> Diagnostic {
        let fact = format!("the table has no column `{}`, which should hold `{}`", mapped.to, mapped.field);
        let near = nearest(&mapped.to, self.names.iter().map(|(name, _)| name.as_str()));
        let finding = Diagnostic::error("missing-column", fact);
        let finding = match mapped.place {
            Some(place) => finding.at(place, "no such column").at(self.span, "the columns that there are"),
            None => finding.at(self.span, "the columns that there are"),
        };
        finding.did_you_mean(near).help(format!("the columns are {}", self.list()))
    }

    fn duplicate_field(&self, mapped: &Mapped) -> Diagnostic {
        let fact = format!("`{}` stands in a column, and is set for all rows as well", mapped.field);
        Diagnostic::error("duplicate-key", fact)
            .at(mapped.place.unwrap_or(self.span), "one or the other")
            .help("take one of the two away")
    }

    fn unknown_field(
        &self,
        (field, to, place): (&str, &str, Option<Span>),
        told: Told,
        known: &[&'static str],
    ) -> Diagnostic {
        let fact = match told {
            Told::InColumn => format!("column `{to}` is mapped to `{field}`, which is no field"),
            Told::Set => format!("`{field}` is set to `{to}`, and is no field"),
            Told::Meant => format!("values of `{field}` are given a meaning, and it is no field"),
        };
        let near = nearest(field, known.iter().copied());
        Diagnostic::error("unknown-key", fact)
            .at(place.unwrap_or(self.span), "unknown field")
            .did_you_mean(near)
            .help(format!("the fields are {}", known.join(", ")))
    }

    /// One note for all columns that hold no field.
    fn report_unread(&self, plan: &Plan, columns: &Columns, record: &'static Record, sink: &mut Sink) {
        // A field that is told to be in no column was left out on purpose.
        let left_out = |name: &str| columns.of(name).is_some_and(|mapped| mapped.to.is_empty());
        let unread = || {
            self.names.iter().zip(plan).filter(|((name, _), (fields, _))| fields.is_empty() && !left_out(&folded(name)))
        };
        let count = unread().count();
        if count == 0 {
            return;
        }
        let held = |field: &str| plan.iter().any(|(fields, _)| fields.iter().any(|key| key.name == field));
        let free: Vec<&str> = record.column_names().into_iter().filter(|field| !held(field)).collect();
        let plural = if count == 1 { "1 column is".to_owned() } else { format!("{count} columns are") };
        let mut note = Diagnostic::note("unread-column", format!("{plural} not read"));
        for ((name, span), _) in unread().take(POINTED) {
            let label = match nearest(name, free.iter().copied()) {
                _ if name.is_empty() => "no name".to_owned(),
                Some(near) => format!("did you mean `{near}`?"),
                None => String::new(),
            };
            note = note.at(*span, label);
        }
        sink.push(note.help(mapping("to read one, map it", "field", "column")));
    }
}

/// How to say which column holds a field.
fn mapping(what: &str, field: &str, column: &str) -> Help {
    Help::option(
        &format!("{what}: columns = {{ {field} = \"{column}\" }}"),
        &format!("{what}: --columns {field}={column}"),
    )
}

/// Whether a column says of every tie whether it has a direction, and nothing else.
fn says_direction(mut cells: Cells<'_>, column: usize) -> bool {
    let (mut nth, mut rows, mut said) = (0, 0, false);
    while let Some(cell) = cells.next().filter(|_| rows < PEEKED) {
        if nth == column && !cell.text.is_empty() {
            if Direction::WORDS.iter().all(|(word, _)| !cell.text.trim().eq_ignore_ascii_case(word)) {
                return false;
            }
            said = true;
        }
        nth = if cell.last { 0 } else { nth + 1 };
        rows += usize::from(cell.last);
    }
    said
}

/// The columns in which letters stand.
fn wordy(mut cells: Cells<'_>) -> Vec<usize> {
    let (mut nth, mut rows, mut found) = (0, 0, Vec::new());
    while let Some(cell) = cells.next().filter(|_| rows < PEEKED) {
        if cell.text.contains(char::is_alphabetic) && !found.contains(&nth) {
            found.push(nth);
        }
        nth = if cell.last { 0 } else { nth + 1 };
        rows += usize::from(cell.last);
    }
    found
}

/// A name of a column without what spreadsheets and people vary.
fn folded(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).map(|c| if c == '_' || c == ' ' { '-' } else { c }).collect()
}
