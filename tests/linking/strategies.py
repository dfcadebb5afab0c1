"""Episodes for tests of linking, made up whole."""

import datetime as dt

from hypothesis import strategies as st

from rashomon.model.claims import WhereValue
from rashomon.model.episodes import Episode, Site, TimeFrame
from rashomon.model.times import Interval

WORDS = ["harbour", "ferry", "terminal", "blast", "market", "depot", "quay", "orchard", "lantern"]
PERSONS = ["Ilias Dranov", "Mara Estevo", "Teo Lindqvar", "Ana Prissov"]
TOWNS = {"Larnos": (34.9, 33.6), "Veldamar": (40.1, 22.4), "Ostrike": (51.2, 4.1)}


def town(name: str, weight: float = 3.0, country: str | None = None) -> Site:
    lat, lon = TOWNS[name]
    value = WhereValue(
        name=name, country_code=country, lat=lat, lon=lon, geonameid=None, precision=1
    )
    return Site(value=value, kind="settlement", weight=weight)


def day(date: dt.date, weight: float = 0.0) -> TimeFrame:
    return TimeFrame(interval=Interval.of_days(date, date), weight=weight)


def span(first: dt.date, last: dt.date) -> TimeFrame:
    return TimeFrame(interval=Interval.of_days(first, last), weight=2.0)


def episode(
    id_: str,
    report: str,
    *,
    kind: str = "bombing",
    times: tuple[TimeFrame, ...] = (),
    sites: tuple[Site, ...] = (),
    words: tuple[str, ...] = (),
    persons: tuple[str, ...] = (),
    main: bool = True,
    published: dt.date | None = None,
    story: tuple[str, ...] = (),
) -> Episode:
    return Episode(
        id=id_,
        report=report,
        kind=kind,
        event_type="ASSAULT",
        mode=None,
        modality="actual",
        main=main,
        background=not main,
        distinct=None,
        published=Interval.of_days(published, published) if published else None,
        times=times,
        sites=sites,
        claims=(),
        voices=(),
        actors=(),
        names=persons,
        persons=persons,
        words=tuple(sorted(words)),
        mentions=(0,),
        prominence=1.0,
        story=story,
    )


@st.composite
def piles(draw: st.DrawFn) -> list[Episode]:
    """Up to eight episodes of up to five reports."""
    made = []
    for n in range(draw(st.integers(0, 8))):
        date = dt.date(2024, 5, draw(st.integers(10, 16)))
        made.append(
            episode(
                f"e{n}",
                f"r{draw(st.integers(0, 4))}",
                kind=draw(st.sampled_from(["bombing", "attack", "protest", "statement"])),
                times=draw(st.sampled_from([(), (day(date),)])),
                sites=draw(st.sampled_from([(), *((town(name),) for name in TOWNS)])),
                words=tuple(draw(st.sets(st.sampled_from(WORDS), max_size=6))),
                persons=tuple(sorted(draw(st.sets(st.sampled_from(PERSONS), max_size=2)))),
                main=draw(st.booleans()),
                published=draw(st.sampled_from([None, date])),
            )
        )
    return made
