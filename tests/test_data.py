"""The lexicons are whole: every table reads, explains its columns and refers to what exists."""

import pytest

from rashomon.data import fingerprint, folder, lexicon
from rashomon.data.kinds import compatible, kind

TABLES = sorted(folder().glob("*/*.tsv"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_table_explains_its_columns_and_names_where_it_is_from(path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = " ".join(line for line in lines if line.startswith("#")).casefold()
    rows = lexicon(path.stem, path.parent.name)
    assert rows, "an empty table"
    for column in rows[0]:
        assert column.casefold() in header, f"column {column} is not explained"
    origins = ("from", "after", "see ", "by hand", "chosen", "as set")
    assert any(word in header for word in origins), "where it is from is not said"


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_row_stands_twice(path) -> None:
    rows = [tuple(row.values()) for row in lexicon(path.stem, path.parent.name)]
    assert len(rows) == len(set(rows))


def test_every_kind_of_the_events_table_is_known() -> None:
    known = {row["kind"] for row in lexicon("kinds", "all")}
    assert {row["kind"] for row in lexicon("events") if row["kind"]} <= known


def test_every_wider_kind_is_a_kind() -> None:
    rows = lexicon("kinds", "all")
    known = {row["kind"] for row in rows}
    assert {wider for row in rows for wider in (row["within"] + " " + row["with"]).split()} <= known


def test_acled_rows_name_known_kinds() -> None:
    known = {row["kind"] for row in lexicon("kinds", "all")}
    assert {row["kind"] for row in lexicon("acled", "all")} <= known


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("bombing", "attack", True),
        ("suicide-bombing", "attack", True),
        ("killing", "shooting", True),
        ("displacement", "shooting", True),
        ("injury", "election", False),
        ("shooting", "bombing", False),
        ("storming", "protest", True),
        ("air-strike", "storming", False),
    ],
)
def test_which_kinds_may_be_one_thing(one: str, other: str, expected: bool) -> None:
    assert compatible(one, other) == compatible(other, one) == expected


def test_wider_kinds_are_followed_all_the_way_up() -> None:
    assert kind("suicide-bombing").within >= {"bombing", "attack"}
    assert not kind("attack").within


def test_an_unknown_kind_counts_as_speech() -> None:
    assert kind("no such kind").role == "speech"


def test_a_row_with_too_many_cells_is_named(tmp_path, monkeypatch) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "bad.tsv").write_text("# about\na\tb\n1\t2\t3\n", encoding="utf-8")
    monkeypatch.setattr("rashomon.data.folder", lambda: tmp_path)
    with pytest.raises(ValueError, match="line 3"):
        lexicon("bad")


def test_the_fingerprint_is_stable() -> None:
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 64
