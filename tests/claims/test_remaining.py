"""Who was brought away, and who is said to be there still. All fiction."""

import pytest

import rashomon

_STORMED = "Rioters stormed the consulate in Larnos on Monday. "


@pytest.mark.parametrize(
    ("text", "evacuated", "denied"),
    [
        ("The consul and other staff were evacuated, officials said.", (None, None), False),
        ("The consul and the consular staff were safely evacuated.", (None, None), False),
        ("The consul was evacuated.", (1, 1), False),
        ("The consul and nine clerks were evacuated.", (9, 9), False),
        ("Forty clerks were evacuated. Their families remained in the building.", (40, 40), True),
        ("The consul and his family were evacuated. Staff are still inside.", (None, None), True),
        ("Forty clerks were evacuated. The files are still inside.", (40, 40), False),
    ],
)
def test_evacuated(text: str, evacuated: tuple[int | None, int | None], denied: bool) -> None:
    dossier = rashomon.compare([{"id": "r1", "text": _STORMED + text, "published": "2024-06-12"}])
    told = [c for c in dossier.claims if c.property == "evacuated"]
    firm = [(c.value.low, c.value.high) for c in told if c.stance != "denied"]
    assert firm == [evacuated]
    assert any(c.stance == "denied" for c in told) == denied
    conflicts = [x.type for i in dossier.incidents for f in i.findings for x in f.conflicts]
    assert ("denial" in conflicts) == denied


@pytest.mark.parametrize("source", ["Video", "A video posted on Tuesday", "Satellite images"])
def test_a_picture_is_no_voice(source: str) -> None:
    text = f"Two men were beaten in Larnos on Monday. {source} showed that soldiers had killed one."
    voices = rashomon.compare([{"id": "r1", "text": text, "outlet": "Courier"}]).voices
    assert {voice.name for voice in voices} == {"Courier"}
