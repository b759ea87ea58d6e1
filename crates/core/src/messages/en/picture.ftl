### Pictures: titles, legends, sources, notes, and their descriptions.

## Titles

title-consensus = Consensus of { $names }
title-nobody = none
title-views = { $n ->
    [one] 1 view
   *[other] { $n } views
}
title-what-differs = { $title }: what differs
title-strips = What is coded of the texts
title-page = { $title } ({ $number } of { $count })

## Labels of lines

label-shared = , { $n } of { $all }

## The legend

legend-who = Who says so
legend-contested = Contested
legend-relation = Relation
legend-strength = Strength
legend-held-by = Held by
legend-not-now = Not a fact now
legend-actor = Actor
legend-statement = Statement
legend-sentence = Sentence
legend-words = Words

legend-both = both
legend-times = ×2: two statements
label-says = { $who } says:
label-denies = { $who } denies:
label-more = , { $n } more
legend-count = Count
legend-related-by = related here by { $letter } alone
legend-only-in = only in { $letter }
legend-not-in-view = not in this view
legend-not-in-panel = not in this panel
legend-no-difference = no difference here
legend-bloc = a bloc with its members, in place of { $lines }

shared-half = half or fewer
shared-most = more than half
shared-all = all

# Of a matrix.
legend-both-signs = both positive and negative
legend-direction = The actor of the row acts, the actor of the column is acted upon.
legend-no-direction = What has no direction stands on both sides of the diagonal.
legend-blocs = Strong lines part blocs: more friendly ties inside than chance would give, fewer hostile ones.
legend-blocs-friendly = Strong lines part blocs: more friendly ties inside than chance would give.
legend-blocs-hostile = Strong lines part blocs: fewer hostile ties inside than chance would give.
legend-open = said, past, possible, expected, wished for, feared, planned or called for
legend-denied = denied
legend-denied-or-unwanted = denied, or not wished for

# Of texts as strips.
legend-several-of-a-sign = several of a sign
legend-uncoded = names several actors, not coded yet
legend-aside = looked at, relates nobody
legend-named = an actor is named
legend-frame = evidence of a frame
legend-position = evidence of a position
legend-frame-or-position = evidence of a frame or a position

## What a line, an actor or a badge is, for who points at it

line-of-one = , said here by { $side } alone
line-of-both = , both
badge-contested = told otherwise: { $verdicts }

## Sources, and what is left out

source-selected = Selected: { $keys }.
source-everything = all
source-alike = Left out: { $n ->
    [one] 1 line
   *[other] { $n } lines
} that both draw alike.
source-share = { $n } of { $all }
source-drawn = { $shares } statements drawn.
source-not-drawn = Not drawn: { $why }.
source-unheld = { $n } not held now
source-loops = { $n } within one actor
source-only-firm = Contested pairs that rest on a single passage are not marked.
source-focus = In full: { $actor }, its lines and its neighbours; the rest is faded.
source-top = Left out: { $n } of { $all } actors, those with the fewest statements.
source-poster = A poster, too full for a slide: its words can be read on { $paper } paper.
source-large-poster = Too full for any sheet: draw fewer actors (top), or a matrix.
source-wordless = Without words for want of room: { $n } of { $all } lines, the weakest where two meet.
source-goes-on = The notes go on to page 2.
nothing-drawn = Nothing to draw of what is selected.
nothing-selected = Nothing to draw: no statement is selected.

## Notes

note-no-paraphrase = (no paraphrase)
note-no-passage = no passage given
note-endorsed = { $whose }, endorsed
note-left-open = { $whose }, left open
note-doubted = { $whose }, doubted
note-rejected = { $whose }, rejected
note-relayed = relayed by { $holders }
note-negated = that it is not so
note-guarded = guarded

## The description, which screen readers read

described-alike = Left out, because both draw it alike: { $lines }.
described-sides = Lines that are drawn of { $counts }.
described-of-one = { $side } alone
described-of-both = both
described-shared = Lines held, of { $views } views: { $counts }.
described-held-by = by { $n }
described-contested = They tell otherwise: { $pairs }.
described-strongest = Strongest: { $lines }.
described-areas = Members inside the area of their bloc, in place of { $lines }: { $blocs }.
described-matrix = A matrix: the actor of the row acts, that of the column is acted upon.
described-halves = Of each cell the upper left half is of { $a }, the lower right of { $b }.
described-blocs = Actors bloc by bloc: { $blocs }.
described-page = Notes on the picture of page 1: page { $number } of { $count }.

## Texts as strips

strip-scale = A line has room for { $n } words; each paragraph begins a new one.
strip-described = Texts as strips, a row a paragraph, its words to scale.
strip-open-many = To look at in { $n } paragraphs.
strip-open = To look at: paragraph { $paragraphs }.
strip-anchored = { $percent } % of { $words } under an anchor
strip-nothing = { $anchored }; nothing to look at: { $why }
strip-numbers = { $anchored }; { $n ->
    [one] 1 sentence
   *[other] { $n } sentences
} with several actors: { $coded } coded, { $aside } set aside, { $open } to look at
strip-frame = { $place } frame { $frame }
strip-aside = { $place } relates nobody
strip-to-look-at = to look at: { $n }
strip-nothing-coded = nothing coded
strip-paragraph = Paragraph { $number }, { $words } words: { $said }

## Charts of issues, and of names

title-issues = Questions and answers: { $names }
title-briefing = In brief: { $names }
title-naming = Who calls whom what: { $names }
title-timeline = What happened when: { $names }

chart-undecided = it cannot be said
chart-wrong-question = the question is wrongly put
chart-sense-held = held
chart-sense-open = left open
chart-sense-denied = denied
chart-denied-by = not { $side }
chart-no-answer = no answer
chart-silent = silent: { $names }
chart-silent-one = { $side }: silent
chart-silent-count = { $n } silent:

# Why an answer is not held outright.
chart-to-come = to come
chart-guarded = guarded
chart-doubted = doubted

# What two sides come to, and how many two of several.
chart-agree-other-reasons = agree, for other reasons
chart-pairs-contradict = { $n } of { $all } pairs contradict
chart-pairs-contest = { $n } of { $all } pairs at odds

legend-answer = An answer
legend-dot = of one view; the number says how many hold it outright
legend-beside = held beside a main one
legend-not-outright = not outright: guarded, if, to come, or the word of others

source-top-issues = Left out: { $n } of { $all } issues, the last of their order.
source-top-named = Left out: { $n } of { $all } actors, those least often named.
source-top-times = Left out: { $n } of { $all } times, the latest.
source-undated = { $n ->
    [one] 1 statement has no time
   *[other] { $n } statements have no time
}.
source-top-lines = Left out: { $n } of { $all } lines, the last of their order.
source-positions = Not shown: { $n ->
    [one] 1 position
   *[other] { $n } positions
} only wished for or feared, or conditional or reported beside what is held outright.
source-names = Of names as many stand there as two lines hold.
source-words = Of words the commonest stand there that three lines hold.
source-only-firm-issues = What is contested by a single passage alone is left out.
nothing-issues = Nothing to draw: nobody here answers an issue.
nothing-named = Nothing to draw: no statement here has an author's own words for an actor.
nothing-dated = Nothing to draw: no statement here has a time.

described-issues = { $title }. { $n ->
    [one] 1 issue
   *[other] { $n } issues
}, { $contested } contested.
described-briefing = { $title }. { $n ->
    [one] 1 line
   *[other] { $n } lines
}.
described-timeline = { $title }. { $n ->
    [one] 1 time
   *[other] { $n } times
}, the earliest first.
described-naming = { $title }. { $n ->
    [one] 1 actor
   *[other] { $n } actors
}.
chart-quoted = “{ $words }”
