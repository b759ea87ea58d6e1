### Networks and comparisons in words.

## What two views are called

side-first = { $side } (first)
side-second = { $side } (second)

## A statement in a sentence, behind who does what to whom

statement-as = { $names } (“{ $word }”)
actors-together = { $actors } together
statement-with = , together with { $actors }
statement-against = , against { $actors }
statement-excluding = , shutting out { $actors }
statement-benefiting = , to the benefit of { $actors }
statement-by = , by { $means }
statement-condition = , provided: { $condition }
statement-serves = , in order that { $aims }
statement-causes = , so that { $aims }
statement-undermines = , which undermines that { $aims }
statement-opposes = , which is set against that { $aims }
statement-next = { $aims }, that { $next }
statement-last = { $aims } and that { $next }
statement-more-links = (and { $n ->
    [one] 1 more link
   *[other] { $n } more links
})

## A position: an answer to an issue, and what it rests on and leads to

position-not = not: { $answer }
position-past = once: { $answer }
position-to-come = to come: { $answer }
position-possible = possible: { $answer }
position-answer-to = “{ $answer }” to “{ $question }”
position-rests-on = Because: { $reasons }.
position-so = Hence: { $reasons }.

# What a phrase in another language cannot say itself.
phrase-not = not
phrase-past = past
phrase-future = future
phrase-possible = possible
phrase-ought = ought to be

## Whose claim it is

voice-by-others = { $verb } by others
voice-endorses = { $whose }, and { $author } { $number ->
    [several] agree
   *[one] agrees
}
voice-endorses-feeling = { $whose }, { $number ->
    [several] say
   *[one] says
} { $author }
voice-reports = { $whose }, which { $author } { $number ->
    [several] leave
   *[one] leaves
} open
voice-doubts = { $whose }, which { $author } { $number ->
    [several] doubt
   *[one] doubts
}
voice-rejects = { $whose }, which { $author } { $number ->
    [several] reject
   *[one] rejects
}

## Details behind it

detail-amount = amount: { $amount }
detail-cast = { $actors } as { $role }
detail-casts = cast: { $cast }
detail-central = central
detail-in-passing = in passing
claim-again = As above.
passage-not-found = not found in the text

# Whom a text casts so (Narrative Policy Framework).
cast-role-beneficiary = beneficiary
cast-role-hero = hero
cast-role-victim = victim
cast-role-villain = villain

## A network

network-loops-state = { $n ->
    [one] 1 statement
   *[other] { $n } statements
} within one state: told at the end, not drawn.
network-loops-actor = { $n ->
    [one] 1 statement
   *[other] { $n } statements
} of an actor about itself: told at the end, not drawn.
network-self-ties = { $n ->
    [one] 1 tie
   *[other] { $n } ties
} of a member of a whole to itself: not drawn.
network-at-states = Persons and institutions stand under their states; sentences name who the text names.
network-within-state = Within one state
network-of-itself = Of an actor and itself
network-no-text = The text of { $work } is not at hand.
network-no-text-but = The text of { $work } is not at hand; it can be read at { $url }.
network-counts = { $actors } in { $n ->
    [one] 1 dyad
   *[other] { $n } dyads
}, { $ties } from { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
}.
network-silent = Nothing is said of it
network-positions = { $n ->
    [one] 1 position
   *[other] { $n } positions
} on { $issues ->
    [one] 1 issue
   *[other] { $issues } issues
}.
network-selected = Selected: { $keys }.

# In which sense a tie stands, if it is not held now.
fact-open-not = its denial left open
fact-possible = possible
fact-felt-not = { $felt } not to be
fact-rejected = rejected as a wish, fear, plan or call
fact-future = to come
fact-past = past

## A comparison

diff-title = { $a } and { $b }
diff-within-one-actor = { $side }: { $n ->
    [one] 1 statement
   *[other] { $n } statements
} within one actor, which no dyad has.
diff-intro = Two witnesses, side by side. Where only one speaks, the other is silent, which is not to deny.
diff-left-out = Left out, because without a single passage nothing contested would be left: { $n ->
    [one] 1 verdict
   *[other] { $n } verdicts
} (--firm).
diff-hint = Paragraphs of the texts are in brackets: p1 is the first. All claims, silences of every grade and whole anchors: --all
diff-verdicts = Verdicts, dyad by dyad
diff-pairs = Of { $n ->
    [one] 1 pair
   *[other] { $n } pairs
} of claims that answer each other, differ or agree: { $ways }.
diff-agree = { $n } agree
diff-differ = { $n } in { $way }

column-verdict = verdict
column-dyads = dyads
column-via-roll-up = via roll-up
column-meaning = meaning
column-actor = actor
column-what-differs = what differs
column-measure = measure
column-value = value
column-type = type
column-both = both

verdict-meaning-denied = one holds a type, or a sign, that the other denies
verdict-meaning-sign-conflict = held now, in a respect that both name: only friendly for one, only hostile for the other
verdict-meaning-agency = of one deed, one names who does it; the other names no doer, or the other of the two
verdict-meaning-at-whose-cost = of one deed, all who bear it, or who gain by it, are others for one than for the other
verdict-meaning-ambivalent = one holds both signs now, in a respect that both name; the other only one
verdict-meaning-other-respects = the signs held now differ, each in a respect that only one side names
verdict-meaning-foreseen-denied = one holds now what the other denies of what is to come or possible, or the reverse
verdict-meaning-valued = in a respect that both name, deeds that take no side for one, friendly or hostile ones for the other
verdict-meaning-possible = held now by one; the other has it as said, possible, to come, wished for, feared or past
verdict-meaning-leaning = what one holds now is friendly, what the other holds is hostile, yet of other times, or one says the opposite as well, in passing
verdict-meaning-alike = none of these; what differs is said pair by pair
verdict-meaning-only = { $side } { $number ->
    [several] are
   *[one] is
} silent

## The overview of a comparison

overview-contested = Contested ({ $n })
overview-further = Also shared, also left out
overview-counts = In numbers
overview-issues = Of { $n ->
    [one] 1 issue
   *[other] { $n } issues
}: { $verdicts }.
overview-dyads = Of { $n ->
    [one] 1 pair of actors
   *[other] { $n } pairs of actors
}: { $verdicts }.
overview-more = And { $n } more: { $names }.
overview-alike = The same claims on: { $names }.
overview-alike-more = The same claims, on { $n } pairs of actors: { $names } …
overview-hint = More: --issue ID, --about ACTOR, --verdict NAME; everything: --all

## A dyad of a comparison

dyad-via-roll-up = , via roll-up
dyad-summary = { $side }: { $n ->
    [one] 1 statement
   *[other] { $n } statements
}, held now: { $signs }.
dyad-facets = The verdict was found in: { $facets }.
dyad-verdicts-also = Also: { $verdicts }.
dyad-met = They meet via roll-up: for { $a } { $as-a }; for { $b } { $as-b }.
dyad-rest = And { $rest }.
dyad-more = (and { $n } more)
dyad-also = … also:
held-both-signs = both friendly and hostile

row-differ = They differ in { $ways }:
row-agree = They agree:
row-beside = Beside each other:
row-alone = Beside these, each alone:

rest-differing = { $n ->
    [one] 1 more pair
   *[other] { $n } more pairs
} that differ
rest-agreeing = { $n ->
    [one] one pair of claims agrees
   *[other] { $n } pairs of claims agree
}
rest-alone = { $n } more of { $side } alone

silence-unrelated = { $side } { $number ->
    [several] have both actors, but do not relate them
   *[one] has both actors, but does not relate them
}: { $dyads }.
silence-parts-or-whole = Of an actor, { $side } { $number ->
    [several] name
   *[one] names
} only parts or members, or what it is part of: { $dyads }.
silence-not-named = { $side } { $number ->
    [several] do not name both actors
   *[one] does not name both actors
}: { $dyads }.
silence-out-of-period = { $side } { $number ->
    [several] are about another time
   *[one] is about another time
}: { $dyads }.

## Beside the dyads: actors

actors-title = Actors
actors-intro = Of both, by statements held now: how often the actor acts / is acted upon, and its rank by the two together.
actors-none-now = none now
actors-degree = { $acts } / { $suffers }, rank { $rank }
actors-more = And { $n ->
    [one] 1 more actor
   *[other] { $n } more actors
} of both.
actors-only = Only { $side } ({ $n }): { $actors }.
actors-elsewhere = Related by { $side } alone, and named by { $other }, but related to nobody else ({ $n }): { $actors }.
actors-grain = Of another grain: { $side } { $number ->
    [several] name
   *[one] names
} { $whole }, where { $other } alone { $other-number ->
    [several] name
   *[one] names
} { $parts }.

remark-acts = { $number ->
    [several] act
   *[one] acts
}
remark-acted-upon = { $number ->
    [several] are acted upon
   *[one] is acted upon
}
remark-roles = { $role-a } for { $a }, { $role-b } for { $b }
remark-held-by-one = held now by { $side } alone
remark-weighs = { $number ->
    [several] weigh
   *[one] weighs
} more for { $side }

## Beside the dyads: frames

frames-title = Frames: frameworks, analogies, events
frames-both = Both read it ({ $n ->
    [one] 1 statement
   *[other] { $n } statements
} of { $a }, { $n-b } of { $b }):
frames-only = Only { $side }:
reading-with = with { $actors }
reading-without = , without { $actors }
reading-likens = ; it likens { $pairs }
reading-likened = { $then } then to { $now } now

## Beside the dyads: structure

structure-title = Structure of what is held now
structure-centres = most partners have { $actors }.
structure-centres-more = most partners have { $actors }, and { $n } more as many as the last.
structure-too-large = camps and triads are not searched for among more than { $actors } actors or { $dyads } dyads.
structure-camps = camps, friendly inside and hostile between, with { $misplaced }; together in each such split: { $camps }.
structure-none-misplaced = no tie out of place
structure-misplaced = { $n ->
    [one] 1 tie
   *[other] { $n } ties
} out of place, the fewest that were found
structure-no-triad = no triad has three signed dyads.
structure-triads = { $n ->
    [one] 1 balanced triad
   *[other] { $n } balanced triads
} (an even number of hostile dyads), { $unbalanced } unbalanced

## Beside the dyads: numbers

numbers-title = Numbers
numbers-none = none
numbers-actors = actors in common
numbers-actors-meaning = actors of both over actors of either (Jaccard)
numbers-dyads = dyads in common
numbers-dyads-meaning = dyads of both over dyads of either, as named (Jaccard)
numbers-claims = claims in common
numbers-claims-meaning = agreeing pairs over all claims (Jaccard)
numbers-signs = sign agreement
numbers-signs-meaning = same sign, of the shared dyads with one sign each ({ $n }); no figure with fewer than five
numbers-silences = silences
numbers-silences-meaning = both actors unrelated, parts or whole only, an actor not named, another time
numbers-beside = beside
numbers-beside-meaning = claims of { $a } alone, of { $b } alone on shared dyads

## How often each type is held

tally-title = { $a } and { $b }, type by type
tally-intro = Pairs of actors of whom the type is held, now, once or to come; ordered where the type has a direction.

## A comparison of several sides

survey-title = { $n } sides
survey-intro = Witnesses, side by side: each two are compared, and what several hold is counted. Who does not speak is silent, which is not to deny. What is held now is friendly, hostile, both or neutral.
survey-hint = Of longer lists the first are shown. All of them: --all. What two sides say of a dyad, claim by claim: name these two alone.
survey-between = Two by two ({ $n })
survey-figures = both: dyads of which both speak; overlap: these over the dyads of either; contested: those that the two tell otherwise; contradicted: of these, where one denies what the other holds, or they hold opposite signs; conflict: from 0, alike everywhere, to 1, contradicted everywhere, what is contested without contradiction counting half; no figure with fewer than five dyads of both.
survey-contested = ≠ Contested by some two sides ({ $n })
survey-camp = { $signs } for { $sides }
survey-denials = only denials
survey-silent = { $n ->
    [one] 1 side is silent
   *[other] { $n } sides are silent
}
survey-against = { $side } against { $others }
survey-majorities = Held by a majority ({ $n })
survey-types = Who holds what now ({ $n })
survey-shares = Held by all sides: { $all }; by most: { $most }; by some: { $some }; by one alone: { $one }.
survey-divided = { $n ->
    [one] One more is held only by sides that say the opposite as well.
   *[other] { $n } more are held only by sides that say the opposite as well.
}
survey-opposite = { $n ->
    [one] { $sides } says the opposite as well
   *[other] { $sides } say the opposite as well
}

column-sides = sides
column-overlap = overlap
column-contested = contested
column-contradicted = contradicted
column-conflict = conflict
column-dyad = dyad
column-holds = holds
column-majority = majority
column-answering = of
column-silent = silent
column-outliers = outliers
column-from = from
column-to = to
column-share = held by

share-all = all
share-most = most
share-some = some
share-one = one
