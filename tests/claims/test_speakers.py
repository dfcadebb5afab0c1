"""The voices of one report, each under one id. All fiction."""

import pytest

from rashomon.model.voices import Voice

from .conftest import Reader


def voices(tell: Reader, text: str, **known: str | None) -> dict[str, Voice]:
    return {voice.name: voice for episode in tell(text, **known) for voice in episode.voices}


TOLD = "Two people were killed in a fire in Ankara on Monday"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (f"{TOLD}.", "Coastal Courier", "outlet"),
        (f"{TOLD}, Reuters reported.", "Reuters", "agency"),
        (f"ANKARA (Reuters) — {TOLD}.", "Reuters", "agency"),
        (f"{TOLD}, said Selim Aydar.", "Selim Aydar", "person"),
        (f"{TOLD}, a neighbour said.", "a neighbour", "unnamed"),
        (f"{TOLD}, officials said.", "officials", "unnamed"),
        (f"{TOLD}, the Larnos Liberation Front said.", "Larnos Liberation Front", "group"),
        (f"{TOLD}, she said.", "a speaker (not named)", "unnamed"),
        (f"In Izmir they say that {TOLD.lower()}.", "people (not named)", "unnamed"),
    ],
)
def test_name_and_kind(tell: Reader, text: str, name: str, kind: str) -> None:
    found = voices(tell, text)
    assert name in found, sorted(found)
    assert found[name].kind == kind


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"outlet": "Radio Delta"}, "Radio Delta"),
        ({"outlet": None, "url": "https://www.delta.example/a/b"}, "the outlet of delta.example"),
        (
            {"outlet": None, "url": "https://web.archive.org/web/2031/http://www.delta.example/a"},
            "the outlet of delta.example",
        ),
        ({"outlet": None, "source": "/papers/monday.txt"}, "the outlet of monday.txt"),
    ],
)
def test_the_outlet(tell: Reader, known: dict[str, str | None], name: str) -> None:
    assert name in voices(tell, f"{TOLD}.", **known)


@pytest.mark.parametrize(
    ("outlet", "head", "called"),
    [
        ("Mission of Observers", "Mission of Observers (MOB)", "The MOB"),
        ("Harbour Relief Office", "HARBOUR RELIEF OFFICE", "The Harbour Relief Office"),
        ("WLRN 6", "By WLRN 6 Digital Team", "WLRN"),
    ],
)
def test_a_publisher_under_its_short_name_is_itself(
    tell: Reader, outlet: str, head: str, called: str
) -> None:
    found = voices(tell, f"{head}\n\n{TOLD}. {called} said that nobody was held.", outlet=outlet)
    assert list(found) == [outlet]


def test_one_voice_in_two_spellings_keeps_both(tell: Reader) -> None:
    text = f"{TOLD}, the Associated Press reported. Four were hurt in the fire, AP said."
    found = voices(tell, text)["Associated Press"]
    assert [name.text for name in found.names] == ["the Associated Press", "AP"]


def test_every_name_of_a_voice_stands_in_the_text(tell: Reader) -> None:
    text = f"{TOLD}, police said. “It was arson,” said Selim Aydar. Nobody was held, Aydar said."
    for voice in voices(tell, text).values():
        assert all(text[name.start : name.end] == name.text for name in voice.names)


def test_reporters_speak_for_who_employs_them(tell: Reader) -> None:
    found = voices(tell, "A Reuters reporter counted four people killed in a fire in Ankara.")
    assert "Reuters" in found
    assert not any("reporter" in name for name in found)


def test_the_same_report_gives_the_same_voices(tell: Reader) -> None:
    text = f"{TOLD}, officials said. Officials said four were hurt in the fire."
    assert tell(text) == tell(text)


def test_the_label_of_a_line_at_the_head_is_no_voice(tell: Reader) -> None:
    (told,) = tell("Mill burns in Lyon\noutlet: Harbour Post\n\nA fire in Lyon killed four men.")
    assert "outlet" not in {voice.name.casefold() for voice in told.voices}


def test_a_short_name_of_many_bodies_is_none_of_them(tell: Reader) -> None:
    text = (
        "A fire in Lyon killed four men, the Red Cross said. Members of Congress said it was five."
    )
    (told,) = tell(text)
    names = {voice.name for voice in told.voices}
    assert not names & {"International Committee of the Red Cross", "U.S. Congress"}
