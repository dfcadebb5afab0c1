"""The spaCy component: finds time expressions in a report and says what they mean."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.data.phrases import words
from rashomon.language.extensions import register
from rashomon.language.times.anchors import Told, anchored, telling
from rashomon.language.times.days import DAY_READERS
from rashomon.language.times.governors import governors
from rashomon.language.times.grammar import Found
from rashomon.language.times.hours import HOUR_READERS, settle
from rashomon.language.times.patterns import grammar
from rashomon.language.times.periods import PERIOD_READERS
from rashomon.language.times.quarters import QUARTER_READERS
from rashomon.language.times.reading import Reading
from rashomon.language.times.scene import Reader, Scene
from rashomon.language.times.spans import SPAN_READERS
from rashomon.language.times.years import YEAR_READERS
from rashomon.model.annotations import TimeMention
from rashomon.model.base import NullReason
from rashomon.model.times import Interval, Offset

READERS: dict[str, Reader] = {
    **DAY_READERS,
    **HOUR_READERS,
    **PERIOD_READERS,
    **YEAR_READERS,
    **QUARTER_READERS,
    **SPAN_READERS,
}
_YEARS = range(1500, 2500)
"""Years of publication against which times are resolved; others count as not known."""


_SPOKEN = frozenset({"dayless_part", "this_part"})
_DAYS = frozenset({"weekday_plain", "mdy", "dmy"})
_YEARLESS = ("mdy", "dmy")
_REACH = 3  # times to either side among which a time of day looks for its day


@dataclass(slots=True)
class _Draft:
    """A time found, before the times of day have got their days."""

    start: int
    end: int
    rule: str
    reading: Reading


def read_times(doc: Doc, published: dt.date | None) -> tuple[TimeMention, ...]:
    """The times told in ``doc``, resolved against the day of publication where it is known."""
    if published is not None and published.year not in _YEARS:
        published = None
    scene = Scene(doc, published)
    drafts = _drafts(scene)
    if published is None:
        _fill_years(drafts)
    _count_from_speech(drafts, scene)
    _settle_hours(drafts, scene)
    _settle_on_events(drafts, scene)
    text = doc.text  # built anew at each access
    return tuple(_mention(text, draft, scene) for draft in drafts)


def _drafts(scene: Scene) -> list[_Draft]:
    drafts: list[_Draft] = []
    reach = 0
    coded = grammar().vocabulary.encode(scene.doc.text)
    for found in grammar().candidates(coded):
        if found.start < reach:
            continue
        reading = READERS[found.rule](found, scene)
        if reading is None:
            continue
        reach = found.end
        drafts.append(_Draft(found.start, _end(found), found.rule, reading))
        scene.remember(reading)
    return drafts


def _end(found: Found) -> int:
    """Without the full stop of a sentence, which is none of "Sept." or "p.m."."""
    if found.coded.words[found.last] == "." and found.coded.words[found.last - 1] != "m":
        return found.coded.ends[found.last - 1]
    return found.end


def _fill_years(drafts: list[_Draft]) -> None:
    """Give days without a year the one year that the report's full dates lie in."""
    full = [d.reading.days[0].year for d in drafts if _full_date(d) and d.reading.days]
    if len(set(full)) != 1:
        return
    for draft in drafts:
        reading = draft.reading
        if reading.days is None and reading.timex.startswith("XXXX-") and draft.rule in _YEARLESS:
            timex = f"{full[0]:04}{reading.timex[4:]}"
            try:
                day = dt.date.fromisoformat(timex)
            except ValueError:
                continue
            draft.reading = replace(reading, timex=timex, days=(day, day), anchor="text")


def _full_date(draft: _Draft) -> bool:
    return draft.reading.anchor == "none" and draft.reading.granularity in ("day", "month")


def _settle_hours(drafts: list[_Draft], scene: Scene) -> None:
    """Put each time of day on the day told in its sentence, before it, or after it."""
    later = _days_ahead(drafts)
    for place, draft in enumerate(drafts):
        if not draft.reading.floating:
            continue
        near = drafts[max(0, place - _REACH) : place + _REACH + 1]
        beside = _not_of_saying(
            [other for other in near if _names_day(other) and _one_sentence(draft, other, scene)],
            scene,
        )
        nearest = min(beside, key=lambda other: abs(other.start - draft.start), default=None)
        day = nearest.reading if nearest else _day_before(drafts[:place], scene) or later[place]
        draft.reading = settle(draft.reading, day or scene.day_of_hour(draft.reading.clock))


def _day_before(drafts: list[_Draft], scene: Scene) -> Reading | None:
    """The day told last, not one on which somebody only said something: "rebels came on *Monday*,
    police said on Tuesday. At 9 p.m. they …"."""
    days = _not_of_saying([draft for draft in drafts if _gives_day(draft)][-_REACH:], scene)
    return days[-1].reading if days else None


def _not_of_saying(days: list[_Draft], scene: Scene) -> list[_Draft]:
    """Without the days of saying, if others are left."""
    told = [
        draft
        for draft in days
        if not set(governors(draft.start, draft.end, scene)[-1:]) & _saying()
    ]
    return told or days


@cache
def _saying() -> frozenset[str]:
    return words("reporting_verbs", "verb")


def _count_from_speech(drafts: list[_Draft], scene: Scene) -> None:
    """What is told from the day of the speaking ("overnight, the ministry said on Wednesday") is
    counted from that day, where it is not the day of publication."""
    if scene.published is None or not scene.parsed:
        return
    for place, draft in enumerate(drafts):
        if draft.rule not in _SPOKEN or draft.reading.anchor != "publication":
            continue
        near = drafts[max(0, place - _REACH) : place + _REACH + 1]
        said = [each for each in near if _of_speech(each, draft, scene)]
        days = {each.reading.days[0] for each in said if each.reading.days}
        if len(days) == 1:
            draft.reading = draft.reading.moved((days.pop() - scene.published).days)


def _of_speech(other: _Draft, draft: _Draft, scene: Scene) -> bool:
    """Whether it is the day, past, on which somebody said what the sentence tells."""
    days = other.reading.days
    if other.rule not in _DAYS or days is None or scene.published is None:
        return False
    if days[0] >= scene.published or not _one_sentence(other, draft, scene):
        return False
    return bool(_saying().intersection(governors(other.start, other.end, scene)[:1]))


def _settle_on_events(drafts: list[_Draft], scene: Scene) -> None:
    """Give what is counted from an event ("two days after the raid") the days that it means."""
    counted = [draft for draft in drafts if draft.reading.anchor == "event"]
    if not counted:
        return
    told = [
        Told(draft.start, draft.reading, telling(draft.start, scene))
        for draft in drafts
        if _gives_day(draft) and draft.reading.anchor != "event"
    ]
    for draft in counted:
        draft.reading = anchored(draft.reading, draft.end, told, scene)


def _days_ahead(drafts: list[_Draft]) -> list[Reading | None]:
    """For each draft the next one that gives a day."""
    ahead: list[Reading | None] = []
    following: Reading | None = None
    for draft in reversed(drafts):
        ahead.append(following)
        following = draft.reading if _gives_day(draft) else following
    return ahead[::-1]


def _gives_day(draft: _Draft) -> bool:
    reading = draft.reading
    return reading.is_day and not reading.floating and reading.type in ("DATE", "TIME")


def _names_day(draft: _Draft) -> bool:
    """Whether it gives a day, or names one of an unknown year ("3 May")."""
    unknown = draft.reading.timex.startswith("XXXX-") and draft.rule in _YEARLESS
    return _gives_day(draft) or (unknown and draft.reading.days is None)


def _one_sentence(one: _Draft, other: _Draft, scene: Scene) -> bool:
    first, last = sorted((one, other), key=lambda draft: draft.start)
    tokens = scene.token(first.start), scene.token(last.start)
    if tokens[0] is None or tokens[1] is None:
        return False
    between = scene.doc[tokens[0].i + 1 : tokens[1].i + 1]
    return not any(token.is_sent_start for token in between)


def _mention(text: str, draft: _Draft, scene: Scene) -> TimeMention:
    reading = draft.reading
    bounds = reading.bounds()
    why: dict[str, NullReason] = {}
    if bounds is None:
        why |= {"earliest": reading.why, "latest": reading.why}
    if reading.granularity is None:
        why["granularity"] = reading.why
    return TimeMention(
        start=draft.start,
        end=draft.end,
        exact=text[draft.start : draft.end],
        timex=reading.timex,
        type=reading.type,
        earliest=bounds[0] if bounds else None,
        latest=bounds[1] if bounds else None,
        granularity=reading.granularity,
        anchor=reading.anchor,
        rule=draft.rule,
        offset=_offset(reading, scene.published),
        governors=governors(draft.start, draft.end, scene),
        why_null=why,
    )


def _offset(reading: Reading, published: dt.date | None) -> Offset | None:
    """The offset, made exact where its hours run into the day after."""
    offset, bounds = reading.offset, reading.bounds()
    if offset is None or published is None or bounds is None or reading.granularity is None:
        return offset
    meant = Interval(earliest=bounds[0], latest=bounds[1], granularity=reading.granularity)
    told = offset.from_day(published)
    if told is not None and told.contains(meant):
        return offset
    return Offset(
        first=(meant.first_day - published).days,
        last=(meant.last_day - published).days,
        hours=(meant.start.hour, meant.end.hour) if reading.clock else None,
        granularity=offset.granularity,
    )


class TimesComponent:
    """Sets ``doc._.times``; reads ``doc._.published``."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        doc._.times = read_times(doc, doc._.published)
        return doc


@Language.factory("rashomon_times", assigns=["doc._.times"], requires=["doc._.published"])
def make_times(nlp: Language, name: str) -> TimesComponent:
    """The factory that spaCy calls."""
    register()
    return TimesComponent()
