"""Which building or street stands for an incident: the one most is told of, whatever the order."""

from itertools import permutations

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
