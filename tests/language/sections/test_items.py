"""Items of lists and their heads. All invented."""

import pytest

from rashomon.language.sections.items import items_in
from rashomon.language.sections.paragraphs import paragraphs


def _items(text: str) -> list[tuple[str, str | None]]:
    return [(i.kind, i.head and i.head.exact) for i in items_in(paragraphs(text), set())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "BULLETIN 9\n\n1. VELMAR. At about 00:40 a man fell.\n\n2. ORRIN. Two men left.",
            [("numbered", "VELMAR"), ("numbered", "ORRIN")],
        ),
        (
            "In brief\n\n- Velmar: Two men fell.\n\n- Port of Orrin: A van burnt.",
            [("bullet", "Velmar"), ("bullet", "Port of Orrin")],
        ),
        (
            "The week\n\nNorway. In Velmar, two men fell.\n\nChad. Floods came.",
            [("headed", "Norway"), ("headed", "Chad")],
        ),
        (
            "LIVE\n\n21:15 - We close here.\n\n19:40 - Two men fell.",
            [("timed", None), ("timed", None)],
        ),
        ("Note\n\nVelmar, 13 May, before dawn. Two holes in a barn.", [("headed", "Velmar")]),
        ("Note\n\nThe Daily, 13 May 2024. With AFP.", []),
        ("A title\n\nOnly one. Two men fell there.", []),
        ("A title\n\nSaid Lt. Korr fell.\n\nSaid Sgt. Orr fell.", []),
    ],
)
def test_items(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert _items(text) == expected


def test_every_item_lies_in_its_text() -> None:
    text = "x\n\n" + "\n\n".join(f"{n}. HEAD. Body {n}." for n in range(1, 60))
    for item in items_in(paragraphs(text), set()):
        assert 0 <= item.start <= item.body <= item.end <= len(text)
