"""Against whom a denial stands: reports in, sides of the conflict out."""

import pytest

import rashomon

_SHELLED = "Four people died when a bakery in Donetsk was shelled on Monday."


def _denials(*told: str) -> list[str]:
    reports = [
        {"id": f"r{n}", "text": f"{_SHELLED} {text}", "published": "2023-05-09", "outlet": f"O{n}"}
        for n, text in enumerate(told)
    ]
    dossier = rashomon.compare(reports)
    found = [f for i in dossier.incidents for f in i.findings if f.property == "responsible"]
    return [c.explanation for f in found for c in f.conflicts if c.type == "denial"]


def test_who_tells_of_old_blame_denies_nothing_of_others() -> None:
    other = "The mayor accused the Larnian army of shelling it."
    group = "The Zarqan Front said it had been blamed for raids that others led."
    assert not _denials(other, group)


@pytest.mark.parametrize(
    ("denial", "stands"),
    [
        ("Ukraine's defence ministry denied any involvement.", True),
        ("Ukraine denied any involvement.", True),
        ("The Ukrainian police denied any involvement.", False),
        ("Latvia's defence ministry denied any involvement.", False),
    ],
)
def test_a_ministry_denies_for_its_state(denial: str, stands: bool) -> None:
    found = _denials("The mayor accused Ukraine of shelling it.", denial)
    assert all("Ukraine" in each and "mayor" in each for each in found)
    assert bool(found) is stands
