"""Readers for days: dates, weekdays, holidays, "two days ago", "the next day"."""

import datetime as dt
from dataclasses import replace

from rashomon.data.kinds import kinds_of
from rashomon.language.times import calendar
from rashomon.language.times.grammar import Found
from rashomon.language.times.numeric import read_numeric
from rashomon.language.times.numeric import told as told_in_full
from rashomon.language.times.patterns import DAY_RULES, grammar
from rashomon.language.times.reading import Anchor, Reading
from rashomon.language.times.scene import Reader, Scene
from rashomon.language.times.tense import cues
from rashomon.language.times.vocabulary import part_hours
from rashomon.model.times import Offset

_LONGEST_BACK = 320  # days; what lies further back is told with its year
_FRESH = 60  # days; a date as near as this needs no year told before


def read_date(found: Found, scene: Scene) -> Reading | None:
    """A date with the month's name: "Sept. 11, 2018", "11 September"."""
    month, day = _month(found), _day_number(found, "day")
    if month is None or day is None:
        return None
    year = found.number("year")
    if year is not None:
        return told_in_full(calendar.date_or_none(year, month, day))
    return dated_without_year(month, day, _weekday(found), scene, found)


def _month(found: Found) -> int | None:
    unsure = found.value("month", "month_unsure")
    if unsure and not found.capital("month"):
        return None
    value = found.value("month", "month")
    return int(value) if value else None


def _day_number(found: Found, group: str) -> int | None:
    value = found.value(group, "ordinal")
    return int(value) if value else found.number(group)


def _weekday(found: Found) -> int | None:
    value = found.value("weekday", "weekday") or found.value("weekday", "weekday_short")
    return int(value) if value else None


def dated_without_year(
    month: int, day: int, weekday: int | None, scene: Scene, found: Found
) -> Reading | None:
    """A day of a month: the year comes from its weekday, the tense, or a year told before."""
    if calendar.date_or_none(2000, month, day) is None:
        return None
    base = scene.published or (dt.date(scene.year, 7, 1) if scene.year else None)
    if base is None:
        return Reading(f"XXXX-{month:02}-{day:02}", granularity="day", anchor="publication")
    near = [calendar.date_or_none(base.year + step, month, day) for step in (-1, 0, 1)]
    known = [date for date in near if date is not None]
    if scene.published is None:
        known = [date for date in known if date.year == base.year]
    if weekday and any(date.isoweekday() == weekday for date in known):
        known = [date for date in known if date.isoweekday() == weekday]
    if not known:
        return None
    best = _by_word(found.word("which"), known, base) or _by_tense(known, base, scene, found)
    told = calendar.date_or_none(scene.months.get(month, best.year), month, day)
    by_text = scene.published is None
    if told and told != best and not weekday and abs((best - base).days) > _FRESH:
        best, by_text = told, True
    anchor: Anchor = "text" if by_text else "publication"
    return Reading(best.isoformat(), days=(best, best), granularity="day", anchor=anchor)


def _by_word(which: str, days: list[dt.date], base: dt.date) -> dt.date | None:
    """ "Last Oct. 3", "next May 1"."""
    if which == "last":
        return max((day for day in days if day < base), default=None)
    return min((day for day in days if day > base), default=None) if which == "next" else None


def _by_tense(days: list[dt.date], base: dt.date, scene: Scene, found: Found) -> dt.date:
    """The latest day gone by, the next to come, or the nearest where the tense says nothing."""
    if found.before() in cues("bound"):
        return min(days, key=lambda day: (abs((day - base).days), day))
    if _names_incident(found, scene) and days[0] <= base:
        return max(day for day in days if day <= base)
    tense = scene.tense(found)
    past = [day for day in days if day <= base]
    future = [day for day in days if day >= base]
    if tense == "past" and past and (base - past[-1]).days <= _LONGEST_BACK:
        return past[-1]
    if tense == "future" and future and (future[0] - base).days <= _LONGEST_BACK:
        return future[0]
    return min(days, key=lambda day: (_distance(base, day), day))


def _names_incident(found: Found, scene: Scene) -> bool:
    """Whether it stands before what happened that day: "the Sept. 11 attacks"."""
    token = scene.token(found.coded.starts[found.first])
    for _ in range(2):
        if token is None or not scene.parsed:
            return False
        if token.dep_ in ("compound", "nmod") and token.head.pos_ == "NOUN":
            return bool(kinds_of(token.head.lemma_.lower()))
        token = token.head
    return False


def _distance(base: dt.date, day: dt.date) -> int:
    """Days away; reports tell of what was far more than of what will be."""
    away = (day - base).days
    return 3 * away if away > 0 else -away


def read_date_range(found: Found, scene: Scene) -> Reading | None:
    """Some days of one month: "May 3-5"."""
    month, first, last = _month(found), found.number("day"), found.number("until")
    if month is None or first is None or last is None or first >= last:
        return None
    year = found.number("year")
    start = (
        told_in_full(calendar.date_or_none(year, month, first))
        if year
        else dated_without_year(month, first, None, scene, found)
    )
    if start is None or start.days is None:
        return start
    end = calendar.date_or_none(start.days[0].year, month, last)
    return replace(start, days=(start.days[0], end), type="DURATION") if end else None


def read_weekday(found: Found, scene: Scene) -> Reading | None:
    """A weekday, alone or with "last", "next", "that"."""
    weekday = _weekday(found)
    if weekday is None or (not found.has("which") and _in_a_name(found, scene)):
        return None
    words = set(found.words("which"))
    if words & cues("told") and scene.day is not None and scene.day.days:
        return _told_weekday(weekday, words, scene.day.days[0])
    reading = weekday_reading(weekday, _window(words, found, scene), scene)
    return _edged(reading, found)


def read_abbreviated(found: Found, scene: Scene) -> Reading | None:
    """ "Sun." beside an hour or a part of the day; alone it may be anything."""
    hour = found.before() in ("am", "pm", "m") or (found.before(), found.before(2)) == (".", "m")
    if not found.capital("weekday") or not (hour or found.after() in part_hours()):
        return None
    return read_weekday(found, scene)


def read_weekday_in_week(found: Found, scene: Scene) -> Reading | None:
    """ "Tuesday last week", "last week Tuesday", "Tuesday of this week"; weeks begin on Monday."""
    weekday = _weekday(found)
    steps = {"last": -1, "next": 1}.get(found.word("which"), 0)
    if weekday is None:
        return None
    if scene.published is None:
        return weekday_reading(weekday, (-13, -1) if steps < 0 else (-6, 6), scene)
    monday = calendar.week_days(scene.published)[0]
    away = (monday - scene.published).days + 7 * steps + weekday - 1
    return offset_reading(Offset(first=away, last=away), scene, f"XXXX-WXX-{weekday}")


def read_day_of_month(found: Found, scene: Scene) -> Reading | None:
    """ "The 25th of last month"."""
    day = _day_number(found, "day")
    if day is None or scene.published is None:
        return None
    month = calendar.add_months(scene.published.replace(day=1), -(found.word("which") == "last"))
    known = calendar.date_or_none(month.year, month.month, day)
    if known is None:
        return None
    away = (known - scene.published).days
    return offset_reading(Offset(first=away, last=away), scene, "XXXX-XX-XX")


def _in_a_name(found: Found, scene: Scene) -> bool:
    return scene.named(found) in ("PERSON", "WORK_OF_ART", "PRODUCT") or (
        scene.named(found) == "ORG" and found.after() in ("times", "telegraph", "night", "mail")
    )


def _window(words: set[str], found: Found, scene: Scene) -> tuple[int, int]:
    if words & {"last", "past", "previous"}:
        return -7, -1
    if words & {"next", "coming", "following"}:
        return 1, 7
    return (0, 6) if scene.direction(found) == "future" else (-6, 0)


def _told_weekday(weekday: int, words: set[str], told: dt.date) -> Reading:
    if "following" in words:
        day = calendar.nearest_weekday(told + calendar.DAY, weekday, forward=True)
    elif words & {"previous", "preceding"}:
        day = calendar.nearest_weekday(told - calendar.DAY, weekday, forward=False)
    else:
        near = told - 3 * calendar.DAY
        day = calendar.nearest_weekday(near, weekday, forward=True)
    return Reading(day.isoformat(), days=(day, day), granularity="day", anchor="text")


def weekday_reading(weekday: int, window: tuple[int, int], scene: Scene) -> Reading:
    """The weekday in a window of seven days around publication."""
    offset = Offset(first=window[0], last=window[1], weekday=weekday)
    return offset_reading(offset, scene, f"XXXX-WXX-{weekday}")


def offset_reading(offset: Offset, scene: Scene, unknown: str) -> Reading:
    """One day told from publication; ``unknown`` is its TIMEX3 value without that day."""
    interval = offset.from_day(scene.published) if scene.published else None
    if interval is None:
        return Reading(unknown, granularity="day", anchor="publication", offset=offset)
    days = interval.first_day, interval.last_day
    return Reading(
        days[0].isoformat(), days=days, granularity="day", anchor="publication", offset=offset
    )


def read_weekday_ago(found: Found, scene: Scene) -> Reading | None:
    """ "A week ago Friday": that many weeks before the last such day."""
    weekday, weeks = _weekday(found), found.number("count") or 1
    if weekday is None or weeks > 500:
        return None
    return weekday_reading(weekday, (-6 - 7 * weeks, -7 * weeks), scene)


def read_dayword(found: Found, scene: Scene) -> Reading | None:
    """ "Today", "yesterday", "tomorrow", and the days beyond these."""
    steps = int(found.value("word", "dayword"))
    if found.rule == "beyond_dayword":
        steps += -1 if found.coded.words[found.first + 2] == "before" else 1
    if found.capital("word") and found.before() == "usa":
        return None
    if _of_an_age(found):
        return None
    return offset_reading(Offset(first=steps, last=steps), scene, "XXXX-XX-XX")


def _of_an_age(found: Found) -> bool:
    """Whether it means an age, no day: "today's youth", "the leaders of tomorrow"."""
    owns = found.after() in ("'", "’") and found.after(2) == "s"
    ahead = found.after(3) if owns else ""
    behind = found.before(2) if found.before() == "of" else ""
    return ahead in cues("generic") or behind in cues("generic")


def read_same_day(found: Found, scene: Scene) -> Reading | None:
    """ "That day", "the same day": the day told last."""
    return _by_text(scene.day) if scene.day else Reading("XXXX-XX-XX", granularity="day")


def _by_text(reading: Reading) -> Reading:
    return replace(reading.whole_day(), anchor="text")


def read_next_day(found: Found, scene: Scene) -> Reading | None:
    """ "The next day", "the previous day": beside the day told last."""
    which = found.word("which")
    steps = {"same": 0, "previous": -1, "preceding": -1}.get(which, 1)
    return _beside(steps, scene)


def _beside(steps: int, scene: Scene) -> Reading:
    if scene.day is None:
        return Reading("XXXX-XX-XX", granularity="day", anchor="text")
    return scene.day.shifted(steps)


def read_day_after(found: Found, scene: Scene) -> Reading | None:
    """ "The day before", "a day later": beside the day told last, or beside an event."""
    steps = -1 if found.word("which") in ("before", "earlier") else 1
    follows = found.after()
    if found.word("which") in ("before", "after") and follows[:1].isalpha():
        return Reading("XXXX-XX-XX", granularity="day", anchor="event")
    return _beside(steps, scene)


def read_day(found: Found, scene: Scene, group: str = "day") -> Reading | None:
    """The day named inside a longer expression."""
    inner = grammar().inside(found, group, DAY_RULES)
    if inner is None:
        return None
    reading = DAY_READERS[inner.rule](inner, scene)
    words = set(found.words("which"))
    if inner.rule == "weekday_plain" and words:
        weekday = _weekday(inner)
        if weekday and words & cues("told") and scene.day and scene.day.days:
            return _told_weekday(weekday, words, scene.day.days[0])
        return weekday_reading(weekday, _window(words, inner, scene), scene) if weekday else None
    return reading


def read_edge_day(found: Found, scene: Scene) -> Reading | None:
    """ "Early Tuesday", "late on Sept. 9": the first or last hours of the day."""
    day = read_day(found, scene)
    return day and _edged(day, found)


_EDGES = {"early": (0, 0, 8, 59), "late": (18, 0, 23, 59), "mid": (9, 0, 15, 59)}


def _edged(reading: Reading, found: Found) -> Reading:
    """Narrowed to a part of the day; TIMEX3 keeps the day as value."""
    word = found.word("edge")
    if not reading.is_day or word not in _EDGES:
        return reading
    return replace(reading.at(_EDGES[word], "", "part-of-day"), type="DATE")


def read_holiday(found: Found, scene: Scene) -> Reading | None:
    """A day with a name, in the year told or the one that fits the tense."""
    name = _holiday_name(found)
    year = found.number("year")
    if not found.capital("name") or name not in calendar.holidays():
        return None
    if year:
        return told_in_full(calendar.holiday(name, year))
    base = scene.published or (dt.date(scene.year, 7, 1) if scene.year else None)
    if base is None:
        return Reading("XXXX-XX-XX", granularity="day", anchor="publication")
    days = [calendar.holiday(name, base.year + step) for step in (-1, 0, 1)]
    which = found.word("which")
    if which == "last":
        days = [day for day in days if day < base][-1:]
    best = _by_tense(days, base, scene, found)
    return Reading(best.isoformat(), days=(best, best), granularity="day", anchor="publication")


def read_holiday_span(found: Found, scene: Scene) -> Reading | None:
    """ "Labor Day weekend", "Easter week": the Saturday and Sunday next to the day; its week."""
    reading = read_holiday(found, scene)
    if reading is None or reading.days is None:
        return reading
    day = reading.days[0]
    monday, sunday = calendar.week_days(day)
    if found.word("span") == "week":
        timex = calendar.week_name(day)
        return replace(reading, timex=timex, days=(monday, sunday), granularity="week")
    saturday = sunday - calendar.DAY
    if day.isoweekday() <= 2:
        saturday -= 7 * calendar.DAY
    days = min(day, saturday), max(day, saturday + calendar.DAY)
    timex = f"{calendar.week_name(saturday)}-WE"
    return replace(reading, timex=timex, days=days, granularity="day")


def _holiday_name(found: Found) -> str:
    words = [word for word in found.words("name") if word[:1].isalpha()]
    merged: list[str] = []
    for word in words:
        if word == "s" and merged:
            merged[-1] += "s"
        else:
            merged.append(word)
    return " ".join(merged)


DAY_READERS: dict[str, Reader] = {
    "iso": read_numeric,
    "slashed": read_numeric,
    "dashed": read_numeric,
    "dotted": read_numeric,
    "mdy": read_date,
    "dmy": read_date,
    "date_range": read_date_range,
    "weekday_plain": read_weekday,
    "weekday": read_weekday,
    "weekday_abbreviated": read_abbreviated,
    "weekday_in_week": read_weekday_in_week,
    "week_weekday": read_weekday_in_week,
    "weekday_ago": read_weekday_ago,
    "day_of_month": read_day_of_month,
    "dayword": read_dayword,
    "beyond_dayword": read_dayword,
    "deictic_day": read_same_day,
    "edge_day": read_edge_day,
    "holiday": read_holiday,
    "holiday_span": read_holiday_span,
    "next_day": read_next_day,
    "day_after": read_day_after,
}
