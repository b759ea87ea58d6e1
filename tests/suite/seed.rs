//! The corpus that is broken in hundreds of ways: a little of everything, in every notation.

/// Its files: names and texts.
pub(crate) const SEED: &[(&str, &str)] = &[
    (
        "parallax.toml",
        r##"title = "Two witnesses"
sources = "sources"

[[author]]
id = "thucydides"
colour = "#0072b2"

[[author]]
id = "herodotus"

[[author]]
id = "xenophon"
name = "Xenophon"

[[view]]
id = "war"
select = ["thucydides", "herodotus:level=state"]
formats = ["svg", "png"]

[[view]]
id = "both"
diff = ["thucydides", "herodotus"]

[[table]]
file = "relations/xenophon.csv"
columns = { type = "relation", when = "year" }
author = "xenophon"

[[table]]
file = "relations/answers.csv"
author = "xenophon"
columns = { negated = "agree" }
values = { answer = { 1 = "growth", 0 = "fear" }, negated = { yes = "false", no = "true" } }
"##,
    ),
    (
        "actors/all.toml",
        r#"[[actor]]
id = "athens"
name = "Athens"
kind = "state"
aliases = ["the city", "Athenai"]

[[actor]]
id = "pericles"
name = "Périclès"
kind = "person"
stands-for = [{ actor = "athens", when = "-0460/-0428" }]

[[actor]]
id = "sparta"
name = "Sparta"
kind = "state"
part-of = "league"
"#,
    ),
    (
        "actors/more.csv",
        "id;name;kind;aliases;composed-of\r\ncorinth;Corinth;state;Korinthos; \r\nleague;\"Peloponnesian \"\"League\"\"\";bloc;;\"sparta; corinth\"\r\nthebes;Thebes;state;;\r\n",
    ),
    (
        "relations/codebook.toml",
        r#"[[type]]
id = "allies-with"
sign = 1
directed = false

[[type]]
id = "opposes"
sign = -1
inverse = "is opposed by"

[[type]]
id = "trades-with"
sign = 0

[[facet]]
id = "military"

[[facet]]
id = "economic"

[[issue]]
id = "cause"
question = "Why did it come?"
about = ["athens", "sparta"]
kind = "fact"
answers = { growth = "growth", fear = "fear", both = "both" }
ordered = true
"#,
    ),
    (
        "relations/thucydides.toml",
        r#"[author]
id = "thucydides"
name = "Thucydides"
actor = "athens"

[[work]]
id = "war"
title = "The war"
date = "-0400~"
period = "-0430/-0410"
text = "war.txt"

[[frame]]
id = "talks"
name = "The talks"
kind = "event"
participants = ["athens", "sparta"]
likens = { corinth = "thebes" }
evidence = ["p1:1-3#00000000"]

[[relation]]
id = "athens-opposes-sparta"
from = "athens"
to = ["sparta", "corinth"]
type = "opposes"
facets = ["military"]
strength = 3
evidence = ["p1:1-3#00000000", "war:p2:1-2#ffffffff"]

[[relation]]
from = "pericles"
to = "The City"
type = "allies-with"
stance = "rejects"
holder = ["sparta", "some envoys"]
negated = true
mode = "historical"
when = "-0440/.."
against = ["corinth"]
casts = { from = "villain", against = "victim" }
links = [{ kind = "serves", to = "athens-opposes-sparta" }]
frame = "talks"

[[position]]
id = "from-fear"
issue = "cause"
answer = "fear"
strength = 3
rests-on = ["athens-opposes-sparta", "talks"]

[[position]]
issue = "cause"
answer = "growth"
negated = true
hedged = true
so = ["from-fear"]
evidence = ["p1:1-3#00000000"]
"#,
    ),
    (
        "relations/herodotus.json",
        r#"{
  "author": { "id": "herodotus", "name": "Herodotus" },
  "relation": [
    { "from": "athens", "to": "sparta", "type": "allies-with", "sign": 1, "facets": ["economic"] },
    { "from": ["corinth", "thebes"], "to": "athens", "together": "from", "type": "trades-with", "hedged": true, "gloss": "Grain \u00e9" }
  ],
  "position": [{ "issue": "cause", "answer": "wrong-question", "stance": "doubts", "holder": "envoys" }]
}
"#,
    ),
    (
        "relations/xenophon.csv",
        "from,to,relation,year,gloss,links\nathens,sparta,opposes,-0403,\"He says, \"\"war\"\"\",\nthebes,corinth,allies-with,-0394/-0386,,\n",
    ),
    (
        "relations/answers.csv",
        "issue,answer,holder,when,agree\ncause,1,sparta,-0403,yes\ncause,undecided,,,\ncause,0,,-0394,no\n",
    ),
    ("sources/war.txt", "Athens opposed Sparta.\n\nCorinth waited.\n"),
];
