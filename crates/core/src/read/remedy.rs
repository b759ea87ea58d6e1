//! What to write instead of a value of the wrong kind, as the file at fault is written.

use super::value::Data;
use crate::diag::Help;
use crate::model::record::{FieldType, Key};

/// What to write instead, where that is plain.
pub(super) fn remedy(key: &str, expected: &str, found: &Data<'_>, known: Option<&Key>) -> Vec<Help> {
    match (expected, found) {
        ("a list of tables", Data::Table(_)) => vec![Help::in_trees(
            format!("begin each one with [[{key}]] in double brackets, or write {key} = [{{ ... }}]"),
            format!("write \"{key}\": [{{ ... }}]"),
        )],
        ("a table", Data::List(_)) => {
            vec![Help::in_trees(format!("write [{key}] in single brackets"), format!("write \"{key}\": {{ ... }}"))]
        }
        ("a table", Data::Str(_)) if key == "casts" => {
            vec![Help::entry("say who is cast as what:", key, "{ from = \"villain\", to = \"victim\" }", "")]
        }
        (_, Data::Int(_) | Data::Float(_)) if key == "evidence" => {
            vec!["`parallax cite AUTHOR \"words of the text\"` prints what to write here".into()]
        }
        ("a string" | "a string or a list of strings", Data::Int(number)) => {
            vec![Help::entry("put it in quotes:", key, &format!("\"{number}\""), "")]
        }
        ("true or false", _) => {
            let cell = "write true or false; yes, no, 1 and 0 do as well".to_owned();
            let toml = format!("write {key} = true or {key} = false, without quotes");
            vec![Help::fitting([toml, "write true or false, without quotes".to_owned(), cell.clone(), cell])]
        }
        ("a whole number", Data::Str(text)) if text.trim().parse::<i64>().is_ok() => {
            let cell = || "write a whole number".to_owned();
            let json = "write it without quotes".to_owned();
            vec![Help::fitting([format!("write {key} = {}, without quotes", text.trim()), json, cell(), cell()])]
        }
        ("a whole number", _) => whole_numbers(key, known),
        _ => Vec::new(),
    }
}

fn whole_numbers(key: &str, known: Option<&Key>) -> Vec<Help> {
    let range = match known.map(|known| (known.shape, known.about)) {
        Some((FieldType::Whole(least, most), about)) if most < i64::MAX => {
            format!("write a whole number from {least} to {most}: {about}")
        }
        _ => "write a whole number".to_owned(),
    };
    let aside = Help::option(
        &format!("or leave the column unread: columns = {{ {key} = \"\" }}"),
        &format!("or leave the column unread: --columns {key}="),
    );
    vec![range.into(), aside]
}
