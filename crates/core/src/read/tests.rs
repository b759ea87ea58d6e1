//! What the readers give out is where they say it is, and nothing that is fed to them makes them panic.

use std::fmt::Write;

use proptest::prelude::*;

use crate::diag::{Files, LineIndex, Sink, Style, emit, emit_json};
use crate::model::record::{FieldType, Key, Record};
use crate::read::{Columns, Data, Fields, Notation, Rows, Table, TableForm, Value, tree};
use crate::source::{Source, Sources};

/// The columns of the tables here.
static ROW: Record = Record {
    name: "row",
    about: "texts",
    keys: &[
        key("from", FieldType::Text, true),
        key("to", FieldType::Texts, true),
        key("gloss", FieldType::Text, false),
    ],
    columns: &[],
};

fn one(name: &str, text: &str) -> Sources {
    let mut sources = Sources::default();
    sources.add(name, text);
    sources
}

/// Every value, with the text at its place.
fn listed(source: &Source, value: &Value<'_>, out: &mut String) {
    let at = |span: crate::diag::Span| &source.text[span.start as usize..span.end as usize];
    match &value.data {
        Data::List(items) => items.iter().for_each(|item| listed(source, item, out)),
        Data::Table(table) => {
            writeln!(out, "{{{}}}", at(table.span)).unwrap();
            for entry in &table.entries {
                write!(out, "{}={} ", entry.key.value, at(entry.key.span)).unwrap();
                listed(source, &entry.value, out);
            }
        }
        data => writeln!(out, "{data:?} <{}>", at(value.span)).unwrap(),
    }
}

fn dump(name: &str, text: &str) -> String {
    let sources = one(name, text);
    let mut sink = Sink::default();
    let mut out = String::new();
    let source = sources.iter().next().unwrap();
    if Notation::of(name) == Some(Notation::Csv) {
        if let Some(mut rows) = Rows::open(source, &Columns::default(), &ROW, &mut sink) {
            let mut row = rows.row();
            while rows.next(&mut row, &mut sink) {
                listed(source, &Value { span: row.span, data: Data::Table(row.clone()) }, &mut out);
            }
        }
    } else if let Some(value) = tree(source, &mut sink) {
        listed(source, &value, &mut out);
    }
    for finding in sink.sorted() {
        let place = finding.place().map(|span| LineIndex::new(&source.text).place(&source.text, span.start as usize));
        let place = place.map_or(String::new(), |place| format!("{}:{}", place.line, place.column));
        writeln!(out, "! {} {place} {}", finding.code, finding.message).unwrap();
    }
    out
}

#[test]
fn toml_places() {
    let text = "t = \"é\\n\"\r\n[a]\r\nd = 2024-02-30\nn = 0x1F\nf = -1.5 # c\n[[r]]\nl = [true, { k.m = '''\nx''' }]\n[[r]]\n";
    let text = text.replace("-02-30", "-02-29");
    assert_eq!(
        dump("a.toml", &text),
        "{}\nt=t Str(\"é\\n\") <\"é\\n\">\na=a {[a]}\nd=d Str(\"2024-02-29\") <2024-02-29>\nn=n Int(31) <0x1F>\nf=f Float(-1.5) <-1.5>\n\
         r=r {[[r]]}\nl=l Bool(true) <true>\n{{ k.m = '''\nx''' }}\nk=k {k}\nm=m Str(\"x\") <'''\nx'''>\n{[[r]]}\n"
    );
}

#[test]
fn json_places() {
    let text = "// c\n{\"é\": [1, -2.5, \"a\\u00e9\\n\", null], \"t\": {\"x\": true, \"x\": 2,}, \"n\": null}";
    assert_eq!(
        dump("a.json", text),
        "{{\"é\": [1, -2.5, \"a\\u00e9\\n\", null], \"t\": {\"x\": true, \"x\": 2,}, \"n\": null}}\n\
         é=\"é\" Int(1) <1>\nFloat(-2.5) <-2.5>\nStr(\"aé\\n\") <\"a\\u00e9\\n\">\nt=\"t\" {{\"x\": true, \"x\": 2,}}\nx=\"x\" Bool(true) <true>\n\
         ! wrong-type 2:30 a list cannot hold `null`\n! duplicate-key 2:54 the key `x` occurs twice\n"
    );
}

#[test]
fn csv_places() {
    let text = "From;to;gloss;extra\r\n us ;\"ru;ssia\";\"say \"\"é\"\"\";1\r\n;;;\r\n\r\ncn;;Ω;\r\na;b;c;d;e\r\nx\r\n";
    assert_eq!(
        dump("a.csv", text),
        "{ us ;\"ru;ssia\";\"say \"\"é\"\"\";1}\nfrom=From Str(\"us\") <us>\nto=to Str(\"ru;ssia\") <ru;ssia>\ngloss=gloss Str(\"say \\\"é\\\"\") <say \"\"é\"\">\n\
         {cn;;Ω;}\nfrom=From Str(\"cn\") <cn>\ngloss=gloss Str(\"Ω\") <Ω>\n\
         {a;b;c;d;e}\nfrom=From Str(\"a\") <a>\nto=to Str(\"b\") <b>\ngloss=gloss Str(\"c\") <c>\n\
         {x}\nfrom=From Str(\"x\") <x>\n\
         ! unread-column 1:15 1 column is not read\n! ragged-row 6:9 this row has 5 cells, the header 4\n! ragged-row 7:1 this row has 1 cell, the header 4\n"
    );
}

#[test]
fn one_mistake_is_one_finding() {
    let text = "[[r]]\na = [\"x\",\nb = 1\n\n[[r]\na = \"y\nb = '''\nz\n\n[[r]]\na = 1\n";
    assert_eq!(
        dump("a.toml", text),
        "{}\nr=r {[[r]]}\na=a Str(\"x\") <\"x\">\nb=b Int(1) <1>\n{[[r]}\na=a Str(\"y\") <\"y>\nb=b Str(\"z\\n\\n\") <'''\nz\n\n>\n\
         {[[r]]}\na=a Int(1) <1>\n\
         ! toml-syntax 2:5 this list is never closed\n! toml-syntax 5:1 this header is not closed\n\
         ! toml-syntax 6:7 a text is not closed on its line\n! toml-syntax 7:5 this text is never closed\n"
    );
}

#[test]
fn hostile_nesting() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("{a=", "}"), ("{a.b.c.d.e.f.g=", "}"), ("a.", "")] {
        for text in [
            format!("'''\n[x]\ny = {}", open.repeat(100_000)),
            open.repeat(100_000),
            open.repeat(100_000) + "1" + &close.repeat(100_000),
            open.repeat(63) + "1" + &close.repeat(63),
        ] {
            dump("a.json", &text);
            dump("a.toml", &format!("k = {text}"));
            dump("a.toml", &text);
        }
    }
    assert!(dump("a.toml", &format!("k = {}", "[".repeat(100_000))).starts_with("! toml-syntax 1:69 "));
    assert!(dump("a.json", &"[".repeat(100_000)).starts_with("! json-syntax 1:65 "));
}

const fn key(name: &'static str, shape: FieldType, required: bool) -> Key {
    Key { name, shape, required, default: None, about: "a key" }
}

/// The same keys twice, as one thing and another.
static TEXTS: Record = Record {
    name: "actor",
    about: "texts",
    keys: &[
        key("a", FieldType::Text, false),
        key("from", FieldType::Text, true),
        key("to", FieldType::Texts, true),
        key("gloss", FieldType::Texts, false),
    ],
    columns: &[],
};

static OTHERS: Record = Record {
    name: "actor",
    about: "other things",
    keys: &[
        key("a", FieldType::Whole(0, 1), false),
        key("b", FieldType::Whole(0, 1), true),
        key("gloss", FieldType::Words(&[("us", "")]), true),
        key("c", FieldType::Truth, false),
        key("t", FieldType::Table(&TEXTS), false),
        key("r", FieldType::Tables(&TEXTS), false),
        key("from", FieldType::Words(&[("us", ""), ("china", "")]), false),
    ],
    columns: &[],
};

/// Asks for everything in every way, of the table and all tables in it.
fn ask(table: &Table<'_>, sink: &mut Sink) {
    for entry in &table.entries {
        match &entry.value.data {
            Data::Table(inner) => ask(inner, sink),
            Data::List(items) => {
                for item in items {
                    if let Data::Table(inner) = &item.data {
                        ask(inner, sink);
                    }
                }
            }
            _ => {}
        }
    }
    let mut fields = Fields::new(table, &TEXTS, sink);
    fields.str("a");
    fields.required_str("from");
    fields.required_list("to");
    fields.list("gloss");
    fields.finish();
    let mut fields = Fields::new(table, &OTHERS, sink);
    fields.int("a");
    fields.required_int("b");
    fields.required_choice("gloss", &[("us", 1)]);
    fields.bool("c");
    fields.table("t");
    fields.tables("r");
    fields.choice("from", &[("us", 1), ("china", 2)]);
    fields.finish();
}

/// Reads a text in a notation, asks for everything, and prints all that is found.
fn survive(name: &str, text: &str) {
    let sources = one(name, text);
    let source = sources.iter().next().unwrap();
    let mut sink = Sink::default();
    if let Some(value) = tree(source, &mut sink)
        && let Data::Table(table) = &value.data
    {
        ask(table, &mut sink);
        listed(source, &value, &mut String::new());
    }
    if let Some(mut rows) = Rows::open(source, &Columns::default(), &ROW, &mut sink) {
        let mut row = rows.row();
        while rows.next(&mut row, &mut sink) {
            assert_eq!(row.form, TableForm::Cells);
            ask(&row, &mut sink);
        }
    }
    let mut out = Vec::new();
    emit(&sink, &sources, &Style { colour: true, all: true }, &mut out).unwrap();
    emit_json(&sink, &sources, &mut out).unwrap();
    for finding in sink.sorted() {
        for label in &finding.labels {
            let text = sources.text(label.span.source);
            assert!(text.get(label.span.start as usize..label.span.end as usize).is_some(), "{finding:?}");
        }
    }
}

const SEEDS: [&str; 3] = [
    "title = \"é\"\n[a]\nb.c = 1979-05-27T07:32:00Z\n[[r]]\nfrom = \"us\"\nto = ['ru', \"\"\"cn\n\"\"\"]\nx = { y = 1e3, z = [true] } # c\n[[r]]\nfrom = 1\n",
    "{\"a\": [1, 2.5, \"x\\u00e9\", null, {\"from\": \"us\"}], /* c */ \"t\": {\"b\": true, \"c\": \"Ω\"}, \"r\": [{}]} // e",
    "from,to,gloss,\"x\"\"y\"\r\nus,\"ru,x\",\"é\"\"Ω\",1\r\n\r\ncn,,\t,\n a , b,c;d,e\n",
];

proptest! {
    #[test]
    fn nothing_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), kind in 0usize..3) {
        let text = String::from_utf8_lossy(&bytes);
        survive(["a.toml", "a.json", "a.csv"][kind], &text);
    }

    #[test]
    fn nothing_panics_on_mutations(
        kind in 0usize..3,
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..4, "[\\[\\]{}\"'=.,:;#/\\\\\\r\\n\\t\u{feff}aé1 -]{0,3}"), 1..6),
    ) {
        let mut chars: Vec<char> = SEEDS[kind].chars().collect();
        for (at, cut, put) in edits {
            let at = at.index(chars.len() + 1);
            let end = (at + cut).min(chars.len());
            chars.splice(at..end, put.chars());
        }
        let text: String = chars.into_iter().collect();
        for name in ["a.toml", "a.json", "a.csv"] {
            survive(name, &text);
        }
    }
}
