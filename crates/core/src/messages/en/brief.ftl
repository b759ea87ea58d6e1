### The briefing: what divides and joins the sides, in ten lines.

brief-title = In brief
brief-intro = Shares are of what each side says, by how strongly it says it; persons count for the states for which they stand.
brief-share = { $n } %
brief-one = { $name } { $share }
brief-of-side = { $side }: { $list }
brief-hardly = hardly anything
brief-nobody = nobody in more than one passage
brief-gap = Farthest apart: { $name } ({ $shares }).
brief-range = { $name }: from { $least } ({ $lower }) to { $most } ({ $higher }), median { $median }.
brief-more = More: { $command }

brief-centre = At the centre
brief-main-pair = Main pair
brief-main-pair-text = { $pair } ({ $shares }): { $verdict }.
brief-main-pair-none = The sides share no pair of actors.
brief-respects = In which respects
brief-cost = At whose cost friendly ties are
brief-gain = For whose benefit friendly ties are
brief-passages = { $name } ({ $n ->
    [one] 1 passage
   *[other] { $n } passages
})
brief-harm = Who acts against others
brief-suffering = Who is acted against
brief-cast = Cast as { $role }
brief-cast-passages = { $name } ({ $n ->
    [one] 1 passage
   *[other] { $n } passages
})
brief-camps = Camps
brief-camps-none = none that stand whichever passage is left out
brief-camps-crossing = { $camps }; across them: { $pair }
brief-certainty = How certain
brief-certainty-text = Possible, to come, wished for or feared: { $uncertain }; said guardedly: { $hedged }.
brief-uncertain = Possible, to come, wished for or feared
brief-hedged = Said guardedly
brief-voices = In whose voice
brief-agrees = agrees with { $list }
brief-rejects = rejects or doubts { $list }
brief-times = { $name } ({ $n })
brief-contested = Contested
brief-contested-none = Nothing is contested.
brief-contested-issue = { $question } { $a }: { $told-a }. { $b }: { $told-b }.
brief-contested-dyad = { $pair }: { $verdict }.
brief-shared = Shared
brief-shared-none = On no issue do they agree.
brief-shared-issue = { $question } { $answer }.
brief-shared-other-reasons = { $question } { $answer }, for other reasons.
brief-shared-other-conclusions = { $question } { $answer }, with other conclusions.
brief-silent = Hardly named
brief-silent-none = Neither passes over what weighs with the other.
brief-silent-side = { $side } hardly speaks of: { $themes }
brief-theme = { $theme } ({ $n ->
    [one] 1 word of the other
   *[other] { $n } words of the other
})
