"""The patterns of English time expressions (see ``grammar`` for the notation)."""

from functools import cache

from rashomon.language.times.calendar import holidays
from rashomon.language.times.grammar import Grammar

MACROS = {
    "weekday": "(<weekday> | <weekday_short> <dot>?)",
    "year": "<newyear>",
    "dayth": "(<day> <suffix>? | <ordinal>)",
    "iso": "<year> <hyphen> <mm> <hyphen> <day>",
    "mdy": "(@weekday <comma>?)? <month> <dot>? @dayth (<comma>? @year)?",
    "dmy": "(@weekday <comma>?)? (the)? @dayth (of)? <month> <dot>? (<comma>? @year)?",
    "slashed": "(<mm> <slash> <day> | <day> <slash> <mm>) <slash> (<year> | <two>)",
    "dashed": "(<mm> <hyphen> <day> | <day> <hyphen> <mm>) <hyphen> <newyear>",
    "dotted": "<day> <dot> <mm> <dot> <newyear>",
    "day": "(@iso | @mdy | @dmy | @slashed | @dashed | @dotted | <weekday> | <dayword>"
    " | (that | the same) day"
    " | <weekday_short> <dot>?)",
    "today": "(<dayword> | <weekday>)",
    "half": "((a | p) <dot>? m <dot>? | <half>)",
    "zone": "(local time | <tz> | <open> (<tz> | local time) <close>"
    " | (eastern | central | mountain | pacific) (standard | daylight)? time)",
    "clockpart": "(<hour> ((<colon> | <dot>) <minute>)? @half? | <number> | <clockword>)",
    "clock": "(<hour> (<colon> | <dot>) <minute> (<colon> <minute>)? @half? | <twelve> @half"
    " | <military> (hours | hrs | <tz>) | (<twelve> | <number>) o <apos> clock | <clockword>)",
    "numeral": "(<num> ((<comma> | <dot> | (<num>)? <slash>) <num>)?"
    " | <number> (<hyphen>? <number>){0,3})",
    "amount": "(@numeral | (a | an) (hundred | thousand | dozen) | (a)? couple (of)?"
    " | (a)? few | <vague> | a | an)",
    "bound": "(more than | less than | no more than | at least | at most | up to | nearly | almost"
    " | just over | just under)",
    "which": "(last | this | next | that | the same | the (next | following | previous)"
    " | this past | this coming | the past)",
    "edgenoun": "(end | beginning | start | close | middle | rest | turn)",
}

DAY_RULES = (
    "iso",
    "mdy",
    "dmy",
    "slashed",
    "dashed",
    "dotted",
    "weekday_plain",
    "weekday_abbreviated",
    "dayword",
    "deictic_day",
)

DAYS = {
    "iso": "<year:year> <hyphen> <mm:month> <hyphen> <day:day>",
    "mdy": "(@weekday:weekday <comma>? | <deictic:which>)? <month:month> <dot>? @dayth:day"
    " (<comma>? @year:year)?",
    "dmy": "(@weekday:weekday <comma>?)? (the)? @dayth:day (of)? <month:month> <dot>?"
    " (<comma>? @year:year)?",
    "slashed": "(<mm:month> <slash> <day:day> | <day:daya> <slash> <mm:montha>) <slash>"
    " (<year:year> | <two:short>)",
    "dashed": "(<mm:month> <hyphen> <day:day> | <day:daya> <hyphen> <mm:montha>) <hyphen>"
    " @year:year",
    "dotted": "<day:daya> <dot> <mm:montha> <dot> @year:year",
    "date_range": "<month:month> <dot>? @dayth:day (<hyphen> | to | and | through) @dayth:until"
    " (<comma>? @year:year)?",
    "weekday_plain": "<weekday:weekday>",
    "weekday_abbreviated": "<weekday_short:weekday> <dot>?",
    "weekday": "(<edge:edge> (on)?)? @which:which <weekday:weekday>",
    "weekday_in_week": "<weekday:weekday> (in | of)? (which= last | this | next) week",
    "week_weekday": "(which= last | next) week (on)? <weekday:weekday>",
    "day_of_month": "(the)? @dayth:day (of | day of) (which= last | this) month",
    "weekday_ago": "((a | one) week | <number:count> weeks) ago (on)? <weekday:weekday>",
    "dayword": "<dayword:word>",
    "deictic_day": "(that | the same) day",
    "edge_day": "<edge:edge> (on)? @day:day",
    "beyond_dayword": "the day (before | after) <dayword:word>",
    "holiday": "(<which:which>)? @holiday:name (<comma>? @year:year)?",
    "holiday_span": "(<which:which>)? @holiday:name (span= week | weekend)",
    "next_day": "(the | that) (very)? (which= next | following | same | previous | preceding) day",
    "day_after": "(the | a) (day | night) (which= before | after | earlier | later)",
    "told_later": "@bound? @amount:count <unit:unit> (which= later | earlier | from now)",
    "ago": "@bound? @amount:count (or (so | @numeral))? <unit:unit> (or so)? ago",
    "plain_ago": "<unit:unit> ago",
}

HOURS = {
    "day_part": "(<edge:edge> (on)?)? (@which:which)? @day:day (<edge:inner> | at)? <part:part>",
    "part_of_day": "(the)? <edge:edge>? <part:part> (hours)? (of | on) @day:day",
    "night_over": "((the)? night (of | from | between)? | overnight (from | between)?)"
    " (@day | (the)? @dayth) (to | into | and | <hyphen> | <dash>) (on)? @day:day",
    "night_into": "(overnight | (the)? night) (into | to) (on)? @day:day",
    "part_dayword": "<edge:edge>? <part:part> @today:day",
    "nights_ago": "<number:count> nights ago",
    "night_range": "(the)? night (of | from | between)? <month:month> <dot>? @dayth:day"
    " (<hyphen> | <dash> | to | into | and) @dayth:until (<comma>? @year:year)?",
    "early_hours": "(the)? (early | small | wee) (morning)? hours ((of | on)? @day:day <part>?)?",
    "this_part": "<edge:edge>? (in)? @which:which <part:part>",
    "dayless_part": "<edge:edge>? (word= tonight | overnight)",
    "bare_part": "(the <part:part> | <edge:edge> <hyphen>? <part:inner>)",
    "clock_day": "(shortly | just | soon | moments)? (shift= before | after)? @clock:clock"
    " @zone? <comma>? (on | <part:part>)? (@which:which)? @day:day <part:part2>?",
    "clock_part": "@clockpart:clock @zone? (this | in the | that) <part:part>",
    "clock": "(shortly | just | soon | moments)? (shift= before | after)? @clock:clock @zone?",
}

PERIODS = {
    "weekend": "<edge:edge>? (the | @which:which) weekend",
    "deictic": "(<edge:edge> (in)?)? (the)? <which:which> (fiscal | calendar)? <period:unit>",
    "edge_in_period": "<edge:edge> in the <period:unit>",
    "edge_period": "(the)? @edgenoun:edge of (the | @which:which) <period:unit>",
    "edge_absolute": "(the)? @edgenoun:edge of ((the)? <month:month> (<comma>? @year:year)?"
    " | @year:only)",
    "month_year": "(<edge:edge> (<hyphen> | in)?)? <month:month> <dot>? (of | <comma>)?"
    " (@year:year | (of)? <deictic:which> year)",
    "month": "(<edge:edge> (<hyphen> | in)?)? (@which:which)? <month:month>",
    "season": "<edge:edge>? (the (early | late)?)? (@which:which)? <season:season>"
    " ((of)? @year:year)?",
    "year": "(<edge:edge> (<hyphen> | in)?)? (the year | fiscal (year)?)? @year:year"
    " | the @year:only (span= period | season | quarter)",
    "the_period": "the (full | fiscal | current fiscal)? (unit= week | year)",
    "latest_year": "the (latest | most recent) (fiscal)? year",
    "half": "(the)? (half= first | second | last | latter) <hyphen>? half (of)?"
    " ((fiscal)? @year:year | (the | <which:which>) year)",
    "year_end": "year (<apos> s | <hyphen>)? end",
    "in_the_day": "(later | earlier) in the day",
    "decade": "(the)? (<edge> <hyphen>?)? (<decades:year> <apos>? s | <apos> <tens:tens>"
    " <apos>? s | <decade_word:word>)",
    "century": "(the)? (<day:day> <suffix> | <ordinal:ordinal>) <hyphen>? century",
    "spoken_year": "(the year)? (century= nineteen | two thousand (and)?)"
    " (<tens_word:tens> <hyphen>?)? <number:ones>?",
}

QUARTERS = {
    "quarter": "((the | @which) (fiscal)? | fiscal)? <ordinal:quarter> quarter"
    " (((of)? (fiscal)? @year:year) | (of | a)? (which= last | this | next) year)?",
    "quarter_adjective": "(fiscal)? <ordinal:quarter> <hyphen> quarter (@year:year)?",
    "year_quarter": "(the)? (@year:year | (which= last | this | next) year <apos> s"
    " | year <hyphen>? (back= earlier | ago)) <ordinal:quarter> <hyphen>? quarter",
    "the_quarter": "(the)? (latest | most recent | current | this) quarter | the quarter"
    " | the latest period",
    "year_earlier": "(the (comparable)?)? year <hyphen>? (earlier | ago) (period | quarter | month)"
    " | year <hyphen> (earlier | ago)",
}

SPANS = {
    "references": "<reference:word>",
    "phrases": "(now= right now | these days | at present | at the moment)",
    "future": "the (near | foreseeable)? future | the (near | short | immediate) term"
    " | as soon as possible",
    "past": "the (recent | distant)? past",
    "duration": "@bound? @amount:count ((to | or | <hyphen>) @amount:upto)? <hyphen>?"
    " (<more>)? <unit:unit>",
    "the_duration": "the (count= @numeral) <unit_many:unit>",
    "stretch": "@bound? (the | this)? <stretch:stretch> @amount:count ((to | or) @amount)?"
    " <unit:unit>",
    "year_earlier_span": "(the)? year <hyphen>? (earlier | ago) @numeral:count <unit_many:unit>",
    "future_units": "future <unit_many>",
    "recent_units": "(the)? <stretch:stretch> <unit_many:unit> | the <unit_many:units> ahead",
    "long_unit": "<unit_one:unit> <hyphen> long | <long_unit:word>",
    "half_unit": "(half <hyphen>? (a | an)?"
    " | @amount:count <hyphen>? and <hyphen>? a <hyphen>? half) <hyphen>? <unit:unit>",
    "unit_and_half": "(a | an) <unit:unit> and a half",
    "units": "<unit_many:unit>",
    "every": "(each | every) ((other= other)? (<number:count>)? <unit:unit> | <weekday:weekday>"
    " (<part:part>)? | <month:month> | <part:part2>)",
    "weekdays": "<weekdays:weekday>",
    "weekday_nights": "<weekday:weekday> (part= nights | mornings | evenings | afternoons)",
    "frequency": "<frequency:word>",
}

PATTERNS = DAYS | HOURS | PERIODS | QUARTERS | SPANS


def _holiday_pattern(name: str) -> str:
    """``new years eve`` also stands for "New Year's Eve", ``st`` for "St."."""
    return " ".join(_holiday_word(word) for word in name.split())


def _holiday_word(word: str) -> str:
    if len(word) == 2:
        return f"{word} <dot>?"
    return f"({word} <apos>? | {word[:-1]} <apos> s)" if word.endswith("s") else word


@cache
def grammar() -> Grammar:
    """The grammar, compiled once."""
    names = sorted(holidays(), key=lambda name: (-len(name), name))
    holiday = "(" + " | ".join(map(_holiday_pattern, names)) + ")"
    return Grammar({**MACROS, "holiday": holiday}, PATTERNS)
