### Bilder: Titel, Legenden, Quellen, Anmerkungen und ihre Beschreibungen.

## Titel

title-consensus = Gemeinsames von { $names }
title-nobody = niemandem
title-views = { $n ->
    [one] 1 Sicht
   *[other] { $n } Sichten
}
title-what-differs = { $title }: was sich unterscheidet
title-strips = Was von den Texten kodiert ist
title-page = { $title } ({ $number } von { $count })

## Beschriftungen von Linien

label-shared = , { $n } von { $all }

## Die Legende

legend-who = Wer es sagt
legend-contested = Umstritten
legend-relation = Beziehung
legend-strength = Stärke
legend-held-by = Vertreten von
legend-not-now = Jetzt keine Tatsache
legend-actor = Akteur
legend-statement = Aussage
legend-sentence = Satz
legend-words = Wörter

legend-both = beide
legend-times = ×2: zwei Aussagen
label-says = { $who } sagt:
label-denies = { $who } bestreitet:
label-more = , { $n } weitere
legend-count = Zahl
legend-related-by = hier nur von { $letter } in Beziehung gesetzt
legend-only-in = nur bei { $letter }
legend-not-in-view = nicht in dieser Sicht
legend-not-in-panel = nicht in diesem Bild
legend-no-difference = hier kein Unterschied
legend-bloc = ein Block mit seinen Mitgliedern, anstelle von { $lines }

shared-half = höchstens der Hälfte
shared-most = mehr als der Hälfte
shared-all = allen

# Bei einer Matrix.
legend-both-signs = positiv und negativ
legend-direction = Der Akteur der Zeile handelt, der Akteur der Spalte ist betroffen.
legend-no-direction = Was keine Richtung hat, steht auf beiden Seiten der Diagonale.
legend-blocs = Starke Linien trennen Blöcke: innen mehr freundliche Beziehungen, als der Zufall ergäbe, und weniger feindliche.
legend-blocs-friendly = Starke Linien trennen Blöcke: innen mehr freundliche Beziehungen, als der Zufall ergäbe.
legend-blocs-hostile = Starke Linien trennen Blöcke: innen weniger feindliche Beziehungen, als der Zufall ergäbe.
legend-open = berichtet, vergangen, möglich, erwartet, gewünscht, befürchtet, geplant oder gefordert
legend-denied = verneint
legend-denied-or-unwanted = verneint oder nicht gewünscht

# Bei Texten als Streifen.
legend-several-of-a-sign = mehrere mit einem Vorzeichen
legend-uncoded = nennt mehrere Akteure, noch nicht kodiert
legend-aside = geprüft, setzt niemanden in Beziehung
legend-named = ein Akteur wird genannt
legend-frame = Beleg für einen Rahmen
legend-position = Beleg für eine Position
legend-frame-or-position = Beleg für einen Rahmen oder eine Position

## Was eine Linie, ein Akteur oder ein Zeichen ist, für alle, die darauf zeigen

line-of-one = , hier nur von { $side } gesagt
line-of-both = , beide
badge-contested = anders dargestellt: { $verdicts }

## Quellen, und was weggelassen ist

source-selected = Auswahl: { $keys }.
source-everything = alles
source-alike = Weggelassen: { $n ->
    [one] 1 Linie, die beide gleich zeichnen
   *[other] { $n } Linien, die beide gleich zeichnen
}.
source-share = { $n } von { $all }
source-drawn = { $shares } Aussagen gezeichnet.
source-not-drawn = Nicht gezeichnet: { $why }.
source-unheld = { $n } nicht jetzt vertreten
source-loops = { $n } innerhalb eines Akteurs
source-only-firm = Strittige Paare, die auf einer einzelnen Stelle ruhen, sind nicht bezeichnet.
source-focus = Vollständig: { $actor } mit allen Linien und Nachbarn; der Rest ist blass.
source-top = Weggelassen: { $n } von { $all } Akteuren, die mit den wenigsten Aussagen.
source-poster = Ein Plakat, zu voll für eine Folie: auf { $paper } sind seine Worte zu lesen.
source-large-poster = Zu voll für jedes Blatt: weniger Akteure zeichnen (top) oder eine Matrix.
source-wordless = Ohne Worte, da der Platz fehlt: { $n } von { $all } Linien, die schwächsten, wo sich zwei treffen.
source-goes-on = Die Anmerkungen gehen auf Seite 2 weiter.
nothing-drawn = Von der Auswahl ist nichts zu zeichnen.
nothing-selected = Nichts zu zeichnen: Keine Aussage ist ausgewählt.

## Anmerkungen

note-no-paraphrase = (keine Umschreibung)
note-no-passage = ohne Stellenangabe
note-endorsed = { $whose }, geteilt
note-left-open = { $whose }, offengelassen
note-doubted = { $whose }, bezweifelt
note-rejected = { $whose }, zurückgewiesen
note-relayed = vermittelt durch { $holders }
note-negated = dass es nicht so ist
note-guarded = vorsichtig formuliert

## Die Beschreibung, die Vorleseprogramme lesen

described-alike = Weggelassen, weil beide es gleich zeichnen: { $lines }.
described-sides = Gezeichnete Linien: { $counts }.
described-of-one = nur von { $side }
described-of-both = von beiden
described-shared = Linien danach, wie viele der { $views } Sichten sie vertreten: { $counts }.
described-held-by = von { $n }
described-contested = Anders dargestellt: { $pairs }.
described-strongest = Am stärksten: { $lines }.
described-areas = Mitglieder innerhalb der Fläche ihres Blocks, anstelle von { $lines }: { $blocs }.
described-matrix = Eine Matrix: Der Akteur der Zeile handelt, der Akteur der Spalte ist betroffen.
described-halves = In jeder Zelle gehört die Hälfte oben links zu { $a }, die unten rechts zu { $b }.
described-blocs = Akteure, Block für Block: { $blocs }.
described-page = Anmerkungen zum Bild auf Seite 1: Seite { $number } von { $count }.

## Texte als Streifen

strip-scale = Eine Zeile fasst { $n } Wörter; jeder Absatz beginnt eine neue.
strip-described = Texte als Streifen, eine Zeile je Absatz, die Wörter maßstäblich.
strip-open-many = Noch zu prüfen in { $n } Absätzen.
strip-open = Noch zu prüfen: Absatz { $paragraphs }.
strip-anchored = { $percent } % von { $words } mit Anker
strip-nothing = { $anchored }; nichts zu prüfen: { $why }
strip-numbers = { $anchored }; { $n ->
    [one] 1 Satz
   *[other] { $n } Sätze
} mit mehreren Akteuren: { $coded } kodiert, { $aside } beiseitegelegt, { $open } zu prüfen
strip-frame = { $place } Rahmen { $frame }
strip-aside = { $place } setzt niemanden in Beziehung
strip-to-look-at = noch zu prüfen: { $n }
strip-nothing-coded = nichts kodiert
strip-paragraph = Absatz { $number }, { $words } Wörter: { $said }

## Tafeln von Fragen und von Namen

title-issues = Fragen und Antworten: { $names }
title-briefing = In Kürze: { $names }
title-naming = Wer wen wie nennt: { $names }
title-timeline = Was wann geschah: { $names }

chart-undecided = es lässt sich nicht sagen
chart-wrong-question = die Frage ist falsch gestellt
chart-sense-held = vertreten
chart-sense-open = offengelassen
chart-sense-denied = verneint
chart-denied-by = nicht { $side }
chart-no-answer = keine Antwort
chart-silent = schweigen: { $names }
chart-silent-one = { $side }: schweigt
chart-silent-count = { $n } schweigen:

# Warum eine Antwort nicht ohne Weiteres vertreten wird.
chart-to-come = künftig
chart-guarded = vorsichtig
chart-doubted = bezweifelt

# Was sich bei zwei Seiten ergibt, und bei wie vielen Paaren von mehreren.
chart-agree-other-reasons = einig, aus anderen Gründen
chart-pairs-contradict = { $n } von { $all } Paaren widersprechen sich
chart-pairs-contest = { $n } von { $all } Paaren uneins

legend-answer = Eine Antwort
legend-dot = einer Sicht; die Zahl sagt, wie viele sie ohne Weiteres vertreten
legend-beside = neben einer Hauptantwort vertreten
legend-not-outright = nicht ohne Weiteres: vorsichtig, falls, künftig oder das Wort anderer

source-top-issues = Weggelassen: { $n } von { $all } Fragen, die letzten der Reihe.
source-top-named = Weggelassen: { $n } von { $all } Akteuren, die am seltensten genannten.
source-top-times = Weggelassen: { $n } von { $all } Zeiten, die spätesten.
source-undated = { $n ->
    [one] 1 Aussage hat keine Zeit
   *[other] { $n } Aussagen haben keine Zeit
}.
source-top-lines = Weggelassen: { $n } von { $all } Zeilen, die letzten der Reihe.
source-positions = Nicht gezeigt: { $n ->
    [one] 1 Position
   *[other] { $n } Positionen
}, nur gewünscht oder befürchtet, oder bedingt oder berichtet neben dem, was ohne Weiteres vertreten wird.
source-names = Von Namen stehen so viele da, wie zwei Zeilen fassen.
source-words = Von Wörtern stehen die häufigsten da, die drei Zeilen fassen.
source-only-firm-issues = Was nur durch eine einzige Stelle umstritten ist, ist weggelassen.
nothing-issues = Nichts zu zeichnen: Hier beantwortet niemand eine Frage.
nothing-named = Nichts zu zeichnen: Keine Aussage hier hat eigene Wörter für einen Akteur.
nothing-dated = Nichts zu zeichnen: Keine Aussage hier hat eine Zeit.

described-issues = { $title }. { $n ->
    [one] 1 Frage
   *[other] { $n } Fragen
}, davon umstritten: { $contested }.
described-briefing = { $title }. { $n ->
    [one] 1 Zeile
   *[other] { $n } Zeilen
}.
described-timeline = { $title }. { $n ->
    [one] 1 Zeit
   *[other] { $n } Zeiten
}, die frühesten zuerst.
described-naming = { $title }. { $n ->
    [one] 1 Akteur
   *[other] { $n } Akteure
}.
chart-quoted = „{ $words }“
