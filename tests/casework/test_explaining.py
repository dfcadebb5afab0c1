"""Why the record is as it is, in sentences (fiction)."""

from pathlib import Path

import pytest
from click.testing import CliRunner

import rashomon
from rashomon.cli import main
from rashomon.linking.scores import LINK

PILE = [
    {
        "id": "gazette",
        "title": "Five dead in Tavik market blast",
        "published": "2024-03-02",
        "text": "Five people were killed when a bomb exploded at the market in Tavik on Friday, "
        "the hospital said. Police said three people died.",
    },
    {
        "id": "mirror",
        "title": "Bomb kills three in Tavik",
        "published": "2024-03-02",
        "text": "A bomb killed three people at the market in Tavik on Friday, police said.",
    },
    {
        "id": "herald",
        "title": "Students march in Larnos",
        "published": "2024-03-09",
        "text": "Hundreds of students marched through Larnos on Saturday against higher fees.",
    },
]


@pytest.fixture(scope="module")
def dossier() -> rashomon.Dossier:
    return rashomon.compare(PILE)


def test_without_a_name_all_that_there_is_is_listed(dossier: rashomon.Dossier) -> None:
    lines = dossier.explain()
    assert sum(line.startswith("I") for line in lines) == len(dossier.incidents)
    assert sum(line.startswith("R") for line in lines) == 3


def test_how_a_figure_came_about(dossier: rashomon.Dossier) -> None:
    told = "\n".join(dossier.explain("I1", "killed"))
    assert "3 to 5 killed" in told
    assert "Police" in told
    assert "hospital" in told
    assert "bodies under one command" in told or "count once" in told
    assert told == "\n".join(dossier.explain("killed"))


def test_why_two_reports_are_one_incident(dossier: rashomon.Dossier) -> None:
    told = "\n".join(dossier.explain("gazette", "mirror"))
    assert "Both tell of" in told
    assert "of 1 (" in told


def test_why_two_reports_are_held_apart(dossier: rashomon.Dossier) -> None:
    told = "\n".join(dossier.explain("Students march", "mirror"))
    assert "held apart" in told
    assert f"below {LINK:.2f}" in told


def test_an_incident_names_its_reports(dossier: rashomon.Dossier) -> None:
    told = "\n".join(dossier.explain(dossier.incidents[0].id))
    assert "its main matter" in told
    assert "Findings" in told


@pytest.mark.parametrize(
    ("thing", "words"),
    [("Atlantis", "nothing called"), ("Tavik", "may be"), ("motive", "says anything of “motive”")],
)
def test_what_is_not_there_or_not_clear_is_said(
    dossier: rashomon.Dossier, thing: str, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        dossier.explain(thing)


def test_a_saved_dossier_is_the_same_when_loaded(dossier: rashomon.Dossier, tmp_path: Path) -> None:
    dossier.save(tmp_path)
    again = rashomon.load(tmp_path)
    assert again.to_dict() == dossier.to_dict()
    assert again.explain("I1", "killed") == dossier.explain("I1", "killed")


def test_on_the_command_line(dossier: rashomon.Dossier, tmp_path: Path) -> None:
    dossier.save(tmp_path)
    done = CliRunner().invoke(main, ["explain", str(tmp_path), "I1", "killed"])
    assert done.exit_code == 0
    assert "3 to 5 killed" in done.output
    (tmp_path / "other.json").write_text("{}")
    for given, words in ((["other.json"], "is no dossier"), (["dossier.json", "X9"], "nothing")):
        path = str(tmp_path / given[0])
        done = CliRunner().invoke(main, ["explain", path, *given[1:]])
        assert done.exit_code == 1
        assert words in done.output
