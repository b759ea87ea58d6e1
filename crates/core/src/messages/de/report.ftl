### Netzwerke und Vergleiche in Worten.

## Wie zwei Sichten heißen

side-first = { $side } (erste)
side-second = { $side } (zweite)

## Eine Aussage als Satz, nach dem, wer wem etwas tut

statement-as = { $names } („{ $word }“)
actors-together = { $actors } gemeinsam
statement-with = , gemeinsam mit { $actors }
statement-against = , gegen { $actors }
statement-excluding = , unter Ausschluss von { $actors }
statement-benefiting = , zugunsten von { $actors }
statement-by = , durch { $means }
statement-condition = , sofern: { $condition }
statement-serves = ; Ziel: { $aims }
statement-causes = ; Folge: { $aims }
statement-undermines = ; untergräbt: { $aims }
statement-opposes = ; richtet sich gegen: { $aims }
statement-next = { $aims }, { $next }
statement-last = { $aims } und { $next }
statement-more-links = (und { $n ->
    [one] 1 weitere Verknüpfung
   *[other] { $n } weitere Verknüpfungen
})

## Eine Position: eine Antwort auf eine Streitfrage, worauf sie sich stützt und wozu sie führt

position-not = nicht: { $answer }
position-past = einst: { $answer }
position-to-come = künftig: { $answer }
position-possible = möglich: { $answer }
position-answer-to = „{ $answer }“ auf „{ $question }“
position-rests-on = Denn: { $reasons }.
position-so = Also: { $reasons }.

# Was eine Wendung in einer anderen Sprache nicht selbst sagen kann.
phrase-not = nicht
phrase-past = vergangen
phrase-future = künftig
phrase-possible = möglich
phrase-ought = soll sein

## Wessen Behauptung es ist

voice-by-others = { $verb } von anderen
voice-endorses = { $whose }, und { $author } { $number ->
    [several] stimmen zu
   *[one] stimmt zu
}
voice-endorses-feeling = { $whose }, wie { $author } { $number ->
    [several] sagen
   *[one] sagt
}
voice-reports = { $whose }, was { $author } { $number ->
    [several] offenlassen
   *[one] offenlässt
}
voice-doubts = { $whose }, was { $author } { $number ->
    [several] bezweifeln
   *[one] bezweifelt
}
voice-rejects = { $whose }, was { $author } { $number ->
    [several] zurückweisen
   *[one] zurückweist
}

## Einzelheiten dahinter

detail-amount = Umfang: { $amount }
detail-cast = { $actors } als { $role }
detail-casts = Rollen: { $cast }
detail-central = zentral
detail-in-passing = beiläufig
claim-again = Wie oben.
passage-not-found = im Text nicht gefunden

# Als wen ein Text jemanden zeigt (Narrative Policy Framework).
cast-role-beneficiary = Nutznießer
cast-role-hero = Held
cast-role-victim = Opfer
cast-role-villain = Schurke

## Ein Netzwerk

network-loops-state = { $n ->
    [one] 1 Aussage
   *[other] { $n } Aussagen
} innerhalb eines Staates: am Ende aufgeführt, nicht gezeichnet.
network-loops-actor = { $n ->
    [one] 1 Aussage
   *[other] { $n } Aussagen
} über einen Akteur und ihn selbst: am Ende aufgeführt, nicht gezeichnet.
network-self-ties = { $n ->
    [one] 1 Verbindung
   *[other] { $n } Verbindungen
} eines Mitglieds eines Ganzen mit sich selbst: nicht gezeichnet.
network-at-states = Personen und Institutionen stehen unter ihren Staaten; die Sätze nennen, wen der Text nennt.
network-within-state = Innerhalb eines Staates
network-of-itself = Ein Akteur und er selbst
network-no-text = Der Text von { $work } liegt nicht vor.
network-no-text-but = Der Text von { $work } liegt nicht vor; er ist unter { $url } zu lesen.
network-positions = { $n ->
    [one] 1 Position
   *[other] { $n } Positionen
} zu { $issues ->
    [one] 1 Streitfrage
   *[other] { $issues } Streitfragen
}.
network-counts = { $actors } in { $n ->
    [one] 1 Paar
   *[other] { $n } Paaren
}, { $ties } aus { $statements ->
    [one] 1 Aussage
   *[other] { $statements } Aussagen
}.
network-silent = Dazu wird nichts gesagt
network-selected = Auswahl: { $keys }.

# In welchem Sinn eine Beziehung gilt, wenn sie nicht jetzt vertreten wird.
fact-open-not = Verneinung offengelassen
fact-possible = möglich
fact-felt-not = { $felt }, dass es nicht so ist
fact-rejected = als Wunsch, Furcht, Plan oder Forderung zurückgewiesen
fact-future = künftig
fact-past = vergangen

## Ein Vergleich

diff-title = { $a } und { $b }
diff-within-one-actor = { $side }: { $n ->
    [one] 1 Aussage
   *[other] { $n } Aussagen
} innerhalb eines Akteurs; sie gehören zu keinem Paar.
diff-intro = Zwei Zeugen nebeneinander. Wo nur einer spricht, schweigt der andere, und das heißt nicht, dass er verneint.
diff-left-out = Weggelassen, weil ohne eine einzelne Stelle nichts Strittiges bliebe: { $n ->
    [one] 1 Befund
   *[other] { $n } Befunde
} (--firm).
diff-hint = In Klammern stehen die Absätze der Texte: p1 ist der erste. Alle Aussagen, jede Art von Schweigen und vollständige Textanker: --all
diff-verdicts = Befunde, Paar für Paar
diff-pairs = Von { $n ->
    [one] 1 Paar
   *[other] { $n } Paaren
} einander entsprechender Aussagen, nach dem, worin sie sich unterscheiden: { $ways }.
diff-agree = { $n } stimmen überein
diff-differ = { $n } in { $way }

column-verdict = Befund
column-dyads = Paare
column-via-roll-up = über Staaten
column-meaning = Bedeutung
column-actor = Akteur
column-what-differs = Unterschied
column-measure = Maß
column-value = Wert
column-type = Typ
column-both = beide

verdict-meaning-denied = einer vertritt einen Typ oder ein Vorzeichen, das der andere verneint
verdict-meaning-sign-conflict = jetzt vertreten, in einer Hinsicht, die beide nennen: beim einen nur Freundliches, beim anderen nur Feindliches
verdict-meaning-agency = von einer Tat nennt der eine, wer sie tut; der andere nennt keinen oder den anderen der beiden
verdict-meaning-at-whose-cost = alle, auf deren Kosten oder zu deren Nutzen eine Tat geht, sind beim einen andere als beim anderen
verdict-meaning-ambivalent = einer vertritt jetzt beide Vorzeichen, der andere nur eines
verdict-meaning-other-respects = die jetzt vertretenen Vorzeichen sind verschieden, jedes in einer Hinsicht, die nur eine Seite nennt
verdict-meaning-foreseen-denied = der eine vertritt jetzt, was der andere als kommend oder möglich bestreitet, oder umgekehrt
verdict-meaning-valued = für den einen neutral, für den anderen freundlich oder feindlich
verdict-meaning-possible = einer vertritt es jetzt; beim anderen ist es berichtet, möglich, künftig, gewünscht, befürchtet oder vergangen
verdict-meaning-leaning = was einer jetzt vertritt, ist freundlich, was der andere vertritt, feindlich, doch zu anderen Zeiten, oder einer sagt nebenbei auch das Gegenteil
verdict-meaning-alike = nichts davon; worin sie sich unterscheiden, steht bei jedem Paar
verdict-meaning-only = { $side } { $number ->
    [several] schweigen
   *[one] schweigt
}

## Ein Vergleich in Kürze

overview-contested = Umstritten ({ $n })
overview-further = Auch gemeinsam, auch ausgelassen
overview-counts = In Zahlen
overview-issues = Von { $n ->
    [one] 1 Streitfrage
   *[other] { $n } Streitfragen
}: { $verdicts }.
overview-dyads = Von { $n ->
    [one] 1 Paar
   *[other] { $n } Paaren
}: { $verdicts }.
overview-more = Und { $n } weitere: { $names }.
overview-alike = Dieselben Aussagen über: { $names }.
overview-alike-more = Dieselben Aussagen, über { $n } Paare von Akteuren: { $names } …
overview-hint = Mehr: --issue ID, --about ACTOR, --verdict NAME; alles: --all

## Ein Paar eines Vergleichs

dyad-via-roll-up = , auf der Ebene der Staaten
dyad-summary = { $side }: { $n ->
    [one] 1 Aussage
   *[other] { $n } Aussagen
}, jetzt vertreten: { $signs }.
dyad-facets = Der Befund gilt in: { $facets }.
dyad-verdicts-also = Auch: { $verdicts }.
dyad-met = Sie treffen sich auf der Ebene der Staaten: bei { $a } { $as-a }; bei { $b } { $as-b }.
dyad-rest = Dazu { $rest }.
dyad-more = (und { $n } weitere)
dyad-also = … auch:
held-both-signs = freundlich und feindlich

row-differ = Verschieden in { $ways }:
row-agree = Sie stimmen überein:
row-beside = Nebeneinander:
row-alone = Daneben, jeder für sich:

rest-differing = { $n ->
    [one] 1 weiteres Paar, das sich unterscheidet
   *[other] { $n } weitere Paare, die sich unterscheiden
}
rest-agreeing = { $n ->
    [one] ein Paar übereinstimmender Aussagen
   *[other] { $n } Paare übereinstimmender Aussagen
}
rest-alone = { $n } weitere nur von { $side }

silence-unrelated = { $side } { $number ->
    [several] nennen beide Akteure, setzen sie aber nicht in Beziehung
   *[one] nennt beide Akteure, setzt sie aber nicht in Beziehung
}: { $dyads }.
silence-parts-or-whole = Von einem Akteur { $number ->
    [several] nennen
   *[one] nennt
} { $side } nur Teile oder Mitglieder, oder das Ganze, zu dem der Akteur gehört: { $dyads }.
silence-not-named = { $side } { $number ->
    [several] nennen nicht beide Akteure
   *[one] nennt nicht beide Akteure
}: { $dyads }.
silence-out-of-period = { $side } { $number ->
    [several] schreiben über einen anderen Zeitraum
   *[one] schreibt über einen anderen Zeitraum
}: { $dyads }.

## Neben den Paaren: Akteure

actors-title = Akteure
actors-intro = Von beiden genannt, nach den jetzt vertretenen Aussagen: wie oft der Akteur handelt / betroffen ist, und sein Rang nach beidem zusammen.
actors-none-now = jetzt nichts
actors-degree = { $acts } / { $suffers }, Rang { $rank }
actors-more = Dazu { $n ->
    [one] 1 weiterer Akteur
   *[other] { $n } weitere Akteure
} von beiden.
actors-only = Nur { $side } ({ $n }): { $actors }.
actors-elsewhere = Nur von { $side } in Beziehung gesetzt; { $other } nennt sie auch, aber ohne Beziehung zu anderen ({ $n }): { $actors }.
actors-grain = Andere Körnung: { $side } { $number ->
    [several] nennen
   *[one] nennt
} { $whole }, wo nur { $other } { $other-number ->
    [several] die Teile nennen
   *[one] die Teile nennt
}: { $parts }.

remark-acts = { $number ->
    [several] handeln
   *[one] handelt
}
remark-acted-upon = { $number ->
    [several] sind betroffen
   *[one] ist betroffen
}
remark-roles = { $role-a } bei { $a }, { $role-b } bei { $b }
remark-held-by-one = jetzt nur bei { $side }
remark-weighs = { $number ->
    [several] wiegen
   *[one] wiegt
} mehr bei { $side }

## Neben den Paaren: Rahmen

frames-title = Rahmen: Deutungsrahmen, Analogien, Ereignisse
frames-both = Beide deuten ihn ({ $n ->
    [one] 1 Aussage
   *[other] { $n } Aussagen
} von { $a }, { $n-b } von { $b }):
frames-only = Nur { $side }:
reading-with = mit { $actors }
reading-without = , ohne { $actors }
reading-likens = ; vergleicht { $pairs }
reading-likened = { $then } damals mit { $now } heute

## Neben den Paaren: Struktur

structure-title = Struktur des jetzt Vertretenen
structure-centres = die meisten Partner haben { $actors }.
structure-centres-more = die meisten Partner haben { $actors }; dazu { $n ->
    [one] kommt 1 weiterer Akteur
   *[other] kommen { $n } weitere Akteure
} mit so vielen wie der letzte.
structure-too-large = Lager und Dreiecke werden bei mehr als { $actors } Akteuren oder { $dyads } Paaren nicht gesucht.
structure-camps = Lager, innen freundlich und untereinander feindlich, mit { $misplaced }; in jeder solchen Teilung zusammen: { $camps }.
structure-none-misplaced = keiner Beziehung am falschen Platz
structure-misplaced = { $n ->
    [one] 1 Beziehung
   *[other] { $n } Beziehungen
} am falschen Platz (weniger waren nicht zu finden)
structure-no-triad = kein Dreieck hat drei Paare mit Vorzeichen.
structure-triads = { $n ->
    [one] 1 ausgeglichenes Dreieck
   *[other] { $n } ausgeglichene Dreiecke
} (eine gerade Zahl feindlicher Paare), { $unbalanced } unausgeglichen

## Neben den Paaren: Zahlen

numbers-title = Zahlen
numbers-none = keine
numbers-actors = gemeinsame Akteure
numbers-actors-meaning = Akteure, die beide nennen, geteilt durch alle Akteure (Jaccard)
numbers-dyads = gemeinsame Paare
numbers-dyads-meaning = Paare, über die beide sprechen, geteilt durch alle Paare, wie die Texte sie nennen (Jaccard)
numbers-claims = gemeinsame Aussagen
numbers-claims-meaning = übereinstimmende Paare von Aussagen, geteilt durch alle Aussagen (Jaccard)
numbers-signs = gleiche Vorzeichen
numbers-signs-meaning = Anteil gleicher Vorzeichen an den gemeinsamen Paaren mit je einem Vorzeichen ({ $n }); keine Zahl bei weniger als fünf
numbers-silences = Schweigen
numbers-silences-meaning = beide Akteure ohne Beziehung, nur Teile oder Ganzes, ein Akteur nicht genannt, anderer Zeitraum
numbers-beside = daneben
numbers-beside-meaning = Aussagen nur von { $a }, nur von { $b } zu gemeinsamen Paaren

## Wie oft jeder Typ vertreten wird

tally-title = { $a } und { $b }, Typ für Typ
tally-intro = Paare von Akteuren, über die der Typ vertreten wird, jetzt, einst oder künftig; geordnet, wo der Typ eine Richtung hat.

## Ein Vergleich mehrerer Seiten

survey-title = { $n } Seiten
survey-intro = Zeugen nebeneinander: Je zwei werden verglichen, und was mehrere vertreten, wird gezählt. Wer nicht spricht, schweigt; das ist kein Verneinen. Was jetzt vertreten wird, ist freundlich, feindlich, beides oder neutral.
survey-hint = Von längeren Listen steht der Anfang hier. Alles: --all. Was zwei Seiten zu einem Paar sagen, Aussage für Aussage: nur diese beiden nennen.
survey-between = Je zwei Seiten ({ $n })
survey-figures = beide: Paare, zu denen beide etwas sagen; Überschneidung: diese an allen Paaren der beiden; strittig: die sie anders erzählen; widersprochen: davon, wo eine verneint, was die andere vertritt, oder sie gegensätzliche Vorzeichen vertreten; Konflikt: von 0, überall gleich, bis 1, überall widersprochen; strittig ohne Widerspruch zählt halb; keine Zahl bei weniger als fünf gemeinsamen Paaren.
survey-contested = ≠ Strittig zwischen irgendwelchen zwei Seiten ({ $n })
survey-camp = { $signs } bei { $sides }
survey-denials = nur Verneinungen
survey-silent = { $n ->
    [one] 1 Seite schweigt
   *[other] { $n } Seiten schweigen
}
survey-against = { $side } gegen { $others }
survey-majorities = Von einer Mehrheit vertreten ({ $n })
survey-types = Wer jetzt was vertritt ({ $n })
survey-shares = Von allen Seiten vertreten: { $all }; von den meisten: { $most }; von einigen: { $some }; nur von einer: { $one }.
survey-divided = { $n ->
    [one] Eine weitere vertreten nur Seiten, die auch das Gegenteil sagen.
   *[other] { $n } weitere vertreten nur Seiten, die auch das Gegenteil sagen.
}
survey-opposite = { $n ->
    [one] { $sides } sagt auch das Gegenteil
   *[other] { $sides } sagen auch das Gegenteil
}

column-sides = Seiten
column-overlap = Überschneidung
column-contested = strittig
column-contradicted = widersprochen
column-conflict = Konflikt
column-dyad = Paar
column-holds = vertreten
column-majority = Mehrheit
column-answering = von
column-silent = schweigend
column-outliers = Ausreißer
column-from = von
column-to = zu
column-share = bei

share-all = allen
share-most = den meisten
share-some = einigen
share-one = einer
