"""What is only named in passing is no incident, and what is said of it is kept. Fiction."""

from rashomon import Dossier, compare

PASSING = (
    "VELMARK, 4 May - Two dockers were killed when a crane fell in Velmark harbour on Friday, the "
    "port authority said. The Tidewater League denied that it was behind any shooting."
)

LATER = (
    "VELMARK, 4 May - Two dockers were killed when a crane fell in Velmark harbour on Friday, the "
    "port authority said. Villagers blamed the army for a separate raid."
)


def dossier() -> Dossier:
    return compare([{"id": "r1", "text": PASSING, "published": "2019-05-04"}])


def test_attacks_without_day_place_or_number_are_not_listed() -> None:
    assert len(dossier().incidents) == 1


def test_what_is_said_of_them_is_kept_and_says_why_it_counts_for_nothing() -> None:
    made = compare([{"id": "r1", "text": LATER, "published": "2019-05-04"}])
    assert len(made.incidents) == 1
    loose = [claim for claim in made.claims if claim.incident is None]
    assert [claim.property for claim in loose] == ["responsible"]
    assert all(not claim.used and claim.why_not for claim in loose)


def test_a_report_about_an_incident_without_a_day_or_place_still_tells_of_it() -> None:
    made = compare([{"id": "r1", "text": "Gunmen attacked a convoy. Nobody knows where."}])
    assert len(made.incidents) == 1
