"""Which column of a dataset holds what: ACLED's, UCDP GED's, or the usual names of any table."""

import re
from collections.abc import Mapping, Sequence

Aliases = Mapping[str, tuple[str, ...]]

_ACLED: Aliases = {
    "id": ("event_id_cnty", "data_id"),
    "first": ("event_date",),
    "precision": ("time_precision",),
    "place": ("location",),
    "admin1": ("admin1",),
    "country": ("country",),
    "lat": ("latitude",),
    "lon": ("longitude",),
    "kind": ("event_type",),
    "below": ("sub_event_type",),
    "actor1": ("actor1",),
    "actor2": ("actor2",),
    "killed": ("fatalities",),
}
_UCDP: Aliases = {
    "id": ("id", "relid"),
    "first": ("date_start",),
    "last": ("date_end",),
    "place": ("where_coordinates",),
    "admin1": ("adm_1",),
    "country": ("country",),
    "lat": ("latitude",),
    "lon": ("longitude",),
    "actor1": ("side_a",),
    "actor2": ("side_b",),
    "killed": ("best", "best_est"),
    "killed_low": ("low", "low_est"),
    "killed_high": ("high", "high_est"),
}
_ANY: Aliases = {
    "id": ("id", "event_id", "incident_id", "case_id", "nr", "event_id_cnty"),
    "first": (
        *("date", "day", "event_date", "incident_date", "date_start", "start_date", "start"),
        *("earliest", "when", "date_of_incident"),
    ),
    "last": ("date_end", "end_date", "end", "latest"),
    "place": (
        *("place", "location", "city", "town", "settlement", "where", "city_or_county"),
        *("where_coordinates", "municipality"),
    ),
    "admin1": ("admin1", "adm_1", "province", "state", "region", "governorate"),
    "country": ("country", "country_name", "country_code", "nation"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "kind": ("kind", "event_type", "type", "attack_type", "category"),
    "below": ("sub_event_type", "subtype"),
    "actor1": ("actor", "actor1", "perpetrator", "side_a", "attacker", "killers", "belligerent"),
    "actor2": ("recipient", "actor2", "target", "side_b", "victim"),
    "killed": (
        *("killed", "deaths", "fatalities", "dead", "killed_best", "best", "deaths_best", "nkill"),
        *("total_deaths", "number_killed"),
    ),
    "killed_low": ("killed_low", "low", "minimum_deaths", "deaths_low", "min_deaths", "killed_min"),
    "killed_high": (
        *("killed_high", "high", "maximum_deaths", "deaths_high", "max_deaths", "killed_max"),
    ),
    "injured": ("injured", "wounded", "injuries", "injured_best", "nwound", "number_injured"),
    "injured_low": ("injured_low", "minimum_injuries", "min_injured"),
    "injured_high": ("injured_high", "maximum_injuries", "max_injured"),
}
FORMATS: dict[str, Aliases] = {"acled": _ACLED, "ucdp": _UCDP, "csv": _ANY}
"""Of each format the columns by field, the likeliest first."""

_NEEDED = ("first",)
_PLACED = ("place", "lat", "admin1", "country")


def plain(name: str) -> str:
    """A column's name without case, blanks and signs: "Event Date" is "event_date"."""
    return re.sub(r"[\W_]{1,40}", "_", name.strip().casefold()).strip("_")


def found(head: Sequence[str], name: str) -> dict[str, int]:
    """Where each field stands in a table with this head.

    Raises ``ValueError`` where there is no day or no place to compare by.
    """
    columns = {plain(column): n for n, column in reversed(list(enumerate(head)))}
    places: dict[str, int] = {}
    for field, aliases in FORMATS[name].items():
        known = next((columns[each] for each in aliases if each in columns), None)
        if known is not None:
            places[field] = known
    missing = [each for each in _NEEDED if each not in places]
    if missing or not any(each in places for each in _PLACED):
        want = FORMATS[name]["first" if missing else "place"]
        columns_of = "" if name == "csv" else f", as tables of {name} have"
        raise ValueError(f"it has no column {' or '.join(want[:4])}{columns_of}")
    return places
