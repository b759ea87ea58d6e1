### Der Überblick: was die Seiten trennt und verbindet, in zehn Zeilen.

brief-title = In Kürze
brief-intro = Anteile an dem, was jede Seite sagt, nach der Stärke, mit der sie es sagt; Personen zählen für die Staaten, für die sie stehen.
brief-share = { $n } %
brief-one = { $name } { $share }
brief-of-side = { $side }: { $list }
brief-hardly = kaum etwas
brief-nobody = niemand an mehr als einer Stelle
brief-gap = Am weitesten auseinander: { $name } ({ $shares }).
brief-range = { $name }: von { $least } ({ $lower }) bis { $most } ({ $higher }), Median { $median }.
brief-more = Mehr: { $command }

brief-centre = Im Mittelpunkt
brief-main-pair = Hauptpaar
brief-main-pair-text = { $pair } ({ $shares }): { $verdict }.
brief-main-pair-none = Kein Paar von Akteuren ist den Seiten gemeinsam.
brief-respects = In welcher Hinsicht
brief-cost = Auf wessen Kosten freundliche Beziehungen gehen
brief-gain = Zu wessen Nutzen freundliche Beziehungen sind
brief-passages = { $name } ({ $n ->
    [one] 1 Stelle
   *[other] { $n } Stellen
})
brief-harm = Wer gegen andere handelt
brief-suffering = Gegen wen gehandelt wird
brief-cast = Dargestellt als { $role }
brief-cast-passages = { $name } ({ $n ->
    [one] 1 Stelle
   *[other] { $n } Stellen
})
brief-camps = Lager
brief-camps-none = keine, die ohne jede einzelne Stelle bestehen
brief-camps-crossing = { $camps }; quer zu ihnen: { $pair }
brief-certainty = Wie gewiss
brief-certainty-text = Möglich, künftig, gewünscht oder befürchtet: { $uncertain }; vorsichtig gesagt: { $hedged }.
brief-uncertain = Möglich, künftig, gewünscht oder befürchtet
brief-hedged = Vorsichtig gesagt
brief-voices = Mit wessen Stimme
brief-agrees = stimmt zu: { $list }
brief-rejects = lehnt ab oder bezweifelt: { $list }
brief-times = { $name } ({ $n })
brief-contested = Umstritten
brief-contested-none = Nichts ist umstritten.
brief-contested-issue = { $question } { $a }: { $told-a }. { $b }: { $told-b }.
brief-contested-dyad = { $pair }: { $verdict }.
brief-shared = Gemeinsam
brief-shared-none = In keiner Frage sind sie einig.
brief-shared-issue = { $question } { $answer }.
brief-shared-other-reasons = { $question } { $answer }, aus anderen Gründen.
brief-shared-other-conclusions = { $question } { $answer }, mit anderen Schlüssen.
brief-silent = Kaum genannt
brief-silent-none = Keine übergeht, was bei der anderen wiegt.
brief-silent-side = { $side } spricht kaum von: { $themes }
brief-theme = { $theme } ({ $n ->
    [one] 1 Wort der anderen
   *[other] { $n } Wörter der anderen
})
