"""Actors of one incident across its reports. All fiction."""

import pytest

import rashomon
from rashomon.model.dossier import Dossier
from rashomon.model.voices import Actor

_FIRST = "Two guards were killed by a bomb near Arvik on Monday, {} said. The bomb lay at the mill."
_SECOND = "The bomb that killed two guards at the mill near Arvik on Monday was old, {} said."


def read(one: str, other: str) -> Dossier:
    texts = (_FIRST.format(one), _SECOND.format(other))
    return rashomon.compare(
        [{"id": f"r{at}", "text": t, "published": "2024-06-12"} for at, t in enumerate(texts)]
    )


def holders(dossier: Dossier, name: str) -> list[Actor]:
    return [a for a in dossier.actors if name in {a.name, *(n.text for n in a.names)}]


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ("Inspector Mara Estevo", "Mr. Estevo", ("Mara Estevo", "Estevo")),
        ("Mara Estevo, a nurse,", "Mara Estevo, who lives there,", ("Mara Estevo",)),
        (
            "the prison service",
            "the National Prison Service",
            ("prison service", "National Prison Service"),
        ),
        (
            "the interior ministry",
            "the Ministry of the Interior",
            ("interior ministry", "Ministry of the Interior"),
        ),
    ],
)
def test_one_actor(one: str, other: str, names: tuple[str, ...]) -> None:
    dossier = read(one, other)
    found = [{actor.id for actor in holders(dossier, name)} for name in names]
    assert found[0] and all(each == found[0] for each in found)
    (actor,) = holders(dossier, names[0])
    assert [0 < link.score <= 1 and bool(link.because) for link in actor.links] == [True]


def test_a_namesake_stays_apart() -> None:
    dossier = read(
        "the mayor, Mara Estevo,",
        "Mara Estevo, a nurse who is not related to the mayor of the same name,",
    )
    assert len(holders(dossier, "Mara Estevo")) > 1


def test_a_judge_is_no_baker() -> None:
    dossier = read("the judge, Mara Estevo,", "Mara Estevo, a baker,")
    assert len(holders(dossier, "Mara Estevo")) == 2


def test_two_incidents_keep_their_people() -> None:
    dossier = rashomon.compare(
        [
            {"id": "a", "text": _FIRST.format("Mara Estevo, a nurse,"), "published": "2024-06-12"},
            {
                "id": "b",
                "text": "Four men drowned off Belmora in May 2022, said Mara Estevo, a baker.",
                "published": "2022-05-20",
            },
        ]
    )
    assert len(holders(dossier, "Mara Estevo")) == 2


def test_a_crowd_and_what_it_is_called_in_quotes_are_one() -> None:
    texts = (
        "Protesters stormed the mill in Kirkuk on Monday. Two guards were killed.",
        "Rioters stormed the mill in Kirkuk on Monday. Two guards were killed. “These protesters "
        "want bread,” said Mara Estevo, a nurse.",
    )
    dossier = rashomon.compare(
        [{"id": f"r{at}", "text": t, "published": "2024-06-12"} for at, t in enumerate(texts)]
    )
    (crowd,) = (actor for actor in dossier.actors if actor.kind == "crowd")
    assert sorted((each.label, each.own_voice) for each in crowd.labels) == [
        ("protesters", False),
        ("protesters", True),
        ("rioters", True),
    ]


def army(text: str) -> Actor:
    (found,) = [
        a for a in rashomon.compare([{"id": "r1", "text": text}]).actors if a.name == "army"
    ]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "A raid near Erbil in Iraq on Monday killed two men. The army said it was looking into it.",
        "Two men died in a raid near Erbil in Iraq. The army blamed bandits, Iraqi police said.",
        "Iraqi officials said a raid near Erbil in Iraq killed two men. The army denied it.",
    ],
)
def test_an_army_is_of_the_only_country_told_of(text: str) -> None:
    assert army(text).country == "IQ"


@pytest.mark.parametrize(
    "text",
    [
        "Turkish jets raided a village near Erbil in Iraq on Monday. The army said two men died.",
        "A raid near Erbil in Iraq on Monday killed two men. In Ankara the army said it was over.",
        "A raid near Erbil in Iraq killed two men. The army said Iran was to blame.",
        "A raid near Erbil in Iraq on Monday killed two Chinese engineers, the army said.",
        "Two men died in a raid near Erbil in Iraq. Syria said the army had denied it.",
    ],
)
def test_whose_army_it_is_stays_open_where_two_countries_are_told_of(text: str) -> None:
    found = army(text)
    assert found.country is None
    assert found.why_null["country"] == "ambiguous"
