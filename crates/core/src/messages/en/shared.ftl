### Words that reports, pictures and page have in common. Keys say where a message belongs: count-lines, sign-positive.

## Lists and numbers

list-and = { $first } and { $last }
list-or = { $first } or { $last }
number-point = .
number-group = ,

## Counts

count-actors = { $n ->
    [one] 1 actor
   *[other] { $n } actors
}
count-dyads = { $n ->
    [one] 1 dyad
   *[other] { $n } dyads
}
count-lines = { $n ->
    [one] 1 line
   *[other] { $n } lines
}
count-more = { $n } more
count-paragraphs = { $n ->
    [one] 1 paragraph
   *[other] { $n } paragraphs
}
count-partners = { $n ->
    [one] 1 partner
   *[other] { $n } partners
}
count-statements = { $n ->
    [one] 1 statement
   *[other] { $n } statements
}
count-ties = { $n ->
    [one] 1 tie
   *[other] { $n } ties
}
count-words = { $n ->
    [one] 1 word
   *[other] { $n } words
}

## Years

date-bc = { $year } BC
date-ad = AD { $year }
date-long-year = the year { $year }

## Signs

sign-positive = positive
sign-neutral = neutral
sign-negative = negative

# What a sign comes to between two actors.
relation-positive = friendly
relation-neutral = neutral
relation-negative = hostile

## Strengths

strength-slight = slight
strength-plain = plain
strength-strong = strong

## Kinds of actors

actor-kind-state = state
actor-kind-bloc = bloc
actor-kind-organisation = organisation
actor-kind-group = group
actor-kind-person = person
actor-kind-thinker = thinker
actor-kind-place = place
actor-kind-unknown = kind not said

## Frames

frame-kind-framework = framework
frame-kind-analogy = analogy
frame-kind-event = event

## What follows from stance and negation

standing-holds = held
standing-open = left open
standing-denies = denied
held-in-passing = nothing but in passing
held-nothing = nothing

## In which sense a line stands: the word before its label, and what that means

sense-held = held
sense-was = was
sense-will = will
sense-if = if
sense-wants = wants
sense-wants-not = wants not
sense-wanted = wanted
sense-wanted-not = wanted not
sense-fears = fears
sense-fears-not = fears not
sense-feared = feared
sense-feared-not = feared not
sense-intends = intends
sense-intends-not = intends not
sense-intended = intended
sense-intended-not = intended not
sense-ought = ought
sense-ought-not = ought not
sense-ought-then = ought then
sense-ought-not-then = ought not then
sense-rejects = rejects
sense-said = said
sense-said-not = said not
sense-not = not

meaning-held = now
meaning-was = past
meaning-will = expected
meaning-if = possible
meaning-wants = wished for
meaning-wants-not = wished not to be
meaning-wanted = once wished for
meaning-wanted-not = once wished not to be
meaning-fears = feared
meaning-fears-not = feared not to be
meaning-feared = once feared
meaning-feared-not = once feared not to be
meaning-intends = planned
meaning-intends-not = planned not to be
meaning-intended = once planned
meaning-intended-not = once planned not to be
meaning-ought = called for
meaning-ought-not = called for not to be
meaning-ought-then = once called for
meaning-ought-not-then = once called for not to be
meaning-rejects = a wish, fear, plan or call of others, rejected
meaning-said = claimed by others
meaning-said-not = denied by others
meaning-not = denied

## The answers that every issue has

answer-undecided = it cannot be said
answer-wrong-question = the question is wrongly put

## Verdicts

verdict-denied = denied
verdict-sign-conflict = sign-conflict
verdict-agency = agency
verdict-at-whose-cost = at-whose-cost
verdict-ambivalent = ambivalent
verdict-other-respects = other-respects
verdict-foreseen-denied = foreseen-denied
verdict-valued = valued
verdict-possible = possible
verdict-leaning = leaning
verdict-alike = alike
# Only one side speaks of it.
verdict-only = only { $side }
verdict-name-agency = Told differently: who acts
verdict-name-alike = Alike
verdict-name-ambivalent = Told differently: ambivalent on one side
verdict-name-at-whose-cost = Told differently: at whose cost
verdict-name-denied = Contradiction: denied
verdict-name-foreseen-denied = Contradiction: foreseen and denied
verdict-name-leaning = Weighed differently: friendly and hostile
verdict-name-other-respects = Told differently: in other respects
verdict-name-possible = Held by one, possible for the other
verdict-name-sign-conflict = Contradiction: opposite signs
verdict-name-valued = Told differently: neutral for one
verdict-title-denied = ≠ Denied: one holds what the other denies
verdict-title-sign-conflict = ≠ Sign conflict: only friendly for one, only hostile for the other
verdict-title-agency = ≠ Agency: one names who does it; the other names no doer, or the other of the two
verdict-title-at-whose-cost = ≠ At whose cost: of one deed, others bear it, or gain by it, for one than for the other
verdict-title-ambivalent = ≠ Ambivalent: both friendly and hostile for one, only one of them for the other
verdict-title-other-respects = ≠ In other respects: the signs differ, each in a respect that only one side names
verdict-title-foreseen-denied = ≠ Foreseen and denied: one holds now what the other denies of what is to come or possible, or the reverse
verdict-title-valued = ≠ Valued: deeds that take no side for one, friendly or hostile ones for the other
verdict-title-possible = Possible: held by one, for the other no more than said, possible, wished for, feared or past
verdict-title-leaning = Leaning: what one holds is friendly, what the other holds is hostile; of other times, or with the opposite said in passing
verdict-title-alike = Alike: none of these; what differs is said pair by pair
verdict-title-only = Only { $side }
row-grounds = The verdict rests on:
row-grounds-also = Also { $verdict }, which rests on:
verdict-as-named = By what names the two actors alone: { $verdict }.
verdict-rests-on = It rests on { $n ->
    [one] one passage: { $passages }
   *[other] single passages: { $passages }
}.
verdict-untried = Too much is said to try whether it rests on a single passage.
passage-of = { $place } of { $author }
passage-statement = statement { $statement }

## In what two claims differ

differs-standing = standing
differs-direction = direction
differs-type = type
differs-facet = facet
differs-purpose = purpose
differs-mode = mode
differs-attitude = attitude
differs-stance = stance
differs-period = period
differs-strength = strength

## What is felt about a content, as a participle; "of the past" before the present of the work

attitude-wants = { $time ->
    [past] once wanted
   *[now] wanted
}
attitude-fears = { $time ->
    [past] once feared
   *[now] feared
}
attitude-intends = { $time ->
    [past] once intended
   *[now] intended
}
attitude-ought = { $time ->
    [past] once called for
   *[now] called for
}

## Whose claim it is

voice-held = held
voice-claimed = claimed
voice-by = { $verb } by { $holders }
voice-via = , as relayed by { $holders }
detail-hedged = said guardedly

## How to read a picture, and where it is from

legend-reading = How to read it
legend-both-same = both the same
source-after = After { $works }.
