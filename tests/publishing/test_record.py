"""``dossier.json``: the contract's keys in the contract's order, valid, the same every time."""

import json
import os
import stat
from pathlib import Path

import jsonschema
import pytest

from rashomon import publishing
from rashomon.model.dossier import Dossier


def test_keys_come_in_the_order_of_the_contract(example: Dossier) -> None:
    made = json.loads(publishing.to_json(example))
    assert list(made) == [
        "format", "made_with", "reports", "voices", "actors", "claims", "copies", "incidents",
    ]  # fmt: skip
    assert list(made["copies"][0]["drift"][0]) == ["what", "from", "to"]


def test_text_is_readable_and_round_trips(example: Dossier) -> None:
    text = publishing.to_json(example)
    assert text.endswith("}\n")
    assert "Monday’s blast" in text
    assert text.splitlines()[1].startswith(' "format"')
    assert Dossier.model_validate_json(text) == example


def test_spans_hold_their_words(example: Dossier) -> None:
    made = json.loads(publishing.to_json(example))
    texts = {report["id"]: report["text"] for report in made["reports"]}
    for claim in made["claims"]:
        for span in (claim["span"], claim["sentence"]):
            assert texts[span["report"]][span["start"] : span["end"]] == span["exact"]


def test_the_schema_is_one_and_the_dossier_fits_it(example: Dossier) -> None:
    schema = publishing.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"] == "Rashomon dossier"
    made = json.loads(publishing.to_json(example))
    jsonschema.validate(made, schema)
    del made["claims"][0]["span"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(made, schema)


def test_the_same_dossier_gives_the_same_bytes(example: Dossier, tmp_path: Path) -> None:
    again = Dossier.model_validate(example.to_dict())
    first = publishing.write(example, tmp_path / "a" / "b")
    second = publishing.write(again, tmp_path / "c")
    assert [path.name for path in first] == ["dossier.json", "index.html"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_writing_replaces_whole_files_and_leaves_nothing_else(
    example: Dossier, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text("old", encoding="utf-8")
    record, shown = publishing.write(example, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossier.json", "index.html"]
    assert record.read_text("utf-8") == publishing.to_json(example)
    assert shown.read_text("utf-8") == publishing.page(example)
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(record.stat().st_mode) == 0o666 & ~mask


def test_a_folder_that_is_a_file_is_an_os_error(example: Dossier, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="out"):
        publishing.write(example, tmp_path / "out")
