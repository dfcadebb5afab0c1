"""Readers for times of day: clock times and parts of the day, with or without their day."""

import datetime as dt
from dataclasses import replace

from rashomon.language.times.calendar import DAY
from rashomon.language.times.days import offset_reading, read_date_range, read_day
from rashomon.language.times.grammar import Found
from rashomon.language.times.reading import Clock, Reading
from rashomon.language.times.scene import Reader, Scene
from rashomon.language.times.tense import cues
from rashomon.language.times.vocabulary import part_hours, word_values
from rashomon.model.times import Granularity, Offset

FLOATING = "XXXX-XX-XX"
_EARLY_HOURS: Clock = (0, 0, 5, 59)
_WHOLE_NIGHT: Clock = (18, 0, 30, 59)
_NIGHT = 17
_MORNING = 6
_HOURS_OF_NIGHT = range(6, 12)
""" "10:30 Monday night" is in the evening, "2:30" may be in either half of the day."""


def part_clock(word: str, edge: str) -> Clock:
    """The hours of a part of the day, its first or last half with "early" or "late"."""
    first, last = part_hours()[word]
    code = word_values().get(("part", word), "")
    middle = first + (last - first + 1) // 2
    if edge == "early":
        return (0, 0, 8, 59) if code == "MO" else (first, 0, middle, 59)
    return (middle, 0, last, 59) if edge == "late" else (first, 0, last, 59)


def _suffix(word: str) -> str:
    return "T" + word_values().get(("part", word), "")


def _at_part(day: Reading, found: Found) -> Reading | None:
    word = found.word("part")
    if not day.is_day or word not in part_hours():
        return day if day.is_day else None
    edge = found.word("edge") or found.word("inner")
    edge = "early" if edge.startswith("earl") else "late" if edge.startswith("late") else ""
    return day.at(part_clock(word, edge), _suffix(word), "part-of-day")


def read_day_part(found: Found, scene: Scene) -> Reading | None:
    """ "Monday night", "late on Feb. 6", "the morning of 3 May"."""
    if found.word("part") in cues("habit"):
        return None  # "Tuesday nights"
    day = read_day(found, scene)
    return day and _at_part(day, found)


def read_night_over(found: Found, scene: Scene) -> Reading | None:
    """ "The night from Monday to Tuesday", "the night of 3 to 4 May": the one that ends on the day
    told last."""
    day = read_day(found, scene)
    if day is None or not day.is_day:
        return None
    return replace(_night(day.shifted(-1)), anchor=day.anchor)


def read_night_range(found: Found, scene: Scene) -> Reading | None:
    """ "The night of May 3-4"."""
    both = read_date_range(found, scene)
    if both is None or both.days is None or both.days[1] - both.days[0] != DAY:
        return None
    first = both.days[0]
    day = Reading(first.isoformat(), days=(first, first), granularity="day", anchor=both.anchor)
    return _night(day)


def read_nights_ago(found: Found, scene: Scene) -> Reading | None:
    """ "Two nights ago"."""
    count = int(found.value("count", "number") or 0)
    day = offset_reading(Offset(first=-count, last=-count), scene, FLOATING)
    return day.at(part_clock("night", ""), "TNI", "part-of-day") if count else None


def _night(day: Reading) -> Reading:
    """A day's whole night, past midnight too."""
    return day.at(_WHOLE_NIGHT, "TNI", "part-of-day")


def read_early_hours(found: Found, scene: Scene) -> Reading | None:
    """ "In the early hours of Feb. 6"."""
    day = read_day(found, scene) if found.has("day") else _floating()
    if day is None or not (day.is_day or day.floating):
        return None
    return _timed(day, _EARLY_HOURS, "TMO", "part-of-day")


def _floating() -> Reading:
    return Reading(FLOATING, granularity="day", floating=True)


def _timed(day: Reading, clock: Clock, suffix: str, granularity: Granularity) -> Reading:
    timed = day.at(clock, suffix, granularity)
    return replace(timed, floating=day.floating)


def read_this_part(found: Found, scene: Scene) -> Reading | None:
    """ "This morning", "last night", "that evening", "the next morning"."""
    words = set(found.words("which"))
    if words & {"that", "same", "following", "previous"} or words == {"the", "next"}:
        steps = 1 if words & {"next", "following"} else -1 if "previous" in words else 0
        base = scene.day.shifted(steps) if scene.day else None
        if base is None:
            return Reading(FLOATING + _suffix(found.word("part")), "TIME", anchor="text")
        return _at_part(base, found)
    steps = -1 if words & {"last", "past"} else 1 if "next" in words else 0
    return _at_part(offset_reading(Offset(first=steps, last=steps), scene, FLOATING), found)


def read_bare_part(found: Found, scene: Scene) -> Reading | None:
    """ "In the morning", "by mid-afternoon": of the day that is told beside it."""
    word = found.word("part") or found.word("inner")
    if found.before() not in cues("part_sign") or word not in part_hours():
        return None
    return _timed(_floating(), part_clock(word, found.word("edge")), _suffix(word), "part-of-day")


def read_dayless_part(found: Found, scene: Scene) -> Reading | None:
    """ "Tonight"; "overnight", which began the day before."""
    word = found.word("word")
    start = -1 if word == "overnight" else 0
    day = offset_reading(Offset(first=start, last=start), scene, FLOATING)
    return day.at(part_clock(word, ""), _suffix(word), "part-of-day")


def read_clock(found: Found, scene: Scene) -> Reading | None:
    """A clock time, whose day stands beside it or elsewhere in the sentence."""
    clock = _clock(found)
    if clock is None or (found.rule == "clock" and not _really_clock(found)):
        return None
    day = read_day(found, scene) if found.has("day") else _floating()
    words = found.words("clock")
    dotted = words[1:2] == ["."] and words[2:3] and words[2].isdigit() and not _half(found)
    if dotted and not _on_the_dot(found):
        return None
    if found.rule == "clock_part" and found.before() != "in" and "this" in _matched(found):
        day = offset_reading(Offset(first=0, last=0), scene, FLOATING)
    if day is None or not (day.is_day or day.floating):
        return None
    hour, minute, exact = clock
    if (hour, minute) == (0, 0) and found.word("shift") == "before":
        return _timed(day, (23, 0, 23, 59), "T24:00", "hour")  # the midnight that ends the day
    suffix = f"T{hour:02}:{minute:02}"
    return _timed(day, _window(hour, minute, exact, found), suffix, "minute" if exact else "hour")


def _matched(found: Found) -> list[str]:
    return found.coded.words[found.first : found.last + 1]


def _clock(found: Found) -> tuple[int, int, bool] | None:
    """Hour, minute, and whether the minutes were told."""
    words = found.words("clock")
    value = word_values().get(("clockword", words[0]))
    if value:
        return int(value[1:3]), int(value[4:6]), False
    first = word_values().get(("number", words[0])) or words[0]
    if not first.isdigit():
        return None
    if len(first) == 4:
        return int(first[:2]), int(first[2:]), True
    hour, minute, told = int(first), 0, False
    if len(words) > 2 and words[1] in (":", ".") and words[2].isdigit():
        minute, told = int(words[2]), True
    return _on_the_day(hour, minute, told, _half(found))


def _half(found: Found) -> str:
    words = found.words("clock")
    letters = [word for word in words if word in ("a", "p", "am", "pm")]
    part = word_values().get(("part", found.word("part") or found.word("part2")), "")
    if part == "NI" and words[0].isdigit() and int(words[0]) in _HOURS_OF_NIGHT:
        part = "EV"
    return letters[0][0] if letters else {"MO": "a", "AF": "p", "EV": "p"}.get(part, "")


def _on_the_day(hour: int, minute: int, told: bool, half: str) -> tuple[int, int, bool] | None:
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour == 24 and minute == 0:
        hour = 0
    return (hour, minute, told) if hour < 24 else None


def _really_clock(found: Found) -> bool:
    words = found.words("clock")
    if words[0].isdigit() and len(words[0]) < 4 and not _half(found) and "o" not in words:
        marked = found.before() in cues("clock_sign") or found.last > found.match.end("clock") - 1
        if words[1:2] == ["."]:
            return _on_the_dot(found)
        return words[1:2] == [":"] and marked and found.after() != ":"
    if not found.glued() and words[1:2] == ["."] and words[2:3] and words[2].isdigit():
        return False
    return not (words[0] in ("midnight", "noon", "midday") and found.after() == "-")


def _on_the_dot(found: Found) -> bool:
    """ "At 23.00", as Europe writes it; not "at 23.00 euros"."""
    two = len(found.words("clock")[0]) == len(found.words("clock")[2]) == 2
    behind = found.after() in cues("measure")
    return two and found.before() in cues("clock_sign") and not behind


def _window(hour: int, minute: int, exact: bool, found: Found) -> Clock:
    """The minutes meant: the hour where no minutes are told, the hour after or before."""
    if found.word("shift") == "before":
        return (max(hour - 1, 0), minute if hour else 0, hour, minute)
    if found.word("shift") == "after" and exact:
        later = dt.datetime(2000, 1, 1, hour, minute) + dt.timedelta(minutes=59)
        return (hour, minute, 23, 59) if hour == 23 else (hour, minute, later.hour, later.minute)
    return (hour, minute, hour, minute) if exact else (hour, 0, hour, 59)


def settle(floating: Reading, day: Reading) -> Reading:
    """A time of day put on its day."""
    if floating.clock is None:
        return replace(floating, floating=False, anchor="text")
    suffix = floating.timex.removeprefix(FLOATING)
    if day.clock and day.clock[0] >= _NIGHT and floating.clock[2] < _MORNING:
        day = day.shifted(1)  # "late Friday … 2 a.m." is Saturday
    settled = day.at(floating.clock, suffix, floating.granularity or "hour")
    return replace(settled, anchor="text" if day.anchor == "none" else day.anchor)


HOUR_READERS: dict[str, Reader] = {
    "day_part": read_day_part,
    "part_of_day": read_day_part,
    "night_over": read_night_over,
    "night_into": read_night_over,
    "part_dayword": read_day_part,
    "nights_ago": read_nights_ago,
    "night_range": read_night_range,
    "early_hours": read_early_hours,
    "this_part": read_this_part,
    "bare_part": read_bare_part,
    "dayless_part": read_dayless_part,
    "clock_day": read_clock,
    "clock_part": read_clock,
    "clock": read_clock,
}
