//! The records of `parallax.toml`.

use super::super::ActorKind;
use super::FieldType::{
    Colour, Fields, Id, Listed, ListedMany, Meanings, Pair, Selections, Style, Tables, Text, Truth, Whole, Words,
};
use super::{EntityKind, FieldType, Key, POSITION, RELATION, Record, Target, key, needed, one};

/// `parallax.toml`.
pub static CONFIG: Record = Record {
    name: "parallax.toml",
    about: "What the corpus is called, its authors, its pictures, and how its tables are read",
    keys: &[
        key("title", Text, "What the corpus is called"),
        key("description", Text, "What it is about"),
        key("sources", Text, "The folder of source texts").or("sources"),
        key("author", Tables(&CONFIG_AUTHOR), "The authors, in the order in which they are shown"),
        key("view", Tables(&VIEW), "The pictures that build draws"),
        key("table", Tables(&TABLE), "How tables of statements are read"),
    ],
    columns: &[],
};

/// An author as `parallax.toml` names one.
pub(crate) static CONFIG_AUTHOR: Record = Record {
    name: "listed author",
    about: "An author, in order",
    keys: &[
        needed("id", one(EntityKind::Author), "The author of a file, or, with a name, one who is declared here"),
        key("name", Text, "Declares the author here, for tables that name it"),
        key("plural", Truth, "Whether the name is a plural, if no file says so: the editors say, not says").or("false"),
        key("colour", Colour, "#rrggbb; for all authors or none"),
    ],
    columns: &[],
};

/// A saved view.
pub static VIEW: Record = Record {
    name: "view",
    about: "A picture that build draws; it has select or diff",
    keys: &[
        needed("id", Id(EntityKind::View), "The name of the file"),
        key("title", Text, "The title of the picture"),
        key(
            "select",
            Selections,
            "What is drawn, such as author:tag=slide; several are panels side by side, and * alone is each author",
        ),
        key("diff", Pair, "The two selections that are compared; * alone stands for the two authors"),
        key(
            "main",
            Text,
            "Of an explorer page: which statements are the main lines, which it opens with, such as tag=slide",
        ),
        key("form", Listed, "How the selections are set against each other; parallax list forms"),
        key("layout-of", one(EntityKind::View), "The view whose actors stand where they stand there"),
        key("theme", Style(&Listed), "Colours and sizes"),
        key("fit", Style(&Text), "The page that it fills: 16:9, a4, a4-landscape, square, 1920x1080"),
        key(
            "focus",
            Style(&one(EntityKind::Actor)),
            "The actor whose lines and neighbours are shown in full, all else faded",
        ),
        key("top", Style(&Whole(1, i64::MAX)), "Only so many actors, those with the most statements"),
        key("labels", Style(&Listed), "What stands on lines"),
        key("notes", Style(&Truth), "Whether lines are numbered, and told below the picture"),
        key("legend", Style(&Listed), "What is explained below: none, short (what no words say), or full"),
        key("blocs", Style(&Listed), "How members of a bloc are shown"),
        key("text", Style(&Listed), "How an SVG has its letters"),
        key(
            "language",
            Style(&Listed),
            "The language of headings, legends and notes; labels are as the codebook has them",
        ),
        key("formats", ListedMany, "The files that are written; svg if not said"),
    ],
    columns: &[],
};

/// What the rows of a table are.
const OF_ROWS: &[&Record] = &[&RELATION, &POSITION];

/// How a table is read.
pub static TABLE: Record = Record {
    name: "table",
    about: "How a table of statements is read",
    keys: &[
        needed("file", Text, "Its name as seen from parallax.toml, such as relations/pacts.csv"),
        key(
            "author",
            FieldType::One(Target { noun: EntityKind::Author, free: true }),
            "Whose statements they are, if no column says so",
        ),
        key("declare", Truth, "Actors, types and authors are declared by their first use").or("false"),
        key("kind", Words(ActorKind::GLOSSARY), "What the actors are that the table declares").or("unknown"),
        key("undirected", Truth, "Whether ties of the types that the table declares have no direction").or("false"),
        key("signs", FieldType::Signs, "The signs of the types that the table declares: type = 1, 0 or -1"),
        key(
            "columns",
            Fields(OF_ROWS),
            "Where fields stand that are not called as their columns: field = \"column\"; \"\" reads it from none",
        ),
        key("set", Fields(OF_ROWS), "What is the same in all rows: field = \"value\""),
        key(
            "values",
            Meanings(OF_ROWS),
            "What cells mean: field = { 1 = \"yes\", 0 = \"no\" }; a cell that says nothing of these is taken as it is",
        ),
    ],
    columns: &[],
};

/// The keys of a view that say how its picture is to look.
pub fn style_keys() -> impl Iterator<Item = &'static Key> {
    VIEW.keys.iter().filter(|key| matches!(key.shape, Style(_)))
}
