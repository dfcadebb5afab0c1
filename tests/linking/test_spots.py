"""Which building or street stands for an incident: the one most is told of, whatever the order."""

from itertools import permutations

from rashomon.data.place_table import place_table
from rashomon.linking.placing import ranked_sites
from rashomon.model.episodes import Site
from tests.linking.strategies import episode, town


def spot(name: str, weight: float = 3.0) -> Site:
    value = town("Larnos").value.model_copy(update={"name": name})
    return Site(value=value, kind="facility", facility=name, weight=weight)


def in_larnos(facility: str) -> Site:
    return town("Larnos").model_copy(update={"facility": facility})


def test_the_spot_most_reports_tell_of_whatever_their_order() -> None:
    told = [
        episode("e1", "r1", sites=(in_larnos("Customs House"),)),
        episode("e2", "r2", sites=(in_larnos("Ferry Street"),)),
        episode("e3", "r3", sites=(spot("Ferry Street"),)),
    ]
    found = [ranked_sites(order)[0] for order in permutations(told)]
    assert {(site.value.name, site.facility) for site in found} == {("Larnos", "Ferry Street")}


def test_of_two_spots_told_alike_the_first_in_the_alphabet() -> None:
    told = [
        episode("e1", "r1", sites=(in_larnos("Ferry Street"),)),
        episode("e2", "r2", sites=(in_larnos("Customs House"),)),
    ]
    assert ranked_sites(told)[0].facility == ranked_sites(told[::-1])[0].facility == "Customs House"


def county(name: str, weight: float) -> Site:
    value = town("Larnos").value.model_copy(update={"name": name, "geonameid": 77, "precision": 3})
    return Site(value=value, kind="admin2", admin1="Coast", weight=weight)


def inside(name: str, within: str, weight: float) -> Site:
    return town(name).model_copy(update={"within": within, "admin1": "Coast", "weight": weight})


def test_a_town_in_a_county_told_more_of_is_the_place() -> None:
    told = [episode("e1", "r1", sites=(inside("Larnos", "Arvik County", 1.0),))]
    told += [episode(f"e{n}", f"r{n}", sites=(county("Arvik County", 9.0),)) for n in (2, 3)]
    assert ranked_sites(told)[0].value.name == "Larnos"
    elsewhere = [episode("e1", "r1", sites=(inside("Larnos", "Ely County", 1.0),)), *told[1:]]
    assert ranked_sites(elsewhere)[0].value.name == "Arvik County"


def test_one_name_is_one_town_in_the_state_most_is_told_of() -> None:
    here = inside("Larnos", "Arvik County", 2.0)
    namesake = here.model_copy(
        update={"value": here.value.model_copy(update={"geonameid": 9}), "admin1": "Plain"}
    )
    told = [
        episode("e1", "r1", sites=(namesake,)),
        episode("e2", "r2", sites=(here, county("Arvik County", 2.0))),
    ]
    for order in permutations(told):
        first, *others = ranked_sites(order)
        assert (first.admin1, first.value.geonameid) == ("Coast", here.value.geonameid)
        assert all(site.value.name != "Larnos" for site in others)


def placed(name: str, admin1: str, weight: float) -> Site:
    """A town of the United States from the gazetteer, the largest of its name in that state."""
    entry = next(e for e in place_table().lookup(name) if e.admin1 == admin1)
    point = {"name": name, "lat": entry.lat, "lon": entry.lon, "geonameid": entry.geonameid}
    value = town("Larnos").value.model_copy(update={**point, "country_code": entry.country_code})
    update = {"value": value, "admin1": admin1, "weight": weight}
    return town("Larnos").model_copy(update=update)


SPRINGFIELD = placed("Springfield", "Missouri", 4.0)


def test_a_town_is_its_namesake_beside_the_other_town_told() -> None:
    told = [episode("e1", "r1", sites=(SPRINGFIELD, placed("Philadelphia", "Pennsylvania", 2.0)))]
    where = ranked_sites(told)[0]
    assert (where.value.name, where.admin1) == ("Springfield", "Pennsylvania")
    assert where.value.lat is not None and 39 < where.value.lat < 41


def test_a_town_stays_where_its_own_division_is_told_too() -> None:
    others = (placed("Philadelphia", "Pennsylvania", 2.0), placed("Joplin", "Missouri", 0.5))
    told = [episode("e1", "r1", sites=(SPRINGFIELD, *others))]
    assert ranked_sites(told)[0].admin1 == "Missouri"


def test_a_town_stays_where_the_other_is_hardly_told() -> None:
    told = [episode("e1", "r1", sites=(SPRINGFIELD, placed("Philadelphia", "Pennsylvania", 0.5)))]
    assert ranked_sites(told)[0].admin1 == "Missouri"
