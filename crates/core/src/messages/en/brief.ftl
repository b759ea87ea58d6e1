### The briefing: what divides and joins the sides, in ten lines.

brief-title = In brief
brief-intro = Shares are of what is said of ties between actors, by strength; a tie counts for both its ends, so that shares of actors add up to more than 100 %. Persons count for their states.
brief-share = { $n } %
brief-one = { $name } { $share }
brief-of-side = { $side }: { $list }
brief-hardly = hardly anything
brief-nobody = hardly any third party
brief-gap = Farthest apart: { $name } ({ $shares }).
brief-range = { $name }: from { $least } ({ $lower }) to { $most } ({ $higher }), median { $median }.
brief-more = More: { $command }

brief-centre = At the centre
brief-main-pair = Main pair
brief-main-pair-text = { $pair } ({ $shares }). { $verdict }.
brief-main-pair-none = The sides share no pair of actors.
brief-respects = In which respects
brief-cost = Friendly ties against others, or at their cost
brief-gain = Third parties that gain by friendly ties
brief-harm = Who is hostile to others
brief-suffering = To whom others are hostile
brief-cast = { $role } { $list }
brief-camps = Camps
brief-camps-none = none that hold whichever passage is left out
brief-certainty = How certain
brief-certainty-text = Possible, to come, wished for, feared, meant or owed: { $uncertain }; said guardedly: { $hedged }.
brief-uncertain = Possible, to come, wished for, feared, meant or owed
brief-hedged = Said guardedly
brief-voices = In whose voice
brief-agrees = shares claims of { $list }
brief-rejects = rejects or doubts claims of { $list }
brief-times = { $name } ({ $n })
brief-contested = Contested
brief-contested-none = Nothing is contested.
brief-contested-issue = { $question } { $a }: { $told-a }. { $b }: { $told-b }.
brief-contested-dyad = { $pair }. { $verdict }.
brief-shared = Shared
brief-shared-none = On no issue do they agree.
brief-shared-in-part = among others: { $answers }
brief-shared-issue = { $question } { $answer }.
brief-silent = Hardly told
brief-silent-none = Neither passes over what weighs with the other.
brief-camps-bridge = { $camps }, yet { $pair } is friendly across these lines
brief-camps-rift = { $camps }, yet { $pair } is hostile within one
brief-because = { $side } because: { $reason }.
brief-hence = { $side } concludes: { $reason }.
brief-not = not: { $answer }
brief-guarded = guardedly: { $answers }
brief-conditional = as possible or to come: { $answers }
brief-third = { $name } through { $pair }
brief-third-passages = { $n ->
    [one] { $third } (1 passage)
   *[other] { $third } ({ $n } passages)
}
brief-theme-issue = { $n ->
    [one] { $theme } (1 word on it)
   *[other] { $theme } ({ $n } words on it)
}
brief-theme = { $n ->
    [one] { $theme } ({ $shares }, 1 word on it)
   *[other] { $theme } ({ $shares }, { $n } words on it)
}
brief-silent-side = { $other } tells, { $side } hardly or not
brief-range-passages = { $name }: in { $least } passages ({ $lower }) to { $most } ({ $higher }), median { $median }.
brief-range-claims = { $name }: { $least } ({ $lower }) to { $most } ({ $higher }), median { $median }
brief-camps-sides = Clear ones on { $n } of { $sides } sides.
brief-camps-sides-untried = Clear ones on { $n } of { $sides } sides; on { $untried } there is too much to try passage by passage.
brief-share-small = < 1 %
brief-casts = Whom the text casts as
brief-rests-on = { $n ->
    [one] on { $passages } alone
   *[other] on { $passages }, each needed
}
brief-untried = too much to try passage by passage
brief-not-contested = Not contested
brief-no-voice = nobody more than once
brief-main-pair-none-of-all = No pair of actors is common to all sides.
brief-theme-issue-alone = { $theme }
brief-theme-share = { $theme } ({ $shares })
brief-side-conditional = { $side } only as possible or to come
brief-side-guarded = { $side } guardedly
brief-further = (and { $counts })
brief-further-issues = { $n ->
    [one] 1 more question
   *[other] { $n } more questions
}
brief-further-answers = { $n ->
    [one] 1 more answer
   *[other] { $n } more answers
}
brief-further-pairs = { $n ->
    [one] 1 more pair of actors
   *[other] { $n } more pairs of actors
}
