### Issues: the questions that texts answer, and what their answers come to.

issues-title = Issues: questions that the texts answer ({ $n })
issues-intro = Contested are { $contested }, of which { $firm } stand on more than one passage; on { $agreed } they agree; on { $alone } one is silent.

issue-title-wrong-question = ≠ The question: one holds that it is wrongly put
issue-title-torn = ≠ Torn: one holds answers that exclude each other, the other does not
issue-title-rejects = ≠ Rejected: one denies what the other answers
issue-title-contradict = ≠ Contradiction: answers that exclude each other
issue-title-near = Near: answers side by side on a scale
issue-title-in-part = Agreed in part: some answers in common, others not
issue-title-differ = Other answers, none of them denied outright
issue-title-open = Open: one answers, the other leaves it open, or both do
issue-title-agree = Agreed: the same main answers, or the same denials
issue-title-only = Only { $side }

issue-verdict-wrong-question = one rejects the question
issue-verdict-torn = one is torn
issue-verdict-rejects = one denies it
issue-verdict-contradict = contradict
issue-verdict-near = near
issue-verdict-in-part = agree in part
issue-verdict-differ = differ
issue-verdict-open = left open
issue-verdict-agree = agree

issue-guarded = { $side }: said guardedly only.
issue-conditional = { $side }: not outright, but as possible, to come or under a condition.
issue-rests-on = The verdict rests on { $n ->
    [one] a single passage
   *[other] each of { $n } passages
}: { $passages }.
issue-other-reasons = For what they share they give other reasons.
issue-other-conclusions = From what they share they draw other conclusions.
issue-shared-denials = Both deny: { $answers }.
issue-silence-unanswered = { $side } { $number ->
    [several] speak
   *[one] speaks
} of those whom it is about, and { $number ->
    [several] do
   *[one] does
} not answer.
issue-silence-not-raised = { $side } { $number ->
    [several] do
   *[one] does
} not raise it.
issue-silence-out-of-period = { $side } { $number ->
    [several] are
   *[one] is
} about another time.
issue-more = and { $n ->
    [one] 1 more position
   *[other] { $n } more positions
}

survey-issues = Issues ({ $n }, contested by some two sides: { $contested })
survey-answer = { $answer }: { $n ->
    [one] { $sides }
   *[other] { $n }: { $sides }
}
survey-answer-denied = Not: { $answer }: { $n ->
    [one] { $sides }
   *[other] { $n }: { $sides }
}
survey-answer-open = Left open: { $sides }
survey-issue-outliers = Against all { $n } of the majority: { $sides }
