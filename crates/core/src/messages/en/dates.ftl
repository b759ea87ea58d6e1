### Dates, intervals and sets of them (EDTF) in words. Years are given as they are printed.

## Years

date-power = the year { $times } times 10 to the power of { $power }
date-any-year = an unknown year
date-some = some time { $when }
date-decade = in the { $year }s
# The 1900s may be ten years or a hundred.
date-decade-or-century = in the { $year }s ({ $years })
date-range = from { $years }
date-near = about { $date } ({ $years })

## Years behind a month

date-of-any-year = of some year
date-of-some-year = of some year { $when }
date-in-any-year = some year
date-in-some-year = some year { $when }

## Months and days. Those of our own reckoning come with the way ISO 8601 writes them.

date-iso-month = { $iso }
date-iso-day = { $iso }
date-month = { month-name } { $year }
date-day = { $day } { month-name } { $year }
date-some-day = some day in { month-name } { $year }
date-some-month = some month of { $year }
date-some-day-of-year = some day of { $year }
date-day-of-some-month = day { $day } of some month of { $year }
month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

# As ISO 8601-2 numbers them: seasons, those of either hemisphere, quarters, thirds and halves.
date-season = { $season ->
    [21] spring
    [22] summer
    [23] autumn
    [24] winter
    [25] northern spring
    [26] northern summer
    [27] northern autumn
    [28] northern winter
    [29] southern spring
    [30] southern summer
    [31] southern autumn
    [32] southern winter
    [33] the first quarter of
    [34] the second quarter of
    [35] the third quarter of
    [36] the fourth quarter of
    [37] the first third of
    [38] the second third of
    [39] the last third of
    [40] the first half of
    [41] the second half of
   *[other] some part of
} { $year }

## Doubts

date-about = about { $date }
date-perhaps = perhaps { $date }
date-perhaps-about = perhaps about { $date }
date-part-about = { $date }, { $part } approximate
date-part-perhaps = { $date }, { $part } uncertain
date-part-perhaps-about = { $date }, { $part } uncertain and approximate
date-part-year = year
date-part-month = month
date-part-day = day

## Spans

date-span = { $from } to { $to }
date-span-bc = { $from } to { $to } BC
# Where the first end is itself some time.
date-from-to = from { $from } to { $to }
# Any part of the span may be meant.
date-within = from { $span }
date-within-until = up to { $date }
date-within-from = from { $date } on
date-since = since { $date }
date-until = until { $date }
# The other end is unknown.
date-from = from { $date } on
date-up-to = up to { $date }
date-or-before = { $date } or before
date-or-later = { $date } or later
date-any-time = at any time
date-unknown-time = at an unknown time
date-unknown = an unknown time
