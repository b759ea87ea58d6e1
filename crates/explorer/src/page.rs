//! The page: frame, style, data, drawings, texts and script put into one file that asks for nothing from elsewhere.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use parallax_core::messages::LANGUAGES;
use parallax_render::backend::svg::harmless_markup;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::Explorer;
use super::assets::{FRAME, SCRIPT, STYLE};
use super::drawings::{Drawings, packed};
use super::shapes::Document;

/// The file of the catalogue that the page speaks from besides its own.
const SHARED: &str = "shared.ftl";

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

/// What the page says in each language: `[{"code", "name", "messages"}, ...]`, with the messages in Fluent. The first language is the one
/// that a reader of no other gets.
fn texts() -> String {
    let languages = LANGUAGES.iter().map(|language| {
        let shared = language.files.iter().filter(|(name, _)| *name == SHARED).map(|(_, text)| *text);
        let messages: String = shared.chain([language.page]).collect();
        json!({"code": language.code, "name": language.name, "messages": messages})
    });
    languages.collect::<Value>().to_string()
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
    fn every_language_comes_with_its_messages() {
        let texts: Value = serde_json::from_str(&texts()).unwrap();
        let texts = texts.as_array().unwrap();
        assert_eq!(texts.len(), LANGUAGES.len());
        for (text, language) in texts.iter().zip(&LANGUAGES) {
            assert_eq!([&text["code"], &text["name"]], [language.code, language.name]);
            let messages = text["messages"].as_str().unwrap();
            assert!(messages.contains("\nlist-and = ") && messages.contains("\npage-skip = "), "{}", language.code);
            assert!(!messages.contains("\nnetwork-counts = "), "what only reports say stays out");
        }
    }
}
