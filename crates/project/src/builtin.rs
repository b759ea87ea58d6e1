//! The corpora embedded in the program: the example, and a template to start from.

/// Files of a corpus: name, with `/` between folders, and text.
pub type Files = [(&'static str, &'static str)];

macro_rules! corpus {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../", $name)))),*]
    };
}

/// Two essays of 2025 on the US turn towards Russia, coded.
pub static EXAMPLE: &Files = corpus![
    "parallax.toml",
    "actors/blocs.toml",
    "actors/groups.toml",
    "actors/organisations.toml",
    "actors/persons.toml",
    "actors/places.toml",
    "actors/states.toml",
    "actors/thinkers.toml",
    "relations/README.md",
    "relations/codebook.toml",
    "relations/issues.toml",
    "relations/hudis.toml",
    "relations/pozhidaev.toml",
];

/// Two actors and one statement, with the words of the example to begin with.
pub static BARE: &Files = &[
    ("parallax.toml", include_str!("bare/parallax.toml")),
    ("actors/actors.toml", include_str!("bare/actors.toml")),
    ("relations/codebook.toml", include_str!("../../../relations/codebook.toml")),
    ("relations/README.md", include_str!("bare/README.md")),
    ("relations/author.toml", include_str!("bare/author.toml")),
    ("sources/README.md", include_str!("bare/sources.md")),
];
