//! Which column of a table holds which field.

use super::cells::Cells;
use crate::diag::{Diagnostic, Sink, Span, nearest};
use crate::source::Source;

/// Unread columns that are pointed at.
const POINTED: usize = 8;

/// Where a table keeps its fields, if not in columns of the same name.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    mapped: Vec<Mapped>,
}

#[derive(Debug, Clone)]
struct Mapped {
    field: String,
    column: String,
    place: Option<Span>,
}

impl Columns {
    /// Says that a field stands in a column, and where that was said.
    pub fn map(&mut self, field: impl Into<String>, column: impl Into<String>, place: Option<Span>) {
        self.mapped.push(Mapped { field: field.into(), column: column.into(), place });
    }

    fn of(&self, field: &str) -> Option<&Mapped> {
        self.mapped.iter().rev().find(|mapped| mapped.field == field)
    }
}

/// The names in the first row of a table.
pub(super) struct Header {
    /// Each name and its place.
    names: Vec<(String, Span)>,
    pub(super) span: Span,
}

/// For each column the fields that it holds (mostly one or none), and the place of its name.
pub(super) type Plan = Vec<(Vec<&'static str>, Span)>;

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
        whole.map(|span| Self { names, span })
    }

    /// Finds the column of each field. None if the mapping names what is not there.
    pub(super) fn plan(&self, columns: &Columns, known: &[&'static str], sink: &mut Sink) -> Option<Plan> {
        let mut plan: Plan = self.names.iter().map(|&(_, span)| (Vec::new(), span)).collect();
        let mut complete = true;
        for mapped in &columns.mapped {
            if !known.contains(&mapped.field.as_str()) {
                sink.push(self.unknown_field(mapped, known));
                complete = false;
            }
        }
        for &field in known {
            let mapped = columns.of(field);
            let column = mapped.map_or(field, |mapped| &mapped.column);
            match (self.find(column), mapped) {
                (Some(found), _) => {
                    complete &= self.is_only(column, found, sink);
                    plan.get_mut(found)?.0.push(field);
                }
                (None, Some(mapped)) => {
                    sink.push(self.missing(mapped));
                    complete = false;
                }
                (None, None) => {}
            }
        }
        self.report_unread(&plan, known, sink);
        complete.then_some(plan)
    }

    /// The names, for a message.
    pub(super) fn list(&self) -> String {
        let names: Vec<_> = self.names.iter().map(|(name, _)| format!("`{name}`")).collect();
        names.join(", ")
    }

    /// The column of a name: the one written so, else the first that differs in case, `_`, `-` or space.
    fn find(&self, column: &str) -> Option<usize> {
        let exact = self.names.iter().position(|(name, _)| name == column);
        exact.or_else(|| self.names.iter().position(|(name, _)| folded(name) == folded(column)))
    }

    /// Reports a second column of the same name.
    fn is_only(&self, column: &str, found: usize, sink: &mut Sink) -> bool {
        let Some((name, first)) = self.names.get(found) else {
            return true;
        };
        let again = self.names.iter().skip(found + 1).find(|(other, _)| other == name);
        if let Some((_, second)) = again {
            let finding = Diagnostic::error("duplicate-column", format!("two columns are called `{column}`"));
            sink.push(finding.at(*second, "again").at(*first, "first").help("rename or remove one of them"));
        }
        again.is_none()
    }

    fn missing(&self, mapped: &Mapped) -> Diagnostic {
        let fact = format!("the table has no column `{}`, which should hold `{}`", mapped.column, mapped.field);
        let near = nearest(&mapped.column, self.names.iter().map(|(name, _)| name.as_str()));
        let finding = Diagnostic::error("missing-column", fact);
        let finding = match mapped.place {
            Some(place) => finding.at(place, "no such column").at(self.span, "the columns that there are"),
            None => finding.at(self.span, "the columns that there are"),
        };
        finding.did_you_mean(near).help(format!("the columns are {}", self.list()))
    }

    fn unknown_field(&self, mapped: &Mapped, known: &[&'static str]) -> Diagnostic {
        let fact = format!("column `{}` is mapped to `{}`, which is no field", mapped.column, mapped.field);
        let near = nearest(&mapped.field, known.iter().copied());
        Diagnostic::error("unknown-key", fact)
            .at(mapped.place.unwrap_or(self.span), "unknown field")
            .did_you_mean(near)
            .help(format!("the fields are {}", known.join(", ")))
    }

    /// One note for all columns that hold no field.
    fn report_unread(&self, plan: &Plan, known: &[&'static str], sink: &mut Sink) {
        let unread = || self.names.iter().zip(plan).filter(|(_, (fields, _))| fields.is_empty());
        let count = unread().count();
        if count == 0 {
            return;
        }
        let free = || known.iter().copied().filter(|field| !plan.iter().any(|(fields, _)| fields.contains(field)));
        let plural = if count == 1 { "1 column is".to_owned() } else { format!("{count} columns are") };
        let mut note = Diagnostic::note("unread-column", format!("{plural} not read"));
        for ((name, span), _) in unread().take(POINTED) {
            let label = match nearest(name, free()) {
                _ if name.is_empty() => "no name".to_owned(),
                Some(near) => format!("did you mean `{near}`?"),
                None => String::new(),
            };
            note = note.at(*span, label);
        }
        sink.push(note.help("to read one, map it: columns = { field = \"column\" } of a [[table]] in parallax.toml"));
    }
}

/// A name of a column without what spreadsheets and people vary.
fn folded(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).map(|c| if c == '_' || c == ' ' { '-' } else { c }).collect()
}
