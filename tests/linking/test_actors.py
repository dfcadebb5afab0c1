"""One actor across reports, however it is written; and those that are not one."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.actors import merge_actors, merge_with_reasons
from rashomon.model.base import content_id
from rashomon.model.spans import Span
from rashomon.model.voices import Actor, ActorKind, ActorName, Label, NotTheSame, PartOf


def actor(
    name: str,
    kind: ActorKind,
    report: str,
    *spellings: str,
    country: str | None = None,
    not_same: str | None = None,
    part_of: str | None = None,
    label: str | None = None,
) -> Actor:
    span = Span(report=report, start=0, end=4, exact="said")
    return Actor(
        id=content_id("x", report, kind, name),
        name=name,
        kind=kind,
        country=country,
        names=tuple(
            ActorName(text=text, count=1, reports=(report,)) for text in (spellings or (name,))
        ),
        not_the_same_as=(NotTheSame(name=not_same, span=span),) if not_same else (),
        part_of=(PartOf(actor=part_of, span=span),) if part_of else (),
        labels=(Label(label=label, span=span, voice=None, own_voice=True),) if label else (),
        why_null={} if country else {"country": "not-stated"},
    )


def same(one: Actor, other: Actor) -> bool:
    merged = merge_actors([one, other])
    return merged[one.id].id == merged[other.id].id


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Kata'ib Hezbollah", "Hizballah Brigades", True),
        ("Kata'ib Hezbollah", "Hezbollah", False),
        ("Kataib Zarqan", "Kata’ib Zarqaan", True),
        ("Kataib Zarqan", "Kataib Orvan", False),
        ("Free Harbour Movement", "the Free Harbour Movement", True),
        ("Free Harbour Movement", "Free Harbour Army", False),
    ],
)
def test_groups_of_two_reports(one: str, other: str, expected: bool) -> None:
    first, second = actor(one, "armed-group", "r1"), actor(other, "armed-group", "r2")
    assert same(first, second) is expected


def test_an_abbreviation_joins_its_group() -> None:
    full = actor("Kataib Zarqan Front", "armed-group", "r1", "Kataib Zarqan Front", "KZF")
    short = actor("KZF", "armed-group", "r2")
    assert same(full, short)


def test_groups_of_two_countries_stay_apart() -> None:
    one = actor("Islamic Front of Orvane", "armed-group", "r1", country="SY")
    other = actor("Islamic Front of Orvane", "armed-group", "r2", country="PH")
    assert not same(one, other)


def test_a_stated_difference_is_obeyed() -> None:
    one = actor("Zarqan Front", "armed-group", "r1", not_same="Harbour Zarqan Front")
    other = actor("Zarqan Front", "armed-group", "r2", "Zarqan Front", "Harbour Zarqan Front")
    assert not same(one, other)


def test_a_stated_difference_holds_through_a_third() -> None:
    one = actor("Zarqan Front", "armed-group", "r1", not_same="Old Zarqan Front")
    between = actor("Zarqan Front", "armed-group", "r2", "Zarqan Front", "ZFX")
    other = actor("ZFX", "armed-group", "r3", "ZFX", "Old Zarqan Front")
    merged = merge_actors([one, between, other])
    assert merged[one.id].id != merged[other.id].id


def test_two_people_of_one_name() -> None:
    assert not same(actor("Mara Estevo", "person", "r1"), actor("Mara Estevo", "person", "r2"))


def test_one_person_by_office() -> None:
    one = actor("Mara Estevo", "person", "r1", "Governor Mara Estevo")
    other = actor("Mara Estevo", "person", "r2", label="governor")
    merged, reasons = merge_with_reasons([one, other])
    assert merged[one.id] == merged[other.id]
    assert [each.reason for each in reasons] == ['one full name, and both are "governor"']


def test_an_honorific_says_nothing() -> None:
    one = actor("Mara Estevo", "person", "r1", "Ms. Mara Estevo")
    other = actor("Mara Estevo", "person", "r2", "Ms. Mara Estevo")
    assert not same(one, other)


def test_a_surname_joins_only_within_its_report() -> None:
    full, short = actor("Mara Estevo", "person", "r1"), actor("Estevo", "person", "r1")
    far = actor("Estevo", "person", "r2")
    merged = merge_actors([full, short, far])
    assert merged[full.id].id == merged[short.id].id != merged[far.id].id


def test_crowds_stay_with_their_report() -> None:
    assert not same(actor("protesters", "crowd", "r1"), actor("protesters", "crowd", "r2"))


def test_states_by_country() -> None:
    one = actor("United States", "state", "r1", "U.S.", country="US")
    other = actor("America", "state", "r2", country="US")
    assert same(one, other)


def test_umbrella_and_spellings_are_kept() -> None:
    umbrella = actor("Orvane Union", "armed-group", "r1")
    one = actor("Zarqan Front", "armed-group", "r1", part_of=umbrella.id)
    other = actor("Zarqan Front", "armed-group", "r2", "the Zarqan Front")
    merged = merge_actors([one, other, umbrella])
    whole = merged[one.id]
    assert [each.actor for each in whole.part_of] == [merged[umbrella.id].id]
    assert {name.text for name in whole.names} == {"Zarqan Front", "the Zarqan Front"}


def test_an_actor_told_of_in_two_episodes_is_counted_once() -> None:
    one = actor("Zarqan Front", "armed-group", "r1")
    assert [name.count for name in merge_actors([one, one])[one.id].names] == [1]


ACTORS = [
    actor("Kata'ib Hezbollah", "armed-group", "r1"),
    actor("Hizballah Brigades", "armed-group", "r2"),
    actor("Hezbollah", "armed-group", "r2", not_same="Kataib Hezbollah"),
    actor("Zarqan Front", "armed-group", "r1", not_same="Old Zarqan Front"),
    actor("Zarqan Front", "armed-group", "r2", "Zarqan Front", "ZFX"),
    actor("ZFX", "armed-group", "r3", "ZFX", "Old Zarqan Front"),
    actor("Mara Estevo", "person", "r1", "Gov. Mara Estevo"),
    actor("Estevo", "person", "r1"),
    actor("Mara Estevo", "person", "r2", "Gov. Mara Estevo"),
    actor("United States", "state", "r1", country="US"),
    actor("U.S.", "state", "r3", country="US"),
    actor("protesters", "crowd", "r3"),
]


@given(st.lists(st.sampled_from(ACTORS), max_size=20), st.integers())
def test_order_does_not_matter(actors: list[Actor], seed: int) -> None:
    shuffled = random.Random(seed).sample(actors, len(actors))
    assert merge_with_reasons(actors) == merge_with_reasons(shuffled)
    assert set(merge_actors(actors)) == {each.id for each in actors}


@given(st.lists(st.text(max_size=20), max_size=8))
def test_any_name(names: list[str]) -> None:
    actors = [actor(name, "organisation", f"r{at}") for at, name in enumerate(names)]
    assert len(merge_actors(actors)) == len(actors)
