"""The time and the place of an incident, as one report tells them. All fiction."""

import pytest

import rashomon

from .conftest import Reader


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("A bomb killed four people in Ankara on Monday.", "2024-06-10"),
        (
            "A bomb killed four people in Ankara on Monday. The trial over an arson begins "
            "on June 24, 2024.",
            "2024-06-10",
        ),
        ("A bomb killed four people in Ankara. A meeting is due on June 24, 2024.", None),
    ],
)
def test_what_lies_after_publication_is_not_when_it_happened(
    tell: Reader, text: str, earliest: str | None
) -> None:
    frames = [frame.interval for frame in tell(text)[0].times if frame.interval]
    assert [frame.earliest[:10] for frame in frames][:1] == ([earliest] if earliest else [])


def test_a_building_is_shown_within_its_town(tell: Reader) -> None:
    episode = tell("A bomb exploded outside the Denholm Hotel in Ankara on Monday, killing two.")[0]
    (town,) = [site for site in episode.sites if site.kind == "settlement"]
    assert town.value.name == "Ankara"
    assert town.facility is not None and "Hotel" in town.facility
    assert not [site for site in episode.sites if site.kind == "facility"]


def test_the_words_of_a_claim_stay_short(tell: Reader) -> None:
    aside = "who had come from the villages around to sell what the early harvest had left them, "
    text = f"Six people, {aside * 3}were killed by a bomb in Ankara on Monday."
    claims = [claim for episode in tell(text) for claim in episode.claims]
    assert claims
    assert all(len(claim.span.exact) <= 160 for claim in claims)


@pytest.mark.parametrize(
    ("text", "name", "facility"),
    [
        (
            "Six men died in an air strike on Mosul on Monday, doctors at Orrin Hospital said.",
            "Mosul",
            None,
        ),
        ("Iran executed two men in Orrin Prison in Mashhad on Monday.", "Mashhad", "Orrin Prison"),
        ("Rockets hit Orrin Hospital in Mosul on Monday, killing six.", "Mosul", "Orrin Hospital"),
        (
            "A grocer was shot dead in Mosul on Monday. He was shifted to Orrin Hospital.",
            "Mosul",
            None,
        ),
        (
            "A cook was stabbed at a mall in Penrith, in Sydney's west. He died at Orrin Hospital.",
            "Penrith",
            "mall",
        ),
        (
            "Six people died when a cart hit a mine 30 km west of Kirkuk on Monday.",
            "30 km west of Kirkuk",
            None,
        ),
    ],
)
def test_the_scene_is_not_where_the_hurt_were_brought(
    tell: Reader, text: str, name: str, facility: str | None
) -> None:
    best = max(tell(text)[0].sites, key=lambda site: site.weight)
    assert (best.value.name, best.facility) == (name, facility)


def test_the_day_of_a_dateline_gives_way_to_what_is_told(tell: Reader) -> None:
    text = "QUETTA, June 12: Gunmen shot at a wedding party last night, police said."
    interval = tell(text)[0].times[0].interval
    assert interval is not None and interval.first_day.isoformat() == "2024-06-11"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("In Lagos, Nigeria, gunmen shot a guard on 05/06/2024.", "2024-06-05", "2024-06-05"),
        (
            "Since 7 October 2023 soldiers have shot 500 men. On Monday they shot a cook "
            "in Ankara.",
            "2024-06-10",
            "2024-06-10",
        ),
        ("In Dayton, Ohio, gunmen shot a guard on 05/06/2024.", "2024-05-06", "2024-05-06"),
        (
            "Gunmen abducted a cook in the night of Sunday to Monday, his family said Tuesday.",
            "2024-06-09",
            "2024-06-10",
        ),
    ],
)
def test_the_day_of_an_incident(tell: Reader, text: str, first: str, last: str) -> None:
    interval = tell(text)[0].times[0].interval
    assert interval is not None
    assert (interval.first_day.isoformat(), interval.last_day.isoformat()) == (first, last)


def test_an_aside_has_the_time_told_beside_it(tell: Reader) -> None:
    text = (
        "A bomb killed four people at a market in Ankara on Monday. Six stalls burned.\n\n"
        "In the area of Konya two soldiers were wounded by mortar fire. It was about 11 p.m. on "
        "Sunday."
    )
    days = [
        (told.main, told.times[0].interval.first_day.isoformat())
        for told in tell(text)
        if told.times and told.times[0].interval
    ]
    assert (False, "2024-06-09") in days


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen shot two guards on a Konya-bound bus in Ankara on Monday.", "Ankara"),
        ("Nine men drowned in Lake Van on Monday, the governor in Konya said.", "Lake Van"),
        ("A soldier was shot in Van on Monday. He was evacuated to Konya.", "Van"),
    ],
)
def test_where_a_bus_goes_and_who_speaks_is_not_where_it_happened(
    tell: Reader, text: str, name: str
) -> None:
    best = max(tell(text)[0].sites, key=lambda site: site.weight)
    assert best.value.name == name


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "A boy was shot in Lucas County, Ohio, on Monday. He was flown to Mercy St. Orrin "
            "Hospital in Cleveland, where he had surgery.",
            "Lucas County",
        ),
        (
            "A boy is in Cleveland recovering after he was shot in Lucas County, Ohio, on Monday.",
            "Lucas County",
        ),
        ("A boy was shot on Monday and died at Orrin Hospital in Cleveland, Ohio.", "Cleveland"),
        (
            "A bomb hit Orrin Hospital in Cleveland on Monday, killing two. Lucas County deputies "
            "were called.",
            "Cleveland",
        ),
    ],
)
def test_a_town_of_the_hospital_alone_comes_behind_the_county_that_is_told(
    tell: Reader, text: str, first: str
) -> None:
    assert tell(text)[0].sites[0].value.name == first


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jets struck five depots in Iraq and Syria on Sunday.", ["Iraq", "Syria"]),
        ("Shells killed two people in Kirkuk and Mosul on Sunday.", ["Kirkuk", "Mosul"]),
        ("Jets struck a depot in Mosul, Iraq, on Sunday.", ["Mosul"]),
        ("Shells killed two people in Iraq on Sunday and Syria protested.", ["Iraq"]),
    ],
)
def test_places_beside_each_other_are_all_places_of_it(text: str, names: list[str]) -> None:
    dossier = rashomon.compare([{"id": "r1", "text": text, "published": "2024-06-12"}])
    assert [site.name for site in dossier.incidents[0].where.sites] == names


@pytest.mark.parametrize(
    ("behind", "days"),
    [
        ("A cook died on Tuesday night at the county hospital, where she had lain.", ["Monday"]),
        ("Four of the hurt were in critical condition on Tuesday.", ["Monday"]),
        ("A cook died on Tuesday night on the quay.", ["Monday", "Tuesday night"]),
    ],
)
def test_the_day_in_hospital_is_not_that_of_the_event(
    tell: Reader, behind: str, days: list[str]
) -> None:
    told = tell(f"A bomb killed four people in Ankara on Monday, police said. {behind}")[0]
    said = {c.span.exact for c in told.claims if c.property == "when"}
    assert said == set(days)


@pytest.mark.parametrize(
    "text",
    [
        "A man was killed in Ankara on Monday and his wife is in hospital.",
        "Four people were killed in Ankara on Monday, and two are in critical condition.",
        "Two people were hurt in Ankara on Monday and were taken to hospital.",
    ],
)
def test_the_only_day_told_is_claimed_though_some_are_in_hospital(text: str) -> None:
    dossier = rashomon.compare([{"id": "r1", "text": text, "published": "2024-06-12"}])
    assert "Monday" in [c.span.exact for c in dossier.claims if c.property == "when"]
