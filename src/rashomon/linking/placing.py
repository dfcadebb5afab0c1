"""Placing: where an incident happened, from the sites that its episodes give."""

from collections.abc import Sequence

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

_A_SITE_OF_ITS_OWN = 0.34
"""A further settlement is a site of the incident when a third as much speaks for it."""


def ranked_sites(episodes: Sequence[Episode]) -> tuple[Site, ...]:
    """The incident's place first, then its further sites."""
    tally: dict[tuple[str, object], list[Site]] = {}
    for episode in episodes:
        whole = sum(site.weight for site in episode.sites) or 1.0
        for site in episode.sites:
            share = site.model_copy(update={"weight": site.weight / whole})
            tally.setdefault(_key(site), []).append(share)
    together = [_together(sites) for sites in tally.values()]
    ranked = sorted(together, key=lambda s: (-_strength(s), s.value.name))
    if not ranked:
        return ()
    return (ranked[0], *_further(ranked))


def _key(site: Site) -> tuple[str, object]:
    return (site.kind, site.value.geonameid or site.value.name.casefold())


def _together(sites: list[Site]) -> Site:
    strongest = max(sites, key=lambda s: (s.weight, s.value.name))
    by_weight = sorted(sites, key=lambda s: -s.weight)
    facility = next((s.facility for s in by_weight if s.facility), None)
    return strongest.model_copy(
        update={"weight": round(sum(s.weight for s in sites), 4), "facility": facility}
    )


def _strength(site: Site) -> float:
    return site.weight * _FINENESS.get(site.kind, 0.1)


def _further(ranked: list[Site]) -> list[Site]:
    top = ranked[0]
    return [
        site
        for site in ranked[1:]
        if site.kind in ("settlement", "facility")
        and site.weight >= _A_SITE_OF_ITS_OWN * top.weight
    ]
