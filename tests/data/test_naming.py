"""The lexicons of names, and the keys under which voices are filed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.data import lexicon
from rashomon.data.known_names import lexicons
from rashomon.data.naming import known, same_spelling, voice_command, voice_key
from rashomon.data.spelling import fold, skeleton, words
from rashomon.model.annotations import VoiceKind

KINDS: list[VoiceKind] = ["agency", "outlet", "official", "state", "group", "person", "unnamed"]


@pytest.mark.parametrize(
    ("table", "least"), [("agencies", 60), ("outlets", 150), ("armed_groups", 150), ("offices", 80)]
)
def test_size(table: str, least: int) -> None:
    rows = lexicon(table)
    assert len(rows) >= least
    assert len({row["canonical"] for row in rows}) == len(rows)


@pytest.mark.parametrize("table", ["agencies", "outlets", "armed_groups", "offices"])
def test_no_spelling_means_two_bodies(table: str) -> None:
    meaning: dict[str, set[str]] = {}
    for row in lexicon(table):
        for alias in filter(None, [row["canonical"], *row["aliases"].split("|")]):
            meaning.setdefault(alias, set()).add(row["canonical"])
    assert {alias: of for alias, of in meaning.items() if len(of) > 1} == {}


def test_references_exist() -> None:
    canonicals = lexicons().by_canonical
    for row in lexicon("armed_groups"):
        for name in filter(None, [row["part_of"], *row["not_same_as"].split("|")]):
            assert name in canonicals, (row["canonical"], name)
    for row in lexicon("offices"):
        assert not row["command"] or row["command"] in canonicals, row


def test_confusable_groups_are_filed_apart() -> None:
    for row in lexicon("armed_groups"):
        for other in filter(None, row["not_same_as"].split("|")):
            for alias in row["aliases"].split("|"):
                body = known(alias)
                assert body is None or body.canonical != other


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kata'ib Zarqan", "Kataeb Zarqaan", True),
        ("Harakat al-Orvan", "Haraket Orvaan", True),
        ("the Orvane Front", "Orvane Front", True),
        ("Jaysh Zarqan", "Jaish Zarkan", True),
        ("Kata'ib Zarqan", "Kata'ib Orvan", False),
        ("Zarqan", "Zirqin", False),
        ("", "", False),
    ],
)
def test_same_spelling(one: str, other: str, same: bool) -> None:
    assert same_spelling(one, other) is same


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("the AP", "agency", "agency:Associated Press"),
        ("The Associated Press", "unnamed", "agency:Associated Press"),
        ("Pentagon", "official", "office:Department of Defense"),
        ("Department of Defense", "official", "office:Department of Defense"),
        ("police", "official", "office:police@r1"),
        ("a police source", "unnamed", "name:a police source@r1"),
        ("Iraqi officials", "official", "name:iraqi officials@r1"),
        ("Ilias Dranov", "person", "name:ilias dranov"),
        ("Col. Ilias K. Dranov", "person", "name:ilias dranov"),
        ("Dranov", "person", "name:dranov@r1"),
        ("Joe Lindqvar", "person", "name:joseph lindqvar"),
        ("Joseph Lindqvar Jr.", "person", "name:joseph lindqvar"),
        ("Ilias Dranov", "official", "name:ilias dranov"),
        ("Joe Lindqvar", "official", "name:joseph lindqvar"),
        ("Dranov", "official", "name:dranov@r1"),
        ("U.S.", "state", "state:US"),
        ("Harbour Daily", "outlet", "name:harbour daily"),
    ],
)
def test_voice_key(name: str, kind: VoiceKind, key: str) -> None:
    assert voice_key(name, kind, "r1") == key


@pytest.mark.parametrize(
    ("name", "kind", "phrase", "command"),
    [
        ("Ilias Dranov", "person", "police spokesman Ilias Dranov", "police"),
        ("police", "official", "", "police"),
        ("Larnos police", "official", "", "police (Larnos)"),
        ("the Larnos city police", "official", "", "police (Larnos)"),
        ("police in Ostrike", "official", "", "police (Ostrike)"),
        ("Sera Lunt", "person", "Port Elian Police spokeswoman Sera Lunt", "police (Port Elian)"),
        ("Local police", "official", "", "police"),
        ("Riot Police", "official", "", "police"),
        ("a police source", "unnamed", "", "police"),
        ("Pentagon", "official", "", "Department of Defense"),
        ("CENTCOM", "official", "", "Department of Defense"),
        ("a Pentagon official", "unnamed", "", "Department of Defense"),
        ("Mara Estevo", "person", "former Pentagon spokeswoman Mara Estevo", None),
        ("Mara Estevo", "person", "Mara Estevo, a baker", None),
        ("Reuters", "agency", "", None),
        ("witnesses", "unnamed", "", None),
    ],
)
def test_voice_command(name: str, kind: VoiceKind, phrase: str, command: str | None) -> None:
    assert voice_command(name, kind, phrase) == command


@given(st.text(max_size=60), st.sampled_from(KINDS))
def test_no_name_fails(name: str, kind: VoiceKind) -> None:
    assert voice_key(name, kind, "r1")
    voice_command(name, kind)
    skeleton(name)
    assert fold(name) == fold(f"  {name} ")
    assert all(name[w.start : w.end] == w.raw for w in words(name))
