### Die Seite zum Erkunden: ihre Bedienung, was sie von sich sagt, und die Belege.

## Die Seite selbst

page-forms = Formen
page-language = Sprache
page-late = Die Seite ist noch nicht bereit. Bleibt dieser Hinweis stehen, ist der Browser zu alt; das erste Bild und seine Legende sind trotzdem lesbar.
page-skip = Zum Bild springen

## Ihre Formen

form-graph = Netz
form-issues = Fragen
form-matrix = Matrix
form-more = { $n } weitere von { $left } zeigen
form-table = Tabelle
form-words = In Worten

## Wessen Sichten gezeigt werden

modes-both = Zusammen
modes-both-title = Übereinander: alle Sichten in einem Bild
modes-label = Sichten
modes-only = Unterschied
modes-only-title = Nur der Unterschied: Was alle gleich sehen, fehlt
modes-side = Nebeneinander
modes-side-title = Jede Sicht in einem eigenen Bild, alle Akteure an denselben Plätzen

## Hell und dunkel

theme-dark = dunkel
theme-is = Farben: { $name }
theme-light = hell
theme-system = wie das System

## In Kürze

briefing-keys = In Kürze: Pfeiltasten führen von einem Verweis zum nächsten
briefing-passage = { $place }, die Stelle

## Suche

search-actor = Akteure
search-found = Gefunden
search-issue = Fragen
search-label = Akteure, Beziehungen, Fragen und Aussagen suchen
search-more = { $n } weitere: weitertippen grenzt ein
search-nothing = Nichts gefunden
search-placeholder = Akteure, Beziehungen, Notizen  ( / )
search-position = Antworten
search-statement = Aussagen
search-type = Beziehungen

## Filter

filters-actor = Akteure
filters-chosen = { $n } gewählt
filters-clear = Zurücksetzen
filters-clear-all = Filter zurücksetzen
filters-close = Filter schließen
filters-facet = Sachbereiche
filters-facts = Nur Tatsachen: vertreten, und jetzt
filters-from = Erstes Jahr
filters-holder = Wessen Behauptung
filters-issue-verdict = Frage: { $verdict }
filters-level = Führungspersonen als ihre Staaten
filters-main = Nur Hauptlinien
filters-narrow = Werte suchen: { $name }
filters-narrow-short = Suchen …
filters-period = Zeitraum
filters-sign = Vorzeichen
filters-stance = Haltung
filters-strength = Stärke
filters-strength-1 = beliebig
filters-strength-2 = deutlich oder stark
filters-strength-3 = stark
filters-title = Filter
filters-to = Letztes Jahr
filters-type = Beziehungen
filters-verdict = Unterschied
filters-view = Autoren
filters-world = Modus
filters-years = { $from } bis { $to }, und Undatiertes
filters-years-all = alle Jahre

level-state = Führungspersonen und Institutionen als ihre Staaten

## Wonach gefiltert ist

chips-label = Aktive Filter
chips-remove = Filter entfernen: { $name }
chips-value = { $name }: { $value }

## Wie viel bleibt

status-main = Hauptlinien:
status-now = Jetzt vertreten:
status-off-facts = „Nur Tatsachen“ wurde ausgeschaltet, um dies zu zeigen.
status-off-main = „Nur Hauptlinien“ wurde ausgeschaltet, um dies zu zeigen.
status-off-main-facts = „Nur Hauptlinien“ und „Nur Tatsachen“ wurden ausgeschaltet, um dies zu zeigen.
status-pairs = { $n ->
    [one] 1 Paar
   *[other] { $n } Paare
}
status-record = Alles Erfasste:
status-unpaired = { $n } innerhalb eines Akteurs, nur in Tabelle und Worten
status-whole = Die Befunde gelten für alles Erfasste.

nothing-at-all = Nichts bleibt übrig: Die Filter blenden alles aus.
nothing-of-positions = Keine Position bleibt übrig: Die Filter blenden alle aus.
nothing-of-statements = Keine Aussage bleibt übrig: Die Filter blenden alle aus.
nothing-but-positions = { $n ->
    [one] 1 Position bleibt, unter „Fragen“.
   *[other] { $n } Positionen bleiben, unter „Fragen“.
}
nothing-but-statements = { $n ->
    [one] 1 Aussage bleibt, in den anderen Formen.
   *[other] { $n } Aussagen bleiben, in den anderen Formen.
}

# Die von allen noch da sind.
statements-some = { $n } von { $all } Aussagen
positions-some = { $n } von { $all } Positionen

## Das Netz

graph-camera = Vergrößerung
graph-fit = Alles zeigen
graph-focus = Fokus
graph-focus-how = Klick: Belege. Doppelklick oder f: seine Umgebung.
graph-in = Vergrößern
graph-legend = Legende
graph-nothing = Nichts bleibt zu zeichnen: Die Filter blenden alles aus.
graph-out = Verkleinern
graph-picture = Netzwerk: { $name }
graph-stage = Bild: Pfeiltasten verschieben es, Plus und Minus zoomen, 0 zeigt alles
graph-whole = Filter blenden nur aus: Eine Linie bleibt mit ganzer Beschriftung, solange eine ihrer Aussagen bleibt; die Befunde gelten für alles Erfasste.

## Die Matrix

matrix-all = Alle zeigen
matrix-cell = { $from } gegenüber { $to }. { $told }
matrix-cell-view = { $name }: { $signs }
matrix-clash = Widerspruch: gegensätzliche Vorzeichen, oder einer verneint, was der andere vertritt
matrix-fewer = Nur die am stärksten verbundenen zeigen
matrix-label = Matrix von { $n } Akteuren
matrix-left-out = { $n ->
    [one] Ein Akteur mit weniger Aussagen ist weggelassen.
   *[other] { $n } Akteure mit weniger Aussagen sind weggelassen.
}
matrix-mixed = positiv und negativ
matrix-open = nicht als gegenwärtig vertreten: vergangen, möglich, nur berichtet oder verneint
matrix-order = Reihenfolge
matrix-order-camps = Verbündete beieinander
matrix-order-degree = die meisten Aussagen zuerst
matrix-order-name = nach Namen
matrix-reading = Der Akteur der Zeile handelt, der Akteur der Spalte ist betroffen. Was keine Richtung hat, steht in beiden Zellen.
matrix-silent = nichts

## Die Tabelle

table-caption = Verbleibende Aussagen
table-from = Von
table-mode = Modus
table-relation = Beziehung
table-sign = +/−
table-sort = Sortieren
table-stance = Wessen Aussage
table-strength = Stärke
table-to = An
table-verdict = Vergleich
table-view = Wer
table-when = Wann
table-where = Stelle

## Die Fragen

issues-answers = Antworten
issues-caption = Fragen und was auf sie geantwortet wird
issues-contested = { $n } strittig
issues-count = { $n ->
    [one] 1 Frage
   *[other] { $n } Fragen
}
issues-issue = Frage
issues-reading = Gefüllt: vertreten. Umrandet: mit Vorbehalt, unter einer Bedingung oder offengelassen. Gestrichen: verneint.
issues-rests-on = Beruht auf { $n ->
    [one] einer Stelle
   *[other] einzelnen Stellen
}.
issues-verdict = Vergleich
# Neben einem Befund, wo eine Seite Antworten hat, von denen keine gezeigt wird.
issues-whole = Der Befund gilt für alles Erfasste, auch für das, was diese Auswahl weglässt.

# Bei einer Antwort, die schwächer vertreten wird als eine andere.
stand-also = auch
stand-doubted = bezweifelt
stand-guarded = mit Vorbehalt
stand-if = falls
stand-reported = berichtet
stand-silent = schweigt
stand-to-come = künftig
stand-unselected = nichts in dieser Auswahl


## In Worten

words-alone = Innerhalb eines Akteurs
words-as-named = wie die Texte sie nennen
words-denied = { $number ->
    [several] Was { $name } verneinen
   *[one] Was { $name } verneint
}
words-held = { $number ->
    [several] Was { $name } vertreten
   *[one] Was { $name } vertritt
}
words-more = Mehr zeigen
words-open = Belege öffnen
words-past = { $number ->
    [several] Was { $name } über die Vergangenheit sagen
   *[one] Was { $name } über die Vergangenheit sagt
}
words-possible = { $number ->
    [several] Was { $name } für möglich, erwartet oder gewünscht halten
   *[one] Was { $name } für möglich, erwartet oder gewünscht hält
}
words-rolled-up = auf der Ebene der Staaten
words-said = { $number ->
    [several] Was andere sagen und { $name } offenlassen
   *[one] Was andere sagen und { $name } offenlässt
}
words-unjudged = Ohne Vergleich

## Im Gang des Textes

unfold-at = Absatz { $paragraph }
unfold-back = Vorige neue Aussage
unfold-count = { $n } neu
unfold-label = Im Gang des Textes
unfold-new = Neu in diesem Absatz
unfold-next = Nächste neue Aussage
unfold-none = nichts Neues
unfold-on = Entfalten
unfold-on-title = Wie der Text sich entfaltet, Absatz für Absatz
unfold-paragraph = Absatz
unfold-pause = Anhalten
unfold-play = Abspielen
unfold-view = Wessen Text
unfold-where = Absatz { $paragraph } von { $all }

## Die Ansicht mitnehmen

take-csv = Aussagen (CSV)
take-failed = Das Bild lässt sich nicht herstellen: { $why }
take-mode-both = { $names }, übereinander
take-mode-only = { $names }, nur was sich unterscheidet
take-mode-side = { $names }, nebeneinander
take-open = Mitnehmen
take-png = Bild (PNG)
take-print = Drucken
take-svg = Bild (SVG)
take-title = Ansicht mitnehmen: Bild, Tabelle, Druck

handout-notes = Belege

## Die Belege

panel-above = (oben)
panel-agrees = stimmen überein
panel-all-answers = Alles, was geantwortet wird
panel-all-between = Alles über die beiden
panel-answers = Was einander entspricht
panel-beside = Außerdem
panel-close = Belege schließen
panel-differs = Unterschied: { $ways }
panel-facets = { $n ->
    [one] Aspekt: { $facets }.
   *[other] Aspekte: { $facets }.
}
panel-held-in-all = Jetzt vertreten, in allen Aspekten:
panel-held-now = Jetzt vertreten:
panel-hidden = { $n ->
    [one] 1 weitere durch Filter ausgeblendet
   *[other] { $n } weitere durch Filter ausgeblendet
}
panel-label = Belege
panel-none-left = Die Filter blenden alles aus, was hier gesagt wird.
panel-only-hidden = nur durch Filter Ausgeblendetes
panel-rolled-up = Sie treffen sich erst auf der Ebene der Staaten: Der eine nennt Personen oder Institutionen, der andere die Staaten, für die sie stehen.
panel-said = Belege: { $what }
panel-statement = { $number ->
    [several] { $name } sagen
   *[one] { $name } sagt
}
panel-this-hidden = Die Filter blenden diese Aussage aus.
panel-verdict-also = Auch: { $verdicts }.
panel-verdict-of = Dieser Befund gilt { $a } und { $b }, für die sie stehen.
panel-verdicts = Vergleich

## Ein Akteur

actor-aliases = auch genannt
actor-does = handelt
actor-focus = Umfeld hervorheben
actor-kind = Art
# An Stelle einer Art.
actor-kindless = nicht angegeben
actor-only = Nur seine Beziehungen zeigen
actor-part-of = gehört zu
actor-composed-of = besteht aus
actor-stands-for = steht für
actor-stood-for-by = vertreten durch
actor-suffers = ist betroffen
actor-with = Alles über die beiden: { $name }

## Eine Aussage

statement-alone = Nur diese Aussage
statement-details = Alles, was kodiert wurde
# Die hinter den ersten.
statement-further-links = { $n } weitere Verknüpfungen
statement-hidden = durch Filter ausgeblendet
statement-links = Verknüpfungen
statement-marks = Merkmale
statement-nowhere = ohne Stellenangabe

tell-negated = soll nicht gelten
tell-not = nicht: { $relation }
tell-not-to-be = nicht zu sein
tell-paragraph = Abs.
tell-quoted = „{ $words }“

## Eine Frage und ihre Positionen

issue-answers = Antworten, und wer sie gibt
issue-kind-aim = was damit bezweckt wird
issue-kind-cause = warum es so ist
issue-kind-degree = wie viel davon
issue-kind-effect = was daraus folgt
issue-kind-fact = ob es so ist
issue-kind-forecast = was sein wird
issue-kind-trend = wohin es geht
issue-kind-value = was gut oder richtig ist

position-reasons = Gründe und Folgerungen
reason-rests-on = beruht auf
reason-rests-on-back = begründet
reason-so = führt zu
reason-so-back = folgt aus

## Die Felder einer Aussage

field-amount = Umfang
field-anchors = Textanker
field-by = Mittel
field-coder = kodiert von
field-condition = Bedingung
field-frame = Rahmen
field-from-as = eigene Worte für { $actor }
field-mode = Modus
field-ref = Kennung
field-stance = Haltung
field-standing = Geltung
field-strength = Stärke
field-tags = Schlagworte
field-to-as = eigene Worte für { $actor }
field-type = Typ

role-against = gegen
role-benefiting = zugunsten von
role-excluding = unter Ausschluss von
role-with = gemeinsam mit

stance-asserts = vertritt selbst
stance-doubts = bezweifelt
stance-endorses = macht sich zu eigen
stance-rejects = weist zurück
stance-reports = gibt wieder

mode-actual = gegenwärtig
mode-future = künftig
mode-historical = historisch
mode-hypothetical = hypothetisch

## Verknüpfungen von Aussagen

link-causes = bewirkt
link-causes-back = bewirkt durch
link-opposes = richtet sich dagegen:
link-opposes-back = dem steht entgegen:
link-serves = dient dem Ziel:
link-serves-back = dem dient:
link-undermines = untergräbt
link-undermines-back = untergraben durch

## Wessen Behauptung es ist, hinter einer Aussage

attributed-asserts = { $holders } zugeschrieben
attributed-doubts = { $holders } zugeschrieben, von { $author } bezweifelt
attributed-endorses = { $holders } zugeschrieben, von { $author } geteilt
attributed-others = anderen
attributed-rejects = { $holders } zugeschrieben, von { $author } zurückgewiesen
attributed-reports = { $holders } zugeschrieben, von { $author } offengelassen

## Befunde, und worauf sie beruhen

verdict-why-agency = Von einer Tat nennt der eine, wer sie tut; der andere nennt keinen oder den anderen der beiden.
verdict-why-alike = Keine Regel trennt sie; worin sich Aussagen unterscheiden, steht darunter.
verdict-why-ambivalent = Der eine vertritt jetzt beide Vorzeichen, der andere nur eines.
verdict-why-at-whose-cost = Alle, auf deren Kosten oder zu deren Nutzen eine Tat geht, sind beim einen andere als beim anderen.
verdict-why-denied = Der eine verneint, was der andere vertritt.
verdict-why-foreseen-denied = Der eine vertritt jetzt, was der andere als kommend oder möglich bestreitet, oder umgekehrt.
verdict-why-leaning = Was der eine jetzt vertritt, ist freundlich, was der andere vertritt, feindlich; doch zu anderen Zeiten, oder einer sagt nebenbei auch das Gegenteil.
verdict-why-other-respects = Die jetzt vertretenen Vorzeichen sind verschieden, jedes in einer Hinsicht, die nur eine Seite nennt.
verdict-why-possible = Der eine vertritt es als gegenwärtig; beim anderen ist es nur berichtet, bezweifelt, hypothetisch, gewünscht, befürchtet, künftig oder vergangen.
verdict-why-sign-conflict = Was jetzt vertreten wird, ist beim einen nur positiv und beim anderen nur negativ.
verdict-why-valued = Für den einen neutral, für den anderen positiv oder negativ.

issue-name-agree = Einig
issue-name-contradict = Widerspruch
issue-name-differ = Andere Antworten
issue-name-in-part = Teils einig
issue-name-near = Nah beieinander
issue-name-open = Offengelassen
issue-name-rejects = Widerspruch: verneint
issue-name-torn = Strittig: eine Seite zwiespältig
issue-name-wrong-question = Strittig: die Frage
issue-why-agree = Sie geben dieselben Hauptantworten oder verneinen dasselbe.
issue-why-contradict = Ihre Hauptantworten schließen einander aus.
issue-why-differ = Sie geben andere Antworten, die nebeneinander bestehen können oder beiläufig gegeben werden.
issue-why-in-part = Einige ihrer Antworten sind dieselben, andere nicht.
issue-why-near = Ihre Antworten stehen auf der Skala nebeneinander.
issue-why-open = Eine Seite antwortet, die andere lässt es offen, oder beide lassen es offen.
issue-why-rejects = Eine Seite verneint, was die andere antwortet.
issue-why-torn = Eine Seite vertritt Antworten, die einander ausschließen, die andere nicht.
issue-why-wrong-question = Eine Seite hält die Frage für falsch gestellt.
issue-beside-reasons = Aus anderen Gründen.
issue-beside-conclusions = Mit anderen Folgerungen.
issue-beside-denials = Beide verneinen { $answers }.
issue-silent-not-raised = { $number ->
    [several] { $name } werfen die Frage nicht auf.
   *[one] { $name } wirft die Frage nicht auf.
}
issue-silent-out-of-period = { $number ->
    [several] { $name } schreiben über eine andere Zeit.
   *[one] { $name } schreibt über eine andere Zeit.
}
issue-silent-unanswered = { $number ->
    [several] { $name } sprechen von denen, um die es geht, ohne zu antworten.
   *[one] { $name } spricht von denen, um die es geht, ohne zu antworten.
}
issue-passage = Position { $position }

silent-unrelated = Kodierte Aussagen von { $name } nennen beide, und keine setzt sie in Beziehung.
silent-parts-or-whole = Kodierte Aussagen von { $name } nennen nur Teile oder Mitglieder, oder das Ganze.
silent-not-named = Kodierte Aussagen von { $name } nennen nicht beide.
# Wo einer der beiden fehlt.
silent-not-named-actor = Keine kodierte Aussage von { $name } nennt { $actor }.
silent-out-of-period = { $number ->
    [several] { $name } schreiben über einen anderen Zeitraum.
   *[one] { $name } schreibt über einen anderen Zeitraum.
}
