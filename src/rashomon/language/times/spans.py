"""Readers for durations, sets, and words such as "now" and "recently"."""

from rashomon.language.times.grammar import Found
from rashomon.language.times.numerals import amount, duration_value, unit_code
from rashomon.language.times.reading import Anchor, Reading
from rashomon.language.times.scene import Reader, Scene
from rashomon.language.times.tense import cues

_YEARLIKE = 1000  # "the 1988 quarter"


def read_duration(found: Found, scene: Scene) -> Reading | None:
    """ "Two weeks", "a few days", "the nine months"."""
    unit, words = unit_code(found.word("unit")), found.words("count")
    if _is_age(found) or not unit or not _plausible(found, unit, words):
        return None
    if words and words[-1] in ("a", "an") and found.coded.words[found.first] not in cues("length"):
        return _article(found, unit, scene)
    value = amount(words)
    if words[0][0].isdigit() and (value is None or value >= _YEARLIKE):
        return None
    event: Anchor = "event" if found.after() in cues("event") else "none"
    return _span(duration_value(value, unit), event)


def _span(timex: str, anchor: Anchor = "none") -> Reading:
    return Reading(timex, "DURATION", anchor=anchor, why="not-stated")


def _is_age(found: Found) -> bool:
    ahead = [found.after(1), found.after(2)]
    return (
        ahead[0] in ("old", "olds")
        or (ahead[0] in ("-", "–", "of") and ahead[1] in ("old", "olds", "age"))
        or found.before() in ("aged", "age")
    )


def _plausible(found: Found, unit: str, words: list[str]) -> bool:
    """Turns down "a second blast", "30-year bonds", and numbers glued to something else."""
    digits = bool(words) and words[0].isdigit()
    if digits and found.capital("unit"):
        return False
    if unit == "Q" and found.after() == "of" and amount(words) is not None:
        return False  # three quarters of the town
    if unit == "S" and found.word("unit") == "second":
        return digits
    if unit == "M" and not digits and words[:1] == ["some"]:
        return False
    return not (
        digits and found.before() in ("$", "£", "€", ".", ",", "/", ":") and _touches(found)
    )


def _touches(found: Found) -> bool:
    return found.first > 0 and found.coded.glued(found.first - 1, found.first)


def _article(found: Found, unit: str, scene: Scene) -> Reading | None:
    """ "A year": a duration after "for", a set after "twice", else nothing certain."""
    before = found.before()
    if found.after() in ("-", "–"):
        return None  # "a day-long siege"
    if found.after() in cues("event") or found.after() == "later":
        return _span(duration_value(1, unit), "event")
    token = scene.token(found.coded.starts[found.first - 1]) if found.first else None
    if token is not None and token.ent_type_ == "MONEY":
        return None  # "$20 a day" is a price
    counted = token is not None and token.pos_ in ("NOUN", "NUM", "PROPN", "SYM")
    if counted or before in cues("rate") or before.isdigit():
        return Reading(duration_value(1, unit), "SET", why="not-stated")
    return _span(duration_value(1, unit)) if before in cues("length") else None


def read_stretch(found: Found, scene: Scene) -> Reading | None:
    """ "The past two months", "the first nine months"."""
    unit, words = unit_code(found.word("unit")), found.words("count")
    if not unit or words in (["a"], ["an"]):
        return None
    if found.word("stretch") == "first" and unit in ("MO", "Q"):
        scene.forget_quarter()
    return _span(duration_value(amount(words), unit))


def read_year_earlier_span(found: Found, scene: Scene) -> Reading | None:
    """ "The year-earlier nine months"."""
    return _span(
        duration_value(amount(found.words("count")), unit_code(found.word("unit"))), "text"
    )


def read_recent_units(found: Found, scene: Scene) -> Reading | None:
    """ "Recent weeks", "the coming months"."""
    unit = unit_code(found.word("unit") or found.word("units"))
    return _span(duration_value(None, unit)) if unit else None


def read_long_unit(found: Found, scene: Scene) -> Reading | None:
    """ "A day-long siege", "a weeklong strike"."""
    unit = unit_code(found.word("unit"))
    return _span(duration_value(1, unit) if unit else found.value("word", "long_unit"))


def read_half_unit(found: Found, scene: Scene) -> Reading | None:
    """ "Half an hour", "two and a half years", "a year and a half"."""
    unit = unit_code(found.word("unit"))
    words = found.words("count")
    half = not words and found.coded.words[found.first] == "half"
    whole = amount(words) if words else (0.0 if half else 1.0)
    if not unit or whole is None:
        return None
    if half and unit in ("H", "Y"):
        return _span("PT30M" if unit == "H" else "P6M")
    return _span(duration_value(whole + 0.5, unit))


def read_units(found: Found, scene: Scene) -> Reading | None:
    """ "Years", "for weeks": an open number of them."""
    if found.before() not in cues("open_length"):
        return None
    return _span(duration_value(None, unit_code(found.word("unit"))))


def read_every(found: Found, scene: Scene) -> Reading | None:
    """ "Every day", "each Thursday", "every July"."""
    weekday, month = found.value("weekday", "weekday"), found.value("month", "month")
    part = found.value("part", "part") or found.value("part2", "part")
    if weekday:
        value = f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")
    elif month:
        value = f"XXXX-{int(month):02}"
    elif part:
        value = f"XXXX-XX-XXT{part}"
    else:
        count = 2 if found.has("other") else found.number("count") or amount(found.words("count"))
        value = duration_value(count, unit_code(found.word("unit")))
    return Reading(value, "SET", why="not-stated")


def read_weekdays(found: Found, scene: Scene) -> Reading | None:
    """ "Mondays", "Tuesday nights"."""
    weekday = found.value("weekday", "weekdays") or found.value("weekday", "weekday")
    part = found.value("part", "part")
    timex = f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")
    return Reading(timex, "SET", why="not-stated")


def read_frequency(found: Found, scene: Scene) -> Reading | None:
    """ "Daily", "annually"; not where it stands in a name ("the Daily Mail")."""
    if found.capital("word") and found.before() not in ("", ".", "\n"):
        return None
    return Reading(found.value("word", "frequency"), "SET", why="not-stated")


def read_reference(found: Found, scene: Scene) -> Reading | None:
    """ "Now", "recently", "the future": no days that the words would settle.

    The future of something is its fate.
    """
    if found.rule in ("future", "past") and found.after() == "of":
        return None
    value = found.value("word", "reference")
    if found.rule == "phrases":
        value = "PRESENT_REF"
    elif found.rule in ("future", "future_units", "past"):
        value = "PAST_REF" if found.rule == "past" else "FUTURE_REF"
    return Reading(value, why="vague")


SPAN_READERS: dict[str, Reader] = {
    "references": read_reference,
    "phrases": read_reference,
    "future": read_reference,
    "future_units": read_reference,
    "past": read_reference,
    "duration": read_duration,
    "the_duration": read_duration,
    "stretch": read_stretch,
    "year_earlier_span": read_year_earlier_span,
    "recent_units": read_recent_units,
    "long_unit": read_long_unit,
    "half_unit": read_half_unit,
    "unit_and_half": read_half_unit,
    "units": read_units,
    "every": read_every,
    "weekdays": read_weekdays,
    "weekday_nights": read_weekdays,
    "frequency": read_frequency,
}
