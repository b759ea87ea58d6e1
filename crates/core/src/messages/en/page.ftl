### The explorer page: its controls, what it says of itself, and the evidence.

## The page itself

page-forms = Forms
page-language = Language
page-late = The page is not ready. If this does not go away, the browser is too old for it; the first picture and its legend can be read all the same.
page-skip = Skip to the picture

## Its forms

form-graph = Graph
form-issues = Issues
form-matrix = Matrix
form-more = Show { $n } more of { $left }
form-table = Table
form-words = In words

## Whose views are shown

modes-both = Together
modes-both-title = Superposed: all views in one picture
modes-label = Views
modes-only = Difference
modes-only-title = Only what differs: what all hold alike is left out
modes-side = Side by side
modes-side-title = Each view in a picture of its own, all actors at the same places

## Light and dark

theme-dark = dark
theme-is = Colours: { $name }
theme-light = light
theme-system = as the system

## The briefing

briefing-keys = In brief: arrow keys go from one way to the next
briefing-passage = { $place }, the passage

## Search

search-actor = Actors
search-found = Found
search-issue = Issues
search-label = Search actors, relations, issues and statements
search-more = { $n } more: type on to narrow it down
search-nothing = Nothing found
search-placeholder = Search actors, relations, notes  ( / )
search-position = Answers
search-statement = Statements
search-type = Relations

## Filters

filters-actor = Actors
filters-chosen = { $n } chosen
filters-clear = Clear
filters-clear-all = Clear the filters
filters-close = Close the filters
filters-facet = Facets
filters-facts = Facts only: held, and now
filters-from = First year
filters-holder = Whose claim
filters-issue-verdict = Issue: { $verdict }
filters-level = Leaders as their states
filters-main = Main lines only
filters-narrow = Look for values: { $name }
filters-narrow-short = Look for …
filters-period = Period
filters-sign = Sign
filters-stance = Stance
filters-strength = Strength
filters-strength-1 = any
filters-strength-2 = plain or strong
filters-strength-3 = strong
filters-title = Filters
filters-to = Last year
filters-type = Relations
filters-verdict = Difference
filters-view = Authors
filters-world = Mode
filters-years = { $from } to { $to }, and what is undated
filters-years-all = all years

level-state = leaders and institutions as their states

## What is filtered

chips-label = Active filters
chips-remove = Remove the filter { $name }
chips-value = { $name }: { $value }

## How much is left

status-main = Main lines:
status-now = Held now:
status-off-facts = “Facts only” was switched off to show this.
status-off-main = “Main lines only” was switched off to show this.
status-off-main-facts = “Main lines only” and “Facts only” were switched off to show this.
status-pairs = { $n ->
    [one] 1 pair
   *[other] { $n } pairs
}
status-record = Whole record:
status-unpaired = { $n } within one actor, in the table and in words alone
status-whole = Verdicts are those of the whole record.

nothing-at-all = Nothing is left: the filters hide all.
nothing-of-positions = No position is left: the filters hide all of them.
nothing-of-statements = No statement is left: the filters hide all of them.
nothing-but-positions = { $n ->
    [one] 1 position is left, under Issues.
   *[other] { $n } positions are left, under Issues.
}
nothing-but-statements = { $n ->
    [one] 1 statement is left, in the other forms.
   *[other] { $n } statements are left, in the other forms.
}

# Those that are left of all.
statements-some = { $n } of { $all } statements
positions-some = { $n } of { $all } positions

## The graph

graph-camera = Zoom
graph-fit = Show all
graph-focus = Focus
graph-focus-how = Click: evidence. Double click or f: its neighbourhood.
graph-in = Zoom in
graph-legend = Legend
graph-nothing = Nothing is left to draw: the filters hide all of it.
graph-out = Zoom out
graph-picture = Network: { $name }
graph-stage = Picture: arrow keys move it, plus and minus zoom, 0 shows all
graph-whole = Filters only hide: a line stays, with its whole label, while one of its statements is left; verdicts are those of the whole record.

## The matrix

matrix-all = Show all
matrix-cell = { $from } to { $to }. { $told }
matrix-cell-view = { $name }: { $signs }
matrix-clash = contradiction: opposite signs, or one denies what the other holds
matrix-fewer = Show the most connected only
matrix-label = Matrix of { $n } actors
matrix-left-out = { $n ->
    [one] One actor with fewer statements is left out.
   *[other] { $n } actors with fewer statements are left out.
}
matrix-mixed = positive and negative
matrix-open = not held now: past, possible, said or denied
matrix-order = Order
matrix-order-camps = friends together
matrix-order-degree = most statements first
matrix-order-name = by name
matrix-reading = The actor of the row acts, the actor of the column is acted upon. What has no direction stands in both cells.
matrix-silent = silent

## The table

table-caption = Statements that are left
table-from = From
table-mode = Mode
table-relation = Relation
table-sign = Sign
table-sort = Sort
table-stance = Whose claim
table-strength = Strength
table-to = To
table-verdict = Comparison
table-view = By
table-when = When
table-where = Where

## The issues

issues-answers = Answers
issues-caption = Issues, and what is answered
issues-contested = { $n } contested
issues-count = { $n ->
    [one] 1 issue
   *[other] { $n } issues
}
issues-issue = Issue
issues-reading = Filled: held. Outlined: guarded, on a condition, or left open. Struck: denied.
issues-rests-on = Rests on { $n ->
    [one] one passage
   *[other] single passages
}.
issues-verdict = Comparison
# Beside a verdict, where a side has answers of which none is shown.
issues-whole = Judged by the whole record, also by what this selection leaves out.

# Beside an answer that is held less strongly than another one.
stand-also = also
stand-doubted = doubted
stand-guarded = guarded
stand-if = if
stand-reported = reported
stand-silent = silent
stand-to-come = to come
stand-unselected = nothing in this selection


## In words

words-alone = Within one actor
words-as-named = as the texts name them
words-denied = { $number ->
    [several] What { $name } deny
   *[one] What { $name } denies
}
words-held = { $number ->
    [several] What { $name } hold
   *[one] What { $name } holds
}
words-more = Show more
words-open = open the evidence
words-past = { $number ->
    [several] What { $name } say of the past
   *[one] What { $name } says of the past
}
words-possible = { $number ->
    [several] What { $name } hold possible, expected or wanted
   *[one] What { $name } holds possible, expected or wanted
}
words-rolled-up = via roll-up to states
words-said = { $number ->
    [several] What others say, which { $name } leave open
   *[one] What others say, which { $name } leaves open
}
words-unjudged = Not compared

## As the text unfolds

unfold-at = Paragraph { $paragraph }
unfold-back = Previous new statement
unfold-count = { $n } new
unfold-label = As the text unfolds
unfold-new = New in this paragraph
unfold-next = Next new statement
unfold-none = nothing new
unfold-on = Unfold
unfold-on-title = As the text unfolds, paragraph by paragraph
unfold-paragraph = Paragraph
unfold-pause = Pause
unfold-play = Play
unfold-view = Whose text
unfold-where = Paragraph { $paragraph } of { $all }

## Taking the view away

take-csv = Statements (CSV)
take-failed = The picture cannot be made: { $why }
take-mode-both = { $names }, on one another
take-mode-only = { $names }, only what differs
take-mode-side = { $names }, side by side
take-open = Take away
take-png = Picture (PNG)
take-print = Print
take-svg = Picture (SVG)
take-title = Take the view away: picture, table, print

handout-notes = Evidence

## The evidence

panel-above = (above)
panel-agrees = they agree
panel-all-answers = All that is answered
panel-all-between = All that is said of the two
panel-answers = What answers each other
panel-beside = Beside that
panel-close = Close the evidence
panel-differs = differs in: { $ways }
panel-facets = { $n ->
    [one] Facet: { $facets }.
   *[other] Facets: { $facets }.
}
panel-held-in-all = Held now, in all facets:
panel-held-now = Held now:
panel-hidden = { $n ->
    [one] 1 more hidden by the filters
   *[other] { $n } more hidden by the filters
}
panel-label = Evidence
panel-none-left = The filters hide all that is said here.
panel-only-hidden = only what the filters hide
panel-rolled-up = They meet via roll-up: one names persons or institutions, the other the states for which these stand.
panel-said = Evidence: { $what }
panel-statement = { $number ->
    [several] { $name } say
   *[one] { $name } says
}
panel-this-hidden = The filters hide this statement.
panel-verdict-also = Also: { $verdicts }.
panel-verdict-of = This is the verdict on { $a } and { $b }, for whom they stand.
panel-verdicts = Comparison

## An actor

actor-aliases = also called
actor-does = acts
actor-focus = Focus its neighbourhood
actor-kind = kind
# In place of a kind.
actor-kindless = not said
actor-only = Show only its relations
actor-part-of = part of
actor-composed-of = consists of
actor-stands-for = stands for
actor-stood-for-by = represented by
actor-suffers = is acted upon
actor-with = All that is said of the two: { $name }

## A statement

statement-alone = Only this statement
statement-details = All that was coded
# Those beyond the first few.
statement-further-links = { $n } more links
statement-hidden = hidden by the filters
statement-links = Links
statement-marks = Marks
statement-nowhere = no place given

tell-negated = said not to hold
tell-not = not: { $relation }
tell-not-to-be = not to be
tell-paragraph = ¶
tell-quoted = “{ $words }”

## An issue and its positions

issue-answers = Answers, and who gives them
issue-kind-aim = what is wanted by it
issue-kind-cause = why it is so
issue-kind-degree = how much of it
issue-kind-effect = what comes of it
issue-kind-fact = whether it is so
issue-kind-forecast = what will be
issue-kind-trend = where it is going
issue-kind-value = what is good or right

position-reasons = Reasons and conclusions
reason-rests-on = rests on
reason-rests-on-back = is a reason for
reason-so = leads to
reason-so-back = follows from

## The fields of a statement

field-amount = amount
field-anchors = anchors
field-by = by which means
field-coder = coded by
field-condition = provided
field-frame = frame
field-from-as = own words for { $actor }
field-mode = mode
field-ref = id
field-stance = stance
field-standing = standing
field-strength = strength
field-tags = tags
field-to-as = own words for { $actor }
field-type = type

role-against = against
role-benefiting = to the benefit of
role-excluding = shutting out
role-with = together with

stance-asserts = asserts
stance-doubts = doubts
stance-endorses = endorses
stance-rejects = rejects
stance-reports = reports

mode-actual = actual
mode-future = future
mode-historical = historical
mode-hypothetical = hypothetical

## Links between statements

link-causes = brings about
link-causes-back = brought about by
link-opposes = is set against
link-opposes-back = faces
link-serves = serves
link-serves-back = served by
link-undermines = undermines
link-undermines-back = undermined by

## Whose claim it is, behind a statement

attributed-asserts = attributed to { $holders }
attributed-doubts = attributed to { $holders }, doubted by { $author }
attributed-endorses = attributed to { $holders }, shared by { $author }
attributed-others = others
attributed-rejects = attributed to { $holders }, rejected by { $author }
attributed-reports = attributed to { $holders }, left open by { $author }

## Verdicts, and what they rest on

verdict-why-agency = Of one deed, one names who does it; the other names no doer, or the other of the two.
verdict-why-alike = No rule finds them apart; in what claims differ stands below.
verdict-why-ambivalent = One holds both signs now, the other only one.
verdict-why-at-whose-cost = Of one deed, all who bear it, or who gain by it, are others for one than for the other.
verdict-why-denied = One denies what the other holds.
verdict-why-foreseen-denied = One holds now what the other denies of what is to come or possible, or the reverse.
verdict-why-leaning = What one holds now is friendly, what the other holds is hostile; yet of other times, or one says the opposite as well, in passing.
verdict-why-other-respects = The signs held now differ, each in a respect that only one side names.
verdict-why-possible = One holds it now; the other has it only as reported, doubted, hypothetical, wished for, feared, future or past.
verdict-why-sign-conflict = What is held now is only positive for one and only negative for the other.
verdict-why-valued = Deeds that take no side for one, positive or negative ones for the other.

issue-name-agree = Agreed
issue-name-contradict = Contradiction
issue-name-differ = Other answers
issue-name-in-part = Agreed in part
issue-name-near = Near
issue-name-open = Left open
issue-name-rejects = Contradiction: rejected
issue-name-torn = Contested: one is torn
issue-name-wrong-question = Contested: the question
issue-why-agree = They give the same main answers, or the same denials.
issue-why-contradict = Their main answers exclude each other.
issue-why-differ = They give other answers, which can hold side by side or are given in passing.
issue-why-in-part = Some of their answers are the same, others are not.
issue-why-near = Their answers stand side by side on the scale.
issue-why-open = One answers it and the other leaves it open, or both do.
issue-why-rejects = One denies what the other answers.
issue-why-torn = One holds answers that exclude each other, the other does not.
issue-why-wrong-question = One holds that the question is wrongly put.
issue-beside-reasons = For other reasons.
issue-beside-conclusions = With other conclusions.
issue-beside-denials = Both deny { $answers }.
issue-silent-not-raised = { $number ->
    [several] { $name } do not raise it.
   *[one] { $name } does not raise it.
}
issue-silent-out-of-period = { $number ->
    [several] { $name } write about another period.
   *[one] { $name } writes about another period.
}
issue-silent-unanswered = { $number ->
    [several] { $name } speak of those whom it is about, without an answer.
   *[one] { $name } speaks of those whom it is about, without an answer.
}
issue-passage = position { $position }

silent-unrelated = Of what is coded of { $name }, some names both, and none relates them.
silent-parts-or-whole = Of one of them, what is coded of { $name } names only parts or members, or what it is part of.
silent-not-named = No statement coded of { $name } relates them, and not both are named.
# Where one of the two is lacking.
silent-not-named-actor = No statement coded of { $name } names { $actor }.
silent-out-of-period = { $number ->
    [several] { $name } write about another period.
   *[one] { $name } writes about another period.
}
