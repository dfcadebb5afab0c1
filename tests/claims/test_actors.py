"""Who becomes an actor of a report, and what the report says of two of them. All fiction."""

import pytest

from rashomon.model.episodes import Episode
from rashomon.model.voices import Actor

from .conftest import Reader

_EVENT = "A bomb killed two guards near Arvik on Monday. "


def actors(told: tuple[Episode, ...]) -> list[Actor]:
    return [actor for episode in told for actor in episode.actors]


def named(told: tuple[Episode, ...], name: str) -> list[Actor]:
    return [actor for actor in actors(told) if actor.name == name]


@pytest.mark.parametrize(
    ("text", "name", "spelled", "roles"),
    [
        (
            "Inspector Mara Estevo said so. Estevo left.",
            "Mara Estevo",
            "Inspector Mara Estevo",
            "inspector",
        ),
        (
            "The deputy prosecutor, Teo Marsas, came.",
            "Teo Marsas",
            "Teo Marsas",
            "deputy prosecutor",
        ),
        ("Teo Marsas, a trainee welder, was there.", "Teo Marsas", "Teo Marsas", "trainee welder"),
        (
            "“No,” said Teo Marsas, the director of the mill.",
            "Teo Marsas",
            "Teo Marsas",
            "director",
        ),
        ("The cloth trader Teo Marsas has fled.", "Teo Marsas", "Teo Marsas", "cloth trader"),
    ],
)
def test_persons_with_what_they_are(
    tell: Reader, text: str, name: str, spelled: str, roles: str
) -> None:
    (found,) = named(tell(_EVENT + text), name)
    assert spelled in {each.text for each in found.names}
    assert roles in found.roles


@pytest.mark.parametrize(
    "text",
    [
        "The mother of the baker Teo Marsas, the nurse Ilo Beck, wept.",
        "The baker Teo Marsas fled. His mother, the nurse Ilo Beck, wept.",
        "The nurse Ilo Beck, whose son Teo Marsas is a baker, wept. The baker Teo Marsas fled.",
    ],
)
def test_a_mother_of_somebody_has_not_his_role(tell: Reader, text: str) -> None:
    found = {actor.name: actor.roles for actor in actors(tell(_EVENT + text))}
    assert found["Ilo Beck"] == ("nurse",)
    assert found["Teo Marsas"] == ("baker",)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "The Harbour Guard, a separate force from the Orvan Rangers Brigade, came.",
            "Harbour Guard",
            "Orvan Rangers Brigade",
        ),
        (
            "The Zarqan Front is not to be confused with the Zarqan Movement.",
            "Zarqan Front",
            "Zarqan Movement",
        ),
        (
            "The Zarqan Front is unrelated to the Old Zarqan Front.",
            "Zarqan Front",
            "Old Zarqan Front",
        ),
        ("The Zarqan Front is not part of the Hill Alliance.", "Zarqan Front", "Hill Alliance"),
        ("The Zarqan Front broke away from the Hill Movement.", "Zarqan Front", "Hill Movement"),
    ],
)
def test_stated_differences(tell: Reader, text: str, one: str, other: str) -> None:
    (found,) = named(tell(_EVENT + text), one)
    assert [each.name for each in found.not_the_same_as] == [other]
    assert found.not_the_same_as[0].span.exact in text


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The Zarqan Front is part of the Hill Alliance.", "Zarqan Front", "Hill Alliance"),
        (
            "The Zarqan Brigades, the armed wing of the Hill Movement, fired.",
            "Zarqan Brigades",
            "Hill Movement",
        ),
        (
            "The Hill Alliance, an umbrella for the Zarqan Front, denied it.",
            "Zarqan Front",
            "Hill Alliance",
        ),
    ],
)
def test_stated_membership(tell: Reader, text: str, one: str, other: str) -> None:
    told = tell(_EVENT + text)
    whole = named(told, other)[0]
    assert {each.actor for actor in named(told, one) for each in actor.part_of} == {whole.id}


def test_what_was_once_part_is_not(tell: Reader) -> None:
    told = tell(_EVENT + "The Zarqan Front was until 2019 a branch of the Hill Movement.")
    assert all(not actor.part_of for actor in actors(told))


@pytest.mark.parametrize(
    "text",
    [
        "Teo Marsas, a welder, is dead. A mason was shot too. He was also called Teo Marsas.",
        "Their lawyer, Teo Marsas, is no relation of the deputy coroner of the same name.",
        "The judge, Teo Marsas, asked for more. The lawyer, who bears the same name, left.",
        "The mayor, Teo Marsas, said that he was not the grain dealer of that name.",
    ],
)
def test_two_people_of_one_name(tell: Reader, text: str) -> None:
    found = named(tell(_EVENT + text), "Teo Marsas")
    assert len(found) == 2
    assert {each.actor for actor in found for each in actor.not_the_same_as} == {
        a.id for a in found
    }


def test_one_ministry_by_two_names(tell: Reader) -> None:
    text = "The Ministry of the Interior said so. The Interior Ministry will ask again."
    (found,) = named(tell(_EVENT + text), "interior ministry")
    assert found.kind == "state"
    assert {each.text for each in found.names} >= {"Interior Ministry", "Ministry of the Interior"}


def test_who_speaks_is_an_actor(tell: Reader) -> None:
    told = tell("A bomb killed two guards near Arvik on Monday, Inspector Mara Estevo said.")
    (person,) = named(told, "Mara Estevo")
    assert person.id in {voice.actor for episode in told for voice in episode.voices}


@pytest.mark.parametrize(
    ("text", "part", "apart"),
    [
        (
            "The Zarqan Brigades attacked a post. The movement, which is a separate body from the "
            "coastal movement Orvan Front, operates under the umbrella of the state-run militias "
            "known collectively as the Popular Guard Forces.",
            ["Popular Guard Forces"],
            ["Orvan Front"],
        ),
        (
            "The Zarqan Brigades, part of the umbrella Popular Guard Forces, attacked a post.",
            ["Popular Guard Forces"],
            [],
        ),
        (
            "The Zarqan Brigades attacked a post. The militia is part of the Popular Guard Forces.",
            ["Popular Guard Forces"],
            [],
        ),
        (
            "The Zarqan Brigades attacked the Orvan Front, which is part of the Popular Guard "
            "Forces, at a post.",
            [],
            [],
        ),
        ("The Zarqan Brigades attacked the Popular Guard Forces at a post.", [], []),
    ],
)
def test_what_is_said_of_a_group_with_a_clause_of_its_own(
    tell: Reader, text: str, part: list[str], apart: list[str]
) -> None:
    found = {actor.id: actor for actor in actors(tell(_EVENT + text))}
    (group,) = [actor for actor in found.values() if actor.name == "Zarqan Brigades"]
    assert [found[each.actor].name for each in group.part_of] == part
    assert [each.name for each in group.not_the_same_as] == apart
