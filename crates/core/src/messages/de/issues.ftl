### Streitfragen: die Fragen, auf die Texte antworten, und was ihre Antworten ergeben.

issues-title = Streitfragen: worauf die Texte antworten ({ $n })
issues-intro = Umstritten sind { $contested }, davon stützen sich { $firm } auf mehr als eine Stelle; in { $agreed } sind sie einig; bei { $alone } schweigt eine Seite.

issue-title-wrong-question = ≠ Die Frage: eine Seite hält sie für falsch gestellt
issue-title-torn = ≠ Zerrissen: eine Seite vertritt Antworten, die einander ausschließen, die andere nicht
issue-title-rejects = ≠ Abgelehnt: eine Seite verneint, was die andere antwortet
issue-title-contradict = ≠ Widerspruch: Antworten, die einander ausschließen
issue-title-near = Nahe: benachbarte Antworten auf einer Skala
issue-title-in-part = Teils einig: einige Antworten gemeinsam, andere nicht
issue-title-differ = Andere Antworten, keine davon schlechthin verneint
issue-title-open = Offen: eine Seite antwortet, die andere lässt es offen, oder beide
issue-title-agree = Einig: dieselben Hauptantworten oder dieselben Verneinungen
issue-title-only = Nur { $side }

issue-verdict-wrong-question = eine weist die Frage zurück
issue-verdict-torn = eine ist gespalten
issue-verdict-rejects = eine verneint es
issue-verdict-contradict = widersprechen sich
issue-verdict-near = liegen nahe beieinander
issue-verdict-in-part = zum Teil einig
issue-verdict-differ = verschieden
issue-verdict-open = offengelassen
issue-verdict-agree = einig

issue-guarded = { $side }: nur vorsichtig gesagt.
issue-conditional = { $side }: nicht schlechthin, sondern als möglich, künftig oder unter einer Bedingung.
issue-rests-on = Das Urteil stützt sich auf { $n ->
    [one] eine einzige Stelle
   *[other] jede von { $n } Stellen
}: { $passages }.
issue-other-reasons = Für das Gemeinsame nennen sie andere Gründe.
issue-other-conclusions = Aus dem Gemeinsamen ziehen sie andere Schlüsse.
issue-shared-denials = Beide verneinen: { $answers }.
issue-silence-unanswered = { $side } { $number ->
    [several] sprechen
   *[one] spricht
} von denen, um die es geht, und { $number ->
    [several] antworten
   *[one] antwortet
} nicht.
issue-silence-not-raised = { $side } { $number ->
    [several] werfen
   *[one] wirft
} sie nicht auf.
issue-silence-out-of-period = { $side } { $number ->
    [several] handeln
   *[one] handelt
} von einer anderen Zeit.
issue-more = und { $n ->
    [one] 1 weitere Position
   *[other] { $n } weitere Positionen
}

survey-issues = Streitfragen ({ $n }, umstritten zwischen je zwei Seiten: { $contested })
survey-answer = { $answer }: { $n ->
    [one] { $sides }
   *[other] { $n }: { $sides }
}
survey-answer-denied = Nicht: { $answer }: { $n ->
    [one] { $sides }
   *[other] { $n }: { $sides }
}
survey-answer-open = Offen gelassen: { $sides }
survey-issue-outliers = Gegen alle { $n } der Mehrheit: { $sides }
