//! `parallax.toml`: title, authors' order and colours, saved views, how tables are read.

use std::collections::BTreeMap;

use super::decode;
use super::parted::parted;
use super::table_options::TableOptions;
use crate::diag::{Diagnostic, Sink, Span, Spanned};
use crate::model::record::{CONFIG, CONFIG_AUTHOR, TABLE, VIEW, style_keys};
use crate::model::{ActorKind, SavedView, Sign, ViewSubject};
use crate::read::{Columns, Data, Fields, Table, tree};
use crate::source::{LONGEST_NAME, Source, folded, is_reserved};

/// Characters of a long id that are shown.
const SHOWN: usize = 60;

/// What `parallax.toml` says.
#[derive(Debug)]
pub struct Config {
    /// What the corpus is called.
    pub title: Box<str>,
    /// What it is about.
    pub description: Box<str>,
    /// The folder of source texts.
    pub sources: Box<str>,
    /// Where that is said.
    pub sources_at: Option<Span>,
    /// The authors in order.
    pub(super) authors: Vec<ConfigAuthor>,
    /// The saved views.
    pub(super) views: Vec<SavedView>,
    /// How tables are read.
    pub tables: Vec<TableOptions>,
    /// How the only file of a corpus is read, if actors, types and authors are declared by their first use.
    pub declare: Option<TableOptions>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: "".into(),
            description: "".into(),
            sources: "sources".into(),
            sources_at: None,
            authors: Vec::new(),
            views: Vec::new(),
            tables: Vec::new(),
            declare: None,
        }
    }
}

/// An author as `parallax.toml` names one.
#[derive(Debug)]
pub(super) struct ConfigAuthor {
    pub(super) id: Spanned<Box<str>>,
    pub(super) name: Option<Box<str>>,
    pub(super) plural: bool,
    pub(super) colour: Option<Box<str>>,
}

/// Reads `parallax.toml`.
#[must_use]
pub fn read_config(source: &Source, sink: &mut Sink) -> Config {
    let Some(value) = tree(source, sink) else { return Config::default() };
    let Data::Table(table) = value.data else { return Config::default() };
    let (_, own) = parted(table);
    let mut fields = Fields::new(&own, &CONFIG, sink);
    let text = |value: Option<Spanned<&str>>| value.map_or("", |text| text.value).into();
    let sources = fields.str("sources");
    let mut config = Config {
        title: text(fields.str("title")),
        description: text(fields.str("description")),
        sources: sources.map_or("sources", |text| text.value).into(),
        sources_at: sources.map(|text| text.span),
        ..Config::default()
    };
    let (authors, views, tables) = (fields.tables("author"), fields.tables("view"), fields.tables("table"));
    fields.finish();
    config.authors = authors.into_iter().filter_map(|table| author(table, sink)).collect();
    config.views = views.into_iter().filter_map(|table| view(table, sink)).collect();
    duplicate_views(&config.views, sink);
    config.tables = tables.into_iter().filter_map(|table| table_options(table, sink)).collect();
    config
}

fn author(table: &Table<'_>, sink: &mut Sink) -> Option<ConfigAuthor> {
    let mut fields = Fields::new(table, &CONFIG_AUTHOR, sink);
    let id = fields.required_str("id");
    let name = fields.str("name").map(|name| name.value.into());
    let plural = fields.bool("plural").is_some_and(|plural| plural.value);
    let colour = fields.str("colour").and_then(|colour| colour_of(colour, fields.sink()));
    fields.finish();
    let id = decode::id(id?, sink)?;
    Some(ConfigAuthor { id: id.map(Into::into), name, plural, colour })
}

fn colour_of(colour: Spanned<&str>, sink: &mut Sink) -> Option<Box<str>> {
    let hex = colour
        .value
        .strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if !hex {
        let finding = Diagnostic::error("bad-value", format!("`{}` is no colour", colour.value));
        sink.push(finding.at(colour.span, "not #rrggbb").help("write six hexadecimal digits, such as \"#0072b2\""));
    }
    hex.then(|| colour.value.to_ascii_lowercase().into())
}

fn view(table: &Table<'_>, sink: &mut Sink) -> Option<SavedView> {
    let mut fields = Fields::new(table, &VIEW, sink);
    let id = fields.required_str("id");
    let title = fields.str("title").map(|title| title.value.into());
    let select = fields.list("select");
    let diff = fields.list("diff");
    let formats = fields.list("formats");
    let layout_of = fields.str("layout-of");
    let style = style_keys().filter_map(|key| style(&mut fields, key.name)).collect();
    let (main, form) = (fields.str("main"), fields.str("form"));
    fields.finish();
    let id = id.and_then(|id| file_stem(id, &formats, sink));
    let own = |text: Spanned<&str>| -> (Box<str>, Span) { (text.value.into(), text.span) };
    let what = match (select.as_slice(), diff.as_slice()) {
        ([], [all]) if all.value == "*" => ViewSubject::Comparison(vec![own(*all)]),
        ([], [_, _, ..]) => ViewSubject::Comparison(diff.into_iter().map(own).collect()),
        ([_, ..], []) => ViewSubject::Panels(select.into_iter().map(own).collect()),
        _ => {
            let finding =
                Diagnostic::error("bad-view", "a view selects statements, or compares two selections or more");
            sink.push(
                finding
                    .at(table.span, "this one does neither, or both")
                    .help("write select = \"author\" or diff = [\"author\", \"author\"]"),
            );
            return None;
        }
    };
    let formats = if formats.is_empty() {
        vec!["svg".into()]
    } else {
        formats.into_iter().map(|format| format.value.into()).collect()
    };
    let (layout_of, main, form) = (layout_of.map(own), main.map(own), form.map(own));
    Some(SavedView { id: id?, title, what, of_each: false, main, form, layout_of, style, formats, span: table.span })
}

/// A key of the look: a word, a whole number, or whether, as the command line takes it. What it means is for those who draw.
fn style(fields: &mut Fields<'_, '_, '_>, key: &'static str) -> Option<(&'static str, Box<str>, Span)> {
    let value = fields.value(key)?;
    match &value.data {
        Data::Int(number) => Some((key, number.to_string().into(), value.span)),
        Data::Bool(bool) => Some((key, bool.to_string().into(), value.span)),
        _ => fields.str(key).map(|text| (key, text.value.into(), text.span)),
    }
}

/// A view's id names a file: nothing that could lead out of the folder, that a system reserves or is too long for one.
fn file_stem(id: Spanned<&str>, formats: &[Spanned<&str>], sink: &mut Sink) -> Option<Box<str>> {
    let plain = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | '.');
    let ending = formats.iter().map(|format| format.value.len()).max().unwrap_or("svg".len());
    let (fact, help) = if !id.value.chars().all(plain) || id.value.starts_with('.') || id.value.is_empty() {
        ("cannot name a file".to_owned(), "use letters, digits, `-`, `_` and `.` only")
    } else if is_reserved(id.value) {
        ("names a device on Windows, and no file".to_owned(), "choose another id, such as one with `-view` behind it")
    } else if id.value.len() + 1 + ending > LONGEST_NAME {
        let length = id.value.len() + 1 + ending;
        let fact = format!("makes a file name of {length} bytes, and a file system takes {LONGEST_NAME}");
        (fact, "choose a shorter id: the title can be as long as you like")
    } else {
        return Some(id.value.into());
    };
    // So that a terminal is not filled by it.
    let shown: String = id.value.chars().take(SHOWN).collect();
    let more = if shown.len() < id.value.len() { "..." } else { "" };
    let finding = Diagnostic::error("bad-view", format!("`{shown}{more}` {fact}"));
    sink.push(finding.at(id.span, "this id").help(help));
    None
}

/// No two views write one file: also not where letter case and Unicode forms do not count, as on Windows and macOS.
fn duplicate_views(views: &[SavedView], sink: &mut Sink) {
    let mut ids: BTreeMap<&str, &SavedView> = BTreeMap::new();
    let mut files: BTreeMap<String, (&SavedView, String)> = BTreeMap::new();
    for view in views {
        let mut fact = None;
        if let Some(first) = ids.insert(&view.id, view) {
            fact = Some((first, format!("two views are called `{}`", view.id)));
        }
        for format in &view.formats {
            let file = format!("{}.{format}", view.id);
            let (first, known) = files.entry(folded(&file)).or_insert_with(|| (view, file.clone())).clone();
            if first.span != view.span && fact.is_none() {
                let where_so = if known == file { "" } else { " where letter case does not count" };
                fact = Some((first, format!("two views write one file{where_so}: `{known}` and `{file}`")));
            }
        }
        let Some((first, fact)) = fact else { continue };
        let finding = Diagnostic::error("duplicate-id", fact).at(view.span, "the second").at(first.span, "the first");
        sink.push(finding.help("each view writes a file of its own: rename one"));
    }
}

/// How to say what cells mean.
const MEANINGS: &str = "write values = { answer = { 1 = \"yes\", 0 = \"no\" } }: field = { cell = \"meaning\" }";

fn table_options(table: &Table<'_>, sink: &mut Sink) -> Option<TableOptions> {
    let mut fields = Fields::new(table, &TABLE, sink);
    let file = fields.required_str("file");
    let declare = fields.bool("declare").is_some_and(|declare| declare.value);
    let author = fields.str("author").map(|author| author.value.into());
    let kind = decode::word(&mut fields, "kind", ActorKind::WORDS).unwrap_or(ActorKind::Unknown);
    let undirected = fields.bool("undirected").is_some_and(|undirected| undirected.value);
    let (signs, mapping, same) = (fields.table("signs"), fields.table("columns"), fields.table("set"));
    let meanings = fields.table("values");
    fields.finish();
    let mut columns = Columns::default();
    for (field, column) in texts(mapping, "write columns = { type = \"relation\" }: field = \"column\"", sink) {
        columns.map(field, column.value, Some(column.span));
    }
    for (field, value) in texts(same, "write set = { type = \"knows\" }: field = \"value\"", sink) {
        columns.set(field, value.value, Some(value.span));
    }
    for entry in meanings.into_iter().flat_map(|table| &table.entries) {
        let Data::Table(table) = &entry.value.data else {
            let fact = format!("`{}` is a table there, found {}", entry.key.value, entry.value.data.kind());
            sink.push(Diagnostic::error("wrong-type", fact).at(entry.value.span, "not a table").help(MEANINGS));
            continue;
        };
        for (says, means) in texts(Some(table), MEANINGS, sink) {
            columns.mean(&*entry.key.value, says.trim(), means.value.trim(), Some(entry.key.span));
        }
    }
    let signs = signs.map_or_else(BTreeMap::new, |table| signs_of(table, sink));
    let file = file?;
    let (file, span) = (file.value.into(), Some(file.span));
    Some(TableOptions { file, columns, declare, author, kind, undirected, signs, span })
}

/// Keys with texts; a value that is none is reported.
fn texts<'t>(table: Option<&'t Table<'_>>, help: &str, sink: &mut Sink) -> Vec<(&'t str, Spanned<&'t str>)> {
    let mut texts: Vec<(&'t str, Spanned<&'t str>)> = Vec::new();
    for entry in table.into_iter().flat_map(|table| &table.entries) {
        match &entry.value.data {
            Data::Str(text) => texts.push((&entry.key.value, Spanned::new(&**text, entry.value.span))),
            other => {
                let fact = format!("`{}` is a string there, found {}", entry.key.value, other.kind());
                let finding = Diagnostic::error("wrong-type", fact);
                sink.push(finding.at(entry.value.span, "not a string").help(help));
            }
        }
    }
    texts
}

/// The signs of relation types.
fn signs_of(table: &Table<'_>, sink: &mut Sink) -> BTreeMap<Box<str>, Sign> {
    let mut signs = BTreeMap::new();
    for entry in &table.entries {
        let number = if let Data::Int(number) = entry.value.data { Sign::from_number(number) } else { None };
        if let Some(sign) = number {
            signs.insert((*entry.key.value).into(), sign);
        } else {
            let finding = Diagnostic::error("bad-value", format!("`{}` has no sign there", entry.key.value));
            let help = "1 is positive, 0 neutral, -1 negative: signs = { helps = 1, attacks = -1 }";
            sink.push(finding.at(entry.value.span, "not 1, 0 or -1").help(help));
        }
    }
    signs
}
