"""Lines that are no prose, and prose that looks like them."""

from pathlib import Path

import pytest

from rashomon.language.sections import find_sections

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "lines.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("line", "kind"), ROWS)
def test_the_kind_of_a_line(line: str, kind: str) -> None:
    before, after = "Four people died at the quay.", "The harbour is closed."
    text = f"{before}\n\n{line}\n\n{after}"
    found = [(text[s.start : s.end], s.kind) for s in find_sections(text)]
    assert found == ([(line, kind)] if kind else [])


def test_a_copyright_line_at_the_end_of_prose_leaves_the_prose() -> None:
    text = "The harbour is closed. Copyright 2019 Harbour Daily. All rights reserved."
    (credit,) = find_sections("A long night.\n\n" + "The port sleeps. " * 30 + text)
    assert credit.kind == "credit"
    assert credit.end - credit.start == len("Copyright 2019 Harbour Daily. All rights reserved.")
