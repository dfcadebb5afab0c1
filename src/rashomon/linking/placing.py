"""Placing: where an incident happened, from the sites that its episodes give."""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.data.place_table import Entry, place_table
from rashomon.linking.geometry import kilometres
from rashomon.linking.profiles import spelled
from rashomon.model.episodes import Episode, Site

_FINENESS = {
    "settlement": 1.0,
    "facility": 1.0,
    "relative": 0.9,
    "natural": 0.8,
    "admin2": 0.6,
    "admin1": 0.5,
    "country": 0.3,
    "continent": 0.1,
}
"""A finer place wins over a wider one with a little more behind it: towns lie in countries."""

_LOOSE = frozenset({"natural", "facility", "relative"})
_WIDE_KM = 100.0
_BROAD = 0.4
"""Of a part of a country ("northern Iran"), or of a site of which only the country is told."""

_FIRM = 3.0
"""The weight of one place that the grammar ties to the event: a report that has less than this to
say about where counts less."""

_WIDE = frozenset({"admin2", "admin1", "country"})
_WORTH_TELLING = 0.1
"""What part of its country's or division's weight makes a town in it the incident's place."""

_BESIDE_KM = 60.0
"""A quarter, suburb or village of the same reports lies at most this far from the town told."""

_A_SITE_OF_ITS_OWN = 0.34
"""A further settlement is a site of the incident when a third as much speaks for it."""


def ranked_sites(
    episodes: Sequence[Episode], lands: frozenset[str] = frozenset()
) -> tuple[Site, ...]:
    """The incident's place first, then its further sites; ``lands`` are the countries that its
    reports are mainly told of."""
    tally: dict[tuple[str, object], list[Site]] = {}
    for episode in episodes:
        whole = max(_FIRM, sum(site.weight for site in episode.sites))
        for site in episode.sites:
            share = site.model_copy(update={"weight": site.weight / whole})
            tally.setdefault(_key(site), []).append(share)
    _house(tally)
    _one_name_one_town(tally)
    together = [_together(sites) for sites in tally.values()]
    ranked = sorted(together, key=lambda s: (-_strength(s), s.value.name))
    if not ranked:
        return ()
    ranked = _among_the_rest(_narrowed(ranked))
    return tuple(_in_land(site, episodes, lands) for site in (ranked[0], *_further(ranked)))


def lands_of(clusters: Iterable[Sequence[Episode]]) -> dict[str, frozenset[str]]:
    """For each report the countries of the incidents that it is mainly about."""
    told: dict[str, set[str]] = {}
    for episodes in clusters:
        mains = [each.report for each in episodes if each.main]
        first = next(iter(ranked_sites(episodes)), None) if mains else None
        for report in mains if first is not None and first.value.country_code else ():
            told.setdefault(report, set()).add(str(first and first.value.country_code))
    return {report: frozenset(codes) for report, codes in told.items()}


def _in_land(site: Site, episodes: Sequence[Episode], lands: frozenset[str]) -> Site:
    """A place that no report puts in a country lies in the one that the incident is told in, if it
    is told in one only; where in none, in that of what else its reports are about."""
    least = _A_SITE_OF_ITS_OWN * max((s.weight for e in episodes for s in e.sites), default=0.0)
    told = {
        s.value.country_code
        for e in episodes
        for s in e.sites
        if s.value.country_code and (s.weight >= least or s.kind in _WIDE)
    }
    told = told or set(lands)
    if site.value.country_code or len(told) != 1 or site.kind == "continent":
        return site
    codes = {name: why for name, why in site.value.why_null.items() if name != "country_code"}
    update = {"country_code": told.pop(), "why_null": codes}
    return site.model_copy(update={"value": site.value.model_copy(update=update)})


def _holds(area: Site, town: Site) -> bool:
    """Whether a town lies in a country or division."""
    if area.value.country_code != town.value.country_code:
        return False
    if area.kind == "admin2":
        # of a town that no gazetteer has it may not be told in which county it lies
        untold = town.within is None and town.value.geonameid is None
        return town.admin1 == area.admin1 and (town.within == area.value.name or untold)
    return area.kind == "country" or town.admin1 == area.admin1


def _narrowed(ranked: list[Site]) -> list[Site]:
    """The first of the finer places that lie in the widest-told one ahead of it: who says "in
    Arvik County" does not speak against Arvik."""
    top = ranked[0]
    if top.kind not in _WIDE:
        return ranked
    inside = [
        site
        for site in ranked[1:]
        if site.kind == "settlement"
        and site.weight >= _WORTH_TELLING * top.weight
        and _holds(top, site)
    ]
    return [*inside[:1], *(site for site in ranked if site not in inside[:1])]


def _among_the_rest(ranked: list[Site]) -> list[Site]:
    """The first town as its namesake beside another that much is told of, where nothing else is
    told of its own division: one report alone may have taken the larger of two."""
    top = ranked[0]
    if top.kind != "settlement" or top.value.geonameid is None:
        return ranked
    if any(_land(site) == _land(top) for site in ranked[1:]):
        return ranked
    for other in ranked[1:]:
        firm = other.kind == "settlement" and other.weight >= _A_SITE_OF_ITS_OWN * top.weight
        namesake = _beside(top, other) if firm else None
        if namesake is not None:
            return [namesake, *ranked[1:]]
    return ranked


def _beside(town: Site, other: Site) -> Site | None:
    """The nearest place of the town's name in reach of the other one, in the same division."""
    found: list[tuple[float, int, Site]] = []
    for entry in place_table().lookup(town.value.name):
        if entry.kind == "settlement" and entry.geonameid is not None:
            moved = _as(entry, town)
            km = kilometres(moved.value, other.value)
            if _land(moved) == _land(other) and km is not None and km <= _BESIDE_KM:
                found.append((km, entry.geonameid, moved))
    return min(found, key=lambda each: each[:2])[2] if found else None


def _land(site: Site) -> tuple[str | None, str | None]:
    return site.value.country_code, site.admin1


def _as(entry: Entry, site: Site) -> Site:
    point = {"lat": entry.lat, "lon": entry.lon, "geonameid": entry.geonameid}
    value = site.value.model_copy(update={**point, "country_code": entry.country_code})
    update = {"value": value, "admin1": entry.admin1, "radius_km": entry.radius_km}
    return site.model_copy(update=update)


def _house(tally: dict[tuple[str, object], list[Site]]) -> None:
    """A street or building that one report puts in a town is there in the others too."""
    towns: dict[str, tuple[str, object]] = {}
    firmest: dict[str, float] = {}
    for key in sorted(tally, key=str):
        for site in tally[key] if key[0] == "settlement" else ():
            name = _plain(site.facility or "")
            if name and site.weight > firmest.get(name, 0.0):
                towns[name], firmest[name] = key, site.weight
    for key in [key for key in tally if key[0] == "facility"]:
        home = towns.get(_plain(tally[key][0].value.name))
        if home is not None:
            inside = tally[home][0]
            tally[home] += [_inside(inside, each) for each in tally.pop(key)]


def _one_name_one_town(tally: dict[tuple[str, object], list[Site]]) -> None:
    """Reports of one incident mean one town by one name: of its namesakes that which lies in the
    state most else is told of, then that with most behind it."""
    states: dict[str | None, float] = {}
    named: dict[tuple[str, str], list[tuple[str, object]]] = {}
    for key in sorted(tally, key=str):
        if key[0] in ("settlement", "admin2"):
            named.setdefault((key[0], _plain(tally[key][0].value.name)), []).append(key)
        for site in tally[key]:
            states[site.admin1] = states.get(site.admin1, 0.0) + site.weight
    for keys in named.values():
        best = max(keys, key=lambda key: (*_rooted(tally[key][0], states), str(key)))
        for key in keys:
            if key != best:
                tally[best] += [_moved(tally[best][0], site) for site in tally.pop(key)]


def _rooted(town: Site, states: Mapping[str | None, float]) -> tuple[bool, float]:
    """Whether a report says in which country it lies, and how much is told of its state."""
    return town.value.country_code is not None, states[town.admin1]


def _moved(town: Site, namesake: Site) -> Site:
    return town.model_copy(update={"weight": namesake.weight, "facility": namesake.facility})


def _inside(town: Site, spot: Site) -> Site:
    """The town as a report tells it that names only a spot in it."""
    return town.model_copy(update={"weight": spot.weight, "facility": spot.value.name})


def _plain(name: str) -> str:
    return spelled(name)


def _key(site: Site) -> tuple[str, object]:
    return (site.kind, site.value.geonameid or spelled(site.value.name))


def _together(sites: list[Site]) -> Site:
    rooted = _in_one_land(sites)
    strongest = max(rooted, key=lambda s: (s.weight, s.value.name))
    spots: dict[str, float] = {}
    for site in sites:
        if site.facility:
            spots[site.facility] = spots.get(site.facility, 0.0) + site.weight
    facility = min(spots, key=lambda name: (-spots[name], name), default=None)
    return strongest.model_copy(
        update={"weight": round(sum(s.weight for s in sites), 4), "facility": facility}
    )


def _in_one_land(sites: list[Site]) -> list[Site]:
    """The accounts of one place that put it where most do; all of them where none says where."""
    told: dict[str, float] = {}
    for site in sites:
        if site.value.country_code:
            code = site.value.country_code
            told[code] = told.get(code, 0.0) + site.weight
    best = max(sorted(told), key=lambda code: told[code], default=None)
    return [site for site in sites if site.value.country_code == best] if best else sites


def _strength(site: Site) -> float:
    broad = site.kind in _LOOSE and (site.radius_km or 0.0) > _WIDE_KM
    return site.weight * (_BROAD if broad else _FINENESS.get(site.kind, 0.1))


def _further(ranked: list[Site]) -> list[Site]:
    top = ranked[0]
    return [
        site
        for site in ranked[1:]
        if (site.kind in ("settlement", "facility") or site.kind == top.kind == "country")
        and site.weight >= _A_SITE_OF_ITS_OWN * top.weight
    ]
