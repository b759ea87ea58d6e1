//! What to write instead of a value that is of another kind than its key takes.

use super::value::Data;

/// What to write instead, where that is plain.
pub(super) fn remedy(key: &str, expected: &str, found: &Data<'_>) -> Option<String> {
    match (expected, found) {
        ("a list of tables", Data::Table(_)) => {
            Some(format!("begin each one with [[{key}]] in double brackets, or write {key} = [{{ ... }}]"))
        }
        ("a table", Data::List(_)) => Some(format!("write [{key}] in single brackets")),
        (_, Data::Int(_) | Data::Float(_)) if key == "evidence" => {
            Some("`parallax cite AUTHOR \"words of the text\"` prints the line to write here".to_owned())
        }
        ("a string" | "a string or a list of strings", Data::Int(number)) => {
            Some(format!("put it in quotes: {key} = \"{number}\""))
        }
        ("true or false", Data::Str(_)) => Some(format!("write {key} = true or {key} = false, without quotes")),
        ("a whole number", Data::Str(text)) if text.trim().parse::<f64>().is_ok() => {
            Some(format!("write {key} = {}, without quotes", text.trim()))
        }
        _ => None,
    }
}
