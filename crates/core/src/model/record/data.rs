//! The records of data files: actors, the codebook, and who says what.

use super::super::{
    ActorKind, Attitude, Direction, FrameKind, IssueKind, Mode, Paragraphs, Stance, Together, WorkKind,
};
use super::FieldType::{
    Anchors, Answer, Answers, Date, Dated, Id, Likens, Phrases, Reasons, Table, Tables, Text, Texts, Truth, TruthOr,
    Whole, Words,
};
use super::within::{CASTS, LINK, PASSAGE};
use super::{EntityKind, FieldType, Key, Record, Target, key, many, needed, one};

/// Whose claim it is: actors, or whatever the text calls them.
const VOICES: FieldType = FieldType::Many(Target { noun: EntityKind::Actor, free: true });

/// The kinds of data file. What kind one is follows from its keys, and a file may hold those of several.
pub(crate) static DATA_FILES: &[&Record] = &[&ACTORS, &CODEBOOK, &STATEMENTS];

/// The keys that a data file may have.
#[must_use]
pub fn data_keys() -> impl DoubleEndedIterator<Item = &'static Key> {
    DATA_FILES.iter().flat_map(|file| file.keys)
}

/// A file of actors.
pub static ACTORS: Record = Record {
    name: "file of actors",
    about: "Who: the actors that statements are about",
    keys: &[key("actor", Tables(&ACTOR), "The actors")],
    columns: &[],
};

/// The codebook.
pub static CODEBOOK: Record = Record {
    name: "codebook",
    about: "The words for relations, their types and the respects in which they hold, and the questions that texts answer",
    keys: &[
        key("type", Tables(&TYPE), "The relation types"),
        key("facet", Tables(&FACET), "The respects in which a relation can hold"),
        key("issue", Tables(&ISSUE), "The questions that texts answer"),
    ],
    columns: &[],
};

/// A file of statements.
pub(crate) static STATEMENTS: Record = Record {
    name: "file of statements",
    about: "Who says what: an author, the works, and the statements in them",
    keys: &[
        key(
            "author",
            FieldType::TableOr(&AUTHOR, Target { noun: EntityKind::Author, free: false }),
            "Whose statements they are; the id of the author if another file declares it",
        ),
        key("work", Tables(&WORK), "The texts of the author"),
        key("frame", Tables(&FRAME), "The frameworks, analogies and events in them"),
        key("relation", Tables(&RELATION), "The statements"),
        key("position", Tables(&POSITION), "The answers to issues"),
    ],
    columns: &[],
};

/// An actor.
pub static ACTOR: Record = Record {
    name: "actor",
    about: "Somebody or something that acts or is acted upon",
    keys: &[
        needed("id", Id(EntityKind::Actor), "What statements call it: letters, digits, dots, - and _"),
        needed("name", Text, "The full name"),
        key("label", Text, "The short name on pictures; the full name if not said"),
        needed("kind", Words(ActorKind::GLOSSARY), "What it is; pictures give each kind its shape"),
        key(
            "plural",
            Truth,
            "Whether the name is a plural: the Corinthians are, not is; groups and blocs tell by their names",
        ),
        key(
            "aliases",
            Phrases(&PHRASE),
            "Other names, as texts use them; statements may use those that hold everywhere",
        ),
        key("except", Phrases(&PHRASE), "Phrases in which its name does not mean it, such as Wall Street"),
        key("stands-for", Dated(&MEMBERSHIP), "For whom it stands where a view lifts to states: a leader, a capital"),
        key("part-of", Dated(&MEMBERSHIP), "The institution or state that it belongs to"),
        key(
            "composed-of",
            Dated(&MEMBERSHIP),
            "The actors that it consists of, by treaty or definition: the members of an alliance",
        ),
        key("wikidata", Text, "The Wikidata item, such as Q30"),
        key("iso", Text, "The ISO 3166-1 alpha-3 code of a state, such as USA"),
        key("note", Text, "A remark"),
    ],
    columns: &[],
};

/// A phrase of some works.
pub(crate) static PHRASE: Record = Record {
    name: "phrase",
    about: "Words, and the works in which they are meant",
    keys: &[
        needed("name", Text, "The words"),
        needed("work", Texts, "Where they are meant: author:work, or author for all of the author's works"),
    ],
    columns: &[],
};

/// A tie to a larger actor.
pub(crate) static MEMBERSHIP: Record = Record {
    name: "membership",
    about: "An actor that this one belongs to or consists of, and when",
    keys: &[
        needed("actor", one(EntityKind::Actor), "The other actor"),
        key("when", Date, "When it holds (EDTF); always, if not said"),
    ],
    columns: &[],
};

/// A relation type.
pub static TYPE: Record = Record {
    name: "type",
    about: "A relation type of the codebook",
    keys: &[
        needed("id", Id(EntityKind::Type), "What statements call it: letters, digits, dots, - and _"),
        key("label", Text, "One or two words, for the line of a picture"),
        key("phrase", Text, "The verb phrase between two actors: is allied with"),
        key("past", Text, "The verb phrase in the past, if English would not form it so: planned against"),
        key("inverse", Text, "The verb phrase the other way round: is supported by"),
        needed("sign", Whole(-1, 1), "1 positive, 0 neutral, -1 negative, unless a statement says otherwise"),
        key("directed", Truth, "Whether from and to differ in role").or("true"),
        key(
            "mutual",
            one(EntityKind::Type),
            "The undirected type that tells the same deed without a doer: fights for attacks",
        ),
        key("structural", Truth, "Whether it is a lasting tie and no deed: membership, dependence").or("false"),
        key("definition", Text, "When a coder uses it"),
        key("plover", Text, "The PLOVER category nearest to it"),
    ],
    columns: &[],
};

/// A facet.
pub(crate) static FACET: Record = Record {
    name: "facet",
    about: "A respect in which a relation can hold, or why",
    keys: &[
        needed("id", Id(EntityKind::Facet), "What statements call it: letters, digits, dots, - and _"),
        key("label", Text, "The word for people; the id if not said"),
        key("definition", Text, "When a coder uses it"),
    ],
    columns: &[],
};

/// An issue.
pub static ISSUE: Record = Record {
    name: "issue",
    about: "A question that texts answer, or tellingly do not",
    keys: &[
        needed("id", Id(EntityKind::Issue), "What positions call it: letters, digits, dots, - and _"),
        needed("question", Text, "The question, in words that every author would accept"),
        key("about", many(EntityKind::Actor), "The actors that it concerns"),
        needed("kind", Words(IssueKind::GLOSSARY), "What it asks for"),
        needed(
            "answers",
            Answers,
            "The answers that can be given: id = \"label\"; undecided and wrong-question are always there",
        ),
        key("ordered", Truth, "Whether the answers stand in order, from one end of a scale to the other").or("false"),
        key(
            "several",
            Truth,
            "Whether the answers do not exclude each other; true of a cause, an effect and an aim, if not said",
        ),
    ],
    columns: &[],
};

/// An author.
pub static AUTHOR: Record = Record {
    name: "author",
    about: "Somebody whose statements are coded",
    keys: &[
        needed("id", Id(EntityKind::Author), "What views and parallax.toml call the author"),
        needed("name", Text, "The name, for pictures and reports"),
        key("plural", Truth, "Whether the name is a plural: the editors say, not says").or("false"),
        key("actor", one(EntityKind::Actor), "The author as an actor: authors take sides too"),
        key("coder", Text, "Who coded the file, unless a statement says otherwise"),
    ],
    columns: &[],
};

/// A work.
pub static WORK: Record = Record {
    name: "work",
    about: "A text of the author",
    keys: &[
        needed("id", Id(EntityKind::Work), "What anchors call it where the author has several works"),
        needed("title", Text, "The title"),
        key("publisher", Text, "Who published it"),
        key("date", Date, "When it appeared (EDTF)"),
        key("period", Date, "Its present (EDTF): what is before it is historical"),
        key("url", Text, "Where it can be read"),
        key("text", Text, "The name of its file in the folder of sources"),
        key("paragraphs", Words(Paragraphs::GLOSSARY), "What a paragraph is").or("lines"),
        key(
            "kind",
            Words(WorkKind::GLOSSARY),
            "Whether a reader's statements were drawn from it, or its rows are events",
        )
        .or("text"),
        key("edition", Text, "The fingerprint of the text that was coded; parallax check --evidence shows it"),
        key("no-relation", Anchors(&PASSAGE), "Passages that name several actors and relate no two of them"),
    ],
    columns: &[needed("author", one(EntityKind::Author), "Whose it is, if it is not the author of the file")],
};

/// A frame.
pub static FRAME: Record = Record {
    name: "frame",
    about: "A small network inside a text, which statements can name",
    keys: &[
        needed(
            "id",
            Id(EntityKind::Frame),
            "What statements call it; the same id in two files is one frame, read twice",
        ),
        needed("name", Text, "The name"),
        needed("kind", Words(FrameKind::GLOSSARY), "What kind of frame it is"),
        key("when", Date, "When it was (EDTF)"),
        key("participants", many(EntityKind::Actor), "Who takes part"),
        key("absent", many(EntityKind::Actor), "Who is kept out"),
        key("likens", Likens, "Of an analogy: who then is like whom now"),
        key("gloss", Text, "The lesson, in the coder's words"),
        key("evidence", Anchors(&PASSAGE), "Where the text says so"),
    ],
    columns: &[needed("author", one(EntityKind::Author), "Whose it is, if it is not the author of the file")],
};

// How something is said, of actors or in answer to a question.
const STANCE: Key =
    key("stance", Words(Stance::GLOSSARY), "How the author stands to it; all but the first name a holder")
        .or("asserts");
const HOLDER: Key = key("holder", VOICES, "Whose claim it is: ids of actors, or a label such as some analysts");
const VIA: Key = key("via", VOICES, "Who relays it: ids of actors, or a label");
const MODE: Key = key("mode", Words(Mode::GLOSSARY), "In which world it holds").or("actual");
const ATTITUDE: Key = key("attitude", Words(Attitude::GLOSSARY), "What the holder, else the author, feels about it");
const HEDGED: Key = key("hedged", Truth, "Held, but guardedly").or("false");
const WHEN: Key = key("when", Date, "When it holds (EDTF): 2025, 2025-02/.., 2014~");
const STRENGTH: Key = key("strength", Whole(1, 3), "1 slight, 2 plain, 3 strong").or("2");
const FACETS: Key = key("facets", many(EntityKind::Facet), "In which respects: facets of the codebook");
const WITH: Key = key("with", many(EntityKind::Actor), "Together with whom");
const AGAINST: Key = key("against", many(EntityKind::Actor), "Against whom");
const EXCLUDING: Key = key("excluding", many(EntityKind::Actor), "Who is kept out");
const BENEFITING: Key = key("benefiting", many(EntityKind::Actor), "Who gains");
const FRAME_OF: Key = key("frame", one(EntityKind::Frame), "The framework, analogy or event that it belongs to");
const BY: Key = key("by", Text, "By which means");
const AMOUNT: Key = key("amount", Text, "How much, as given");
const CONDITION: Key = key("condition", Text, "What it hangs on");
const GLOSS: Key = key("gloss", Text, "A paraphrase in the coder's own words");
const TAGS: Key = key("tags", Texts, "Free words to select by");
const CODER: Key = key("coder", Text, "Who coded it, if not the coder of the file");
const EVIDENCE: Key =
    key("evidence", Anchors(&PASSAGE), "Where the text says so: p12:3-27#9f2c41aa is paragraph, words, fingerprint");

/// A statement.
pub static RELATION: Record = Record {
    name: "relation",
    about: "A statement by the author about actors",
    keys: &[
        key("id", Id(EntityKind::Relation), "What links call it; stable, so that others can point at it"),
        needed("from", many(EntityKind::Actor), "Of whom; several, where one statement is about all of them"),
        key("from-as", Text, "The author's own word for it, where that matters"),
        needed("to", many(EntityKind::Actor), "To whom"),
        key("to-as", Text, "The author's own word for it, where that matters"),
        key(
            "together",
            TruthOr(Together::GLOSSARY),
            "Whether each list of actors is spoken of as a whole: what is said of it is not said of its parts",
        )
        .or("false"),
        needed("type", one(EntityKind::Type), "What is said: a type of the codebook"),
        key("sign", Whole(-1, 1), "1 positive, 0 neutral, -1 negative, where it is not the type's"),
        STANCE,
        HOLDER,
        VIA,
        key("negated", Truth, "The content is that this does NOT hold: denial, not silence").or("false"),
        MODE,
        ATTITUDE,
        HEDGED,
        WHEN,
        STRENGTH,
        FACETS,
        WITH,
        AGAINST,
        EXCLUDING,
        BENEFITING,
        key("casts", Table(&CASTS), "In which roles the text itself casts them: hero, villain, victim, beneficiary"),
        key("links", Tables(&LINK), "What it does for other statements of the author"),
        FRAME_OF,
        BY,
        AMOUNT,
        CONDITION,
        GLOSS,
        TAGS,
        CODER,
        EVIDENCE,
    ],
    columns: &[
        needed("author", one(EntityKind::Author), "Whose statement it is, if it is not the author of the file"),
        key(
            "direction",
            Words(Direction::GLOSSARY),
            "Whether the tie has a direction, where the table declares its type",
        ),
    ],
};

/// A position.
pub static POSITION: Record = Record {
    name: "position",
    about: "An answer of the author to an issue",
    keys: &[
        key("id", Id(EntityKind::Position), "What others rest on; stable, so that they can point at it"),
        needed("issue", one(EntityKind::Issue), "To which question"),
        needed("answer", Answer, "The id of an answer of the issue; or undecided, wrong-question"),
        STANCE,
        HOLDER,
        VIA,
        key("negated", Truth, "That the answer is NOT so: denial, not silence").or("false"),
        MODE,
        ATTITUDE,
        HEDGED,
        WHEN,
        STRENGTH,
        FACETS,
        WITH,
        AGAINST,
        EXCLUDING,
        BENEFITING,
        key("rests-on", Reasons, "The author's reasons: ids of statements, positions or frames of this author"),
        key("so", Reasons, "What the author concludes from it: ids of statements, positions or frames of this author"),
        FRAME_OF,
        BY,
        AMOUNT,
        CONDITION,
        GLOSS,
        TAGS,
        CODER,
        EVIDENCE,
    ],
    columns: &[needed("author", one(EntityKind::Author), "Whose position it is, if it is not the author of the file")],
};
