"""Readers for weeks, weekends, months, and periods told from now or from the text."""

import datetime as dt
from dataclasses import replace

from rashomon.language.times import calendar
from rashomon.language.times.calendar import DAY, Days, Period
from rashomon.language.times.grammar import Found
from rashomon.language.times.numerals import duration_value, period_code, whole_number
from rashomon.language.times.reading import Anchor, Reading, offset_of
from rashomon.language.times.scene import Reader, Scene
from rashomon.language.times.tense import cues
from rashomon.model.times import Granularity, Offset

GRANULARITY: dict[Period, Granularity] = {
    "D": "day", "W": "week", "MO": "month", "Q": "month", "Y": "year", "DE": "year", "CE": "year",
}  # fmt: skip
_UNKNOWN: dict[Period, str] = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "MO": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX",
    "DE": "XXX", "CE": "XX",
}  # fmt: skip
_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "prior": -1,
    "preceding": -1,
    "next": 1,
    "coming": 1,
}


def told_period(unit: Period, steps: int, scene: Scene, point: bool = False) -> Reading | None:
    """The period so many steps from publication; with ``point`` a moment about so long ago."""
    before, after = calendar.envelope(unit, steps)
    if abs(before) > 3_000_000:
        return None
    granularity = GRANULARITY[unit]
    if scene.published is None:
        weeks = steps if unit == "W" and not point else None
        offset = Offset(first=before, last=after, granularity=granularity, weeks=weeks)
        return Reading(_UNKNOWN[unit], granularity=granularity, anchor="publication", offset=offset)
    try:
        day = calendar.move(scene.published, unit, steps)
    except OverflowError:
        return None
    days = widened(unit, calendar.period_days(day, unit), scene.published)
    if point:
        days = calendar.padded(unit, days, day)
    return publication_reading(calendar.period_name(day, unit), days, granularity, scene.published)


def widened(unit: Period, days: Days, published: dt.date) -> Days:
    """A week may be counted from Sunday, and on a Sunday "last week" may end the day before."""
    if unit != "W":
        return days
    last = days[1]
    if published.isoweekday() == 7 and last == published - 7 * DAY:
        last = published - DAY
    return days[0] - DAY, last


def publication_reading(
    timex: str, days: Days, granularity: Granularity, published: dt.date
) -> Reading:
    """Days worked out from the day of publication, with their offset from it."""
    offset = offset_of(days, published, granularity)
    return Reading(timex, days=days, granularity=granularity, anchor="publication", offset=offset)


def read_ago(found: Found, scene: Scene) -> Reading | None:
    """ "Two days ago", "a year ago": that many units before publication."""
    if found.rule == "plain_ago":
        return Reading("PAST_REF", why="vague")
    count, unit = whole_number(found.words("count")), period_code(found.word("unit"))
    if count is None or unit is None:
        return Reading("PAST_REF", why="vague")
    if unit == "Y" and count == 1 and scene.quarter is not None:
        return quarter_before(scene.quarter)
    return told_period(unit, -count, scene, point=True)


def read_told_later(found: Found, scene: Scene) -> Reading | None:
    """ "Two days later", "a year earlier": that many units from the day told last."""
    which = found.words("which")
    count, unit = whole_number(found.words("count")), period_code(found.word("unit"))
    if count is None or unit is None:
        return None
    if which[0] == "from":
        return told_period(unit, count, scene, point=True)
    if unit == "Y" and count == 1 and which[0] == "earlier" and scene.quarter is not None:
        return quarter_before(scene.quarter)
    return told_from_text(unit, -count if which[0] == "earlier" else count, scene)


def told_from_text(unit: Period, steps: int, scene: Scene) -> Reading | None:
    """The period so many steps from the day told last."""
    base = scene.today()
    if scene.day is None and (scene.told is None or unit == "D") and steps > 0:
        return Reading(_UNKNOWN[unit], granularity=GRANULARITY[unit], anchor="event")
    if unit == "D":
        return base.shifted(steps)
    told = scene.told if unit in ("MO", "Y") and scene.told else base.days
    if told is None:
        return Reading(_UNKNOWN[unit], granularity=GRANULARITY[unit], anchor="text")
    try:
        day = calendar.move(told[0], unit, steps)
    except OverflowError:
        return None
    days = calendar.period_days(day, unit)
    return Reading(
        calendar.period_name(day, unit),
        days=calendar.padded(unit, days, day) if steps else days,
        granularity=GRANULARITY[unit],
        anchor="text",
    )


def quarter_before(quarter: Days) -> Reading:
    """The same quarter of the year before."""
    return quarter_again(quarter, 1)


def quarter_again(quarter: Days, years_back: int = 0) -> Reading:
    """A quarter told before, or the same so many years back."""
    day = calendar.add_months(quarter[0], -12 * years_back)
    return Reading(
        calendar.period_name(day, "Q"),
        days=calendar.period_days(day, "Q"),
        granularity="month",
        anchor="text",
    )


def read_deictic(found: Found, scene: Scene) -> Reading | None:
    """ "Last week", "earlier this month", "that year"."""
    unit, which = period_code(found.word("unit")), found.word("which")
    if unit is None or unit == "D":
        return None
    if which == "past" and unit in ("DE", "CE"):
        return Reading(duration_value(1, unit), "DURATION", why="not-stated")
    if unit == "Q" and which in ("that", "same") and scene.quarter is not None:
        return quarter_again(scene.quarter)
    if which in cues("told") and not (which in ("previous", "prior") and scene.day is None):
        steps = {"previous": -1, "prior": -1, "preceding": -1, "following": 1}.get(which, 0)
        reading = told_from_text(unit, steps, scene)
    else:
        reading = told_period(unit, _STEPS.get(which, 0), scene)
    return reading and _not_after(within(reading, found, scene), found, scene)


def _not_after(reading: Reading, found: Found, scene: Scene) -> Reading:
    """ "This week" with a verb in the past ends on the day of publication."""
    published = scene.published
    if published is None or reading.days is None or reading.offset is None:
        return reading
    first, last = reading.days
    if not first <= published < last or scene.direction(found) != "past":
        return reading
    days = first, published
    return replace(
        reading, days=days, offset=offset_of(days, published, reading.offset.granularity)
    )


def read_the_period(found: Found, scene: Scene) -> Reading | None:
    """ "The week", "the full year": the present one; "the year ended March 31" is a length."""
    unit = period_code(found.word("unit"))
    if unit is None or found.after() in (cues("no_period") | {"-"}):
        return None
    if unit == "Y" and found.after() in ("ended", "ending"):
        return Reading("P1Y", "DURATION", why="not-stated")
    return told_period(unit, 0, scene)


def read_latest_year(found: Found, scene: Scene) -> Reading | None:
    """ "The latest fiscal year": the one that is over."""
    return told_period("Y", -1, scene)


def read_half(found: Found, scene: Scene) -> Reading | None:
    """ "The first half of 2018", "the second half of the year"."""
    half = 1 if found.word("half") == "first" else 2
    year = found.number("year")
    if year is None:
        if scene.published is None:
            return Reading(f"XXXX-H{half}", granularity="month", anchor="publication")
        year = scene.published.year + _STEPS.get(found.word("which"), 0)
    days = dt.date(year, 6 * half - 5, 1), calendar.month_days(year, 6 * half)[1]
    anchor: Anchor = "none" if found.has("year") else "publication"
    return Reading(f"{year:04}-H{half}", days=days, granularity="month", anchor=anchor)


def read_year_end(found: Found, scene: Scene) -> Reading | None:
    """ "Year-end": the last day of the year, give or take its last month."""
    if scene.published is None:
        return Reading("XXXX-12-31", granularity="month", anchor="publication")
    over = scene.direction(found) == "past" and scene.published.month < 12
    days = calendar.month_days(scene.published.year - over, 12)
    timex = days[1].isoformat()
    return publication_reading(timex, days, "month", scene.published)


def read_in_the_day(found: Found, scene: Scene) -> Reading | None:
    """ "Later in the day": on the day told last."""
    return replace(scene.today().whole_day(), anchor="text")


def read_edge_in_period(found: Found, scene: Scene) -> Reading | None:
    """ "Earlier in the week", "the end of this month"."""
    unit = period_code(found.word("unit")) or period_code(found.coded.words[found.last])
    if unit is None or unit == "D":
        return None
    which = found.word("which")
    reading = told_period(unit, _STEPS.get(which, 0), scene)
    return reading and within(reading, found, scene)


def within(reading: Reading, found: Found, scene: Scene) -> Reading:
    """Narrowed by "earlier", "later", "early", "late", "mid", "the end of"; the value stays."""
    word = found.word("edge")
    if not word or not reading.days:
        return reading
    first, last = reading.days
    half = (last - first) // 2
    published = scene.published
    if word == "earlier" and published and first <= published <= last:
        days = first, published
    elif word == "later" and published and first <= published <= last:
        days = published, last
    elif word in cues("first_half"):
        days = first, first + half
    elif word in cues("last_half"):
        days = first + half, last
    else:
        days = first, last
    offset = reading.offset and published and offset_of(days, published, reading.offset.granularity)
    return replace(reading, days=days, offset=offset or reading.offset)


def read_weekend(found: Found, scene: Scene) -> Reading | None:
    """ "The weekend", "last weekend": the Saturday and Sunday gone by, or to come."""
    words = set(found.words("which"))
    ahead = bool(words & {"next", "coming"}) or (
        not words & {"last", "past", "previous"} and scene.direction(found) == "future"
    )
    offset = Offset(first=0 if ahead else -8, last=8 if ahead else 0, granularity="day")
    if scene.published is None:
        return Reading(
            "XXXX-WXX-WE", granularity="day", anchor="publication", offset=offset, type="DATE"
        )
    saturday = calendar.nearest_weekday(scene.published, 6, forward=ahead)
    if scene.published.isoweekday() == 7 and not words & {"last", "next"}:
        saturday = scene.published - DAY
    days = saturday, saturday + DAY
    if not ahead and days[1] > scene.published:
        days = saturday, scene.published
    return publication_reading(f"{calendar.week_name(saturday)}-WE", days, "day", scene.published)


def read_month_year(found: Found, scene: Scene) -> Reading | None:
    """A month with its year: "July 2019", "June last year"."""
    year, month = found.number("year"), int(found.value("month", "month"))
    if not found.capital("month"):
        return None
    if year is None and scene.published is not None:
        year = scene.published.year + int(found.value("which", "deictic") or 0)
    if year is None:
        return Reading(f"XXXX-{month:02}", granularity="month", anchor="publication")
    reading = _of_month(year, month, "none" if found.has("year") else "publication")
    return within(reading, found, scene)


def _of_month(year: int, month: int, anchor: str) -> Reading:
    reading = Reading(
        f"{year:04}-{month:02}", days=calendar.month_days(year, month), granularity="month"
    )
    return reading if anchor == "none" else replace(reading, anchor="publication")


def read_month(found: Found, scene: Scene) -> Reading | None:
    """A month without a year: the one gone by or to come, as the tense says."""
    group = "month"
    if not found.capital(group) or not _really_month(found, scene):
        return None
    month = int(found.value(group, "month"))
    base = scene.published or (dt.date(scene.year, 12, 31) if scene.year else None)
    if base is None:
        return Reading(f"XXXX-{month:02}", granularity="month", anchor="publication")
    year = _year_of_month(month, base, found, scene)
    return within(_of_month(year, month, "publication"), found, scene)


def _really_month(found: Found, scene: Scene) -> bool:
    if found.has("which") or found.has("edge"):
        return True
    if found.value("month", "month_unsure") and found.before() not in cues("month_sign"):
        return _beside_noun(found, scene)
    return scene.named(found) not in ("PERSON", "ORG", "GPE", "FAC", "WORK_OF_ART")


def _beside_noun(found: Found, scene: Scene) -> bool:
    """Whether it tells which: "the March election"."""
    token = scene.token(found.start)
    if token is None or found.before() not in ("the", "a", "its", "their", "his", "her"):
        return False
    return token.dep_ == "compound" and token.head.pos_ == "NOUN" and token.head.text.islower()


def _year_of_month(month: int, base: dt.date, found: Found, scene: Scene) -> int:
    which = set(found.words("which"))
    if "last" in which or "past" in which:
        return base.year - (month >= base.month)
    if "next" in which or "coming" in which:
        return base.year + (month <= base.month)
    if "this" in which or scene.published is None:
        return base.year
    tense = scene.tense(found) if found.before() not in cues("bound") else "unknown"
    if tense == "past":
        return base.year - (month > base.month + 1)
    if tense == "future":
        return base.year + (month < base.month)
    distance = month - base.month
    return base.year - (distance > 6) + (distance < -6)


PERIOD_READERS: dict[str, Reader] = {
    "ago": read_ago,
    "plain_ago": read_ago,
    "told_later": read_told_later,
    "weekend": read_weekend,
    "deictic": read_deictic,
    "edge_in_period": read_edge_in_period,
    "edge_period": read_edge_in_period,
    "month_year": read_month_year,
    "month": read_month,
    "the_period": read_the_period,
    "latest_year": read_latest_year,
    "half": read_half,
    "year_end": read_year_end,
    "in_the_day": read_in_the_day,
}
