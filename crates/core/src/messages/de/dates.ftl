### Daten, Zeiträume und Mengen davon (EDTF) in Worten. Jahre kommen so an, wie sie gedruckt werden.

## Jahre

date-power = das Jahr { $times } mal 10 hoch { $power }
date-any-year = ein unbekanntes Jahr
date-some = irgendwann { $when }
date-decade = in den { $year }er Jahren
# Die 1900er können zehn Jahre sein oder hundert.
date-decade-or-century = in den { $year }er Jahren ({ $years })
date-range = von { $years }
date-near = um { $date } ({ $years })

## Jahre hinter einem Monat

date-of-any-year = irgendeines Jahres
date-of-some-year = irgendeines Jahres { $when }
date-in-any-year = irgendeines Jahres
date-in-some-year = irgendeines Jahres { $when }

## Monate und Tage

date-iso-month = { month-name } { $year }
date-iso-day = { $day }. { month-name } { $year }
date-month = { month-name } { $year }
date-day = { $day }. { month-name } { $year }
date-some-day = an irgendeinem Tag im { month-name } { $year }
date-some-month = in irgendeinem Monat, { $year }
date-some-day-of-year = an irgendeinem Tag, { $year }
date-day-of-some-month = am { $day }. irgendeines Monats, { $year }
month-name = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}

# Wie ISO 8601-2 sie zählt: Jahreszeiten, die jeder Halbkugel, Quartale, Drittel und Halbjahre.
date-season = { $season ->
    [21] Frühling
    [22] Sommer
    [23] Herbst
    [24] Winter
    [25] nördlicher Frühling
    [26] nördlicher Sommer
    [27] nördlicher Herbst
    [28] nördlicher Winter
    [29] südlicher Frühling
    [30] südlicher Sommer
    [31] südlicher Herbst
    [32] südlicher Winter
    [33] 1. Quartal
    [34] 2. Quartal
    [35] 3. Quartal
    [36] 4. Quartal
    [37] 1. Drittel
    [38] 2. Drittel
    [39] 3. Drittel
    [40] 1. Halbjahr
    [41] 2. Halbjahr
   *[other] irgendein Teil des Jahres
} { $year }

## Zweifel

date-about = um { $date }
date-perhaps = vielleicht { $date }
date-perhaps-about = vielleicht um { $date }
date-part-about = { $date }, { $part } ungefähr
date-part-perhaps = { $date }, { $part } unsicher
date-part-perhaps-about = { $date }, { $part } unsicher und ungefähr
date-part-year = Jahr
date-part-month = Monat
date-part-day = Tag

## Zeiträume

date-span = { $from } bis { $to }
date-span-bc = { $from } bis { $to } v. Chr.
# Wo schon das erste Ende irgendwann liegt.
date-from-to = von { $from } bis { $to }
# Jeder Teil des Zeitraums kann gemeint sein.
date-within = von { $span }
date-within-until = bis { $date }
date-within-from = ab { $date }
date-since = seit { $date }
date-until = bis { $date }
# Das andere Ende ist unbekannt.
date-from = ab { $date }
date-up-to = bis { $date }, Beginn unbekannt
date-or-before = { $date } oder früher
date-or-later = { $date } oder später
date-any-time = jederzeit
date-unknown-time = zu unbekannter Zeit
date-unknown = unbekannter Zeit
