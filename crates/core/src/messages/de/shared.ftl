### Wörter, die Berichte, Bilder und Seite gemeinsam haben. Ein Schlüssel sagt, wohin er gehört: count-lines, sign-positive.

## Aufzählungen und Zahlen

list-and = { $first } und { $last }
list-or = { $first } oder { $last }
number-point = ,
number-group = .

## Anzahlen

count-actors = { $n ->
    [one] 1 Akteur
   *[other] { $n } Akteure
}
count-dyads = { $n ->
    [one] 1 Paar
   *[other] { $n } Paare
}
count-lines = { $n ->
    [one] 1 Linie
   *[other] { $n } Linien
}
count-more = { $n } weitere
count-paragraphs = { $n ->
    [one] 1 Absatz
   *[other] { $n } Absätze
}
count-partners = { $n ->
    [one] 1 Partner
   *[other] { $n } Partner
}
count-statements = { $n ->
    [one] 1 Aussage
   *[other] { $n } Aussagen
}
count-ties = { $n ->
    [one] 1 Beziehung
   *[other] { $n } Beziehungen
}
count-words = { $n ->
    [one] 1 Wort
   *[other] { $n } Wörter
}

## Jahre

date-bc = { $year } v. Chr.
date-ad = { $year } n. Chr.
date-long-year = das Jahr { $year }

## Vorzeichen

sign-positive = positiv
sign-neutral = neutral
sign-negative = negativ

# Was ein Vorzeichen zwischen zwei Akteuren bedeutet.
relation-positive = freundlich
relation-neutral = neutral
relation-negative = feindlich

## Stärken

strength-slight = schwach
strength-plain = deutlich
strength-strong = stark

## Arten von Akteuren

actor-kind-state = Staat
actor-kind-bloc = Block
actor-kind-organisation = Organisation
actor-kind-group = Gruppe
actor-kind-person = Person
actor-kind-thinker = Theoretiker
actor-kind-place = Gebiet
actor-kind-unknown = Art nicht angegeben

## Rahmen

frame-kind-framework = Deutungsrahmen
frame-kind-analogy = Analogie
frame-kind-event = Ereignis

## Was aus Darstellung und Verneinung folgt

standing-holds = vertreten
standing-open = offengelassen
standing-denies = verneint
held-in-passing = nichts als nebenbei
held-nothing = nichts

## In welchem Sinn eine Linie gilt: das Wort vor ihrer Beschriftung, und was es bedeutet

sense-held = gilt
sense-was = einst
sense-will = künftig
sense-if = falls
sense-wants = will
sense-wants-not = will nicht
sense-wanted = wollte
sense-wanted-not = wollte nicht
sense-fears = fürchtet
sense-fears-not = fürchtet, dass nicht
sense-feared = fürchtete
sense-feared-not = fürchtete, dass nicht
sense-intends = plant
sense-intends-not = plant nicht
sense-intended = plante
sense-intended-not = plante nicht
sense-ought = soll
sense-ought-not = soll nicht
sense-ought-then = sollte
sense-ought-not-then = sollte nicht
sense-rejects = weist zurück
sense-said = angeblich
sense-said-not = angeblich nicht
sense-not = nicht

meaning-held = jetzt
meaning-was = vergangen
meaning-will = erwartet
meaning-if = möglich
meaning-wants = gewünscht
meaning-wants-not = gewünscht, dass es nicht so ist
meaning-wanted = einst gewünscht
meaning-wanted-not = einst gewünscht, dass es nicht so ist
meaning-fears = befürchtet
meaning-fears-not = befürchtet, dass es nicht so ist
meaning-feared = einst befürchtet
meaning-feared-not = einst befürchtet, dass es nicht so ist
meaning-intends = geplant
meaning-intends-not = geplant, dass es nicht so ist
meaning-intended = einst geplant
meaning-intended-not = einst geplant, dass es nicht so ist
meaning-ought = gefordert
meaning-ought-not = gefordert, dass es nicht so ist
meaning-ought-then = einst gefordert
meaning-ought-not-then = einst gefordert, dass es nicht so ist
meaning-rejects = Wunsch, Furcht, Plan oder Forderung anderer, zurückgewiesen
meaning-said = von anderen behauptet
meaning-said-not = von anderen verneint
meaning-not = verneint

## Die Antworten, die jede Streitfrage hat

answer-undecided = das lässt sich nicht sagen
answer-wrong-question = die Frage ist falsch gestellt

## Befunde

verdict-denied = verneint
verdict-sign-conflict = gegensätzlich
verdict-agency = wer handelt
verdict-at-whose-cost = auf wessen Kosten
verdict-ambivalent = ambivalent
verdict-other-respects = in anderer Hinsicht
verdict-foreseen-denied = vorausgesehen und bestritten
verdict-valued = gewertet
verdict-possible = möglich
verdict-leaning = neigend
verdict-alike = gleich
# Nur eine Seite spricht davon.
verdict-only = nur { $side }
verdict-name-agency = Anders erzählt: wer handelt
verdict-name-alike = Gleich
verdict-name-ambivalent = Anders erzählt: einer ambivalent
verdict-name-at-whose-cost = Anders erzählt: auf wessen Kosten
verdict-name-denied = Widerspruch: verneint
verdict-name-foreseen-denied = Widerspruch: vorausgesehen und bestritten
verdict-name-leaning = Anders gewichtet: freundlich und feindlich
verdict-name-other-respects = Anders erzählt: in anderer Hinsicht
verdict-name-possible = Für den einen wirklich, für den anderen möglich
verdict-name-sign-conflict = Widerspruch: gegensätzliche Vorzeichen
verdict-name-valued = Anders erzählt: für einen neutral
verdict-title-denied = ≠ Verneint: einer vertritt, was der andere verneint
verdict-title-sign-conflict = ≠ Gegensätzlich: beim einen nur freundlich, beim anderen nur feindlich
verdict-title-agency = ≠ Wer handelt: der eine nennt, wer es tut; der andere nennt keinen oder den anderen der beiden
verdict-title-at-whose-cost = ≠ Auf wessen Kosten: eine Tat geht beim einen auf Kosten oder zum Nutzen anderer als beim anderen
verdict-title-ambivalent = ≠ Ambivalent: für den einen freundlich und feindlich zugleich, für den anderen nur eines davon
verdict-title-other-respects = ≠ In anderer Hinsicht: die Vorzeichen sind verschieden, jedes in einer Hinsicht, die nur eine Seite nennt
verdict-title-foreseen-denied = ≠ Vorausgesehen und bestritten: der eine vertritt jetzt, was der andere als kommend oder möglich bestreitet, oder umgekehrt
verdict-title-valued = ≠ Gewertet: für den einen neutral, für den anderen freundlich oder feindlich
verdict-title-possible = Möglich: einer vertritt es, beim anderen ist es nur berichtet, möglich, gewünscht, befürchtet oder vergangen
verdict-title-leaning = Neigend: was einer vertritt, ist freundlich, was der andere vertritt, feindlich; zu anderen Zeiten, oder das Gegenteil steht nebenbei auch da
verdict-title-alike = Gleich: nichts davon; worin sie sich unterscheiden, steht bei jedem Paar
verdict-title-only = Nur { $side }
row-grounds = Der Befund beruht auf:
row-grounds-also = Auch { $verdict }, das beruht auf:
verdict-as-named = Nach dem, was die beiden selbst nennt: { $verdict }.
verdict-rests-on = Das ruht auf { $n ->
    [one] einer Stelle: { $passages }
   *[other] einzelnen Stellen: { $passages }
}.
verdict-untried = Es ist zu viel gesagt, um zu prüfen, ob das auf einer einzelnen Stelle ruht.
passage-of = { $place } bei { $author }
passage-statement = Aussage { $statement }

## Worin sich zwei Aussagen unterscheiden

differs-standing = Geltung
differs-direction = Richtung
differs-type = Art der Beziehung
differs-facet = Aspekt
differs-purpose = Zweck
differs-mode = Modus
differs-attitude = Haltung
differs-stance = Darstellung
differs-period = Zeitraum
differs-strength = Stärke

## Was jemand zu einem Inhalt empfindet, als Partizip; „past“ vor der Gegenwart des Werks

attitude-wants = { $time ->
    [past] einst gewünscht
   *[now] gewünscht
}
attitude-fears = { $time ->
    [past] einst befürchtet
   *[now] befürchtet
}
attitude-intends = { $time ->
    [past] einst beabsichtigt
   *[now] beabsichtigt
}
attitude-ought = { $time ->
    [past] einst gefordert
   *[now] gefordert
}

## Wessen Behauptung es ist

voice-held = vertreten
voice-claimed = behauptet
voice-by = { $verb } von { $holders }
voice-via = , vermittelt durch { $holders }
detail-hedged = vorsichtig formuliert

## Wie ein Bild zu lesen ist, und woher es stammt

legend-reading = Lesehilfe
legend-both-same = beide gleich
source-after = Nach { $works }.
