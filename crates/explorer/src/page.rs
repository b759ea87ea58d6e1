//! The page: frame, style, data, drawings, texts and script put into one file that asks for nothing from elsewhere.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use parallax_render::backend::svg::told;
use sha2::{Digest, Sha256};

use super::Explorer;
use super::assets::{FRAME, MODULES, STYLES, TEXTS};
use super::data::Document;
use super::drawings::{Drawings, packed};

pub(super) fn page(explorer: &Explorer<'_>) -> String {
    let drawings = Drawings::of(&explorer.plates);
    let style = style(&drawings);
    let script = script();
    let document = Document::of(explorer);
    let nothing = String::new();
    let [first, legend] = [0, explorer.plates.len()].map(|at| drawings.elements.get(at).unwrap_or(&nothing).as_str());
    let parts = [
        ("csp", policy(&style, &script)),
        ("title", told(document.title())),
        ("style", style),
        ("first", first.to_owned()),
        ("legend", legend.to_owned()),
        ("data", packed(&document.json())),
        ("drawings", drawings.packed()),
        ("texts", packed(&texts())),
        ("script", script),
    ];
    filled(FRAME, &parts)
}

/// What the page may do: run its own script, have its own style and face, make pictures for taking away. Nothing else.
fn policy(style: &str, script: &str) -> String {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; img-src data: blob:; font-src data:; \
         base-uri 'none'; form-action 'none'",
        hash(script),
        hash(style)
    )
}

/// Face and colours of the drawings, then the styles without the space before lines.
fn style(drawings: &Drawings) -> String {
    let lines = STYLES.iter().flat_map(|(_, css)| css.lines()).map(str::trim);
    let lean = lines.filter(|line| !(line.is_empty() || line.starts_with("/*") && line.ends_with("*/")));
    let hues = std::iter::once(drawings.hues.as_str()).filter(|hues| !hues.is_empty());
    std::iter::once(drawings.style.as_str()).chain(lean).chain(hues).map(|line| format!("{line}\n")).collect()
}

/// The modules as one script: what they import from one another stands in it already; comments and
/// the space before lines stay behind, so that no text in them may run over a line.
fn script() -> String {
    let mut out = String::from("\n");
    let mut in_comment = false;
    for line in MODULES.iter().flat_map(|(_, module)| module.lines()) {
        let told = line.trim();
        let begins = told.starts_with("/**") && (told.ends_with("*/") || !told.contains("*/"));
        let comment = in_comment || begins || told.starts_with("//") || told.is_empty();
        in_comment = (in_comment || begins) && !told.contains("*/");
        if !comment && !line.starts_with("import ") {
            out.push_str(told.strip_prefix("export ").unwrap_or(told));
            out.push('\n');
        }
    }
    out
}

/// The texts of all languages: `{"en": {...}, ...}`.
fn texts() -> String {
    let tables: Vec<String> = TEXTS.iter().map(|(code, table)| format!("\"{code}\":{}", table.trim())).collect();
    format!("{{{}}}", tables.join(","))
}

/// The frame with its places filled. What is put in is not looked through again.
fn filled(frame: &str, parts: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(frame.len() + parts.iter().map(|(_, part)| part.len()).sum::<usize>());
    let mut rest = frame;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, behind) = after.split_once("}}").unwrap_or((after, ""));
        out.push_str(before);
        out.push_str(parts.iter().find(|(known, _)| *known == name).map_or("", |(_, part)| part));
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_not_looked_through_again() {
        let parts = [("a", "{{b}}".to_owned()), ("b", "no".to_owned())];
        assert_eq!(filled("<{{a}}|{{b}}>", &parts), "<{{b}}|no>");
    }

    #[test]
    fn the_script_imports_nothing_and_cannot_end_early() {
        let script = script();
        assert!(!script.lines().any(|line| line.starts_with("import ") || line.starts_with("export ")));
        assert!(!script.contains("</script") && !script.contains("<!--") && !script.contains("/**\n"));
    }

    #[test]
    fn no_two_modules_declare_one_name() {
        let declares = |line: &str| -> Option<String> {
            let line = line.strip_prefix("export ").unwrap_or(line);
            let line = line.strip_prefix("async ").unwrap_or(line);
            let rest = ["const ", "let ", "function ", "class "].iter().find_map(|word| line.strip_prefix(word))?;
            Some(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
        };
        let mut seen = std::collections::BTreeMap::new();
        for (module, text) in MODULES {
            for name in text.lines().filter_map(declares).filter(|name| !name.is_empty()) {
                let first = seen.insert(name.clone(), module);
                assert!(first.is_none(), "`{name}` is declared in {} and {module}", first.unwrap_or(module));
            }
        }
    }

    #[test]
    fn modules_stand_after_those_that_they_import() {
        let mut before: Vec<String> = Vec::new();
        for (name, module) in MODULES {
            let imports = module.lines().filter(|line| line.starts_with("import "));
            for import in imports {
                let from = import.rsplit("'./").next().unwrap_or_default().trim_end_matches("';").to_owned();
                assert!(before.contains(&from), "{name} imports {from}, which stands after it or nowhere");
            }
            before.push((*name).to_owned());
        }
    }

    #[test]
    fn every_language_has_the_same_texts() {
        let keys = |table: &str| -> Vec<String> {
            let table: std::collections::BTreeMap<String, String> = serde_json::from_str(table).unwrap();
            table.into_keys().collect()
        };
        let english = keys(TEXTS[0].1);
        for (code, table) in TEXTS {
            assert_eq!(keys(table), english, "{code}");
            assert!(!table.contains("</"), "{code} could end its script");
        }
    }
}
