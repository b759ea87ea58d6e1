//! What the elements of HTML do to the text in and around them, by the rules that browsers show a page by.

use html5ever::tokenizer::Tag;
use html5ever::tokenizer::states::RawKind;

/// Elements that begin and end a paragraph; every other one, known or not, stands in a line of text.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "text",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "xmp",
];

/// Elements that have no end.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
];

/// Elements whose text is not shown: scripts, what stands in for what cannot be shown, the readings above signs.
const UNREAD: &[&str] = &[
    "annotation",
    "annotation-xml",
    "audio",
    "canvas",
    "datalist",
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "rp",
    "rt",
    "rtc",
    "script",
    "style",
    "template",
    "textarea",
    "title",
    "video",
    "xml",
];

/// Elements in which tags are none, with how the tokens inside them are made.
const RAW: &[(&str, RawKind)] = &[
    ("iframe", RawKind::Rawtext),
    ("noembed", RawKind::Rawtext),
    ("noframes", RawKind::Rawtext),
    ("noscript", RawKind::Rawtext),
    ("script", RawKind::ScriptData),
    ("style", RawKind::Rawtext),
    ("textarea", RawKind::Rcdata),
    ("title", RawKind::Rcdata),
    ("xmp", RawKind::Rawtext),
];

/// Elements that end before another begins, if their own end is left out.
const ENDED_BY: &[(&str, &[&str])] = &[
    ("li", &["li"]),
    ("dt", &["dt", "dd"]),
    ("dd", &["dt", "dd"]),
    ("td", &["td", "th", "tr", "tbody", "thead", "tfoot"]),
    ("th", &["td", "th", "tr", "tbody", "thead", "tfoot"]),
    ("tr", &["tr", "tbody", "thead", "tfoot"]),
    ("tbody", &["tbody", "thead", "tfoot"]),
    ("thead", &["tbody", "thead", "tfoot"]),
    ("tfoot", &["tbody", "thead", "tfoot"]),
    ("option", &["option", "optgroup"]),
    ("rt", &["rt", "rp", "rb", "rtc"]),
    ("rp", &["rt", "rp", "rb", "rtc"]),
];

/// Elements within which those can stand once more.
const NESTS: [&str; 6] = ["ul", "ol", "menu", "dl", "table", "select"];

/// Words in the class of a mark that leads to a note, or back from it: of Word, `LibreOffice`, pandoc, Wikipedia, e-books.
const NOTE_CLASSES: [&str; 9] =
    ["footnote", "endnote", "noteref", "note-ref", "fnref", "fnanchor", "fn-ref", "sdfoot", "mw-cite-backlink"];

/// How the place begins that such a mark leads to, after marks that only part.
const NOTE_PLACES: [&str; 9] = ["fn", "ftn", "edn", "note", "cite_", "footnote", "endnote", "sdfootnote", "sdendnote"];

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.binary_search(&name).is_ok()
}

pub(super) fn is_void(name: &str) -> bool {
    VOID.binary_search(&name).is_ok()
}

pub(super) fn raw(name: &str) -> Option<RawKind> {
    RAW.iter().find(|(raw, _)| *raw == name).map(|(_, kind)| *kind)
}

pub(super) fn keeps_lines(name: &str) -> bool {
    matches!(name, "pre" | "listing" | "xmp")
}

/// Whether an element ends, though its end is not written, where another begins.
pub(super) fn ends_before(name: &str, next: &str) -> bool {
    if name == "p" {
        return is_block(next);
    }
    ENDED_BY.iter().any(|(ended, by)| *ended == name && by.contains(&next))
}

pub(super) fn nests(name: &str) -> bool {
    NESTS.contains(&name)
}

/// How an element looks, by its name and attributes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an attribute of its own")]
pub(super) struct Appearance {
    /// What is in it is not shown.
    pub(super) hidden: bool,
    /// It stands above the line.
    pub(super) raised: bool,
    /// It leads somewhere.
    pub(super) linked: bool,
    /// It leads to a note, or back from one.
    pub(super) note: bool,
}

impl Appearance {
    pub(super) fn of(tag: &Tag) -> Self {
        let name = &*tag.name;
        let mut look = Self { hidden: UNREAD.contains(&name), raised: name == "sup", ..Self::default() };
        // Pages that are shown only once a script has run.
        let can_hide = !matches!(name, "html" | "body");
        if name == "dialog" {
            look.hidden = tag.attrs.iter().all(|attr| &*attr.name.local != "open");
        }
        for attr in &tag.attrs {
            let value = &*attr.value;
            match &*attr.name.local {
                "hidden" => look.hidden |= can_hide && !value.eq_ignore_ascii_case("until-found"),
                "style" => look.style(value, can_hide),
                "href" => {
                    look.linked |= name == "a";
                    look.note |= name == "a" && leads_to_note(value);
                }
                "class" => look.note |= is_note_class(value),
                "role" | "epub:type" => look.note |= value.contains("noteref") || value.contains("doc-backlink"),
                _ => {}
            }
        }
        look
    }

    /// The declarations that show or hide; of several of a kind the last one counts.
    fn style(&mut self, style: &str, can_hide: bool) {
        let (mut display, mut visible, mut list_mark) = (true, true, false);
        for declaration in style.split(';') {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let value = value.split('!').next().unwrap_or_default().trim();
            let is = |wanted: &str| value.eq_ignore_ascii_case(wanted);
            match property.trim().to_ascii_lowercase().as_str() {
                "display" => display = !is("none"),
                "visibility" => visible = !(is("hidden") || is("collapse")),
                "vertical-align" => self.raised = is("super"),
                // Word: hidden text, and the sign or number before an item, which no list of HTML has in its text.
                "mso-hide" => display &= !is("all"),
                "mso-list" => list_mark = is("ignore"),
                _ => {}
            }
        }
        self.hidden |= (can_hide && !(display && visible)) || list_mark;
    }
}

fn leads_to_note(href: &str) -> bool {
    let Some((_, place)) = href.rsplit_once('#') else { return false };
    let place = place.trim_start_matches(['_', '-', ':', '.']).to_ascii_lowercase();
    NOTE_PLACES.iter().any(|begin| place.starts_with(begin))
}

fn is_note_class(class: &str) -> bool {
    let class = class.to_ascii_lowercase();
    NOTE_CLASSES.iter().any(|word| class.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_that_are_searched_are_sorted() {
        assert!(BLOCKS.is_sorted() && VOID.is_sorted());
    }
}
