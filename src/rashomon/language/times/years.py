"""Readers for seasons, years, decades and centuries."""

import datetime as dt

from rashomon.language.times import calendar
from rashomon.language.times.grammar import Found
from rashomon.language.times.numerals import amount
from rashomon.language.times.periods import quarter_again, read_month, read_month_year, within
from rashomon.language.times.reading import Reading
from rashomon.language.times.scene import Reader, Scene
from rashomon.language.times.tense import cues


def read_edge_absolute(found: Found, scene: Scene) -> Reading | None:
    """ "The end of 2018", "the beginning of October"."""
    only = found.number("only")
    if only is not None:
        return within(_of_year(only), found, scene)
    if found.has("year"):
        return read_month_year(found, scene)
    return read_month(found, scene)


def read_season(found: Found, scene: Scene) -> Reading | None:
    """A season, which needs a determiner or a year: "last fall", "the summer of 2014"."""
    season, which = found.value("season", "season"), set(found.words("which"))
    year = found.number("year")
    sure = bool(which or year) or season == "SU" or found.before() in ("in", "by", "until")
    if season == "FA" and found.after() == "of" and not which and not year:
        return None  # the fall of a city
    if not sure or (not found.has("which") and not year and _is_verb(found, scene)):
        return None
    if year is None:
        if scene.published is None:
            return Reading(f"XXXX-{season}", granularity="month", anchor="publication")
        future = scene.direction(found) == "future"
        year = _year_of_season(season, which, future, scene.published)
    return Reading(
        f"{year:04}-{season}",
        days=calendar.season_days(year, season),
        granularity="month",
        anchor="none" if found.has("year") else "publication",
    )


def _is_verb(found: Found, scene: Scene) -> bool:
    token = scene.token(found.coded.starts[found.match.start("season")])
    return token is not None and token.pos_ in ("VERB", "AUX")


def _year_of_season(season: str, which: set[str], future: bool, published: dt.date) -> int:
    year = published.year
    spans = {step: calendar.season_days(year + step, season) for step in (-2, -1, 0, 1)}
    gone = [step for step, days in spans.items() if days[1] < published]
    ahead = [step for step, days in spans.items() if days[0] > published]
    if which & {"last", "past"}:
        return year + gone[-1]
    if which & {"next", "coming"} or (not which and future):
        return year + ahead[0] if ahead else year
    begun = [step for step, days in spans.items() if days[0] <= published]
    return year if "this" in which else year + begun[-1]


def _of_year(year: int) -> Reading:
    days = dt.date(year, 1, 1), dt.date(year, 12, 31)
    return Reading(f"{year:04}", days=days, granularity="year")


_NOT_YEAR_BEFORE = frozenset({"$", "#", "£", "€", "no", "-", "–", "/", ":", "+", "%"})
_NOT_YEAR_AFTER = frozenset({"%", "/", ":", "-"})


def read_year(found: Found, scene: Scene) -> Reading | None:
    """A year in digits that no sign makes a number, an address or a price."""
    year = found.number("year") or found.number("only")
    if year is None:
        return None
    if found.first == found.last and not found.has("only"):
        if found.before() in _NOT_YEAR_BEFORE or found.after() in _NOT_YEAR_AFTER | cues(
            "not_year"
        ):
            return None
        if found.after() in (".", ",") and found.after(2).isdigit():
            glued = found.coded.glued(found.last, min(found.last + 2, len(found.coded.words) - 1))
            if glued:
                return None
        if scene.named(found) in ("CARDINAL", "MONEY", "QUANTITY", "PERCENT", "FAC"):
            return None
    if found.has("only") and scene.quarter is not None and found.word("span") != "season":
        back = scene.quarter[0].year - year
        return quarter_again(scene.quarter, back) if 0 <= back < 50 else None
    return within(_of_year(year), found, scene)


def read_spoken_year(found: Found, scene: Scene) -> Reading | None:
    """ "Nineteen ninety-seven", "two thousand six"."""
    tens = found.words("tens")
    rest = int(amount([*tens, *found.words("ones")]) or 0) if tens or found.has("ones") else 0
    nineteen = found.word("century") == "nineteen"
    told = found.coded.words[found.first] == "the"
    if rest > 99 or (nineteen and not tens) or (not nineteen and not told):
        return None
    return _of_year((1900 if nineteen else 2000) + rest)


def read_decade(found: Found, scene: Scene) -> Reading | None:
    """ "The 1990s", "the '80s", "the nineties"."""
    first = found.number("year")
    if first is None and found.has("tens"):
        first = 1900 + int(found.word("tens"))
    if first is None:
        if found.coded.words[found.first] != "the":
            return None
        first = 10 * int(found.value("word", "decade_word"))
    days = dt.date(first, 1, 1), dt.date(first + 9, 12, 31)
    return Reading(f"{first // 10}", days=days, granularity="year")


def read_century(found: Found, scene: Scene) -> Reading | None:
    """ "The 19th century"."""
    number = found.number("day") or int(found.value("ordinal", "ordinal") or 0)
    if not 1 < number <= 29:
        return None
    days = dt.date(number * 100 - 99, 1, 1), dt.date(number * 100, 12, 31)
    return Reading(f"{number - 1:02}", days=days, granularity="year")


YEAR_READERS: dict[str, Reader] = {
    "edge_absolute": read_edge_absolute,
    "season": read_season,
    "year": read_year,
    "decade": read_decade,
    "century": read_century,
    "spoken_year": read_spoken_year,
}
