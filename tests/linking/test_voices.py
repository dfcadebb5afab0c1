"""One voice across reports, however it is written."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.data.naming import voice_command, voice_key
from rashomon.linking.voices import merge_voices
from rashomon.model.annotations import VoiceKind
from rashomon.model.base import content_id
from rashomon.model.voices import NameSpan, Voice

HEARD: list[tuple[str, VoiceKind]] = [
    ("AP", "agency"),
    ("The Associated Press", "agency"),
    ("Pentagon", "official"),
    ("police", "official"),
    ("a police source", "unnamed"),
    ("Ilias Dranov", "person"),
    ("Dranov", "person"),
    ("witnesses", "unnamed"),
    ("Harbour Daily", "outlet"),
    ("Iran", "state"),
]


def voice(name: str, kind: VoiceKind, report: str, at: int = 0, phrase: str = "") -> Voice:
    return Voice(
        id=content_id("v", report, name, kind),
        name=name,
        kind=kind,
        names=(NameSpan(text=name, report=report, start=at, end=at + len(name)),),
        command=voice_command(name, kind, phrase),
        why_null={"actor": "unresolved"},
    )


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("AP", "The Associated Press", "agency", True),
        ("Pentagon", "U.S. Department of Defense", "official", True),
        ("Ilias Dranov", "Capt. Ilias K. Dranov", "person", True),
        ("Kata'ib Hezbollah", "Kataeb Hizbullah", "group", True),
        ("Kata'ib Hezbollah", "Hezbollah", "group", False),
        ("the Harbour Daily", "Harbour Daily", "outlet", True),
        ("Dranov", "Dranov", "person", False),
        ("police", "police", "official", False),
        ("officials", "officials", "unnamed", False),
        ("AP", "AFP", "agency", False),
    ],
)
def test_two_reports(one: str, other: str, kind: VoiceKind, same: bool) -> None:
    first, second = voice(one, kind, "r1"), voice(other, kind, "r2")
    merged = merge_voices([first, second])
    assert (merged[first.id] == merged[second.id]) is same


def test_all_names_are_kept() -> None:
    voices = [voice("AP", "agency", "r2", 5), voice("Associated Press", "agency", "r1")]
    whole = merge_voices(voices)[voices[0].id]
    assert [(name.report, name.text) for name in whole.names] == [
        ("r1", "Associated Press"),
        ("r2", "AP"),
    ]
    assert (whole.name, whole.kind, whole.country) == ("Associated Press", "agency", "US")


def test_the_id_is_that_of_the_key() -> None:
    (whole,) = merge_voices([voice("AP", "agency", "r1")]).values()
    assert whole.id == content_id("v", voice_key("Associated Press", "agency", "r9"))


def test_bodies_under_one_command() -> None:
    voices = [
        voice("Ilias Dranov", "person", "r1", phrase="police spokesman Ilias Dranov"),
        voice("police", "official", "r2"),
        voice("a police source", "unnamed", "r3"),
    ]
    merged = merge_voices(voices)
    assert {whole.command for whole in merged.values()} == {"police"}
    assert len({whole.id for whole in merged.values()}) == 3


def test_an_outlet_that_is_never_named() -> None:
    silent = Voice(id="v1", name="Canal Nine", kind="outlet", why_null={"actor": "unresolved"})
    assert merge_voices([silent])["v1"].names == ()


def test_what_only_its_report_can_tell_keeps_its_id_without_one() -> None:
    lost = Voice(id="v7", name="sources", kind="unnamed", why_null={"actor": "unresolved"})
    assert merge_voices([lost])["v7"].id == "v7"


@given(
    st.lists(st.tuples(st.sampled_from(HEARD), st.sampled_from(["r1", "r2", "r3"])), max_size=12),
    st.integers(),
)
def test_order_does_not_matter(heard: list[tuple[tuple[str, VoiceKind], str]], seed: int) -> None:
    voices = [voice(name, kind, report) for (name, kind), report in heard]
    shuffled = random.Random(seed).sample(voices, len(voices))
    merged = merge_voices(voices)
    assert merged == merge_voices(shuffled)
    assert set(merged) == {each.id for each in voices}


@given(st.text(max_size=30), st.sampled_from([kind for _, kind in HEARD]))
def test_any_name(name: str, kind: VoiceKind) -> None:
    assert len(merge_voices([voice(name, kind, "r1"), voice(name, kind, "r1")])) == 1
