### Der Überblick: was die Seiten trennt und verbindet, in zehn Zeilen.

brief-title = In Kürze
brief-intro = Anteile an dem, was über Beziehungen zwischen Akteuren gesagt wird, gewogen danach, wie stark es gesagt wird; eine Beziehung zählt für beide Enden, sodass Anteile von Akteuren mehr als 100 % ergeben. Personen zählen für ihre Staaten.
brief-share = { $n } %
brief-one = { $name } { $share }
brief-of-side = { $side }: { $list }
brief-hardly = kaum etwas
brief-nobody = kaum ein Dritter
brief-gap = Am weitesten auseinander: { $name } ({ $shares }).
brief-range = { $name }: von { $least } ({ $lower }) bis { $most } ({ $higher }), Median { $median }.
brief-more = Mehr: { $command }

brief-centre = Im Mittelpunkt
brief-main-pair = Hauptpaar
brief-main-pair-text = { $pair } ({ $shares }). { $verdict }.
brief-main-pair-none = Kein Paar von Akteuren ist den Seiten gemeinsam.
brief-respects = In welcher Hinsicht
brief-cost = Freundliche Beziehungen gegen andere oder auf ihre Kosten
brief-gain = Dritte, denen freundliche Beziehungen nützen
brief-harm = Wer anderen feindlich ist
brief-suffering = Wem andere feindlich sind
brief-cast = { $role } { $list }
brief-camps = Lager
brief-camps-none = keine, die ohne jede einzelne Stelle bestehen
brief-certainty = Wie gewiss
brief-certainty-text = Möglich, künftig, gewünscht, befürchtet, gewollt oder geschuldet: { $uncertain }; vorsichtig gesagt: { $hedged }.
brief-uncertain = Möglich, künftig, gewünscht, befürchtet, gewollt oder geschuldet
brief-hedged = Vorsichtig gesagt
brief-voices = Mit wessen Stimme
brief-agrees = teilt Aussagen von: { $list }
brief-rejects = lehnt ab oder bezweifelt Aussagen von: { $list }
brief-times = { $name } ({ $n })
brief-contested = Umstritten
brief-contested-none = Nichts ist umstritten.
brief-contested-issue = { $question } { $a }: { $told-a }. { $b }: { $told-b }.
brief-contested-dyad = { $pair }. { $verdict }.
brief-shared = Gemeinsam
brief-shared-none = In keiner Frage sind sie einig.
brief-shared-in-part = unter anderem: { $answers }
brief-shared-issue = { $question } { $answer }.
brief-silent = Kaum gesagt
brief-silent-none = Keine übergeht, was bei der anderen wiegt.
brief-camps-bridge = { $camps }; doch { $pair } ist freundlich über diese Linien hinweg
brief-camps-rift = { $camps }; doch { $pair } ist feindlich innerhalb eines Lagers
brief-because = { $side }, weil: { $reason }.
brief-hence = { $side } schließt: { $reason }.
brief-not = nicht: { $answer }
brief-guarded = vorsichtig: { $answers }
brief-conditional = als möglich oder künftig: { $answers }
brief-third = { $name } bei { $pair }
brief-third-passages = { $n ->
    [one] { $third } (1 Stelle)
   *[other] { $third } ({ $n } Stellen)
}
brief-theme-issue = { $n ->
    [one] { $theme } (1 Wort darüber)
   *[other] { $theme } ({ $n } Wörter darüber)
}
brief-theme = { $n ->
    [one] { $theme } ({ $shares }, 1 Wort darüber)
   *[other] { $theme } ({ $shares }, { $n } Wörter darüber)
}
brief-silent-side = { $other } sagt es, { $side } kaum oder nicht
brief-range-passages = { $name }: an { $least } Stellen ({ $lower }) bis { $most } ({ $higher }), Median { $median }.
brief-range-claims = { $name }: { $least } ({ $lower }) bis { $most } ({ $higher }), Median { $median }
brief-camps-sides = Klare auf { $n } von { $sides } Seiten.
brief-camps-sides-untried = Klare auf { $n } von { $sides } Seiten; auf { $untried } zu viel, um es Stelle für Stelle zu prüfen.
brief-share-small = < 1 %
brief-casts = Wen der Text besetzt als
brief-rests-on = { $n ->
    [one] allein auf { $passages }
   *[other] auf { $passages }, jede davon nötig
}
brief-untried = zu viel, um es Stelle für Stelle zu prüfen
brief-not-contested = Nicht umstritten
brief-no-voice = niemandes mehr als einmal
brief-main-pair-none-of-all = Kein Paar von Akteuren ist allen Seiten gemeinsam.
brief-theme-issue-alone = { $theme }
brief-theme-share = { $theme } ({ $shares })
brief-side-conditional = { $side } nur als möglich oder künftig
brief-side-guarded = { $side } vorsichtig
brief-further = (dazu { $counts })
brief-further-issues = { $n ->
    [one] 1 weitere Frage
   *[other] { $n } weitere Fragen
}
brief-further-answers = { $n ->
    [one] 1 weitere Antwort
   *[other] { $n } weitere Antworten
}
brief-further-pairs = { $n ->
    [one] 1 weiteres Paar von Akteuren
   *[other] { $n } weitere Paare von Akteuren
}
