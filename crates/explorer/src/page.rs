//! The page: frame, style, data, drawings, texts and script put into one file that asks for nothing from elsewhere.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use parallax_render::backend::svg::harmless_markup;
use sha2::{Digest, Sha256};

use super::Explorer;
use super::assets::{FRAME, SCRIPT, STYLE, TEXTS};
use super::drawings::{Drawings, packed};
use super::shapes::Document;

pub(super) fn page(explorer: &Explorer<'_>) -> String {
    let drawings = Drawings::of(&explorer.pictures);
    let style = style(&drawings);
    let script = format!("\n{SCRIPT}");
    let document = Document::of(explorer);
    let nothing = String::new();
    let [first, legend] = [0, explorer.pictures.len()].map(|at| drawings.elements.get(at).unwrap_or(&nothing).as_str());
    let parts = [
        ("csp", policy(&style, &script)),
        ("title", harmless_markup(document.title())),
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

/// Face and colours of the drawings, then the style of the page, then the colours that the corpus asks for.
fn style(drawings: &Drawings) -> String {
    let parts = [drawings.style.as_str(), STYLE.trim_end(), drawings.hues.as_str()];
    parts.iter().filter(|part| !part.is_empty()).map(|part| format!("{part}\n")).collect()
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
    fn script_and_style_stand_alone_and_cannot_end_early() {
        assert!(!SCRIPT.lines().any(|line| line.starts_with("import ") || line.starts_with("export ")));
        assert!(!SCRIPT.contains("</script") && !SCRIPT.contains("<!--"));
        assert!(!STYLE.contains("</") && !STYLE.contains("@import") && !STYLE.contains("url("));
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
