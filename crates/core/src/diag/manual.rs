//! The manual pages of the findings: what each means, an example, and how to mend it. The pages are tests as well.

/// The manual page of a code.
#[derive(Debug, Clone, Copy)]
pub struct ManualPage {
    /// The code, such as `unknown-actor`.
    pub code: &'static str,
    /// The page, in Markdown.
    pub text: &'static str,
}

macro_rules! pages {
    ($($code:literal,)*) => {
        &[$(ManualPage { code: $code, text: include_str!(concat!("manual/", $code, ".md")) },)*]
    };
}

/// Every page, by code.
pub static MANUAL: &[ManualPage] = pages![
    "ambiguous-anchor",
    "bad-anchor",
    "bad-date",
    "bad-id",
    "bad-issue",
    "bad-link",
    "bad-lock",
    "bad-path",
    "bad-value",
    "bad-view",
    "both-signs",
    "cast-in-denial",
    "casts-nobody",
    "counted-twice",
    "csv-syntax",
    "cyclic-membership",
    "duplicate-column",
    "duplicate-id",
    "duplicate-key",
    "empty-file",
    "empty-gloss",
    "file-too-large",
    "holds-and-denies",
    "html-entity",
    "json-syntax",
    "lone-member",
    "look-alike",
    "merge-conflict",
    "missing-column",
    "missing-field",
    "missing-folder",
    "missing-text",
    "mixed-direction",
    "moved-anchor",
    "no-evidence",
    "no-sign",
    "not-a-table",
    "not-a-text",
    "not-utf8",
    "orphan-anchor",
    "other-edition",
    "other-words",
    "overlapping-membership",
    "positions-in-tension",
    "ragged-row",
    "repeated-words",
    "same-label",
    "self-relation",
    "shared-alias",
    "stance-without-holder",
    "together-alone",
    "toml-syntax",
    "too-many-actors",
    "too-many-facets",
    "too-many-files",
    "unanswered-issue",
    "unknown-actor",
    "unknown-answer",
    "unknown-author",
    "unknown-facet",
    "unknown-frame",
    "unknown-issue",
    "unknown-key",
    "unknown-reason",
    "unknown-relation",
    "unknown-type",
    "unknown-work",
    "unread-column",
    "unread-file",
    "unused-actor",
    "unverified",
    "wrapped-lines",
    "wrong-type",
];

/// The page of a code, if there is such a code.
#[must_use]
pub fn page(code: &str) -> Option<&'static str> {
    let found = MANUAL.binary_search_by(|page| page.code.cmp(code)).ok()?;
    MANUAL.get(found).map(|page| page.text)
}
