"""Readers for quarters, which business news count everything by."""

from rashomon.language.times import calendar
from rashomon.language.times.grammar import Found
from rashomon.language.times.periods import quarter_before
from rashomon.language.times.reading import Reading
from rashomon.language.times.scene import Reader, Scene
from rashomon.language.times.tense import cues


def read_quarter(found: Found, scene: Scene) -> Reading | None:
    """ "The third quarter", "fourth-quarter 1990", "this year's first quarter"."""
    number = int(found.value("quarter", "ordinal") or 0)
    if not 1 <= number <= 4 or found.after() in cues("not_quarter"):
        return None
    year = found.number("year") or _year_of_quarter(number, found, scene)
    if year is None:
        return Reading(f"XXXX-Q{number}", granularity="month", anchor="publication")
    return Reading(
        f"{year:04}-Q{number}",
        days=calendar.quarter_days(year, number),
        granularity="month",
        anchor="none" if found.has("year") else "publication",
    )


def _year_of_quarter(number: int, found: Found, scene: Scene) -> int | None:
    if scene.published is None:
        return scene.year
    year = scene.published.year
    if found.has("back"):
        return year - 1
    which = found.word("which")
    if which:
        return year + {"last": -1, "next": 1}.get(which, 0)
    now = (scene.published.month + 2) // 3
    return year - (number > now and scene.direction(found) != "future")


def read_the_quarter(found: Found, scene: Scene) -> Reading | None:
    """ "The quarter", "the latest quarter": the one told last, else the last that is over."""
    words = found.coded.words[found.first : found.last + 1]
    if scene.quarter is not None and "current" not in words and "this" not in words:
        return _quarter(scene, 0)
    if scene.published is None:
        return Reading("XXXX-QX", granularity="month", anchor="publication")
    return _quarter(scene, 0 if "current" in words or "this" in words else -1)


def _quarter(scene: Scene, steps: int) -> Reading | None:
    if scene.quarter is not None and steps == 0:
        day, anchor = scene.quarter[0], "text"
    elif scene.published is not None:
        day, anchor = calendar.add_months(scene.published, 3 * steps), "publication"
    else:
        return None
    return Reading(
        calendar.period_name(day, "Q"),
        days=calendar.period_days(day, "Q"),
        granularity="month",
        anchor="text" if anchor == "text" else "publication",
    )


def read_year_earlier(found: Found, scene: Scene) -> Reading | None:
    """ "Year-earlier", "the year-ago period": the same quarter, or time, of the year before."""
    if scene.quarter is not None:
        return quarter_before(scene.quarter)
    base = scene.published
    if base is None:
        return Reading("XXXX", granularity="year", anchor="publication")
    day = calendar.add_months(base, -12)
    return Reading(
        calendar.period_name(day, "Y"),
        days=calendar.period_days(day, "Y"),
        granularity="year",
        anchor="publication",
    )


QUARTER_READERS: dict[str, Reader] = {
    "quarter": read_quarter,
    "quarter_adjective": read_quarter,
    "year_quarter": read_quarter,
    "the_quarter": read_the_quarter,
    "year_earlier": read_year_earlier,
}
