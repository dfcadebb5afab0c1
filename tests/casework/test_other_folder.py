"""The same files give the same dossier wherever they lie, apart from paths and ids."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rashomon
from rashomon.model.base import content_id
from tests.casework.test_whole_dossiers import REPORTS

ROUND_UP = (
    "Monday 10 June\n\nTwo people were hurt when a grenade was thrown at a bus stop in Marisel on "
    "Sunday. A second grenade, at the ferry pier in Ostrike, hurt nobody. At the bus station in "
    "Marisel a bomb killed three people late on Monday."
)
TEXTS = [*REPORTS.values(), ROUND_UP]
WHERE = re.compile(r"(\b[a-z][0-9a-f]{8})[0-9a-f]{8}\b")
NAMES = st.text(alphabet="abcdefghij", min_size=1, max_size=6)


def told_from(folder: Path) -> str:
    """The dossier of a folder, without what its address alone decides."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    made = json.dumps(rashomon.compare([folder]).to_dict())
    return WHERE.sub(r"\1", made.replace(str(folder), "here"))


@settings(max_examples=4, deadline=None)
@given(name=NAMES)
def test_the_folder_decides_nothing(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("piles")
    assert told_from(root / "one") == told_from(root / name / "other")


def test_the_first_half_of_an_id_is_of_the_content() -> None:
    here, there = (content_id("r", "one text", source=path) for path in ("a.txt", "b/a.txt"))
    assert here != there
    assert here[:9] == there[:9] != content_id("r", "another text", source="a.txt")[:9]


def test_an_id_made_of_ids_keeps_to_it() -> None:
    here, there = (content_id("r", "one text", source=path) for path in ("a.txt", "b/a.txt"))
    one, other = content_id("e", here, 4), content_id("e", there, 4)
    assert one != other
    assert one[:9] == other[:9] != content_id("e", here, 5)[:9]
