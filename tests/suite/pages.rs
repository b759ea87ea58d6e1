//! Corpora for the tests in browsers: one whose every text is hostile, and made-up ones of any size. As files, by name.

use serde_json::{Value, json};

use crate::generator::Generator;

/// Files of a corpus: name and text.
pub(crate) type Files = Vec<(String, String)>;

/// What must be shown as it stands, and never become markup, script, a request or another order of letters.
///
/// `hostile` is the word that the tests look for; a page that runs any of this opens a dialog, which fails them.
pub(crate) const HOSTILE: &[&str] = &[
    "hostile <script>alert('hostile')</script>",
    "hostile \"><img src=x onerror=alert(1)>",
    "hostile </script><script>alert(2)</script>",
    "hostile <!--<script>",
    "hostile --> ]]> <![CDATA[ &lt;b&gt; &amp; &#x3c;",
    "hostile '\" onmouseover=\"alert(3)\" x='",
    "hostile </title></style></svg><svg onload=alert(4)>",
    "hostile <iframe src=\"https://example.org/frame\"></iframe>",
    "hostile <a href=\"javascript:alert(5)\">link</a>",
    "hostile url(https://example.org/x.png) ; } body { background: red",
    "hostile \u{202e}reversed\u{202c} \u{2066}isolate\u{2069} \u{200f}mark",
    "hostile zero\u{200d}width\u{200b}join\u{200c}ers\u{feff}\u{00ad}",
    "hostile \u{2028}line\u{2029}paragraph\u{0085}next",
    "hostile {{constructor.constructor('alert(6)')()}} ${alert(7)} `alert(8)`",
    "hostile = + - @ \t\"comma, quote\"; \\ /* */ // \\u003cscript\\u003e",
    "hostile Z\u{0351}\u{036b}\u{0343}\u{0346}a\u{030a}\u{036d}\u{0363}l\u{0334}\u{0328}go",
    "hostile \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f466} \u{1f1fa}\u{1f1f8}",
    "hostile \u{1}con\u{1f}tro\u{7f}l \u{fffe}",
    "hostile العربية עברית русский 中文 (mixed) 1948",
];

/// Ids that are words of JavaScript's own objects, or hold what an address, a selector or a file name uses.
const IDS: &[&str] = &[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "a--b",
    "a",
    "b--c",
    "b",
    "c",
    "<i>",
    "x\"y",
    "x'y",
    "x&y",
    "x|y;z",
    "x/../y",
    "50%20",
    "[x]",
    "актёр",
];

const TYPES: &[&str] = &["__proto__", "constructor", "valueOf", "<b>"];
const FACETS: &[&str] = &["__proto__", "constructor", "toString"];
const ISSUES: &[&str] = &["__proto__", "constructor", "valueOf"];

/// Two authors whose every text is hostile, with the text that the passages come from.
pub(crate) fn hostile() -> Files {
    let text = |at: usize| HOSTILE[at % HOSTILE.len()];
    let title = toml::Value::String(format!("{}\u{b}{}", text(2), text(17)));
    let about = toml::Value::String(HOSTILE.join(" "));
    let authors = "[[author]]\nid = \"__proto__\"\n\n[[author]]\nid = \"constructor\"\n";
    let actors: Vec<Value> = IDS.iter().enumerate().map(|(at, id)| hostile_actor(at, id)).collect();
    let kinds: Vec<Value> = TYPES.iter().enumerate().map(|(at, id)| hostile_type(at, id)).collect();
    let facet = |at: usize, id: &str| json!({"id": id, "label": text(at + 3), "definition": text(at)});
    let facets: Vec<Value> = FACETS.iter().enumerate().map(|(at, id)| facet(at, id)).collect();
    let issue = |at: usize, id: &str| {
        json!({"id": id, "question": text(at + 6), "about": [IDS[at]], "kind": "fact",
        "answers": {"__proto__": text(at), "toString": text(at + 9), "no": text(at + 15)}})
    };
    let issues: Vec<Value> = ISSUES.iter().enumerate().map(|(at, id)| issue(at, id)).collect();
    vec![
        (
            "parallax.toml".to_owned(),
            format!("title = {title}\ndescription = {about}\nsources = \"sources\"\n\n{authors}"),
        ),
        ("actors/all.json".to_owned(), json!({ "actor": actors }).to_string()),
        ("relations/codebook.json".to_owned(), json!({"type": kinds, "facet": facets, "issue": issues}).to_string()),
        ("relations/a.json".to_owned(), hostile_author(0, "__proto__").to_string()),
        ("relations/b.json".to_owned(), hostile_author(1, "constructor").to_string()),
        ("sources/text.txt".to_owned(), HOSTILE.join("\n")),
    ]
}

fn hostile_actor(at: usize, id: &str) -> Value {
    // The first has a name of ten thousand characters, the second one of a single word.
    let name = match at {
        0 => format!("{at} {}", HOSTILE.join(" ").chars().cycle().take(10_000).collect::<String>()),
        1 => format!("{at}{}", "W".repeat(10_000)),
        _ => format!("{at} {}", HOSTILE[at % HOSTILE.len()]),
    };
    let label = HOSTILE[(at + 5) % HOSTILE.len()];
    let alias = format!("{at} {}", HOSTILE[(at + 1) % HOSTILE.len()]);
    let kind = ["state", "person", "bloc", "organisation", "group", "place", "thinker"][at % 7];
    let mut actor = json!({"id": id, "name": name, "kind": kind, "aliases": [alias], "note": label});
    if at.is_multiple_of(2) {
        actor["label"] = json!(label.chars().take(40).collect::<String>());
    }
    if kind == "person" {
        actor["stands-for"] = json!("__proto__");
    }
    actor
}

fn hostile_type(at: usize, id: &str) -> Value {
    let [label, phrase, inverse] = [0, 4, 7].map(|more| HOSTILE[(at + more) % HOSTILE.len()]);
    let sign = [-1, 0, 1][at % 3];
    json!({"id": id, "label": label, "phrase": phrase, "inverse": inverse, "sign": sign,
        "directed": at.is_multiple_of(2), "definition": phrase})
}

fn hostile_author(turn: usize, id: &str) -> Value {
    let text = |at: usize| HOSTILE[(at + turn) % HOSTILE.len()];
    let url = ["javascript:alert(9)", "data:text/html,<script>alert(10)</script>"][turn];
    let work = json!({"id": "__proto__", "title": text(0), "publisher": text(1), "date": "2025-03",
        "period": "2020/2025", "url": url, "text": "text.txt", "paragraphs": "lines"});
    let frame = json!({"id": "constructor", "name": text(2), "kind": "analogy", "gloss": text(3),
        "participants": [IDS[0], IDS[1]], "likens": {text(4): IDS[2]}});
    let relations: Vec<Value> = (0..40).map(|at| hostile_statement(turn, at)).collect();
    let positions: Vec<Value> = (0..9).map(|at| hostile_position(turn, at)).collect();
    let author = json!({"id": id, "name": text(6), "coder": text(7)});
    json!({"author": author, "work": [work], "frame": [frame], "relation": relations, "position": positions})
}

fn hostile_position(turn: usize, at: usize) -> Value {
    let text = |more: usize| HOSTILE[(at + turn + more) % HOSTILE.len()];
    let answer = ["__proto__", "toString", "no", "undecided"][(at + turn) % 4];
    let stance = ["asserts", "reports", "rejects"][at % 3];
    json!({"issue": ISSUES[at / 3], "answer": answer, "stance": stance, "holder": [text(8)], "gloss": text(2),
        "condition": text(5), "mode": "hypothetical", "rests-on": ["constructor"],
        "evidence": [first_word(at % HOSTILE.len() + 1)]})
}

fn hostile_statement(turn: usize, at: usize) -> Value {
    let text = |more: usize| HOSTILE[(at + more) % HOSTILE.len()];
    let place = |id: &str| IDS.iter().position(|known| *known == id).unwrap_or_default();
    // Two pairs that have one name if their ids are joined by `--`.
    let (from, to) = match at {
        0 => (place("a"), place("b--c")),
        1 => (place("a--b"), place("c")),
        _ => (at % IDS.len(), (at * (turn + 2) + 1 + at / IDS.len()) % IDS.len()),
    };
    let to = if from == to { (to + 1) % IDS.len() } else { to };
    let stance = ["asserts", "asserts", "endorses", "reports", "doubts", "rejects"][(at + turn) % 6];
    let gloss = if at == 3 { HOSTILE.join(" ").repeat(16) } else { text(2).to_owned() };
    let mode = ["actual", "actual", "historical", "future", "hypothetical"][at % 5];
    let when = ["2022/..", "2020", "1999/2021", "2025-02"][at % 4];
    let tags = [["slide"], ["</script>"]][at % 2];
    let words: Vec<&str> = text(3).split_whitespace().take(4).collect();
    let mut said = json!({
        "from": IDS[from], "to": IDS[to], "from-as": words.join(" "), "type": TYPES[at % TYPES.len()],
        "stance": stance, "mode": mode, "when": when, "strength": at % 3 + 1, "hedged": at.is_multiple_of(7),
        "facets": [FACETS[at % FACETS.len()]], "against": [IDS[(from + 5) % IDS.len()]],
        "by": text(4), "amount": text(5),
        "condition": text(6), "gloss": gloss, "tags": tags,
        "frame": "constructor", "coder": text(8), "evidence": [first_word(at % HOSTILE.len() + 1)],
    });
    if stance != "asserts" {
        said["holder"] = json!([IDS[(from + 3) % IDS.len()], text(7)]);
    }
    said
}

/// The anchor of the first word of a paragraph of the hostile text, which is always the same.
fn first_word(paragraph: usize) -> String {
    let fingerprint = &blake3::hash(b"hostile").to_hex()[..8];
    format!("p{paragraph}:1-1#{fingerprint}")
}

/// Two authors in colours that they are given, who mean one pair in different senses; what relates an actor to itself; and words of people
/// that are like those which join the parts of a sentence.
pub(crate) fn apart() -> Files {
    let named = |(id, name)| json!({"id": id, "name": name, "label": id, "kind": "state"});
    let actors = [("north", "NORTH"), ("south", "SOUTH"), ("east", "EAST: all, so that none is left")].map(named);
    let kind = json!({"type": [{"id": "hates", "sign": -1, "directed": true}], "facet": [{"id": "war"}]});
    let said = |from: &str, to: &str, more: Value| {
        let mut said = json!({"from": from, "to": to, "type": "hates"});
        let (all, more) = (said.as_object_mut(), more.as_object().cloned());
        all.expect("a record").extend(more.unwrap_or_default());
        said
    };
    let author = |id: &str, said: [Value; 3]| {
        let author = json!({"author": {"id": id, "name": id}, "relation": said});
        (format!("relations/{id}.json"), author.to_string())
    };
    let config = "title = \"Apart\"\n\n[[author]]\nid = \"ann\"\ncolour = \"#aa3311\"\n\n[[author]]\nid = \"bob\"\ncolour = \"#1155aa\"\n";
    vec![
        ("parallax.toml".to_owned(), config.to_owned()),
        ("actors/all.json".to_owned(), json!({ "actor": actors }).to_string()),
        ("relations/codebook.json".to_owned(), kind.to_string()),
        author(
            "ann",
            [
                said("north", "south", json!({"attitude": "ought"})),
                said("north", "north", json!({})),
                said("south", "east", json!({"mode": "historical"})),
            ],
        ),
        author(
            "bob",
            [
                said("north", "south", json!({"attitude": "wants", "negated": true})),
                said("east", "south", json!({"by": "a plan: one, so that it holds (twice)", "facets": ["war"]})),
                said("south", "east", json!({"mode": "historical"})),
            ],
        ),
    ]
}

/// A made-up corpus that uses every field a statement has: so many authors, actors and statements.
pub(crate) fn made_up(authors: usize, actors: usize, statements: usize) -> Files {
    let mut generator = Generator::new(6);
    let listed: String = (0..authors).map(|at| format!("\n[[author]]\nid = \"author-{at}\"\n")).collect();
    let states = actors.div_ceil(3);
    let actor = |at: usize| {
        let kind = if at < states { "state" } else { ["person", "organisation", "group"][at % 3] };
        let mut actor = json!({"id": format!("actor-{at}"), "name": format!("Actor {at} of the {kind}s"),
            "kind": kind, "aliases": [format!("A{at}")]});
        if kind == "person" {
            actor["stands-for"] = json!(format!("actor-{}", at % states));
        }
        actor
    };
    let actor: Vec<Value> = (0..actors).map(actor).collect();
    let kind = |at: usize| {
        let sign = [1, -1, 0][at % 3];
        json!({"id": format!("type-{at}"), "label": format!("type {at}"), "phrase": format!("does {at} to"),
        "sign": sign, "directed": at % 4 != 3, "definition": format!("The type of number {at}.")})
    };
    let facet = |at: usize| json!({"id": format!("facet-{at}"), "label": format!("facet {at}")});
    let codebook =
        json!({"type": (0..18).map(kind).collect::<Vec<_>>(), "facet": (0..8).map(facet).collect::<Vec<_>>()});
    let mut files = vec![
        ("parallax.toml".to_owned(), format!("title = \"{authors} authors on {actors} actors\"\n{listed}")),
        ("actors/all.json".to_owned(), json!({ "actor": actor }).to_string()),
        ("relations/codebook.json".to_owned(), codebook.to_string()),
    ];
    for at in 0..authors {
        let count = statements / authors + usize::from(at < statements % authors);
        let relation: Vec<Value> = (0..count).map(|number| made_up_statement(number, actors, &mut generator)).collect();
        let author = json!({"author": {"id": format!("author-{at}"), "name": format!("Writer {}", at + 1)},
            "work": [{"id": "work", "title": format!("Work {at}"), "date": "2025", "period": "2015/2025"}],
            "frame": [{"id": "frame", "name": format!("The frame of {at}"), "kind": "framework"}],
            "relation": relation});
        files.push((format!("relations/author-{at}.json"), author.to_string()));
    }
    files
}

fn made_up_statement(number: usize, actors: usize, generator: &mut Generator) -> Value {
    // A few actors are named again and again, as in texts.
    let mut actor = || {
        let most = generator.below(actors) + 1;
        generator.below(most)
    };
    let (from, to, third) = (actor(), actor(), actor());
    let to = if from == to { (to + 1) % actors } else { to };
    let stance =
        *generator.pick(&["asserts", "asserts", "asserts", "asserts", "endorses", "reports", "doubts", "rejects"]);
    let mode = *generator.pick(&["actual", "actual", "actual", "historical", "future", "hypothetical"]);
    let year = 2000 + generator.below(26);
    let when = if generator.below(2) == 0 { format!("{year}") } else { format!("{year}/..") };
    let gloss = format!("A paraphrase of statement {number}, in a dozen plain words of the coder's own.");
    let mut said = json!({
        "id": format!("s-{number}"), "from": format!("actor-{from}"), "to": format!("actor-{to}"),
        "type": format!("type-{}", generator.below(18)), "stance": stance, "mode": mode, "when": when,
        "negated": generator.below(10) == 0, "hedged": generator.below(10) == 0, "strength": generator.below(3) + 1,
        "facets": [format!("facet-{}", generator.below(8))], "gloss": gloss,
        "evidence": [format!("p{}:1-9#{:08x}", number / 12 + 1, generator.next() & 0xFFFF_FFFF)],
    });
    if stance != "asserts" {
        said["holder"] = json!([format!("actor-{}", generator.below(actors))]);
        said["via"] = json!(["some observers"]);
    }
    if generator.below(4) == 0 {
        said["against"] = json!([format!("actor-{third}")]);
        said["attitude"] = json!(*generator.pick(&["wants", "fears", "intends", "ought"]));
        said["frame"] = json!("frame");
    }
    if number > 0 && generator.below(3) == 0 {
        let kind = *generator.pick(&["serves", "causes", "undermines", "opposes"]);
        said["links"] = json!([{"kind": kind, "to": format!("s-{}", generator.below(number))}]);
    }
    if number.is_multiple_of(40) {
        said["tags"] = json!(["slide"]);
        said["by"] = json!("an instrument");
        said["amount"] = json!("in plenty");
        said["condition"] = json!("if it rains");
    }
    said
}
